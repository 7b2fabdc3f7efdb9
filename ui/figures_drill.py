"""Figures on the map as a drill-in of the Join page: a column is read, its classes are seen, the layer is drawn after them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton

from ..core.errors import KlasskartError
from ..gis import map_looks, map_styles
from ..gis.map_looks import Look
from ..gis.map_styles import Figures
from .drill import Drill
from .figures_panel import FiguresPanel
from .notes import Note, NoteAction
from .wording import counted

_READ = "figures-read"
PROBLEM, SHOWN = "figures-problem", "figures"  # of the notes


class FiguresDrill(Drill):
    """Draws a layer after its figures, at once or after a choice; every look can be taken back, the last first."""

    def __init__(self, page):
        super().__init__(page)
        self._layer: QgsVectorLayer | None = None
        self._looks: list[Look] = []

    def ask(self, layer: QgsVectorLayer, names: Sequence[str]) -> None:
        """Show the likeliest of some fields at once; where none of them is likely, offer to choose among all fields."""
        self._read(layer, names, lambda figures: self._on_asked(layer, figures))

    def open(self, layer: QgsVectorLayer) -> None:
        """Offer to choose among all fields, beginning with the likeliest."""
        self._read(layer, (), lambda figures: self._open(layer, figures))

    def stop(self) -> None:
        self._page.desk.jobs.forget(_READ)

    def take_back(self, layer: QgsVectorLayer, names: Sequence[str]) -> None:
        """Give a layer the look that it had before it was drawn after one of some fields, which are about to go."""
        if sip.isdeleted(layer):
            return
        project, gone = self._page.desk.project, set(names)
        ours = [place for place, look in enumerate(self._looks) if look.layer == layer.id() and look.fields & gone]
        for look in reversed(self._looks[ours[0] :] if ours else []):
            if look.layer == layer.id():
                if look.needs(project, gone) or not look.is_changed(project):  # else someone has styled it otherwise since
                    look.undo(project)
                self._looks.remove(look)
        self._page.notes.clear(SHOWN)

    # --- reading ------------------------------------------------------------------------

    def _read(self, layer: QgsVectorLayer, names: Sequence[str], then: Callable[[Figures], None], per: str = "") -> None:
        self._page.notes.clear(PROBLEM)
        if sip.isdeleted(layer) or not layer.isSpatial():
            self._tell_table(layer)
            return
        read = map_styles.reading_rate(layer, names[0], per) if per else map_styles.reading(layer, names)
        self._page.desk.start(
            lambda services, feedback: read(feedback),
            lambda figures, error: self._on_read(layer, names, figures, error, then, per),
            title=self.tr("Reading the figures …"),
            key=_READ,
        )

    def _on_read(self, layer, names, figures: Figures | None, error: KlasskartError | None, then, per: str) -> None:
        if sip.isdeleted(layer):
            return
        if figures is not None:
            then(figures)
            return
        if error is not None:
            self._page.show_problem(error, lambda: self._read(layer, names, then, per), PROBLEM)
        elif per:
            words = self.tr("{} per {} gives no numbers.").format(
                *(map_styles.name_of(layer, name) for name in (names[0], per))
            )
            self._page.show_note(Note(words, key=PROBLEM))
        elif len(names) == 1:
            words = self.tr("{} holds nothing that could be shown.").format(map_styles.name_of(layer, names[0]))
            self._page.show_note(Note(words, key=PROBLEM))
        else:
            words = self.tr("No column of “{}” holds anything that could be shown.").format(layer.name())
            self._page.show_note(Note(words, key=PROBLEM))
        if self._panel is not None:
            self._panel.show_figures(self._panel.figures)  # its box says again what stands below it

    def _tell_table(self, layer: QgsVectorLayer) -> None:
        if not sip.isdeleted(layer):
            words = self.tr("“{}” is a table: it has nothing to draw. Join it to boundaries first.").format(layer.name())
            self._page.show_note(Note(words, key=PROBLEM))

    # --- choosing -----------------------------------------------------------------------

    def _on_asked(self, layer: QgsVectorLayer, figures: Figures) -> None:
        if figures.is_likely:
            self._show(layer, figures, map_styles.ways_of(layer, figures)[0])
        else:
            self._read(layer, (), lambda found: self._open(layer, found if found.is_likely else figures))

    def _open(self, layer: QgsVectorLayer, figures: Figures) -> None:
        if sip.isdeleted(layer):
            return
        if self.is_open:
            self._page.close_panel()
        self._layer = layer
        panel = self._panel = FiguresPanel(layer)
        panel.field_chosen.connect(lambda name: self._read(layer, (name,), self._on_other))
        panel.rate_chosen.connect(lambda name, per: self._read(layer, (name,), self._on_other, per))
        panel.show_figures(figures)
        # Kept: the panel stack does not own what it shows, as far as Python can see.
        self._frame = self._page.open_panel(panel, layer.name())
        self._frame.panelAccepted.connect(self._on_closed)
        panel.field_box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_other(self, figures: Figures) -> None:
        if self._panel is not None:
            self._panel.show_figures(figures)
            self._page.paint()

    def _on_closed(self, *_) -> None:
        self._panel = self._frame = self._layer = None
        self._page.desk.jobs.forget(_READ)
        self._page.on_drill_closed()

    def paint_primary(self, primary: QPushButton) -> None:
        primary.setText(self.tr("Show on Map"))
        primary.setVisible(True)
        primary.setEnabled(bool(self._panel.way))

    # --- showing ------------------------------------------------------------------------

    def show(self) -> None:
        """Draw the layer as the panel says."""
        panel, layer = self._panel, self._layer
        if panel is not None and panel.way and layer is not None and not sip.isdeleted(layer):
            self._show(layer, panel.figures, panel.way)

    def _show(self, layer: QgsVectorLayer, figures: Figures, way: str) -> None:
        try:
            self._looks.append(map_looks.show(layer, figures, way))
        except KlasskartError as error:
            self._page.show_problem(error, None, PROBLEM)
            return
        _unfold(self._page.desk.project, layer)
        other = NoteAction(self.tr("Other Column…"), lambda: self._open(layer, figures), stays=True)
        back = NoteAction(self.tr("Undo"), self._undo)
        actions = (back,) if self.is_open else (other, back)
        self._page.show_note(Note(self._words(layer, figures, way), "success", actions, key=SHOWN))

    def _words(self, layer: QgsVectorLayer, figures: Figures, way: str) -> str:
        words = {
            map_styles.COLOURS: self.tr("“{}” is coloured after {}."),
            map_styles.CIRCLES: self.tr("“{}” shows {} as circles."),
            map_styles.CATEGORIES: self.tr("“{}” is coloured after {}."),
        }[way].format(layer.name(), map_styles.title_of(layer, figures))
        missing = figures.without_value(way)
        hatched = counted("FiguresDrill", "%n feature(s) without a value are hatched.", missing)
        return f"{words} {hatched}" if missing else words

    def _undo(self) -> None:
        """Take the last look back; one that was worked on since only after a word about it."""
        look, project = self._looks[-1] if self._looks else None, self._page.desk.project
        if look is not None and look.is_changed(project):
            words = self.tr("The style of “{}” was changed since. Undo takes that along.")
            anyway = NoteAction(self.tr("Undo Anyway"), self._bring_back)
            self._page.show_note(Note(words.format(project.mapLayer(look.layer).name()), "problem", (anyway,), key=SHOWN))
        elif look is not None:
            self._bring_back()

    def _bring_back(self) -> None:
        project = self._page.desk.project
        self._looks.pop().undo(project)
        self._looks = [look for look in self._looks if project.mapLayer(look.layer) is not None]
        words = self.tr("The layer looks as it did before.")
        actions = (NoteAction(self.tr("Undo"), self._undo),) if self._looks else ()
        self._page.show_note(Note(words, actions=actions, key=SHOWN))


def _unfold(project: QgsProject, layer: QgsVectorLayer) -> None:
    """Show the legend in the layer panel: colours without it say nothing."""
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is not None:
        node.setExpanded(True)

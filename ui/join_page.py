"""The Join page: what would match is said while one chooses; nothing changes before its report has been in sight."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QWidget

from ..core.errors import Cancelled, KlasskartError, NoKeyFound
from ..work.joining import Prepared
from . import join_others, join_words, join_work, match_words
from .empty_state import EmptyState
from .join_drills import JoinDrills
from .join_form import JoinForm
from .join_run import JoinRun
from .join_source import FOUND, OTHER, Source, own_tables
from .join_tables import TableReader
from .match_report import Reading
from .notes import NoteAction
from .page import Page
from .wording import counted, day_text

_CHECK = "join-check"


class JoinPage(Page):
    """Joins codes, or an analyst's figures, to the features of a layer."""

    def __init__(self, desk, parent: QWidget | None = None):
        super().__init__(desk, parent)
        self.setObjectName("KlasskartJoinPage")
        self._project: QgsProject = desk.project
        self._field, self._source, self._key = "", FOUND, ""  # what the user chose; empty: found by overlap
        self._prepared: Prepared | None = None
        self._joined: Prepared | None = None
        self._checking = self._no_key = self._stopped = False
        self._stale = True  # something has changed since the last look
        self._seen = False
        self._guessed = False  # the source is a table that the user did not choose
        self._last_table = ""  # the table that was used last, by its layer's id
        self._watched: QgsVectorLayer | None = None
        self.choices = JoinForm(self._project, str(desk.settings.get("join/prefix") or ""))
        self.empty = EmptyState()
        self.drills = JoinDrills(self)
        self.drill, self.check, self.change = self.drills.report, self.drills.check, self.drills.change
        self.tables = TableReader(self)
        self.joining = JoinRun(self)
        self.form.addWidget(self.empty)
        self.form.addWidget(self.choices)
        self.form.addStretch(1)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._check)
        self._connect()
        self._watch(self.choices.layer)
        self.choices.show_tables()
        self.paint()

    # --- what the dock asks -------------------------------------------------------------

    def first_focus(self) -> QWidget:
        return self.choices.layer_box

    def tab_order(self) -> list[QWidget]:
        form, verdict = self.choices, self.choices.verdict
        boxes = [form.layer_box, form.field_box, form.source_box, form.number_box, form.key_box, form.table_button]
        panel = self.drills.tab_order()
        return [*boxes, verdict.words, verdict.button, *form.columns.tab_order(), form.live, form.written, *panel]

    def show_layer(self, layer: QgsMapLayer | str | None) -> None:
        """Begin with a layer (or its id): from the layer panel's menu, or after boundaries were fetched."""
        if isinstance(layer, str):
            layer = self._project.mapLayer(layer)
        self._seen = True
        if isinstance(layer, QgsVectorLayer) and layer is not self.choices.layer:
            self.choices.set_layer(layer)
            self._on_layer(layer)

    def open_with(self, subject: object) -> None:
        """Begin with a layer's id; or with (id, "check", "change" or "figures", maybe a field), to look into it."""
        layer, wish, *field = subject if isinstance(subject, tuple) else (subject, "")
        self.show_layer(layer)
        if wish:
            self.drills.open(wish, *field)

    def on_shown(self) -> None:
        if not self._seen:  # begin with what the user is working on
            self._seen = True
            active = self.desk.iface.activeLayer() if self.desk.iface else None
            self.show_layer(active)
        if self._stale:
            self._later.start()

    def hideEvent(self, event) -> None:
        self.drill.clear_marks()
        super().hideEvent(event)

    def on_primary(self) -> None:
        if self.drills.press_primary():
            return
        if self._joined is not None or not (self.drill.is_open or self._is_plain()):
            self.open_report()
        else:
            self.join()

    def use_table(self, layer: QgsVectorLayer) -> None:
        """Take the columns from a table of the project; one without a layer to join to waits for it."""
        self._last_table = layer.id()
        if layer is self.choices.layer:
            return
        self._guessed = False
        self._source, self._key = Source(table=layer.id()), ""
        self.choices.show_tables()
        self.choices.set_source(self._source, layer)
        self.check_soon()

    def replace_table(self, former: QgsVectorLayer, made: QgsVectorLayer) -> bool:
        """Take the columns from what was made of the table they came from; False where they came from elsewhere."""
        was_it = bool(self._source.table) and not sip.isdeleted(former) and former.id() == self._source.table
        if was_it:
            self.use_table(made)
        return was_it

    @property
    def prepared(self) -> Prepared | None:
        return self._prepared

    @property
    def joined(self) -> Prepared | None:
        """What has been carried out, while it is looked back at."""
        return self._joined

    @property
    def looked_at(self) -> tuple[QgsVectorLayer | None, str]:
        """The layer, and its field of codes: chosen or found; "" where neither."""
        return self.choices.layer, self._field or (self._prepared.field if self._prepared else "")

    def on_drill_closed(self) -> None:
        """A drill-in has gone: back to where it was opened from."""
        self.paint()
        if self.drills.is_open:
            return
        target = self.primary if self.primary.isVisibleTo(self) else self.choices.verdict.words
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- listening ------------------------------------------------------------------------

    def _connect(self) -> None:
        form = self.choices
        form.layer_chosen.connect(self._on_layer)
        form.field_chosen.connect(self._on_field)
        form.source_chosen.connect(self._on_source)
        form.key_chosen.connect(self._on_key)
        form.options_changed.connect(self._on_options)
        form.columns.others.fetch_wanted.connect(self.check_soon)
        join_others.follow(self.desk, form.columns.others)
        form.table_wanted.connect(self.tables.ask)
        self.joining.joined.connect(self._on_joined)
        self.joining.undone.connect(self.check_soon)
        form.verdict.button.clicked.connect(self._on_verdict_button)
        self.desk.context.changed.connect(lambda: self.drills.keep(self.check_soon))
        self.desk.layers_changed.connect(self._on_layers_changed)
        self.desk.closing.connect(lambda: self._watch(None))

    def _watch(self, layer: QgsVectorLayer | None) -> None:
        """Listen to one layer: its features, its fields, and what is selected in the map."""
        slots = {
            "afterCommitChanges": self._on_edited,
            "updatedFields": self._on_edited,
            "selectionChanged": self.drill.follow_map,
        }
        for name, slot in slots.items():
            if self._watched is not None and not sip.isdeleted(self._watched):
                getattr(self._watched, name).disconnect(slot)
            if layer is not None:
                getattr(layer, name).connect(slot)
        self._watched = layer

    def _on_layer(self, layer: QgsVectorLayer | None) -> None:
        self._field, self._source, self._key = "", self._first_source(layer), ""
        self._guessed = self._source != FOUND
        self._watch(layer)
        self.notes.clear()
        self.choices.show_tables()
        self.check_soon()

    def _on_field(self, field: str) -> None:
        self._field = field
        self.check_soon()

    def _first_source(self, layer: QgsVectorLayer | None) -> Source:
        """Begin with the user's own table, where a layer meets one: figures on a map are what most come for."""
        if layer is None or not layer.isSpatial():
            return FOUND
        tables = [table.id() for table in own_tables(self._project.mapLayers().values())]
        if self._last_table in tables:
            return Source(table=self._last_table)
        return Source(table=tables[0]) if len(tables) == 1 else FOUND

    def _on_source(self, source: Source) -> None:
        self._guessed = False
        self._last_table = source.table or self._last_table
        self._source, self._key = source, ""
        self.check_soon()

    def _on_key(self, field: str) -> None:
        self._key = field
        self.check_soon()

    def _on_verdict_button(self) -> None:
        if self.drills.is_check_offered(self._prepared, self._no_key):
            self.drills.check_suspect(self._project.mapLayer(self._source.table) if self._source.table else None)
        elif self._prepared is None:
            self.check_soon()
        else:
            self.open_report()

    def _on_options(self) -> None:
        self.desk.settings.set("join/prefix", self.choices.columns.prefix)
        self.paint()

    def _on_layers_changed(self) -> None:
        if self._source.table and self._project.mapLayer(self._source.table) is None:
            self._source = FOUND
            self.check_soon()
        if self.choices.layer is not self._watched:
            self.choices.set_layer(self.choices.layer)
            self._on_layer(self.choices.layer)
        self.choices.show_tables()
        self.paint()

    def _on_edited(self, *_) -> None:
        if not self.joining.is_running and self._joined is None:
            self.check_soon()

    # --- what would match -----------------------------------------------------------------

    def check_soon(self) -> None:
        """Look again, once for several changes at a time; a page out of sight waits until it is seen."""
        self.drills.stop()
        self._look_soon()

    def _look_soon(self) -> None:
        self._prepared = self._joined = None
        self._no_key, self._stopped, self._stale = False, False, True
        if self.isVisible():
            self._later.start()
        self.paint()

    def _check(self) -> None:
        self._later.stop()
        layer = self.choices.layer
        self._stale = False
        self._checking = layer is not None
        self.paint()
        if layer is None:
            self.desk.jobs.cancel(_CHECK)
            return
        table = join_work.Table(self._project.mapLayer(self._source.table), self._key) if self._source.table else None
        along = self.choices.columns.others.wanted()
        work = join_work.checking(layer, self._field, self._source, table, self.desk.context, along)
        self.desk.start(work, self._on_checked, title=self.tr("Looking for codes …"), key=_CHECK)

    def _on_checked(self, prepared: Prepared | None, error: KlasskartError | None) -> None:
        self._checking = False
        if self._guessed and not (_fits(prepared) or isinstance(error, Cancelled)):
            self._guessed, self._source = False, FOUND
            self._look_soon()  # the user asked for nothing else: what looks into the codes goes on
            return
        self._prepared = prepared
        self._no_key = isinstance(error, NoKeyFound)  # a verdict rather than a problem
        self._stopped = isinstance(error, Cancelled)
        if prepared is not None:
            self._show_found(prepared)
        if error is None or self._no_key:
            self.notes.clear("problem")
        elif self.choices.layer is not None:
            self.show_problem(error, self.check_soon)
        self.paint()
        self.drills.show_again()

    def _show_found(self, prepared: Prepared) -> None:
        """Show in the form what was found by overlap, so that it can be overruled."""
        form = self.choices
        form.set_field(prepared.field)
        if self._source.table:
            form.set_source(self._source, self._project.mapLayer(self._source.table), prepared.key_field)
        elif form.source_box.source != OTHER:
            form.set_source(Source(prepared.classification, prepared.level))
        form.columns.show_columns(prepared)
        self.notes.clear("kept")
        if prepared.kept_from is not None:
            words = self.tr("No network. The codes are from {}.").format(day_text(prepared.kept_from.date()))
            self.show_kept(words, self.check_soon)

    # --- the report -------------------------------------------------------------------------

    def open_report(self) -> None:
        """Show what matches and what does not, before a join or after it."""
        prepared = self._joined or self._prepared
        layer = self.choices.layer
        if prepared is not None and layer is not None and not self.drill.is_open:
            reading = Reading(prepared.report, prepared.day, prepared.title)
            self.drill.open(layer, prepared.field, reading, joined=self._joined is not None)
            self.paint()

    # --- joining ------------------------------------------------------------------------------

    def join(self) -> None:
        """Carry out what the report has shown."""
        layer, prepared = self.choices.layer, self._prepared
        if self.joining.is_running or layer is None or prepared is None or not prepared.report.matched:
            return
        self.joining.start(layer, prepared, self.choices.columns, self.choices.is_live, self._source.table or "")

    def _on_joined(self, prepared: Prepared) -> None:
        self.close_panels()
        self._joined = prepared
        self.choices.set_field(prepared.field)  # new fields empty QGIS's box

    # --- painting ---------------------------------------------------------------------------

    def _is_plain(self) -> bool:
        """Whether everything matches, so that the report has no more to say."""
        report = self._prepared.report if self._prepared else None
        doubled = report is not None and any(miss.side == "code" for miss in report.duplicates)
        return report is not None and report.matched == report.features > 0 and not doubled

    def paint(self) -> None:
        layer = self.choices.layer
        self.choices.setVisible(layer is not None)
        self.empty.setVisible(layer is None)
        if layer is None:
            get = NoteAction(self.tr("Get Boundaries…"), lambda: self.desk.open_page("KlasskartLayersPage"))
            words = self.tr("Add a layer with codes, or get boundaries first.")
            self.empty.tell(self.tr("No layer to join to"), words, (get,), "mIconPolygonLayer")
        self.choices.setEnabled(not self.joining.is_running)
        self._paint_verdict()
        self._paint_primary()
        self.drills.paint(self.primary)

    def _paint_verdict(self) -> None:
        verdict, prepared = self.choices.verdict, self._prepared
        check = self.tr("Check the Table") if self._source.table else self.tr("Check")
        check = check if self.drills.is_check_offered(prepared, self._no_key) else ""
        nothing = self.tr("No codes match, so there is nothing to join. See what the column holds.")
        if self._joined is not None:
            verdict.show_words(join_words.joined(self._joined), "mIconSuccess")
        elif self._checking:
            verdict.show_words(self.tr("Looking for codes …"))
        elif self._no_key:
            verdict.show_words(nothing, "mIconWarning", button=check)
        elif prepared is None:
            verdict.show_words("", button=self.tr("Try Again") if self._stopped else "")
        elif not prepared.report.matched:
            verdict.show_words(nothing, "mIconWarning", button=self.tr("See the Column"))
        else:
            words = match_words.verdict(prepared.report, day_text(prepared.day), prepared.title)
            icon = "mIconSuccess" if prepared.report.matched == prepared.report.features else "mIconWarning"
            found = "" if self._field and self._source != FOUND else join_words.found(prepared)
            verdict.show_words(words, icon, found, check, tip=join_words.ways(prepared))

    def _paint_primary(self) -> None:
        report = self._prepared.report if self._prepared else None
        matched = report.matched if report else 0
        self.primary.setEnabled(not self.joining.is_running and (bool(matched) or self._joined is not None))
        if self._joined is not None:
            self.primary.setText(self.tr("See the Matches"))
            self.primary.setVisible(not self.drill.is_open)
            return
        self.primary.setVisible(not self._no_key and (report is None or bool(matched)) and self.choices.layer is not None)
        if not matched:
            self.primary.setText(self.tr("Join"))
        elif self.drill.is_open or self._is_plain():
            self.primary.setText(counted("JoinPage", "Join %n Feature(s)", matched))
        else:
            self.primary.setText(self.tr("See the Matches"))


def _fits(prepared: Prepared | None) -> bool:
    """Whether most of the features find a row."""
    return prepared is not None and 2 * prepared.report.matched >= prepared.report.features > 0

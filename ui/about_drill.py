"""About a classification, as a drill-in of the Codes page: fetched in the background, shown, and used from there."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton

from ..core.about import AboutVersion, Table, Variant
from ..core.codes import Version
from ..core.errors import KeptSince, KlasskartError
from . import about_questions, about_words
from .about_panel import AboutPanel
from .about_questions import Pairs, Told
from .drill import Drill
from .project_tables import TableToAdd
from .wording import counted, day_text

_ABOUT, _VERSION, _PAIRS = "about", "about-version", "about-pairs"


class AboutDrill(Drill):
    """Opens what a classification is about over the form of a page, or over another drill-in."""

    def __init__(self, page):
        super().__init__(page)
        self._told: Told | None = None

    def open(self, number: int) -> None:
        """Ask what a classification is about; then show it."""
        language: str = self._page.desk.context.language
        heard: list[KlasskartError] = []
        self._page.desk.start(
            lambda services, feedback: about_questions.told(services, number, language, feedback.heard_by(heard)),
            lambda told, error: self._on_told(number, told, error, heard),
            title=self.tr("Fetching what Klass says about {} …").format(number),
            key=_ABOUT,
        )

    def on_language(self) -> None:
        """Names are wanted in another language."""
        if self._told is not None:
            self.open(self._told.about.id)

    def paint_primary(self, primary: QPushButton) -> None:
        held = self._panel.tree.held() if self._panel else None
        is_table = isinstance(held, Table)
        primary.setText(self.tr("Add as Table") if is_table else self.tr("Show Codes"))
        primary.setToolTip(
            self.tr("Adds the pairs of this table to the project")
            if is_table
            else self.tr("Shows the codes of what is chosen, on a date on which it applies")
        )
        primary.setVisible(True)
        primary.setEnabled(held is not None)

    def run_primary(self) -> None:
        """Do what the primary says with what is chosen."""
        held = self._panel.tree.held() if self._panel else None
        if isinstance(held, Table):
            self._ask_pairs(held)
        elif held is not None:
            self._show_codes(held)

    # --- asking -----------------------------------------------------------------------

    def _on_told(self, number: int, told: Told | None, error: KlasskartError | None, warnings: list) -> None:
        if told is None:
            self._page.show_problem(error, lambda: self.open(number), key=_ABOUT)
            return
        self._told = told
        self._page.notes.clear(_ABOUT)
        title = self.tr("About Klass {}").format(number)
        if self._panel is None:
            self._open_panel(title)
        else:
            self._page.panels.rename_panel(self._frame, title)
        self._panel.show_about(told.about, told.family, self._page.desk.context.day.isoformat())
        since = next((one for one in warnings if isinstance(one, KeptSince)), None)
        if since:
            words = self.tr("No network. What is told here is from {}.").format(day_text(since.date))
            self._page.show_kept(words, lambda: self.open(number), _ABOUT)

    def _open_panel(self, title: str) -> None:
        panel = self._panel = AboutPanel()
        panel.chosen.connect(self._page.paint)
        panel.use_wanted.connect(self.run_primary)
        panel.version_wanted.connect(self._ask_version)
        panel.link_wanted.connect(self._open_link)
        self._frame = self._page.open_panel(panel, title)
        self._frame.panelAccepted.connect(self._on_closed)
        panel.headline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self, *_) -> None:
        self._panel = self._frame = self._told = None
        self._page.desk.jobs.forget(_ABOUT, _VERSION, _PAIRS)
        self._page.on_drill_closed()

    def _ask_version(self, version: Version) -> None:
        from ..work import classifications

        language = self._page.desk.context.language
        self._page.desk.start(
            lambda services, feedback: classifications.about_version(
                services, version.id, language=language, feedback=feedback
            ),
            lambda details, error: self._on_version(version, details, error),
            title=self.tr("Fetching what Klass says about {} …").format(version.name),
            key=_VERSION,
            quiet=True,
        )

    def _on_version(self, version: Version, details: AboutVersion | None, error: KlasskartError | None) -> None:
        if self._panel is None:
            return
        if details is not None:
            self._panel.show_version(details, version.id)
        else:
            self._panel.tree.forget(version.id, self.tr("Could not be fetched"))
            self._page.show_problem(error, lambda: self._ask_version(version), key=_VERSION)

    # --- using ------------------------------------------------------------------------

    def _show_codes(self, held: Version | Variant) -> None:
        about, version, variant = self._told.about, self._panel.tree.version(), ""
        if isinstance(held, Variant):
            variant = held.name
        self._page.show_version(about.id, about.name, version, variant)

    def _ask_pairs(self, table: Table) -> None:
        language = self._page.desk.context.language
        self._page.desk.start(
            lambda services, feedback: about_questions.pairs(services, table, language, feedback),
            lambda pairs, error: self._on_pairs(table, language, pairs, error),
            title=self.tr("Fetching the pairs of {} …").format(table.name),
            key=_PAIRS,
        )

    def _on_pairs(self, table: Table, language: str, pairs: Pairs | None, error: KlasskartError | None) -> None:
        if pairs is None:
            self._page.show_problem(error, lambda: self._ask_pairs(table), key=_PAIRS)
            return
        from ..gis import layers

        desk, number = self._page.desk, self._told.about.id
        self._page.tables.add(
            TableToAdd(
                write=lambda folder: layers.write_pairs(table, pairs.rows, folder),
                put=lambda path: layers.pairs_layer(table, number, path, desk.project),
                told=lambda layer: self._pairs_words(pairs, language, layer.name()),
                again=lambda: self._ask_pairs(table),
            )
        )

    def _pairs_words(self, pairs: Pairs, language: str, name: str) -> str:
        words = counted("AboutDrill", "%n pair(s) are in the project as the table “{}”.", len(pairs.rows)).format(name)
        if pairs.language == language:
            return words
        return (
            words + " " + self.tr("The names are in {}: others are not published.").format(about_words.language(pairs.language))
        )

    def _open_link(self, name: str) -> None:
        QDesktopServices.openUrl(QUrl(self.link(name)))

    def link(self, name: str) -> str:
        """Give the address of what is chosen in a form of the service, or of the page at ssb.no."""
        from ..gis.layers import klass_page

        about, held = self._told.about, self._panel.tree.held()
        if name == "page":
            return klass_page(about.id)
        kinds = {Version: "versions", Variant: "variants", Table: "correspondencetables"}
        path = f"{kinds[type(held)]}/{held.id}" if held else f"classifications/{about.id}"
        return self._page.desk.config.addresses.url("klass", f"{path}.{name}")

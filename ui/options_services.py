"""Where the services are, and asking each whether it answers there."""

from __future__ import annotations

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QFormLayout, QGroupBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ..core.addresses import SERVICES
from ..core.errors import BadFile, Cancelled, KlasskartError
from ..work import verifying
from .measures import margin, spacing
from .notes import muted, wrapped_label
from .options_fields import Field, Said, address_editor, path_editor, problem_text

translate = QCoreApplication.translate


class ServicesBox(QGroupBox):
    """A field for each service that the plugin asks. `settings()` gives the settings as they stand on the page."""

    def __init__(self, jobs, settings, parent: QWidget | None = None):
        super().__init__(translate("Options", "Services"), parent)
        self._jobs, self._settings = jobs, settings
        self._asking: set[str] = set()
        self.fields = {name: self._field(name) for name in verifying.QUESTIONS}
        self.verdicts = {name: Said() for name in self.fields}
        self.verify = QPushButton()
        self.verify.setToolTip(translate("Options", "Asks every service at the address that stands here, stored or not"))
        self.verify.clicked.connect(self._on_verify)
        for name, field in self.fields.items():
            field.changed.connect(lambda name=name: self.verdicts[name].say(""))
        self._build()
        self._paint()

    def tab_order(self) -> list[QWidget]:
        return [*(field.editor.widget for field in self.fields.values()), self.verify]

    @property
    def is_busy(self) -> bool:
        return bool(self._asking)

    def ask_all(self) -> None:
        """Ask every service in a job of its own; what it says stands below its address."""
        from ..gis import session

        settings = self._settings()
        session.prepare_network(settings)  # QGIS may ask for its password: here, and not in a job
        for name, field in self.fields.items():
            if not field.problem():
                self._ask(name, settings)
        self._paint()

    def _ask(self, name: str, settings) -> None:
        from ..gis import session

        def work(feedback) -> None:
            services = session.open_services(settings)
            try:
                verifying.verify(services, name, feedback=feedback)
            finally:
                services.close()

        self._asking.add(name)
        self.verdicts[name].say(translate("Options", "Asking …"))
        self._jobs.start(work, lambda _, error: self._on_answer(name, error), title=_title(name), key=f"verify-{name}")

    def _on_answer(self, name: str, error: KlasskartError | None) -> None:
        self._asking.discard(name)
        if isinstance(error, Cancelled):
            self.verdicts[name].say("")
        elif error is None:
            self.verdicts[name].say(_good_words(name), "good")
        else:
            self.verdicts[name].say(verdict_text(error), "problem")
        self._paint()

    def _on_verify(self) -> None:
        if not self.is_busy:
            self.ask_all()
            return
        for name in list(self._asking):
            self._jobs.cancel(f"verify-{name}")

    def _paint(self) -> None:
        busy = self.is_busy
        self.verify.setText(translate("Options", "Stop") if busy else translate("Options", "Verify"))

    # --- building -----------------------------------------------------------------------

    def _field(self, name: str) -> Field:
        if name == verifying.PORTALS:
            mode = QgsFileWidget.StorageMode.GetFile
            return Field(
                "services/portals", path_editor(_title(name), translate("Options", "The list that comes with Klasskart"), mode)
            )
        return Field(f"services/{name}", address_editor(_title(name), SERVICES[name].default))

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(spacing(self))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in self.fields.items():
            field.layout().addWidget(self.verdicts[name])
            form.addRow(_title(name), field)
        row = QHBoxLayout()
        row.addWidget(self.verify)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[margin(self)] * 4)
        layout.setSpacing(spacing(self))
        note = translate("Options", "Empty is the usual address. Put in another where your organisation has a copy of its own.")
        layout.addWidget(muted(wrapped_label(note)))
        layout.addLayout(form)
        layout.addLayout(row)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)


def verdict_text(error: KlasskartError) -> str:
    if isinstance(error, BadFile):
        return problem_text(error)
    from ..gis import messages

    return messages.sentence(error).text


def _good_words(name: str) -> str:
    if name == verifying.PORTALS:
        return translate("Options", "The list can be read.")
    return translate("Options", "Answers as it should.")


def _title(name: str) -> str:
    return {
        "klass": translate("Options", "Codes (SSB Klass)"),
        "nedlasting": translate("Options", "Boundaries (Geonorge)"),
        "wms": translate("Options", "Maps (Geonorge WMS)"),
        "wfs": translate("Options", "Features (Geonorge WFS)"),
        "wmts": translate("Options", "Background maps (Kartverket)"),
        "kartkatalog": translate("Options", "Catalogue of maps (Geonorge)"),
        "geonetwork": translate("Options", "Metadata (Geonorge)"),
        "kommuneinfo": translate("Options", "Kommune at a point (Kartverket)"),
        "brreg": translate("Options", "Organisations (Brønnøysund)"),
        "register": translate("Options", "Register of kommuner (Geonorge)"),
        "datanorge": translate("Options", "Open data (data.norge.no)"),
        verifying.PORTALS: translate("Options", "Portals of kommuner (file)"),
    }[name]

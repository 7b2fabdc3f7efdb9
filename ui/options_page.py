"""The page in QGIS's options dialog. Nothing is stored before the dialog is accepted, and nothing bad then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QFormLayout, QFrame, QGroupBox, QScrollArea, QVBoxLayout, QWidget

from ..gis.jobs import Jobs
from ..gis.settings import Settings, default_cache
from .measures import margin, spacing
from .names_choice import names_words, rename_all
from .notes import muted, wrapped_label
from .options_cache import CacheBox
from .options_favourites import FavouritesBox
from .options_fields import Field, choice_editor, flag_editor, login_editor, seconds_editor
from .options_services import ServicesBox

translate = QCoreApplication.translate


class OptionsPage(QgsOptionsPageWidget):
    """Fields over the declared settings. `applied()` is called when something was stored."""

    def __init__(self, settings: Settings, applied: Callable[[], None], parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("KlasskartOptionsPage")
        self._settings, self._applied = settings, applied
        self._looked = False
        jobs = Jobs(self)
        self.services = ServicesBox(jobs, self.as_it_stands)
        self.cache = CacheBox(jobs, self._folder, default_cache())
        self.favourites = FavouritesBox()
        self.language = Field("interface/language", choice_editor(translate("Options", "Language of Klasskart"), _languages()))
        self.names = Field("map/names", choice_editor(translate("Options", "Names on the map"), names_words()))
        self.klass_names = Field("context/language", choice_editor(translate("Options", "Names from Klass"), _languages()[1:]))
        self.connect_timeout = Field(
            "network/connect-timeout", seconds_editor(translate("Options", "Longest wait for a connection"))
        )
        self.read_timeout = Field("network/read-timeout", seconds_editor(translate("Options", "Longest wait for data")))
        self.private = Field("network/allow-private", flag_editor(translate("Options", "Allow addresses on private networks")))
        self.login = Field("services/authcfg", login_editor(translate("Options", "Login")))
        self._build()
        self.show_stored()

    @property
    def fields(self) -> list[Field]:
        """Every field, in the order in which they stand."""
        languages = [self.language, self.klass_names, self.names]
        network = [self.connect_timeout, self.read_timeout, self.private, self.login]
        return [*languages, self.cache.place, *network, *self.services.fields.values()]

    def show_stored(self) -> None:
        for field in self.fields:
            field.show_stored(self._settings)
        self.favourites.show_stored(self._settings)

    def as_it_stands(self) -> Settings:
        """Give the settings with what stands on the page, stored or not."""
        changed = {field.key: field.value() for field in self.fields if field.is_changed() and not field.problem()}
        return self._settings.with_values(changed)

    def problem(self) -> str:
        """Say the first thing that is wrong; "" where all can be stored."""
        boxes = [*self.fields, self.favourites]
        return next((words for one in boxes if (words := one.problem())), "")

    # --- what the dialog calls ----------------------------------------------------------

    def apply(self) -> None:
        """Store what was changed and is right."""
        names_before = self._settings.get("map/names")
        stored = [field.store(self._settings) for field in self.fields]
        stored.append(self.favourites.store(self._settings))
        if self._settings.get("map/names") != names_before:
            rename_all(QgsProject.instance(), str(self._settings.get("map/names")))
        if any(stored):
            self._applied()

    def isValid(self) -> bool:
        """Whether the dialog may be closed; newer QGIS asks, and stays with the page that says no."""
        return not self.problem()

    def showEvent(self, event) -> None:
        """Look into the cache when the page is first seen: the dialog makes the pages of everybody at once."""
        super().showEvent(event)
        if not self._looked:
            self._looked = True
            self.cache.look()

    def _folder(self) -> Path:
        return self.as_it_stands().cache_folder()

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(2 * spacing(self))
        column.setContentsMargins(0, 0, margin(self), 0)
        for box in (self._language_box(), self.cache, self._network_box(), self.services, self.favourites):
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._set_tab_order()

    def _language_box(self) -> QGroupBox:
        box, form = _group(translate("Options", "Language"))
        form.addRow(translate("Options", "Language of Klasskart"), self.language)
        note = translate("Options", "A new language is seen when QGIS is started again. QGIS itself has no nynorsk.")
        form.addRow("", muted(wrapped_label(note)))
        form.addRow(translate("Options", "Names from Klass"), self.klass_names)
        form.addRow(translate("Options", "Names on the map"), self.names)
        return box

    def _network_box(self) -> QGroupBox:
        box, form = _group(translate("Options", "Network"))
        form.addRow(translate("Options", "Longest wait for a connection"), self.connect_timeout)
        form.addRow(translate("Options", "Longest wait for data"), self.read_timeout)
        form.addRow(translate("Options", "Login"), self.login)
        note = translate("Options", "The login goes to the services below, and to nobody else.")
        form.addRow("", muted(wrapped_label(note)))
        form.addRow("", self.private)
        note = translate(
            "Options",
            "Otherwise an address in a catalogue, or one that you type, is not called where it leads into your network.",
        )
        form.addRow("", muted(wrapped_label(note)))
        return box

    def _set_tab_order(self) -> None:
        order = [
            *(field.editor.widget for field in (self.language, self.klass_names, self.names)),
            *self.cache.tab_order(),
            *(field.editor.widget for field in (self.connect_timeout, self.read_timeout, self.login, self.private)),
            *self.services.tab_order(),
            *self.favourites.tab_order(),
        ]
        for first, second in zip(order, order[1:]):
            QWidget.setTabOrder(first, second)


def _group(title: str) -> tuple[QGroupBox, QFormLayout]:
    box = QGroupBox(title)
    form = QFormLayout(box)
    form.setContentsMargins(*[margin(box)] * 4)
    form.setSpacing(spacing(box))
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return box, form


def _languages() -> list[tuple[str, str]]:
    return [("", translate("Options", "As QGIS")), ("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]

"""Fields of the options page: an editor each, and below it a sentence where something is wrong or out of its hands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.gui import QgsAuthConfigSelect, QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ..core import setting_checks
from ..core.errors import BadFile, KlasskartError, NotWritable
from ..core.settings import SETTINGS
from .forms import file_button
from .icons import theme_icon
from .measures import em, icon_size, spacing
from .notes import readable_placeholder, wrapped_label

translate = QCoreApplication.translate

_LONGEST_WAIT = 3600.0  # seconds
_ICONS = {"good": "mIconSuccess", "problem": "mIconWarning", "info": "mActionPropertiesWidget"}


class Said(QWidget):
    """An icon and a sentence; nothing at all while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._icon, self._words = QLabel(), wrapped_label()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(self))
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def say(self, text: str, kind: str = "info") -> None:
        size = icon_size()
        self._icon.setPixmap(theme_icon(_ICONS[kind]).pixmap(QSize(size, size)))
        self._words.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._words.text()


@dataclass(frozen=True)
class Editor:
    """A widget as a field sees it: what stands in it, how to put something else there, and the signal that it changed."""

    widget: QWidget
    read: Callable[[], object]
    write: Callable[[object], None]
    changed: object


class Field(QWidget):
    """One setting. What a variable of the environment decides is shown, and can't be changed."""

    changed = pyqtSignal()

    def __init__(self, key: str, editor: Editor, parent: QWidget | None = None):
        super().__init__(parent)
        self.key, self.editor = key, editor
        self.said = Said()
        self._shown: object = None
        self._variable = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(self) // 2)
        layout.addWidget(editor.widget)
        layout.addWidget(self.said)
        self.setFocusProxy(editor.widget)
        editor.changed.connect(self._on_changed)

    def show_stored(self, settings) -> None:
        """Show what a setting is now (`gis.settings.Settings`)."""
        self._variable = settings.beaten_by(self.key)
        value = settings.get(self.key)
        self.editor.write("" if value == SETTINGS[self.key].default and isinstance(value, str) else value)
        self._shown = self.editor.read()
        self._lock(bool(self._variable))
        self.paint()

    def value(self) -> object:
        return self.editor.read()

    def is_changed(self) -> bool:
        return not self._variable and self.value() != self._shown

    def problem(self) -> str:
        """Say what is wrong with what stands there; "" where it can be stored."""
        if not self.is_changed() or not isinstance(self.value(), str):
            return ""
        try:
            setting_checks.check(self.key, str(self.value()))
        except KlasskartError as error:
            return problem_text(error)
        return ""

    def store(self, settings) -> bool:
        """Store what was changed, where nothing is wrong with it; whether it was."""
        if not self.is_changed() or self.problem():
            return False
        settings.set(self.key, None if self.value() == "" else self.value())
        self._shown = self.value()
        return True

    def paint(self) -> None:
        problem = self.problem()
        if self._variable:
            words = translate("Options", "The environment variable {} decides this.")
            self.said.say(words.format(self._variable))
        else:
            self.said.say(problem, "problem")

    def _lock(self, locked: bool) -> None:
        """Let nothing be typed: what stands there stays as readable as the rest, where the editor has a way for that."""
        if hasattr(self.editor.widget, "setReadOnly"):
            self.editor.widget.setReadOnly(locked)
        else:
            self.editor.widget.setEnabled(not locked)

    def _on_changed(self, *_value: object) -> None:
        self.paint()
        self.changed.emit()


def problem_text(error: KlasskartError) -> str:
    """Say what is wrong with what was typed."""
    if isinstance(error, NotWritable):
        words = {
            "relative": translate("Options", "{} is no whole path. Choose a folder with the button beside the field."),
            "": translate("Options", "{} can't be written to. Choose another folder, or ask for the right to write."),
        }
        return words[str(error.words) if error.words == "relative" else ""].format(error.path)
    if isinstance(error, BadFile):
        words = translate("Options", "{} can't be read as a list of portals. It needs rows of kind, address and kommune.")
        return words.format(error.path)
    from ..gis import messages

    return messages.sentence(error).text


# --- editors ------------------------------------------------------------------------------


def address_editor(name: str, usual: str) -> Editor:
    """A line for an address; empty is the usual one, which stands there pale."""
    line = QLineEdit()
    line.setPlaceholderText(usual)
    line.setClearButtonEnabled(True)
    line.setAccessibleName(name)
    line.setMinimumWidth(12 * em(line))
    readable_placeholder(line)

    def show(value: object) -> None:
        line.setText(str(value))
        line.setCursorPosition(0)

    return Editor(line, lambda: line.text().strip().rstrip("/"), show, line.textChanged)


def path_editor(name: str, usual: str, mode: QgsFileWidget.StorageMode) -> Editor:
    """A line for a folder or a file, with a button to choose it; empty is the usual one."""
    widget = QgsFileWidget()
    widget.setStorageMode(mode)
    widget.lineEdit().setPlaceholderText(usual)
    widget.lineEdit().setAccessibleName(name)
    widget.setDialogTitle(name)
    file_button(widget, name)
    readable_placeholder(widget.lineEdit())
    return Editor(widget, lambda: widget.filePath().strip(), lambda value: widget.setFilePath(str(value)), widget.fileChanged)


def choice_editor(name: str, choices: Sequence[tuple[str, str]]) -> Editor:
    """A list of (key, words)."""
    box = QComboBox()
    box.setAccessibleName(name)
    for key, words in choices:
        box.addItem(words, key)
    return Editor(box, box.currentData, lambda value: box.setCurrentIndex(max(0, box.findData(value))), box.currentIndexChanged)


def seconds_editor(name: str) -> Editor:
    box = QDoubleSpinBox()
    box.setRange(0.5, _LONGEST_WAIT)
    box.setDecimals(1)
    box.setSuffix(" s")
    box.setAccessibleName(name)
    return Editor(box, box.value, lambda value: box.setValue(float(str(value))), box.valueChanged)


def flag_editor(words: str) -> Editor:
    box = QCheckBox(words)
    return Editor(box, box.isChecked, lambda value: box.setChecked(bool(value)), box.toggled)


def login_editor(name: str) -> Editor:
    """One of QGIS's own authentication configurations, or none."""
    select = QgsAuthConfigSelect()
    select.setAccessibleName(name)
    for box in select.findChildren(QComboBox):  # which is what takes the focus
        box.setAccessibleName(name)
    return Editor(select, select.configId, lambda value: select.setConfigId(str(value)), select.selectedConfigIdChanged)

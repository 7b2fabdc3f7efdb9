"""The quiet note area: at most two strips of icon, sentence and buttons. Nothing vanishes by a timer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette
from qgis.PyQt.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionFocusRect,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .icons import theme_icon
from .measures import em, icon_size, spacing

LARGEST_NUMBER = 2
ONE_LINE_FROM = 420  # pixels: from here the buttons of a note stand side by side

_ICONS = {"success": "mIconSuccess", "problem": "mIconWarning", "info": "mActionPropertiesWidget"}


@dataclass(frozen=True)
class NoteAction:
    """A button of a note; the note closes when it is pressed, unless `stays`."""

    text: str
    run: Callable[[], None]
    stays: bool = False


@dataclass(frozen=True)
class Note:
    """One thing to tell. `kind` is success, problem or info; a later note with the same `key` takes its place."""

    text: str
    kind: str = "info"
    actions: tuple[NoteAction, ...] = ()
    details: str = ""
    key: str = ""


class NoteStrip(QFrame):
    """One note as a strip."""

    def __init__(self, note: Note, close: Callable[[], None], parent: QWidget | None = None):
        super().__init__(parent)
        self.note = note
        self._close = close
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.label = wrapped_label(note.text)
        self.label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.details = DetailsBox(note.details)
        self.details.setVisible(False)
        self.buttons = [self._button(action) for action in note.actions[:2]]
        if note.details:
            self.buttons.append(self._details_button())
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for button in self.buttons:
            self._row.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(spacing(self))
        words.addWidget(self.label)
        words.addWidget(self.details)
        words.addLayout(self._row)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(*[spacing(self)] * 4)
        outer.setSpacing(spacing(self))
        outer.addWidget(self._icon(), 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(words, 1)
        outer.addWidget(self._close_button(), 0, Qt.AlignmentFlag.AlignTop)

    def focus_order(self) -> list[QWidget]:
        return [*self.buttons, self.details, self.close_button]

    def resizeEvent(self, event) -> None:
        wide = self.width() >= ONE_LINE_FROM
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def _icon(self) -> QLabel:
        icon = QLabel()
        name = _ICONS.get(self.note.kind, _ICONS["info"])
        size = icon_size()
        icon.setPixmap(theme_icon(name).pixmap(QSize(size, size)))
        return icon

    def _button(self, action: NoteAction) -> QPushButton:
        button = QPushButton(action.text)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._pressed(action))
        return button

    def _details_button(self) -> QPushButton:
        button = QPushButton(QCoreApplication.translate("Notes", "Details"))
        button.setCheckable(True)
        button.toggled.connect(self.details.setVisible)
        return button

    def _close_button(self) -> QToolButton:
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setIcon(theme_icon("mIconClose"))
        self.close_button.setIconSize(QSize(icon_size(), icon_size()))
        words = QCoreApplication.translate("Notes", "Close Note")
        self.close_button.setToolTip(words)
        self.close_button.setAccessibleName(words)
        self.close_button.clicked.connect(self._close)
        return self.close_button

    def _pressed(self, action: NoteAction) -> None:
        if not action.stays:
            self._close()
        action.run()


class Notes(QWidget):
    """The strips of one page, newest last."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._strips: list[NoteStrip] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing(self))
        self.hide()

    def notes(self) -> list[Note]:
        return [strip.note for strip in self._strips]

    def strips(self) -> list[NoteStrip]:
        return list(self._strips)

    def show_note(self, note: Note) -> NoteStrip:
        """Show a note; it takes the place of one with the same key or words, else of the oldest where there are two."""
        if note.key:
            self.clear(note.key)
        for strip in [strip for strip in self._strips if strip.note.text == note.text]:
            self._remove(strip)
        while len(self._strips) >= LARGEST_NUMBER:
            self._remove(self._strips[0])
        strip = NoteStrip(note, lambda: self._remove(strip))
        self._strips.append(strip)
        self._layout.addWidget(strip)
        self.show()
        return strip

    def clear(self, key: str = "") -> None:
        """Remove the notes with a key; all of them where it is ""."""
        for strip in list(self._strips):
            if not key or strip.note.key == key:
                self._remove(strip)

    def focus_order(self) -> list[QWidget]:
        return [widget for strip in self._strips for widget in strip.focus_order()]

    def _remove(self, strip: NoteStrip) -> None:
        if strip in self._strips:
            self._strips.remove(strip)
            self._layout.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        self.setVisible(bool(self._strips))


class DetailsBox(QPlainTextEdit):
    """What lies behind a note, to be read and copied. It scrolls: a trace of forty lines must not make the window grow."""

    LINES = 8  # in sight at once

    def __init__(self, text: str, parent: QWidget | None = None):
        super().__init__(text, parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(QCoreApplication.translate("Notes", "Details"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        lines = max(1, min(self.LINES, int(self.document().size().height())))  # as it is wrapped now
        edges = 2 * (self.frameWidth() + int(self.document().documentMargin()))
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + edges)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class WrappedLabel(QLabel):
    """A label that wraps and takes the height its width asks for."""

    def __init__(self, text: str = "", parent: QWidget | None = None, least: int = 12):
        """`least` is the smallest width in em."""
        super().__init__(text, parent)
        self._least = least
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # With minimum width 1 a column of these demands hundreds of pixels of height.
        self.setMinimumWidth(least * em(self))

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """No: one such child makes a scroll area give every child its preferred height instead of its least."""
        return False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumWidth(self._least * em(self))
            self._fit()

    def paintEvent(self, event) -> None:
        """Frame the words where a reader who came by Tab stands on them; a label by itself shows nothing."""
        super().paintEvent(event)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            painter = QPainter(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
            painter.end()

    def _fit(self) -> None:
        """Take the height that the width needs."""
        self.setMinimumHeight(0)  # a label's height for a width is never less than its minimum
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def wrapped_label(text: str = "", *, least: int = 12) -> WrappedLabel:
    """Make a label for a sentence; `least` is its smallest width in em, less where it shares a row."""
    return WrappedLabel(text, least=least)


def muted(label: QLabel) -> QLabel:
    """Draw a label's words at two thirds: an effect, because themes override the colours of labels."""
    effect = QGraphicsOpacityEffect(label)
    effect.setOpacity(2 / 3)
    label.setGraphicsEffect(effect)
    return label


def readable_placeholder(line: QLineEdit) -> None:
    """Draw the placeholder at two thirds of the text colour; the style's own is too pale to read in some themes."""
    palette = line.palette()
    colour = QColor(palette.color(QPalette.ColorRole.Text))
    colour.setAlphaF(2 / 3)
    palette.setColor(QPalette.ColorRole.PlaceholderText, colour)
    line.setPalette(palette)

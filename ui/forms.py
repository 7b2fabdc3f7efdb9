"""Forms that give way: in a narrow dock, or with large text, labels stand above their fields and boxes below each other."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QEvent, QObject, QRect, QSize, Qt
from qgis.PyQt.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFormLayout,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QToolTip,
    QWidget,
)

from .measures import em

_FIELD_FROM = 10  # em of width that a field has beside its label
_BOX_FROM = 9  # and that each box needs beside another
_Role = QFormLayout.ItemRole


class Rows(QFormLayout):
    """A form with its labels beside the fields where there is room for both, else above them."""

    def __init__(self, parent: QWidget | None = None, *, field: int = _FIELD_FROM):
        """`field` is the width in em that a field has at least beside its label."""
        super().__init__() if parent is None else super().__init__(parent)
        self._field = field
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)

    def setGeometry(self, rect: QRect) -> None:
        policies = QFormLayout.RowWrapPolicy
        widget = self.parentWidget()
        narrow = widget is not None and rect.width() < self._needed(self._field * em(widget))
        wanted = policies.WrapAllRows if narrow else policies.DontWrapRows
        if wanted != self.rowWrapPolicy():
            self.setRowWrapPolicy(wanted)
        super().setGeometry(rect)

    def minimumSize(self) -> QSize:
        """Ask for the width of the widest part only: the rest gives way."""
        margins = self.contentsMargins()
        widest = max((self._least(item) for item in self._items()), default=0)
        return QSize(widest + margins.left() + margins.right(), super().minimumSize().height())

    def _needed(self, field: int) -> int:
        """Give the width that labels and fields need side by side, with no less than so much for a field."""
        margins = self.contentsMargins()
        labels = max((self._least(item) for item in self._items(_Role.LabelRole)), default=0)
        fields = max([field, *(self._least(item) for item in self._items(_Role.FieldRole))])
        return labels + max(0, self.horizontalSpacing()) + fields + margins.left() + margins.right()

    def _items(self, *roles) -> Iterator:
        for row in range(self.rowCount()):
            for role in roles or (_Role.LabelRole, _Role.FieldRole, _Role.SpanningRole):
                item = self.itemAt(row, role)
                if item is not None and not item.isEmpty():
                    yield item

    @staticmethod
    def _least(item) -> int:
        return item.minimumSize().width()


class Beside(QBoxLayout):
    """Boxes beside each other where there is room for their words, else below each other."""

    def __init__(self):
        super().__init__(QBoxLayout.Direction.LeftToRight)

    def setGeometry(self, rect: QRect) -> None:
        directions, widget = QBoxLayout.Direction, self.parentWidget()
        narrow = widget is not None and rect.width() < self.count() * _BOX_FROM * em(widget)
        self.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        super().setGeometry(rect)

    def minimumSize(self) -> QSize:
        least = [self.itemAt(index).minimumSize().width() for index in range(self.count())]
        return QSize(max(least, default=0), super().minimumSize().height())


def show_focus(view: QListView) -> None:
    """Frame a list that has the focus: dark themes of QGIS leave it as it is."""
    view.setStyleSheet("QListView:focus { border: 1px solid palette(highlight); }")


def file_button(widget: QgsFileWidget, words: str) -> QToolButton:
    """Give the button of QGIS's line for a path, which says but “…”; now it is called and tells `words`."""
    buttons = widget.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    button = next(one for one in buttons if one.text())  # the other one follows a link
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button


def narrow(box: QComboBox, letters: int = 8) -> QComboBox:
    """Let a box be as narrow as so many letters: else the longest thing that it lists sets the width of the dock."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)
    return box


def tell_whole(box: QComboBox) -> QComboBox:
    """Let the tooltip of a box tell all of what it shows, where that is cut."""
    box.installEventFilter(_Whole(box))
    return box


class _Whole(QObject):
    def eventFilter(self, box, event) -> bool:
        if event.type() == QEvent.Type.ToolTip and _is_cut(box):
            QToolTip.showText(event.globalPos(), "\n".join(part for part in (box.currentText(), box.toolTip()) if part), box)
            return True
        return super().eventFilter(box, event)


def _is_cut(box: QComboBox) -> bool:
    option, part = QStyleOptionComboBox(), QStyle.SubControl.SC_ComboBoxEditField
    option.initFrom(box)
    option.editable, option.frame = box.isEditable(), box.hasFrame()
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
    icon = 0 if box.isEditable() or box.itemIcon(box.currentIndex()).isNull() else box.iconSize().width() + 4
    return box.fontMetrics().horizontalAdvance(box.currentText()) > room - icon

"""Looks at a window as a picky user does: what has no name, can't be reached, says its label twice, or is cut."""

import re

from qgis.gui import QgsCollapsibleGroupBoxBasic, QgsProjectionSelectionWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QRect, Qt
from qgis.PyQt.QtGui import QFontMetrics, QHelpEvent, QTextDocument
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QToolButton,
    QToolTip,
    QTreeView,
    QWidget,
)

INTERACTIVE = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView, QTabBar, QTextEdit)
# Parts of widgets of Qt and QGIS, which have the name and the focus of the whole.
WHOLE = (QComboBox, QAbstractSpinBox, QHeaderView, QLineEdit)
# Of what is not a key, this alone makes Qt draw frames around what has the focus.
_BY_KEYS = Qt.FocusReason.ShortcutFocusReason


def faults(root: QWidget) -> list[str]:
    """Give what is wrong with each widget that can be seen in a window."""
    found = []
    for widget in root.findChildren(QWidget):
        if (
            not sip.isdeleted(widget) and widget.isVisible() and not _is_tooltip(widget)
        ):  # also where one would have to scroll to it
            found += [f"{_who(widget)}: {why}" for why in _faults(widget, root)]
    return sorted(set(found))


def _is_tooltip(widget: QWidget) -> bool:
    return widget.metaObject().className() == "QTipLabel"


def _faults(widget: QWidget, root: QWidget):
    if isinstance(widget, INTERACTIVE) and not _is_part(widget):
        yield from _use_faults(widget, root)
    if not _is_part(widget):
        yield from _cut_faults(widget)
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QHeaderView):
        yield from _sideways_faults(widget)


def _is_part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(widget, QHeaderView) or isinstance(parent, WHOLE)


# --- use ----------------------------------------------------------------------------------


def _use_faults(widget: QWidget, root: QWidget):
    if not any(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in _by_arrows(widget.focusProxy() or widget)):
        yield "Tab does not stop at it"
    name, said = name_of(widget, root), visible_words(widget)
    if not re.search(r"\w", name):
        yield "has no name for screen readers"
    tip = _plain(widget.toolTip())
    if not said and isinstance(widget, QAbstractButton) and not tip:
        yield "is an icon without a tooltip"
    if said and _same(tip, said):
        yield f"its tooltip says no more than its label: {tip}"


def _by_arrows(widget: QWidget) -> list[QWidget]:
    """Give the widgets of which Tab stops at one, and arrows lead to the others: the buttons of a group."""
    group = widget.group() if isinstance(widget, QRadioButton) else None
    return group.buttons() if group is not None else [widget]


def name_of(widget: QWidget, root: QWidget) -> str:
    """Give what a screen reader says: the name, the words, or those of the label that is the widget's buddy."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    buddies = [label.text() for label in root.window().findChildren(QLabel) if label.buddy() is widget]
    return next(iter(buddies), "") or (_plain(widget.toolTip()) if isinstance(widget, QToolButton) else "")


def visible_words(widget: QWidget) -> str:
    """Give the words that stand on a widget, or as the title of the group that it folds."""
    group = widget.parentWidget()
    if isinstance(group, QGroupBox) and _plain(group.title()) == widget.accessibleName():
        return _plain(group.title())
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return "" if not widget.icon().isNull() else _plain(widget.text())
    return _plain(widget.text()) if isinstance(widget, QAbstractButton) else ""


def _plain(words: str) -> str:
    return re.sub(r"<[^>]+>", " ", words).replace("&", "").strip()


def _same(tip: str, said: str) -> bool:
    return bool(tip) and re.sub(r"\W+", "", tip).casefold() == re.sub(r"\W+", "", said).casefold()


def strays(first: QWidget, last: QWidget) -> list[str]:
    """Give the widgets of a window that Tab meets only after the last one, starting from the first."""
    chain, widget = [first], first.nextInFocusChain()
    while widget is not first:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    met = [one for one in chain if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    late = met[met.index(last) + 1 :] if last in met else []
    return [f"{_who(one)}: Tab meets it after the last button" for one in late if isinstance(one, INTERACTIVE)]


def unseen_focus(root: QWidget) -> list[str]:
    """Give the widgets that look the same with and without the focus of the keyboard."""
    parts = [one for one in root.findChildren(QWidget) if one.isVisible() and one.isEnabled() and not one.focusProxy()]
    stops = [one for one in parts if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_part(one)]
    found, elsewhere = [], QWidget(root)
    elsewhere.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    elsewhere.show()
    for one in stops:
        if _looks_the_same(one, elsewhere):
            found.append(f"{_who(one)}: nothing shows that it has the focus")
    elsewhere.deleteLater()
    return found


def _looks_the_same(one: QWidget, elsewhere: QWidget, tries: int = 5) -> bool:
    """Whether a widget looks with the focus as it does without; what is gone or grey by now has no look of its own."""
    for _ in range(tries):
        if not one.isActiveWindow():  # a window that was shown since took the keys
            one.window().activateWindow()
        elsewhere.setFocus(_BY_KEYS)
        QApplication.processEvents()
        before = one.grab().toImage()
        one.setFocus(_BY_KEYS)
        QApplication.processEvents()
        if one.hasFocus():
            return one.grab().toImage() == before
        QTest.qWait(50)  # what was asked for late, as after a pause in typing, paints the page meanwhile
    return one.isVisible() and one.isEnabled()


# --- what is cut ----------------------------------------------------------------------------


def _cut_faults(widget: QWidget):
    if isinstance(widget, QLabel) and widget.text() and widget.pixmap() is None:
        yield from _label_faults(widget)
    elif isinstance(widget.parentWidget(), QgsProjectionSelectionWidget) or widget.objectName() == "collapseButton":
        return  # QGIS's own: its tooltip has all of the CRS; the words of the arrow stand beside it
    elif isinstance(widget, (QCheckBox, QRadioButton, QPushButton, QToolButton)) and visible_words(widget):
        if widget.width() < widget.minimumSizeHint().width() or widget.width() < _words_width(widget):
            yield f"“{visible_words(widget)}” is cut: {widget.width()} of {widget.sizeHint().width()} px"
    elif isinstance(widget, QComboBox):
        yield from _combo_faults(widget)
    elif isinstance(widget, QLineEdit) and not isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox)):
        yield from _placeholder_faults(widget)
    elif isinstance(widget, QTabBar):
        yield from _tab_faults(widget)
    elif isinstance(widget, QGroupBox) and widget.title():
        if widget.fontMetrics().horizontalAdvance(_plain(widget.title())) > widget.width() - 2 * widget.fontMetrics().height():
            yield f"its title “{widget.title()}” is cut"
    elif isinstance(widget, QTreeView) and not widget.isHeaderHidden():
        yield from _header_faults(widget)
    elif isinstance(widget, QAbstractSpinBox):
        line = widget.findChild(QLineEdit)
        if line is not None and _advance(line, line.text()) > line.width():
            yield f"“{line.text()}” is cut: {line.width()} of {_advance(line, line.text())} px"


def _words_width(widget: QAbstractButton) -> int:
    """Give the room that the words, the icon and the mark before them need at the very least."""
    icon = widget.iconSize().width() if not widget.icon().isNull() else 0
    mark = 0
    if isinstance(widget, (QCheckBox, QRadioButton)):
        box = isinstance(widget, QCheckBox)
        metric = QStyle.PixelMetric.PM_IndicatorWidth if box else QStyle.PixelMetric.PM_ExclusiveIndicatorWidth
        mark = widget.style().pixelMetric(metric)
    return _advance(widget, visible_words(widget)) + icon + mark


def _advance(widget: QWidget, words: str) -> int:
    lines = words.replace("\u2028", "\n").split("\n")
    return max(QFontMetrics(widget.font()).horizontalAdvance(line) for line in lines)


def _label_faults(label: QLabel):
    if hasattr(label, "whole"):  # it gives way, and its tooltip has the whole
        if label.text() != label.whole and label.whole not in label.toolTip():
            yield f"“{label.whole}” is elided, and nothing tells the rest"
        return
    room, words = label.contentsRect(), _drawn_words(label)
    if label.wordWrap():
        longest = max(re.split(r"[\s\u200b/-]+", words), key=lambda word: _advance(label, word))
        if _advance(label, longest) > room.width() + 1:
            yield f"“{longest}” is wider than its label: {room.width()} of {_advance(label, longest)} px"
        elif label.heightForWidth(label.width()) > label.height() + 1:
            yield f"“{words[:40]}” has {label.height()} of {label.heightForWidth(label.width())} px of height"
    elif _advance(label, words) > room.width() + 1:
        yield f"“{words}” is cut: {room.width()} of {_advance(label, words)} px"


def _drawn_words(label: QLabel) -> str:
    if label.textFormat() == Qt.TextFormat.PlainText or not Qt.mightBeRichText(label.text()):
        return label.text().replace("&", "") if label.buddy() else label.text()
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


def _combo_faults(box: QComboBox):
    option = QStyleOptionComboBox()
    option.initFrom(box)
    option.editable, option.frame = box.isEditable(), box.hasFrame()
    part = QStyle.SubControl.SC_ComboBoxEditField
    room: QRect = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    icon = 0 if box.isEditable() or box.itemIcon(box.currentIndex()).isNull() else box.iconSize().width() + 4
    words = box.currentText()
    if _advance(box, words) > room.width() - icon and words not in told(box):
        yield f"“{words}” is cut: {room.width() - icon} of {_advance(box, words)} px, and no tooltip has it whole"
    if box.isEditable() and box.lineEdit() is not None:
        yield from _placeholder_faults(box.lineEdit())


def told(widget: QWidget) -> str:
    """Give what a tooltip says when one points at a widget."""
    middle = widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(middle)))
    words = QToolTip.text()
    QToolTip.hideText()
    return words


def _placeholder_faults(line: QLineEdit):
    words = line.placeholderText()
    if not words or line.text():
        return
    margins = line.textMargins()
    inner = line.width() - margins.left() - margins.right() - 4
    buttons = [button for button in line.findChildren(QAbstractButton) if button.isVisible()]
    inner -= sum(button.width() for button in buttons)
    if _advance(line, words) > inner and words not in _plain(line.toolTip()):
        yield f"its placeholder “{words}” is cut: {inner} of {_advance(line, words)} px"


def _tab_faults(tabs: QTabBar):
    for index in range(tabs.count()):
        words = _plain(tabs.tabText(index))
        icon = tabs.iconSize().width() if not tabs.tabIcon(index).isNull() else 0
        if (words and _advance(tabs, words) + icon > tabs.tabRect(index).width()) or tabs.tabRect(index).right() > tabs.width():
            yield f"its tab “{words}” is cut"
        if not words and not tabs.tabToolTip(index):
            yield f"tab {index} is an icon without a tooltip"


def _header_faults(tree: QTreeView):
    header = tree.header()
    for section in range(header.count()):
        words = str(tree.model().headerData(section, Qt.Orientation.Horizontal) or "")
        if words and not header.isSectionHidden(section) and _advance(header, words) > header.sectionSize(section):
            yield f"the head of its column “{words}” is cut: {header.sectionSize(section)} of {_advance(header, words)} px"


# --- sideways -------------------------------------------------------------------------------


def _sideways_faults(area: QAbstractScrollArea):
    bar = area.horizontalScrollBar()
    if bar.isVisible() and bar.maximum() > 0:
        yield f"scrolls sideways by {bar.maximum()} px"
    elif bar.maximum() > 0 and isinstance(area, (QScrollArea, QAbstractItemView)):
        yield f"{bar.maximum()} px of it can't be seen at the side"


def _who(widget: QWidget) -> str:
    """Name a widget by those around it that have names, and by itself."""
    names, one = [], widget
    while one is not None and not one.isWindow():
        name = one.objectName()
        own = type(one).__module__.startswith("klasskart")
        if (own or name.startswith("Klasskart")) and not name.startswith("qt_"):
            names.append(type(one).__name__)
        one = one.parentWidget()
    label = widget.accessibleName() or visible_words(widget) or (widget.text()[:30] if isinstance(widget, QLabel) else "")
    kind = type(widget).__name__
    return " < ".join([f"{kind} “{label}”", *(name for name in names if name != kind)][:4])


def collapsed_boxes(root: QWidget) -> list[QgsCollapsibleGroupBoxBasic]:
    """Give the groups of a window that are folded."""
    return [box for box in root.findChildren(QgsCollapsibleGroupBoxBasic) if box.isCollapsed()]

"""What the codes of a join are called in other classifications: the usual ones as check boxes, the rest in a list."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QPushButton, QToolButton, QVBoxLayout, QWidget

from ..core.codes import BYDEL, CENTRALITY, FYLKE, GRUNNKRETS, KOMMUNE, REGION
from ..core.errors import Cancelled, KlasskartError, ServiceError
from ..gis import messages
from ..work import counterparts
from ..work.counterparts import Counterpart, Counterparts
from ..work.join_values import CORRESPONDENCE
from ..work.joining import Attribute, Prepared
from .forms import show_focus
from .measures import em, spacing
from .notes import muted, readable_placeholder, wrapped_label
from .wording import counted, number_text

# What nearly everybody wants, in this order; the first of each is there on all days and offered before Klass is asked.
USUAL = {KOMMUNE: (FYLKE, REGION, CENTRALITY), GRUNNKRETS: (BYDEL, KOMMUNE), BYDEL: (KOMMUNE,), FYLKE: ()}
_ELSE = (KOMMUNE, FYLKE)
_AT_ONCE = {KOMMUNE: (FYLKE,), GRUNNKRETS: (BYDEL,)}
_COLUMN = CORRESPONDENCE.replace(":", "_")  # how the columns of another classification begin: to_104_name
_ROOM = 15  # em that a name gets: a long one must not widen the dock
_LONG = 8  # rows from which a list needs a filter
_ROWS = 6  # rows that are in sight at once
_NUMBER = Qt.ItemDataRole.UserRole
_TICKABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

Moment = tuple[int, datetime.date]


class OthersBox(QWidget):
    """Check boxes that stay ticked from layer to layer, for the classifications that there are for the codes of a day.

    `changed`: other columns of what is already fetched; `fetch_wanted`: one more has to be fetched; `unknown`
    (classification, day): which there are is to be asked, and told by `show_found`.
    """

    changed = pyqtSignal()
    fetch_wanted = pyqtSignal()
    unknown = pyqtSignal(int, object)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._moment: Moment | None = None
        self._known: dict[Moment, Counterparts] = {}
        self._wanted: set[int] = set()
        self._fetched: frozenset[str] = frozenset()
        self._notes: dict[int, str] = {}  # why a row is not ticked, by number
        self._absent: frozenset[int] = frozenset()  # what can't be ticked
        self._remarks: dict[int, list[str]] = {}  # what is worth knowing of a column that is there
        self._open = False
        self._boxes: dict[int, QCheckBox] = {}
        self._heading = wrapped_label(self.tr("Code and name from other classifications"))
        self._usual = QVBoxLayout()
        self.state = wrapped_label()
        self.again = QPushButton(self.tr("Try Again"))
        self.more = QToolButton()
        self.filter = QgsFilterLineEdit()
        self.list = QListWidget()
        self._build()

    def _build(self) -> None:
        muted(self._heading)
        self._usual.setSpacing(spacing(self))
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.toggled.connect(lambda _: self._paint_more())
        self.filter.setShowSearchIcon(True)
        self.filter.setPlaceholderText(self.tr("Search by name or number"))
        self.filter.setAccessibleName(self.tr("Search by name or number"))
        readable_placeholder(self.filter)
        self.filter.textChanged.connect(lambda _: self._filter_rows())
        self.list.setAccessibleName(self.tr("More classifications"))
        show_focus(self.list)
        self.list.setMinimumWidth(8 * em(self))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._on_item)
        self.again.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, spacing(self), 0, 0)
        column.setSpacing(spacing(self))
        column.addWidget(self._heading)
        column.addLayout(self._usual)
        for widget in (self.state, self.again, self.more):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if widget is not self.state else Qt.AlignmentFlag(0))
        column.addWidget(self.filter)
        column.addWidget(self.list)
        self._say("")
        self._paint_more()

    # --- what the page asks -------------------------------------------------------------

    def ticked(self) -> tuple[str, ...]:
        """Give the ticked ones as attributes `to:104`."""
        boxes = tuple(number for number, box in self._boxes.items() if box.isChecked())
        rows = tuple(item.data(_NUMBER) for item in self._items() if item.checkState() == Qt.CheckState.Checked)
        return tuple(f"{CORRESPONDENCE}{number}" for number in (*boxes, *rows))

    def names(self) -> list[str]:
        """Give the names of the ticked ones."""
        return [self._words(_number(name)) for name in self.ticked()]

    def wanted(self) -> dict[int, tuple[str, ...]]:
        """Give what was ticked, here or for an earlier layer, by the classification that may turn out to be joined."""
        offered = {classification: set(numbers) for classification, numbers in _AT_ONCE.items()}
        for (classification, _), found in self._known.items():
            offered.setdefault(classification, set()).update(one.number for one in found.found)
        wanted = {classification: sorted(numbers & self._wanted) for classification, numbers in offered.items()}
        return {key: tuple(f"{CORRESPONDENCE}{number}" for number in numbers) for key, numbers in wanted.items() if numbers}

    def tab_order(self) -> list[QWidget]:
        return [*self._boxes.values(), self.again, self.more, self.filter, self.list]

    # --- what is shown ------------------------------------------------------------------

    def show_prepared(self, prepared: Prepared) -> None:
        """Offer what goes with the codes of a join; a table's columns have nothing of the kind."""
        self.setVisible(not prepared.title)
        self._moment = None if prepared.title else (prepared.classification, prepared.day)
        self._fetched = frozenset(attribute.name for attribute in prepared.attributes)
        self._take_notes(prepared)
        self._paint_rows()
        if self._open:
            self._ask_once()

    def set_open(self, is_open: bool) -> None:
        """Klass is asked for the rest only where somebody looks."""
        self._open = is_open
        if is_open:
            self._ask_once()

    def show_found(self, moment: Moment, found: Counterparts | None, error: KlasskartError | None) -> None:
        """Take what was asked for by `unknown`; an answer for another moment is kept for when it comes again."""
        if found is not None:
            self._known[moment] = found
        if moment != self._moment:
            return
        failed = error is not None and not isinstance(error, Cancelled)
        self._say(self.tr("Could not ask SSB which others there are.") if failed else "", again=error is not None)
        self.state.setToolTip(messages.sentence(error).text if failed else "")
        if found is None:
            return
        self._paint_rows()
        self.changed.emit()
        if not (self._boxes or self.list.count()):
            self._say(self.tr("SSB has no table from these codes to others on this date."))
        if not self._fetched.issuperset(_columns(self.ticked())):
            self.fetch_wanted.emit()

    # --- below --------------------------------------------------------------------------

    def _ask_once(self) -> None:
        if self._moment is None or self._moment in self._known:
            self._say("")
        else:
            self._ask()

    def _ask(self) -> None:
        if self._moment is not None:
            self._say(self.tr("Looking for more in Klass …"))
            self.unknown.emit(*self._moment)

    def _say(self, words: str, again: bool = False) -> None:
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.again.setVisible(again)

    def _take_notes(self, prepared: Prepared) -> None:
        """Columns that are empty everywhere, or not to be had, stand unticked and say so."""
        fetched = [] if prepared.title else [one for one in prepared.attributes if one.name in _columns(self._all_wanted())]
        by_number = {int(one.name.split("_")[1]): one for one in fetched}
        words = {True: self.tr("could not be fetched"), False: self.tr("not on this date")}
        holes = {_number(name): error for name, error in prepared.holes.items()}
        self._notes = {number: self.tr("empty here") for number, one in by_number.items() if one.empty}
        self._notes.update({number: words[isinstance(error, ServiceError)] for number, error in holes.items()})
        self._absent = frozenset(number for number, error in holes.items() if not isinstance(error, ServiceError))
        self._remarks = {number: self._remarks_on(one) for number, one in by_number.items()}

    def _remarks_on(self, column: Attribute) -> list[str]:
        several = counted("OthersBox", "%n code(s) have several", column.several) if column.several else ""
        return [words for words in (several, self.tr("in bokmål") if column.bokmal else "") if words]

    def _all_wanted(self) -> list[str]:
        return [f"{CORRESPONDENCE}{number}" for number in self._wanted]

    def _paint_rows(self) -> None:
        """Set the rows anew; whoever stands on one keeps the focus while it is there."""
        classification = self._moment[0] if self._moment else 0
        found = self._known.get(self._moment, Counterparts()) if self._moment else Counterparts()
        numbers = {one.number for one in found.found}
        at_once = _AT_ONCE.get(classification, ())
        usual = [one for one in USUAL.get(classification, _ELSE) if one in numbers or one in at_once]
        self._paint_boxes(usual)
        self._paint_list([one for one in found.found if one.number not in usual], found.unplaced)
        self._heading.setVisible(bool(self._boxes or self.list.count()) or self._open)
        self._paint_more()

    def _paint_boxes(self, numbers: Sequence[int]) -> None:
        if list(self._boxes) != list(numbers):
            for box in self._boxes.values():
                self._usual.removeWidget(box)
                box.deleteLater()
            self._boxes = {number: self._new_box(number) for number in numbers}
        for number, box in self._boxes.items():
            before = box.blockSignals(True)
            box.setChecked(self._is_ticked(number))
            box.setEnabled(number not in self._absent)
            box.setText(self._row_text(number))
            box.setToolTip(self._tip(number))
            box.setAccessibleName(box.text())
            box.blockSignals(before)

    def _new_box(self, number: int) -> QCheckBox:
        box = QCheckBox()
        box.toggled.connect(lambda on: self._on_toggled(number, on))
        self._usual.addWidget(box)
        return box

    def _paint_list(self, others: Sequence[Counterpart], unplaced: Sequence[str]) -> None:
        before = self.list.blockSignals(True)
        listed = [one.number for one in others] + list(unplaced)
        if [item.data(_NUMBER) or item.text() for item in self._items(whole=True)] != listed:
            self.list.clear()
            for one in others:
                self._add_item(one.number, f"{one.name} ({one.number})")
            for name in unplaced:
                self._add_item(None, name)
        for item in self._items():
            ticked = self._is_ticked(item.data(_NUMBER))
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setText(self._row_text(item.data(_NUMBER)))
            item.setToolTip(self._tip(item.data(_NUMBER)))
            absent = item.data(_NUMBER) in self._absent
            item.setFlags(Qt.ItemFlag.NoItemFlags if absent else _TICKABLE)
        self.list.blockSignals(before)

    def _add_item(self, number: int | None, name: str) -> None:
        item = QListWidgetItem(name, self.list)
        item.setToolTip(name)
        item.setData(_NUMBER, number)
        if number is None:  # nothing to tick: without its number no column can be asked for
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setToolTip(self.tr("{}. Klass does not say which classification this belongs to.").format(name))

    def _items(self, whole: bool = False) -> list[QListWidgetItem]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item for item in items if whole or item.data(_NUMBER)]

    def _paint_more(self) -> None:
        count, is_open = len(self._items()), self.more.isChecked() and self.list.count() > 0
        self.more.setVisible(self.list.count() > 0)
        self.more.setText(self.tr("More ({})").format(number_text(count)))
        self.more.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.filter.setVisible(is_open and self.list.count() > _LONG)
        self.list.setVisible(is_open)
        rows = min(self.list.count(), _ROWS)
        self.list.setFixedHeight(rows * max(1, self.list.sizeHintForRow(0)) + 2 * self.list.frameWidth())

    def _filter_rows(self) -> None:
        typed = self.filter.text().strip().casefold()
        for item in self._items(whole=True):
            item.setHidden(typed not in item.text().casefold())

    def _on_item(self, item: QListWidgetItem) -> None:
        self._on_toggled(item.data(_NUMBER), item.checkState() == Qt.CheckState.Checked)

    def _on_toggled(self, number: int, on: bool) -> None:
        self._wanted = self._wanted | {number} if on else self._wanted - {number}
        fetched = self._fetched.issuperset(_columns([f"{CORRESPONDENCE}{number}"]))
        (self.changed if fetched or not on else self.fetch_wanted).emit()

    def _is_ticked(self, number: int) -> bool:
        return number in self._wanted and number not in self._notes

    def _row_text(self, number: int) -> str:
        note = self._notes.get(number) or next(iter(self._remarks.get(number, ())), "")
        room = (_ROOM if not note else _ROOM * 2 // 3) * em(self)
        short = self.fontMetrics().elidedText(self._words(number), Qt.TextElideMode.ElideMiddle, room)
        return f"{short}, {note}" if note else short

    def _tip(self, number: int) -> str:
        name = self.tr("{} (Klass {})").format(self._words(number), number)
        notes = [self._notes[number]] if number in self._notes else self._remarks.get(number, [])
        return ", ".join([name, *notes])

    def title(self, name: str) -> str:
        """Say what a column of another classification is called in a legend, not `to_128_name`; "" for other columns."""
        kind, _, part = name.rpartition("_")
        number = kind[len(_COLUMN) :]
        if not (kind.startswith(_COLUMN) and number.isdigit()):
            return ""
        words = self._words(int(number))
        return self.tr("{} (code)").format(words) if part == "code" else words

    def _words(self, number: int) -> str:
        """Call a classification as people do, else as Klass does."""
        norwegian = {FYLKE: "fylke", KOMMUNE: "kommune", BYDEL: "bydel"}  # in every language
        own = {GRUNNKRETS: self.tr("grunnkrets"), REGION: self.tr("economic region"), CENTRALITY: self.tr("centrality")}
        names = {**norwegian, **own}
        found = self._known.get(self._moment, Counterparts()).found if self._moment else ()
        return names.get(number) or next((one.name for one in found if one.number == number), str(number))


def _number(name: str) -> int:
    return int(name[len(CORRESPONDENCE) :])


def _columns(names: Sequence[str]) -> set[str]:
    return {f"{name.replace(':', '_')}_code" for name in names}


def follow(desk, box: OthersBox) -> None:
    """Ask Klass in the background which classifications go with the codes, whenever the box wants to know."""

    def ask(classification: int, day: datetime.date) -> None:
        desk.start(
            lambda services, feedback: counterparts.find(services, classification, day, feedback=feedback),
            lambda found, error: box.show_found((classification, day), found, error),
            title=box.tr("Looking for more in Klass …"),
            key="join-others",
            quiet=True,
        )

    box.unknown.connect(ask)

"""Where everything of a lineage stands. Time runs left to right where there is room, else downwards along a rail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..core.lineage import Lineage, together

_WIDEST = 13  # em that a name may take before it is broken
_LANE = 0.7  # em between upright lines of the same day


class Card(NamedTuple):
    """The words of one box, with the frame around them."""

    left: float
    top: float
    width: float
    height: float
    lines: tuple[str, ...]
    asked: bool


class Stroke(NamedTuple):
    """A line through points; `style` is solid (became), dotted (a day) or dashed (nobody knows)."""

    points: tuple[tuple[float, float], ...]
    style: str


class Words(NamedTuple):
    """One line of text from its top left corner."""

    left: float
    top: float
    text: str
    muted: bool


class Dot(NamedTuple):
    x: float
    y: float
    filled: bool


@dataclass
class Drawing:
    """All that is to be painted."""

    cards: list[Card] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)

    @property
    def asked(self) -> Card:
        return next(card for card in self.cards if card.asked)


@dataclass(frozen=True)
class Told:
    """The words of a lineage: of each of its `dates`, and of each of its `gaps`."""

    days: Sequence[tuple[str, ...]]
    gaps: Sequence[str]


@dataclass(frozen=True)
class Pen:
    """How large text is: `width(text, bold)`, and the height of a line; `em` is the unit of all distances."""

    width: Callable[[str, bool], float]
    line: float
    em: float

    def wrapped(self, text: str, room: float, bold: bool = False) -> list[str]:
        """Break a text between words into lines that fit; a word that does not stands alone."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, bold) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def widest(self, lines: Sequence[str], bold: bool = False) -> float:
        return max((self.width(line, bold) for line in lines), default=0.0)


def across(life: Lineage, told: Told, pen: Pen) -> Drawing:
    """Draw time from left to right: a column for the time between two changes, a dotted line for each of their days."""
    return _Across(life, told, pen).drawing()


def rail(life: Lineage, told: Told, pen: Pen, width: float) -> Drawing:
    """Draw time downwards, one code per row, so that nothing crosses."""
    return _Rail(life, told, pen, width).drawing()


def _box_lines(life: Lineage, place: int, pen: Pen, room: float) -> tuple[str, ...]:
    """The code with the first name, then each name that it got without a new number."""
    box = life.boxes[place]
    first, *later = box.names or ("",)
    bold = place == life.asked
    lines = pen.wrapped(f"{box.code} {first}", room, bold)
    for name in later:
        lines += pen.wrapped(name, room, bold)
    return tuple(lines)


class _Across:
    def __init__(self, life: Lineage, told: Told, pen: Pen):
        self._life, self._told, self._pen = life, told, pen
        self._lanes: dict[_Bracket, int] = {}
        self._lines = [_box_lines(life, place, pen, _WIDEST * pen.em) for place in range(len(life.boxes))]
        self._gaps = {(gap.box, gap.before): pen.wrapped(words, 9 * pen.em) for gap, words in zip(life.gaps, told.gaps)}

    def drawing(self) -> Drawing:
        drawing = Drawing()
        middles = self._middles()
        self._lanes = _lanes(self._life, middles)
        columns, days = self._columns()
        for place, box in enumerate(self._life.boxes):
            width, height = self._size(place)
            top = middles[place] - height / 2
            drawing.cards.append(Card(columns[box.column], top, width, height, self._lines[place], place == self._life.asked))
        self._draw_links(drawing, days, middles)
        self._draw_days(drawing, days)
        for (place, before), lines in self._gaps.items():
            self._draw_gap(drawing, drawing.cards[place], before, lines)
        return drawing

    def _size(self, place: int) -> tuple[float, float]:
        lines, pen = self._lines[place], self._pen
        return pen.widest(lines, place == self._life.asked) + pen.em, len(lines) * pen.line + pen.em / 2

    def _columns(self) -> tuple[list[float], list[float]]:
        """Give the left edge of each column, and where the line of each day stands."""
        pen, count = self._pen, len(self._life.dates) + 1
        widths = [3 * pen.em] * count
        for place, box in enumerate(self._life.boxes):
            widths[box.column] = max(widths[box.column], self._size(place)[0])
        labels = [pen.widest(lines) for lines in self._told.days]
        left, lefts, days = 0.0, [0.0], []
        for column, label in enumerate(labels):
            day = left + widths[column] + 1.2 * pen.em
            if days:
                day = max(day, days[-1] + (labels[column - 1] + label) / 2 + pen.em)
            days.append(day)
            left = day + (1.2 + _LANE * self._most_lanes(column)) * pen.em
            lefts.append(left)
        return lefts, days

    def _most_lanes(self, column: int) -> int:
        """Give the number of the last lane on the day after a column."""
        return max(lane for bracket, lane in self._lanes.items() if bracket.date == self._life.dates[column])

    def _middles(self) -> list[float]:
        """Give the height of every box: forerunners and descendants as two trees that meet in the asked code."""
        middles = [0.0] * len(self._life.boxes)
        for backwards in (True, False):
            below = self._tree(backwards)
            self._spread(self._life.asked, -self._extent(self._life.asked, below) / 2, below, middles)
        return middles

    def _tree(self, backwards: bool) -> dict[int, list[int]]:
        """Hang every box below the first one through which it is reached."""
        below: dict[int, list[int]] = {}
        seen, generation = {self._life.asked}, [self._life.asked]
        while generation:
            following = []
            for place in generation:
                ends = ((link.new, link.old) if backwards else (link.old, link.new) for link in self._life.links)
                found = (far for near, far in ends if near == place and far not in seen)
                below[place] = sorted(found, key=lambda far: self._life.boxes[far].code)
                seen.update(below[place])
                following += below[place]
            generation = following
        return below

    def _extent(self, place: int, below: dict[int, list[int]]) -> float:
        gaps = (len(self._gaps.get((place, before), ())) for before in (True, False))
        own = max(self._size(place)[1], max(gaps) * self._pen.line) + self._pen.em / 2
        return max(own, sum(self._extent(one, below) for one in below[place]))

    def _spread(self, place: int, top: float, below: dict[int, list[int]], middles: list[float]) -> None:
        extent = self._extent(place, below)
        extents = [self._extent(one, below) for one in below[place]]
        middles[place] = top + extent / 2
        top += (extent - sum(extents)) / 2
        for one, height in zip(below[place], extents):
            self._spread(one, top, below, middles)
            top += height

    def _draw_links(self, drawing: Drawing, days: Sequence[float], middles: Sequence[float]) -> None:
        """Draw what hangs together as one bracket, no piece of it twice: overlaid lines look thicker."""
        for bracket, lane in self._lanes.items():
            x = days[self._life.dates.index(bracket.date)] + lane * _LANE * self._pen.em
            for place in bracket.old:
                card = drawing.cards[place]
                drawing.strokes.append(Stroke(((card.left + card.width, middles[place]), (x, middles[place])), "solid"))
            for place in bracket.new:
                drawing.strokes.append(Stroke(((x, middles[place]), (drawing.cards[place].left, middles[place])), "solid"))
            if bracket.top < bracket.bottom:
                drawing.strokes.append(Stroke(((x, bracket.top), (x, bracket.bottom)), "solid"))

    def _draw_days(self, drawing: Drawing, days: Sequence[float]) -> None:
        pen = self._pen
        top = min(card.top for card in drawing.cards) - pen.em / 2
        bottom = max(card.top + card.height for card in drawing.cards) + pen.em / 2
        for x, lines in zip(days, self._told.days):
            drawing.strokes.append(Stroke(((x, top), (x, bottom)), "dotted"))
            for row, text in enumerate(reversed(lines)):
                words = Words(x - pen.width(text, False) / 2, top - (row + 1) * pen.line, text, row < len(lines) - 1)
                drawing.words.append(words)

    def _draw_gap(self, drawing: Drawing, card: Card, before: bool, lines: Sequence[str]) -> None:
        pen, middle = self._pen, card.top + card.height / 2
        near = card.left if before else card.left + card.width
        far = near - 2 * pen.em if before else near + 2 * pen.em
        drawing.strokes.append(Stroke(((near, middle), (far, middle)), "dashed"))
        top = middle - len(lines) * pen.line / 2
        for row, text in enumerate(lines):
            left = far - pen.em / 3 - pen.width(text, False) if before else far + pen.em / 3
            drawing.words.append(Words(left, top + row * pen.line, text, True))


class _Bracket(NamedTuple):
    """Links that hang together: from boxes on the left of an upright line to boxes on its right."""

    date: str
    old: tuple[int, ...]
    new: tuple[int, ...]
    top: float
    bottom: float


def _lanes(life: Lineage, middles: Sequence[float]) -> dict[_Bracket, int]:
    """Give the upright lines of a day places beside each other where they would run into one."""
    lanes: dict[_Bracket, int] = {}
    for links in together(life.links):
        old, new = tuple({link.old for link in links}), tuple({link.new for link in links})
        heights = [middles[place] for place in (*old, *new)]
        bracket = _Bracket(links[0].date, old, new, min(heights), max(heights))
        others = [other for other in lanes if other.date == bracket.date]
        free = (lane for lane in range(len(others)) if not any(_mix(bracket, lane, one, lanes[one], middles) for one in others))
        lanes[bracket] = next(free, len(others))
    return lanes


def _mix(bracket: _Bracket, lane: int, other: _Bracket, its: int, middles: Sequence[float]) -> bool:
    """Whether two brackets would look like one: on the same line, or by level lines at the same height."""
    if lane == its:
        return bracket.top <= other.bottom and other.top <= bracket.bottom
    far, near = (bracket, other) if lane > its else (other, bracket)
    return any(abs(middles[old] - middles[new]) < 1 for old in far.old for new in near.new)


class _Rail:
    def __init__(self, life: Lineage, told: Told, pen: Pen, width: float):
        self._life, self._told, self._pen = life, told, pen
        self._x, self._left = pen.em, 3 * pen.em
        self._room = width - self._left - 1.5 * pen.em
        self._top = 0.0
        self._ends: list[float] = []  # heights of the dots: between the first and the last the rail is drawn
        self._drawing = Drawing()

    def drawing(self) -> Drawing:
        for column in range(len(self._life.dates) + 1):
            for place in self._rows(column):
                self._row(place)
            if column < len(self._life.dates):
                self._day(self._told.days[column])
        self._drawing.strokes.append(Stroke(((self._x, self._ends[0]), (self._x, self._ends[-1])), "solid"))
        return self._drawing

    def _rows(self, column: int) -> list[int]:
        """Give the boxes of the time before a day: forerunners stand by the day that ended them, the others by their first."""
        dates, found = self._life.dates, []
        for place, box in enumerate(self._life.boxes):
            last = box.depth < 0 and box.end in dates
            if (dates.index(box.end) if last else box.column) == column:
                found.append(place)
        return sorted(found, key=lambda place: self._life.boxes[place].code)

    def _row(self, place: int) -> None:
        gaps = [(gap.before, words) for gap, words in zip(self._life.gaps, self._told.gaps) if gap.box == place]
        for words in (words for before, words in gaps if before):
            self._loose_end(words)
        self._card(place)
        for words in (words for before, words in gaps if not before):
            self._loose_end(words)

    def _card(self, place: int) -> None:
        pen, asked = self._pen, place == self._life.asked
        lines = _box_lines(self._life, place, pen, self._room - pen.em)
        height = len(lines) * pen.line + (pen.em / 2 if asked else pen.em / 4)
        middle = self._top + height / 2
        width = pen.widest(lines, asked) + pen.em
        self._drawing.cards.append(Card(self._left, self._top, width, height, lines, asked))
        x = self._x if asked else self._x + pen.em
        self._drawing.dots.append(Dot(x, middle, asked))
        end = self._left if asked else x
        self._drawing.strokes.append(Stroke(((self._x, middle), (end, middle)), "solid"))
        self._ends.append(middle)
        self._top += height
        self._beside(place)
        self._top += pen.em / 4

    def _beside(self, place: int) -> None:
        """Beyond the neighbours of the asked code, say whose line a row is in: the rail shows the time only."""
        depth = self._life.boxes[place].depth
        if abs(depth) < 2:
            return
        links = self._life.links
        near = (
            [link.new for link in links if link.old == place]
            if depth < 0
            else [link.old for link in links if link.new == place]
        )
        arrow = "→" if depth < 0 else "←"
        self._text(f"{arrow} {', '.join(self._life.boxes[one].code for one in near)}", self._left + self._pen.em / 2)

    def _text(self, text: str, left: float, muted: bool = True) -> None:
        for line in self._pen.wrapped(text, self._room):
            self._drawing.words.append(Words(left, self._top, line, muted))
            self._top += self._pen.line

    def _day(self, lines: Sequence[str]) -> None:
        pen = self._pen
        self._top += pen.em / 2
        text = " · ".join(lines)
        middle = self._top + pen.line / 2
        self._drawing.strokes.append(Stroke(((self._x, middle), (self._left, middle)), "dotted"))
        self._text(text, self._left + pen.em / 2, muted=False)
        self._top += pen.em / 2

    def _loose_end(self, words: str) -> None:
        x, top = self._x + self._pen.em, self._top
        self._text(words, self._left + self._pen.em / 2)
        self._drawing.strokes.append(Stroke(((x, top), (x, self._top)), "dashed"))
        self._top += self._pen.em / 4

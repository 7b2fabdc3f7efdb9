"""A code list made ready for showing and searching. No Qt here: it is built in the job that fetched the codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from ..core.codes import BYDEL, FYLKE, GRUNNKRETS, KOMMUNE, CodeList, is_filler
from ..core.text import fold
from ..core.units import WHOLE_COUNTRY

GEOGRAPHIC = (FYLKE, KOMMUNE, BYDEL, GRUNNKRETS)  # their codes begin with kommune or fylke


@dataclass(frozen=True)
class Shown:
    """What a search leaves: positions in the list, as a tree. `hits` and `total` leave out fillers and mere ancestors."""

    roots: list[int]
    children: dict[int, list[int]] = field(default_factory=dict)
    hits: int = 0
    total: int = 0


class CodeRows:
    """The codes of a list by position, with parents and folded names; fillers stand last among their siblings."""

    def __init__(self, codes: CodeList):
        self.list = codes
        self.codes = codes.codes
        self.parents = _parents(codes)
        self._keys = [code.code.casefold() for code in self.codes]
        self._names = [fold(f"{code.name} {code.presentation_name}".rstrip()) for code in self.codes]
        self._filler = [is_filler(code.code, codes.classification) for code in self.codes]
        places = [position for position, filler in enumerate(self._filler) if not filler]
        self._order = places + [position for position, filler in enumerate(self._filler) if filler]
        self._areas: dict[tuple, list[int]] = {}

    def is_filler(self, position: int) -> bool:
        return self._filler[position]

    def search(self, text: str = "", area: Sequence[str] = (WHOLE_COUNTRY,), level: str = "") -> Shown:
        """Give what is left by an area, a level and a text; a hit keeps everything below it and its way to the top."""
        base = self._base(tuple(area), level)
        total = sum(1 for position in base if not self._filler[position])
        words = fold(text).split()
        if not words:
            return Shown(*self._tree(base, level), total, total)
        hits = self._hits(base, words) or self._hits(base, [_with_zero(word) for word in words])
        kept = self._with_descendants(base, hits, level)
        return Shown(*self._tree(self._with_ancestors(base, kept, level), level), len(kept), total)

    def picked(self, shown: Shown) -> CodeList:
        """The codes that a search has left, in the service's order."""
        below = (position for positions in shown.children.values() for position in positions)
        wanted = sorted({*shown.roots, *below})
        return replace(self.list, codes=tuple(self.codes[position] for position in wanted))

    def _base(self, area: tuple[str, ...], level: str) -> list[int]:
        """The positions inside an area and level, in the order shown; remembered, since only the text changes often."""
        key = (area, level)
        if key not in self._areas:
            self._areas[key] = [
                position
                for position in self._order
                if (not level or self.codes[position].level == level) and self._inside(position, area)
            ]
        return self._areas[key]

    def _inside(self, position: int, area: tuple[str, ...]) -> bool:
        if WHOLE_COUNTRY in area or self.list.classification not in GEOGRAPHIC:
            return True
        code = self.codes[position].code
        # A kommune as area leaves its fylke among the fylker.
        return code.startswith(area) or any(part.startswith(code) for part in area)

    def _hits(self, base: Iterable[int], words: Sequence[str]) -> list[int]:
        """A word is the beginning of a code, or stands anywhere in a name."""
        keys, names, filler = self._keys, self._names, self._filler
        hits = [p for p in base if keys[p].startswith(words[0]) or words[0] in names[p]]
        for word in words[1:]:
            hits = [p for p in hits if keys[p].startswith(word) or word in names[p]]
        return [p for p in hits if not filler[p]]

    def _with_descendants(self, base: list[int], hits: list[int], level: str) -> set[int]:
        kept = set(hits)
        if level or not any(parent >= 0 for parent in self.parents):
            return kept
        grown = -1
        while grown != len(kept):
            grown = len(kept)
            kept.update(p for p in base if self.parents[p] in kept and not self._filler[p])
        return kept

    def _with_ancestors(self, base: list[int], kept: set[int], level: str) -> list[int]:
        if level:
            return [p for p in base if p in kept]
        wanted = set(kept)
        for position in kept:
            parent = self.parents[position]
            while parent >= 0 and parent not in wanted:
                wanted.add(parent)
                parent = self.parents[parent]
        return [p for p in base if p in wanted]

    def _tree(self, positions: list[int], level: str) -> tuple[list[int], dict[int, list[int]]]:
        if level:
            return positions, {}
        shown = set(positions)
        roots: list[int] = []
        children: dict[int, list[int]] = {}
        for position in positions:
            parent = self.parents[position]
            if parent in shown:
                children.setdefault(parent, []).append(position)
            else:
                roots.append(position)
        return roots, children


def _parents(codes: CodeList) -> list[int]:
    """The position of each code's parent, -1 at the top. Over a period a code may stand twice: the first one is the parent."""
    first: dict[str, int] = {}
    for position, code in enumerate(codes.codes):
        first.setdefault(code.code, position)
    return [first.get(code.parent_code, -1) if code.parent_code else -1 for code in codes.codes]


def _with_zero(word: str) -> str:
    """A number whose zero in front was lost: 301 → 0301."""
    return f"0{word}" if word.isdigit() else word

"""The registers of a cache as they lie on disk at one time, loaded when they are first looked into."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Optional

from ..core import dates
from ..core.codes import Code, CodeList, Version, natural_parent
from ..core.keys import KeyShape
from ..core.lives import ChangeGraph, Lives
from ..core.recoding import read_code
from . import change_graph, registers
from .cache import Cache

MOST_SPELLINGS = 20_000  # of a register, kept at hand
_LIST = re.compile(r"codes_(\d+)_(\d{4}-\d\d-\d\d)__nb(?:__future)?")


@dataclass(frozen=True)
class Place:
    """Where registers are kept, and which day it is."""

    cache_folder: Path
    today: datetime.date


class Entry(NamedTuple):
    """A code as it was on a day. `parent_code` is "" where what lies on disk does not say it, None where there is none."""

    code: str
    name: str
    level: str
    parent_code: Optional[str]


class Spellings:
    """Reads values as codes, each spelling once: 301 and "0301 Oslo" are 0301."""

    def __init__(self, shape: KeyShape):
        self._shape = shape
        self._read: dict[Hashable, str] = {}

    def code(self, value: object) -> str:
        """Give the code that a value stands for, "" for none."""
        try:
            return self._read[value]
        except KeyError:
            code = read_code(value, self._shape).key or ""
        except TypeError:  # a list, a geometry
            return ""
        if len(self._read) >= MOST_SPELLINGS:
            self._read.clear()
        self._read[value] = code
        return code


class Day:
    """The codes of a classification, or of one of its levels, on a day; all of them by `entries()`."""

    def __init__(self, entry: Callable[[str], Entry | None], spellings: Spellings, everything: Callable[[], Iterable[Entry]]):
        self._entry = entry
        self._spellings = spellings
        self.entries = everything

    def find(self, value: object) -> Entry | None:
        """Give what a value stands for, in any spelling; None for what is no code of that day."""
        found = self._entry(value) if type(value) is str else None
        return found or self._entry(self._spellings.code(value))


class Shelf:
    """What lies in the cache at one time. What an earlier shelf has loaded, and was not stored since, is taken over."""

    def __init__(self, place: Place, earlier: Shelf | None = None):
        self.place = place
        self._folder = place.cache_folder / registers.KIND
        self._state = _state(self._folder)
        self._files = {file.stem for file in self._folder.glob("*.json")} if self._state else set()
        self._loaded: dict[str, tuple[tuple, object]] = earlier._loaded if earlier else {}

    def is_old(self) -> bool:
        return _state(self._folder) != self._state

    def day(self, number: int, level: str, day: str) -> tuple[Day | None, str]:
        """Give the codes of a day, and the day on which they were fetched.

        The list of that day is best, then all times of all codes, then the list of a day of the same version.
        """
        exact = self._list_of(f"codes_{number}_{day}__nb") or self._list_of(f"codes_{number}_{day}__nb__future")
        if exact:
            return exact.at(level), exact.stored
        near = self._neighbour(number, day)
        times = self._times(number)
        if times:
            return times.at(level, day, near), times.stored
        return (near.at(level, day), near.stored) if near else (None, "")

    def graph(self, number: int, start: str, end: str) -> ChangeGraph | None:
        """Give every code and change of a classification; None where a table between two days ("": the first) is not kept."""
        times = self._times(number)
        if times is None:
            return None
        known = self._load(f"change-tables_{number}", lambda kept: change_graph.graph_of(times.lives, kept), times.stamp)
        first, last = sorted((start or times.lives.starts[0], end)) if times.lives.starts else ("", "")
        needed = {day for day in times.lives.starts[1:] if first < day <= last}
        return known[0] if known and needed <= known[1] else None

    def lives(self, number: int) -> Lives | None:
        times = self._times(number)
        return times.lives if times else None

    def shape(self, number: int, level: str) -> KeyShape | None:
        times = self._times(number)
        return times.shape(level) if times else None

    def _times(self, number: int) -> _Times | None:
        return self._load(f"lives_{number}", lambda kept: _Times(number, kept, self._file_state(f"lives_{number}")))

    def _list_of(self, key: str) -> _List | None:
        return self._load(key, lambda kept: _List(key, kept))

    def _neighbour(self, number: int, day: str) -> _List | None:
        """Give the list of the nearest day on which the same version applied."""
        known = self._load(f"classification_{number}", lambda kept: registers.versions_of(kept.value))
        versions: tuple[Version, ...] = known or ()
        version = next((version for version in versions if version.covers(day)), None)
        kept = {found[2]: found[0] for file in self._files if (found := _LIST.fullmatch(file)) and found[1] == str(number)}
        days = [other for other in kept if version and version.covers(other)]
        if not days:
            return None
        wanted = dates.parse(day)
        return self._list_of(kept[min(days, key=lambda other: abs(dates.parse(other) - wanted))])

    def _load(self, key: str, make: Callable, more: object = None) -> Any:
        """Give what `make` makes of a kept value; None where there is nothing, or nothing readable. Made once."""
        if key not in self._files:
            return None
        stamp = (self._file_state(key), more)
        known = self._loaded.get(key)
        if known is None or known[0] != stamp:
            kept = Cache(self.place.cache_folder).load(registers.KIND, key)
            try:
                value = make(kept) if kept else None
            except (LookupError, TypeError, ValueError):  # kept by another version of the plugin
                value = None
            known = self._loaded[key] = (stamp, value)
        return known[1]

    def _file_state(self, key: str) -> tuple[int, ...]:
        return _state(self._folder / f"{key}.json")


class _List:
    """The codes of one day."""

    def __init__(self, key: str, kept):
        _, number, day, *_ = key.split("_")
        self.stored = kept.stored.date().isoformat()
        self._codes = CodeList(int(number), dates.parse(day), tuple(Code(*row) for row in kept.value[1]))
        self._levels: dict[str, tuple[dict[str, Entry], Spellings]] = {}

    def at(self, level: str, day: str = "") -> Day:
        """Give the codes of a level; with a `day`, only those that say nothing against being valid on it."""
        if level not in self._levels:
            codes = self._codes.at_level(level)
            entries = {code.code: self._entry(code) for code in codes.codes}
            self._levels[level] = entries, Spellings(KeyShape.of(codes))
        entries, spellings = self._levels[level]
        if day and self._limited:
            entries = {code: entry for code, entry in entries.items() if self._holds(code, day)}
        return Day(entries.get, spellings, entries.values)

    def parent_of(self, code: str) -> str | None:
        """Give the code above; "" where the list does not have the code."""
        found = self._codes.by_code.get(code)
        return self._entry(found).parent_code if found else ""

    def _entry(self, code: Code) -> Entry:
        parent = code.parent_code or natural_parent(code.code, self._codes.classification)
        return Entry(code.code, code.name, code.level, parent)

    @cached_property
    def _limited(self) -> bool:
        return any(code.valid_from or code.valid_to for code in self._codes.codes)

    def _holds(self, code: str, day: str) -> bool:
        found = self._codes.by_code[code]
        return (found.valid_from or "") <= day and (not found.valid_to or day < found.valid_to)


class _Times:
    """Every code that ever was, with its times."""

    def __init__(self, number: int, kept, stamp: tuple[int, ...]):
        self.stored = kept.stored.date().isoformat()
        self.lives: Lives = change_graph.lives_of(number, kept.value)
        self.stamp = stamp
        self._levels: dict[str, tuple[Lives, KeyShape, Spellings]] = {}

    def at(self, level: str, day: str, near: _List | None) -> Day:
        """Give the codes of a day. What is above a code stands in lists only: `near` is one of the same version."""
        lives, _, spellings = self._at_level(level)
        number = lives.classification

        def entry(code: str) -> Entry | None:
            life = lives.life_on(code, day)
            if life is None:
                return None
            parent = natural_parent(code, number) or (near.parent_of(code) if near else "")
            return Entry(code, life.name, life.level, parent)

        return Day(entry, spellings, lambda: filter(None, map(entry, lives)))

    def shape(self, level: str) -> KeyShape:
        return self._at_level(level)[1]

    def _at_level(self, level: str) -> tuple[Lives, KeyShape, Spellings]:
        if level not in self._levels:
            lives = self.lives.at_level(level)
            shape = KeyShape.of(lives.ever())
            self._levels[level] = lives, shape, Spellings(shape)
        return self._levels[level]


def _state(path: Path) -> tuple[int, ...]:
    """Tell one state of a file or folder from another; () where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size

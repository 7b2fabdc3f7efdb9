"""Kept registers for looking up one code at a time: from any thread, many thousand times a second, asking nobody.

What lies on disk is loaded when it is first needed, and again when it was fetched anew: by us, which is seen at once, or by
another program that shares the cache, which is seen within a second.
"""

from __future__ import annotations

import datetime
import threading
import time
from collections.abc import Callable, Hashable
from typing import Any

from ..core import dates
from ..core.codes import classification_id
from ..core.errors import NotKept
from ..core.keys import as_text
from ..core.lives import Lives
from ..core.recoding import Recoder
from .cache import Cache
from .kept_shelf import MOST_SPELLINGS, Day, Place, Shelf

_LOOK = 1.0  # seconds between two looks at what other programs have fetched
_MOST = 512  # days, or pairs of days, that are kept at hand: a column may hold any number of them


class Way:
    """From the codes of one day to those of another."""

    def __init__(self, recoder: Recoder):
        self._recoder = recoder
        self._known: dict[Hashable, str | None] = {}

    def new_code(self, value: object) -> str | None:
        """Give the code that took its place; None where there is none, several, or nobody knows."""
        try:
            return self._known[value]
        except KeyError:
            found = self._recoder.recode(value).new_code
        except TypeError:  # a list, a geometry
            return None
        if len(self._known) >= MOST_SPELLINGS:
            self._known.clear()
        self._known[value] = found
        return found


class KeptCodes:
    """The registers of a cache. `place` is asked now and then; `miss` is told once of each register that is not there.

    Classifications and days are taken as people write them: `text` makes text of them, and "" of nothing.
    """

    def __init__(
        self,
        place: Callable[[], Place],
        miss: Callable[[NotKept], None] = lambda error: None,
        text: Callable[[object], str] = as_text,
        clock: Callable[[], float] = time.monotonic,
    ):
        self._place, self._miss, self._text, self._clock = place, miss, text, clock
        self._shelf: Any = None  # a Shelf, from the first look on
        self._seen, self._next_look = -1, 0.0
        self._known: dict[tuple, Any] = {}
        self._told: set[tuple] = set()
        self._busy = threading.RLock()

    def on(self, classification: Hashable, day: Hashable = None) -> Day | None:
        """Give the codes of a day (today without one); None where they are not kept.

        Raises UnknownClassification and BadDates.
        """
        if self._seen != Cache.stored or self._clock() > self._next_look:
            self._look()
        try:
            return self._known[classification, day]
        except KeyError:
            return self._made((classification, day), self._open_day)

    def between(self, classification: Hashable, start: Hashable = None, end: Hashable = None) -> Way | None:
        """Give the way from the codes of one day (each from its own last one without it) to those of another (or today).

        None where not all changes between them are kept. Raises UnknownClassification and BadDates.
        """
        if self._seen != Cache.stored or self._clock() > self._next_look:
            self._look()
        try:
            return self._known[classification, start, end]
        except KeyError:
            return self._made((classification, start, end), self._open_way)

    def times(self, number: int) -> Lives | None:
        """Give every code that ever was, with its times; None where they are not kept."""
        self._look()
        return self._shelf.lives(number)

    def tell_parents(self, classification: Hashable, day: Hashable = None) -> None:
        """Tell that what is above the codes of a day is not kept."""
        number, _ = classification_id(self._text(classification))
        self._tell("parents", number, self._day(day) or self._place().today)

    def _day(self, given: Hashable) -> datetime.date | None:
        text = self._text(given)
        return dates.parse(text) if text else None

    def _tell(self, what: str, classification: int, day: object) -> None:
        """Tell what is missed, once for each register."""
        if (what, classification) not in self._told:
            self._told.add((what, classification))
            self._miss(NotKept(what, classification, str(day)))

    def _look(self) -> None:
        """See whether the settings or the cache are other than they were."""
        with self._busy:
            place, seen = self._place(), Cache.stored
            shelf = self._shelf
            if shelf is None or shelf.place != place or self._seen != seen or shelf.is_old():
                self._shelf = Shelf(place, shelf if shelf and shelf.place.cache_folder == place.cache_folder else None)
                self._known = {}
            self._seen, self._next_look = seen, self._clock() + _LOOK

    def _made(self, key: tuple, make: Callable):
        with self._busy:
            known = self._known
            if key not in known:
                if len(known) >= _MOST:
                    known.clear()
                known[key] = make(*key)
            return known[key]

    def _open_day(self, classification: Hashable, given: Hashable) -> Day | None:
        number, level = classification_id(self._text(classification))
        day = (self._day(given) or self._shelf.place.today).isoformat()
        found, stored = self._shelf.day(number, level, day)
        if found is None:
            self._tell("codes", number, day)
        elif stored[:4] < day[:4]:
            self._tell("old", number, stored)
        return found

    def _open_way(self, classification: Hashable, start: Hashable, end: Hashable) -> Way | None:
        number, level = classification_id(self._text(classification))
        since, until = self._day(start), self._day(end) or self._shelf.place.today
        graph = self._shelf.graph(number, since.isoformat() if since else "", until.isoformat())
        if graph is None:
            self._tell("changes", number, until)
            return None
        return Way(Recoder(graph, since, until, level, shape=self._shelf.shape(number, level)))

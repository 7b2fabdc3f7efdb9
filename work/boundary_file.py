"""What boundaries are asked for, and what comes of it: a file with where it came from."""

from __future__ import annotations

import dataclasses
import datetime
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

from ..core.dataset_record import DatasetRecord
from ..core.extent import Extent
from ..core.feedback import Feedback
from ..core.units import WHOLE_COUNTRY
from .cache import Cache
from .kept_files import load_record, store_record
from .routes import Source

KIND = "boundaries"  # in the cache
LICENCE = "CC BY 4.0"
CREDIT = "© Kartverket"


@dataclass(frozen=True)
class BoundaryRequest:
    """What is wanted: a key of `units.UNITS`, areas as `units.parse_areas` gives them, the division of 1 January of
    `vintage` (None: the newest that is valid today), and a CRS such as EPSG:25833 (None: suited to the areas).

    `coast` is sea (as registered, to the territorial limit) or coast (without the sea). `extent` leaves only the units that
    it meets.
    """

    unit: str
    areas: tuple[str, ...] = (WHOLE_COUNTRY,)
    vintage: int | None = None
    crs: str | None = None
    coast: str = "sea"
    extent: Extent | None = None


@dataclass(frozen=True)
class BoundaryFile:
    """A GeoPackage in the cache and where it came from. `missing` are the areas that could not be had.

    `reused`: nothing was transferred. `kept`: nobody answered, so it may be old. `features` counts units (or borders).
    `dataset` is Geonorge's id; `newest`: no year was asked for. `coast` is the title of the data that the sea was taken
    away with, "" for boundaries as registered; `own_coast`: the shapes themselves are from there. `about` is what the
    catalogue says of the data set, None where it did not answer. `changed` is when its features last were, by its own word.
    """

    path: Path
    layer: str
    unit: str
    areas: tuple[str, ...]
    vintage: int
    crs: str
    title: str
    sources: tuple[Source, ...]
    fetched: str
    features: int
    valid_from: str = ""
    missing: tuple[str, ...] = ()
    coast: str = ""
    coast_url: str = ""
    own_coast: bool = False
    reused: bool = False
    kept: bool = False
    dataset: str = ""
    newest: bool = False
    fetched_at: str = ""
    changed: str = ""
    about: DatasetRecord | None = None
    extent: Extent | None = None

    @property
    def is_to_come(self) -> bool:
        """Whether it was fetched before it was valid."""
        return f"{self.vintage}-01-01" > self.fetched[:10]

    def since(self, moment: datetime.datetime) -> bool:
        """Whether it was fetched at `moment` or later."""
        return self.moment is not None and self.moment >= moment

    @property
    def moment(self) -> datetime.datetime | None:
        """When it was fetched, as this machine's clock said; None where that is not known."""
        try:
            return datetime.datetime.fromisoformat(self.fetched_at)
        except ValueError:
            return None

    @property
    def is_edited(self) -> bool:
        """Whether somebody has edited it since: it is a layer in a project, where QGIS writes what people change."""
        now = _changed(self) if self.changed else ""
        return bool(now) and now != self.changed

    @property
    def updated(self) -> str:
        """When the newest of the files was changed, as the server says it; "" where it does not."""
        return max((source.last_modified for source in self.sources), key=seconds_of, default="")


def seconds_of(http_date: str) -> float:
    """Give seconds since 1970 for a date such as `Wed, 10 Dec 2025 09:00:00 GMT`; 0 for what is none."""
    try:
        return parsedate_to_datetime(http_date).timestamp()
    except (TypeError, ValueError, IndexError, OverflowError):
        return 0.0


def kept_file(cache: Cache, key: str) -> BoundaryFile | None:
    """Give what is in the cache; nobody is asked."""

    def made(values: dict) -> BoundaryFile:
        sources = tuple(Source(**source) for source in values["sources"])
        return BoundaryFile(
            **{**values, "areas": tuple(values["areas"]), "missing": tuple(values["missing"]), "sources": sources}
        )

    return load_record(cache, KIND, key, made)


def remember(cache: Cache, key: str, found: BoundaryFile, feedback: Feedback) -> None:
    """Keep a file that lies in the cache, for `kept_file`."""
    store_record(cache, KIND, key, found, ("reused", "kept", "about", "extent"), feedback)


def as_made(found: BoundaryFile) -> BoundaryFile:
    """Note in what state a new file is, so that it is seen when somebody edits it."""
    return dataclasses.replace(found, changed=_changed(found))


def _changed(found: BoundaryFile) -> str:
    """Read when the features were changed, as whoever writes a GeoPackage has to note; "" where that can't be read now."""
    try:
        with closing(sqlite3.connect(f"{found.path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            row = database.execute("SELECT last_change FROM gpkg_contents WHERE table_name = ?", (found.layer,)).fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0] or "") if row else ""

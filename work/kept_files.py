"""Files of the cache with a record beside each: a dataclass whose `path` is the file."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ..core.feedback import Feedback
from .cache import Cache

Record = TypeVar("Record", bound=Any)


def load_record(cache: Cache, kind: str, key: str, make: Callable[[dict[str, Any]], Record]) -> Record | None:
    """Give what `store_record` kept, as long as its file is there; nobody is asked.

    `make` builds it of its values. Where it can't (TypeError, ValueError, KeyError) another version of the plugin kept them.
    """
    kept = cache.load(kind, key)
    if kept is None:
        return None
    try:
        values = dict(kept.value)
        found = make({**values, "path": cache.folder / kind / values["path"]})
    except (TypeError, ValueError, KeyError):
        return None
    return found if found.path.is_file() else None


def store_record(cache: Cache, kind: str, key: str, record: Any, passing: Iterable[str], feedback: Feedback) -> None:
    """Keep a record without the fields in `passing`, which are of one run; its file lies in the folder of `kind` already."""
    values = dataclasses.asdict(record)
    values["path"] = record.path.name  # the cache may be moved
    for name in passing:
        del values[name]
    cache.remember(kind, key, values, feedback)

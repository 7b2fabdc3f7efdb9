"""What lies in the cache, how much it is, and taking out what nobody needs."""

from __future__ import annotations

import datetime
import itertools
import json
import os
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core.feedback import SILENT, Feedback

_COMPANIONS = ("-wal", "-shm", "-journal")  # what SQLite puts beside a file
_YOUNG = datetime.timedelta(minutes=10)  # another window may be about to open it
_WITH_RECORDS = ("boundaries", "opendata")
_LEFT = (".work-", ".lock-")  # of a program that crashed
_NOT_OURS = ("windows", "projects")  # who uses the cache: not contents
_MADE = "layers"  # what users made of their own data: nobody could fetch it again


@dataclass(frozen=True)
class Entry:
    """One file. `kind` is the folder that it lies in: boundaries, tables, registers …; `used` when it was last written."""

    path: Path
    kind: str
    size: int
    used: datetime.datetime


@dataclass(frozen=True)
class Cleaned:
    """What a clean-up took out, in files and bytes, and how many files are in use and stay."""

    removed: int
    freed: int
    held: int


def contents(folder: Path) -> list[Entry]:
    """List the files of the cache, the largest first; [] where there is no cache yet."""
    found = [entry for path in _files(folder) if (entry := _entry(folder, path))]
    return sorted(found, key=lambda entry: (-entry.size, entry.path))


def size(folder: Path) -> int:
    """Give the bytes of the whole cache."""
    return sum(entry.size for entry in contents(folder))


def clean(folder: Path, held: Collection[Path], *, feedback: Feedback = SILENT) -> Cleaned:
    """Take out what can be fetched again, but no files in `held`, and none that is so young that it may be about to be
    opened."""
    kept = {plain(path) for path in held}
    removed = freed = stay = 0
    entries = contents(folder)
    for number, entry in enumerate(entries):
        feedback.check()
        feedback.progress(number / len(entries))
        if plain(_owner(entry.path)) in kept or entry.kind == _MADE:
            stay += 1
        elif _age(entry) > _YOUNG and remove(entry.path):
            removed, freed = removed + 1, freed + entry.size
    _remove_records(folder)
    _remove_leftovers(folder)
    return Cleaned(removed, freed, stay)


def remove(path: Path) -> bool:
    """Remove a file and what SQLite put beside it; whether it is gone. One that is open elsewhere stays on Windows."""
    try:
        path.unlink(missing_ok=True)
        for companion in _COMPANIONS:
            path.with_name(path.name + companion).unlink(missing_ok=True)
    except OSError:
        return False
    return True


def is_in(folder: Path, path: Path) -> bool:
    return plain(folder) in plain(path).parents


def plain(path: Path) -> Path:
    """Give a path in the form in which two are compared. The disk is not asked: it may be a network's, and slow."""
    return Path(os.path.normcase(os.path.normpath(Path(path).absolute())))


def _owner(path: Path) -> Path:
    """Give the file that one of SQLite's companions belongs to."""
    for companion in _COMPANIONS:
        if path.name.endswith(companion):
            return path.with_name(path.name.removesuffix(companion))
    return path


def _files(folder: Path) -> Iterator[Path]:
    for kind in sorted(folder.iterdir()) if folder.is_dir() else ():
        if kind.is_dir() and kind.name not in _NOT_OURS:
            yield from (path for path in sorted(kind.iterdir()) if path.is_file() and not path.name.startswith("."))


def _entry(folder: Path, path: Path) -> Entry | None:
    try:
        facts = path.stat()
    except OSError:
        return None  # removed meanwhile
    return Entry(path, path.parent.name, facts.st_size, datetime.datetime.fromtimestamp(facts.st_mtime))


def _age(entry: Entry) -> datetime.timedelta:
    return datetime.datetime.now() - entry.used


def _remove_records(folder: Path) -> None:
    """Records of files that are gone go with them; they would be asked about for nothing."""
    for record in itertools.chain.from_iterable((folder / kind).glob("*.json") for kind in _WITH_RECORDS):
        try:
            named = json.loads(record.read_text("utf-8"))["value"]["path"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if not (record.parent / str(named)).exists():
            remove(record)


def _remove_leftovers(folder: Path) -> None:
    for kind in folder.iterdir() if folder.is_dir() else ():
        for path in kind.iterdir() if kind.is_dir() else ():
            if not path.name.startswith(_LEFT):
                continue
            entry = _entry(folder, path)
            if entry and _age(entry) > datetime.timedelta(days=1):
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else remove(path)

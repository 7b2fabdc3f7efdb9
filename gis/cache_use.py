"""Which files of the cache are in use: by the open project, by other windows of QGIS, and by projects that were saved."""

from __future__ import annotations

import json
import uuid
import zipfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QLockFile, QObject

from ..work import cache_contents
from ..work.cache import Cache
from .origins import place

_WINDOWS, _PROJECTS = "windows", "projects"


def files_of(project: QgsProject, folder: Path) -> set[Path]:
    """Give the files of the cache that the layers of a project are read from. On the GUI thread."""
    places = (place(layer)[0] for layer in project.mapLayers().values() if layer.providerType() == "ogr")
    return {path for path in places if cache_contents.is_in(folder, path)}


def note_saved(project: QgsProject, folder: Path) -> None:
    """Remember that a project on disk uses the cache: what it names is not cleaned up."""
    files = files_of(project, folder)
    if files and project.fileName():
        value = {"project": project.fileName(), "files": sorted(path.name for path in files)}
        Cache(folder).store(_PROJECTS, project.fileName(), value)


def held(folder: Path, here: Collection[Path], window: str = "") -> set[Path]:
    """Give every file that somebody uses. `here`: those of the open project; `window`: the token of this one."""
    candidates = {entry.path for entry in cache_contents.contents(folder)}
    names = {name for texts in _saved(folder) for name in _named_in(texts, candidates)}
    names |= {name for names_there in _other_windows(folder, window) for name in names_there}
    return {*here, *(path for path in candidates if path.name in names)}


def remove_unheld(folder: Path, paths: Iterable[Path], here: Collection[Path], window: str = "") -> list[Path]:
    """Remove files of the cache that nobody uses any more; give those that stay for now. In any thread."""
    mine = [path for path in paths if cache_contents.is_in(folder, path) and path.exists()]
    used = {cache_contents.plain(path) for path in held(folder, here, window)} if mine else set()
    return [path for path in mine if cache_contents.plain(path) in used or not cache_contents.remove(path)]


class Window(QObject):
    """Tells other windows which files of the cache this one has open, as long as it lives.

    Beside the list lies a lock: one that nobody holds is of a window that crashed.
    """

    def __init__(self, project: QgsProject, folder: Path, parent: QObject | None = None):
        super().__init__(parent)
        self.token = uuid.uuid4().hex[:12]
        self._project, self._folder = project, folder
        self._lock: QLockFile | None = None
        self._told: set[Path] = set()
        self._signals = [project.layersAdded, project.layersRemoved, project.readProject, project.cleared]
        for signal in self._signals:
            signal.connect(self.tell)

    def files(self) -> set[Path]:
        return files_of(self._project, self._folder)

    def tell(self, *_facts: object) -> None:
        """Write the list, where it has changed."""
        files = self.files()
        if files == self._told:
            return
        self._told = files
        folder = self._folder / _WINDOWS
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if self._lock is None:
                self._lock = QLockFile(str(folder / f"{self.token}.lock"))
                self._lock.setStaleLockTime(0)
                self._lock.tryLock(0)
            (folder / f"{self.token}.json").write_text(json.dumps(sorted(path.name for path in files)), "utf-8")
        except OSError:
            self._told = set()  # a cache that can't be written can't be cleaned up either

    def close(self) -> None:
        while self._signals:
            self._signals.pop().disconnect(self.tell)
        if self._lock is not None:
            cache_contents.remove(self._folder / _WINDOWS / f"{self.token}.json")
            self._lock.unlock()
            self._lock = None


def _other_windows(folder: Path, token: str) -> Iterator[list[str]]:
    """Give the lists of windows that live; those of others go."""
    for path in (folder / _WINDOWS).glob("*.json"):
        if path.stem == token:
            continue
        lock = QLockFile(str(path.with_suffix(".lock")))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            lock.unlock()
            cache_contents.remove(path)
            continue
        try:
            names = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            continue
        yield [str(name) for name in names] if isinstance(names, list) else []


def _saved(folder: Path) -> Iterator[str]:
    """Give the texts of saved projects that used the cache; for those that lie in a database, what was noted of them."""
    for record in (folder / _PROJECTS).glob("*.json"):
        try:
            value = json.loads(record.read_text("utf-8"))["value"]
            path, noted = Path(value["project"]), " ".join(value["files"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if path.suffix.casefold() not in (".qgs", ".qgz"):
            yield noted
        elif path.is_file():
            yield _text_of(path) or noted
        elif path.parent.is_dir():
            cache_contents.remove(record)  # the project is gone, and not just its disk
        else:
            yield noted


def _text_of(project: Path) -> str:
    try:
        if project.suffix.casefold() == ".qgs":
            return project.read_text("utf-8", errors="replace")
        with zipfile.ZipFile(project) as archive:
            inner = next(name for name in archive.namelist() if name.casefold().endswith(".qgs"))
            return archive.read(inner).decode("utf-8", "replace")
    except (OSError, zipfile.BadZipFile, StopIteration):
        return ""


def _named_in(text: str, candidates: Collection[Path]) -> Iterator[str]:
    return (path.name for path in candidates if path.name in text)

"""Boundaries kept outside of the cache: in a GeoPackage of the user's, or in a PostGIS database."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from qgis.core import QgsDataSourceUri, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import BadFile, DatabaseRefused
from ..core.feedback import SILENT, Feedback
from ..core.keep_targets import DatabaseTarget, FileTarget, KeepTarget
from ..core.units import UNITS
from ..work import cache_contents, keep_in_file
from ..work.boundary_file import CREDIT, BoundaryFile
from ..work.keep_in_file import Content
from ..work.stored_styles import style_file
from . import databases, garbage, styles
from .courier import courier
from .databases import Access
from .layers import boundary_title, describe_boundaries, licence_of, page_of
from .origins import place
from .wording import date_text, layer_fault_text

T = TypeVar("T")
translate = QCoreApplication.translate
_LOOK_SECONDS = 0.1


@dataclass(frozen=True)
class Place:
    """A target, and how its database is reached; `access` is None for a file."""

    target: KeepTarget
    access: Access | None = None

    @property
    def title(self) -> str:
        return self.target.title


def place_for(target: KeepTarget | None) -> Place | None:
    """Give the place of a target; None for the cache. On the GUI thread. Raises DatabaseRefused."""
    if isinstance(target, DatabaseTarget):
        return Place(target, databases.access(target.connection))
    return Place(target) if target is not None else None


def place_of(layer: QgsMapLayer, cache_folder: Path) -> Place | None:
    """Give the place that a layer is kept in, without its table; None for the cache, and what we can't write to."""
    if layer.providerType() == databases.PROVIDER:
        access = databases.access_of(layer)
        return Place(DatabaseTarget(access.name, QgsDataSourceUri(layer.source()).schema() or "public"), access)
    path, _ = place(layer)
    if layer.providerType() != "ogr" or path.suffix.casefold() != ".gpkg" or cache_contents.is_in(cache_folder, path):
        return None
    return Place(FileTarget(path))


def require_free(where: Place, *, replace: bool = False, feedback: Feedback = SILENT) -> None:
    """Look whether a chosen table may be written, before anything is fetched. In any thread. Raises as `keep`."""
    target = where.target
    if isinstance(target, FileTarget):
        keep_in_file.free_table(target, "x", replace=replace)
        return
    from ..work.keep_in_database import free_table

    _abandoned_on_cancel(lambda _: free_table(where.access.login, target, "x", replace=replace), feedback)


def schemas(access: Access, feedback: Feedback = SILENT) -> list[str]:
    """Give the schemas of a database in which tables may be made. In a job. Raises DatabaseRefused."""
    from ..work.keep_in_database import schemas as ask

    return _abandoned_on_cancel(lambda _: ask(access.name, access.login), feedback)


def keep(file: BoundaryFile, where: Place, *, replace: bool = False, feedback: Feedback = SILENT) -> QgsVectorLayer:
    """Write boundaries where they are to be kept, and open them there. In a job: the layer is handed to the GUI thread.

    Raises as `write`.
    """
    return _opened(file, write(file, where, replace=replace, feedback=feedback))


def write(file: BoundaryFile, where: Place, *, replace: bool = False, feedback: Feedback = SILENT) -> Place:
    """Write boundaries into a table; give the place with its name. In a job.

    Raises TableTaken, DatabaseRefused, NotGeoPackage, NotWritable, DiskFull, BadFile or Cancelled; nothing is changed then.
    """
    feedback.step("writing")
    content, target = _content(file), where.target
    if isinstance(target, FileTarget):
        table = keep_in_file.keep_in_file(content, target, replace=replace, feedback=feedback)
    else:
        from ..work.keep_in_database import keep_in_database

        table = _abandoned_on_cancel(
            lambda inner: keep_in_database(content, where.access.login, target, replace=replace, feedback=inner), feedback
        )
    return dataclasses.replace(where, target=dataclasses.replace(target, table=table))


def show(layer: QgsVectorLayer, file: BoundaryFile, project: QgsProject) -> QgsVectorLayer:
    """Put a layer that `keep` gave into the project, with its style. On the GUI thread."""
    styles.apply(layer, file.unit)
    return project.addMapLayer(layer)


def source_of(where: Place) -> tuple[str, str]:
    """Give the data source of a place with its table, and QGIS's provider for it."""
    target = where.target
    if isinstance(target, FileTarget):
        return f"{target.path}|layername={target.table}", "ogr"
    from ..work.keep_in_database import GEOMETRY, KEY

    return databases.layer_uri(where.access, target.schema, target.table, GEOMETRY, KEY), databases.PROVIDER


def table_of(layer: QgsVectorLayer) -> str:
    """Give the name of the table that a layer shows."""
    if layer.providerType() == databases.PROVIDER:
        return QgsDataSourceUri(layer.source()).table()
    return place(layer)[1]


def _opened(file: BoundaryFile, where: Place) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions()
    options.loadDefaultStyle = False  # the user's words and names go into ours
    source, provider = source_of(where)
    layer = QgsVectorLayer(source, boundary_title(file), provider, options)
    if not layer.isValid():
        words = layer_fault_text(layer)
        if where.access is not None:
            raise DatabaseRefused(where.access.name, "other", words)
        raise BadFile(str(where.target.path), "unreadable", "", words)
    describe_boundaries(layer, file)
    layer.moveToThread(courier().home)
    return layer


def _content(file: BoundaryFile) -> Content:
    unit, style = UNITS[file.unit], style_file(file.unit)
    comment = translate("Layers", "{title}. {credit}, {licence}. Source: {page}, fetched on {date}.").format(
        title=boundary_title(file), credit=CREDIT, licence=licence_of(file), page=page_of(file), date=date_text(file.fetched)
    )
    return Content(file.path, file.layer, boundary_title(file), style.read_text("utf-8"), unit.code_field, comment)


def _abandoned_on_cancel(work: Callable[[Feedback], T], feedback: Feedback) -> T:
    """Do work in a thread of its own, and leave that alone with it at a cancel: waiting for a server can't be broken off.

    What is left comes to nothing: it asks for the cancel before it makes anything lasting.
    """
    left, done = threading.Event(), threading.Event()
    told: dict[str, object] = {"fraction": 0.0}

    def run() -> None:
        inner = Feedback(lambda fraction: told.update(fraction=fraction), left.is_set)
        try:
            with garbage.left_to_main_thread():
                told["value"] = work(inner)
        except BaseException as error:
            told["error"] = error
        finally:
            done.set()

    threading.Thread(target=run, name="klasskart-database", daemon=True).start()
    try:
        while not done.wait(_LOOK_SECONDS):
            feedback.check()
            feedback.progress(float(told["fraction"]))
    except BaseException:
        left.set()
        raise
    if "error" in told:
        raise told["error"]
    return told["value"]

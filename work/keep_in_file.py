"""Boundaries kept as a table of a GeoPackage of the user's."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import BadFile, NotGeoPackage, TableTaken
from ..core.feedback import SILENT, Feedback
from ..core.keep_targets import FileTarget
from ..core.storage import refusal, writing
from .archives import require_space
from .gdal_session import gdal_session, let_go, open_vector
from .keep_file import table_name
from .stored_styles import forget_style, store_style
from .table_copy import copy_table, last_words

_OPTIONS = ("GEOMETRY_NAME=geom", "FID=fid")


@dataclass(frozen=True)
class Content:
    """A layer of a file, and what its table gets: a name where none is chosen, a style (QML), an index and a comment.

    `field` is the one with the index, "" for none.
    """

    path: Path
    layer: str
    title: str
    style: str = ""
    field: str = ""
    comment: str = ""


def free_table(target: FileTarget, title: str, *, replace: bool = False) -> str:
    """Give the table that a target means: the one chosen, else one named as the layer that no other has.

    Raises TableTaken where the chosen one is there and is not to be replaced, and NotGeoPackage.
    """
    taken = _tables(target.path)
    if not target.table:
        return table_name(title, taken)
    if target.table.casefold() in taken and not replace:
        raise TableTaken(target.table, target.path.name, table_name(target.table, taken))
    return target.table


def keep_in_file(content: Content, target: FileTarget, *, replace: bool = False, feedback: Feedback = SILENT) -> str:
    """Write a table, whole or not at all; give its name. Other tables of the file are not touched.

    Raises as `free_table`, and DiskFull, NotWritable, BadFile or Cancelled.
    """
    with writing(target.path.parent):
        target.path.parent.mkdir(parents=True, exist_ok=True)
        require_space(target.path.parent, content.path.stat().st_size)
    table = free_table(target, content.title, replace=replace)
    try:
        if target.path.exists():
            _write(content, target.path, target.path, table, feedback)
        else:
            _write_new(content, target.path, table, feedback)
    except BaseException as error:
        let_go(error)
        raise
    return table


def _write_new(content: Content, target: Path, table: str, feedback: Feedback) -> None:
    """Make the file under another name beside its place."""
    with writing(target):
        handle, name = tempfile.mkstemp(prefix=".klasskart-", suffix=".gpkg", dir=target.parent)
        os.close(handle)
    part = Path(name)
    try:
        part.unlink()
        _write(content, part, target, table, feedback)
        with writing(target):
            if target.exists():  # made by somebody else meanwhile
                raise FileExistsError(17, os.strerror(17))
            part.replace(target)
    finally:
        for leftover in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                Path(name + leftover).unlink()


def _write(content: Content, path: Path, target: Path, table: str, feedback: Feedback) -> None:
    """Write a table within one transaction; `target` is what the user knows the file by."""
    with gdal_session() as failures:
        source = open_vector(content.path, "GPKG")
        layer = source.GetLayerByName(content.layer) if source is not None else None
        if layer is None:
            raise BadFile(content.path, "unreadable")
        try:
            dataset = _opened(path)
            _fill(dataset, layer, content, table, failures, feedback)
        except RuntimeError as error:
            raise refusal(target, "; ".join(failures[:1]) or str(error)) from error
        finally:
            layer = source = dataset = None


def _fill(dataset, layer, content: Content, table: str, failures: list[str], feedback: Feedback) -> None:
    if dataset.StartTransaction() != 0:
        raise RuntimeError(last_words())
    try:
        _remove(dataset, table)
        options = [*_OPTIONS, f"DESCRIPTION={content.comment}"]
        copy_table(layer, dataset, table, options, feedback)
        if content.field:
            name = table.replace('"', '""')
            dataset.ExecuteSQL(f'CREATE INDEX "{name}_{content.field}" ON "{name}" ("{content.field}")')
        if content.style:
            store_style(dataset, table, content.style)
        feedback.check()
        if failures or dataset.CommitTransaction() != 0:
            raise RuntimeError(last_words())
    except BaseException:
        dataset.RollbackTransaction()
        raise


def _remove(dataset, table: str) -> None:
    """Remove a table that is to be replaced, and the index and style that go with it."""
    names = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
    for index, name in enumerate(names):
        if name.casefold() == table.casefold():
            forget_style(dataset, name)
            if dataset.DeleteLayer(index) != 0:
                raise RuntimeError(last_words())
            return


def _opened(path: Path):
    from osgeo import gdal

    if path.exists():
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
    else:
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    if dataset is None:
        raise RuntimeError(last_words())
    return dataset


def _tables(path: Path) -> set[str]:
    """Give the names of the tables in a GeoPackage, in lower case; none where there is no such file."""
    if not path.exists():
        return set()
    with gdal_session():
        dataset = open_vector(path, "GPKG")
        if dataset is None:
            raise NotGeoPackage(path)
        names = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
        dataset = None
    return {name.casefold() for name in names}

"""Copying layers of the cache into one GeoPackage that lies beside a project."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import BadFile
from ..core.feedback import SILENT, Feedback
from ..core.storage import refusal, writing
from .archives import require_space
from .gdal_session import gdal_session
from .stored_styles import forget_style, store_style

_LONGEST = 60  # characters of a table's name


@dataclass(frozen=True)
class Copy:
    """A layer of a file, the table that it becomes, and the style (QML) that the table gets; "" for none."""

    path: Path
    layer: str
    table: str
    style: str = ""


def tables_in(target: Path) -> set[str]:
    """Give the names of the tables in a GeoPackage, in lower case; none where there is no such file."""
    if not target.is_file():
        return set()
    with gdal_session():
        dataset = _open(target)
        names = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
        dataset = None
    return {name.casefold() for name in names}


def table_name(title: str, taken: Collection[str]) -> str:
    """Make a name for a table of a layer's title that no other has."""
    name = re.sub(r"\W+", "_", title.casefold()).strip("_")[:_LONGEST] or "layer"
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}_{number}"
    return free


def copy_layers(copies: Sequence[Copy], target: Path, feedback: Feedback = SILENT) -> None:
    """Add the layers to a GeoPackage, made where it is missing. All of them or, after a failure or cancel, none.

    Raises BadFile, DiskFull, NotWritable or Cancelled.
    """
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        require_space(target.parent, sum(path.stat().st_size for path in {copy.path for copy in copies}))
    was_there = target.exists()
    done: list[str] = []
    try:
        for number, copy in enumerate(copies):
            done.append(copy.table)
            _copy(copy, target, feedback.part(number / len(copies), (number + 1) / len(copies)))
    except BaseException:
        _take_back(target, done, was_there)
        raise


def _copy(copy: Copy, target: Path, feedback: Feedback) -> None:
    from osgeo import gdal

    def go_on(fraction: float, _message: object, _data: object) -> int:
        feedback.progress(fraction)
        return 0 if feedback.cancelled() else 1

    with gdal_session() as failures:
        source = _open(copy.path)
        made = None
        try:
            made = gdal.VectorTranslate(
                str(target),
                source,
                format="GPKG",
                layers=[copy.layer],
                layerName=copy.table,
                accessMode="update" if target.exists() else None,
                callback=go_on,
            )
            whole = made is not None
            if whole and copy.style:
                store_style(made, copy.table, copy.style)
        except RuntimeError as error:
            whole, words = False, str(error)
        else:
            words = "; ".join(failures[:1])
        made = source = None
    feedback.check()
    if not whole or failures:
        raise refusal(target, words or "; ".join(failures[:1]))


def _open(path: Path):
    from osgeo import gdal

    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    except RuntimeError:
        dataset = None
    if dataset is None:
        raise BadFile(path, "unreadable")
    return dataset


def _take_back(target: Path, tables: Sequence[str], was_there: bool) -> None:
    """Leave the file as it was; tables of others in it are not touched."""
    from osgeo import gdal

    if not was_there:
        target.unlink(missing_ok=True)
        return
    with gdal_session():
        try:
            dataset = gdal.OpenEx(str(target), gdal.OF_VECTOR | gdal.OF_UPDATE)
            names = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())] if dataset else []
            for index in reversed([index for index, name in enumerate(names) if name in tables]):
                dataset.DeleteLayer(index)
            for table in tables if dataset else ():
                forget_style(dataset, table)
        except RuntimeError:
            return  # what is left over in it disturbs nobody
        finally:
            dataset = None

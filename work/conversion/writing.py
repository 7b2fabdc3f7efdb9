"""Delivered boundaries into one layer of a GeoPackage: the specification's fields, one feature per unit, valid, indexed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import BadFile
from ...core.feedback import SILENT, Feedback
from ...core.units import WHOLE_COUNTRY, Unit
from ..archives import require_space
from ..gdal_session import gdal_session
from . import delivered, fields
from .layer_file import LayerFile, new_layer, workplace
from .read_ahead import read_ahead
from .rows import Row, RowMaker, may_be
from .spatial_reference import authority_name, system_of, transformation


@dataclass(frozen=True)
class Converted:
    """A finished file. `forms`: what was delivered, of geojson-a, -b, -c, gml and fgdb. `valid_from_max`: text or ""."""

    path: Path
    layer: str
    features: int
    crs: str
    forms: tuple[str, ...]
    valid_from_max: str


def convert(
    deliveries: Sequence[Path],
    unit: Unit,
    target: Path,
    *,
    layer: str,
    areas: Sequence[str] = (WHOLE_COUNTRY,),
    crs: str | None = None,
    finest: bool = False,
    feedback: Feedback = SILENT,
) -> Converted:
    """Merge deliveries (zips, or the files in them) into one layer; `target` changes only when the new file is whole.

    `areas` keeps the units whose number begins with one of them (`features` is 0 where there are none); borders are kept
    whole. `crs` None: that of the first delivery. `finest`: of several layers with the units, only the largest file.
    Raises BadFile, DiskFull, NotWritable, NotOffered (crs) or Cancelled.
    """
    target = Path(target)
    with workplace(target) as folder, gdal_session():
        feedback.step("unpacking")
        wanted = [each for each in delivered.layers(deliveries, folder, feedback.part(0, 0.25)) if _may_hold(each, unit)]
        if not wanted:
            raise BadFile(Path(deliveries[0]), "no_layer", words=unit.feature_type)
        if finest:
            wanted = [max(wanted, key=lambda each: _size(each.file))]
        feedback.step("converting")
        system = system_of(crs or wanted[0].crs)
        prefixes = () if unit.is_border or WHOLE_COUNTRY in areas else tuple(areas)
        require_space(folder, sum(_size(path) for path in {each.file for each in wanted}))
        columns = fields.columns([_fields_of(each, unit) for each in wanted], unit)
        with new_layer(target, layer, unit, columns, system, feedback) as writing:
            for row in _rows(wanted, unit, writing, prefixes, feedback.part(0.25, 0.95)):
                writing.add(row)
    feedback.progress(1)
    forms = tuple(dict.fromkeys(each.form for each in wanted))
    return Converted(target, layer, writing.features, authority_name(system), forms, writing.valid_from_max)


def _rows(
    wanted: Sequence[delivered.Layer], unit: Unit, writing: LayerFile, prefixes: tuple[str, ...], feedback: Feedback
) -> Iterator[Row]:
    total, before = max(1, sum(each.count for each in wanted)), 0
    for each in wanted:
        change = transformation(system_of(each.crs), writing.system)
        reader = each.open(_fields_of(each, unit))
        maker = RowMaker(reader, each.names, unit, writing.columns, writing.definition, change, prefixes)
        for read, code, feature in read_ahead(maker.chosen(reader.features(), feedback)):
            feedback.check()
            feedback.progress((before + read) / total)
            yield maker.row(code, feature)
        before += each.count


def _may_hold(layer: delivered.Layer, unit: Unit) -> bool:
    if unit.is_border:
        return layer.dimension in (1, -1)
    return layer.dimension in (2, -1) and fields.is_of_unit(_fields_of(layer, unit), unit)


def _fields_of(layer: delivered.Layer, unit: Unit) -> tuple[fields.Given, ...]:
    return layer.fields_of(lambda objtype: may_be(objtype, unit))


def _size(path: Path) -> int:
    return sum(each.stat().st_size for each in path.rglob("*")) if path.is_dir() else path.stat().st_size

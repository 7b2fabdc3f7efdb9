"""Boundaries packed the way Geonorge delivers them."""

from __future__ import annotations

import io
import zipfile

from .attributes import Content, Order, projector
from .boundaries import OwnBoundaries
from .geojson_layouts import LAYOUTS
from .gml import gml
from .mesh import Shape, Stretch, borders
from .other_forms import dump, geodatabase, sosi


def package(order: Order, stem: str, boundaries: OwnBoundaries, generation: str) -> bytes:
    """Make the zip of an order; `stem` is the file's name without .zip. Generation: A, B, C or C1."""
    areas = boundaries.shapes(order.dataset, order.year, order.area)
    content = Content(order, boundaries, areas, _lines(order, boundaries, areas), projector(order.epsg))
    makers = {"FGDB": geodatabase, "PostGIS": dump, "SOSI": sosi}
    if order.form in makers:
        return zipped(makers[order.form](content, stem))
    return zipped({f"{stem}.gml": gml(content)} if order.form == "GML" else LAYOUTS[generation](content, stem))


def zipped(members: dict[str, str | bytes]) -> bytes:
    """Pack members with a fixed date, so that the same order gives the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (2025, 12, 10, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return target.getvalue()


def _lines(order: Order, boundaries: OwnBoundaries, areas: dict[str, Shape]) -> list[Stretch]:
    if order.dataset == "Grunnkretser":
        return borders(areas)
    whole = boundaries.borders(order.dataset, order.year)
    return [stretch for stretch in whole if stretch.left in areas or stretch.right in areas]

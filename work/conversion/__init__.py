"""From what Geonorge delivers, in any form, to one layer in a GeoPackage. `convert` is all that others need.

delivered → geojson_parts, outlines    what layers a delivery holds, and how GDAL reads each as a stream
rows → fields, shapes                  a delivered feature as a row: the specification's fields, valid geometry
writing → layer_file                   rows of several deliveries, collected by unit, written and indexed
dissolving → shared_edges              from a layer of small units to one of larger units
clipping → sea                         from a layer to the same without the sea
"""

from __future__ import annotations

from .writing import Converted, convert

__all__ = ["Converted", "convert"]

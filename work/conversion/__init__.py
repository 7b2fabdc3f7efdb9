"""From what Geonorge delivers, in any form, to one layer in a GeoPackage. `convert` is all that others need.

delivered → geojson_parts, outlines    what layers a delivery holds, and how GDAL reads each as a stream
rows → fields, shapes                  a delivered feature as a row: the specification's fields, valid geometry
writing                                rows of several deliveries, collected by unit, written and indexed
"""

from __future__ import annotations

from .writing import Converted, convert

__all__ = ["Converted", "convert"]

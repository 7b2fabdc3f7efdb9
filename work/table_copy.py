"""A layer of a file copied into another data set that is open, feature by feature: within the transaction of the caller."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.feedback import SILENT, Feedback

_LOOK_EVERY = 100  # features


def copy_table(source, dataset, name: str, options: Sequence[str], feedback: Feedback = SILENT) -> None:
    """Copy an OGR layer into a new table, with the numbers of its features. Raises RuntimeError, as GDAL does, and Cancelled.

    GDAL's own `VectorTranslate` begins and ends transactions itself, and would leave half a table.
    """
    from osgeo import ogr

    made = dataset.CreateLayer(name, source.GetSpatialRef(), source.GetGeomType(), list(options))
    if made is None:
        raise RuntimeError(last_words())
    columns = source.GetLayerDefn()
    for index in range(columns.GetFieldCount()):
        _require(made.CreateField(columns.GetFieldDefn(index)) == 0)
    definition, total = made.GetLayerDefn(), source.GetFeatureCount() or 1
    source.ResetReading()
    for number, feature in enumerate(source):
        if number % _LOOK_EVERY == 0:
            feedback.check()
            feedback.progress(number / total)
        copy = ogr.Feature(definition)
        copy.SetFrom(feature)
        copy.SetFID(feature.GetFID())
        _require(made.CreateFeature(copy) == 0)
    _require(made.SyncToDisk() == 0)


def _require(done: bool) -> None:
    if not done:
        raise RuntimeError(last_words())


def last_words() -> str:
    from osgeo import gdal

    return gdal.GetLastErrorMsg() or "GDAL"

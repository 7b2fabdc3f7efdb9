"""A small GeoPackage of kommuner, as the cache holds them, for tests of where boundaries are kept."""

from klasskart.work.keep_in_file import Content
from klasskart.work.stored_styles import style_file
from osgeo import gdal, ogr, osr


def boundary_content(folder, *rows, field="kommunenummer", copies=1):
    """Write a layer with rows of number and name, and give it as content of a table."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "cached.gpkg"
    path.unlink(missing_ok=True)
    system = osr.SpatialReference()
    system.ImportFromEPSG(25833)
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer("kommune", system, ogr.wkbMultiPolygon, ["GEOMETRY_NAME=geom"])
    for name in ("kommunenummer", "kommunenavn"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    dataset.StartTransaction()
    for number, row in enumerate((rows or (("0301", "Oslo"), ("4601", "Ås"))) * copies):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["kommunenummer"], feature["kommunenavn"] = row
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"MULTIPOLYGON((({number} 0, {number} 9, 9 9, {number} 0)))"))
        layer.CreateFeature(feature)
    dataset.CommitTransaction()
    layer = dataset = None
    comment = "Kommuner 2026. © Kartverket, CC BY 4.0."
    return Content(path, "kommune", "Kommuner 2026", style_file("kommune").read_text("utf-8"), field, comment)


def tables(path):
    dataset = gdal.OpenEx(str(path))
    return {dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())}


def read_table(path, table):
    dataset = gdal.OpenEx(str(path))
    return [(row["kommunenummer"], row["kommunenavn"]) for row in dataset.GetLayerByName(table)]

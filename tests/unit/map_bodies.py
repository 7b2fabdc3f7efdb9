"""Files of map data as kommuner deliver them, small, and with what is often wrong with them."""

import io
import json
import zipfile

from osgeo import gdal, ogr, osr

TREES = [("Eik på Grünerløkka", 10.75, 59.92), ("Bjørk", 10.76, 59.93), ("Lønn", 10.77, 59.94)]
UTM33 = [(262000.0, 6649900.0), (263000.0, 6650900.0), (264000.0, 6651900.0)]


def geojson(points=None, crs=None, name=""):
    points = points or [(lon, lat) for _, lon, lat in TREES]
    features = [
        {"type": "Feature", "properties": {"navn": tree[0], "fid": "a1"}, "geometry": {"type": "Point", "coordinates": place}}
        for tree, place in zip(TREES, points)
    ]
    found = {"type": "FeatureCollection", "features": features}
    if name:
        found["name"] = name
    if crs:
        found["crs"] = {"type": "name", "properties": {"name": crs}}
    return json.dumps(found, ensure_ascii=False).encode()


def mixed_geojson():
    shapes = [
        {"type": "Point", "coordinates": [10.7, 59.9]},
        {"type": "LineString", "coordinates": [[10.7, 59.9], [10.8, 59.9]]},
        {"type": "Polygon", "coordinates": [[[10.7, 59.9], [10.8, 59.9], [10.8, 60.0], [10.7, 59.9]]]},
        None,
    ]
    return features(shapes)


def features(shapes):
    found = [{"type": "Feature", "properties": {"n": n}, "geometry": shape} for n, shape in enumerate(shapes)]
    return json.dumps({"type": "FeatureCollection", "features": found}).encode()


def zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return packed.getvalue()


def vector(folder, driver, name, *, epsg=25833, points=UTM33, encoding="", layer=None):
    """Write the trees with GDAL; give the files that came of it."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    path = folder / name
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    options = [f"ENCODING={encoding}"] if encoding else []
    made = dataset.CreateLayer(layer or path.stem, system, ogr.wkbPoint, options)
    made.CreateField(ogr.FieldDefn("navn", ogr.OFTString))
    for tree, place in zip(TREES, points):
        feature = ogr.Feature(made.GetLayerDefn())
        feature.SetField("navn", tree[0])
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({place[0]} {place[1]})"))
        made.CreateFeature(feature)
    made = dataset = None
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def rows(path, layer=None):
    """Read a GeoPackage: attributes and WKT of each feature, and the CRS."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    found = dataset.GetLayerByName(layer) if layer else dataset.GetLayer(0)
    system = found.GetSpatialRef()
    crs = f"EPSG:{system.GetAuthorityCode(None)}" if system else ""
    features = [
        (feature.items(), feature.GetGeometryRef().ExportToWkt() if feature.GetGeometryRef() else None) for feature in found
    ]
    return features, crs

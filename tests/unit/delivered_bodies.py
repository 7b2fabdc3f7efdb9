"""Small bodies in every form that Geonorge has delivered, made here: three kommuner in squares of a kilometre."""

import json

# number, name, names in several languages, lower left corners of its parts
KOMMUNER = [
    ("0301", "Oslo", [("Oslo", "0", "nor")], [(0, 0)]),
    ("5501", "Tromsø", [("Romsa", "2", "sme"), ("Tromsø", "1", "nor")], [(1000, 0), (5000, 0)]),
    ("1108", "Sandnes", [("Sandnes", "0", "nor")], [(0, 1000)]),
]
JOINED = {"5501": "Tromsø - Romsa"}
EAST, NORTH = 260_000, 6_640_000


def square(corner, east=EAST, north=NORTH):
    x, y = corner[0] + east, corner[1] + north
    return [[x, y], [x + 1000, y], [x + 1000, y + 1000], [x, y + 1000], [x, y]]


def feature(properties, geometry):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(features, crs="EPSG:25833", **more):
    member = {"crs": {"type": "name", "properties": {"name": crs}}} if crs else {}
    return {"type": "FeatureCollection", **member, **more, "features": features}


def names_list(names):
    return [{"navn": navn, "rekkefolge": rekkefolge, "sprak": sprak} for navn, rekkefolge, sprak in names]


def area(number, name, names, parts, type_key="Kommune"):
    properties = {
        "objtype": type_key,
        "samiskForvaltningsområde": number == "5501",
        "identifikasjon.Identifikasjon.lokalId": f"id-{number}",
        "identifikasjon.Identifikasjon.navnerom": "https://example.invalid/",
        "identifikasjon.Identifikasjon.versjonId": "4",
        "datafangstdato": None,
        "oppdateringsdato": "2023-11-28T16:43:54+01:00",
        "kommunenummer": number,
        "administrativenhetnavn": names_list(names),
        "kommunenavn": JOINED.get(number, name),
        "gyldigFra": "2024-01-01",
        "gyldigTil": None,
        "merknad": "as it came",
    }
    return feature(properties, {"type": "MultiPolygon", "coordinates": [[square(part)] for part in parts]})


def border(number=1):
    properties = {
        "objtype": "Grense",
        "identifikasjon.Identifikasjon.lokalId": f"b{number}",
        "kvalitet.Posisjonskvalitet.målemetode": "78",
        "kvalitet.Posisjonskvalitet.nøyaktighet": 200,
        "avgrensningstype": "Kommunegrense",
        "gyldigFra": "1904-01-01",
    }
    return feature(properties, {"type": "LineString", "coordinates": square((0, 0))[: number + 1]})


def areas():
    return [area(*kommune) for kommune in KOMMUNER]


def borders():
    return [border(1), border(2)]


def generation_a():
    """One feature per part; names as a list, and no kommunenavn."""
    found = []
    for number, _, names, parts in KOMMUNER:
        for part in parts:
            properties = {
                "kommunenummer": number,
                "objtype": "Kommune",
                "lokalid": f"id-{number}",
                "navnerom": "https://example.invalid/",
                "versjonid": "4.1",
                "oppdateringsdato": None,
                "datauttaksdato": "20191220110340",
                "samiskforvaltningsomrade": number == "5501",
                "navn": names_list(names),
            }
            found.append(feature(properties, {"type": "Polygon", "coordinates": [square(part)]}))
    return {
        "administrative_enheter.kommune": collection(found),
        "administrative_enheter.kommunegrense": collection(borders()),
    }


def generation_b():
    return {"Kommune": collection(areas()), "Grense": collection(borders())}


def generation_c():
    return collection([*areas(), *borders()], name="Kommuner")


def text(body, *, indent="\t", bom=False):
    written = json.dumps(body, ensure_ascii=False, indent=indent).replace("\n", "\r\n").encode()
    return b"\xef\xbb\xbf" * bom + written


def gml(*, crs="urn:ogc:def:crs:EPSG::25833", corner=lambda x, y: (x, y), ring=None, prolog=""):
    """The current style: data types nested twice, names in several languages as repeated elements."""
    members = []
    for number, name, names, parts in KOMMUNER:
        named = "".join(
            "<app:administrativEnhetNavn><app:AdministrativEnhetNavn>"
            f"<app:navn>{navn}</app:navn><app:språk>{sprak}</app:språk><app:rekkefølge>{rekkefolge}</app:rekkefølge>"
            "</app:AdministrativEnhetNavn></app:administrativEnhetNavn>"
            for navn, rekkefolge, sprak in names
        )
        surfaces = "".join(
            "<gml:surfaceMember><gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior>"
            + (ring or "<gml:LinearRing><gml:posList>{}</gml:posList></gml:LinearRing>").format(
                " ".join(f"{value}" for point in square(part, 0, 0) for value in corner(*point))
            )
            + "</gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface></gml:surfaceMember>"
            for part in parts
        )
        members.append(
            f'<gml:featureMember><app:Kommune gml:id="k{number}"><app:identifikasjon><app:Identifikasjon>'
            f"<app:lokalId>id-{number}</app:lokalId><app:versjonId>4</app:versjonId></app:Identifikasjon></app:identifikasjon>"
            "<app:oppdateringsdato>2023-11-28T16:43:54+01:00</app:oppdateringsdato><app:gyldigFra>2024-01-01</app:gyldigFra>"
            f'<app:område><gml:MultiSurface srsName="{crs}" srsDimension="2">{surfaces}</gml:MultiSurface></app:område>'
            f"<app:kommunenummer>{number}</app:kommunenummer>{named}"
            f"<app:kommunenavn>{JOINED.get(number, name)}</app:kommunenavn>"
            f"<app:samiskForvaltningsområde>{str(number == '5501').lower()}</app:samiskForvaltningsområde>"
            "</app:Kommune></gml:featureMember>"
        )
    for number in (1, 2):
        line = " ".join(f"{value}" for point in square((0, 0), 0, 0)[: number + 1] for value in corner(*point))
        members.append(
            f'<gml:featureMember><app:Grense gml:id="g{number}"><app:grense><gml:Curve srsName="{crs}"><gml:segments>'
            f"<gml:LineStringSegment><gml:posList>{line}</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve>"
            "</app:grense><app:avgrensningstype>Kommunegrense</app:avgrensningstype>"
            "<app:kvalitet><app:Posisjonskvalitet><app:målemetode>78</app:målemetode><app:nøyaktighet>200</app:nøyaktighet>"
            "</app:Posisjonskvalitet></app:kvalitet></app:Grense></gml:featureMember>"
        )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{prolog}<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2"'
        ' xmlns:app="https://example.invalid/AdmEnheter/20240101" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        ' xsi:schemaLocation="https://example.invalid/AdmEnheter/20240101 https://example.invalid/AdmEnheter.xsd">\n'
        + "\n".join(members)
        + "</gml:FeatureCollection>\n"
    ).encode()


def gml_utm(**more):
    return gml(corner=lambda x, y: (x + EAST, y + NORTH), **more)

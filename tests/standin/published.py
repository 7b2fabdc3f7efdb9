"""What some kommuner publish, and where: the rows that the stand-in's catalogues are made of.

Titles are invented; the ways in which the real catalogues copy from each other and get things wrong are not.
"""

from __future__ import annotations

from dataclasses import dataclass

from .tables import table

ORGANISATIONS = {
    "0301": "958935420", "4601": "964338531", "5001": "942110464", "1103": "964965226", "3201": "935478715",
    "4204": "820852982", "3107": "940039541", "1108": "964965137", "5501": "940101808", "3301": "921234554",
    "1508": "929911709", "1580": "829912252",
}  # fmt: skip
UNIT_OF_OSLO = "/KOMMUNE/958935420/976819845"
ITEM = "35719234a38144afb3f67413dc6bcd0b"  # of a Hub of Fredrikstad, in three catalogues since 2023
SERVICES = "https://services1.arcgis.com/XkPB4N7E2ZOXAdC4/arcgis/rest/services"


def kommuner() -> dict[str, str]:
    """Number and name of the kommuner of today."""
    return {code: name for code, name, _, last in table("kommuner") if int(last) >= 2025}


def organisation(kommune: str) -> str:
    """The organisation number of a kommune: the real one where we know it, else one that is made of its number."""
    if kommune in ORGANISATIONS:
        return ORGANISATIONS[kommune]
    for start in range(80, 90):
        digits = f"{start}{kommune}00"
        check = -sum(int(digit) * weight for digit, weight in zip(digits, (3, 2, 7, 6, 5, 4, 3, 2))) % 11
        if check < 10:
            return f"{digits}{check}"
    raise ValueError(kommune)


@dataclass(frozen=True)
class Record:
    """A record of Geonorge's catalogue. `ways` are (protocol, address, format); the first is the one shown as best."""

    uuid: str
    title: str
    owner: str
    kommune: str = ""
    kind: str = "dataset"
    ways: tuple[tuple[str, str, str], ...] = ()
    services: tuple[tuple[str, str, str], ...] = ()  # title, protocol, address
    restricted: bool = False


ORDER = "https://nedlasting.geonorge.no/api/capabilities/"
WMS = "https://kart.oslo.kommune.no/wms/trafikk?service=WMS&request=GetCapabilities"

GEONORGE = (
    Record("0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a01", "Trafikkmengde", "Oslo kommune", "0301",
           ways=(("GEONORGE:DOWNLOAD", ORDER, "GML"), ("GEONORGE:DOWNLOAD", ORDER, "SOSI")),
           services=(("Trafikk | hele byen", "OGC:WMS", WMS),)),
    Record("0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a02", "Trafikk WMS", "Oslo kommune", "0301", "service", (("OGC:WMS", WMS, ""),)),
    Record("0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a03", "Planinnsyn", "Oslo kommune", "0301", "software",
           (("WWW:LINK-1.0-http--link", "https://od2.pbe.oslo.kommune.no/kart", ""),)),
    Record("0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a04", "Ledningsnett", "Oslo kommune", "0301",
           ways=(("OGC:WFS", "https://kart.oslo.kommune.no/wfs/ledning?service=WFS", ""),), restricted=True),
    Record("0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a05", "Friluftsliv uten vei inn", "Oslo kommune", "0301"),
    Record("0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a06", "Turveier", "Oslo kommune", "0301"),
    Record(f"{ITEM}_0", "Badeplasser", "Fredrikstad kommune", "3107",
           ways=(("W3C:REST", f"{SERVICES}/Badeplasser/FeatureServer/0", ""),
                 ("WWW:DOWNLOAD-1.0-http--download", f"https://fredrikstad.opendata.arcgis.com/{ITEM}_0.zip", "ZIP"))),
    Record("5d0a7d15-0d6c-4a8f-8a9e-0b4c8f6f1a11", "Løypenett", "Herøy kommune", "1515",
           ways=(("WWW:DOWNLOAD-1.0-http--download", "https://www.heroy.kommune.no/loyper.gml", "GML"),)),
    Record("5d0a7d15-0d6c-4a8f-8a9e-0b4c8f6f1a12", "Havneområder", "Herøy kommune", "1818",
           ways=(("WWW:DOWNLOAD-1.0-http--download", "https://www.heroy-no.kommune.no/havn.gml", "GML"),)),
)  # fmt: skip
# What only the whole records of the CSW tell: (protocol, address).
CSW = {
    "0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a06": (
        ("WWW:LINK-1.0-http--related", "https://www.oslo.kommune.no/produktark"),
        ("", "TYPE:GEONORGE-WMS@PATH:https://kart.oslo.kommune.no/wms/tur?@LAYER:turveier"),
    ),
    "0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a05": (),
}
TOTAL = 8810  # records in the whole catalogue

# data.norge.no: (kind, id, orgPath, title, uri, distributions); a distribution is (member, address, formats)
DATANORGE = (
    ("datasets", "7c9e6679-7425-40de-944b-e07fc1f90ae7", f"/KOMMUNE/{ORGANISATIONS['3107']}", "Badeplasser",
     f"https://kartkatalog.geonorge.no/metadata/uuid/{ITEM}_0",
     (("accessURL", f"https://kartkatalog.geonorge.no/metadata/uuid/{ITEM}_0", ("CSV", "GEOJSON")),)),
    ("datasets", "16fd2706-8baf-433b-82eb-8c7fada847da", UNIT_OF_OSLO, "Bysykler", "https://data.norge.no/node/1300",
     (("downloadURL", "https://data.oslo.systems/bysykler.geojson", ("GEOJSON",)),)),
    ("datasets", "16fd2706-8baf-433b-82eb-8c7fada847db", f"/KOMMUNE/{ORGANISATIONS['0301']}", "Skolerute som side",
     "https://data.norge.no/node/1301", (("accessURL", "https://www.oslo.kommune.no/skolerute", ("CSV", "HTML")),)),
    ("datasets", "16fd2706-8baf-433b-82eb-8c7fada847dc", f"/KOMMUNE/{ORGANISATIONS['0301']}", "Uten adresse", "", ()),
    ("data-services", "16fd2706-8baf-433b-82eb-8c7fada847dd", f"/KOMMUNE/{ORGANISATIONS['0301']}", "Kart-API",
     "https://data.norge.no/node/1302", (("endpointURL", "https://kart.oslo.kommune.no/rest/services/Kart/MapServer", ()),)),
    ("datasets", "5a1f0c59-8c5a-4d0b-a1a1-0a1b2c3d4e5f", f"/KOMMUNE/{ORGANISATIONS['1103']}", "Stavanger Parkering",
     "https://opencom.no/dataset/36ceda99-bbc3-4909-bc52-b05a6d634b3f",
     (("accessURL", "https://opencom.no/dataset/stavanger-parkering", ("JSON",)),)),
)  # fmt: skip

# CKAN: (id, name, title, organisation, resources); a resource is (format, address)
CKAN = (
    ("36ceda99-bbc3-4909-bc52-b05a6d634b3f", "stavanger-parkering", "Stavanger Parkering", "stavanger-kommune",
     (("JSON", "https://opencom.no/dataset/36ceda99/resource/d1bdc6eb/download/parking.json"),
      ("geojson", "https://opencom.no/dataset/36ceda99/resource/d1bdc6ec/download/parking.geojson"))),
    ("36ceda99-bbc3-4909-bc52-b05a6d634b40", "lekeplasser", "Lekeplasser på øya", "stavanger-kommune",
     (("SHP", "https://opencom.no/dataset/36ceda99/resource/a1/download/lekeplasser.zip"),)),
    ("36ceda99-bbc3-4909-bc52-b05a6d634b41", "internt", "Internt nett", "stavanger-kommune",
     (("GeoJSON", "http://192.168.1.5/data.geojson"),)),
    ("36ceda99-bbc3-4909-bc52-b05a6d634b42", "ansatte", "Ansatte", "stavanger-kommune",
     (("XLS", "https://opencom.no/dataset/36ceda99/resource/a2/download/ansatte.xls"),)),
    ("36ceda99-bbc3-4909-bc52-b05a6d634b43", "snuplasser", "Snuplasser", "trondheim-kommune",
     (("KML", "https://opencom.no/dataset/36ceda99/resource/a3/download/snuplasser.kml"),)),
    ("36ceda99-bbc3-4909-bc52-b05a6d634b44", "bytraer", "Bytrær", "trondheim-kommune", (("CSV", "/files/bytraer.csv"),)),
    ("36ceda99-bbc3-4909-bc52-b05a6d634b45", "levekar", "Levekår", "trondheim-kommune", (("CSV", "/files/levekar.csv"),)),
    ("36ceda99-bbc3-4909-bc52-b05a6d634b46", "budsjett", "Budsjett", "trondheim-kommune", (("CSV", "/files/budsjett.csv"),)),
    ("36ceda99-bbc3-4909-bc52-b05a6d634b47", "flyttet", "Flyttet", "trondheim-kommune", (("CSV", "/files/flyttet.csv"),)),
    ("36ceda99-bbc3-4909-bc52-b05a6d634b48", "borte", "Borte", "trondheim-kommune", (("CSV", "/files/borte.csv"),)),
)  # fmt: skip

# Files that the portal holds itself; those with a web page where a table was promised included.
FILES = {
    "bytraer.csv": ("text/csv", "Navn;Øst;Nord\r\nEik;569812,5;7034211,1\r\n".encode("latin-1") * 20000),
    "levekar.csv": ("text/csv", "\ufeffGrunnkretsnummer,Andel\n50010101,3\n50010102,4\n".encode()),
    "budsjett.csv": ("text/csv", "Konto;Beløp\n1000;5\n1100;7\n".encode()),
    "flyttet.csv": ("text/html", b"<!doctype html><html><title>Flyttet</title><body>lon;lat</body></html>"),
}

# Hub sites: kommune, item, layer number ("" for a whole service), title, service
HUBS = {
    "oslo": (("0301", "a" * 32, "0", "Trær i byen", f"{SERVICES}/Traer/FeatureServer/0"),),
    "fredrikstad": (("3107", ITEM, "0", "Badeplasser", f"{SERVICES}/Badeplasser/FeatureServer/0"),
                    ("3107", "b" * 32, "", "Kyststi", f"{SERVICES}/Kyststi/FeatureServer")),
    "tromso": (("5501", "c0964ef04a5442f38a814f4b5fe44c59", "0", "Utfartsparkering", f"{SERVICES}/Utfart/FeatureServer/0"),
               ("5501", "d" * 32, "3", "Utfartsparkering", f"{SERVICES}/Utfart2/MapServer/3")),
}  # fmt: skip
OLD_FEEDS = ("tromso",)  # sites that have the feed of 2018 only
PORTALS = (
    ("ckan", "ckan", "1103", "stavanger-kommune"), ("ckan", "ckan", "5001", "trondheim-kommune"),
    ("ckan", "ckan", "3201", "baerum-kommune"), ("hub", "hub/oslo", "0301", ""),
    ("hub", "hub/fredrikstad", "3107", ""), ("hub", "hub/tromso", "5501", ""),
)  # fmt: skip

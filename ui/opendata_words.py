"""What the Open Data page says of data sets, catalogues and their answers."""

from __future__ import annotations

from urllib.parse import urlsplit

from qgis.PyQt.QtCore import QCoreApplication

from ..core import errors
from ..core.errors import KlasskartError
from ..core.opendata import Dataset
from ..core.opendata_list import MAPPABLE, kinds_of
from ..work.opendata import Source
from .wording import day_text, number_text

translate = QCoreApplication.translate

_KINDS = {
    "wms": "WMS", "wmts": "WMTS", "wfs": "WFS", "wcs": "WCS", "ogcapi": "OGC API Features", "arcgis": "ArcGIS",
    "geojson": "GeoJSON", "geopackage": "GeoPackage", "shapefile": "Shapefile", "gml": "GML", "kml": "KML", "csv": "CSV",
    "xlsx": "Excel",
}  # fmt: skip


def kind(name: str) -> str:
    """Name a kind of data, or of limit to it."""
    if name == MAPPABLE:
        return translate("OpenDataWords", "Can be put on the map")
    if name == "download":
        return translate("OpenDataWords", "Download")
    return _KINDS.get(name) or translate("OpenDataWords", "Something else")


def licence(family: str) -> str:
    """Name a family of licences, as `opendata_list.LICENCES` has them."""
    names = {
        "nlod": "NLOD",
        "cc0": "CC0",
        "cc-by": "CC BY",
        "open": translate("OpenDataWords", "Open, licence not named"),
        "other": translate("OpenDataWords", "Other licence"),
    }
    return names.get(family) or translate("OpenDataWords", "Licence not told")


def catalogue(name: str) -> str:
    names = {"geonorge": "Geonorge", "datanorge": "data.norge.no", "ckan": "CKAN", "hub": "ArcGIS Hub"}
    return names.get(name) or translate("OpenDataWords", "Geonorge's records")


def source(one: Source) -> str:
    """Name a catalogue, or a portal by what tells its host from others."""
    if one.catalogue in ("ckan", "hub"):
        host = urlsplit(one.name).netloc or one.name
        return host.removesuffix(".opendata.arcgis.com").removesuffix(".hub.arcgis.com")  # all of these have it
    return catalogue(one.catalogue)


def why_not(dataset: Dataset) -> str:
    """Say in a few words why a data set can't be put on the map; "" where it can."""
    if dataset.why_not == "no_place" and dataset.place is None:
        return translate("OpenDataWords", "Table, not looked into")
    return {
        "restricted": lambda: translate("OpenDataWords", "Access is restricted"),
        "untrusted": lambda: translate("OpenDataWords", "Address is not called"),
        "no_place": lambda: translate("OpenDataWords", "Table without places"),
        "format": lambda: translate("OpenDataWords", "Format is none for maps"),
        "page": lambda: translate("OpenDataWords", "Web page only"),
        "no_format": lambda: translate("OpenDataWords", "Format is not told"),
        "no_address": lambda: translate("OpenDataWords", "No address"),
    }.get(dataset.why_not, str)()


def why_not_whole(dataset: Dataset) -> str:
    """Say in a sentence or two why it can't be put on the map, and what can be done; "" where it can."""
    if dataset.why_not == "no_place" and dataset.place is None:
        return translate(
            "OpenDataWords", "Whether this table holds places is not known: it has not been fetched, or could not be."
        )
    return {
        "restricted": lambda: translate(
            "OpenDataWords", "Access is restricted. Those who have a right to it can get it through the page below."
        ),
        "untrusted": lambda: translate(
            "OpenDataWords",
            "The address lies on a private network or is none at all, and is not called. If you trust private addresses, allow "
            "them in the settings.",
        ),
        "no_place": lambda: translate(
            "OpenDataWords", "This is a table without coordinates or codes of places. It can be opened from its page."
        ),
        "format": lambda: translate("OpenDataWords", "QGIS does not read any of its formats as a map."),
        "page": lambda: translate("OpenDataWords", "There is only a web page to read. Open it below."),
        "no_format": lambda: translate(
            "OpenDataWords", "The catalogue does not say in which format the data are. Open the address to see."
        ),
        "no_address": lambda: translate(
            "OpenDataWords", "The catalogue does not say where the data are. Ask those who publish them."
        ),
    }.get(dataset.why_not, str)()


def second_line(dataset: Dataset, *, with_publisher: bool = False) -> str:
    """Say what stands below the title: the kind or what stands in the way, maybe whose it is, and the day."""
    first = why_not(dataset) or kind(dataset.kind)
    parts = (first, dataset.publisher if with_publisher else "", day_text(dataset.updated) if dataset.updated else "")
    return " · ".join(part for part in parts if part)


def spoken(dataset: Dataset) -> str:
    """Say a row in a sentence, for those who hear it."""
    catalogues = ", ".join(map(catalogue, dataset.catalogues))
    return ", ".join(part for part in (dataset.title, second_line(dataset, with_publisher=True), catalogues) if part)


def tip(dataset: Dataset) -> str:
    kinds = ", ".join(kind(name) for name in sorted(kinds_of(dataset)) if name != "other")
    lines = (dataset.title, dataset.publisher, kinds, ", ".join(map(catalogue, dataset.catalogues)))
    return "\n".join(line for line in lines if line)


def counted(number: int) -> str:
    """Say what a catalogue answered; nothing published is an answer, too."""
    return number_text(number) if number else translate("OpenDataWords", "nothing published")


def failed(error: KlasskartError) -> str:
    """Say in a few words why a catalogue could not be asked."""
    if isinstance(error, errors.Unreachable):
        return translate("OpenDataWords", "did not answer")
    if isinstance(error, (errors.Refused, errors.Faulty)):
        return translate("OpenDataWords", "said no ({})").format(error.status)
    if isinstance(error, errors.FilterIgnored):
        return translate("OpenDataWords", "listed everyone's data")
    if isinstance(error, errors.UnknownKommune):
        return translate("OpenDataWords", "does not know the kommune")
    return translate("OpenDataWords", "could not be asked")

"""The ATOM feeds of the download service, with their habits: text for a link, GML for every type, times without a zone."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from .datasets import DataSet, Published

HOST = "https://nedlasting.geonorge.no"
_NAMES = {"Kommuner": "AdministrativeEnheterKommuner", "Fylker": "AdministrativeEnheterFylker",
          "Grunnkretser": "StatistiskeEnheterGrunnkretser"}  # fmt: skip
_FORMS = ("FGDB", "GeoJSON", "GML", "PostGIS", "SOSI")
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" '
    'xmlns:inspire_dls="http://inspire.ec.europa.eu/schemas/inspire_dls/1.0">\n'
)
_TIME = "T09:20:55"  # no zone


def feed_addresses(dataset: DataSet) -> dict[str, str]:
    """The feeds of a data set by format. Those of fylker spell GeoJSON in capitals; links have no TLS."""
    if dataset.restricted:
        return {}
    stem = _NAMES.get(dataset.kind, dataset.kind) + dataset.folder.removeprefix(dataset.kind)

    def spelled(form: str) -> str:
        return form.upper() if dataset.kind == "Fylker" else form

    return {form: f"http{HOST[5:]}/geonorge/ATOM-feeds/{stem}_AtomFeed{spelled(form)}.xml" for form in _FORMS}


def service_feed(datasets: Iterable[DataSet]) -> str:
    """All data sets, an entry for each format. The first link of an entry has its address as text."""
    entries = [
        f"<entry><title>{escape(dataset.title)} {form.upper()}-format</title>"
        f"<inspire_dls:spatial_dataset_identifier_code>{dataset.uuid}</inspire_dls:spatial_dataset_identifier_code>"
        f"<link>{address}</link><updated>{dataset.updated}{_TIME}</updated>"
        '<category term="EPSG:25833" scheme="http://www.opengis.net/def/crs/" label="EPSG/0/25833"/>'
        f'<link href="https://www.geonorge.no/geonetwork/srv/nor/xml_iso19139?uuid={dataset.uuid}" rel="describedby"/>'
        f'<link rel="alternate" href="{address}" type="application/atom+xml" title="Dataset feed"/></entry>'
        for dataset in datasets
        for form, address in feed_addresses(dataset).items()
    ]
    return f"{_HEAD}<title>Geonorge AtomFeeds</title><updated>2013-01-03T00:00:00+02:00</updated>{''.join(entries)}</feed>"


def dataset_feed(dataset: DataSet, form: str, files: Iterable[Published]) -> str:
    entries = [_entry(file, dataset, form) for file in files]
    return (
        f"{_HEAD}<id>{HOST}</id><subtitle>{form.upper()}-format</subtitle><title>{escape(dataset.title)}</title>"
        f"<updated>{dataset.updated}T13:51Z</updated>{''.join(entries)}</feed>"
    )


def _entry(file: Published, dataset: DataSet, form: str) -> str:
    url, stamp, code = f"{HOST}/geonorge/{file.path}", dataset.updated + _TIME, file.area.code
    place = {
        "landsdekkende": "Landsdekkende",
        "fylke": f"{code} {file.area.name}",
        "kommune": f" {code}, {file.area.name}",  # two blanks, and a comma of its own
    }[file.area.type]
    title = escape(f"{form.upper()}-format, {place}")
    category = "" if file.area.type == "fylke" else _number(file)  # those of fylker have only their title
    return (
        f'<entry><category term="EPSG:{file.epsg}" scheme="http://www.opengis.net/def/crs/" label="EPSG/0/{file.epsg}"/>'
        f"{category}"
        f"<inspire_dls:spatial_dataset_identifier_code>{dataset.uuid}</inspire_dls:spatial_dataset_identifier_code>"
        f'<content type="html">Trykk på linken &lt;a href="{url}"&gt;{title}&lt;\\a&gt;</content>'
        f'<id>{url}_{stamp}</id><link rel="alternate" href="{url}" type="application/gml+xml;version=3.2.1" '
        f'title="Datasettet som GML-fil i EPSG:{file.epsg}"/><title>{title}</title><updated>{stamp}</updated></entry>'
    )


def _number(file: Published) -> str:
    register = "nasjonsnummer-alle" if file.area.code == "0000" else "kommunenummer-alle"
    scheme = f"https://register.geonorge.no/sosi-kodelister/{register}"
    name = escape(file.area.name, {'"': "&quot;"})
    return f'<category term="{file.area.code}" label="{name}" scheme="{scheme}"/>'

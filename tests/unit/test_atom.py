"""Geonorge's ATOM feeds: what recorded ones say, what is read from sloppy ones, and what is not let in."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart._vendor import httpx
from klasskart.clients.atom import Atom, Feed, FeedFile, best_file, in_order, norwegian_time
from klasskart.clients.http import Http
from klasskart.core.errors import UnexpectedAnswer
from klasskart.core.settings import Config
from klasskart.core.units import FYLKER, KOMMUNER

FEED = "https://nedlasting.geonorge.no/geonorge/ATOM-feeds/x.xml"
FILE = "https://nedlasting.geonorge.no/geonorge/Basisdata/Kommuner/GML/Basisdata_{}_{}_Kommuner_GML.zip"


def atom(body) -> Atom:
    config = Config()
    return Atom(Http(config, httpx.MockTransport(lambda request: httpx.Response(200, content=body))), config.addresses)


def recorded(shared, name):
    return atom((shared / "recordings/geonorge/atom" / name).read_bytes())


def feed_of(*entries):
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(entries)}</feed>'.encode()


def entry(url, *, title="", updated="2026-01-05T10:00:00", more=""):
    link = f'<link rel="alternate" href="{url}" type="application/gml+xml;version=3.2.1"/>'
    return f"<entry>{more}{link}<title>{title}</title><updated>{updated}</updated></entry>"


def test_a_recorded_feed_names_files_by_area_projection_and_time(shared):
    files = recorded(shared, "AdministrativeEnheterKommuner_AtomFeed_2018-12_trimmed.xml").files(FEED)
    assert [(file.area, file.epsg, file.format, file.updated) for file in files] == [
        ("0000", "25833", "geojson", "2018-11-15T09:20:55"),
        ("01", "25832", "geojson", "2018-11-15T08:16:07"),
        ("0101", "25833", "geojson", "2018-11-15T05:21:28"),
    ]
    assert files[1].url.endswith("Basisdata_01_Ostfold_25832_Kommuner_GEOJSON.zip")


def test_a_recorded_feed_without_numbers_in_its_categories_is_read_by_its_titles(shared):
    files = recorded(shared, "AdministrativeEnheterFylker_AtomFeedGEOJSON.fmw.xml").files(FEED)
    assert ("03", "25832") in [(file.area, file.epsg) for file in files]
    assert all(file.format == "geojson" and len(file.area) in (2, 4) for file in files)


def test_files_that_are_not_open_are_left_out(shared):
    open_ones = recorded(shared, "AdministrativeEnheterFylker_AtomFeedGEOJSON.fmw.xml").files(FEED)
    assert ("03", "25833") not in [(file.area, file.epsg) for file in open_ones]


def test_the_feed_of_all_knows_a_data_set_by_its_id_and_ignores_the_link_that_is_text(shared):
    found = recorded(shared, "Tjenestefeed_2018.xml").feeds(FYLKER.uuid)
    assert [feed.format for feed in found] == ["geojson", "gml", "sosi"]
    assert all(feed.url.startswith("http://nedlasting.geonorge.no/fmedatastreaming/ATOM-feeds/") for feed in found)
    assert recorded(shared, "Tjenestefeed_2018.xml").feeds(KOMMUNER.uuid) == ()


def test_what_an_entry_leaves_out_is_read_from_the_name_of_its_file():
    (file,) = atom(feed_of(entry(FILE.format("15_More_og_Romsdal", 25832)))).files(FEED)
    assert (file.area, file.epsg, file.format) == ("15", "25832", "gml")


def test_the_two_blanks_before_a_kommune_and_the_country_without_number_are_understood():
    titles = ("SOSI-format,  0101, Halden", "GML-format, Landsdekkende")
    body = feed_of(*(entry("https://nedlasting.geonorge.no/geonorge/x.zip", title=title) for title in titles))
    assert [file.area for file in atom(body).files(FEED)] == ["0101", "0000"]


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>404</body></html>",
        b"not xml",
        b"",
        b'<!DOCTYPE feed [<!ENTITY a "aaaa">]><feed>&a;</feed>',
        b'<!DOCTYPE feed [<!ENTITY a SYSTEM "file:///etc/passwd">]><feed><entry><title>&a;</title></entry></feed>',
    ],
    ids=["page", "text", "nothing", "entities", "files of this machine"],
)
def test_what_is_no_feed_or_declares_entities_is_not_read(body):
    with pytest.raises(UnexpectedAnswer) as caught:
        atom(body).files(FEED)
    assert caught.value.expected == "XML"


def test_entries_without_address_are_left_out():
    assert atom(feed_of("<entry/>", "<entry><link>http://x/y.zip</link></entry>")).files(FEED) == ()


def test_feeds_in_formats_that_are_read_come_first_the_preferred_before_the_others():
    feeds = [Feed("s", "sosi"), Feed("m", "gml"), Feed("j", "geojson"), Feed("p", "postgis")]
    assert [feed.url for feed in in_order(feeds)] == ["j", "m"]


def test_the_wanted_projection_is_chosen_where_it_is_there():
    files = [FeedFile(epsg, "03", epsg, "gml", "") for epsg in ("3035", "25833", "25832")]
    assert best_file(files, "03", 25832).epsg == "25832"
    assert best_file(files, "03", 4326).epsg == "25833"
    assert best_file(files, "0301", 25832) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2018-11-15T09:20:55", datetime.datetime(2018, 11, 15, 9, 20, 55)),
        ("2018-12-13T13:51Z", datetime.datetime(2018, 12, 13, 14, 51)),
        ("2015-11-05T14:38:49+01:00", datetime.datetime(2015, 11, 5, 14, 38, 49)),
        ("2018-13-15T09:20:55", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_times_are_norwegian_clocks(text, moment):
    assert norwegian_time(text) == moment


@given(st.text())
def test_no_time_is_too_odd_to_be_read(text):
    assert norwegian_time(text) is None or isinstance(norwegian_time(text), datetime.datetime)


@given(st.text(alphabet="0123456789_-, .zipGMLformat/", max_size=60), st.text(max_size=30))
def test_no_entry_is_too_odd_to_be_read(name, title):
    words = "".join(letter for letter in title if letter.isalnum() or letter in " ,-")
    for file in atom(feed_of(entry(f"https://nedlasting.geonorge.no/{name}.zip", title=words))).files(FEED):
        assert file.area == "" or file.area.isdigit()

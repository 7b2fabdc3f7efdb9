"""What a kommune publishes, as values and rules: kinds, what can be put on the map, and which entries are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.errors import BadFile
from klasskart.core.opendata import CATALOGUES, WHY_NOT, Dataset, Distribution, checked, found_by, merged, ordered, plain_text
from klasskart.core.opendata_kinds import KINDS, kind_of
from klasskart.core.portals import SHIPPED, read
from klasskart.core.settings import Config

ITEM = "35719234a38144afb3f67413dc6bcd0b"
SERVICE = "https://services1.arcgis.com/x/arcgis/rest/services/Bad/FeatureServer"


def way(url, **said):
    return Distribution.of(url, **said)


def dataset(title, catalogue, *identifiers, ways=(), **more):
    return Dataset(title, (catalogue,), identifiers, distributions=tuple(ways), **more)


# --- kinds


@pytest.mark.parametrize(
    ("url", "said", "kind"),
    [
        ("https://wms.no/x?Service=wms&request=GetCapabilities", {"protocol": "OGC:WMS"}, "wms"),
        ("https://wms.no/x?SERVICE=WMS&", {"protocol": "W3C:REST"}, "wms"),
        (f"{SERVICE}/0", {"protocol": "W3C:REST"}, "arcgis"),
        (SERVICE, {"formats": ("ArcGIS GeoServices REST API",)}, "arcgis"),
        ("https://kart.no/arcgis/services/vern/MapServer/WMSServer?request=GetCapabilities", {"formats": ("OGC WMS",)}, "wms"),
        ("https://ws.geonorge.no/kommuneinfo/v1/", {"protocol": "W3C:REST"}, "other"),
        ("https://api.ra.no/bygninger", {"protocol": "OGC:API-Features"}, "ogcapi"),
        ("https://nedlasting.geonorge.no/api/capabilities/x", {"protocol": "GEONORGE:DOWNLOAD"}, "download"),
        ("https://x.no/parking.json", {"formats": ("JSON",)}, "other"),
        ("https://x.no/parking.geojson", {"formats": ("JSON",)}, "geojson"),
        ("https://x.no/a.zip", {"formats": ("SHP",)}, "shapefile"),
        ("https://x.no/a.zip", {"formats": ("ZIP",), "title": "Shapefile"}, "shapefile"),
        ("https://x.no/a.zip", {"formats": ("ZIP",), "title": "File Geodatabase"}, "download"),
        ("https://hub.no/api/download/v1/items/abc/geojson?layers=0", {}, "geojson"),
        ("https://hub.no/api/download/v1/items/abc/shapefile?layers=0", {"formats": ("ZIP",)}, "shapefile"),
        ("https://x.no/data", {"media": "text/csv; charset=utf-8"}, "csv"),
        ("https://x.no/data", {"formats": ("http://publications.europa.eu/resource/authority/file-type/GEOJSON",)}, "geojson"),
        ("https://x.no/tall.XLS", {}, "xlsx"),
        ("https://x.no/kart.sosi", {"formats": ("GML",)}, "other"),
    ],
)  # fmt: skip
def test_the_kind_is_told_by_protocol_then_address_then_what_is_said(url, said, kind):
    assert way(url, **said).kind == kind


def test_an_address_that_only_gives_access_is_not_believed_to_be_what_is_said_of_it():
    # SSB's own data set: csv, xml and json are stated of web pages.
    assert way("https://www.ssb.no/klass/klassifikasjoner/1/", formats=("CSV", "HTML"), access=True).kind == "other"
    assert way("https://wfs.no/x?service=WFS", formats=("WFS",), access=True).kind == "wfs"


@pytest.mark.parametrize(
    "text", ["yalla", "", None, 7, "ftp://x.no/a.gml", "file:///etc/passwd", "javascript:alert(1)", "http://["]
)
def test_what_is_no_address_of_the_net_is_no_way(text):
    assert way(text) is None


@given(st.text(), st.text(max_size=20), st.lists(st.text(max_size=20), max_size=3))
def test_anything_has_a_kind(path, protocol, formats):
    assert kind_of(f"https://x.no/{path}", protocol=protocol, media=protocol, formats=tuple(formats)) in KINDS


# --- what can be put on the map


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (dataset("A", "geonorge", "1", ways=[way(f"{SERVICE}/0")]), ""),
        (dataset("A", "geonorge", "1", ways=[way(f"{SERVICE}/0")], restricted=True), "restricted"),
        (dataset("A", "geonorge", "1"), "no_address"),
        (dataset("A", "datanorge", "1", ways=[way("https://x.no/side", formats=("HTML",), access=True)]), "page"),
        (dataset("A", "ckan", "1", ways=[way("https://x.no/f", formats=("JSON",))]), "format"),
        (dataset("A", "ckan", "1", ways=[way("https://x.no/a.csv")]), "no_place"),
        (dataset("A", "ckan", "1", ways=[way("https://x.no/a.csv")], place=True), ""),
        (dataset("A", "ckan", "1", untrusted=True), "untrusted"),
    ],
)  # fmt: skip
def test_what_can_not_be_mapped_says_why(made, why):
    assert made.why_not == why and made.is_mappable == (not why)
    assert why in ("", *WHY_NOT)


def test_features_are_taken_before_pictures_and_tables_without_places_last():
    ways = [way("https://x.no/a.csv"), way("https://x.no/x?service=WMS"), way(f"{SERVICE}/0")]
    assert dataset("A", "hub", "1", ways=ways).kind == "arcgis"
    assert dataset("A", "hub", "1", ways=ways[:2]).kind == "wms"
    assert dataset("A", "hub", "1", ways=ways[:1]).url == "https://x.no/a.csv"


def test_what_can_be_mapped_comes_first_then_the_alphabet():
    rows = [
        dataset("B", "hub", "1", ways=[way(f"{SERVICE}/1")]),
        dataset("A", "hub", "2"),
        dataset("a", "hub", "3", ways=[way(SERVICE)]),
    ]
    assert [one.title for one in ordered(rows)] == ["a", "B", "A"]


def test_words_are_found_without_case_and_accents():
    rows = [dataset("Løypenett på øya", "hub", "1"), dataset("Annet", "hub", "2", description="Om LØYPER")]
    assert found_by(rows, "loype oya") == (rows[0],)
    assert found_by(rows, "løype") == tuple(rows) == found_by(rows, " ")


def test_addresses_that_must_not_be_called_are_left_out_and_told():
    made = dataset("A", "ckan", "1", ways=[way("http://192.168.1.5/data.geojson")])
    seen = checked(made, lambda url: "")
    assert seen.distributions == () and seen.why_not == "untrusted" and seen.url == ""


# --- one row of several


def test_one_hub_layer_in_three_catalogues_is_one_row():
    hub = dataset(
        "Badeplasser", "hub", f"https://www.arcgis.com/home/item.html?id={ITEM}&sublayer=0", ways=[way(f"{SERVICE}/0")]
    )
    geonorge = dataset(
        "Badeplasser (kopi)", "geonorge", f"{ITEM}_0", ways=[way(f"{SERVICE}/0", protocol="W3C:REST")], updated="2024"
    )
    page = f"https://kartkatalog.geonorge.no/metadata/uuid/{ITEM}_0"
    datanorge = dataset("Badeplassar", "datanorge", page, ways=[way(page, access=True)], licence="NLOD")
    (one,) = merged([datanorge, geonorge, hub])
    assert one.catalogues == ("geonorge", "datanorge", "hub")
    assert (one.title, one.licence, one.updated, one.kind) == ("Badeplasser", "NLOD", "2024", "arcgis")
    assert [way.url for way in one.distributions].count(f"{SERVICE}/0") == 1


def test_a_layer_number_may_stand_in_the_address_only():
    old = dataset("A", "geonorge", f"{ITEM}_0")
    new = dataset("B", "hub", f"https://www.arcgis.com/home/item.html?id={ITEM}", ways=[way(f"{SERVICE}/0")])
    assert len(merged([old, new])) == 1
    other = dataset("C", "hub", f"https://www.arcgis.com/home/item.html?id={ITEM}", ways=[way(f"{SERVICE}/1")])
    assert len(merged([old, other])) == 2


def test_layers_of_one_service_stay_apart():
    ways = [way("https://x.no/wms?service=WMS", protocol="OGC:WMS")]
    rows = [dataset("A", "geonorge", "1", ways=ways), dataset("B", "datanorge", "2", ways=ways)]
    assert len(merged(rows)) == 2


def test_the_same_file_is_the_same_data_over_http_and_https():
    rows = [
        dataset("A", "ckan", "1", ways=[way("https://x.no/a.gml")]),
        dataset("B", "datanorge", "2", ways=[way("http://x.no/a.gml")]),
    ]
    assert len(merged(rows)) == 1


def test_title_and_publisher_tell_last_of_all():
    rows = [dataset("Trær", "ckan", "1", publisher="Oslo kommune"), dataset("TRÆR", "datanorge", "2", publisher="OSLO KOMMUNE")]
    assert len(merged(rows)) == 1
    assert len(merged([rows[0], dataset("Trær", "datanorge", "2")])) == 2


def test_what_one_catalogue_lists_apart_stays_apart_though_the_titles_are_the_same():
    """Utfartsparkering stands twice in Tromsø's feed of 2018, with different services."""
    rows = [dataset("Utfart", "hub", str(n), publisher="Tromsø kommune", ways=[way(f"{SERVICE}/{n}")]) for n in range(2)]
    rows.append(dataset("Utfart", "geonorge", "9", publisher="Tromsø kommune"))
    assert len(merged(rows)) == 3


names = st.sampled_from(["a", "b", "c"])
entries = st.builds(
    lambda title, catalogue, ids, publisher: Dataset(title, (catalogue,), tuple(ids), publisher),
    names, st.sampled_from(CATALOGUES), st.lists(names, min_size=1, max_size=2), names,
)  # fmt: skip


@given(st.lists(entries, max_size=8))
def test_merging_loses_no_catalogue_and_no_identifier_and_is_stable(rows):
    once = merged(rows)
    assert merged(once) == once or len(merged(once)) <= len(once)
    assert {i for one in once for i in one.identifiers} == {i for one in rows for i in one.identifiers}
    assert {c for one in once for c in one.catalogues} == {c for one in rows for c in one.catalogues}


def test_descriptions_are_shown_without_their_tags():
    assert plain_text("<p>Én&nbsp;to</p><br/>tre &amp; fire") == "Én to tre & fire"


# --- portals


def test_our_list_of_portals_is_whole():
    found = read()
    assert {portal.kommune for portal in found if portal.kind == "hub"} == {"0301", "3107", "5501"}
    assert all(portal.address.startswith("https://") for portal in found) and SHIPPED.is_file()


def test_people_extend_the_list_with_a_file_of_their_own(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("# ours\nkind;address;kommune;organisation\nckan;http://127.0.0.1:8080/;301;oslo\n", "utf-8-sig")
    config = Config.read(environment={"KLASSKART_PORTALS_FILE": str(path)})
    (portal,) = read(config.portals_file)
    assert portal.kommune == "0301" and portal.address == "http://127.0.0.1:8080"
    assert config.addresses.trusted("http://127.0.0.1:8080/api/3/action/package_search")
    assert not config.addresses.trusted("http://127.0.0.1:8081/")


@pytest.mark.parametrize(
    "text", ["kind;address\nckan;https://x.no", "kind;address;kommune\nftp;https://x.no;0301", "kind;address;kommune\nhub;x;1"]
)
def test_a_list_that_can_not_be_read_says_so_when_it_is_used(tmp_path, text):
    path = tmp_path / "mine.csv"
    path.write_text(text, "utf-8")
    assert Config.read(environment={"KLASSKART_PORTALS_FILE": str(path)}).portals_file == path
    with pytest.raises(BadFile):
        read(path)
    with pytest.raises(BadFile):
        read(tmp_path / "missing.csv")

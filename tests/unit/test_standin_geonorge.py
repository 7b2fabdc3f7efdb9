"""The stand-in's downloads, catalogue and WMS, and the faults that it makes on order."""

import datetime
import http.client
import io
import json
import threading
import zipfile

import pytest
from standin import Standin, wait_until
from standin.asking import ask
from standin.datasets import CURRENT, HISTORIC, RESTRICTED
from standin.nedlasting import RESTRICTED_ORDER

KOMMUNER, FYLKER, GRUNNKRETSER = (CURRENT[name][0] for name in ("Kommuner", "Fylker", "Grunnkretser"))
COUNTRY = {"code": "0000", "type": "landsdekkende"}
FYLKER_FILE = "/geonorge/Basisdata/Fylker/GeoJSON/Basisdata_0000_Norge_25833_Fylker_GeoJSON.zip"


@pytest.fixture(scope="module")
def standin():
    with Standin(today=datetime.date(2026, 10, 1)) as server:
        yield server


@pytest.fixture
def base(standin):
    yield standin.environment()["KLASSKART_NEDLASTING_URL"]
    standin.heal()
    standin.generation = "B"


def order(base, uuid, area=COUNTRY, epsg="25833", form="GeoJSON "):
    line = {"metadataUuid": uuid, "areas": [area], "projections": [{"code": epsg}], "formats": [{"name": form}]}
    return ask(base + "/api/order", "POST", body={"email": "", "orderLines": [line]}, Accept="application/json")


def delivered(base, uuid, **wish):
    """Order, follow the links, open the zip: member name → content."""
    link = order(base, uuid, **wish).json["files"][0]["downloadUrl"]
    moved = ask(here(base, link)).headers["location"]
    archive = zipfile.ZipFile(io.BytesIO(ask(here(base, moved)).body))
    return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def here(base, link):
    return link.replace("https://nedlasting.geonorge.no", base)


def test_links_name_the_real_host_and_keep_their_order(base):
    found = ask(f"{base}/api/capabilities/{KOMMUNER}").json
    assert [link["rel"].rsplit("/", 1)[-1] for link in found["_links"]] == [
        "projection",
        "format",
        "area",
        "order",
        "self",
        "can-download",
    ]
    assert found["_links"][2]["href"] == f"https://nedlasting.geonorge.no/api/codelists/area/{KOMMUNER}"
    assert found["_links"][0]["templatedSpecified"] is False and "accessConstraintRequiredRole" not in found


def test_the_blank_behind_geojson_is_there_and_does_not_matter_in_orders(base):
    names = {item["name"] for item in ask(f"{base}/api/codelists/format/{KOMMUNER}").json}
    assert "GeoJSON " in names and "GeoJSON" not in names
    assert "GeoJSON" in {item["name"] for item in ask(f"{base}/api/codelists/format/{GRUNNKRETSER}").json}
    assert order(base, KOMMUNER, form="GeoJSON").json["files"] and order(base, KOMMUNER, form="GeoJSON ").json["files"]


def test_withdrawn_areas_are_listed_but_give_nothing(base):
    areas = {area["code"]: area for area in ask(f"{base}/api/codelists/area/{KOMMUNER}").json}
    assert areas["30"]["name"] == "Viken (gammel)" and len(areas) == 1 + 15 + 1 + 357
    assert "formats" not in areas["0301"] and areas["0301"]["projections"][0]["formats"]
    assert order(base, KOMMUNER, {"code": "30", "type": "fylke"}).json["files"] == []


@pytest.mark.parametrize("wish", [{"epsg": "4326"}, {"form": "DXF"}, {"area": {"code": "0301", "type": "fylke"}}])
def test_what_does_not_fit_is_not_an_error(base, wish):
    answer = order(base, KOMMUNER, **wish)
    assert answer.status == 200 and answer.json["files"] == []


def test_unknown_data_sets_are_met_differently(base):
    unknown = "00000000-0000-4000-8000-000000000000"
    assert ask(f"{base}/api/capabilities/{unknown}").status == 404
    assert ask(f"{base}/api/codelists/area/{unknown}").json == []


def test_an_order_is_shown_only_to_those_who_send_accept(base):
    reference = order(base, FYLKER).json["referenceNumber"]
    address = f"{base}/api/order/{reference}"
    assert ask(address).status == 500
    assert ask(address, Accept="text/html,*/*").status == 302
    assert ask(address, Accept="application/json").json["files"][0]["status"] == "ReadyForDownload"
    assert ask(f"{base}/api/order/{KOMMUNER}", Accept="application/json").status == 404


def test_downloads_redirect_and_refuse_head(base):
    link = here(base, order(base, FYLKER).json["files"][0]["downloadUrl"])
    answer = ask(link)
    assert (answer.status, answer.headers["location"]) == (302, "https://nedlasting.geonorge.no" + FYLKER_FILE)
    assert ask(link, "HEAD").status == 405
    assert ask(f"{base}/api/download/order/x/y").json == {"Message": "orderUuid is not a valid uuid."}


def test_direct_files_have_size_validators_and_ranges(base):
    head = ask(base + FYLKER_FILE, "HEAD")
    whole = ask(base + FYLKER_FILE)
    assert head.body == b"" and int(head.headers["content-length"]) == len(whole.body) > 1000
    assert head.headers["accept-ranges"] == "bytes" and head.headers["last-modified"]
    assert ask(base + FYLKER_FILE, If_None_Match=head.headers["etag"]).status == 304
    part = ask(base + FYLKER_FILE, Range="bytes=0-3")
    assert (part.status, part.body) == (206, b"PK\x03\x04")
    assert ask(base + FYLKER_FILE.replace("Norge", "Sverige")).status == 404


def test_what_is_not_open_is_refused_in_three_ways(base):
    refused = order(base, RESTRICTED)
    assert refused.status == 500 and refused.json.startswith("Order contains restricted datasets")
    assert ask(f"{base}/api/codelists/area/{RESTRICTED}").status == 401
    login = ask(f"{base}/api/download/order/{RESTRICTED_ORDER}/{KOMMUNER}").headers["location"]
    page = ask(here(base, login))
    assert page.status == 200 and page.headers["content-type"].startswith("text/html")


def test_generation_b_nests_a_collection_per_type(base):
    found = json.loads(next(iter(delivered(base, KOMMUNER).values())))
    assert list(found) == ["Kommune", "Grense"] and len(found["Kommune"]["features"]) == 357
    first = found["Kommune"]["features"][0]
    assert first["properties"]["kommunenummer"] == "0301" and first["geometry"]["type"] == "MultiPolygon"
    assert found["Grense"]["crs"]["properties"]["name"] == "EPSG:25833"


def test_generation_a_has_a_feature_for_each_part(standin, base):
    standin.generation = "A"
    found = json.loads(next(iter(delivered(base, KOMMUNER).values())))
    areas = found["administrative_enheter.kommune"]["features"]
    assert {feature["geometry"]["type"] for feature in areas} == {"Polygon"} and len(areas) > 357
    assert "kommunenavn" not in areas[0]["properties"] and areas[0]["properties"]["navn"][0]["rekkefolge"] == ""


def test_generation_c_has_a_plain_collection_per_file_behind_a_byte_order_mark(standin, base):
    standin.generation = "C"
    members = delivered(base, FYLKER)
    assert len(members) == 2 and all(text.startswith("\ufeff{") for text in members.values())
    found = json.loads(members["Basisdata_0000_Norge_25833_Fylke_GeoJSON.geojson"].lstrip("\ufeff"))
    assert found["type"] == "FeatureCollection" and len(found["features"]) == 15


def test_generation_c_also_mixes_all_types(standin, base):
    standin.generation = "C1"
    (text,) = delivered(base, FYLKER).values()
    kinds = {feature["properties"]["objtype"] for feature in json.loads(text.lstrip("\ufeff"))["features"]}
    assert kinds == {"Fylke", "Grense"}


def test_gml_keeps_the_zero_and_puts_latitude_first_in_degrees(standin, base):
    standin.generation = "GML"
    assert "GeoJSON " not in {item["name"] for item in ask(f"{base}/api/codelists/format/{KOMMUNER}").json}
    (text,) = delivered(base, KOMMUNER, area={"code": "03", "type": "fylke"}, epsg="4258", form="GML").values()
    assert "<app:kommunenummer>0301</app:kommunenummer>" in text
    north, east = text.split("<gml:posList>")[1].split()[:2]
    assert 59 < float(north) < 61 and 10 < float(east) < 12


def test_earlier_years_are_found_through_the_catalogue(standin, base):
    catalogue = standin.environment()["KLASSKART_KARTKATALOG_URL"]
    shown = ask(f"{catalogue}/api/search?text=kommuner&limit=100").json["Results"]
    every = ask(f"{catalogue}/api/search?text=kommuner&limit=100&listhidden=true").json["Results"]
    assert HISTORIC["Kommuner", 2020] in {entry["Uuid"] for entry in every} - {entry["Uuid"] for entry in shown}
    series = ask(f"{catalogue}/api/getdata/02b6c97b-63da-4d46-9a70-6e9ef3442d54").json["SerieDatasets"]
    assert {member["Title"][-4:] for member in series} >= {"2020", "2024", "2025"}
    found = json.loads(next(iter(delivered(base, HISTORIC["Kommuner", 2020]).values())))
    assert len(found["Kommune"]["features"]) == 356


def test_the_catalogue_counts_from_one_and_writes_decimal_commas(standin):
    catalogue = standin.environment()["KLASSKART_KARTKATALOG_URL"]
    first, second = (ask(f"{catalogue}/api/search?limit=1&offset={n}").json["Results"][0]["Uuid"] for n in (1, 2))
    assert first != second and ask(f"{catalogue}/api/search?offset=0").status == 400
    assert ask(f"{catalogue}/api/getdata/{KOMMUNER}").json["BoundingBox"]["EastBoundLongitude"] == "33,00"


def test_maps_are_drawn_and_refusals_come_with_status_200(standin):
    wms = standin.environment()["KLASSKART_WMS_URL"] + "/skwms1/wms.adm_enheter2?service=WMS&version=1.3.0&request=GetMap"
    box = "&crs=EPSG:4258&bbox=58,4,62,12&width=100&height=100&styles=&format=image/png&layers="
    assert ask(wms + box + "kommuner_gjel").body.startswith(b"\x89PNG")
    for broken in (box + "roads", box.replace("4258", "2154") + "kommuner_gjel", "&layers=kommuner_gjel&crs=EPSG:3857"):
        answer = ask(wms + broken)
        assert answer.status == 200 and b"ServiceException" in answer.body


# --- faults ---------------------------------------------------------------------------------


def test_requests_are_noted_with_their_bytes(standin, base):
    answer = ask(base + FYLKER_FILE, User_Agent="somebody")
    noted = standin.requests[-1]
    assert (noted.method, noted.status, noted.bytes_sent, noted.provenance) == ("GET", 200, len(answer.body), "made")
    assert noted.path.endswith(FYLKER_FILE) and noted.user_agent == "somebody"


def test_the_next_answers_can_be_broken(standin, base):
    standin.break_next("/capabilities/", status=503, times=2, body="later", headers={"Retry-After": "0"})
    answers = [ask(f"{base}/api/capabilities/{KOMMUNER}") for _ in range(3)]
    assert [answer.status for answer in answers] == [503, 503, 200] and answers[0].headers["retry-after"] == "0"


def test_a_body_can_be_cut_off(standin, base):
    standin.cut_off("Fylker_GeoJSON.zip")
    with pytest.raises(Exception, match="IncompleteRead"):
        ask(base + FYLKER_FILE)
    assert ask(base + FYLKER_FILE).status == 200


@pytest.mark.parametrize("where", ["headers", "body"])
def test_the_server_can_fall_silent(standin, base, where):
    standin.hang("Fylker_GeoJSON.zip", where)
    with pytest.raises(OSError, match="timed out"):
        ask(base + FYLKER_FILE, timeout=0.3)


def test_healing_lets_go_what_hangs(standin, base):
    standin.hang("/capabilities/")
    ended = threading.Event()

    def wait():
        with pytest.raises(Exception, match=r".*"):
            ask(f"{base}/api/capabilities/{KOMMUNER}")
        ended.set()

    before = len(standin.requests)
    threading.Thread(target=wait, daemon=True).start()
    assert wait_until(lambda: len(standin.requests) > before)
    standin.heal()
    assert ended.wait(5)


def test_a_slow_server_trickles(standin, base):
    size = len(ask(base + FYLKER_FILE).body)
    standin.slow("Fylker_GeoJSON.zip", 2000)
    before = len(standin.requests)

    def read():
        with pytest.raises(http.client.IncompleteRead):
            ask(base + FYLKER_FILE)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    assert wait_until(lambda: len(standin.requests) > before and 0 < standin.requests[-1].bytes_sent < size)
    standin.heal()
    reader.join(5)
    assert not reader.is_alive() and standin.requests[-1].bytes_sent < size


def test_all_services_are_pointed_here(standin):
    environment = standin.environment()
    addresses = {key: value for key, value in environment.items() if key.endswith("_URL")}
    assert all(value.startswith(standin.url + "/") and not value.endswith("/") for value in addresses.values())
    assert environment["KLASSKART_TODAY"] == "2026-10-01" and len(addresses) == 11

"""What Geonorge's catalogue says about data sets: read, kept with the boundaries, and never in their way."""

import datetime
import json
import time

import pytest
from klasskart._vendor import httpx
from klasskart.clients.csw import Csw
from klasskart.clients.http import Http
from klasskart.core.dataset_record import Contact, DatasetRecord, Link, record_of
from klasskart.core.errors import Cancelled, Faulty, UnexpectedAnswer
from klasskart.core.feedback import Feedback
from klasskart.core.settings import Config
from klasskart.core.units import FYLKER
from klasskart.work.boundaries import fetch
from klasskart.work.boundary_file import BoundaryRequest
from klasskart.work.services import open_services
from standin import Standin


def csw(body: bytes) -> Csw:
    config = Config()
    return Csw(Http(config, httpx.MockTransport(lambda request: httpx.Response(200, content=body))), config.addresses)


def recorded(shared, name):
    return (shared / "recordings/geonorge/csw" / name).read_bytes()


def answer(inside: str) -> bytes:
    return f'<r:GetRecordByIdResponse xmlns:r="x"><MD_Metadata>{inside}</MD_Metadata></r:GetRecordByIdResponse>'.encode()


# --- reading ----------------------------------------------------------------------------


def test_a_recorded_data_set_is_read_whole(shared):
    found = csw(recorded(shared, "GetRecordById_a8456aed_dataset.xml")).dataset("a8456aed")
    assert (found.uuid, found.title) == ("a8456aed-441a-40c4-831f-46bcbe4e6ff1", "Arter av nasjonal forvaltningsinteresse")
    assert found.abstract.startswith("Arter av nasjonal forvaltningsinteresse er et forvaltningsrettet datasett")
    assert found.contacts == (Contact("Miljødirektoratet", "publisher"), Contact("Miljødirektoratet", "owner"))
    assert (found.created, found.published, found.revised) == ("2015-02-16", "2015-02-16", "2021-01-01")
    assert found.described == "2026-07-19"
    assert (found.licence, found.licence_url) == ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    assert [words.split()[0] for words in found.terms] == ["Data"]
    assert (found.crs, found.extent) == (("EPSG:25833",), (2.0, 57.0, 33.0, 72.0))
    assert {"Species distribution", "Norge", "geodataloven"} <= set(found.keywords)
    assert "Geodata Act" not in found.keywords


def test_links_that_lead_to_the_data_stay_and_those_around_it_go(shared):
    found = csw(recorded(shared, "GetRecordById_a8456aed_dataset.xml")).dataset("a8456aed")
    assert Link("", "GEONORGE:DOWNLOAD", "https://geoapi.p.aks.miljodirektoratet.no/geonorge/capabilities/") in found.links
    assert all(link.url.startswith("https://") and "related" not in link.protocol for link in found.links)


def test_a_recorded_service_is_read_too(shared):
    found = csw(recorded(shared, "GetRecordById_c750a3f5_service.xml")).dataset("c750a3f5")
    assert found.title and found.abstract and found.contacts and found.licence


def test_no_person_gets_into_a_record(shared):
    for name in ("GetRecordById_a8456aed_dataset.xml", "GetRecordById_c750a3f5_service.xml"):
        kept = json.dumps(csw(recorded(shared, name)).dataset("x").as_values(), ensure_ascii=False)
        assert "@" not in kept.replace("@PATH", "").replace("@LAYER", "") and "Seksjon" not in kept


def test_an_exception_report_is_a_fault(shared):
    with pytest.raises(Faulty):
        csw(recorded(shared, "ExceptionReport_unescaped_filter_2026-02.xml")).dataset("x")


@pytest.mark.parametrize("body", [b"", b"{}", b"<html>login</html>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_what_is_no_record_is_unexpected(body):
    with pytest.raises(UnexpectedAnswer):
        csw(body).dataset("x")


def test_a_catalogue_without_the_data_set_says_none():
    assert csw(b'<r:GetRecordByIdResponse xmlns:r="x"/>').dataset("x") is None


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<identificationInfo/>",
        "<identificationInfo><MD_DataIdentification><citation/><extent/><abstract/></MD_DataIdentification></identificationInfo>",
        "<dateStamp><Date>i fjor</Date></dateStamp><referenceSystemInfo/><distributionInfo/>",
        "<identificationInfo><A><citation><CI_Citation><date><CI_Date/></date></CI_Citation></citation></A></identificationInfo>",
    ],
)
def test_records_with_holes_are_read_as_far_as_they_go(inside):
    assert csw(answer(inside)).dataset("x") == DatasetRecord("x", "")


@pytest.mark.parametrize("said", ["EPSG:25833", "urn:ogc:def:crs:EPSG::25833", "http://www.opengis.net/def/crs/EPSG/0/25833"])
def test_crs_are_known_however_they_are_written(said):
    code = f"<RS_Identifier><code><CharacterString>{said}</CharacterString></code></RS_Identifier>"
    system = f"<MD_ReferenceSystem><referenceSystemIdentifier>{code}</referenceSystemIdentifier></MD_ReferenceSystem>"
    assert csw(answer(f"<referenceSystemInfo>{system}</referenceSystemInfo>")).dataset("x").crs == ("EPSG:25833",)


def test_records_survive_being_kept(shared):
    found = csw(recorded(shared, "GetRecordById_a8456aed_dataset.xml")).dataset("a8456aed")
    assert record_of(json.loads(json.dumps(found.as_values()))) == found


@pytest.mark.parametrize("values", [None, [], {"title": "x"}, {"uuid": "a", "title": "b", "contacts": [["only one"]]}])
def test_what_another_version_kept_is_no_record(values):
    assert record_of(values) is None


# --- with the boundaries ------------------------------------------------------------------


@pytest.fixture(scope="module")
def server():
    with Standin(today=datetime.date(2026, 11, 21)) as standin:
        yield standin


@pytest.fixture
def standin(server):
    server.heal()
    server.requests.clear()
    yield server
    server.heal()


@pytest.fixture
def services(standin, tmp_path):
    environment = {**standin.environment(), "KLASSKART_CACHE_DIR": str(tmp_path / "cache")}
    opened = open_services(Config.read(environment=environment))
    yield opened
    opened.close()


def asked(standin):
    return [request for request in standin.requests if request.path.startswith("/geonetwork")]


REQUEST = BoundaryRequest("fylke", ("0000",))


def test_boundaries_come_with_what_the_catalogue_says(services, standin):
    about = fetch(services, REQUEST).about
    assert (about.uuid, about.title, about.licence) == (FYLKER.uuid, "Administrative enheter fylker", "CC BY 4.0")
    assert about.contacts == (Contact("Kartverket", "owner"), Contact("Geonorge", "pointOfContact"))
    assert len(asked(standin)) == 1


def test_boundaries_that_are_used_again_ask_nobody_and_still_know(services, standin):
    first = fetch(services, REQUEST)
    again = fetch(services, REQUEST)
    assert again.reused and again.about == first.about
    assert len(asked(standin)) == 1


def test_units_that_are_put_together_ask_once(services, standin):
    assert fetch(services, BoundaryRequest("delomrade", ("0301",))).about.title == "Statistiske enheter grunnkretser"
    assert len(asked(standin)) == 1


@pytest.mark.parametrize("status", [404, 500])
def test_a_catalogue_that_refuses_is_not_in_the_way(services, standin, status):
    standin.break_next("/geonetwork", status=status, times=100)
    warnings = []
    found = fetch(services, REQUEST, feedback=Feedback(on_warning=warnings.append))
    assert found.features == 15 and found.about is None and warnings == []


def test_what_was_said_before_stays_where_the_catalogue_is_silent(services, standin):
    first = fetch(services, REQUEST)
    standin.break_next("/geonetwork", status=404, times=100)
    found = fetch(services, REQUEST, fresh=True)
    assert not found.reused and found.about == first.about


def test_boundaries_that_are_ready_do_not_wait_for_a_catalogue_that_hangs(services, standin):
    standin.hang("/geonetwork")
    begun = time.monotonic()
    assert fetch(services, REQUEST).about is None
    assert time.monotonic() - begun < services.config.read_timeout


def test_cancel_is_heard_while_the_catalogue_hangs(services, standin):
    standin.hang("/geonetwork")
    with pytest.raises(Cancelled):
        fetch(services, REQUEST, feedback=Feedback(is_cancelled=lambda: bool(asked(standin))))

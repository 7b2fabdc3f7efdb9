"""The record behind an entry: Geonorge's CSW tells where the data are that a catalogue lists without a way to them."""

import datetime

import pytest
from klasskart._vendor import httpx
from klasskart.clients import markup
from klasskart.clients.csw import Csw, record_of
from klasskart.clients.http import Http
from klasskart.core.errors import Faulty, NotAsked, UnexpectedAnswer
from klasskart.core.feedback import Feedback
from klasskart.core.opendata import Dataset
from klasskart.core.settings import Config
from klasskart.work.opendata_records import completed, uuid_of
from opendata_services import opened
from standin import Standin

TURVEIER = "0f2c1a52-8c4e-4f4e-9c55-6d1f1a3b0a06"
PAGE = f"https://kartkatalog.geonorge.no/metadata/uuid/{TURVEIER}"


@pytest.fixture(scope="module")
def standin():
    with Standin(today=datetime.date(2026, 10, 1)) as running:
        yield running


@pytest.fixture
def services(standin, tmp_path):
    found = opened(standin, tmp_path)
    yield found
    found.close()
    standin.heal()


def asking(body):
    config = Config()
    return Csw(Http(config, httpx.MockTransport(lambda request: httpx.Response(200, content=body))), config.addresses)


def test_an_entry_that_only_names_geonorges_page_gets_the_ways_of_its_record(services):
    (one,) = completed(services, [Dataset("Turveier", ("datanorge",), (PAGE,))])
    assert (one.catalogues, one.kind, one.url) == (("datanorge", "csw"), "wms", "https://kart.oslo.kommune.no/wms/tur?")
    assert one.best.layer == "turveier"


def test_entries_of_which_nothing_more_is_known_stay_as_they_are(services):
    made = [Dataset("A", ("geonorge",), ("x",), page=PAGE.replace("0a06", "0a05")), Dataset("B", ("ckan",), (TURVEIER,))]
    assert completed(services, made) == tuple(made)
    assert uuid_of(made[1]) == ""


def test_one_warning_where_the_record_can_not_be_asked_for(services, standin):
    standin.break_next("/geonetwork/", status=403, times=9)
    warnings = []
    made = [Dataset(title, ("datanorge",), (PAGE,)) for title in "AB"]
    assert completed(services, made, feedback=Feedback(on_warning=warnings.append)) == tuple(made)
    assert [type(one) for one in warnings] == [NotAsked]


def test_a_report_of_an_exception_comes_with_status_200(services):
    with pytest.raises(Faulty, match="UnknownFormatConversion"):
        services.catalogues.csw.record("100%F")
    assert services.catalogues.csw.record("finnes-ikke") is None


ENTITY = b'<!DOCTYPE a [<!ENTITY b "c">]><csw:GetRecordByIdResponse xmlns:csw="x">&b;</csw:GetRecordByIdResponse>'


@pytest.mark.parametrize("body", [ENTITY, b"{}", b"<html></html>", b""])
def test_what_is_no_record_and_xml_with_entities_are_refused(body):
    with pytest.raises(UnexpectedAnswer):
        asking(body).record("x")


def recorded(shared, name):
    content = (shared / "recordings/catalogues/geonorge-csw" / name).read_bytes()
    return record_of(markup.parse(content).find("MD_Metadata"))


def test_recorded_records_tell_kind_licence_and_extent(shared):
    service = recorded(shared, "GetRecordById_c750a3f5_service.xml")
    assert "wfs" in {way.kind for way in service.distributions} and service.extent
    dataset = recorded(shared, "GetRecordById_a8456aed_dataset.xml")
    assert dataset.distributions and dataset.licence_url.startswith("http") and dataset.extent
    assert not [way for way in dataset.distributions if "{" in way.url or way.url.startswith("TYPE:")]


def test_a_recorded_report_is_a_fault(shared):
    body = (shared / "recordings/catalogues/geonorge-csw/ExceptionReport_2026-02-18.xml").read_bytes()
    with pytest.raises(Faulty, match="Conversion"):
        asking(body).record("x")

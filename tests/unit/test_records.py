"""Records of data sets: the page for people, whatever form a service names."""

import pytest
from klasskart.core.records import geonorge_page, is_page, page_of

UUID = "041f1e6e-bdbc-4091-b48f-8a5990f3cc5b"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.geonorge.no/geonetwork/srv/nor/xml_iso19139?uuid={UUID}",
        f"https://www.geonorge.no/geonetwork/srv/nor/csw?request=GetRecordById&id={UUID.upper()}",
        f" https://kartkatalog.geonorge.no/metadata/kartverket/administrative-enheter-kommuner/{UUID}",
    ],
)
def test_a_record_of_geonorges_is_shown_as_a_page(address):
    assert page_of(address).lower() == geonorge_page(UUID)


@pytest.mark.parametrize(
    "address",
    [
        f"https://example.org/record/{UUID}",
        "https://www.ssb.no/klass/klassifikasjoner/131",
        "https://www.geonorge.no/om",
        "https://[broken",
    ],
)
def test_any_other_address_stays_as_it_is(address):
    assert page_of(address) == address


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://www.ssb.no/klass/klassifikasjoner/131", True),
        ("HTTP://data.example.no/sett/1", True),
        ("file:///etc/passwd", False),
        ("klasskart-help:join", False),
        ("https://creativecommons.org/licenses/by/4.0/", False),
        ("https://data.norge.no/nlod/no/2.0", False),
        ("https://[broken", False),
        ("", False),
    ],
)
def test_a_licence_or_a_file_is_no_record(address, is_one):
    assert is_page(address) is is_one

"""Coverage services: capabilities of three generations, and the addresses that they lead to."""

import pytest
from klasskart.clients.wcs import Wcs, parse_capabilities
from klasskart.core.addresses import AddressBook
from klasskart.core.errors import Refused, UnexpectedAnswer, UntrustedAddress

URL = "https://kart.example.no/wcs"
OLD = b"""<WCS_Capabilities version="1.0.0" xmlns="http://www.opengis.net/wcs" xmlns:xlink="http://www.w3.org/1999/xlink">
<Service><name>WCS</name><label>H\xc3\xb8yder</label><description>Fra laser</description><fees>NONE</fees>
<accessConstraints>CC BY 4.0</accessConstraints>
<responsibleParty><organisationName>Oslo kommune</organisationName></responsibleParty></Service>
<Capability><Request><DescribeCoverage><DCPType><HTTP><Get><OnlineResource xlink:href="http://10.0.0.1/wcs?"/></Get></HTTP>
</DCPType></DescribeCoverage></Request></Capability>
<ContentMetadata><CoverageOfferingBrief><name>dtm</name><label>Terreng</label></CoverageOfferingBrief></ContentMetadata>
</WCS_Capabilities>"""
NEW = b"""<wcs:Capabilities version="2.0.1" xmlns:wcs="http://www.opengis.net/wcs/2.0" xmlns:ows="http://www.opengis.net/ows/2.0">
<ows:ServiceIdentification><ows:Title>H\xc3\xb8yder</ows:Title></ows:ServiceIdentification>
<wcs:Contents><wcs:CoverageSummary><wcs:CoverageId>dom</wcs:CoverageId></wcs:CoverageSummary></wcs:Contents></wcs:Capabilities>"""


def test_rasters_are_listed_with_what_is_said_of_them():
    found = parse_capabilities(OLD, URL)
    assert [(one.name, one.title) for one in found.layers] == [("dtm", "Terreng")]
    assert (found.title, found.version, found.terms, found.credit) == ("Høyder", "1.0.0", "CC BY 4.0", "Oslo kommune")
    newer = parse_capabilities(NEW, URL)
    assert [(one.name, one.title) for one in newer.layers] == [("dom", "dom")] and newer.title == "Høyder"


def test_addresses_inside_are_looked_at_before_qgis_calls_them():
    class Http:
        def get(self, url, params, **_):
            return type("Answer", (), {"content": OLD, "content_type": "text/xml", "url": url})

    with pytest.raises(UntrustedAddress) as told:
        Wcs(Http(), AddressBook(resolve=lambda host: ())).capabilities(URL + "?service=WCS&coverage=dtm")
    assert told.value.address == "http://10.0.0.1/wcs?"


@pytest.mark.parametrize("body", [b"<html><title>Kart</title></html>", b"<WCS_Capabilities/>", b"", b"<a>", b'{"a": 1}'])
def test_what_is_no_coverage_service_is_said(body):
    with pytest.raises(UnexpectedAnswer):
        parse_capabilities(body, URL)


def test_a_refusal_comes_with_its_words():
    with pytest.raises(Refused) as told:
        parse_capabilities(b"<ServiceExceptionReport><ServiceException>Nei</ServiceException></ServiceExceptionReport>", URL)
    assert told.value.words == "Nei"

"""What Klass says about classifications, read from recorded answers, and kept."""

import datetime
import json
from types import SimpleNamespace

import pytest
from klasskart._vendor import httpx
from klasskart.clients.http import Http
from klasskart.clients.klass_about import parse_about, parse_version
from klasskart.core.about import Family, Level
from klasskart.core.codes import Listed
from klasskart.core.errors import Refused, UnexpectedAnswer, UnknownClassification
from klasskart.core.settings import Config
from klasskart.work import classifications
from klasskart.work.cache import Cache


def recorded(shared, name):
    return json.loads((shared / "recordings" / "klass" / "bodies" / name).read_bytes())


def services_that(tmp_path, answers):
    """Services whose Klass answers by path; what was asked is kept in `asked`."""
    asked = []

    def handle(request):
        path = request.url.path.rpartition("/v1/")[2]
        asked.append((path, dict(request.url.params)))
        if path not in answers:
            return httpx.Response(404, json={"status": 404, "detail": "not found with id = 1"})
        return httpx.Response(200, json=answers[path])

    config = Config(cache_folder=tmp_path, today=datetime.date(2026, 10, 1))
    http = Http(config, httpx.MockTransport(handle))
    return SimpleNamespace(http=http, config=config, cache=Cache(tmp_path), asked=asked)


def test_a_classification_says_what_it_is_for_and_who_keeps_it(shared):
    found = parse_about(recorded(shared, "classifications_103__2026-10-07.json"), 103)
    assert (found.id, found.name, found.type, found.family) == (103, "Standard for bydelsinndeling", "Klassifikasjon", 15)
    assert found.description.startswith("Bydel utgjør geografiske områder")
    assert (found.section, found.language) == ("320 - Seksjon for befolkningsstatistikk", "nb")
    assert [version.id for version in found.versions] == [399, 398, 919, 1168]
    assert found.languages == ("nb", "nn", "en")
    assert (found.version_on("2019-06-01").id, found.version_on("2026-01-01").id, found.version_on("1990-01-01")) == (
        919,
        1168,
        None,
    )


def test_no_persons_are_kept(shared, tmp_path):
    bodies = {
        "classifications/103": recorded(shared, "classifications_103__2026-10-07.json"),
        "versions/1168": recorded(shared, "versions_1168__2026-10-07_trimmed.json"),
    }
    services = services_that(tmp_path, bodies)
    assert "@" in json.dumps(bodies)
    assert "@" not in repr([classifications.about(services, 103), classifications.about_version(services, 1168)])
    assert not [file for file in tmp_path.rglob("*.json") if "@" in file.read_text("utf-8")]


def test_a_version_tells_its_levels_tables_and_corrections(shared):
    found = parse_version(recorded(shared, "versions_1168__2026-10-07_trimmed.json"))
    assert (found.id, found.name, found.count) == (1168, "Bydelsinndeling 2020", 42)
    assert found.levels == (Level("1", "Nivå 1"),)
    table = found.tables[0]
    assert (table.id, table.source, table.target) == (742, "Bydelsinndeling 2020", "Bydelsinndeling 2018")
    assert (table.is_changes, table.languages) == (True, ("nb",))
    assert len(found.log) == 4
    assert found.url.endswith("/versions/1168")


def test_what_was_asked_is_kept_and_asked_again_on_demand(shared, tmp_path):
    bodies = {
        "classifications/103": recorded(shared, "classifications_103__2026-10-07.json"),
        "versions/1168": recorded(shared, "versions_1168__2026-10-07_trimmed.json"),
    }
    services = services_that(tmp_path, bodies)
    for _ in range(2):
        assert classifications.about(services, 103).name == "Standard for bydelsinndeling"
        assert classifications.about_version(services, 1168).count == 42
    assert len(services.asked) == 2
    classifications.about(services, 103, fresh=True)
    assert len(services.asked) == 3


def test_families_and_sections_lead_to_classifications(tmp_path):
    rows = {"classificationFamilies": [{"name": "Region", "id": 15, "numberOfClassifications": 36, "_links": {}}, None]}
    one = {"name": "Standard for kommuneinndeling", "id": 131, "classificationType": "Klassifikasjon"}
    answers = {
        "classificationfamilies": {"_embedded": rows},
        "classificationfamilies/15": {"name": "Region", "classifications": [one, {}]},
        "ssbsections": {"_embedded": {"ssbSections": [{"name": "320 - Seksjon for befolkningsstatistikk"}, {"name": None}]}},
    }
    services = services_that(tmp_path, answers)
    assert classifications.families(services, section="320") == (Family(15, "Region", 36),)
    assert services.asked[0][1]["ssbSection"] == "320"
    assert classifications.family(services, 15) == (Listed(131, "Standard for kommuneinndeling", "Klassifikasjon"),)
    assert classifications.sections(services) == ("320 - Seksjon for befolkningsstatistikk",)


@pytest.mark.parametrize("body", [{}, {"versions": None, "levels": 7, "statisticalUnits": [None], "classificationItems": None}])
def test_answers_with_keys_missing_or_null_are_read(tmp_path, body):
    services = services_that(tmp_path, {"classifications/7": body, "versions/8": body, "classificationfamilies": body})
    assert classifications.about(services, 7).id == 7
    assert classifications.about_version(services, 8).tables == ()
    assert classifications.families(services) == ()


def test_what_is_not_there_is_an_error(tmp_path):
    services = services_that(tmp_path, {"ssbsections": [1]})
    with pytest.raises(UnknownClassification):
        classifications.about(services, 99999)
    with pytest.raises(Refused):
        classifications.about_version(services, 99999)
    with pytest.raises(UnexpectedAnswer):
        classifications.sections(services)

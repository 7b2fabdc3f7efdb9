"""Every error of the tree has words that a user can act on."""

import datetime
import pathlib
import re

import pytest
from klasskart.core import errors
from klasskart.gis import messages
from klasskart.gis.wording import date_text, size_text

pytestmark = pytest.mark.usefixtures("qgis_app")

ROOT = pathlib.Path(__file__).resolve().parents[2]
REASONS = {
    errors.Unreachable: ("timeout", "name", "connection", "proxy", "tls", "login", "broken"),
    errors.UntrustedAddress: ("scheme", "private", "credentials", "malformed"),
    errors.BadSelection: ("malformed", "empty", "too_long"),
    errors.BadDates: ("order", "malformed"),
    errors.UnreadableTable: ("empty", "no_table", "encoding", "format"),
    errors.LayerBusy: ("editing", "running"),
    errors.BadFile: ("truncated", "corrupt", "path", "bomb", "empty", "no_layer", "unreadable"),
    errors.NotOffered: ("",),
}
BASES = (errors.KlasskartError, errors.ServiceError, errors.InputError, errors.StorageError)
VALUES = {
    "service": "klass",
    "asked": "https://data.ssb.no/api/klass/v1/classifications/131/codesAt?date=2024-01-01",
    "address": "https://example.org/wms",
    "seconds": 10.0,
    "status": 404,
    "limit": 4 << 30,
    "size": 5 << 30,
    "needed": 5_000_000,
    "count": 3,
    "classification": 131,
    "level": "7",
    "known": "1, 2",
    "date": "2024-01-01",
    "first": "1994-01-01",
    "last": "",
    "future": "",
    "start": "2024-01-01",
    "end": "2023-01-01",
    "area": "9998",
    "vintage": 2024,
    "path": "/home/kari/kart.gpkg",
    "layer": "Kommuner 2024",
    "field": "kommunenummer",
    "unit": "fylke",
    "error": errors.Faulty("klass", "https://data.ssb.no/api/klass/v1", 500, ""),
    "what": "vintage",
}


def every_error():
    def below(kind):
        for child in kind.__subclasses__():
            yield child
            yield from below(child)

    for kind in sorted(set(below(errors.KlasskartError)) - set(BASES), key=lambda kind: kind.__name__):
        if kind.__module__.endswith("core.errors"):
            for reason in REASONS.get(kind, ("",)):
                named = {field: VALUES.get(field, f"<{field}>") for field in kind.fields}
                if "reason" in named:
                    named["reason"] = reason
                yield pytest.param(kind(**named), id=f"{kind.__name__}-{reason}")


@pytest.mark.parametrize("error", list(every_error()))
def test_every_error_has_its_own_whole_sentence(error):
    message = messages.sentence(error)
    assert type(error) in messages._WORDS
    assert re.fullmatch(r"\S.*[.?]", message.text, re.DOTALL), message.text
    assert not re.search(r"[{}]|None|\.\.", message.text), message.text
    assert "!" not in message.text


@pytest.mark.parametrize("error", list(every_error()))
def test_errors_without_facts_are_worded_too(error):
    bare = type(error)(**({"reason": error.reason} if "reason" in error.fields else {}))
    assert messages.sentence(bare).text


def test_a_time_out_names_service_host_and_seconds():
    error = errors.Unreachable("klass", "https://data.ssb.no/api/klass/v1/x", "timeout", 10.0, "")
    message = messages.sentence(error)
    assert message.text == (
        "No contact with SSB Klass. data.ssb.no did not answer within 10 seconds. A proxy may have stopped it. "
        "Nothing was changed."
    )
    assert "https://data.ssb.no/api/klass/v1/x" in message.details
    assert message.full.startswith(message.text)


def test_a_refusal_gives_the_words_of_the_service():
    error = errors.Refused("nedlasting", "https://nedlasting.geonorge.no/api/order", 400, "Unknown area\nXX.")
    message = messages.sentence(error)
    assert message.text.startswith("Geonorge said no: “Unknown area XX”.")
    assert "400" in message.details


def test_stopping_is_told_without_blame():
    assert messages.sentence(errors.Cancelled()).text == "Stopped. Nothing was changed."


def test_an_error_that_is_new_to_the_tree_is_still_told():
    class Newer(errors.Refused):
        pass

    assert messages.sentence(Newer("klass", "https://x", 404, "no")).text.startswith("SSB Klass said no")


def test_every_step_that_a_job_takes_has_words():
    used = set()
    for room in ("core", "clients", "work", "gis", "ui"):
        for path in (ROOT / room).rglob("*.py"):
            used |= set(re.findall(r"feedback\.step\(\s*\"(\w+)\"", path.read_text("utf-8")))
    assert used
    assert used <= set(messages.STEPS)


@pytest.mark.parametrize("name", sorted(messages.STEPS))
def test_steps_are_worded_with_and_without_facts(name):
    facts = {"classification": 131, "area": "0301", "bytes": 1_800_000, "total": 3_600_000, "service": "klass", "seconds": 2}
    assert messages.step(name, {}).endswith(("…", "kB", "MB"))
    assert "{" not in messages.step(name, facts)


def test_a_download_tells_how_much_has_come():
    assert "1.8 MB of 3.6 MB" in messages.step("downloading", {"bytes": 1_800_000, "total": 3_600_000})


def test_an_area_that_is_fetched_is_named():
    def fetching(area):
        return messages.step("fetching_area", {"area": area, "route": "order"})

    assert fetching("46") == "Fetching 46 Vestland through Geonorge's order service …"
    assert fetching("1515") == "Fetching 1515 Herøy (Møre og Romsdal) through Geonorge's order service …"
    assert fetching("0000").startswith("Fetching the whole country through")
    assert fetching("12").startswith("Fetching 12 through"), "Hordaland was: names of former days are not at hand"


def test_unknown_steps_say_nothing():
    assert messages.step("no_such_step", {}) == ""


def test_days_and_sizes_are_written_for_people():
    assert date_text("2024-01-01") == date_text(datetime.date(2024, 1, 1)) == "1.1.2024"
    assert date_text("soon") == "soon"
    assert (size_text(12_000), size_text(1_800_000)) == ("12 kB", "1.8 MB")

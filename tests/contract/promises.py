"""What each service promises: shape, types, traps. One list of checks for recordings, the stand-in and the real services.

A promise takes `ask`, which puts one request and gives the Reply; it fails with AssertionError. `proof` says what our
knowledge rests on: a recorded body, a documented one, one derived from published tables, or only our own reading.
"""

from __future__ import annotations

import csv
import io
import json
import re
import urllib.parse
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

KOMMUNER = "041f1e6e-bdbc-4091-b48f-8a5990f3cc5b"
FYLKER = "6093c8a8-fa80-11e6-bc64-92361f002671"
GRUNNKRETSER = "51d279f8-e2be-4f5e-9f72-1a53f7535ec1"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
REL = "http://rel.geonorge.no/download/"
WMS_CAPABILITIES = "/skwms1/wms.adm_enheter2?service=WMS&request=GetCapabilities"


@dataclass
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @cached_property
    def json(self):
        return json.loads(self.body)

    @property
    def kind(self) -> str:
        return self.headers.get("content-type", "")


Ask = Callable[..., Reply]


@dataclass(frozen=True)
class Promise:
    """`recorded` names the body that proves it, below the folder of recordings; `request` is what is asked, for the table."""

    service: str
    endpoint: str
    says: str
    proof: str
    keep: Callable[[Ask], None] = field(repr=False)
    recorded: str = ""

    @property
    def name(self) -> str:
        return self.keep.__name__


PROMISES: list[Promise] = []


def promise(service: str, endpoint: str, says: str, proof: str, recorded: str = ""):
    def add(keep: Callable[[Ask], None]) -> Callable[[Ask], None]:
        PROMISES.append(Promise(service, endpoint, says, proof, keep, recorded))
        return keep

    return add


def rows_have(rows: list[dict], texts: tuple[str, ...], maybe: tuple[str, ...] = ()) -> None:
    """Every row has the keys; `texts` hold text, `maybe` text or null."""
    assert rows, "no rows"
    for row in rows:
        for key in texts:
            assert isinstance(row[key], str), (key, row)
        for key in maybe:
            assert row[key] is None or isinstance(row[key], str), (key, row)


# --- Klass --------------------------------------------------------------------------

CODE = ("code", "level", "name", "shortName", "presentationName", "notes")


@promise(
    "klass", "codesAt", "356 kommuner and the filler 9999, codes as text, in order", "recorded",
    "klass/bodies/131_codesAt_2023-03-02__2023-03.json",
)  # fmt: skip
def codes_of_a_day(ask: Ask) -> None:
    rows = ask("klass", "/classifications/131/codesAt?date=2023-03-02").json["codes"]
    rows_have(rows, CODE, ("parentCode", "validFrom", "validTo"))
    codes = [row["code"] for row in rows]
    assert len(codes) == 357 and codes == sorted(codes)
    assert "9999" in codes and "0301" in codes and all(len(code) == 4 for code in codes)
    assert not any("InRequestedRange" in key for key in rows[0])


@promise(
    "klass", "codes", "a code renamed in the range comes twice, its periods touching, the end excluded", "recorded",
    "klass/bodies/104_codes_from2018-01-01_to2020-01-02__2022-11-06.json",
)  # fmt: skip
def codes_of_a_period(ask: Ask) -> None:
    rows = ask("klass", "/classifications/104/codes?from=2018-01-01&to=2020-01-02").json["codes"]
    rows_have(rows, (*CODE, "validFromInRequestedRange", "validToInRequestedRange"), ("parentCode",))
    trondelag = [row for row in rows if row["code"] == "50"]
    assert [row["name"] for row in trondelag] == ["Trøndelag", "Trøndelag - Trööndelage"]
    assert trondelag[0]["validToInRequestedRange"] == trondelag[1]["validFromInRequestedRange"] == "2020-01-01"
    assert trondelag[1]["validToInRequestedRange"] == "2020-01-02"


@promise(
    "klass", "codes", "without an end, codes that still hold have null as theirs", "recorded",
    "klass/bodies/104_codes_from2022-07-10__2023-03.json",
)  # fmt: skip
def codes_without_an_end(ask: Ask) -> None:
    rows = ask("klass", "/classifications/104/codes?from=2022-07-10").json["codes"]
    oslo = next(row for row in rows if row["code"] == "03")
    assert oslo["validFromInRequestedRange"] == "2022-07-10" and oslo["validToInRequestedRange"] is None


@promise(
    "klass", "changes", "one row for each old and new code; unchanged codes are left out", "recorded",
    "klass/bodies/104_changes_from2019-01-01_to2020-01-02__2023-04-07.json",
)  # fmt: skip
def changes_of_fylker(ask: Ask) -> None:
    rows = ask("klass", "/classifications/104/changes?from=2019-01-01&to=2020-01-02").json["codeChanges"]
    rows_have(rows, ("changeOccurred",), ("oldCode", "oldName", "oldShortName", "newCode", "newName", "newShortName"))
    pairs = {(row["oldCode"], row["newCode"]) for row in rows}
    assert len(rows) == 13 and {("01", "30"), ("12", "46"), ("20", "54")} <= pairs
    assert all(row["changeOccurred"] == "2020-01-01" for row in rows)


@promise(
    "klass", "changes", "nothing changed: an empty list, status 200", "recorded",
    "klass/bodies/104_changes_from2018-01-01_to2019-01-02__2023-04-07.json",
)  # fmt: skip
def no_changes(ask: Ask) -> None:
    reply = ask("klass", "/classifications/104/changes?from=2018-01-01&to=2019-01-02")
    assert reply.status == 200 and reply.json == {"codeChanges": []}


@promise("klass", "changes", "the reform of 2024: 118 rows, 1507 split in two", "derived")
def changes_of_kommuner(ask: Ask) -> None:
    rows = ask("klass", "/classifications/131/changes?from=2023-12-31&to=2024-01-02").json["codeChanges"]
    assert len(rows) == 118
    assert {row["newCode"] for row in rows if row["oldCode"] == "1507"} == {"1508", "1580"}


@promise(
    "klass", "corresponds", "fylke to kommune with periods, sorted by source and target", "recorded",
    "klass/bodies/104_corresponds_131_from2018-01-01_to2020-01-02__2022-11-06.json",
)  # fmt: skip
def correspondence_of_a_period(ask: Ask) -> None:
    path = "/classifications/104/corresponds?targetClassificationId=131&from=2018-01-01&to=2020-01-02"
    rows = ask("klass", path).json["correspondenceItems"]
    rows_have(rows, ("sourceCode", "sourceName", "targetCode", "targetName", "validFrom"), ("validTo",))
    keys = [(row["sourceCode"], row["sourceName"], row["targetCode"], row["targetName"]) for row in rows]
    assert keys == sorted(keys)
    assert ("50", "Trøndelag", "5061", "Rindal") in keys and ("50", "Trøndelag - Trööndelage", "5061", "Rindal") in keys


@promise("klass", "correspondsAt", "grunnkrets to bydel, though the table is stored the other way", "derived")
def correspondence_turned_round(ask: Ask) -> None:
    path = "/classifications/1/correspondsAt?targetClassificationId=103&date=2024-01-01"
    rows = ask("klass", path).json["correspondenceItems"]
    assert all(len(row["sourceCode"]) == 8 and len(row["targetCode"]) == 6 for row in rows)
    assert any(row["sourceCode"] == "03010101" and row["targetCode"] == "030116" for row in rows)
    assert "validFrom" not in rows[0]


@promise("klass", "correspondsAt", "no table between the two: 404 with the reason, not an empty list", "documented")
def no_correspondence(ask: Ask) -> None:
    reply = ask("klass", "/classifications/103/correspondsAt?targetClassificationId=108&date=2024-01-01")
    assert reply.status == 404 and "has no correspondence table with" in reply.json["detail"]


@promise("klass", "codesAt", "delområde and grunnkrets by selectCodes, 8 digits, fillers included", "derived")
def grunnkretser_of_oslo(ask: Ask) -> None:
    rows = ask("klass", "/classifications/1/codesAt?date=2024-01-01&selectCodes=0301*").json["codes"]
    codes = {row["code"]: row for row in rows}
    assert sum(row["level"] == "2" for row in rows) == 592
    assert codes["03010101"]["parentCode"] == "03010100" and codes["03010100"]["parentCode"] is None
    assert {"03019900", "03019999"} <= set(codes)


@promise("klass", "codesAt", "selectCodes terms that can't be read are dropped without a word", "documented")
def unreadable_selection(ask: Ask) -> None:
    every = ask("klass", "/classifications/104/codesAt?date=2024-01-01&selectCodes=*").json["codes"]
    some = ask("klass", "/classifications/104/codesAt?date=2024-01-01&selectCodes=*,03").json["codes"]
    assert len(every) == 16 and [row["code"] for row in some] == ["03"]


@promise("klass", "codesAt", "an unknown level gives an empty list, status 200", "documented")
def unknown_level(ask: Ask) -> None:
    reply = ask("klass", "/classifications/131/codesAt?date=2024-01-01&selectLevel=7")
    assert reply.status == 200 and reply.json == {"codes": []}


@promise("klass", "codesAt", "codes that are not valid yet are hidden: an empty list, status 200", "documented")
def future_hidden(ask: Ask) -> None:
    known, every = (
        {version["validFrom"] for version in ask("klass", f"/classifications/131?includeFuture={future}").json["versions"]}
        for future in ("false", "true")
    )
    assert known <= every
    for day in every - known:
        hidden = ask("klass", f"/classifications/131/codesAt?date={day}")
        assert hidden.status == 200 and hidden.json == {"codes": []}
        assert ask("klass", f"/classifications/131/codesAt?date={day}&includeFuture=true").json["codes"]


@promise("klass", "changes", "from not before to: 400 with both dates in the text", "documented")
def dates_in_wrong_order(ask: Ask) -> None:
    reply = ask("klass", "/classifications/131/changes?from=2020-01-02&to=2020-01-01")
    assert reply.status == 400 and "From is equal or after to" in reply.json["detail"]


@promise("klass", "classifications/{id}", "an unknown one: 404 with problem fields", "documented")
def unknown_classification(ask: Ask) -> None:
    reply = ask("klass", "/classifications/99999")
    assert reply.status == 404 and reply.json["detail"] == "Classification not found with id = 99999"
    assert reply.json["status"] == 404


@promise(
    "klass", "classifications/{id}", "versions unsorted, validTo missing where open, published languages", "recorded",
    "klass/bodies/classifications_103__2026-10-07.json",
)  # fmt: skip
def classification_with_versions(ask: Ask) -> None:
    found = ask("klass", "/classifications/103").json
    versions = found["versions"]
    starts = [version["validFrom"] for version in versions]
    assert found["id"] == 103 and isinstance(found["name"], str)
    assert starts != sorted(starts), "sorted after all"
    assert "validTo" not in max(versions, key=lambda version: version["validFrom"])
    assert all(isinstance(version["id"], int) and "nb" in version["published"] for version in versions)


@promise(
    "klass", "versions/{id}", "items with parentCode \"\" at the top; names of levels", "recorded",
    "klass/bodies/versions_1168__2026-10-07_trimmed.json",
)  # fmt: skip
def version_with_items(ask: Ask) -> None:
    found = ask("klass", "/versions/1168").json
    items = found["classificationItems"]
    assert len(items) == 42 and all(item["parentCode"] == "" and item["level"] == "1" for item in items)
    assert all(isinstance(level["levelNumber"], int) and level["levelName"] for level in found["levels"])


@promise(
    "klass", "versions/{id} as CSV", "Latin-1 in which Sámi letters become question marks, `;` between", "recorded",
    "klass/bodies/versions_131-Kommuneinndeling-2020__2021-01_latin1.csv",
)  # fmt: skip
def csv_loses_letters(ask: Ask) -> None:
    reply = ask("klass", f"/versions/{ask.version(131, '2020-01-01')}", accept="text/csv")
    text = reply.body.decode("iso-8859-1")
    assert text.splitlines()[0].startswith('"code";"parentCode";"level";"name"')
    assert "?" in next(line for line in text.splitlines() if line.startswith('"5437"')), "Kárášjohka"


@promise(
    "klass", "correspondencetables/{id} as CSV", "`;` between, source and target with code and name", "recorded",
    "klass/bodies/correspondencetables_1236__2023-11_latin1.csv",
)  # fmt: skip
def table_as_csv(ask: Ask) -> None:
    text = ask("klass", "/correspondencetables/1576", accept="text/csv").body.decode("iso-8859-1")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0] == ["sourceCode", "sourceName", "targetCode", "targetName"]
    assert len(rows) > 300 and all(len(row) == 4 and row[0] for row in rows)


@promise("klass", "correspondencetables/{id}", "the versions it links, and its rows as they are stored", "documented")
def stored_table(ask: Ask) -> None:
    found = ask("klass", "/correspondencetables/1576").json
    assert (found["id"], found["sourceId"], found["targetId"], found["changeTable"]) == (1576, 1168, 2266, False)
    rows_have(found["correspondenceMaps"], (), ("sourceCode", "sourceName", "targetCode", "targetName"))
    assert all(len(row["sourceCode"]) == 6 for row in found["correspondenceMaps"] if row["sourceCode"])


@promise("klass", "correspondsAt", "a table published in bokmål only: 404 in English", "documented")
def table_missing_in_english(ask: Ask) -> None:
    path = "/classifications/103/correspondsAt?targetClassificationId=1&date=2026-01-01"
    assert ask("klass", path).json["correspondenceItems"]
    reply = ask("klass", path + "&language=en")
    assert reply.status == 404 and "Is not published in language: EN" in reply.json["detail"]


@promise("klass", "correspondsAt", "kommune and økonomisk region, the same pairs from either side", "derived")
def regions_from_either_side(ask: Ask) -> None:
    pairs = []
    for source, target in ((131, 108), (108, 131)):
        path = f"/classifications/{source}/correspondsAt?targetClassificationId={target}&date=2024-01-01"
        rows = ask("klass", path).json["correspondenceItems"]
        ends = ("sourceCode", "targetCode") if source == 131 else ("targetCode", "sourceCode")
        pairs.append({tuple(row[end] for end in ends) for row in rows})
    assert pairs[0] == pairs[1] and len(pairs[0]) >= 357
    assert all(len(kommune) == 4 and len(region) == 5 for kommune, region in pairs[0])


@promise("klass", "codesAt, correspondsAt", "sentralitet: six groups, each kommune in one", "ours")
def groups_of_centrality(ask: Ask) -> None:
    groups = {row["code"] for row in ask("klass", "/classifications/128/codesAt?date=2024-01-01").json["codes"]}
    path = "/classifications/131/correspondsAt?targetClassificationId=128&date=2024-01-01"
    rows = ask("klass", path).json["correspondenceItems"]
    assert len(groups) == 6 and {row["targetCode"] for row in rows} <= groups
    assert len(rows) == len({row["sourceCode"] for row in rows}) >= 357


@promise("klass", "codesAt", "levekårssoner: 8 digits, some the same text as a grunnkrets", "derived")
def zones_like_grunnkretser(ask: Ask) -> None:
    zones, units = (
        {row["code"] for row in ask("klass", f"/classifications/{number}/codesAt?date=2024-01-01").json["codes"]}
        for number in (745, 1)
    )
    assert len(zones) == 207 and all(len(code) == 8 for code in zones)
    assert len(zones & units) == 35


@promise("klass", "codesAt", "presentationName after a pattern, else empty", "documented")
def presentation_names(ask: Ask) -> None:
    path = "/classifications/104/codesAt?date=2024-01-01&selectCodes=11"
    pattern = "&presentationNamePattern=%7Bcode%7D%20-%20%7Buppercase(name)%7D"
    assert ask("klass", path).json["codes"][0]["presentationName"] == ""
    assert ask("klass", path + pattern).json["codes"][0]["presentationName"] == "11 - ROGALAND"


@promise(
    "klass", "variantAt", "codes as codesAt has them, by the name of the variant", "recorded",
    "klass/bodies/74_variantAt_2023-03-03_nn__2023-05.json",
)  # fmt: skip
def codes_of_a_variant(ask: Ask) -> None:
    found = ask.variant(6)
    name = urllib.parse.quote(found["name"])
    rows = ask("klass", f"/classifications/6/variantAt?date={found['validFrom']}&variantName={name}").json["codes"]
    rows_have(rows, CODE, ("parentCode", "validFrom", "validTo"))
    assert not any("InRequestedRange" in key for key in rows[0])


@promise("klass", "variant", "`level` filters, `selectLevel` is not read", "documented")
def levels_of_a_variant(ask: Ask) -> None:
    found = ask.variant(6)
    path = f"/classifications/6/variantAt?date={found['validFrom']}&variantName={urllib.parse.quote(found['name'])}"
    every, unread, first = (ask("klass", path + more).json["codes"] for more in ("", "&selectLevel=1", "&level=1"))
    assert unread == every and first and {row["level"] for row in first} == {"1"}


@promise("klass", "variants/{id}", "its version in the name, levels and items", "documented")
def variant_with_items(ask: Ask) -> None:
    found = ask("klass", f"/variants/{ask.variant(6)['id']}").json
    assert "  - variant av " in found["name"] and found["levels"]
    rows_have(found["classificationItems"], ("code", "parentCode", "level", "name"))


@promise("klass", "variantAt", "an unknown variant: 404 with its name", "documented")
def unknown_variant(ask: Ask) -> None:
    reply = ask("klass", "/classifications/131/variantAt?date=2024-01-01&variantName=Ukjent")
    assert reply.status == 404 and "does not have a variant named: 'Ukjent'" in reply.json["detail"]


@promise("klass", "classifications", "pages from 0 with a link to the next; code lists only when asked for", "documented")
def pages_of_classifications(ask: Ask) -> None:
    first = ask("klass", "/classifications?size=2").json
    assert first["page"]["number"] == 0 and len(first["_embedded"]["classifications"]) == 2
    assert "page=1" in first["_links"]["next"]["href"]
    assert {row["classificationType"] for row in first["_embedded"]["classifications"]} == {"Klassifikasjon"}
    every = ask("klass", "/classifications?size=1000&includeCodelists=true").json
    kinds = {row["classificationType"] for row in every["_embedded"]["classifications"]}
    assert kinds == {"Klassifikasjon", "Kodeliste"} and every["page"]["totalElements"] > first["page"]["totalElements"]


@promise("klass", "classifications/search", "one hit per language; no list where nothing is found", "documented")
def search_hits(ask: Ask) -> None:
    hits = ask("klass", "/classifications/search?query=kommuneinndeling&size=100").json["_embedded"]["searchResults"]
    rows_have(hits, ("name", "language", "snippet"))
    tongues = [hit["language"] for hit in hits if hit["id"] == 131]
    assert len(tongues) > 1 and len(tongues) == len(set(tongues))
    nothing = ask("klass", "/classifications/search?query=xqzwvxqzwv").json
    assert "_embedded" not in nothing and nothing["page"]["totalElements"] == 0


@promise("klass", "classificationfamilies", "name, id and how many classifications each has; in a section fewer", "documented")
def families(ask: Ask) -> None:
    found = ask("klass", "/classificationfamilies").json["_embedded"]["classificationFamilies"]
    rows_have(found, ("name",))
    count = {row["id"]: row["numberOfClassifications"] for row in found}
    few = ask("klass", "/classificationfamilies?ssbSection=320").json["_embedded"]["classificationFamilies"]
    assert count[15] > 0 and sum(row["numberOfClassifications"] for row in few) < sum(count.values())


@promise("klass", "classificationfamilies/{id}", "its classifications, named in the language", "documented")
def one_family(ask: Ask) -> None:
    found = ask("klass", "/classificationfamilies/15").json
    assert {1, 103, 104, 131} <= {row["id"] for row in found["classifications"]}
    english = ask("klass", "/classificationfamilies/15?language=en").json
    assert {row["classificationType"] for row in english["classifications"]} == {"Classification"}
    assert ask("klass", "/classificationfamilies/99999").status == 404


@promise("klass", "ssbsections", "names that begin with the section's number", "documented")
def sections(ask: Ask) -> None:
    names = [row["name"] for row in ask("klass", "/ssbsections").json["_embedded"]["ssbSections"]]
    assert any(name.startswith("320 - ") for name in names)
    assert all(re.match(r"\d+ - ", name) for name in names)


# --- the download API -----------------------------------------------------------------


@promise(
    "nedlasting", "capabilities/{uuid}", "flags, and links by rel in their order", "documented",
    "geonorge/nedlasting-api/v3_capabilities_d2ae29bd.json",
)  # fmt: skip
def capabilities(ask: Ask) -> None:
    found = ask("nedlasting", f"/api/capabilities/{KOMMUNER}").json
    rels = [link["rel"].removeprefix(REL) for link in found["_links"]]
    assert rels[:4] == ["projection", "format", "area", "order"] and "self" in rels
    assert found["supportsAreaSelection"] is True
    assert all(link["href"].startswith("http") for link in found["_links"])


@promise("nedlasting", "capabilities, codelists", "an unknown uuid: 404 there, an empty list here", "documented")
def unknown_dataset(ask: Ask) -> None:
    assert ask("nedlasting", f"/api/capabilities/{UNKNOWN}").status == 404
    codelist = ask("nedlasting", f"/api/codelists/area/{UNKNOWN}")
    assert codelist.status == 200 and codelist.json == []


@promise("nedlasting", "codelists/area/{uuid}", "type, code and name; formats below projections", "documented")
def area_list(ask: Ask) -> None:
    areas = ask("nedlasting", f"/api/codelists/area/{KOMMUNER}").json
    rows_have(areas, ("type", "code", "name"))
    country = next(area for area in areas if area["code"] == "0000")
    offered = {(p["code"], f["name"].strip()) for p in country["projections"] for f in p["formats"]}
    assert ("25833", "GeoJSON") in offered or ("25833", "GML") in offered
    assert any(area["type"] == "fylke" and len(area["code"]) == 2 for area in areas)


def _order(ask: Ask, uuid: str, area: dict, epsg: str, form: str) -> Reply:
    line = {"metadataUuid": uuid, "areas": [area], "projections": [{"code": epsg}], "formats": [{"name": form}]}
    return ask("nedlasting", "/api/order", body={"email": "", "orderLines": [line]})


def _form(ask: Ask, uuid: str) -> str:
    """The exact name of a format, as the code list spells it."""
    areas = ask("nedlasting", f"/api/codelists/area/{uuid}").json
    country = next(area for area in areas if area["code"] == "0000")
    names = [f["name"] for p in country["projections"] if p["code"] == "25833" for f in p["formats"]]
    return next(name for name in names if name.strip() in ("GeoJSON", "GML"))


@promise(
    "nedlasting", "order", "ready in the first answer; the link leads by 302 to the file", "documented",
)  # fmt: skip
def order_and_download(ask: Ask) -> None:
    reply = _order(ask, FYLKER, {"code": "0000", "type": "landsdekkende"}, "25833", _form(ask, FYLKER))
    file = reply.json["files"][0]
    assert reply.status == 200 and file["status"] == "ReadyForDownload"
    assert file["name"].startswith("Basisdata_0000_Norge_25833_Fylker") and file["projection"] == "25833"
    path = re.sub(r"^https?://[^/]+", "", file["downloadUrl"])
    moved = ask("nedlasting", path)
    assert moved.status == 302 and "/geonorge/" in moved.headers["location"]


@promise("nedlasting", "order", "nothing fits: 200 and an empty list of files", "documented")
def order_of_nothing(ask: Ask) -> None:
    reply = _order(ask, KOMMUNER, {"code": "0000", "type": "landsdekkende"}, "99999", "GeoJSON")
    assert reply.status == 200 and reply.json["files"] == []


# --- files ----------------------------------------------------------------------------

FYLKER_FILE = "/geonorge/Basisdata/Fylker/GeoJSON/Basisdata_0000_Norge_25833_Fylker_GeoJSON.zip"


@promise("nedlasting", "direct file, HEAD", "size without the body", "documented")
def size_of_a_file(ask: Ask) -> None:
    reply = ask("nedlasting", FYLKER_FILE, method="HEAD")
    assert reply.status == 200 and int(reply.headers["content-length"]) > 1000 and not reply.body


@promise(
    "nedlasting", "direct file", "a zip; numbers as text, names as a list; sub-collections with their own crs", "recorded",
    "geonorge/direct-files/Basisdata_0000_Norge_25833_Fylker_GeoJSON.zip",
)  # fmt: skip
def delivered_fylker(ask: Ask) -> None:
    archive = zipfile.ZipFile(io.BytesIO(ask("nedlasting", FYLKER_FILE).body))
    collections = []
    for name in archive.namelist():
        found = json.loads(archive.read(name).decode("utf-8-sig"))
        collections += [found] if "features" in found else list(found.values())
    features = [feature for collection in collections for feature in collection["features"]]
    fylker = [feature for feature in features if feature["properties"]["objtype"] == "Fylke"]
    assert len(fylker) == 15 and any(feature["properties"]["objtype"] == "Grense" for feature in features)
    assert {feature["properties"]["fylkesnummer"] for feature in fylker} >= {"03", "56"}
    for feature in fylker:
        names = feature["properties"]["administrativenhetnavn"]
        assert all(isinstance(name["rekkefolge"], str) and name["navn"] for name in names)
        assert "identifikasjon.Identifikasjon.lokalId" in feature["properties"]
    assert all(collection["crs"]["properties"]["name"].endswith("25833") for collection in collections)


N1000_FILE = "/geonorge/Basisdata/N1000Kartdata/GML/Basisdata_0000_Norge_25833_N1000Kartdata_GML.zip"


@promise("nedlasting", "direct file", "map data: a GML for each theme, the sea (Havflate) in Arealdekke", "ours")
def delivered_sea(ask: Ask) -> None:
    archive = zipfile.ZipFile(io.BytesIO(ask("nedlasting", N1000_FILE).body))
    themes = [name for name in archive.namelist() if "arealdekke" in name.casefold() and name.endswith(".gml")]
    assert len(themes) == 1 and len(archive.namelist()) > 1
    assert b":Havflate " in archive.read(themes[0])


@promise("nedlasting", "direct file", "one that is gone: 404", "documented")
def stale_file(ask: Ask) -> None:
    path = FYLKER_FILE.replace("Fylker_GeoJSON.zip", "Fylker1999_GeoJSON.zip")
    assert ask("nedlasting", path, method="HEAD").status == 404


@promise("nedlasting", "direct file, Range", "the rest of a file, where its ETag is still the same", "ours")
def rest_of_a_file(ask: Ask) -> None:
    whole = ask("nedlasting", FYLKER_FILE, method="HEAD").headers
    headers = {"Range": "bytes=100-", "If-Range": whole["etag"]}
    reply = ask("nedlasting", FYLKER_FILE, accept="*/*", headers=headers)
    size = int(whole["content-length"])
    assert reply.status == 206 and reply.headers["content-range"] == f"bytes 100-{size - 1}/{size}"
    assert len(reply.body) == size - 100
    changed = ask("nedlasting", FYLKER_FILE, accept="*/*", headers={**headers, "If-Range": '"another"'})
    assert changed.status == 200 and len(changed.body) == size


# --- ATOM feeds ---------------------------------------------------------------------------

ATOM, DLS = "{http://www.w3.org/2005/Atom}", "{http://inspire.ec.europa.eu/schemas/inspire_dls/1.0}"


def _entries(reply: Reply) -> list[ET.Element]:
    entries = ET.fromstring(reply.body).findall(f"{ATOM}entry")
    assert entries, "no entries"
    return entries


def _alternate(entry: ET.Element) -> str:
    return next(link.get("href") for link in entry.findall(f"{ATOM}link") if link.get("rel") == "alternate")


@promise(
    "nedlasting", "service feed", "an entry for a data set and format, known by its uuid; its first link is text", "recorded",
    "geonorge/atom/Tjenestefeed_2018.xml",
)  # fmt: skip
def feed_of_feeds(ask: Ask) -> None:
    entries = _entries(ask("nedlasting", "/geonorge/Tjenestefeed_daglig.xml", accept="*/*"))
    fylker = [entry for entry in entries if entry.findtext(f"{DLS}spatial_dataset_identifier_code") == FYLKER]
    titles = [entry.findtext(f"{ATOM}title") for entry in fylker]
    assert any(re.search(r"GEOJSON-format$", title, re.IGNORECASE) for title in titles), titles
    for entry in fylker:
        assert entry.find(f"{ATOM}link").get("href") is None and "ATOM-feeds" in _alternate(entry)


@promise(
    "nedlasting", "data set feed", "area in the title, projection as category, times without zone, every type GML", "recorded",
    "geonorge/atom/AdministrativeEnheterKommuner_AtomFeed_2018-12_trimmed.xml",
)  # fmt: skip
def feed_of_files(ask: Ask) -> None:
    path = "/geonorge/ATOM-feeds/AdministrativeEnheterKommuner_AtomFeedGeoJSON.xml"
    entries = _entries(ask("nedlasting", path, accept="*/*"))
    titles = [entry.findtext(f"{ATOM}title") for entry in entries]
    assert any(title.endswith("-format, Landsdekkende") for title in titles)
    assert any(re.search(r"-format, +\d{4}, \w", title) for title in titles)
    for entry in entries:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", entry.findtext(f"{ATOM}updated"))
        assert _alternate(entry).lower().endswith("_geojson.zip")
        assert entry.find(f"{ATOM}category").get("term").startswith("EPSG:")


# --- the catalogue ------------------------------------------------------------------------


@promise(
    "kartkatalog", "search", "NumFound, Results with Uuid and Title; the offset counts from 1", "recorded",
    "geonorge/kartkatalog/search_2026-07.json",
)  # fmt: skip
def catalogue_search(ask: Ask) -> None:
    found = ask("kartkatalog", "/api/search?text=administrative+enheter&limit=25&offset=1").json
    assert found["Offset"] == 1 and found["NumFound"] >= len(found["Results"]) > 0
    rows_have(found["Results"], ("Uuid", "Title", "Type"))
    assert KOMMUNER in {result["Uuid"] for result in found["Results"]}


@promise(
    "kartkatalog", "getdata/{uuid}", "decimal commas, dates without zone, licence, way of distribution", "recorded",
    "geonorge/kartkatalog/getdata_041f1e6e_2026-07.json",
)  # fmt: skip
def catalogue_record(ask: Ask) -> None:
    record = ask("kartkatalog", f"/api/getdata/{KOMMUNER}").json
    assert record["Uuid"] == KOMMUNER and record["Title"].startswith("Administrative enheter kommuner")
    assert re.fullmatch(r"\d+,\d+", record["BoundingBox"]["EastBoundLongitude"])
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T00:00:00", record["DateUpdated"])
    assert "creativecommons.org/licenses/by/4.0" in record["Constraints"]["OtherConstraintsLink"]
    assert record["DistributionDetails"]["URL"].endswith("/api/capabilities/")


@promise(
    "kartkatalog", "getdata/{uuid}", "the ATOM feeds of each format, among the ways of distribution", "recorded",
    "geonorge/kartkatalog/getdata_041f1e6e_2026-07.json",
)  # fmt: skip
def catalogue_names_feeds(ask: Ask) -> None:
    ways = ask("kartkatalog", f"/api/getdata/{KOMMUNER}").json["DistributionsFormats"]
    feeds = {way["FormatName"]: way["URL"] for way in ways if way["Protocol"] == "W3C:AtomFeed"}
    assert {"GeoJSON", "GML"} <= set(feeds)
    assert all(re.search(r"/ATOM-feeds/\w+_AtomFeed\w+\.xml$", url) for url in feeds.values())


@promise("kartkatalog", "search", "shapes without sea (illustrasjonsdata): their year in the title", "ours")
def catalogue_finds_illustrations(ask: Ask) -> None:
    wanted = "Norske fylker og kommuner illustrasjonsdata"
    found = ask("kartkatalog", f"/api/search?text={urllib.parse.quote_plus(wanted)}&limit=100&listhidden=true").json["Results"]
    titles = [result["Title"] for result in found if result["Title"].startswith(wanted)]
    assert titles and all(re.search(r"\b20\d\d\b", title) for title in titles)


@promise("kartkatalog", "getdata/{uuid} of a series", "members with the year at the end of their title", "documented")
def series_of_years(ask: Ask) -> None:
    record = ask("kartkatalog", "/api/getdata/02b6c97b-63da-4d46-9a70-6e9ef3442d54").json
    titles = [member["Title"] for member in record["SerieDatasets"]]
    assert any(re.search(r"\b20\d\d$", title.strip()) for title in titles), titles


@promise(
    "kartkatalog", "getdata/{uuid} of a series", "administrative units of earlier years, fylker and kommuner", "documented"
)
def series_of_administrative_units(ask: Ask) -> None:
    record = ask("kartkatalog", "/api/getdata/9bc064e3-6c34-4c3a-8421-00290052e9c0").json
    assert record["Title"].startswith("Administrative enheter")
    titles = [member["Title"] for member in record["SerieDatasets"]]
    assert all(title.startswith("Administrative enheter") for title in titles)
    assert any(re.search(r"\b20\d\d\b", title) for title in titles), titles


# --- open data ----------------------------------------------------------------------

OSLO = "958935420"


def facet(name: str, value: str) -> str:
    return f"/api/search?lang=no&limit=10&{urllib.parse.urlencode({'facets[0]name': name, 'facets[0]value': value})}"


@promise("kartkatalog", "search", "the facet `organizations` filters by owner", "documented")
def owner_facet(ask: Ask) -> None:
    found = ask("kartkatalog", facet("organizations", "Oslo kommune")).json
    assert 0 < found["NumFound"] < 5000
    assert all("Oslo kommune" in row["Organizations"] for row in found["Results"])


@promise("kartkatalog", "search", "the facet `organization` is dropped, and everything comes", "documented")
def dropped_facet(ask: Ask) -> None:
    assert ask("kartkatalog", facet("organization", "Oslo kommune")).json["NumFound"] > 5000


@promise("kartkatalog", "search", "the facet in another case: no hits, status 200", "documented")
def facet_in_another_case(ask: Ask) -> None:
    reply = ask("kartkatalog", facet("Organizations", "Oslo kommune"))
    assert reply.status == 200 and reply.json["NumFound"] == 0


@promise(
    "kartkatalog", "search", "ways to the data as texts of 8 parts, services as texts of 13", "recorded",
    "catalogues/geonorge-kartkatalog/search_2026-07-03_limit25.json",
)  # fmt: skip
def parts_of_ways(ask: Ask) -> None:
    rows = ask("kartkatalog", facet("organizations", "Oslo kommune")).json["Results"]
    ways = [way for row in rows for way in row.get("Distributions", ())]
    services = [one for row in rows for one in row.get("DatasetServices", ())]
    assert ways and all(way.count("|") == 7 for way in ways)
    assert services and all(one.count("|") >= 12 for one in services)


@promise("csw", "GetRecordById", "an unknown one: the same root without a record", "documented")
def unknown_csw_record(ask: Ask) -> None:
    asked = f"service=CSW&request=GetRecordById&version=2.0.2&elementSetName=full&id={UNKNOWN}"
    root = ET.fromstring(ask("csw", f"/srv/nor/csw?{asked}").body)
    assert root.tag.endswith("}GetRecordByIdResponse") and len(root) == 0


@promise("brreg", "enheter", "kommuner with their number beside the organisation's, in pages from 0", "recorded",
         "catalogues/brreg/enheter_KOMM_page_one-unit.json")  # fmt: skip
def organisations_of_kommuner(ask: Ask) -> None:
    found = ask("brreg", "/enheter?organisasjonsform=KOMM&size=1000").json
    assert found["page"]["number"] == 0 and found["page"]["totalPages"] == 1
    for unit in found["_embedded"]["enheter"]:
        assert len(unit["organisasjonsnummer"]) == 9 and len(unit["forretningsadresse"]["kommunenummer"]) == 4


@promise(
    "register", "organisasjoner/kommuner/{number}", "the organisation number of a kommune; an unknown one: 404", "documented"
)
def organisation_of_a_kommune(ask: Ask) -> None:
    found = ask("register", "/api/v2/organisasjoner/kommuner/0301")
    assert found.status == 200 and found.json["OrganizationNumber"] == OSLO
    assert ask("register", "/api/v2/organisasjoner/kommuner/0000").status == 404


@promise("kommuneinfo", "punkt", "the kommune at a point; at sea and abroad: 404", "documented")
def kommune_at_a_point(ask: Ask) -> None:
    found = ask("kommuneinfo", "/punkt?nord=59.95&ost=10.75&koordsys=4258")
    assert found.status == 200 and found.json["kommunenummer"] == "0301"
    assert ask("kommuneinfo", "/punkt?nord=59.33&ost=18.06&koordsys=4258").status == 404


@promise("search", "search/datasets", "an organisation with its units, pages from 0, hits without distributions", "documented")
def datasets_of_a_kommune(ask: Ask) -> None:
    path = f"/KOMMUNE/{OSLO}"
    asked = {"query": "", "filters": {"orgPath": {"value": path}}, "pagination": {"page": 0, "size": 10}}
    found = ask("search", "/search/datasets", body=asked).json
    assert found["page"]["currentPage"] == 0 and found["page"]["size"] == len(found["hits"])
    assert found["hits"] and all(hit["organization"]["orgPath"].startswith(path) for hit in found["hits"])
    assert not any("distribution" in hit for hit in found["hits"])


@promise("search", "search/datasets", "POST only", "documented")
def search_is_posted(ask: Ask) -> None:
    assert ask("search", "/search/datasets").status in (404, 405)


@promise("resource", "v1/datasets/{id}", "an unknown one: 404 without a body", "documented")
def unknown_record(ask: Ask) -> None:
    reply = ask("resource", f"/v1/datasets/{UNKNOWN}")
    assert reply.status == 404 and not reply.body


@promise("ckan", "package_search", "`success`, the count, and packages of the organisation with resources", "documented")
def packages_of_an_organisation(ask: Ask) -> None:
    found = ask("ckan", "/api/3/action/package_search?fq=organization:stavanger-kommune&rows=10").json
    assert found["success"] is True and found["result"]["count"] >= len(found["result"]["results"]) > 0
    for package in found["result"]["results"]:
        assert package["organization"]["name"] == "stavanger-kommune"
        rows_have(package["resources"], ("id", "format", "url"))


@promise("ckan", "package_show", "an unknown one: 404, and `success` is false", "documented")
def unknown_package(ask: Ask) -> None:
    reply = ask("ckan", "/api/3/action/package_show?id=finnes-ikke")
    assert reply.status == 404 and reply.json["success"] is False and reply.json["error"]["__type"] == "Not Found Error"


@promise(
    "hub", "feed of today", "the item in the identifier, its service among the distributions", "recorded",
    "catalogues/arcgis-hub/dcat-us-1.1_us-utility-site_2026-07-27.json",
)  # fmt: skip
def feed_of_today(ask: Ask) -> None:
    rows = ask("hub", "/api/feed/dcat-us/1.1.json").json["dataset"]
    rows_have(rows, ("identifier", "title", "landingPage"))
    assert all("item.html?id=" in row["identifier"] for row in rows)
    assert any("FeatureServer" in way["accessURL"] for row in rows for way in row["distribution"])


@promise(
    "hub of 2018", "feed of 2018", "the item and its layer at the end of the identifier, the service as Esri REST", "recorded",
    "catalogues/arcgis-hub/data-tromso_data.json_2018-02.json",
)  # fmt: skip
def feed_of_2018(ask: Ask) -> None:
    rows = ask("hub of 2018", "/data.json").json["dataset"]
    assert rows and all(re.search(r"/[0-9a-f]{32}_\d+$", row["identifier"]) for row in rows)
    assert all(any(way["format"] == "Esri REST" for way in row["distribution"]) for row in rows)


# --- the catalogue service -----------------------------------------------------------------

GMD = "{http://www.isotc211.org/2005/gmd}"
CODE_LIST_VALUE = f"{GMD}dateType/{GMD}CI_DateTypeCode"
CSW_RECORD = (
    "/srv/nor/csw?service=CSW&request=GetRecordById&version=2.0.2"
    "&outputSchema=http%3A%2F%2Fwww.isotc211.org%2F2005%2Fgmd&elementSetName=full&id="
)


@promise(
    "csw", "GetRecordById", "ISO 19139: dates by kind, parties with roles, a licence as the words of a link",
    "recorded", "geonorge/csw/GetRecordById_a8456aed_dataset.xml",
)  # fmt: skip
def whole_record(ask: Ask) -> None:
    root = ET.fromstring(ask("csw", CSW_RECORD + KOMMUNER, accept="*/*").body)
    assert root.tag == "{http://www.opengis.net/cat/csw/2.0.2}GetRecordByIdResponse"
    about = root.find(f"{GMD}MD_Metadata/{GMD}identificationInfo/{GMD}MD_DataIdentification")
    kinds = [code.get("codeListValue") for code in about.iterfind(f".//{GMD}CI_Citation//{CODE_LIST_VALUE}")]
    assert {"publication", "revision"} <= set(kinds)
    assert [party for party in about.findall(f"{GMD}pointOfContact") if party.find(f".//{GMD}organisationName") is not None]
    anchors = about.iterfind(f".//{GMD}MD_LegalConstraints/{GMD}otherConstraints/{{http://www.isotc211.org/2005/gmx}}Anchor")
    assert "https://creativecommons.org/licenses/by/4.0/" in [
        anchor.get("{http://www.w3.org/1999/xlink}href") for anchor in anchors
    ]


# --- WMS -------------------------------------------------------------------------------------

WMS = "{http://www.opengis.net/wms}"


@promise(
    "wms", "GetCapabilities", "leaf layers below groups with nonsense extents; CRS inherited from the root", "recorded",
    "geonorge/wms/adm_enheter2_GetCapabilities_1.3.0_trimmed.xml",
)  # fmt: skip
def map_layers(ask: Ask) -> None:
    root = ET.fromstring(ask("wms", WMS_CAPABILITIES, accept="*/*").body)
    top = root.find(f"{WMS}Capability/{WMS}Layer")
    groups = {layer.findtext(f"{WMS}Name"): layer for layer in top.findall(f"{WMS}Layer")}
    assert set(groups) == {"kommuner", "fylker"}
    leaves = [leaf.findtext(f"{WMS}Name") for leaf in groups["kommuner"].findall(f"{WMS}Layer")]
    assert leaves == ["kommuner_hist", "kommuner_gjel", "kommuner_fram"]
    north = float(groups["kommuner"].findtext(f"{WMS}EX_GeographicBoundingBox/{WMS}northBoundLatitude"))
    assert north < 1, "the extent makes sense after all"
    assert "EPSG:25833" in [crs.text for crs in top.findall(f"{WMS}CRS")]


GET_MAP = (
    "/skwms1/wms.adm_enheter2?service=WMS&version=1.3.0&request=GetMap&styles=&format=image/png&width=64&height=64"
    "&crs=EPSG:25833&bbox=200000,6600000,300000,6700000&layers="
)


@promise("wms", "GetMap", "a picture of the asked kind", "documented")
def map_picture(ask: Ask) -> None:
    reply = ask("wms", GET_MAP + "fylker_gjel", accept="*/*")
    assert reply.status == 200 and reply.kind.startswith("image/png") and reply.body.startswith(b"\x89PNG")


@promise("wms", "GetMap", "an unknown layer: a service exception in XML, status 200", "ours")
def map_exception(ask: Ask) -> None:
    reply = ask("wms", GET_MAP + "no_such_layer", accept="*/*")
    assert reply.status == 200 and "xml" in reply.kind and b"ServiceException" in reply.body


@promise("wms", "GetFeatureInfo", "what lies at a point, as plain text", "documented")
def map_told(ask: Ask) -> None:
    question = GET_MAP.replace("GetMap", "GetFeatureInfo") + "kommuner_gjel&query_layers=kommuner_gjel"
    reply = ask("wms", question + "&info_format=text/plain&i=40&j=32&feature_count=10", accept="*/*")
    assert reply.status == 200 and reply.kind.startswith("text/plain")


@promise("wms", "GetLegendGraphic", "a picture for each layer", "documented")
def map_legend(ask: Ask) -> None:
    question = "/skwms1/wms.adm_enheter2?service=WMS&version=1.3.0&sld_version=1.1.0&request=GetLegendGraphic"
    reply = ask("wms", question + "&layer=fylker_gjel&format=image/png", accept="*/*")
    assert reply.status == 200 and reply.kind.startswith("image/png")


@promise("wms", "GetCapabilities of wms.grunnkretser", "layers Grunnkretser, Territorialgrense and Riksgrense", "documented")
def unit_layers(ask: Ask) -> None:
    root = ET.fromstring(ask("wms", "/skwms1/wms.grunnkretser?service=WMS&request=GetCapabilities", accept="*/*").body)
    assert {"Grunnkretser", "Territorialgrense", "Riksgrense"} <= {name.text for name in root.iter(f"{WMS}Name")}


# --- WFS -------------------------------------------------------------------------------------

WFS, GML = "{http://www.opengis.net/wfs/2.0}", "{http://www.opengis.net/gml/3.2}"
GET_FEATURE = "/skwms1/wfs.administrative_enheter?service=WFS&version=2.0.0&request=GetFeature&count=1&typenames="


@promise("wfs", "GetCapabilities", "Fylke, Kommune and Grense, in 4258 first and in UTM", "documented")
def feature_types(ask: Ask) -> None:
    # The stray ?& stands in the catalogue's own link.
    question = "/skwms1/wfs.administrative_enheter?&service=WFS&acceptversions=2.0.0&request=GetCapabilities"
    root = ET.fromstring(ask("wfs", question, accept="*/*").body)
    assert root.tag == f"{WFS}WFS_Capabilities"
    types = {one.findtext(f"{WFS}Name"): one for one in root.iter(f"{WFS}FeatureType")}
    assert {"app:Fylke", "app:Kommune", "app:Grense"} <= set(types)
    assert types["app:Kommune"].findtext(f"{WFS}DefaultCRS").endswith(":4258")
    others = [one.text for one in types["app:Kommune"].findall(f"{WFS}OtherCRS")]
    assert any(other.endswith(":25833") for other in others)


def _first_position(ask: Ask, more: str) -> tuple[float, float]:
    root = ET.fromstring(ask("wfs", GET_FEATURE + more, accept="*/*").body)
    first, second = next(root.iter(f"{GML}posList")).text.split()[:2]
    return float(first), float(second)


@promise("wfs", "GetFeature", "latitude first where the CRS is a urn, as it is when none is asked for", "documented")
def latitude_first(ask: Ask) -> None:
    for more in ("app:Kommune", "app:Kommune&srsName=urn:ogc:def:crs:EPSG::4258"):
        latitude, longitude = _first_position(ask, more)
        assert 57 < latitude < 73 and 3 < longitude < 34


@promise("wfs", "GetFeature", "longitude first where the CRS is short, and types without prefix", "documented")
def longitude_first(ask: Ask) -> None:
    longitude, latitude = _first_position(ask, "Kommune&srsName=EPSG:4326")
    assert 57 < latitude < 73 and 3 < longitude < 34


@promise("wfs", "GetFeature", "GML only", "documented")
def features_in_gml(ask: Ask) -> None:
    assert b"gml/3.2" in ask("wfs", GET_FEATURE + "app:Fylke", accept="*/*").body
    reply = ask("wfs", GET_FEATURE + "app:Fylke&outputFormat=application/json", accept="*/*")
    assert not reply.body.lstrip().startswith(b"{")


# --- WMTS ------------------------------------------------------------------------------------

WMTS, OWS = "{http://www.opengis.net/wmts/1.0}", "{http://www.opengis.net/ows/1.1}"


@promise("wmts", "GetCapabilities", "four background maps, tiles in web mercator and UTM 32, 33 and 35", "documented")
def background_layers(ask: Ask) -> None:
    root = ET.fromstring(ask("wmts", "/v1/service?service=WMTS&request=GetCapabilities", accept="*/*").body)
    contents = root.find(f"{WMTS}Contents")
    names = {layer.findtext(f"{OWS}Identifier") for layer in contents.findall(f"{WMTS}Layer")}
    assert {"topo", "topograatone", "toporaster", "sjokartraster"} <= names
    sets = {one.findtext(f"{OWS}Identifier"): one for one in contents.findall(f"{WMTS}TileMatrixSet")}
    assert {"webmercator", "utm32n", "utm33n", "utm35n"} <= set(sets)
    assert sets["utm33n"].findtext(f"{OWS}SupportedCRS").endswith("25833")


@promise("wmts", "GetCapabilities", "tiles may be asked for with parameters where the capabilities are", "ours")
def background_parameters(ask: Ask) -> None:
    root = ET.fromstring(ask("wmts", "/v1/service?service=WMTS&request=GetCapabilities", accept="*/*").body)
    operations = [one.get("name") for one in root.findall(f"{OWS}OperationsMetadata/{OWS}Operation")]
    assert "GetTile" in operations


@promise("wmts", "tile", "by its path, row before column", "documented")
def background_tile(ask: Ask) -> None:
    reply = ask("wmts", "/v1/wmts/1.0.0/topo/default/webmercator/5/9/16.png", accept="*/*")
    assert reply.status == 200 and reply.body.startswith(b"\x89PNG")

"""What Klass says about a classification, a version, a variant and a correspondence table."""

from __future__ import annotations

from typing import Any

from .catalogue import KOMMUNE, TYPES
from .classification import Classification, Item, Registers, Table, Variant, Version
from .klass_lists import link
from .klass_rules import Refusal, published
from .tables import FOREVER

NOBODY = {"name": "", "email": "", "phone": ""}
CHANGED = "2026-01-07T07:31:55.000+0000"


def classification(found: Classification, language: str, today: str, future: bool) -> dict:
    """A classification with its versions."""
    versions = [version for version in found.versions if future or version.start <= today]
    versions = versions[1:2] + versions[:1] + versions[2:]  # the service does not sort them
    path = f"classifications/{found.id}"
    return {
        "name": found.entry.called(language),
        "id": found.id,
        "classificationType": TYPES[found.entry.type][language],
        "lastModified": found.entry.changed,
        "description": found.entry.description,
        "primaryLanguage": "nb",
        "copyrighted": False,
        "includeShortName": False,
        "includeNotes": found.id == KOMMUNE,
        "contactPerson": NOBODY,
        "owningSection": found.entry.section,
        "statisticalUnits": [found.entry.levels[-1]],
        "versions": [_summary(version, today, future) for version in versions],
        "_links": {"self": link(path), **_templates(path)},
        "classificationFamilyId": found.entry.family,
    }


def _templates(path: str) -> dict:
    """Links that are no valid templates, and name a parameter that isn't read."""
    codes = "csvSeparator,level,selectCodes,presentationNamePattern"
    period, day = "from=<yyyy-MM-dd>,to=<yyyy-MM-dd>", "date=<yyyy-MM-dd>"
    parameters = {
        "codes": f"{period},{codes}",
        "codesAt": f"{day},{codes}",
        "variant": f"variantName,{period},{codes}",
        "variantAt": f"variantName,{day},{codes}",
        "corresponds": f"targetClassificationId,{period},csvSeparator",
        "correspondsAt": f"targetClassificationId,{day},csvSeparator",
        "changes": f"{period},csvSeparator",
    }
    return {name: {**link(f"{path}/{name}{{?{text}}}"), "templated": True} for name, text in parameters.items()}


def _summary(version: Version, today: str, future: bool) -> dict:
    open_ended = version.end == FOREVER or (version.start <= today < version.end and not future)
    return {
        "name": version.name,
        "id": version.id,
        "validFrom": version.start,
        **({} if open_ended else {"validTo": version.end}),
        "lastModified": CHANGED,
        "published": list(version.published),
        "_links": {"self": link(f"versions/{version.id}")},
    }


def version(registers: Registers, number: str, language: str) -> dict:
    """A version with its items, and what hangs on it."""
    for of in registers.classifications.values():
        for found in of.versions:
            if str(found.id) == number:
                published(found, "ClassificationVersion:", language)
                return _version_body(registers, of, found, language)
    raise Refusal(404, f"Classification Version not found with id = {number}")


def _version_body(registers: Registers, of: Classification, version: Version, language: str) -> dict:
    tables = [table for table in registers.tables if table.source is version]
    tables += [table for table in registers.tables if table.target is version]
    return {
        "name": version.name,
        "id": version.id,
        **_valid(version),
        "lastModified": CHANGED,
        "published": list(version.published),
        "introduction": "",
        "contactPerson": NOBODY,
        "owningSection": of.entry.section,
        "legalBase": "",
        "publications": "",
        "derivedFrom": "",
        "correspondenceTables": [_table(table) for table in tables],
        "classificationVariants": [_variant(one, of) for one in of.variants if one.version is version],
        "changelogs": [],
        "levels": _levels(of.entry.levels),
        "classificationItems": [
            {**_item(item, of.name_of(item, language)), "shortName": None, "notes": item.notes or None}
            for item in of.at(version.start).values()
        ],
        "_links": {"self": link(f"versions/{version.id}")},
    }


def _valid(version: Version) -> dict:
    return {"validFrom": version.start, **({} if version.end == FOREVER else {"validTo": version.end})}


def _levels(names: tuple[str, ...]) -> list[dict]:
    return [{"levelNumber": place, "levelName": name} for place, name in enumerate(names, 1)]


def _item(item: Item, name: str) -> dict[str, Any]:
    return {"code": item.code, "parentCode": item.parent or "", "level": item.level, "name": name}


def _variant(found: Variant, of: Classification) -> dict:
    """A variant as its version names it: the number of the section only, as with tables."""
    return {
        "name": found.name,
        "id": found.id,
        "contactPerson": NOBODY,
        "owningSection": of.entry.section.partition(" ")[0],
        "lastModified": CHANGED,
        "published": list(found.published),
        "_links": {"self": link(f"variants/{found.id}")},
    }


def variant(registers: Registers, number: str, language: str) -> dict:
    """A variant with its items; they never have short names or notes."""
    for of in registers.classifications.values():
        for found in of.variants:
            if str(found.id) == number:
                published(found, "ClassificationVariant:", language)
                items = [{**_item(item, item.name), "shortName": None, "notes": None} for item in found.items]
                levels = tuple(sorted({item.level for item in found.items}))
                return {
                    **_variant(found, of),
                    "owningSection": of.entry.section,
                    **_valid(found.version),
                    "introduction": "",
                    "correspondenceTables": [],
                    "changelogs": [],
                    "levels": _levels(tuple(f"Nivå {level}" for level in levels)),
                    "classificationItems": items,
                    "_links": {"self": link(f"variants/{found.id}")},
                }
    raise Refusal(404, f"Classification Variant not found with id = {number}")


def _table(table: Table) -> dict:
    """A table as its versions name it."""
    ends = {"source": table.source, "target": table.target}
    return {
        "name": f"{table.source.name} - {table.target.name}",
        "id": table.id,
        "contactPerson": NOBODY,
        "owningSection": table.source_of.entry.section.partition(" ")[0],
        "source": table.source.name,
        "sourceId": table.source.id,
        "target": table.target.name,
        "targetId": table.target.id,
        "changeTable": table.is_changes,
        "lastModified": CHANGED,
        "published": list(table.languages),
        "sourceLevel": None,
        "targetLevel": None,
        "_links": {
            "self": link(f"correspondencetables/{table.id}"),
            **{rel: {**link(f"versions/{end.id}{{?language,includeFuture}}"), "templated": True} for rel, end in ends.items()},
        },
    }


def correspondence_table(registers: Registers, number: str, language: str) -> dict:
    """A table with its rows, either side of which may be null."""
    table = next((table for table in registers.tables if str(table.id) == number), None)
    if table is None:
        raise Refusal(404, f"Correspondence Table not found with id = {number}")
    published(table, f"CorrespondenceTable: {table.source.name} - {table.target.name}", language)
    sides = [
        (table.source_of, table.source_of.at(table.source.start)),
        (table.target_of, table.target_of.at(table.target.start)),
    ]

    def side(place: int, code: str | None) -> tuple[str | None, str | None]:
        of, items = sides[place]
        return code, of.name_of(items[code], language) if code in items else None

    pairs = sorted(registers.pairs(table), key=lambda pair: (pair[0] or "", pair[1] or ""))
    keys = ("sourceCode", "sourceName", "targetCode", "targetName")
    return {
        **_table(table),
        "owningSection": table.source_of.entry.section,
        "description": "",
        "changelogs": [],
        "correspondenceMaps": [dict(zip(keys, (*side(0, a), *side(1, b)))) for a, b in pairs],
    }

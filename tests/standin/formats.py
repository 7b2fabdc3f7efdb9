"""The other forms that Klass answers in: CSV with its habits, and XML."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

ELEMENTS = {
    "codes": ("codeList", "codeItem"),
    "codeChanges": ("codeChangeList", "codeChangeItem"),
    "correspondenceItems": ("correspondenceItemList", "correspondenceItem"),
    "correspondenceMaps": ("correspondenceTable", "correspondenceMap"),
    "classificationItems": ("classificationVersion", "classificationItem"),
}


def as_csv(body: dict, mark: str, fields: list[str]) -> tuple[str, list[str]]:
    """Write the list of an answer; also the asked fields that it does not have. Text is quoted, nothing stands for null."""
    rows = next((body[key] for key in ELEMENTS if key in body), [])
    columns = list(rows[0]) if rows else ["code", "parentCode", "level", "name"]
    unknown = [name for name in fields if name not in columns or name.endswith("InRequestedRange")]
    if unknown:
        return "", unknown
    columns = fields or columns
    lines = [mark.join(f'"{name}"' for name in columns)]
    lines += [mark.join(_cell(row[name]) for name in columns) for row in rows]
    return "\n".join(lines) + "\n", []


def _cell(value: Any) -> str:
    if value is None:
        return ""
    text = str(value).replace("\r", " ").replace("\n", " ").replace('"', "'")
    return f'"{text}"'


def as_xml(body: dict) -> bytes:
    """Write an answer as XML; element names as the service has them, children named as the JSON keys."""
    for key, (root, item) in ELEMENTS.items():
        if key in body:
            inner = "".join(_element(item, row) for row in body[key])
            return f"<?xml version='1.0' encoding='UTF-8'?><{root}>{inner}</{root}>".encode()
    return f"<?xml version='1.0' encoding='UTF-8'?>{_element('classification', body)}".encode()


def _element(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return f"<{name}>{''.join(_element(key, part) for key, part in value.items() if key != '_links')}</{name}>"
    if isinstance(value, list):
        return "".join(_element(name, part) for part in value)
    return f"<{name}/>" if value is None else f"<{name}>{escape(str(value))}</{name}>"

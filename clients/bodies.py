"""What came back: how a body is decoded, what kind of thing it is, and the words in it that a user should see."""

from __future__ import annotations

import html
import json
import re

LONGEST_WORDS = 300  # characters of a server's own words that are worth showing

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body")

# Members of error bodies, best first: RFC 7807 (Klass), ASP.NET (Geonorge), the catalogue, others.
_WORD_KEYS = ("detail", "details", "Message", "message", "title", "error_description", "error", "exceptionText")


def text_of(content: bytes, content_type: str = "") -> str:
    """Decode a body: by its charset, else as UTF-8, else as Latin-1 (which never fails)."""
    named = _CHARSET.search(content_type)
    for encoding in (named.group(1) if named else "utf-8-sig", "utf-8-sig"):
        try:
            return content.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("latin-1")


def json_of(content: bytes, content_type: str = "") -> object:
    """Parse a JSON body, with a byte order mark or in Latin-1 too. Raises ValueError."""
    try:
        try:
            return json.loads(content)
        except UnicodeDecodeError:
            return json.loads(text_of(content, content_type))
    except RecursionError:
        raise ValueError("nested too deeply") from None


def kind_of(content: bytes, content_type: str = "") -> str:
    """Name what a body is, by looking at it: nothing, zip, web page, JSON, XML, text or binary."""
    start = content[:2048]
    if not start.strip():
        return "nothing"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "binary"
    text = text_of(start, content_type).lstrip("\ufeff \t\r\n").lower()
    if text.startswith(_PAGE_STARTS) or ("html" in content_type.lower() and text.startswith("<") and "<?xml" not in text[:5]):
        return "web page"
    if text.startswith("<"):
        return "web page" if "<html" in text else "XML"
    return "JSON" if text.startswith(("{", "[", '"')) else "text"


def words_of(content: bytes, content_type: str = "") -> str:
    """Find what a server says in an error body: JSON of several customs, plain text, XML, or the title of a web page."""
    kind = kind_of(content, content_type)
    if kind in ("nothing", "zip", "binary"):
        return ""
    text = text_of(content, content_type)
    if kind == "web page":
        title = _TITLE.search(text)
        text = title.group(1) if title else ""
    elif kind == "XML":
        text = _TAG.sub(" ", text)
    elif kind == "JSON":
        text = _json_words(content, content_type, text)
    return short(html.unescape(text) if kind in ("web page", "XML") else text)


def short(text: str) -> str:
    """Collapse white space and cut long words off."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_WORDS else line[: LONGEST_WORDS - 1] + "…"


def _json_words(content: bytes, content_type: str, text: str) -> str:
    try:
        found = json_of(content, content_type)
    except ValueError:
        return text
    if isinstance(found, str):  # ASP.NET sends an exception's text as a JSON string literal
        return found
    if isinstance(found, dict):
        errors = found.get("errors")
        words = [found[key] for key in _WORD_KEYS if isinstance(found.get(key), str) and found[key].strip()]
        if isinstance(errors, dict):  # ASP.NET's validation problems: {field: [sentence, …]}
            words = [str(s) for some in errors.values() for s in (some if isinstance(some, list) else [some])] or words
        return words[0] if words else ""
    return text

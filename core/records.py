"""Addresses of records of data sets: Geonorge's services name theirs as XML, people read the same one as a page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_CATALOGUE = "https://kartkatalog.geonorge.no"
_GEONORGE = ("www.geonorge.no", "kartkatalog.geonorge.no")
_IDENTIFIER = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LICENCES = ("creativecommons.org", "data.norge.no/nlod", "opendatacommons.org")


def geonorge_page(identifier: str) -> str:
    """Give the page of a data set in Geonorge's catalogue."""
    return f"{_CATALOGUE}/metadata/uuid/{identifier}"


def page_of(address: str) -> str:
    """Give the page that shows a record of Geonorge's, whatever form it is asked for in; any other address as it is."""
    address = address.strip()
    identifier = _IDENTIFIER.search(address)
    return geonorge_page(identifier.group()) if identifier and _host(address) in _GEONORGE else address


def is_page(address: str) -> bool:
    """Whether an address can be the record of a data set: not a file on this machine, and no text of a licence."""
    parts = address.partition("://")
    return parts[0].lower() in ("http", "https") and bool(_host(address)) and not any(one in parts[2] for one in _LICENCES)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""

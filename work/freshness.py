"""Whether delivered files are still those at the source: by what HTTP says of them, else by Geonorge's feeds."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import Enum
from urllib.parse import urlsplit

from ..core.errors import Faulty, KlasskartError, Refused, ServiceError, Unreachable, UntrustedAddress
from ..core.feedback import SILENT, Feedback
from .routes import Source, feeds_of
from .services import Services

_NO_SUCH_METHOD = 405  # Geonorge's ordered files do not answer HEAD


class Freshness(Enum):
    SAME = "same"
    CHANGED = "changed"
    UNTOLD = "untold"  # it was answered, but nothing tells


def freshness(
    services: Services, uuid: str, sources: Sequence[Source], fetched: datetime.datetime | None, feedback: Feedback = SILENT
) -> Freshness:
    """Say how the files of a data set stand since `fetched` (this machine's time, None where not known).

    Raises Unreachable or Faulty where nobody answers.
    """
    told = [_by_headers(services, source, feedback) for source in sources]
    if Freshness.CHANGED in told or not told:
        return Freshness.CHANGED
    untold = [source for source, one in zip(sources, told) if one is Freshness.UNTOLD]
    return _by_feed(services, uuid, untold, fetched, feedback) if untold else Freshness.SAME


def _by_headers(services: Services, source: Source, feedback: Feedback) -> Freshness:
    """Compare what the server says with what it said: it may have left out any of it, then or now."""
    try:
        headers = services.http.head(source.url, feedback=feedback).headers
    except (Unreachable, Faulty):
        raise
    except Refused as refusal:
        return Freshness.UNTOLD if refusal.status == _NO_SUCH_METHOD else Freshness.CHANGED
    except (ServiceError, UntrustedAddress):
        return Freshness.CHANGED  # also where the services have another address since
    size = str(source.size) if source.size else ""
    said = [
        (source.etag, headers.get("etag", "")),
        (source.last_modified, headers.get("last-modified", "")),
        (size, headers.get("content-length", "")),
    ]
    if any(then and now and then != now for then, now in said):
        return Freshness.CHANGED
    return Freshness.SAME if any(then and now for then, now in said[:2]) else Freshness.UNTOLD


def _by_feed(
    services: Services, uuid: str, sources: Sequence[Source], fetched: datetime.datetime | None, feedback: Feedback
) -> Freshness:
    """Look files up in the feeds of their data set; what a feed can't tell stays untold."""
    try:
        changed = {
            _place(file.url): file.changed
            for feed in feeds_of(services, uuid, feedback)
            for file in services.atom.files(feed.url, feedback=feedback)
        }
    except KlasskartError:
        feedback.check()
        return Freshness.UNTOLD
    found = Freshness.SAME
    for source in sources:
        now, then = changed.get(_place(source.url)), _known(source) or fetched
        if now is None or then is None:
            found = Freshness.UNTOLD
        elif now > then:
            return Freshness.CHANGED
    return found


def _known(source: Source) -> datetime.datetime | None:
    from ..clients.atom import norwegian_time

    return norwegian_time(source.updated)


def _place(url: str) -> str:
    """Give what two addresses of one file share: host, scheme and capitals differ between routes."""
    return urlsplit(url).path.rpartition("/")[2].casefold()

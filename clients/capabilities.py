"""What all services of the OGC that answer in XML have in common: how they are asked what they offer, and how they refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from ..core.addresses import AddressBook
from ..core.errors import Refused, UnexpectedAnswer
from ..core.feedback import Feedback
from . import bodies, markup
from .http import MIB, Http
from .markup import Element

T = TypeVar("T")

_REFUSALS = ("ServiceExceptionReport", "ServiceException", "ExceptionReport", "Exception")


def ask(
    http: Http, addresses: AddressBook, url: str, params: Mapping[str, str] | None, read: Callable[..., T], feedback: Feedback
) -> T:
    """Give what `read` (content, url, service, content type) makes of the answer. Raises what it does, and UntrustedAddress."""
    url = addresses.check(url if addresses.trusted(url) else addresses.moved(url))
    answer = http.get(url, params, accept="text/xml, application/xml, */*", limit=32 * MIB, feedback=feedback)
    return read(answer.content, url, addresses.service_of(url), answer.content_type)


def root_of(content: bytes, content_type: str, what: str, service: str, url: str, words: Callable[[Element], str]) -> Element:
    """Parse an answer that is to be `what`. Raises UnexpectedAnswer for what is no XML, and Refused in the server's `words`."""
    kind = bodies.kind_of(content, content_type)
    try:
        root = markup.parse(content)
    except markup.BadMarkup:
        got = "broken XML" if kind == "XML" else kind
        raise UnexpectedAnswer(service, url, what, got, bodies.words_of(content, content_type)) from None
    if root.tag in _REFUSALS:
        raise Refused(service, url, 200, bodies.short(words(root)))
    return root

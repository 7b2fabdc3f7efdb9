"""What went wrong on the way, and whether another try may mend it: rules as functions of values."""

from __future__ import annotations

import email.utils
import re
import time
from collections.abc import Callable

from ..core.errors import Faulty, KlasskartError, Refused, UnexpectedAnswer, Unreachable, UntrustedAddress
from ..core.settings import Config
from . import bodies

PAUSES = (0.5, 1.0, 2.0)  # seconds before each retry, where the server does not say
LONGEST_PAUSE = 60.0  # a server that asks for more is given up

TEMPORARY_STATUS = frozenset({429, 500, 502, 503, 504})
NO_SUCH_RANGE = 416
PROXY_STATUS = 407  # whoever is asked, it is the proxy that answers
GATEWAY_STATUS = frozenset({502, 503, 504})
# A time-out is not retried: the user has waited that long already.
TEMPORARY_REASON = frozenset({"connection", "name", "broken"})


class Temporary(Exception):
    """A failure that another try may mend; `retry_after` in seconds where the server says so."""

    def __init__(self, error: KlasskartError, retry_after: float | None = None):
        super().__init__(error)
        self.error, self.retry_after = error, retry_after


def retry_after(text: str, now: Callable[[], float] = time.time) -> float | None:
    """Read a Retry-After header: seconds, or a date. None where there is none that can be read."""
    text = text.strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(text)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - now())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def translated(error: Exception, service: str, url: str, config: Config) -> KlasskartError:
    """Turn any error of httpx into ours."""
    from .._vendor import httpx

    words = bodies.short(str(error))
    if isinstance(error, httpx.TimeoutException):
        connecting = isinstance(error, (httpx.ConnectTimeout, httpx.PoolTimeout))
        return Unreachable(service, url, "timeout", config.connect_timeout if connecting else config.read_timeout, words)
    if isinstance(error, httpx.UnsupportedProtocol):
        return UntrustedAddress(url, "scheme")
    if isinstance(error, httpx.InvalidURL):
        return UntrustedAddress(url, "malformed")
    if isinstance(error, httpx.HTTPStatusError):
        status = error.response.status_code
        return (Refused if status < 500 else Faulty)(service, url, status, words)
    if isinstance(error, httpx.TooManyRedirects):
        return UnexpectedAnswer(service, url, "an answer", "redirects without end", words)
    if isinstance(error, httpx.ProxyError):
        return Unreachable(service, url, "proxy", words=words)
    if isinstance(error, httpx.ConnectError):
        return Unreachable(service, url, _connect_reason(error), words=words)
    return Unreachable(service, url, "broken", words=words)


def _connect_reason(error: Exception) -> str:
    """Tell why no connection came about. A transport may know it: attribute `reason` of its error."""
    told = getattr(error, "reason", "")
    if told:
        return str(told)
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in chain:
        chain.append(one)
        one = one.__cause__ or one.__context__
    text = " ".join(f"{type(link).__name__} {link}" for link in chain).lower()
    if any(word in text for word in ("ssl", "certificate", "tls")):
        return "tls"
    if any(word in text for word in ("gaierror", "getaddrinfo", "name or service", "name resolution", "not found")):
        return "name"
    return "connection"


def worth_retrying(error: Exception, ours: KlasskartError, method: str) -> bool:
    from .._vendor import httpx

    if not isinstance(ours, Unreachable) or ours.reason not in TEMPORARY_REASON:
        return False
    return method != "POST" or isinstance(error, httpx.ConnectError)  # nothing of a POST has been sent then

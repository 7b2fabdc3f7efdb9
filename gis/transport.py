"""httpx over QGIS's own network stack, so that its proxy, certificates and stored logins hold.

Requests may be made in any thread; the main thread carries them out (see `courier`). While a server is silent the waiting
thread wakes five times a second, so that cancel and time-outs are seen before the headers and in the body alike.

Time-outs are kept by our own clock. A connection is waited for `connect` seconds, then each silence for `read` seconds.
Qt tells about a new connection only for https (`encrypted`). For plain http the connection is opened first by itself, as
QNetworkAccessManager.connectToHost does it, and the request then finds it in Qt's pool. Where neither can tell (an https
connection that is used again), the headers may take `connect` + `read` seconds.

A main thread that is busy is no silent server: only what it has looked at counts. But it isn't waited for without end; a
cancel needs it not at all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from qgis.PyQt.QtNetwork import QNetworkReply

from .._vendor import httpx
from ..core.errors import Cancelled
from .courier import courier, number
from .errand import LOGIN, OURS, Errand, Order
from .waits import Nap, Turn, wait

_Error = QNetworkReply.NetworkError

_WAKE = 0.2  # seconds; cancel is asked five times in one
_PATIENCE = 60.0  # seconds for which the main thread may be busy
_BUFFER = 4 << 20  # bytes that Qt may hold before it stops reading from the socket
# Set by Qt itself, or by httpx for a body that Qt frames anew.
_OWN_HEADERS = (b"host", b"connection", b"content-length", b"transfer-encoding")


class QgisTransport(httpx.BaseTransport):
    """Sends requests through QgsNetworkAccessManager; redirects and cookies are left to httpx.

    `authcfg` names a login of QGIS. `request.extensions` may hold `timeout` (connect, read: seconds), `cancelled` (asked
    while waiting; Cancelled is raised where it says so) and `credentials` (whether the login may go along: no without it,
    and never to an address that `trusted` does not accept).
    """

    def __init__(self, authcfg: str = "", trusted: Callable[[str], bool] = lambda url: True, buffer: int = _BUFFER):
        self._authcfg = authcfg
        self._trusted = trusted
        self._buffer = buffer

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        pause = wait()
        errand = Errand(self._order(request), courier().call, pause.end)
        waiting = _Waiting(request, errand, pause)
        try:
            errand.call()
            waiting.for_headers()
            if errand.head is None:
                raise_for_outcome(errand, request)
                raise _fault(httpx.RemoteProtocolError, "The answer has no HTTP status", request, "broken")
        except BaseException:
            errand.leave()
            raise
        head = errand.head
        return httpx.Response(head.status, headers=list(head.headers), stream=_Body(errand, request, waiting))

    def _order(self, request: httpx.Request) -> Order:
        login = bool(request.extensions.get("credentials")) and self._trusted(str(request.url))
        return Order(
            request.method,
            str(request.url).encode("ascii"),
            tuple((key, value) for key, value in request.headers.raw if key.lower() not in _OWN_HEADERS),
            b"".join(request.stream),
            self._authcfg if login else "",
            _connection(request.url),
            self._buffer,
        )


def _connection(url: httpx.URL) -> bytes:
    """Give the address at which Qt only connects. Only so the time-out of plain http's connection can be kept."""
    if url.scheme != "http":
        return b""
    host = b"[%b]" % url.raw_host if b":" in url.raw_host else url.raw_host
    return b"preconnect-http://%b:%d" % (host, url.port or 80)


class _Waiting:
    """Waits for what comes of one errand, and no longer than its time-outs say."""

    def __init__(self, request: httpx.Request, errand: Errand, pause: Nap | Turn):
        timeout = request.extensions.get("timeout") or {}
        self._request, self._errand, self._pause = request, errand, pause
        self._connect: float | None = timeout.get("connect")
        self._read: float | None = timeout.get("read")
        self._cancelled = request.extensions.get("cancelled") or (lambda: False)

    def for_headers(self) -> None:
        errand, limit = self._errand, self._connect
        if self._request.url.scheme == "https":
            limit = None if self._connect is None or self._read is None else self._connect + self._read
        self._until(lambda: errand.connected or self._answered(), limit, httpx.ConnectTimeout)
        self._until(self._answered, self._read, httpx.ReadTimeout)

    def for_bytes(self) -> None:
        self._until(self._errand.has_news_of_body, self._read, httpx.ReadTimeout)

    def _answered(self) -> bool:
        return self._errand.head is not None or self._errand.outcome is not None

    def _until(self, done: Callable[[], bool], limit: float | None, fault: type) -> None:
        errand, began = self._errand, time.monotonic()
        called = began
        while not done():
            if self._cancelled():
                raise Cancelled()
            now = time.monotonic()
            if self._is_silent(began, limit, now):
                raise _fault(fault, f"No answer within {limit:g} seconds", self._request, "timeout")
            if now - max(began, errand.looked) >= _PATIENCE:
                raise _fault(fault, f"QGIS was busy for {_PATIENCE:g} seconds", self._request, "timeout")
            if now - called >= _WAKE / 2:
                called = now
                errand.call()
            self._pause(_WAKE)

    def _is_silent(self, began: float, limit: float | None, now: float) -> bool:
        """Whether nothing came for too long, as far as the main thread has looked."""
        sign = self._errand.sign
        return limit is not None and sign is not None and self._errand.looked - max(began, sign) >= limit


class _Body(httpx.SyncByteStream):
    """The bytes of an answer as they come; closing it hangs up where more is under way."""

    def __init__(self, errand: Errand, request: httpx.Request, waiting: _Waiting):
        self._errand = errand
        self._request = request
        self._waiting = waiting

    def __iter__(self) -> Iterator[bytes]:
        while not self._errand.left:
            self._waiting.for_bytes()
            data = self._errand.take()
            if not data:
                raise_for_outcome(self._errand, self._request)
                return
            yield data

    def close(self) -> None:
        self._errand.leave()

    def __del__(self):
        self.close()  # an answer that nobody closed would keep its connection


def raise_for_outcome(errand: Errand, request: httpx.Request) -> None:
    """Raise httpx's error for Qt's. An HTTP status of 400 and more is no error here, though Qt has codes for it.

    The error's `reason` says which of timeout, name, connection, proxy, tls, login or broken it was.
    """
    outcome = errand.outcome
    if outcome is None or outcome.code == 0 or 200 < outcome.code < 300 or 400 < outcome.code < 500:
        return
    if outcome.code == OURS:
        raise RuntimeError(outcome.words)
    fault, reason = _FAULTS.get(outcome.code) or _fault_of_range(outcome.code)
    raise _fault(fault, outcome.words, request, reason)


_FAULTS = {
    LOGIN: (httpx.ConnectError, "login"),
    number(_Error.ConnectionRefusedError): (httpx.ConnectError, "connection"),
    number(_Error.RemoteHostClosedError): (httpx.RemoteProtocolError, "broken"),
    number(_Error.HostNotFoundError): (httpx.ConnectError, "name"),
    number(_Error.TimeoutError): (httpx.ReadTimeout, "timeout"),
    # Qt 5 reports its own transfer time-out, which QGIS may set, as cancelled; we cancel nothing that we go on reading.
    number(_Error.OperationCanceledError): (httpx.ReadTimeout, "timeout"),
    number(_Error.SslHandshakeFailedError): (httpx.ConnectError, "tls"),
    number(_Error.TemporaryNetworkFailureError): (httpx.ReadError, "broken"),
    number(_Error.NetworkSessionFailedError): (httpx.ConnectError, "connection"),
}


def _fault_of_range(code: int) -> tuple[type, str]:
    if 100 < code < 200:
        return httpx.ProxyError, "proxy"
    if code < 100:
        return httpx.ConnectError, "connection"
    return httpx.RemoteProtocolError, "broken"


def _fault(kind: type, words: str, request: httpx.Request, reason: str) -> Exception:
    error = kind(words, request=request)
    error.reason = reason
    return error

"""httpx over QGIS's own network stack, so that its proxy, certificates and stored logins hold.

One response is made, read and closed in one thread (QgsNetworkAccessManager has an instance per thread). While a server
is silent a timer wakes the waiting loop, so that cancel and time-outs are seen before the headers and in the body alike.

Time-outs are kept by our own clock. A connection is waited for `connect` seconds, then each silence for `read` seconds.
Qt tells about a new connection only for https (`encrypted`). For plain http the connection is opened first by itself, as
QNetworkAccessManager.connectToHost does it, and the request then finds it in Qt's pool. Where neither can tell (an https
connection that is used again), the headers may take `connect` + `read` seconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QTimer, QUrl
from qgis.PyQt.QtNetwork import QNetworkReply, QNetworkRequest

from .._vendor import httpx
from ..core.errors import Cancelled

_Attribute = QNetworkRequest.Attribute
_Error = QNetworkReply.NetworkError

_WAKE_MS = 200  # cancel is asked five times a second
_BUFFER = 4 << 20  # bytes that Qt may hold before it stops reading from the socket
_NEVER_MS = 2**31 - 1
# Set by Qt itself, or by httpx for a body that Qt frames anew.
_OWN_HEADERS = (b"host", b"connection", b"content-length", b"transfer-encoding")


def number(enum) -> int:
    """Give an enum as a number: it is an int on Qt 5 and an Enum on Qt 6."""
    return getattr(enum, "value", enum)


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
        waiting = _Waiting(request)
        manager = QgsNetworkAccessManager.instance()
        if request.url.scheme == "http":
            _connect(manager, request, waiting)
        login = bool(request.extensions.get("credentials")) and self._trusted(str(request.url))
        reply = _send(manager, _qt_request(request, self._authcfg if login else ""), request, self._buffer)
        try:
            return self._response(reply, request, waiting)
        except BaseException:
            _drop(reply)
            raise

    def _response(self, reply: QNetworkReply, request: httpx.Request, waiting: _Waiting) -> httpx.Response:
        waiting.for_headers(reply)
        status = reply.attribute(_Attribute.HttpStatusCodeAttribute)
        if status is None:
            raise_for_network(reply, request)
            raise _fault(httpx.RemoteProtocolError, "The answer has no HTTP status", request, "broken")
        # Qt forgets the buffer size where the request had a body; only a changed size is taken in.
        reply.setReadBufferSize(0)
        reply.setReadBufferSize(self._buffer)
        return httpx.Response(int(status), headers=_headers(reply), stream=_Body(reply, request, waiting))


class _Waiting:
    """The event loop that one request waits in, woken by the reply and by a timer."""

    def __init__(self, request: httpx.Request):
        timeout = request.extensions.get("timeout") or {}
        self._request = request
        self._connect: float | None = timeout.get("connect")
        self._read: float | None = timeout.get("read")
        self._cancelled = request.extensions.get("cancelled") or (lambda: False)
        self._loop = QEventLoop()
        self._timer = QTimer()
        self._timer.timeout.connect(self._loop.quit)

    def for_connection(self, reply: QNetworkReply) -> None:
        """Wait until a connection that is opened by itself stands or fails."""
        reply.finished.connect(self._loop.quit)
        self._until(reply.isFinished, self._connect, httpx.ConnectTimeout)

    def for_headers(self, reply: QNetworkReply) -> None:
        # What arrives or is sent starts the clock anew: a large body may take its time on the way up.
        marks: list[float] = [time.monotonic()]
        encrypted: list[bool] = []
        reply.uploadProgress.connect(lambda *sent: marks.append(time.monotonic()))
        reply.encrypted.connect(lambda: (encrypted.append(True), marks.append(time.monotonic())))
        for signal in (reply.metaDataChanged, reply.readyRead, reply.finished, reply.encrypted):
            signal.connect(self._loop.quit)

        def answered() -> bool:
            return reply.isFinished() or reply.attribute(_Attribute.HttpStatusCodeAttribute) is not None

        if self._request.url.scheme == "https":
            limit = None if self._connect is None or self._read is None else self._connect + self._read
            self._until(lambda: answered() or bool(encrypted), limit, httpx.ConnectTimeout)
        self._until(answered, self._read, httpx.ReadTimeout, marks)

    def for_bytes(self, reply: QNetworkReply) -> None:
        self._until(lambda: bool(reply.bytesAvailable()) or reply.isFinished(), self._read, httpx.ReadTimeout)

    def _until(self, done: Callable[[], bool], limit: float | None, fault: type, marks: list[float] | None = None) -> None:
        marks = marks or [time.monotonic()]
        self._timer.start(_WAKE_MS)
        try:
            while not done():
                if self._cancelled():
                    raise Cancelled()
                if limit is not None and time.monotonic() - marks[-1] >= limit:
                    raise _fault(fault, f"No answer within {limit:g} seconds", self._request, "timeout")
                self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            self._timer.stop()


class _Body(httpx.SyncByteStream):
    """The bytes of a reply as they come; closing it aborts what is still under way."""

    def __init__(self, reply: QNetworkReply, request: httpx.Request, waiting: _Waiting):
        self._reply: QNetworkReply | None = reply
        self._request = request
        self._waiting = waiting

    def __iter__(self) -> Iterator[bytes]:
        reply = self._reply
        while reply is not None:
            self._waiting.for_bytes(reply)
            data = bytes(reply.readAll()) if reply.bytesAvailable() else b""
            if not data:
                raise_for_network(reply, self._request)
                return
            yield data
            reply = self._reply  # None where it was closed meanwhile

    def close(self) -> None:
        reply, self._reply = self._reply, None
        if reply is not None:
            _drop(reply)


def raise_for_network(reply: QNetworkReply, request: httpx.Request) -> None:
    """Raise httpx's error for Qt's. An HTTP status of 400 and more is no error here, though Qt has codes for it.

    The error's `reason` says which of timeout, name, connection, proxy, tls, login or broken it was.
    """
    code = number(reply.error())
    if code == 0 or 200 < code < 300 or 400 < code < 500:
        return
    fault, reason = _FAULTS.get(code) or _fault_of_range(code)
    raise _fault(fault, reply.errorString(), request, reason)


_FAULTS = {
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


def _connect(manager: QgsNetworkAccessManager, request: httpx.Request, waiting: _Waiting) -> None:
    """Open the connection first, or find one open: only so its own time-out can be kept. Other faults the request tells."""
    host = request.url.raw_host.decode("ascii")
    address = QUrl(f"preconnect-http://[{host}]" if ":" in host else f"preconnect-http://{host}")
    address.setPort(request.url.port or 80)
    reply = manager.get(QNetworkRequest(address))
    try:
        waiting.for_connection(reply)
    finally:
        _drop(reply)


def _qt_request(request: httpx.Request, authcfg: str) -> QNetworkRequest:
    qt = QNetworkRequest(QUrl.fromEncoded(str(request.url).encode("ascii")))
    for key, value in request.headers.raw:
        if key.lower() not in _OWN_HEADERS:
            qt.setRawHeader(key, value)
    manual = number(QNetworkRequest.LoadControl.Manual)
    qt.setAttribute(_Attribute.CookieLoadControlAttribute, manual)
    qt.setAttribute(_Attribute.CookieSaveControlAttribute, manual)
    qt.setAttribute(_Attribute.RedirectPolicyAttribute, number(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy))
    qt.setAttribute(_Attribute.CacheLoadControlAttribute, number(QNetworkRequest.CacheLoadControl.AlwaysNetwork))
    qt.setAttribute(_Attribute.CacheSaveControlAttribute, False)
    if authcfg and not _with_login(qt, authcfg):
        raise _fault(httpx.ConnectError, f"The login {authcfg} of QGIS can't be used", request, "login")
    return qt


def _with_login(qt: QNetworkRequest, authcfg: str) -> bool:
    done = QgsApplication.authManager().updateNetworkRequest(qt, authcfg)
    return bool(done[0] if isinstance(done, tuple) else done)


def _send(manager: QgsNetworkAccessManager, qt: QNetworkRequest, request: httpx.Request, buffer: int) -> QNetworkReply:
    body = b"".join(request.stream)
    if request.method == "HEAD":  # sent as a custom verb, Qt would wait for a body
        reply = manager.head(qt)
    elif request.method == "GET" and not body:
        reply = manager.get(qt)
    elif body:
        device = QBuffer()
        device.setData(QByteArray(body))
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        reply = manager.sendCustomRequest(qt, request.method.encode("ascii"), device)
        device.setParent(reply)
    else:
        reply = manager.sendCustomRequest(qt, request.method.encode("ascii"))
    reply.setReadBufferSize(buffer)  # back pressure
    # QGIS's own clock (60 s, or what the user set) also ticks while the reader is busy with what it has got: ours decides.
    own_clock = reply.findChild(QTimer, "timeoutTimer")
    if own_clock is not None:
        own_clock.setInterval(_NEVER_MS)
        own_clock.disconnect()  # see _drop
    return reply


def _headers(reply: QNetworkReply) -> list[tuple[bytes, bytes]]:
    """Give the headers; Qt joins several cookies with a line feed."""
    return [
        (bytes(key), part)
        for key, value in reply.rawHeaderPairs()
        for part in (bytes(value).split(b"\n") if bytes(key).lower() == b"set-cookie" else [bytes(value)])
    ]


def _drop(reply: QNetworkReply) -> None:
    """Let go of a reply, unheard.

    PyQt listens on the GUI thread for the end of objects that Qt made, and then marks what stands at their address. For a
    reply of a worker thread that may be the next reply by then, and "has been deleted" in the middle of its request.
    """
    if not reply.isFinished():
        reply.abort()
    reply.disconnect()
    sip.delete(reply)

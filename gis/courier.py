"""The main thread's half of the network: it alone makes, reads and drops the replies of Qt.

PyQt lists the QObjects that C++ made and Python has got hold of. When one dies, the main thread strikes it out without
holding Python's lock. A worker thread that gets hold of such an object meanwhile (a reply, one of its children, QGIS's
network manager) writes in the same list, and sooner or later QGIS crashes. So a worker thread hands over an `Errand`, and
what comes of it reaches the worker as plain values.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QObject,
    Qt,
    QTimer,
    QUrl,
    pyqtSignal,
    pyqtSlot,
)
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery, QNetworkReply, QNetworkRequest

from . import log
from .errand import LOGIN, OURS, Errand, Fault, Head, Order

_Attribute, _Error = QNetworkRequest.Attribute, QNetworkReply.NetworkError

_CHUNK = 256 << 10  # bytes that are read in one go
_NEVER_MS = 2**31 - 1


def number(enum) -> int:
    """Give an enum as a number: it is an int on Qt 5 and an Enum on Qt 6."""
    return getattr(enum, "value", enum)


_NO_CONNECTION = {
    number(error) for error in (_Error.ConnectionRefusedError, _Error.HostNotFoundError, _Error.UnknownNetworkError)
}


def in_main_thread() -> bool:
    return threading.get_ident() == threading.main_thread().ident


def courier() -> Courier:
    """Give the courier, made at the first call. Call it on the GUI thread before work starts that may need it.

    Where nobody did, it is made here and sent there.
    """
    global _courier
    with _making:
        if _courier is None:
            _courier = Courier()
        return _courier


_courier: Courier | None = None
_making = threading.Lock()


class Courier(QObject):
    """Lives in the main thread and runs errands there. It keeps nothing of an errand that was left.

    `home` is that thread, for those who move what they have made to it.
    """

    _called = pyqtSignal(object)
    _wanted = pyqtSignal(object)

    def __init__(self):
        super().__init__()
        self.home = QCoreApplication.instance().thread()
        self.moveToThread(self.home)
        self._deliveries: dict[Errand, _Delivery] = {}
        self._keys_loaded = False
        self._called.connect(self._attend, Qt.ConnectionType.QueuedConnection)
        self._wanted.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def do(self, function: Callable[[], None]) -> None:
        """Have a function called in the main thread, as soon as that gets to it."""
        self._wanted.emit(function)

    def call(self, errand: Errand) -> None:
        """Look at an errand: now in the main thread, else as soon as that gets to it."""
        if in_main_thread():
            self._attend(errand)
        else:
            self._called.emit(errand)

    @pyqtSlot(object)
    def _attend(self, errand: Errand) -> None:
        called = errand.come()
        try:
            self._serve(errand)
        except Exception as error:  # it would end QGIS, or nobody would hear of it
            errand.end(Fault(OURS, log.fault(error)))
        errand.looked = called

    @pyqtSlot(object)
    def _do(self, function: Callable[[], None]) -> None:
        function()

    def _serve(self, errand: Errand) -> None:
        delivery = self._deliveries.get(errand)
        if errand.left:
            self._deliveries.pop(errand, None)
            if delivery is not None:
                delivery.drop()
        elif delivery is not None:
            delivery.go_on()
        elif errand.outcome is None:
            self._load_keys()
            self._deliveries[errand] = delivery = _Delivery(errand, self._called.emit)
            delivery.begin()

    def _load_keys(self) -> None:
        # QGIS 3.44 opens its store of logins with the first https request, which then hangs now and then. Opened before,
        # it does not.
        if not self._keys_loaded:
            self._keys_loaded = True
            QgsApplication.authManager().configIds()


class _Delivery:
    """One errand's reply: first that of the connection alone, where one is asked for ahead, then that of the request."""

    def __init__(self, errand: Errand, later: Callable[[Errand], None]):
        self._errand = errand
        self._later = later
        self._reply: QNetworkReply | None = None
        self._connecting = False

    def begin(self) -> None:
        self._errand.live()
        if self._errand.order.ahead:
            self._connect()
        else:
            self._send()

    def go_on(self) -> None:
        """Do what can be done now: send once the connection stands or has failed, pass on what came."""
        reply = self._reply
        if reply is None or self._errand.left:
            return
        if not self._connecting:
            self._pass_on(reply)
        elif reply.isFinished():
            self.drop()
            self._errand.tell_connected()
            self._send()  # other faults than silence the request tells, too

    def drop(self) -> None:
        """Hang up. The reply is deleted later: we may be in a dialog of QGIS's that a signal of the reply has opened."""
        reply, self._reply = self._reply, None
        if reply is None:
            return
        if not reply.isFinished():
            reply.abort()
        reply.disconnect()
        reply.deleteLater()

    # --- sending ------------------------------------------------------------------------

    def _connect(self) -> None:
        self._connecting = True
        address = QNetworkRequest(QUrl.fromEncoded(self._errand.order.ahead))
        self._reply = QgsNetworkAccessManager.instance().get(address)
        self._reply.finished.connect(self._on_connection)

    def _on_connection(self) -> None:
        self._later(self._errand)  # not in the middle of the reply's own signal, which is to be dropped

    def _send(self) -> None:
        self._connecting = False
        order = self._errand.order
        request = _request(order)
        if order.authcfg and not _add_login(request, order.authcfg):
            self._errand.end(Fault(LOGIN, f"The login {order.authcfg} of QGIS can't be used"))
            return
        if self._errand.left:  # while QGIS asked for its password
            return
        self._reply = reply = _sent(order, request)
        reply.setReadBufferSize(order.buffer)  # back pressure
        _stop_clock_of_qgis(reply)
        reply.encrypted.connect(self._on_encrypted)
        reply.uploadProgress.connect(self._on_upload)
        for signal in (reply.metaDataChanged, reply.readyRead, reply.finished):
            signal.connect(self._on_news)

    # --- receiving ----------------------------------------------------------------------

    def _on_encrypted(self) -> None:
        self._errand.tell_connected()

    def _on_upload(self, *bytes_sent: int) -> None:
        self._errand.live()

    def _on_news(self) -> None:
        self._errand.live()
        try:
            self.go_on()
        except Exception as error:
            self._errand.end(Fault(OURS, log.fault(error)))

    def _pass_on(self, reply: QNetworkReply) -> None:
        errand = self._errand
        status = reply.attribute(_Attribute.HttpStatusCodeAttribute)
        if errand.head is None and status is not None:
            # Qt forgets the buffer size where the request had a body; only a changed size is taken in.
            reply.setReadBufferSize(0)
            reply.setReadBufferSize(errand.order.buffer)
            errand.tell_head(Head(int(status), _headers(reply)))
        if self._read(reply) and reply.isFinished():
            errand.end(_outcome(reply))

    def _read(self, reply: QNetworkReply) -> bool:
        """Read while the asker keeps up; whether all that came is read."""
        while reply.bytesAvailable():
            size = min(_CHUNK, self._errand.room())
            if not size:
                return False
            chunk = bytes(reply.read(size) or b"")
            if not chunk:
                break
            self._errand.put(chunk)
        return True


def _request(order: Order) -> QNetworkRequest:
    request = QNetworkRequest(QUrl.fromEncoded(order.url))
    for key, value in order.headers:
        request.setRawHeader(key, value)
    manual = number(QNetworkRequest.LoadControl.Manual)
    request.setAttribute(_Attribute.CookieLoadControlAttribute, manual)
    request.setAttribute(_Attribute.CookieSaveControlAttribute, manual)
    request.setAttribute(_Attribute.RedirectPolicyAttribute, number(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy))
    request.setAttribute(_Attribute.CacheLoadControlAttribute, number(QNetworkRequest.CacheLoadControl.AlwaysNetwork))
    request.setAttribute(_Attribute.CacheSaveControlAttribute, False)
    return request


def _add_login(request: QNetworkRequest, authcfg: str) -> bool:
    done = QgsApplication.authManager().updateNetworkRequest(request, authcfg)
    return bool(done[0] if isinstance(done, tuple) else done)


def _sent(order: Order, request: QNetworkRequest) -> QNetworkReply:
    manager = QgsNetworkAccessManager.instance()
    if order.method == "HEAD":  # sent as a custom verb, Qt would wait for a body
        return manager.head(request)
    if order.method == "GET" and not order.body:
        return manager.get(request)
    verb = order.method.encode("ascii")
    if not order.body:
        return manager.sendCustomRequest(request, verb)
    device = QBuffer()
    device.setData(QByteArray(order.body))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reply = manager.sendCustomRequest(request, verb, device)
    device.setParent(reply)
    return reply


def _stop_clock_of_qgis(reply: QNetworkReply) -> None:
    """QGIS's own clock (60 s, or what the user set) also ticks while the reader is busy with what it has got: ours decides."""
    clock = reply.findChild(QTimer, "timeoutTimer")
    if clock is not None:
        clock.setInterval(_NEVER_MS)
        clock.disconnect()


def _outcome(reply: QNetworkReply) -> Fault:
    """Tell how a reply ended. Where no connection came about on the way over a proxy, the proxy is what to look at.

    Qt calls a wrong proxy what it would call a wrong host: refused, not found, with the name of the host that was asked.
    """
    code, words = number(reply.error()), reply.errorString()
    proxy = _proxy_of(reply.url()) if code in _NO_CONNECTION else ""
    return Fault(number(_Error.ProxyConnectionRefusedError), f"{proxy}: {words}") if proxy else Fault(code, words)


def _proxy_of(url: QUrl) -> str:
    """Give host and port of the proxy that QGIS goes through to an address, "" where it goes straight there."""
    factory = QgsNetworkAccessManager.instance().proxyFactory()
    found = factory.queryProxy(QNetworkProxyQuery(url)) if factory is not None else []
    direct = not found or found[0].type() in (QNetworkProxy.ProxyType.NoProxy, QNetworkProxy.ProxyType.DefaultProxy)
    return "" if direct else f"{found[0].hostName()}:{found[0].port()}"


def _headers(reply: QNetworkReply) -> tuple[tuple[bytes, bytes], ...]:
    """Give the headers; Qt joins several cookies with a line feed."""
    return tuple(
        (bytes(key), part)
        for key, value in reply.rawHeaderPairs()
        for part in (bytes(value).split(b"\n") if bytes(key).lower() == b"set-cookie" else [bytes(value)])
    )

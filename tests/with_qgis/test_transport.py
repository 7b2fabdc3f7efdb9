"""The transport over QGIS's network stack, against servers on raw sockets that misbehave on purpose."""

import gc
import resource
import socket
import subprocess
import sys
import threading
import time

import pytest
from conftest import ROOT
from fake_desk import wait_for
from klasskart._vendor import httpx
from klasskart.clients.http import Http
from klasskart.core.addresses import AddressBook
from klasskart.core.errors import Cancelled
from klasskart.core.settings import Config
from klasskart.gis import transport as transport_module
from klasskart.gis.courier import courier
from klasskart.gis.transport import QgisTransport
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkReply

pytestmark = pytest.mark.usefixtures("qgis_app", "keys_loaded")


@pytest.fixture(scope="module")
def keys_loaded(qgis_app):
    """Have QGIS open its store of logins first.

    From 3.38 on it does so at the first https request; the thread in which QCA then loads OpenSSL's key stores can leave
    a handshake that begins at the same moment hanging (seen on 3.44 in a cold start, some 40 % of the times).
    """
    QgsApplication.authManager().configIds()


class Server:
    """Accepts connections and hands each to `talk(server, connection, head)` after reading up to `until`."""

    def __init__(self, talk, until=b"\r\n\r\n"):
        self.talk, self.until, self.heads = talk, until, []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        self.gone = threading.Event()  # set when a client hung up while `talk` waited
        self.stopped = threading.Event()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(connection,), daemon=True).start()

    def _one(self, connection):
        with connection:
            head = b""
            while not head or self.until not in head:
                data = connection.recv(65536)
                if not data:
                    return
                head += data
            self.heads.append(head)
            try:
                self.talk(self, connection, head)
            except OSError:
                self.gone.set()

    def wait_for_hang_up(self, connection):
        connection.settimeout(20)
        if connection.recv(1) == b"":
            self.gone.set()

    def close(self):
        self.socket.close()


@pytest.fixture
def serve():
    servers = []

    def start(talk, **how):
        servers.append(Server(talk, **how))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def answer(body=b"", status="200 OK", *headers, length=None):
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def silence(server, connection, head):
    server.wait_for_hang_up(connection)


def sends(data):
    return lambda server, connection, head: connection.sendall(data)


def client(**transport):
    return httpx.Client(transport=QgisTransport(**transport), trust_env=False, timeout=httpx.Timeout(20))


def extensions(connect=20.0, read=20.0, cancelled=lambda: False):
    return {"timeout": {"connect": connect, "read": read}, "cancelled": cancelled}


def start(function):
    """Run in a worker thread, as jobs do; give the thread and where its result, or what it raised, will be."""
    outcome = []

    def run():
        try:
            outcome.append(function())
        except BaseException as error:
            outcome.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, outcome


def live_until_done(threads):
    """Be a GUI thread that lives while workers work."""
    ends = time.monotonic() + 60
    while any(thread.is_alive() for thread in threads) and time.monotonic() < ends:
        QCoreApplication.processEvents()
        time.sleep(0.001)
    assert not any(thread.is_alive() for thread in threads)


def in_thread(function):
    """Run in a worker thread while the GUI thread lives; give back what it returned or raised."""
    thread, outcome = start(function)
    live_until_done([thread])
    return outcome[0]


def replies():
    return QgsNetworkAccessManager.instance().findChildren(QNetworkReply)


class After:
    """Says cancelled from a moment after it was first asked."""

    def __init__(self, seconds):
        self.seconds, self.asked = seconds, []

    def __call__(self):
        self.asked.append(time.monotonic())
        return self.asked[-1] - self.asked[0] > self.seconds


def test_body_status_and_headers_arrive(serve):
    server = serve(sends(answer("Kárášjohka".encode(), "404 Not Found", "X-Kept: yes")))
    response = in_thread(lambda: client().get(server.url + "/æ?q=ø"))
    assert (response.status_code, response.text, response.headers["x-kept"]) == (404, "Kárášjohka", "yes")
    assert server.heads[0].startswith(b"GET /%C3%A6?q=%C3%B8 HTTP/1.1")


def test_works_on_the_main_thread_too(serve):
    assert client().get(serve(sends(answer(b"here"))).url).text == "here"


def test_posted_body_and_its_answer_arrive(serve):
    def talk(server, connection, head):
        while b"{}" not in head:
            head += connection.recv(100)
        server.body = head.split(b"\r\n\r\n", 1)[1]
        connection.sendall(answer(b'{"no": 1}', "500 Internal Server Error"))

    server = serve(talk)
    response = in_thread(lambda: client().post(server.url, content=b"{}", headers={"Content-Type": "application/json"}))
    assert (response.status_code, response.json(), server.body) == (500, {"no": 1}, b"{}")


def test_head_request_does_not_wait_for_a_body(serve):
    response = in_thread(lambda: client().head(serve(sends(answer(length=4_000_000))).url))
    assert (response.status_code, response.headers["content-length"]) == (200, "4000000")


def test_redirects_are_left_to_the_client(serve):
    server = serve(sends(answer(b"", "302 Found", "Location: http://127.0.0.1:9/elsewhere")))
    response = in_thread(lambda: client().get(server.url))
    assert (response.status_code, response.headers["location"]) == (302, "http://127.0.0.1:9/elsewhere")


def test_every_cookie_is_given_and_none_is_kept_by_qt(serve):
    server = serve(sends(answer(b"", "200 OK", "Set-Cookie: a=1; Path=/", "Set-Cookie: b=2; Path=/")))
    response = in_thread(lambda: client().get(server.url))
    assert response.headers.get_list("set-cookie") == ["a=1; Path=/", "b=2; Path=/"]
    in_thread(lambda: client().get(server.url))
    assert b"cookie" not in server.heads[1].lower()


def test_silence_before_the_headers_is_a_read_timeout(serve):
    server = serve(silence)
    error = in_thread(lambda: client().get(server.url, extensions=extensions(connect=30, read=0.5)))
    assert isinstance(error, httpx.ReadTimeout)
    assert error.reason == "timeout"
    wait_for(server.gone.is_set)


def test_silence_in_the_body_is_a_read_timeout(serve):
    def talk(server, connection, head):
        connection.sendall(answer(b"half", length=8))
        server.wait_for_hang_up(connection)

    server = serve(talk)
    error = in_thread(lambda: client().get(server.url, extensions=extensions(connect=30, read=0.5)))
    assert isinstance(error, httpx.ReadTimeout)
    wait_for(server.gone.is_set)


def test_a_host_that_takes_no_connection_is_a_connect_timeout():
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]  # fill the queue: further connections get no answer
        for other in waiting:
            other.setblocking(False)
            other.connect_ex(full.getsockname())
        url = f"http://127.0.0.1:{full.getsockname()[1]}"
        error = in_thread(lambda: client().get(url, extensions=extensions(connect=0.5, read=30)))
        for other in waiting:
            other.close()
    assert isinstance(error, httpx.ConnectTimeout)


def test_a_slow_body_is_no_timeout_while_bytes_come(serve):
    def talk(server, connection, head):
        connection.sendall(answer(length=8))
        for _ in range(8):
            time.sleep(0.2)
            connection.sendall(b"x")

    response = in_thread(lambda: client().get(serve(talk).url, extensions=extensions(read=0.8)))
    assert response.content == b"x" * 8


@pytest.mark.parametrize("where", ["before the headers", "in the body"])
def test_cancel_reaches_a_silent_server(serve, where):
    def talk(server, connection, head):
        if where == "in the body":
            connection.sendall(answer(b"half", length=8))
        server.wait_for_hang_up(connection)

    server, cancelled = serve(talk), After(1.0)
    error = in_thread(lambda: client().get(server.url, extensions=extensions(cancelled=cancelled)))
    assert isinstance(error, Cancelled)
    wait_for(server.gone.is_set)  # the socket was closed, not left to its time-out
    waits = [later - earlier for earlier, later in zip(cancelled.asked, cancelled.asked[1:])]
    assert len(waits) >= 2


def test_leaving_the_stream_hangs_up(serve):
    def talk(server, connection, head):
        connection.sendall(answer(b"x" * 100, length=10**9))
        server.wait_for_hang_up(connection)

    server = serve(talk)

    def leave():
        with client().stream("GET", server.url) as response:
            return next(response.iter_raw())

    assert in_thread(leave).startswith(b"x")
    wait_for(server.gone.is_set)


def test_truncated_body_is_an_error(serve):
    error = in_thread(lambda: client().get(serve(sends(answer(b"half", length=8))).url))
    assert isinstance(error, httpx.RemoteProtocolError)
    assert error.reason == "broken"


@pytest.mark.parametrize("data", [b"", b"\x00\x01 no http at all\r\n\r\n"])
def test_an_answer_that_is_no_http_is_an_error(serve, data):
    error = in_thread(lambda: client().get(serve(sends(data)).url))
    assert isinstance(error, httpx.TransportError)


def test_refused_connection_and_unknown_name_are_told_apart():
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    refused = in_thread(lambda: client().get(f"http://127.0.0.1:{port}"))
    assert isinstance(refused, httpx.ConnectError)
    assert refused.reason == "connection"
    unknown = in_thread(lambda: client().get("http://no-such-host.invalid/"))
    assert isinstance(unknown, httpx.ConnectError)
    assert unknown.reason == "name"


@pytest.fixture
def through_proxy():
    """Have QGIS go through a proxy, given as (host, port)."""
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy(), manager.excludeList(), manager.noProxyList()

    def go(host, port):
        manager.setFallbackProxyAndExcludes(QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, host, port), [], [])

    yield go
    manager.setFallbackProxyAndExcludes(*before)


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("host", ["127.0.0.1", "no-such-proxy.invalid"])
def test_a_wrong_proxy_is_what_is_named_and_not_the_service(through_proxy, scheme, host):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    through_proxy(host, port)
    error = in_thread(lambda: client().get(f"{scheme}://data.ssb.no/api"))
    assert isinstance(error, httpx.ProxyError)
    assert error.reason == "proxy"
    assert f"{host}:{port}" in str(error)


def test_a_failed_tls_handshake_is_told_as_tls(serve):
    def talk(server, connection, head):
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        server.wait_for_hang_up(connection)

    server = serve(talk, until=b"")
    error = in_thread(lambda: client().get(server.url.replace("http:", "https:")))
    assert isinstance(error, httpx.ConnectError)
    assert error.reason == "tls"
    assert str(error)


def test_memory_stays_bounded_while_the_reader_is_slow(serve):
    size = 200 << 20

    def talk(server, connection, head):
        connection.sendall(answer(length=size))
        block = bytes(1 << 20)
        for _ in range(size >> 20):
            connection.sendall(block)

    server = serve(talk)

    def read():
        got = 0
        with client().stream("GET", server.url) as response:
            time.sleep(1)
            for chunk in response.iter_raw():
                got += len(chunk)
                time.sleep(0.001)
        return got

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert in_thread(read) == size
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 << 10  # kB


def test_nothing_piles_up(serve):
    server = serve(sends(answer(b"x")))

    def many():
        http = client()
        for _ in range(30):
            http.get(server.url)
        with pytest.raises(httpx.ConnectError):
            http.get("http://no-such-host.invalid/")

    in_thread(many)
    many()
    wait_for(lambda: not replies())
    assert not courier()._deliveries


def test_an_answer_that_nobody_closed_hangs_up(serve):
    def talk(server, connection, head):
        connection.sendall(answer(b"x" * 100, length=10**9))
        server.wait_for_hang_up(connection)

    server = serve(talk)

    def forget():
        http = client()
        http.send(http.build_request("GET", server.url), stream=True)
        gc.collect()

    in_thread(forget)
    wait_for(server.gone.is_set)


def test_several_threads_share_one_client(serve):
    server = serve(sends(answer(b"x" * 100_000)))
    http, results = client(), []

    def work():
        for _ in range(10):
            results.append(len(http.get(server.url).content))

    live_until_done([start(work)[0] for _ in range(4)])
    assert results == [100_000] * 40


def test_the_main_thread_asks_while_workers_do(serve):
    server = serve(sends(answer(b"x" * 100_000)))
    thread, outcome = start(lambda: [len(client().get(server.url).content) for _ in range(5)])
    assert [len(client().get(server.url).content) for _ in range(5)] == [100_000] * 5
    live_until_done([thread])
    assert outcome[0] == [100_000] * 5


def test_a_worker_thread_touches_no_object_of_qt(serve):
    """PyQt's record of objects that C++ made is not safe to change in two threads: see gis/courier.py."""
    server, touched = serve(sends(answer(b"x" * 100_000))), []

    def look(frame, event, called):
        if event == "c_call" and isinstance(getattr(called, "__self__", None), QObject):
            touched.append(called)

    def work():
        sys.setprofile(look)
        try:
            QObject().objectName()  # is seen
            http = client()
            http.post(server.url, content=b"{}")
            with http.stream("GET", server.url) as response:
                next(response.iter_raw())
            with pytest.raises(httpx.ConnectError):
                http.get("http://no-such-host.invalid/")
            return http.get(server.url).status_code
        finally:
            sys.setprofile(None)

    courier()  # made by those who start jobs
    assert in_thread(work) == 200
    assert [one.__name__ for one in touched] == ["objectName"]


STRESS = """
import faulthandler, sys, threading, time
faulthandler.enable()
sys.path.insert(0, "tests")
import conftest
from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QDialogButtonBox, QWidget
app = QgsApplication([], True)
app.initQgis()
from klasskart._vendor import httpx
from klasskart.gis.transport import QgisTransport
ends = time.monotonic() + 8
faults, answers = [], []

def work():
    http = httpx.Client(transport=QgisTransport(), trust_env=False, timeout=60)
    try:
        while time.monotonic() < ends:
            answers.append(http.get(sys.argv[1]).status_code)
    except Exception as error:
        faults.append(repr(error))

threads = [threading.Thread(target=work, daemon=True) for _ in range(4)]
for thread in threads:
    thread.start()
while any(thread.is_alive() for thread in threads):
    for _ in range(20):
        top = QWidget()
        box = QDialogButtonBox(top)
        seen = top.findChildren(QObject)
        sip.delete(top)
    QCoreApplication.processEvents()
print(len(answers) > 10, faults)
"""


def test_worker_threads_ask_while_objects_of_qt_die_in_the_main_thread(serve):
    """In a process of its own: it used to crash, to hang, or to take a live reply for a dead one."""
    server = serve(sends(answer(b"x")))
    told = subprocess.run(
        [sys.executable, "-c", STRESS, server.url], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert told.stdout.strip() == "True []", f"{told.returncode}: {told.stdout}{told.stderr}"


def test_cancel_needs_no_main_thread(serve):
    server, cancelled = serve(silence), threading.Event()
    thread, outcome = start(lambda: client().get(server.url, extensions=extensions(cancelled=cancelled.is_set)))
    wait_for(lambda: server.heads)
    cancelled.set()
    thread.join(20)  # the main thread waits for its tasks, as at QGIS's end
    assert isinstance(outcome[0], Cancelled)
    wait_for(server.gone.is_set)


def test_what_was_cancelled_before_the_main_thread_came_to_it_is_not_sent(serve):
    server = serve(sends(answer(b"x")))
    thread, outcome = start(lambda: client().get(server.url, extensions=extensions(cancelled=After(0.3))))
    thread.join(20)
    assert isinstance(outcome[0], Cancelled)
    assert in_thread(lambda: client().get(server.url + "/next").status_code) == 200
    assert [head.split()[1] for head in server.heads] == [b"/next"]
    wait_for(lambda: not replies())


def test_a_main_thread_that_never_comes_is_a_timeout(serve, monkeypatch):
    monkeypatch.setattr(transport_module, "_PATIENCE", 0.5)
    thread, outcome = start(lambda: client().get(serve(sends(answer(b"x"))).url))
    thread.join(20)
    assert isinstance(outcome[0], httpx.TimeoutException)
    assert outcome[0].reason == "timeout"


@pytest.mark.parametrize("when", ["before the order", "before the answer", "in the body"])
def test_a_busy_main_thread_is_no_silent_server(serve, when):
    going = threading.Event()

    def talk(server, connection, head):
        if when == "in the body":
            connection.sendall(answer(b"half", length=8))
        going.wait(20)
        connection.sendall(b"half" if when == "in the body" else answer(b"halfhalf"))

    server = serve(talk)
    thread, outcome = start(lambda: client().get(server.url, extensions=extensions(connect=0.6, read=0.6)))
    if when != "before the order":
        wait_for(lambda: server.heads)
    going.set()
    time.sleep(1.5)
    live_until_done([thread])
    assert outcome[0].content == b"halfhalf"


def test_the_login_is_sent_only_where_it_may_go(serve):
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("only-for-this-test", True):
        pytest.skip("this QGIS has no working authentication store")
    config = QgsAuthMethodConfig("Basic")
    config.setName("klasskart-test")
    config.setConfigMap({"username": "kari", "password": "hemmelig", "realm": ""})
    assert manager.storeAuthenticationConfig(config)
    ours, other = serve(sends(answer(b"ours"))), serve(sends(answer(b"other")))
    http = client(authcfg=config.id())
    try:
        in_thread(lambda: http.get(ours.url, extensions={"credentials": True}))
        in_thread(lambda: http.get(other.url, extensions={"credentials": False}))
        assert b"authorization: basic " in ours.heads[0].lower()
        assert b"authorization" not in other.heads[0].lower()
    finally:
        manager.removeAuthenticationConfig(config.id())


def test_a_download_that_broke_off_goes_on_where_it_stopped(serve, tmp_path):
    content = b"PK\x03\x04" + bytes(range(256)) * 4000

    def talk(server, connection, head):
        if b"range: bytes=" in head.lower():
            start = int(head.lower().split(b"range: bytes=")[1].split(b"-")[0])
            assert b'if-range: "a"' in head.lower()
            said = f"Content-Range: bytes {start}-{len(content) - 1}/{len(content)}"
            connection.sendall(answer(content[start:], "206 Partial Content", 'ETag: "a"', said))
        else:
            connection.sendall(answer(content[:500_000], "200 OK", 'ETag: "a"', length=len(content)))

    server = serve(talk)
    config = Config(addresses=AddressBook({"nedlasting": server.url}))
    http = Http(config, QgisTransport(), sleep=lambda seconds: None)
    in_thread(lambda: http.download(f"{server.url}/x.zip", tmp_path / "x.zip"))
    assert (tmp_path / "x.zip").read_bytes() == content
    assert len(server.heads) == 2

"""The one way out: redirects, retries, limits, refusals, downloads, and cancel on the way."""

import email.utils
import gzip
import inspect
import json
import threading

import pytest
from klasskart._vendor import httpx
from klasskart.clients import failures
from klasskart.clients.http import Http
from klasskart.core.addresses import AddressBook
from klasskart.core.errors import (
    Cancelled,
    DiskFull,
    Faulty,
    KlasskartError,
    NotWritable,
    Refused,
    TooLarge,
    UnexpectedAnswer,
    Unreachable,
    UntrustedAddress,
)
from klasskart.core.feedback import Feedback
from klasskart.core.settings import Config

URL = "https://nedlasting.geonorge.no/api/thing"
ELSEWHERE = "https://files.example.org/x.zip"
ZIP = b"PK\x03\x04" + b"0" * 5000


class Server:
    """Gives one answer after the other (the last for ever) and keeps what it was asked."""

    def __init__(self, *answers, resolve=lambda host: ["93.184.216.34"], log=None, **configured):
        self.answers, self.asked, self.slept = list(answers), [], []
        self.config = Config(addresses=AddressBook(configured, resolve=resolve))
        self.http = Http(self.config, httpx.MockTransport(self.handle), sleep=self.slept.append, log=log)

    def handle(self, request):
        self.asked.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        answer = answer(request) if callable(answer) else answer
        if isinstance(answer, Exception):
            raise answer
        return answer


def redirect(url, status=302):
    return httpx.Response(status, headers={"location": url})


def stream(*chunks, **headers):
    """An answer whose body comes in pieces; a piece that is an exception breaks it off."""

    class Pieces(httpx.SyncByteStream):
        def __iter__(self):
            for chunk in chunks:
                if isinstance(chunk, Exception):
                    raise chunk
                yield chunk

        def close(self):
            answer.extensions["closed"] = True

    named = {key.replace("_", "-"): value for key, value in headers.items()}
    answer = httpx.Response(200, headers=named, stream=Pieces(), extensions={"closed": False})
    return answer


# --- asking ----------------------------------------------------------------------------


def test_a_request_says_who_asks_and_what_it_takes():
    server = Server(httpx.Response(200, json={"a": 1}))
    assert server.http.get_json(URL + "?b=2", {"a": "ø*"}) == {"a": 1}
    (request,) = server.asked
    assert request.headers["user-agent"].startswith("Klasskart/")
    assert request.headers["accept"] == "application/json"
    assert dict(request.url.params) == {"a": "ø*", "b": "2"}
    assert request.extensions["timeout"] == {"connect": 10.0, "read": 60.0, "write": 60.0, "pool": 60.0}
    assert request.extensions["credentials"] is True


def test_an_answer_knows_where_it_came_from():
    server = Server(redirect("/api/other"), httpx.Response(200, content=b"hei", headers={"content-type": "text/plain"}))
    answer = server.http.get(URL)
    assert (answer.content, answer.content_type, answer.status) == (b"hei", "text/plain", 200)
    assert answer.url == "https://nedlasting.geonorge.no/api/other"


def test_head_gives_headers():
    server = Server(httpx.Response(200, headers={"content-length": "5", "etag": "e"}))
    answer = server.http.head(URL)
    assert (answer.content, answer.headers["etag"], server.asked[0].method) == (b"", "e", "HEAD")


def test_cookies_are_not_kept():
    server = Server(httpx.Response(200, json=1, headers={"set-cookie": "_culture=en"}))
    server.http.get_json(URL)
    server.http.get_json(URL)
    assert "cookie" not in server.asked[1].headers


def test_one_line_is_logged_for_each_request():
    lines = []
    server = Server(redirect("/b"), httpx.Response(503), httpx.Response(200, content=b"hei"), log=lines.append)
    server.http.get(URL)
    assert lines == [
        f"GET {URL} 302",
        "GET https://nedlasting.geonorge.no/b 503 0 bytes",
        f"GET {URL} 200 3 bytes",
    ]


def test_a_closed_client_opens_again():
    server = Server(httpx.Response(200, json=1))
    server.http.get_json(URL)
    server.http.close()
    assert server.http.get_json(URL) == 1


def test_a_client_that_another_thread_closed_is_opened_again():
    server = Server(httpx.Response(200, json=1))
    server.http.get_json(URL)
    server.http._client.close()
    with pytest.raises(Unreachable) as error:
        server.http.get_json(URL)
    assert error.value.reason == "broken"
    server.http.close()
    assert server.http.get_json(URL) == 1


# --- redirects and addresses ---------------------------------------------------------------


def test_credentials_stay_with_the_service_they_are_for():
    server = Server(redirect(ELSEWHERE), redirect("https://nedlasting.geonorge.no/back"), httpx.Response(200))
    server.http.get(URL)
    assert [request.extensions["credentials"] for request in server.asked] == [True, False, True]


def test_links_to_a_default_host_go_to_the_configured_service():
    server = Server(
        redirect("http://nedlasting.geonorge.no/geonorge/x.zip"),
        httpx.Response(200),
        nedlasting="http://127.0.0.1:8080/ned",
    )
    server.http.get("http://127.0.0.1:8080/ned/api/order")
    assert str(server.asked[1].url) == "http://127.0.0.1:8080/ned/geonorge/x.zip"


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1/x", "http://10.0.0.1/", "ftp://example.org/", "https://a:b@example.org/"]
)
def test_a_redirect_to_an_address_that_we_do_not_call_is_not_followed(location):
    server = Server(redirect(location), httpx.Response(200))
    with pytest.raises(UntrustedAddress):
        server.http.get(URL)
    assert len(server.asked) == 1


def test_an_address_that_we_do_not_call_is_not_asked():
    server = Server(httpx.Response(200))
    for url in ("http://localhost/x", "file:///etc/passwd", "http://[", "nonsense", "http://192.168.1.1:80/"):
        with pytest.raises(UntrustedAddress):
            server.http.get(url)
    assert not server.asked


def test_redirects_without_end_are_given_up():
    server = Server(redirect(URL))
    with pytest.raises(UnexpectedAnswer, match="redirects"):
        server.http.get(URL)
    assert len(server.asked) == 11


def test_a_post_is_repeated_by_307_and_becomes_a_get_by_302():
    server = Server(redirect("/b", 307), redirect("/c", 302), httpx.Response(200, json={}))
    server.http.post_json(URL, {"a": 1})
    assert [(request.method, request.content) for request in server.asked] == [
        ("POST", b'{"a": 1}'),
        ("POST", b'{"a": 1}'),
        ("GET", b""),
    ]


# --- retries -----------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_is_temporary_is_tried_again(status):
    server = Server(httpx.Response(status), httpx.Response(status), httpx.Response(200, json=7))
    assert server.http.get_json(URL) == 7
    assert sum(server.slept) == pytest.approx(1.5)


def test_after_three_retries_the_fault_is_told():
    server = Server(httpx.Response(503, json={"message": "Nede for vedlikehold"}))
    with pytest.raises(Faulty) as error:
        server.http.get(URL)
    assert len(server.asked) == 4
    assert error.value.values() == {"service": "nedlasting", "asked": URL, "status": 503, "words": "Nede for vedlikehold"}


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 410, 501])
def test_what_will_not_change_is_not_tried_again(status):
    server = Server(httpx.Response(status, text="Nei"))
    with pytest.raises((Refused, Faulty), match="Nei"):
        server.http.get(URL)
    assert len(server.asked) == 1


def test_the_server_says_when_to_come_back():
    server = Server(httpx.Response(429, headers={"retry-after": "7"}), httpx.Response(200))
    server.http.get(URL)
    assert sum(server.slept) == pytest.approx(7)


def test_a_server_that_wants_hours_is_not_waited_for():
    server = Server(httpx.Response(503, headers={"retry-after": "3600"}))
    with pytest.raises(Faulty):
        server.http.get(URL)
    assert server.slept == []


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("5", 5.0), (" 0 ", 0.0), ("", None), ("soon", None), ("-1", None), (email.utils.formatdate(130, usegmt=True), 30.0)],
)
def test_retry_after_is_seconds_or_a_date(text, seconds):
    assert failures.retry_after(text, now=lambda: 100.0) == seconds


def test_a_broken_connection_is_tried_again_and_a_time_out_is_not():
    server = Server(httpx.ConnectError("refused"), httpx.ReadError("reset"), httpx.Response(200, json=1))
    assert server.http.get_json(URL) == 1
    server = Server(httpx.ReadTimeout("slow"))
    with pytest.raises(Unreachable) as error:
        server.http.get(URL)
    assert (error.value.reason, error.value.seconds, len(server.asked)) == ("timeout", 60.0, 1)


def test_a_host_that_could_not_be_reached_is_tried_once_only_until_it_answers():
    server = Server(httpx.ConnectError("no route"))
    for tries in (4, 1, 1):
        before = len(server.asked)
        with pytest.raises(Unreachable):
            server.http.get(URL)
        assert len(server.asked) - before == tries
    server.answers = [httpx.Response(200, content=b"{}")]
    server.http.get(URL)
    server.answers, before = [httpx.ConnectError("no route")], len(server.asked)
    with pytest.raises(Unreachable):
        server.http.get(URL)
    assert len(server.asked) - before == 4


def test_a_body_that_breaks_off_is_fetched_again():
    server = Server(stream(b"{", httpx.ReadError("reset")), stream(b'{"a"', content_length="8"), httpx.Response(200, json=3))
    assert server.http.get_json(URL) == 3


def test_every_error_of_httpx_becomes_ours():
    kinds = {kind for _, kind in inspect.getmembers(httpx, inspect.isclass) if issubclass(kind, Exception)}
    assert len(kinds) > 25
    for kind in kinds:
        request = httpx.Request("GET", URL)
        special = {"HTTPStatusError": {"request": request, "response": httpx.Response(503, request=request)}}
        try:
            error = kind("words", **special.get(kind.__name__, {}))
        except TypeError:
            error = kind()
        server = Server(error)
        with pytest.raises(KlasskartError):
            server.http.get(URL)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate", "tls"),
        ("[Errno -2] Name or service not known", "name"),
        ("[Errno 111] Connection refused", "connection"),
    ],
)
def test_the_reason_of_no_connection_is_told(words, reason):
    server = Server(httpx.ConnectError(words))
    with pytest.raises(Unreachable) as error:
        server.http.get(URL)
    assert error.value.reason == reason


def test_a_transport_may_tell_the_reason_itself():
    broken = httpx.ConnectError("Tjeneren ble ikke funnet")
    broken.reason = "name"
    with pytest.raises(Unreachable) as error:
        Server(broken).http.get(URL)
    assert error.value.reason == "name"


# --- refusals in the server's words -------------------------------------------------------------


@pytest.mark.parametrize("method", ["get", "post_json"])
def test_a_proxy_that_wants_a_login_is_not_taken_for_the_service(method):
    server = Server(httpx.Response(407, text="Proxy Authentication Required"))
    with pytest.raises(Unreachable) as caught:
        getattr(server.http, method)(URL, {})
    assert (caught.value.service, caught.value.reason) == ("nedlasting", "proxy")
    assert caught.value.words == "Proxy Authentication Required"
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("response", "words"),
    [
        (httpx.Response(500, json="Order contains restricted datasets"), "Order contains restricted datasets"),
        (httpx.Response(500, text="Order contains restricted datasets"), "Order contains restricted datasets"),
        (httpx.Response(500, json={"Message": "Nei takk"}), "Nei takk"),
        (httpx.Response(400, json={"title": "Bad", "detail": "Ukjent område"}), "Ukjent område"),
        (httpx.Response(400, json={"title": "One or more", "errors": {"area": ["too short"]}}), "too short"),
        (httpx.Response(401), ""),
    ],
)
def test_a_refused_order_is_sent_once_and_told_in_the_words_of_the_server(response, words):
    server = Server(response)
    with pytest.raises(Refused) as error:
        server.http.post_json(URL, {})
    assert (error.value.words, error.value.status, len(server.asked)) == (words, response.status_code, 1)


@pytest.mark.parametrize("response", [httpx.Response(500), httpx.Response(503, text="busy"), httpx.Response(502)])
def test_a_fault_during_an_order_is_not_repeated_either(response):
    server = Server(response)
    with pytest.raises(Faulty):
        server.http.post_json(URL, {})
    assert len(server.asked) == 1


def test_an_order_is_only_sent_again_where_nothing_was_sent():
    server = Server(httpx.ConnectError("refused"), httpx.Response(200, json=1))
    assert server.http.post_json(URL, {}) == 1
    server = Server(httpx.ReadError("reset"))
    with pytest.raises(Unreachable):
        server.http.post_json(URL, {})
    assert len(server.asked) == 1


def test_a_web_page_is_not_json():
    page = "<!DOCTYPE html><html><head><title>Logg inn &amp; ut</title></head></html>"
    server = Server(httpx.Response(200, html=page))
    with pytest.raises(UnexpectedAnswer) as error:
        server.http.get_json(URL)
    assert (error.value.expected, error.value.got, error.value.words) == ("JSON", "web page", "Logg inn & ut")


@pytest.mark.parametrize(
    "content", [b'\xef\xbb\xbf{"a": "\xc3\xb8"}', '{"a": "ø"}'.encode("latin-1"), '{"a": "ø"}'.encode("utf-16")]
)
def test_json_is_read_in_whatever_encoding_it_comes(content):
    server = Server(httpx.Response(200, content=content, headers={"content-type": "application/json"}))
    assert server.http.get_json(URL) == {"a": "ø"}


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000])
def test_broken_json_is_unexpected(content):
    with pytest.raises(UnexpectedAnswer):
        Server(httpx.Response(200, content=content)).http.get_json(URL)


# --- limits and cancel ------------------------------------------------------------------------------


def test_an_answer_without_end_is_left():
    def endless(request):
        return stream(*[b"0" * 1000] * 50)

    with pytest.raises(TooLarge) as error:
        Server(endless).http.get(URL, limit=10_000)
    assert error.value.limit == 10_000


def test_a_bomb_is_measured_unpacked():
    content = gzip.compress(b"0" * 1_000_000)
    server = Server(httpx.Response(200, content=content, headers={"content-encoding": "gzip"}))
    with pytest.raises(TooLarge):
        server.http.get(URL, limit=100_000)


def test_a_declared_size_beyond_the_limit_is_not_begun():
    answer = stream(b"0", content_length="99999999")
    with pytest.raises(TooLarge):
        Server(answer).http.get(URL, limit=1000)
    assert answer.extensions["closed"]


def test_cancel_is_seen_before_asking_and_between_chunks():
    stop = threading.Event()
    feedback = Feedback(is_cancelled=stop.is_set)

    def chunks():
        yield b"1"
        stop.set()
        yield b"2"
        raise AssertionError("read on after cancel")

    server = Server(httpx.Response(200, content=chunks()))
    with pytest.raises(Cancelled):
        server.http.get(URL, feedback=feedback)
    with pytest.raises(Cancelled):
        server.http.get(URL, feedback=feedback)
    assert len(server.asked) == 1


def test_cancel_is_seen_while_waiting_to_retry():
    stop = threading.Event()
    server = Server(httpx.Response(503, headers={"retry-after": "30"}))
    server.http._sleep = lambda seconds: (server.slept.append(seconds), stop.set())
    with pytest.raises(Cancelled):
        server.http.get(URL, feedback=Feedback(is_cancelled=stop.is_set))
    assert len(server.slept) == 1
    assert server.slept[0] <= 0.25


def test_a_transport_gets_the_way_to_ask_for_cancel_and_its_answer_passes_through():
    feedback = Feedback(is_cancelled=lambda: False)
    server = Server(Cancelled())
    with pytest.raises(Cancelled):
        server.http.get(URL, feedback=feedback)
    assert server.asked[0].extensions["cancelled"] == feedback.cancelled
    assert len(server.asked) == 1


def test_an_error_of_the_transport_after_cancel_is_the_cancel():
    stop = threading.Event()

    def abort(request):
        stop.set()
        return httpx.ReadError("aborted")

    with pytest.raises(Cancelled):
        Server(abort).http.get(URL, feedback=Feedback(is_cancelled=stop.is_set))


# --- downloads ------------------------------------------------------------------------------------------


def test_a_download_is_written_whole(tmp_path):
    seen = []
    answer = httpx.Response(
        200, content=ZIP, headers={"etag": '"e"', "last-modified": "then", "content-type": "application/zip"}
    )
    server = Server(redirect(ELSEWHERE), answer)
    target = tmp_path / "deep" / "x.zip"
    download = server.http.download(URL, target, feedback=Feedback(on_progress=seen.append))
    assert target.read_bytes() == ZIP
    assert (download.path, download.size, download.url) == (target, len(ZIP), ELSEWHERE)
    assert (download.etag, download.last_modified, download.content_type) == ('"e"', "then", "application/zip")
    assert seen[-1] == 1.0
    assert server.asked[1].headers["accept-encoding"] == "identity"
    assert [path.name for path in target.parent.iterdir()] == ["x.zip"]


def test_a_download_replaces_an_older_file_only_when_whole(tmp_path):
    target = tmp_path / "x.zip"
    target.write_bytes(b"old")
    broken = [stream(ZIP, httpx.ReadError("reset")) for _ in range(4)]
    with pytest.raises(Unreachable) as error:
        Server(*broken).http.download(URL, target)
    assert error.value.reason == "broken"
    assert target.read_bytes() == b"old"
    Server(stream(ZIP, httpx.ReadError("reset")), httpx.Response(200, content=ZIP)).http.download(URL, target)
    assert target.read_bytes() == ZIP
    assert list(tmp_path.iterdir()) == [target]


def test_a_login_page_for_a_zip_leaves_nothing(tmp_path):
    page = httpx.Response(200, html="<html><title>Logg inn</title>" + " " * 5000)
    with pytest.raises(UnexpectedAnswer) as error:
        Server(page).http.download(URL, tmp_path / "x.zip")
    assert (error.value.expected, error.value.got, error.value.words) == ("zip", "web page", "Logg inn")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18])
def test_an_empty_or_stunted_zip_is_unexpected(content, tmp_path):
    with pytest.raises(UnexpectedAnswer):
        Server(httpx.Response(200, content=content)).http.download(URL, tmp_path / "x.zip")
    assert list(tmp_path.iterdir()) == []


def test_the_first_bytes_may_come_one_by_one(tmp_path):
    server = Server(stream(b"P", b"K", b"\x03", b"\x04", b"rest"))
    assert server.http.download(URL, tmp_path / "x.zip").size == 8
    assert (tmp_path / "x.zip").read_bytes() == b"PK\x03\x04rest"


def test_a_download_tells_how_far_it_is(tmp_path):
    steps = []
    answer = stream(ZIP, *[b"0" * 700_000] * 3, content_length=str(len(ZIP) + 2_100_000))
    feedback = Feedback(on_step=lambda name, **facts: steps.append((name, facts["bytes"], facts["total"])))
    Server(answer).http.download(URL, tmp_path / "x.zip", feedback=feedback)
    total = len(ZIP) + 2_100_000
    assert steps == [("downloading", 0, total), ("downloading", len(ZIP) + 1_400_000, total)]


def test_any_file_is_taken_where_none_is_expected(tmp_path):
    Server(httpx.Response(200, content=json.dumps({}))).http.download(URL, tmp_path / "x.json", expect=None)
    assert (tmp_path / "x.json").read_bytes() == b"{}"


def test_cancel_during_a_download_leaves_nothing(tmp_path):
    stop = threading.Event()
    answer = stream(ZIP, ZIP, ZIP)
    feedback = Feedback(on_progress=lambda _: stop.set(), is_cancelled=stop.is_set)
    answer.headers["content-length"] = str(3 * len(ZIP))
    with pytest.raises(Cancelled):
        Server(answer).http.download(URL, tmp_path / "x.zip", feedback=feedback)
    assert list(tmp_path.iterdir()) == []
    assert answer.extensions["closed"]


def test_a_file_where_a_folder_should_be_is_not_writable(tmp_path):
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(NotWritable):
        Server(httpx.Response(200, content=ZIP)).http.download(URL, tmp_path / "folder" / "x.zip")


def test_a_full_disk_is_told(tmp_path):
    full = OSError(28, "No space left on device")
    from klasskart.clients.files import PartFile

    with pytest.raises(DiskFull), PartFile(tmp_path / "x.zip") as part:
        part.write(b"1")

        class Full:
            def write(self, _chunk):
                raise full

            close = part._file.close

        part._file = Full()
        part.write(b"2")
    assert list(tmp_path.iterdir()) == []

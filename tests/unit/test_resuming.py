"""A download that breaks off goes on where it stopped, and never mixes two files."""

import datetime
import http.server
import threading

import pytest
from klasskart.clients.http import Http
from klasskart.core.addresses import AddressBook
from klasskart.core.errors import UnexpectedAnswer, Unreachable
from klasskart.core.feedback import Feedback
from klasskart.core.settings import Config
from standin import Standin

CONTENT = b"PK\x03\x04" + bytes(range(256)) * 40_000  # some 10 MB
OTHER = b"PK\x03\x04" + bytes(reversed(range(256))) * 40_000


class FileServer:
    """One file over a real socket. Each answer is broken off after `cuts.pop(0)` bytes, as long as there are cuts.

    `ranges`: how it answers a question for the rest: yes, no (the whole), wrong (another part) or none (416).
    """

    def __init__(self, *cuts, content=CONTENT, etag='"a"', ranges="yes"):
        self.cuts, self.content, self.etag, self.ranges, self.asked = list(cuts), content, etag, ranges, []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.answer(self)

            def log_message(self, *_):
                return

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        config = Config(addresses=AddressBook({"nedlasting": self.url}), read_timeout=20)
        self.http = Http(config, sleep=lambda seconds: None)

    def answer(self, handler):
        asked, same = handler.headers.get("Range"), handler.headers.get("If-Range") == self.etag
        self.asked.append(asked)
        start = int(asked[len("bytes=") : -1]) if asked and same else 0
        if asked and self.ranges == "none":
            handler.send_error(416)
            return
        start = {"yes": start, "no": 0, "wrong": start - 1 if start else 0, "none": 0}[self.ranges]
        body = self.content[start:]
        handler.send_response(206 if start else 200)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(self.content) - 1}/{len(self.content)}")
        handler.send_header("Content-Length", str(len(body)))
        if self.etag:
            handler.send_header("ETag", self.etag)
        handler.end_headers()
        handler.wfile.write(body[: self.cuts.pop(0)] if self.cuts else body)
        handler.close_connection = True

    def download(self, target, **more):
        return self.http.download(f"{self.url}/x.zip", target, **more)

    def close(self):
        self.http.close()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def serve():
    servers = []

    def make(*cuts, **more):
        servers.append(FileServer(*cuts, **more))
        return servers[-1]

    yield make
    for server in servers:
        server.close()


def test_what_broke_off_goes_on_where_it_stopped(serve, tmp_path):
    server = serve(3_000_000, 2_000_000)
    download = server.download(tmp_path / "x.zip")
    assert (tmp_path / "x.zip").read_bytes() == CONTENT
    assert (download.size, download.etag) == (len(CONTENT), '"a"')
    first, second, third = server.asked
    assert first is None
    assert 0 < int(second[6:-1]) < int(third[6:-1])


def test_as_long_as_more_comes_it_is_not_given_up(serve, tmp_path):
    server = serve(*[1_500_000] * 6)
    server.download(tmp_path / "x.zip")
    assert (tmp_path / "x.zip").read_bytes() == CONTENT
    assert len(server.asked) == 7


def test_where_nothing_more_comes_it_is_given_up_and_nothing_is_left(serve, tmp_path):
    server = serve(2_000_000, 0, 0, 0, 0, 0)
    with pytest.raises(Unreachable):
        server.download(tmp_path / "x.zip")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("etag", ["", 'W/"a"'], ids=["none", "weak"])
def test_without_a_mark_of_sameness_it_starts_from_the_beginning(serve, tmp_path, etag):
    server = serve(2_000_000, etag=etag)
    server.download(tmp_path / "x.zip")
    assert (tmp_path / "x.zip").read_bytes() == CONTENT
    assert server.asked == [None, None]


def test_a_file_that_was_changed_meanwhile_comes_whole(serve, tmp_path):
    server = serve(2_000_000)

    def change(fraction):
        server.content, server.etag = OTHER, '"b"'

    server.download(tmp_path / "x.zip", feedback=Feedback(on_progress=change))
    assert (tmp_path / "x.zip").read_bytes() == OTHER


@pytest.mark.parametrize("ranges", ["no", "wrong", "none"])
def test_a_server_without_ranges_or_with_strange_ones_gives_the_whole(serve, tmp_path, ranges):
    server = serve(2_000_000, ranges=ranges)
    server.download(tmp_path / "x.zip")
    assert (tmp_path / "x.zip").read_bytes() == CONTENT
    assert server.asked[-1] is None or ranges == "no"


def test_progress_goes_on_from_where_it_was(serve, tmp_path):
    seen = []
    serve(5_000_000).download(tmp_path / "x.zip", feedback=Feedback(on_progress=seen.append))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_what_is_no_zip_is_not_gone_on_with(serve, tmp_path):
    with pytest.raises(UnexpectedAnswer):
        serve(content=b"<html>Logg inn</html>").download(tmp_path / "x.zip")
    assert list(tmp_path.iterdir()) == []


def test_the_stand_in_sends_the_rest_of_a_file_once(tmp_path):
    with Standin(today=datetime.date(2026, 11, 21)) as standin:
        config = Config.read(environment=standin.environment())
        http_client = Http(config, sleep=lambda seconds: None)
        url = config.addresses.url(
            "nedlasting", "geonorge/Basisdata/Fylker/GeoJSON/Basisdata_0000_Norge_25833_Fylker_GeoJSON.zip"
        )
        standin.cut_off(".zip", times=2)
        size = http_client.download(url, tmp_path / "x.zip").size
        sent = [request for request in standin.requests if request.method == "GET"]
        assert [request.status for request in sent] == [200, 206, 206]
        assert sum(request.bytes_sent for request in sent) == size
        http_client.close()

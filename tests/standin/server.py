"""The server itself: all services on one loopback port, what was asked of it, and faults on order."""

from __future__ import annotations

import datetime
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response
from werkzeug.serving import WSGIRequestHandler, make_server

from . import arcgis, held, iso19139, kartkatalog, klass, nedlasting, opendata, wfs, wms, wmts
from .boundaries import OwnBoundaries, RealBoundaries
from .classification import Registers
from .datasets import datasets
from .real import Recorded, real_registers, recorded_body
from .registers import own_registers

# Where each service lives below our address, and the variable that points the plugin there.
MOUNTS = {
    "KLASSKART_KLASS_URL": "/klass/v1",
    "KLASSKART_NEDLASTING_URL": "/nedlasting",
    "KLASSKART_WMS_URL": "/wms",
    "KLASSKART_WFS_URL": "/wfs",
    "KLASSKART_WMTS_URL": "/wmts",
    "KLASSKART_KARTKATALOG_URL": "/kartkatalog",
    "KLASSKART_GEONETWORK_URL": "/geonetwork",
    "KLASSKART_REGISTER_URL": "/register",
    "KLASSKART_KOMMUNEINFO_URL": "/kommuneinfo/v1",
    "KLASSKART_BRREG_URL": "/brreg",
    "KLASSKART_DATANORGE_URL": "/datanorge",
}


@dataclass
class Request:
    """One request as it was answered. `provenance`: recorded, derived or made ("" when it is not data)."""

    method: str
    path: str
    query: str
    status: int = 0
    bytes_sent: int = 0
    provenance: str = ""
    accept: str | None = None
    user_agent: str = ""
    authorization: str = ""


@dataclass
class _Fault:
    """What to do to answers whose path holds `part`: at most `times` of them."""

    part: str
    times: float
    kind: str  # answer, hang, slow
    answer: Response | None = None
    where: str = ""
    rate: float = 0


class Standin:
    """The services that the plugin speaks to, on this machine.

        with Standin(today=datetime.date(2026, 10, 1)) as standin:
            environment = standin.environment()

    `real` is a folder that holds recordings/ and data/: real recorded answers and boundaries instead of our own; without
    `recorded` only the tables derived from such answers are used.
    """

    def __init__(
        self, today: datetime.date | None = None, real: Path | str | None = None, port: int = 0, *, recorded: bool = True
    ):
        self.today = today
        day = (today or datetime.date.today()).isoformat()
        self.requests: list[Request] = []
        self.registers: Registers = real_registers(Path(real)) if real else own_registers(day)
        boundaries = RealBoundaries(self.registers, Path(real)) if real else OwnBoundaries(self.registers)
        self._files = nedlasting.Files(boundaries)
        self.map_server = ""  # the address of a real map server that shall answer WMS requests (see mapserver.py)
        self.files: dict[str, held.Held] = {}  # what a kommune's own server has, below /held
        self.datanorge_limit = opendata.Bucket(20, 10 / 60)
        self._portals: Path | None = None
        self._faults: list[_Fault] = []
        self._lock = threading.Lock()
        self._released = threading.Event()
        self._app = self._mounted(boundaries, day, Path(real) if real and recorded else None)
        self._server = make_server("127.0.0.1", port, self._serve, threaded=True, request_handler=_Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def _mounted(self, boundaries: OwnBoundaries, day: str, recordings: Path | None) -> Callable:
        """Put every service below its path."""

        def body_of(path: str) -> bytes | None:
            return recorded_body(recordings, path)

        app = Flask("standin", static_folder=None)
        known = datasets(day)
        bodies = Recorded(recordings) if recordings else None
        for path, service in (
            ("/klass/v1", klass.blueprint(self.registers, day, bodies)),
            ("/nedlasting", nedlasting.blueprint(self._files, known)),
            ("/kartkatalog", kartkatalog.blueprint(known, body_of)),
            ("/brreg", opendata.brreg()),
            ("/register", opendata.register()),
            ("/kommuneinfo/v1", opendata.kommuneinfo(lambda: boundaries.shapes("Kommuner", int(day[:4]), "0000"))),
            ("/datanorge", opendata.datanorge(self.datanorge_limit)),
            ("/ckan", opendata.ckan()),
            ("/hub", opendata.hub()),
            ("/arcgis", arcgis.blueprint()),
            ("/held", held.blueprint(self.files)),
            ("/geonetwork", opendata.csw(lambda uuid: iso19139.record(known.get(uuid)), body_of)),
            ("/wms", wms.blueprint(boundaries, int(day[:4]), lambda: self.map_server, body_of)),
            ("/wfs", wfs.blueprint(boundaries, int(day[:4]))),
            ("/wmts", wmts.blueprint(boundaries, int(day[:4]))),
        ):
            app.register_blueprint(service, url_prefix=path)
        return app.wsgi_app

    # --- life

    def start(self) -> Standin:
        self._thread.start()
        return self

    def close(self) -> None:
        """Stop; requests that hang are let go."""
        self._released.set()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()
        if self._portals:
            shutil.rmtree(self._portals.parent, ignore_errors=True)

    def __enter__(self) -> Standin:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- what others ask of it

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def environment(self) -> dict[str, str]:
        """The variables that point the plugin here, today's date included where one was given."""
        found = {variable: self.url + path for variable, path in MOUNTS.items()}
        found["KLASSKART_PORTALS_FILE"] = str(self._portals_file())
        if self.today:
            found["KLASSKART_TODAY"] = self.today.isoformat()
        return found

    def _portals_file(self) -> Path:
        if self._portals is None:
            self._portals = Path(tempfile.mkdtemp(prefix="standin")) / "portals.csv"
            self._portals.write_text(opendata.portals_file(self.url), "utf-8")
        return self._portals

    @property
    def generation(self) -> str:
        """The layout of GeoJSON deliveries: A, B, C, C1 (C with all in one collection), GML (no GeoJSON), FGDB (no GML)."""
        return self._files.generation

    @generation.setter
    def generation(self, value: str) -> None:
        if value not in ("A", "B", "C", "C1", "GML", "FGDB"):
            raise ValueError(value)
        self._files.generation = value

    def provenance(self, path: str) -> str:
        """What the last answer to a path (or a part of one) was made from: recorded, derived or made."""
        return next((asked.provenance for asked in reversed(self.requests) if path in f"{asked.path}?{asked.query}"), "")

    def rename(self, classification: int, code: str, name: str) -> None:
        """Change a name in all versions, as the publisher does now and then."""
        self.registers[classification].renamed[code] = name

    # --- faults

    def break_next(
        self,
        path_part: str,
        *,
        status: int = 502,
        times: float = 1,
        body: bytes | str = b"",
        content_type: str = "text/plain",
        headers: dict[str, str] | None = None,
    ) -> None:
        """Answer the next requests whose path holds `path_part` with this instead."""
        answer = Response(body, status, headers=headers, content_type=content_type)
        self._faults.append(_Fault(path_part, times, "answer", answer))

    def cut_off(self, path_part: str, *, times: float = 1) -> None:
        """Promise the whole body, send half of it, and close the connection."""
        self._faults.append(_Fault(path_part, times, "cut"))

    def hang(self, path_part: str, where: str = "headers", *, times: float = float("inf")) -> None:
        """Fall silent before the headers, or in the middle of the body, until `heal` or the end."""
        if where not in ("headers", "body"):
            raise ValueError(where)
        self._faults.append(_Fault(path_part, times, "hang", where=where))

    def slow(self, path_part: str, bytes_per_second: float, *, times: float = float("inf")) -> None:
        self._faults.append(_Fault(path_part, times, "slow", rate=bytes_per_second))

    def heal(self) -> None:
        """Forget all faults and let go what hangs."""
        with self._lock:
            self._faults.clear()
            self._released.set()
            self._released = threading.Event()

    # --- serving

    def _serve(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        request = Request(
            environ["REQUEST_METHOD"],
            environ["PATH_INFO"],
            environ.get("QUERY_STRING", ""),
            accept=environ.get("HTTP_ACCEPT"),
            user_agent=environ.get("HTTP_USER_AGENT", ""),
            authorization=environ.get("HTTP_AUTHORIZATION", ""),
        )
        self.requests.append(request)
        environ["standin.request"] = request  # the services write there what they answered from
        fault, released = self._fault_for(request.path)
        if fault and fault.kind == "hang" and fault.where == "headers":
            released.wait()
            raise ConnectionAbortedError(request.path)
        response = fault.answer if fault and fault.answer else Response.from_app(self._app, environ)
        request.status = response.status_code
        if not fault and response.status_code < 400 and not request.provenance:
            request.provenance = "made"
        body = b"" if request.method == "HEAD" else response.get_data()
        start_response(response.status, list(response.headers))
        return self._sent(request, body, fault, released)

    def _fault_for(self, path: str) -> tuple[_Fault | None, threading.Event]:
        """Give what is to go wrong, and the event that lets go of it: both of before, or both of after a `heal`."""
        with self._lock:
            for fault in self._faults:
                if fault.part in path and fault.times > 0:
                    fault.times -= 1
                    return fault, self._released
            return None, self._released

    def _sent(self, request: Request, body: bytes, fault: _Fault | None, released: threading.Event):
        for place, piece in enumerate(_pieces(body, fault)):
            if fault and fault.kind in ("hang", "cut") and place == 1:
                if fault.kind == "hang":
                    released.wait()
                raise ConnectionAbortedError(request.path)
            if fault and fault.kind == "slow" and released.wait(len(piece) / fault.rate):
                raise ConnectionAbortedError(request.path)
            request.bytes_sent += len(piece)
            yield piece


def _pieces(body: bytes, fault: _Fault | None) -> Iterable[bytes]:
    size = 65536
    if fault and fault.kind in ("hang", "cut"):
        size = max(1, len(body) // 2)
    elif fault and fault.kind == "slow":
        size = max(1, int(fault.rate / 10))
    return [body[start : start + size] for start in range(0, len(body), size)] or [b""]


class _Handler(WSGIRequestHandler):
    """Keeps connections open, as the real servers do, and says nothing."""

    protocol_version = "HTTP/1.1"

    def log(self, *_: object, **__: object) -> None:
        return

    def connection_dropped(self, error: BaseException, environ: dict | None = None) -> None:
        self.close_connection = True  # what was promised can't be sent any more


def wait_until(test: Callable[[], bool], seconds: float = 5) -> bool:
    """Whether a test becomes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if test():
            return True
        time.sleep(0.01)
    return test()

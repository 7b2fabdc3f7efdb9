"""The one way out to the services: time-outs, redirects, TLS, user agent, retries and size limits are decided here.

Each request carries two extensions for the transport: `cancelled`, a callable to ask while a server is silent, and
`credentials`, whether stored credentials may go along (only to configured services, never after a redirect elsewhere).
A transport may raise our own errors; they pass through unchanged.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..core.errors import Cancelled, Faulty, Refused, TooLarge, UnexpectedAnswer, Unreachable
from ..core.feedback import SILENT, Feedback
from ..core.settings import Config
from . import bodies
from .answers import Answer, Download, answer_of, declared_size, start_of
from .connection import open_client
from .failures import (
    GATEWAY_STATUS,
    LONGEST_PAUSE,
    NO_SUCH_RANGE,
    PAUSES,
    PROXY_STATUS,
    TEMPORARY_STATUS,
    Temporary,
    retry_after,
    translated,
    worth_retrying,
)
from .files import PartFile
from .hops import Ask, Hop, origin
from .resuming import Resuming

if TYPE_CHECKING:
    from .._vendor import httpx

MIB = 1 << 20
REDIRECTS = 10
SILENCE = 30.0  # seconds in which a host that could not be reached is tried once only: a job asks it many things
POLL = 0.2  # seconds between two looks at cancel while waiting
ERROR_BODY = 64 * 1024  # bytes of a refusal that are read for its words

T = TypeVar("T")


class Http:
    """Requests to the services. Safe to share between threads; makes its connections when first used."""

    def __init__(
        self,
        config: Config,
        transport: httpx.BaseTransport | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        log: Callable[[str], None] | None = None,
    ):
        self.config = config
        self._transport = transport
        self._sleep = sleep
        self._log = log
        self._client: httpx.Client | None = None
        self._silent: dict[str, float] = {}  # hosts that could not be reached, and when
        self._lock = threading.Lock()

    def get(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        *,
        accept: str = "*/*",
        limit: int = 64 * MIB,
        patience: float | None = None,
        feedback: Feedback = SILENT,
    ) -> Answer:
        """Ask for something that fits in memory. `params` are added to those in the address; `patience`: seconds of
        silence to bear, where what is asked for is worth less waiting than the settings allow."""
        ask = Ask("GET", url, feedback, {"Accept": accept}, params=params, patience=patience)
        return self._perform(ask, lambda response: self._whole(response, limit, feedback))

    def get_json(self, url: str, params: Mapping[str, str] | None = None, *, feedback: Feedback = SILENT) -> object:
        """Ask for JSON and parse it. Raises UnexpectedAnswer where something else comes."""
        return self._parsed(self.get(url, params, accept="application/json", feedback=feedback), url)

    def post_json(self, url: str, body: object, *, feedback: Feedback = SILENT) -> object:
        """Send JSON, get JSON. Sent once: only a connection that never came about is tried again.

        Geonorge answers 500 with a sentence where it will not deliver, so a 500 with words is Refused, not Faulty.
        """
        headers = {"Accept": "application/json", "Content-Type": "application/json"}
        ask = Ask("POST", url, feedback, headers, body=json.dumps(body, ensure_ascii=False).encode())
        return self._parsed(self._perform(ask, lambda response: self._whole(response, 64 * MIB, feedback)), url)

    def start(self, url: str, most: int, *, feedback: Feedback = SILENT) -> Answer:
        """Ask for something, and hang up after its first bytes: for a look at what it is."""
        ask = Ask("GET", url, feedback, {"Accept": "*/*", "Accept-Encoding": "identity"})
        return self._perform(ask, lambda response: answer_of(response, start_of(response, most)))

    def head(self, url: str, *, feedback: Feedback = SILENT) -> Answer:
        """Ask for the headers only."""
        ask = Ask("HEAD", url, feedback, {"Accept": "*/*", "Accept-Encoding": "identity"})

        def take(response: httpx.Response) -> Answer:
            self._note("HEAD", str(response.url), response.status_code)
            return answer_of(response, b"")

        return self._perform(ask, take)

    def download(
        self,
        url: str,
        target: Path,
        *,
        accept: str = "application/zip, application/octet-stream, */*",
        limit: int = 4096 * MIB,
        expect: bytes | None = b"PK\x03\x04",
        feedback: Feedback = SILENT,
    ) -> Download:
        """Stream to a part file beside `target` and rename it when whole; nothing is left behind otherwise.

        `expect` are the first bytes that the file must have. Raises UnexpectedAnswer for others (a login page for a
        zip), DiskFull and NotWritable, and the errors of the services. What breaks off is gone on with.
        """
        headers = {"Accept": accept, "Accept-Encoding": "identity"}
        with PartFile(target) as part:
            resuming = Resuming(part, headers)

            def take(response: httpx.Response) -> Download:
                before = resuming.answered(response)
                self._fill(part, response, before, limit, expect, feedback)
                size = part.finish()
                said = (response.headers.get(name, "") for name in ("etag", "last-modified", "content-type"))
                return Download(target, size, str(response.url), *said)

            ask = Ask("GET", url, feedback, headers)
            try:
                return self._perform(ask, take, resuming.failed)
            except Refused as refusal:
                if refusal.status != NO_SUCH_RANGE or not resuming.is_under_way:
                    raise
            resuming.forget()
            return self._perform(ask, take, resuming.failed)

    def close(self) -> None:
        """Let go of the connections. The next request makes new ones, unless a transport was given."""
        with self._lock:
            client, self._client = self._client, None
        if client:
            client.close()

    def pause(self, seconds: float, feedback: Feedback = SILENT) -> None:
        """Wait, looking at cancel all the time."""
        left = seconds
        while left > 0:
            feedback.check()
            self._sleep(min(left, POLL))
            left -= POLL
        feedback.check()

    def service_of(self, url: str) -> str:
        """Name the service that an address belongs to, for errors."""
        return self.config.addresses.service_of(url)

    # --- one question, with its redirects and retries ---------------------------------

    def _perform(self, ask: Ask, take: Callable[[httpx.Response], T], failed: Callable[[], bool] = lambda: False) -> T:
        """Ask until there is an answer or no use in trying; `take` reads a good answer.

        `failed` hears of every failure, and says whether it was a step forward: the count of tries begins anew then.
        """
        host = "/".join(ask.url.split("/")[:3])
        pauses = iter(PAUSES if time.monotonic() - self._silent.get(host, -SILENCE) >= SILENCE else ())
        while True:
            ask.feedback.check()
            try:
                taken = self._attempt(ask, take)
                self._silent.pop(host, None)
                return taken
            except Temporary as failure:
                if failed():
                    pauses = iter(PAUSES)
                pause = next(pauses, None)
                wait = pause if failure.retry_after is None else failure.retry_after
                if pause is None or wait is None or wait > LONGEST_PAUSE:
                    if isinstance(failure.error, Unreachable):
                        self._silent[host] = time.monotonic()
                    raise failure.error from failure.__cause__
                ask.feedback.step("retrying", service=self.service_of(ask.url), seconds=wait)
                self.pause(wait, ask.feedback)

    def _attempt(self, ask: Ask, take: Callable[[httpx.Response], T]) -> T:
        from .._vendor import httpx

        hop = Hop(ask)
        try:
            with closing(self._follow(hop)) as response:
                if response.status_code >= 400:
                    raise self._refusal(hop, response)
                return take(response)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.CookieConflict, httpx.StreamError) as error:
            if not hop.answered:
                self._note(hop.method, hop.url, f"{type(error).__name__}: {error}")
            if ask.feedback.cancelled():
                raise Cancelled() from error
            ours = translated(error, self.service_of(hop.url), hop.url, self.config)
            if worth_retrying(error, ours, ask.method):
                raise Temporary(ours) from error
            raise ours from error

    def _follow(self, hop: Hop) -> httpx.Response:
        """Send, and follow redirects by hand: each address is moved and checked, and the body never goes elsewhere."""
        for _ in range(REDIRECTS + 1):
            hop.url = self._allowed(hop.url)
            response = self._send(hop)
            if not response.has_redirect_location:
                hop.answered = True
                return response
            response.close()
            self._note(hop.method, hop.url, response.status_code)
            hop.redirect(response.status_code, response.headers["location"])
        raise UnexpectedAnswer(self.service_of(hop.ask.url), hop.ask.url, "an answer", "redirects without end")

    def _allowed(self, url: str) -> str:
        addresses = self.config.addresses
        return addresses.check(url if addresses.trusted(url) else addresses.moved(url))

    def _send(self, hop: Hop) -> httpx.Response:
        from .._vendor import httpx

        client = self._connected()
        known = self.config.addresses.trusted(hop.url)
        if hop.first is None:
            hop.first = origin(hop.url)
        request = client.build_request(
            hop.method,
            httpx.URL(hop.url).copy_merge_params(hop.params) if hop.params else hop.url,
            headers=hop.headers,
            content=hop.body,
            timeout=hop.ask.patience or httpx.USE_CLIENT_DEFAULT,
            extensions={"cancelled": hop.ask.feedback.cancelled, "credentials": known and origin(hop.url) == hop.first},
        )
        hop.url, hop.params = str(request.url), None
        try:
            return client.send(request, stream=True)
        except RuntimeError as error:
            if not client.is_closed:
                raise
            raise httpx.CloseError(str(error)) from error  # closed by another thread, at unload or after new settings

    def _refusal(self, hop: Hop, response: httpx.Response) -> Exception:
        """Make the error of a 4xx or 5xx answer, with the server's words."""
        content = start_of(response, ERROR_BODY)
        self._note(hop.method, hop.url, response.status_code, len(content))
        words = bodies.words_of(content, response.headers.get("content-type", ""))
        status = response.status_code
        if status == PROXY_STATUS:
            return Unreachable(self.service_of(hop.url), hop.url, "proxy", words=words or str(status))
        said_no = status < 500 or (hop.method == "POST" and status not in GATEWAY_STATUS and words)
        error = (Refused if said_no else Faulty)(self.service_of(hop.url), hop.url, status, words)
        if hop.ask.method != "POST" and status in TEMPORARY_STATUS:
            return Temporary(error, retry_after(response.headers.get("retry-after", "")))
        return error

    # --- reading -------------------------------------------------------------------------

    def _whole(self, response: httpx.Response, limit: int, feedback: Feedback) -> Answer:
        return answer_of(response, b"".join(self._chunks(response, limit, feedback)))

    def _fill(
        self, part: PartFile, response: httpx.Response, before: int, limit: int, expect: bytes | None, feedback: Feedback
    ) -> None:
        """Write what comes to a part file that holds `before` bytes."""
        rest = declared_size(response)
        total, told = before + rest if rest else 0, before
        feedback.step("downloading", bytes=before, total=total)
        for chunk in self._inspected(self._chunks(response, limit, feedback, before), response, None if before else expect):
            part.write(chunk)
            if part.size - told >= MIB:
                told = part.size
                feedback.step("downloading", bytes=told, total=total)

    def _chunks(self, response: httpx.Response, limit: int, feedback: Feedback, before: int = 0) -> Iterator[bytes]:
        """Read a body, looking at cancel, the limit, and whether it came whole; `before` bytes came earlier."""
        from .._vendor import httpx

        url = str(response.url)
        declared, size = declared_size(response), before
        expected = before + declared if declared else 0
        if expected > limit:
            raise TooLarge(self.service_of(url), url, limit)
        try:
            for chunk in response.iter_bytes():
                feedback.check()
                size += len(chunk)
                if size > limit:
                    raise TooLarge(self.service_of(url), url, limit)
                if expected:
                    feedback.progress(size / expected)
                yield chunk
            feedback.check()
        finally:
            self._note(response.request.method, url, response.status_code, size - before)
        if size < expected and not response.headers.get("content-encoding"):
            raise httpx.RemoteProtocolError(f"{size} of {expected} bytes came")

    def _inspected(self, chunks: Iterator[bytes], response: httpx.Response, expect: bytes | None) -> Iterator[bytes]:
        """Pass chunks on once the first bytes are seen to be those of the expected kind of file."""
        start = b""
        for chunk in chunks:
            if expect and len(start) < len(expect):
                start += chunk
                if len(start) < len(expect):
                    continue
                if not start.startswith(expect):
                    break
                chunk = start
            yield chunk
        if expect and not start.startswith(expect):
            noun = "zip" if expect.startswith(b"PK") else "file"
            raise self.unexpected(noun, start, response.headers.get("content-type", ""), str(response.url))

    def _parsed(self, answer: Answer, asked: str) -> object:
        try:
            return bodies.json_of(answer.content, answer.content_type)
        except ValueError:
            raise self.unexpected("JSON", answer.content, answer.content_type, answer.url) from None

    def unexpected(self, expected: str, content: bytes, content_type: str, url: str) -> UnexpectedAnswer:
        """Make the error for an answer of another kind than `expected`, with what can be read in it."""
        got = bodies.kind_of(content, content_type)
        got = f"broken {got}" if got == expected else got
        return UnexpectedAnswer(self.service_of(url), url, expected, got, bodies.words_of(content, content_type))

    # --- below ------------------------------------------------------------------------------

    def _connected(self) -> httpx.Client:
        with self._lock:
            if self._client is None:
                self._client = open_client(self.config, self._transport)
            return self._client

    def _note(self, method: str, url: str, outcome: object, size: int | None = None) -> None:
        if self._log:
            self._log(f"{method} {url} {outcome}" + (f" {size} bytes" if size is not None else ""))

"""How a connection to the services is made: certificates, time-outs, and what it says about itself."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.settings import Config

if TYPE_CHECKING:
    from .._vendor import httpx


def open_client(config: Config, transport: httpx.BaseTransport | None) -> httpx.Client:
    """Make a client over a transport, or over httpx's own; redirects, cookies and the environment are left out of it."""
    import ssl
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    from .._vendor import httpx

    return httpx.Client(
        # The system's certificates; httpx's own choice would be a bundle that is not vendored.
        transport=transport or httpx.HTTPTransport(verify=ssl.create_default_context(), trust_env=False),
        timeout=httpx.Timeout(config.read_timeout, connect=config.connect_timeout),
        headers={"User-Agent": f"Klasskart/{version()}"},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),  # a kept cookie switches Geonorge's language
        follow_redirects=False,
        trust_env=False,
    )


@functools.lru_cache(maxsize=1)
def version() -> str:
    """Give the plugin's version, as metadata.txt has it."""
    try:
        text = (Path(__file__).parents[1] / "metadata.txt").read_text(encoding="utf-8")
    except OSError:
        return "0"
    found = re.search(r"^version\s*=\s*(\S+)", text, re.MULTILINE)
    return found.group(1) if found else "0"

"""Whether what somebody typed can be a setting. A question of form: nobody is asked, and nothing is made."""

from __future__ import annotations

import os
from pathlib import Path

from . import portals
from .addresses import host_of
from .errors import NotWritable


def check(key: str, text: str) -> None:
    """Look at an address, a folder or a file that was typed for a key of `SETTINGS`; "" is the default, and always right.

    Raises UntrustedAddress, NotWritable and BadFile.
    """
    typed = text.strip()
    if not typed:
        return
    if key == "services/portals":
        portals.read(Path(typed).expanduser())
    elif key == "cache/folder":
        check_folder(Path(typed).expanduser())
    elif key.startswith("services/"):
        check_address(typed)


def check_address(address: str) -> None:
    """Look at an address that will be trusted since somebody chose it: on a private network too. Raises UntrustedAddress."""
    host_of(address)


def check_folder(folder: Path) -> None:
    """Look whether files can be put into a folder, or the folder be made. Raises NotWritable."""
    if not folder.is_absolute():
        raise NotWritable(str(folder), "relative")
    nearest = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        raise NotWritable(str(folder), "")

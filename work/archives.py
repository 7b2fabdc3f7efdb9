"""Zips as delivered, unpacked without trusting a word of what they say about themselves."""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from ..core.errors import BadFile, DiskFull
from ..core.feedback import SILENT, Feedback
from ..core.storage import storage_error

LIMIT = 8 << 30
_CHUNK = 1 << 20
_MEMBERS = 10_000
# Text of coordinates packs to about a tenth; deflate can't do better than a thousandth, which only bombs come near.
_RATIO, _RATIO_FROM = 250, 32 << 20


def unpack(
    zip_path: Path,
    folder: Path,
    *,
    wanted: Callable[[str], bool] = lambda name: True,
    limit_bytes: int = LIMIT,
    feedback: Feedback = SILENT,
) -> list[Path]:
    """Unpack every `wanted` file (told by its name in the zip) into `folder` (made when missing); zips inside stay packed.

    Raises BadFile, DiskFull (`needed`: bytes) or NotWritable, and leaves nothing of this zip behind then.
    """
    try:
        with zipfile.ZipFile(zip_path) as archive:
            members = [(one, parts) for one, parts in _checked_members(archive, zip_path, limit_bytes) if wanted(one.filename)]
            needed = sum(member.file_size for member, _ in members)
            require_space(folder, needed)
            written: list[Path] = []
            try:
                for member, parts in members:
                    written.append(folder.joinpath(*parts))
                    _inflate(archive, member, written[-1], zip_path, feedback)
                    feedback.progress(sum(m.file_size for m, _ in members[: len(written)]) / max(needed, 1))
            except BaseException:
                for path in written:
                    path.unlink(missing_ok=True)
                raise
            return written
    except zipfile.BadZipFile as error:
        raise BadFile(zip_path, _damage(zip_path), words=str(error)) from error
    except OSError as error:
        # The file that could not be written, where the system says which.
        raise storage_error(error, Path(error.filename) if isinstance(error.filename, (str, Path)) else zip_path) from error


def check(zip_path: Path) -> None:
    """Look whether a zip is whole, as far as its index tells. Raises BadFile."""
    try:
        with zipfile.ZipFile(zip_path) as archive:
            _checked_members(archive, zip_path, LIMIT)
    except zipfile.BadZipFile as error:
        raise BadFile(zip_path, _damage(zip_path), words=str(error)) from error
    except OSError as error:
        raise storage_error(error, zip_path) from error


def require_space(folder: Path, needed: int) -> None:
    """Raise DiskFull where the disk of `folder` hasn't `needed` free bytes."""
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if shutil.disk_usage(existing).free < needed:
        raise DiskFull(folder, needed)


def _checked_members(
    archive: zipfile.ZipFile, zip_path: Path, limit_bytes: int
) -> list[tuple[zipfile.ZipInfo, tuple[str, ...]]]:
    members = [(member, _safe_parts(member, zip_path)) for member in archive.infolist() if not member.is_dir()]
    if not members:
        raise BadFile(zip_path, "empty")
    if len(members) > _MEMBERS or sum(member.file_size for member, _ in members) > limit_bytes:
        raise BadFile(zip_path, "bomb")
    for member, _ in members:
        if member.file_size > _RATIO_FROM and member.file_size > _RATIO * max(member.compress_size, 1):
            raise BadFile(zip_path, "bomb", member.filename)
        if member.flag_bits & 1:
            raise BadFile(zip_path, "unreadable", member.filename, "encrypted")
    return members


def _safe_parts(member: zipfile.ZipInfo, zip_path: Path) -> tuple[str, ...]:
    """Split the name of a member into its path below the folder; BadFile where it would leave it or is a link."""
    name = member.filename.replace("\\", "/")
    parts = PurePosixPath(name).parts
    kind = stat.S_IFMT(member.external_attr >> 16)
    leaves = name.startswith("/") or ".." in parts or not parts
    # A colon is a drive or a hidden stream on Windows, and no delivery has one.
    if leaves or kind not in (0, stat.S_IFREG) or re.search(r"[:\x00-\x1f]", name):
        raise BadFile(zip_path, "path", member.filename)
    return parts


def _inflate(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, zip_path: Path, feedback: Feedback) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as out:
            for chunk in _chunks(archive, member):
                feedback.check()
                if out.tell() + len(chunk) > member.file_size:
                    raise BadFile(zip_path, "bomb", member.filename)
                out.write(chunk)
            if out.tell() < member.file_size:
                raise BadFile(zip_path, "truncated", member.filename)
    except EOFError as error:
        raise BadFile(zip_path, "truncated", member.filename) from error
    except (zipfile.BadZipFile, zlib.error) as error:
        raise BadFile(zip_path, "corrupt", member.filename, str(error)) from error
    except (NotImplementedError, RuntimeError) as error:
        raise BadFile(zip_path, "unreadable", member.filename, str(error)) from error
    except FileExistsError as error:
        raise BadFile(zip_path, "corrupt", member.filename, "two members of one name") from error


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as source:
        while chunk := source.read(_CHUNK):
            yield chunk


def _damage(path: Path) -> str:
    """Tell a zip that breaks off from one that never was: the index of a zip stands at its end."""
    with path.open("rb") as file:
        head = file.read(4)
    if not head:
        return "empty"
    return "truncated" if head == b"PK\x03\x04" else "unreadable"

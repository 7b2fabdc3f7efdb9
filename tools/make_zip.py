"""Packs the plugin for QGIS's "Install from ZIP" and for the plugin repository:  make_zip.py

Only what the plugin needs at run time goes in, in one folder called klasskart, the same bytes on every run. It lies in
build/ under the name of its version, and as klasskart.zip for who wants the newest.
"""

import configparser
import re
import shutil
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILES = ("__init__.py", "plugin.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md")
FOLDERS = ("core", "clients", "work", "gis", "ui", "resources", "docs", "_vendor")
LEFT_OUT = {"__pycache__", "resources/docs"}  # pictures: those of the help are named by its pages
_PICTURE = re.compile(r"\]\(([^)]+\.png)\)")
SUFFIXES_LEFT_OUT = {".pyc", ".ts", ".done"}


def members():
    """Give the files to pack, in a fixed order."""
    for name in FILES:
        yield ROOT / name
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and not is_hidden(path) and path.suffix not in SUFFIXES_LEFT_OUT:
                yield path

    yield from sorted(pictures())


def pictures() -> set[Path]:
    """Give the pictures that pages of docs/ show."""
    links = ((page, link) for page in (ROOT / "docs").rglob("*.md") for link in _PICTURE.findall(page.read_text("utf-8")))
    return {(page.parent / link).resolve() for page, link in links}


def is_hidden(path: Path) -> bool:
    """Whether a file or a folder above it is left out, by its name or by its way from the root."""
    inside = path.relative_to(ROOT)
    ways = {parent.as_posix() for parent in inside.parents}
    return bool(LEFT_OUT & {*inside.parts, *ways}) or any(part.startswith(".") for part in inside.parts)


def version() -> str:
    """Give the version, which stands in metadata.txt and nowhere else."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", "utf-8")
    return metadata["general"]["version"]


def target() -> Path:
    """Give the zip's own name."""
    return ROOT / "build" / f"klasskart-{version()}.zip"


def pack(target: Path) -> None:
    """Write the zip."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in members():
            entry = zipfile.ZipInfo(f"klasskart/{path.relative_to(ROOT).as_posix()}", (2026, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())


def main() -> None:
    """Write the zip under both its names, and say what it weighs."""
    pack(target())
    shutil.copyfile(target(), target().with_name("klasskart.zip"))
    sys.stdout.write(f"{target()}: {target().stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    main()

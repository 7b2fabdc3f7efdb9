"""Packs the plugin for QGIS's "Install from ZIP" and for the plugin repository:  make_zip.py TARGET

Only what the plugin needs at run time goes in, in one folder called klasskart, the same bytes on every run.
"""

import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILES = ("__init__.py", "plugin.py", "metadata.txt", "LICENSE", "README.md", "CHANGELOG.md")
FOLDERS = ("core", "clients", "work", "gis", "ui", "resources", "docs", "_vendor")
LEFT_OUT = {"__pycache__", "resources/docs"}  # pictures: the text alone is small
SUFFIXES_LEFT_OUT = {".pyc", ".ts", ".done"}


def members():
    """Give the files to pack, in a fixed order."""
    for name in FILES:
        yield ROOT / name
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and not is_hidden(path) and path.suffix not in SUFFIXES_LEFT_OUT:
                yield path


def is_hidden(path: Path) -> bool:
    """Whether a file or a folder above it is left out, by its name or by its way from the root."""
    inside = path.relative_to(ROOT)
    ways = {parent.as_posix() for parent in inside.parents}
    return bool(LEFT_OUT & {*inside.parts, *ways}) or any(part.startswith(".") for part in inside.parts)


def main(target: Path) -> None:
    """Write the zip and say what it weighs."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in members():
            entry = zipfile.ZipInfo(f"klasskart/{path.relative_to(ROOT).as_posix()}", (2026, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
    sys.stdout.write(f"{target}: {target.stat().st_size // 1024} kB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

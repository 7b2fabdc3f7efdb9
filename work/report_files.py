"""The match report as a file: CSV for everybody, xlsx whose codes Excel leaves alone."""

from __future__ import annotations

import csv
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from ..core.errors import DiskFull
from ..core.match_report import MatchReport, Miss
from ..core.storage import refusal, writing
from .gdal_session import gdal_session

COLUMNS = ("side", "code", "name", "features", "reason", "suggestion")
_SHEET = "report"


class ReportRow(NamedTuple):
    """One row: what did not match or is doubled. `suggestion` holds all successors, with comma."""

    side: str
    code: str
    name: str
    features: int
    reason: str
    suggestion: str


def report_rows(report: MatchReport) -> tuple[ReportRow, ...]:
    """Give the report's rows, features first. A value that is no code stands as it was found."""
    return tuple(map(report_row, report.rows))


def report_row(miss: Miss) -> ReportRow:
    return ReportRow(miss.side, miss.code or miss.value, miss.name, miss.features, miss.reason, ", ".join(miss.successors))


def save_csv(report: MatchReport, path: Path) -> None:
    """Write with `;`, BOM and CRLF, as Excel in Norway reads it. Raises DiskFull or NotWritable, leaving an old file whole."""
    save_rows(COLUMNS, report_rows(report), path)


def save_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], path: Path) -> None:
    """Write any table in the same way; None becomes an empty cell."""
    with _whole(Path(path), ".part") as part, part.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(columns)
        writer.writerows(map(_harmless, rows))


def save_text(text: str, path: Path) -> None:
    """Write a text as it is, such as a page. Raises DiskFull or NotWritable, leaving an old file whole."""
    with _whole(Path(path), ".part") as part:
        part.write_text(text, "utf-8")


def save_xlsx(report: MatchReport, path: Path) -> None:
    """Write with GDAL, codes as text cells, so that 0301 stays 0301. Raises DiskFull or NotWritable, as `save_csv`."""
    save_sheet(COLUMNS, report_rows(report), path)


def save_sheet(columns: Sequence[str], rows: Iterable[Sequence[object]], path: Path) -> None:
    """Write any table in the same way: a column of numbers only as numbers, every other one as text; None is an empty cell."""
    with _whole(Path(path), ".part.xlsx") as part:
        part.touch()  # GDAL tells nobody when a folder can't be written
        part.unlink()
        _write_xlsx(part, Path(path), columns, list(map(_harmless, rows)))


def save_table(columns: Sequence[str], rows: Iterable[Sequence[object]], path: Path) -> None:
    """Write any table as xlsx where the path ends so, else as CSV."""
    write = save_sheet if Path(path).suffix.lower() == ".xlsx" else save_rows
    write(columns, rows, path)


def save_bytes(content: bytes, path: Path) -> None:
    """Write a file that is ready, such as a picture. Raises DiskFull or NotWritable, leaving an old file whole."""
    with _whole(Path(path), ".part") as part:
        part.write_bytes(content)


@contextmanager
def _whole(path: Path, ending: str) -> Iterator[Path]:
    """Lend a file beside `path` that takes its place when all went well, and is gone otherwise."""
    part = path.with_name(f".{path.stem}{ending}")
    try:
        with writing(path):
            part.unlink(missing_ok=True)
            yield part
            part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _write_xlsx(part: Path, path: Path, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    from osgeo import gdal, ogr

    with gdal_session() as failures:
        try:
            source = ogr.GetDriverByName("XLSX").CreateDataSource(str(part))
            layer = source.CreateLayer(_SHEET, None, ogr.wkbNone)
            for place, name in enumerate(columns):
                layer.CreateField(ogr.FieldDefn(name, getattr(ogr, _kind([row[place] for row in rows]))))
            definition = layer.GetLayerDefn()
            for row in rows:
                feature = ogr.Feature(definition)
                for index, value in enumerate(row):
                    if value is not None and value != "":
                        feature.SetField(index, value)
                layer.CreateFeature(feature)
            del layer, source  # GDAL writes when it lets go
        except (RuntimeError, AttributeError) as error:  # with GDAL's exceptions on, or off
            raise refusal(path, "; ".join(failures) or str(error)) from error
        if not _is_whole(part):  # GDAL may say nothing of a disk that was full in the end
            full = not shutil.disk_usage(part.parent).free
            raise DiskFull(path) if full else refusal(path, "; ".join(failures) or gdal.GetLastErrorMsg())


def _kind(values: Sequence[object]) -> str:
    """Name GDAL's type for a column: numbers where there is nothing else."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {int}:
        return "OFTInteger64"
    return "OFTReal" if kinds and kinds <= {int, float} else "OFTString"


def _is_whole(part: Path) -> bool:
    try:
        with zipfile.ZipFile(part) as archive:
            return archive.testzip() is None
    except (OSError, zipfile.BadZipFile):
        return False


def _harmless(row: Sequence[object]) -> tuple[object, ...]:
    """Keep spreadsheets from running a value of somebody's layer as a formula."""
    return tuple(f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell for cell in row)

"""What analysts have on disk, as a grid of text: separated text in any encoding, Excel and its kin, JSON, zipped or not."""

from __future__ import annotations

import csv
import gzip
import io
import itertools
import json
import re
import tempfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ..core.errors import UnreadableTable
from ..core.tables import Assumption, Grid

LIMIT = 1 << 30  # bytes of one table, unpacked
_SEPARATORS = (";", "\t", ",", "|")
_TEXT_KINDS = (".csv", ".tsv", ".txt", ".tab", ".json")
_TABLE_KINDS = (*_TEXT_KINDS, ".xlsx", ".xlsm", ".ods", ".xls")
_WIDE = 60  # more figures than this to a place stay below each other

_OFFICE = {  # the driver of GDAL, and its options for "no header, all text"
    "XLSX": ("OGR_XLSX_HEADERS", "OGR_XLSX_FIELD_TYPES"),
    "ODS": ("OGR_ODS_HEADERS", "OGR_ODS_FIELD_TYPES"),
    "XLS": ("OGR_XLS_HEADERS", "OGR_XLS_FIELD_TYPES"),
}


def read_grid(path: Path, sheet: str = "") -> tuple[Grid, tuple[str, ...]]:
    """Read the file as (grid, names of its sheets). Raises UnreadableTable."""
    try:
        if path.stat().st_size > LIMIT:
            raise UnreadableTable(path, "format", f"{LIMIT} bytes at most")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableTable(path, "format", error.strerror or str(error)) from error
    return _grid(content, path, path, sheet)


def _grid(content: bytes, path: Path, name: Path, sheet: str) -> tuple[Grid, tuple[str, ...]]:
    if not content.strip():
        raise UnreadableTable(path, "empty")
    if content.startswith(b"PK\x03\x04"):
        return _packed(content, path, name, sheet)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return _office(content, path, "XLS", sheet)
    if content.startswith(b"\x1f\x8b"):
        return _grid(_gunzipped(content, path), path, name, sheet)
    return _text_grid(content, path), ()


def _packed(content: bytes, path: Path, name: Path, sheet: str) -> tuple[Grid, tuple[str, ...]]:
    """Read what begins as a zip: an Excel or ODS file, or a zip with a table in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > LIMIT:
                raise UnreadableTable(path, "format", f"{LIMIT} bytes at most")
            names = {member.filename for member in members}
            if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
                return _office(content, path, "XLSX", sheet)
            if "content.xml" in names and "mimetype" in names:
                return _office(content, path, "ODS", sheet)
            tables = [member for member in members if member.filename.casefold().endswith(_TABLE_KINDS)]
            if not tables:
                raise UnreadableTable(path, "no_table", ", ".join(sorted(names))[:200])
            chosen = max(tables, key=lambda member: member.file_size)
            with archive.open(chosen) as file:
                inner = file.read(LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise UnreadableTable(path, "format", str(error)) from error
    if inner.startswith(b"PK\x03\x04") and not chosen.filename.casefold().endswith((".xlsx", ".xlsm", ".ods")):
        raise UnreadableTable(path, "format", "a zip within a zip")
    grid, sheets = _grid(inner, path, Path(chosen.filename), sheet)
    if len(tables) > 1:
        said = Assumption("member", {"name": chosen.filename, "of": len(tables)})
        grid = Grid(grid.rows, (said, *grid.assumptions), grid.header, grid.comma_separated, grid.title)
    return grid, sheets


def _gunzipped(content: bytes, path: Path) -> bytes:
    try:
        with gzip.open(io.BytesIO(content)) as file:
            plain = file.read(LIMIT)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableTable(path, "format", str(error)) from error
    if plain.startswith((b"\x1f\x8b", b"PK\x03\x04")):
        raise UnreadableTable(path, "format", "packed twice")
    return plain


# --- text -----------------------------------------------------------------------


def _text_grid(content: bytes, path: Path) -> Grid:
    text, encoding = _decoded(content, path)
    start = text.lstrip()[:1]
    if start in ("{", "["):
        return _json_grid(text, path)
    if start == "<":
        raise UnreadableTable(path, "format", "XML or a web page")
    separator = _separator(text)
    said = [Assumption("encoding", {"encoding": encoding})]
    if separator:
        said.append(Assumption("separator", {"separator": separator}))
    return Grid(list(_rows(text, separator or ";", path)), tuple(said), comma_separated=separator == ",")


def _decoded(content: bytes, path: Path) -> tuple[str, str]:
    """Find the encoding by trying: what is no UTF-8 is taken as Windows-1252, which holds all of Latin-1's letters."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if content.startswith(mark):
            return _checked(content[len(mark) :].decode(encoding, "replace"), path), encoding
    for encoding in ("utf-8", "cp1252", "latin-1"):
        try:
            return _checked(content.decode(encoding), path), encoding
        except UnicodeDecodeError:
            continue
    raise UnreadableTable(path, "encoding")


def _checked(text: str, path: Path) -> str:
    """Refuse what is no text: nobody types control characters."""
    sample = text[:100_000]
    if "\x00" in text or len(re.findall(r"[\x01-\x08\x0e-\x1f\x7f\x80-\x9f\ufffd]", sample)) > len(sample) // 100:
        raise UnreadableTable(path, "encoding")
    return text


def _separator(text: str) -> str:
    """Give the separator that cuts most lines into equally many cells, "" for a single column.

    A semicolon or tab wins a draw against the comma, which may be a decimal mark.
    """
    lines = list(itertools.islice((line for line in io.StringIO(text) if line.strip()), 400))
    best, best_share = "", 0.0
    for separator in _SEPARATORS:
        try:
            counts = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if row)
        except csv.Error:
            continue
        width, rows = max(((n, rows) for n, rows in counts.items() if n > 1), key=lambda item: item[1], default=(1, 0))
        share = rows / max(1, sum(counts.values()))
        if width > 1 and share > best_share + 0.05:
            best, best_share = separator, share
    return best if best_share >= 0.3 else ""


def _rows(text: str, separator: str, path: Path) -> Iterator[list[str]]:
    try:
        yield from list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        # A quotation mark that never ends swallows the rest of the file: then marks are only letters.
        try:
            yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=csv.QUOTE_NONE)
        except csv.Error as error:
            raise UnreadableTable(path, "format", str(error)) from error


# --- JSON -----------------------------------------------------------------------


def _json_grid(text: str, path: Path) -> Grid:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableTable(path, "format", str(error)) from error
    try:
        cube = _cube(data)
        grid = _cube_grid(cube) if cube else _records_grid(data)
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableTable(path, "format", f"JSON-stat: {error!r}") from error
    if grid is None:
        raise UnreadableTable(path, "no_table", "JSON without records")
    return grid


def _cube(data: Any) -> dict[str, Any] | None:
    """Give the dataset of a JSON-stat answer, of version 2 or 1; None for other JSON."""
    if not isinstance(data, dict):
        return None
    if isinstance(data.get("dataset"), dict):
        data = data["dataset"]
    dimension = data.get("dimension")
    if not isinstance(dimension, dict) or "value" not in data:
        return None
    if "id" in data and "size" in data:
        return data
    return {**data, "id": dimension["id"], "size": dimension["size"], "role": dimension.get("role", {})}


def _cube_grid(cube: dict[str, Any]) -> Grid:
    """Lay a cube out as rows: places down, the rest across while that stays readable."""
    ids, sizes = [str(name) for name in cube["id"]], [int(size) for size in cube["size"]]
    categories = [_categories(cube["dimension"][name]) for name in ids]
    if [len(codes) for codes in categories] != sizes:
        raise ValueError("sizes do not fit")
    down = _down(ids, sizes, cube.get("role") or {})
    across = [index for index in range(len(ids)) if index not in down]
    header = [name for index in down for name in (ids[index], f"{ids[index]}_name")]
    combos = list(itertools.product(*(range(sizes[index]) for index in across)))
    header += [" ".join(categories[i][n][1] for i, n in zip(across, combo)) or "value" for combo in combos]
    cells = cube["value"]
    look = cells.get if isinstance(cells, dict) else None
    rows = []
    for place in itertools.product(*(range(sizes[index]) for index in down)):
        row = [text for index, n in zip(down, place) for text in categories[index][n]]
        for combo in combos:
            at = dict(zip((*down, *across), (*place, *combo)))
            offset = 0
            for index, size in enumerate(sizes):
                offset = offset * size + at[index]
            row.append(_cell(look(str(offset)) if look else cells[offset]))
        rows.append(row)
    return Grid(rows, header=tuple(header), title=str(cube.get("label") or ""))


def _down(ids: list[str], sizes: list[int], role: dict[str, Any]) -> list[int]:
    """Choose the dimensions that go down: the places, else the longest; all where the rest is too much to lie across."""
    geo = [ids.index(name) for name in role.get("geo", ()) if name in ids]
    down = geo or [sizes.index(max(sizes))]
    across = 1
    for index, size in enumerate(sizes):
        across *= 1 if index in down else size
    return down if across <= _WIDE else list(range(len(ids)))


def _categories(dimension: dict[str, Any]) -> list[tuple[str, str]]:
    """Give (code, label) of a dimension's categories in order. A single category may come without an index."""
    category = dimension["category"]
    labels = category.get("label") or {}
    index = category.get("index", list(labels))
    codes = sorted(index, key=lambda code: index[code]) if isinstance(index, dict) else index
    return [(str(code), str(labels.get(code, code)).strip()) for code in codes]


def _records_grid(data: Any) -> Grid | None:
    """Lay out a list of records, a mapping from codes to records or figures, or the first such thing inside."""
    if isinstance(data, list) and data and all(isinstance(item, dict) for item in data):
        names = list(dict.fromkeys(str(name) for item in data for name in item))
        return Grid([[_cell(item.get(name)) for name in names] for item in data], header=tuple(names))
    if not isinstance(data, dict) or not data:
        return None
    if all(isinstance(item, dict) for item in data.values()):
        names = list(dict.fromkeys(str(name) for item in data.values() for name in item))
        rows = [[str(key), *(_cell(item.get(name)) for name in names)] for key, item in data.items()]
        return Grid(rows, header=("key", *names))
    inner = next((grid for item in data.values() if isinstance(item, list) and (grid := _records_grid(item))), None)
    if inner or any(isinstance(item, (dict, list)) for item in data.values()):
        return inner
    return Grid([[str(key), _cell(item)] for key, item in data.items()], header=("key", "value"))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


# --- Excel and its kin ------------------------------------------------------------


def _office(content: bytes, path: Path, driver: str, sheet: str) -> tuple[Grid, tuple[str, ...]]:
    from osgeo import gdal

    with tempfile.TemporaryDirectory(prefix="klasskart-") as folder:
        copy = Path(folder) / f"table.{driver.lower()}"
        copy.write_bytes(content)
        options = dict(zip(_OFFICE[driver], ("DISABLE", "STRING")))
        for key, value in options.items():
            gdal.SetThreadLocalConfigOption(key, value)
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        try:
            return _sheet_grid(gdal, copy, driver, sheet, path)
        except RuntimeError as error:  # where another plugin has switched GDAL's exceptions on
            raise UnreadableTable(path, "format", str(error)) from error
        finally:
            gdal.PopErrorHandler()
            for key in options:
                gdal.SetThreadLocalConfigOption(key, None)


def _sheet_grid(gdal: Any, copy: Path, driver: str, sheet: str, path: Path) -> tuple[Grid, tuple[str, ...]]:
    source = gdal.OpenEx(str(copy), gdal.OF_VECTOR, allowed_drivers=[driver])
    if source is None:
        raise UnreadableTable(path, "format", gdal.GetLastErrorMsg())
    layers = [source.GetLayer(index) for index in range(source.GetLayerCount())]
    names = tuple(layer.GetName() for layer in layers)
    if sheet and sheet not in names:
        raise UnreadableTable(path, "no_table", ", ".join(names))
    filled = [layer for layer in layers if layer.GetName() == sheet or (not sheet and layer.GetFeatureCount())]
    if not filled:
        raise UnreadableTable(path, "empty")
    rows = [_sheet_row(feature) for feature in filled[0]]
    said = (Assumption("sheet", {"name": filled[0].GetName(), "of": len(names)}),) if len(names) > 1 else ()
    return Grid(rows, said), names


def _sheet_row(feature: Any) -> Sequence[str]:
    """Give the cells of a row; a whole number that Excel keeps as a fraction loses it."""
    cells = (feature.GetField(index) for index in range(feature.GetFieldCount()))
    return ["" if cell is None else re.sub(r"^(-?[0-9]+)\.0+$", r"\1", str(cell)) for cell in cells]

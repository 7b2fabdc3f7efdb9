"""A saved report opens in Excel with every code as it is."""

import csv
import datetime

import pytest
from klasskart.core.changes import History
from klasskart.core.codes import Change, Code, CodeList
from klasskart.core.errors import NotWritable
from klasskart.core.matching import match
from klasskart.work.report_files import COLUMNS, report_rows, save_csv, save_xlsx

CODES = CodeList(
    131,
    datetime.date(2024, 1, 1),
    (
        Code("0301", None, "1", "Oslo"),
        Code("1508", None, "1", "Ålesund"),
        Code("1580", None, "1", "Haram"),
        Code("9999", None, "1", "U"),
    ),
)
HISTORY = History(
    [Change("1507", "Ålesund", new, name, "2024-01-01") for new, name in (("1508", "Ålesund"), ("1580", "Haram"))]
)
EXPECTED = [
    ("feature", "1507", "Ålesund", 2, "expired", "1508, 1580"),
    ("feature", "0998", "", 1, "unknown", ""),
    ("feature", '\'=1+1;"x"', "", 1, "malformed", ""),
    ("feature", "", "", 3, "no_code", ""),
    ("code", "0301", "Oslo", 0, "no_feature", ""),
    ("code", "1580", "Haram", 0, "no_feature", ""),
]


@pytest.fixture
def report():
    return match({"1507": 2, "1508": 1, 998: 1, '=1+1;"x"': 1, None: 3}, CODES, HISTORY)


def test_the_rows_say_side_code_reason_and_all_successors(report):
    rows = report_rows(report)
    assert rows[0] == EXPECTED[0]
    assert COLUMNS == rows[0]._fields == ("side", "code", "name", "features", "reason", "suggestion")


def test_the_csv_is_what_excel_in_norway_reads(report, tmp_path):
    path = tmp_path / "rapport.csv"
    save_csv(report, path)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfside;code;name;features;reason;suggestion\r\nfeature;1507;\xc3\x85lesund;2;")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    assert [(*row[:3], int(row[3]), *row[4:]) for row in rows] == EXPECTED
    assert [file.name for file in tmp_path.iterdir()] == ["rapport.csv"]


def test_excel_keeps_the_zero_because_codes_are_text_cells(report, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "rapport.xlsx"
    save_xlsx(report, path)
    header, *rows = openpyxl.load_workbook(path).active.iter_rows()
    assert tuple(cell.value for cell in header) == COLUMNS
    assert [tuple(cell.value if cell.value is not None else "" for cell in row) for row in rows] == EXPECTED
    assert {row[1].data_type for row in rows if row[1].value} == {"s"}
    assert {row[3].data_type for row in rows} == {"n"}
    assert [file.name for file in tmp_path.iterdir()] == ["rapport.xlsx"]


@pytest.mark.parametrize("save", [save_csv, save_xlsx])
def test_an_old_report_is_replaced_and_a_folder_that_is_missing_is_named(report, tmp_path, save):
    path = tmp_path / "r.xlsx"
    path.write_text("old")
    save(report, path)
    assert path.read_bytes()[:3] != b"old"
    with pytest.raises(NotWritable):
        save(report, tmp_path / "missing" / "r.xlsx")
    with pytest.raises(NotWritable):
        save(report, path / "r.xlsx")

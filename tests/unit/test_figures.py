"""Files as analysts have them become tables: codes text, figures numbers, and every guess is said."""

import gzip
import json
import sqlite3
import zipfile
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from klasskart.core.errors import Cancelled, InputError, NotWritable, UnreadableTable
from klasskart.core.feedback import Feedback
from klasskart.core.key_choice import best_key
from klasskart.core.matching import KeySide
from klasskart.work.figure_files import read_grid
from klasskart.work.figures import read_table, sheets

gdal = pytest.importorskip("osgeo.gdal")
ogr = pytest.importorskip("osgeo.ogr")


@pytest.fixture
def read(tmp_path):
    """Read content (bytes, or text to be UTF-8) of a made file, or a path; gives the table and its rows as dictionaries."""

    def read(content, name="tall.csv", **options):
        path = content
        if isinstance(content, (str, bytes)):
            path = tmp_path / name
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        table = read_table(path, tmp_path / "out.gpkg", **options)
        with closing(sqlite3.connect(table.path)) as database:
            database.row_factory = sqlite3.Row
            rows = [dict(row) for row in database.execute(f'SELECT * FROM "{table.layer}"')]
        names = [column.name for column in table.columns]
        assert len(rows) == table.rows
        return table, [{name: row[name] for name in names} for row in rows]

    return read


def said(table):
    return {assumption.kind: assumption.facts for assumption in table.assumptions}


def kinds(table):
    return {column.name: column.kind for column in table.columns}


def test_statbanks_title_line_is_skipped_and_said(read):
    table, rows = read(
        '"07459: Befolkning"\n\n"region";"alder";"Personer 2021"\n"K-3001 Halden";"0 år";253\n'.encode("latin-1")
    )
    assert rows == [{"region": "K-3001 Halden", "alder": "0 år", "Personer 2021": 253}]
    assert table.title == "07459: Befolkning"
    assert said(table) == {
        "encoding": {"encoding": "cp1252"},
        "separator": {"separator": ";"},
        "skipped": {"lines": 1, "text": "07459: Befolkning", "where": "start"},
    }


def test_notes_below_the_table_are_no_rows(read):
    table, rows = read("region;2019;2020\n0301 Oslo;1;2\n1103 Stavanger;3;4\n\nKilde: SSB\n")
    assert [row["region"] for row in rows] == ["0301 Oslo", "1103 Stavanger"]
    assert kinds(table) == {"region": "text", "2019": "integer", "2020": "integer"}
    assert said(table)["skipped"] == {"lines": 1, "text": "Kilde: SSB", "where": "end"}


def test_codes_stay_as_they_stand_and_figures_become_numbers(read):
    table, rows = read("knr;andel;antall;merknad\n301; 12,5 ;1 234;a\n1101;:;.;\n1103;0,1;..;-\n")
    assert rows == [
        {"knr": "301", "andel": 12.5, "antall": 1234, "merknad": "a"},
        {"knr": "1101", "andel": None, "antall": None, "merknad": None},
        {"knr": "1103", "andel": 0.1, "antall": None, "merknad": None},
    ]
    assert kinds(table) == {"knr": "text", "andel": "real", "antall": "integer", "merknad": "text"}
    facts = said(table)
    assert facts["decimal_comma"] == {"columns": ("andel",)}
    assert facts["thousands"] == {"columns": ("antall",)}
    assert facts["codes"] == {"columns": ("knr",)}
    assert facts["missing"] == {"marks": ("-", ".", "..", ":"), "values": 4}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("kommunenr", "text"),
        ("Kommunenr. 2019", "text"),
        ("kommuneCode", "text"),
        ("grunnkrets_id", "text"),
        ("muni_num_2020", "text"),
        ("fylke_no", "text"),
        ("kommune", "text"),
        ("num_persons", "integer"),
        ("befolkning", "integer"),
        ("2019", "integer"),
        ("year", "integer"),
    ],
)
def test_a_name_tells_a_code_from_a_figure(read, name, kind):
    table, _ = read(f"x;{name}\na;301\nb;1101\n")
    assert kinds(table)[name] == kind


@pytest.mark.parametrize(
    ("cells", "kind", "first"),
    [
        (("0301", "1101"), "text", "0301"),
        (("1,5", "2"), "real", 1.5),
        (("1.5", "2"), "real", 1.5),
        (("1.234,5", "2,0"), "real", 1234.5),
        (("1\u00a0234,5", "2"), "real", 1234.5),
        (("1 234 567", "2"), "integer", 1234567),
        (("−3", "2"), "integer", -3),
        (("4.2E-3", "1"), "real", 0.0042),
        (("12345678901234567890", "1"), "text", "12345678901234567890"),
        (("1.2.2024", "2.2.2024"), "text", "1.2.2024"),
        (("12 Halden", "13"), "text", "12 Halden"),
        (("", "1"), "integer", None),
    ],
)
def test_each_way_to_write_a_figure(read, cells, kind, first):
    table, rows = read("x;v\n" + "".join(f"a;{cell}\n" for cell in cells))
    assert (kinds(table)["v"], rows[0]["v"]) == (kind, first)


def test_commas_between_columns_leave_english_thousands(read):
    _, rows = read('x,v,w\na,"1,234","1,234.5"\nb,5,"12.0"\n')
    assert rows[0] == {"x": "a", "v": 1234, "w": 1234.5}


def test_a_missing_header_is_made_and_said(read):
    table, rows = read("0301;Oslo\n1101;Eigersund\n")
    assert rows[0] == {"column_1": "0301", "column_2": "Oslo"}
    assert said(table)["header_made"] == {"columns": ("column_1", "column_2")}


def test_headers_get_names_of_their_own_and_empty_columns_go(read):
    table, rows = read("\ufeffNavn,navn,,fid,,\r\nA,B,C,7,,\r\n")
    assert rows == [{"Navn": "A", "navn_2": "B", "column_3": "C", "fid": 7}]
    facts = said(table)
    assert facts["renamed"] == {"columns": ("navn_2",)}
    assert facts["header_made"] == {"columns": ("column_3",)}
    assert facts["dropped"] == {"columns": 2}


def test_rows_may_be_shorter_than_the_header(read):
    table, rows = read('"code";"parentCode";"level";"name";"notes"\n"0301";"";"1";"Oslo"\n')
    assert rows[0]["notes"] is None
    assert said(table)["short_rows"] == {"rows": 1}


def test_a_single_column_of_codes_is_a_table(read):
    _, rows = read("kommunenummer\n0301\n1101\n")
    assert rows == [{"kommunenummer": "0301"}, {"kommunenummer": "1101"}]


def test_a_quotation_mark_that_never_ends_swallows_nothing(read):
    _, rows = read('a;b\n"x;1\n' + "y;2\n" * 40_000)
    assert len(rows) == 40_001


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_survive_every_encoding(read, encoding):
    _, rows = read("knr;navn\n0301;Sør-Østland\n".encode(encoding))
    assert rows[0]["navn"] == "Sør-Østland"


def test_a_cube_lies_with_places_down_and_figures_across(read):
    cube = {
        "version": "2.0",
        "class": "dataset",
        "label": "Folketall",
        "id": ["Tid", "Region"],
        "size": [2, 2],
        "role": {"geo": ["Region"]},
        "dimension": {
            "Region": {"category": {"index": {"1101": 1, "0301": 0}, "label": {"0301": "Oslo", "1101": "Eigersund"}}},
            "Tid": {"category": {"index": ["2020", "2021"]}},
        },
        "value": {"0": 10, "1": 20, "3": 40},
    }
    table, rows = read(json.dumps(cube), "tall.json")
    assert rows == [
        {"Region": "0301", "Region_name": "Oslo", "2020": 10, "2021": None},
        {"Region": "1101", "Region_name": "Eigersund", "2020": 20, "2021": 40},
    ]
    assert table.title == "Folketall"


def test_records_and_keyed_figures_are_tables_too(read):
    assert read('[{"kode": "0301", "n": 1}, {"kode": "1101", "m": 2.5}]', "a.json")[1][1] == {
        "kode": "1101",
        "n": None,
        "m": 2.5,
    }
    assert read('{"0301": 5, "1101": null}', "b.json")[1] == [{"key": "0301", "value": 5}, {"key": "1101", "value": None}]
    assert read('{"codes": [{"code": "0301"}], "n": 1}', "c.json")[1] == [{"code": "0301"}]


def test_a_workbook_gives_codes_as_text_and_lists_its_sheets(read, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Om"
    sheet = book.create_sheet("Tall 2024")
    for row in (("Kommunenr", "Andel", "Antall", "Navn"), (301, 12.5, 3.0, "Oslo"), (1101, None, 4, "Eigersund")):
        sheet.append(row)
    book.save(tmp_path / "tall.xlsx")
    table, rows = read(tmp_path / "tall.xlsx")
    assert rows == [
        {"Kommunenr": "301", "Andel": 12.5, "Antall": 3, "Navn": "Oslo"},
        {"Kommunenr": "1101", "Andel": None, "Antall": 4, "Navn": "Eigersund"},
    ]
    assert said(table)["sheet"] == {"name": "Tall 2024", "of": 2}
    assert table.sheets == sheets(tmp_path / "tall.xlsx") == ("Om", "Tall 2024")
    with pytest.raises(UnreadableTable) as caught:
        read(tmp_path / "tall.xlsx", sheet="Nei")
    assert caught.value.reason == "no_table"
    with pytest.raises(UnreadableTable):
        read(tmp_path / "tall.xlsx", sheet="Om")


def test_an_open_document_is_read_like_a_workbook(read, tmp_path):
    source = gdal.GetDriverByName("ODS").Create(str(tmp_path / "t.ods"), 0, 0, 0, gdal.GDT_Unknown)
    layer = source.CreateLayer("Ark")
    for name, kind in (("kommunenr", ogr.OFTInteger), ("andel", ogr.OFTReal)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField(0, 301)
    feature.SetField(1, 1.5)
    layer.CreateFeature(feature)
    del feature, layer, source
    assert read(tmp_path / "t.ods")[1] == [{"kommunenr": "301", "andel": 1.5}]


def test_the_largest_table_of_a_zip_is_read_and_said(read, tmp_path):
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("les.txt", "a;b\n")
        archive.writestr("tall.csv", "knr;n\n0301;1\n1101;2\n")
    table, rows = read(tmp_path / "t.zip")
    assert (len(rows), said(table)["member"]) == (2, {"name": "tall.csv", "of": 2})
    assert read(gzip.compress(b"knr;n\n0301;1\n"), "tall.csv.gz")[1] == [{"knr": "0301", "n": 1}]


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "a.csv", "empty"),
        (b"\n \n", "a.csv", "empty"),
        (b"knr;navn\n", "a.csv", "empty"),
        (b"<!DOCTYPE html><html></html>", "a.csv", "format"),
        (b"\x00\x01\x02" * 100, "a.csv", "encoding"),
        (b"PK\x03\x04 broken", "a.xlsx", "format"),
        (b"\xd0\xcf\x11\xe0 broken", "a.xls", "format"),
        (b"\x1f\x8b broken", "a.csv.gz", "format"),
        (b"{broken", "a.json", "format"),
        (b"[1, 2]", "a.json", "no_table"),
        (b'{"id": ["a"], "size": [2], "dimension": {"a": {"category": {"index": ["x"]}}}, "value": []}', "a.json", "format"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason_and_leaves_nothing(read, tmp_path, content, name, reason):
    with pytest.raises(UnreadableTable) as caught:
        read(content, name)
    assert caught.value.reason == reason
    assert {path.name for path in tmp_path.iterdir()} == {name}


def test_a_zip_without_tables_says_what_it_holds(read, tmp_path):
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("bilde.png", "x")
    with pytest.raises(UnreadableTable) as caught:
        read(tmp_path / "t.zip")
    assert (caught.value.reason, caught.value.words) == ("no_table", "bilde.png")


def test_a_file_that_is_gone_is_named(tmp_path):
    with pytest.raises(UnreadableTable):
        read_table(tmp_path / "gone.csv", tmp_path / "out.gpkg")


def test_a_target_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "a.csv").write_text("knr;n\n0301;1\n")
    (tmp_path / "file").write_text("")
    with pytest.raises(NotWritable):
        read_table(tmp_path / "a.csv", tmp_path / "file" / "out.gpkg")


def test_a_stopped_reading_leaves_the_former_table(read, tmp_path):
    read("knr;n\n0301;1\n")
    before = (tmp_path / "out.gpkg").read_bytes()
    asked = iter([False, True])
    with pytest.raises(Cancelled):
        read("knr;n\n0301;2\n", feedback=Feedback(is_cancelled=lambda: next(asked)))
    assert (tmp_path / "out.gpkg").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"tall.csv", "out.gpkg"}


def test_gdal_opens_what_was_written(read):
    table, _ = read("fid;knr;andel\n1;0301;0,5\n", "gpkg_tall 2024.csv")
    layer = gdal.OpenEx(str(table.path), gdal.OF_VECTOR)
    first = layer.GetLayerByName(table.layer)
    assert (table.layer, first.GetFeatureCount()) == ("table_gpkg_tall 2024", 1)
    assert first.GetNextFeature().items() == {"fid": 1, "knr": "0301", "andel": 0.5}


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.text(alphabet=';,\t"\n 01.:-aø{[', max_size=200).map(str.encode)),
    st.sampled_from(["", "PK\x03\x04", "{", "[", "\x1f\x8b"]),
)
def test_any_bytes_are_a_table_or_refused(tmp_path_factory, content, start):
    folder = tmp_path_factory.mktemp("any")
    (folder / "x.csv").write_bytes(start.encode("latin-1") + content)
    try:
        table = read_table(folder / "x.csv", folder / "x.gpkg")
        assert table.columns and table.rows
        assert len({column.name.casefold() for column in table.columns}) == len(table.columns)
    except InputError:
        assert not (folder / "x.gpkg").exists()


# --- the collected files --------------------------------------------------------------

# file: rows, the column with codes, its first value, a figure column
FILES = {
    "statistics/Personer2021.csv.zip": (38054, "region", "K-3001 Halden", "Persons 2021"),
    "statistics/Personer2005-2009.csv.zip": (50456, "region", "0101 Halden", "Persons 2009"),
    "statistics/Personerward2021.csv.zip": (10494, "region", "030100aa Oslo total", "Persons 2021"),
    "statistics/immigrants-2018-grunnkrets.json": (518, "key", "02190101", "western-share"),
    "statistics/grunnkrets_income_households.csv.zip": (26530, "grunnkrets_id", "14200105", "singles"),
    "statistics/grunnkrets_households_num_persons.csv.zip": (26009, "grunnkrets_id", "12010509", "singles"),
    "statistics/befolkning_kommune_2017.csv": (426, "kommunenummer", "0101", "befolkning"),
    "statistics/befolkning_kommune_2019.csv": (422, "kommunenummer", "0101", "befolkning"),
    "statistics/befolkning_kommune_2020.csv": (356, "kommunenummer", "0301", "befolkning"),
    "statistics/befolkning_kommune_2024.csv": (357, "kommunenummer", "0301", "befolkning"),
    "statistics/befolkning_kommune_2025.csv": (357, "kommunenummer", "0301", "befolkning"),
    "statistics/befolkning_delomrade_2025.csv": (1594, "delomradenummer", "03010100", "befolkning"),
    "statistics/07459-kommune-2021-jsonstat2.json": (359, "Region", "3001", "Persons 2021"),
    "awkward/ssb_kommune02.csv": (357, "kommuneCode", "301", ""),
    "awkward/ssb_grunnkrets02.csv.zip": (16368, "grunnkretsCode", "3010100", ""),
    "awkward/ssb_bydels02.csv": (42, "bydelCode", "30101", ""),
    "awkward/alle_kommunenummer_fra2013_til2020_wide.csv": (432, "kommunenummer_2020", "3001", ""),
    "awkward/kommunenummer_fra2013_til2020_long.csv": (486, "historisk_nummer", "0101", ""),
    "awkward/kommuner_med_endringer_fra2019_til2020.csv": (313, "kommuner_2019", "0101\u00a0–\u00a0Halden", "splittes"),
    "awkward/kommuner_med_endringer_fra2017_til2018.csv": (57, "kommuner_2017", "0702-Holmestrand", ""),
    "awkward/municipality_2011_2020_semicolon.csv": (436, "muni_num_2020", " 301", ""),
    "awkward/fylker-kommuner-2019-2020-alle.xlsx": (425, "Kommunenr. 2019", "101", ""),
    "awkward/regioninndeling-fylker-kommuner.csv": (518, "Kommunenr", "0101", ""),
    "awkward/kommuner-noheader.csv": (356, "column_1", "0301", ""),
    "awkward/name-variants.csv": (212, "kommunenummer", "0106", ""),
}


@pytest.mark.parametrize("name", FILES)
def test_every_collected_file_is_read(read, shared, name):
    count, code, first, figure = FILES[name]
    table, rows = read(shared / "data" / name)
    assert (table.rows, kinds(table)[code]) == (count, "text")
    assert rows[0][code].replace("–", "-").replace("\u00a0", "").replace(" - ", "-") == first.replace("\u00a0", "").replace(
        "–", "-"
    )
    assert not figure or kinds(table)[figure] in ("integer", "real")


def test_no_collected_file_is_forgotten(shared):
    found = {
        str(path.relative_to(shared / "data"))
        for part in ("statistics", "awkward")
        for path in (shared / "data" / part).iterdir()
    }
    assert found == set(FILES)


def test_official_sums_come_out(read, shared):
    _, rows = read(shared / "data/statistics/befolkning_kommune_2024.csv")
    assert sum(row["befolkning"] for row in rows) == 5544231
    _, rows = read(shared / "data/statistics/07459-kommune-2021-jsonstat2.json")
    assert sum(row["Persons 2021"] for row in rows) == 5391369


@pytest.mark.parametrize(
    ("name", "column", "matched"),
    [
        ("awkward/ssb_kommune02.csv", "kommuneCode", 356),
        ("statistics/07459-kommune-2021-jsonstat2.json", "Region", 356),
        ("awkward/kommuner-noheader.csv", "column_1", 356),
    ],
)
def test_a_layer_finds_the_tables_key_among_all_its_columns(read, shared, name, column, matched):
    _, kommuner = read(shared / "data/statistics/befolkning_kommune_2020.csv")
    table, rows = read(shared / "data" / name)
    texts = [column.name for column in table.columns if column.kind == "text"]
    sides = [KeySide.of_column({row[other]: 1 for row in rows}, title=other) for other in texts]
    layer = {field: [row[field] for row in kommuner] for field in ("kommunenummer", "kommunenavn", "befolkning")}
    first = best_key(layer, sides)[0]
    assert (first.field, first.side.title, first.score.matched_distinct) == ("kommunenummer", column, matched)


def test_reading_keeps_names_of_sheets_for_other_files_empty(shared):
    assert read_grid(shared / "data/awkward/kommuner-noheader.csv")[1] == ()

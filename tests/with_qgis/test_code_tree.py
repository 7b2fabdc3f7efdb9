"""The tree of codes: order, search, fillers, selection and open groups across searches."""

import datetime

import pytest
from fake_desk import GRUNNKRETSER, KOMMUNER
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.codes import Code, CodeList
from klasskart.ui.code_rows import CodeRows
from klasskart.ui.code_tree import CODE, NAME, CodeRole, CodeTreeModel, CodeTreeView
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QModelIndex, Qt

DAY = datetime.date(2024, 1, 1)


def rows_of(codes, classification=1):
    return CodeRows(CodeList(classification, DAY, tuple(codes)))


def names(rows, shown):
    """The shown tree as nested lists of codes."""
    return [
        [rows.codes[root].code, *[rows.codes[child].code for child in shown.children.get(root, [])]] for root in shown.roots
    ]


@pytest.fixture
def grunnkretser():
    return rows_of(GRUNNKRETSER)


@pytest.fixture
def kommuner():
    return rows_of(KOMMUNER, 131)


@pytest.fixture
def view(qgis_app):
    made = CodeTreeView()
    yield made
    made.deleteLater()


def show(view, rows, text=""):
    view.show_codes(rows, rows.search(text), searching=bool(text))


def test_grunnkretser_stand_below_their_delområde_and_fillers_last(grunnkretser):
    assert names(grunnkretser, grunnkretser.search()) == [
        ["03010900", "03010901", "03010902"],
        ["03011000", "03011001"],
        ["15150101"],
        ["03019900"],
    ]


def test_fillers_are_not_counted_and_not_found(kommuner):
    assert kommuner.search().total == 5
    assert kommuner.search("uoppgitt").hits == 0
    assert kommuner.search("9999").roots == []


@pytest.mark.parametrize("text", ["karasjok", "KÁRÁŠ", "kárášjohka", "5610", "56"])
def test_a_name_is_found_whatever_its_case_and_accents(kommuner, text):
    assert names(kommuner, kommuner.search(text)) == [["5610"]]


def test_a_number_is_the_beginning_of_a_code_not_its_middle(kommuner):
    assert names(kommuner, kommuner.search("15")) == [["1508"], ["1515"]]


def test_a_lost_zero_is_found(kommuner):
    assert names(kommuner, kommuner.search("301")) == [["0301"]]


def test_a_hit_keeps_what_is_below_it_and_its_way_to_the_top(grunnkretser):
    assert names(grunnkretser, grunnkretser.search("03010900")) == [["03010900", "03010901", "03010902"]]
    found = grunnkretser.search("marienlyst rode")
    assert names(grunnkretser, found) == [["03011000", "03011001"]]
    assert found.hits == 1, "the delområde is only the way to the hit"


def test_area_and_level_limit_the_list(grunnkretser):
    assert names(grunnkretser, grunnkretser.search(area=("1515",))) == [["15150101"]]
    assert grunnkretser.search(area=("03",)).total == 5
    assert names(grunnkretser, grunnkretser.search(level="1", area=("0301",))) == [["03010900"], ["03011000"], ["03019900"]]


def test_a_kommune_as_area_leaves_its_fylke_among_the_fylker():
    fylker = rows_of([Code("03", None, "1", "Oslo"), Code("15", None, "1", "Møre og Romsdal")], 104)
    assert names(fylker, fylker.search(area=("1515",))) == [["15"]]


def test_classifications_that_are_not_of_places_are_not_limited_by_the_area():
    trades = rows_of([Code("A", None, "1", "Jordbruk"), Code("01", "A", "2", "Jordbruk")], 6)
    assert trades.search(area=("0301",)).total == 2
    assert names(trades, trades.search()) == [["A", "01"]]


@given(st.text(max_size=12), st.sampled_from(["0000", "0301", "15"]), st.sampled_from(["", "1", "2"]))
def test_any_search_shows_every_hit_once_with_its_way_to_the_top(text, area, level):
    rows = rows_of(GRUNNKRETSER)
    shown = rows.search(text, (area,), level)
    listed = [*shown.roots, *(child for children in shown.children.values() for child in children)]
    assert len(listed) == len(set(listed)) >= shown.hits
    assert set(shown.children) <= set(listed)
    assert shown.hits <= shown.total


def test_the_model_answers_like_a_tree(qgis_app, grunnkretser, qgis_new_project):
    model = CodeTreeModel()
    model.show(grunnkretser, grunnkretser.search())
    majorstuen = model.index(0, CODE)
    rode = model.index(1, NAME, majorstuen)
    assert rode.data() == "Majorstuen Rode 2"
    assert rode.parent() == majorstuen
    assert model.rowCount(majorstuen) == 2
    assert model.rowCount(model.index(0, CODE, majorstuen)) == 0
    assert not model.index(9, CODE).isValid()
    assert not model.parent(QModelIndex()).isValid()
    assert model.index(3, CODE).data(CodeRole.FILLER) is True


def test_fillers_are_said_to_be_no_place_in_italics(qgis_app, kommuner):
    model = CodeTreeModel()
    model.show(kommuner, kommuner.search())
    last = model.index(model.rowCount() - 1, NAME)
    assert last.data() == "Uoppgitt – not a place"
    assert last.data(Qt.ItemDataRole.FontRole).italic()
    assert model.index(0, NAME).data(Qt.ItemDataRole.FontRole) is None


def test_the_first_column_says_the_whole_row_to_a_screen_reader(qgis_app):
    former = Code("1507", None, "1", "Ålesund", valid_from="2020-01-01", valid_to="2024-01-01")
    rows = CodeRows(CodeList(131, DAY, (former,), end=datetime.date(2025, 1, 1)))
    model = CodeTreeModel()
    model.show(rows, rows.search())
    assert model.index(0, CODE).data(Qt.ItemDataRole.AccessibleTextRole) == "1507 Ålesund, applies 1.1.2020–31.12.2023"
    assert model.index(0, 2).data() == "1.1.2020–31.12.2023"


def test_selection_and_open_groups_come_back_by_code(view, grunnkretser):
    show(view, grunnkretser)
    view.setExpanded(view.codes.index(0, 0), True)
    view.setCurrentIndex(view.codes.index(1, 0, view.codes.index(0, 0)))
    show(view, grunnkretser, "majorstuen")
    assert [code.code for code in view.selected_codes()] == ["03010902"]
    show(view, grunnkretser)
    assert view.isExpanded(view.codes.index(0, 0))
    assert not view.isExpanded(view.codes.index(1, 0)), "what only the search had opened is closed again"
    assert [code.code for code in view.selected_codes()] == ["03010902"]


def test_groups_of_hits_open_by_themselves(view, grunnkretser):
    show(view, grunnkretser, "marienlyst rode")
    assert view.isExpanded(view.codes.index(0, 0))


def test_copying_gives_codes_and_names_for_excel(view, kommuner):
    show(view, kommuner)
    view.selectAll()
    view.copy()
    assert QgsApplication.clipboard().text().splitlines()[:2] == ["0301\tOslo", "1508\tÅlesund"]

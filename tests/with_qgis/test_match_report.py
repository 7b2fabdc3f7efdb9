"""The report of a match, as its reader sees it: numbers that add up, groups in order, rows that say everything."""

import datetime

import pytest
from klasskart.core.changes import History
from klasskart.core.codes import KOMMUNE, Change, Code, CodeList
from klasskart.core.matching import KeySide, match
from klasskart.ui import match_words
from klasskart.ui.match_bars import MATCHED_ON_DARK, MATCHED_ON_LIGHT, Bar, Side, lengths
from klasskart.ui.match_groups import grouped
from klasskart.ui.match_model import BECAME, CODE, FEATURES, MatchModel
from klasskart.ui.match_report import MatchReportPanel, Reading
from qgis.PyQt.QtCore import QItemSelectionModel, Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester
from qgis.PyQt.QtWidgets import QLabel

DAY = datetime.date(2024, 1, 1)
Role = Qt.ItemDataRole

NAMES_2024 = {"0301": "Oslo", "1508": "Ålesund", "1580": "Haram", "3101": "Halden", "3118": "Indre Østfold", "9999": "Uoppgitt"}
CHANGES = (
    Change("3001", "Halden", "3101", "Halden", "2024-01-01"),
    Change("1507", "Ålesund", "1508", "Ålesund", "2024-01-01"),
    Change("1507", "Ålesund", "1580", "Haram", "2024-01-01"),
    Change("3014", "Indre Østfold", "3118", "Indre Østfold", "2024-01-01"),
)


def kommuner() -> CodeList:
    return CodeList(KOMMUNE, DAY, tuple(Code(code, None, "1", name) for code, name in NAMES_2024.items()))


def report_of(column):
    return match(column, kommuner(), History(CHANGES))


@pytest.fixture
def old_layer():
    """Codes of 2020–2023, one with a lost zero, one that is no code, one filler and one empty."""
    return report_of({"301": 1, "1507": 1, "3001": 1, "3014": 2, "abc": 1, "9999": 1, None: 3})


@pytest.fixture
def panel(qgis_app, old_layer):
    shown = MatchReportPanel()
    shown.resize(320, 900)
    shown.show()
    shown.show_reading(Reading(old_layer, DAY))
    qgis_app.processEvents()
    yield shown
    shown.close()


def row_texts(model, group):
    parent = model.index(group, 0)
    return [[model.index(row, column, parent).data() for column in range(3)] for row in range(model.rowCount(parent))]


# --- groups ---------------------------------------------------------------------------


def test_what_needs_a_choice_stands_first_and_codes_without_feature_last(old_layer):
    keys = [group.key for group in grouped(old_layer)]
    assert keys == ["split", "malformed", "no_code", "renumbered", "filler", "no_feature"]


def test_every_feature_without_code_stands_in_one_group(old_layer):
    features = sum(miss.features for group in grouped(old_layer) for miss in group.misses if miss.side == "feature")
    assert features == old_layer.unmatched_features == 9
    assert old_layer.matched + features == old_layer.features


def test_doubles_are_no_news_where_many_features_share_a_code():
    report = report_of({"0301": 40, "1508": 30})
    assert [group.key for group in grouped(report)] == ["no_feature"]


def test_a_code_twice_is_news_where_codes_are_expected_once():
    report = report_of({"0301": 2, "1508": 1, "1580": 1, "3101": 1, "3118": 1})
    assert [group.key for group in grouped(report)] == ["duplicate"]


def test_a_table_with_the_same_code_in_two_rows_says_so():
    report = match({"0301": 1}, KeySide.of_column({"0301": 2, "1508": 1}), day=DAY)
    assert [group.key for group in grouped(report)] == ["duplicate", "no_feature"]


# --- model ------------------------------------------------------------------------------


def test_the_model_keeps_qts_rules(qgis_app, old_layer):
    model = MatchModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_groups(grouped(old_layer), old_layer.side.names)
    model.show_groups((), {})
    assert tester.model() is model


def test_a_row_says_code_name_successors_and_features(panel):
    assert row_texts(panel.model, 0) == [["1507 Ålesund", "1508, 1580", "1"]]
    assert ["3014 Indre Østfold", "3118", "2"] in row_texts(panel.model, 3)


def test_screen_readers_hear_the_whole_row(panel):
    index = panel.model.index(0, CODE, panel.model.index(0, 0))
    words = index.data(Role.AccessibleTextRole)
    assert "1507 Ålesund" in words
    assert "applied until 31.12.2023" in words
    assert "1508 Ålesund and 1580 Haram" in words


def test_a_filler_is_never_called_a_missing_place(panel):
    heading = panel.model.index(4, CODE).data()
    assert heading.startswith("Not a place")
    assert row_texts(panel.model, 4)[0][CODE].startswith("9999")


def test_a_row_is_found_again_by_its_field_values(panel):
    assert [index.data() for index in panel.model.indexes_of(["1507", "no such"])] == ["1507 Ålesund"]
    assert [index.data() for index in panel.model.indexes_of([None])] == ["Empty"]


def test_five_thousand_rows_are_no_burden(qgis_app):
    report = report_of({f"x{number}": 1 for number in range(5000)})
    model = MatchModel()
    model.show_groups(grouped(report), report.side.names)
    assert model.rowCount(model.index(0, 0)) == 5000


# --- words ------------------------------------------------------------------------------


def test_the_headline_gives_the_numbers_and_the_day(panel):
    words = panel.headline.accessibleName()
    assert words == "1 of 10 features have a code that applies on 1.1.2024"
    assert "<b" in panel.headline.text()


def test_a_table_title_is_text_and_not_markup(qgis_app, old_layer):
    shown = MatchReportPanel()
    shown.show_reading(Reading(old_layer, DAY, "<img src=x>"))
    assert "<img" not in shown.headline.text()
    assert "<img src=x>" in shown.headline.accessibleName()


def test_cleaning_is_said_with_an_example(panel):
    assert "301 → 0301" in panel.cleaned.text()
    assert not panel.cleaned.isHidden()


def test_everything_matched_is_one_short_sentence():
    report = report_of({"0301": 1, "1508": 1})
    assert match_words.verdict(report, "1.1.2024") == "All 2 match 1.1.2024"
    assert match_words.verdict(report, "1.1.2024", "tall.csv") == "All 2 match “tall.csv”"


def test_nothing_matched_says_that_there_is_nothing_to_join():
    assert match_words.verdict(report_of({"abc": 4}), "1.1.2024").startswith("No codes match")


# --- diagnosis ----------------------------------------------------------------------------


def test_an_old_layer_is_told_from_when_it_is_with_a_day_that_helps(qgis_app):
    days = []
    shown = MatchReportPanel()
    shown.day_wanted.connect(days.append)
    shown.show_reading(Reading(report_of({"1507": 1, "3001": 1, "3014": 1}), DAY))
    assert not shown.diagnosis.isHidden()
    assert "2023 or earlier" in shown.diagnosis_words.text()
    assert shown.day_button.text() == "Use 1.1.2023"
    shown.day_button.click()
    assert days == [datetime.date(2023, 1, 1)]


def test_a_layer_of_the_day_gets_no_diagnosis(qgis_app):
    shown = MatchReportPanel()
    shown.show_reading(Reading(report_of({"0301": 1, "1508": 1}), DAY))
    assert shown.diagnosis.isHidden()


def test_after_the_join_nothing_is_pending(qgis_app, old_layer):
    shown = MatchReportPanel()
    shown.show_reading(Reading(old_layer, DAY), joined=True)
    assert shown.unchanged.isHidden()
    assert shown.diagnosis.isHidden()


# --- selecting ------------------------------------------------------------------------------


def test_choosing_a_group_chooses_its_rows(panel):
    chosen = []
    panel.rows_selected.connect(chosen.append)
    flags = QItemSelectionModel.SelectionFlag
    panel.tree.selectionModel().select(panel.model.index(3, CODE), flags.ClearAndSelect | flags.Rows)
    assert [miss.code for miss in chosen[-1]] == ["3001", "3014"]
    assert panel.show_button.isEnabled()


def test_codes_without_feature_have_nothing_to_show_on_the_map(panel):
    flags = QItemSelectionModel.SelectionFlag
    panel.tree.selectionModel().select(panel.model.index(5, CODE), flags.ClearAndSelect | flags.Rows)
    assert panel.chosen()
    assert not panel.show_button.isEnabled()
    assert not panel.select_button.isEnabled()


def test_features_selected_in_the_map_select_their_rows(panel):
    panel.select_values(["3001", None])
    assert {miss.value for miss in panel.chosen()} == {"3001", ""}


def test_the_first_group_that_needs_a_choice_is_open_and_unused_codes_are_closed(panel):
    assert panel.tree.isExpanded(panel.model.index(0, 0))
    assert not panel.tree.isExpanded(panel.model.index(5, 0))


# --- bars and size ----------------------------------------------------------------------------


def test_both_sides_share_one_scale():
    features, codes = lengths(Side(356, 242), Side(357, 242)), lengths(Side(357, 242), Side(356, 242))
    assert features[0] == codes[0]
    assert sum(codes) == pytest.approx(1.0)
    assert sum(features) < 1.0


def test_a_side_that_dwarfs_the_other_does_not_make_it_a_sliver():
    assert sum(lengths(Side(357, 357), Side(14462, 14462))) == pytest.approx(1.0)
    assert lengths(Side(0, 0), Side(0, 0)) == (0.0, 0.0)


def test_the_blue_follows_the_theme(qgis_app):
    words = QLabel("words")
    words.setStyleSheet("color: #eeeeee")
    words.show()
    assert Bar(words).colours()[0] == MATCHED_ON_DARK
    words.setStyleSheet("color: #101010")
    assert Bar(words).colours()[0] == MATCHED_ON_LIGHT


def test_the_bars_are_one_sentence_to_screen_readers(panel):
    assert panel.bars.accessibleName() == "1 of 10 features have a code, 1 of 5 codes have a feature."


def test_where_the_height_is_short_the_bars_fold_into_the_headline(qgis_app, panel):
    assert not panel.bars.isHidden()
    panel.resize(320, 300)
    qgis_app.processEvents()
    assert panel.bars.isHidden()
    assert "4 code" in panel.headline.text()
    panel.resize(320, 900)
    qgis_app.processEvents()
    assert not panel.bars.isHidden()


def test_the_number_of_features_has_a_column_where_it_says_something(panel):
    assert not panel.tree.isColumnHidden(FEATURES)
    panel.show_reading(Reading(report_of({"1507": 1}), DAY))
    assert panel.tree.isColumnHidden(FEATURES)
    assert not panel.tree.isColumnHidden(BECAME)


def test_everything_fits_in_280_pixels(panel):
    assert panel.minimumSizeHint().width() <= 280


def test_icon_buttons_have_names(panel):
    for button in (panel.show_button, panel.select_button, panel.save_button):
        assert button.text()
    assert panel.tree.accessibleName()


def test_what_codes_became_is_as_wide_as_its_words_and_the_name_gets_the_rest(panel):
    header, metrics = panel.tree.header(), panel.tree.fontMetrics()
    assert header.sectionSize(BECAME) >= metrics.horizontalAdvance("1508, 1580")
    narrow = header.sectionSize(BECAME)
    assert header.sectionSize(CODE) > narrow
    many = tuple(Change("1507", "Ålesund", str(code), "Del", "2024-01-01") for code in range(1508, 1540))
    panel.show_reading(Reading(match({"1507": 1}, kommuner(), History(many)), DAY))
    assert narrow < header.sectionSize(BECAME) <= panel.width() // 2

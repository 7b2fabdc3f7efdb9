"""The columns of other classifications on the Join page: found when looked for, ticked for the next layer, never in the way."""

import datetime

import pytest
from klasskart.core.errors import NoCorrespondence, Unreachable
from klasskart.ui.join_columns import ColumnsBox
from klasskart.ui.join_others import OthersBox
from klasskart.work.counterparts import Counterpart, Counterparts
from klasskart.work.joining import Attribute, Prepared
from qgis.PyQt.QtCore import Qt

DAY, OTHER_DAY = datetime.date(2024, 1, 1), datetime.date(2019, 1, 1)
GRUNNKRETS, BYDEL, FYLKE, REGION, CENTRALITY, KOMMUNE = 1, 103, 104, 108, 128, 131
POLICE = Counterpart(109, "Politidistrikt")
FOUND = Counterparts(
    (
        Counterpart(FYLKE, "Fylkesinndeling"),
        Counterpart(REGION, "Økonomiske regioner"),
        POLICE,
        Counterpart(128, "Sentralitet"),
    ),
    ("Opptaksområder 2026",),
)


@pytest.fixture
def box(qgis_app):
    """A box that is opened for kommuner; `asked` and `fetches` are what it wished for."""
    made = OthersBox()
    made.asked, made.fetches = [], []
    made.unknown.connect(lambda *moment: made.asked.append(moment))
    made.fetch_wanted.connect(lambda: made.fetches.append(made.wanted()))
    yield made
    made.deleteLater()


def prepared(classification=KOMMUNE, *attributes, day=DAY, holes=None, title=""):
    return Prepared("nr", classification, "1", day, None, attributes, title=title, holes=holes or {})


def fetched(number, **named):
    return [Attribute(f"to_{number}_code", **named), Attribute(f"to_{number}_name", **named)]


def usual(box):
    return [check.text() for check in box._boxes.values()]


def rows(box):
    return [item.text() for item in box._items(whole=True)]


def test_what_is_always_there_is_offered_before_klass_is_asked(box):
    box.show_prepared(prepared())
    assert usual(box) == ["fylke"]
    assert box.asked == []
    assert box.more.isHidden()


def test_klass_is_asked_once_and_only_where_somebody_looks(box):
    box.show_prepared(prepared())
    box.set_open(True)
    assert box.asked == [(KOMMUNE, DAY)]
    assert box.state.text() == "Looking for more in Klass …"
    box.show_found((KOMMUNE, DAY), FOUND, None)
    assert box.state.isHidden()
    box.set_open(False)
    box.set_open(True)
    box.show_prepared(prepared())
    assert len(box.asked) == 1
    box.show_prepared(prepared(day=OTHER_DAY))
    assert box.asked[1:] == [(KOMMUNE, OTHER_DAY)]


def test_the_usual_ones_come_first_by_plain_names_and_the_rest_in_a_list(box):
    box.show_prepared(prepared())
    box.show_found((KOMMUNE, DAY), FOUND, None)
    assert usual(box) == ["fylke", "economic region", "centrality"]
    assert box._boxes[REGION].toolTip() == "economic region (Klass 108)"
    assert box.more.text() == "More (1)"
    assert box.list.isHidden()
    box.more.setChecked(True)
    assert not box.list.isHidden()
    assert box.filter.isHidden()
    assert rows(box) == ["Politidistrikt", "Opptaksområder 2026"]
    assert box.list.item(1).flags() == Qt.ItemFlag.NoItemFlags
    assert "does not say" in box.list.item(1).toolTip()


def test_a_long_list_has_a_filter(box):
    box.show_prepared(prepared())
    many = tuple(Counterpart(300 + number, f"Inndeling {number}") for number in range(20))
    box.show_found((KOMMUNE, DAY), Counterparts(many), None)
    box.more.setChecked(True)
    assert not box.filter.isHidden()
    box.filter.setText("inndeling 19")
    assert [item.text() for item in box._items() if not item.isHidden()] == ["Inndeling 19"]


def test_what_is_ticked_is_fetched_and_what_is_unticked_is_not(box):
    box.show_prepared(prepared())
    box.show_found((KOMMUNE, DAY), FOUND, None)
    box._boxes[REGION].setChecked(True)
    box.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert box.fetches[-1] == {KOMMUNE: ("to:108", "to:109")}
    box.show_prepared(prepared(KOMMUNE, *fetched(REGION), *fetched(109)))
    assert box.ticked() == ("to:108", "to:109")
    assert box.names() == ["economic region", "Politidistrikt"]
    box._boxes[REGION].setChecked(False)
    box._boxes[REGION].setChecked(True)  # it is still there
    assert len(box.fetches) == 2


def test_what_was_ticked_stays_so_for_the_next_layer_where_it_is_there(box):
    box.show_prepared(prepared())
    box._boxes[FYLKE].setChecked(True)
    box.show_prepared(prepared(GRUNNKRETS))
    assert box.ticked() == ()
    assert usual(box) == ["bydel"]
    box.show_prepared(prepared(KOMMUNE, *fetched(FYLKE)))
    assert box.ticked() == ("to:104",)


def test_what_was_ticked_before_is_fetched_as_soon_as_it_is_found(box):
    box.show_prepared(prepared())
    box.show_found((KOMMUNE, DAY), FOUND, None)
    box.list.item(0).setCheckState(Qt.CheckState.Checked)
    box.show_prepared(prepared(GRUNNKRETS))
    before = len(box.fetches)
    box.show_found((GRUNNKRETS, DAY), Counterparts((POLICE,)), None)
    assert box.ticked() == ("to:109",)
    assert box.fetches[before:] == [{KOMMUNE: ("to:109",), GRUNNKRETS: ("to:109",)}]


@pytest.mark.parametrize(
    ("error", "words", "enabled"),
    [
        (NoCorrespondence(KOMMUNE, FYLKE, "1950-01-01"), "fylke, not on this date", False),
        (Unreachable("klass", "https://klass", "name"), "fylke, could not be fetched", True),
    ],
)
def test_what_can_not_be_had_stands_unticked_and_says_why(box, error, words, enabled):
    box.show_prepared(prepared())
    box._boxes[FYLKE].setChecked(True)
    box.show_prepared(prepared(holes={"to:104": error}))
    assert (usual(box), box.ticked(), box._boxes[FYLKE].isEnabled()) == ([words], (), enabled)
    box.show_prepared(prepared(KOMMUNE, *fetched(FYLKE)))  # and for the next layer it is there again
    assert (usual(box), box.ticked()) == (["fylke"], ("to:104",))


def test_a_column_that_is_empty_or_has_several_says_so(box):
    box.show_prepared(prepared())
    box.show_found((KOMMUNE, DAY), FOUND, None)
    box._boxes[FYLKE].setChecked(True)
    box._boxes[REGION].setChecked(True)
    box.show_prepared(prepared(KOMMUNE, *fetched(FYLKE, several=3), *fetched(REGION, empty=True)))
    assert usual(box)[:2] == ["fylke, 3 code(s) have several", "economic region, empty here"]
    assert box.ticked() == ("to:104",)


def test_names_in_another_language_than_asked_for_are_told_as_that(box):
    box.show_prepared(prepared())
    box._boxes[FYLKE].setChecked(True)
    box.show_prepared(prepared(KOMMUNE, *fetched(FYLKE, bokmal=True)))
    assert usual(box) == ["fylke, in bokmål"]
    box.show_prepared(prepared(KOMMUNE, *fetched(FYLKE, several=3, bokmal=True)))
    assert usual(box) == ["fylke, 3 code(s) have several"]
    assert box._boxes[FYLKE].toolTip() == "fylke (Klass 104), 3 code(s) have several, in bokmål"


def test_failed_and_none_are_told_apart_and_a_failure_can_be_tried_again(box):
    box.show_prepared(prepared(REGION))
    box.set_open(True)
    box.show_found((REGION, DAY), None, Unreachable("klass", "https://klass", "name"))
    assert box.state.text() == "Could not ask SSB which others there are."
    assert "No contact with" in box.state.toolTip()
    assert not box.again.isHidden()
    box.again.click()
    assert box.asked == [(REGION, DAY)] * 2
    assert box.again.isHidden()
    box.show_found((REGION, DAY), Counterparts(), None)
    assert box.state.text() == "SSB has no table from these codes to others on this date."


def test_an_answer_about_another_layer_is_kept_but_not_shown(box):
    box.show_prepared(prepared())
    box.show_found((REGION, DAY), Counterparts((POLICE,)), None)
    assert usual(box) == ["fylke"]
    box.set_open(True)
    box.show_prepared(prepared(REGION))
    assert rows(box) == ["Politidistrikt"]
    assert (REGION, DAY) not in box.asked


def test_a_table_of_the_users_own_has_none(box):
    box.set_open(True)
    box.show_prepared(prepared(KOMMUNE, Attribute("to_be_or_not"), title="Figurer"))
    assert box.isHidden()
    assert box.asked == []


def test_the_title_of_the_group_names_what_is_ticked(qgis_app):
    box = ColumnsBox("klass_")
    box.show_columns(prepared(KOMMUNE, Attribute("name")))
    box.others._boxes[FYLKE].setChecked(True)
    assert box.title() == "Columns: name, fylke"


def test_whoever_stands_on_a_row_stays_there_when_its_column_has_come(qgis_app):
    box = ColumnsBox("klass_")
    box.show_columns(prepared(KOMMUNE, Attribute("name")))
    check = box.others._boxes[FYLKE]
    box.show_columns(prepared(KOMMUNE, Attribute("name"), *fetched(FYLKE)))
    assert box.others._boxes[FYLKE] is check


def test_nynorsk_calls_a_grunnkrets_as_everywhere_else(box, speak):
    speak("nn")
    assert box.title("to_1_name") == "grunnkrins"
    assert box.title("to_131_code") == "kommune (kode)"

"""The life of a code in the dock: real reforms from the stand-in, drawn, told in words, and kept as pictures."""

import csv
import datetime
import xml.etree.ElementTree as ElementTree
from itertools import combinations

import pytest
from fake_desk import on_screen, served_desk, wait_for
from klasskart.core.codes import Change
from klasskart.core.errors import NotWritable
from klasskart.core.lineage import lineage
from klasskart.core.lives import ChangeGraph, Life, Lives
from klasskart.ui import lineage_words
from klasskart.ui.codes_page import CodesPage
from klasskart.ui.lineage_layout import Pen, Told, across
from klasskart.ui.lineage_panel import LineagePanel
from klasskart.work import change_graph
from klasskart.work.change_graph import KeptGraph
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QImage, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QGraphicsPathItem, QGraphicsSimpleTextItem
from standin import Standin

TODAY = datetime.date(2026, 10, 1)
KOMMUNE = 131
KEYS = ("oldCode", "oldName", "newCode", "newName", "changeOccurred")


@pytest.fixture(scope="module")
def standin():
    with Standin(today=TODAY) as served:
        yield served


@pytest.fixture
def desk(qgis_app, qgis_new_project, standin, tmp_path):
    standin.heal()
    made = served_desk(standin, tmp_path)
    yield made
    made.close()
    standin.heal()


@pytest.fixture
def page(desk):
    with on_screen(CodesPage(desk), 600, 700) as made:
        wait_for(lambda: made.tree.codes.rowCount() > 0 and not made.asked.waiting)
        yield made


def opened(page, code, day=datetime.date(2022, 1, 1)):
    page.drills.lineage.open(KOMMUNE, code, day)
    wait_for(lambda: page.drills.lineage.is_open and not page.desk.jobs.busy)
    panel = page.drills.lineage.panel
    wait_for(lambda: panel.view.width() <= page.width())  # laid out
    return panel


def texts(panel):
    items = panel.view.scene().items()
    return [item for item in items if isinstance(item, QGraphicsSimpleTextItem)]


def words(panel):
    return " | ".join(item.text() for item in sorted(texts(panel), key=lambda item: (item.y(), item.x())))


def find(panel, text):
    return next(item for item in texts(panel) if item.text() == text)


# --- what is drawn ------------------------------------------------------------------------


def test_alesund_is_told_in_one_sentence(page):
    panel = opened(page, "1507")
    assert panel.sentence.text() == (
        "1507 Ålesund, from 1.1.2020 (merged from 1504 Ålesund, 1523 Ørskog, 1529 Skodje, 1534 Haram and 1546 Sandøy), "
        "split on 1.1.2024 into 1508 Ålesund and 1580 Haram."
    )
    assert panel.view.accessibleDescription().startswith(panel.sentence.text())
    assert panel.view.accessibleName() == "Lineage of 1507 Ålesund"


def test_time_runs_from_left_to_right_where_there_is_room(page):
    panel = opened(page, "1507")
    assert not panel.view.is_rail
    before, day, asked, split, after = (
        find(panel, text) for text in ("1546 Sandøy", "1.1.2020", "1507 Ålesund", "1.1.2024", "1580 Haram")
    )
    assert before.x() < day.x() < asked.x() < split.x() < after.x()
    assert find(panel, "merged").x() < asked.x() < find(panel, "split").x()
    assert asked.font().bold()
    assert not after.font().bold()


def test_time_runs_downwards_in_a_narrow_dock_one_code_per_row(page):
    page.resize(320, 700)
    panel = opened(page, "1507")
    assert panel.view.is_rail
    rows = words(panel)
    order = [
        "1523 Ørskog",
        "1546 Sandøy",
        "1.1.2020 · merged",
        "1507 Ålesund",
        "1.1.2024 · split",
        "1508 Ålesund",
        "1580 Haram",
    ]
    assert sorted(order, key=rows.index) == order
    assert panel.view.scene().sceneRect().width() <= panel.view.viewport().width()


@pytest.mark.parametrize(("size", "is_rail"), [(10, False), (26, True)])
def test_what_could_not_be_read_at_once_from_left_to_right_runs_downwards(page, size, is_rail):
    page.resize(520, 700)
    panel = opened(page, "1507")
    font = panel.sentence.font()
    font.setPixelSize(size)
    panel.sentence.setFont(font)
    page.resize(540, 700)
    wait_for(lambda: panel.view.is_rail == is_rail)
    whole, room = panel.view.scene().sceneRect(), panel.view.viewport().width()
    assert whole.width() * panel.view.transform().m11() <= room + 1


def test_another_width_is_another_picture(page):
    panel = opened(page, "3014")
    across = panel.view.scene()
    page.resize(320, 700)
    wait_for(lambda: panel.view.scene() is not across)
    assert panel.view.is_rail


@pytest.mark.parametrize("width", [320, 700])
@pytest.mark.parametrize("code", ["1507", "3014", "3001", "5012", "0301"])
def test_no_words_lie_on_others(page, code, width):
    page.resize(width, 700)
    panel = opened(page, code)
    for _ in range(2):
        boxes = [(item.text(), item.sceneBoundingRect().adjusted(1, 1, -1, -1)) for item in texts(panel)]
        assert [(a[0], b[0]) for a, b in combinations(boxes, 2) if a[1].intersects(b[1])] == []
        if not panel.earlier.isVisible():
            break
        panel.earlier.click()
        wait_for(lambda: not page.desk.jobs.busy)


def test_five_kommuner_became_indre_ostfold_and_3001_is_no_merge(page):
    merge = opened(page, "3014")
    assert "(merged from 0122 Trøgstad, 0123 Spydeberg, 0124 Askim, 0125 Eidsberg and 0138 Hobøl)" in merge.sentence.text()
    assert merge.sentence.text().endswith("on 1.1.2024 given the new number 3118 Indre Østfold.")
    page.escape()
    plain = opened(page, "3001")
    assert plain.sentence.text() == (
        "3001 Halden, from 1.1.2020 (new number for 0101 Halden), on 1.1.2024 given the new number 3101 Halden."
    )
    assert "merged" not in words(plain)


@pytest.fixture(scope="module")
def recorded(shared):
    """Every kommune since 1838, and every change."""
    folder = shared / "recordings" / "klass" / "derived"
    with next(folder.glob("131_code-history_*.csv")).open(encoding="utf-8") as file:
        lives = [Life(row["code"], row["name"], "1", row["validFrom"], row["validTo"]) for row in csv.DictReader(file)]
    with next(folder.glob("131_changes_*.csv")).open(encoding="utf-8") as file:
        rows = [[row[key] or None for key in KEYS] for row in csv.DictReader(file)]
    return ChangeGraph(Lives(KOMMUNE, lives, sorted({life.start for life in lives})), [Change(*row) for row in rows])


def test_what_happened_on_a_day_to_neighbours_is_one_sentence(recorded):
    told = lineage_words.described(lineage(recorded, "1507", "2022-01-01", before=2))
    assert "On 1.1.1977, 1527 Ørskog became 1523 Ørskog and 1529 Skodje (split)." in told
    assert told.index("1.1.1965") < told.index("1.1.1977")


@pytest.mark.parametrize("code", ["1507", "5059", "5001", "4601", "1103", "3205"])
def test_brackets_of_one_day_do_not_run_into_each_other(recorded, code):
    """In 1965 Skodje and Stordal went to Ørskog, and beside them Vatne and Haram were rearranged: two brackets."""
    pen = Pen(lambda text, bold: 7.0 * len(text), 15.0, 11.0)
    life = lineage(recorded, code, "2024-06-01", before=None, after=None)
    told = Told([("1.1.1900",)] * len(life.dates), [""] * len(life.gaps))
    drawing = across(life, told, pen)
    upright = [
        stroke.points for stroke in drawing.strokes if stroke.style == "solid" and stroke.points[0][0] == stroke.points[1][0]
    ]
    assert upright
    for (first, second), (third, fourth) in combinations(upright, 2):
        assert first[0] != third[0] or second[1] < third[1] or fourth[1] < first[1]


def test_two_of_the_name_haram_meet_only_through_1507(page):
    panel = opened(page, "1580", datetime.date(2024, 6, 1))
    assert panel.sentence.text() == "1580 Haram, from 1.1.2024 (split from 1507 Ålesund), still applies."


def holed(words=""):
    lives = [Life("0001", "Vik", "1", "1990-01-01", "2000-01-01"), Life("0002", "Nes", "1", "2000-01-01", "")]
    changes = [Change("0009", "Ås", "0009", "Ås", "1990-01-01")]
    graph = ChangeGraph(Lives(KOMMUNE, lives, ("1990-01-01", "2000-01-01")), changes, {"2000-01-01": words} if words else {})
    return lineage(graph, "0002", "2001-01-01")


@pytest.mark.parametrize(
    ("refusal", "told"),
    [("No table", "SSB has no table for 1.1.2000."), ("", "SSB does not say what 0002 was before 1.1.2000.")],
)
def test_a_hole_in_klass_is_a_dashed_end_with_a_sentence(qgis_app, refusal, told):
    life = holed(refusal)
    assert lineage_words.described(life) == f"0002 Nes, from 1.1.2000 ({told[:-1]}), still applies."
    panel = LineagePanel()
    for width in (320, 700):
        panel.resize(width, 500)
        panel.show()
        panel.show_life(life)
        dashed = [
            item
            for item in panel.view.scene().items()
            if isinstance(item, QGraphicsPathItem) and item.pen().style() == Qt.PenStyle.DashLine
        ]
        assert len(dashed) == 1
        sentence = sorted((item for item in texts(panel) if item.text() in told), key=lambda item: item.y())
        assert " ".join(item.text() for item in sentence) == told
    panel.hide()
    panel.deleteLater()


# --- what its user does ----------------------------------------------------------------------


def renumbered_every_decade():
    """Nes, whose number was 0001 from 1900 on, 0002 from 1910 on … 0013 from 2020 on."""
    days = [f"{1900 + 10 * number}-01-01" for number in range(13)]
    lives = [Life(f"{n + 1:04}", "Nes", "1", day, end) for n, (day, end) in enumerate(zip(days, [*days[1:], ""]))]
    changes = [Change(f"{n:04}", "Nes", f"{n + 1:04}", "Nes", day) for n, day in enumerate(days) if n]
    return KeptGraph(ChangeGraph(Lives(KOMMUNE, lives, days), changes), datetime.datetime(2024, 1, 1))


def test_three_changes_each_way_are_drawn_and_the_rest_when_asked_for(page, monkeypatch):
    monkeypatch.setattr(change_graph, "graph", lambda *arguments, **named: renumbered_every_decade())
    panel = opened(page, "0006", datetime.date(1955, 1, 1))
    assert [item.text() for item in texts(panel) if item.text().endswith("Nes")] == [f"{n:04} Nes" for n in range(9, 2, -1)]
    assert (panel.earlier.text(), panel.later.text()) == ("Earlier (2)", "Later (4)")
    panel.earlier.click()
    wait_for(lambda: not panel.earlier.isVisible())
    assert find(panel, "0001 Nes")
    assert panel.later.isVisible()
    panel.later.click()
    wait_for(lambda: not panel.later.isVisible())
    assert find(panel, "0013 Nes")
    assert "On 1.1.1910, 0001 Nes became 0002 Nes (new number)." in panel.view.accessibleDescription()


def test_ctrl_and_the_wheel_zoom_zero_fits_again(page):
    view = opened(page, "1507").view
    fitted = view.transform().m11()
    middle = view.viewport().rect().center()
    event = QWheelEvent(
        QPointF(middle),
        QPointF(view.mapToGlobal(middle)),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(event)
    assert view.transform().m11() > fitted
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.transform().m11() == pytest.approx(fitted)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.transform().m11() == pytest.approx(fitted)
    assert view.shown().contains(view.scene().asked)


def test_the_button_is_for_one_selected_code_and_enter_opens_it_too(page):
    page.search.setText("halden")
    assert not page.drills.lineage_button.isEnabled()
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.drills.lineage_button.isEnabled()
    QTest.keyClick(page.tree, Qt.Key.Key_Return)
    wait_for(lambda: page.drills.lineage.is_open)
    assert page.drills.lineage.panel.sentence.text().startswith("3101 Halden, from 1.1.2024 (new number for 3001 Halden)")
    assert not page.primary.isVisible()
    assert page.filter_line() is None


def test_escape_closes_the_lineage_first_and_the_search_stays(page):
    page.search.setText("halden")
    opened(page, "3101")
    QTest.keyClick(page.drills.lineage.panel.view, Qt.Key.Key_Escape)
    assert not page.drills.lineage.is_open
    assert page.search.text() == "halden"
    assert page.primary.isVisible()
    assert page.drills.lineage_button.isVisible()


def test_a_number_of_the_past_is_two_clicks_from_its_life(page):
    page.search.setText("1507")
    wait_for(lambda: page.empty.isVisible() and page.empty.buttons)
    assert page.empty.buttons[0].text() == "Show Lineage"
    page.empty.buttons[0].click()
    wait_for(lambda: page.drills.lineage.is_open)
    assert page.drills.lineage.panel.sentence.text().startswith("1507 Ålesund, from 1.1.2020")


def test_who_gets_no_answer_reads_why_and_tries_again(page, standin):
    standin.break_next("/changes", status=500, times=9, body="Internal Server Error")
    page.drills.lineage.open(KOMMUNE, "1507", TODAY)
    wait_for(lambda: bool(page.notes.notes()))
    assert not page.drills.lineage.is_open
    assert page.notes.notes()[0].kind == "problem"
    standin.heal()
    page.notes.strips()[0].buttons[0].click()
    wait_for(lambda: page.drills.lineage.is_open)
    assert page.notes.notes() == []


def test_a_code_that_never_was_is_told_so(page):
    page.drills.lineage.open(KOMMUNE, "4242", TODAY)
    wait_for(lambda: bool(page.notes.notes()))
    assert page.notes.notes()[0].text == "Klass has never had a code 4242."


def test_every_control_can_be_reached_and_has_a_name(page):
    panel = opened(page, "1507")
    for widget in panel.tab_order():
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget
    assert [button.accessibleName() for button in (panel.fit, panel.save)] == ["Fit to the Panel", "Save Picture…"]


# --- pictures -----------------------------------------------------------------------------------


def test_an_svg_holds_the_words_the_caption_and_the_source(page, tmp_path):
    opened(page, "1507")
    page.drills.lineage.save(tmp_path / "1507.svg")
    wait_for(lambda: (tmp_path / "1507.svg").exists() and not page.desk.jobs.busy)
    tree = ElementTree.parse(tmp_path / "1507.svg")
    drawn = " ".join("".join(element.itertext()) for element in tree.iter("{http://www.w3.org/2000/svg}text"))
    for text in ("1507 Ålesund", "1534 Haram", "1.1.2024", "split", "Source: Statistics Norway, Klass 131."):
        assert text in drawn
    title = tree.find("{http://www.w3.org/2000/svg}title").text
    assert title == page.drills.lineage.panel.sentence.text()
    assert page.notes.notes()[-1].text == "The picture is saved as 1507.svg."


def test_a_png_is_drawn_on_white_in_any_theme(page, tmp_path):
    opened(page, "3014")
    page.drills.lineage.save(tmp_path / "3014.png")
    wait_for(lambda: (tmp_path / "3014.png").exists() and not page.desk.jobs.busy)
    image = QImage(str(tmp_path / "3014.png"))
    assert image.width() > 500
    assert image.pixelColor(1, 1).name() == "#ffffff"
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert {"#000000", "#0072b2"} <= colours
    assert image.text("Source").startswith("Source: Statistics Norway")


def test_a_folder_that_is_none_is_told(page, tmp_path):
    opened(page, "3014")
    (tmp_path / "file").write_text("", "utf-8")
    page.drills.lineage.save(tmp_path / "file" / "3014.png")
    wait_for(lambda: bool(page.notes.notes()))
    assert page.notes.notes()[0].kind == "problem"
    assert NotWritable.__name__ not in page.notes.notes()[0].text

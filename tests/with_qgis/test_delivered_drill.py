"""Save as Delivered: chosen in a drill-in of the Map page, told before and after, and nothing lost on the way."""

import datetime
import zipfile

import pytest
from fake_desk import on_screen, served_desk, wait_for
from klasskart.ui.layers_page import LayersPage
from klasskart.work import as_delivered
from qgis.PyQt.QtGui import QDesktopServices


@pytest.fixture
def desk(qgis_app, qgis_new_project, standin, tmp_path):
    made = served_desk(standin, tmp_path / "cache")
    made.settings.set("map/folder", str(tmp_path / "mine"))
    made.context.set_area(("0301",))
    yield made
    made.close()


@pytest.fixture
def page(desk):
    with on_screen(LayersPage(desk)) as made:
        yield made


def opened(page):
    page.boundaries.save.click()
    wait_for(lambda: page.files.panel.wanted() is not None)
    return page.files.panel


def choose(panel, form):
    row = panel.format.findText(form)
    panel.format.setCurrentIndex(row)
    panel.format.activated.emit(row)


def saved(page):
    page.run_primary()
    wait_for(lambda: any(note.key.startswith("delivered") for note in page.notes.notes()))
    wait_for(lambda: not page.desk.jobs.busy)
    return page.notes.notes()


def test_the_panel_says_what_of_and_offers_every_format(page):
    panel = opened(page)
    assert panel.headline.accessibleName() == "Administrative enheter kommuner"
    assert panel.where.text() == "0301 Oslo · 2026"
    assert [panel.format.itemText(row) for row in range(panel.format.count())] == ["GeoJSON", "GML", "FGDB", "SOSI", "PostGIS"]
    systems = [panel.crs.itemData(row) for row in range(panel.crs.count())]
    assert sorted(systems) == ["25832", "25833", "25835", "3035", "4258"]
    assert panel.crs.currentText().startswith("UTM 3")
    assert page.primary.text() == "Save 1 File(s)"


def test_what_qgis_can_not_open_is_said_before_the_download(page, standin, monkeypatch):
    monkeypatch.setattr(as_delivered, "readable", lambda plain: plain not in ("sosi", "postgis"))
    panel = opened(page)
    assert panel.format_words.text() == "QGIS opens this once it is unpacked."
    choose(panel, "SOSI")
    assert panel.format_words.text().startswith("This QGIS can't open SOSI. Choose another format")
    choose(panel, "PostGIS")
    assert "does not open it as a layer" in panel.format_words.text()
    assert [panel.crs.itemData(row) for row in range(panel.crs.count())] == ["25832", "25833", "25835"]
    assert not [request for request in standin.requests if request.path.endswith(".zip")]


def test_the_file_is_saved_and_its_folder_can_be_opened(page, tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    panel = opened(page)
    choose(panel, "GML")
    (note,) = saved(page)
    (path,) = (tmp_path / "mine").iterdir()
    assert zipfile.is_zipfile(path)
    assert "_GML.zip" in path.name
    assert note.text.startswith("1 file(s) are saved in ")
    assert note.details == path.name
    note.actions[0].run()
    assert shown[0].toLocalFile() == str(tmp_path / "mine")
    assert page.desk.settings.get("map/format") == "gml"
    assert not page.desk.project.mapLayers()


def test_files_that_are_there_stay_until_replacing_them_is_wished(page, tmp_path):
    opened(page)
    saved(page)
    (path,) = (tmp_path / "mine").iterdir()
    path.write_text("my notes")
    (note,) = saved(page)
    assert note.text == "1 file(s) of that name were there already and stay as they are."
    assert path.read_text() == "my notes"
    note.actions[0].run()
    wait_for(lambda: zipfile.is_zipfile(path))
    wait_for(lambda: [one.kind for one in page.notes.notes()] == ["success"])


def test_one_that_fails_is_named_and_can_be_tried_again(page, desk, standin, tmp_path):
    desk.context.set_area(("0301", "1103"))
    panel = opened(page)
    assert page.primary.text() == "Save 2 File(s)"
    standin.break_next("_1103_", status=404, times=9)
    done, hole = saved(page)
    assert done.text.startswith("1 file(s) are saved")
    assert hole.text == "1103 Stavanger (Rogaland) is missing. The rest is saved."
    assert "404" in hole.details
    standin.heal()
    hole.actions[0].run()
    wait_for(lambda: len(list((tmp_path / "mine").iterdir())) == 2)
    assert panel.files == 2


def test_what_is_on_offer_follows_the_form(page, desk):
    panel = opened(page)
    desk.context.set_area(("0000",))
    wait_for(lambda: panel.where.text() == "Whole country · 2026")
    page.boundaries.choose_unit("bydel")
    page.boundaries.changed.emit()
    wait_for(lambda: panel.headline.accessibleName() == "Statistiske enheter grunnkretser")
    assert "puts them together from grunnkretser" in panel.holds.text()
    desk.context.set_day(datetime.date(2021, 3, 1))
    wait_for(lambda: panel.where.text() == "Whole country · 2021")
    page.boundaries.choose_unit("kommunegrense")
    page.boundaries.changed.emit()
    wait_for(lambda: "areas as well as their borders" in panel.holds.text())


def test_where_geonorge_does_not_answer_nothing_can_be_saved_and_it_can_be_asked_again(page, standin):
    standin.break_next("/api/", status=503, times=99)
    page.boundaries.save.click()
    wait_for(lambda: page.notes.notes())
    assert page.files.panel.headline.accessibleName() == "Geonorge did not say what there is."
    assert not page.primary.isEnabled()
    standin.heal()
    page.notes.notes()[0].actions[0].run()
    wait_for(lambda: page.files.panel.wanted() is not None)
    assert page.primary.isEnabled()


def test_without_a_folder_nothing_can_be_saved(page):
    panel = opened(page)
    panel.folder.setFilePath("")
    assert not page.primary.isEnabled()
    assert page.primary.text() == "Save Files"


def test_cancel_keeps_what_is_whole_and_says_so(page, desk, standin, tmp_path):
    desk.context.set_area(("0301", "1103"))
    opened(page)
    standin.slow("_1103_", 500)
    page.run_primary()
    wait_for(lambda: (tmp_path / "mine").is_dir() and any(path.suffix == ".zip" for path in (tmp_path / "mine").iterdir()))
    desk.jobs.cancel("delivered")
    wait_for(lambda: page.notes.notes())
    (note,) = page.notes.notes()
    assert note.text.startswith("Stopped. 1 file(s) are saved in ")
    wait_for(lambda: len(list((tmp_path / "mine").iterdir())) == 1)


def test_back_gives_the_form_its_primary_again(page):
    opened(page)
    assert page.escape()
    assert page.primary.text() == "Get Boundaries"
    assert page.primary.isEnabled()
    assert not page.files.is_open


def test_every_part_can_be_reached_with_tab(page):
    panel = opened(page)
    order = page.tab_order()
    assert [widget for widget in panel.tab_order() if widget not in order] == []
    for widget in panel.tab_order()[1:]:
        assert widget.accessibleName(), widget

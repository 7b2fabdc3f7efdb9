"""The Open Data page over the stand-in's catalogues: a kommune is chosen, its data are listed, limited and looked at."""

import pytest
from fake_desk import TODAY, on_screen, served_desk, wait_for
from klasskart.core.errors import NotWritable
from klasskart.ui.opendata_page import OpenDataPage
from klasskart.work.opendata import GEONORGE
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from standin import Standin


@pytest.fixture(scope="module")
def server():
    with Standin(today=TODAY) as standin:
        yield standin


@pytest.fixture
def desk(qgis_app, qgis_new_project, server, tmp_path):
    server.heal()
    server.datanorge_limit.left = 20.0
    made = served_desk(server, tmp_path)
    made.services().http._sleep = lambda seconds: None  # trying again is not what these tests are about
    yield made
    made.close()
    server.heal()


@pytest.fixture
def page(desk):
    with on_screen(OpenDataPage(desk)) as made:
        yield made


def settled(page):
    wait_for(lambda: not page.desk.jobs.busy)


def of(page, number):
    """Choose a kommune and wait for all of its answers."""
    page.desk.context.set_area((number,))
    settled(page)
    return page


def titles(page):
    rows = page.view.rows
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def choose(page, title):
    page.view.setCurrentIndex(page.view.rows.index(titles(page).index(title), 0))
    return page.view.dataset()


# --- whose data


def test_it_begins_by_asking_for_a_kommune(page):
    assert page.empty.isVisible() and page.empty.headline.text() == "Whose data?"
    assert not page.primary.isEnabled() and not page.lines.isVisible() and not page.desk.jobs.busy


def test_several_kommuner_are_told_from_none(page):
    page.desk.context.set_area(("0301", "4601"))
    assert "one kommune" in page.empty.words.text() and not page.desk.jobs.busy


def test_a_kommune_of_the_area_is_asked_about_and_named(page):
    of(page, "3107")
    assert page.scope.currentText() == "Published by 3107 Fredrikstad"
    assert titles(page) == ["Badeplasser", "Kyststi"]


def test_oslo_may_be_chosen_as_a_fylke_too(page):
    assert "Trafikkmengde" in titles(of(page, "03"))


def test_a_number_of_before_a_reform_leads_to_todays_kommune(page):
    assert of(page, "3004").scope.currentText() == "Published by 3107 Fredrikstad"


def test_a_kommune_that_was_split_asks_which(page):
    of(page, "1507")
    assert [button.text() for button in page.empty.buttons] == ["1508 Ålesund", "1580 Haram"]
    page.empty.buttons[1].click()
    settled(page)
    assert page.desk.context.area == ("1580",) and page.scope.currentText() == "Published by 1580 Haram"


def test_nothing_is_asked_while_the_page_is_not_seen(page, server):
    page.hide()
    asked = len(server.requests)
    page.desk.context.set_area(("3107",))
    QTest.qWait(50)
    assert len(server.requests) == asked
    page.show()
    wait_for(lambda: len(titles(page)) == 2)


# --- the list


def test_what_can_be_mapped_comes_first_and_the_rest_says_why(page):
    of(page, "0301")
    found = titles(page)
    heading = next(place for place, title in enumerate(found) if title.startswith("Can't be put on the map"))
    assert found.index("Trafikkmengde") < heading < found.index("Planinnsyn")
    rows = page.view.rows
    second = {rows.index(row, 0).data(): rows.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(len(found))}
    assert second["Trafikk WMS"] == "WMS · 2.5.2024"
    assert second["Planinnsyn"].startswith("Web page only") and second["Ledningsnett"].startswith("Access is restricted")
    assert not rows.flags(rows.index(heading, 0)) & Qt.ItemFlag.ItemIsEnabled


def test_each_catalogue_has_a_line(page):
    of(page, "3107")
    assert page.lines.words()[:2] == ["Geonorge 1", "data.norge.no 1"] and page.lines.words()[2].endswith(" 2")


def test_words_limit_the_list_at_once_and_all_come_back(page):
    of(page, "0301")
    total = len(titles(page))
    page.search.setText("TRAFIKK wms")
    assert titles(page) == ["Trafikk WMS"] and page.count.text() == "1 of 11 data sets"
    page.search.setText("xyz")
    assert page.empty.isVisible() and "xyz" in page.empty.headline.text()
    page.empty.buttons[0].click()
    assert len(titles(page)) == total and page.search.text() == ""


def test_kind_licence_and_catalogue_limit_the_list(page):
    of(page, "0301")
    limits = page.limits
    limits.kind.setCurrentIndex(limits.kind.findData("wms"))
    limits.changed.emit()
    assert titles(page) == ["Trafikk WMS", "Trafikkmengde", "Turveier"]
    assert page.limits_words.text() == "WMS"
    limits.catalogue.setCurrentIndex(limits.catalogue.findData("csw"))
    limits.changed.emit()
    assert titles(page) == ["Turveier"]
    page.show_all()
    limits.kind.setCurrentIndex(limits.kind.findData("map"))
    limits.changed.emit()
    assert "Planinnsyn" not in titles(page) and "Bysykler" in titles(page)
    page.show_all()
    limits.licence.setCurrentIndex(limits.licence.findData("nlod"))
    limits.changed.emit()
    assert set(titles(page)) >= {"Bysykler"} and "Trafikk WMS" not in titles(page)


def test_the_newest_come_first_when_asked_for_and_that_is_remembered(page):
    of(page, "1103")
    page.limits.order.setCurrentIndex(1)
    page.limits.order.activated.emit(1)
    days = [one.updated for one in page.listed.mappable]
    assert days == sorted(days, reverse=True) and page.desk.settings.get("opendata/order") == "date"


def test_what_is_chosen_stays_chosen_while_more_is_heard(page, server):
    of(page, "3107")
    choose(page, "Kyststi")
    page._again()
    settled(page)
    assert page.view.dataset().title == "Kyststi"


def test_what_covers_the_kommune_is_a_second_list_with_publishers(page):
    of(page, "1818")
    page.show_covering()
    settled(page)
    assert "Havneområder" in titles(page) and len(page.lines.words()) == 1
    row = page.view.rows.index(titles(page).index("Havneområder"), 0)
    assert "Herøy kommune" in row.data(Qt.ItemDataRole.UserRole)


# --- nothing, and could not ask


def test_nothing_published_is_an_answer_with_a_next_step(page):
    of(page, "1151")
    assert page.empty.headline.text() == "Utsira has published nothing here."
    assert page.lines.words() == ["Geonorge nothing published", "data.norge.no nothing published"]
    assert page.empty.buttons[0].text() == "Show What Covers It"


def test_a_catalogue_that_is_down_is_named_the_rest_is_there_and_it_can_be_asked_again(page, server):
    server.break_next("/kartkatalog/", status=403, times=99)
    of(page, "3107")
    assert page.lines.words()[0] == "Geonorge said no (403)" and "Kyststi" in titles(page)
    (button,) = page.lines.buttons
    server.heal()
    asked = len(server.requests)
    button.click()
    settled(page)
    assert page.lines.words()[0] == "Geonorge 1" and not page.lines.buttons
    assert not any("/datanorge/search" in request.path for request in server.requests[asked:])


def test_all_down_is_told_apart_from_nothing_published(page, server):
    for part in ("/kartkatalog/", "/datanorge/", "/hub/"):
        server.break_next(part, status=403, times=99)
    of(page, "3107")
    assert page.empty.headline.text() == "No catalogue could be asked" and len(page.lines.buttons) == 3
    server.heal()
    page.empty.buttons[0].click()
    settled(page)
    assert titles(page) == ["Badeplasser", "Kyststi"]


def test_nothing_in_what_answered_does_not_say_that_nothing_is_published(page, server):
    server.break_next("/kartkatalog/", status=403, times=99)
    assert of(page, "1151").empty.headline.text() == "Nothing of Utsira in the catalogues that answered."


def test_first_rows_stand_there_while_a_slow_catalogue_is_waited_for(page, server):
    server.hang("/kartkatalog/")
    page.desk.context.set_area(("3107",))
    wait_for(lambda: page.asked.found is not None and len(page.asked.found.answers) == 2)
    assert "Kyststi" in titles(page)
    assert page.lines.words()[0] == "Geonorge asking …" and page.desk.jobs.busy and page.search.isEnabled()
    page.desk.jobs.cancel("opendata")
    settled(page)
    assert page.lines.words()[0] == "Geonorge not asked to the end" and "Kyststi" in titles(page)
    assert len(page.lines.buttons) == 1


def test_answers_about_another_kommune_are_dropped(page, server):
    server.hang("/kartkatalog/", times=1)
    page.desk.context.set_area(("0301",))
    wait_for(lambda: page.asked.found is not None)
    page.desk.context.set_area(("3107",))
    wait_for(lambda: page.asked.found is not None and not page.asked.waiting)
    server.heal()
    settled(page)
    assert page.scope.currentText() == "Published by 3107 Fredrikstad" and titles(page) == ["Badeplasser", "Kyststi"]


def test_what_goes_wrong_once_there_are_rows_is_told_and_the_rows_stay(page, monkeypatch):
    def broken(*_, **__):
        raise NotWritable("kept")

    monkeypatch.setattr("klasskart.ui.opendata_questions.completed", broken)
    of(page, "3107")
    (note,) = page.notes.notes()
    assert note.kind == "problem" and titles(page) == ["Badeplasser", "Kyststi"]


def test_records_that_could_not_be_asked_are_told_in_a_note(page, server):
    server.break_next("/geonetwork/", status=403, times=99)
    of(page, "0301")
    (note,) = page.notes.notes()
    assert "Geonorge" in note.text and len(page.asked.found.sources) == len(page.asked.found.answers)


# --- details


def test_enter_opens_what_is_told_of_a_data_set_and_esc_leads_back(page):
    of(page, "3107")
    choose(page, "Badeplasser")
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    panel = page.drill.panel
    assert panel.headline.accessibleName() == "Badeplasser"
    assert panel.chosen_way().kind == "arcgis" and panel.ways.count() == 4
    assert [button.text() for button in panel.links] == ["ArcGIS Hub", "Geonorge", "data.norge.no", "Licence"]
    assert page.escape() and page.drill.panel is None


def test_links_are_opened_in_the_browser_but_no_private_ones(page, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    of(page, "0301")
    choose(page, "Planinnsyn")
    page.open_details()
    next(button for button in page.drill.panel.links if "oslo" in button.text()).click()
    assert opened == ["https://od2.pbe.oslo.kommune.no/kart"]
    page.drill.open_link("http://192.168.1.1/")
    assert len(opened) == 1 and "private" in page.notes.notes()[-1].text


def test_what_is_heard_later_of_a_data_set_is_shown_where_it_is_looked_at(page, server):
    server.hang("/ckan/files/")
    page.desk.context.set_area(("5001",))
    wait_for(lambda: "Levekår" in titles(page) and page.asked.found is not None)
    wait_for(lambda: len(page.asked.found.answers) == 3)
    choose(page, "Levekår")
    page.open_details()
    assert "is not known" in page.drill.panel.why_not.text() and not page.primary.isEnabled()
    server.heal()
    settled(page)
    assert page.drill.panel.why_not.isHidden() and page.primary.isEnabled()


def test_a_list_about_another_kommune_closes_the_details(page):
    of(page, "3107")
    choose(page, "Kyststi")
    page.open_details()
    of(page, "0301")
    assert page.drill.panel is None


def test_beside_the_list_the_details_follow_it(page):
    page.resize(1000, 700)
    of(page, "3107")
    choose(page, "Badeplasser")
    page.open_details()
    assert page.panels.is_beside
    choose(page, "Kyststi")
    assert page.drill.dataset.title == "Kyststi"


# --- saving and copying


def test_the_rows_that_are_shown_are_saved_as_the_algorithm_would(page, tmp_path, monkeypatch):
    of(page, "0301")
    page.search.setText("trafikk")
    monkeypatch.setattr("klasskart.ui.opendata_menu.ask_path", lambda *_: tmp_path / "list.csv")
    page.menu.save()
    settled(page)
    lines = (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("title;publisher;kommune;catalogues;kind;url;licence;updated;identifier")
    assert len(lines) == 3 and "2 data set(s)" in page.notes.notes()[-1].text


def test_a_row_is_copied_with_its_address(page):
    of(page, "3107")
    choose(page, "Kyststi")
    QTest.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    title, address = QgsApplication.clipboard().mimeData().text().split("\t")
    assert title == "Kyststi" and address.endswith("/FeatureServer")


# --- keyboard


def test_down_from_the_filter_goes_to_the_first_row_and_esc_clears_it(page):
    of(page, "3107")
    page.search.setText("kyst")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.view.dataset().title == "Kyststi"
    assert page.escape() and page.search.text() == ""


def test_everything_can_be_named_and_reached(page):
    of(page, "3107")
    for widget in page.tab_order():
        assert widget.accessibleName() or getattr(widget, "text", str)()
    assert GEONORGE in page.asked.found.sources


# --- onto the map


def pieces(page):
    return [note.text for note in page.notes.notes()]


def added(page):
    return list(page.desk.project.mapLayers().values())


def add(page, title):
    choose(page, title)
    page.run_primary()
    settled(page)


def test_a_data_set_is_added_with_its_licence_and_removed_again(page):
    of(page, "5001")
    add(page, "Bytrær")
    (layer,) = added(page)
    assert layer.name() == "Bytrær" and layer.attribution().endswith("(NLOD)")
    assert pieces(page)[0].startswith("“Bytrær” is in the map.")
    page.notes.strips()[0].buttons[0].click()
    assert not added(page)


def test_a_table_with_codes_is_offered_to_be_joined(page):
    wanted = []
    page.desk.page_wanted.connect(lambda name, subject: wanted.append((name, subject)))
    of(page, "5001")
    add(page, "Levekår")
    (layer,) = added(page)
    (note,) = page.notes.notes()
    assert [action.text for action in note.actions] == ["Join…", "Remove Again"]
    page.notes.strips()[0].buttons[0].click()
    assert wanted == [("KlasskartJoinPage", layer.id())] and page.notes.notes()


def test_what_can_not_be_opened_is_told_with_other_ways_and_the_list_is_unharmed(page):
    of(page, "3107")
    add(page, "Badeplasser")  # whose service nobody has
    (note,) = page.notes.notes()
    assert note.kind == "problem" and [action.text for action in note.actions] == ["Try Again", "Other Ways…"]
    assert not added(page) and titles(page) == ["Badeplasser", "Kyststi"] and page.primary.isEnabled()
    page.notes.strips()[0].buttons[1].click()
    assert page.drill.dataset.title == "Badeplasser"


def test_a_private_address_behind_a_name_is_not_called(page):
    of(page, "1103")
    choose(page, "Internt nett")
    assert not page.primary.isEnabled() and "private" in page.primary.toolTip()


def test_layers_are_ticked_where_there_are_several(page, server, tmp_path):
    from klasskart.core.opendata import Dataset, Distribution

    of(page, "3107")
    way = Distribution(f"{server.url}/wms/skwms1/wms.adm_enheter2?service=WMS", "wms")
    dataset = Dataset("Grenser", ("geonorge",), ("x",), publisher="Kartverket", distributions=(way,), licence="CC BY 4.0")
    page.adding.add(dataset, way, "3107")
    settled(page)
    panel = page.adding.panel
    assert panel.list.count() > 2 and not page.primary.isEnabled() and page.primary.text() == "Add Layers"
    names = [panel.list.item(row).text() for row in range(panel.list.count())]
    panel.list.setCurrentRow(1)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert page.primary.isEnabled() and page.primary.text() == "Add 1 Layer(s)"
    page.run_primary()
    settled(page)
    (layer,) = added(page)
    assert layer.name() == names[1] and layer.isValid() and page.adding.panel is None


def test_a_restricted_data_set_can_be_tried_with_a_login(page):
    of(page, "0301")
    choose(page, "Ledningsnett")
    assert not page.primary.isEnabled() and "restricted" in page.primary.toolTip()
    page.desk.settings.set("services/authcfg", "abc1234")
    page.paint()
    assert page.primary.isEnabled()


def test_a_project_that_is_closed_meanwhile_gets_nothing(page, server):
    of(page, "5001")
    choose(page, "Bytrær")
    server.hang("/ckan/files/")
    page.run_primary()
    page.desk.project.clear()
    server.heal()
    settled(page)
    assert not added(page) and not page.adding.is_busy

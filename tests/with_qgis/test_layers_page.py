"""The Map page: what is asked of Geonorge, what is told afterwards, and map services."""

import datetime
import types

import pytest
from fake_desk import held, make_desk, on_screen, wait_for
from klasskart.clients.wms import parse_capabilities
from klasskart.clients.wmts import MatrixSet, WmtsLayer, WmtsService
from klasskart.core.errors import LayerBusy, OtherRoute, PartsLeftOut, Refused, UnknownArea, Unreachable
from klasskart.gis import layers, origins, renewing, styles
from klasskart.gis.jobs import Jobs
from klasskart.ui.layers_page import LayersPage
from klasskart.work import boundaries, renewal
from klasskart.work.boundary_file import BoundaryFile, BoundaryRequest
from qgis.core import QgsCoordinateReferenceSystem, QgsField, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QVariant
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QScrollArea, QToolButton

CAPABILITIES = b"""<?xml version="1.0"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms">
<Service><Name>WMS</Name><Title>Units</Title></Service>
<Capability><Request><GetMap><Format>image/jpeg</Format><Format>image/png</Format></GetMap></Request>
<Layer><Title>All</Title><CRS>EPSG:4326</CRS><CRS>EPSG:25833</CRS><CRS>EPSG:3857</CRS>
<Layer><Name>group</Name><Title>Kommuner</Title>
<Layer><Name>now</Name><Title>Kommuner now</Title><Style><Name>a</Name><Title>Thin</Title></Style>
<Style><Name>b</Name><Title>Thick</Title></Style></Layer>
<Layer><Name>then</Name><Title>Kommuner then</Title></Layer></Layer></Layer></Capability></WMS_Capabilities>"""


@pytest.fixture
def desk(qgis_app, qgis_new_project, tmp_path):
    made = make_desk(tmp_path, Jobs())
    made.fakes.wms = types.SimpleNamespace(
        administrative="https://wms.geonorge.no/skwms1/wms.adm_enheter2",
        capabilities=lambda address, feedback: parse_capabilities(CAPABILITIES, address),
    )
    years = [types.SimpleNamespace(uuid=str(year), year=year, title="Kommuner") for year in (2020, 2023)]
    made.fakes.kartkatalog = types.SimpleNamespace(
        historic=lambda dataset, feedback: years,
        record=lambda uuid, feedback: types.SimpleNamespace(updated=made.published),
    )
    made.published = "2025-12-10"
    yield made
    made.close()


@pytest.fixture
def page(desk):
    with on_screen(LayersPage(desk), 320, 600) as made:
        yield made


@pytest.fixture
def geonorge(monkeypatch, tmp_path):
    """Stands where `boundaries.fetch` is: remembers requests, and gives a file, an error or waits."""
    asked = types.SimpleNamespace(requests=[], error=None, gate=None, changes={}, warnings=[])

    def fetch(services, request, *, fresh=False, feedback):
        asked.requests.append(request)
        while asked.gate is not None and not asked.gate.wait(0.01):
            feedback.check()
        if asked.error:
            raise asked.error
        for warning in asked.warnings:
            feedback.warn(warning)
        facts = {
            "path": tmp_path / "kommuner.gpkg",
            "layer": "kommune",
            "unit": request.unit,
            "areas": request.areas,
            "vintage": request.vintage or 2026,
            "crs": "EPSG:25833",
            "title": "Kommuner",
            "sources": (),
            "fetched": "2026-11-20T10:00:00",
            "features": 357,
        }
        return BoundaryFile(**{**facts, **asked.changes})

    monkeypatch.setattr(boundaries, "fetch", fetch)

    def boundary_layer(file, project, **_):
        layer = QgsVectorLayer("Polygon?crs=EPSG:25833&field=kommunenummer:string", file.title, "memory")
        project.addMapLayer(layer)
        return layer

    monkeypatch.setattr(layers, "boundary_layer", boundary_layer)
    return asked


def told(page):
    wait_for(lambda: page.notes.notes())
    return page.notes.notes()


def test_the_kommuner_of_the_country_as_on_the_date_are_the_default(page, desk, geonorge):
    page.run_primary()
    told(page)
    request = geonorge.requests[0]
    assert (request.unit, request.areas, request.vintage, request.crs) == ("kommune", ("0000",), None, None)


def test_the_year_follows_the_date_until_another_is_typed(page, desk):
    desk.context.set_day(datetime.date(2021, 5, 17))
    assert page.boundaries.year.currentText() == "As the date (2021)"
    assert page.boundaries.request().vintage == 2021
    page.boundaries.year.setEditText("2019")
    page.boundaries.year.lineEdit().editingFinished.emit()
    assert page.boundaries.request().vintage == 2019
    desk.context.set_day(datetime.date(2023, 1, 1))
    assert page.boundaries.request().vintage == 2019


def test_what_is_no_year_puts_back_what_was_chosen(page):
    page.boundaries.year.setEditText("i fjor")
    page.boundaries.year.lineEdit().editingFinished.emit()
    assert page.boundaries.request().vintage is None
    assert page.boundaries.year.currentText() == "As the date (2026)"


def test_the_years_that_geonorge_has_are_asked_for_when_the_list_is_opened(page):
    page.boundaries.years_wanted.emit("kommune")
    wait_for(lambda: page.boundaries.year.count() > 1)
    years = [page.boundaries.year.itemData(row) for row in range(page.boundaries.year.count())]
    assert years == [None, 2026, 2023, 2020]


def test_where_no_file_can_be_had_a_live_layer_is_the_next_step(page, geonorge):
    geonorge.error = Unreachable("nedlasting", "https://nedlasting.geonorge.no", "connection")
    page.get(BoundaryRequest("fylke"))
    assert [action.text for action in told(page)[0].actions] == ["Try Again", "Add Live Layer"]


@pytest.mark.parametrize(
    "request_of_others",
    [
        BoundaryRequest("grunnkrets"),
        BoundaryRequest("kommune", vintage=2020),
        BoundaryRequest("kommune", coast="coast"),
    ],
)
def test_a_live_layer_is_not_offered_for_what_it_would_not_hold(page, geonorge, request_of_others):
    geonorge.error = Unreachable("nedlasting", "https://nedlasting.geonorge.no", "connection")
    page.get(request_of_others)
    assert [action.text for action in told(page)[0].actions] == ["Try Again"]


def test_a_live_layer_is_not_offered_where_the_wish_itself_was_wrong(page, geonorge):
    geonorge.error = UnknownArea("4699", 2026)
    page.get(BoundaryRequest("kommune", ("4699",)))
    assert [action.text for action in told(page)[0].actions] == ["Try Again"]


def test_that_the_usual_way_was_down_is_said_beside_the_outcome(page, geonorge):
    geonorge.warnings = [OtherRoute("order", "feed", "0301")]
    page.run_primary()
    assert "Geonorge's usual way was down" in told(page)[0].text


def test_the_year_to_come_is_listed_once_it_is_published_and_marked(page, desk):
    desk.published = "2026-12-09"
    page.boundaries.years_wanted.emit("kommune")
    wait_for(lambda: page.boundaries.year.count() > 1)
    box = page.boundaries.year
    assert (box.itemText(1), box.itemData(1), box.itemText(2)) == ("2027 (not yet valid)", 2027, "2026")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert page.boundaries.request().vintage == 2027


def test_a_division_that_is_not_valid_yet_is_said_to_be_so(page, geonorge):
    geonorge.changes = {"vintage": 2027}
    page.run_primary()
    assert "Not valid before" in told(page)[0].text


def test_borders_are_chosen_in_the_menu_and_clear_the_buttons(page):
    page.boundaries._units["fylkesgrense"].trigger()
    assert page.boundaries.request().unit == "fylkesgrense"
    page.boundaries._units["fylke"].click()
    assert page.boundaries.request().unit == "fylke"
    assert page.boundaries.more_units.text() == "More"


def test_delomrader_and_bydeler_are_chosen_in_the_menu(page):
    for unit, name in (("delomrade", "Delområder"), ("bydel", "Bydeler")):
        page.boundaries._units[unit].trigger()
        assert page.boundaries.request().unit == unit
        assert page.boundaries.more_units.text() == name
    page.boundaries._units["kommune"].click()
    assert page.boundaries.request().unit == "kommune"


def test_opening_with_a_unit_leaves_no_other_chosen(page):
    page.boundaries._units["kommune"].click()
    page.open_with("delomrade")
    assert page.boundaries.unit == "delomrade"
    page.open_with("grunnkrets")
    assert page.boundaries.unit == "grunnkrets"


def test_opening_with_a_unit_follows_the_date_again(page, desk):
    page.boundaries.year._choose(2019)
    desk.context.set_day(datetime.date(2023, 1, 1))
    page.open_with("kommune")
    assert page.boundaries.request().vintage == 2023


def test_what_was_left_out_is_said_beside_what_is_there(page, geonorge):
    geonorge.warnings = [PartsLeftOut("bydel", "grunnkrets", "03010101", 1)]
    geonorge.changes = {"unit": "bydel", "features": 15}
    page.boundaries._units["bydel"].trigger()
    page.run_primary()
    wait_for(lambda: len(page.notes.notes()) == 2)
    texts = [note.text for note in page.notes.notes()]
    assert any("15 bydel(er) are in the map." in text for text in texts)
    assert any("03010101" in text and text.startswith("Left out") for text in texts)


def test_the_coast_is_as_registered_until_it_is_chosen_and_then_remembered(page, desk):
    assert page.boundaries.request().coast == "sea"
    page.boundaries.coast.buttons["coast"].click()
    assert page.boundaries.request().coast == "coast"
    assert LayersPage(desk).boundaries.request().coast == "coast"


def test_languages_of_names_are_remembered_and_seen_in_layers_at_once(page, desk, tmp_path):
    fields = "field=kommunenummer:string&field=kommunenavn:string&field=administrativenhetnavn:string"
    layer = desk.project.addMapLayer(QgsVectorLayer(f"MultiPolygon?crs=EPSG:25833&{fields}", "Kommuner 2024", "memory"))
    facts = {"layer": "kommune", "unit": "kommune", "areas": ("0000",), "vintage": 2024, "crs": "EPSG:25833", "title": ""}
    origins.note(layer, BoundaryFile(path=tmp_path, sources=(), fetched="2024-06-01", features=357, **facts))
    styles.apply(layer, "kommune")
    names = page.boundaries.names
    assert names.currentText() == "Names in all languages"
    names.setCurrentIndex(names.findData("sami"))
    names.activated.emit(names.currentIndex())
    assert "'sme'" in layer.labeling().settings().fieldName
    assert LayersPage(desk).boundaries.names.currentText() == "Sámi names"


def test_done_says_where_the_coast_is_from(page, geonorge):
    geonorge.changes = {"coast": "N250 Kartdata"}
    page.run_primary()
    (note,) = told(page)
    assert note.text.endswith("Without sea: cut with the coastline of N250 Kartdata. © Kartverket")


def test_the_crs_suited_to_the_area_is_said(page, desk):
    assert page.boundaries.crs_words.text() == "UTM 33, suits the whole country"
    desk.context.set_area(("0301",))
    wait_for(lambda: page.boundaries.crs_words.text() == "UTM 32, suits the area")


def test_another_crs_may_be_chosen(page):
    page.boundaries.other_crs.setChecked(True)
    assert page.boundaries.request().crs == "EPSG:25833"


def test_ticking_kommuner_is_choosing_the_area_of_all_pages(page, desk):
    page.boundaries.choices.setCollapsed(False)
    box = page.boundaries.kommuner
    box.setCheckedItems([box.itemText(0), box.itemText(2)])
    assert desk.context.area == (box.itemData(0), box.itemData(2))
    assert page.boundaries.request().areas == desk.context.area
    desk.context.set_area(("0000",))
    assert box.checkedItems() == []


def test_done_says_how_many_of_when_and_whose_with_undo(page, geonorge):
    page.run_primary()
    (note,) = told(page)
    assert note.text == "357 kommune(r) are in the map. As of 1.1.2026. © Kartverket"
    assert [action.text for action in note.actions] == ["Join…", "Remove Again"]
    assert len(QgsProject.instance().mapLayers()) == 1
    page.notes.strips()[0].buttons[1].click()
    assert not QgsProject.instance().mapLayers()
    assert not page.notes.notes()


def test_join_opens_the_join_page_with_the_layer(page, desk, geonorge):
    wanted = []
    desk.page_wanted.connect(lambda *what: wanted.append(what))
    page.run_primary()
    told(page)
    page.notes.strips()[0].buttons[0].click()
    assert wanted == [("KlasskartJoinPage", next(iter(QgsProject.instance().mapLayers())))]


def test_what_was_there_before_is_said(page, geonorge):
    geonorge.changes = {"reused": True}
    page.run_primary()
    assert "You already had this, from 20.11.2026." in told(page)[0].text


def test_a_hole_is_named_beside_the_rest(page, geonorge):
    geonorge.changes = {"missing": ("0301",)}
    page.run_primary()
    wait_for(lambda: len(page.notes.notes()) == 2)
    assert page.notes.notes()[1].text == "0301 Oslo is missing. The rest is in the map."


def test_a_refusal_is_told_in_the_service_s_words_and_can_be_tried_again(page, geonorge):
    geonorge.error = Refused("nedlasting", "https://nedlasting.geonorge.no/api/order", 400, "Ugyldig")
    page.run_primary()
    (note,) = told(page)
    assert "Ugyldig" in note.text
    assert note.actions[0].text == "Try Again"
    geonorge.error = None
    page.notes.strips()[0].buttons[0].click()
    wait_for(lambda: page.notes.notes() and page.notes.notes()[0].kind == "success")


def test_nothing_is_started_twice_and_a_closed_project_gets_no_layer(page, geonorge):
    geonorge.gate = held()
    page.run_primary()
    wait_for(lambda: geonorge.requests)
    assert not page.primary.isEnabled()
    page.run_primary()
    QgsProject.instance().clear()
    wait_for(lambda: page.primary.isEnabled())
    assert len(geonorge.requests) == 1
    assert not QgsProject.instance().mapLayers()


def test_the_administrative_service_is_read_when_its_group_is_opened(page):
    page.services.setCollapsed(True)
    page.services.setCollapsed(False)
    wait_for(lambda: page.services.service is not None)
    assert page.services.service.url.endswith("wms.adm_enheter2")


def test_a_group_stands_for_the_layers_below_it(page):
    page.read_service("")
    wait_for(lambda: page.services.service is not None)
    tree = page.services.tree
    group = tree.model().index(0, 0, tree.model().index(0, 0))
    tree.setCurrentIndex(group)
    assert [layer.name for layer in tree.chosen_layers()] == ["now", "then"]
    assert page.services.add.text() == "Add 2 Layer(s)"


def test_style_crs_and_format_are_those_of_the_chosen_layer(page):
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    page.read_service("")
    wait_for(lambda: page.services.service is not None)
    tree = page.services.tree
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0, tree.model().index(0, 0))))
    page.services.style_box.setCurrentIndex(1)
    assert page.services.chosen() == ("b", "EPSG:3857", "image/png")


def test_a_service_that_fails_is_told_and_another_can_be_read(page, desk):
    page.services.setCollapsed(True)

    def fail(address, feedback):
        raise Unreachable("wms", address, "timeout", 10)

    works, desk.fakes.wms.capabilities = desk.fakes.wms.capabilities, fail
    page.read_service("")
    assert told(page)[0].kind == "problem"
    desk.fakes.wms.capabilities = works
    page.services.address.setEditText("https://wms.example.no/wms")
    page.services.read.click()
    wait_for(lambda: page.services.service is not None)
    assert desk.settings.get("map/wms") == "https://wms.example.no/wms"
    assert not page.notes.notes()


def test_layers_of_one_service_never_stand_below_the_address_of_another(page, desk):
    page.services.setCollapsed(False)
    wait_for(lambda: page.services.service is not None)
    desk.fakes.wms.capabilities = lambda address, feedback: (_ for _ in ()).throw(Unreachable("wms.example.org", "refused"))
    page.read_service("https://wms.example.org/wms")
    told(page)
    assert page.services.service is None
    assert page.services.tree.isHidden()


def test_an_empty_project_gets_map_services_in_norways_crs(page, desk):
    desk.project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    page.services.setCollapsed(False)
    wait_for(lambda: page.services.service is not None)
    page.services.tree.setCurrentIndex(page.services.tree.model().index(0, 0))
    page.services.tree.selectAll()
    assert page.services.crs_box.currentText() == "EPSG:25833"


def read(page, address):
    page.services.setCollapsed(True)
    page.read_service(address)
    wait_for(lambda: page.services.service is not None)


def listed(page):
    box = page.services.address
    return {box.itemText(row): box.itemData(row) for row in range(box.count())}


def test_the_known_services_stand_in_the_list(page):
    assert list(listed(page).values())[:3] == ["", "grunnkretser", "background"]
    page.services.address.setCurrentIndex(2)
    assert page.services.chosen_address() == "background"


def test_background_maps_are_read_as_tiles_and_keep_their_name_in_the_settings(page, desk):
    asked = []
    tiles = WmtsLayer("topo", "Topo", formats=("image/png",), sets=(MatrixSet("utm33n", "EPSG:25833"),))
    desk.fakes.wmts = types.SimpleNamespace(
        capabilities=lambda address, feedback: asked.append(address) or WmtsService(address, "Cache", layers=(tiles,))
    )
    desk.project.setCrs(QgsCoordinateReferenceSystem("EPSG:25834"))
    read(page, "background")
    assert asked == ["https://cache.kartverket.no/v1/service"]
    assert desk.settings.get("map/wms") == "background"
    assert page.services.chosen_address() == "background"
    assert page.services.redrawn.isHidden()
    page.services.tree.setCurrentIndex(page.services.tree.model().index(0, 0))
    assert page.services.crs_box.currentText() == "EPSG:25833"
    assert "EPSG:25834" in page.services.redrawn.text() and "EPSG:25833" in page.services.redrawn.text()
    desk.project.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    assert page.services.redrawn.isHidden()


def test_a_service_is_kept_as_a_favourite_and_taken_away_again(page, desk):
    read(page, "https://wms.example.no/wms")
    page.services.star.click()
    assert desk.settings.get("map/favourites") == "https://wms.example.no/wms Units"
    assert listed(page)["Units"] == "https://wms.example.no/wms"
    assert page.services.address.currentText() == "Units"
    assert page.services.chosen_address() == "https://wms.example.no/wms"
    assert page.services.star.accessibleName() == "Remove from Favourites"
    page.services.star.click()
    assert desk.settings.get("map/favourites") == ""
    assert "Units" not in listed(page)
    assert page.services.chosen_address() == "https://wms.example.no/wms"


def test_two_favourites_of_one_title_are_told_apart_by_their_addresses(page):
    page.keep_favourite("https://a.example.no/wms", "Kart", True)
    page.keep_favourite("https://b.example.no/wms", "Kart", True)
    assert {"https://a.example.no/wms", "https://b.example.no/wms"} <= set(listed(page))
    assert "Kart" not in listed(page)


def test_our_own_services_need_no_star(page):
    read(page, "")
    assert not page.services.star.isEnabled()
    assert page.services.star in page.tab_order()


def test_groups_are_reached_and_opened_by_keyboard(page):
    for group in (page.boundaries.choices, page.services):
        button = group.findChild(QToolButton, "collapseButton")
        assert button in page.tab_order() and button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert group.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert button.accessibleName() == group.title()
        before = group.isCollapsed()
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert group.isCollapsed() != before
    areas = page.findChildren(QScrollArea)
    assert not [area.parent().objectName() for area in areas if area.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_nothing_is_cut_in_280_pixels_also_with_large_text_and_everything_open(page):
    page.setStyleSheet("* { font-size: 13.5pt }")
    page.boundaries.choices.setCollapsed(False)
    page.services.setCollapsed(False)
    wait_for(lambda: page.services.service is not None)
    page.resize(280, 600)
    for area in page.findChildren(QScrollArea):
        assert area.widget() is None or area.widget().minimumSizeHint().width() <= area.viewport().width()


# --- newer boundaries --------------------------------------------------------------------


@pytest.fixture
def behind(monkeypatch, tmp_path):
    """Stands where newer boundaries are looked for and put behind layers; two layers of boundaries are in the project."""
    facts = {
        "path": tmp_path / "old.gpkg", "layer": "kommune", "unit": "kommune", "areas": ("0000",), "vintage": 2026,
        "crs": "EPSG:25833", "title": "Kommuner", "sources": (), "fetched": "2026-11-20", "features": 357,
    }  # fmt: skip
    state = types.SimpleNamespace(asked=[], replaced=[], answers=[], problem=None)
    for name in ("First", "Second", "Mine"):
        layer = QgsVectorLayer("Polygon?crs=EPSG:25833&field=kommunenummer:string", name, "memory")
        if name != "Mine":
            origins.note(layer, BoundaryFile(**{**facts, "areas": ("0000", name)}))
        QgsProject.instance().addMapLayer(layer)
    state.newer = BoundaryFile(**{**facts, "path": tmp_path / "new.gpkg"})

    def newer(services, file, feedback):
        state.asked.append(file.areas[1])
        answer = state.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def replace_data(project, layer_id, file):
        if state.problem:
            raise state.problem
        state.replaced.append(project.mapLayer(layer_id).name())
        return tmp_path / "old.gpkg"

    monkeypatch.setattr(renewal, "newer", newer)
    monkeypatch.setattr(renewing, "replace_data", replace_data)
    return state


def test_newer_boundaries_are_looked_for_in_the_whole_project(page, behind):
    behind.answers = [behind.newer, None]
    page.renew_button.click()
    (note,) = told(page)
    assert (note.kind, note.text) == ("success", "1 layer(s) now show newer boundaries. First")
    assert (sorted(behind.asked), behind.replaced) == (["First", "Second"], ["First"])
    assert [(deed.algorithm, deed.layer) for deed in page.desk.history.deeds()] == [("boundaries", "First")]


def test_that_nothing_is_newer_is_said(page, behind):
    behind.answers = [None, None]
    page.renew_button.click()
    assert told(page)[0].text == "There is nothing newer at Geonorge."
    assert behind.replaced == []


def test_newer_ones_can_be_looked_for_behind_one_layer(page, behind, desk):
    behind.answers = [None]
    (second,) = [layer.id() for layer in desk.project.mapLayers().values() if layer.name() == "Second"]
    page.open_with(("renew", (second,)))
    told(page)
    assert behind.asked == ["Second"]


def test_one_layer_that_could_not_be_looked_after_costs_only_itself(page, behind):
    behind.answers = [Unreachable("nedlasting", "https://nedlasting.geonorge.no", "connection"), behind.newer]
    page.renew_button.click()
    wait_for(lambda: len(page.notes.notes()) == 2)
    done, problem = page.notes.notes()
    assert (done.kind, problem.kind) == ("success", "problem")
    assert len(behind.replaced) == 1
    behind.answers = [None]
    problem.actions[0].run()
    wait_for(lambda: len(behind.asked) == 3)


def test_several_that_could_not_be_looked_after_are_named_together(page, behind):
    behind.answers = [Unreachable("nedlasting", "https://x", "connection"), Unreachable("nedlasting", "https://x", "name")]
    page.renew_button.click()
    (note,) = told(page)
    assert note.text.startswith("2 layer(s)")
    assert "First" in note.details
    assert "Second" in note.details


def test_a_layer_in_edit_mode_is_told_and_left(page, behind):
    behind.answers, behind.problem = [behind.newer, None], LayerBusy("First", "editing")
    page.renew_button.click()
    assert "being edited" in told(page)[0].text
    assert behind.replaced == []


def test_a_layer_with_columns_of_the_users_is_told_and_the_others_are_looked_after(page, behind, desk):
    (first,) = [layer for layer in desk.project.mapLayers().values() if layer.name() == "First"]
    first.dataProvider().addAttributes([QgsField("folketall", QVariant.Int)])
    first.updateFields()
    behind.answers = [behind.newer]
    page.renew_button.click()
    wait_for(lambda: len(page.notes.notes()) == 2)
    done, problem = page.notes.notes()
    assert done.text == "1 layer(s) now show newer boundaries. Second"
    assert "“First” has columns of your own (folketall)" in problem.text
    assert behind.asked == ["Second"]
    page.notes.clear()
    page.open_with(("renew", (first.id(),)))
    assert "columns of your own" in told(page)[0].text
    assert behind.asked == ["Second"]


def test_without_boundaries_in_the_project_there_is_nothing_to_look_for(page, desk):
    assert not page.renew_button.isEnabled()
    page.open_with(("renew", ("no such layer",)))
    assert told(page)[0].kind == "info"

"""Check and Change Codes on what analysts really have: numbers, nothing, garbage, layers being edited or taken away."""

import datetime
import types

import pytest
from fake_desk import on_screen
from klasskart.gis.jobs import Jobs
from klasskart.ui.desk import Desk
from klasskart.ui.join_page import JoinPage
from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from standin import Standin
from test_check_and_change import add_table, added, cells, layers, looked_into, page, radio  # noqa: F401
from test_join_page import Settings, settle, texts


@pytest.fixture(scope="module")
def served():
    with Standin(today=datetime.date(2026, 10, 1)) as standin:
        yield standin


def table_of(kind, values):
    return add_table([(value, number) for number, value in enumerate(values)], kind=kind)


@pytest.mark.parametrize("kind", ["integer", "int8", "double"])
def test_codes_that_became_numbers_are_read_and_mended(page, kind):  # noqa: F811
    layer = table_of(kind, [301, 1101, 3101])
    panel = looked_into(page, layer, "check")
    assert panel.headline.accessibleName().startswith("Kommuner")
    before = layers()
    panel.rows[0].button.click()
    settle(page)
    assert [row[0] for row in cells(added(before), "folk", "mended_code").values()] == ["0301", "1101", "3101"]


@pytest.mark.parametrize("kind", ["integer", "double"])
def test_codes_that_became_numbers_are_changed(page, kind):  # noqa: F811
    panel = looked_into(page, table_of(kind, [301, 3001, 1507]), "change")
    assert panel.headline.accessibleName() == "2 of 3 rows are settled"
    before = layers()
    page.run_primary()
    settle(page)
    assert list(cells(added(before), "folk", "new_code").values()) == [("0301",), ("3101",), (None,)]


@pytest.mark.parametrize("wish", ["check", "change"])
@pytest.mark.parametrize("values", [[], [None, None, None], ["", "  "], ["abc", "def"], ["3.14", "2.71"]])
def test_a_column_without_codes_is_told_in_one_sentence(page, wish, values):  # noqa: F811
    layer = QgsVectorLayer("NoGeometry?field=knr:string", "Uten koder", "memory")
    features = []
    for value in values:
        features.append(QgsFeature(layer.fields()))
        features[-1].setAttributes([value])
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    page.open_with((layer.id(), wish))
    settle(page)
    opened = getattr(page, wish).panel
    if opened is None:
        assert ["Uten koder" in text for text in texts(page)] == [True]
    else:  # Check may say what it is not
        assert wish == "check"
        assert opened.headline.accessibleName() == "No codes that Klass knows"
    assert layer.featureCount() == len(values)


@pytest.mark.parametrize("wish", ["check", "change"])
def test_ten_thousand_garbage_values_are_told_apart_from_the_codes(page, wish):  # noqa: F811
    values = [f"skrot {number}" for number in range(10_000)] + ["0301", "3001", "1101"] * 4_000
    layer = add_table([(value, 1_000 + number) for number, value in enumerate(values)])
    page.open_with((layer.id(), wish, "knr"))
    settle(page, 60)
    panel = getattr(page, wish).panel
    if wish == "check":
        lines = [row.label.text() for row in panel.rows]
        assert any(line.endswith("value(s) are not written as codes, such as skrot 0") for line in lines), lines
        panel.rows[0].button.click()
        settle(page)
        assert layer.selectedFeatureCount() == 10_000
    else:
        assert panel.headline.accessibleName().replace(",", "") == "12000 of 22000 rows are settled"
        assert "skrot 0" in " ".join(label.text() for label in panel.counts)


@pytest.mark.parametrize("wish", ["check", "change"])
def test_a_layer_removed_while_it_is_read_leaves_nothing_behind(page, wish):  # noqa: F811
    layer = table_of("string", ["0301", "3001"])
    page.open_with((layer.id(), wish))
    QgsProject.instance().removeMapLayer(layer.id())
    settle(page)
    assert not page.drills.is_open
    assert texts(page) == []


def test_a_layer_removed_while_it_is_mended_is_told(page):  # noqa: F811
    layer = table_of("integer", [301, 1101])
    panel = looked_into(page, layer, "check")
    panel.rows[0].button.click()
    QgsProject.instance().removeMapLayer(layer.id())
    assert sip.isdeleted(layer)
    settle(page)
    assert len(texts(page)) == 1
    assert not layers()


def test_a_layer_removed_while_its_codes_are_written_is_told(page):  # noqa: F811
    layer = table_of("string", ["0301", "3001"])
    looked_into(page, layer, "change")
    page.run_primary()
    QgsProject.instance().removeMapLayer(layer.id())
    settle(page)
    assert len(texts(page)) == 1
    assert not layers()


def test_unsaved_edits_are_read_and_stay_unsaved(page):  # noqa: F811
    layer = table_of("string", ["0301", "3001"])
    layer.startEditing()
    first = next(layer.getFeatures())
    layer.changeAttributeValue(first.id(), 0, "1507")
    panel = looked_into(page, layer, "change")
    radio(panel, "1580 Haram").click()
    before = layers()
    page.run_primary()
    settle(page)
    assert set(cells(added(before), "knr", "new_code").items()) == {("1507", ("1580",)), ("3001", ("3101",))}
    assert layer.isEditable()
    assert layer.isModified()
    layer.rollBack()
    assert set(cells(layer, "knr", "folk")) == {"0301", "3001"}


@pytest.mark.parametrize("wish", ["check", "change"])
def test_a_layer_that_cannot_be_written_to_is_no_hindrance(page, wish):  # noqa: F811
    layer = table_of("string", ["301", "3001", "1101"])
    layer.setReadOnly(True)
    panel = looked_into(page, layer, wish)
    before = layers()
    if wish == "check":
        panel.rows[0].button.click()
    else:
        page.run_primary()
    settle(page)
    assert added(before).featureCount() == 3
    assert set(cells(layer, "knr", "folk")) == {"301", "3001", "1101"}


def test_a_full_folder_is_told_and_can_be_tried_again(page):  # noqa: F811
    panel = looked_into(page, table_of("integer", [301, 1101]), "check")
    before = layers()
    nowhere = page.desk.config.cache_folder / "layers"
    nowhere.parent.mkdir(parents=True, exist_ok=True)
    nowhere.write_text("a file where a folder should be")
    panel.rows[0].button.click()
    settle(page)
    assert len(texts(page)) == 1
    assert layers() == before
    nowhere.unlink()
    page.notes.strips()[0].buttons[0].click()
    settle(page)
    assert len(layers() - before) == 1


# --- real files ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(shared):
    """The services with what Statistics Norway really answered."""
    with Standin(today=datetime.date(2026, 11, 21), real=shared) as standin:
        yield standin


@pytest.fixture
def real_page(qgis_new_project, real, tmp_path):
    iface = types.SimpleNamespace(mapCanvas=lambda: None, activeLayer=lambda: None)
    desk = Desk(iface, QgsProject.instance(), Settings(real, tmp_path / "cache"), Jobs())
    desk.context.set_day(datetime.date(2024, 1, 1))
    with on_screen(JoinPage(desk)) as made:
        yield made
    desk.close()


def real_layer(shared, path):
    layer = QgsVectorLayer(f"/vsizip/{shared / 'data' / path}" if path.endswith("zip") else str(shared / "data" / path))
    assert layer.isValid()
    layer.setName("Kommuner")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_a_real_file_of_2020_is_told_mended_and_carried_to_2024(real_page, shared):
    """Its codes are integers, as in most files of that year."""
    layer = real_layer(shared, "kommuner-fylker/2020/Kommuner-large.json.zip")
    panel = looked_into(real_page, layer, "check")
    assert panel.headline.accessibleName() == "Kommuner, 2020–2023"
    assert panel.counts.text() == "356 of 356 codes applied then."
    assert panel.old.text().startswith("114 code(s) do not apply on 1.1.2024")
    assert [row.label.text() for row in panel.rows] == ["1 code(s) lack the zero in front: 301 → 0301"]
    panel.change_button.click()
    settle(real_page)
    panel = real_page.change.panel
    assert panel.headline.accessibleName() == "355 of 356 rows are settled"
    radio(panel, "1508 Ålesund").click()
    before = layers()
    real_page.run_primary()
    settle(real_page)
    new = added(before)
    codes = {feature["new_code"] for feature in new.getFeatures()}
    assert len(codes) == 356
    assert {"0301", "3101", "1508"} <= codes
    assert new.geometryType() == layer.geometryType()


def test_a_real_file_that_matches_badly_offers_check_with_the_verdict(real_page, shared):
    real_page.desk.context.set_day(datetime.date(2019, 6, 1))
    real_page.show_layer(real_layer(shared, "kommuner-fylker/2020/Kommuner-large.json.zip"))
    settle(real_page)
    assert real_page.choices.verdict.button.text() == "Check"
    real_page.choices.verdict.button.click()
    settle(real_page)
    assert real_page.check.panel.change_button.text() == "Change to 2019 Codes"


def test_a_real_file_with_doubled_codes_tells_which(real_page, shared):
    layer = real_layer(shared, "kommuner-fylker/2020/kommuner-AdmEnheter41-nullgeom.json")
    panel = looked_into(real_page, layer, "check")
    assert panel.headline.accessibleName() == "Kommuner, 2020–2023"
    doubled = next(row for row in panel.rows if "more than once" in row.label.text())
    doubled.button.click()
    settle(real_page)
    assert layer.selectedFeatureCount() >= 2 * len(set(doubled.values)) > 0

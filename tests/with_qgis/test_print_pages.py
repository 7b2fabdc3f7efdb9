"""A page that is ready to print: everything on it is filled in, and whose it is stands there."""

import re
from pathlib import Path

import pytest
from klasskart.core.feedback import SILENT
from klasskart.gis import map_looks, map_styles, print_fit, print_pages
from klasskart.gis.print_pages import LANDSCAPE, PORTRAIT
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLayerMetadata,
    QgsLayoutExporter,
    QgsLayoutItemPicture,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

LAYOUTS = Path(print_pages.__file__).resolve().parents[1] / "resources" / "layouts"


@pytest.fixture
def project(qgis_new_project):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    return project


def kommuner(name="Kommuner 2024", values=(1.5, 2.5, 3.5, 8.0, None), credit="© Kartverket"):
    layer = QgsVectorLayer("Polygon?crs=EPSG:25833&field=ledige:double", name, "memory")
    features = []
    for place, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(place * 1e5, 6.5e6, place * 1e5 + 1e5, 7.2e6)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    if credit:
        metadata = QgsLayerMetadata()
        metadata.setTitle("Kommuner 2024")
        metadata.setLicenses(["CC BY 4.0"])
        layer.setMetadata(metadata)
        layer.setAttribution(credit)
    QgsProject.instance().addMapLayer(layer)
    return layer


def with_figures(layer):
    map_styles.note_source(layer, {"ledige": "Arbeidsledige (prosent)"}, "NAV, mai 2024")
    map_looks.show(layer, map_styles.reading(layer, ["ledige"])(SILENT), map_styles.COLOURS)
    return layer


def settings(*layers, width=600, height=800):
    found = QgsMapSettings()
    found.setLayers(list(layers))
    found.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:25833"))
    found.setOutputSize(QSize(width, height))
    found.setExtent(QgsRectangle(0, 6.5e6, 5e5, 7.2e6))
    return found


def rows(layout):
    """Give the words of the legend, in their order."""
    model = layout.itemById("legend").model()
    nodes = [node for tree in model.rootGroup().findLayers() for node in model.layerLegendNodes(tree)]
    return [node.data(0) for node in nodes]


def headings(layout):
    """Give the headings of the legend."""
    root = layout.itemById("legend").model().rootGroup()
    return [node.customProperty("legend/title-label") or node.name() for node in root.findLayers()]


def points(label):
    return label.textFormat().size() if hasattr(label, "textFormat") else label.font().pointSizeF()


@pytest.mark.parametrize("page", [PORTRAIT, LANDSCAPE])
def test_title_units_legend_scale_and_credit_are_filled_in(project, page):
    layer = with_figures(kommuner())
    layout = print_pages.new_page(project, settings(layer), page)
    assert layout.itemById("title").text() == "Arbeidsledige (prosent)"
    assert layout.itemById("subtitle").text() == "Kommuner 2024"
    assert layout.itemById("credits").text() == "Source: NAV, mai 2024\nKommuner 2024: © Kartverket, CC BY 4.0"
    assert headings(layout) == ["Arbeidsledige (prosent)"], "once: the layer stands below the title"
    assert rows(layout) == ["1.5 (1)", "2.5 (1)", "3.5 (1)", "8.0 (1)", "No value (1)"]
    assert layout.itemById("scalebar").unitLabel() == "km"
    assert layout.itemById("scalebar").linkedMap() is layout.itemById("map")
    assert layout.itemById("legend").linkedMap() is layout.itemById("map")
    assert layout.itemById("north").northMode() == QgsLayoutItemPicture.NorthMode.TrueNorth
    assert project.layoutManager().layoutByName("Arbeidsledige (prosent)") is layout


@pytest.mark.parametrize("page", [PORTRAIT, LANDSCAPE])
def test_the_map_shows_all_that_the_window_showed_and_nothing_lies_over_another_item(project, page):
    layer = with_figures(kommuner())
    layout = print_pages.new_page(project, settings(layer), page)
    assert layout.itemById("map").extent().contains(layer.extent())
    sheet = layout.pageCollection().page(0).sceneBoundingRect()
    names = ("title", "subtitle", "map", "legend", "scalebar", "north", "credits")
    places = {name: layout.itemById(name).sceneBoundingRect().adjusted(0.2, 0.2, -0.2, -0.2) for name in names}
    for name, place in places.items():
        assert sheet.contains(place), name
        assert [other for other in names if other != name and place.intersects(places[other])] == [], name


@pytest.mark.parametrize("page", [PORTRAIT, LANDSCAPE])
def test_the_usual_five_classes_stand_below_each_other(project, page):
    layer = with_figures(kommuner(values=[*(place / 10 for place in range(100)), None]))
    assert print_pages.new_page(project, settings(layer), page).itemById("legend").columnCount() == 1


def test_a_long_legend_takes_several_columns_rather_than_the_room_of_the_credit(project):
    layer = kommuner(values=[float(place % 20) for place in range(40)])
    figures = map_styles.reading(layer, ["ledige"])(SILENT)
    map_looks.show(layer, figures, map_styles.CATEGORIES)
    layout = print_pages.new_page(project, settings(layer, *map(kommuner, "BCDE")), PORTRAIT)
    legend, credit = layout.itemById("legend"), layout.itemById("credits")
    assert legend.columnCount() > 1
    assert not legend.sceneBoundingRect().intersects(credit.sceneBoundingRect())


@pytest.mark.parametrize("page", [PORTRAIT, LANDSCAPE])
def test_long_titles_are_written_smaller_until_all_of_them_is_there(project, page):
    title = "Andel sysselsatte 15–74 år med kort utdanning, bosatt i kommunen, 4. kvartal 2023, foreløpige tall (prosent)"
    layer = kommuner("Kommuner og bydeler")
    map_styles.note_source(layer, {"ledige": title}, "SSB")
    map_looks.show(layer, map_styles.reading(layer, ["ledige"])(SILENT), map_styles.COLOURS)
    usual = points(print_pages.new_page(project, settings(kommuner()), page).itemById("title"))
    layout = print_pages.new_page(project, settings(layer), page)
    assert layout.itemById("title").text() == title
    assert 9 <= points(layout.itemById("title")) < usual
    assert print_fit.fit_label(layout.itemById("title"), 9) == 0, "it fits"
    heading = headings(layout)[0]
    assert "\n" in heading and heading.replace("\n", " ").startswith(title)


@pytest.mark.parametrize("page", [PORTRAIT, LANDSCAPE])
def test_nothing_of_a_legend_with_long_words_leaves_the_page_and_counts_stay_with_them(project, page):
    names = [f"Overnattings- og serveringsvirksomhet, underliggende tjenester {place}" for place in range(8)]
    layer = QgsVectorLayer("Polygon?crs=EPSG:25833&field=ledige:string", "Næringer", "memory")
    for name in names:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 6.5e6, 5e5, 7.2e6)))
        layer.dataProvider().addFeatures([feature])
    project.addMapLayer(layer)
    map_looks.show(layer, map_styles.reading(layer, ["ledige"])(SILENT), map_styles.CATEGORIES)
    legend = print_pages.new_page(project, settings(layer), page).itemById("legend")
    sheet = legend.layout().pageCollection().page(0).sceneBoundingRect()
    assert sheet.contains(legend.sceneBoundingRect())
    words = rows(legend.layout())
    assert [row.replace("\n", " ") for row in words][:8] == [f"{name} (1)" for name in names]
    assert not [row for row in words if row.endswith("\n(1)")]


@pytest.mark.parametrize("count", ["(1234)", "(1\u00a0234)", "(12,345)"])
def test_a_count_is_not_left_alone_on_a_line_however_thousands_are_written(project, count):
    for words in range(3, 12):
        layer = kommuner(" ".join(["Gjesteharver", *["med"] * words, count]))
        layout = print_pages.new_page(project, settings(layer, kommuner()), LANDSCAPE, layer)
        assert not any(line.startswith("(") for text in headings(layout) for line in text.split("\n")), words


@pytest.mark.parametrize("page", [PORTRAIT, LANDSCAPE])
def test_many_owners_are_all_named_in_letters_that_can_be_read_and_the_map_makes_room(project, page):
    layers = [kommuner(f"Delområder i kommune {place}", credit=f"© Etaten for plan og kart {place}") for place in range(16)]
    layout = print_pages.new_page(project, settings(*layers), page)
    credit, shown = layout.itemById("credits"), layout.itemById("map")
    assert all(f"kart {place}" in credit.text() for place in range(16))
    assert points(credit) >= 5 and print_fit.fit_label(credit, 5) < 0.01
    names = ("map", "legend", "scalebar", "north", "credits")
    places = {name: layout.itemById(name).sceneBoundingRect().adjusted(0.2, 0.2, -0.2, -0.2) for name in names}
    assert [(a, b) for a in names for b in names if a < b and places[a].intersects(places[b])] == []
    usual = print_pages.new_page(project, settings(layers[0]), page).itemById("map").sizeWithUnits().height()
    assert shown.sizeWithUnits().height() <= usual


def test_the_page_keeps_the_layers_that_it_says_whose_they_are(project):
    layer = kommuner()
    layout = print_pages.new_page(project, settings(layer), PORTRAIT)
    kommuner("Etterpå", credit="© Andre")
    assert layout.itemById("map").keepLayerSet() and layout.itemById("map").layers() == [layer]


def test_layers_of_the_same_owner_share_a_line_and_ones_own_are_not_named(project):
    layers = [kommuner(), kommuner("Fylker 2024"), kommuner("Mine", credit=""), kommuner("Grunnkart", credit="© Andre")]
    assert print_pages.credit_lines(layers) == [
        "Kommuner 2024, Fylker 2024: © Kartverket, CC BY 4.0",
        "Grunnkart: © Andre, CC BY 4.0",
    ]


def test_a_layer_without_figures_gives_the_title_by_its_name(project):
    project.setTitle("Valg")
    layout = print_pages.new_page(project, settings(kommuner()), PORTRAIT)
    assert layout.itemById("title").text() == "Kommuner 2024"
    assert layout.itemById("subtitle").text() == "Valg"


def test_the_chosen_layer_gives_the_title(project):
    over, under = kommuner("Fylker 2024"), kommuner()
    layout = print_pages.new_page(project, settings(over, under), PORTRAIT, under)
    assert layout.itemById("title").text() == "Kommuner 2024"


def test_a_look_that_the_user_has_changed_is_not_ours_any_more(project):
    layer = with_figures(kommuner())
    layer.setRenderer(kommuner().renderer().clone())
    assert map_looks.shown(layer) == ("", "")
    layout = print_pages.new_page(project, settings(layer), PORTRAIT)
    assert layout.itemById("title").text() == "Kommuner 2024"


def test_every_page_has_a_name_of_its_own(project):
    layer = kommuner()
    names = [print_pages.new_page(project, settings(layer), PORTRAIT).name() for _ in range(3)]
    assert names == ["Kommuner 2024", "Kommuner 2024 2", "Kommuner 2024 3"]


def test_an_empty_project_gives_an_empty_page(project):
    layout = print_pages.new_page(project, settings(), PORTRAIT)
    assert layout.itemById("title").text() == "Map"
    assert layout.itemById("credits").text() == ""


def test_the_page_lies_as_the_map_does(project):
    broad = QgsRectangle(1e5, 6.6e6, 4e5, 6.7e6)
    tall, wide = settings(kommuner(), width=900, height=400), settings(kommuner())
    wide.setExtent(broad)
    wide.setOutputSize(QSize(900, 400))
    assert (print_pages.better_page(tall), print_pages.better_page(wide)) == (PORTRAIT, LANDSCAPE)


@pytest.mark.parametrize("page", [PORTRAIT, LANDSCAPE])
def test_the_page_is_printed_as_a_picture_and_as_pdf(project, page, tmp_path):
    layout = print_pages.new_page(project, settings(with_figures(kommuner())), page)
    exporter = QgsLayoutExporter(layout)
    picture = QgsLayoutExporter.ImageExportSettings()
    picture.dpi = 60
    assert exporter.exportToImage(str(tmp_path / "map.png"), picture) == QgsLayoutExporter.ExportResult.Success
    assert exporter.exportToPdf(str(tmp_path / "map.pdf"), QgsLayoutExporter.PdfExportSettings()) == 0
    image = QImage(str(tmp_path / "map.png"))
    assert (image.width() > image.height()) == (page == LANDSCAPE)
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert {"#ffffcc", "#a1dab4", "#41b6c4", "#225ea8"} <= colours


def test_a_saved_project_still_has_its_page_with_the_arrow(project, tmp_path):
    layer = kommuner()
    map_styles.note_source(
        layer, {"ledige": "Arbeidsledige av hele befolkningen mellom 15 og 74 år i prosent"}, "NAV, mai 2024"
    )
    map_looks.show(layer, map_styles.reading(layer, ["ledige"])(SILENT), map_styles.COLOURS)
    print_pages.new_page(project, settings(layer), LANDSCAPE)
    project.write(str(tmp_path / "kart.qgs"))
    project.clear()
    project.read(str(tmp_path / "kart.qgs"))
    layout = project.layoutManager().layouts()[0]
    assert layout.itemById("credits").text().startswith("Source: NAV")
    assert layout.itemById("map").layers()[0].name() == "Kommuner 2024"
    assert "\n" in headings(layout)[0], "lines stay lines"
    assert not layout.itemById("north").isMissingImage() if hasattr(layout.itemById("north"), "isMissingImage") else True


@pytest.mark.parametrize("page", [PORTRAIT, LANDSCAPE])
def test_templates_name_no_place_on_anybodys_machine(page):
    text = (LAYOUTS / f"a4-{page}.qpt").read_text("utf-8")
    assert not re.search(r"/(home|root|tmp|work|usr|Users)/|[A-Z]:\\", text)
    assert set(re.findall(r'file="([^"]*)"', text)) == {"north.svg"}

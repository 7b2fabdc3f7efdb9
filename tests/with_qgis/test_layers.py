"""Layers come into the project with names, dates, source, licence, credit and a style, and stay after reopening."""

import dataclasses
import datetime

import pytest
from klasskart.core.codes import Code, CodeList
from klasskart.core.dataset_record import Contact, DatasetRecord, Link
from klasskart.core.errors import BadFile, NotWritable
from klasskart.core.units import UNITS
from klasskart.gis import layers
from klasskart.work.boundary_file import BoundaryFile
from klasskart.work.routes import Source
from qgis.core import (
    NULL,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("qgis_app", "qgis_new_project")


@pytest.fixture
def project():
    return QgsProject.instance()


def boundary_file(folder, unit="kommune", **named):
    line = UNITS[unit].is_border
    fields = "field=objtype:string" if line else f"field={UNITS[unit].code_field}:string&field={UNITS[unit].name_field}:string"
    made = QgsVectorLayer(f"{'LineString' if line else 'MultiPolygon'}?crs=EPSG:25832&{fields}", unit, "memory")
    feature = QgsFeature(made.fields())
    feature.setAttributes(["Grense"] if line else ["0301", "Oslo"])
    shape = (
        "LINESTRING(0 0, 1 1)" if line else "MULTIPOLYGON(((600000 6640000, 610000 6640000, 610000 6650000, 600000 6640000)))"
    )
    feature.setGeometry(QgsGeometry.fromWkt(shape))
    made.dataProvider().addFeatures([feature])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = unit
    path = folder / f"{unit}.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), QgsCoordinateTransformContext(), options)
    given = {
        "path": path,
        "layer": unit,
        "unit": unit,
        "areas": ("0301",),
        "vintage": 2024,
        "crs": "EPSG:25832",
        "title": "Administrative enheter kommuner",
        "sources": (Source("https://nedlasting.geonorge.no/geonorge/x.zip", "", "Wed, 10 Dec 2025 00:00:00 GMT", 10),),
        "fetched": "2024-06-01",
        "features": 1,
    }
    return BoundaryFile(**{**given, **named})


def test_boundaries_are_named_by_unit_year_and_area(tmp_path, project):
    file = boundary_file(tmp_path)
    assert layers.boundary_layer(file, project).name() == "Kommuner 2024 (0301)"
    assert layers.boundary_title(boundary_file(tmp_path, areas=("0000",))) == "Kommuner 2024"
    assert layers.boundary_title(boundary_file(tmp_path, areas=("0301", "32"), missing=("32",))) == "Kommuner 2024 (0301)"


def test_boundaries_that_are_not_valid_yet_say_so_in_their_name(tmp_path):
    file = boundary_file(tmp_path, vintage=2025, fetched="2024-12-20")
    assert layers.boundary_title(file) == "Kommuner 2025 (0301), not valid before 1.1.2025"


def test_boundaries_carry_licence_credit_dates_and_source(tmp_path, project):
    layer = layers.boundary_layer(boundary_file(tmp_path), project)
    metadata = layer.metadata()
    assert metadata.licenses() == ["CC BY 4.0"]
    assert metadata.rights() == ["© Kartverket"]
    assert layer.attribution() == "© Kartverket"
    assert "1.1.2024" in metadata.abstract()
    assert any("1.6.2024" in line for line in metadata.history())
    assert "https://nedlasting.geonorge.no/geonorge/x.zip" in [link.url for link in metadata.links()]
    assert metadata.crs().authid() == layer.crs().authid() == "EPSG:25832"
    (time,) = metadata.extent().temporalExtents()
    assert time.begin().date().toString("yyyy-MM-dd") == "2024-01-01"
    assert metadata.extent().spatialExtents()[0].bounds.xMinimum() == 600000


def test_boundaries_without_sea_say_so_and_by_what(tmp_path, project):
    cut = boundary_file(tmp_path, coast="N250 Kartdata", coast_url="https://nedlasting.geonorge.no/n250.zip")
    layer = layers.boundary_layer(cut, project)
    assert layer.name() == "Kommuner 2024 without sea (0301)"
    assert "cut with the coastline of N250 Kartdata" in layer.metadata().abstract()
    assert layer.metadata().licenses() == ["CC BY 4.0"]
    assert "https://nedlasting.geonorge.no/n250.zip" in [link.url for link in layer.metadata().links()]
    own = boundary_file(tmp_path, coast="Norske fylker og kommuner illustrasjonsdata 2020", own_coast=True)
    assert layers.open_boundaries(own).metadata().licenses() == ["CC0 1.0"]


def test_what_is_put_together_credits_whose_names_it_has(tmp_path, project):
    layer = layers.boundary_layer(boundary_file(tmp_path, "bydel"), project)
    assert "© Kartverket" in layer.metadata().rights()
    assert any("SSB" in holder for holder in layer.metadata().rights())
    assert "Put together from grunnkretser" in layer.metadata().abstract()


ABOUT = DatasetRecord(
    "041f1e6e",
    "Administrative enheter kommuner",
    "Alle kommuner i Norge.",
    (Contact("Kartverket", "owner"),),
    revised="2025-12-10",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    terms=("Oppgi Kartverket som kilde.",),
    links=(Link("", "GEONORGE:DOWNLOAD", "https://nedlasting.geonorge.no/api/capabilities/"),),
    keywords=("Kommuner",),
)


def test_what_the_owner_says_stands_after_what_the_layer_is(tmp_path, project):
    metadata = layers.boundary_layer(boundary_file(tmp_path, about=ABOUT, dataset="041f1e6e"), project).metadata()
    ours, theirs = metadata.abstract().split("\n\n")
    assert ours.endswith("© Kartverket, CC BY 4.0.") and theirs == "Alle kommuner i Norge."
    assert (metadata.title(), metadata.identifier()) == ("Kommuner 2024 (0301)", "041f1e6e")
    assert [(one.organization, one.role, one.name, one.email) for one in metadata.contacts()] == [
        ("Kartverket", "owner", "", "")
    ]
    assert [one.constraint for one in metadata.constraints()] == ["Oppgi Kartverket som kilde."]
    assert metadata.keywords() == {"Geonorge": ["Kommuner"]}
    assert metadata.history()[-1] == "Data set revised on 10.12.2025"
    addresses = [link.url for link in metadata.links()]
    assert addresses[0] == "https://kartkatalog.geonorge.no/metadata/uuid/041f1e6e"
    assert {"https://creativecommons.org/licenses/by/4.0/", "https://nedlasting.geonorge.no/api/capabilities/"} <= set(
        addresses
    )
    assert metadata.crs().authid() == "EPSG:25832" and metadata.extent().spatialExtents()


def test_a_licence_that_the_owner_changes_is_the_layers(tmp_path, project):
    about = dataclasses.replace(ABOUT, licence="NLOD 2.0")
    assert layers.boundary_layer(boundary_file(tmp_path, about=about), project).metadata().licenses() == ["NLOD 2.0"]


def test_boundaries_keep_credit_style_and_name_in_a_saved_project(tmp_path, project):
    layers.boundary_layer(boundary_file(tmp_path), project)
    project.write(str(tmp_path / "project.qgz"))
    project.clear()
    project.read(str(tmp_path / "project.qgz"))
    (layer,) = project.mapLayers().values()
    assert layer.isValid()
    assert (layer.name(), layer.metadata().licenses(), layer.labelsEnabled()) == ("Kommuner 2024 (0301)", ["CC BY 4.0"], True)


def test_a_file_that_is_damaged_is_told_and_nothing_is_added(tmp_path, project):
    file = boundary_file(tmp_path)
    file.path.write_bytes(b"no database")
    with pytest.raises(BadFile):
        layers.boundary_layer(file, project)
    assert project.mapLayers() == {}


CODES = CodeList(
    131,
    datetime.date(2024, 1, 1),
    (
        Code("0301", None, "1", "Oslo"),
        Code("5610", "56", "1", "Kárášjohka - Karasjok", valid_from="2024-01-01", notes="Merknad"),
    ),
)


def test_codes_become_a_table_on_disk_with_text_and_nulls(tmp_path, project):
    layer = layers.code_table_layer(CODES, tmp_path, project, title="Kommuner")
    assert layer.name() == "Kommuner 1.1.2024"
    assert (layer.isSpatial(), layer.providerType()) == (False, "ogr")
    assert layer.source().startswith(str(tmp_path))
    assert layer.fields().names()[1:] == list(layers.CODE_FIELDS)
    rows = [feature.attributes()[1:] for feature in layer.getFeatures()]
    assert rows[0] == ["0301", NULL, "1", "Oslo", NULL, NULL, NULL, NULL, NULL]
    assert rows[1] == ["5610", "56", "1", "Kárášjohka - Karasjok", NULL, NULL, "2024-01-01", NULL, "Merknad"]
    assert layer.featureCount() == 2
    assert layer.metadata().rights() == ["Statistisk sentralbyrå (SSB)"]


def test_the_same_codes_may_be_added_twice(tmp_path, project):
    first = layers.code_table_layer(CODES, tmp_path, project, title="Kommuner")
    second = layers.code_table_layer(CODES, tmp_path, project, title="Kommuner")
    assert first.source() != second.source()


def test_a_cache_that_is_a_file_is_told(tmp_path, project):
    (tmp_path / "cache").write_text("in the way")
    with pytest.raises(NotWritable):
        layers.code_table_layer(CODES, tmp_path / "cache", project, title="Kommuner")
    assert project.mapLayers() == {}

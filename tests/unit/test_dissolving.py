"""Delområder and bydeler out of grunnkretser: nothing lost, nothing between neighbours, names where they come from."""

import datetime
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

pytest.importorskip("osgeo")
from klasskart.core.errors import BadFile, Cancelled, Faulty, NoUnits, PartsLeftOut, UnknownArea, Unreachable
from klasskart.core.feedback import Feedback
from klasskart.core.units import UNITS
from klasskart.work.boundaries import fetch
from klasskart.work.boundary_file import BoundaryRequest
from klasskart.work.conversion import convert
from klasskart.work.conversion.dissolving import dissolve
from klasskart.work.conversion.fields import delomrade_of
from klasskart.work.conversion.shapes import unite_areas
from osgeo import gdal, ogr

GRUNNKRETS, DELOMRADE, BYDEL = UNITS["grunnkrets"], UNITS["delomrade"], UNITS["bydel"]
FIELDS = ["delomradenummer", "delomradenavn", "kommunenummer", "kommunenavn", "fylkesnummer", "fylkesnavn"]


def rows(path, layer):
    """Read a layer as dictionaries, with a copy of the geometry under None."""
    dataset = ogr.Open(str(path))
    return [{**f.items(), None: f.GetGeometryRef() and f.GetGeometryRef().Clone()} for f in dataset.GetLayerByName(layer)]


def by_code(path, unit):
    return {row[unit.code_field]: row for row in rows(path, unit.key)}


def made_grunnkretser(folder, shapes, **more):
    """Convert grunnkretser of number → WKT."""
    features = [
        {
            "type": "Feature",
            "properties": {"objtype": "Grunnkrets", "grunnkretsnummer": code, "grunnkretsnavn": f"Krets {code}", **more},
            "geometry": json.loads(ogr.CreateGeometryFromWkt(wkt).ExportToJson()) if wkt else None,
        }
        for code, wkt in shapes.items()
    ]
    crs = {"type": "name", "properties": {"name": "EPSG:25833"}}
    source = folder / "g.geojson"
    source.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), "utf-8")
    return convert([source], GRUNNKRETS, folder / "g.gpkg", layer="grunnkrets").path


def square(x, y, side=1000):
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"


def put_together(source, folder, unit=DELOMRADE, whole_of=delomrade_of, describe=lambda code: {}, **more):
    return dissolve(source, GRUNNKRETS, unit, folder / "d.gpkg", whole_of=whole_of, describe=describe, **more)


# --- shapes -------------------------------------------------------------------------


def test_neighbours_become_one_and_islands_stay_parts(tmp_path):
    source = made_grunnkretser(
        tmp_path,
        {"03010101": square(0, 0), "03010102": square(1000, 0), "03010103": square(9000, 0), "03010201": square(0, 1000)},
    )
    made = put_together(source, tmp_path)
    found = by_code(made.path, DELOMRADE)
    assert sorted(found) == ["03010100", "03010200"]
    assert found["03010100"][None].GetGeometryCount() == 2
    assert found["03010100"][None].GetArea() == 3_000_000
    assert all(row[None].GetGeometryName() == "MULTIPOLYGON" and row[None].IsValid() for row in found.values())


def test_a_border_that_only_one_side_has_a_corner_on_leaves_no_crack():
    left = ogr.CreateGeometryFromWkt("MULTIPOLYGON(((0 0,1000 0,1000 333.333,999.999 500.01,1000 1000,0 1000,0 0)))")
    right = ogr.CreateGeometryFromWkt("MULTIPOLYGON(((1000 0,2000 0,2000 1000,1000 1000,1000 333.333,1000 0)))")
    made = unite_areas([left, right])
    assert [polygon.GetGeometryCount() for polygon in made] == [1]
    assert abs(made.GetArea() - 2_000_000) < 1


def test_a_true_enclave_stays_a_hole():
    ring = ogr.CreateGeometryFromWkt("MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4)))")
    assert unite_areas([ring]).GetArea() == 96


def test_units_meet_without_gap_or_overlap(tmp_path, services):
    found = fetch(services, BoundaryRequest("delomrade", ("0301",)))
    shapes = [row[None] for row in rows(found.path, "delomrade")]
    grunnkretser = fetch(services, BoundaryRequest("grunnkrets", ("0301",)))
    parts = [row[None] for row in rows(grunnkretser.path, "grunnkrets")]
    whole = unite_areas(shapes)
    assert abs(sum(shape.GetArea() for shape in shapes) - sum(part.GetArea() for part in parts)) < 1
    assert abs(whole.GetArea() - sum(shape.GetArea() for shape in shapes)) < 1


def test_a_grunnkrets_without_shape_does_not_stop_its_delomrade(tmp_path):
    source = made_grunnkretser(tmp_path, {"03010101": square(0, 0), "03010102": None, "03010201": None})
    found = by_code(put_together(source, tmp_path).path, DELOMRADE)
    assert found["03010100"][None].GetArea() == 1_000_000
    assert found["03010200"][None] is None


def test_real_grunnkretser_lie_whole_in_their_delomrade(shared, tmp_path):
    """These were simplified one by one, so neighbours overlap here and gape there: nothing may get lost or invalid of it."""
    delivery = shared / "data/grunnkrets-delomrade/ab.geojson.zip"
    convert([delivery], GRUNNKRETS, tmp_path / "g.gpkg", layer="grunnkrets")
    found = by_code(put_together(tmp_path / "g.gpkg", tmp_path).path, DELOMRADE)
    for row in rows(tmp_path / "g.gpkg", "grunnkrets"):
        whole = found[row["delomradenummer"]][None]
        assert whole.IsValid()
        outside = row[None].Difference(whole)
        assert outside.IsEmpty() or outside.GetArea() < 1
    assert {code[:4] for code in found} == {"0219", "0220"}


# --- fields -------------------------------------------------------------------------


def test_what_the_delivery_names_goes_before_klass_and_the_newest_date_stands(tmp_path):
    source = made_grunnkretser(tmp_path, {"03010101": square(0, 0)}, kommunenavn="Oslo", oppdateringsdato="2024-01-02")
    made = put_together(source, tmp_path, describe=lambda code: {"kommunenavn": "Annet", "delomradenavn": "Sentrum 1"})
    (row,) = rows(made.path, "delomrade")
    assert (row["kommunenavn"], row["delomradenavn"], row["oppdateringsdato"]) == ("Oslo", "Sentrum 1", "2024-01-02")
    assert row["objtype"] == "Delområde"
    assert list(row)[: len(FIELDS)] == FIELDS


def test_what_belongs_nowhere_is_left_out_and_named(tmp_path):
    source = made_grunnkretser(tmp_path, {"03010101": square(0, 0), "03010201": square(1000, 0)})
    made = put_together(source, tmp_path, unit=BYDEL, whole_of={"03010101": "030101"}.get)
    assert (made.features, made.left_out) == (1, ("03010201",))


@pytest.mark.parametrize("exceptions", [True, False])
def test_another_file_is_no_layer_of_grunnkretser(tmp_path, exceptions):
    (tmp_path / "x.gpkg").write_bytes(b"nothing")
    before = gdal.GetUseExceptions()
    (gdal.UseExceptions if exceptions else gdal.DontUseExceptions)()  # another plugin may have turned them on
    try:
        with pytest.raises(BadFile):
            put_together(tmp_path / "x.gpkg", tmp_path)
    finally:
        (gdal.UseExceptions if before else gdal.DontUseExceptions)()


def test_cancelling_leaves_nothing_behind(tmp_path):
    source = made_grunnkretser(tmp_path, {f"0301{n:04}": square(1000 * n, 0) for n in range(101, 160)})
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 40

    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(Cancelled):
        put_together(source, tmp_path, feedback=Feedback(is_cancelled=cancelled))
    assert sorted(path.name for path in tmp_path.iterdir()) == before


# --- through the services -------------------------------------------------------------


def test_delomrader_of_a_kommune_have_klasss_names_and_what_is_above_them(services):
    found = fetch(services, BoundaryRequest("delomrade", ("0301",)))
    named = by_code(found.path, DELOMRADE)
    assert found.features == len(named) > 50
    assert all(len(code) == 8 and code.startswith("0301") and code.endswith("00") for code in named)
    assert named["03010100"]["kommunenavn"].startswith("Oslo")
    assert named["03010100"]["fylkesnavn"].startswith("Oslo")
    assert all(row["delomradenavn"] and row[None].IsValid() for row in named.values())


def test_a_second_run_transfers_nothing_and_grunnkretser_are_there_too(services, standin):
    first = fetch(services, BoundaryRequest("delomrade", ("0301",)))
    standin.requests.clear()
    second = fetch(services, BoundaryRequest("delomrade", ("0301",)))
    assert (second.reused, second.path) == (True, first.path)
    assert fetch(services, BoundaryRequest("grunnkrets", ("0301",))).reused
    assert not [request for request in standin.requests if request.method == "GET" and request.path.endswith(".zip")]


def test_bydeler_of_the_country_need_the_grunnkretser_of_four_kommuner_only(services, standin):
    found = fetch(services, BoundaryRequest("bydel"))
    named = by_code(found.path, BYDEL)
    assert {code[:4] for code in named} == {"0301", "1103", "4601", "5001"}
    assert named["030109"]["bydelsnavn"] == "Bjerke"
    assert named["460101"]["kommunenavn"].startswith("Bergen")
    assert "030199" not in named
    assert (found.areas, found.features) == (("0000",), len(named))
    zips = [r.path for r in standin.requests if r.method == "GET" and r.path.endswith(".zip")]
    assert not [path for path in zips if "_0000_" in path]


def test_each_bydel_is_what_klass_says_belongs_to_it(services, server):
    found = fetch(services, BoundaryRequest("bydel", ("0301",)))
    grunnkretser = by_code(fetch(services, BoundaryRequest("grunnkrets", ("0301",))).path, GRUNNKRETS)
    belongs = {item.code: item.bydel for item in server.registers[1].items if item.bydel and item.code in grunnkretser}
    for code, row in by_code(found.path, BYDEL).items():
        wanted = sum(grunnkretser[part][None].GetArea() for part, bydel in belongs.items() if bydel == code)
        assert abs(row[None].GetArea() - wanted) < 1
        assert row[None].IsValid()


def test_an_area_without_bydeler_is_told_before_anything_is_transferred(services, standin):
    with pytest.raises(NoUnits) as caught:
        fetch(services, BoundaryRequest("bydel", ("1508",)))
    assert (caught.value.areas, caught.value.known) == ("1508", "0301, 1103, 4601, 5001")
    assert not [request for request in standin.requests if request.path.endswith(".zip")]


def test_among_several_areas_the_one_without_bydeler_is_a_hole(services):
    warnings = []
    found = fetch(services, BoundaryRequest("bydel", ("1508", "46")), feedback=Feedback(on_warning=warnings.append))
    assert {code[:4] for code in by_code(found.path, BYDEL)} == {"4601"}
    assert [(type(warning), warning.areas) for warning in warnings] == [(NoUnits, "1508")]


def test_an_unknown_area_is_named(services):
    with pytest.raises(UnknownArea):
        fetch(services, BoundaryRequest("bydel", ("4444",)))


def test_bydeler_of_an_earlier_year_have_the_numbers_of_that_year(services):
    found = fetch(services, BoundaryRequest("bydel", ("0301",), vintage=2020))
    assert (found.vintage, len(by_code(found.path, BYDEL))) == (2020, found.features)


def test_grunnkretser_that_klass_gives_no_bydel_are_left_out_and_named(services, standin, monkeypatch):
    from klasskart.work import correspondences

    known = correspondences.fetch

    def one_less(*arguments, **named):
        return [pair for pair in known(*arguments, **named) if pair.source_code != "03010101"]

    monkeypatch.setattr(correspondences, "fetch", one_less)
    warnings = []
    fetch(services, BoundaryRequest("bydel", ("0301",)), feedback=Feedback(on_warning=warnings.append))
    assert [(type(w), w.count, w.codes) for w in warnings] == [(PartsLeftOut, 1, "03010101")]


def test_delomrader_come_without_names_while_klass_is_away_and_get_them_later(services, standin):
    fetch(services, BoundaryRequest("grunnkrets", ("0301",)))
    services.cache.age = lambda stored: datetime.timedelta(0)
    for path in (services.cache.folder / "registers").iterdir():
        path.unlink()
    standin.break_next("/klass", status=503, times=99)
    warnings = []
    found = fetch(services, BoundaryRequest("delomrade", ("0301",)), feedback=Feedback(on_warning=warnings.append))
    assert not any(row["delomradenavn"] for row in rows(found.path, "delomrade"))
    assert any(isinstance(warning, (Faulty, Unreachable)) for warning in warnings)
    standin.heal()
    again = fetch(services, BoundaryRequest("delomrade", ("0301",)))
    assert all(row["delomradenavn"] for row in rows(again.path, "delomrade"))


def test_two_runs_at_once_both_get_their_delomrader(services):
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda _: fetch(services, BoundaryRequest("delomrade", ("0301",)), fresh=True), range(2)))
    assert found[0].features == found[1].features > 0

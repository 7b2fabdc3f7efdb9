"""Collections inside a file are found by their bytes, whatever strings and spaces are around them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from klasskart.core.errors import BadFile
from klasskart.work.conversion import geojson_parts
from klasskart.work.conversion.geojson_parts import Collection, collections

TRICKY = st.text(alphabet='{}[]"\\ :,aå\n\t', max_size=40)
FEATURE = st.dictionaries(TRICKY, st.one_of(TRICKY, st.none(), st.integers(), st.lists(TRICKY, max_size=3)), max_size=4)
COLLECTION = st.lists(FEATURE, max_size=4).map(lambda found: {"type": "FeatureCollection", "features": found})


@given(
    st.dictionaries(TRICKY, COLLECTION, max_size=4),
    st.sampled_from([None, 1, "\t"]),
    st.booleans(),
    st.sampled_from([1, 7, 300]),
)
def test_each_collection_is_found_to_the_byte(tmp_path_factory, nested, indent, bom, block):
    path = tmp_path_factory.mktemp("parts") / "x"
    body = json.dumps(nested, indent=indent, ensure_ascii=False).replace("\n", "\r\n").encode()
    path.write_bytes((geojson_parts.BOM if bom else b"") + body)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(geojson_parts, "_BLOCK", max(block, 64))
        patch.setattr(geojson_parts, "_CLOSE_LOOK", block)
        found = collections(path)
    content = path.read_bytes()
    assert [json.loads(content[start : start + size]) for _, start, size in found] == list(nested.values())


def test_keys_are_told(tmp_path):
    path = tmp_path / "x"
    path.write_text('{"Kommune": {"features": []}, "about": {"by": "}"}, "administrative_enheter.grense": {"features": []}}')
    assert [found.key for found in collections(path)] == ["Kommune", "administrative_enheter.grense"]


@pytest.mark.parametrize("bom", [b"", geojson_parts.BOM])
def test_a_plain_collection_is_one_without_a_key(tmp_path, bom):
    path = tmp_path / "x"
    body = b'{"crs": {"features": {}}, "features": [{"a": {}}], "type": "FeatureCollection"}\r\n'
    path.write_bytes(bom + body)
    assert collections(path) == [Collection("", len(bom), len(body))]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('{"Kommune": {"features": [{"a": 1}', "truncated"),
        ('{"type": "FeatureCollection", "features": [{"a": 1}', ""),
        ('{"type": "FeatureCollection", "features": [{"a": 1}, {"b": ', "truncated"),
        ('{"Kommune": {"features": ["', "truncated"),
    ],
)
def test_a_file_that_breaks_off_is_truncated(tmp_path, body, reason):
    path = tmp_path / "x"
    path.write_text(body)
    if not reason:  # ends like a whole one: left to the parser
        assert collections(path)
        return
    with pytest.raises(BadFile) as raised:
        collections(path)
    assert raised.value.reason == reason

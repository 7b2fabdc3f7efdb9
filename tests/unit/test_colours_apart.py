"""Colours of a map are told apart by people who are colour-blind, and classes of numbers on a grey print, too."""

import itertools
import math

import pytest
from klasskart.core import map_classes
from klasskart.core.map_classes import ABOVE_ZERO, BELOW_ZERO, CATEGORIES, LIGHT_TO_DARK, OTHERS

# What people see who lack one kind of cones (Machado, Oliveira and Fernandes, 2009), as linear red, green and blue.
SEEN = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
APART = 15  # CIE 1976; two colours side by side are seen to differ from about 2, but a legend is looked up across a map

PALETTES = [
    *LIGHT_TO_DARK.values(),
    *(below + above for below in BELOW_ZERO.values() for above in ABOVE_ZERO.values()),
    (*CATEGORIES, OTHERS),
]


def times(matrix, values):
    return [sum(factor * value for factor, value in zip(row, values)) for row in matrix]


def lab(colour, eyes="all cones"):
    """Give lightness and the two axes of colour (CIE L*a*b*) as some eyes see it."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    seen = [min(1.0, max(0.0, part)) for part in times(SEEN[eyes], linear)]
    x, y, z = (
        share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116
        for share in (part / white for part, white in zip(times(TO_XYZ, seen), WHITE))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other, eyes):
    return math.dist(lab(one, eyes), lab(other, eyes))


@pytest.mark.parametrize("eyes", SEEN)
@pytest.mark.parametrize("palette", PALETTES, ids=len)
def test_any_two_colours_of_a_legend_are_told_apart(palette, eyes):
    near = [(distance(*pair, eyes), pair) for pair in itertools.combinations(palette, 2)]
    assert [pair for pair in near if pair[0] < APART] == []


def test_the_measure_sees_what_colour_blind_people_do_not():
    green, brown = "#66a61e", "#b8860b"
    assert distance(green, brown, "all cones") > 2 * APART
    assert distance(green, brown, "deuteranopia") < APART


@pytest.mark.parametrize("palette", LIGHT_TO_DARK.values(), ids=len)
def test_higher_classes_are_darker_also_on_a_grey_print(palette):
    lightness = [lab(colour)[0] for colour in palette]
    assert all(before - after > 9 for before, after in zip(lightness, lightness[1:]))


@pytest.mark.parametrize("count", BELOW_ZERO)
def test_what_is_further_from_zero_is_darker(count):
    below = [lab(colour)[0] for colour in map_classes.BELOW_ZERO[count]]
    above = [lab(colour)[0] for colour in map_classes.ABOVE_ZERO[count]]
    assert below == sorted(below) and above == sorted(above, reverse=True)

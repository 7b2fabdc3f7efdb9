"""What a join brings along: attributes of codes, what they are called in other classifications, or columns of a table."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..core.codes import Code, CodeList, classification_id
from ..core.errors import FieldMissing, InputError, KlasskartError, LanguageMissing, ServiceError, SeveralCounterparts
from ..core.feedback import Feedback
from ..core.matching import KeySide
from . import correspondences
from .services import Services

CODE_ATTRIBUTES = (
    "name", "level", "parent_code", "parent_name", "short_name", "presentation_name", "valid_from", "valid_to", "notes"
)  # fmt: skip
CORRESPONDENCE = "to:"  # an attribute `to:104` brings the code and name of that classification
BETWEEN = "; "  # between several codes or names in one value: names hold commas


@dataclass(frozen=True)
class Attribute:
    """One column that a join adds, named without prefix. `kind` is text, integer or real; `empty`: no code has a value.

    `several`: how many codes have more than one counterpart, which then all stand in the value. `bokmal`: its names are in
    bokmål, because they are not published in the language that was asked for.
    """

    name: str
    kind: str = "text"
    empty: bool = False
    several: int = 0
    bokmal: bool = False


@dataclass(frozen=True)
class Figures:
    """A table of the project as plain values: the analyst's own figures. `rows` hold the values of `names` in order."""

    title: str
    names: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    field: str = ""  # holds the codes; "" = found by overlap
    columns: tuple[str, ...] = ()  # to be joined; () = all but `field`


@dataclass(frozen=True)
class Values:
    """The columns of a join, and each code's values in their order. `holes`: what was wished for, and why it is not there."""

    attributes: tuple[Attribute, ...] = ()
    rows: Mapping[str, tuple[object, ...]] = dataclasses.field(default_factory=dict)
    holes: Mapping[str, KlasskartError] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Wish:
    """What to bring along for the codes of `day`. Of `along` (all `to:…`) what can't be had is a hole, not an error."""

    day: datetime.date
    language: str = "nb"
    attributes: tuple[str, ...] = ()
    along: tuple[str, ...] = ()


def of_codes(services: Services, register: CodeList, level: str, side: KeySide, wish: Wish, feedback: Feedback) -> Values:
    """Give the attributes of the codes of a level; `register` holds those above, too.

    Raises FieldMissing for an unknown attribute, and what asking for a correspondence raises.
    """
    codes = [code for code in register.at_level(level).codes if code.code in side.places]
    columns: list[tuple[Attribute, list]] = []
    holes: dict[str, KlasskartError] = {}

    def other(name: str) -> list[tuple[Attribute, list]]:
        return _counterparts(services, register.classification, codes, name, wish, feedback)

    for name in wish.attributes:
        columns += other(name) if name.startswith(CORRESPONDENCE) else [_own(register, codes, name)]
    for name in wish.along:
        try:
            columns += other(name)
        except (ServiceError, InputError) as error:
            holes[name] = error
    by_name = {attribute.name: (attribute, values) for attribute, values in columns}
    rows = zip(*(values for _, values in by_name.values())) if by_name else ((),) * len(codes)
    return Values(
        tuple(attribute for attribute, _ in by_name.values()), {code.code: row for code, row in zip(codes, rows)}, holes
    )


def _own(register: CodeList, codes: Sequence[Code], name: str) -> tuple[Attribute, list]:
    if name not in CODE_ATTRIBUTES:
        raise FieldMissing("Klass", name)
    values = [_parent_name(register, code) if name == "parent_name" else getattr(code, name) or None for code in codes]
    return Attribute(name, empty=not any(values)), values


def _parent_name(register: CodeList, code: Code) -> str | None:
    above = register.by_code.get(code.parent_code or "")
    return above.name or None if above else None


def _counterparts(
    services: Services, source: int, codes: Sequence[Code], name: str, wish: Wish, feedback: Feedback
) -> list[tuple[Attribute, list]]:
    """Give code and name in another classification; where a code has several there, all of them, none chosen."""
    asked = name[len(CORRESPONDENCE) :].strip()
    target, level = classification_id(asked or name)
    told: list[KlasskartError] = []
    pairs = correspondences.fetch(
        services, source, target, wish.day, language=wish.language, levels=("", level), feedback=feedback.heard_by(told)
    )
    bokmal = any(isinstance(error, LanguageMissing) for error in told)
    found: dict[str, dict[str, str]] = {}
    for pair in pairs:
        if pair.source_code and pair.target_code:
            found.setdefault(pair.source_code, {})[pair.target_code] = pair.target_name
    others = [found.get(code.code, {}) for code in codes]
    several = [code.code for code, met in zip(codes, others) if len(met) > 1]
    if several:
        example = several[0]
        listed = ", ".join(list(found[example])[:4]) + (" …" if len(found[example]) > 4 else "")
        feedback.warn(SeveralCounterparts(source, target, len(several), example, listed))

    def column(kind: str, text: Callable[[dict[str, str]], object]) -> tuple[Attribute, list]:
        values = [text(met) or None for met in others]
        return Attribute(f"to_{asked}_{kind}", empty=not any(values), several=len(several), bokmal=bokmal), values

    return [column("code", BETWEEN.join), column("name", lambda met: BETWEEN.join(met.values()) if any(met.values()) else "")]


def of_figures(figures: Figures, side: KeySide, key_field: str) -> Values:
    """Give the columns of a table: the first row of each key; that a key has several is told by the report."""
    wanted = figures.columns or tuple(name for name in figures.names if name != key_field)
    for name in wanted:
        if name not in figures.names:
            raise FieldMissing(figures.title, name)
    places = [figures.names.index(name) for name in wanted]
    key_place = figures.names.index(key_field)
    values: dict[str, tuple[object, ...]] = {}
    for row in figures.rows:
        key = side.keys.get(row[key_place])
        if key in side.places and key not in values:
            values[key] = tuple(row[place] for place in places)
    columns = zip(*values.values()) if values else ((),) * len(wanted)
    return Values(tuple(_figure(name, column) for name, column in zip(wanted, columns)), values)


def _figure(name: str, values: Sequence[object]) -> Attribute:
    kinds = {type(value) for value in values if value is not None}
    kind = "integer" if kinds == {int} else "real" if kinds and kinds <= {int, float} else "text"
    return Attribute(name, kind, not kinds)

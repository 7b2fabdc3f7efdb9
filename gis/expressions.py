"""Functions for QGIS's expressions, in the group Klasskart. QGIS loads this at start: what they do is in `expression_values`.

An expression is evaluated once for every feature, in threads that draw the map, and has nobody to wait for: it asks no
service, and knows what lies on disk.
"""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsExpression, QgsExpressionFunction
from qgis.PyQt.QtCore import QCoreApplication

translate = QCoreApplication.translate

_GROUP = "Klasskart"


def register() -> list[QgsExpressionFunction]:
    """Offer our functions; give them, for `unregister`. Python has to keep them alive."""
    functions = [KlassFunction(*declared) for declared in _declared()]
    for function in functions:
        QgsExpression.registerFunction(function)
    return functions


def unregister(functions: Iterable[QgsExpressionFunction]) -> None:
    for function in functions:
        QgsExpression.unregisterFunction(function.name())


class KlassFunction(QgsExpressionFunction):
    """One function. Arguments in square brackets may be left out."""

    def __init__(self, name: str, arguments: str, about: str, examples: str):
        names = arguments.split()
        # What is left out comes as "": a date that is null in a row is not today.
        parameters = [QgsExpressionFunction.Parameter(one.strip("[]"), one.startswith("["), "") for one in names]
        super().__init__(name, parameters, _GROUP, _help(name, names, about, examples), False, True, False)

    def isStatic(self, node, parent, context):
        """Whether one evaluation serves all features: QGIS asks before it begins with them."""
        return self.allParamsStatic(node, parent, context)

    def func(self, values, context, parent, node):
        """Give the value of one feature; QGIS calls this in any thread. From the second time on it calls what it led to."""
        from .expression_values import VALUES

        self.func = VALUES[self.name()]
        return self.func(values, context, parent, node)


def _declared() -> tuple[tuple[str, str, str, str], ...]:
    """Name, arguments, what it gives, and examples: an expression and its value to a line."""
    return (
        (
            "klass_name",
            "code classification [date]",
            translate("Expressions", "Gives the name that a code had on a date; null for what was no code then."),
            "klass_name('3118', 'kommune') → 'Indre Østfold'\nklass_name(\"kommunenummer\", 131, '2024-01-01') → 'Halden'",
        ),
        (
            "klass_parent",
            "code classification [date]",
            translate(
                "Expressions",
                "Gives the code above a code on a date: the delområde of a grunnkrets, the kommune of a delområde or a bydel, "
                "the fylke of a kommune, in other classifications the code one level up. Null at the top.",
            ),
            "klass_parent('03010101', 'grunnkrets') → '03010100'\nklass_parent('3101', 'kommune') → '31'",
        ),
        (
            "klass_level",
            "code classification [date]",
            translate("Expressions", "Gives the level of a code on a date, as text: '1' is the top."),
            "klass_level('03010101', 1) → '2'",
        ),
        (
            "klass_valid",
            "code classification [date]",
            translate(
                "Expressions", "Tells whether a code was valid on a date. Null where the codes of that date are not known."
            ),
            "klass_valid('1507', 'kommune', '2023-12-31') → true\nklass_valid('1507', 'kommune', '2024-01-01') → false",
        ),
        (
            "klass_recode",
            "code classification [from] [to]",
            translate(
                "Expressions",
                "Gives the code that took the place of another between two dates, backwards too. Null for a code that was "
                "split, since nobody says which part is meant, or that has no successor. Without the first date a code counts "
                "from the last day on which it was valid.",
            ),
            "klass_recode('3001', 'kommune', '2023-01-01', '2024-01-01') → '3101'\n"
            "klass_recode('1507', 'kommune', '2023-01-01', '2024-01-01') → NULL",
        ),
        (
            "klass_names",
            "classification [date]",
            translate("Expressions", "Gives the names of all codes on a date as a map, for map_get."),
            "map_get(klass_names('kommune', '2024-01-01'), '3101') → 'Halden'",
        ),
    )


def _help(name: str, arguments: Iterable[str], about: str, examples: str) -> str:
    """Write a page of help as QGIS's own look, which its expression builder has a style for."""
    words = {
        "code": translate("Expressions", "a code; a number will do, and so will a lost zero"),
        "classification": translate(
            "Expressions", "a number in Klass, or 'kommune', 'fylke', 'grunnkrets', 'delomrade' or 'bydel'"
        ),
        "[date]": translate("Expressions", "a date, or text such as '2024-01-01'; today where it is left out, null for null"),
        "[from]": translate("Expressions", "the date that the code is of; NULL: the last day on which it was valid"),
        "[to]": translate("Expressions", "the date of the new code; today where it is left out, null for null"),
    }
    syntax = ", ".join(f'<span class="argument">{one}</span>' for one in arguments)
    rows = "".join(f'<tr><td class="argument">{one.strip("[]")}</td><td>{words[one]}</td></tr>' for one in arguments)
    lines = "".join("<li><code>{}</code> &rarr; <code>{}</code></li>".format(*one.split(" → ")) for one in examples.split("\n"))
    return (
        f'<h3>{name}</h3><div class="description"><p>{about}</p></div><h4>{translate("Expressions", "Syntax")}</h4>'
        f'<div class="syntax"><code><span class="functionname">{name}</span>({syntax})</code></div>'
        f'<h4>{translate("Expressions", "Arguments")}</h4><div class="arguments"><table>{rows}</table></div>'
        f'<h4>{translate("Expressions", "Examples")}</h4><div class="examples"><ul>{lines}</ul></div>'
        f'<h4>{translate("Expressions", "Notes")}</h4><div class="notes"><p>{_notes(name)}</p></div>'
    )


def _notes(name: str) -> str:
    if name == "klass_recode":
        return translate(
            "Expressions",
            "Expressions ask nobody: they know the changes that were fetched before, with the lineage of a code on the Codes "
            "page or by {algorithm}, and give null for others. The log of QGIS then says, under Klasskart, what to fetch.",
        ).format(algorithm="klasskart:recode")
    kept = translate(
        "Expressions",
        "Expressions ask nobody: they know the codes that were fetched before, on the Codes page or by {algorithm}, and give "
        "null for others. The log of QGIS then says, under Klasskart, what to fetch.",
    ).format(algorithm="klasskart:codes")
    if name not in ("klass_name", "klass_names"):
        return kept
    quick = translate("Expressions", "For very large layers this is quicker still, since the names are looked up only once:")
    return f"{kept}</p><p>{quick} <code>map_get(klass_names('kommune', '2024-01-01'), \"kommunenummer\")</code>"

"""16 400 codes: parsing beside json.loads, opening the tree, and one keystroke in the filter."""

import json

from common import Row, ms, seconds, use_checkout


def body(count: int = 16400) -> bytes:
    """Make an answer as Klass sends it: delområder with ten grunnkretser each, names with Norwegian and Sámi letters."""
    rows = []
    for number in range(count):
        group, place = divmod(number, 11)
        parent = f"{1100 + group // 90:04d}{group % 90 + 1:02d}00"
        code = parent if place == 0 else f"{parent[:6]}{place:02d}"
        rows.append(
            {
                "code": code,
                "parentCode": None if place == 0 else parent,
                "level": "1" if place == 0 else "2",
                "name": ("Majorstuen Rode", "Kárášjohka", "Ålesund sentrum", "Øvre Eiker")[number % 4] + f" {number}",
                "shortName": "",
                "presentationName": "",
                "validFrom": None,
                "validTo": None,
                "notes": "",
            }
        )
    return json.dumps({"codes": rows}, ensure_ascii=False, separators=(",", ":")).encode()


def rows() -> list[Row]:
    use_checkout()
    import datetime

    from klasskart.clients.klass_answers import parse_codes
    from klasskart.core.codes import CodeList
    from klasskart.ui.code_rows import CodeRows
    from klasskart.ui.code_tree import CodeTreeModel
    from qgis.PyQt.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    content = body()
    yardstick = seconds(lambda: json.loads(content), 9)
    parsing = seconds(lambda: parse_codes(json.loads(content)["codes"]), 9)
    codes = CodeList(1, datetime.date(2024, 1, 1), parse_codes(json.loads(content)["codes"]))
    kept, model = CodeRows(codes), CodeTreeModel()
    opening = seconds(lambda: model.show(CodeRows(codes), kept.search()), 5)
    # Every prefix of what people type, each on its own: the slowest keystroke counts.
    typed = [text[:end] for text in ("majorstuen", "0301", "karasjohka", "zzz") for end in range(1, len(text) + 1)]
    slowest = max(seconds(lambda text=text: model.show(kept, kept.search(text)), 3) for text in typed)
    application.processEvents()
    return [
        Row("parse 16 400 codes", ms(parsing), "≤ 2 × json.loads", ms(yardstick), parsing <= 2 * yardstick),
        Row("rows for the tree, once a register", ms(opening), "no pause (≤ 50 ms)", "", opening <= 0.05),
        Row("slowest keystroke in the filter", ms(slowest), "≤ 16 ms", "", slowest <= 0.016),
    ]

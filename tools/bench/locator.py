"""The locator: a keystroke among 16 400 units, beside a plain search of the same text; and reading them from disk, once."""

import json
import tempfile
from pathlib import Path

from codes import body
from common import Row, ms, seconds, use_checkout

TYPED = ("majorstuen", "0301", "karasjohka", "rode 16393", "oslo zzz", "zzz")
TODAY = "2026-11-21"


def rows() -> list[Row]:
    use_checkout()
    import datetime

    from klasskart.clients.klass_answers import parse_codes
    from klasskart.work.cache import Cache
    from klasskart.work.kept_codes import KeptCodes
    from klasskart.work.kept_shelf import Place
    from klasskart.work.unit_search import kept_units

    codes = parse_codes(json.loads(body())["codes"])
    with tempfile.TemporaryDirectory() as folder:
        Cache(Path(folder)).store("registers", f"codes_1_{TODAY}__nb", ["nb", [list(code) for code in codes]])

        def load():
            return kept_units(KeptCodes(lambda: Place(Path(folder), datetime.date.fromisoformat(TODAY))))

        loading, search = seconds(load, 3), load().search
    text = "\n".join(code.name for code in codes)
    plain = seconds(lambda: text.find("no such name"), 5)
    # Every beginning of what people type, each on its own: the slowest keystroke counts.
    typed = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
    slowest = max(seconds(lambda text=text: search.find(text), 3) for text in typed)
    return [
        Row("slowest keystroke in the locator", ms(slowest), "≤ 10 ms", f"{ms(plain)} str.find", slowest <= 0.01),
        Row("reading 16 400 units for it, in a thread, once", ms(loading), "told", ""),
    ]

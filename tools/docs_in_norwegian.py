"""Notes that docs/nb says what docs/ says today:  docs_in_norwegian.py [PAGE.md …]   (else all pages)

Run it when what changed in an English page is written in bokmål too. A test compares what is noted here, section by
section, with the English pages as they are, and so finds each one that changed alone.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENGLISH, NORWEGIAN = ROOT / "docs", ROOT / "docs" / "nb"
NOTED = ROOT / "tests" / "unit" / "docs_in_norwegian.json"


def digests(page: str) -> dict[str, str]:
    """Give a short digest of each section of an English page, by its heading; how lines are broken does not count."""
    sections = re.split(r"(?m)^(?=#{1,6} )", (ENGLISH / page).read_text("utf-8"))
    return {one.splitlines()[0]: hashlib.sha256(" ".join(one.split()).encode()).hexdigest()[:8] for one in sections if one}


def noted() -> dict[str, dict[str, str]]:
    """Give what was noted, by page."""
    return json.loads(NOTED.read_text("utf-8")) if NOTED.is_file() else {}


def changed_since(page: str) -> list[str]:
    """Give the headings of an English page whose sections are not as they were noted, or are gone."""
    before, now = noted().get(page, {}), digests(page)
    return [heading for heading in {**now, **before} if now.get(heading) != before.get(heading)]


def main() -> None:
    """Note the pages that are named."""
    pages = sys.argv[1:] or [path.name for path in NORWEGIAN.glob("*.md")]
    told = {**noted(), **{page: digests(page) for page in pages}}
    NOTED.write_text(json.dumps(dict(sorted(told.items())), indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""Put the promises to the real services, for someone with internet: `make live`.

python tests/contract/live.py            asks, prints a table, exits 1 when a promise is broken or nothing answers
python tests/contract/live.py --table    only prints what each promise rests on, as Markdown for the README
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from promises import PROMISES
from sources import REAL, Services

MEANINGS = {
    "recorded": "checked on a body that the service really sent",
    "documented": "after the service's own documentation or source code",
    "derived": "worked out from tables made of published answers",
    "ours": "our own reading; nothing seen",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", action="store_true", help="print the table as Markdown and ask nobody")
    parser.add_argument("--timeout", type=float, default=60, help="seconds to wait for an answer")
    arguments = parser.parse_args()
    if arguments.table:
        print(markdown())
        return 0
    return live(Services(REAL, arguments.timeout))


def markdown() -> str:
    """The promises by service, with what each rests on."""
    lines = ["| service | endpoint | promise | rests on |", "| --- | --- | --- | --- |"]
    lines += [f"| {p.service} | {p.endpoint} | {p.says} | {p.proof} |" for p in PROMISES]
    lines += ["", *(f"*{word}*: {meaning}." for word, meaning in MEANINGS.items())]
    return "\n".join(lines)


def live(services: Services) -> int:
    unreachable: dict[str, str] = {}
    results = []
    for promise in PROMISES:
        if promise.service in unreachable:
            continue
        try:
            promise.keep(services)
            results.append((promise, "pass", ""))
        except OSError as problem:
            unreachable[promise.service] = str(getattr(problem, "reason", problem))
        except Exception as problem:  # whatever a changed answer makes of the check
            results.append((promise, "FAIL", f"{type(problem).__name__}: {problem}".splitlines()[0][:100]))
    if not results:
        reason = "; ".join(f"{REAL[name]}: {words}" for name, words in unreachable.items())
        print(f"None of the services can be reached from here, so nothing was checked ({reason}).")
        return 1
    for promise, outcome, words in results:
        print(f"{outcome:5} {promise.service:12} {promise.endpoint:28} {promise.proof:11} {promise.says} {words}".rstrip())
    for name, words in unreachable.items():
        print(f"----- {name:12} can't be reached: {words}")
    return 1 if unreachable or any(outcome == "FAIL" for _, outcome, _ in results) else 0


if __name__ == "__main__":
    sys.exit(main())

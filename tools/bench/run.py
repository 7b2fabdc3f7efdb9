"""Speed and memory, as a table beside yardsticks of the same run:  run.py [PART …]   (parts: see PARTS)

Each part runs in a process of its own, so that memory is its own too. Numbers are of this machine and this hour: read
them against the yardstick in the same row. Nothing fails where a goal is missed; the row says so.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from common import ROOT, Row  # noqa: E402


def load(samples: int = 9) -> list[Row]:
    """Start QGIS several times, with and without the plugin's weight."""
    from load import write_skeleton

    with tempfile.TemporaryDirectory() as folder:
        plugins = Path(folder)
        write_skeleton(plugins)
        (plugins / "klasskart").symlink_to(ROOT)
        found = []
        for number in range(samples + 1):
            command = [sys.executable, str(HERE / "load.py"), folder]
            done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
            if number:  # the first run writes the .pyc files
                found.append(json.loads(done.stdout.strip().splitlines()[-1]))
    ours = statistics.median(sample["klasskart"] for sample in found)
    skeleton = statistics.median(sample["skeleton"] for sample in found)
    heavy = sorted({name for sample in found for name in sample["imported"]})
    return [
        Row(
            "load: import + classFactory + initGui, median",
            f"{ours:.1f} ms",
            "≤ 10 ms",
            f"{skeleton:.1f} ms skeleton",
            ours <= 10,
        ),
        Row("heavy modules imported at start", ", ".join(heavy) or "none", "none", "", not heavy),
    ]


def in_own_process(part: str) -> list[Row]:
    done = subprocess.run(
        [sys.executable, str(HERE / "run.py"), "--part", part], stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        return [Row(part, "failed", "", f"exit {done.returncode}", False)]
    return [Row(*row) for row in json.loads(done.stdout.strip().splitlines()[-1])]


def one_part(part: str) -> list[Row]:
    if part == "load":
        return load()
    return __import__(part).rows()


PARTS = (
    *("load", "codes", "opendata", "expressions", "locator", "conversion", "dissolving", "coast_cut", "joins", "through_time"),
    "desktop",
)


def main(arguments: list[str]) -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # users' machines keep .pyc files
    if arguments[:1] == ["--part"]:
        print(json.dumps(one_part(arguments[1])), flush=True)
        return
    table = [row for part in arguments or PARTS for row in in_own_process(part)]
    widths = [max(len(str(row[column])) for row in table) for column in range(4)]
    for row in table:
        verdict = {True: "holds", False: "MISSED", None: ""}[row.holds]
        print("  ".join(str(cell).ljust(width) for cell, width in zip(row[:4], widths)), verdict)


if __name__ == "__main__":
    main(sys.argv[1:])

"""The real desktop on a virtual screen: how soon the dock is there, and the longest pause of the GUI thread.

The services are the stand-in, in this process, so that it takes nothing from QGIS but the processor. Country boundaries:
the real kommuner where they lie beside the checkout, and the many grunnkretser of `norway.py`.
"""

import contextlib
import json
import os
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import norway
from common import ROOT, Row, ms, use_checkout

SHARED = ROOT.parent / "shared"
REAL = SHARED if (SHARED / "recordings").is_dir() else None
KOMMUNER, GRUNNKRETSER = "kommuner", "grunnkretser"
GOAL = "≤ 50 ms"


def desktop(steps: list, environment: dict[str, str], folder: Path, profile: bool = False) -> dict[str, dict]:
    """Run steps of desktop_script.py in a fresh QGIS; give what it measured."""
    plan, out = folder / "plan.json", folder / "found.json"
    out.unlink(missing_ok=True)
    plan.write_text(json.dumps({"steps": steps, "out": str(out), "profile": profile}), "utf-8")
    done = subprocess.run(
        [str(ROOT / "tools" / "desktop"), str(Path(__file__).with_name("desktop_script.py"))],
        env={**os.environ, **environment, "BENCH_PLAN": str(plan), "SECONDS_LIMIT": "200"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if not out.exists():
        raise RuntimeError(f"the desktop ended with {done.returncode}: {done.stdout[-2000:]}")
    found = json.loads(out.read_text("utf-8"))
    if "fault" in found:
        raise RuntimeError(found["fault"]["text"])
    return found


@contextlib.contextmanager
def silent_services() -> Iterator[dict[str, str]]:
    """Point every service at a port that takes connections and never says a word."""
    from standin.server import MOUNTS

    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}"
        yield {variable: url + path for variable, path in MOUNTS.items()}


def dock_rows(folder: Path, times: int = 3) -> list[Row]:
    runs = []
    for number in range(times):
        with silent_services() as environment:
            environment["KLASSKART_CACHE_DIR"] = str(folder / f"silent{number}")
            runs.append({**desktop([["idle"], ["empty_dock"]], {}, folder), **desktop([["open_dock"]], environment, folder)})
    shown = min(run["dock"]["seconds"] for run in runs)
    empty = min(run["empty dock"]["seconds"] for run in runs)
    found = best(runs)
    return [
        Row("dock painted, no service answering", ms(shown), "≤ 100 ms", f"{ms(empty)} empty dock", shown <= 0.1),
        row("the 3 s after, no service answering", found["dock, the seconds after"], found["idle"]),
    ]


STEPS = [
    ["open_dock"],
    ["codes", 1, 1000],
    ["boundaries", KOMMUNER, "kommune"],
    ["boundaries", GRUNNKRETSER, "grunnkrets"],
    ["join", "live join", GRUNNKRETSER, True],
    ["undo"],
    ["join", "written join", GRUNNKRETSER, False],
]


def job(folder: Path, profile: bool = False) -> tuple[dict[str, dict], dict[str, dict], int]:
    """Do the main job by its widgets, with an empty cache and again with what it left.

    Gives what was measured first, then the second time, and how many bytes of boundaries came the second time.
    """
    from standin import Standin

    with Standin(today=norway.TODAY, real=REAL) as standin:
        standin.break_next(  # the big country in place of the stand-in's own
            "Grunnkretser_GeoJSON.zip",
            status=200,
            times=float("inf"),
            body=norway.grunnkretser_with_real_codes().read_bytes(),
            content_type="application/zip",
            headers={"ETag": '"norway"'},
        )
        environment = {**standin.environment(), "KLASSKART_CACHE_DIR": str(folder / "cache")}
        first = desktop(STEPS, environment, folder, profile)
        asked = len(standin.requests)
        again = desktop([STEPS[0], *(step for step in STEPS if step[0] == "boundaries")], environment, folder)
        sent = [request.bytes_sent for request in standin.requests[asked:] if request.path.endswith(".zip")]
    return first, again, sum(sent)


def alone(first: dict[str, dict], folder: Path) -> dict[str, dict]:
    """Have a QGIS that does not know the plugin's dock do the same with the same files."""
    table = max((folder / "cache" / "joins").glob("*.gpkg"), key=lambda path: path.stat().st_mtime)
    steps: list = [["add_layer", name, first[name]["path"]] for name in (KOMMUNER, GRUNNKRETSER)]
    steps += [["add_join", "live join", "grunnkretsnummer", f"{table}|layername=join", "key"]]
    return desktop(steps, {}, folder)


def best(runs: list[dict[str, dict]]) -> dict[str, dict]:
    """Give for each thing measured the run that was disturbed least."""
    return {name: min((run[name] for run in runs), key=lambda found: found["longest"]) for name in runs[0]}


def row(what: str, found: dict, yardstick: dict | None = None) -> Row:
    beside = f"{ms(yardstick['longest'])} QGIS alone" if yardstick else ""
    measured = f"{ms(found['longest'])} (in {found['seconds']:.2f} s)"
    return Row(f"pause: {what}", measured, GOAL, beside, found["longest"] <= 0.05)


def job_rows(folder: Path, times: int = 2) -> list[Row]:
    runs, yardsticks = [], []
    for number in range(times):
        place = folder / str(number)
        place.mkdir()
        runs.append(job(place))
        yardsticks.append(alone(runs[-1][0], place))
    first, again, qgis = best([run[0] for run in runs]), best([run[1] for run in runs]), best(yardsticks)
    transferred = max(run[2] for run in runs)
    real = "real" if REAL else "stand-in's"
    rows = [
        row("16 400 codes into the tree", first["codes"]),
        row(f"{first[KOMMUNER]['features']} {real} kommuner into the map", first[KOMMUNER], qgis[KOMMUNER]),
        row(f"{norway.WHAT} grunnkretser into the map", first[GRUNNKRETSER], qgis[GRUNNKRETSER]),
    ]
    for name in ("live join", "written join"):
        for part in ("", ": what would match", ": its report"):
            found = first[f"{name}{part}"]
            rows.append(row(f"{name}{part}", found, qgis.get(f"{name}{part}")))
    rows.append(row("kommuner a second time", again[KOMMUNER], qgis[KOMMUNER]))
    rows.append(row("grunnkretser a second time", again[GRUNNKRETSER], qgis[GRUNNKRETSER]))
    rows.append(Row("second run: bytes of boundaries", str(transferred), "0", "", transferred == 0))
    return rows


def rows() -> list[Row]:
    use_checkout()
    with tempfile.TemporaryDirectory() as folder:
        return [*dock_rows(Path(folder)), *job_rows(Path(folder))]

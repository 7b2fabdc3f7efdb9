"""What the benches share: this checkout as `klasskart`, best-of timing, peak memory, and rows of the table."""

import importlib.util
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Row(NamedTuple):
    """One line of the table: what was measured, its goal in words, the yardstick of the same run, and whether it holds."""

    what: str
    measured: str
    goal: str
    yardstick: str = ""
    holds: bool | None = None


GROWTH, MOST_MEMORY = 1.5, 300  # times as long per polygon, and MB above the start


def growth_row(what: str, small: float, large: float, memory: float) -> Row:
    """Compare the seconds that a polygon takes among few (14 000) and among many (100 000); `memory` is that of the many."""
    return Row(
        f"{what}, growth to 100 000",
        f"{1e6 * large:.0f} ms per thousand ({large / small:.2f} ×), {memory:.0f} MB",
        f"≤ {GROWTH} ×, ≤ {MOST_MEMORY} MB",
        f"{1e6 * small:.0f} ms at 14 000",
        large <= GROWTH * small and memory <= MOST_MEMORY,
    )


def use_checkout() -> None:
    """Make `import klasskart` mean this checkout, and `import standin` its stand-in."""
    if "klasskart" not in sys.modules:
        spec = importlib.util.spec_from_file_location("klasskart", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)])
        sys.modules["klasskart"] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    sys.path.insert(0, str(ROOT / "tests"))


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Give the shortest of several runs."""
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        runs.append(time.perf_counter() - start)
    return min(runs)


def forget_peak() -> None:
    """Let the highest resident memory begin anew from what is resident now (Linux)."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def peak_mib() -> float:
    """Give the highest resident memory of this process so far, in MiB. (`ru_maxrss` would be that of the parent too.)"""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def ms(value: float) -> str:
    return f"{1000 * value:.1f} ms"

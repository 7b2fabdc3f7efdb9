"""GDAL, used without disturbing anyone else in the process: options, errors and exceptions of this thread only."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def gdal_session(**options: str) -> Iterator[list[str]]:
    """Run GDAL in this thread with these configuration options; the list given gets the words of every failure.

    GDAL's own exceptions are off inside where that can be said for one thread (GDAL 3.7); before, QGIS or another plugin
    may have turned them on for all, so callers expect RuntimeError beside a failed return value.
    """
    from osgeo import gdal, ogr, osr

    failures: list[str] = []

    def hear(level: int, number: int, words: str) -> None:
        if level >= gdal.CE_Failure:
            failures.append(words)

    before = {name: gdal.GetThreadLocalConfigOption(name) for name in options}
    with ExitStack() as stack:
        for module in (gdal, ogr, osr):
            if hasattr(module, "ExceptionMgr"):
                stack.enter_context(module.ExceptionMgr(useExceptions=False))
        gdal.PushErrorHandler(hear)
        stack.callback(gdal.PopErrorHandler)
        for name, value in options.items():
            gdal.SetThreadLocalConfigOption(name, value)
            stack.callback(gdal.SetThreadLocalConfigOption, name, before[name])
        yield failures


def let_go(error: BaseException | None) -> None:
    """Have an error hold on to no data sets, in the variables of the functions that it came through.

    When QGIS ends, GDAL closes what is open; whoever lets go of a data set after that crashes it.
    """
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def open_vector(path: Path, driver: str) -> Any | None:
    """Open a file for reading with one driver; None where that can't read it, whether GDAL's exceptions are on or off."""
    from osgeo import gdal

    try:
        return gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=[driver])
    except RuntimeError:
        return None

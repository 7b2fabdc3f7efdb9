"""What was done, as algorithms of Processing would do it: told, written down as a line, and as commands to run it again."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from urllib.parse import quote

_PROVIDER = "klasskart"


@dataclass(frozen=True)
class Deed:
    """One thing done: local time (yyyy-MM-ddTHH:mm:ss), algorithm without provider, its parameters, the layer that came of
    it, how many features that concerned, and whether its input lay in memory only, where no other program finds it."""

    when: str
    algorithm: str
    parameters: Mapping[str, object]
    layer: str = ""
    count: int = 0
    in_memory: bool = False

    @property
    def id(self) -> str:
        return f"{_PROVIDER}:{self.algorithm}"

    @property
    def line(self) -> str:
        """Write it as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @property
    def python(self) -> str:
        """Write it for QGIS's Python console."""
        given = {**self.parameters, "OUTPUT": "TEMPORARY_OUTPUT"}
        inside = ", ".join(f"{name!r}: {value!r}" for name, value in given.items())
        return f"processing.run({self.id!r}, {{{inside}}})"

    @property
    def command(self) -> str:
        """Write it for a terminal; the file of the output is to be chosen."""
        given = {**self.parameters, "OUTPUT": f"{self.algorithm}.gpkg"}
        parts = [f"--{name}={_argument(value)}" for name, value in given.items() if value not in (None, "")]
        return shlex.join(["qgis_process", "run", self.id, *parts])


def read(lines: Iterable[str]) -> list[Deed]:
    """Read lines, the oldest first; what can't be read is left out."""
    found = []
    for line in lines:
        try:
            values = json.loads(line)
            deed = Deed(
                str(values["when"]),
                str(values["algorithm"]),
                dict(values["parameters"]),
                str(values.get("layer") or ""),
                int(values.get("count") or 0),
                bool(values.get("in_memory")),
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
        found.append(deed)
    return found


def table_source(names: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Write a small table as a data source of its own, which algorithms take for a layer; "" where there are no rows."""
    columns = ", ".join(f"column{place} AS {name}" for place, name in enumerate(names, 1))
    values = ", ".join(f"({', '.join(map(_sql, row))})" for row in rows)  # of SELECTs SQLite joins no more than 500
    query = f"SELECT {columns} FROM (VALUES {values})"  # nosec B608: written for QGIS to read, and every value is quoted
    return f"virtual://?query={quote(query)}&nogeometry" if values else ""


def _sql(value: object) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, (int, float)) else "'" + str(value).replace("'", "''") + "'"


def _argument(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ",".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)

"""Where boundaries are kept, if not in the cache: a table of a GeoPackage, or of a PostGIS database that QGIS knows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


class KeepTarget:
    """A table outside the cache. An empty `table` is named as its layer; `title` says the place."""

    table: str

    @property
    def title(self) -> str:
        raise NotImplementedError


@dataclass(frozen=True)
class FileTarget(KeepTarget):
    """A table in a GeoPackage, which is made where there is none."""

    path: Path
    table: str = ""

    @property
    def title(self) -> str:
        return self.path.name


@dataclass(frozen=True)
class DatabaseTarget(KeepTarget):
    """A table in a schema; `connection` is its name in QGIS."""

    connection: str
    schema: str = "public"
    table: str = ""

    @property
    def title(self) -> str:
        return f"{self.connection}: {self.schema}"


def read(text: str) -> KeepTarget | None:
    """Read what `write` has written; None, which is the cache, for anything else."""
    try:
        values = json.loads(text)
        if values.get("file"):
            return FileTarget(Path(str(values["file"])))
        if values.get("connection"):
            return DatabaseTarget(str(values["connection"]), str(values.get("schema") or "public"))
    except (ValueError, AttributeError):
        return None
    return None


def write(target: KeepTarget | None) -> str:
    """Write a target for the settings, without its table: that is chosen each time."""
    if isinstance(target, FileTarget):
        return json.dumps({"file": str(target.path)}, ensure_ascii=False)
    if isinstance(target, DatabaseTarget):
        return json.dumps({"connection": target.connection, "schema": target.schema}, ensure_ascii=False)
    return ""

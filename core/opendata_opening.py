"""What was found behind one address of a catalogue once it was looked at: what it truly is, and the layers in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .opendata import Dataset, Distribution
from .opendata_kinds import SERVICE_KINDS

SHAPES = ("point", "line", "polygon", "picture", "table", "")  # "": not known before it is opened


@dataclass(frozen=True)
class LayerChoice:
    """One layer that can be chosen: `name` as the service or the file calls it, `shape` a word of SHAPES.

    `title` is for people. A layer of a file with several shapes is one choice for each of them, of one title. `codes` is the
    column of a table that holds codes of places: it can be joined.
    """

    name: str
    title: str
    shape: str = ""
    codes: str = ""


@dataclass(frozen=True)
class Opening:
    """One way to the data, looked at. `kind` is its true one, a word of KINDS, whatever the catalogue says.

    `url` is where the data were found: of a file before any redirect, which may lead to an address of the moment. `service`
    is what the client of a service read of it, None for a file; `path` the GeoPackage in the cache that a file became, None
    for a service. `fetched` is yyyy-MM-dd; `reused`: nothing was transferred; `kept`: nobody answered, so it may be old.
    `assumed` is the CRS that was guessed because the file does not say it, or "".
    """

    kind: str
    url: str
    dataset: Dataset
    distribution: Distribution
    layers: tuple[LayerChoice, ...]
    service: object = None
    path: Path | None = None
    fetched: str = ""
    reused: bool = False
    kept: bool = False
    assumed: str = ""

    @property
    def is_service(self) -> bool:
        return self.kind in SERVICE_KINDS

    @property
    def suggested(self) -> tuple[LayerChoice, ...]:
        """What needs no choosing: the layer that the catalogue names, or all of a file, or the only one; else ()."""
        named = tuple(layer for layer in self.layers if self.distribution.layer and layer.name == self.distribution.layer)
        if named:
            return named
        return self.layers if len(self.layers) == 1 or not self.is_service else ()

"""A kommune as the catalogues know it: each has another key for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .text import fold

_BRACKETS = re.compile(r"\s*\([^()]*\)$")


@dataclass(frozen=True)
class Kommune:
    """Number and name of today; `names` are all it goes by, Norwegian first; `organisation` its number in Enhetsregisteret,
    "" where it is not known; `register_name` its name there; `shares_name` that another kommune has the same."""

    number: str
    name: str
    names: tuple[str, ...] = ()
    organisation: str = ""
    register_name: str = ""
    shares_name: bool = False

    @property
    def owner_names(self) -> tuple[str, ...]:
        """Give what it may be called as the owner of data in Geonorge: Oslo kommune, Voss herad."""
        bare = dict.fromkeys(_BRACKETS.sub("", part).strip() for name in (self.name, *self.names) for part in name.split(" - "))
        kinds = ("kommune", "herad") if "herad" in fold(self.register_name).split() else ("kommune",)
        return tuple(f"{name} {kind}" for name in bare if name for kind in kinds)

    @property
    def area(self) -> str:
        """Give the value of Geonorge's facet of areas."""
        return f"0/{self.number[:2]}/{self.number}"

    def owns(self, owner: str) -> bool:
        """Whether the name of an owner is this kommune's: `Bærum kommune, Geodata` is, `Bærumsmarka kommune` is not."""
        return fold(owner.partition(",")[0].strip()) in {fold(name) for name in self.owner_names}

"""A part of a map."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Extent:
    """A rectangle in the coordinate system of a map (`crs`: EPSG:n or WKT), east before north; a point where it has no size."""

    west: float
    south: float
    east: float
    north: float
    crs: str

    @property
    def is_point(self) -> bool:
        return (self.west, self.south) == (self.east, self.north)

    @classmethod
    def of_point(cls, east: float, north: float, crs: str) -> Extent:
        return cls(east, north, east, north, crs)

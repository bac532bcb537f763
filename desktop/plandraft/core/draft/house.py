"""The style of a house: what an office does otherwise than the standard."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StyleChange:
    """Hold one value of one style: `style` by its name in the file, `field` as in the exporter."""

    style: str
    field: str
    value: str | int | bool


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Hold a profile over the standard; `title_page` says whether its plans have a 封面."""

    id: str
    name: str
    description: str
    changes: tuple[StyleChange, ...]
    title_page: bool | None = None


@dataclass(frozen=True, slots=True)
class Deviation:
    """Say in what a house departs from a clause of the standard."""

    clause: str
    style: str
    field: str
    standard: str
    house: str

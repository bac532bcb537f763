"""House styles: those that come with the program, and any other as a file."""

from __future__ import annotations

from pathlib import Path

from plandraft.core.draft.house import Deviation, HouseStyle
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.exporters import house_styles
from plandraft.io.exporters.house_styles import deviations, load_house

__all__ = ["Deviation", "HouseStyle", "deviations", "find_house", "list_houses"]

_SUFFIX = ".toml"


def list_houses(templates_root: Path) -> tuple[HouseStyle, ...]:
    """Return the profiles beside the templates; raises PlanError TEMPLATE_DAMAGED."""
    return tuple(map(load_house, house_styles.list_houses(templates_root)))


def find_house(templates_root: Path, name: str) -> HouseStyle:
    """Return a profile by its id or name, or out of a .toml file.

    Raises PlanError TEMPLATE_UNKNOWN with the known ids, or TEMPLATE_DAMAGED.
    """
    if name.endswith(_SUFFIX):
        return load_house(Path(name))
    known = list_houses(templates_root)
    for house in known:
        if name in {house.id, house.name}:
            return house
    listed = "、".join(house.id for house in known)
    raise PlanError(ErrorCode.TEMPLATE_UNKNOWN, name, known=listed)

"""Names of the city a passage was taken from that still stand in the draft."""

from __future__ import annotations

from collections.abc import Iterator

from plandraft.core.draft.checks.findings import CheckFinding, CheckKind
from plandraft.core.draft.draft import Draft

_CITY_SLOT = "城市"
_UNITS = ("自治州", "地区", "市", "盟", "县", "区", "省")
_SHORTEST_NAME = 2
# With the words behind it a name is found at a glance.
_WORDS = 12


def find_source_names(draft: Draft) -> Iterator[CheckFinding]:
    """Yield each borrowed block that still names the place of its source, from the name on."""
    own = dict(draft.slots).get(_CITY_SLOT, "")
    for section in draft.sections:
        for block in section.blocks:
            place = block.provenance.place if block.provenance is not None else ""
            name = short_name(place)
            if len(name) < _SHORTEST_NAME or (own and name in own):
                continue
            at = block.text.find(name)
            if at >= 0:
                words = block.text[at : at + _WORDS].partition("\n")[0]
                yield CheckFinding(CheckKind.SOURCE_NAME, section.id, block.id, words)


def short_name(place: str) -> str:
    """Return the name of a place without the word for its kind."""
    for unit in _UNITS:
        if place.endswith(unit) and len(place) - len(unit) >= _SHORTEST_NAME:
            return place.removesuffix(unit)
    return place

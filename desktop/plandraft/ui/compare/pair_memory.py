"""What the page remembers of each pair, and how it is kept over a restart. Plain values."""

from __future__ import annotations

from dataclasses import dataclass

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.versions import Reading

# So many pairs are kept; the one looked at longest ago goes first.
_MOST_PAIRS = 300
_MOST_PINS = 200

Pin = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PairMemory:
    """Hold what was chosen for one pair; `reading` is None where the page proposes one.

    `place` holds the first code points in sight on both sides, `current` where both sides of the
    current entry begin; `pins` are pairs of code points that the reader declared the same place,
    in left order.
    """

    reading: Reading | None = None
    current: Pin | None = None
    place: tuple[int, int] | None = None
    pins: tuple[Pin, ...] = ()


def pair_key(comparison: Comparison) -> str:
    """Return what names a pair of texts, whatever their files are called now."""
    return f"{comparison.left.origin.sha256}:{comparison.right.origin.sha256}"


def with_pin(pins: tuple[Pin, ...], pin: Pin) -> tuple[Pin, ...]:
    """Add a pin; older ones that it crosses give way, so that both sides keep one order."""
    kept = [
        one
        for one in pins
        if (one[0] < pin[0] and one[1] < pin[1]) or (one[0] > pin[0] and one[1] > pin[1])
    ]
    return tuple(sorted([*kept, pin])[-_MOST_PINS:])


def memories_to_data(memories: dict[str, PairMemory]) -> dict[str, object]:
    """Return plain values for a settings file, the latest pairs only."""
    latest = list(memories.items())[-_MOST_PAIRS:]
    return {
        key: {
            "reading": one.reading.value if one.reading else None,
            "current": list(one.current) if one.current else None,
            "place": list(one.place) if one.place else None,
            "pins": [list(pin) for pin in one.pins],
        }
        for key, one in latest
    }


def memories_from_data(data: object) -> dict[str, PairMemory]:
    """Read what `memories_to_data` wrote; whatever makes no sense is left out."""
    if not isinstance(data, dict):
        return {}
    items = [(key, one) for key, one in data.items() if isinstance(key, str)]
    return {key: _memory(one) for key, one in items[-_MOST_PAIRS:] if isinstance(one, dict)}


def _memory(data: dict[object, object]) -> PairMemory:
    reading, pins = data.get("reading"), data.get("pins")
    crossed: tuple[Pin, ...] = ()
    for item in pins[:_MOST_PINS] if isinstance(pins, list) else ():
        pin = _pair(item)
        if pin is not None:
            crossed = with_pin(crossed, pin)
    return PairMemory(
        Reading(reading) if isinstance(reading, str) and reading in set(Reading) else None,
        _pair(data.get("current")),
        _pair(data.get("place")),
        crossed,
    )


def _pair(value: object) -> Pin | None:
    if isinstance(value, list | tuple) and len(value) == 2 and all(map(_is_count, value)):
        return int(value[0]), int(value[1])
    return None


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0

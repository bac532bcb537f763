"""Offer readings of text whose GBK bytes were shifted by one, and put accepted ones in.

Where one byte of a pair was lost, the second byte of each character was read together with the
first of the next one, up to the end of the line. The true text is found by reading the same bytes
from the second one on. It is only ever offered: what a reader accepts is up to him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plandraft.core.model.document import Document, WarningCode
from plandraft.core.model.spans import OffsetMap, OffsetRun, Span
from plandraft.core.text.common import COMMON, common_share
from plandraft.core.text.mojibake import damage_warnings

# Stands for a character of which one byte is lost.
LOST = "□"
_STRETCH = re.compile(r"[^\x00-\x7f]{6,}")
# What the decoder showed where a byte had no partner.
_UNPAIRED = "?\ufffd□"
# The share of common characters rises by 0.8 where bytes were shifted; names written with rare
# characters, read one byte further on, gain 0.1 at most.
_LEAST_GAIN = 0.25
_LEAST_SHARE = 0.7
_SHORTEST = 6
# The run of gains may begin or end so many characters inside the damage by chance.
_EDGE = 4
_PAIR = 2
_DAMAGE = frozenset({
    WarningCode.SHIFTED_BYTES,
    WarningCode.PRIVATE_USE_MARKS,
    WarningCode.FULL_STOPS_FOR_ALL_MARKS,
    WarningCode.UNDECODABLE_BYTES,
    WarningCode.LOST_PERCENT_SIGNS,
    WarningCode.LOST_TITLES,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Repair:
    """Offer `repaired` for `original`, the text at `span`; `confidence` is 0…1.

    □ stands for characters of which a byte is lost.
    """

    span: Span
    original: str
    repaired: str
    confidence: float


def find_repairs(text: str) -> tuple[Repair, ...]:
    """Find the stretches of `text` that read well when their bytes are shifted back, in order."""
    found = []
    for stretch in _STRETCH.finditer(text):
        first = stretch.start()
        while (repair := _best_repair(text, first, stretch.end())) is not None:
            found.append(repair)
            first = repair.span.end
    return tuple(found)


def apply_repairs(document: Document, repairs: Sequence[Repair]) -> Document:
    """Return `document` with the accepted `repairs`, which must be from `find_repairs` of its text.

    Blocks, the map to the source and the warnings of damage follow; all other text stays as it
    is. Raises ValueError where a repair does not fit the text or overlaps another.
    """
    accepted = sorted(repairs, key=lambda repair: repair.span)
    parts: list[str] = []
    done = 0
    for repair in accepted:
        if repair.span.start < done or repair.span.slice(document.text) != repair.original:
            raise ValueError(f"no repair of this text: {repair.span}")
        parts += [document.text[done : repair.span.start], repair.repaired]
        done = repair.span.end
    text = "".join(parts) + document.text[done:]
    return replace(
        document,
        text=text,
        blocks=tuple(
            replace(
                block,
                span=Span(_moved(block.span.start, accepted), _moved(block.span.end, accepted)),
            )
            for block in document.blocks
        ),
        source_map=_moved_map(document.source_map, accepted),
        warnings=(
            *(warning for warning in document.warnings if warning.code not in _DAMAGE),
            *damage_warnings(text),
        ),
    )


def _best_repair(text: str, first: int, end: int) -> Repair | None:
    """Return the repair of the stretch of `text[first:end]` that gains most, or None."""
    if end - first < _SHORTEST:
        return None
    shifted = [_between(text[at], text[at + 1]) for at in range(first, end - 1)]
    gains = [
        (new in COMMON) - (text[first + at] in COMMON) if new else -_SHORTEST
        for at, new in enumerate(shifted)
    ]
    start, stop = _largest_sum(gains)
    if stop - start < _SHORTEST:
        return None
    if start <= _EDGE:
        start = 0
    if stop >= len(shifted) - _EDGE:
        stop = len(shifted)
    middle = "".join(one or LOST for one in shifted[start:stop])
    span = Span(first + start, first + stop + 1)
    before, after = common_share(span.slice(text)), common_share(middle)
    if after - before <= _LEAST_GAIN or after < _LEAST_SHARE:
        return None
    return _with_edges(text, span, middle, after)


def _between(one: str, other: str) -> str:
    """Return the character of the second byte of `one` and the first of `other`, or ""."""
    first, second = (char.encode("gb18030", "replace") for char in (one, other))
    if len(first) != _PAIR or len(second) != _PAIR:
        return ""
    try:
        return bytes((first[1], second[0])).decode("gb18030")
    except UnicodeDecodeError:
        return ""


def _largest_sum(values: Sequence[int]) -> tuple[int, int]:
    """Return the range of `values` with the largest sum."""
    best, best_range = 0, (0, 0)
    total, start = 0, 0
    for at, value in enumerate(values):
        if total <= 0:
            total, start = 0, at
        total += value
        if total > best:
            best, best_range = total, (start, at + 1)
    return best_range


def _with_edges(text: str, span: Span, middle: str, share: float) -> Repair:
    """Take in the marks of the bytes without partner at both ends."""
    start = span.start - (text[span.start - 1 : span.start] in tuple(_UNPAIRED))
    end = span.end + (text[span.end : span.end + 1] in tuple(_UNPAIRED))
    whole = Span(start, end)
    return Repair(whole, whole.slice(text), f"{LOST}{middle}{LOST}", round(share, 3))


def _moved(offset: int, repairs: Sequence[Repair]) -> int:
    """Return where the code point at `offset` stands after `repairs`."""
    shift = 0
    for repair in repairs:
        if offset < repair.span.end:
            inside = max(0, offset - repair.span.start)
            return min(offset, repair.span.start) + shift + min(inside, len(repair.repaired))
        shift += len(repair.repaired) - repair.span.length
    return offset + shift


def _moved_map(source_map: OffsetMap, repairs: Sequence[Repair]) -> OffsetMap:
    """Cut the runs at the repairs; a repaired stretch leads to what it was made of."""
    runs: list[OffsetRun] = []
    for run in source_map.runs:
        cuts = {run.target, run.target + run.length}
        for repair in repairs:
            cuts |= {
                cut
                for cut in (repair.span.start, repair.span.end)
                if run.target < cut < run.target + run.length
            }
        edges = sorted(cuts)
        for start, end in pairwise(edges):
            target = _moved(start, repairs)
            length = min(end - start, _moved(end, repairs) - target)
            runs.append(OffsetRun(target, run.source + start - run.target, length))
    return OffsetMap(tuple(runs))

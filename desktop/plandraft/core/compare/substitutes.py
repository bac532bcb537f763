"""Words that the user lets count as the same: one token each, whichever form stands there."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.own_wording import Substitution
from plandraft.core.matching.align import align_tokens
from plandraft.core.matching.fingerprint import Prepared, prepare_text
from plandraft.core.matching.passages import Passage

# Supplementary private use: neither letters nor the masks of places and numbers.
_FIRST_TOKEN = 0xF0000
_MOST_TOKENS = 0xFFF0


def is_substitute(token: str) -> bool:
    """Tell whether a token stands for one of several words that count as the same."""
    return ord(token) >= _FIRST_TOKEN


def substituted(
    left: Prepared, right: Prepared, pairs: Iterable[Substitution]
) -> tuple[Prepared, Prepared]:
    """Return both sides with one token for each word of a pair that has another form opposite.

    Words that both sides write alike, or that one side has alone, stay what they are.
    """
    tokens = _tokens(pairs)
    if not tokens:
        return left, right
    pattern = re.compile("|".join(map(re.escape, sorted(tokens, key=lambda one: (-len(one), one)))))
    ours, theirs = list(_found(left, pattern)), list(_found(right, pattern))
    forms = {tokens[one]: set[str]() for _start, _end, one in (*ours, *theirs)}
    sides = {tokens[one] for _s, _e, one in ours} & {tokens[one] for _s, _e, one in theirs}
    for _start, _end, one in (*ours, *theirs):
        forms[tokens[one]].add(one)
    live = {token for token in sides if len(forms[token]) > 1}
    return (
        _merged(left, [(start, end, tokens[one]) for start, end, one in ours], live),
        _merged(right, [(start, end, tokens[one]) for start, end, one in theirs], live),
    )


def masked_similarity(comparison: Comparison, passage: Passage) -> float:
    """Return how alike (0…1) a passage is with names, numbers and own substitutions left open."""
    pairs = comparison.own.substitutions
    if not pairs:
        return passage.masked_similarity
    places = comparison.gazetteer.with_names(comparison.left.place, comparison.right.place)
    left = prepare_text(passage.left.slice(comparison.left.text), places)
    right = prepare_text(passage.right.slice(comparison.right.text), places)
    ours, theirs = substituted(left, right, pairs)
    if ours is left:
        return passage.masked_similarity
    tiles = align_tokens(ours, theirs)
    matched = sum(one.length for one in tiles)
    free = _free(ours, [(one.left, one.left_end) for one in tiles])
    matched += (free & _free(theirs, [(one.right, one.right_end) for one in tiles])).total()
    every = max(1, len(ours.tokens) + len(theirs.tokens))
    return max(passage.masked_similarity, min(1.0, 2 * matched / every))


def _free(side: Prepared, taken: list[tuple[int, int]]) -> Counter[str]:
    """Count the substitutes outside of all tiles: one among changed words makes no tile."""
    every = Counter(filter(is_substitute, side.tokens))
    return every - Counter(
        token for start, end in taken for token in side.tokens[start:end] if is_substitute(token)
    )


def _tokens(pairs: Iterable[Substitution]) -> dict[str, str]:
    """Return a token for each word; A = B and B = C make one token of three words."""
    groups: dict[str, set[str]] = {}
    for pair in pairs:
        first, second = pair.key
        joined = groups.get(first, {first}) | groups.get(second, {second})
        groups.update(dict.fromkeys(joined, joined))
    numbers: dict[int, int] = {}
    return {
        word: chr(_FIRST_TOKEN + numbers.setdefault(id(group), len(numbers)) % _MOST_TOKENS)
        for word, group in groups.items()
    }


def _found(side: Prepared, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first and last token of each word; one that cuts a name or a number in two is none."""
    starts = side.starts
    for found in pattern.finditer(side.letters.text):
        first = bisect_left(starts, found.start())
        end = bisect_left(starts, found.end(), lo=first)
        if starts[first] == found.start() and starts[end] == found.end():
            yield first, end, found.group()


def _merged(side: Prepared, found: list[tuple[int, int, str]], live: set[str]) -> Prepared:
    wanted = [one for one in found if one[2] in live]
    if not wanted:
        return side
    kept: list[int] = []
    tokens: list[str] = []
    reached = 0
    for start, end, token in wanted:
        kept += range(reached, start + 1)
        tokens += (side.tokens[reached:start], token)
        reached = end
    kept += range(reached, len(side.tokens))
    tokens.append(side.tokens[reached:])
    return Prepared(
        side.source,
        side.letters,
        "".join(tokens),
        array(side.starts.typecode, [*(side.starts[at] for at in kept), side.starts[-1]]),
        bytearray([*(side.edges[at] for at in kept), side.edges[-1]]),
        [side.marks[at] for at in kept],
        bytearray(side.stock[at] for at in kept),
        bytearray(side.plain[at] for at in kept),
    )

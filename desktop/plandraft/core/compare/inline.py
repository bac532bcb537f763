"""The differences inside a passage, letter by letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plandraft.core.compare.changes import ChangeClass, ChangeKind, Comparison, InlineSpan
from plandraft.core.compare.own_wording import Substitution
from plandraft.core.compare.substitutes import is_substitute, substituted
from plandraft.core.matching.align import align_tokens
from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.fingerprint import Prepared, marks_span, prepare_text
from plandraft.core.matching.passages import Passage
from plandraft.core.matching.runs import Run
from plandraft.core.matching.tokens import (
    MASKS,
    NUMBER_TOKEN,
    ORGAN_TOKEN,
    PERIOD_TOKEN,
    PLACE_TOKEN,
)
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer

# A moved word of one or two letters is noise to the eye; a moved clause is news.
_LEAST_MOVED = 3
_CLASSES = {
    NUMBER_TOKEN: ChangeClass.NUMBER,
    PLACE_TOKEN: ChangeClass.PLACE,
    PERIOD_TOKEN: ChangeClass.PERIOD,
    ORGAN_TOKEN: ChangeClass.ORGAN,
}


def build_inline(comparison: Comparison, passage: Passage) -> tuple[InlineSpan, ...]:
    """Find the differences inside `passage`; spans are code points of the whole documents.

    Ordered by left, then right. Equal stretches are left out; a stretch that stands elsewhere on
    the other side is MOVED and names both places.
    """
    places = comparison.gazetteer.with_names(comparison.left.place, comparison.right.place)
    return compare_stretches(
        (comparison.left.text, passage.left),
        (comparison.right.text, passage.right),
        places,
        comparison.own.substitutions,
    )


def compare_stretches(
    ours: tuple[str, Span],
    theirs: tuple[str, Span],
    gazetteer: Gazetteer,
    substitutions: Iterable[Substitution] = (),
) -> tuple[InlineSpan, ...]:
    """Find the differences between a stretch of one text and one of another.

    Spans are code points of the whole texts; order and kinds are those of `build_inline`.
    """
    (left_text, left), (right_text, right) = ours, theirs
    found = compare_texts(left.slice(left_text), right.slice(right_text), gazetteer, substitutions)
    return tuple(
        InlineSpan(
            Span(one.left.start + left.start, one.left.end + left.start),
            Span(one.right.start + right.start, one.right.end + right.start),
            one.kind,
            one.change_class,
        )
        for one in found
    )


def compare_texts(
    left: str,
    right: str,
    gazetteer: Gazetteer,
    substitutions: Iterable[Substitution] = (),
) -> tuple[InlineSpan, ...]:
    """Find the differences between two wordings of one passage; spans are code points of each.

    Words that `substitutions` lets count as the same are SUBSTITUTE where they differ.
    """
    ours, theirs = substituted(
        prepare_text(left, gazetteer), prepare_text(right, gazetteer), substitutions
    )
    tiles = align_tokens(ours, theirs)
    found = [
        *_moved(ours, theirs, tiles),
        *_masked(ours, theirs, tiles),
        *_marks(ours, theirs, tiles),
        *_unmatched(ours, theirs, tiles),
    ]
    return tuple(sorted(found, key=lambda one: (one.left, one.right)))


def _moved(ours: Prepared, theirs: Prepared, tiles: list[Run]) -> Iterator[InlineSpan]:
    in_order = {(one.left, one.right) for one in heaviest_chain(tiles)}
    for one in tiles:
        if (one.left, one.right) not in in_order and one.length >= _LEAST_MOVED:
            yield InlineSpan(
                ours.source_span(Span(one.left, one.left_end)),
                theirs.source_span(Span(one.right, one.right_end)),
                ChangeKind.MOVED,
                ChangeClass.ORDER,
            )


def _masked(ours: Prepared, theirs: Prepared, tiles: list[Run]) -> Iterator[InlineSpan]:
    """Yield the numbers, places and own substitutes that stand for each other and differ."""
    for one in tiles:
        for at in range(one.length):
            token = ours.tokens[one.left + at]
            if token not in MASKS and not is_substitute(token):
                continue
            if ours.token_letters(one.left + at) != theirs.token_letters(one.right + at):
                yield InlineSpan(
                    ours.source_span(Span(one.left + at, one.left + at + 1)),
                    theirs.source_span(Span(one.right + at, one.right + at + 1)),
                    ChangeKind.REPLACED,
                    ChangeClass.SUBSTITUTE if is_substitute(token) else _class_of(token),
                )


def _marks(ours: Prepared, theirs: Prepared, tiles: list[Run]) -> Iterator[InlineSpan]:
    """Yield the punctuation that differs between letters that are the same."""
    for one in tiles:
        for at in range(1, one.length):
            here, there = one.left + at, one.right + at
            if ours.marks[here] != theirs.marks[there]:
                left, right = marks_span(ours, here), marks_span(theirs, there)
                yield InlineSpan(left, right, _kind_of(left, right), ChangeClass.PUNCTUATION)


def _unmatched(ours: Prepared, theirs: Prepared, tiles: list[Run]) -> Iterator[InlineSpan]:
    """Yield what stands on one side only, paired where it follows the same tile on both."""
    right_gaps = dict(_gaps([(one.right, one.right_end, one) for one in tiles], len(theirs.tokens)))
    left_gaps = _gaps([(one.left, one.left_end, one) for one in tiles], len(ours.tokens))
    for key, left in left_gaps:
        right = right_gaps.pop(key)
        our_start, their_start = left.start, right.start
        for our_token, their_token in _substitutes_in(ours, theirs, left, right):
            # One token among changed words is no tile, though it may stand for a whole clause.
            before = Span(our_start, our_token), Span(their_start, their_token)
            if before[0].length or before[1].length:
                yield _changed(ours, theirs, *before)
            yield _substituted(ours, theirs, our_token, their_token)
            our_start, their_start = our_token + 1, their_token + 1
        rest = Span(our_start, left.end), Span(their_start, right.end)
        if rest[0].length or rest[1].length:
            yield _changed(ours, theirs, *rest)


def _substitutes_in(
    ours: Prepared, theirs: Prepared, left: Span, right: Span
) -> Iterator[tuple[int, int]]:
    """Yield the own substitutes that two gaps have both, in the order of both."""
    reached = right.start
    for at in range(left.start, left.end):
        if is_substitute(ours.tokens[at]):
            found = theirs.tokens.find(ours.tokens[at], reached, right.end)
            if found >= 0 and ours.token_letters(at) != theirs.token_letters(found):
                reached = found + 1
                yield at, found


def _substituted(ours: Prepared, theirs: Prepared, left: int, right: int) -> InlineSpan:
    return InlineSpan(
        ours.source_span(Span(left, left + 1)),
        theirs.source_span(Span(right, right + 1)),
        ChangeKind.REPLACED,
        ChangeClass.SUBSTITUTE,
    )


def _gaps(
    taken: list[tuple[int, int, Run]], length: int
) -> list[tuple[tuple[int, int] | None, Span]]:
    """Return for the start and for each tile the free tokens behind it up to the next tile."""
    ordered = sorted(taken, key=lambda one: one[0])
    gaps: list[tuple[tuple[int, int] | None, Span]] = []
    key, reached = None, 0
    for start, end, one in ordered:
        gaps.append((key, Span(reached, start)))
        key, reached = (one.left, one.right), end
    gaps.append((key, Span(reached, length)))
    return gaps


def _changed(ours: Prepared, theirs: Prepared, left: Span, right: Span) -> InlineSpan:
    tokens = {*left.slice(ours.tokens), *right.slice(theirs.tokens)}
    change_class = ChangeClass.WORDING
    if len(tokens) == 1:
        change_class = _class_of(tokens.pop())
    kind = _kind_of(left, right)
    return InlineSpan(ours.source_span(left), theirs.source_span(right), kind, change_class)


def _class_of(token: str) -> ChangeClass:
    return _CLASSES.get(token, ChangeClass.WORDING)


def _kind_of(left: Span, right: Span) -> ChangeKind:
    if not left.length:
        return ChangeKind.INSERTED
    return ChangeKind.REPLACED if right.length else ChangeKind.DELETED

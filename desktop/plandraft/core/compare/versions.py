"""Two versions of one plan in reading order: what stayed, was edited, came, went or moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from plandraft.core.compare.changes import Comparison, VersionKind, VersionRow
from plandraft.core.compare.scroll_map import chain_of
from plandraft.core.compare.versions_links import Link, link_units
from plandraft.core.compare.versions_units import Units, cut_units
from plandraft.core.matching.chain import heaviest_chain
from plandraft.core.matching.runs import Run
from plandraft.core.model.spans import Span

# One chain of passages over this much of the shorter plan: they are versions of one text.
_MOST = 0.6


class Reading(StrEnum):
    """Name how a pair is read."""

    PASSAGES = "passages"
    VERSIONS = "versions"


def suggest_reading(comparison: Comparison) -> Reading:
    """Return the reading that suits a pair: versions where one order holds nearly all of one."""
    chain = chain_of(comparison)
    left = sum(one.left.length for one in chain) / max(1, len(comparison.left.text))
    right = sum(one.right.length for one in chain) / max(1, len(comparison.right.text))
    return Reading.VERSIONS if max(left, right) >= _MOST else Reading.PASSAGES


def build_versions(comparison: Comparison) -> tuple[VersionRow, ...]:
    """Build the rows of two versions, in left order.

    Every sentence of each side stands in exactly one row. Equal sentences in a row make one row,
    and so do those that came, went or moved together.
    """
    places = comparison.gazetteer.with_names(comparison.left.place, comparison.right.place)
    left, right = cut_units(comparison.left, places), cut_units(comparison.right, places)
    links = link_units(left, right, comparison.matches.passages, chain_of(comparison))
    runs = [Run(one.left.start, one.right.start, max(1, one.weight)) for one in links]
    in_order = {(run.left, run.right) for run in heaviest_chain(runs)} if runs else set()
    rows = _rows(left, right, links, in_order)
    return tuple(_joined(rows, right.text))


def _rows(
    left: Units, right: Units, links: list[Link], in_order: set[tuple[int, int]]
) -> Iterator[VersionRow]:
    """Yield the rows; what came stands behind what went at the same place."""
    ordered = sorted(links, key=lambda one: one.left)
    moved_left = {one.left.start: one for one in ordered if _key(one) not in in_order}
    moved_right = {one.right.start: one for one in moved_left.values()}
    reached_left = reached_right = 0
    kept = [one for one in ordered if _key(one) in in_order]
    last = Link(
        Span(len(left.spans), len(left.spans)), Span(len(right.spans), len(right.spans)), 0, 0.0
    )
    for link in [*kept, last]:
        gaps = Span(reached_left, link.left.start), Span(reached_right, link.right.start)
        yield from _left_gap(left, right, gaps, moved_left)
        yield from _right_gap(left, right, gaps, moved_right)
        if link is not last:
            same = _same(left, right, link)
            kind = VersionKind.EQUAL if same else VersionKind.EDITED
            share = 1.0 if same else link.share
            yield VersionRow(kind, left.cover(link.left), right.cover(link.right), share)
        reached_left, reached_right = link.left.end, link.right.end


def _left_gap(
    left: Units, right: Units, gaps: tuple[Span, Span], moved: dict[int, Link]
) -> Iterator[VersionRow]:
    at, there = gaps[0].start, right.place_before(gaps[1].start)
    while at < gaps[0].end:
        link = moved.get(at)
        if link is None:
            yield VersionRow(VersionKind.DELETED, left.spans[at], there, 0.0)
            at += 1
            continue
        same = _same(left, right, link)
        spans = left.cover(link.left), right.cover(link.right)
        share = 1.0 if same else link.share
        yield VersionRow(VersionKind.MOVED, *spans, share, edited=not same)
        at = link.left.end


def _right_gap(
    left: Units, right: Units, gaps: tuple[Span, Span], moved: dict[int, Link]
) -> Iterator[VersionRow]:
    at, there = gaps[1].start, left.place_before(gaps[0].end)
    while at < gaps[1].end:
        link = moved.get(at)
        if link is None:
            yield VersionRow(VersionKind.INSERTED, there, right.spans[at], 0.0)
            at += 1
        else:
            at = link.right.end


def _joined(rows: Iterator[VersionRow], right: str) -> Iterator[VersionRow]:
    """Join neighbours of one kind that follow each other on both sides."""
    before: VersionRow | None = None
    for row in rows:
        if before is not None and _joins(before, row, right):
            ours = _over(before.left, row.left)
            theirs = _over(before.right, row.right)
            share = min(before.similarity, row.similarity)
            edited = before.edited or row.edited
            before = replace(before, left=ours, right=theirs, similarity=share, edited=edited)
        else:
            if before is not None:
                yield before
            before = row
    if before is not None:
        yield before


def _joins(before: VersionRow, row: VersionRow, right: str) -> bool:
    """Tell whether nothing lies between; on the left that is so by the order of the rows."""
    if before.kind is not row.kind or row.kind is VersionKind.EDITED:
        return False
    if row.kind is VersionKind.DELETED:
        return True
    start, end = before.right.end, row.right.start
    return start <= end and not right[start:end].strip()


def _over(first: Span, second: Span) -> Span:
    return Span(min(first.start, second.start), max(first.end, second.end))


def _key(link: Link) -> tuple[int, int]:
    return link.left.start, link.right.start


def _same(left: Units, right: Units, link: Link) -> bool:
    return left.wording(link.left) == right.wording(link.right)

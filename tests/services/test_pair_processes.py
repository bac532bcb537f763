"""Pairs are matched in processes beside this one; one that dies loses nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from operator import itemgetter

from plandraft.core.matching.passages import MatchSet, Passage, PassageKind
from plandraft.core.model.spans import Span
from plandraft.services.pair_processes import Pair, PairProcesses

_SIDES = range(16)
_PAIRS = sorted(combinations(_SIDES, 2))


@dataclass
class _Shares:
    """Answer with the product of both sides and whether it was matched here."""

    home: int = field(default_factory=os.getpid)
    sides: list[object] = field(default_factory=list)

    def add(self, side: object) -> None:
        self.sides.append(side)

    def match(self, pair: Pair) -> MatchSet:
        # Long enough that the other processes come up before all is done here.
        time.sleep(0.02)
        left, right = (self.sides[at] for at in pair)
        assert isinstance(left, int)
        assert isinstance(right, int)
        return MatchSet((), float(left * right), float(os.getpid() == self.home))


class _DiesAbroad(_Shares):
    """End the process at the first pair that is matched elsewhere."""

    def match(self, pair: Pair) -> MatchSet:
        if os.getpid() != self.home:
            os._exit(3)
        return super().match(pair)


class _Talks(_Shares):
    """Answer with more than a pipe holds, as sides come that are as large."""

    def match(self, pair: Pair) -> MatchSet:
        return MatchSet((_PASSAGE,) * 40_000, 0.0, float(os.getpid() == self.home))


_PASSAGE = Passage(Span(0, 1), Span(2, 3), 1.0, PassageKind.IDENTICAL, ())


def _all(processes: PairProcesses, matcher: _Shares) -> dict[Pair, MatchSet]:
    return {pair: one for results in processes.match(matcher, _SIDES) for pair, one in results}


def test_each_pair_is_answered_once() -> None:
    with PairProcesses(2) as processes:
        seen = [one for results in processes.match(_Shares(), _SIDES) for one in results]
    assert sorted(pair for pair, _ in seen) == _PAIRS
    assert [shares.left_share for _, shares in sorted(seen, key=itemgetter(0))] == [
        float(left * right) for left, right in _PAIRS
    ]
    assert {shares.right_share for _, shares in seen} == {0.0, 1.0}


def test_this_process_works_too() -> None:
    with PairProcesses(0) as processes:
        found = _all(processes, _Shares())
    assert {one.right_share for one in found.values()} == {1.0}
    assert sorted(found) == _PAIRS


def test_processes_match_while_sides_are_being_made() -> None:
    def slowly() -> Iterator[int]:
        for side in _SIDES:
            # Until a process is there; then long enough for it to match all there are.
            time.sleep(0.5 if side == 8 else 0.05)
            yield side

    matched: list[MatchSet] = []
    with PairProcesses(1) as processes:
        for results in processes.match(matcher := _Shares(), slowly()):
            if len(matcher.sides) < len(_SIDES):
                matched += [one for _pair, one in results]
    assert matched
    assert {one.right_share for one in matched} == {0.0}


def test_large_sides_and_large_answers_do_not_wait_for_each_other() -> None:
    sides = (bytes(300_000) for _ in range(6))
    with PairProcesses(1) as processes:
        found = [one for results in processes.match(_Talks(), sides) for one in results]
    assert len(found) == 15


def test_a_process_that_dies_loses_nothing() -> None:
    with PairProcesses(2) as processes:
        found = _all(processes, _DiesAbroad())
    assert sorted(found) == _PAIRS
    assert {one.right_share for one in found.values()} == {1.0}


def test_processes_are_gone_after_a_stop_half_way() -> None:
    with PairProcesses(1) as processes:
        helper = processes._helpers[0].process
        next(processes.match(_Shares(), _SIDES))
    assert not helper.is_alive()

"""Pairs are matched in processes beside this one; one that dies loses nothing."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from itertools import combinations

from plandraft.core.matching.passages import MatchSet
from plandraft.services.pair_processes import Pair, PairProcesses

_PAIRS = list(combinations(range(16), 2))


@dataclass(frozen=True)
class _Shares:
    """Answer with the pair itself and whether it was matched here."""

    home: int = field(default_factory=os.getpid)

    def match(self, pair: Pair) -> MatchSet:
        # Long enough that the other processes come up before all is done here.
        time.sleep(0.02)
        return MatchSet((), float(pair[0]), float(os.getpid() == self.home))


@dataclass(frozen=True)
class _DiesAbroad(_Shares):
    """End the process at the first pair that is matched elsewhere."""

    def match(self, pair: Pair) -> MatchSet:
        if os.getpid() != self.home:
            os._exit(3)
        return super().match(pair)


def _all(processes: PairProcesses, matcher: _Shares) -> dict[Pair, MatchSet]:
    return {pair: one for results in processes.match(matcher, _PAIRS) for pair, one in results}


def test_each_pair_is_answered_once() -> None:
    with PairProcesses(2) as processes:
        seen = [one for results in processes.match(_Shares(), _PAIRS) for one in results]
    assert sorted(pair for pair, _ in seen) == _PAIRS
    assert {shares.right_share for _, shares in seen} == {0.0, 1.0}


def test_this_process_works_too() -> None:
    with PairProcesses(0) as processes:
        found = _all(processes, _Shares())
    assert {one.right_share for one in found.values()} == {1.0}
    assert [found[pair].left_share for pair in _PAIRS] == [float(left) for left, _ in _PAIRS]


def test_a_process_that_dies_loses_nothing() -> None:
    with PairProcesses(2) as processes:
        found = _all(processes, _DiesAbroad())
    assert sorted(found) == _PAIRS
    assert {one.right_share for one in found.values()} == {1.0}


def test_processes_are_gone_after_a_stop_half_way() -> None:
    with PairProcesses(1) as processes:
        helper = processes._helpers[0].process
        next(processes.match(_Shares(), _PAIRS))
    assert not helper.is_alive()

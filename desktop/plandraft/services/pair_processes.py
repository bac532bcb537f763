"""Processes that match pairs of documents beside this one."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from types import TracebackType
from typing import Protocol, Self

from plandraft.core.matching.passages import MatchSet

Pair = tuple[int, int]
Matched = tuple[Pair, MatchSet]
Batch = Sequence[Pair]

# Small enough that a cancel is heard and progress moves, large enough that sending is nothing.
_PAIRS_A_BATCH = 2
# Each process has its next batch at hand while it works.
_BATCHES_AHEAD = 2
_LISTEN_SECONDS = 0.1
_STOP_SECONDS = 5.0


class PairMatcher(Protocol):
    """Match one pair; sent to each process once."""

    def match(self, pair: Pair) -> MatchSet:
        """Return what the pair shares."""


@dataclass(eq=False, slots=True)
class _Helper:
    process: BaseProcess
    connection: Connection
    batches: deque[Batch] = field(default_factory=deque)
    loaded: bool = False


class PairProcesses:
    """Run `count` processes, which load the program while their work is being prepared.

    Use it as a context: at its end they are stopped wherever they are. A process that dies costs
    nothing but time: its pairs are matched in this one.
    """

    def __init__(self, count: int) -> None:
        # Spawned, not forked: the window's threads must not be copied in the middle of their work.
        context = get_context("spawn")
        self._helpers: list[_Helper] = []
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
            self._helpers.append(_Helper(process, ours))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for helper in self._helpers:
            helper.connection.close()
            helper.process.terminate()
        for helper in self._helpers:
            helper.process.join(_STOP_SECONDS)

    def match(self, matcher: PairMatcher, pairs: Sequence[Pair]) -> Iterator[list[Matched]]:
        """Yield the results as they come, in any order; [] now and then while waiting.

        This process works too. To stop, stop asking for more.
        """
        batches = deque(
            pairs[at : at + _PAIRS_A_BATCH] for at in range(0, len(pairs), _PAIRS_A_BATCH)
        )
        work = bytes(ForkingPickler.dumps(matcher))
        while batches or any(helper.batches for helper in self._helpers):
            self._hand_out(work)
            for helper in [one for one in self._helpers if one.loaded]:
                while batches and len(helper.batches) < _BATCHES_AHEAD:
                    if not self._send(helper, batches.popleft(), batches):
                        break
            here = batches.pop() if batches else ()
            for pair in here:
                yield [(pair, matcher.match(pair))]
            yield self._collect(batches, 0 if here else _LISTEN_SECONDS)

    def _hand_out(self, work: bytes) -> None:
        """Give the work to each process that has come up by now; nobody waits for the others."""
        for helper in [one for one in self._helpers if not one.loaded]:
            try:
                if helper.connection.poll():
                    helper.connection.recv()
                    helper.connection.send_bytes(work)
                    helper.loaded = True
            except (EOFError, OSError):
                self._helpers.remove(helper)

    def _send(self, helper: _Helper, batch: Batch, batches: deque[Batch]) -> bool:
        helper.batches.append(batch)
        try:
            helper.connection.send(batch)
        except OSError:
            self._give_up(helper, batches)
            return False
        return True

    def _collect(self, batches: deque[Batch], seconds: float) -> list[Matched]:
        busy = {helper.connection: helper for helper in self._helpers if helper.batches}
        results: list[Matched] = []
        for connection in wait(list(busy), seconds):
            helper = next(one for one in busy.values() if one.connection is connection)
            try:
                results += helper.connection.recv()
                helper.batches.popleft()
            except (EOFError, OSError):
                self._give_up(helper, batches)
        return results

    def _give_up(self, helper: _Helper, batches: deque[Batch]) -> None:
        """Take back what a process that died had left to do."""
        batches.extend(helper.batches)
        helper.connection.close()
        self._helpers.remove(helper)


def serve(connection: Connection) -> None:
    """Say when the program is loaded, take the work, and answer batches until the end."""
    # Matching makes no cycles; looking for them among all the prepared tokens takes its time.
    gc.disable()
    try:
        connection.send("ready")
        matcher: PairMatcher = connection.recv()
        while True:
            batch: Batch = connection.recv()
            connection.send([(pair, matcher.match(pair)) for pair in batch])
    except (EOFError, OSError):
        # The other end has what it wants, or no longer wants it.
        return

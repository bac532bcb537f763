"""Processes that match pairs of documents beside this one."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from threading import Thread
from types import TracebackType
from typing import Any, Protocol, Self, cast

from plandraft.core.matching.passages import MatchSet

Pair = tuple[int, int]
Matched = tuple[Pair, MatchSet]

# Each process has its next pair at hand while it works; what one has nobody else can take.
_PAIRS_AHEAD = 2
# What a message holds.
_SIDE, _PAIR = "side", "pair"
_LISTEN_SECONDS = 0.1
_STOP_SECONDS = 5.0


class PairMatcher(Protocol):
    """Match the pairs of a set; a copy without sides goes to each process, and then each side."""

    def add(self, side: object) -> None:
        """Take the next side of the set."""

    def match(self, pair: Pair) -> MatchSet:
        """Return what two sides share, by their numbers from 0."""


@dataclass(eq=False, slots=True)
class _Helper:
    process: BaseProcess
    connection: Connection
    pairs: deque[Pair] = field(default_factory=deque)
    loaded: bool = False
    taken: int = 0


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

    def match(self, matcher: PairMatcher, sides: Iterable[object]) -> Iterator[Sequence[Matched]]:
        """Match each of `sides` with each before it; yield the results as they come, in any order.

        While the sides are being made the processes match those there are; then this one works
        too. Yields () now and then, at each side at least. To stop, stop asking for more.
        """
        pairs: deque[Pair] = deque()
        parts = [bytes(ForkingPickler.dumps(matcher))]
        for number, side in enumerate(sides):
            matcher.add(side)
            if self._helpers:
                parts.append(bytes(ForkingPickler.dumps((_SIDE, side))))
            pairs.extend((other, number) for other in range(number))
            self._hand_out(parts, pairs)
            yield self._collect(pairs, 0)
        while pairs or any(helper.pairs for helper in self._helpers):
            self._hand_out(parts, pairs)
            here = bool(pairs)
            if here:
                pair = pairs.pop()
                yield [(pair, matcher.match(pair))]
            yield self._collect(pairs, 0 if here else _LISTEN_SECONDS)

    def _hand_out(self, parts: Sequence[bytes], pairs: deque[Pair]) -> None:
        """Give what it lacks to each process that has come up by now; nobody waits for others."""
        for helper in list(self._helpers):
            try:
                if not helper.loaded and helper.connection.poll():
                    helper.connection.recv()
                    helper.loaded = True
                if helper.loaded:
                    self._supply(helper, parts, pairs)
            except (EOFError, OSError):
                self._give_up(helper, pairs)

    def _supply(self, helper: _Helper, parts: Sequence[bytes], pairs: deque[Pair]) -> None:
        for part in parts[helper.taken :]:
            helper.connection.send_bytes(part)
        helper.taken = len(parts)
        while pairs and len(helper.pairs) < _PAIRS_AHEAD:
            helper.pairs.append(pairs.popleft())
            helper.connection.send((_PAIR, helper.pairs[-1]))

    def _collect(self, pairs: deque[Pair], seconds: float) -> list[Matched]:
        busy = {helper.connection: helper for helper in self._helpers if helper.pairs}
        results: list[Matched] = []
        for connection in wait(list(busy), seconds):
            helper = next(one for one in busy.values() if one.connection is connection)
            try:
                results.append(helper.connection.recv())
                helper.pairs.popleft()
            except (EOFError, OSError):
                self._give_up(helper, pairs)
        return results

    def _give_up(self, helper: _Helper, pairs: deque[Pair]) -> None:
        """Take back what a process that died had left to do."""
        pairs.extend(helper.pairs)
        helper.connection.close()
        self._helpers.remove(helper)


def serve(connection: Connection) -> None:
    """Say when the program is loaded, take the sides, and answer pairs until the end."""
    # Matching makes no cycles; looking for them among all the prepared tokens takes its time.
    gc.disable()
    # Read beside the work: both ends would wait for ever if each sent more than a pipe holds.
    inbox: SimpleQueue[object] = SimpleQueue()
    Thread(target=_read, args=(connection, inbox), daemon=True).start()
    try:
        connection.send("ready")
        matcher = cast("PairMatcher | None", inbox.get())
        while matcher is not None:
            message = cast("tuple[str, Any] | None", inbox.get())
            if message is None:
                return
            kind, value = message
            if kind == _SIDE:
                matcher.add(value)
            else:
                connection.send((value, matcher.match(value)))
    except OSError:
        # The other end has what it wants, or no longer wants it.
        return


def _read(connection: Connection, inbox: SimpleQueue[object]) -> None:
    """Put what comes into `inbox`, and None when nothing more will or what comes is no message."""
    try:
        # The other end closes when it has what it wants.
        with suppress(EOFError, OSError):
            while True:
                inbox.put(connection.recv())
    finally:
        inbox.put(None)

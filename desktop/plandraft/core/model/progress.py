"""How long work tells where it is and learns that it is no longer wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """Say that the work was cancelled."""


class Progress(Protocol):
    """Take reports of work; every report may raise `Cancelled`."""

    def step(self, done: float, label: str = "") -> None:
        """Report that the share `done` (0…1) of this part is finished.

        Raises Cancelled when the work is no longer wanted.
        """

    def part(self, start: float, end: float) -> Progress:
        """Return a Progress whose 0…1 is `start`…`end` of this one."""


class _Silent:
    """Take reports and do nothing."""

    def step(self, done: float, label: str = "") -> None:
        """Ignore the report."""

    def part(self, start: float, end: float) -> Progress:
        """Return itself: a part of nothing is nothing."""
        return self


SILENT: Progress = _Silent()


def each(items: Iterable[Item], total: int, progress: Progress, label: str = "") -> Iterator[Item]:
    """Yield `items` and report after each; raises Cancelled through `progress`."""
    for index, item in enumerate(items):
        yield item
        progress.step((index + 1) / max(1, total), label)

"""Progress on the error stream, when a person is watching it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plandraft.core.model.progress import SILENT, Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


@contextmanager
def shown_progress(label: str) -> Iterator[Progress]:
    """Show a bar while the body works, and leave nothing behind; show nothing in a pipe."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield SILENT
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _Part(bar, bar.add_task(label, total=1.0), 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class _Part:
    """Report a part of the work to a bar."""

    bar: Bar
    task: TaskID
    start: float
    end: float

    def step(self, done: float, label: str = "") -> None:
        """Move the bar."""
        self.bar.update(self.task, completed=self.start + done * (self.end - self.start))
        if label:
            self.bar.update(self.task, description=label)

    def part(self, start: float, end: float) -> _Part:
        """Return a Progress for a part of this part."""
        width = self.end - self.start
        return _Part(self.bar, self.task, self.start + start * width, self.start + end * width)

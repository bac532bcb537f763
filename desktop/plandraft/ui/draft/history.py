"""What can be undone and redone; typing in one paragraph is one step."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.edits import Edit, ReplaceText, apply_edit

# Whoever stops for so long has finished a thought.
PAUSE_SECONDS = 2.0
# Far more than anybody takes back; each step holds one paragraph.
DEEPEST = 1000


@dataclass(frozen=True, slots=True)
class _Step:
    edit: Edit
    at: float


class History:
    """Apply edits to a draft and remember the way back."""

    def __init__(self, draft: Draft, clock: Callable[[], float] = time.monotonic) -> None:
        self.draft = draft
        self._clock = clock
        self._undo: list[_Step] = []
        self._redo: list[Edit] = []
        self._sealed = True

    @property
    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Tell whether there is a step to do again."""
        return bool(self._redo)

    def apply(self, edit: Edit) -> Draft:
        """Return the draft after `edit`; raises what `apply_edit` does and then changes nothing."""
        draft, back = apply_edit(self.draft, edit)
        self._record(back)
        self.draft = draft
        return draft

    def take_over(self, draft: Draft, back: Edit) -> Draft:
        """Accept a draft that was made from the present one; `back` leads to the present one."""
        self.seal()
        self._record(back)
        self.draft = draft
        return draft

    def undo(self) -> Draft:
        """Return the draft one step before; the same draft where there is none."""
        if self._undo:
            self.draft, forth = apply_edit(self.draft, self._undo.pop().edit)
            self._redo.append(forth)
            self._sealed = True
        return self.draft

    def redo(self) -> Draft:
        """Return the draft after the step that was undone last."""
        if self._redo:
            self.draft, back = apply_edit(self.draft, self._redo.pop())
            self._undo.append(_Step(back, self._clock()))
            self._sealed = True
        return self.draft

    def seal(self) -> None:
        """Begin a new step with the next edit."""
        self._sealed = True

    def _record(self, back: Edit) -> None:
        now = self._clock()
        self._redo.clear()
        if self._undo and not self._sealed and self._continues(back, now):
            self._undo[-1] = _Step(self._undo[-1].edit, now)
        else:
            self._undo.append(_Step(back, now))
            del self._undo[:-DEEPEST]
        self._sealed = not isinstance(back, ReplaceText)

    def _continues(self, back: Edit, now: float) -> bool:
        last = self._undo[-1]
        return (
            isinstance(back, ReplaceText)
            and isinstance(last.edit, ReplaceText)
            and last.edit.block == back.block
            and now - last.at < PAUSE_SECONDS
        )

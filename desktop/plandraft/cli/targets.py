"""Keep a command from writing over what it reads."""

from __future__ import annotations

from pathlib import Path

from plandraft.core.model.errors import ErrorCode, PlanError


def refuse_inputs(target: Path, inputs: tuple[Path, ...]) -> None:
    """Refuse to write over what is read; raises PlanError TARGET_IS_INPUT."""
    for path in inputs:
        if _is_same(target, path):
            raise PlanError(ErrorCode.TARGET_IS_INPUT, target)


def _is_same(target: Path, path: Path) -> bool:
    try:
        return target.samefile(path)
    except (OSError, ValueError):
        # One of them is not there: nothing can be written over.
        return False

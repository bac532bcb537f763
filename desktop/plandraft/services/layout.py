"""Judge the layout of Word files, mend copies of them, and say which faces a machine lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import SILENT, Progress
from plandraft.io.layout_check.check import check_layout, fix_layout
from plandraft.io.layout_check.findings import Finding
from plandraft.io.layout_check.rendering import check_rendering
from plandraft.io.office_converter import convert_to_pdf
from plandraft.system.files import check_target, read_input_file, replace_atomically

__all__ = ["Finding", "LayoutReport", "LayoutService"]

Result = TypeVar("Result")

LARGEST_FILE = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class LayoutReport:
    """Hold what was found in a file, and what was mended in the copy `target`."""

    path: Path
    findings: tuple[Finding, ...]
    mended: tuple[Finding, ...] = ()
    target: Path | None = None


class LayoutService:
    """Check the layout of Word files, from this program or any other."""

    def check(
        self, path: Path, progress: Progress = SILENT, *, render: bool = False
    ) -> LayoutReport:
        """Judge a .docx, and with `render` the pages that LibreOffice makes of it.

        Raises PlanError FILE_*, CONVERTER_MISSING, CONVERSION_FAILED, and Cancelled through
        `progress`.
        """
        data = _read(path)
        progress.step(0.1)
        findings = _about(path, lambda: check_layout(data))
        if render:
            progress.step(0.3)
            pdf = convert_to_pdf(path, data)
            findings += _about(path, lambda: check_rendering(pdf))
        progress.step(1.0)
        return LayoutReport(path, findings)

    def fix(self, path: Path, target: Path, progress: Progress = SILENT) -> LayoutReport:
        """Write a copy with what is mechanical mended; the findings are what is left in it.

        Raises PlanError FILE_*, TARGET_* or TARGET_IS_INPUT; the file itself is never changed.
        """
        check_target(target)
        if target.exists() and target.samefile(path):
            raise PlanError(ErrorCode.TARGET_IS_INPUT, target)
        data = _read(path)
        progress.step(0.1)
        copy, mended = _about(path, lambda: fix_layout(data))
        progress.step(0.6)
        left = _about(path, lambda: check_layout(copy))
        replace_atomically(target, copy)
        progress.step(1.0)
        return LayoutReport(path, left, mended, target)


def _read(path: Path) -> bytes:
    return read_input_file(path, LARGEST_FILE)


def _about(path: Path, work: Callable[[], Result]) -> Result:
    """Return the result of `work`; its errors name the file they are about."""
    try:
        return work()
    except PlanError as error:
        raise PlanError(error.code, error.subject or path, **error.details) from error

"""What an import came to, in words: a sentence of numbers and the errors that matter most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import QCoreApplication

from plandraft.core.model.document import WarningCode
from plandraft.core.model.errors import PlanError
from plandraft.services.library import DocumentRecord, ImportReport, suffix_of
from plandraft.system.messages import error_text

# Errors of one import that are told at the foot of the page; the rest are in the list.
_MOST_TOLD = 2
_MOST_SUFFIXES = 3

translate = QCoreApplication.translate


def short_error(path: Path, error: PlanError, language: str) -> str:
    """Return the text of an error with the name of its file alone: paths hide what is said."""
    return error_text(PlanError(error.code, file_name(path), **error.details), language)


def file_name(path: PurePath) -> str:
    """Return the last part of a path; a drive or a share (D:\\, \\\\server\\plans) has none."""
    return path.name or str(path)


def is_repairable(record: DocumentRecord) -> bool:
    """Tell whether repairs are offered for a document."""
    return any(warning.code is WarningCode.SHIFTED_BYTES for warning in record.warnings)


def import_summary(report: ImportReport) -> str:
    """Return how many files were added, known, changed, not read, and can be repaired."""
    damaged = sum(is_repairable(record) for record in report.added)
    parts = [
        text.format(count=count)
        for count, text in (
            (len(report.added), translate("LibraryController", "已导入 {count} 份")),
            (
                len(report.known),
                translate("LibraryController", "{count} 份内容已在资料库中，没有重复导入"),
            ),
            (len(report.failed), translate("LibraryController", "{count} 份未能导入")),
            (
                len(report.changed),
                translate("LibraryController", "其中 {count} 份的原文件改动过，新旧两版都保留着"),
            ),
        )
        if count
    ]
    if not parts:
        parts.append(translate("LibraryController", "这里没有可以导入的文件"))
    if damaged:
        text = translate("LibraryController", "{count} 份有乱码，可以修复")
        parts.append(text.format(count=damaged))
    if report.skipped:
        parts.append(_skipped(report.skipped))
    return "，".join(parts) + "。"


def import_errors(report: ImportReport, language: str) -> tuple[str, ...]:
    """Return the errors that are told beside the summary, and how many more the list has."""
    texts = tuple(short_error(path, error, language) for path, error in report.failed)
    if len(texts) <= _MOST_TOLD + 1:
        return texts
    rest = translate("LibraryController", "其余 {count} 份的原因见清单")
    return (*texts[:_MOST_TOLD], rest.format(count=len(texts) - _MOST_TOLD))


def _skipped(files: Sequence[Path]) -> str:
    """Say how many files in folders were of other formats, and of which most."""
    counts = Counter(suffix_of(path) for path in files)
    names = [suffix for suffix, _count in counts.most_common() if suffix][:_MOST_SUFFIXES]
    if not names:
        text = translate("LibraryController", "{count} 个其他格式的文件没有读")
        return text.format(count=len(files))
    text = translate("LibraryController", "{count} 个其他格式的文件（{suffixes}）没有读")
    return text.format(count=len(files), suffixes="、".join(names))

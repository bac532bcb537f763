"""Fill the library and look into it."""

from __future__ import annotations

from pathlib import Path

import typer

from plandraft.cli.output import write_error, write_json, write_line
from plandraft.cli.progress import shown_progress
from plandraft.cli.wording import current_language
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.services.library import DocumentRecord, LibraryService
from plandraft.system.messages import error_text, one_line
from plandraft.system.paths import library_file

_SOME_UNUSABLE = 3


def add_files(files: list[Path]) -> None:
    """Import files; those that fail are told one by one and the others stay."""
    with shown_progress("导入") as progress:
        report = _service().add_files(files, progress)
    for record in report.added:
        write_line(f"已导入  {_line(record)}")
    for record in report.known:
        write_line(f"已在库中  {_line(record)}")
    for _path, error in report.failed:
        write_error(error_text(error, current_language.get()))
    if report.failed:
        raise typer.Exit(_SOME_UNUSABLE)


def print_documents(query: str, *, as_json: bool) -> None:
    """Print the documents of the library, or those with every word of `query`."""
    records = _service().list_documents(query)
    if as_json:
        write_json([_record_data(record) for record in records])
        return
    for record in records:
        write_line(_line(record))


def remove_documents(numbers: list[int]) -> None:
    """Take documents out; raises PlanError DOCUMENT_GONE before any is taken."""
    service = _service()
    known = {record.id: record for record in service.list_documents()}
    for number in numbers:
        if number not in known:
            raise PlanError(ErrorCode.DOCUMENT_GONE, number)
    service.remove(numbers)
    for number in numbers:
        write_line(f"已移除  {_line(known[number])}")


def export_decisions(output: Path) -> None:
    """Write all decisions about passages; raises PlanError REPORT_FORMAT_UNKNOWN or TARGET_*."""
    from plandraft.services.reviewing import ReviewService

    count = ReviewService(library_file()).export(output)
    write_line(one_line(f"已导出 {count} 条判断：{output}"))


def _service() -> LibraryService:
    return LibraryService(library_file())


def _line(record: DocumentRecord) -> str:
    about = "，".join(part for part in (record.place, record.period) if part)
    return one_line(
        f"{record.id:>4}  {record.title or Path(record.path).name}"
        f"（{about + '，' if about else ''}{record.characters} 字）  {record.path}"
    )


def _record_data(record: DocumentRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "title": record.title,
        "place": record.place,
        "period": record.period,
        "path": record.path,
        "format": record.format,
        "characters": record.characters,
        "added_at": record.added_at.isoformat(),
    }

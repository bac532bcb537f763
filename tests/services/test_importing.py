"""Whatever lies in a folder is told of by name, and never stops what lies beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.helpers.doc_files import doc
from tests.helpers.docx_files import docx, paragraph

from plandraft.core.model.document import Document
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Progress
from plandraft.io.worker import ReaderPool
from plandraft.services import importing
from plandraft.services.importing import can_be_converted, expand_paths
from plandraft.services.library import LibraryService

PLAN = "云汀市规划\n一、目标\n加快建设{}。"
posix_only = pytest.mark.skipif(os.name != "posix", reason="names that Windows does not have")


@pytest.fixture(scope="module")
def readers() -> Iterator[ReaderPool]:
    """Return the reading processes of all tests here."""
    pool = ReaderPool(size=2)
    yield pool
    pool.close()


@pytest.fixture
def library(tmp_path: Path, readers: ReaderPool) -> LibraryService:
    return LibraryService(tmp_path / "data" / "library.db", readers=readers)


@pytest.mark.parametrize(
    "suffix",
    [".dot", ".wpt", ".dotm", ".fodt", ".xml", ".xhtml", ".ott", ".DOCX", ".text", ".shtml"],
)
def test_all_that_is_read_is_found_in_folders(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"规划{suffix}"
    file.write_text("规划", encoding="utf-8")
    (tmp_path / "~$规划.docx").write_text("", encoding="utf-8")
    (tmp_path / "图.png").write_text("", encoding="utf-8")
    assert expand_paths([tmp_path]) == (file,)


@posix_only
def test_odd_names_and_odd_files(library: LibraryService, tmp_path: Path) -> None:
    plans = tmp_path / "规划"
    plans.mkdir()
    good = ("😀规划.txt", "规划.txt ", "长" * 80 + ".txt", "a\nb.txt", "-rf.txt")
    for number, name in enumerate(good):
        (plans / name).write_text(PLAN.format("甲乙丙丁戊"[number]), encoding="utf-8")
    inner = plans / "像文件.docx"
    inner.mkdir()
    (inner / "里面.txt").write_text(PLAN.format("己"), encoding="utf-8")
    (plans / "空.txt").write_bytes(b"")
    with (plans / "大.txt").open("wb") as stream:
        stream.truncate(500 * 1024 * 1024)
    gone = plans / "走了.txt"
    report = library.add_files([plans, gone])
    assert len(report.added) == len(good) + 1
    told = {path.name: error.code for path, error in report.failed}
    assert told == {
        "空.txt": ErrorCode.FILE_EMPTY,
        "大.txt": ErrorCode.FILE_TOO_LARGE,
        "走了.txt": ErrorCode.FILE_MISSING,
    }


def test_the_same_content_is_told_with_its_file(library: LibraryService, tmp_path: Path) -> None:
    first, copy = tmp_path / "一.txt", tmp_path / "二.txt"
    for path in (first, copy):
        path.write_text(PLAN.format(""), encoding="utf-8")
    report = library.add_files([first, copy])
    assert len(report.added) == 1
    assert report.known == report.added
    assert report.known_paths == (copy,)


def test_a_file_that_changed_is_told_with_what_it_was(
    library: LibraryService, tmp_path: Path
) -> None:
    plan, other = tmp_path / "规划.txt", tmp_path / "其他.txt"
    plan.write_text(PLAN.format("港口"), encoding="utf-8")
    other.write_text(PLAN.format("机场"), encoding="utf-8")
    first, second = library.add_files([plan, other]).added
    plan.write_text(PLAN.format("铁路"), encoding="utf-8")
    report = library.add_files([plan, other])
    assert [(new.id, old.id) for new, old in report.changed] == [(report.added[0].id, first.id)]
    assert [record.id for record in report.known] == [second.id]
    # The newest of several versions is the one before.
    plan.write_text(PLAN.format("公路"), encoding="utf-8")
    again = library.add_files([plan])
    assert again.changed == ((again.added[0], report.added[0]),)


def test_what_is_left_out_of_a_folder_is_told(library: LibraryService, tmp_path: Path) -> None:
    folder = tmp_path / "资料"
    folder.mkdir()
    (folder / "规划.txt").write_text(PLAN.format(""), encoding="utf-8")
    (folder / "表.xlsx").write_bytes(b"PK")
    (folder / "~$规划.docx").write_bytes(b"")
    (folder / ".hidden").write_bytes(b"")
    (folder / "Thumbs.db").write_bytes(b"x")
    report = library.add_files([folder])
    assert [path.name for path in report.skipped] == ["表.xlsx"]
    assert len(report.added) == 1


def test_a_folder_that_does_not_open_is_told_and_stops_nothing(
    library: LibraryService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, shut = tmp_path / "资料", tmp_path / "资料" / "断开的网盘"
    shut.mkdir(parents=True)
    (folder / "规划.txt").write_text(PLAN.format(""), encoding="utf-8")
    really = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == shut:
            raise FileNotFoundError(2, "gone", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    report = library.add_files([folder])
    assert len(report.added) == 1
    assert [(path, error.code) for path, error in report.failed] == [
        (shut, ErrorCode.FILE_UNREADABLE)
    ]
    assert library.add_files([shut]).failed[0][1].code is ErrorCode.FILE_UNREADABLE


@posix_only
def test_a_dot_behind_a_suffix_hides_no_file(tmp_path: Path) -> None:
    for name in ("一.txt.", "二.docx ."):
        (tmp_path / name).write_text("规划", encoding="utf-8")
    assert [path.name for path in expand_paths([tmp_path])] == ["一.txt.", "二.docx ."]


def test_only_what_an_office_program_opens_is_offered_to_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importing, "find_office", lambda: Path("/usr/bin/soffice"))
    old = PlanError(ErrorCode.FILE_UNSUPPORTED, "a.doc", reason="Word 6.0/95")
    assert can_be_converted(old)
    assert not can_be_converted(PlanError(ErrorCode.FILE_ARCHIVE, "a.rar", reason="RAR"))
    table = PlanError(ErrorCode.FILE_UNSUPPORTED, "a.xls", reason="Excel .xls")
    assert not can_be_converted(table)
    assert not can_be_converted(PlanError(ErrorCode.FILE_EMPTY, "a.doc"))
    monkeypatch.setattr(importing, "find_office", lambda: None)
    assert not can_be_converted(old)


def test_what_no_reader_knows_is_converted_when_asked(
    library: LibraryService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "旧.doc"
    old.write_bytes(doc("旧\r", identifier=0xA5DC, version=104))
    ready = tmp_path / "ready.docx"
    ready.write_bytes(docx(paragraph("建设网络，落实责任。")))
    monkeypatch.setattr(importing, "find_office", lambda: Path(sys.executable))

    def convert(
        path: Path, read: Callable[[Path, Progress], Document], progress: Progress
    ) -> Document:
        return read(ready, progress)

    monkeypatch.setattr(importing, "read_converted", convert)
    (failed,) = library.add_files([old]).failed
    assert failed[1].code is ErrorCode.FILE_UNSUPPORTED
    assert len(library.add_files([old], convert=True).added) == 1

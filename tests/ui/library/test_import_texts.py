"""What is said of an import: numbers, the first errors, and files by their names."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from tests.ui.library.test_library_page import record

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.services.library import ImportReport
from plandraft.ui.library.import_texts import file_name, import_errors, import_summary


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (PurePosixPath("/plans/规划.txt"), "规划.txt"),
        (PurePosixPath("/"), "/"),
        (PureWindowsPath("D:\\"), "D:\\"),
        (PureWindowsPath("D:\\规划\\con.txt"), "con.txt"),
        (PureWindowsPath("\\\\server\\plans\\"), "\\\\server\\plans\\"),
    ],
)
def test_every_place_has_a_name(path: PurePath, name: str) -> None:
    assert file_name(path) == name


def test_the_numbers_of_an_import_make_a_sentence() -> None:
    old, new = record(1, "云汀市规划", "云汀"), record(2, "云汀市规划", "云汀")
    skipped = tuple(Path(name) for name in ("a.xls", "b.XLS", "c.jpg", "d"))
    report = ImportReport(added=(new,), changed=((new, old),), skipped=skipped)
    assert import_summary(report) == (
        "已导入 1 份，其中 1 份的原文件改动过，新旧两版都保留着，"
        "4 个其他格式的文件（.xls、.jpg）没有读。"
    )
    assert import_summary(ImportReport(skipped=(Path("d"),))) == (
        "这里没有可以导入的文件，1 个其他格式的文件没有读。"
    )


@pytest.mark.parametrize(("count", "told"), [(1, 1), (3, 3), (4, 3), (90, 3)])
def test_only_a_few_errors_are_told(count: int, told: int) -> None:
    paths = [Path(f"/很长的路径/空{number}.txt") for number in range(count)]
    failed = tuple((path, PlanError(ErrorCode.FILE_EMPTY, path)) for path in paths)
    lines = import_errors(ImportReport(failed=failed), "zh_CN")
    assert len(lines) == told
    assert "很长的路径" not in "".join(lines)

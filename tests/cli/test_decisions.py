"""`decisions` exports what was decided about passages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.helpers.xlsx_files import read_workbook
from tests.ui.compare.comparisons import make_comparison

from plandraft.services.reviewing import Decision, ReviewService, Verdict
from plandraft.system.paths import library_file


def test_decisions_are_exported(command: Command, tmp_path: Path) -> None:
    comparison = make_comparison()
    passage = comparison.rows[2].passage
    ReviewService(library_file()).decide(comparison, passage, Decision(Verdict.USED, "第三节"))
    table, workbook = tmp_path / "判断.csv", tmp_path / "判断.xlsx"
    done = command("decisions", table)
    assert (done.code, done.errors) == (0, "")
    assert done.text == f"已导出 1 条判断：{table}\n"
    assert "已采用,第三节,云汀市防灾减灾规划" in table.read_text(encoding="utf-8-sig")
    assert command("decisions", workbook).code == 0
    assert read_workbook(workbook.read_bytes())["段落判断"][1][:2] == ["已采用", "第三节"]


@pytest.mark.parametrize("name", ["判断.txt", "判断"])
def test_other_formats_are_wrong_usage(command: Command, tmp_path: Path, name: str) -> None:
    done = command("decisions", tmp_path / name)
    assert (done.code, done.output) == (2, b"")
    assert ".csv" in done.errors
    assert list(tmp_path.iterdir()) == []

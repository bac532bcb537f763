"""`compare --phrases FILE --same FILE` counts without set phrases and names a bad line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.helpers.xlsx_files import read_workbook

LEFT, RIGHT, OTHER = (
    "yunting_digital_2026.docx",
    "lanchuan_digital_2021.txt",
    "tanglu_opinions_2026.txt",
)


@pytest.fixture
def phrases(command: Command, samples: Path, tmp_path: Path) -> Path:
    """Return a list with the wording of the passage that is the same in both samples."""
    data = command("compare", samples / LEFT, samples / RIGHT, "--json").json
    start, end = next(one["a"] for one in data["passages"] if one["kind"] == "identical")
    text = command("extract", samples / LEFT).text[start:end]
    path = tmp_path / "套话.txt"
    path.write_text("# 自定套话\n" + " ".join(text.split()) + "\n", encoding="utf-8")
    return path


def test_phrases_take_their_passages_off_the_shares(
    command: Command, samples: Path, phrases: Path, tmp_path: Path
) -> None:
    files = samples / LEFT, samples / RIGHT
    data = command("compare", *files, "--phrases", phrases, "--json").json
    (only,) = data["own_phrases"]["passages"]
    assert data["passages"][only]["kind"] == "identical"
    assert 0 < data["own_phrases"]["a_share"] < data["a_share"]
    told = command("compare", *files, "--phrases", phrases).text
    assert "不计自定套话（1 处）" in told
    assert sum(line.endswith("  自定套话") for line in told.splitlines()) == 1
    report = tmp_path / "报告.html"
    assert command("compare", *files, "--phrases", phrases, "--report", report).code == 0
    told = report.read_text(encoding="utf-8")
    assert "1 处判为非借用或套话" in told
    assert "由自定套话组成的段落 1 处" in told
    assert "替换（视为相同）" not in told, "a legend names no class that cannot be there"
    several = command("compare", *files, samples / OTHER, "--phrases", phrases).text
    assert several.count("不计自定套话（1 处）") == 1
    plain = command("compare", *files, "--json").json
    assert plain["own_phrases"]["passages"] == []
    assert plain["passages"] == data["passages"], "the matching does not depend on the list"


def test_phrases_are_no_passages_of_several_plans(
    command: Command, samples: Path, phrases: Path, tmp_path: Path
) -> None:
    files, report = (samples / LEFT, samples / RIGHT, samples / OTHER), tmp_path / "多份.xlsx"
    words = "".join(phrases.read_text(encoding="utf-8").splitlines()[1].split())

    def rows(name: str) -> list[str]:
        sheets = read_workbook(report.read_bytes())
        return ["".join(str(row[1]).split()) for row in sheets.get(name, ())]

    assert command("compare", *files, "--report", report).code == 0
    assert words in rows("段落")
    before = read_workbook(report.read_bytes())["相似度"][1][2]
    outcome = command("compare", *files, "--phrases", phrases, "--report", report)
    assert (outcome.code, outcome.errors) == (0, "")
    assert words not in rows("段落")
    assert rows("不计入")[1:] == [words]
    after = read_workbook(report.read_bytes())["相似度"][1][2]
    data = command("compare", *files[:2], "--phrases", phrases, "--json").json
    assert after == pytest.approx(data["own_phrases"]["a_share"], abs=1e-4)
    assert after < before


def test_pairs_are_a_class_of_their_own(command: Command, samples: Path, tmp_path: Path) -> None:
    same = tmp_path / "替换.txt"
    same.write_text("高效办成一件事 = 一次办好一件事\n", encoding="utf-8")
    files = samples / LEFT, samples / RIGHT
    plain = command("compare", *files, "--json").json
    data = command("compare", *files, "--same", same, "--json").json

    def classes(found: dict[str, list[dict[str, list[dict[str, str]]]]]) -> set[str]:
        return {edit["class"] for one in found["passages"] for edit in one["edits"]}

    assert classes(data) - classes(plain) == {"substitute"}
    for name in ("报告.html", "报告.docx", "报告.xlsx"):
        outcome = command("compare", *files, "--same", same, "--report", tmp_path / name)
        assert (outcome.code, outcome.errors) == (0, "")
    told = (tmp_path / "报告.html").read_text(encoding="utf-8")
    assert "替换 1 对，视为相同" in told
    assert '<mark class="substitute" title="替换（视为相同）">高效办成一件事</mark>' in told
    masked = zip(data["passages"], plain["passages"], strict=True)
    assert any(new["masked_similarity"] > old["masked_similarity"] for new, old in masked)


@pytest.mark.parametrize(
    ("option", "text", "told"),
    [
        ("--phrases", None, "找不到文件"),
        ("--phrases", "加强组织领导\n短\n", "第 2 行不能作为套话"),
        ("--same", "\n经信委\n", "第 2 行不能作为替换"),
    ],
)
def test_a_bad_list_is_told_before_anything_is_read(
    command: Command, samples: Path, tmp_path: Path, option: str, text: str | None, told: str
) -> None:
    path = tmp_path / "名单.txt"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    outcome = command("compare", samples / LEFT, samples / RIGHT, option, path)
    assert outcome.code != 0
    assert told in outcome.errors
    assert outcome.text == ""

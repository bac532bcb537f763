"""`layout` judges Word files, whoever wrote them, and mends copies."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from tests.cli.conftest import Command


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Return a file as a library writes it by default."""
    document = docx.Document()
    document.add_heading("云汀市数字化发展规划", 0)
    document.add_paragraph("一、总体要求")
    document.add_paragraph("统筹推进网络建设，做到“应通尽通”。")
    document.add_paragraph("云汀市人民政府")
    document.add_paragraph("2026年05月08日")
    path = tmp_path / "外来.docx"
    document.save(str(path))
    return path


def test_a_foreign_file_is_judged(command: Command, foreign: Path) -> None:
    done = command("layout", foreign)
    assert (done.code, done.errors) == (0, "")
    assert "天头" in done.text
    assert "5.2.1" in done.text
    data = command("layout", foreign, "--json").json
    rules = {one["rule"] for one in data["findings"]}
    assert {"page.size", "number.odd_even", "file.theme_fonts", "heading.outline",
            "date.form", "text.hint", "file.author"} <= rules  # fmt: skip
    (date,) = [one for one in data["findings"] if one["rule"] == "date.form"]
    assert (date["found"], date["clause"], date["fixable"]) == (
        "2026年05月08日", "7.3.5.4", True,
    )  # fmt: skip


def test_a_copy_is_mended(command: Command, foreign: Path, tmp_path: Path) -> None:
    before = foreign.read_bytes()
    target = tmp_path / "已修正.docx"
    data = command("layout", foreign, "--fix", target, "--json").json
    assert len(data["mended"]) > 20
    left = {one["rule"] for one in data["findings"]}
    assert not [one for one in data["findings"] if one["fixable"]]
    assert "date.form" not in left
    assert foreign.read_bytes() == before
    texts = [one.text for one in docx.Document(str(target)).paragraphs]
    assert "2026年5月8日" in texts
    assert "已修正" in command("layout", foreign, "--fix", target).text


def test_our_own_export_is_in_order(command: Command, draft: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.docx"
    command("draft", "export", draft, output)
    data = command("layout", output, "--json").json
    assert {one["rule"] for one in data["findings"]} == {"text.slot"}


def test_wrong_usage_of_layout(command: Command, foreign: Path, tmp_path: Path) -> None:
    before = foreign.read_bytes()
    assert command("layout", foreign, "--fix", foreign).code == 3
    assert command("layout", foreign, "--fix", tmp_path / "a.pdf").code == 2
    assert command("layout", tmp_path / "none.docx").code == 3
    text = tmp_path / "a.txt"
    text.write_text("正文", encoding="utf-8")
    done = command("layout", text)
    assert (done.code, done.output) == (3, b"")
    assert str(text) in done.errors
    assert foreign.read_bytes() == before


def test_fonts_are_listed(command: Command) -> None:
    data = command("fonts", "--json").json
    assert "仿宋_GB2312" in [one["face"] for one in data]
    assert "小标宋体" in command("fonts").text


def test_houses_are_listed_and_used(command: Command, draft: Path, tmp_path: Path) -> None:
    data = {one["id"]: one for one in command("houses", "--json").json}
    assert data["bold_headings"]["deviations"][0]["clause"] == "7.3.3"
    assert "偏离 7.3.3" in command("houses").text
    output = tmp_path / "a.docx"
    assert command("draft", "export", draft, output, "--house", "bold_headings").code == 0
    rules = {one["rule"] for one in command("layout", output, "--json").json["findings"]}
    assert "heading2.bold" in rules
    assert command("draft", "export", draft, output, "--house", "没有").code == 3

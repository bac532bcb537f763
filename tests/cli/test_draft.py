"""`draft` begins, fills, shows and exports a draft; `templates` says from what."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import docx
import pytest
from tests.cli.conftest import Command

from plandraft.io.importers.base import read_document

SECTION = "tasks.infrastructure"


def test_templates_are_listed(command: Command) -> None:
    data = command("templates", "--json").json
    (template,) = [item for item in data if item["id"] == "municipal_special_plan"]
    assert "城市" in [slot["name"] for slot in template["slots"]]
    assert SECTION in [section["id"] for section in template["sections"]]
    listed = command("templates").text
    assert "municipal_special_plan" in listed
    assert SECTION in listed


def test_new_draft_has_its_slots_filled(command: Command, draft: Path) -> None:
    data = command("draft", "show", draft, "--json").json
    assert data["slots"]["城市"] == "云汀市"
    assert "云汀市" in data["title"]
    assert "城市" not in data["open_slots"]
    assert data["open_slots"]


def test_title_can_be_given(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.plandraft"
    template = ["--template", "municipal_special_plan"]
    assert command("draft", "new", *template, "-o", path, "--title", "新题").code == 0
    assert command("draft", "show", path, "--json").json["title"] == "新题"


def test_existing_draft_is_not_overwritten(command: Command, draft: Path) -> None:
    before = draft.read_bytes()
    done = command("draft", "new", "--template", "municipal_special_plan", "-o", draft)
    assert done.code == 3
    assert str(draft) in done.errors
    assert draft.read_bytes() == before


def test_passage_is_added_with_its_source(command: Command, draft: Path, samples: Path) -> None:
    source = samples / "lanchuan_digital_2021.txt"
    text = command("extract", source).text
    paragraph = next(line for line in text.split("\n") if len(line) > 80)
    start = text.index(paragraph)
    end = start + len(paragraph)
    added = command("draft", "add", draft, SECTION, source, start, end)
    assert (added.code, added.errors) == (0, "")
    data = command("draft", "show", draft, "--json").json
    (section,) = [item for item in data["sections"] if item["id"] == SECTION]
    block = section["blocks"][-1]
    assert block["text"] == paragraph
    assert block["source"]["text"] == paragraph
    assert (block["source"]["start"], block["source"]["end"]) == (start, end)
    assert block["source"]["place"] == "澜川"
    assert "澜川市" in command("draft", "show", draft).text


def test_section_can_be_named_by_its_title(command: Command, draft: Path, samples: Path) -> None:
    data = command("draft", "show", draft, "--json").json
    title = next(item["title"] for item in data["sections"] if item["id"] == SECTION)
    done = command("draft", "add", draft, title, samples / "lanchuan_digital_2021.txt", 0, 10)
    assert done.code == 0


def test_draft_is_exported(command: Command, draft: Path, samples: Path, tmp_path: Path) -> None:
    source = samples / "lanchuan_digital_2021.txt"
    command("draft", "add", draft, SECTION, source, 0, 12)
    taken = command("extract", source).text[:12]
    output = tmp_path / "规划 终稿.docx"
    done = command("draft", "export", draft, output, "--with-sources")
    assert (done.code, done.errors) == (0, "")
    with zipfile.ZipFile(output) as package:
        document = package.read("word/document.xml").decode("utf-8")
        comments = package.read("word/comments.xml").decode("utf-8")
    assert taken.split("\n")[0] in document
    assert "澜川" in comments


def test_export_replaces_an_older_one(command: Command, draft: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.docx"
    output.write_bytes(b"old")
    assert command("draft", "export", draft, output).code == 0
    assert zipfile.is_zipfile(output)


def test_wrong_usage_of_draft(command: Command, draft: Path, samples: Path, tmp_path: Path) -> None:
    source = samples / "lanchuan_digital_2021.txt"
    new = ["draft", "new", "--template", "municipal_special_plan"]
    before = draft.read_bytes()
    cases = [
        ["draft"],
        ["draft", "nonsense"],
        new,
        [*new, "-o", tmp_path / "n", "--slot", "城市"],
        [*new, "-o", tmp_path / "n", "--slot", "=云汀市"],
        ["draft", "new", "-o", tmp_path / "n"],
        ["draft", "add", draft, SECTION, source, "0"],
        ["draft", "add", draft, SECTION, source, "zero", "5"],
        ["draft", "add", draft, SECTION, source, "0", "5.5"],
        ["draft", "add", draft, SECTION, source, "-1", "5"],
        ["draft", "export", draft],
        ["draft", "export", draft, tmp_path / "out.txt"],
        ["draft", "show"],
    ]
    for arguments in cases:
        done = command(*arguments)
        assert (done.code, done.output) == (2, b""), arguments
        assert done.errors.count("\n") == 1, arguments
    assert draft.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [draft.name]


def test_presets_and_wrappers(command: Command, draft: Path, tmp_path: Path) -> None:
    output = tmp_path / "讨论.docx"
    notice = ["--notice", "发文字号=云政发〔2026〕5号", "--notice", "主送机关=各县人民政府"]
    done = command(
        "draft", "export", draft, output, "--preset", "讨论稿", "--wrapper", "notice-annex",
        *notice, "--contents", "--sealed", "--author", "市数据局",
    )  # fmt: skip
    assert (done.code, done.errors) == (0, "")
    with zipfile.ZipFile(output) as package:
        document = package.read("word/document.xml").decode("utf-8")
        core = package.read("docProps/core.xml").decode("utf-8")
    assert "云政发〔2026〕5号" in document
    assert "<w:sdt>" in document
    assert " TOC " in document
    assert "<dc:creator>市数据局</dc:creator>" in core


def test_a_draft_with_open_slots_is_not_final(
    command: Command, draft: Path, tmp_path: Path
) -> None:
    output = tmp_path / "a.docx"
    done = command("draft", "export", draft, output, "--preset", "final")
    assert (done.code, done.output) == (3, b"")
    assert "未填写【领域】" in done.errors
    assert not output.exists()


def test_plain_text_goes_to_a_text_file(command: Command, draft: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.txt"
    assert command("draft", "export", draft, output, "--preset", "plain").code == 0
    assert output.read_bytes().startswith(b"\xef\xbb\xbf")
    wrong = command("draft", "export", draft, tmp_path / "b.docx", "--preset", "plain")
    assert wrong.code == 2


def test_unknown_export_options(command: Command, draft: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.docx"
    for options in (
        ["--preset", "草稿"],
        ["--wrapper", "信封"],
        ["--notice", "抬头=甲"],
        ["--notice", "发文字号"],
    ):
        done = command("draft", "export", draft, output, *options)
        assert (done.code, done.output) == (2, b""), options
    assert not output.exists()


def test_any_word_file_can_be_the_base(command: Command, draft: Path, tmp_path: Path) -> None:
    base, output = tmp_path / "底稿.docx", tmp_path / "a.docx"
    document = docx.Document()
    document.add_paragraph("内部资料：【城市】")
    document.save(str(base))
    before = base.read_bytes()
    done = command("draft", "export", draft, output, "--base", base)
    assert (done.code, done.errors) == (0, "")
    assert "正文接在文末" in done.text
    assert "补上的样式" in done.text
    assert docx.Document(str(output)).paragraphs[0].text == "内部资料：云汀市"
    assert command("draft", "export", draft, base, "--base", base).code == 3
    assert base.read_bytes() == before
    assert command("draft", "export", draft, output, "--base", draft).code == 3


def test_a_title_page_can_be_asked_for(command: Command, draft: Path, tmp_path: Path) -> None:
    output = tmp_path / "a.docx"
    for option, wanted in (("--title-page", True), ("--no-title-page", False)):
        done = command("draft", "export", draft, output, "--contents", option, "--author", "甲")
        assert (done.code, done.errors) == (0, "")
        with zipfile.ZipFile(output) as package:
            document = package.read("word/document.xml").decode("utf-8")
        assert ("PlanCoverTitle" in document) is wanted


def test_pages_that_cannot_be_measured_are_told(
    command: Command, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plandraft.services.exporting.find_office", lambda: None)
    output = tmp_path / "a.docx"
    done = command("draft", "export", draft, output, "--contents", "--exact-pages")
    assert (done.code, done.errors) == (0, "")
    assert "推算" in done.text


def test_text_behind_the_heading_of_the_next_section_goes_there(
    command: Command, draft: Path, tmp_path: Path
) -> None:
    source = tmp_path / "资料.txt"
    lines = ["甲市规划", "二、总体要求", "（一）指导思想", "坚持统筹推进各项工作，狠抓落实。",
             "（二）基本原则", "坚持创新驱动，先行先试，形成经验。"]  # fmt: skip
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    text = read_document(source).text
    start = text.index("（一）指导思想")
    done = command("draft", "add", draft, "goals.guiding", source, str(start), str(len(text)))
    assert (done.code, done.errors) == (0, "")
    assert "其中 1 段在原文的同名标题下，归入“基本原则”。" in done.text
    shown = command("draft", "show", draft, "--json").text
    sections = {one["id"]: one["blocks"] for one in json.loads(shown)["sections"]}
    assert [one["text"] for one in sections["goals.guiding"]][-1:] == [lines[3]]
    assert [one["text"] for one in sections["goals.principles"]][-1:] == [lines[5]]

"""`extract` prints the text that all offsets count, and its structure."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.helpers.ole_files import ole

from plandraft.io import office_converter
from plandraft.io.importers.base import read_document

LINES = (
    "云汀市数字化规划",
    "一、总体要求",
    "（一）发展目标",
    "到2030年，𠮷林式推进。",
    "（二）任务",
    "加快建设。",
    "二、保障",
    "落实责任。",
)
# With an empty line and both kinds of line ends, which the recovered text has not.
PLAN = LINES[0] + "\n\n" + "\r\n".join(LINES[1:])


def test_text_is_printed_exactly(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "规划 📄.txt"
    file.write_bytes(PLAN.encode("utf-8"))
    done = command("extract", file)
    assert done.code == 0
    assert done.errors == ""
    assert done.text == "\n".join(LINES)


def test_structure_refers_to_the_printed_text(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(PLAN.encode("gb18030"))
    text = command("extract", file).text
    data = command("extract", file, "--json").json
    assert set(data) == {"title", "place", "encoding", "metadata", "warnings", "blocks"}
    assert data["title"] == "云汀市数字化规划"
    assert data["encoding"] == "gb18030"
    assert all(warning["message"] for warning in data["warnings"])
    blocks = [
        (block["kind"], block["level"], block["number"], text[block["start"] : block["end"]])
        for block in data["blocks"]
    ]
    assert blocks == [
        ("title", 0, "", "云汀市数字化规划"),
        ("heading", 1, "一", "一、总体要求"),
        ("heading", 2, "（一）", "（一）发展目标"),
        ("paragraph", 0, "", "到2030年，𠮷林式推进。"),
        ("heading", 2, "（二）", "（二）任务"),
        ("paragraph", 0, "", "加快建设。"),
        ("heading", 1, "二", "二、保障"),
        ("paragraph", 0, "", "落实责任。"),
    ]


def test_json_is_readable_chinese(command: Command, samples: Path) -> None:
    assert (
        "砚溪市".encode()
        in command("extract", samples / "yanxi_informatisation_2026.txt", "--json").output
    )


@pytest.mark.parametrize("option", ["-j", "--text"])
def test_unknown_option_is_wrong_usage(command: Command, option: str) -> None:
    done = command("extract", option, "a.txt")
    assert (done.code, done.output) == (2, b"")
    assert option in done.errors


def test_real_plans_print_what_the_importer_read(command: Command, shared: Path) -> None:
    for file in sorted((shared / "plans").glob("*.txt")):
        document = read_document(file)
        assert command("extract", file).text == document.text
        blocks = command("extract", file, "--json").json["blocks"]
        assert len(blocks) == len(document.blocks)


def test_json_tells_what_a_document_says_of_itself(command: Command, samples: Path) -> None:
    file = samples / "tanglu_opinions_2026.txt"
    data, text = command("extract", file, "--json").json["metadata"], command("extract", file).text
    found = {
        name: one["value"]
        for name, one in data.items()
        if isinstance(one, dict) and text[one["start"] : one["end"]]
    }
    assert found == {
        "place": "棠麓市",
        "year": "2026",
        "organ": "棠麓市人民政府",
        "number": "棠政发〔2026〕7号",
        "kind": "opinions",
    }
    assert (data["level"], data["period"], data["years"]) == ("prefecture", None, None)


def test_old_format_is_converted_only_when_asked(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_converter, "find_office", lambda: None)
    file = tmp_path / "旧规划.wps"
    file.write_bytes(ole({"MatOST": b"x"}))
    refused = command("extract", file)
    assert (refused.code, refused.output) == (3, b"")
    assert "Works" in refused.errors
    asked = command("extract", file, "--convert")
    assert (asked.code, asked.output) == (3, b"")
    assert "LibreOffice" in asked.errors


def test_convert_does_not_matter_for_what_can_be_read(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "规划.rtf"
    file.write_bytes(rb"{\rtf1 plan\par}")
    assert command("extract", file, "--convert").text == "plan"

"""`plandraft repair` offers what was garbled by a lost byte and leaves the file alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Command

SENTENCE = "各单位要把数据的归集、治理和开放摆在突出位置，健全工作机制。"


@pytest.fixture
def garbled(tmp_path: Path) -> Path:
    """Return a plan that lost one byte on its way."""
    path = tmp_path / "坏.txt"
    before, after = (
        "云汀市规划\n一、目标\n我市要求，".encode("gb18030"),
        "\n二、任务".encode("gb18030"),
    )
    path.write_bytes(before + b"?" + SENTENCE.encode("gb18030")[1:] + after)
    return path


def test_repair_is_listed_and_the_file_left_alone(command: Command, garbled: Path) -> None:
    before = garbled.read_bytes()
    done = command("repair", garbled, "--json")
    assert done.code == 0
    (repair,) = done.json["repairs"]
    assert repair["repaired"].startswith("□" + SENTENCE[1:20])
    text = command("extract", garbled).text
    assert text[repair["start"] : repair["end"]] == repair["original"]
    shown = command("repair", garbled)
    assert "一、目标" in shown.text
    assert SENTENCE[1:20] in shown.text
    assert garbled.read_bytes() == before


def test_accepted_text_is_written(command: Command, garbled: Path, tmp_path: Path) -> None:
    target = tmp_path / "好.txt"
    assert command("repair", garbled, "-o", target).code == 0
    text = target.read_text(encoding="utf-8")
    assert SENTENCE[1:-1] in text
    assert text.startswith("云汀市规划\n一、目标\n我市要求，")
    refused = command("repair", garbled, "-o", garbled)
    assert (refused.code, refused.output) == (3, b"")


def test_clean_file_is_said_to_be_clean(command: Command, samples: Path) -> None:
    done = command("repair", samples / "lanchuan_digital_2021.txt")
    assert (done.code, done.errors) == (0, "")
    assert "没有发现" in done.text
    assert command("repair", samples / "lanchuan_digital_2021.txt", "--json").json == {
        "repairs": []
    }

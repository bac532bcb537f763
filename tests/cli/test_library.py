"""`library` imports, lists, finds and removes."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import Command

from plandraft.system.paths import library_file


def test_library_from_the_terminal(command: Command, samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "规划"
    folder.mkdir()
    for name in ("lanchuan_digital_2021.txt", "yunting_digital_2026.docx"):
        shutil.copy(samples / name, folder / name)
    (folder / "~$lanchuan.docx").write_bytes(b"lock")
    (folder / "notes.xyz").write_bytes(b"other")
    added = command("library", "add", folder)
    assert (added.code, added.errors) == (0, "")
    assert added.text.count("已导入") == 2
    assert command("library", "add", folder).text.count("已在库中") == 2
    records = command("library", "list", "--json").json
    assert {record["place"] for record in records} == {"澜川", "云汀"}
    assert {record["period"] for record in records} == {"十四五", "十五五"}
    assert command("library", "search", "澜川市", "--json").json[0]["place"] == "澜川"
    assert command("library", "search", "绝无此词").text == ""
    number = records[0]["id"]
    assert command("library", "remove", number).code == 0
    left = command("library", "list", "--json").json
    assert [record["id"] for record in left] == [records[1]["id"]]
    assert min(path.name for path in folder.iterdir()) == "lanchuan_digital_2021.txt"


def test_failures_do_not_stop_the_others(command: Command, samples: Path, tmp_path: Path) -> None:
    bad = tmp_path / "坏.docx"
    bad.write_bytes(b"PK\x03\x04")
    done = command("library", "add", bad, tmp_path / "无.txt", samples / "tanglu_opinions_2026.txt")
    assert done.code == 3
    assert done.errors.count("\n") == 2
    assert "坏.docx" in done.errors
    assert "无.txt" in done.errors
    assert done.text.count("已导入") == 1


def test_damaged_library_is_named_and_left_alone(
    command: Command, samples: Path, tmp_path: Path, monkeypatch: object
) -> None:
    path = library_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"no database " * 1000)
    for arguments in (["list"], ["add", samples / "tanglu_opinions_2026.txt"], ["search", "市"]):
        done = command("library", *arguments)
        assert (done.code, done.output) == (3, b"")
        assert "library.db" in done.errors
    assert path.read_bytes() == b"no database " * 1000

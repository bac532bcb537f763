"""What cannot be used is named in one line with a remedy, exit code 3, and nothing is changed."""

from __future__ import annotations

import os
import random
import stat
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Command

from plandraft.system.file_locks import lock_marker

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="mode bits and pipes of POSIX")


def missing(folder: Path) -> Path:
    return folder / "没有.docx"


def a_folder(folder: Path) -> Path:
    path = folder / "文件夹.docx"
    path.mkdir()
    return path


def written(name: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return write


def ole_file(*streams: str) -> bytes:
    """Return a compound file of two sectors whose directory names `streams`."""
    header = bytearray(512)
    header[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIII", header, 44, 1, 0, 0, 4096, 0xFFFFFFFE)
    struct.pack_into("<IIII", header, 60, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 1, *[0xFFFFFFFF] * 108)
    directory = bytearray()
    for index, name in enumerate(("Root Entry", *streams)):
        entry = bytearray(128)
        encoded = name.encode("utf-16-le")
        entry[: len(encoded)] = encoded
        struct.pack_into("<H", entry, 64, len(encoded) + 2)
        entry[66] = 5 if index == 0 else 2
        struct.pack_into("<III", entry, 68, *[0xFFFFFFFF] * 3)
        struct.pack_into("<I", entry, 116, 0xFFFFFFFE)
        directory += entry
    table = struct.pack("<128I", 0xFFFFFFFE, 0xFFFFFFFD, *[0xFFFFFFFF] * 126)
    return bytes(header) + bytes(directory).ljust(512, b"\0") + table


def damaged_docx(folder: Path) -> Path:
    path = folder / "损坏.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<w:document><w:body>" * 50)
    path.write_bytes(path.read_bytes()[:-40])
    return path


def large_file(folder: Path) -> Path:
    path = folder / "很大.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    return path


CASES = {
    "missing": missing,
    "folder": a_folder,
    "empty": written("空.docx", b""),
    "only spaces": written("空白.txt", b" \r\n\t\n"),
    "binary": written("程序.txt", random.Random(7).randbytes(20_000)),
    "binary with zeros": written("图.docx", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
    "damaged docx": damaged_docx,
    "cut docx": written("半.docx", b"PK\x03\x04" + b"\0" * 300),
    "zip without a document": written("别的.docx", b"PK\x05\x06" + b"\0" * 18),
    "encrypted": written("加密.docx", ole_file("EncryptionInfo", "EncryptedPackage")),
    "old Word": written("旧.doc", ole_file("WordDocument", "1Table")),
    "pdf": written("文.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"0" * 500),
    "50 MB": large_file,
    "name too long": lambda folder: folder / ("长" * 300 + ".txt"),
}  # fmt: skip


@pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
def test_unusable_file_is_named_everywhere(
    command: Command, samples: Path, draft: Path, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    good = samples / "lanchuan_digital_2021.txt"
    folder = tmp_path / "bad"
    folder.mkdir()
    bad = make(folder)
    before = draft.read_bytes()
    for arguments in (
        ["extract", bad],
        ["extract", bad, "--json"],
        ["compare", good, bad, "--json", "--report", tmp_path / "r.html"],
        ["compare", bad, good],
        ["draft", "add", draft, "preface", bad, "0", "5"],
        ["library", "add", bad],
        ["draft", "show", bad],
    ):
        done = command(*arguments)
        assert (done.code, done.output) == (3, b""), (arguments, done)
        assert done.errors.count("\n") == 1, done.errors
        assert bad.name in done.errors
        assert "请" in done.errors or "没有改动" in done.errors
    assert draft.read_bytes() == before
    assert not (tmp_path / "r.html").exists()


@pytest.mark.parametrize(
    "name", ["msoffcrypto-tool__ecma376standard_password.docx", "poi__PasswordProtected.doc"]
)
def test_real_encrypted_file_is_named(command: Command, shared: Path, name: str) -> None:
    done = command("extract", shared / "files" / name)
    assert (done.code, done.output) == (3, b"")
    assert name in done.errors
    if name.endswith(".docx"):
        assert "加密" in done.errors


def test_no_file_of_the_collection_makes_it_stumble(command: Command, shared: Path) -> None:
    for path in sorted((shared / "files").iterdir()):
        done = command("extract", path)
        assert done.code in {0, 3}, (path.name, done.errors)
        assert (done.code == 0) == (done.errors == ""), path.name


@posix_only
def test_pipe_is_refused_without_waiting(command: Command, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    done = command("extract", tmp_path / "管道.txt")
    assert done.code == 3
    assert "管道.txt" in done.errors


def test_unknown_names_are_answered_with_the_known_ones(
    command: Command, draft: Path, samples: Path, tmp_path: Path
) -> None:
    source = samples / "lanchuan_digital_2021.txt"
    new = tmp_path / "new.plandraft"
    before = draft.read_bytes()
    cases = (
        (["draft", "new", "--template", "nothing", "-o", new], "municipal_special_plan"),
        (["draft", "new", "--template", "../templates", "-o", new], "municipal_special_plan"),
        (
            ["draft", "new", "--template", "municipal_special_plan", "--slot", "市=甲", "-o", new],
            "城市",
        ),
        (["draft", "add", draft, "nothing", source, "0", "5"], "tasks.infrastructure"),
        (["draft", "add", draft, "preface", source, "0", "999999"], "999999"),
        (["draft", "add", draft, "preface", source, "9", "3"], "9"),
        (["draft", "add", draft, "preface", source, "3", "3"], "3"),
        (["library", "remove", "77"], "77"),
    )
    for arguments, named in cases:
        done = command(*arguments)
        assert (done.code, done.output) == (3, b""), arguments
        assert done.errors.count("\n") == 1
        assert named in done.errors
    assert draft.read_bytes() == before
    assert not new.exists()


@pytest.mark.parametrize("content", [b"{}", b"[]", b"\xff\xfe", b"{" * 9, b"[" * 200_000])
def test_damaged_draft_is_left_alone(
    command: Command, samples: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "坏.plandraft"
    path.write_bytes(content)
    source = samples / "lanchuan_digital_2021.txt"
    for arguments in (
        ["draft", "show", path],
        ["draft", "add", path, "preface", source, "0", "5"],
        ["draft", "export", path, tmp_path / "a.docx"],
    ):
        done = command(*arguments)
        assert done.code == 3
        assert "坏.plandraft" in done.errors
    assert path.read_bytes() == content
    assert not (tmp_path / "a.docx").exists()


def writers(draft: Path, samples: Path, target: Path) -> list[list[object]]:
    """Return the commands that would write `target`."""
    files = [samples / "lanchuan_digital_2021.txt", samples / "tanglu_opinions_2026.txt"]
    return [
        ["draft", "export", draft, target],
        ["compare", *files, "--report", target],
        ["compare", *files, "--report", target, "--json"],
    ]


def test_target_open_in_word_stays_as_it_was(
    command: Command, draft: Path, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "终稿.docx"
    target.write_bytes(b"old")

    def fail(source: object, goal: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(os, "replace", fail)
    for arguments in writers(draft, samples, target):
        done = command(*arguments)
        assert (done.code, done.output) == (3, b"")
        assert "终稿.docx" in done.errors
        assert "其他程序" in done.errors
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([draft.name, target.name])


def test_target_open_in_libreoffice_stays_as_it_was(
    command: Command, draft: Path, samples: Path, tmp_path: Path
) -> None:
    target = tmp_path / "终稿.docx"
    target.write_bytes(b"old")
    lock_marker(target).write_bytes(b"")
    for arguments in writers(draft, samples, target):
        done = command(*arguments)
        assert (done.code, done.output) == (3, b"")
        assert "其他程序" in done.errors
    assert target.read_bytes() == b"old"


@posix_only
def test_read_only_targets_stay_as_they_were(
    command: Command, draft: Path, samples: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "只读"
    folder.mkdir()
    old = folder / "旧.docx"
    old.write_bytes(b"old")
    protected = tmp_path / "保护.docx"
    protected.write_bytes(b"old")
    protected.chmod(0o444)
    folder.chmod(0o555)
    try:
        for target in (old, folder / "新.docx", protected):
            for arguments in writers(draft, samples, target):
                done = command(*arguments)
                assert (done.code, done.output) == (3, b"")
                assert target.name in done.errors
                assert "只读" in done.errors
        new = ["draft", "new", "--template", "municipal_special_plan"]
        assert command(*new, "-o", folder / "n.plandraft").code == 3
    finally:
        folder.chmod(0o755)
    assert [path.name for path in folder.iterdir()] == [old.name]
    assert old.read_bytes() == protected.read_bytes() == b"old"
    assert stat.S_IMODE(protected.stat().st_mode) == 0o444


def test_target_in_no_folder_is_named(
    command: Command, draft: Path, samples: Path, tmp_path: Path
) -> None:
    for arguments in writers(draft, samples, tmp_path / "无此夹" / "a.docx"):
        done = command(*arguments)
        assert (done.code, done.output) == (3, b"")
        assert "无此夹" in done.errors


def test_draft_is_never_exported_over_itself(command: Command, tmp_path: Path) -> None:
    draft = tmp_path / "a.docx"
    command("draft", "new", "--template", "municipal_special_plan", "-o", draft)
    before = draft.read_bytes()
    assert command("draft", "export", draft, draft).code == 3
    assert draft.read_bytes() == before


def test_messages_can_be_english(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "not found" in command("--lang", "en", "extract", tmp_path / "a.txt").errors
    assert "找不到" in command("--lang=zh", "extract", tmp_path / "a.txt").errors
    monkeypatch.setenv("PLANDRAFT_LANG", "en")
    assert "not found" in command("extract", tmp_path / "a.txt").errors
    assert "Missing argument" in command("extract").errors

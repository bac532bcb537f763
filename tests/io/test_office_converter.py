"""The fallback through LibreOffice: asked for, limited in time, and leaving nothing behind."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path

import pytest
from tests.helpers.docx_files import docx, paragraph

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io import office_converter
from plandraft.io.importers.base import read_document
from plandraft.io.office_converter import find_office, read_converted

posix_only = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script of POSIX")


@pytest.fixture
def old_file(tmp_path: Path) -> Path:
    path = tmp_path / "--旧 规划.wps"
    path.write_bytes(b"old words")
    return path


def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Put a program called soffice first on the search path."""
    folder = tmp_path / "programs"
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport sys, time, pathlib\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@posix_only
def test_converted_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old_file: Path
) -> None:
    ready = tmp_path / "ready.docx"
    ready.write_bytes(docx(paragraph("建设网络，落实责任。")))
    seen = tmp_path / "seen"
    body = (
        "source = pathlib.Path(sys.argv[-1])\n"
        f"pathlib.Path({str(seen)!r}).write_bytes(source.read_bytes())\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "out.mkdir()\n"
        f"(out / (source.stem + '.docx')).write_bytes(pathlib.Path({str(ready)!r}).read_bytes())"
    )
    stand_in(tmp_path, monkeypatch, body)
    document = read_converted(old_file, read_document)
    assert document.text == "建设网络，落实责任。"
    assert document.title == "--旧 规划"
    assert (document.origin.path, document.origin.format) == (str(old_file), "wps")
    assert document.origin.sha256 == hashlib.sha256(b"old words").hexdigest()
    assert seen.read_bytes() == b"old words"


def refused(path: Path, *, seconds: float = 30.0) -> PlanError:
    with pytest.raises(PlanError) as caught:
        read_converted(path, read_document, seconds=seconds)
    assert caught.value.subject == str(path)
    return caught.value


@posix_only
def test_what_it_cannot_convert_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old_file: Path
) -> None:
    stand_in(tmp_path, monkeypatch, "sys.exit(1)")
    assert refused(old_file).code is ErrorCode.CONVERSION_FAILED


@posix_only
def test_program_that_hangs_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old_file: Path
) -> None:
    alive = tmp_path / "alive"
    child = f"import time, pathlib; time.sleep(2); pathlib.Path({str(alive)!r}).touch()"
    stand_in(
        tmp_path,
        monkeypatch,
        f"import subprocess\nsubprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)",
    )
    error = refused(old_file, seconds=0.5)
    assert error.code is ErrorCode.CONVERSION_FAILED
    assert "LibreOffice" in str(error.details["reason"])
    time.sleep(2.2)
    assert not alive.exists()


@posix_only
def test_program_that_does_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old_file: Path
) -> None:
    program = tmp_path / "soffice"
    program.write_bytes(b"\x7fnot a program")
    program.chmod(0o755)
    monkeypatch.setattr(office_converter, "find_office", lambda: program)
    assert refused(old_file).code is ErrorCode.CONVERSION_FAILED


def test_without_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old_file: Path
) -> None:
    monkeypatch.setattr(office_converter, "find_office", lambda: None)
    assert refused(old_file).code is ErrorCode.CONVERTER_MISSING
    assert refused(tmp_path / "none.wps").code is ErrorCode.FILE_MISSING


def test_place_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("ProgramFiles(x86)", raising=False)
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert find_office() is None
    program = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    assert find_office() == program


@pytest.mark.slow
def test_the_real_program(tmp_path: Path) -> None:
    if find_office() is None:
        pytest.skip("LibreOffice is not on this machine")
    path = tmp_path / "plan.rtf"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg936 plan of the city\par}")
    assert read_converted(path, read_document).text == "plan of the city"

"""What is no command opens the window, with files that are there."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest
from tests.cli.conftest import Command

Calls = list[tuple[tuple[Path, ...], bool]]


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Put a window in the place of the real one, and return what it is asked for."""
    calls: Calls = []

    def run_app(files: tuple[Path, ...], *, smoke: bool = False) -> int:
        calls.append((files, smoke))
        return 0

    module = ModuleType("plandraft.app")
    module.run_app = run_app  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "plandraft.app", module)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return calls


def test_nothing_opens_an_empty_window(command: Command, window: Calls) -> None:
    assert command().code == 0
    assert window == [((), False)]


def test_files_are_opened(command: Command, window: Calls, tmp_path: Path) -> None:
    files = tmp_path / "a.txt", tmp_path / "b 📄.docx"
    for path in files:
        path.write_bytes(b"x")
    assert command(*files).code == 0
    assert command("--smoke", files[0]).code == 0
    assert window == [(files, False), ((files[0],), True)]


def test_commands_and_options_open_no_window(command: Command, window: Calls) -> None:
    for arguments in (["--version"], ["--help"], ["templates"], ["--lang", "en", "templates"]):
        assert command(*arguments).code == 0
    assert command("--nothing").code == 2
    assert window == []


def test_missing_file_opens_no_window(command: Command, window: Calls, tmp_path: Path) -> None:
    here = tmp_path / "a.txt"
    here.write_bytes(b"x")
    done = command(here, tmp_path / "无.txt")
    assert done.code == 3
    assert "无.txt" in done.errors
    assert command("长" * 300 + ".txt").code == 3
    assert command("compair").code == 2
    assert window == []


def test_program_without_a_terminal_leaves_missing_files_to_the_window(
    command: Command, window: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert command("无.txt").code == 0
    assert window == [((Path("无.txt"),), False)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of Linux")
def test_no_display_is_told_in_one_line(
    command: Command, window: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = command()
    assert done.code == 1
    assert done.errors.count("\n") == 1
    assert window == []
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert command().code == 0


def test_missing_library_of_the_window_is_told_in_one_line(
    command: Command, window: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "plandraft.app", None)
    done = command()
    assert done.code == 1
    assert done.errors.count("\n") == 1


def test_no_streams_at_all_are_no_trouble(
    command: Command, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert command("extract", samples / "lanchuan_digital_2021.txt").code == 0
    assert command("extract", samples / "none.txt").code == 3

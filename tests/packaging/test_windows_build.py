"""The Windows parts agree with each other; the installer compiles where NSIS is at hand."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import build_windows
import pytest
import smoke_test

import plandraft

PACKAGING = Path(build_windows.__file__).parent


def test_one_version_everywhere(repository: Path) -> None:
    pyproject = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    assert build_windows.version() == plandraft.__version__ == pyproject["project"]["version"]


def test_programs_have_one_name_everywhere() -> None:
    spec = (PACKAGING / "plandraft.spec").read_text(encoding="utf-8")
    installer = (PACKAGING / "installer.nsi").read_text(encoding="utf-8")
    window = Path(smoke_test.WINDOW).stem
    terminal = Path(smoke_test.TERMINAL).stem
    assert f'WINDOW_NAME = "{window}"' in spec
    assert f'TERMINAL_NAME = "{terminal}"' in spec
    assert f'!define WINDOW "{window}.exe"' in installer
    assert f'Delete "$INSTDIR\\{terminal}.exe"' in installer


def test_programs_differ_in_more_than_case() -> None:
    """Windows would keep only one of them."""
    assert smoke_test.WINDOW.casefold() != smoke_test.TERMINAL.casefold()


def test_uninstaller_removes_only_what_was_installed() -> None:
    """The folder may be one that the user shares with other files."""
    installer = (PACKAGING / "installer.nsi").read_text(encoding="utf-8")
    assert re.findall(r"RMDir /r (.+)", installer) == ['"$INSTDIR\\_internal"']


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS (makensis) is not installed")
def test_installer_compiles(tmp_path: Path) -> None:
    folder = tmp_path / "PlanDraft"
    (folder / "_internal").mkdir(parents=True)
    for name in ("PlanDraftApp.exe", "plandraft.exe", "_internal/样例.txt"):
        (folder / name).write_text(name, encoding="utf-8")
    target = tmp_path / "out.exe"
    assert build_windows.build_installer(folder, target) == 0
    assert target.read_bytes()[:2] == b"MZ"


def test_missing_compiler_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build_windows, "find_makensis", lambda: None)
    assert build_windows.build_installer(tmp_path, tmp_path / "out.exe") == 1
    assert "NSIS" in capsys.readouterr().err

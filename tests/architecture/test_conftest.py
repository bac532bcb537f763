"""The fixtures that guard every test do guard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LEAKS = """
import os
import pathlib
import pytest

kept = []

@pytest.fixture
def window(qapp):
    from PySide6.QtWidgets import QWidget
    return QWidget()

def test_leaves_a_window_open(window):
    window.setWindowTitle("left open")
    window.show()
    kept.append(window)

def test_next_one_is_not_blamed(window):
    window.show()
    window.close()

def test_home_is_empty():
    assert not any(path.is_file() for path in pathlib.Path.home().rglob("*"))
    assert pathlib.Path(os.environ["PLANDRAFT_DATA_DIR"]).is_dir()

def test_font_families(qapp):
    assert qapp.font().families() == ["Microsoft YaHei UI", "Noto Sans CJK SC"]
"""


@pytest.fixture
def outcome(repository: Path, tmp_path: Path) -> str:
    """Run the tests above under our conftest and return what pytest wrote."""
    shutil.copy(repository / "tests" / "conftest.py", tmp_path / "conftest.py")
    (tmp_path / "test_inner.py").write_text(LEAKS, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nqt_api = pyside6\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(
        command, cwd=tmp_path, env=dict(os.environ), capture_output=True, check=False
    )
    return done.stdout.decode("utf-8", "replace")


def test_guards(outcome: str) -> None:
    assert "ERROR test_inner.py::test_leaves_a_window_open" in outcome, outcome
    assert "windows left open: QWidget 'left open'" in outcome
    assert "4 passed, 1 error" in outcome

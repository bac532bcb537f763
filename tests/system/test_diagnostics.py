"""What goes wrong is in the log; a crash is known at the next start."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plandraft.system.diagnostics import (
    install_exception_hooks,
    logger,
    start_diagnostics,
    start_log,
)


@pytest.fixture
def hooks() -> Iterator[None]:
    """Put the hooks of the interpreter back after the test."""
    saved = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = saved


def test_log_takes_what_is_logged_and_is_closed(tmp_path: Path) -> None:
    diagnostics = start_log(tmp_path / "logs")
    logger.warning("一个警告")
    diagnostics.close()
    logger.warning("later")
    assert diagnostics.log_file is not None
    text = diagnostics.log_file.read_text(encoding="utf-8")
    assert "一个警告" in text
    assert "later" not in text


def test_unwritable_folder_means_no_log_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert start_log(tmp_path / "file" / "logs").log_file is None


def test_crash_is_known_at_the_next_start(tmp_path: Path) -> None:
    script = (
        "import faulthandler, sys, pathlib\n"
        "from plandraft.system.diagnostics import start_diagnostics\n"
        "start_diagnostics(pathlib.Path(sys.argv[1]))\n"
        "faulthandler._sigabrt()\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False, capture_output=True)
    diagnostics = start_diagnostics(tmp_path)
    try:
        assert "Fatal Python error" in diagnostics.previous_crash
    finally:
        diagnostics.close()
    assert not list(tmp_path.glob("crash*"))
    again = start_diagnostics(tmp_path)
    again.close()
    assert again.previous_crash == ""


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_uncaught_exceptions_are_logged_and_shown(tmp_path: Path, hooks: None) -> None:
    diagnostics = start_log(tmp_path)
    shown: list[BaseException] = []
    install_exception_hooks(shown.append)
    error = ValueError("here")
    sys.excepthook(ValueError, error, None)

    def fail() -> None:
        raise KeyError("there")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    diagnostics.close()
    assert [type(item) for item in shown] == [ValueError, KeyError]
    assert diagnostics.log_file is not None
    text = diagnostics.log_file.read_text(encoding="utf-8")
    assert "here" in text
    assert "there" in text


def test_window_that_still_runs_is_not_taken_for_a_crash(tmp_path: Path) -> None:
    running = tmp_path / "crash-1.log"
    running.touch()
    forgotten = tmp_path / "crash-2.log"
    forgotten.touch()
    os.utime(forgotten, (0, 0))
    diagnostics = start_diagnostics(tmp_path)
    diagnostics.close()
    assert diagnostics.previous_crash == ""
    assert [path.name for path in tmp_path.glob("crash*")] == [running.name]


def test_warnings_without_a_log_stay_off_the_terminal() -> None:
    script = (
        "import logging, plandraft.system.diagnostics\n"
        "logging.getLogger('plandraft.io.anything').warning('a template was left out')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    assert done.stderr == b""

"""Progress is for persons at a terminal only."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Command

from plandraft.cli.progress import shown_progress
from plandraft.core.model.progress import SILENT


def test_pipe_sees_no_progress(command: Command, samples: Path) -> None:
    assert command("extract", samples / "yunting_digital_2026.docx").errors == ""
    with shown_progress("比对") as progress:
        assert progress is SILENT


def test_terminal_sees_progress_and_nothing_stays(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with shown_progress("[red]比对") as progress:
        progress.step(0.25)
        progress.part(0.5, 1.0).part(0.5, 1.0).step(0.5, "读取")
    captured = capsys.readouterr()
    assert captured.out == ""


def test_no_error_stream_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with shown_progress("比对") as progress:
        assert progress is SILENT

"""Run commands inside the test process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from plandraft.__main__ import main


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what a command did."""

    code: int
    output: bytes
    errors: str

    @property
    def text(self) -> str:
        """Return the output as text."""
        return self.output.decode("utf-8")

    @property
    def json(self) -> Any:
        """Return the output as data, which must be one line."""
        assert self.output.count(b"\n") == 1
        return json.loads(self.output)


Command = Callable[..., Outcome]


@pytest.fixture
def command(capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Return a function that runs `plandraft` with its arguments."""

    def run(*arguments: object) -> Outcome:
        code = main([str(argument) for argument in arguments])
        captured = capsysbinary.readouterr()
        return Outcome(code, captured.out, captured.err.decode("utf-8"))

    return run


@pytest.fixture
def samples(repository: Path) -> Path:
    """Return the folder of sample plans."""
    return repository / "resources" / "samples"


@pytest.fixture
def draft(command: Command, tmp_path: Path) -> Path:
    """Return a new draft file."""
    path = tmp_path / "草稿.plandraft"
    made = command(
        "draft", "new", "--template", "municipal_special_plan", "--slot", "城市=云汀市", "-o", path
    )
    assert (made.code, made.errors) == (0, "")
    return path

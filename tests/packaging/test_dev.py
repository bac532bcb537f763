"""dev.py: the environment is made once, whole or not at all, and never led astray."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from devtools import commands, console, demo, environment, system_libraries, tests


class Machine:
    """Stands in for child processes: notes each command, makes what a real one would make."""

    def __init__(self, venv: Path) -> None:
        self.venv = venv
        self.commands: list[list[str]] = []
        self.failing: str | None = None

    def __call__(self, command: Sequence[str | Path]) -> tuple[int, str]:
        words = [str(word) for word in command]
        self.commands.append(words)
        if self.failing and any(self.failing in word for word in words):
            return 1, "no route to host"
        if words[1:3] == ["-m", "venv"]:
            python = environment.venv_python()
            python.parent.mkdir(parents=True)
            python.touch()
        return 0, ""

    def count(self, word: str) -> int:
        return sum(word in command for command in self.commands)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Put the environment of devtools into a temporary folder, with no real child process."""
    venv = tmp_path / ".venv"
    machine = Machine(venv)
    for name in environment.LOCKS.values():
        (tmp_path / name).write_text(f"lock {name}", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "p"\n', encoding="utf-8")
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "TOP", tmp_path)
    monkeypatch.setattr(environment, "PACKAGING", tmp_path)
    monkeypatch.setattr(environment, "_STAMP", venv / "stamp.json")
    monkeypatch.setattr(environment, "_GUARD", tmp_path / ".venv.lock")
    monkeypatch.setattr(environment, "run_quietly", machine)
    return machine


def test_first_set_up_makes_and_fills(machine: Machine) -> None:
    environment.ensure("dev")
    assert machine.count("venv") == 1
    assert machine.count("--require-hashes") == 1
    assert machine.count("--editable") == 1


def test_second_set_up_does_nothing_and_says_nothing(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    environment.ensure("dev")
    machine.commands.clear()
    capsys.readouterr()
    environment.ensure("dev")
    environment.ensure("runtime")
    assert machine.commands == []
    assert capsys.readouterr() == ("", "")


def test_killed_in_the_middle_is_rebuilt(machine: Machine) -> None:
    machine.failing = "--require-hashes"
    with pytest.raises(console.SetupError, match="no route to host"):
        environment.ensure("dev")
    half_made = machine.venv / "half-made"
    half_made.touch()
    machine.failing = None
    environment.ensure("dev")
    assert not half_made.exists()
    assert machine.count("venv") == 2


def test_changed_lock_is_installed_in_place(machine: Machine, tmp_path: Path) -> None:
    environment.ensure("dev")
    machine.commands.clear()
    (tmp_path / environment.LOCKS["dev"]).write_text("another pin", encoding="utf-8")
    environment.ensure("dev")
    assert machine.count("venv") == 0
    assert machine.count("--require-hashes") == 1


def test_tool_settings_do_not_cause_a_set_up(machine: Machine, tmp_path: Path) -> None:
    environment.ensure("runtime")
    machine.commands.clear()
    with (tmp_path / "pyproject.toml").open("a", encoding="utf-8") as pyproject:
        pyproject.write("[tool.ruff]\nline-length = 88\n")
    environment.ensure("runtime")
    assert machine.commands == []


def test_moved_checkout_is_rebuilt(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.ensure("runtime")
    monkeypatch.setattr(environment, "_python_identity", lambda: "3.11 /elsewhere/.venv")
    environment.ensure("runtime")
    assert machine.count("venv") == 2


def test_damaged_stamp_is_rebuilt(machine: Machine) -> None:
    environment.ensure("runtime")
    (machine.venv / "stamp.json").write_text("[1, 2", encoding="utf-8")
    environment.ensure("runtime")
    assert machine.count("venv") == 2


def test_lock_tools_do_not_pass_for_an_installed_package(machine: Machine) -> None:
    environment.ensure("lock")
    assert machine.count("--editable") == 0
    environment.ensure("runtime")
    assert machine.count("--editable") == 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("PYTHONPATH", False),
        ("PYTHONHOME", False),
        ("VIRTUAL_ENV", False),
        ("PIP_TARGET", False),
        ("PIP_USER", False),
        ("PIP_NO_DEPS", False),
        ("PIP_REQUIRE_VIRTUALENV", False),
        ("PIP_INDEX_URL", True),
        ("PIP_CONFIG_FILE", True),
        ("PIP_CERT", True),
        ("PATH", True),
    ],
)
def test_environment_of_children(monkeypatch: pytest.MonkeyPatch, name: str, kept: bool) -> None:
    monkeypatch.setenv(name, os.environ.get(name, "astray"))
    assert (name in console.clean_environment()) is kept


def test_progress_is_written_where_the_terminal_has_no_chinese() -> None:
    code = "from devtools.console import say; say('规划')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=console.PACKAGING,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(console.PACKAGING)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr.strip() == b"\\u89c4\\u5212"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param([], 2, id="nothing"),
        pytest.param(["--help"], 0, id="help"),
        pytest.param(["demonstrate"], 2, id="unknown"),
    ],
)
def test_usage(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.dispatch(arguments) == code
    shown = "".join(capsys.readouterr())
    assert all(name in shown for name in commands.COMMANDS)


def test_installed_packages_are_not_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    listing = "libgl1 installed\nlibglib2.0-0t64 installed\nlibegl1 config-files\n"
    monkeypatch.setattr(system_libraries, "run_quietly", lambda _: (1, listing))
    wanted = (("libgl1",), ("libglib2.0-0", "libglib2.0-0t64"), ("libegl1",), ("xvfb",))
    assert system_libraries._missing(wanted) == ["libegl1", "xvfb"]


def test_missing_packages_are_named_without_rights(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_libraries, "run_quietly", lambda _: (1, ""))
    monkeypatch.setattr(system_libraries, "_administrator_prefix", lambda: None)
    monkeypatch.setattr(system_libraries, "VENV", tmp_path)
    monkeypatch.setattr(system_libraries, "_REFUSED", tmp_path / "refused.txt")
    system_libraries.ensure((("libegl1",), ("xvfb",)))
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("libegl1 xvfb")


def test_first_failing_check_ends_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[str] = []

    def answer(command: Sequence[str | Path]) -> tuple[int, str]:
        started.append(Path(command[0]).stem)
        return (3, "found a slip") if "mypy" in str(command[0]) else (0, "")

    monkeypatch.setattr(system_libraries, "ensure", lambda _: None)
    monkeypatch.setattr(environment, "ensure", lambda _: None)
    monkeypatch.setattr(tests, "run_quietly", answer)
    monkeypatch.setattr(tests, "run", lambda *_, **__: pytest.fail("pytest was started"))
    assert tests.run_tests([]) == 3
    assert started == ["ruff", "ruff", "mypy"]
    assert "found a slip" in capsys.readouterr().err


def test_headless_demo_tells_of_a_missing_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(system_libraries, "ensure", lambda _: None)
    monkeypatch.setattr(environment, "ensure", lambda _: None)

    def write_all_but_one(command: Sequence[str | Path], **_: object) -> int:
        for name in demo.EXPECTED[1:]:
            (Path(command[-1]) / name).write_text("x", encoding="utf-8")
        return 0

    monkeypatch.setattr(demo, "run", write_all_but_one)
    (tmp_path / demo.EXPECTED[0]).write_text("of an earlier run", encoding="utf-8")
    with pytest.raises(console.SetupError, match=demo.EXPECTED[0]):
        demo.run_demo(["--headless", "--out", str(tmp_path)])


def test_demo_shows_the_pair_with_the_most_passages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = {name: {"file": f"{name}.txt"} for name in "xyz"}
    passages = [{"a": "x", "b": "y"}, {"a": "x", "b": "z"}, {"a": "x", "b": "z"}]
    labels = json.dumps({"files": files, "passages": passages})
    (tmp_path / "labels.json").write_text(labels, encoding="utf-8")
    monkeypatch.setattr(demo, "SAMPLES", tmp_path)
    assert demo.sample_pair() == (tmp_path / "x.txt", tmp_path / "z.txt")

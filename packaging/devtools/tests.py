"""`dev.py test`: each check in turn, a line and a time for each, then pytest."""

from __future__ import annotations

import time
from collections.abc import Sequence

from devtools import environment, system_libraries
from devtools.console import run, run_quietly, say

# Quick ones first: a typing slip should not cost the time of the tests.
CHECKS = (
    ("ruff check", ("ruff", "check")),
    ("ruff format", ("ruff", "format", "--check")),
    ("mypy", ("mypy",)),
    ("import contracts", ("lint-imports", "--no-logo")),
)
WORKERS = "2"
HEADLESS = {"QT_QPA_PLATFORM": "offscreen"}


def run_tests(arguments: Sequence[str]) -> int:
    """Run the checks, then pytest with `arguments`; stop at the first that fails."""
    system_libraries.ensure(system_libraries.OFFSCREEN)
    environment.ensure("dev")
    for name, command in CHECKS:
        started = time.monotonic()
        tool, *options = command
        code, output = run_quietly([environment.venv_tool(tool), *options])
        seconds = time.monotonic() - started
        if code != 0:
            say(output.rstrip())
            say(f"{name}: failed, {seconds:.1f} s")
            return code
        say(f"{name}: ok, {seconds:.1f} s")
    # Nothing may be written after pytest: its closing line is the result.
    return run(
        [environment.venv_python(), "-m", "pytest", "-n", WORKERS, *arguments], extra=HEADLESS
    )

"""`dev.py lock`: the lock files anew from pyproject.toml, for every system and Python at once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from devtools import environment
from devtools.console import PACKAGING, TOP, SetupError, run_quietly, say

OLDEST_PYTHON = "3.11"
RUNTIME = "requirements.txt"
# File → what it locks; each but the last keeps to the pins of the runtime.
CONTENTS = {
    RUNTIME: ("pyproject.toml", "--group", "setup"),
    "requirements-dev.txt": ("pyproject.toml", "--group", "dev", "-c", RUNTIME),
    "requirements-build.txt": (
        "pyproject.toml",
        "--group",
        "build",
        "--group",
        "setup",
        "-c",
        RUNTIME,
    ),
    "requirements-bench.txt": (
        "pyproject.toml",
        "--group",
        "bench",
        "--group",
        "setup",
        "-c",
        RUNTIME,
    ),
    "requirements-fuzz.txt": ("--group", "fuzz"),
    "requirements-lock.txt": ("--group", "lock"),
}
# Users install from the index that their pip is configured with, so none is written down.
STYLE = (
    "--universal",
    "--python-version",
    OLDEST_PYTHON,
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def run_lock(arguments: Sequence[str]) -> int:
    """Write every lock file; keep the present pins unless asked to upgrade."""
    parser = argparse.ArgumentParser(prog="dev.py lock")
    parser.add_argument("--upgrade", action="store_true", help="move every pin to the newest")
    options = parser.parse_args(arguments)
    environment.ensure("lock")
    for name, contents in CONTENTS.items():
        say(f"locking packaging/{name}")
        words = [str(PACKAGING / word) if word == RUNTIME else word for word in contents]
        target = ["--output-file", str(PACKAGING / name)]
        upgrade = ["--upgrade"] if options.upgrade else []
        python = environment.venv_python()
        code, output = run_quietly(
            [python, "-m", "uv", "pip", "compile", *words, *STYLE, *upgrade, *target]
        )
        if code != 0:
            raise SetupError(f"{output.strip()}\nuv could not lock {name} of {TOP}.")
    return 0

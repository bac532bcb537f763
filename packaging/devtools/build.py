"""`dev.py build`: the stand-alone folder by PyInstaller, then its smoke test."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from devtools import environment, system_libraries
from devtools.console import PACKAGING, TOP, run, run_quietly, say

PRODUCT = "PlanDraft"


def run_build(arguments: Sequence[str]) -> int:
    """Build dist/PlanDraft with the pinned PyInstaller and start what came out."""
    parser = argparse.ArgumentParser(prog="dev.py build")
    parser.add_argument("--no-smoke-test", action="store_true", help="build only")
    options = parser.parse_args(arguments)
    system_libraries.ensure(system_libraries.VIRTUAL_SCREEN)
    environment.ensure("build")
    python = environment.venv_python()
    say(f"building dist/{PRODUCT}")
    code, output = run_quietly(
        [
            python,
            "-m",
            "PyInstaller",
            "--noconfirm",
            "--clean",
            "--distpath",
            TOP / "dist",
            "--workpath",
            TOP / "build",
            PACKAGING / "plandraft.spec",
        ]
    )
    if code != 0:
        say(output.rstrip())
        return code
    if options.no_smoke_test:
        return 0
    return run([python, PACKAGING / "smoke_test.py", TOP / "dist" / PRODUCT])

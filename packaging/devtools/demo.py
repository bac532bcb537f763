"""`dev.py demo`: the samples in a window, or as files where there is no display."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from devtools import environment, system_libraries
from devtools.console import PACKAGING, TOP, SetupError, run, say

SAMPLES = TOP / "resources" / "samples"
# packaging/demo_headless.py OUT has to write these and end with exit code 0.
EXPECTED = ("comparison.html", "draft.docx", "library.png", "compare.png", "draft.png")


def run_demo(arguments: Sequence[str]) -> int:
    """Show two samples side by side, or leave pictures and documents in a folder."""
    parser = argparse.ArgumentParser(prog="dev.py demo")
    parser.add_argument("--headless", action="store_true", help="open no window, write files")
    parser.add_argument("--out", type=Path, default=TOP / "out", help="folder for the files")
    options = parser.parse_args(arguments)
    if options.headless or not has_display():
        return _headless(options.out.absolute())
    system_libraries.ensure(system_libraries.WINDOW)
    environment.ensure("runtime")
    left, right = sample_pair()
    return run([environment.venv_python(), "-m", "plandraft", left, right])


def has_display() -> bool:
    """Say whether a window can be opened here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def sample_pair() -> tuple[Path, Path]:
    """Return the two samples that share the most labelled passages.

    Raises SetupError when the samples or their labels are missing.
    """
    try:
        labels = json.loads((SAMPLES / "labels.json").read_text(encoding="utf-8"))
        shared = Counter((passage["a"], passage["b"]) for passage in labels["passages"])
        pair = shared.most_common(1)[0][0]
        left, right = (SAMPLES / labels["files"][name]["file"] for name in pair)
    except (OSError, ValueError, KeyError, IndexError) as problem:
        raise SetupError(f"The samples in {SAMPLES} cannot be used ({problem!r}).") from problem
    return left, right


def _headless(out: Path) -> int:
    system_libraries.ensure(system_libraries.OFFSCREEN)
    environment.ensure("runtime")
    out.mkdir(parents=True, exist_ok=True)
    for name in EXPECTED:
        (out / name).unlink(missing_ok=True)
    script = PACKAGING / "demo_headless.py"
    code = run([environment.venv_python(), script, out], extra={"QT_QPA_PLATFORM": "offscreen"})
    missing = [name for name in EXPECTED if not _has_content(out / name)]
    if code == 0 and missing:
        raise SetupError(f"The demo ended without an error but left out {', '.join(missing)}.")
    if code == 0:
        say(f"written to {out}: {', '.join(EXPECTED)}")
    return code


def _has_content(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0

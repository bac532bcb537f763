"""Take the pictures for the documentation, of the real window on the samples.

    python packaging/screenshots.py [OUT]

Without OUT they go to docs/pictures. `--scale` is for the run that this script starts itself:
Qt takes its scale factor once, when it starts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from devtools.console import TOP
from devtools.demo import sample_pair
from devtools.stage import (
    compare,
    open_with_samples,
    own_workbench,
    save_picture,
    write_draft,
)

# name of the set: width and height in logical pixels, theme, language, scale
SETS = {
    "light": (1440, 900, "light", "zh_CN", 1),
    "dark": (1440, 900, "dark", "zh_CN", 1),
    "small": (1366, 768, "light", "zh_CN", 1),
    "english": (1440, 900, "light", "en", 1),
    "double": (1280, 800, "light", "zh_CN", 2),
}


def main() -> int:
    """Take all pictures, or the set that was asked for, and return the exit code."""
    parser = argparse.ArgumentParser(prog="screenshots.py")
    parser.add_argument("out", type=Path, nargs="?", default=TOP / "docs" / "pictures")
    parser.add_argument("--set", choices=SETS, help="take one set in this process")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.set:
        take(options.set, options.out)
        return 0
    for name, (*_rest, scale) in SETS.items():
        environment = {**os.environ, "QT_SCALE_FACTOR": str(scale)}
        command = [sys.executable, __file__, str(options.out), "--set", name]
        subprocess.run(command, check=True, env=environment)
    return 0


def take(name: str, out: Path) -> None:
    """Take one set of pictures."""
    width, height, theme, language, _scale = SETS[name]
    left, right = sample_pair()
    with own_workbench(theme=theme, language=language) as bench:
        open_with_samples(bench, width, height)
        save_picture(bench, "library", out / f"library_{name}.png")
        comparison = compare(bench, left.name, right.name)
        save_picture(bench, "compare", out / f"compare_{name}.png")
        write_draft(bench, comparison)
        save_picture(bench, "draft", out / f"draft_{name}.png")


if __name__ == "__main__":
    sys.exit(main())

"""Do a sitting without a person and leave what comes of it in a folder.

    python packaging/demo_headless.py OUT

Imports the samples, compares two, assembles a draft, and writes comparison.html, draft.docx and
pictures of the three pages of the real window: library.png, compare.png, draft.png.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Before Qt is loaded: a display may be missing, and pictures should not depend on one.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from devtools.demo import sample_pair
from devtools.stage import (
    compare,
    open_with_samples,
    own_workbench,
    save_picture,
    write_draft,
)

WIDTH, HEIGHT = 1440, 900


def main(out: Path) -> int:
    """Write everything into `out` and return the exit code."""
    out.mkdir(parents=True, exist_ok=True)
    left, right = sample_pair()
    with own_workbench() as bench:
        open_with_samples(bench, WIDTH, HEIGHT)
        save_picture(bench, "library", out / "library.png")
        comparison = compare(bench, left.name, right.name)
        save_picture(bench, "compare", out / "compare.png")
        bench.services.exporting.write_report(comparison, out / "comparison.html")
        draft = write_draft(bench, comparison)
        save_picture(bench, "draft", out / "draft.png")
        bench.services.exporting.export_draft(draft, out / "draft.docx", with_sources=True)
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: demo_headless.py OUT")
    sys.exit(main(Path(sys.argv[1])))

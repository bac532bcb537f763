"""Take the pictures for the documentation, of the real window on the samples.

    python packaging/screenshots.py [OUT]

Without OUT they go to docs/images. `--scene` is for the runs that this script starts itself: Qt
takes its scale factor once, when it starts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QImage

from devtools.console import TOP
from devtools.stage import (
    compare,
    open_empty,
    open_with_samples,
    own_workbench,
    save_picture,
    settle,
    write_draft,
)
from plandraft.core.compare.changes import Comparison
from plandraft.core.matching.passages import PassageKind
from plandraft.ui.shell.workbench import Workbench

IMAGES = TOP / "docs" / "images"
TWO_CITIES = ("yunting_digital_2026.docx", "lanchuan_digital_2021.txt")
TWO_VERSIONS = ("yunting_digital_2025_draft.txt", "yunting_digital_2026.docx")
# A palette keeps a picture of text at a third of its size; so many colours are hard to tell apart.
_COLORS = 256
_CLAUSES, _NUMBERS = 1, 4  # tabs of the panel of differences


@dataclass(frozen=True, slots=True)
class Scene:
    """Say how a window looks and which pictures are taken of it.

    `width` and `height` are in logical pixels.
    """

    pictures: tuple[str, ...]
    width: int = 1280
    height: int = 800
    theme: str = "light"
    language: str = "zh_CN"
    scale: int = 1


SCENES = {
    "light": Scene(("empty", "library", "compare", "versions", "new_draft", "draft", "palette")),
    "parts": Scene(("clauses", "numbers", "families", "shares")),
    "dark": Scene(("compare_dark", "draft_dark"), theme="dark"),
    "small": Scene(("compare_1366", "draft_1366"), 1366, 768),
    "narrow": Scene(("compare_800",), 800, 600),
    "double": Scene(("compare_200_percent",), 1024, 640, scale=2),
    "english": Scene(("compare_english",), language="en"),
}
PICTURES = tuple(name for scene in SCENES.values() for name in scene.pictures)


def main() -> int:
    """Take all pictures, or those of one scene, and return the exit code."""
    parser = argparse.ArgumentParser(prog="screenshots.py")
    parser.add_argument("out", type=Path, nargs="?", default=IMAGES)
    parser.add_argument("--scene", choices=SCENES, help="take one scene in this process")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.scene:
        take(SCENES[options.scene], options.out)
        return 0
    for name, scene in SCENES.items():
        environment = {**os.environ, "QT_SCALE_FACTOR": str(scene.scale)}
        command = [sys.executable, __file__, str(options.out), "--scene", name]
        subprocess.run(command, check=True, env=environment)
    return 0


def take(scene: Scene, out: Path) -> None:
    """Take the pictures of one scene."""
    with own_workbench(theme=scene.theme, language=scene.language) as bench:
        if "empty" in scene.pictures:
            open_empty(bench, scene.width, scene.height)
            picture(bench, "library", out / "empty.png")
        open_with_samples(bench, scene.width, scene.height)
        for name in scene.pictures:
            if name == "empty":
                continue
            act = _ACTS.get(name) or _ACTS[name.partition("_")[0]]
            act(bench, out / f"{name}.png")


def picture(bench: Workbench, page: str, target: Path) -> None:
    """Save a page with few colours."""
    save_picture(bench, page, target)
    if not with_few_colors(QImage(str(target))).save(str(target)):
        raise OSError(f"cannot write {target}")


def with_few_colors(image: QImage) -> QImage:
    """Return `image` in its own most frequent colours."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(plain.constBits()).cast("I"))
    colors = [color for color, _count in counts.most_common(_COLORS)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, colors)


def _library(bench: Workbench, target: Path) -> None:
    picture(bench, "library", target)


def _compare(bench: Workbench, target: Path) -> None:
    compare(bench, *TWO_CITIES)
    picture(bench, "compare", target)


def _versions(bench: Workbench, target: Path) -> None:
    compare(bench, *TWO_VERSIONS)
    picture(bench, "compare", target)


def _clauses(bench: Workbench, target: Path) -> None:
    comparison = compare(bench, *TWO_CITIES)
    moved = (row.passage.kind is PassageKind.REORDERED for row in comparison.rows)
    bench.window.compare.set_current(list(moved).index(True))
    _tab(bench, _CLAUSES, target)


def _numbers(bench: Workbench, target: Path) -> None:
    compare(bench, *TWO_CITIES)
    _tab(bench, _NUMBERS, target)


def _tab(bench: Workbench, tab: int, target: Path) -> None:
    bench.window.show_page("compare")
    bench.window.compare.work.difference.tabs.setCurrentIndex(tab)
    settle()
    picture(bench, "compare", target)


def _families(bench: Workbench, target: Path) -> None:
    _five_plans(bench, "families", target)


def _shares(bench: Workbench, target: Path) -> None:
    _five_plans(bench, "matrix", target)


def _five_plans(bench: Workbench, view: str, target: Path) -> None:
    bench.families.compare(tuple(one.id for one in bench.window.library.model.records))
    bench.window.families.show_view(view)
    picture(bench, "families", target)


def _new_draft(bench: Workbench, target: Path) -> None:
    picture(bench, "draft", target)


def _draft(bench: Workbench, target: Path) -> None:
    write_draft(bench, _compared(bench))
    picture(bench, "draft", target)


def _palette(bench: Workbench, target: Path) -> None:
    compare(bench, *TWO_CITIES)
    bench.window.show_page("compare")
    settle()
    bench.actions["view.palette"].trigger()
    picture(bench, "compare", target)


def _compared(bench: Workbench) -> Comparison:
    comparison = bench.window.compare.comparison
    return comparison if comparison is not None else compare(bench, *TWO_CITIES)


_ACTS: dict[str, Callable[[Workbench, Path], None]] = {
    "library": _library,
    "compare": _compare,
    "versions": _versions,
    "clauses": _clauses,
    "numbers": _numbers,
    "families": _families,
    "shares": _shares,
    "new_draft": _new_draft,
    "draft": _draft,
    "palette": _palette,
}

if __name__ == "__main__":
    sys.exit(main())

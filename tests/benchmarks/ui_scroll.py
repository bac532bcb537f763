"""How fast the compare page opens and scrolls, beside a pair of empty text editors.

    python -m tests.benchmarks.ui_scroll

Prints a Markdown table of ratios: the page against two QPlainTextEdits with the same texts and no
marks at all, in a window of the same size.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QWidget
from tests.helpers.documents import make_document

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import Comparison, VersionKind, VersionRow
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.passages import MatchSet, Passage, PassageKind
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.io.importers.base import read_document
from plandraft.services.comparing import CompareService
from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT

REPOSITORY = Path(__file__).resolve().parents[2]
SIZE = (1366, 768)
_STEPS = 60
_LETTERS = "城乡建设规划水利交通教育卫生文化农业工业服务市场资源环境安全管理能力体系机制平台"


def made_plan(letters: int, seed: int) -> Document:
    """Build a plan of paragraphs of two hundred letters out of chance."""
    draw = random.Random(seed)
    lines = [
        "".join(draw.choices(_LETTERS, k=180)) + "，" + "".join(draw.choices(_LETTERS, k=18)) + "。"
        for _ in range(letters // 200)
    ]
    return make_document("规划文本\n" + "\n".join(lines))


def made_comparison(letters: int, count: int) -> Comparison:
    """Build a comparison of `count` passages of half the text; every fifth stands far off."""
    left, right = made_plan(letters, 1), made_plan(letters, 2)
    step = min(len(left.text), len(right.text)) // (count + 1)
    kinds = tuple(PassageKind)
    passages = []
    for number in range(count):
        start = number * step
        other = (start * 7) % (count * step) if number % 5 == 0 else start
        length = max(8, step // 2)
        passages.append(
            Passage(
                Span(start, start + length),
                Span(other, other + length),
                0.5 + number % 50 / 100,
                kinds[number % 3],
                (),
            )
        )
    passages.sort(key=lambda one: (one.left, one.right))
    comparison = build_comparison(left, right, MatchSet(tuple(passages), 0.5, 0.5), 0.0)
    # The service computes them beforehand; two texts out of chance have no sentence in common.
    whole, other = Span(0, len(left.text)), Span(0, len(right.text))
    versions = (
        VersionRow(VersionKind.DELETED, whole, Span(0, 0), 0.0),
        VersionRow(VersionKind.INSERTED, Span(whole.end, whole.end), other, 0.0),
    )
    return replace(comparison, versions=versions)


def median_ms(times: list[float]) -> float:
    """Return the median in milliseconds."""
    return 1000 * statistics.median(times)


def timed(work: Callable[[], object]) -> float:
    """Return how long `work` and the painting it asks for take, in seconds."""
    begin = time.perf_counter()
    work()
    QApplication.processEvents()
    return time.perf_counter() - begin


def scroll_times(bar: object, maximum: int) -> Iterator[float]:
    """Yield the time of each step of a scroll through the whole text, three lines a step."""
    for number in range(_STEPS):
        value = number * maximum // _STEPS + 75
        yield timed(lambda value=value: bar.setValue(value))  # type: ignore[attr-defined]


def editors_of(comparison: Comparison) -> tuple[QWidget, QPlainTextEdit, QPlainTextEdit]:
    """Show the two texts in bare editors that scroll together."""
    window = QWidget()
    row = QHBoxLayout(window)
    left, right = QPlainTextEdit(), QPlainTextEdit()
    for editor in (left, right):
        editor.setReadOnly(True)
        row.addWidget(editor)
    left.verticalScrollBar().valueChanged.connect(right.verticalScrollBar().setValue)
    window.resize(*SIZE)
    window.show()
    QApplication.processEvents()
    return window, left, right


def measure(name: str, comparison: Comparison, icons: IconSet) -> str:
    """Return one row of the table."""
    window, left, right = editors_of(comparison)

    def fill() -> None:
        left.setPlainText(comparison.left.text)
        right.setPlainText(comparison.right.text)

    opened = [timed(fill) for _ in range(5)]
    plain = list(scroll_times(left.verticalScrollBar(), left.verticalScrollBar().maximum()))
    window.close()
    window.deleteLater()
    page = ComparePage(icons)
    page.resize(*SIZE)
    page.show()
    QApplication.processEvents()
    gc.collect()
    shown = []
    for _ in range(3):
        page.clear()
        page.reader._memories.clear()
        shown.append(timed(lambda: page.show_comparison(comparison)))
    bar = page.stage.left.verticalScrollBar()
    ours = list(scroll_times(bar, bar.maximum()))
    slider = [
        timed(lambda value=value: page.passages.filters.similarity.setValue(value))
        for value in range(5, 100, 5)
    ]
    page.passages.filters.clear()
    versions = timed(lambda: page.set_reading(Reading.VERSIONS))
    page.close()
    page.deleteLater()
    QApplication.processEvents()
    open_ratio = median_ms(shown) / median_ms(opened)
    step_ratio = median_ms(ours) / median_ms(plain)
    return (
        f"| {name} | {median_ms(opened):.1f} | {median_ms(shown):.1f} | {open_ratio:.1f} × "
        f"| {median_ms(plain):.2f} | {median_ms(ours):.2f} | {step_ratio:.2f} × "
        f"| {max(slider) * 1000:.0f} | {versions * 1000:.0f} |"
    )


def main() -> None:
    """Measure all pairs and print the table."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    icons = IconSet(REPOSITORY / "resources" / "icons", LIGHT)
    print(
        "| pair | open bare, ms | open page, ms | ratio | step bare, ms | step page, ms | ratio "
        "| slider, worst ms | to versions, ms |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    )
    plans = sorted((REPOSITORY.parent / "shared" / "plans").glob("*.txt"))
    if plans:
        service = CompareService(REPOSITORY / "resources")
        pair = service.compare(read_document(plans[1]), read_document(plans[2]))
        print(measure("two real plans", pair, icons))
    print(measure("20 000 letters, 400 passages", made_comparison(20_000, 400), icons))
    print(measure("1 000 000 letters, 20 000", made_comparison(1_000_000, 20_000), icons))


if __name__ == "__main__":
    main()

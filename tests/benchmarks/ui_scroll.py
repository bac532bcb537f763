"""How fast the compare page opens and scrolls, beside a pair of empty text editors.

    python -m tests.benchmarks.ui_scroll

Prints two Markdown tables. The first has ratios: the page against two QPlainTextEdits with the same
texts and no marks at all, in a window of the same size. An opening ends with the first full frame;
what the page does later is told as the longest time that the window did not answer. The second has
the times of what a reader does with input that is too much.
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
from plandraft.core.matching.engine import find_matches
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
NARROW = (800, 600)
_STEPS = 60
_LATER = 3.0  # seconds; what was put off is done by then
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
    """Return how long `work` and the painting it asks for take, in seconds of the processor.

    Seconds of the clock would count what else runs on the machine.
    """
    begin = time.process_time()
    work()
    QApplication.processEvents()
    return time.process_time() - begin


def longest_wait(seconds: float) -> float:
    """Return the longest time that the window does not answer within the next `seconds`."""
    longest, end = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        longest = max(longest, timed(lambda: None))
        time.sleep(0.001)
    return longest


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
    for _ in range(5):
        page.clear()
        page.reader._memories.clear()
        shown.append(timed(lambda: page.show_comparison(comparison)))
    later = longest_wait(_LATER)
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
        f"| {later * 1000:.0f} "
        f"| {median_ms(plain):.2f} | {median_ms(ours):.2f} | {step_ratio:.2f} × "
        f"| {max(slider) * 1000:.0f} | {versions * 1000:.0f} |"
    )


def made_of_one_paragraph(letters: int) -> Comparison:
    """Build two versions of a plan that is one paragraph; the right one has a sentence more."""
    body = "".join(f"第{at}处渡口完成巷道整治并更换木质招牌，" for at in range(letters // 18))
    half = letters // 2
    left = make_document(f"云汀市规划\n{body[:letters]}。")
    right = make_document(f"云汀市规划\n{body[:half]}新增的一句话在这里，{body[half:letters]}。")
    return build_comparison(left, right, find_matches(left, right), 0.0)


def use(name: str, comparison: Comparison, size: tuple[int, int], icons: IconSet) -> str:
    """Return a row of the times, in milliseconds, of what a reader does."""
    page = ComparePage(icons)
    page.resize(*size)
    page.show()
    QApplication.processEvents()
    bar = page.stage.left.verticalScrollBar()
    times = [timed(lambda: page.show_comparison(comparison)), longest_wait(_LATER)]
    times.append(max(timed(lambda at=at: bar.setValue(at * 75)) for at in range(_STEPS)))
    times.append(timed(lambda: bar.setValue(bar.maximum())))
    assert page.stage.right.view().value == page.stage.right.view().maximum
    page.resize(size[0] + 60, size[1])
    times.append(longest_wait(_LATER))
    times.append(timed(lambda: page.set_reading_size(14)))
    times.append(timed(page.go_previous))
    page.close()
    page.deleteLater()
    QApplication.processEvents()
    cells = [name, f"{size[0]} × {size[1]}", *(f"{1000 * took:.0f}" for took in times)]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure all pairs and print the tables."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    icons = IconSet(REPOSITORY / "resources" / "icons", LIGHT)
    print(
        "| pair | open bare, ms | open page, ms | ratio | longest wait later, ms | step bare, ms "
        "| step page, ms | ratio | slider, worst ms | to versions, ms |\n"
        "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    )
    plans = sorted((REPOSITORY.parent / "shared" / "plans").glob("*.txt"))
    if plans:
        service = CompareService(REPOSITORY / "resources")
        pair = service.compare(read_document(plans[1]), read_document(plans[2]))
        print(measure("two real plans", pair, icons))
    print(measure("20 000 letters, 400 passages", made_comparison(20_000, 400), icons))
    large = made_comparison(1_000_000, 20_000)
    print(measure("1 000 000 letters, 20 000 passages", large, icons))
    print(
        "\n| pair | window | open | longest wait later | worst of 60 steps | to the end | resize "
        "| zoom | other passage |\n|---|---|--:|--:|--:|--:|--:|--:|--:|"
    )
    one = made_of_one_paragraph(320_000)
    for size in (SIZE, NARROW):
        print(use("1 000 000 letters, 20 000 passages", large, size, icons))
        print(use("one paragraph of 320 000 letters", one, size, icons))


if __name__ == "__main__":
    main()

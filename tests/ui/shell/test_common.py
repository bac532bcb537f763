"""What most plans of the library have is greyed in a pair, with a switch and a tip of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.core.compare.test_common_phrases import PHRASE, plan

from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.shell.workbench import Workbench


@pytest.fixture
def bench(open_sitting: Callable[..., Workbench], tmp_path: Path) -> Workbench:
    bench = open_sitting()
    for seed in range(1, 6):
        path = tmp_path / f"{seed}.txt"
        wording = "" if seed == 5 else PHRASE
        path.write_text(f"第{seed}号规划\n{plan(seed, wording)}", encoding="utf-8")
    bench.library.import_paths(tuple(tmp_path / f"{seed}.txt" for seed in range(1, 6)))
    compare(bench, "第1号规划", "第2号规划")
    return bench


def compare(bench: Workbench, left: str, right: str) -> None:
    records = {one.title: one for one in bench.services.library.list_documents()}
    bench.compare.compare_records(records[left], records[right])


def told(bench: Workbench, pane: TextPane) -> str:
    """Return what is said of the middle of the common phrase."""
    comparison = bench.window.compare.comparison
    assert comparison is not None
    left = pane is bench.window.compare.stage.left
    text = (comparison.left if left else comparison.right).text
    return pane.stock_at(text.index(PHRASE) + 5)


def test_it_is_told_how_many_plans_have_it(bench: Workbench) -> None:
    stage = bench.window.compare.stage
    assert [told(bench, pane) for pane in (stage.left, stage.right)] == [
        "资料库 5 份中 4 份都有"
    ] * 2
    assert stage.left.stock_at(0) == ""


def test_the_switch_is_its_own_and_kept(
    bench: Workbench, open_sitting: Callable[..., Workbench]
) -> None:
    page = bench.window.compare
    classes = page.work.difference.classes
    classes.stock.setChecked(False)
    assert told(bench, page.stage.left)
    classes.library.setChecked(False)
    assert told(bench, page.stage.left) == ""
    again = open_sitting().window.compare.work.difference.classes
    assert (again.stock.isChecked(), again.library.isChecked()) == (False, False)


def test_it_follows_the_library(bench: Workbench) -> None:
    library = bench.services.library
    gone = [one.id for one in library.list_documents() if one.title in {"第3号规划", "第4号规划"}]
    library.remove(gone)
    bench.library.refresh()
    pane = bench.window.compare.stage.left
    assert told(bench, pane) == ""
    library.restore(gone)
    bench.library.refresh()
    assert told(bench, pane) == "资料库 5 份中 4 份都有"


def test_it_only_greys(bench: Workbench) -> None:
    comparison = bench.window.compare.comparison
    assert comparison is not None
    bench.window.compare.clear()
    compare(bench, "第1号规划", "第2号规划")
    again = bench.window.compare.comparison
    assert again is not None
    assert again.matches.passages == comparison.matches.passages
    assert told(bench, bench.window.compare.stage.left)

"""Pairs that are too much, too little or gone."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.benchmarks.ui_scroll import made_comparison
from tests.helpers.documents import make_document
from tests.ui.compare.comparisons import make_comparison

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.engine import find_matches
from plandraft.io.importers.base import read_document
from plandraft.ui.compare.compare_page import ComparePage

OpenPage = Callable[..., ComparePage]


def test_unrelated_plans_say_what_to_try_and_stay_readable(open_page: OpenPage) -> None:
    left = make_document(
        "云汀市老街规划\n渡口老街的巷道全部完成管线入地，沿街铺面统一更换木质招牌。"
    )
    right = make_document(
        "澜川市水乡方案\n河埠头设三处自行车棚，船工宿舍加装电梯，渔市搬到堤外空场。"
    )
    page = open_page(build_comparison(left, right, find_matches(left, right), 0.1))
    assert page.reading is Reading.PASSAGES
    assert "换一份" in page.passages.hint.text()
    for tab in range(page.work.difference.tabs.count()):
        page.work.difference.tabs.setCurrentIndex(tab)
    page.go_next()
    page.reader.go_back()
    assert page.current is None
    page.set_reading(Reading.VERSIONS)
    assert [one.kind.value for one in page.view.entries][:1] == ["edited"] or page.view.entries  # type: ignore[union-attr]


@pytest.mark.slow
def test_twenty_thousand_passages_filter_and_step(open_page: OpenPage) -> None:
    page = open_page(made_comparison(400_000, 20_000))
    assert len(page.passages.model.shown) == 20_000
    page.passages.filters.similarity.setValue(90)
    assert 0 < len(page.passages.model.shown) < 20_000
    page.go_next()
    assert page.current in page.passages.model.shown
    page.passages.filters.clear()
    page.set_current(19_999)
    assert page.head.place.text() == "20000 / 20000"
    page.clear()
    gc.collect()


@pytest.mark.slow
def test_a_paragraph_of_320_000_letters_reads_as_versions(
    qtbot: QtBot, open_page: OpenPage
) -> None:
    body = "".join(f"第{at}处渡口完成巷道整治并更换木质招牌，" for at in range(16_000))
    left = make_document(f"云汀市规划\n{body[:320_000]}。")
    right = make_document(
        f"云汀市规划\n{body[:160_000]}新增的一句话在这里，{body[160_000:320_000]}。"
    )
    page = open_page(build_comparison(left, right, find_matches(left, right), 0.1))
    page.set_reading(Reading.VERSIONS)
    assert page.view is not None
    assert page.view.entries
    page.go_next()
    for tab in range(page.work.difference.tabs.count()):
        page.work.difference.tabs.setCurrentIndex(tab)
    assert page.stage.left.visible_lines()


def test_a_file_deleted_while_open_changes_nothing_in_sight(
    open_page: OpenPage, tmp_path: Path
) -> None:
    paths = []
    comparison = make_comparison()
    for name, document in (("a.txt", comparison.left), ("b.txt", comparison.right)):
        path = tmp_path / name
        path.write_text(document.text, encoding="utf-8")
        paths.append(path)
    left, right = map(read_document, paths)
    page = open_page(build_comparison(left, right, find_matches(left, right), 0.1))
    for path in paths:
        path.unlink()
    page.go_next()
    page.set_reading(Reading.VERSIONS)
    page.set_reading(Reading.PASSAGES)
    assert page.picks.pick() is not None
    assert page.stage.left.visible_lines()


@pytest.mark.parametrize(("width", "height"), [(800, 600), (1366, 768), (683, 384)])
def test_small_windows_keep_both_texts_and_the_list(
    open_page: OpenPage, width: int, height: int
) -> None:
    """683 × 384 is what 200 % leaves of 1366 × 768."""
    page = open_page(width=width, height=height)
    assert page.width() == width
    assert page.height() == height
    for pane in (page.stage.left, page.stage.right):
        assert pane.viewport().width() >= 12 * 15
        assert len(pane.visible_lines()) >= 3
    assert page.passages.table.viewport().height() >= 28
    right_edge = page.head.send.mapTo(page, page.head.send.rect().topRight()).x()
    assert right_edge < width

"""From the library to several plans at once, to a pair of them, and to files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.helpers.xlsx_files import read_workbook

from plandraft.app import make_application, make_workbench
from plandraft.services.reviewing import Decision, Verdict
from plandraft.ui.families.families_model import Column
from plandraft.ui.families.source_view import SourceChoice
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.shell.dialogs import Dialogs
from plandraft.ui.shell.workbench import Workbench


class Answers(Dialogs):
    """Write everything into one folder."""

    folder = Path()

    def choose_target(self, parent: QWidget, title: str, suffix: str) -> Path | None:
        return self.folder / f"out{suffix}"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Workbench]:
    app = make_application()
    font, palette, locale = app.font(), app.palette(), QLocale()
    answers = Answers()
    answers.folder = tmp_path
    made = make_workbench(JobRunner(serial=True), answers)
    made.set_language("zh_CN")
    made.show()
    made.library.import_samples()
    yield made
    made.window.close()
    app.setFont(font)
    app.setPalette(palette)
    app.setStyleSheet("")
    QLocale.setDefault(locale)


def compare_all(bench: Workbench) -> None:
    """Choose all samples and compare them."""
    bench.window.library.table.selectAll()
    bench.actions["edit.compare"].trigger()


def test_choosing_three_or_more_opens_their_page(bench: Workbench) -> None:
    compare_all(bench)
    page = bench.window.families
    assert bench.window.page == "families"
    assert bench.actions["view.families"].isChecked()
    assert page.plans is not None
    assert len(page.plans.documents) == 5
    assert len(page.families_model.shown) > 10


def test_a_cell_opens_the_pair(bench: Workbench) -> None:
    compare_all(bench)
    page = bench.window.families
    page.matrix.activated.emit(page.matrix_model.index(1, 3))
    assert bench.window.page == "compare"
    comparison = bench.window.compare.comparison
    assert comparison is not None
    assert page.plans is not None
    assert comparison.left == page.plans.documents[1]
    assert comparison.right == page.plans.documents[3]


def test_reports_hold_what_was_decided(bench: Workbench, tmp_path: Path) -> None:
    compare_all(bench)
    bench.window.families.report.click()
    assert "段落" in read_workbook((tmp_path / "out.xlsx").read_bytes())
    page = bench.window.families
    page.matrix.activated.emit(page.matrix_model.index(0, 1))
    comparison = bench.window.compare.comparison
    assert comparison is not None
    row = comparison.rows[0]
    reviewing = bench.services.reviewing
    reviewing.decide(comparison, row.passage, Decision(Verdict.FORMULA, "见省规划"))
    bench.actions["file.report_xlsx"].trigger()
    sheets = read_workbook((tmp_path / "out.xlsx").read_bytes())
    assert sheets["相似段落"][1][11:13] == ["套话", "见省规划"]
    bench.actions["file.decisions"].trigger()
    rows = read_workbook((tmp_path / "out.xlsx").read_bytes())["段落判断"]
    assert rows[1][:2] == ["套话", "见省规划"]


def test_plans_stay_when_the_language_changes(bench: Workbench) -> None:
    compare_all(bench)
    bench.window.families.mine_box.setCurrentIndex(2)
    bench.set_language("en")
    page = bench.window.families
    assert bench.window.page == "families"
    assert page.plans is not None
    assert page.mine == 2


def test_the_page_fits_a_small_screen_and_takes_the_keyboard(bench: Workbench) -> None:
    bench.window.show_page("families")
    assert bench.window.focusWidget() is bench.window.families.library_button
    bench.window.families.library_button.click()
    assert bench.window.page == "library"
    compare_all(bench)
    bench.window.resize(800, 560)
    assert bench.window.width() == 800
    assert bench.window.minimumSizeHint().width() <= 800


def test_a_passage_opens_the_pair_at_the_passage(bench: Workbench) -> None:
    compare_all(bench)
    page = bench.window.families
    row = next(
        at
        for at, one in enumerate(page.families_model.shown)
        if one.number > 4 and one.closest >= 0 and one.letters > 40
    )
    page.families.activated.emit(page.families_model.index(row, int(Column.TEXT)))
    compared = bench.window.compare
    assert bench.window.page == "compare"
    assert compared.view is not None
    assert compared.current is not None
    entry = compared.view.entries[compared.current]
    family = page.families_model.shown[row]
    place = family.cells[family.reference].span
    assert place is not None
    assert entry.left.overlap(place) > place.length / 2


def test_a_source_opens_the_pair_at_its_passage(bench: Workbench) -> None:
    compare_all(bench)
    page = bench.window.families
    stretch = max(page.sources.stretches, key=lambda one: one.span.start)
    passage = stretch.passage
    page.sources.source_activated.emit(
        SourceChoice(stretch.source, (passage.left.start, passage.right.start))
    )
    view, current = bench.window.compare.view, bench.window.compare.current
    assert view is not None
    assert current is not None
    assert view.entries[current].left.contains(passage.left.start)


def test_the_text_of_the_sources_can_be_made_larger(bench: Workbench) -> None:
    bench.window.show_page("families")
    assert not bench.actions["view.larger"].isEnabled()
    bench.window.show_page("library")
    compare_all(bench)
    sources = bench.window.families.sources
    before = sources.reading_size
    bench.actions["view.larger"].trigger()
    assert sources.reading_size == before + 1
    assert sources.text.font().pointSizeF() == before + 1
    bench.actions["view.normal_size"].trigger()
    assert sources.reading_size == before

"""Phrases, decisions and corrections reach the page of several plans; the pair agrees with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from plandraft.core.compare.family_cells import Standing
from plandraft.core.compare.family_rows import FamilyRow
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.passages import PassageKind
from plandraft.services.phrases import OwnWording
from plandraft.services.reviewing import Verdict
from plandraft.ui.families.families_model import Column, Which
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.shell.workbench import Workbench

KINDS = {
    PassageKind.IDENTICAL: Standing.VERBATIM,
    PassageKind.EDITED: Standing.EDITED,
    PassageKind.REORDERED: Standing.REORDERED,
}


@pytest.fixture
def bench(sitting: Workbench) -> Workbench:
    compare_all(sitting)
    return sitting


def compare_all(bench: Workbench) -> None:
    """Choose all samples and compare them."""
    bench.window.show_page("library")
    bench.window.library.table.selectAll()
    bench.actions["edit.compare"].trigger()


def choose_cell(bench: Workbench, row: int, column: int) -> None:
    """Make a cell current."""
    page = bench.window.families
    cell = page.families_model.index(row, column)
    flags = QItemSelectionModel.SelectionFlag
    page.families.selectionModel().setCurrentIndex(cell, flags.ClearAndSelect | flags.Rows)


def find_row(bench: Workbench, wanted: Callable[[FamilyRow], bool]) -> int:
    """Return the first row shown that is wanted."""
    shown = bench.window.families.families_model.shown
    return next(at for at, row in enumerate(shown) if wanted(row))


def phrase_row(bench: Workbench) -> int:
    """Return a row in one paragraph that two plans have, both of them alone."""
    return find_row(
        bench,
        lambda row: (
            len(row.lines) == 1
            and row.letters > 40
            and row.plans == 2
            and not any(cell.part for cell in row.cells)
        ),
    )


def test_a_phrase_made_here_takes_its_row_away_and_undo_brings_it_back(bench: Workbench) -> None:
    page, model = bench.window.families, bench.window.families.families_model
    before, shares = len(model.shown), page.matrix_model.shares
    row = phrase_row(bench)
    text = model.shown[row].text
    choose_cell(bench, row, int(Column.TEXT))
    page.rows.make_phrase()
    assert bench.services.phrases.wording().phrases == (text,)
    assert text not in {one.text for one in model.shown}
    assert model.count(Which.QUIET) == 1
    assert page.matrix_model.shares != shares
    assert "不计套话和非借用 1 段" in bench.window.status.text.text()
    assert page.which_box.currentData() is Which.ALL
    strip = bench.window.message_strip("families")
    assert strip.isVisible()
    bench.services.phrases.change(remove=OwnWording((text,)))
    bench.phrases.changed.emit()
    assert len(model.shown) == before
    assert page.matrix_model.shares == shares


def test_a_decision_about_a_pair_is_seen_when_one_comes_back(bench: Workbench) -> None:
    page, model = bench.window.families, bench.window.families.families_model
    row = phrase_row(bench)
    text = model.shown[row].text
    choose_cell(bench, row, int(Column.TEXT))
    page.rows.open_pair()
    assert bench.window.page == "compare"
    bench.window.decisions.choose(Verdict.NOT_REUSE)
    assert text in {one.text for one in model.shown}, "nobody looks at it yet"
    bench.window.show_page("families")
    assert text not in {one.text for one in model.shown}
    page.which_box.setCurrentIndex(page.which_box.findData(Which.QUIET))
    assert [one.text for one in model.shown] == [text]
    bench.window.show_page("compare")
    bench.window.decisions.choose(Verdict.NOT_REUSE)
    bench.window.show_page("families")
    page.which_box.setCurrentIndex(page.which_box.findData(Which.ALL))
    assert text in {one.text for one in model.shown}


WANTED: dict[str, Callable[[FamilyRow], bool]] = {
    "edited": lambda row: any(cell.standing is Standing.EDITED for cell in row.cells),
    "reordered": lambda row: any(cell.standing is Standing.REORDERED for cell in row.cells),
    "a part": lambda row: any(cell.part for cell in row.cells),
    "over several sections": lambda row: len(row.sections) > 1,
}


@pytest.mark.parametrize("case", WANTED)
def test_the_pair_says_what_the_table_says(bench: Workbench, case: str) -> None:
    compared = bench.window.compare
    row = find_row(bench, WANTED[case])
    family = bench.window.families.families_model.shown[row]
    others = [
        at
        for at, cell in enumerate(family.cells)
        if cell.standing in KINDS.values() and at != family.reference
    ]
    assert others
    for other in others:
        bench.window.show_page("families")
        choose_cell(bench, row, len(Column) + other)
        bench.window.families.rows.open_pair()
        assert compared.reading is Reading.PASSAGES
        assert compared.view is not None
        assert compared.current is not None
        entry = compared.view.entries[compared.current]
        cell = family.cells[other]
        assert entry.similarity == cell.similarity
        assert KINDS[PassageKind(entry.kind.value)] is cell.standing


def test_versions_stay_what_they_were_read_as(bench: Workbench) -> None:
    compared = bench.window.compare
    page = bench.window.families
    row = find_row(bench, lambda row: row.letters > 300)
    choose_cell(bench, row, int(Column.TEXT))
    page.rows.open_pair()
    compared.set_reading(Reading.VERSIONS)
    page.rows.open_pair()
    assert compared.reading is Reading.PASSAGES
    pair = page.rows.current
    assert pair is not None
    page.matrix_view.pair_activated.emit(pair.reference, pair.closest)
    assert compared.reading is Reading.VERSIONS


def test_greys_follow_the_switches_of_the_compare_page(bench: Workbench) -> None:
    page = bench.window.families
    assert page.rows.wordings._greys.spans(0)
    for switch in ("stock", "library", "own"):
        getattr(bench.window.compare.work.difference.classes, switch).trigger()
    assert page.rows.wordings._greys.spans(0) == ()


def test_the_library_is_asked_for_its_phrases(bench: Workbench) -> None:
    library = bench.window.families.rows.wordings._greys.library
    assert library.plans > 2
    assert len(library.spans) == 5


def test_a_wording_goes_to_the_draft(bench: Workbench) -> None:
    page = bench.window.families
    choose_cell(bench, 0, len(Column) + page.families_model.shown[0].closest)
    page.rows.send()
    assert bench.window.page == "draft"
    assert "先打开或新建一份草稿" in bench.window.message_strip("draft").label.text()


def test_corrected_texts_are_compared_again(bench: Workbench) -> None:
    page = bench.window.families
    page.mine_box.setCurrentIndex(2)
    before = page.plans
    bench.library.correcting.texts_changed.emit((int(str(page.identities[1])),))
    assert page.plans is not None
    assert page.plans is not before
    assert page.mine == 2


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_view_fits_a_small_window(bench: Workbench, language: str) -> None:
    bench.set_language(language)
    bench.window.show_page("families")
    for view in ("matrix", "families", "sources"):
        bench.window.families.show_view(view)
        bench.window.resize(800, 560)
        assert bench.window.width() == 800
        assert bench.window.minimumSizeHint().width() <= 800, view


def test_lists_and_decisions_act_in_a_worker_too(
    open_sitting: Callable[..., Workbench], sitting: Workbench, qtbot: QtBot
) -> None:
    assert sitting.window.library.model.records
    bench = open_sitting(JobRunner())
    page, model = bench.window.families, bench.window.families.families_model
    qtbot.waitUntil(lambda: bool(bench.window.library.model.records), timeout=10_000)
    compare_all(bench)
    qtbot.waitUntil(lambda: page.plans is not None, timeout=60_000)
    row = phrase_row(bench)
    choose_cell(bench, row, int(Column.TEXT))
    page.rows.make_phrase()
    qtbot.waitUntil(lambda: model.count(Which.QUIET) == 1, timeout=20_000)
    row = phrase_row(bench)
    choose_cell(bench, row, int(Column.TEXT))
    page.rows.open_pair()
    qtbot.waitUntil(lambda: bench.window.compare.current is not None, timeout=20_000)
    bench.window.decisions.choose(Verdict.FORMULA)
    bench.window.show_page("families")
    qtbot.waitUntil(lambda: model.count(Which.QUIET) == 2, timeout=20_000)

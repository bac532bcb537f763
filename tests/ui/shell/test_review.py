"""What is decided in the window stays, also over a restart, and changes the shares."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from plandraft.app import make_application, make_workbench
from plandraft.core.compare.decisions import Decision, Verdict
from plandraft.core.compare.versions import Reading
from plandraft.ui.jobs.runner import JobRunner
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.shell.workbench import Workbench

NAMES = ("yunting_digital_2026.docx", "lanchuan_digital_2021.txt")


@pytest.fixture
def open_bench(qtbot: QtBot) -> Iterator[Callable[[], Workbench]]:
    made: list[Workbench] = []
    app = make_application()
    font, palette, locale = app.font(), app.palette(), QLocale()

    def opened() -> Workbench:
        for old in made:
            old.window.close()
        bench = make_workbench(JobRunner(serial=True))
        bench.set_language("zh_CN")
        bench.show()
        made.append(bench)
        if not bench.window.library.model.records:
            bench.library.import_samples()
        ids = {one.path.split("/")[-1]: one.id for one in bench.window.library.model.records}
        bench.compare.compare(CompareChoice(*(ids[name] for name in NAMES)))
        bench.window.compare.set_reading(Reading.PASSAGES)
        return bench

    yield opened
    for bench in made:
        bench.window.close()
    app.setFont(font)
    app.setPalette(palette)
    app.setStyleSheet("")
    QLocale.setDefault(locale)


def test_a_decision_is_kept_and_shown_again(
    open_bench: Callable[[], Workbench], qtbot: QtBot
) -> None:
    bench = open_bench()
    bar, page = bench.window.decisions, bench.window.compare
    assert bar.isVisible()
    page.set_current(1)
    qtbot.mouseClick(bar.buttons[Verdict.FORMULA], Qt.MouseButton.LeftButton)
    page.set_current(2)
    assert bar.decision == Decision(Verdict.OPEN)
    page.set_current(1)
    assert bar.buttons[Verdict.FORMULA].isChecked()
    again = open_bench()
    again.window.compare.set_current(1)
    assert again.window.decisions.decision == Decision(Verdict.FORMULA)
    assert dict(again.review.decisions) == {2: Decision(Verdict.FORMULA)}


def test_shares_are_told_without_what_is_no_reuse(open_bench: Callable[[], Workbench]) -> None:
    bench = open_bench()
    told = bench.window.status.text
    before = told.text()
    assert "不计非借用" not in before
    bench.window.compare.set_current(0)
    bench.window.decisions.choose(Verdict.NOT_REUSE)
    assert "不计非借用和套话（1 处）" in told.text()
    bench.window.decisions.choose(Verdict.NOT_REUSE)
    assert told.text() == before


def test_versions_have_no_decisions(open_bench: Callable[[], Workbench]) -> None:
    bench = open_bench()
    bench.window.compare.set_reading(Reading.VERSIONS)
    assert not bench.window.decisions.isVisible()
    bench.window.compare.set_reading(Reading.PASSAGES)
    assert bench.window.decisions.isVisible()
    bench.window.compare.clear()
    assert not bench.window.decisions.isVisible()

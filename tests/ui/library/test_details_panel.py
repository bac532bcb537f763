"""What is told of one document, and what its buttons and its outline ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot
from tests.helpers.documents import make_document
from tests.ui.library.test_library_page import record

from plandraft.core.model.document import WarningCode
from plandraft.services.library import DocumentRecord
from plandraft.ui.library.details_panel import LONGEST_EXCERPT, DetailsPanel
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import LIGHT

PLAN = make_document("云汀市规划\n一、目标\n建成海港。\n二、任务\n" + "统筹推进，" * 60)
RECORD = replace(record(7, "云汀市规划", "云汀"), level="prefecture", edited=("place", "period"))


@pytest.fixture
def panel(qtbot: QtBot, repository: Path) -> Iterator[DetailsPanel]:
    made = DetailsPanel(IconSet(repository / "resources" / "icons", LIGHT))
    qtbot.addWidget(made)
    made.resize(360, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.show_record(RECORD, ())
    yield made
    made.close()


def shown(panel: DetailsPanel) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_what_the_user_wrote_is_told_apart_from_what_was_found(panel: DetailsPanel) -> None:
    texts = shown(panel)
    assert "云汀（市级） · 已改" in texts
    assert "十五五 · 已改" in texts
    panel.show_record(replace(RECORD, edited=()), ())
    texts = shown(panel)
    assert "云汀（市级）" in texts
    assert not [text for text in texts if "已改" in text], "nothing of the one before is left"


def test_a_name_without_blanks_may_be_broken(panel: DetailsPanel) -> None:
    panel.show_record(replace(RECORD, path="/plans/final_version_of_the_plan_2026.docx"), ())
    (name,) = [text for text in shown(panel) if "docx" in text]
    assert name.replace("\u200b", "") == "final_version_of_the_plan_2026.docx"
    assert max(map(len, name.split("\u200b"))) <= 12
    panel.show_record(replace(RECORD, title=""), ())
    assert panel.title.text() == "（无标题）"


def test_long_paragraphs_are_cut(panel: DetailsPanel) -> None:
    panel.show_document(PLAN)
    first, second = panel.excerpt.text().split("\n")
    assert first == "　　建成海港。"
    assert second == "　　" + ("统筹推进，" * 60)[:LONGEST_EXCERPT] + "…"


@pytest.mark.parametrize(
    ("codes", "repairs", "text"),
    [
        ((), 0, ""),
        ((WarningCode.RUN_IN_TEXT,), 0, ""),
        ((WarningCode.LOST_TITLES,), 0, "查看问题所在…"),
        ((WarningCode.LOST_TITLES, WarningCode.SHIFTED_BYTES), 0, "查看修复建议…"),
        ((), 3, "已修复 3 处，查看或改回…"),
        ((WarningCode.SHIFTED_BYTES,), 3, "已修复 3 处，查看或改回…"),
    ],
)
def test_repairs_are_offered_where_there_is_damage(
    panel: DetailsPanel, codes: tuple[WarningCode, ...], repairs: int, text: str
) -> None:
    one = replace(record(7, "云汀市规划", "云汀", *codes), repairs=repairs)
    panel.show_record(one, ())
    assert panel.repair_button.isVisible() == bool(text)
    assert panel.repair_button.text() == text or not text
    assert panel.warnings_title.isVisible() == bool(codes or repairs)


def test_each_button_asks_for_its_own_document(panel: DetailsPanel) -> None:
    asked: list[tuple[object, ...]] = []
    for name in ("edit_requested", "repair_requested", "remove_requested", "read_requested"):
        getattr(panel, name).connect(lambda *values, name=name: asked.append((name, *values)))
    for button in (panel.edit_button, panel.repair_button, panel.remove_button, panel.read_button):
        button.click()
    assert asked == [
        ("edit_requested", (7,)),
        ("repair_requested", 7),
        ("remove_requested", (7,)),
        ("read_requested", 7, None),
    ]


def test_nothing_is_asked_for_without_a_document(qtbot: QtBot, repository: Path) -> None:
    panel = DetailsPanel(IconSet(repository / "resources" / "icons", LIGHT))
    qtbot.addWidget(panel)
    with (
        qtbot.assertNotEmitted(panel.remove_requested),
        qtbot.assertNotEmitted(panel.read_requested),
    ):
        panel.remove_button.click()
        panel.read_button.click()


def test_a_heading_leads_to_its_place_in_the_text(panel: DetailsPanel) -> None:
    read: list[tuple[int, object]] = []
    panel.read_requested.connect(lambda identity, span: read.append((identity, span)))
    panel.show_document(PLAN)
    panel.outline.activated.emit(panel.outline_model.index(1, 0))
    ((identity, span),) = read
    assert identity == 7
    assert span.slice(PLAN.text) == "二、任务"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_heading_is_said_to_be_text(panel: DetailsPanel) -> None:
    said: list[tuple[int, int, object]] = []
    panel.heading_chosen.connect(lambda *values: said.append(values))
    panel.show_document(PLAN)
    place = panel.outline.visualRect(panel.outline_model.index(1, 0)).center()
    panel.outline.customContextMenuRequested.emit(place)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    # Whatever is shown when the choice is made, it is said of the document that was asked about.
    panel.show_record(replace(RECORD, id=8), ())
    menu.actions()[4].trigger()
    menu.close()
    ((identity, block, level),) = said
    assert (identity, level) == (7, 0)
    assert PLAN.block_text(PLAN.blocks[block]) == "二、任务"
    panel.outline.customContextMenuRequested.emit(QPoint(5, 5))
    assert QApplication.activePopupWidget() is None, "nothing of the other document is read yet"


def test_others_to_compare_with_make_the_button_usable(panel: DetailsPanel) -> None:
    assert not panel.compare_button.isEnabled()
    others: list[DocumentRecord] = [record(8, "松屿市规划", "松屿")]
    panel.show_record(RECORD, others)
    assert panel.compare_button.isEnabled()

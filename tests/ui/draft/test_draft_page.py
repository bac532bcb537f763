"""Writing on the draft page: what a person types, sees and takes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.draft.samples import TEMPLATE, TEXT, pick_of

from plandraft.core.draft.draft import Draft, DraftBlock
from plandraft.core.draft.edits import SetSlot
from plandraft.core.draft.export import Preset
from plandraft.core.draft.template import DraftTemplate
from plandraft.ui.draft.draft_page import DraftPage
from plandraft.ui.draft.section_view import SectionView
from plandraft.ui.models.draft_outline_model import DraftOutlineModel, SectionState, section_rows

FIRST = "海岛供水工程全部建成，覆盖十二个乡镇。"
SECOND = "水厂日产八万吨。"
BOTH = f"{FIRST}\n{SECOND}"


def view_of(page: DraftPage, section: str) -> SectionView:
    view = page.editor.sheet.view(section)
    assert view is not None
    return view


def blocks(page: DraftPage, section: str = "basis.now") -> list[DraftBlock]:
    assert page.draft is not None
    return list(next(one for one in page.draft.sections if one.id == section).blocks)


def texts(page: DraftPage, section: str = "basis.now") -> list[str]:
    return [block.text for block in blocks(page, section)]


def seen(page: DraftPage, section: str = "basis.now") -> list[str]:
    return view_of(page, section).editor.toPlainText().split("\n")


def source_texts(page: DraftPage, section: str = "basis.now") -> list[str]:
    return [one.provenance.text if one.provenance else "" for one in blocks(page, section)]


def put_caret(page: DraftPage, section: str, block: int, column: int) -> Any:
    view = view_of(page, section)
    cursor = view.editor.textCursor()
    cursor.setPosition(view.editor.document().findBlockByNumber(block).position() + column)
    view.editor.setTextCursor(cursor)
    view.editor.setFocus()
    return view.editor


def insert_both(page: DraftPage) -> None:
    page.editor.go_to_section("basis.now")
    page.insert_pick(pick_of(BOTH))


def test_the_page_shows_title_headings_and_filled_slots(page: DraftPage) -> None:
    assert page.title.text() == "云汀市供水规划"
    assert page.editor.sheet.title.label.text() == "云汀市供水规划"
    headings = [v.heading.text() for v in page.editor.sheet.views() if v.heading.isVisible()]
    assert headings == ["一、基础", "（一）现状", "（二）不足", "二、任务"]
    assert seen(page, "preface") == ["云汀市编制本规划。"]
    assert texts(page, "preface") == ["【城市】编制本规划。"]
    assert view_of(page, "basis.now").editor.placeholderText() == "写清家底"


def test_a_heading_that_holds_headings_has_no_empty_line(page: DraftPage) -> None:
    assert not view_of(page, "basis").editor.isVisible()


def test_typing_goes_into_the_draft_and_is_undone_as_one(page: DraftPage, qtbot: QtBot) -> None:
    editor = put_caret(page, "basis.now", 0, 0)
    with qtbot.waitSignal(page.draft_changed):
        qtbot.keyClicks(editor, "abc")
    assert texts(page) == ["abc"]
    page.undo_button.click()
    assert texts(page) in ([], ["a"])
    while page.editor.history is not None and page.editor.history.can_undo:
        page.editor.undo()
    assert texts(page) == []
    assert seen(page) == [""]
    page.editor.redo()
    page.editor.redo()
    assert texts(page) == ["abc"]
    assert seen(page) == ["abc"]


def test_an_input_method_commits_once(page: DraftPage) -> None:
    editor = put_caret(page, "basis.now", 0, 0)
    composing = QInputMethodEvent("shui", [])
    QApplication.sendEvent(editor, composing)
    assert texts(page) == [], "what is being composed is not text yet"
    commit = QInputMethodEvent()
    commit.setCommitString("水𠮷")
    QApplication.sendEvent(editor, commit)
    assert texts(page) == ["水𠮷"]


def test_enter_splits_and_backspace_joins(page: DraftPage, qtbot: QtBot) -> None:
    insert_both(page)
    editor = put_caret(page, "basis.now", 0, 6)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert texts(page) == ["海岛供水工程", "全部建成，覆盖十二个乡镇。", SECOND]
    assert source_texts(page) == texts(page), "each half remembers its own part"
    assert editor.textCursor().blockNumber() == 1
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert texts(page) == [FIRST, SECOND]
    assert source_texts(page) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda page, bot, ed: bot.keyClick(ed, Qt.Key.Key_Return), id="enter"),
        pytest.param(
            lambda page, bot, ed: bot.keyClick(
                ed, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier
            ),
            id="shift enter",
        ),
        pytest.param(lambda page, bot, ed: bot.keyClick(ed, Qt.Key.Key_Backspace), id="backspace"),
        pytest.param(lambda page, bot, ed: bot.keyClick(ed, Qt.Key.Key_Delete), id="delete"),
        pytest.param(lambda page, bot, ed: paste(ed, "甲\r\n　　乙\n\n丙"), id="paste of three"),
        pytest.param(lambda page, bot, ed: (ed.selectAll(), paste(ed, "新")), id="paste over all"),
        pytest.param(lambda page, bot, ed: (ed.selectAll(), ed.cut()), id="cut all"),
        pytest.param(
            lambda page, bot, ed: (ed.selectAll(), bot.keyClick(ed, Qt.Key.Key_A)), id="type over"
        ),
    ],
)
@pytest.mark.parametrize(("block", "column"), [(0, 4), (1, 0), (1, len(SECOND)), (0, len(FIRST))])
def test_every_change_shows_what_the_draft_says_and_is_undone(
    page: DraftPage,
    qtbot: QtBot,
    act: Callable[[DraftPage, QtBot, Any], object],
    block: int,
    column: int,
) -> None:
    insert_both(page)
    before = page.draft
    assert before is not None
    editor = put_caret(page, "basis.now", block, column)
    act(page, qtbot, editor)
    assert seen(page) == (texts(page) or [""])
    after = page.draft
    page.editor.undo()
    assert page.draft is not None
    if after != before:
        assert page.draft.sections == before.sections
    assert seen(page) == (texts(page) or [""])
    page.editor.redo()
    assert page.draft.sections == after.sections if after else True
    assert seen(page) == (texts(page) or [""])


def paste(editor: Any, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    data.setHtml(f"<b>{text}</b>")
    editor.insertFromMimeData(data)


def test_pasted_paragraphs_are_plain_and_without_indents(page: DraftPage) -> None:
    editor = put_caret(page, "basis.now", 0, 0)
    paste(editor, "　　第一段。\r\n\r\n  第二段。\n")
    assert texts(page) == ["第一段。", "第二段。"]


def test_copying_gives_plain_text(page: DraftPage) -> None:
    insert_both(page)
    editor = put_caret(page, "basis.now", 0, 0)
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.text() == BOTH
    assert not data.hasHtml()


def test_the_keys_for_undo_are_left_to_the_window(page: DraftPage, qtbot: QtBot) -> None:
    editor = put_caret(page, "basis.now", 0, 0)
    qtbot.keyClicks(editor, "a")
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(page) == ["a"], "the editor alone must not undo behind the draft's back"


def test_the_arrow_keys_lead_from_section_to_section(page: DraftPage, qtbot: QtBot) -> None:
    put_caret(page, "preface", 0, 0)
    qtbot.keyClick(view_of(page, "preface").editor, Qt.Key.Key_Down)
    assert view_of(page, "basis.now").editor.hasFocus(), "the hidden editor is passed over"
    assert page.editor.current_section == "basis.now"
    qtbot.keyClick(view_of(page, "basis.now").editor, Qt.Key.Key_Up)
    assert view_of(page, "preface").editor.hasFocus()


def test_a_pick_goes_behind_the_current_paragraph(page: DraftPage) -> None:
    insert_both(page)
    put_caret(page, "basis.now", 0, 2)
    page.insert_pick(pick_of("水厂"))
    assert texts(page) == [FIRST, "水厂", SECOND]
    source = blocks(page)[1].provenance
    assert source is not None
    assert (source.document_title, source.section) == ("松屿市供水规划", "（一）供水现状")
    assert source.text == TEXT[source.span.start : source.span.end] == "水厂"
    page.editor.undo()
    assert texts(page) == [FIRST, SECOND]


def test_a_pick_can_go_to_another_section(page: DraftPage) -> None:
    assert page.insert_pick(pick_of(SECOND), "tasks") == "tasks"
    assert texts(page, "tasks")[-1] == SECOND
    assert page.editor.current_section == "tasks"


def test_pieces_of_headings_are_not_inserted(page: DraftPage) -> None:
    page.editor.go_to_section("basis.now")
    page.insert_pick(pick_of("供水现状\n" + BOTH + "\n（二）管"))
    assert texts(page) == [FIRST, SECOND]
    page.insert_pick(pick_of("（一）供水现状\n海岛"))
    assert texts(page)[-2:] == ["1.供水现状", "海岛"], "a whole heading was wanted"


def test_the_source_of_the_current_paragraph_is_shown(page: DraftPage, qtbot: QtBot) -> None:
    insert_both(page)
    put_caret(page, "basis.now", 0, 3)
    panel = page.editor.source
    qtbot.waitUntil(lambda: panel.state.text() == "原文照录")
    assert not panel.restore_button.isEnabled()
    editor = put_caret(page, "basis.now", 0, 0)
    cursor = editor.textCursor()
    cursor.setPosition(2, cursor.MoveMode.KeepAnchor)
    cursor.insertText("山区")
    qtbot.waitUntil(lambda: panel.state.text().startswith("已改写"))
    html = panel.original.toHtml()
    assert "海岛" in panel.original.toPlainText()
    assert "line-through" in html
    assert "underline" in html
    panel.restore_button.click()
    assert texts(page) == [FIRST, SECOND]
    qtbot.waitUntil(lambda: panel.state.text() == "原文照录")


def test_own_text_has_no_source(page: DraftPage, qtbot: QtBot) -> None:
    put_caret(page, "preface", 0, 1)
    qtbot.waitUntil(lambda: "自己写的" in page.editor.source._none.text())


def test_the_margin_shows_borrowed_adapted_and_own(page: DraftPage, qtbot: QtBot) -> None:
    insert_both(page)
    editor = put_caret(page, "basis.now", 1, 0)
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "own")
    bar = view_of(page, "basis.now").bar
    qtbot.waitUntil(lambda: bar.height() == editor.height() > 0)
    image = bar.grab().toImage()
    middles = [round(rect.center().y()) for rect in bar._rects()]
    palette = page.editor.sheet._style.palette
    marks = [[image.pixelColor(x, y).name() for x in (1, 4)] for y in middles]
    assert marks[0] == [palette.borrowed, palette.borrowed], "thick"
    assert marks[1][0] == palette.adapted, "thin"
    assert marks[1][1] != palette.adapted
    assert palette.borrowed not in marks[2]
    assert palette.adapted not in marks[2]
    with qtbot.waitSignal(bar.paragraph_clicked):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert editor.block_index() == 0


def test_a_slot_changes_everywhere_and_can_be_undone(page: DraftPage, qtbot: QtBot) -> None:
    field = page.editor.guide.form.fields["城市"]
    field.setText("松屿市")
    field.editingFinished.emit()
    assert page.title.text() == "松屿市供水规划"
    assert seen(page, "preface") == ["松屿市编制本规划。"]
    page.editor.undo()
    assert seen(page, "preface") == ["云汀市编制本规划。"]
    assert field.text() == "云汀市"


def test_typing_beside_a_slot_keeps_it(page: DraftPage, qtbot: QtBot) -> None:
    editor = put_caret(page, "preface", 0, len("云汀市"))
    qtbot.keyClicks(editor, "x")
    assert texts(page, "preface") == ["【城市】x编制本规划。"]
    page.editor.apply(SetSlot("城市", "松屿市"))
    assert seen(page, "preface") == ["松屿市x编制本规划。"]


def test_open_slots_stand_out(page: DraftPage) -> None:
    editor = view_of(page, "tasks").editor
    marked = [r for r in editor.document().begin().layout().formats() if r.length]
    assert [(r.start, r.length) for r in marked] == [(1, len("【牵头部门】"))]


def test_the_outline_counts_and_tells_how_far_each_section_is(
    page: DraftPage, qtbot: QtBot
) -> None:
    model = page.editor.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    row = model.row_of("basis.now")
    assert model.rows[row].state is SectionState.EMPTY
    insert_both(page)
    assert model.rows[row].letters == len(FIRST + SECOND)
    assert model.rows[row].state is SectionState.ENOUGH
    assert "建议 20–60 字" in str(model.index(row).data(Qt.ItemDataRole.ToolTipRole))
    page.insert_pick(pick_of(BOTH))
    page.insert_pick(pick_of(BOTH))
    assert model.rows[row].state is SectionState.TOO_LONG


def test_a_click_in_the_outline_goes_to_the_section(page: DraftPage, qtbot: QtBot) -> None:
    outline = page.editor.outline
    index = page.editor.model.index(page.editor.model.row_of("tasks"))
    QTest.mouseClick(
        outline.viewport(), Qt.MouseButton.LeftButton, pos=outline.visualRect(index).center()
    )
    assert page.editor.current_section == "tasks"
    assert view_of(page, "tasks").editor.hasFocus()
    assert page.editor.guide.title.text() == "二、任务"


def test_sections_are_renamed_added_moved_and_removed(page: DraftPage) -> None:
    model, outline = page.editor.model, page.editor.outline
    assert model.setData(model.index(model.row_of("basis.gaps")), "短板", Qt.ItemDataRole.EditRole)
    assert view_of(page, "basis.gaps").heading.text() == "（二）短板"
    outline.add_requested.emit("basis.gaps")
    added = page.editor.current_section
    assert view_of(page, added).heading.text() == "（三）新的一节"
    outline.move_requested.emit(added, -1)
    assert view_of(page, added).heading.text() == "（二）新的一节"
    assert view_of(page, "basis.gaps").heading.text() == "（三）短板"
    outline.remove_requested.emit("basis.gaps")
    assert page.editor.sheet.view("basis.gaps") is None
    for _ in range(4):
        page.editor.undo()
    assert view_of(page, "basis.gaps").heading.text() == "（二）不足"
    assert page.editor.sheet.view(added) is None


def test_the_menu_of_a_section_names_what_can_be_done(page: DraftPage) -> None:
    menu = page.editor.outline.make_menu(page.editor.model.rows[2])
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["改名", "在后面新增一节", "上移", "下移", "删除本节"]
    menu.deleteLater()


def test_a_chapter_is_removed_with_its_sections(page: DraftPage) -> None:
    row = page.editor.model.rows[page.editor.model.row_of("basis")]
    menu = page.editor.outline.make_menu(row)
    assert menu.actions()[-1].text() == "删除本章和其中 2 节"
    menu.actions()[-1].trigger()
    assert [one.id for one in page.editor.model.rows] == ["preface", "tasks"]
    page.editor.undo()
    assert len(page.editor.model.rows) == 5
    page.editor.outline.move_requested.emit("basis", 1)
    order = ["preface", "tasks", "basis", "basis.now", "basis.gaps"]
    assert [one.id for one in page.editor.model.rows] == order


def test_the_title_is_written_where_it_stands(page: DraftPage, qtbot: QtBot) -> None:
    title = page.editor.sheet.title
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert title.field.isVisible()
    assert title.field.text() == "云汀市供水规划"
    title.field.setText("云汀市供水高质量发展规划")
    qtbot.keyClick(title.field, Qt.Key.Key_Return)
    assert not title.field.isVisible()
    assert page.draft is not None
    assert page.draft.title == "【城市】供水高质量发展规划", "the slot is still one"
    assert page.title.text() == title.label.text() == "云汀市供水高质量发展规划"
    page.editor.undo()
    assert title.label.text() == "云汀市供水规划"
    qtbot.keyClick(title, Qt.Key.Key_Return)
    title.field.setText("别的")
    qtbot.keyClick(title.field, Qt.Key.Key_Escape)
    assert title.label.isVisible()
    assert page.draft.title == "【城市】供水规划"
    title.write()
    title.field.setText("  ")
    qtbot.keyClick(title.field, Qt.Key.Key_Return)
    assert page.draft.title == "【城市】供水规划", "a plan has a title"


def test_the_tab_for_passages_takes_the_keyboard(page: DraftPage, qtbot: QtBot) -> None:
    put_caret(page, "basis.now", 0, 0)
    bar = page.editor.tabs.tabBar()
    index = page.editor.tabs.indexOf(page.editor.candidates)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
    qtbot.waitUntil(page.editor.candidates.search.hasFocus)


def test_a_pick_takes_the_place_of_an_empty_paragraph(page: DraftPage, qtbot: QtBot) -> None:
    insert_both(page)
    editor = put_caret(page, "basis.now", 0, len(FIRST))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert texts(page) == [FIRST, "", SECOND]
    page.insert_pick(pick_of("水厂"))
    assert texts(page) == [FIRST, "水厂", SECOND]
    page.editor.undo()
    assert texts(page) == [FIRST, "", SECOND]


def test_guidance_and_length_of_the_section_are_shown(page: DraftPage) -> None:
    page.editor.go_to_section("basis.now")
    assert page.editor.guide.length.text() == "建议篇幅 20–60 字"
    page.editor.go_to_section("basis.gaps")
    assert page.editor.guide.guidance.text() == "不要回避"
    assert page.editor.guide.length.text() == "可以不写"


def test_the_export_wish_carries_the_draft_as_it_is(page: DraftPage, qtbot: QtBot) -> None:
    insert_both(page)
    with qtbot.waitSignal(page.export_requested) as wish:
        page.export_button.click()
    assert wish.args[0].draft == page.draft
    assert wish.args[0].preset is None
    with qtbot.waitSignal(page.export_requested) as wish:
        page.request_export(with_sources=True)
    assert wish.args[0].preset is Preset.SOURCES


def test_the_status_tells_length_and_share(page: DraftPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.status_changed) as told:
        insert_both(page)
    assert told.args[0].startswith("52 字") or "引用段落占" in told.args[0]


def test_without_its_template_a_draft_can_still_be_written(
    page: DraftPage, draft: Draft, qtbot: QtBot
) -> None:
    page.show_draft(draft, None)
    editor = put_caret(page, "basis.now", 0, 0)
    qtbot.keyClicks(editor, "a")
    assert texts(page) == ["a"]
    assert page.editor.guide.guidance.text() == "模板里没有这一节。"


def test_another_draft_begins_with_an_empty_history(page: DraftPage, draft: Draft) -> None:
    insert_both(page)
    page.show_draft(draft, page.editor.template)
    assert texts(page) == []
    assert not page.undo_button.isEnabled()


def test_rows_without_template_want_nothing(draft: Draft, template: DraftTemplate) -> None:
    rows = section_rows(draft, None)
    assert {row.minimum for row in rows} == {0}
    assert [row.holds_sections for row in section_rows(draft, template)] == [
        False, True, False, False, False,
    ]  # fmt: skip


def test_renaming_to_nothing_is_refused(
    draft: Draft, template: DraftTemplate, qtbot: QtBot
) -> None:
    model = DraftOutlineModel()
    model.set_rows(section_rows(draft, template))
    assert not model.setData(model.index(1), "  ", Qt.ItemDataRole.EditRole)
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEditable


def test_the_text_grows_and_the_page_with_it(page: DraftPage, qtbot: QtBot) -> None:
    insert_both(page)
    editor = put_caret(page, "basis.now", 0, 0)
    before = editor.height()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for _ in range(6):
        qtbot.keyClick(editor, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert page.reading_size == 18
    qtbot.waitUntil(lambda: editor.height() > before)
    assert texts(page) == [FIRST, SECOND], "no letter was typed"
    assert seen(page) == [FIRST, SECOND]
    page.set_reading_size(1000)
    assert page.reading_size == 32


def test_outline_and_sources_fold_in_a_narrow_window(page: DraftPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.editor.outline.isVisible)
    page.resize(720, 600)
    qtbot.waitUntil(lambda: not page.editor.outline.isVisible())
    assert not page.editor.tabs.isVisible()
    page.focus_search()
    assert page.editor.candidates.search.isVisible(), "asked for by its key"
    page.outline_button.click()
    assert page.editor.outline.isVisible()
    assert page.minimumSizeHint().width() <= 720


def test_a_new_draft_begins_in_sight_and_with_enter(page: DraftPage, qtbot: QtBot) -> None:
    page.show_templates([TEMPLATE])
    page.show_start()
    page.resize(900, 420)
    page.take_focus()
    start = page.start
    button = start.create_button
    bottom = button.mapTo(page, button.rect().bottomLeft()).y()
    assert bottom < page.height(), "however long the form is"
    fields = start.form.fields
    for name in start.form.missing():
        fields[name].setText("云汀市")
    with qtbot.waitSignal(page.create_requested):
        qtbot.keyClick(next(iter(fields.values())), Qt.Key.Key_Return)


def test_a_title_without_room_ends_in_dots(page: DraftPage, qtbot: QtBot) -> None:
    assert page.title.shown == page.title.text()
    page.title.setText("关于加快建设现代水网的规划" * 12)
    qtbot.waitUntil(lambda: page.title.shown.endswith("…"))
    page.title.repaint()
    assert page.title.toolTip() == page.title.text()

"""专栏 on the sheet: framed, numbered, made and undone by menu, key and typing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from tests.ui.draft.samples import pick_of

from plandraft.core.draft.draft import BlockForm, DraftBlock
from plandraft.ui.draft.box_frames import GROUND, ShownBoxes, box_name, frame_of
from plandraft.ui.draft.draft_page import DraftPage
from plandraft.ui.draft.paragraphs_editor import ParagraphsEditor
from plandraft.ui.models.palette import tint

BOTH = "海岛供水工程全部建成，覆盖十二个乡镇。\n水厂日产八万吨。"
TEXT, TITLE, INSIDE = BlockForm.TEXT, BlockForm.BOX_TITLE, BlockForm.BOX_TEXT


def editor_of(page: DraftPage, section: str = "basis.now") -> ParagraphsEditor:
    view = page.editor.sheet.view(section)
    assert view is not None
    return view.editor


def shown(page: DraftPage, section: str = "basis.now") -> ShownBoxes:
    view = page.editor.sheet.view(section)
    assert view is not None
    return view.editor._boxes


def blocks(page: DraftPage, section: str = "basis.now") -> list[DraftBlock]:
    assert page.draft is not None
    return list(next(one for one in page.draft.sections if one.id == section).blocks)


def forms(page: DraftPage) -> list[BlockForm]:
    return [block.form for block in blocks(page)]


def choose(page: DraftPage, text: str) -> None:
    menu = editor_of(page).make_menu()
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.deleteLater()


def has_frame(page: DraftPage) -> bool:
    """Tell whether the ground of a frame is painted at the left edge, where no letter stands."""
    editor = editor_of(page)
    palette = editor._style.palette
    image = editor.grab().toImage()
    ground = QColor(tint(palette.text, GROUND, palette.page))
    return any(QColor(image.pixel(3, y)) == ground for y in range(image.height()))


def boxed(page: DraftPage) -> ParagraphsEditor:
    page.editor.go_to_section("basis.now")
    page.insert_pick(pick_of(BOTH))
    editor = editor_of(page)
    editor.selectAll()
    choose(page, "设为专栏")
    return editor


def test_paragraphs_become_a_box_and_text_again(page: DraftPage) -> None:
    page.editor.go_to_section("basis.now")
    page.insert_pick(pick_of(BOTH))
    assert not has_frame(page)
    editor_of(page).selectAll()
    choose(page, "设为专栏")
    assert forms(page) == [TITLE, INSIDE]
    assert has_frame(page)
    assert "\n".join(block.text for block in blocks(page)) == BOTH, "only the look changed"
    editor_of(page).put_caret(1)
    choose(page, "取消专栏")
    assert forms(page) == [TEXT, TEXT]
    assert not has_frame(page)
    page.editor.undo()
    assert has_frame(page)


def test_the_command_makes_a_box_and_undoes_it(page: DraftPage) -> None:
    page.editor.go_to_section("basis.now")
    page.insert_pick(pick_of(BOTH))
    editor_of(page).selectAll()
    page.editor.toggle_box()
    assert forms(page) == [TITLE, INSIDE]
    page.editor.toggle_box()
    assert forms(page) == [TEXT, TEXT]


def test_a_typed_box_is_framed_as_the_export_has_it(page: DraftPage, qtbot: QtBot) -> None:
    page.editor.go_to_section("basis.now")
    editor = editor_of(page)
    editor.textCursor().insertText("专栏　工程")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    editor.textCursor().insertText("1.管网。")
    assert forms(page) == [TEXT, TEXT]
    assert shown(page).forms == (TITLE, INSIDE)
    assert has_frame(page)


def test_a_box_goes_on_with_return_and_ends_with_an_empty_line(
    page: DraftPage, qtbot: QtBot
) -> None:
    editor = boxed(page)
    editor.put_caret(1, at_end=True)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert forms(page) == [TITLE, INSIDE, INSIDE]
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert forms(page) == [TITLE, INSIDE, TEXT]
    qtbot.keyClicks(editor, "end")
    assert [block.text for block in blocks(page)][2] == "end"
    editor.put_caret(0)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert forms(page) == [TEXT, TITLE, INSIDE, TEXT], "room above a box is not in it"


def test_boxes_are_numbered_through_the_draft(page: DraftPage) -> None:
    boxed(page)
    assert shown(page).numbers == (0,)
    assert box_name(0) == "专栏"
    page.insert_pick(pick_of("水厂日产八万吨。"), "basis.gaps")
    other = editor_of(page, "basis.gaps")
    other.selectAll()
    page.editor.go_to_section("basis.gaps")
    page.editor.toggle_box()
    assert shown(page).numbers == (1,)
    assert shown(page, "basis.gaps").numbers == (2,)
    assert box_name(2) == "专栏 2"


def test_a_frame_is_whole_at_the_top_and_the_end_of_a_section(page: DraftPage) -> None:
    editor = boxed(page)
    frame = frame_of(editor, 0, 1, editor._style)
    assert frame.top() >= 0
    assert frame.bottom() <= editor.viewport().height()
    page.editor.toggle_box()
    assert editor.document().begin().layout().position().y() == 0

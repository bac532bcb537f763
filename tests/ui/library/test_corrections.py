"""The dialogs of the library: what they show, what they ask for, what they refuse."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from tests.helpers.documents import make_document
from tests.ui.library.test_library_page import record

from plandraft.core.model.document import BlockKind, Document
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span
from plandraft.core.text.damage import damage_places
from plandraft.core.text.divisions import Place, PlaceLevel
from plandraft.core.text.places import Gazetteer
from plandraft.core.text.repairs import find_repairs
from plandraft.services.correcting import DocumentFacts, RepairOffer
from plandraft.services.details import DetailField, Fact
from plandraft.services.library import ImportReport
from plandraft.ui.library.details_dialog import DetailsDialog, edit_many, edit_one
from plandraft.ui.library.import_dialog import ImportDialog, Outcome, import_lines
from plandraft.ui.library.reading_dialog import ReadingDialog
from plandraft.ui.library.repair_dialog import RepairDialog
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.outline_model import SECTION_ROLE
from plandraft.ui.models.palette import LIGHT

BROKEN = "要把公共数据的归集、治理和开放摆在突出位置，建立健全工作机制。"
BEFORE = "云汀市数字经济发展规划\n一、总体要求\n坚持统筹推进，分步实施，全市各部门"
AFTER = "\n二、主要任务\n普及率达到30.5，入户率达到25，覆盖率达到95。\n"
PLACES = (
    Place("朝阳市", PlaceLevel.PREFECTURE, "辽宁省"),
    Place("朝阳区", PlaceLevel.COUNTY, "北京市"),
    Place("聊城市", PlaceLevel.PREFECTURE, "山东省"),
)


def shifted(text: str) -> str:
    data = b"?" + text.encode("gb18030")[1:] + b"\n"
    return data.decode("gb18030", "replace").replace("\ufffd", "?").rstrip("\n")


@pytest.fixture
def offer() -> RepairOffer:
    document = make_document((BEFORE + shifted(BROKEN) + AFTER) * 2)
    repairs = find_repairs(document.text)
    assert len(repairs) == 2
    return RepairOffer(document, repairs, (), damage_places(document.text, repairs))


@pytest.fixture
def icons(repository: Path, qtbot: QtBot) -> IconSet:
    return IconSet(repository / "resources" / "icons", LIGHT)


def labels(widget: RepairDialog) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_repairs_are_accepted_one_by_one_or_all(offer: RepairOffer, qtbot: QtBot) -> None:
    dialog = RepairDialog(offer)
    qtbot.addWidget(dialog)
    assert not dialog.apply_button.isEnabled(), "nothing is repaired by itself"
    dialog.boxes[1].click()
    with qtbot.waitSignal(dialog.repairs_chosen) as wish:
        dialog.apply_button.click()
    assert wish.args[0] == (offer.repairs[1],)
    dialog.all_button.click()
    assert dialog.chosen() == offer.repairs
    dialog.none_button.click()
    assert dialog.chosen() == ()
    shown = labels(dialog)
    assert BROKEN[1:-1] in shown
    assert "百分号" in shown
    assert "率达到30.5" in shown


def test_accepted_repairs_are_ticked_and_can_be_taken_back(
    offer: RepairOffer, qtbot: QtBot
) -> None:
    dialog = RepairDialog(replace(offer, accepted=offer.repairs[:1]))
    qtbot.addWidget(dialog)
    assert [box.isChecked() for box in dialog.boxes] == [True, False]
    dialog.none_button.click()
    with qtbot.waitSignal(dialog.repairs_chosen) as wish:
        dialog.apply_button.click()
    assert wish.args[0] == ()


def doubted() -> Document:
    plan = make_document("云汀市规划\n一、总体要求\n加快𠮷林建设。\n四、保障措施\n加强领导。")
    blocks = tuple(
        replace(block, confidence=0.3) if plan.block_text(block).startswith("四") else block
        for block in plan.blocks
    )
    return replace(plan, blocks=blocks)


def test_doubtful_headings_are_marked_with_a_reason(icons: IconSet, qtbot: QtBot) -> None:
    dialog = ReadingDialog(icons, doubted())
    qtbot.addWidget(dialog)
    sure, doubtful = dialog.model.index(0, 0), dialog.model.index(1, 0)
    assert sure.data(Qt.ItemDataRole.DecorationRole) is None
    assert doubtful.data(Qt.ItemDataRole.DecorationRole) is not None
    assert "不衔接" in doubtful.data(Qt.ItemDataRole.ToolTipRole)
    assert "1 个标题拿不准" in dialog.hint.text()


def test_a_line_is_said_to_be_heading_or_text(icons: IconSet, qtbot: QtBot) -> None:
    document = doubted()
    dialog = ReadingDialog(icons, document)
    qtbot.addWidget(dialog)
    block = dialog.model.index(1, 0).data(SECTION_ROLE).heading
    menu = dialog.make_menu(block)
    assert isinstance(menu, QMenu)
    assert [action.isChecked() for action in menu.actions()][:5] == [True, *[False] * 4]
    wishes: list[tuple[int, object]] = []
    dialog.heading_chosen.connect(lambda at, level: wishes.append((at, level)))
    for action in (menu.actions()[1], menu.actions()[4], menu.actions()[-1]):
        action.trigger()
    assert wishes == [(block, 2), (block, 0), (block, None)]


def test_a_place_is_shown_in_the_text(icons: IconSet, qtbot: QtBot) -> None:
    document = doubted()
    dialog = ReadingDialog(icons, document)
    qtbot.addWidget(dialog)
    start = document.text.index("建设")
    dialog.show_span(Span(start, start + 2))
    (mark,) = dialog.text.extraSelections()
    assert mark.cursor.selectedText() == "建设"


def facts(**values: str) -> DocumentFacts:
    document = make_document("聊城市规划\n一、总体要求\n加快建设。")
    found = {DetailField.TITLE: document.title, DetailField.PLACE: "聊城"}
    return DocumentFacts(
        document,
        tuple(
            Fact(
                field,
                values.get(field.value, found.get(field, "")),
                found.get(field, ""),
                Span(0, 3) if field is DetailField.PLACE else None,
                field.value in values,
            )
            for field in DetailField
        ),
    )


def line(dialog: DetailsDialog, field: DetailField) -> QLineEdit:
    editor = dialog.editors[field].editor
    assert isinstance(editor, QLineEdit)
    return editor


def test_what_does_not_fit_is_told_at_its_field(qtbot: QtBot) -> None:
    dialog = edit_one(facts(), Gazetteer(places=PLACES), None)
    qtbot.addWidget(dialog)
    dialog.show()
    line(dialog, DetailField.NUMBER).setText("云政发")
    line(dialog, DetailField.ORGAN).setText("云汀市人民政府")
    with qtbot.assertNotEmitted(dialog.saved):
        dialog.save_button.click()
    assert "文号" in dialog.editors[DetailField.NUMBER].problem.text()
    assert dialog.isVisible()
    line(dialog, DetailField.NUMBER).setText("云政发[2026]7号")
    with qtbot.waitSignal(dialog.saved) as wish:
        dialog.save_button.click()
    assert wish.args[0] == {
        DetailField.NUMBER: "云政发〔2026〕7号",
        DetailField.ORGAN: "云汀市人民政府",
    }


def test_places_of_one_name_are_told_apart(qtbot: QtBot) -> None:
    dialog = edit_one(facts(), Gazetteer(places=PLACES), None)
    qtbot.addWidget(dialog)
    editor = dialog.editors[DetailField.PLACE]
    line(dialog, DetailField.PLACE).setText("朝阳")
    hint = editor.hint.text()
    assert "朝阳市（辽宁省）" in hint
    assert "朝阳区（北京市）" in hint
    editor.choose(PLACES[1])
    with qtbot.waitSignal(dialog.saved) as wish:
        dialog.save_button.click()
    assert wish.args[0] == {DetailField.PLACE: "朝阳", DetailField.LEVEL: "county"}


def test_a_name_is_completed_from_the_gazetteer(qtbot: QtBot) -> None:
    dialog = edit_one(facts(), Gazetteer(places=PLACES), None)
    qtbot.addWidget(dialog)
    completer = line(dialog, DetailField.PLACE).completer()
    completer.setCompletionPrefix("朝阳")
    assert completer.completionCount() == 2
    completer.activated.emit("朝阳区（北京市）")
    qtbot.waitUntil(lambda: line(dialog, DetailField.PLACE).text() == "朝阳")


def test_an_edited_value_is_set_back_and_its_source_shown(qtbot: QtBot) -> None:
    dialog = edit_one(facts(place="云汀"), Gazetteer(places=PLACES), None)
    qtbot.addWidget(dialog)
    editor = dialog.editors[DetailField.PLACE]
    assert not editor.reset.isHidden()
    assert "聊城市" in editor.source.toolTip()
    with qtbot.waitSignal(dialog.place_wanted) as place:
        editor.source.click()
    assert place.args[0] == Span(0, 3)
    editor.reset.click()
    assert line(dialog, DetailField.PLACE).text() == "聊城"
    with qtbot.waitSignal(dialog.saved) as wish:
        dialog.save_button.click()
    assert wish.args[0] == {DetailField.PLACE: None}


def test_several_documents_keep_what_is_left_alone(qtbot: QtBot) -> None:
    records = [record(1, "甲", "云汀"), replace(record(2, "乙", "云汀"), period="十四五")]
    dialog = edit_many(records, None)
    qtbot.addWidget(dialog)
    kind = dialog.editors[DetailField.KIND].editor
    assert isinstance(kind, QComboBox)
    kind.setCurrentIndex(kind.findData("scheme"))
    with qtbot.waitSignal(dialog.saved) as wish:
        dialog.save_button.click()
    assert wish.args[0] == {DetailField.KIND: "scheme"}


def test_what_became_of_files_is_listed_copied_and_saved(qtbot: QtBot) -> None:
    known = record(1, "云汀市规划", "云汀")
    error = PlanError(ErrorCode.FILE_EMPTY, Path("/plans/空.txt"))
    report = ImportReport(
        known=(known,),
        failed=((Path("/plans/空.txt"), error),),
        known_paths=(Path("/plans/抄.txt"),),
    )
    lines = import_lines(report, "zh_CN")
    assert [one.outcome for one in lines] == [Outcome.FAILED, Outcome.KNOWN]
    dialog = ImportDialog(lines)
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert "空.txt”是空文件" in copied
    assert "抄.txt\t内容与资料库中的“云汀市规划”相同" in copied
    with qtbot.waitSignal(dialog.save_wanted) as wish:
        dialog.save_button.click()
    assert wish.args[0] == copied


def test_the_text_keeps_what_kind_of_line_each_is(icons: IconSet, qtbot: QtBot) -> None:
    document = doubted()
    dialog = ReadingDialog(icons, document)
    qtbot.addWidget(dialog)
    assert dialog.text.document().blockCount() == len(document.blocks)
    for number, block in enumerate(document.blocks):
        shown = dialog.text.document().findBlockByNumber(number)
        bold = shown.begin().fragment().charFormat().font().bold()
        assert bold == (block.kind in {BlockKind.HEADING, BlockKind.TITLE})


def test_what_is_selected_or_its_paragraph_is_sent(icons: IconSet, qtbot: QtBot) -> None:
    document = make_document(
        "云汀市规划\n一、目标\n𠮷林港建成投用，服务全市企业。\n二、任务\n建成港口。"
    )
    dialog = ReadingDialog(icons, document)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    paragraph = next(block for block in document.blocks if block.kind is BlockKind.PARAGRAPH)
    dialog.show_span(paragraph.span)
    with qtbot.waitSignal(dialog.send_requested) as sent:
        dialog.send.click()
    assert sent.args[0] == paragraph.span
    cursor = dialog.text.textCursor()
    cursor.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor, 5)
    dialog.text.setTextCursor(cursor)
    with qtbot.waitSignal(dialog.send_requested) as sent:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    span = sent.args[0]
    assert span.slice(document.text) == cursor.selectedText()
    assert span.start == paragraph.span.start
    dialog.set_read_only()
    with qtbot.assertNotEmitted(dialog.send_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_words_are_found_in_the_text_one_after_the_other(icons: IconSet, qtbot: QtBot) -> None:
    document = make_document(
        "云汀市规划\n一、目标\n𠮷林港、数 字港。\n二、任务\n建成港口，做强数字。"
    )
    dialog = ReadingDialog(icons, document)
    qtbot.addWidget(dialog)
    dialog.show()
    bar = dialog.find_bar
    bar.begin("港 数字")
    assert [selection(dialog)] == ["港"]
    assert bar.count.text() == "第 1 处，共 5 处"
    seen = []
    for _ in range(5):
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        seen.append(selection(dialog))
    assert seen == ["数 字", "港", "港", "数字", "港"]
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert selection(dialog) == "数字"
    assert len(dialog.text.extraSelections()) == 6
    bar.begin("机场")
    assert bar.count.text() == "没有找到"
    assert not bar.next.isEnabled()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "the first Escape only empties the field"
    assert bar.field.text() == ""


def selection(dialog: ReadingDialog) -> str:
    """Return the words that are shown as the current ones."""
    marks = dialog.text.extraSelections()
    cursor: QTextCursor = marks[-1].cursor
    return cursor.selectedText()

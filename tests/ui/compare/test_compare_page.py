"""The compare page as a reader sees and uses it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.compare.comparisons import (
    LEFT_EDITED,
    LEFT_ORDER,
    RARE,
    RIGHT_EDITED,
    RIGHT_ORDER,
    SAME,
    make_comparison,
)
from tests.ui.compare.conftest import point_of, settle

from plandraft.core.compare.versions import Reading
from plandraft.core.matching.passages import PassageKind
from plandraft.ui.compare.compare_page import ComparePage
from plandraft.ui.compare.overview_bar import OverviewBar
from plandraft.ui.compare.ribbon_shapes import Ribbon, Stub
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import DARK, LIGHT, kind_hue
from plandraft.ui.models.picks import (
    CompareChoice,
    OriginalPick,
    ReportForm,
    ReportRequest,
    TextPick,
)

OpenPage = Callable[..., ComparePage]


def letter_at(pane: TextPane, offset: int) -> QPoint:
    """Return the middle of a letter in the viewport."""
    return point_of(pane, offset).toPoint()


def centre_of(joint: Ribbon | Stub, width: float) -> tuple[float, float]:
    """Return a point in the middle of a joint in a gutter of `width`."""
    if isinstance(joint, Ribbon):
        return width / 2, (joint.left.middle + joint.right.middle) / 2
    return (width * 0.15 if joint.on_left else width * 0.85), joint.extent.middle


def click_text(qtbot: QtBot, pane: TextPane, words: str) -> None:
    assert pane.page is not None
    offset = pane.page.document.text.index(words)
    pane.scroll_to(offset, 0.4)
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=letter_at(pane, offset + 3))


def tops(page: ComparePage) -> tuple[float, float]:
    """Return where both sides of the current passage stand in their viewports."""
    assert page.comparison is not None
    assert page.current is not None
    passage = page.comparison.rows[page.current].passage
    found = []
    for pane, span in ((page.stage.left, passage.left), (page.stage.right, passage.right)):
        geometry = pane.geometry_of_page()
        assert geometry is not None
        found.append(geometry.extent(span).top - pane.view().value)
    return found[0], found[1]


def in_sight(pane: TextPane, words: str) -> bool:
    assert pane.page is not None
    offset = pane.page.document.text.index(words)
    return any(line.span.contains(offset) for line in pane.visible_lines())


def click_at(qtbot: QtBot, widget: QWidget, x: float, y: float) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPointF(x, y).toPoint())


def test_a_comparison_opens_at_its_first_passage(page: ComparePage) -> None:
    assert page.current == 0
    assert page.head.place.text() == "1 / 4"
    left, right = tops(page)
    assert left == pytest.approx(right, abs=1)
    assert in_sight(page.stage.left, SAME)
    assert in_sight(page.stage.right, SAME)


def test_status_says_how_much_is_shared(qtbot: QtBot, page: ComparePage) -> None:
    with qtbot.waitSignal(page.status_changed) as caught:
        page.show_comparison(make_comparison())
    assert caught.args == ["A 中 31 % 见于 B · B 中 18 % 见于 A · 4 处"]


@pytest.mark.parametrize(
    ("side", "words", "entry", "partner"),
    [
        pytest.param("left", LEFT_EDITED, 2, RIGHT_EDITED, id="left"),
        pytest.param("right", RIGHT_ORDER, 3, LEFT_ORDER, id="right"),
    ],
)
def test_a_click_on_a_passage_brings_its_partner_level(
    qtbot: QtBot, page: ComparePage, side: str, words: str, entry: int, partner: str
) -> None:
    pane = getattr(page.stage, side)
    other = page.stage.right if side == "left" else page.stage.left
    click_text(qtbot, pane, words)
    assert page.current == entry
    left, right = tops(page)
    assert left == pytest.approx(right, abs=1)
    assert other.caret_offset() == other.page.document.text.index(partner)
    assert pane.caret_offset() == pane.page.document.text.index(words)


def test_further_clicks_go_through_the_partners(qtbot: QtBot, page: ComparePage) -> None:
    page.set_current(3)
    seen = []
    for _ in range(3):
        click_text(qtbot, page.stage.left, SAME)
        seen.append(page.current)
    assert seen == [0, 1, 0]


def test_a_click_beside_passages_changes_nothing(qtbot: QtBot, page: ComparePage) -> None:
    page.set_current(2)
    click_text(qtbot, page.stage.left, "任务第3段")
    assert page.current == 2


@pytest.mark.parametrize(
    ("key", "modifier", "wanted"),
    [
        pytest.param(Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, [1, 2, 3, 0], id="F8"),
        pytest.param(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier, [3, 2, 1, 0], id="Shift+F8"),
        pytest.param(Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier, [3, 2, 1, 0], id="F7"),
    ],
)
def test_keys_go_through_all_passages_and_around(
    page: ComparePage, key: Qt.Key, modifier: Qt.KeyboardModifier, wanted: list[int]
) -> None:
    seen = []
    for _ in wanted:
        QTest.keyClick(page.stage.left, key, modifier)
        seen.append(page.current)
        left, right = tops(page)
        assert left == pytest.approx(right, abs=1)
    assert seen == wanted


def test_enter_takes_the_passage_at_the_caret(page: ComparePage) -> None:
    pane = page.stage.left
    assert pane.page is not None
    pane.put_caret(pane.page.document.text.index(LEFT_ORDER) + 2)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert page.current == 3


def test_scrolling_left_brings_the_same_passage_on_the_right(page: ComparePage) -> None:
    page.set_current(0)
    left, right = page.stage.left, page.stage.right
    left.verticalScrollBar().setValue(0)
    assert not in_sight(right, RIGHT_ORDER)
    assert left.page is not None
    offset = left.page.document.text.index(LEFT_ORDER)
    while not in_sight(left, LEFT_ORDER):
        left.verticalScrollBar().setValue(left.verticalScrollBar().value() + 60)
    left.scroll_to(offset, 0.5)
    assert in_sight(right, RIGHT_ORDER)


@pytest.mark.parametrize("leader", ["left", "right"])
def test_both_panes_reach_both_ends(page: ComparePage, leader: str) -> None:
    page.stage.sync.restore(0, 0)
    bars = page.stage.left.verticalScrollBar(), page.stage.right.verticalScrollBar()
    bar = bars[0] if leader == "left" else bars[1]
    for _ in range(200):
        bar.setValue(bar.value() + bar.pageStep() // 2)
    assert [bar.value() for bar in bars] == [bar.maximum() for bar in bars]
    for _ in range(200):
        bar.setValue(bar.value() - bar.pageStep() // 2)
    assert [bar.value() for bar in bars] == [0, 0]


def test_scrolling_in_small_steps_never_jumps(page: ComparePage) -> None:
    """Also right after a passage that stands elsewhere on the other side was brought level."""
    page.set_current(2)
    bars = page.stage.left.verticalScrollBar(), page.stage.right.verticalScrollBar()
    for _ in range(60):
        before = bars[1].value()
        bars[0].setValue(bars[0].value() + 20)
        assert abs(bars[1].value() - before) < page.stage.right.viewport().height() / 2


def test_f6_lets_each_pane_go_alone(page: ComparePage) -> None:
    QTest.keyClick(page.stage.left, Qt.Key.Key_F6)
    assert not page.head.in_step.isChecked()
    right = page.stage.right.verticalScrollBar().value()
    page.stage.left.verticalScrollBar().setValue(0)
    assert page.stage.right.verticalScrollBar().value() == right
    QTest.keyClick(page.stage.left, Qt.Key.Key_F6)
    assert page.stage.right.verticalScrollBar().value() == right, "linking again moves nothing"


@pytest.mark.parametrize("width", [820, 1500])
def test_a_resize_keeps_the_current_passage_level(
    qtbot: QtBot, page: ComparePage, width: int
) -> None:
    page.set_current(3)
    before, _ = tops(page)
    page.resize(width, 640)
    qtbot.waitUntil(lambda: page.stage._held is None)
    settle(qtbot, page)
    left, right = tops(page)
    assert left == pytest.approx(right, abs=1)
    assert left == pytest.approx(before, abs=2)
    page.go_previous()
    left, right = tops(page)
    assert left == pytest.approx(right, abs=1)


def test_zoom_changes_both_panes_and_keeps_the_place(qtbot: QtBot, page: ComparePage) -> None:
    page.set_current(2)
    page.stage.right.zoom_requested.emit(1)
    assert page.reading_size == 12
    left, right = tops(page)
    assert left == pytest.approx(right, abs=1)
    assert page.stage.left.document().defaultFont().pointSizeF() == 12
    page.set_reading_size(1000)
    assert page.reading_size == 28
    settle(qtbot, page)


def test_a_click_on_a_ribbon_makes_its_passage_current(qtbot: QtBot, page: ComparePage) -> None:
    page.set_current(2)
    gutter = page.stage.gutter
    page.set_current(None)
    joint = next(joint for joint in gutter.joints() if joint.entry == 2)
    click_at(qtbot, gutter, *centre_of(joint, gutter.width()))
    assert page.current == 2


def test_a_far_partner_is_a_stub_that_leads_there(qtbot: QtBot, page: ComparePage) -> None:
    page.set_current(0)
    gutter = page.stage.gutter
    stub = next(joint for joint in gutter.joints() if joint.entry == 1)
    assert isinstance(stub, Stub)
    assert not stub.upward
    click_at(qtbot, gutter, *centre_of(stub, gutter.width()))
    assert page.current == 1
    assert any(isinstance(joint, Ribbon) and joint.entry == 1 for joint in gutter.joints())


def test_a_ribbon_has_the_colour_of_its_kind(page: ComparePage) -> None:
    page.set_current(3)
    gutter = page.stage.gutter
    joint = next(joint for joint in gutter.joints() if joint.entry == 3)
    x, y = centre_of(joint, gutter.width())
    color = gutter.grab().toImage().pixelColor(round(x), round(y))
    hue = QColor(kind_hue(LIGHT, PassageKind.REORDERED))
    assert abs(color.hslHue() - hue.hslHue()) <= 4
    assert color.hslSaturation() > 60, "the current ribbon is strong"


def test_what_proves_no_reuse_is_grey_and_joined_only_while_current(page: ComparePage) -> None:
    page.set_current(3)
    stage = page.stage
    before = stage.left.viewport().grab().toImage()
    stage.set_quiet(frozenset({3}))
    assert 3 in {joint.entry for joint in stage.gutter.joints()}
    assert stage.left.viewport().grab().toImage() != before
    bar = stage.left_bar
    stage.set_current(None)
    assert 3 not in {joint.entry for joint in stage.gutter.joints()}
    color = bar.grab().toImage().pixelColor(overview_mark(bar, 3).toPoint())
    assert color.hslSaturation() < 30
    stage.set_quiet(frozenset())
    assert 3 in {joint.entry for joint in stage.gutter.joints()}
    color = bar.grab().toImage().pixelColor(overview_mark(bar, 3).toPoint())
    assert color.hslSaturation() > 60


def overview_mark(bar: OverviewBar, entry: int) -> QPointF:
    assert entry in bar.shown
    return bar.mark_rect(entry).center()


def test_an_overview_mark_shows_its_kind_and_leads_there(qtbot: QtBot, page: ComparePage) -> None:
    page.set_current(0)
    bar = page.stage.right_bar
    centre = overview_mark(bar, 2)
    color = bar.grab().toImage().pixelColor(centre.toPoint())
    assert abs(color.hslHue() - QColor(kind_hue(LIGHT, PassageKind.EDITED)).hslHue()) <= 4
    click_at(qtbot, bar, centre.x(), centre.y())
    assert page.current == 2


def test_a_press_or_drag_on_the_overview_scrolls(qtbot: QtBot, page: ComparePage) -> None:
    bar, scroll = page.stage.left_bar, page.stage.left.verticalScrollBar()
    page.stage.left.verticalScrollBar().setValue(0)
    empty = next(
        y for y in range(bar.height() // 2, bar.height()) if bar._mark_at(float(y)) is None
    )
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, empty))
    pressed = scroll.value()
    assert pressed > 0
    assert bar.view_rect().center().y() == pytest.approx(empty, abs=2)
    qtbot.mouseMove(bar, QPoint(8, empty - 60))
    assert scroll.value() < pressed
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, empty - 60))


def test_a_row_of_the_list_makes_its_passage_current(qtbot: QtBot, page: ComparePage) -> None:
    table = page.passages.table
    rect = table.visualRect(page.passages.model.index(2, 1))
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert page.current == 2
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert page.current == 3
    page.set_current(0)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_filters_act_on_list_panes_and_ribbons_at_once(page: ComparePage) -> None:
    page.passages.filters.kinds[PassageKind.IDENTICAL].setChecked(False)
    assert list(page.passages.model.shown) == [2, 3]
    assert page.current is None, "the current passage is filtered out"
    assert page.head.place.text() == "– / 2"
    assert page.stage.left.page is not None
    offset = page.stage.left.page.document.text.index(SAME)
    assert page.stage.left.entries_at(offset) == ()
    assert {joint.entry for joint in page.stage.gutter.joints()} <= {2, 3}
    assert set(page.stage.left_bar.shown) == {2, 3}
    page.passages.filters.similarity.setValue(85)
    assert list(page.passages.model.shown) == [2]
    page.go_next()
    assert page.current == 2
    page.passages.filters.words.setText("没有这样的文字")
    assert page.passages.hint.isVisible()
    page.passages.filters.clear()
    assert list(page.passages.model.shown) == [0, 1, 2, 3]
    assert page.passages.table.isVisible()


def test_differences_of_the_current_passage_are_shown(page: ComparePage) -> None:
    page.set_current(2)
    columns = page.work.difference.box._columns
    assert ("120", "95") in [(column.upper, column.lower) for column in columns]
    pane = page.stage.left
    assert pane.page is not None
    mark = pane.mark_at(pane.page.document.text.index("120个"))
    assert mark is not None
    assert "数字" in page.work.difference.caption.text()
    assert in_sight(pane, LEFT_EDITED), "colouring letters must not unset the lines"


def test_a_selection_is_sent_to_the_draft(qtbot: QtBot, page: ComparePage) -> None:
    pane = page.stage.left
    assert pane.page is not None
    assert page.comparison is not None
    offset = page.comparison.left.text.index(RARE)
    cursor = pane.textCursor()
    cursor.setPosition(offset)
    cursor.setPosition(offset + len(RARE) + 1, cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.setFocus()
    with qtbot.waitSignal(page.send_to_draft_requested) as caught:
        qtbot.mouseClick(page.head.send, Qt.MouseButton.LeftButton)
    pick = caught.args[0]
    assert isinstance(pick, TextPick)
    assert pick.span.slice(pick.document.text) == RARE
    assert pick.document is page.comparison.left


def test_without_a_selection_the_current_passage_of_the_side_in_use_is_sent(
    qtbot: QtBot, page: ComparePage
) -> None:
    page.set_current(2)
    for pane, words in ((page.stage.right, RIGHT_EDITED), (page.stage.left, LEFT_EDITED)):
        pane.setFocus()
        with qtbot.waitSignal(page.send_to_draft_requested) as caught:
            QTest.keyClick(pane, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        pick = caught.args[0]
        assert pick.span.slice(pick.document.text) == words


def test_a_click_into_a_pane_makes_its_side_the_one_in_use(qtbot: QtBot, page: ComparePage) -> None:
    page.set_current(2)
    page.stage.left.setFocus()
    click_text(qtbot, page.stage.right, RIGHT_EDITED)
    pick = page.picks.pick()
    assert pick is not None
    assert page.comparison is not None
    assert pick.document is page.comparison.right


def test_a_page_with_the_focus_can_be_thrown_away(qtbot: QtBot, icons: IconSet) -> None:
    """The shell builds the page anew when the language changes."""
    page = ComparePage(icons)
    with qtbot.waitExposed(page):
        page.show()
    page.show_comparison(make_comparison())
    page.activateWindow()
    page.stage.right.setFocus()
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()


def test_with_nothing_to_send_it_says_so(qtbot: QtBot, page: ComparePage) -> None:
    page.set_current(None)
    with (
        qtbot.assertNotEmitted(page.send_to_draft_requested),
        qtbot.waitSignal(page.status_changed) as caught,
    ):
        page.send_to_draft()
    assert "送入草稿" in caught.args[0]


def test_copying_with_and_without_the_source(page: ComparePage) -> None:
    page.set_current(2)
    page.stage.right.setFocus()
    actions = {action.text().split("\t")[0]: action for action in page.make_menu().actions()}
    actions["复制"].trigger()
    assert QGuiApplication.clipboard().text() == RIGHT_EDITED
    actions["复制并注明出处"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(RIGHT_EDITED)
    assert "《松岭市综合防灾规划》" in copied
    assert "一、形势" in copied


def test_without_a_comparison_the_page_says_what_it_is_for(qtbot: QtBot, icons: IconSet) -> None:
    page = ComparePage(icons)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert page.empty.isVisible()
    assert not page.work.isVisible()
    assert not page.head.send.isEnabled()
    page.go_next()
    assert page.current is None


def test_no_passages_is_said_and_both_texts_stay(open_page: OpenPage) -> None:
    page = open_page(make_comparison(passages=False))
    assert page.passages.hint.isVisible()
    assert "没有找到" in page.passages.hint.text()
    assert page.summary() == "没有找到相似段落"
    assert in_sight(page.stage.left, "云汀市")
    assert in_sight(page.stage.right, "松岭市")


def test_clearing_forgets_the_comparison(page: ComparePage) -> None:
    page.clear()
    assert page.empty.isVisible()
    assert page.comparison is None
    assert page.head.place.text() == "– / 0"


def test_choices_ask_for_a_comparison_of_two_different_plans(qtbot: QtBot, icons: IconSet) -> None:
    page = ComparePage(icons)
    qtbot.addWidget(page)
    page.set_choices([(7, "云汀市规划"), (8, "松岭市规划"), (9, "第三份规划")])
    head = page.head
    with qtbot.assertNotEmitted(page.compare_requested):
        head.left.setCurrentIndex(0)
        head.left.activated.emit(0)
        head.right.setCurrentIndex(0)
        head.right.activated.emit(0)
    with qtbot.waitSignal(page.compare_requested) as caught:
        head.right.setCurrentIndex(2)
        head.right.activated.emit(2)
    assert caught.args == [CompareChoice(7, 9)]
    with qtbot.waitSignal(page.compare_requested) as caught:
        qtbot.mouseClick(head.swap, Qt.MouseButton.LeftButton)
    assert caught.args == [CompareChoice(9, 7)]
    page.set_choices([(9, "第三份规划"), (7, "云汀市规划")])
    assert (head.left.currentData(), head.right.currentData()) == (9, 7)


def test_work_on_the_way_is_shown_and_can_be_cancelled(qtbot: QtBot, page: ComparePage) -> None:
    page.set_busy("正在比对…", 0.4)
    assert page.busy.isVisible()
    assert page.busy.bar.value() == 400
    with qtbot.waitSignal(page.cancel_requested):
        qtbot.mouseClick(page.busy.cancel, Qt.MouseButton.LeftButton)
    page.show_comparison(make_comparison())
    assert not page.busy.isVisible()


def test_reports_are_asked_for(qtbot: QtBot, page: ComparePage) -> None:
    entries = [one for one in page.head.report.menu().actions() if not one.isSeparator()]
    asked: list[object] = []
    page.report_requested.connect(asked.append)
    for entry in entries:
        entry.trigger()
    assert page.comparison is not None
    assert [one.text() for one in entries][:2] == ["打印预览…", "打印…"]
    forms = [ReportForm.PREVIEW, ReportForm.PRINT, ReportForm.PDF]
    forms += [ReportForm.WORD, ReportForm.EXCEL, ReportForm.HTML]
    assert asked == [ReportRequest(page.comparison, form) for form in forms]


def test_a_place_is_gone_to_as_a_passage_whatever_the_reading(page: ComparePage) -> None:
    view = page.view
    assert view is not None
    entry = view.entries[2]
    page.set_current(0)
    page.go_to_place(entry.left.start + 3, entry.right.start + 3)
    assert page.current == 2
    page.set_reading(Reading.VERSIONS)
    page.go_to_place(entry.left.start + 3, entry.right.start + 3)
    assert page.reading is Reading.PASSAGES
    assert page.current == 2
    assert page.comparison is not None
    page.show_comparison(page.comparison)
    assert page.reading is Reading.VERSIONS, "what was chosen stays chosen"


def test_a_place_that_a_filter_hides_is_still_brought_into_sight(page: ComparePage) -> None:
    view = page.view
    assert view is not None
    last = max(range(len(view.entries)), key=lambda at: view.entries[at].left.start)
    left, right = view.entries[last].left.start, view.entries[last].right.start
    page.passages.filters.words.setText("没有这样的词")
    page.go_to_place(left, right)
    assert page.stage.left.offset_at_height(0.9) >= left


def test_the_original_of_the_side_in_use_is_asked_for(qtbot: QtBot, page: ComparePage) -> None:
    page.set_current(1)
    page.picks.pane = page.stage.right
    with qtbot.waitSignal(page.original_requested) as caught:
        page.open_original()
    assert page.view is not None
    document = page.view.comparison.right
    words = page.view.entries[1].right.slice(document.text)
    assert caught.args == [OriginalPick(document.origin.path, document.origin.sha256, words[:14])]


def test_the_reading_face_is_that_of_both_pages(page: ComparePage) -> None:
    before = page.stage.left.font().families()
    page.set_reading_family("Noto Sans CJK SC")
    assert page._style.font().families()[0] == "Noto Sans CJK SC"
    page.set_reading_size(13)
    assert page._style.families[0] == "Noto Sans CJK SC"
    page.set_reading_family("")
    assert page._style.font().families()[0] != "Noto Sans CJK SC"
    assert page.stage.left.font().families() == before


def test_the_outline_leads_to_its_heading(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page(width=1300)
    tree = page.work.left_outline
    assert tree.isVisible()
    third = tree.model().index(2, 0)
    assert third.data() == "三、保障"
    qtbot.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(third).center()
    )
    assert in_sight(page.stage.left, "三、保障")
    assert not in_sight(page.stage.left, SAME)


def test_the_outline_follows_the_reader(qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page(width=1300)
    page.set_current(3)
    qtbot.waitUntil(lambda: page.work.left_outline.currentIndex().data() == "三、保障")
    assert page.work.right_outline.currentIndex().data() == "三、措施"
    page.stage.sync.restore(0, 0)
    page.stage.left.verticalScrollBar().setValue(120)
    qtbot.waitUntil(lambda: page.work.left_outline.currentIndex().data() == "一、现状")


def test_a_narrow_page_gives_the_room_to_the_texts(open_page: OpenPage) -> None:
    page = open_page(width=800, height=600)
    assert page.width() == 800
    assert not page.work.left_outline.isVisible()
    assert page.stage.left.width() > 300
    page.head.outline.click()
    assert page.work.left_outline.isVisible()


def test_the_keyboard_reaches_everything(page: ComparePage) -> None:
    wanted = {
        page.head.left,
        page.head.next,
        page.head.in_step,
        page.head.send,
        page.stage.left,
        page.stage.right,
        page.passages.filters.words,
        page.passages.table,
        page.work.difference.box,
    }
    seen: set[object] = set()
    widget: QWidget | None = page.head.left
    while widget is not None and widget not in seen:
        seen.add(widget)
        widget = widget.nextInFocusChain()
    assert wanted <= seen
    for one in wanted:
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert one.accessibleName() or one.toolTip() or one.text()  # type: ignore[attr-defined]


def test_the_dark_theme_reaches_every_part(page: ComparePage) -> None:
    page.apply_palette(DARK)
    image = page.grab().toImage()
    for widget in (page.stage.left.viewport(), page.stage.gutter, page.work.difference.box):
        at = widget.mapTo(page, QPoint(widget.width() // 2, widget.height() - 3))
        assert image.pixelColor(at).lightness() < 128, type(widget).__name__


def hover(widget: QWidget, point: QPoint) -> None:
    event = QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_hovering_explains_the_difference_the_passage_and_the_ribbon(page: ComparePage) -> None:
    page.set_current(2)
    pane = page.stage.left
    assert pane.page is not None
    text = pane.page.document.text
    hover(pane.viewport(), letter_at(pane, text.index("120个")))
    assert "“120”" in QToolTip.text()
    assert "“95”" in QToolTip.text()
    hover(pane.viewport(), letter_at(pane, text.index("服务站，方便")))
    assert "改写 · 90 %" in QToolTip.text()
    joint = next(joint for joint in page.stage.gutter.joints() if joint.entry == 2)
    x, y = centre_of(joint, page.stage.gutter.width())
    hover(page.stage.gutter, QPoint(round(x), round(y)))
    assert "#3" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_context_menu_belongs_to_the_passage_under_the_mouse(page: ComparePage) -> None:
    page.set_current(0)
    pane = page.stage.right
    assert pane.page is not None
    offset = pane.page.document.text.index(RIGHT_ORDER) + 2
    pane.scroll_to(offset, 0.3)
    before = pane.view().value
    point = letter_at(pane, offset)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, pane.viewport().mapToGlobal(point)
    )
    QApplication.sendEvent(pane.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text().split("\t")[0] for action in menu.actions() if action.text()] == [
        "送入草稿",
        "复制",
        "复制并注明出处",
        "设为套话",
        "打开原件",
        "下一处",
        "上一处",
        "后退",
        "前进",
        "两侧光标处对齐",
        "取消全部对齐",
    ]
    menu.close()
    assert page.current == 3
    assert pane.view().value == before, "the text under the mouse stays"
    pick = page.picks.pick()
    assert pick is not None
    assert pick.span.slice(pick.document.text) == RIGHT_ORDER


def test_the_wheel_over_the_gutter_scrolls_and_with_ctrl_zooms(page: ComparePage) -> None:
    gutter, bar = page.stage.gutter, page.stage.left.verticalScrollBar()
    page.stage.sync.restore(0, 0)
    turn_wheel(gutter, Qt.KeyboardModifier.NoModifier)
    assert bar.value() > 0
    turn_wheel(gutter, Qt.KeyboardModifier.ControlModifier)
    assert page.reading_size == 10
    turn_wheel(page.stage.right.viewport(), Qt.KeyboardModifier.ControlModifier)
    assert page.reading_size == 9


def turn_wheel(widget: QWidget, modifiers: Qt.KeyboardModifier) -> None:
    """Turn the wheel towards the reader by one notch."""
    middle = QPointF(widget.width() / 2, widget.height() / 2)
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)

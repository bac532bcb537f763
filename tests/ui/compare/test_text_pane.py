"""A page as it is set and painted."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QImage
from pytestqt.qtbot import QtBot
from tests.helpers.documents import make_document
from tests.ui.compare.conftest import line_of, point_of

from plandraft.core.compare.changes import ChangeClass, ChangeKind
from plandraft.core.matching.passages import Passage, PassageKind
from plandraft.core.model.document import Block, BlockKind, Document, Origin
from plandraft.core.model.spans import Span, identity_map
from plandraft.ui.compare.block_styles import PAGE_MARGIN, PageStyle, make_tabs
from plandraft.ui.compare.pieces import Highlight, Mark
from plandraft.ui.compare.shades import build_shades
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.models.palette import LIGHT, kind_hue, kind_tint

TEXT = """
云汀市𠮷庄新区规划
一、总体要求
（一）指导思想
全面推进𠮷庄新区建设，到𡘙年建成滨海新城，形成产业、生活、生态协调发展的格局。
二、主要任务
加快建设港口后方铁路和物流园区。
"""


@pytest.fixture
def document() -> Document:
    return make_document(TEXT)


@pytest.fixture
def pane(qtbot: QtBot, document: Document) -> TextPane:
    pane = TextPane(left=True, style=PageStyle(11, LIGHT))
    qtbot.addWidget(pane)
    pane.resize(420, 500)
    pane.show_document(document)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.finish_layout()
    return pane


def picture_of(pane: TextPane) -> QImage:
    return pane.viewport().grab().toImage()


def test_each_line_of_the_text_is_a_block_of_the_page(pane: TextPane, document: Document) -> None:
    page = pane.document()
    assert page.toPlainText() == document.text
    assert page.blockCount() == len(document.text.split("\n"))


def test_paragraphs_are_indented_by_two_letters_and_headings_bold(pane: TextPane) -> None:
    page, em = pane.document(), PageStyle(11, LIGHT).em
    layouts = {}
    block = page.begin()
    while block.isValid():
        layouts[block.text()[:2]] = block.layout()
        block = block.next()
    firsts = {words: layout.lineAt(0).x() for words, layout in layouts.items()}
    assert firsts["全面"] == pytest.approx(2 * em)
    assert layouts["全面"].lineAt(1).x() == 0
    assert firsts["一、"] == 0
    title = layouts["云汀"].lineAt(0).naturalTextRect()
    room = pane.viewport().width() - 2 * PAGE_MARGIN
    assert title.center().x() == pytest.approx(room / 2, abs=1)
    fonts = {words: layout.formats() for words, layout in layouts.items()}
    assert not fonts["全面"], "the font of the page"
    assert fonts["一、"][0].format.fontWeight() > QFont.Weight.Normal
    assert fonts["云汀"][0].format.fontPointSize() > 11


def test_lines_stand_1_65_em_apart(pane: TextPane) -> None:
    style = PageStyle(11, LIGHT)
    lines = [line for line in pane.visible_lines() if line.height == style.pitch]
    assert style.pitch == pytest.approx(1.65 * style.em, abs=0.5)
    assert len(lines) >= 3


@pytest.mark.parametrize("word", ["𠮷庄新区建设", "滨海", "物流园区。"])
def test_a_letter_is_found_where_it_stands(pane: TextPane, document: Document, word: str) -> None:
    """Behind 𠮷 and 𡘙 positions of Qt and of Python differ."""
    start = document.text.index(word)
    geometry = pane.geometry_of_page()
    assert geometry is not None
    for offset in range(start, start + len(word)):
        assert geometry.offset_at(point_of(pane, offset)) == offset


def test_beside_the_text_is_nothing(pane: TextPane, document: Document) -> None:
    geometry = pane.geometry_of_page()
    assert geometry is not None
    last = point_of(pane, len(document.text) - 1)
    assert geometry.offset_at(last + QPointF(100, 0)) is None
    assert geometry.offset_at(QPointF(50, 5000)) is None


def test_a_click_tells_the_place(qtbot: QtBot, pane: TextPane, document: Document) -> None:
    offset = document.text.index("新城")
    with qtbot.waitSignal(pane.offset_clicked) as caught:
        qtbot.mouseClick(
            pane.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, offset).toPoint()
        )
    assert caught.args == [offset]


def test_a_selection_is_code_points_and_plain_text(pane: TextPane, document: Document) -> None:
    start = document.text.index("𡘙年建成")
    cursor = pane.textCursor()
    cursor.setPosition(start + document.text[:start].count("𠮷"))
    cursor.setPosition(cursor.position() + 5, cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    assert pane.selected_span() == Span(start, start + 4)
    assert pane.createMimeDataFromSelection().text() == "𡘙年建成"
    data = pane.createMimeDataFromSelection()
    assert (data.text(), data.hasHtml()) == ("𡘙年建成", False)


@pytest.mark.parametrize("kind", list(PassageKind))
def test_a_passage_is_shaded_in_the_colour_of_its_kind(
    pane: TextPane, document: Document, kind: PassageKind
) -> None:
    start = document.text.index("滨海新城")
    span = Span(start, start + 4)
    passage = Passage(span, span, 1.0, kind, ())
    pane.set_shades(build_shades([passage], left=True))
    image = picture_of(pane)
    line = line_of(pane, start)
    inside = QPointF(line.x_at(start) + 1, line.top + 1).toPoint()
    before = QPointF(line.x_at(start) - 2, line.top + 1).toPoint()
    assert image.pixelColor(inside) == QColor(kind_tint(LIGHT, kind))
    assert image.pixelColor(before) == QColor(LIGHT.page)


def test_kinds_differ_without_colour(pane: TextPane, document: Document) -> None:
    """The bar beside the text is solid, dashed or dotted: count its pieces from top to bottom."""
    span = Span(0, len(document.text))
    broken = {}
    for kind in PassageKind:
        pane.set_shades(build_shades([Passage(span, span, 1.0, kind, ())], left=True))
        image = picture_of(pane)
        x = pane.viewport().width() - 4
        column = [image.pixelColor(x, y) == QColor(kind_hue(LIGHT, kind)) for y in range(40, 140)]
        broken[kind] = sum(a != b for a, b in pairwise(column))
    assert broken[PassageKind.IDENTICAL] == 0
    assert 0 < broken[PassageKind.EDITED] < broken[PassageKind.REORDERED]


def test_wide_panes_keep_lines_to_45_letters(qtbot: QtBot) -> None:
    pane = TextPane(left=False, style=PageStyle(11, LIGHT))
    qtbot.addWidget(pane)
    pane.resize(1600, 500)
    pane.show_document(make_document("规划\n" + "全面推进新区建设" * 60))
    with qtbot.waitExposed(pane):
        pane.show()
    pane.finish_layout()
    longest = max(line.span.length for line in pane.visible_lines())
    assert 43 <= longest <= 45


def test_table_cells_stand_below_each_other() -> None:
    rows = ["指标\t二〇〇五年\t备注", "宽带用户（万户）\t5\t预期"]
    stops = make_tabs(rows, 10.0, 1000.0)
    assert len(stops) == 2
    assert stops[0] > 8 * 10, "the widest cell of the first column fits"
    assert stops[1] - stops[0] > 5 * 10


def test_the_widest_column_of_a_table_gives_way_first() -> None:
    rows = ["数字经济核心产业增加值占地区生产总值比重\t百分比\t10"]
    wide, narrow = make_tabs(rows, 10.0, 1000.0), make_tabs(rows, 10.0, 150.0)
    assert narrow[0] < wide[0]
    assert narrow[1] - narrow[0] == pytest.approx(wide[1] - wide[0])
    assert narrow[1] < 150


def test_rows_of_a_table_in_the_page_share_their_tab_stops(qtbot: QtBot) -> None:
    text = "指标\t数值\n宽带用户\t5"
    rows = (Block(BlockKind.TABLE_ROW, Span(0, 5)), Block(BlockKind.TABLE_ROW, Span(6, 12)))
    origin = Origin("表.docx", "docx", "", "0")
    pane = TextPane(left=True, style=PageStyle(11, LIGHT))
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show_document(Document(text, rows, "", "", origin, identity_map(len(text))))
    lines = [line for line in pane.visible_lines() if line.span.length]
    assert lines[0].x_at(3) == pytest.approx(lines[1].x_at(11))
    assert lines[1].x_at(11) > lines[1].x_at(10)


def test_colouring_letters_moves_no_line(pane: TextPane, document: Document) -> None:
    """Also over the end of a paragraph; Qt drops the lines of a block that is given formats."""
    before = [(line.span, line.top) for line in pane.visible_lines()]
    start = document.text.index("格局。")
    span = Span(start, start + 8)
    mark = Mark(span, Span(0, 2), ChangeKind.REPLACED, ChangeClass.NUMBER)
    pane.set_highlight(Highlight(0, span, (mark,)))
    pane.finish_layout()
    assert [(line.span, line.top) for line in pane.visible_lines()] == before
    blocks = [pane.document().findBlockByNumber(number) for number in range(3, 5)]
    formats = [[(one.start, one.length) for one in block.layout().formats()] for block in blocks]
    heading = (0, blocks[1].length() - 1)
    assert formats == [[(blocks[0].length() - 1 - 3, 3)], [heading, (0, 4)]]
    pane.set_highlight(None)
    assert not blocks[0].layout().formats()
    assert len(blocks[1].layout().formats()) == 1


@pytest.mark.parametrize("paragraphs", [1, 40])
def test_lines_at_a_height_are_those_that_looking_at_all_finds(
    qtbot: QtBot, paragraphs: int
) -> None:
    sentence = "全面推进新区建设，形成𠮷庄生活圈。"
    text = "\n".join([sentence * (240 // paragraphs)] * paragraphs)
    pane = TextPane(left=True, style=PageStyle(11, LIGHT))
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show_document(bare_document(text))
    geometry = pane.geometry_of_page()
    assert geometry is not None
    every = list(geometry.lines(0, geometry.height))
    assert "".join(line.span.slice(text) for line in every).replace("\n", "") == text.replace(
        "\n", ""
    )
    for top in range(0, int(geometry.text_height), 97):
        wanted = [one for one in every if one.top + one.height > top and one.top < top + 120]
        found = list(geometry.lines(top, top + 120))
        assert [line.span for line in found] == [line.span for line in wanted]


def test_an_empty_plan_is_an_empty_page(pane: TextPane) -> None:
    pane.show_document(bare_document(""))
    geometry = pane.geometry_of_page()
    assert geometry is not None
    assert geometry.extent(Span(0, 0)).bottom >= geometry.extent(Span(0, 0)).top
    assert not picture_of(pane).isNull()


def bare_document(text: str) -> Document:
    """Return a document without structure."""
    origin = Origin("无.txt", "txt", "utf-8", "0")
    return Document(text, (), "", "", origin, identity_map(len(text)))


def test_without_a_document_nothing_is_there(pane: TextPane) -> None:
    pane.show_document(None)
    assert pane.selected_span() is None
    assert pane.visible_lines() == []
    assert not picture_of(pane).isNull()

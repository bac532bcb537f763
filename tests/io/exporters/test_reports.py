from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import docx
import pytest
from lxml import etree, html

from plandraft.core.compare.build import build_comparison
from plandraft.core.compare.changes import ChangeClass, ChangeKind, Comparison, InlineSpan
from plandraft.core.matching.passages import (
    Difference,
    MatchOptions,
    MatchSet,
    Passage,
    PassageKind,
)
from plandraft.core.model.document import Block, BlockKind, Document, Origin
from plandraft.core.model.spans import Span, identity_map
from plandraft.io.exporters.base_package import WORD
from plandraft.io.exporters.report_docx import build_report_docx
from plandraft.io.exporters.report_html import build_report_html
from plandraft.io.exporters.report_values import (
    NOTHING_FOUND,
    Piece,
    Side,
    passage_lines,
    percent,
)

MADE_AT = datetime(2026, 11, 20, 9, 5)  # noqa: DTZ001 - printed as it is
LEFT = "澄浦市规划\n一、任务\n澄浦市建成30个站点，加快推进。"
RIGHT = "云汀市规划\n一、网络\n云汀市建成45个站点、稳步推进。"


def document(text: str, place: str) -> Document:
    """Build a document of title, heading and paragraph."""
    lines = text.split("\n")
    starts = [0, len(lines[0]) + 1, len(lines[0]) + len(lines[1]) + 2]
    kinds = ((BlockKind.TITLE, 0), (BlockKind.HEADING, 1), (BlockKind.PARAGRAPH, 0))
    blocks = tuple(
        Block(kind, Span(start, start + len(line)), level)
        for (kind, level), start, line in zip(kinds, starts, lines, strict=False)
    )
    origin = Origin(f"C:\\plans\\{place}.txt", "txt", "utf-8", "d" * 64)
    return Document(text, blocks, lines[0], place, origin, identity_map(len(text)))


def stretch(left: str, right: str, kind: ChangeKind, change_class: ChangeClass) -> InlineSpan:
    """Mark two stretches behind the headings."""
    at = LEFT.index(left, 11) if left else LEFT.index("站点") + 2
    there = RIGHT.index(right, 11) if right else RIGHT.index("站点") + 2
    return InlineSpan(Span(at, at + len(left)), Span(there, there + len(right)), kind, change_class)


INLINE = (
    stretch("澄浦市", "云汀市", ChangeKind.REPLACED, ChangeClass.PLACE),
    stretch("30", "45", ChangeKind.REPLACED, ChangeClass.NUMBER),
    stretch("，", "、", ChangeKind.REPLACED, ChangeClass.PUNCTUATION),
    stretch("加快", "", ChangeKind.DELETED, ChangeClass.WORDING),
    stretch("", "稳步", ChangeKind.INSERTED, ChangeClass.WORDING),
    stretch("站点，加快", "站点", ChangeKind.MOVED, ChangeClass.ORDER),
)
PASSAGE = Passage(
    Span(LEFT.index("一、"), len(LEFT)),
    Span(RIGHT.index("一、"), len(RIGHT)),
    0.804,
    PassageKind.EDITED,
    (Difference.PLACE, Difference.NUMBER),
)


@pytest.fixture
def comparison() -> Comparison:
    matches = MatchSet((PASSAGE,), 0.999, 0.5)
    return build_comparison(document(LEFT, "澄浦"), document(RIGHT, "云汀"), matches, 0.25)


@pytest.fixture
def empty(comparison: Comparison) -> Comparison:
    return replace(comparison, matches=MatchSet((), 0.0, 0.0), rows=())


def inline(_: Passage) -> tuple[InlineSpan, ...]:
    return INLINE


def test_a_passage_is_cut_where_a_marking_begins_or_ends(comparison: Comparison) -> None:
    heading, text = passage_lines(comparison, PASSAGE, INLINE, Side.LEFT)
    assert heading == (Piece("一、任务"),)
    assert text == (
        Piece("澄浦市", ChangeClass.PLACE),
        Piece("建成"),
        Piece("30", ChangeClass.NUMBER),
        Piece("个"),
        Piece("站点", moved=True),
        Piece("，", ChangeClass.PUNCTUATION, moved=True),
        Piece("加快", ChangeClass.WORDING, moved=True, one_sided=True),
        Piece("推进。"),
    )


@pytest.mark.parametrize("side", Side)
def test_the_pieces_hold_the_whole_passage(comparison: Comparison, side: Side) -> None:
    lines = passage_lines(comparison, PASSAGE, INLINE, side)
    text = side.span(PASSAGE).slice(side.document(comparison).text)
    assert "\n".join("".join(piece.text for piece in line) for line in lines) == text


def test_markings_beyond_the_passage_are_cut_off(comparison: Comparison) -> None:
    wide = InlineSpan(Span(0, 99), Span(0, 99), ChangeKind.REPLACED, ChangeClass.WORDING)
    lines = passage_lines(comparison, PASSAGE, (wide,), Side.LEFT)
    assert "".join(piece.text for line in lines for piece in line) == "".join(LEFT.split("\n")[1:])


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.999, "99%"), (1.0, "100%")]
)
def test_percent(share: float, text: str) -> None:
    assert percent(share) == text


@pytest.mark.parametrize(
    "expected",
    [
        "澄浦市规划（澄浦.txt",
        "云汀市规划（云汀.txt",
        "共 1 处：相同 0 处，改写 1 处，调序 0 处",
        "99% 的文字",
        "2026年11月20日 09:05",
        "最短 20 字，相似度不低于 60%",
        "地名、规划期、数字、机构只换名称的仍算相似",
        "无，本报告列出全部 1 处",
    ],
)
def test_the_head_of_both_forms(
    comparison: Comparison, expected: str, words: Callable[[bytes], str]
) -> None:
    options = MatchOptions(20, 0.6)
    page = build_report_html(comparison, inline, made_at=MADE_AT, options=options)
    assert expected in html.fromstring(page).text_content()
    data = build_report_docx(comparison, inline, made_at=MADE_AT, options=options)
    assert expected in words(data)


@pytest.fixture
def words() -> Callable[[bytes], str]:
    """Return a function that gives the text of a Word file, cells and all."""

    def read(data: bytes) -> str:
        body = docx.Document(io.BytesIO(data)).element.body
        return "".join(t.text or "" for t in body.iter(f"{{{WORD}}}t"))

    return read


def test_settings_that_are_not_known_are_left_out(comparison: Comparison) -> None:
    assert "比对设置" not in build_report_html(comparison, inline, made_at=MADE_AT)


def test_the_page_marks_each_class(comparison: Comparison) -> None:
    page = html.fromstring(build_report_html(comparison, inline, made_at=MADE_AT))
    (section,) = page.xpath("//section[@id='p1']")
    marks = [(mark.get("class"), mark.text) for mark in section.iter("mark")]
    assert marks == [
        ("place", "澄浦市"),
        ("number", "30"),
        ("moved", "站点"),
        ("punctuation moved", "，"),
        ("wording moved only", "加快"),
        ("place", "云汀市"),
        ("number", "45"),
        ("moved", "站点"),
        ("punctuation", "、"),
        ("wording only", "稳步"),
    ]
    assert section.find(".//mark").get("title") == "地名"


def test_the_contents_lead_to_the_passages(comparison: Comparison) -> None:
    page = html.fromstring(build_report_html(comparison, inline, made_at=MADE_AT))
    links = page.xpath("//a/@href")
    assert links == ["#p1"]
    assert page.xpath("//section/@id") == ["p1"]
    row = [cell.text_content() for cell in page.xpath("//tbody/tr/td")]
    start = "一、任务 澄浦市建成30个站点，加快推进。"
    assert row == ["1", start, "一、任务", "一、网络", "80%", "改写", "地名、数字"]


def test_the_page_needs_nothing_else(comparison: Comparison) -> None:
    page = build_report_html(comparison, inline, made_at=MADE_AT)
    assert not re.search(r"https?://|<script|<link|<img|@import|url\(", page)
    assert '<meta charset="utf-8">' in page
    assert "prefers-color-scheme: dark" in page
    assert "size: A4" in page


def test_every_class_of_the_page_has_a_look(comparison: Comparison) -> None:
    page = build_report_html(comparison, inline, made_at=MADE_AT)
    style = page[page.index("<style>") : page.index("</style>")]
    names = set(" ".join(html.fromstring(page).xpath("//@class")).split())
    for name in names - {"text"}:
        assert f".{name} " in style.replace(",", " ").replace(".swatch {", ".swatch  {"), name


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "&amp;\"'", "\x00\x1b", "\ud800"])
def test_hostile_text_is_harmless(comparison: Comparison, text: str) -> None:
    left = replace(comparison.left, text=text + LEFT, title=text)
    left = replace(left, origin=replace(left.origin, path=f"/x/{text}.txt"))
    row = replace(comparison.rows[0], left_section=text)
    row = replace(row, passage=replace(PASSAGE, left=Span(0, len(LEFT))))
    hostile = replace(comparison, left=left, rows=(row,))
    page = build_report_html(hostile, lambda _: (), made_at=MADE_AT)
    assert not html.fromstring(page).xpath("//script")
    page.encode("utf-8")
    assert "\x00" not in page
    data = build_report_docx(hostile, lambda _: (), made_at=MADE_AT)
    assert len(docx.Document(io.BytesIO(data)).tables) == 2


def test_nothing_found_is_said(empty: Comparison, words: Callable[[bytes], str]) -> None:
    assert NOTHING_FOUND in build_report_html(empty, inline, made_at=MADE_AT)
    assert NOTHING_FOUND in words(build_report_docx(empty, inline, made_at=MADE_AT))


def test_the_word_report_has_two_columns_on_landscape_paper(comparison: Comparison) -> None:
    data = build_report_docx(comparison, inline, made_at=MADE_AT)
    document = docx.Document(io.BytesIO(data))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    where, texts = document.tables[1].rows
    assert [cell.text for cell in where.cells] == [
        "甲 · 一、任务 · 6–27",
        "乙 · 一、网络 · 6–27",
    ]
    assert [cell.text for cell in texts.cells] == [
        "\n".join(LEFT.split("\n")[1:]),
        "\n".join(RIGHT.split("\n")[1:]),
    ]
    names = [p.text for p in document.paragraphs if p.style.name == "报告小标题"]
    assert names == ["图例", "第 1 处　改写　相似度 80%　差异：地名、数字"]


def test_the_word_report_marks_each_class(comparison: Comparison) -> None:
    data = build_report_docx(comparison, inline, made_at=MADE_AT)
    cell = docx.Document(io.BytesIO(data)).tables[1].rows[1].cells[0]
    found = {
        run.text: (look(run._r, "u"), look(run._r, "shd", "fill"), look(run._r, "bdr"), run.bold)
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    }
    assert found["澄浦市"] == ("thick", "FBEED1", None, True)
    assert found["30"] == ("double", "FBEED1", None, True)
    assert found["建成"] == (None, "FBEED1", None, None)
    assert found["站点"] == ("wave", "EBC9DC", None, None)
    assert found["加快"][2] == "single"


def look(run: etree._Element, name: str, attribute: str = "val") -> str | None:
    found = run.find(f"{{{WORD}}}rPr/{{{WORD}}}{name}")
    return None if found is None else found.get(f"{{{WORD}}}{attribute}")


def test_two_reports_are_the_same(comparison: Comparison) -> None:
    for build in (build_report_html, build_report_docx):
        assert build(comparison, inline, made_at=MADE_AT) == build(
            comparison, inline, made_at=MADE_AT
        )

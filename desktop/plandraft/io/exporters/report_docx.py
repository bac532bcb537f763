"""A comparison as a Word file: two columns on landscape A4, differences shaded and underlined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from lxml import etree

from plandraft.core.compare.changes import ChangeClass, Comparison, InlineSpan, PassageRow
from plandraft.core.compare.decisions import Decision
from plandraft.core.compare.report_view import ReportView
from plandraft.core.matching.passages import MatchOptions, PassageKind
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_package import CORE, base_parts, core_part, pack
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.docx_base import DocxBase, parse
from plandraft.io.exporters.report_decisions import (
    EXCLUDED_HEADING,
    Decisions,
    decision_rows,
    decision_text,
    split_rows,
)
from plandraft.io.exporters.report_html import TITLE
from plandraft.io.exporters.report_settings import KIND_NAMES
from plandraft.io.exporters.report_values import (
    NO_SECTION,
    NOTHING_FOUND,
    ONE_SIDE_NAME,
    InlineOf,
    Piece,
    Side,
    differs_text,
    head_rows,
    legend_classes,
    passage_lines,
    percent,
)
from plandraft.io.exporters.word_table import build_table
from plandraft.io.exporters.word_text import paragraph, run, tag

HEAD_WIDTH = 1700
_NAME_COLOUR = "D55E00"
# The tints of the screen on white paper.
_KIND_FILLS = {
    PassageKind.IDENTICAL: "DBEBF4",
    PassageKind.EDITED: "FBEED1",
    PassageKind.REORDERED: "F6E7EF",
}
_WORDING_FILL = "F5D999"
_MOVED_FILL = "EBC9DC"
_UNDERLINES = {
    ChangeClass.PLACE: "thick",
    ChangeClass.ORGAN: "thick",
    ChangeClass.NUMBER: "double",
    ChangeClass.PERIOD: "double",
    ChangeClass.PUNCTUATION: "dotted",
    ChangeClass.WORDING: "dash",
    ChangeClass.SUBSTITUTE: "single",
}
_STRONG = {ChangeClass.PLACE, ChangeClass.ORGAN, ChangeClass.NUMBER, ChangeClass.PERIOD}


def build_report_docx(
    comparison: Comparison,
    inline: InlineOf,
    *,
    made_at: datetime,
    options: MatchOptions | None = None,
    decisions: Mapping[int, Decision] | None = None,
    view: ReportView | None = None,
) -> bytes:
    """Return a comparison as the bytes of a .docx file; the same input gives the same bytes.

    `inline` gives the differences of a passage; `options` are left out when None; `decisions` are
    those of the rows by their numbers; `view` is how the pair was looked at.
    """
    decided = decisions or {}
    parts = base_parts(official.REPORT_STYLES, official.REPORT_PAGE, grid=0)
    base = DocxBase(parts, parse(parts["word/document.xml"]))
    body = [_text(TITLE, official.REPORT_TITLE), _head(comparison, made_at, options, decided, view)]
    body += [_text("图例", official.REPORT_HEADING), _legend(comparison)]
    counted, excluded = split_rows(comparison, decided)
    for row in counted:
        body += _passage(comparison, row, inline(row.passage), decided.get(row.number))
    if excluded:
        body.append(_text(EXCLUDED_HEADING, official.REPORT_HEADING))
    for row in excluded:
        body += _passage(comparison, row, inline(row.passage), decided.get(row.number))
    last = "" if comparison.rows else NOTHING_FOUND
    body.append(_text(last, official.REPORT_TEXT))
    base.fill(body)
    filled = base.parts_with_document()
    filled[CORE] = core_part(TITLE, "PlanDraft", made_at)
    return pack(filled)


def _head(
    comparison: Comparison,
    made_at: datetime,
    options: MatchOptions | None,
    decided: Decisions,
    view: ReportView | None,
) -> etree._Element:
    told = (*head_rows(comparison, made_at, options, view), *decision_rows(comparison, decided))
    rows = [
        [[_text(name, official.REPORT_TEXT)], [_text(value, official.REPORT_TEXT)]]
        for name, value in told
    ]
    return build_table(rows, (HEAD_WIDTH, official.REPORT_PAGE.text_width - HEAD_WIDTH))


def _legend(comparison: Comparison) -> etree._Element:
    content: list[etree._Element] = []
    for kind, name in KIND_NAMES.items():
        content += [_piece(Piece(name), kind), run("　")]
    for change_class, name in legend_classes(comparison):
        moved = change_class is ChangeClass.ORDER
        piece = Piece(name, ChangeClass.NONE if moved else change_class, moved)
        content += [_piece(piece), run("　")]
    content.append(_piece(Piece(ONE_SIDE_NAME, ChangeClass.WORDING, one_sided=True)))
    return paragraph(official.REPORT_TEXT, content)


def _passage(
    comparison: Comparison,
    row: PassageRow,
    inline: Sequence[InlineSpan],
    decision: Decision | None,
) -> list[etree._Element]:
    passage = row.passage
    heading = (
        f"第 {row.number} 处　{KIND_NAMES[passage.kind]}　相似度 {percent(passage.similarity)}"
        f"　差异：{differs_text(passage)}"
    )
    where = [[_text(_where(row, side), official.REPORT_TEXT)] for side in Side]
    texts = [
        [
            paragraph(official.REPORT_TEXT, [_piece(piece, passage.kind) for piece in line])
            for line in passage_lines(comparison, passage, inline, side)
        ]
        or [_text("", official.REPORT_TEXT)]
        for side in Side
    ]
    half = official.REPORT_PAGE.text_width // 2
    table = build_table([where, texts], (half, half))
    told = decision_text(decision)
    marked = [_text(told, official.REPORT_TEXT)] if told else []
    return [_text(heading, official.REPORT_HEADING), *marked, table]


def _where(row: PassageRow, side: Side) -> str:
    section = row.left_section if side is Side.LEFT else row.right_section
    span = side.span(row.passage)
    name = clean_line(section) or NO_SECTION
    return f"{side.value} · {name} · {span.start}–{span.end}"


def _text(text: str, style: official.ParagraphStyle) -> etree._Element:
    return paragraph(style, [run(text)] if text else [])


def _piece(piece: Piece, kind: PassageKind | None = None) -> etree._Element:
    """Return a run marked by its class; the properties stand in the order the schema wants."""
    element = run(piece.text)
    properties = element.find(tag("rPr"))
    if properties is None:
        properties = etree.Element(tag("rPr"))
        element.insert(0, properties)
    if piece.change_class in _STRONG:
        etree.SubElement(properties, tag("b"))
    underline = "wave" if piece.moved else _UNDERLINES.get(piece.change_class, "")
    if underline:
        line = etree.SubElement(properties, tag("u"))
        line.set(tag("val"), underline)
        line.set(tag("color"), _NAME_COLOUR if piece.change_class in _STRONG else "000000")
    if piece.one_sided:
        border = etree.SubElement(properties, tag("bdr"))
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "7F7F7F")):
            border.set(tag(name), value)
    fill = _fill(piece, kind)
    if fill:
        shading = etree.SubElement(properties, tag("shd"))
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            shading.set(tag(name), value)
    return element


def _fill(piece: Piece, kind: PassageKind | None) -> str:
    if piece.moved:
        return _MOVED_FILL
    if piece.change_class is ChangeClass.WORDING:
        return _WORDING_FILL
    return _KIND_FILLS[kind] if kind else ""

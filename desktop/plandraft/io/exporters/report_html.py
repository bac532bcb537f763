"""A comparison as one HTML file that needs nothing else: to read, to send, to print on A4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape

from plandraft.core.compare.changes import ChangeClass, Comparison, InlineSpan, PassageRow
from plandraft.core.compare.decisions import Decision
from plandraft.core.compare.report_view import ReportView
from plandraft.core.matching.passages import MatchOptions
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.decision_names import VERDICT_NAMES
from plandraft.io.exporters.report_css import CSS
from plandraft.io.exporters.report_decisions import (
    EXCLUDED_HEADING,
    Decisions,
    decision_rows,
    decision_text,
    split_rows,
)
from plandraft.io.exporters.report_settings import CLASS_NAMES, KIND_NAMES
from plandraft.io.exporters.report_values import (
    NO_SECTION,
    NOTHING_FOUND,
    ONE_SIDE_NAME,
    InlineOf,
    Piece,
    Side,
    differs_text,
    document_name,
    excerpt,
    head_rows,
    legend_classes,
    passage_lines,
    percent,
)

TITLE = "规划比对报告"
# A longer passage may be cut between two printed pages.
UNBROKEN_LETTERS = 500


def build_report_html(
    comparison: Comparison,
    inline: InlineOf,
    *,
    made_at: datetime,
    options: MatchOptions | None = None,
    decisions: Mapping[int, Decision] | None = None,
    view: ReportView | None = None,
) -> str:
    """Return a comparison as an HTML page in UTF-8; `inline` gives the differences of a passage.

    `made_at` is printed as it is; `options` are the settings of the search, left out when None;
    `decisions` are those of the rows by their numbers; `view` is how the pair was looked at.
    """
    decided = decisions or {}
    names = " ↔ ".join(document_name(side.document(comparison)) for side in Side)
    body = [
        f"<h1>{TITLE}</h1>",
        _head(comparison, made_at, options, decided, view),
        "<h2>图例</h2>",
        _legend(comparison),
        "<h2>目录</h2>",
        _contents(comparison, decided),
    ]
    headings = ("逐段比对", EXCLUDED_HEADING)
    for heading, rows in zip(headings, split_rows(comparison, decided), strict=True):
        if rows:
            body.append(f"<h2>{heading}</h2>")
        body += [
            _passage(comparison, row, inline(row.passage), decided.get(row.number)) for row in rows
        ]
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}：{escape(names)}</title>\n<style>{CSS}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def _head(
    comparison: Comparison,
    made_at: datetime,
    options: MatchOptions | None,
    decided: Decisions,
    view: ReportView | None,
) -> str:
    told = (*head_rows(comparison, made_at, options, view), *decision_rows(comparison, decided))
    rows = "\n".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(value)}</td></tr>'
        for name, value in told
    )
    return f'<table class="head">\n{rows}\n</table>'


def _legend(comparison: Comparison) -> str:
    kinds = [
        f'<li><span class="swatch {kind.value}">{name}</span></li>'
        for kind, name in KIND_NAMES.items()
    ]
    classes = [
        f"<li>{_mark(Piece(name, change_class))}</li>"
        for change_class, name in legend_classes(comparison)
        if change_class is not ChangeClass.ORDER
    ]
    moved = Piece(CLASS_NAMES[ChangeClass.ORDER], moved=True)
    only = Piece(ONE_SIDE_NAME, ChangeClass.WORDING, one_sided=True)
    others = [f"<li>{_mark(piece)}</li>" for piece in (moved, only)]
    return f'<ul class="legend">{"".join([*kinds, *classes, *others])}</ul>'


def _contents(comparison: Comparison, decided: Decisions) -> str:
    if not comparison.rows:
        return f"<p>{NOTHING_FOUND}</p>"
    rows = "\n".join(
        _contents_row(comparison, row, _verdict_cell(decided, row.number))
        for row in comparison.rows
    )
    titles = ["序号", "开头", "甲的章节", "乙的章节", "相似度", "类型", "差异"]
    titles += ["判断"] if decided else []
    head = "".join(f'<th scope="col">{title}</th>' for title in titles)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _contents_row(comparison: Comparison, row: PassageRow, verdict: str) -> str:
    passage = row.passage
    cells = (
        f'<td class="number">{row.number}</td>',
        f'<td><a href="#p{row.number}">{escape(excerpt(comparison, passage))}</a></td>',
        f"<td>{_section(row, Side.LEFT)}</td>",
        f"<td>{_section(row, Side.RIGHT)}</td>",
        f'<td class="number">{percent(passage.similarity)}</td>',
        f'<td class="kind">{KIND_NAMES[passage.kind]}</td>',
        f"<td>{differs_text(passage)}</td>",
        verdict,
    )
    return f"<tr>{''.join(cells)}</tr>"


def _verdict_cell(decided: Decisions, number: int) -> str:
    """Return the cell of a decision; no cell where the report knows of none at all."""
    decision = decided.get(number)
    named = "" if decision is None or decision.empty else VERDICT_NAMES[decision.verdict]
    return f'<td class="kind">{named}</td>' if decided else ""


def _passage(
    comparison: Comparison,
    row: PassageRow,
    inline: Sequence[InlineSpan],
    decision: Decision | None,
) -> str:
    passage = row.passage
    told = decision_text(decision)
    decided = f"<span>{escape(told)}</span>" if told else ""
    longest = max(passage.left.length, passage.right.length)
    short = " short" if longest <= UNBROKEN_LETTERS else ""
    sides = "\n".join(_side(comparison, row, inline, side) for side in Side)
    return (
        f'<section class="passage{short}" id="p{row.number}">\n'
        f'<div class="bar"><h3>第 {row.number} 处</h3>'
        f"<span>{KIND_NAMES[passage.kind]}</span><span>相似度 {percent(passage.similarity)}</span>"
        f"<span>差异：{differs_text(passage)}</span>{decided}</div>\n"
        f'<div class="sides">\n{sides}\n</div>\n</section>'
    )


def _side(comparison: Comparison, row: PassageRow, inline: Sequence[InlineSpan], side: Side) -> str:
    span = side.span(row.passage)
    lines = passage_lines(comparison, row.passage, inline, side)
    kind = row.passage.kind.value
    text = "\n".join(
        f'<p class="text {kind}">{"".join(_mark(piece) for piece in line)}</p>' for line in lines
    )
    return (
        f'<div class="side"><p class="where">{side.value} · {_section(row, side)} · '
        f"{span.start}–{span.end}，{span.length} 字符</p>\n{text}</div>"
    )


def _section(row: PassageRow, side: Side) -> str:
    section = row.left_section if side is Side.LEFT else row.right_section
    return escape(clean_line(section)) or NO_SECTION


def _mark(piece: Piece) -> str:
    text = escape(piece.text)
    classes = [] if piece.change_class is ChangeClass.NONE else [piece.change_class.value]
    names = [CLASS_NAMES[piece.change_class]] if classes else []
    if piece.moved:
        classes.append("moved")
        names.append(CLASS_NAMES[ChangeClass.ORDER])
    if piece.one_sided:
        classes.append("only")
        names.append(ONE_SIDE_NAME)
    if not classes:
        return text
    return f'<mark class="{" ".join(classes)}" title="{"，".join(names)}">{text}</mark>'

"""What both forms of a comparison report say: head, counts, names, and marked text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from itertools import pairwise
from typing import TypeAlias

from plandraft.core.compare.changes import ChangeClass, ChangeKind, Comparison, InlineSpan
from plandraft.core.compare.report_view import ReportView
from plandraft.core.matching.passages import Difference, MatchOptions, Passage
from plandraft.core.model.document import Document
from plandraft.core.model.spans import Span
from plandraft.io.exporters.clean_text import clean_line, split_lines, without_controls
from plandraft.io.exporters.report_settings import CLASS_NAMES, KIND_NAMES, setting_rows

InlineOf: TypeAlias = Callable[[Passage], Sequence[InlineSpan]]

DIFFERENCE_NAMES = {
    Difference.PLACE: "地名",
    Difference.NUMBER: "数字",
    Difference.PUNCTUATION: "标点",
    Difference.WORDING: "措辞",
    Difference.ORDER: "语序",
}
ONE_SIDE_NAME = "仅此一侧有"
NO_SECTION = "（标题之前）"
NOTHING_FOUND = "没有找到相似段落。可以降低最短字数或最低相似度后再比对。"
EXCERPT_LETTERS = 28


class Side(Enum):
    """Name a side of a comparison."""

    LEFT = "甲"
    RIGHT = "乙"

    def document(self, comparison: Comparison) -> Document:
        """Return this side's document."""
        return comparison.left if self is Side.LEFT else comparison.right

    def span(self, value: Passage | InlineSpan) -> Span:
        """Return this side's span."""
        return value.left if self is Side.LEFT else value.right


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a stretch of a passage's line that is marked in one way.

    `change_class` is NONE for equal text; `moved` may come on top; `one_sided` says that nothing
    stands for it on the other side.
    """

    text: str
    change_class: ChangeClass = ChangeClass.NONE
    moved: bool = False
    one_sided: bool = False


def own_rows(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return what the user's own lists say of a comparison; nothing where they say nothing."""
    own = comparison.own
    told = []
    if own.rows:
        told.append(f"由自定套话组成的段落 {len(own.rows)} 处")
    if own.substitutions:
        told.append(f"替换 {len(own.substitutions)} 对，视为相同")
    return (("自定名单", "；".join(told)),) if told else ()


def legend_classes(comparison: Comparison) -> tuple[tuple[ChangeClass, str], ...]:
    """Return the classes of difference that a report can show, with their names."""
    substitutes = bool(comparison.own.substitutions)
    return tuple(
        (one, name)
        for one, name in CLASS_NAMES.items()
        if substitutes or one is not ChangeClass.SUBSTITUTE
    )


def passage_lines(
    comparison: Comparison, passage: Passage, inline: Sequence[InlineSpan], side: Side
) -> tuple[tuple[Piece, ...], ...]:
    """Return one side of a passage as lines of pieces; lines without letters are left out."""
    lines: list[list[Piece]] = [[]]
    text = side.document(comparison).text
    for span, piece in _stretches(text, side.span(passage), inline, side):
        first, *others = split_lines(span.slice(text))
        for number, part in enumerate((first, *others)):
            if number:
                lines.append([])
            if cleaned := without_controls(part).replace("\t", " "):
                lines[-1].append(replace(piece, text=cleaned))
    return tuple(tuple(line) for line in lines if any(piece.text.strip() for piece in line))


def _stretches(
    text: str, span: Span, inline: Sequence[InlineSpan], side: Side
) -> list[tuple[Span, Piece]]:
    """Cut `span` where a marking begins or ends; of two markings on one letter the first counts."""
    end = min(span.end, len(text))
    marks = [(side.span(one), one) for one in inline if side.span(one).overlap(span)]
    cuts = {span.start, end}
    for mark, _ in marks:
        cuts.update(point for point in (mark.start, mark.end) if span.start < point < end)
    points = sorted(cuts)
    found = []
    for start, stop in pairwise(points):
        covering = [one for mark, one in marks if mark.contains(start)]
        moved = any(one.kind is ChangeKind.MOVED for one in covering)
        changes = [one for one in covering if one.kind not in {ChangeKind.MOVED, ChangeKind.EQUAL}]
        piece = Piece("", moved=moved)
        if changes:
            only = changes[0].kind in {ChangeKind.DELETED, ChangeKind.INSERTED}
            piece = Piece("", changes[0].change_class, moved, only)
        found.append((Span(start, stop), piece))
    return found


def excerpt(comparison: Comparison, passage: Passage) -> str:
    """Return the first letters of a passage."""
    line = clean_line(passage.left.slice(comparison.left.text))
    return line[:EXCERPT_LETTERS] + ("…" if len(line) > EXCERPT_LETTERS else "")


def document_name(document: Document) -> str:
    """Return what a document is called in a report."""
    return clean_line(document.title) or clean_line(document.origin.path) or "（无标题）"


def percent(share: float) -> str:
    """Return a share 0…1 in percent; not quite all is not 100."""
    whole = round(share * 100)
    if share < 1:
        whole = min(whole, 99)
    if share > 0:
        whole = max(whole, 1)
    return f"{whole}%"


def differs_text(passage: Passage) -> str:
    """Return the classes of difference of a passage."""
    return "、".join(DIFFERENCE_NAMES[one] for one in passage.differs) or "无"


def head_rows(
    comparison: Comparison,
    made_at: datetime,
    options: MatchOptions | None,
    view: ReportView | None = None,
) -> tuple[tuple[str, str], ...]:
    """Return the names and values of the report's head; what is None is not named."""
    counted = comparison.matches.reused
    kinds = Counter(one.kind for one in counted)
    counts = "，".join(f"{name} {kinds[kind]} 处" for kind, name in KIND_NAMES.items())
    rows = [(side.value, _document_text(side.document(comparison))) for side in Side]
    rows += [
        ("相似段落", f"共 {len(counted)} 处：{counts}{_routine_text(comparison)}"),
        ("甲中见于乙", f"{percent(comparison.matches.left_share)} 的文字"),
        ("乙中见于甲", f"{percent(comparison.matches.right_share)} 的文字"),
    ]
    rows += setting_rows(options, view, len(comparison.rows))
    rows += own_rows(comparison)
    moment = f"{made_at:%Y}年{made_at.month}月{made_at.day}日 {made_at:%H:%M}"
    return (*rows, ("生成时间", moment))


def _routine_text(comparison: Comparison) -> str:
    count = len(comparison.routine_rows)
    return f"；另有通用表述 {count} 处，不计入比例" if count else ""


def _document_text(document: Document) -> str:
    name = document_name(document)
    file_name = clean_line(document.origin.path.replace("\\", "/").rsplit("/", 1)[-1])
    return f"{name}（{file_name}，{len(document.text):,} 字符）"

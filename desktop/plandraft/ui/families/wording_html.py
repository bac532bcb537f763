"""The wordings of one row as rich text: a column a plan, headings, differences, phrases, links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from PySide6.QtCore import QCoreApplication

from plandraft.core.compare.changes import ChangeClass, InlineSpan
from plandraft.core.compare.family_rows import FamilyRow
from plandraft.core.compare.family_wordings import ShownLine, Wording, shown_lines
from plandraft.core.compare.plan_sets import PlanSet
from plandraft.core.compare.wording_lines import section_names, wording_lines
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import sections_of
from plandraft.ui.families.family_texts import plan_name, section_text, standing_text
from plandraft.ui.families.row_text import hits_in
from plandraft.ui.models.change_marks import mark_css, phrase_ground
from plandraft.ui.models.decision_names import decision_cell
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.passage_names import percent

# From this length on what is the same everywhere is left out until it is asked for.
FOLDED_FROM = 220
_MISSING = "‸"
_JOINER = "\u2060"
PAIR, SEND, UNFOLD, FOLD = "pair", "send", "unfold", "fold"


@dataclass(frozen=True, slots=True)
class Look:
    """Say how wordings are shown; `needle` is searched for, `greys` are those of each plan."""

    palette: Palette
    columns: int
    width: int
    folded: bool
    needle: str
    greys: Mapping[int, Sequence[Span]]


def wordings_html(
    plans: PlanSet, row: FamilyRow, wordings: Sequence[Wording], look: Look, notes: Sequence[str]
) -> str:
    """Return the wordings of a row, `look.columns` beside each other, and `notes` below them."""
    folds = row.letters >= FOLDED_FROM and len(wordings) > 1
    cells = [_wording(plans, row, wordings, at, look, folds=folds) for at in range(len(wordings))]
    share = 100 // look.columns
    rows = []
    for first in range(0, len(cells), look.columns):
        inside = "".join(
            f'<td width="{share}%" valign="top">{cell}</td>'
            for cell in cells[first : first + look.columns]
        )
        rows.append(f"<tr>{inside}</tr>")
    table = f'<table width="{look.width}" cellspacing="0" cellpadding="6">{"".join(rows)}</table>'
    muted = look.palette.muted
    told = (f'<p style="color:{muted};margin:6px 6px 0 6px">{escape(one)}</p>' for one in notes)
    return table + "".join(told)


def _wording(
    plans: PlanSet,
    row: FamilyRow,
    wordings: Sequence[Wording],
    number: int,
    look: Look,
    *,
    folds: bool,
) -> str:
    wording = wordings[number]
    document = plans.documents[wording.document]
    lines = wording_lines(document, wording.span)
    if wording.document == row.reference:
        # What any other plan has otherwise is worth seeing here too; marks speak for one plan only.
        changed = [one.left for other in wordings for one in other.changes or ()]
        others = [other.changes or () for other in wordings if other is not wording]
        marks = tuple(map(_turned, others[0])) if len(others) == 1 else ()
    else:
        marks = wording.changes or ()
        changed = [one.right for one in marks]
    changed += _hits(document.text, wording.span, look.needle)
    folded = folds and look.folded and wording.changes is not None
    shown = shown_lines(document.text, lines, changed, folded=folded)
    runs = _Runs(document.text, marks, look, wording.document)
    sections = section_text(section_names(sections_of(document), lines))
    head = _head(plans, row, wording.document, sections, look, folds=folds)
    return head + "".join(_line(one, runs, look.palette) for one in shown)


def _head(
    plans: PlanSet, row: FamilyRow, at: int, sections: str, look: Look, *, folds: bool
) -> str:
    cell = row.cells[at]
    about = [standing_text(cell)]
    if cell.part:
        here = QCoreApplication.translate("families", "单看这一段 {share}")
        about.append(here.format(share=percent(cell.here)))
    about += [sections, decision_cell(cell.decision)]
    if cell.decision is not None:
        about.append(cell.decision.note)
    links = []
    if at != row.reference:
        links.append((f"{PAIR}:{at}", QCoreApplication.translate("families", "并排比对")))
    links.append((f"{SEND}:{at}", QCoreApplication.translate("families", "送入草稿")))
    if folds and at == row.reference:
        links.append(_fold_link(row, look))
    title = escape(plan_name(at, plans.documents[at]))
    told = escape(" · ".join(part for part in about if part))
    linked = "&nbsp;&nbsp;".join(_link(target, text, look.palette) for target, text in links)
    return (
        f'<p style="margin:0"><span style="font-weight:600">{title}</span></p>'
        f'<p style="margin:0 0 4px 0;color:{look.palette.muted}">{told} &nbsp; {linked}</p>'
    )


def _fold_link(row: FamilyRow, look: Look) -> tuple[str, str]:
    if not look.folded:
        return f"{FOLD}:", QCoreApplication.translate("families", "只看不同处")
    text = QCoreApplication.translate("families", "展开全文（{letters} 字）")
    return f"{UNFOLD}:", text.format(letters=row.letters)


def _link(target: str, text: str, palette: Palette) -> str:
    style = f"color:{palette.accent};text-decoration:none"
    # A link is kept in one piece: half of it at the end of a line reads as two.
    whole = _JOINER.join(text.replace(" ", "\xa0"))
    return f'<a href="{target}" style="{style}">{escape(whole)}</a>'


def _line(line: ShownLine, runs: _Runs, palette: Palette) -> str:
    parts = []
    for part in line.parts:
        if isinstance(part, Span):
            parts.append(runs.html(part))
            continue
        text = QCoreApplication.translate("families", "…（{count} 字相同）…").format(count=part)
        parts.append(f'<span style="color:{palette.muted}">{escape(text)}</span>')
    weight = "font-weight:600;" if line.heading else ""
    return f'<p style="margin:0 0 3px 0;{weight}line-height:140%">{"".join(parts)}</p>'


class _Runs:
    """Cut stretches of a plan where their look changes."""

    def __init__(self, text: str, marks: Sequence[InlineSpan], look: Look, document: int) -> None:
        self._text = text
        self._marks = tuple(_apart(marks))
        self._look = look
        self._greys = look.greys.get(document, ())

    def html(self, span: Span) -> str:
        """Return a stretch as rich text."""
        text, look = self._text, self._look
        hits = _hits(text, span, look.needle)
        marks = [one for one in self._marks if _inside(one.right, span)]
        greys = [one for one in self._greys if one.overlap(span)]
        cuts = {span.start, span.end}
        for one in (*hits, *greys, *(mark.right for mark in marks)):
            cuts.update(at for at in (one.start, one.end) if span.start < at < span.end)
        missing = {one.right.start: one for one in marks if not one.right.length}
        parts: list[str] = []
        ordered = sorted(cuts)
        for start, end in zip(ordered, [*ordered[1:], span.end], strict=True):
            if start in missing:
                parts.append(self._run(_MISSING, missing[start].change_class))
            if start < end:
                found = next((one for one in marks if one.right.contains(start)), None)
                parts.append(
                    self._run(
                        text[start:end],
                        found.change_class if found else ChangeClass.NONE,
                        grey=any(one.contains(start) for one in greys),
                        hit=any(one.contains(start) for one in hits),
                    )
                )
        return "".join(parts)

    def _run(self, text: str, change: ChangeClass, *, grey: bool = False, hit: bool = False) -> str:
        palette = self._look.palette
        styles = []
        if grey:
            styles.append(f"background-color:{phrase_ground(palette)}")
        if change is not ChangeClass.NONE:
            styles.append(mark_css(palette, change))
        if hit:
            styles.append(f"background-color:{palette.selection}")
        shown = escape(text).replace("\t", " ｜ ").replace("\n", "<br>")
        return f'<span style="{";".join(styles)}">{shown}</span>' if styles else shown


def _turned(mark: InlineSpan) -> InlineSpan:
    return replace(mark, left=mark.right, right=mark.left)


def _apart(marks: Sequence[InlineSpan]) -> list[InlineSpan]:
    """Return marks in the order of the plan; of two on one letter the first counts."""
    found: list[InlineSpan] = []
    reached = 0
    for one in sorted(marks, key=lambda mark: mark.right):
        if one.right.start >= reached:
            found.append(one)
            reached = one.right.end
    return found


def _hits(text: str, span: Span, needle: str) -> list[Span]:
    """Return where a stretch has what is searched for; code points of the whole text."""
    return [
        Span(one.start + span.start, one.end + span.start)
        for one in hits_in(span.slice(text), needle)
    ]


def _inside(mark: Span, span: Span) -> bool:
    if mark.length:
        return bool(mark.overlap(span))
    return span.start <= mark.start <= span.end

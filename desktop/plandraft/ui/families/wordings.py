"""The wordings of one passage in all plans that have it, with what differs marked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QFrame, QTextBrowser

from plandraft.core.compare.changes import InlineSpan
from plandraft.core.compare.families import PlanSet
from plandraft.core.compare.family_rows import FamilyRow, Standing
from plandraft.core.compare.inline import compare_texts
from plandraft.core.compare.issue_dates import IssueDate, first_of
from plandraft.core.text.outline import section_at, sections_of
from plandraft.core.text.places import Gazetteer
from plandraft.ui.families.family_colors import date_text, plan_title, standing_text
from plandraft.ui.models.palette import Palette

# Beyond that the wordings are shown without marks: finding them would be felt.
_MARKED_LETTERS = 3000
_MARGIN = 12


class Wordings(QTextBrowser):
    """Show one row of the table at length."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._shown: tuple[PlanSet, FamilyRow] | None = None
        self._dates: Sequence[IssueDate | None] = ()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)
        self.setAccessibleName(self.tr("各份规划中的写法"))
        self.setPlaceholderText(self.tr("选一行，这里显示每份规划里的写法和不同之处。"))

    def show_row(
        self,
        plans: PlanSet | None,
        row: FamilyRow | None,
        dates: Sequence[IssueDate | None] = (),
    ) -> None:
        """Show the wordings of a row, or nothing; `dates` are those of the plans."""
        self._shown = (plans, row) if plans is not None and row is not None else None
        self._dates = dates
        self._draw()

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._palette = palette
        self._draw()

    def _draw(self) -> None:
        if self._shown is None:
            self.clear()
            return
        plans, row = self._shown
        order = sorted(range(len(row.cells)), key=lambda at: (at != row.reference, at))
        parts = [self._part(plans, row, at) for at in order if row.cells[at].span is not None]
        lacking = [
            plan_title(plans.documents[at])
            for at in order
            if row.cells[at].standing is Standing.ABSENT
        ]
        parts += self._first(plans, row)
        if lacking:
            text = self.tr("没有这一段：{plans}").format(plans="、".join(lacking))
            parts.append(f'<p style="color:{self._palette.muted}">{escape(text)}</p>')
        self.setHtml("".join(parts))

    def _first(self, plans: PlanSet, row: FamilyRow) -> list[str]:
        """Return a hint which of the plans that have it is the oldest, if that is known."""
        having = [at for at, cell in enumerate(row.cells) if cell.span is not None]
        first = first_of(self._dates, having) if self._dates else None
        date = self._dates[first] if first is not None else None
        if first is None or date is None:
            return []
        text = self.tr("日期最早的是“{title}”（{date}）。仅为推断：日期早不等于被借用。").format(
            title=plan_title(plans.documents[first]), date=date_text(date)
        )
        return [f'<p style="color:{self._palette.muted}">{escape(text)}</p>']

    def _part(self, plans: PlanSet, row: FamilyRow, at: int) -> str:
        document, cell = plans.documents[at], row.cells[at]
        assert cell.span is not None
        section = section_at(sections_of(document), cell.span.start)
        about = [plan_title(document), standing_text(cell)]
        if section:
            about.append(section.title)
        text = cell.span.slice(document.text)
        marked = escape(text)
        if at != row.reference and len(text) + len(row.text) <= _MARKED_LETTERS:
            changes = compare_texts(row.text, text, _places(plans, row.reference, at))
            marked = self._marked(text, changes)
        head = escape(" · ".join(about))
        body = marked.replace("\n", "<br>")
        return (
            f'<p style="margin:8px 0 2px 0;color:{self._palette.muted}">{head}</p>'
            f'<p style="margin:0 0 8px 0">{body}</p>'
        )

    def _marked(self, text: str, changes: tuple[InlineSpan, ...]) -> str:
        """Mark what differs from the reference; a stretch that is missing shows as ‸."""
        parts: list[str] = []
        reached = 0
        for one in sorted(changes, key=lambda change: change.right):
            if one.right.start < reached:
                continue
            parts.append(escape(text[reached : one.right.start]))
            inside = escape(one.right.slice(text)) or "‸"
            parts.append(
                f'<span style="color:{self._palette.entity_text};font-weight:600;'
                f'text-decoration:underline">{inside}</span>'
            )
            reached = one.right.end
        parts.append(escape(text[reached:]))
        return "".join(parts)


def _places(plans: PlanSet, one: int, other: int) -> Gazetteer:
    comparison = plans.pairs.get((min(one, other), max(one, other)))
    names = (plans.documents[one].place, plans.documents[other].place)
    gazetteer = comparison.gazetteer if comparison else Gazetteer()
    return gazetteer.with_names(*names)

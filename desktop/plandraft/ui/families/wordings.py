"""The wordings of one passage in all plans that have it, with what differs marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser

from plandraft.core.compare.family_cells import Standing
from plandraft.core.compare.family_rows import FamilyRow
from plandraft.core.compare.family_wordings import Wording, wordings_of
from plandraft.core.compare.issue_dates import IssueDate, first_of
from plandraft.core.compare.plan_sets import PlanSet
from plandraft.ui.families.family_texts import date_text, plan_title
from plandraft.ui.families.greys import Greys
from plandraft.ui.families.wording_html import FOLD, PAIR, SEND, UNFOLD, Look, wordings_html
from plandraft.ui.models.palette import Palette

_MARGIN = 8
# Fewer letters a line than twenty-odd are hard to read, more than 45 as well.
_NARROWEST_COLUMN, _WIDEST_COLUMN = 320, 580


class Wordings(QTextBrowser):
    """Show one row of the table at length.

    `pair_requested` and `send_requested` carry the index of a plan, `phrase_requested` the text
    that is selected.
    """

    pair_requested = Signal(int)
    send_requested = Signal(int)
    phrase_requested = Signal(str)

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._shown: tuple[PlanSet, FamilyRow] | None = None
        self._wordings: tuple[Wording, ...] = ()
        self._dates: Sequence[IssueDate | None] = ()
        self._greys = Greys()
        self._needle = ""
        self._folded = True
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)
        self.setAccessibleName(self.tr("各份规划中的写法"))
        self.setPlaceholderText(self.tr("选一行，这里显示每份规划里的写法和不同之处。"))
        self.anchorClicked.connect(self._on_link)
        # A scroll bar that comes with the text would break the columns anew while they are set.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # What is shown next draws with the new greys as well.
        self._redrawn = QTimer(self, singleShot=True, interval=0)
        self._redrawn.timeout.connect(self._draw)

    def show_row(
        self,
        plans: PlanSet | None,
        row: FamilyRow | None,
        dates: Sequence[IssueDate | None] = (),
        needle: str = "",
    ) -> None:
        """Show the wordings of a row, or nothing; `dates` are those of the plans.

        What is searched for, `needle`, is marked.
        """
        shown = (plans, row) if plans is not None and row is not None else None
        self._wordings = wordings_of(*shown) if shown is not None else ()
        self._shown, self._dates, self._needle, self._folded = shown, dates, needle, True
        self._draw()
        self.verticalScrollBar().setValue(0)

    def set_greys(self, greys: Greys) -> None:
        """Grey these set phrases."""
        self._greys = greys
        self._redrawn.start()

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        self._palette = palette
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many wordings beside each other as can be read."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._redrawn.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected letters."""
        menu = self.createStandardContextMenu()
        chosen = self.textCursor().selectedText().replace("\u2029", "\n")
        if chosen.strip():
            menu.addSeparator()
            action = menu.addAction(self.tr("设为套话"))
            action.triggered.connect(lambda _checked=False: self.phrase_requested.emit(chosen))
        menu.exec(event.globalPos())

    def _draw(self) -> None:
        self._redrawn.stop()
        if self._shown is None:
            self.clear()
            return
        plans, row = self._shown
        room = self.viewport().width() - 2 * _MARGIN
        columns = max(1, min(len(self._wordings), room // _NARROWEST_COLUMN))
        look = Look(
            self._palette,
            columns,
            max(1, min(room, columns * _WIDEST_COLUMN)),
            self._folded,
            self._needle,
            {one.document: self._greys.spans(one.document) for one in self._wordings},
        )
        notes = (*self._first(plans, row), *self._lacking(plans, row))
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(wordings_html(plans, row, self._wordings, look, notes))
        bar.setValue(place)

    def _lacking(self, plans: PlanSet, row: FamilyRow) -> list[str]:
        titles = [
            plan_title(plans.documents[at])
            for at, cell in enumerate(row.cells)
            if cell.standing is Standing.ABSENT
        ]
        if not titles:
            return []
        return [self.tr("没有这一段：{plans}").format(plans="、".join(titles))]

    def _first(self, plans: PlanSet, row: FamilyRow) -> list[str]:
        """Return a hint which of the plans that have it is the oldest, if that is known."""
        having = [at for at, cell in enumerate(row.cells) if cell.span is not None]
        first = first_of(self._dates, having) if self._dates else None
        date = self._dates[first] if first is not None else None
        if first is None or date is None:
            return []
        text = self.tr("日期最早的是“{title}”（{date}）。仅为推断：日期早不等于被借用。")
        return [text.format(title=plan_title(plans.documents[first]), date=date_text(date))]

    def _on_link(self, url: QUrl) -> None:
        what, _colon, plan = url.toString().partition(":")
        if what in {FOLD, UNFOLD}:
            self._folded = what == FOLD
            self._draw()
        elif what == PAIR:
            self.pair_requested.emit(int(plan))
        elif what == SEND:
            self.send_requested.emit(int(plan))

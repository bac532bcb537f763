"""Look for paragraphs in the library and put them into the draft."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from plandraft.services.library import PassageHit
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.widgets import (
    GAP,
    GROUP_GAP,
    make_label,
    make_scroll_area,
    make_search_field,
    make_tool_button,
)

_SEARCH_DELAY_MS = 250
# More cards than anybody reads make the panel slow; the count says how many there are.
MOST_CARDS = 40
_LONGEST_EXCERPT = 220


class CandidatesPanel(QWidget):
    """Show what was found; `insert_requested` carries the PassageHit to insert."""

    search_requested = Signal(str)
    insert_requested = Signal(object)

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self._icons = icons
        self.search = make_search_field(icons, self.tr("在资料库中找可用的段落"))
        self.note = make_label(role="muted", wrap=True)
        self._delay = QTimer(self, singleShot=True, interval=_SEARCH_DELAY_MS)
        self._delay.timeout.connect(self._search_now)
        self.search.textChanged.connect(lambda _text: self._delay.start())
        self.search.returnPressed.connect(self._search_now)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GAP)
        self._arrange()
        self.show_hits("", ())

    def show_hits(self, query: str, hits: Sequence[PassageHit]) -> None:
        """Show the paragraphs that `query` found."""
        while (item := self._cards.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.note.setText(self._note(query, len(hits)))
        before: QWidget = self.search
        for hit in hits[:MOST_CARDS]:
            card = _HitCard(self._icons, hit, self.insert_requested.emit)
            self._cards.addWidget(card)
            # New widgets come last in the order of Tab; these belong right behind the search.
            QWidget.setTabOrder(before, card.button)
            before = card.button

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def take_keyboard_from(self, tabs: QTabWidget) -> None:
        """Take the keyboard when the tab of this panel is clicked.

        Whoever does so wants to look for something: typed on, it would stand in the plan.
        """

        def clicked(index: int) -> None:
            if tabs.widget(index) is self:
                QTimer.singleShot(0, self, self.focus_search)

        tabs.tabBarClicked.connect(clicked)

    def cards(self) -> list[QWidget]:
        """Return the cards from top to bottom."""
        items = (self._cards.itemAt(index) for index in range(self._cards.count()))
        return [widget for item in items if item and (widget := item.widget())]

    def _note(self, query: str, count: int) -> str:
        if not query:
            return self.tr("输入关键词，多个词用空格隔开；找到的段落会插入到光标所在的一节。")
        if not count:
            return self.tr("资料库里没有同时含有这些词的段落。")
        if count > MOST_CARDS:
            return self.tr("找到 {count} 段，显示前 {shown} 段。").format(
                count=count, shown=MOST_CARDS
            )
        return self.tr("找到 {count} 段。").format(count=count)

    def _search_now(self) -> None:
        self._delay.stop()
        self.search_requested.emit(self.search.text().strip())

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setObjectName("cards")
        column = QVBoxLayout(inside)
        column.setContentsMargins(GROUP_GAP, 0, GROUP_GAP, GROUP_GAP)
        column.addLayout(self._cards)
        column.addStretch()
        area = make_scroll_area(inside, "cardsArea")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top = QVBoxLayout()
        top.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GAP)
        top.setSpacing(GAP)
        top.addWidget(self.search)
        top.addWidget(self.note)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(area, 1)


class _HitCard(QFrame):
    """Show one paragraph with its source and the button to insert it."""

    def __init__(self, icons: IconSet, hit: PassageHit, insert: object) -> None:
        super().__init__()
        self.setObjectName("card")
        text = " ".join(hit.text.split())
        cut = text[:_LONGEST_EXCERPT] + ("…" if len(text) > _LONGEST_EXCERPT else "")
        body = make_label(cut, "excerpt", wrap=True)
        body.setToolTip(hit.text if len(text) > _LONGEST_EXCERPT else "")
        source = " · ".join(part for part in (hit.place, hit.section) if part) or hit.title
        origin = make_label(source, "muted", wrap=True)
        origin.setToolTip(hit.title)
        button = self.button = make_tool_button(
            icons,
            "insert",
            self.tr("插入"),
            lambda: insert(hit),  # type: ignore[operator]
        )
        button.setToolTip(self.tr("插入到光标所在的一节"))
        foot = QHBoxLayout()
        foot.addWidget(origin, 1)
        foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 8, 6)
        column.setSpacing(4)
        column.addWidget(body)
        column.addLayout(foot)

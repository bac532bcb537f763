"""The current passage in words: what it is, and both wordings with the differences marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from plandraft.core.compare.changes import Comparison, InlineSpan, PassageRow
from plandraft.ui.compare.block_styles import PageStyle
from plandraft.ui.compare.difference_box import DifferenceBox
from plandraft.ui.compare.filter_bar import STRIP_HEIGHT
from plandraft.ui.compare.stacked import stack_columns
from plandraft.ui.models.passage_names import difference_name, kind_name, percent


class DifferencePanel(QWidget):
    """Show one passage, or a hint how to choose one."""

    def __init__(self, style: PageStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = QLabel()
        self.caption.setObjectName("caption")
        self.caption.setFixedHeight(STRIP_HEIGHT)
        self.box = DifferenceBox(style)
        self.hint = QLabel(self.tr("单击一个段落，这里会逐字对照两种写法。"))
        self.hint.setObjectName("hint")
        self.hint.setMargin(12)
        self.hint.setWordWrap(True)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.caption)
        column.addWidget(body, 1)
        self.setMinimumWidth(240)

    def show_passage(
        self, comparison: Comparison | None, row: PassageRow | None, inline: Sequence[InlineSpan]
    ) -> None:
        """Show a passage of `comparison` and the differences inside, or the hint."""
        if comparison is None or row is None:
            self.caption.setText(self.tr("逐字对照"))
            self.box.show_columns(())
            self._stack.setCurrentWidget(self.hint)
            return
        passage = row.passage
        columns = stack_columns(
            comparison.left.text, comparison.right.text, passage.left, passage.right, inline
        )
        self.box.show_columns(columns)
        parts = [kind_name(passage.kind), percent(passage.similarity)]
        if passage.differs:
            parts.append("、".join(map(difference_name, passage.differs)))
        self.caption.setText(f"#{row.number}　{' · '.join(parts)}")
        self._stack.setCurrentWidget(self.box)

    def set_style(self, style: PageStyle) -> None:
        """Change colours."""
        self.box.set_style(style)

"""The title on the sheet: read as text, written where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from plandraft.core.draft.draft import DraftBlock
from plandraft.ui.draft.shown_text import ShownText, show_block
from plandraft.ui.draft.text_change import common_ends
from plandraft.ui.models.widgets import make_label


class TitleField(QWidget):
    """Show a title with its slots filled; a click or Enter on it begins to write.

    `renamed` carries the title with its slots in 【】, where they were not written over.
    """

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown = ShownText("", "")
        self.label = make_label(role="draftTitle", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field = QLineEdit()
        self.field.setObjectName("titleField")
        self.field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field.setAccessibleName(self.tr("规划标题"))
        self.field.editingFinished.connect(self._finish)
        self.field.installEventFilter(self)
        self.field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addWidget(self.field)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setToolTip(self.tr("单击修改标题"))
        self.setAccessibleName(self.tr("规划标题，按回车修改"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_title(self, title: str, values: Mapping[str, str]) -> None:
        """Show `title`; `values` fill its slots."""
        self._shown = show_block(DraftBlock(0, title), values)
        self.label.setText(self._shown.shown)

    def set_title_font(self, font: QFont) -> None:
        """Set it in this font, read or written."""
        self.label.setFont(font)
        self.field.setFont(font)

    def write(self) -> None:
        """Begin to write."""
        self.field.setText(self._shown.shown)
        self.label.hide()
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Write where it is clicked."""
        if event.button() == Qt.MouseButton.LeftButton and self.label.isVisible():
            self.write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write when Enter is pressed on it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.label.isVisible():
            self.write()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Take the title with Enter, leave it as it was with Esc."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.field.setText(self._shown.shown)
            if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._finish()
                return True  # a field lets Enter through, and it would begin anew
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _finish(self) -> None:
        if self.field.isHidden():
            return
        typed, shown = self.field.text().strip(), self._shown
        had_focus = self.field.hasFocus()
        self.field.hide()
        self.label.show()
        if had_focus:
            self.setFocus()
        if typed and typed != shown.shown:
            start, end = common_ends(shown.shown, typed)
            middle = typed[start : len(typed) - end]
            tail = shown.raw_after(len(shown.shown) - end)
            self.renamed.emit(shown.raw_before(start) + middle + tail)

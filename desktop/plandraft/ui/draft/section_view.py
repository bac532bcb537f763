"""One section on the page: heading, margin bar, paragraphs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from plandraft.core.draft.boxes import forms_in_export
from plandraft.core.draft.draft import DraftSection
from plandraft.ui.draft.box_frames import ShownBoxes
from plandraft.ui.draft.margin_bar import WIDTH, MarginBar
from plandraft.ui.draft.paragraphs_editor import ParagraphsEditor
from plandraft.ui.draft.sheet_style import SheetStyle
from plandraft.ui.draft.shown_text import ShownText, show_block
from plandraft.ui.models.draft_outline_model import SectionRow
from plandraft.ui.models.widgets import make_label

# Space above a heading in em, by level.
_ABOVE = {0: 0.2, 1: 1.4, 2: 0.9}


class SectionView(QWidget):
    """Show a section; `edited` carries its id when the user changed the text.

    `box_requested` carries its id, a BoxChange, and the first and last block it is wished for.
    """

    edited = Signal(str)
    entered = Signal(str)
    box_requested = Signal(str, object, int, int)

    def __init__(self, section: DraftSection, style: SheetStyle) -> None:
        super().__init__()
        self.section = section
        self.shown: tuple[ShownText, ...] = ()
        self.boxes = ShownBoxes()
        self._style = style
        self._row: SectionRow | None = None
        self.heading = make_label(role="draftHeading", wrap=True)
        self.editor = ParagraphsEditor(style)
        self.bar = MarginBar(self.editor, style.palette)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setColumnMinimumWidth(0, WIDTH)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.heading, 0, 1)
        grid.addWidget(self.bar, 1, 0)
        grid.addWidget(self.editor, 1, 1)
        self._grid = grid
        self.editor.text_edited.connect(lambda: self.edited.emit(self.section.id))
        self.editor.focused.connect(lambda: self.entered.emit(self.section.id))
        self.editor.box_requested.connect(
            lambda change, *blocks: self.box_requested.emit(self.section.id, change, *blocks)
        )
        self.bar.paragraph_clicked.connect(self._on_paragraph_clicked)
        self.apply_style(style)

    def show_section(
        self, section: DraftSection, row: SectionRow, values: dict[str, str], purpose: str
    ) -> None:
        """Show the present state of the section; `values` fill the slots."""
        if section.blocks != self.section.blocks or not self.boxes.forms:
            self.boxes = ShownBoxes(forms_in_export(section.blocks))
        self.section = section
        self.shown = tuple(show_block(block, values) for block in section.blocks)
        if row != self._row:
            self._row = row
            self.heading.setText(f"{row.label}{row.title}")
            self.heading.setVisible(row.level > 0)
            self.editor.setAccessibleName(f"{row.label}{row.title}")
        self.editor.setPlaceholderText(purpose)
        self.editor.show_text("\n".join(one.shown for one in self.shown))
        # A heading that only holds other headings needs no empty line below it.
        visible = bool(section.blocks) or not row.holds_sections
        self.editor.setVisible(visible)
        self.bar.setVisible(visible)
        self.bar.show_blocks(section.blocks)

    def current_block(self) -> int:
        """Return the index of the block with the caret, or -1 in an empty section."""
        index = self.editor.block_index()
        return index if index < len(self.section.blocks) else len(self.section.blocks) - 1

    def apply_style(self, style: SheetStyle) -> None:
        """Change fonts and colours."""
        self._style = style
        level = self.section.level
        self.heading.setFont(style.heading_font(level))
        above = round(_ABOVE.get(level, 0.6) * style.em)
        self.heading.setContentsMargins(0, above, 0, round(0.4 * style.em))
        self.editor.apply_style(style)
        self.bar.apply_palette(style.palette)

    def _on_paragraph_clicked(self, index: int) -> None:
        self.editor.put_caret(index)
        self.editor.setFocus()

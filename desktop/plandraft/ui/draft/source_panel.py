"""Where the current paragraph comes from, and how its wording has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.compare.changes import ChangeKind, InlineSpan
from plandraft.core.compare.inline import compare_texts
from plandraft.core.draft.draft import DraftBlock
from plandraft.core.draft.share import edited_share
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import READING_FAMILIES, Palette
from plandraft.ui.models.picks import OriginalPick, first_words
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_button, make_label


class SourcePanel(QWidget):
    """Show city, document, section and original wording.

    `restore_requested` carries a block id, `original_requested` an OriginalPick.
    """

    restore_requested = Signal(int)
    original_requested = Signal(object)

    def __init__(self, icons: IconSet, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self._block: DraftBlock | None = None
        self._changes: Sequence[InlineSpan] = ()
        self.state = make_label(role="sourceState")
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(GROUP_GAP)
        self.facts.setVerticalSpacing(GAP // 2)
        self.facts.setColumnStretch(1, 1)
        self._values = {}
        for row, (key, name) in enumerate(
            (
                ("place", self.tr("地区")),
                ("document", self.tr("文档")),
                ("section", self.tr("章节")),
                ("file", self.tr("文件")),
            )
        ):
            value = make_label(wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._values[key] = value
            self.facts.addWidget(make_label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self.facts.addWidget(value, row, 1)
        self.original = QTextBrowser()
        self.original.setObjectName("original")
        self.original.setAccessibleName(self.tr("原文"))
        self.restore_button = make_button(icons, "restore", self.tr("还原为原文"), self._on_restore)
        self.open_button = make_button(icons, "open", self.tr("打开原件"), self.open_original)
        self._legend = make_label(
            self.tr("删除线是已不在草稿里的原文，下划线是草稿中新写的。"), "muted", wrap=True
        )
        self._stack = QStackedWidget()
        self._none = make_label(role="hint", wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._none.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        self._arrange()
        self.show_block(None, ())

    def show_block(self, block: DraftBlock | None, changes: Sequence[InlineSpan]) -> None:
        """Show the source of `block`; `changes` lead from the original to the present wording."""
        self._block, self._changes = block, changes
        if block is None or block.provenance is None:
            text = (
                self.tr("把光标放进一段文字，这里显示它的出处。")
                if block is None
                else self.tr("这一段是自己写的，没有引用来源。")
            )
            self._none.setText(text)
            self._stack.setCurrentWidget(self._none)
            return
        source = block.provenance
        self._values["place"].setText(source.place or "—")
        self._values["document"].setText(source.document_title or "—")
        self._values["section"].setText(source.section or "—")
        self._values["file"].setText(Path(source.path).name)
        self._values["file"].setToolTip(source.path)
        same = block.text == source.text
        share = max(1, round(edited_share(block) * 100)) if not same else 0
        self.state.setText(
            self.tr("原文照录") if same else self.tr("已改写 {share} %").format(share=share)
        )
        self.restore_button.setEnabled(not same)
        self._legend.setVisible(not same)
        self.original.setHtml(self._html(block))
        self._stack.setCurrentIndex(1)

    @property
    def has_source(self) -> bool:
        """Tell whether the paragraph was taken from a document."""
        return self._block is not None and self._block.provenance is not None

    def open_original(self) -> None:
        """Ask for the file that the paragraph was taken from."""
        if self._block is not None and self._block.provenance is not None:
            source = self._block.provenance
            words = first_words(source.text)
            self.original_requested.emit(OriginalPick(source.path, source.sha256, words))

    def apply_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._palette = palette
        self.show_block(self._block, self._changes)

    def _html(self, block: DraftBlock) -> str:
        source = block.provenance
        assert source is not None
        colors = self._palette
        parts: list[str] = []
        at = 0
        for change in sorted(self._changes, key=lambda one: (one.left, one.right)):
            if change.left.start < at or change.kind in {ChangeKind.EQUAL, ChangeKind.MOVED}:
                continue
            parts.append(_text(source.text[at : change.left.start]))
            gone, new = change.left.slice(source.text), change.right.slice(block.text)
            if gone:
                parts.append(f'<s style="color:{colors.deleted_text}">{_text(gone)}</s>')
            if new:
                parts.append(f'<u style="color:{colors.inserted_text}">{_text(new)}</u>')
            at = change.left.end
        parts.append(_text(Span(at, max(at, len(source.text))).slice(source.text)))
        families = ",".join(f"'{name}'" for name in READING_FAMILIES)
        return (
            f'<p style="font-family:{families};font-size:11pt;line-height:135%;'
            f'color:{colors.text}">{"".join(parts)}</p>'
        )

    def _arrange(self) -> None:
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        column.setSpacing(GAP)
        column.addWidget(self.state)
        column.addLayout(self.facts)
        column.addSpacing(GAP)
        column.addWidget(make_label(self.tr("原文"), "sectionTitle"))
        column.addWidget(self.original, 1)
        column.addWidget(self._legend)
        buttons = QHBoxLayout()
        buttons.addWidget(self.restore_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._stack.addWidget(self._none)
        self._stack.addWidget(card)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _on_restore(self) -> None:
        if self._block is not None:
            self.restore_requested.emit(self._block.id)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def differences_from_source(
    block: DraftBlock | None, gazetteer: Gazetteer
) -> tuple[InlineSpan, ...]:
    """Return how the wording of a block differs from that of its source."""
    if block is None or block.provenance is None or block.text == block.provenance.text:
        return ()
    source = block.provenance
    return compare_texts(source.text, block.text, gazetteer.with_names(source.place))

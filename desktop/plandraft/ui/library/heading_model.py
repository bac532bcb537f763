"""The outline of a document with a mark at headings that may be none."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt

from plandraft.core.model.document import Document
from plandraft.core.text.doubts import HeadingDoubt, doubtful_headings
from plandraft.core.text.outline import sections_of
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.outline_model import SECTION_ROLE, Index, OutlineModel


class HeadingModel(OutlineModel):
    """Show the sections of a document; the tip of a doubtful heading says why it is."""

    def __init__(self, icons: IconSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._document: Document | None = None
        self._doubts: Mapping[int, tuple[HeadingDoubt, ...]] = {}

    @property
    def doubtful(self) -> int:
        """Return how many headings are doubtful."""
        return len(self._doubts)

    def set_document(self, document: Document | None) -> None:
        """Show the sections of a document, or nothing."""
        self._document = document
        self._doubts = doubtful_headings(document) if document else {}
        self.set_sections(sections_of(document) if document else ())

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what an outline shows, with mark and reason for doubtful headings."""
        section = super().data(index, SECTION_ROLE)
        doubts = self._doubts.get(section.heading) if section is not None else None  # type: ignore[attr-defined]
        if doubts is None:
            return super().data(index, role)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons.icon("help", "warning_text")
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return f"{super().data(index, role) or ''}\n{self._reason(doubts)}".strip()
        return super().data(index, role)

    def _reason(self, doubts: tuple[HeadingDoubt, ...]) -> str:
        texts = {
            HeadingDoubt.NO_NUMBER: self.tr("没有编号，只凭措辞判断"),
            HeadingDoubt.OUT_OF_SEQUENCE: self.tr("编号与前一个不衔接"),
            HeadingDoubt.ALONE: self.tr("后面没有下一个编号"),
            HeadingDoubt.RUN_IN: self.tr("原文没有分段，编号夹在句中"),
        }
        reasons = "；".join(texts[doubt] for doubt in doubts)
        return self.tr("不一定是标题：{reasons}。点右键可以改。").format(reasons=reasons)

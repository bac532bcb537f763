"""What the page says about the place under the resting mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QToolTip

from plandraft.ui.compare.compare_stage import CompareStage
from plandraft.ui.compare.explain import explain_entry, explain_mark
from plandraft.ui.compare.menu_request import MenuRequest
from plandraft.ui.compare.text_pane import TextPane
from plandraft.ui.models.entries import PairView


class PageTips(QObject):
    """Explain differences, passages and ribbons of a stage."""

    def __init__(self, stage: CompareStage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._view: PairView | None = None
        stage.gutter.joint_hovered.connect(self._on_joint_hovered)
        for pane in (stage.left, stage.right):
            pane.hovered.connect(lambda at, pane=pane: self._on_hovered(pane, at))

    def set_view(self, view: PairView | None) -> None:
        """Explain this pair from now on."""
        self._view = view

    def _on_hovered(self, pane: TextPane, request: MenuRequest) -> None:
        view, offset = self._view, request.offset
        entries = pane.entries_at(offset) if offset is not None else ()
        if view is None or offset is None:
            QToolTip.hideText()
            return
        stock = pane.stock_at(offset)
        if not entries:
            QToolTip.showText(request.position, stock, pane)
            return
        mark = pane.mark_at(offset)
        if mark is not None:
            text = explain_mark(mark, view.comparison, left=pane is self._stage.left)
        else:
            text = explain_entry(view.entries[entries[0]], len(entries) - 1)
        if stock:
            text = f"{text}<br>{stock}"
        QToolTip.showText(request.position, text, pane)

    def _on_joint_hovered(self, entry: int, position: QPoint) -> None:
        if self._view is not None:
            text = explain_entry(self._view.entries[entry], 0)
            QToolTip.showText(position, text, self._stage.gutter)

"""Panels beside the middle of a page: they fold away where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSignalBlocker
from PySide6.QtWidgets import QToolButton, QWidget


@dataclass(eq=False, slots=True)
class SidePanel:
    """Hold a panel, its checkable button, and how wide (pixels) the page must be to show it.

    `wanted` is what the user said, None as long as the width decides.
    """

    widget: QWidget
    button: QToolButton
    room: int
    wanted: bool | None = None


class SidePanels(QObject):
    """Show each panel when the page has room for it; what the user asks for goes first."""

    def __init__(self, page: QWidget, panels: Sequence[SidePanel]) -> None:
        super().__init__(page)
        self._page = page
        self._panels = tuple(panels)
        for panel in self._panels:
            panel.button.setCheckable(True)
            panel.button.setChecked(True)
            panel.button.toggled.connect(lambda on, panel=panel: self._on_toggled(panel, on))
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold and unfold with the width of the page."""
        if watched is self._page and event.type() == QEvent.Type.Resize:
            for panel in self._panels:
                self._fit(panel)
        return super().eventFilter(watched, event)

    def want(self, widget: QWidget) -> None:
        """Show the panel `widget` whatever the width; the user has asked for what is in it."""
        for panel in self._panels:
            if panel.widget is widget and not panel.button.isChecked():
                panel.button.setChecked(True)

    def _fit(self, panel: SidePanel) -> None:
        roomy = self._page.width() >= panel.room
        if roomy and panel.wanted:
            # Asked for in a narrow window; in a wide one it is nothing special any more.
            panel.wanted = None
        shown = roomy if panel.wanted is None else panel.wanted
        blocker = QSignalBlocker(panel.button)
        panel.button.setChecked(shown)
        blocker.unblock()
        panel.widget.setVisible(shown)

    @staticmethod
    def _on_toggled(panel: SidePanel, shown: bool) -> None:
        panel.wanted = shown
        panel.widget.setVisible(shown)

"""The choice how large pages are shown, beside their view and by keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget

from plandraft.ui.preview.fit import Fit
from plandraft.ui.preview.page_view import PageView

_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_STEP = 1.1
_LETTERS = 6
_KEYS = (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0))


class PagesBox(QComboBox):
    """Offer a choice about pages; after it the keyboard pages through them again."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self._pages = pages

    def hidePopup(self) -> None:
        """Give the focus back, so that no key changes the choice any more."""
        open_before = self.view().isVisible()
        super().hidePopup()
        if open_before:
            self._pages.setFocus()


class ZoomChooser(PagesBox):
    """Offer what the size of pages can follow and some zooms; show what it is now."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self.setAccessibleName(self.tr("缩放"))
        self.addItem(self.tr("适合宽度"), Fit.WIDTH)
        self.addItem(self.tr("整页"), Fit.PAGE)
        for zoom in _ZOOMS:
            self.addItem(f"{zoom:.0%}", zoom)
        self.setMinimumContentsLength(_LETTERS)
        self.activated.connect(lambda _index: self._on_chosen())
        view.zoom_changed.connect(lambda _zoom: self._show_zoom())

    def step(self, steps: int) -> None:
        """Show pages larger by so many steps, smaller by less than 0; 0 fits their width."""
        if steps:
            self._view.set_zoom(self._view.zoom * _STEP**steps)
        else:
            self._view.set_fit(Fit.WIDTH)

    def add_keys(self, area: QWidget) -> None:
        """Let the usual keys zoom wherever the focus is inside `area`."""
        for keys, steps in _KEYS:
            shortcut = QShortcut(QKeySequence(keys), area)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.step, steps))

    def _on_chosen(self) -> None:
        chosen = self.currentData()
        if isinstance(chosen, Fit):
            self._view.set_fit(chosen)
        else:
            self._view.set_zoom(float(chosen))
        self._show_zoom()

    def _show_zoom(self) -> None:
        """Show what the size of pages follows, or how large they are."""
        fit = self._view.fit
        at = self.findData(self._view.zoom if fit is Fit.FREE else fit)
        self.setCurrentIndex(at)
        self.setPlaceholderText("" if at >= 0 else f"{self._view.zoom:.0%}")

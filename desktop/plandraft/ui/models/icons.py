"""The set of icons: drawn with one weight, coloured by the theme."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol
from weakref import WeakKeyDictionary

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import isValid

from plandraft.ui.models.palette import Palette

# What tool buttons and the rail ask for at 100, 150 and 200 %; each costs time at the start.
_SIZES = (20, 24, 30, 40, 48)
# Qt paints a disabled icon paler than this where it does so itself, too pale for thin lines.
_DISABLED_OPACITY = 0.4
_ON_ACCENT = "accent_text"


class TakesIcon(Protocol):
    """Stand for an action or a button."""

    def setIcon(self, icon: QIcon) -> None:
        """Show `icon`."""


class IconSet:
    """Make icons from the SVG files in `folder` and recolour them when the theme changes."""

    def __init__(self, folder: Path, palette: Palette) -> None:
        self._folder = folder
        self._palette = palette
        self._made: dict[tuple[str, str, str], QIcon] = {}
        self._takers: WeakKeyDictionary[TakesIcon, tuple[str, str]] = WeakKeyDictionary()

    def icon(self, name: str, role: str = "text") -> QIcon:
        """Return the icon `name` in the colour of a palette role; KeyError for an unknown one."""
        color = getattr(self._palette, role)
        # A button in the accent is grey when it is disabled, where pale would not be seen.
        disabled = self._palette.muted if role == _ON_ACCENT else ""
        key = (name, color, disabled)
        if key not in self._made:
            self._made[key] = self._make(*key)
        return self._made[key]

    def assign(self, taker: TakesIcon, name: str, role: str = "text") -> None:
        """Give an action or button an icon now and after every change of the theme."""
        taker.setIcon(self.icon(name, role))
        self._takers[taker] = (name, role)

    def apply_palette(self, palette: Palette) -> None:
        """Recolour what `assign` gave out."""
        self._palette = palette
        for taker, (name, role) in list(self._takers.items()):
            # A button of a window that was made anew may outlive it in Python.
            if isValid(taker):
                taker.setIcon(self.icon(name, role))

    def pixmap(self, name: str, size: int, ratio: float, role: str = "text") -> QPixmap:
        """Return the icon as a picture of `size` logical pixels at the density `ratio`."""
        color = getattr(self._palette, role)
        picture = _render(self._svg(name, color), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        return picture

    def _make(self, name: str, color: str, disabled: str) -> QIcon:
        svg = self._svg(name, color)
        icon = QIcon()
        for size in _SIZES:
            picture = _render(svg, size)
            off = _render(self._svg(name, disabled), size) if disabled else _fade(picture)
            icon.addPixmap(picture, QIcon.Mode.Normal)
            icon.addPixmap(off, QIcon.Mode.Disabled)
        return icon

    def _svg(self, name: str, color: str) -> bytes:
        try:
            drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise KeyError(name) from error
        return drawing.replace("currentColor", color).encode()


def _render(svg: bytes, size: int) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _fade(picture: QPixmap) -> QPixmap:
    faded = QPixmap(picture.size())
    faded.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(faded)
    painter.setOpacity(_DISABLED_OPACITY)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return faded

"""Light and dark: the palette of the application and its small style sheet."""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from plandraft.ui.models.palette import DARK, INTERFACE_FAMILIES, LIGHT, Palette, tint

INTERFACE_POINTS = 9.0


def choose_palette(theme: str) -> Palette:
    """Return the palette for the setting `theme`: "light", "dark" or "system"."""
    if theme == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme == "dark" else LIGHT


def apply_theme(app: QApplication, palette: Palette, resources: Path) -> None:
    """Give the whole application style, fonts and colours."""
    if app.style().objectName().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    font = QFont()
    font.setFamilies(list(INTERFACE_FAMILIES))
    font.setPointSizeF(INTERFACE_POINTS)
    app.setFont(font)
    app.setPalette(make_palette(palette))
    app.setStyleSheet(make_sheet(palette, resources))


def make_palette(colors: Palette) -> QPalette:
    """Return the colour roles as Qt knows them."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, color in (
        (role.Window, colors.window),
        (role.WindowText, colors.text),
        (role.Base, colors.page),
        (role.AlternateBase, colors.window),
        (role.Text, colors.text),
        (role.PlaceholderText, colors.muted),
        (role.Button, colors.raised),
        (role.ButtonText, colors.text),
        (role.BrightText, colors.accent_text),
        (role.Highlight, colors.selection),
        (role.HighlightedText, colors.text),
        (role.Link, colors.accent),
        (role.LinkVisited, colors.accent),
        (role.ToolTipBase, colors.raised),
        (role.ToolTipText, colors.text),
        (role.Light, colors.raised),
        (role.Midlight, colors.line),
        (role.Mid, colors.line),
        (role.Dark, colors.muted),
        (role.Shadow, colors.line),
        (role.Accent, colors.accent),
    ):
        palette.setColor(target, QColor(color))
    faint = QColor(_faint(colors))
    for target in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, faint)
    return palette


def make_sheet(colors: Palette, resources: Path) -> str:
    """Return the style sheet with the colours of a theme in it."""
    template = (resources / "themes" / "window.qss").read_text(encoding="utf-8")
    mixed = {
        "hover": tint(colors.text, 0.07, colors.window),
        "hair": tint(colors.line, 0.6, colors.page),
        "grip": tint(colors.muted, 0.45, colors.window),
        "desk": tint(colors.text, 0.05, colors.window),
        "faint": _faint(colors),
        "accent_hover": tint(colors.text, 0.15, colors.accent),
        "down_icon": _arrow("down", colors, resources),
        "up_icon": _arrow("up", colors, resources),
        "check_icon": _arrow("check", colors, resources),
        "clear_icon": _arrow("close", colors, resources),
    }
    roles = {name: getattr(colors, name) for name in Palette.__slots__}
    return Template(template).substitute(roles, **mixed)


def _faint(colors: Palette) -> str:
    return tint(colors.muted, 0.55, colors.window)


def _arrow(way: str, colors: Palette, resources: Path) -> str:
    """Return the arrow or sign of a field; style sheets take pictures from files only."""
    theme = "dark" if colors.dark else "light"
    return (resources / "themes" / f"arrow_{way}_{theme}.svg").as_posix()

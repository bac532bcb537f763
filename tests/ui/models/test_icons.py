"""Icons can be seen on what they stand on, and follow the theme on whatever still stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import DARK, LIGHT, Palette

SIZE = QSize(24, 24)


def strongest(icon: QIcon, mode: QIcon.Mode) -> QColor:
    """Return the most opaque colour of an icon."""
    picture = icon.pixmap(SIZE, 1.0, mode).toImage()
    colors = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    return max(colors, key=lambda color: color.alpha())


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_button_in_the_accent_has_a_grey_icon_when_it_is_disabled(
    qapp: QApplication, repository: Path, palette: Palette
) -> None:
    icon = IconSet(repository / "resources" / "icons", palette).icon("print", "accent_text")
    assert strongest(icon, QIcon.Mode.Normal).name() == palette.accent_text
    assert strongest(icon, QIcon.Mode.Disabled).name() == palette.muted


def test_other_icons_are_paler_when_they_are_disabled(qapp: QApplication, repository: Path) -> None:
    icon = IconSet(repository / "resources" / "icons", LIGHT).icon("print")
    usual, off = (strongest(icon, mode) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert usual.name() == LIGHT.text
    assert 0 < off.alpha() < usual.alpha() / 2


def test_icons_follow_the_theme(qapp: QApplication, repository: Path) -> None:
    icons = IconSet(repository / "resources" / "icons", LIGHT)
    button = QToolButton()
    icons.assign(button, "save")
    icons.apply_palette(DARK)
    assert strongest(button.icon(), QIcon.Mode.Normal).name() == DARK.text


def test_a_name_that_is_not_there_is_an_error(qapp: QApplication, repository: Path) -> None:
    with pytest.raises(KeyError, match="没有"):
        IconSet(repository / "resources" / "icons", LIGHT).icon("没有")


def test_a_button_that_is_gone_takes_no_icon(qtbot: QtBot, repository: Path) -> None:
    icons = IconSet(repository / "resources" / "icons", LIGHT)
    gone, left = QPushButton(), QPushButton()
    qtbot.addWidget(left)
    for button in (gone, left):
        icons.assign(button, "search")
    before = left.icon().cacheKey()
    shiboken6.delete(gone)
    icons.apply_palette(DARK)
    assert left.icon().cacheKey() != before

"""The choices of what a line is: a heading of some level, or text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from plandraft.core.model.document import BlockKind, Document

translate = QCoreApplication.translate


def fill_heading_menu(
    menu: QMenu, document: Document, block: int, choose: Callable[[int, int | None], object]
) -> None:
    """Fill `menu`; `choose` gets the block and 1…4 for a heading, 0 for text, None for as read."""
    one = document.blocks[block]
    level = one.level if one.kind is BlockKind.HEADING else 0
    names = (
        translate("HeadingMenu", "一级标题"),
        translate("HeadingMenu", "二级标题"),
        translate("HeadingMenu", "三级标题"),
        translate("HeadingMenu", "四级标题"),
        translate("HeadingMenu", "是正文，不是标题"),
    )
    for name, choice in zip(names, (1, 2, 3, 4, 0), strict=True):
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(level == choice)
        action.triggered.connect(lambda _on=False, choice=choice: choose(block, choice))
    menu.addSeparator()
    back = menu.addAction(translate("HeadingMenu", "恢复自动识别"))
    back.triggered.connect(lambda _on=False: choose(block, None))

"""What can be done with the chosen documents, where they stand in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from plandraft.services.library import DocumentRecord
from plandraft.ui.library.other_menu import fill_other_menu

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DocumentWishes:
    """Hold what is called for each entry; all but `compare_with` act on what is chosen."""

    compare: Callable[[], None]
    edit: Callable[[], None]
    remove: Callable[[], None]
    read: Callable[[], None]
    open: Callable[[], None]
    compare_with: Callable[[DocumentRecord], None]


def make_document_menu(
    parent: QWidget,
    chosen: Sequence[DocumentRecord],
    others: Sequence[DocumentRecord],
    wishes: DocumentWishes,
) -> QMenu:
    """Build the menu of the documents `chosen`, at least one; `others` can be compared with it."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if len(chosen) > 1:
        both = translate("DocumentMenu", "比对这两份")
        together = translate("DocumentMenu", "一起比对")
        menu.addAction(both if len(chosen) == 2 else together, wishes.compare)
        menu.addAction(translate("DocumentMenu", "修改文种、规划期…"), wishes.edit)
    else:
        menu.addAction(translate("DocumentMenu", "阅读全文"), wishes.read)
        if others:
            more = menu.addMenu(translate("DocumentMenu", "与另一份比对"))
            fill_other_menu(more, chosen[0], others, wishes.compare_with)
        menu.addAction(translate("DocumentMenu", "修改信息…"), wishes.edit)
        menu.addAction(translate("DocumentMenu", "打开原文件"), wishes.open)
    menu.addSeparator()
    menu.addAction(translate("DocumentMenu", "移除（可撤销）"), wishes.remove)
    return menu

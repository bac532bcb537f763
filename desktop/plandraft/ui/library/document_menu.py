"""What can be done with the chosen documents, where they stand in the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from plandraft.services.library import DocumentRecord
from plandraft.ui.library.other_menu import fill_other_menu
from plandraft.ui.models.picks import CompareChoice

if TYPE_CHECKING:
    from plandraft.ui.library.library_page import LibraryPage

translate = QCoreApplication.translate


def make_document_menu(page: LibraryPage, chosen: Sequence[DocumentRecord]) -> QMenu:
    """Build the menu of the documents `chosen` on `page`, which are at least one."""
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if len(chosen) > 1:
        pair = len(chosen) == 2
        both, all_of_them = (
            translate("DocumentMenu", "比对这两份"),
            translate("DocumentMenu", "一起比对"),
        )
        menu.addAction(both if pair else all_of_them, page.request_compare)
        menu.addAction(translate("DocumentMenu", "修改文种、规划期…"), page.request_edit)
    else:
        _fill_for_one(menu, page, chosen[0])
    menu.addSeparator()
    menu.addAction(translate("DocumentMenu", "移除（可撤销）"), page.request_remove)
    return menu


def _fill_for_one(menu: QMenu, page: LibraryPage, record: DocumentRecord) -> None:
    def compare(other: DocumentRecord) -> None:
        page.compare_requested.emit(CompareChoice(record.id, other.id))

    menu.addAction(translate("DocumentMenu", "阅读全文"), page.request_reading)
    others = [one for one in page.model.records if one.id != record.id]
    if others:
        fill_other_menu(
            menu.addMenu(translate("DocumentMenu", "与另一份比对")), record, others, compare
        )
    menu.addAction(translate("DocumentMenu", "修改信息…"), page.request_edit)
    menu.addAction(
        translate("DocumentMenu", "打开原文件"),
        partial(page.open_requested.emit, Path(record.path)),
    )

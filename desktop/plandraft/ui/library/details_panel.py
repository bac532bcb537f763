"""The panel at the right of the library: what is in the chosen document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.model.document import BlockKind, Document, Section, WarningCode
from plandraft.core.text.outline import sections_of
from plandraft.services.details import DetailField
from plandraft.services.library import DocumentRecord
from plandraft.ui.library.heading_menu import fill_heading_menu
from plandraft.ui.library.heading_model import HeadingModel
from plandraft.ui.library.other_menu import fill_other_menu
from plandraft.ui.library.repair_dialog import REPORTED
from plandraft.ui.models.detail_texts import field_name, level_name, value_name
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.library_model import format_name
from plandraft.ui.models.outline_model import SECTION_ROLE
from plandraft.ui.models.picks import CompareChoice
from plandraft.ui.models.warning_texts import warning_text
from plandraft.ui.models.widgets import (
    GAP,
    GROUP_GAP,
    ICON_SIZE,
    ToolButton,
    make_button,
    make_label,
    make_tool_button,
)

# Enough to recognise a plan by.
FIRST_PARAGRAPHS = 3
LONGEST_EXCERPT = 160
_OUTLINE_HEIGHT = 220
_UNBROKEN = re.compile(r"[!-~]{12}")
_SHOWN_FIELDS = tuple(
    field for field in DetailField if field not in {DetailField.TITLE, DetailField.LEVEL}
)
_ALWAYS_SHOWN = frozenset({DetailField.PLACE, DetailField.PERIOD})
_DAMAGE = frozenset({WarningCode.SHIFTED_BYTES, *REPORTED})


class DetailsPanel(QWidget):
    """Show the record at once and the rest when the document has been read."""

    compare_requested = Signal(object)
    open_requested = Signal(object)
    remove_requested = Signal(object)
    edit_requested = Signal(object)
    repair_requested = Signal(int)
    read_requested = Signal(int, object)
    heading_chosen = Signal(int, int, object)

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self._record: DocumentRecord | None = None
        self._others: Sequence[DocumentRecord] = ()
        self.title = make_label(role="detailsTitle", wrap=True)
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(GROUP_GAP)
        self.facts.setVerticalSpacing(GAP // 2)
        self.facts.setColumnStretch(1, 1)
        self.warnings = QVBoxLayout()
        self.warnings.setSpacing(GAP // 2)
        self.excerpt = make_label(role="excerpt", wrap=True)
        self.excerpt.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._document: Document | None = None
        self.outline_model = HeadingModel(icons, self)
        self.outline = QTreeView()
        self.outline.setModel(self.outline_model)
        self.outline.setHeaderHidden(True)
        self.outline.setFixedHeight(_OUTLINE_HEIGHT)
        self.outline.setAccessibleName(self.tr("目录"))
        self.outline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.outline.customContextMenuRequested.connect(self._on_outline_menu)
        self.outline.activated.connect(self._on_outline)
        self.doubts = make_label(role="muted", wrap=True)
        self.outline_title = make_label(self.tr("目录"), "sectionTitle")
        self.excerpt_title = make_label(self.tr("开头"), "sectionTitle")
        self.warnings_title = make_label(self.tr("读取提示"), "sectionTitle")
        self._icons = icons
        self.repair_button = make_button(icons, "restore", "", self._on_repair)
        self.read_button = make_button(icons, "outline", self.tr("阅读全文"), self._on_read)
        self.edit_button = make_button(icons, "draft", self.tr("修改信息…"), self._on_edit)
        self._arrange(self._make_actions())

    @property
    def record(self) -> DocumentRecord | None:
        """Return the record that is shown."""
        return self._record

    def show_record(self, record: DocumentRecord, others: Sequence[DocumentRecord]) -> None:
        """Show what the list knows; `others` can be compared with it."""
        self._record, self._others = record, others
        self.title.setText(breakable(record.title) or self.tr("（无标题）"))
        self._show_facts(record)
        self._show_warnings(record)
        self.compare_button.setEnabled(bool(others))
        self._document = None
        self._show_contents((), "")
        self.outline_model.set_document(None)

    def show_document(self, document: Document) -> None:
        """Show outline and first paragraphs of the document of the record."""
        paragraphs = [
            document.block_text(block)
            for block in document.blocks
            if block.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        ]
        self._document = document
        excerpt = "\n".join(f"　　{_cut(text)}" for text in paragraphs[:FIRST_PARAGRAPHS])
        self.outline_model.set_document(document)
        self.outline.expandToDepth(0)
        self._show_contents(sections_of(document), excerpt)
        self._show_doubts()

    def _show_contents(self, sections: Sequence[object], excerpt: str) -> None:
        self.outline.setVisible(bool(sections))
        self.outline_title.setVisible(bool(sections))
        self.doubts.hide()
        self.excerpt.setText(excerpt)
        self.excerpt_title.setVisible(bool(excerpt))

    def _show_facts(self, record: DocumentRecord) -> None:
        _clear(self.facts)
        characters = self.tr("{count} 字").format(count=QLocale().toString(record.characters))
        added = record.added_at.astimezone().strftime("%Y-%m-%d %H:%M")
        details = tuple(
            (field_name(field), self._value(record, field))
            for field in _SHOWN_FIELDS
            if field in _ALWAYS_SHOWN or getattr(record, field.value)
        )
        file = self.tr("文件")
        facts = (
            *details,
            (self.tr("篇幅"), characters),
            (self.tr("格式"), format_name(record.format)),
            (self.tr("加入"), added),
            (file, Path(record.path).name),
        )
        for row, (name, value) in enumerate(facts):
            label = make_label(breakable(value) if name == file else value, wrap=True)
            label.setToolTip(record.path if name == file else "")
            self.facts.addWidget(make_label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            self.facts.addWidget(label, row, 1)

    def _value(self, record: DocumentRecord, field: DetailField) -> str:
        value = value_name(field, str(getattr(record, field.value))) or "—"
        if field is DetailField.PLACE and record.level:
            value = f"{value}（{level_name(record.level)}）"
        if field.value in record.edited:
            return self.tr("{value} · 已改").format(value=value)
        return value

    def _show_doubts(self) -> None:
        count = self.outline_model.doubtful
        text = self.tr("有 {count} 个标题拿不准（标问号），右键可改。")
        self.doubts.setText(text.format(count=count))
        self.doubts.setVisible(bool(count))

    def _show_warnings(self, record: DocumentRecord) -> None:
        _clear(self.warnings)
        self.warnings_title.setVisible(bool(record.warnings) or bool(record.repairs))
        self._show_repair_button(record)
        for warning in record.warnings:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(GAP)
            mark = QLabel()
            ratio = self.devicePixelRatioF()
            mark.setPixmap(self._icons.pixmap("warning", 16, ratio, "warning_text"))
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(make_label(warning_text(warning), wrap=True), 1)
            self.warnings.addWidget(row)

    def _show_repair_button(self, record: DocumentRecord) -> None:
        codes = {warning.code for warning in record.warnings}
        if record.repairs:
            text = self.tr("已修复 {count} 处，查看或改回…").format(count=record.repairs)
        elif WarningCode.SHIFTED_BYTES in codes:
            text = self.tr("查看修复建议…")
        else:
            text = self.tr("查看问题所在…")
        self.repair_button.setText(text)
        self.repair_button.setVisible(bool(record.repairs or codes & _DAMAGE))

    def _make_actions(self) -> QHBoxLayout:
        self.compare_button = ToolButton()
        self.compare_button.setObjectName("outlined")
        self.compare_button.setText(self.tr("与另一份比对"))
        self.compare_button.setToolTip(self.tr("选另一份文档，与本文并排比对"))
        self.compare_button.setIconSize(ICON_SIZE)
        self.compare_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.compare_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._icons.assign(self.compare_button, "compare")
        menu = QMenu(self.compare_button)
        menu.aboutToShow.connect(lambda: self._fill_menu(menu))
        self.compare_button.setMenu(menu)
        self.open_button = make_button(self._icons, "file", self.tr("打开原文件"), self._on_open)
        self.remove_button = make_tool_button(
            self._icons, "remove", "", self._on_remove, tip=self.tr("从资料库移除（可撤销）")
        )
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.compare_button)
        row.addWidget(self.open_button)
        row.addStretch()
        row.addWidget(self.remove_button)
        return row

    def _arrange(self, actions: QHBoxLayout) -> None:
        inside = QWidget()
        inside.setObjectName("detailsInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addSpacing(GAP // 2)
        column.addLayout(actions)
        column.addSpacing(GAP)
        column.addLayout(self.facts)
        column.addLayout(_left(self.edit_button, self.read_button))
        column.addSpacing(GAP)
        column.addWidget(self.warnings_title)
        column.addLayout(self.warnings)
        column.addLayout(_left(self.repair_button))
        column.addSpacing(GAP)
        column.addWidget(self.excerpt_title)
        column.addWidget(self.excerpt)
        column.addSpacing(GAP)
        column.addWidget(self.outline_title)
        column.addWidget(self.doubts)
        column.addWidget(self.outline)
        column.addStretch()
        area = QScrollArea()
        area.setObjectName("detailsArea")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _fill_menu(self, menu: QMenu) -> None:
        if self._record is not None:
            fill_other_menu(menu, self._record, self._others, self._compare_with)

    def _compare_with(self, other: DocumentRecord) -> None:
        if self._record is not None:
            self.compare_requested.emit(CompareChoice(self._record.id, other.id))

    def _on_open(self) -> None:
        if self._record is not None:
            self.open_requested.emit(Path(self._record.path))

    def _on_edit(self) -> None:
        if self._record is not None:
            self.edit_requested.emit((self._record.id,))

    def _on_repair(self) -> None:
        if self._record is not None:
            self.repair_requested.emit(self._record.id)

    def _on_read(self) -> None:
        if self._record is not None:
            self.read_requested.emit(self._record.id, None)

    def _on_outline(self, index: QModelIndex) -> None:
        section = index.data(SECTION_ROLE)
        if isinstance(section, Section) and self._record and self._document:
            span = self._document.blocks[section.heading].span
            self.read_requested.emit(self._record.id, span)

    def _on_outline_menu(self, place: QPoint) -> None:
        section = self.outline.indexAt(place).data(SECTION_ROLE)
        if isinstance(section, Section) and self._record and self._document:
            identity = self._record.id
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill_heading_menu(
                menu,
                self._document,
                section.heading,
                lambda block, level: self.heading_chosen.emit(identity, block, level),
            )
            menu.popup(self.outline.viewport().mapToGlobal(place))

    def _on_remove(self) -> None:
        if self._record is not None:
            self.remove_requested.emit((self._record.id,))


def _left(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row


def breakable(name: str) -> str:
    """Return a name whose long runs of Latin letters may be broken: they have no blanks."""
    return _UNBROKEN.sub("\\g<0>\u200b", name)


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST_EXCERPT else flat[:LONGEST_EXCERPT] + "…"


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            # Deleting comes later; until then it must not be seen on top of the new ones.
            widget.hide()
            widget.deleteLater()

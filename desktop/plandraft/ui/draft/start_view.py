"""Before a draft is open: go on with one, or begin another from a template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.draft.template import DraftTemplate
from plandraft.services.drafting import DraftRecord
from plandraft.ui.draft.slot_form import SlotForm
from plandraft.ui.models.empty_state import EmptyState
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.widgets import (
    GAP,
    GROUP_GAP,
    make_button,
    make_label,
    make_primary_button,
    make_scroll_area,
)

_ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_NARROWEST_FORM, _WIDEST_FORM = 320, 460


@dataclass(frozen=True, slots=True)
class NewDraftRequest:
    """Hold the wish for a new draft; `slots` are those that were filled in."""

    template_id: str
    slots: tuple[tuple[str, str], ...]


class StartView(QWidget):
    """Show the drafts and the form for a new one."""

    create_requested = Signal(object)
    open_requested = Signal(int)
    open_file_requested = Signal()
    remove_requested = Signal(int)

    def __init__(self, icons: IconSet) -> None:
        super().__init__()
        self._templates: Sequence[DraftTemplate] = ()
        self.drafts = _DraftList()
        self.drafts.setAccessibleName(self.tr("草稿"))
        self.no_drafts = EmptyState(
            icons,
            "draft",
            self.tr("从模板开始一份新规划"),
            self.tr(
                "在右边选好模板、填好要素，就得到带章节、提示和标准说法的草稿。"
                "写作时可以从比对页和资料库插入段落，每一段都记得出处；写的内容自动保存。"
            ),
        )
        self._list_stack = QStackedWidget()
        self.template = QComboBox()
        self.template.setAccessibleName(self.tr("模板"))
        self.description = make_label(role="muted", wrap=True)
        self.form = SlotForm()
        self.missing = make_label(role="muted", wrap=True)
        self.create_button = make_primary_button(icons, "new", self.tr("开始起草"), self._on_create)
        self.open_file_button = make_button(
            icons, "open", self.tr("打开草稿文件…"), self.open_file_requested.emit
        )
        self._arrange()
        self.template.currentIndexChanged.connect(self._show_template)
        self.form.changed.connect(self._show_missing)
        self.form.confirmed.connect(self.create_button.click)
        self.drafts.itemActivated.connect(self._on_draft_activated)
        self.drafts.remove_requested.connect(self.remove_requested)
        self._show_missing()

    def show_templates(self, templates: Sequence[DraftTemplate]) -> None:
        """Offer these templates."""
        self._templates = tuple(templates)
        self.template.clear()
        for template in templates:
            self.template.addItem(template.name, template.id)
        self._show_template()

    def show_drafts(self, records: Sequence[DraftRecord], titles: Sequence[str]) -> None:
        """Offer these drafts, the last one first; `titles` are as the user should read them."""
        self.drafts.clear()
        for record, title in zip(records, titles, strict=True):
            moment = record.updated_at.astimezone().strftime("%Y-%m-%d %H:%M")
            item = QListWidgetItem(f"{title}\n{moment}")
            item.setData(_ID_ROLE, record.id)
            item.setToolTip(title)
            self.drafts.addItem(item)
        self._list_stack.setCurrentIndex(0 if records else 1)
        self._list_title.setVisible(bool(records))

    def take_focus(self) -> None:
        """Put the keyboard on the list of drafts, or on the form where there is none."""
        if self.drafts.count():
            self.drafts.setFocus()
            if self.drafts.currentRow() < 0:
                self.drafts.setCurrentRow(0)
        else:
            self.form.focus_first()

    def apply_palette(self, palette: Palette) -> None:
        """Redraw what has colours of its own."""
        self.no_drafts.apply_palette(palette)

    def _show_template(self) -> None:
        index = self.template.currentIndex()
        template = self._templates[index] if 0 <= index < len(self._templates) else None
        self.description.setText(template.description if template else "")
        slots = template.slots if template else ()
        self.form.show_slots(slots, {slot.name: slot.default for slot in slots})
        self._show_missing()

    def _show_missing(self) -> None:
        missing = self.form.missing()
        self.create_button.setEnabled(not missing and bool(self._templates))
        text = self.tr("还要填：{names}") if missing else self.tr("其余各项可以以后再填。")
        text = text.format(names="、".join(missing))
        self.missing.setText(text if self._templates else "")

    def _on_create(self) -> None:
        template = self._templates[self.template.currentIndex()]
        slots = tuple((name, value) for name, value in self.form.values().items())
        self.create_requested.emit(NewDraftRequest(template.id, slots))

    def _on_draft_activated(self, item: QListWidgetItem) -> None:
        self.open_requested.emit(item.data(_ID_ROLE))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(24)
        row.addWidget(self._make_list(), 1)
        row.addWidget(self._make_form(), 1)

    def _make_list(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._list_stack.addWidget(self.drafts)
        self._list_stack.addWidget(self.no_drafts)
        self._list_title = make_label(self.tr("继续写"), "emptyTitle")
        column.addWidget(self._list_title)
        column.addWidget(self._list_stack, 1)
        column.addWidget(self.open_file_button, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def _make_form(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("cards")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(GAP)
        column.addWidget(make_label(self.tr("新建草稿"), "emptyTitle"))
        column.addSpacing(GAP)
        column.addWidget(make_label(self.tr("模板"), "sectionTitle"))
        column.addWidget(self.template)
        column.addWidget(self.description)
        column.addSpacing(GROUP_GAP)
        column.addWidget(make_label(self.tr("要素"), "sectionTitle"))
        column.addWidget(self.form)
        column.addStretch()
        area = make_scroll_area(inside, "newDraftArea")
        card = QFrame()
        card.setObjectName("newDraft")
        card.setMinimumWidth(_NARROWEST_FORM)
        card.setMaximumWidth(_WIDEST_FORM)
        outer = QVBoxLayout(card)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addLayout(self._make_foot())
        return card

    def _make_foot(self) -> QHBoxLayout:
        """Return the row that stays in sight however long the form is."""
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.setSpacing(GROUP_GAP)
        foot.addWidget(self.create_button)
        foot.addWidget(self.missing, 1)
        return foot


class _DraftList(QListWidget):
    """Show drafts; Delete and the context menu remove one."""

    remove_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("draftList")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: object) -> None:
        """Remove with Delete."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:  # type: ignore[attr-defined]
            self.remove_requested.emit(item.data(_ID_ROLE))
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to open or remove."""
        item = self.itemAt(event.pos())
        if item is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("打开"), lambda: self.itemActivated.emit(item))
        identity = item.data(_ID_ROLE)
        menu.addAction(self.tr("移除（可撤销）"), lambda: self.remove_requested.emit(identity))
        menu.exec(event.globalPos())

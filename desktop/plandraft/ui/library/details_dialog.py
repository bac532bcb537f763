"""Correct what a document says of itself, or kind and period of several at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.text.places import Gazetteer
from plandraft.services.correcting import DocumentFacts
from plandraft.services.details import DetailField, Fact, FieldError
from plandraft.services.library import DocumentRecord
from plandraft.ui.library.detail_editors import FieldEditor, PlaceEditor, labelled
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label

_WIDTH = 620
# What is the same for many documents of one folder.
SHARED_FIELDS = (DetailField.KIND, DetailField.PERIOD)


class DetailsDialog(QDialog):
    """Edit the fields; `saved` carries the changed ones, None for what is set back.

    `place_wanted` carries the span whose words are wanted to be seen in the text.
    """

    saved = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, editors: Sequence[FieldEditor], hint: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("修改信息"))
        self.editors = {one.fact.field: one for one in editors}
        self.buttons = QDialogButtonBox()
        self.save_button = self.buttons.addButton(
            self.tr("保存"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.save_button.setObjectName("primary")
        self.save_button.setDefault(True)
        self.buttons.addButton(self.tr("取消"), QDialogButtonBox.ButtonRole.RejectRole)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GROUP_GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        labelled(editors, grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        column.setSpacing(GROUP_GAP)
        column.addLayout(grid)
        column.addStretch()
        column.addWidget(make_label(hint, "muted", wrap=True))
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)
        for one in editors:
            one.place_wanted.connect(self.place_wanted)
            one.changed.connect(self._grow)
            one.reset.setAutoDefault(False)
            one.source.setAutoDefault(False)
        self.buttons.accepted.connect(self._on_save)
        self.buttons.rejected.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for what was told before."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Make room for lines that came up below a field, once the layout knows of them."""
        QTimer.singleShot(0, self, self._take_room)

    def _take_room(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        needed = layout.totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _on_save(self) -> None:
        changes: dict[DetailField, str | None] = {}
        wrong: FieldEditor | None = None
        for one in self.editors.values():
            try:
                change = one.change()
            except FieldError:
                wrong = wrong or one
                continue
            if change is not None:
                changes[change[0]] = change[1]
        if wrong is not None:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._grow()
            return
        if changes:
            self.saved.emit(changes)
        self.accept()


def edit_one(facts: DocumentFacts, gazetteer: Gazetteer, parent: QWidget | None) -> DetailsDialog:
    """Make the dialog of one document."""
    editors: list[FieldEditor] = []
    place: PlaceEditor | None = None
    for fact in facts.facts:
        words = fact.span.slice(facts.document.text) if fact.span else ""
        if fact.field is DetailField.PLACE:
            place = PlaceEditor(fact, gazetteer, words)
            editors.append(place)
        else:
            # The level is told by the name of the place, which shows its words already.
            shown = "" if fact.field is DetailField.LEVEL else words
            editors.append(FieldEditor(fact, shown))
    hint = QCoreApplication.translate(
        "DetailsDialog",
        "“”里是文中的出处，按一下看位置。改过的值在资料库里标有“已改”，按“恢复”回到识别的值。",
    )
    dialog = DetailsDialog(editors, hint, parent)
    if place is not None:
        place.level_found.connect(dialog.editors[DetailField.LEVEL].set_text)
    return dialog


def edit_many(records: Sequence[DocumentRecord], parent: QWidget | None) -> DetailsDialog:
    """Make the dialog of several documents; what is left alone stays as it is in each."""
    editors = []
    for field in SHARED_FIELDS:
        values = {str(getattr(record, field.value)) for record in records}
        value = values.pop() if len(values) == 1 else ""
        editors.append(FieldEditor(Fact(field, value, value, None, edited=False), mixed=True))
    hint = QCoreApplication.translate(
        "DetailsDialog", "同时修改 {count} 份文档；不改动的项目各自保留原值。"
    )
    return DetailsDialog(editors, hint.format(count=len(records)), parent)

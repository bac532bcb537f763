"""The slots of a template as a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from plandraft.core.draft.template import Slot
from plandraft.ui.models.widgets import GAP, GROUP_GAP


class SlotForm(QWidget):
    """Show a field for each slot; `value_edited` carries name and value when one is left.

    `confirmed` tells that Enter was pressed in a field.
    """

    changed = Signal()
    value_edited = Signal(str, str)
    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._slots: Sequence[Slot] = ()
        self.fields: dict[str, QLineEdit] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(GROUP_GAP)
        self._form.setVerticalSpacing(GAP)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def show_slots(self, slots: Sequence[Slot], values: Mapping[str, str]) -> None:
        """Show `slots` filled with `values`; fields that are there already keep the focus."""
        if list(slots) != list(self._slots):
            self._rebuild(slots)
        for name, field in self.fields.items():
            value = values.get(name, "")
            if field.text() != value:
                field.setText(value)

    def focus_first(self) -> None:
        """Put the cursor into the first field that is still empty."""
        empty = (field for field in self.fields.values() if not field.text())
        field = next(empty, next(iter(self.fields.values()), None))
        if field is not None:
            field.setFocus()

    def values(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {name: field.text().strip() for name, field in self.fields.items()}

    def missing(self) -> tuple[str, ...]:
        """Return the names of required slots without a value."""
        values = self.values()
        return tuple(slot.name for slot in self._slots if slot.required and not values[slot.name])

    def _rebuild(self, slots: Sequence[Slot]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self._slots = tuple(slots)
        self.fields = {}
        for slot in slots:
            field = QLineEdit()
            example = self.tr("例：{example}").format(example=slot.example)
            field.setPlaceholderText(example if slot.example else "")
            field.setToolTip(slot.purpose)
            field.setAccessibleName(slot.name)
            field.setAccessibleDescription(slot.purpose)
            field.textChanged.connect(lambda _text: self.changed.emit())
            field.returnPressed.connect(self.confirmed)
            field.editingFinished.connect(
                lambda name=slot.name, field=field: self.value_edited.emit(
                    name, field.text().strip()
                )
            )
            self.fields[slot.name] = field
            self._form.addRow(slot.name + (" *" if slot.required else ""), field)

"""The purposes of an export, each with one sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from plandraft.core.draft.export import Preset
from plandraft.ui.models.widgets import GAP, make_label
from plandraft.ui.preview.export_names import preset_about, preset_name

# As far as the text of a radio button stands from its left edge.
_INDENT = 24


class PurposeList(QWidget):
    """Choose one of the presets; `chosen` carries it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[Preset, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for preset in Preset:
            button = QRadioButton(preset_name(preset))
            button.setAccessibleDescription(preset_about(preset))
            about = make_label(preset_about(preset), "muted", wrap=True)
            about.setContentsMargins(_INDENT, 0, 0, GAP)
            about.setBuddy(button)
            self._group.addButton(button)
            self.buttons[preset] = button
            column.addWidget(button)
            column.addWidget(about)
            button.toggled.connect(lambda on, preset=preset: self._on_toggled(preset, on=on))
        column.addStretch()

    @property
    def preset(self) -> Preset:
        """Return the chosen purpose."""
        return next(
            (preset for preset, button in self.buttons.items() if button.isChecked()),
            Preset.DISCUSSION,
        )

    def choose(self, preset: Preset) -> None:
        """Choose a purpose."""
        self.buttons[preset].setChecked(True)

    def _on_toggled(self, preset: Preset, *, on: bool) -> None:
        if on:
            self.chosen.emit(preset)

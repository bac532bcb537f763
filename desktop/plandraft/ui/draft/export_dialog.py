"""One dialog for the export: what for, with what around it, where to; and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.draft.checks import CheckFinding
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Preset
from plandraft.core.draft.readiness import Obstacle, ObstacleKind
from plandraft.services.export_choices import ExportChoice
from plandraft.services.fonts import FaceStatus
from plandraft.services.houses import HouseStyle
from plandraft.ui.draft.export_form import ExportForm
from plandraft.ui.draft.obstacle_list import ObstacleList
from plandraft.ui.draft.purpose_list import PurposeList
from plandraft.ui.models.icons import IconSet
from plandraft.ui.models.widgets import (
    GAP,
    GROUP_GAP,
    make_button,
    make_label,
    make_primary_button,
    make_scroll_area,
    make_tool_button,
)
from plandraft.ui.preview.face_texts import face_lines, missing_faces_text

_FIRST_SIZE = (860, 640)
_PURPOSES_WIDTH = 290
_NARROWEST = 620


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """Hold what is to be exported where."""

    draft: Draft
    choice: ExportChoice
    options: ExportOptions
    target: Path
    base: Path | None


@dataclass(frozen=True, slots=True)
class ExportSetting:
    """Hold what the dialog works with: the draft, its last choice, and what there is.

    `findings` are those of the checks; `measures` tells that exact pages can be had.
    """

    draft: Draft
    choice: ExportChoice
    houses: tuple[HouseStyle, ...]
    folder: Path
    name: str
    find_obstacles: Callable[[ExportOptions], Sequence[Obstacle]]
    choose_target: Callable[[str], Path | None]
    choose_base: Callable[[], Path | None]
    findings: tuple[CheckFinding, ...] = ()
    measures: bool = False


class ExportDialog(QDialog):
    """Ask what an export shall be.

    `export_requested` carries an ExportOrder, `preview_requested` an ExportChoice,
    `obstacle_chosen` an Obstacle or a CheckFinding.
    """

    export_requested = Signal(object)
    preview_requested = Signal(object)
    obstacle_chosen = Signal(object)

    def __init__(self, icons: IconSet, setting: ExportSetting, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._setting = setting
        self.setWindowTitle(self.tr("导出"))
        self.purposes = PurposeList()
        self.form = ExportForm(
            icons, setting.houses, setting.choose_base, measures=setting.measures
        )
        self.obstacles = ObstacleList()
        self.path = QLineEdit()
        self.path_note = make_label(role="muted")
        self.fonts = make_tool_button(icons, "info", self.tr("查看字体"), lambda: None)
        self.fonts.setCheckable(True)
        self.fonts.hide()
        self.faces = make_label(role="muted", wrap=True)
        self.faces.hide()
        self.export_button = make_primary_button(icons, "export", self.tr("导出"), self._on_export)
        self.preview_button = make_button(icons, "file", self.tr("预览页面"), self._on_preview)
        self._arrange(icons)
        self._show_choice(setting.choice)
        self._connect()
        self._on_preset(self.purposes.preset)

    @property
    def choice(self) -> ExportChoice:
        """Return what is chosen now."""
        return self.form.choice(self.purposes.preset, str(self._target().parent))

    @property
    def options(self) -> ExportOptions:
        """Return what the exporter would be asked for."""
        return self.choice.options(self._setting.houses)

    def show_missing_faces(self, faces: Sequence[FaceStatus]) -> None:
        """Say in one quiet line which prescribed faces are missing."""
        lines = face_lines(faces)
        self.fonts.setVisible(bool(lines))
        self.fonts.setText(self.tr("缺 {count} 种字体").format(count=len(lines)))
        self.fonts.setToolTip(missing_faces_text(len(lines)))
        self.faces.setText("\n".join((missing_faces_text(len(lines)), *lines)))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the purpose: it is what changes most."""
        super().showEvent(event)
        self.purposes.buttons[self.purposes.preset].setFocus()

    def _show_choice(self, choice: ExportChoice) -> None:
        setting = self._setting
        self.purposes.choose(choice.preset)
        self.form.show_choice(choice, setting.draft)
        folder = Path(choice.folder) if choice.folder else setting.folder
        folder = folder if folder.is_dir() else setting.folder
        self.path.setText(str(folder / f"{setting.name}.docx"))

    def _connect(self) -> None:
        self.purposes.chosen.connect(self._on_preset)
        self.form.changed.connect(self._refresh)
        self.path.textChanged.connect(lambda _text: self._show_path_note())
        self.obstacles.chosen.connect(self._on_obstacle)
        self.fonts.toggled.connect(self._show_faces)

    def _on_preset(self, preset: Preset) -> None:
        # As it was typed: `_target` knows the new purpose and would add its suffix to the old.
        typed = Path(self.path.text().strip())
        if typed.suffix.lower() in {".txt", ".docx"}:
            self.path.setText(str(typed.with_suffix(_suffix(preset))))
        self.form.setEnabled(preset is not Preset.PLAIN)
        self._refresh()

    def _refresh(self) -> None:
        found = self._setting.find_obstacles(self.options)
        final = self.purposes.preset is Preset.FINAL
        self.obstacles.show_obstacles(found, self._setting.findings, forbids=final)
        self.export_button.setEnabled(not (final and found))
        self._show_path_note()

    def _show_faces(self, on: bool) -> None:
        """Show the faces in place of what is missing in the draft: there is room for one."""
        self.faces.setVisible(on)
        self.obstacles.setVisible(not on)

    def _show_path_note(self) -> None:
        target = self._target()
        text = ""
        if target.is_file():
            text = self.tr("同名文件会被替换。")
        elif not target.parent.is_dir():
            text = self.tr("没有这个文件夹。")
        self.path_note.setText(text)
        self.path_note.setVisible(bool(text))

    def _target(self) -> Path:
        suffix = _suffix(self.purposes.preset)
        path = Path(self.path.text().strip() or self._setting.name)
        if not path.is_absolute():
            path = self._setting.folder / path
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _on_browse(self) -> None:
        chosen = self._setting.choose_target(self._target().suffix)
        if chosen is not None:
            self.path.setText(str(chosen))

    def _on_export(self) -> None:
        base = Path(self.choice.base) if self.choice.base else None
        order = ExportOrder(self._setting.draft, self.choice, self.options, self._target(), base)
        self.accept()
        self.export_requested.emit(order)

    def _on_preview(self) -> None:
        self.accept()
        self.preview_requested.emit(self.choice)

    def _on_obstacle(self, obstacle: Obstacle | CheckFinding) -> None:
        if isinstance(obstacle, Obstacle) and self._is_in_form(obstacle):
            return
        self.reject()
        self.obstacle_chosen.emit(obstacle)

    def _is_in_form(self, obstacle: Obstacle) -> bool:
        return obstacle.kind is ObstacleKind.OPEN_SLOT and self.form.focus_notice(obstacle.name)

    def _arrange(self, icons: IconSet) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(make_label(self.tr("用途"), "sectionTitle"))
        left.addWidget(self.purposes, 1)
        side = QWidget()
        side.setFixedWidth(_PURPOSES_WIDTH)
        side.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        upper = QHBoxLayout()
        upper.setSpacing(GROUP_GAP)
        upper.addWidget(side)
        upper.addWidget(self._make_form(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(GROUP_GAP)
        column.addLayout(upper, 1)
        column.addWidget(self._line())
        column.addWidget(self.obstacles)
        column.addWidget(self.faces)
        column.addLayout(self._make_path(icons))
        column.addLayout(self._make_foot())
        room = self.screen().availableGeometry().size()
        wide, high = _FIRST_SIZE
        self.setMinimumWidth(_NARROWEST)
        self.resize(min(wide, room.width() - 40), min(high, room.height() - 80))

    def _make_form(self) -> QScrollArea:
        area = make_scroll_area(self.form, "cardsArea")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _make_path(self, icons: IconSet) -> QVBoxLayout:
        self.path.setAccessibleName(self.tr("文件"))
        self.path.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(make_label(self.tr("文件")))
        row.addWidget(self.path, 1)
        row.addWidget(make_button(icons, "folder", self.tr("更改…"), self._on_browse))
        column = QVBoxLayout()
        column.setSpacing(GAP // 2)
        column.addLayout(row)
        column.addWidget(self.path_note)
        return column

    def _make_foot(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("取消"))
        cancel.clicked.connect(self.reject)
        for button in (cancel, self.preview_button):
            button.setAutoDefault(False)
        self.export_button.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.fonts)
        row.addStretch(1)
        for button in (self.preview_button, cancel, self.export_button):
            row.addWidget(button)
        return row

    def _line(self) -> QFrame:
        line = QFrame()
        line.setObjectName("separator")
        line.setFixedHeight(1)
        return line


def _suffix(preset: Preset) -> str:
    return ".txt" if preset is Preset.PLAIN else ".docx"

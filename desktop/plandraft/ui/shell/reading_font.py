"""Choose the face and size in which texts are read; what is chosen is seen at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFontComboBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from plandraft.ui.compare.compare_page import DEFAULT_POINTS
from plandraft.ui.models.palette import READING_FAMILIES
from plandraft.ui.models.widgets import GAP, make_label, pad_number_field

_SMALLEST, _LARGEST = 8.0, 28.0


class ReadingFontDialog(QDialog):
    """Offer the faces that have Chinese; `chosen` carries family ("" for the usual) and points."""

    chosen = Signal(str, float)

    def __init__(self, family: str, points: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("阅读字体"))
        self._family = family
        self.faces = QFontComboBox()
        self.faces.setWritingSystem(QFontDatabase.WritingSystem.SimplifiedChinese)
        self.faces.setEditable(False)
        self.faces.setAccessibleName(self.tr("字体"))
        self.points = QDoubleSpinBox()
        pad_number_field(self.points)
        self.points.setRange(_SMALLEST, _LARGEST)
        self.points.setSingleStep(0.5)
        self.points.setDecimals(1)
        self.points.setSuffix(self.tr(" 磅"))
        self.points.setAccessibleName(self.tr("字号"))
        self.buttons = QDialogButtonBox()
        self.usual = self.buttons.addButton(
            self.tr("恢复默认"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.done_button = self.buttons.addButton(
            self.tr("完成"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._arrange()
        self._show(family, points)
        self.faces.currentFontChanged.connect(lambda font: self._choose(font.family()))
        self.points.valueChanged.connect(lambda _value: self._choose(self._family))
        self.usual.clicked.connect(self._on_usual)
        self.buttons.accepted.connect(self.accept)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("字体"), self.faces)
        form.addRow(self.tr("字号"), self.points)
        text = self.tr("用于并排比对的正文和“多份”页的来源视图，更改立即生效。")
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addLayout(form)
        column.addWidget(make_label(text, "muted", wrap=True))
        column.addWidget(self.buttons)
        self.setMinimumWidth(380)

    def _show(self, family: str, points: float) -> None:
        blockers = [QSignalBlocker(widget) for widget in (self.faces, self.points)]
        self.faces.setCurrentFont(QFont(family or _usual_family()))
        self.points.setValue(points)
        for blocker in blockers:
            blocker.unblock()

    def _choose(self, family: str) -> None:
        self._family = family
        self.chosen.emit(family, self.points.value())

    def _on_usual(self) -> None:
        self._show("", DEFAULT_POINTS)
        self._choose("")


def ask_for_face(
    family: str, points: float, choose: Callable[[str, float], object], parent: QWidget
) -> None:
    """Show the dialog over `parent`; what is chosen goes to `choose` at once."""
    dialog = ReadingFontDialog(family, points, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.chosen.connect(choose)
    dialog.open()


def _usual_family() -> str:
    """Return the face that stands for the product's on this machine."""
    font = QFont()
    font.setFamilies(list(READING_FAMILIES))
    return QFontInfo(font).family()

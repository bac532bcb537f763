"""Which passages are wanted: words, kinds, least similarity and length, in one slim row."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from plandraft.core.compare.changes import VersionKind
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.passages import PassageKind
from plandraft.ui.compare.swatch import SWATCH, kind_icon
from plandraft.ui.models.entries import ALL_KINDS, CHANGE_KINDS, PASSAGE_KINDS, EntryKind
from plandraft.ui.models.matches_model import PassageFilter
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.passage_names import kind_name

STRIP_HEIGHT = 40
_WIDE = 660
_NARROW = 420


class FilterBar(QWidget):
    """Emit `filter_changed` with a PassageFilter at every change."""

    filter_changed = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("筛选段落文字或章节"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(self.tr("筛选段落"))
        self.words.setMinimumWidth(90)
        self.words.setMaximumWidth(280)
        kinds = {kind.name: kind for kind in (*PASSAGE_KINDS, *CHANGE_KINDS)}
        self.kinds: dict[EntryKind, QToolButton] = {
            kind: self._kind_button(kind, palette) for kind in kinds.values()
        }
        self._offered = frozenset(PASSAGE_KINDS)
        self.similarity = self._spin(self.tr("最低相似度"), 100, 5)
        self.similarity.setPrefix(self.tr("相似度 ≥ "))
        self.similarity.setSuffix(" %")
        self.letters = self._spin(self.tr("最少字数"), 9999, 10)
        self.letters.setPrefix(self.tr("字数 ≥ "))
        self.counts = QLabel()
        self.counts.setObjectName("muted")
        self.reset = QToolButton()
        self.reset.setText(self.tr("清除筛选"))
        self.reset.setAutoRaise(True)
        self.reset.clicked.connect(self.clear)
        self._arrange()
        self.words.textChanged.connect(self._tell)
        self.similarity.valueChanged.connect(self._tell)
        self.letters.valueChanged.connect(self._tell)

    def wanted(self) -> PassageFilter:
        """Return the filter as it is set now."""
        return PassageFilter(
            self.words.text(),
            self.similarity.value() / 100,
            self.letters.value(),
            ALL_KINDS - {kind for kind in self._offered if not self.kinds[kind].isChecked()},
        )

    def set_reading(self, reading: Reading) -> None:
        """Offer the kinds of a reading."""
        kinds = CHANGE_KINDS if reading is Reading.VERSIONS else PASSAGE_KINDS
        self._offered = frozenset(kinds)
        for kind, button in self.kinds.items():
            button.setVisible(kind in self._offered)
        self._tell()

    def clear(self) -> None:
        """Let every passage pass again."""
        blockers = [
            QSignalBlocker(widget)
            for widget in (self.words, self.similarity, self.letters, *self.kinds.values())
        ]
        self.words.clear()
        self.similarity.setValue(0)
        self.letters.setValue(0)
        for button in self.kinds.values():
            button.setChecked(True)
        for blocker in blockers:
            blocker.unblock()
        self._tell()

    def set_counts(self, shown: int, total: int) -> None:
        """Say how many passages pass."""
        text = self.tr("共 {total} 处").format(total=total)
        if shown != total:
            text = self.tr("显示 {shown} / {total} 处").format(shown=shown, total=total)
        self.counts.setText(text)

    def set_colors(self, palette: Palette) -> None:
        """Change the theme."""
        for kind, button in self.kinds.items():
            button.setIcon(kind_icon(palette, kind))

    def sizeHint(self) -> QSize:
        """Return the size that shows all words."""
        return QSize(_WIDE, STRIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the size that shows pictures only."""
        return QSize(_NARROW, STRIP_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show kinds as pictures only where there is no room for words."""
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        text = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        style = text if wide else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self.kinds.values():
            button.setToolButtonStyle(style)
        self.counts.setVisible(wide)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        self.setFixedHeight(STRIP_HEIGHT)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.words, 3)
        for kind, button in self.kinds.items():
            row.addWidget(button)
            button.setVisible(kind in self._offered)
        row.addWidget(self.similarity)
        row.addWidget(self.letters)
        row.addWidget(self.reset)
        row.addStretch(1)
        row.addWidget(self.counts)
        self.reset.setVisible(False)

    def _kind_button(self, kind: EntryKind, palette: Palette) -> QToolButton:
        hints: dict[EntryKind, str] = {
            PassageKind.IDENTICAL: self.tr("显示文字相同的段落"),
            PassageKind.EDITED: self.tr("显示改动过的段落"),
            PassageKind.REORDERED: self.tr("显示分句换了次序的段落"),
            VersionKind.INSERTED: self.tr("显示新增的文字"),
            VersionKind.DELETED: self.tr("显示删除的文字"),
            VersionKind.MOVED: self.tr("显示移动过的文字"),
        }
        hint = hints[kind]
        button = QToolButton()
        button.setText(kind_name(kind))
        button.setToolTip(hint)
        button.setAccessibleName(hint)
        button.setIcon(kind_icon(palette, kind))
        button.setIconSize(SWATCH)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setChecked(True)
        button.toggled.connect(self._tell)
        return button

    def _spin(self, name: str, most: int, step: int) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(0, most)
        spin.setSingleStep(step)
        spin.setFixedHeight(28)
        spin.setAccessibleName(name)
        spin.setToolTip(name)
        return spin

    def _tell(self) -> None:
        wanted = self.wanted()
        self.reset.setVisible(wanted != PassageFilter())
        self.filter_changed.emit(wanted)

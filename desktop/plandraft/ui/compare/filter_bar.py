"""Which passages are wanted: words, kinds, least similarity and length, in one slim row."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from plandraft.core.compare.changes import VersionKind
from plandraft.core.compare.versions import Reading
from plandraft.core.matching.passages import PassageKind
from plandraft.ui.compare.step_slider import StepSlider
from plandraft.ui.compare.swatch import SWATCH, kind_icon
from plandraft.ui.models.decision_names import DecisionChoice, choice_name
from plandraft.ui.models.entries import ALL_KINDS, CHANGE_KINDS, PASSAGE_KINDS, EntryKind
from plandraft.ui.models.matches_model import PassageFilter
from plandraft.ui.models.palette import Palette
from plandraft.ui.models.passage_names import kind_name
from plandraft.ui.models.title_box import TitleBox
from plandraft.ui.models.widgets import ToolButton

STRIP_HEIGHT = 40
_WIDE, _NARROW = 820, 480
_STEPS = 4
# Less would not hold what one looks for.
_WORDS = 104
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIMILARITIES = tuple(range(0, 101, 5))
# Most passages are short: the stops lie close where most of them are.
_LETTERS = (0, 10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1000)


class FilterBar(QWidget):
    """Emit `filter_changed` with a PassageFilter at every change."""

    filter_changed = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("筛选"))
        self.words.setToolTip(self.tr("筛选段落文字或章节"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(self.tr("筛选段落"))
        self.words.setMinimumWidth(64)
        self.words.setMaximumWidth(280)
        kinds = {kind.name: kind for kind in (*PASSAGE_KINDS, *CHANGE_KINDS)}
        self.kinds: dict[EntryKind, QToolButton] = {
            kind: self._kind_button(kind, palette) for kind in kinds.values()
        }
        self._offered = frozenset(PASSAGE_KINDS)
        self.similarity = StepSlider(
            self.tr("最低相似度"),
            self.tr("相似度 ≥ {value} %"),
            "≥ {value} %",
            _SIMILARITIES,
        )
        self.letters = StepSlider(
            self.tr("最少字数"), self.tr("字数 ≥ {value}"), self.tr("≥ {value} 字"), _LETTERS
        )
        self.decisions = TitleBox()
        for choice in DecisionChoice:
            self.decisions.addItem(choice_name(choice), choice)
        self.decisions.setFixedHeight(28)
        self.decisions.setAccessibleName(self.tr("按判断筛选"))
        self.decisions.setToolTip(self.tr("只看这样判断过的段落"))
        self.counts = QLabel()
        self.counts.setObjectName("muted")
        self.reset = ToolButton()
        self.reset.setText(self.tr("清除"))
        self.reset.setToolTip(self.tr("清除筛选"))
        self.reset.setAccessibleName(self.tr("清除筛选"))
        self.reset.setAutoRaise(True)
        self.reset.clicked.connect(self.clear)
        self._arrange()
        self.words.textChanged.connect(self._tell)
        self.similarity.valueChanged.connect(self._tell)
        self.letters.valueChanged.connect(self._tell)
        self.decisions.currentIndexChanged.connect(self._tell)

    def wanted(self) -> PassageFilter:
        """Return the filter as it is set now."""
        return PassageFilter(
            self.words.text(),
            self.similarity.value() / 100,
            self.letters.value(),
            ALL_KINDS - {kind for kind in self._offered if not self.kinds[kind].isChecked()},
            self._decisions_wanted(),
        )

    def _decisions_wanted(self) -> DecisionChoice:
        if self._offered != frozenset(PASSAGE_KINDS):
            return DecisionChoice.ANY
        return tuple(DecisionChoice)[self.decisions.currentIndex()]

    def set_reading(self, reading: Reading) -> None:
        """Offer the kinds of a reading."""
        kinds = CHANGE_KINDS if reading is Reading.VERSIONS else PASSAGE_KINDS
        self._offered = frozenset(kinds)
        for kind, button in self.kinds.items():
            button.setVisible(kind in self._offered)
        self.decisions.setVisible(reading is Reading.PASSAGES)
        self._fit()
        self._tell()

    def clear(self) -> None:
        """Let every passage pass again."""
        # Blocked, it would not hear that it is empty and keep its button to clear it.
        self.words.textChanged.disconnect(self._tell)
        self.words.clear()
        self.words.textChanged.connect(self._tell)
        blockers = [
            QSignalBlocker(widget)
            for widget in (self.similarity, self.letters, self.decisions, *self.kinds.values())
        ]
        self.similarity.setValue(0)
        self.letters.setValue(0)
        self.decisions.setCurrentIndex(0)
        for button in self.kinds.values():
            button.setChecked(True)
        for blocker in blockers:
            blocker.unblock()
        self._tell()

    def set_counts(self, shown: int, total: int) -> None:
        """Say how many passages pass."""
        text = self.tr("{shown} / {total} 处")
        most = text.format(shown=total, total=total)
        # Nothing moves under a hand that draws a slider.
        self.counts.setMinimumWidth(self.counts.fontMetrics().horizontalAdvance(most) + 2)
        every = self.tr("{total} 处").format(total=total)
        self.counts.setText(every if shown == total else text.format(shown=shown, total=total))
        self._fit()

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
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shorten the row step by step until it fits, in whatever language."""
        layout = self.layout()
        assert layout is not None
        for step in range(_STEPS):
            self._shorten(step)
            others = layout.sizeHint().width() - self.words.sizeHint().width()
            if others + _WORDS <= self.width():
                break

    def _shorten(self, step: int) -> None:
        """Leave out the words of the sliders, then those of the kinds, then what can be missed."""
        words = step < 2
        # Cut in the middle of a letter it would say nothing.
        self.decisions.setItemText(0, choice_name(DecisionChoice.ANY) if words else self.tr("判断"))
        text = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        style = text if words else Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self.kinds.values():
            button.setToolButtonStyle(style)
        for slider in (self.similarity, self.letters):
            slider.show_short(short=step > 0, narrow=step > 2)
        self.reset.setText(self.tr("清除") if words else "×")
        self.counts.setVisible(step < 3)

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
        row.addWidget(self.decisions)
        row.addStretch(0)
        row.addWidget(self.counts)
        row.addWidget(self.reset)
        self.counts.setAlignment(_RIGHT)
        room = self.reset.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(room)
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
        button = ToolButton()
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

    def _tell(self) -> None:
        wanted = self.wanted()
        self.reset.setVisible(wanted != PassageFilter())
        self.filter_changed.emit(wanted)

"""What is missing in a draft or wants another look, each with a way to go there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from plandraft.core.draft.checks import CheckFinding
from plandraft.core.draft.readiness import Obstacle
from plandraft.ui.draft.obstacle_texts import finding_name, obstacle_name
from plandraft.ui.models.widgets import (
    GAP,
    ToolButton,
    make_label,
    make_scroll_area,
)

_MOST_SHOWN = 40
_ROW_HEIGHT = 30
_MOST_ROWS = 4


class ObstacleList(QWidget):
    """Show what is missing and what was found; `chosen` carries the one to go to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.head = make_label(role="sectionTitle", wrap=True)
        self.rows: list[QToolButton] = []
        self._inside = QWidget()
        self._inside.setObjectName("cards")
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._area = make_scroll_area(self._inside, "cardsArea")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.head)
        column.addWidget(self._area)

    def show_obstacles(
        self,
        obstacles: Sequence[Obstacle],
        findings: Sequence[CheckFinding] = (),
        *,
        forbids: bool,
    ) -> None:
        """Show what is missing, then what wants another look.

        `forbids` says that the export has to wait for what is missing; findings never forbid.
        """
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for obstacle in obstacles[:_MOST_SHOWN]:
            self._lines.addWidget(self._line(obstacle, obstacle_name(obstacle)))
        for finding in findings[:_MOST_SHOWN]:
            text = self.tr("请核对：{what}").format(what=finding_name(finding))
            self._lines.addWidget(self._line(finding, text))
        self._lines.addStretch()
        self.head.setText(self._head(len(obstacles), len(findings), forbids=forbids))
        count = min(len(obstacles), _MOST_SHOWN) + min(len(findings), _MOST_SHOWN)
        self._area.setVisible(bool(count))
        # Half a row more shows that there are others below.
        rows = min(count, _MOST_ROWS + 0.5)
        self._area.setFixedHeight(round(rows * _ROW_HEIGHT))

    def _head(self, missing: int, found: int, *, forbids: bool) -> str:
        if not missing and found:
            return self.tr("没有缺漏；有 {count} 处请核对：").format(count=found)
        if not missing:
            return self.tr("没有缺漏，可以导出。")
        if forbids:
            text = self.tr("还缺 {count} 项，处理完才能导出正式稿：").format(count=missing)
        else:
            text = self.tr("还缺 {count} 项，文中以【】标出：").format(count=missing)
        if found:
            text = self.tr("{missing}另有 {count} 处请核对。").format(missing=text, count=found)
        return text

    def _line(self, target: Obstacle | CheckFinding, text: str) -> QWidget:
        line = QWidget()
        line.setFixedHeight(_ROW_HEIGHT)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, GAP, 0)
        label = make_label(text)
        label.setToolTip(text)
        go = ToolButton()
        go.setText(self.tr("去处理"))
        go.setAccessibleName(self.tr("去处理：{what}").format(what=text))
        go.clicked.connect(lambda _checked=False: self.chosen.emit(target))
        row.addWidget(label, 1)
        row.addWidget(go)
        self.rows.append(go)
        return line

"""The sections of a draft with how far each has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from plandraft.core.draft.draft import Draft, DraftSection
from plandraft.core.draft.headings import number_headings
from plandraft.core.draft.slots import fill_block, fill_slots
from plandraft.core.draft.template import DraftTemplate, TemplateSection

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class SectionState(Enum):
    """Name how far a section has come."""

    EMPTY = "empty"
    STARTED = "started"
    ENOUGH = "enough"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class SectionRow:
    """Hold one section of the outline.

    `letters` counts all but white space; `minimum` and `maximum` are 0 where the template wants
    no length; `holds_sections` tells that other sections stand below this one.
    """

    id: str
    level: int
    label: str
    title: str
    letters: int
    minimum: int
    maximum: int
    optional: bool
    holds_sections: bool

    @property
    def state(self) -> SectionState:
        """Return how far the section has come."""
        if self.letters == 0:
            return SectionState.EMPTY
        if self.letters < self.minimum:
            return SectionState.STARTED
        if self.maximum and self.letters > self.maximum:
            return SectionState.TOO_LONG
        return SectionState.ENOUGH


def section_rows(draft: Draft, template: DraftTemplate | None) -> tuple[SectionRow, ...]:
    """Return the outline of `draft`; without its template no lengths are wanted."""
    known = {section.id: section for section in template.sections} if template else {}
    slots = dict(draft.slots)
    levels = [section.level for section in draft.sections]
    labels = number_headings(draft)
    return tuple(
        _row(
            section,
            label,
            known.get(section.id),
            slots,
            0 < section.level < (levels[index + 1] if index + 1 < len(levels) else 0),
        )
        for index, (section, label) in enumerate(zip(draft.sections, labels, strict=True))
    )


def _row(
    section: DraftSection,
    label: str,
    wanted: TemplateSection | None,
    slots: dict[str, str],
    holds_sections: object,
) -> SectionRow:
    texts = (fill_block(block, slots) for block in section.blocks)
    return SectionRow(
        id=section.id,
        level=section.level,
        label=label,
        title=fill_slots(section.title, slots),
        letters=sum(not letter.isspace() for text in texts for letter in text),
        minimum=wanted.minimum if wanted else 0,
        maximum=wanted.maximum if wanted else 0,
        optional=wanted.optional if wanted else True,
        holds_sections=bool(holds_sections),
    )


class DraftOutlineModel(QAbstractListModel):
    """Show the rows; `renamed` tells that the user gave a section another title."""

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[SectionRow, ...] = ()

    @property
    def rows(self) -> Sequence[SectionRow]:
        """Return all rows."""
        return self._rows

    def set_rows(self, rows: tuple[SectionRow, ...]) -> None:
        """Show `rows`; nothing jumps when only their contents changed."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def row_of(self, section_id: str) -> int:
        """Return the place of a section, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.id == section_id), -1)

    def count_below(self, section_id: str) -> int:
        """Return how many sections stand below a heading; none before the first one."""
        start = self.row_of(section_id)
        level = self._rows[start].level
        rest = self._rows[start + 1 :] if level else ()
        return sum(1 for _ in takewhile(lambda row: row.level > level, rest))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of sections."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return heading, title to edit, tooltip or row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.label}{row.title}"
        if role == Qt.ItemDataRole.EditRole:
            return row.title
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            return self.describe(row)
        return row if role == ROW_ROLE else None

    def setData(
        self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        """Ask for another title; the row changes when the draft has."""
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not title:
            return False
        row = self._rows[index.row()]
        if title != row.title:
            self.renamed.emit(row.id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let titles of headings be edited; text before the first heading has none."""
        flags = super().flags(index)
        if index.isValid() and self._rows[index.row()].level > 0:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def describe(self, row: SectionRow) -> str:
        """Return heading, state and lengths as a sentence."""
        return f"{row.label}{row.title}\n{self.state_name(row.state)} · {self._lengths(row)}"

    def state_name(self, state: SectionState) -> str:
        """Return the name of a state as the user reads it."""
        return {
            SectionState.EMPTY: self.tr("空"),
            SectionState.STARTED: self.tr("进行中"),
            SectionState.ENOUGH: self.tr("篇幅合适"),
            SectionState.TOO_LONG: self.tr("偏长"),
        }[state]

    def _lengths(self, row: SectionRow) -> str:
        count = self.tr("{count} 字").format(count=row.letters)
        if row.minimum and row.maximum:
            wanted = self.tr("建议 {low}–{high} 字").format(low=row.minimum, high=row.maximum)
            return f"{count} · {wanted}"
        return count

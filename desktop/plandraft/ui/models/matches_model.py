"""The passages of a comparison as a table that filters and sorts in plain lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from plandraft.core.compare.changes import Comparison
from plandraft.core.compare.decisions import EXCLUDING, Decision
from plandraft.core.compare.versions import Reading
from plandraft.core.model.spans import Span
from plandraft.ui.models.decision_names import (
    DecisionChoice,
    decision_cell,
    decision_order,
    decision_spoken,
)
from plandraft.ui.models.entries import ALL_KINDS, KIND_ORDER, Entry, EntryKind, PairView
from plandraft.ui.models.letter_counts import LetterCounts
from plandraft.ui.models.listed_model import CENTER, LEFT, RIGHT, Index, ListedModel
from plandraft.ui.models.passage_names import difference_name, kind_name, percent

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
KIND_ROLE = ROW_ROLE + 1
# Longer excerpts are cut by the column anyway, and a cell must stay cheap.
EXCERPT_LENGTH = 120


class Column(IntEnum):
    """Name the columns."""

    NUMBER = 0
    LEFT = 1
    RIGHT = 2
    SIMILARITY = 3
    LETTERS = 4
    KIND = 5
    PARTNERS = 6
    DIFFERENCES = 7
    SECTION = 8
    DECISION = 9


NUMERIC = frozenset({Column.NUMBER, Column.SIMILARITY, Column.LETTERS})


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Say which passages are shown; `text` is searched in both wordings and sections."""

    text: str = ""
    min_similarity: float = 0.0
    min_letters: int = 0
    kinds: frozenset[EntryKind] = ALL_KINDS
    decisions: DecisionChoice = DecisionChoice.ANY


class MatchesModel(ListedModel[int]):
    """Show the passages that pass the filter.

    An *entry* is the position of a passage or change in `view.entries`; a *row* is its place on the
    screen now. `shown_changed` tells that other entries are shown, or in another order.
    """

    shown_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._rows: tuple[Entry, ...] = ()
        self._letters = LetterCounts(None)
        self._haystacks: list[str] = []
        self._places: dict[int, int] = {}
        self._in_order = True  # as in `view.entries`: sorting twenty thousand takes a while
        self._filter = PassageFilter()
        self._decisions: dict[int, Decision] = {}
        self._quiet_text: QColor | None = None
        self._reading = Reading.PASSAGES
        self._sort = (Column.NUMBER, False)

    def set_view(self, view: PairView | None) -> None:
        """Show the entries of `view`, or none."""
        self.beginResetModel()
        comparison = view.comparison if view else None
        self._comparison = comparison
        self._reading = view.reading if view else Reading.PASSAGES
        self._rows = view.entries if view else ()
        self._haystacks = []
        self._letters = LetterCounts(view)
        self._show_filtered()
        self.endResetModel()
        self.shown_changed.emit()

    def set_filter(self, wanted: PassageFilter) -> None:
        """Show the passages that pass `wanted`."""
        if wanted == self._filter:
            return
        self.beginResetModel()
        self._filter = wanted
        self._show_filtered()
        self.endResetModel()
        self.shown_changed.emit()

    def set_decisions(self, decisions: Mapping[int, Decision]) -> None:
        """Show what was decided about the passages, by the numbers of their rows."""
        if self._decisions == decisions:
            return
        asked = self._filter.decisions is not DecisionChoice.ANY
        if asked or self._sort[0] is Column.DECISION:
            self.beginResetModel()
            self._decisions = dict(decisions)
            self._show_filtered()
            self.endResetModel()
            self.shown_changed.emit()
            return
        self._decisions = dict(decisions)
        if self._shown:
            last = self.index(len(self._shown) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def set_quiet_color(self, color: str) -> None:
        """Change the colour of passages that do not count as re-use."""
        self._quiet_text = QColor(color)

    @property
    def shown(self) -> Sequence[int]:
        """Return the entries that are shown, in the order of the screen."""
        return self._shown

    @property
    def total(self) -> int:
        """Return the number of passages, shown or not."""
        return len(self._rows)

    def row_of(self, entry: int) -> int:
        """Return where `entry` stands on the screen, or -1 when it is filtered out."""
        return self._places.get(entry, -1)

    def column_count(self) -> int:
        """Return the number of columns."""
        return len(Column)

    def column_name(self, column: int) -> str:
        """Return what stands above a column."""
        return {
            Column.NUMBER: "#",
            Column.LEFT: self.tr("左（A）"),
            Column.RIGHT: self.tr("右（B）"),
            Column.SIMILARITY: self.tr("相似度"),
            Column.LETTERS: self.tr("字数"),
            Column.KIND: self.tr("类型"),
            Column.PARTNERS: self.tr("对应"),
            Column.DIFFERENCES: self.tr("差异"),
            Column.SECTION: self.tr("章节"),
            Column.DECISION: self.tr("判断"),
        }[Column(column)]

    def header_alignment(self, column: int) -> int | None:
        """Return where the name stands: as the cells below, but beside the sign of the order."""
        if column == Column.NUMBER:
            return CENTER
        return RIGHT if column in NUMERIC else LEFT

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return text, alignment, the passage row or its kind."""
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        column = Column(index.column())
        spoken = {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        if column is Column.DECISION and role in spoken:
            return self._spoken(entry)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._quiet_text if self._excluded(entry) else None
        if role == Qt.ItemDataRole.ToolTipRole and column in {Column.LEFT, Column.RIGHT}:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMERIC:
            return RIGHT
        if role == ROW_ROLE:
            return self._rows[entry]
        if role == KIND_ROLE:
            return self._rows[entry].kind
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged to the draft."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def put_in_order(self, column: int, *, descending: bool) -> None:
        """Sort by a column, from now on."""
        self._sort = (Column(column), descending)
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the passages in the order of a column."""
        super().sort(column, order)
        if 0 <= column < len(Column):
            self.shown_changed.emit()

    def _text(self, entry: int, column: Column) -> str:
        row = self._rows[entry]
        texts: dict[Column, Callable[[], str]] = {
            Column.NUMBER: lambda: str(row.number),
            Column.LEFT: lambda: self._excerpt(row.left, left=True),
            Column.RIGHT: lambda: self._excerpt(row.right, left=False),
            Column.SIMILARITY: lambda: percent(row.similarity) if row.both else "—",
            Column.LETTERS: lambda: str(self._letters[entry]),
            Column.KIND: lambda: kind_name(row.kind, edited=row.edited),
            Column.PARTNERS: lambda: _partners(row),
            Column.DIFFERENCES: lambda: "、".join(map(difference_name, row.differs)),
            Column.SECTION: lambda: _section_pair(row),
            Column.DECISION: lambda: decision_cell(self._decision(entry)),
        }
        return texts[column]()

    def _decision(self, entry: int) -> Decision | None:
        if self._reading is not Reading.PASSAGES:
            return None  # the numbers are those of passages
        return self._decisions.get(self._rows[entry].number)

    def _spoken(self, entry: int) -> str:
        spoken = decision_spoken(self._decision(entry))
        row = self._rows[entry]
        own = self._comparison.own.rows if self._comparison else frozenset()
        if self._excluded(entry) and (row.number in own or row.routine):
            name = self.tr("自定套话") if row.number in own else self.tr("通用表述")
            return f"{spoken}（{name}）"
        return spoken

    def _excluded(self, entry: int) -> bool:
        decision = self._decision(entry)
        return decision is not None and decision.verdict in EXCLUDING

    def _excerpt(self, span: Span, *, left: bool) -> str:
        assert self._comparison is not None
        document = self._comparison.left if left else self._comparison.right
        cut = Span(span.start, min(span.end, span.start + EXCERPT_LENGTH))
        return " ".join(cut.slice(document.text).split()) + ("…" if cut.end < span.end else "")

    def _show_filtered(self) -> None:
        wanted = self._filter
        needle = "".join(wanted.text.split()).lower()
        if needle and not self._haystacks:
            self._haystacks = self._build_haystacks()
        letters = self._letters.every() if wanted.min_letters else None
        # Changes between versions are not decided about.
        every = wanted.decisions is DecisionChoice.ANY or self._reading is not Reading.PASSAGES
        # Each decision is asked once: most of twenty thousand passages have none.
        decided = {} if every else self._decisions
        taken = {number: wanted.decisions.takes(one) for number, one in decided.items()}
        undecided = wanted.decisions.takes(None)
        self._shown = [
            entry
            for entry, row in enumerate(self._rows)
            if (row.similarity >= wanted.min_similarity or not row.both)
            and (letters is None or letters[entry] >= wanted.min_letters)
            and row.kind in wanted.kinds
            and (every or taken.get(row.number, undecided))
            and (not needle or needle in self._haystacks[entry])
        ]
        self._in_order = True
        self._arrange()

    def _arrange(self) -> None:
        column, descending = self._sort
        if column is Column.NUMBER and not descending and self._in_order:
            self._places = {entry: place for place, entry in enumerate(self._shown)}
            return
        key = self._sort_key(column)
        self._in_order = False
        self._shown.sort(key=lambda entry: (key(entry), entry), reverse=descending)
        self._places = {entry: place for place, entry in enumerate(self._shown)}

    def _sort_key(self, column: Column) -> Callable[[int], object]:
        rows = self._rows
        letters = self._letters.every() if column is Column.LETTERS else []
        decided = self._decisions if column is Column.DECISION else {}
        if self._reading is not Reading.PASSAGES:
            decided = {}
        orders = {number: decision_order(one) for number, one in decided.items()}
        undecided = decision_order(None)
        keys: dict[Column, Callable[[int], object]] = {
            Column.NUMBER: lambda entry: rows[entry].number,
            Column.LEFT: lambda entry: rows[entry].left.start,
            Column.RIGHT: lambda entry: rows[entry].right.start,
            Column.SIMILARITY: lambda entry: rows[entry].similarity,
            Column.LETTERS: lambda entry: letters[entry],
            Column.KIND: lambda entry: KIND_ORDER.index(rows[entry].kind),
            Column.PARTNERS: lambda entry: rows[entry].partners,
            Column.DIFFERENCES: lambda entry: rows[entry].differs,
            Column.SECTION: lambda entry: rows[entry].left.start,
            Column.DECISION: lambda entry: orders.get(rows[entry].number, undecided),
        }
        return keys[column]

    def _build_haystacks(self) -> list[str]:
        assert self._comparison is not None
        left, right = self._comparison.left.text, self._comparison.right.text
        joined = (
            "\0".join(
                (
                    row.left.slice(left),
                    row.right.slice(right),
                    row.left_section,
                    row.right_section,
                )
            )
            for row in self._rows
        )
        return ["".join(text.split()).lower() for text in joined]


def _partners(row: Entry) -> str:
    """Return how many places belong together where it is not one and one."""
    return "" if row.partners == (1, 1) else "{} : {}".format(*row.partners)


def _section_pair(row: Entry) -> str:
    if row.left_section == row.right_section:
        return row.left_section
    return f"{row.left_section or '—'} ↔ {row.right_section or '—'}"

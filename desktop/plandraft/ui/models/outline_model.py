"""The headings of a plan as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from plandraft.core.model.document import Section

SECTION_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COUNT_ROLE = SECTION_ROLE + 1
PARTNER_ROLE = SECTION_ROLE + 2
ROW_ROLE = SECTION_ROLE + 3

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Partner:
    """Hold the chapter of the other plan that belongs to one: in short, in full, and its place.

    `short` are names from the longest to the shortest; `row` counts the sections of the other
    plan in text order.
    """

    short: tuple[str, ...]
    title: str
    row: int


@dataclass(slots=True)
class _Node:
    section: Section | None
    parent: _Node | None
    row: int
    place: int = -1
    partner: Partner | None = None
    children: list[_Node] = field(default_factory=list)
    count: int = 0


class OutlineModel(QAbstractItemModel):
    """Show sections below each other by level.

    `COUNT_ROLE` is a number beside the heading, `PARTNER_ROLE` the chapter of the other plan that
    belongs to it or None, `ROW_ROLE` the place of the section among all.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(None, None, 0)
        self._nodes: list[_Node] = []

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show `sections`, which come in text order."""
        self.beginResetModel()
        self._root = _Node(None, None, 0)
        self._nodes = []
        open_nodes = [self._root]
        for section in sections:
            while open_nodes[-1].section and open_nodes[-1].section.level >= section.level:
                open_nodes.pop()
            parent = open_nodes[-1]
            node = _Node(section, parent, len(parent.children), len(self._nodes))
            parent.children.append(node)
            self._nodes.append(node)
            open_nodes.append(node)
        self.endResetModel()

    def set_counts(self, counts: Sequence[int]) -> None:
        """Put a number beside each section, in the order of `set_sections`; 0 shows nothing."""
        for node, count in zip(self._nodes, counts, strict=True):
            if node.count != count:
                node.count = count
                index = self._index_of(node)
                self.dataChanged.emit(index, index)

    def set_partners(self, partners: Sequence[Partner | None]) -> None:
        """Name the partner of each section, in the order of `set_sections`."""
        for node, partner in zip(self._nodes, partners, strict=True):
            if node.partner != partner:
                node.partner = partner
                index = self._index_of(node)
                self.dataChanged.emit(index, index)

    def index_of(self, row: int) -> QModelIndex:
        """Return where the section with the place `row` among all stands."""
        return self._index_of(self._nodes[row])

    def index_at(self, offset: int) -> QModelIndex:
        """Return the deepest section that holds the code point at `offset`, or none."""
        found = None
        for node in self._nodes:
            if node.section and node.section.span.contains(offset):
                found = node
        return self._index_of(found) if found else QModelIndex()

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a child."""
        node = self._node(parent)
        if column == 0 and 0 <= row < len(node.children):
            return self.createIndex(row, 0, node.children[row])
        return QModelIndex()

    def parent(self, child: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the index of the section above."""
        above = self._node(child).parent
        return self._index_of(above) if above else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of sections directly below."""
        return len(self._node(parent).children)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return one."""
        return 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return heading, what explains it, section, count, partner or place."""
        if not index.isValid():
            return None
        node = self._node(index)
        if node.section is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return node.section.title
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._explained(node.section, node.partner, role)
        if role == SECTION_ROLE:
            return node.section
        own: dict[int, object] = {
            COUNT_ROLE: node.count,
            PARTNER_ROLE: node.partner,
            ROW_ROLE: node.place,
        }
        return own.get(role)

    def _explained(self, section: Section, partner: Partner | None, role: int) -> str:
        if partner is None:
            return section.title
        text = self.tr("{title}\n对应：{partner}").format(
            title=section.title, partner=partner.title
        )
        if role == Qt.ItemDataRole.ToolTipRole:
            text += "\n" + self.tr("单击右端的编号（Shift+回车）：两侧对齐到这两章")
        return text

    def _node(self, index: Index | None) -> _Node:
        if index is None or not index.isValid():
            return self._root
        node = index.internalPointer()
        assert isinstance(node, _Node)
        return node

    def _index_of(self, node: _Node) -> QModelIndex:
        if node is self._root:
            return QModelIndex()
        return self.createIndex(node.row, 0, node)

"""The list at the left of the library: narrow it by place, period, kind or format."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from plandraft.ui.models.detail_texts import kind_name
from plandraft.ui.models.library_model import Facet, FacetValue, LibraryModel, format_name

_VALUE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_COUNT_WIDTH = 44
_GROUP_HEIGHT = 40
_MORE_ROLE = _VALUE_ROLE + 1
# With more values than this a group would push those below it out of sight.
_MOST_AT_ONCE = 10


class FacetList(QTreeWidget):
    """Show the values of each facet with the number of documents; several may be chosen."""

    wanted_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("筛选"))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(1, _COUNT_WIDTH)
        self._opened: set[Facet] = set()
        self._model: LibraryModel | None = None
        self.itemSelectionChanged.connect(self._on_selection_changed)
        self.itemClicked.connect(self._on_opened)
        self.itemActivated.connect(self._on_opened)

    def show_facets(self, model: LibraryModel) -> None:
        """Count the values anew; what was chosen stays chosen where it still exists."""
        self._model = model
        chosen = self.wanted()
        self.blockSignals(True)
        self.clear()
        everything = self._add_item(None, self.tr("全部文档"), len(model.records), None)
        for facet in Facet:
            group = self._add_item(None, self._facet_name(facet), None, None)
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setExpanded(True)
            group.setSizeHint(0, QSize(0, _GROUP_HEIGHT))
            self._add_values(group, facet, model.facet_counts(facet), chosen)
        if not self.selectedItems():
            everything.setSelected(True)
        self.blockSignals(False)
        if self.wanted() != chosen:
            self.wanted_changed.emit(self.wanted())

    def wanted(self) -> frozenset[FacetValue]:
        """Return the chosen values; none means everything."""
        values = (item.data(0, _VALUE_ROLE) for item in self.selectedItems())
        return frozenset(value for value in values if value is not None)

    def _add_values(
        self,
        group: QTreeWidgetItem,
        facet: Facet,
        counts: list[tuple[str, int]],
        chosen: frozenset[FacetValue],
    ) -> None:
        """Add the first values, those that are chosen, and an item that shows or hides the rest."""
        opened = facet in self._opened or len(counts) <= _MOST_AT_ONCE + 1
        for number, (value, count) in enumerate(counts):
            wanted = FacetValue(facet, value)
            if opened or number < _MOST_AT_ONCE or wanted in chosen:
                item = self._add_item(group, self._value_name(wanted), count, wanted)
                item.setSelected(wanted in chosen)
        if len(counts) > _MOST_AT_ONCE + 1:
            text = self.tr("收起") if opened else self.tr("全部 {count} 项…")
            more = self._add_item(group, text.format(count=len(counts)), None, None)
            more.setFlags(Qt.ItemFlag.ItemIsEnabled)
            more.setData(0, _MORE_ROLE, facet)
            more.setFont(0, self.font())
            more.setForeground(0, self.palette().link())

    def _on_opened(self, item: QTreeWidgetItem, _column: int) -> None:
        facet = item.data(0, _MORE_ROLE)
        if facet is None or self._model is None:
            return
        self._opened ^= {Facet(facet)}
        place = self.verticalScrollBar().value()
        # The item that was clicked goes with the old ones: later, when nobody looks at it.
        QTimer.singleShot(0, self, lambda: self._show_again(place))

    def _show_again(self, place: int) -> None:
        if self._model is not None:
            self.show_facets(self._model)
            self.verticalScrollBar().setValue(place)

    def _on_selection_changed(self) -> None:
        self.wanted_changed.emit(self.wanted())

    def _add_item(
        self,
        group: QTreeWidgetItem | None,
        text: str,
        count: int | None,
        value: FacetValue | None,
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text, "" if count is None else str(count)])
        item.setData(0, _VALUE_ROLE, value)
        item.setToolTip(0, text)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if count is None:
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
            item.setTextAlignment(0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        else:
            # The application has the colours of the theme before its widgets have them.
            item.setForeground(1, QGuiApplication.palette().placeholderText())
        if group is None:
            self.addTopLevelItem(item)
        else:
            group.addChild(item)
        return item

    def _facet_name(self, facet: Facet) -> str:
        return {
            Facet.PLACE: self.tr("地区"),
            Facet.PERIOD: self.tr("规划期"),
            Facet.KIND: self.tr("文种"),
            Facet.FORMAT: self.tr("格式"),
        }[facet]

    def _value_name(self, wanted: FacetValue) -> str:
        if wanted.facet is Facet.FORMAT:
            return format_name(wanted.value)
        if wanted.facet is Facet.KIND and wanted.value:
            return kind_name(wanted.value)
        return wanted.value or self.tr("未识别")

"""The editor of one field of a document: value, what is wrong with it, where it was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.text.divisions import Place, PlaceLevel
from plandraft.core.text.metadata import DocumentKind
from plandraft.core.text.places import Gazetteer
from plandraft.services.details import DetailField, Fact, FieldError, checked_value
from plandraft.ui.models.detail_texts import (
    field_name,
    kind_name,
    level_name,
    problem_text,
    value_name,
)
from plandraft.ui.models.widgets import GAP, make_label

PERIODS = ("十六五", "十五五", "十四五", "十三五", "十二五", "十一五", "十五", "九五", "八五")
_LONGEST_SOURCE = 9
_SOURCE_WIDTH = 156
_MOST_ALIKE = 4


class FieldEditor(QWidget):
    """Edit one field; `value` is None while it is to be what was found in the text.

    `place_wanted` asks to see the words in the text that say it.
    """

    place_wanted = Signal(object)
    changed = Signal()

    def __init__(self, fact: Fact, words: str = "", *, mixed: bool = False) -> None:
        super().__init__()
        self.fact = fact
        self._mixed = mixed
        self._touched = False
        self._set_back = False
        self.editor: QLineEdit | QComboBox = _make_editor(fact.field)
        self.editor.setAccessibleName(field_name(fact.field))
        self.problem = make_label(role="fieldProblem", wrap=True)
        self.source = QPushButton()
        self.reset = QPushButton(self.tr("恢复"))
        self.reset.setToolTip(self.tr("恢复为从文中识别的值"))
        self._arrange(words)
        self._show_value(fact.value)
        self._connect()
        self._show_marks()

    @property
    def text(self) -> str:
        """Return what stands in the field; for choices their key."""
        if isinstance(self.editor, QComboBox) and not self.editor.isEditable():
            return str(self.editor.currentData() or "")
        line = self.editor.lineEdit() if isinstance(self.editor, QComboBox) else self.editor
        return line.text() if line is not None else ""

    def set_text(self, text: str) -> None:
        """Put a value into the field as a user would."""
        self._touched, self._set_back = True, False
        self._show_value(text)
        self._show_marks()

    def change(self) -> tuple[DetailField, str | None] | None:
        """Return the field with its new value, None for set back; nothing where it is as before.

        Raises FieldError, and says it at the field.
        """
        self.problem.hide()
        if self._set_back:
            return (self.fact.field, None) if self.fact.edited else None
        if not self._touched:
            return None
        try:
            value = checked_value(self.fact.field, self.text)
        except FieldError as error:
            self.problem.setText(problem_text(error.problem))
            self.problem.show()
            raise
        return None if value == self.fact.value and not self._mixed else (self.fact.field, value)

    def _show_value(self, value: str) -> None:
        editor = self.editor
        editor.blockSignals(True)
        if isinstance(editor, QComboBox) and not editor.isEditable():
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QComboBox):
            editor.setEditText(value)
        else:
            editor.setText(value)
            editor.setCursorPosition(0)
        editor.blockSignals(False)

    def _connect(self) -> None:
        editor = self.editor
        if isinstance(editor, QComboBox) and not editor.isEditable():
            editor.currentIndexChanged.connect(lambda _index: self._on_edited())
        elif isinstance(editor, QComboBox):
            editor.editTextChanged.connect(lambda _text: self._on_edited())
        else:
            editor.textChanged.connect(lambda _text: self._on_edited())
        self.source.clicked.connect(lambda: self.place_wanted.emit(self.fact.span))
        self.reset.clicked.connect(self._on_reset)

    def _on_edited(self) -> None:
        self._touched, self._set_back = True, False
        self.problem.hide()
        self._show_marks()
        self.changed.emit()

    def _on_reset(self) -> None:
        self._touched, self._set_back = False, True
        self._show_value(self.fact.found)
        self.problem.hide()
        self._show_marks()
        self.changed.emit()

    def _show_marks(self) -> None:
        own = self._touched or (self.fact.edited and not self._set_back)
        self.reset.setVisible(own and not self._mixed)

    def _arrange(self, words: str) -> None:
        self.problem.hide()
        self.source.setObjectName("sourceLink")
        self.source.setFlat(True)
        self.source.setCursor(Qt.CursorShape.PointingHandCursor)
        flat = " ".join(words.split())
        short = flat if len(flat) <= _LONGEST_SOURCE else flat[:_LONGEST_SOURCE] + "…"
        self.source.setText(f"“{short}”")
        found = value_name(self.fact.field, self.fact.found)
        tips = (
            self.tr("从文中识别：{value}").format(value=found),
            self.tr("出自：{words}").format(words=flat),
            self.tr("按一下看原文位置"),
        )
        self.source.setToolTip("\n".join(tips))
        self.source.setAccessibleName(tips[1])
        # Also where there is nothing to tell: the fields of all rows end at the same place.
        self.source.setFixedWidth(_SOURCE_WIDTH)
        if not flat:
            self.source.setText("")
            self.source.setEnabled(False)
        self.source.setHidden(self._mixed)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.editor, 1)
        row.addWidget(self.reset)
        row.addWidget(self.source)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.problem)


class PlaceEditor(FieldEditor):
    """Edit the place with names from the gazetteer; `level_found` carries the level of one."""

    level_found = Signal(str)

    def __init__(self, fact: Fact, gazetteer: Gazetteer, words: str = "") -> None:
        self._gazetteer = gazetteer
        self.hint = make_label(role="muted", wrap=True)
        super().__init__(fact, words)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(self.hint)
        self._by_entry = {_entry(place): place for place in gazetteer.places}
        completer = QCompleter(QStringListModel(list(self._by_entry), self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(10)
        assert isinstance(self.editor, QLineEdit)
        self.editor.setCompleter(completer)
        # Later than the completer itself, which writes its whole entry into the field.
        completer.activated.connect(self._on_chosen, Qt.ConnectionType.QueuedConnection)
        self.changed.connect(self._show_hint)
        self._show_hint()

    def choose(self, place: Place) -> None:
        """Take a place of the gazetteer with its level."""
        self.set_text(place.short)
        self.hint.setText(_entry(place))
        self.level_found.emit(place.level.value)

    def _on_chosen(self, entry: str) -> None:
        if entry in self._by_entry:
            self.choose(self._by_entry[entry])

    def _show_hint(self) -> None:
        name = "".join(self.text.split())
        found = self._gazetteer.find(name) if name else ()
        if len(found) > 1:
            alike = "、".join(_entry(place) for place in found[:_MOST_ALIKE])
            more = "……" if len(found) > _MOST_ALIKE else ""
            text = self.tr("有 {count} 个同名：{places}。请从列表中选一个。")
            self.hint.setText(text.format(count=len(found), places=alike + more))
        elif found:
            self.hint.setText(_entry(found[0]))
        else:
            self.hint.setText(self.tr("地名表里没有这个名字，仍可保存。") if name else "")
        self.hint.setVisible(bool(self.hint.text()))


def labelled(editors: Sequence[FieldEditor], grid: QGridLayout) -> None:
    """Put editors below each other, their names at the left."""
    for row, one in enumerate(editors):
        name = make_label(field_name(one.fact.field), "muted")
        name.setMinimumHeight(one.editor.sizeHint().height())
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(one, row, 1)


def _entry(place: Place) -> str:
    above = " ".join(part for part in (place.province, place.prefecture) if part)
    return f"{place.name}（{above}）" if above else place.name


def _make_editor(field: DetailField) -> QLineEdit | QComboBox:
    if field in {DetailField.KIND, DetailField.LEVEL}:
        box = QComboBox()
        box.addItem("—", "")
        for one in DocumentKind if field is DetailField.KIND else PlaceLevel:
            name = kind_name if field is DetailField.KIND else level_name
            box.addItem(name(one.value), one.value)
        return box
    if field is DetailField.PERIOD:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems(["", *PERIODS])
        return box
    return QLineEdit()

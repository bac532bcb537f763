"""Show garbled stretches beside what they were, to be accepted one by one or all at once."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from plandraft.core.model.document import WarningCode
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import section_at, sections_of
from plandraft.core.text.repairs import LOST, Repair
from plandraft.services.correcting import RepairOffer
from plandraft.ui.models.palette import DARK, LIGHT, Palette, tint
from plandraft.ui.models.warning_texts import warning_text
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label

_SIZE = (760, 560)
_CONTEXT = 24
# Places of one kind of damage that are quoted; more tell nothing new.
_MOST_PLACES = 5
_TINT = 0.22
REPORTED = (
    WarningCode.PRIVATE_USE_MARKS,
    WarningCode.FULL_STOPS_FOR_ALL_MARKS,
    WarningCode.LOST_PERCENT_SIGNS,
    WarningCode.LOST_TITLES,
    WarningCode.UNDECODABLE_BYTES,
)


class RepairDialog(QDialog):
    """Offer repairs; `repairs_chosen` carries those that are to hold, none for the text as read."""

    repairs_chosen = Signal(object)

    def __init__(self, offer: RepairOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("修复乱码"))
        self.resize(*_SIZE)
        self._offer = offer
        dark = self.palette().window().color().lightness() < 128
        self._colors: Palette = DARK if dark else LIGHT
        self.boxes: list[QCheckBox] = []
        self.all_button = QPushButton(self.tr("全部采用"))
        self.none_button = QPushButton(self.tr("全部不用"))
        self.count = make_label(role="muted")
        self.buttons = QDialogButtonBox()
        self.apply_button = self.buttons.addButton(
            self.tr("应用"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.apply_button.setObjectName("primary")
        self.buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        self._arrange()
        self.all_button.clicked.connect(lambda: self._check_all(wanted=True))
        self.none_button.clicked.connect(lambda: self._check_all(wanted=False))
        self.buttons.accepted.connect(self._on_apply)
        self.buttons.rejected.connect(self.reject)
        self._on_changed()

    def chosen(self) -> tuple[Repair, ...]:
        """Return the repairs that are ticked."""
        pairs = zip(self.boxes, self._offer.repairs, strict=True)
        return tuple(repair for box, repair in pairs if box.isChecked())

    def _on_apply(self) -> None:
        self.repairs_chosen.emit(self.chosen())
        self.accept()

    def _check_all(self, *, wanted: bool) -> None:
        for box in self.boxes:
            box.setChecked(wanted)

    def _on_changed(self) -> None:
        text = self.tr("采用 {chosen} 处，共 {count} 处")
        chosen = self.chosen()
        self.count.setText(text.format(chosen=len(chosen), count=len(self.boxes)))
        self.apply_button.setEnabled(set(chosen) != set(self._offer.accepted))

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setObjectName("detailsInside")
        list_column = QVBoxLayout(inside)
        list_column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        list_column.setSpacing(GROUP_GAP)
        for number, repair in enumerate(self._offer.repairs, 1):
            list_column.addWidget(self._repair_card(number, repair))
        self._add_reported(list_column)
        list_column.addStretch()
        area = QScrollArea()
        area.setObjectName("detailsArea")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GROUP_GAP, 0, GAP)
        column.setSpacing(GAP)
        column.addLayout(_with_margins(self._head()))
        column.addWidget(area, 1)
        column.addLayout(_with_margins(self._foot()))

    def _head(self) -> QHBoxLayout:
        text = self.tr(
            "这些文字在转存时错位了一个字节。逐处看过再采用；原文始终保留，随时可以改回。"
            "□ 表示缺了半个字，无法还原。"
        )
        if not self._offer.repairs:
            text = self.tr("没有可以自动修复的文字。下面是只能对照原件改正的问题。")
        row = QHBoxLayout()
        row.addWidget(make_label(text, wrap=True))
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for widget in (self.all_button, self.none_button, self.count):
            widget.setVisible(bool(self._offer.repairs))
            row.addWidget(widget)
        self.apply_button.setVisible(bool(self._offer.repairs))
        row.addStretch()
        row.addWidget(self.buttons)
        return row

    def _repair_card(self, number: int, repair: Repair) -> QFrame:
        document = self._offer.document
        section = section_at(sections_of(document), repair.span.start)
        place = section.title if section else document.title
        box = QCheckBox(self.tr("第 {number} 处：{place}").format(number=number, place=place))
        box.setChecked(repair in self._offer.accepted)
        box.toggled.connect(lambda _on: self._on_changed())
        self.boxes.append(box)
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(GROUP_GAP, GAP, GROUP_GAP, GROUP_GAP)
        grid.setHorizontalSpacing(GROUP_GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        grid.addWidget(box, 0, 0, 1, 2)
        for row, (name, words, mark) in enumerate(
            (
                (self.tr("原文"), repair.original, self._marked_original),
                (self.tr("建议"), repair.repaired, self._marked_repair),
            ),
            1,
        ):
            grid.addWidget(make_label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._in_context(repair.span, words, mark), row, 1)
        return card

    def _in_context(self, span: Span, words: str, mark: Callable[[str], str]) -> QLabel:
        text = self._offer.document.text
        before = text[max(0, span.start - _CONTEXT) : span.start].rpartition("\n")[2]
        after = text[span.end : span.end + _CONTEXT].partition("\n")[0]
        label = QLabel(f"{self._faint(before)}{mark(words)}{self._faint(after)}")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _faint(self, text: str) -> str:
        return f'<span style="color:{self._colors.muted}">{escape(text)}</span>'

    def _marked_original(self, text: str) -> str:
        return self._on_ground(escape(text), self._colors.deleted_text)

    def _marked_repair(self, text: str) -> str:
        lost = f'<b style="color:{self._colors.error_text}">{LOST}</b>'
        return self._on_ground(escape(text).replace(LOST, lost), self._colors.inserted_text)

    def _on_ground(self, html: str, color: str) -> str:
        ground = tint(color, _TINT, self._colors.page)
        return f'<span style="background-color:{ground}">{html}</span>'

    def _add_reported(self, column: QVBoxLayout) -> None:
        warnings = [one for one in self._offer.document.warnings if one.code in REPORTED]
        if not warnings:
            return
        column.addWidget(make_label(self.tr("只提示、不改动的问题"), "sectionTitle"))
        for warning in warnings:
            column.addWidget(make_label(warning_text(warning), wrap=True))
            spans = [place.span for place in self._offer.damage if place.code is warning.code]
            for span in spans[:_MOST_PLACES]:
                words = span.slice(self._offer.document.text)
                column.addWidget(self._in_context(span, words, self._marked_original))
            more = len(spans) - _MOST_PLACES
            if more > 0:
                text = self.tr("……另有 {count} 处").format(count=more)
                column.addWidget(make_label(text, "muted"))


def _with_margins(row: QHBoxLayout) -> QHBoxLayout:
    row.setContentsMargins(GROUP_GAP, 0, GROUP_GAP, 0)
    return row

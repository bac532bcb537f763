"""What the current section should say, and the slots of the draft."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from plandraft.core.draft.template import TemplateSection
from plandraft.ui.draft.slot_form import SlotForm
from plandraft.ui.models.widgets import GAP, GROUP_GAP, make_label, make_scroll_area


class GuidePanel(QWidget):
    """Show purpose, wanted length and guidance of a section, and below it the slots."""

    def __init__(self) -> None:
        super().__init__()
        self.title = make_label(role="sourceState", wrap=True)
        self.purpose = make_label(wrap=True)
        self.length = make_label(role="muted", wrap=True)
        self.guidance = make_label(role="excerpt", wrap=True)
        self.form = SlotForm()
        inside = QWidget()
        inside.setObjectName("cards")
        column = QVBoxLayout(inside)
        column.setContentsMargins(GROUP_GAP, GROUP_GAP, GROUP_GAP, GROUP_GAP)
        column.setSpacing(GAP)
        for label in (self.title, self.purpose, self.length, self.guidance):
            column.addWidget(label)
        column.addSpacing(GROUP_GAP)
        column.addWidget(make_label(self.tr("全文要素"), "sectionTitle"))
        note = self.tr("改一处，全文随之更新；正文里没有填的要素以【】标出。")
        column.addWidget(make_label(note, "muted", wrap=True))
        column.addWidget(self.form)
        column.addStretch()
        area = make_scroll_area(inside, "cardsArea")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def show_section(self, heading: str, section: TemplateSection | None) -> None:
        """Show what the template says about a section; None for one that it does not know."""
        self.title.setText(heading)
        self.purpose.setText(section.purpose if section else "")
        self.length.setText(self._length(section) if section else "")
        self.guidance.setText(section.guidance if section else self.tr("模板里没有这一节。"))
        for label in (self.purpose, self.length, self.guidance):
            label.setVisible(bool(label.text()))

    def _length(self, section: TemplateSection) -> str:
        if section.minimum and section.maximum:
            text = self.tr("建议篇幅 {low}–{high} 字")
            return text.format(low=section.minimum, high=section.maximum)
        return self.tr("可以不写") if section.optional else ""

"""What a 通知 says: who sends the plan out, under which number, when."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.notice import Notice, complete_notice
from plandraft.ui.models.widgets import GAP, ToolButton

_FIRST = ("signature", "number", "date", "recipients", "copies_to")


class NoticeForm(QWidget):
    """Edit a Notice; what is left empty follows from the draft, which the grey text shows."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = {one.name: QLineEdit() for one in fields(Notice) if one.name != "sealed"}
        self.sealed = QCheckBox(self.tr("盖章（日期右空四字）"))
        self.more = ToolButton()
        self.more.setText(self.tr("更多要素"))
        self.more.setCheckable(True)
        self._rest = QWidget()
        self._arrange()
        for field in self.fields.values():
            field.textChanged.connect(lambda _text: self.changed.emit())
        self.sealed.toggled.connect(lambda _on: self.changed.emit())
        self.more.toggled.connect(self._rest.setVisible)

    def show_notice(self, notice: Notice, draft: Draft) -> None:
        """Show what was said before; the rest is proposed out of the draft."""
        blocker = QSignalBlocker(self)
        proposed = complete_notice(Notice(), draft)
        for name, field in self.fields.items():
            field.setText(getattr(notice, name))
            text = getattr(proposed, name)
            examples = {
                "number": self.tr("例：松政发〔2026〕8号"),
                "date": self.tr("例：2026年5月8日"),
            }
            field.setPlaceholderText(examples.get(name, "") if "【" in text or not text else text)
        self.sealed.setChecked(notice.sealed)
        told = any(getattr(notice, name) for name in self.fields if name not in _FIRST)
        self.more.setChecked(told)
        self._rest.setVisible(told)
        blocker.unblock()

    def notice(self) -> Notice:
        """Return what is said."""
        values = {name: field.text().strip() for name, field in self.fields.items()}
        return Notice(**values, sealed=self.sealed.isChecked())

    def _names(self) -> dict[str, str]:
        return {
            "signature": self.tr("发文机关"),
            "number": self.tr("发文字号"),
            "date": self.tr("成文日期"),
            "recipients": self.tr("主送机关"),
            "copies_to": self.tr("抄送机关"),
            "organ_mark": self.tr("发文机关标志"),
            "title": self.tr("通知标题"),
            "sentence": self.tr("通知正文"),
            "copy_number": self.tr("份号"),
            "secrecy": self.tr("密级"),
            "urgency": self.tr("紧急程度"),
            "printed_by": self.tr("印发机关"),
            "printed_on": self.tr("印发日期"),
        }

    def _arrange(self) -> None:
        names = self._names()
        first, rest = QFormLayout(), QFormLayout(self._rest)
        for form in (first, rest):
            form.setContentsMargins(0, 0, 0, 0)
            form.setVerticalSpacing(GAP)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in self.fields.items():
            field.setAccessibleName(names[name])
        for name in _FIRST:
            first.addRow(names[name], self.fields[name])
        for name, field in self.fields.items():
            if name not in _FIRST:
                rest.addRow(names[name], field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(first)
        column.addWidget(self.sealed)
        column.addWidget(self.more)
        column.addWidget(self._rest)
        self._rest.hide()

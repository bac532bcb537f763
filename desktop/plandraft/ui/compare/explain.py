"""Short texts about a passage or a difference: tooltips and citations."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from plandraft.core.compare.changes import Comparison
from plandraft.ui.compare.pieces import Mark
from plandraft.ui.models.entries import Entry
from plandraft.ui.models.passage_names import change_name, difference_name, kind_name, percent
from plandraft.ui.models.picks import TextPick

_LONGEST_WORDING = 60


def explain_mark(mark: Mark, comparison: Comparison, *, left: bool) -> str:
    """Return the pair of words of a difference as rich text, the left side first."""
    ours, theirs = (mark.span, mark.other) if left else (mark.other, mark.span)
    pair = (
        _wording(ours.slice(comparison.left.text)),
        _wording(theirs.slice(comparison.right.text)),
    )
    return f"<b>{escape(change_name(mark.change_class))}</b><br>A　{pair[0]}<br>B　{pair[1]}"


def explain_entry(row: Entry, others: int) -> str:
    """Return what a passage or change is; `others` is how many more begin from the same place."""
    parts = [kind_name(row.kind, edited=row.edited)]
    if row.both:
        parts.append(percent(row.similarity))
    parts += [difference_name(one) for one in row.differs]
    lines = [f"<b>#{row.number}　{escape(' · '.join(parts))}</b>"]
    lines.append(f"A　{escape(row.left_section) or '—'}")
    lines.append(f"B　{escape(row.right_section) or '—'}")
    if row.routine:
        text = QCoreApplication.translate("explain", "通用表述：各地公文都这样说，不计入比例")
        lines.append(escape(text))
    if others:
        text = QCoreApplication.translate(
            "explain", "此处另有 {count} 处对应，再次单击可轮换"
        ).format(count=others)
        lines.append(escape(text))
    return "<br>".join(lines)


def cite(pick: TextPick, section: str) -> str:
    """Return a stretch with its source behind it, as one would quote it."""
    document = pick.document
    source = f"《{document.title}》" if document.title else document.origin.path
    return f"{pick.span.slice(document.text)}\n（{source}{'，' + section if section else ''}）"


def _wording(text: str) -> str:
    flat = " ".join(text.split())
    if not flat:
        return f"<i>{escape(QCoreApplication.translate('explain', '（无）'))}</i>"
    cut = flat[:_LONGEST_WORDING] + ("…" if len(flat) > _LONGEST_WORDING else "")
    return f"“{escape(cut)}”"

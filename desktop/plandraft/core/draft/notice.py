"""The 通知 that sends a plan out: its red head, its one sentence, who signs it and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.slots import fill_slots

SIGNATURE_SLOT = "发文机关"
DATE_SLOT = "成文日期"


@dataclass(frozen=True, slots=True)
class Notice:
    """Hold the elements of a 通知; what is "" and needed stands as an open slot 【…】.

    The names of the fields in `NOTICE_NAMES` are what users type. `sealed` sets the date four
    characters from the edge, where a seal covers it.
    """

    organ_mark: str = ""
    number: str = ""
    title: str = ""
    recipients: str = ""
    sentence: str = ""
    signature: str = ""
    date: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    copies_to: str = ""
    printed_by: str = ""
    printed_on: str = ""
    sealed: bool = False


NOTICE_NAMES = {
    "发文机关标志": "organ_mark",
    "发文字号": "number",
    "通知标题": "title",
    "主送机关": "recipients",
    "通知正文": "sentence",
    "发文机关": "signature",
    "成文日期": "date",
    "份号": "copy_number",
    "密级": "secrecy",
    "紧急程度": "urgency",
    "抄送机关": "copies_to",
    "印发机关": "printed_by",
    "印发日期": "printed_on",
}


def notice_from(values: Mapping[str, str], *, sealed: bool = False) -> Notice:
    """Build a notice from values by their Chinese names; raises KeyError for an unknown name."""
    known = {NOTICE_NAMES[name]: value.strip() for name, value in values.items()}
    return Notice(**known, sealed=sealed)


def complete_notice(notice: Notice, draft: Draft) -> Notice:
    """Return the notice with what follows from the draft; the rest stands as 【name】."""
    slots = dict(draft.slots)
    title = fill_slots(draft.title, slots)
    signature = notice.signature or slots.get(SIGNATURE_SLOT, "") or f"【{SIGNATURE_SLOT}】"
    values = {
        "signature": signature,
        "date": notice.date or slots.get(DATE_SLOT, "") or f"【{DATE_SLOT}】",
        "organ_mark": notice.organ_mark or f"{signature}文件",
        "number": notice.number or slots.get("发文字号", "") or "【发文字号】",
        "recipients": notice.recipients or slots.get("主送机关", "") or "【主送机关】",
        "title": notice.title or f"{signature}关于印发{title}的通知",
        "sentence": notice.sentence or f"现将《{title}》印发给你们，请结合实际，认真贯彻执行。",
    }
    kept = {one.name: getattr(notice, one.name) for one in fields(notice)}
    return Notice(**{**kept, **values})

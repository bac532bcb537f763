"""A draft as plain text: headings with their numbers, one paragraph a line."""

from __future__ import annotations

from plandraft.core.draft.boxes import box_numbers
from plandraft.core.draft.draft import Draft
from plandraft.core.draft.headings import empty_optional_sections, is_annex, number_headings
from plandraft.core.draft.notice import DATE_SLOT, SIGNATURE_SLOT
from plandraft.core.draft.slots import fill_slots
from plandraft.core.draft.template import DraftTemplate
from plandraft.io.exporters.block_lines import LineMaker, titled
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.official_paragraphs import official_date


def build_text(draft: Draft, template: DraftTemplate) -> bytes:
    """Return a draft as UTF-8 with a mark at its head and Windows line ends.

    Word and old editors ask for the encoding of a text without the mark.
    """
    slots = dict(draft.slots)
    left_out = empty_optional_sections(draft, template)
    lines = [clean_line(fill_slots(draft.title, slots)), ""]
    ending = [clean_line(slots.get(SIGNATURE_SLOT, "")), official_date(slots.get(DATE_SLOT, ""))]
    maker, boxes = LineMaker(slots, changes=False), box_numbers(draft, left_out)
    signature = ["", *filter(None, ending)] if any(ending) else []
    for section, label in zip(draft.sections, number_headings(draft, left_out), strict=True):
        if section.id in left_out:
            continue
        if is_annex(section.id):
            lines += signature
            signature = []
        title = clean_line(fill_slots(section.title, slots))
        if is_annex(section.id) and section.level == 1:
            lines += ["", label, title]
        elif section.level:
            lines.append(label + title)
        lines += (line.text for line in maker.lines(titled(section.blocks, boxes, slots)))
    lines += signature
    text = "".join(f"{line}\r\n" for line in lines)
    return text.encode("utf-8-sig")

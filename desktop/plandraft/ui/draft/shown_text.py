"""A block as the editor shows it: filled slots read as their values and stay slots below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plandraft.core.draft.draft import DraftBlock
from plandraft.core.draft.slots import slot_marks
from plandraft.core.model.spans import Span
from plandraft.ui.models.text_units import to_paragraph


@dataclass(frozen=True, slots=True)
class FilledSlot:
    """Hold one slot that is shown as its value; spans in code points."""

    name: str
    raw: Span
    shown: Span


@dataclass(frozen=True, slots=True)
class ShownText:
    """Hold the text of a block (`raw`) and what the editor shows instead (`shown`)."""

    raw: str
    shown: str
    slots: tuple[FilledSlot, ...] = ()

    def raw_before(self, offset: int) -> str:
        """Return the raw text of the first `offset` shown code points.

        A slot that is cut becomes the part of its value before the cut.
        """
        last = None
        for slot in self.slots:
            if slot.shown.start >= offset:
                break
            if slot.shown.end > offset:
                return self.raw[: slot.raw.start] + self.shown[slot.shown.start : offset]
            last = slot
        return self.raw[: offset + self._shift(last)]

    def raw_after(self, offset: int) -> str:
        """Return the raw text from the shown code point at `offset` on."""
        last = None
        for slot in self.slots:
            if slot.shown.start >= offset:
                break
            if slot.shown.end > offset:
                return self.shown[offset : slot.shown.end] + self.raw[slot.raw.end :]
            last = slot
        return self.raw[offset + self._shift(last) :]

    @staticmethod
    def _shift(slot: FilledSlot | None) -> int:
        return slot.raw.end - slot.shown.end if slot else 0


def show_block(block: DraftBlock, values: Mapping[str, str]) -> ShownText:
    """Return what the editor shows of a block; `values` are those of `slot_values`.

    Brackets that stood in the source of a borrowed passage are its wording and stay.
    """
    if "【" not in block.text:
        return ShownText(block.text, to_paragraph(block.text))
    source = block.provenance.text if block.provenance else ""
    parts: list[str] = []
    slots: list[FilledSlot] = []
    raw_at = shown_at = 0
    for mark in slot_marks(block.text):
        value = values.get(mark.name, "")
        if not value or mark.span.slice(block.text) in source:
            continue
        before = block.text[raw_at : mark.span.start]
        start = shown_at + len(before)
        slots.append(FilledSlot(mark.name, mark.span, Span(start, start + len(value))))
        parts += [before, value]
        raw_at, shown_at = mark.span.end, start + len(value)
    parts.append(block.text[raw_at:])
    return ShownText(block.text, to_paragraph("".join(parts)), tuple(slots))

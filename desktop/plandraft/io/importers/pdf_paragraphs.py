"""Rebuild paragraphs from the lines of a PDF's pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from plandraft.core.model.document import BlockKind
from plandraft.core.text.numbering import LabelForm, label_at
from plandraft.core.text.structure import LineHint
from plandraft.io.importers.lines import LineCollector
from plandraft.io.importers.pdf_lines import PageLine, PdfPage, joins_with_space

# A line this much short of the margin (in letters) ends its paragraph: measured on 195 of them.
_SHORT = 2.2
# A line that a long word made short is told by the mark at its end.
_GOES_ON = frozenset("、，,（(《“")
# First lines are set in by two letters.
_INDENT = 1.4
# Another size is another kind of text: a heading, a note.
_OTHER_SIZE = 0.12
# Lines set further apart than this many line pitches are paragraphs.
_FAR = 1.7
# Fewer lines than this do not show where the margins are; those of all pages do.
_ENOUGH_LINES = 8
# The rest of a column, above a paragraph across all of them, has one full line at least.
_ENOUGH_IN_A_COLUMN = 3
# The text of a page ends at this share of its width at the least.
_NARROWEST = 0.7
_FURNITURE_LINES = 2
_SAME_HEIGHT = 6.0
_FEWEST_REPEATS = 3
_PAGE_NUMBER = re.compile(
    r"[-—－–·•\s]*(?:\d{1,4}|[ivxlcIVXLC]{1,6})[-—－–·•\s]*"
    r"|第\s*\d{1,4}\s*页(?:[\s/／共，,]*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}"
)
_CONTENTS_LINE = re.compile(r"[.．…·]{3,}\s*[-—]?\s*\d{1,4}[-—]?$")
_DIGITS = re.compile(r"\d+")
_TABLE_ROW = LineHint(BlockKind.TABLE_ROW)
# 33.2 at a line start is seldom a heading; these labels are.
_HEADING_FORMS = frozenset({
    LabelForm.PART, LabelForm.CHAPTER, LabelForm.SECTION, LabelForm.HAN, LabelForm.HAN_PAREN,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float
    pitch: float


def without_furniture(pages: Sequence[PdfPage]) -> list[PdfPage]:
    """Return the pages without page numbers and without lines that most pages repeat."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        counts.update({_keys(line)[0] for line in _edges(page.lines)})
    least = max(_FEWEST_REPEATS, len(pages) // 2 + 1)
    kept = []
    for page in pages:
        dropped = {
            id(line)
            for line in _edges(page.lines)
            if any(counts[key] >= least for key in _keys(line))
        }
        if len(pages) > 1:
            ends = (*page.lines[:1], *page.lines[-1:])
            dropped |= {id(line) for line in ends if _PAGE_NUMBER.fullmatch(line.text)}
        lines = tuple(line for line in page.lines if id(line) not in dropped)
        kept.append(replace(page, lines=lines))
    return kept


def collect_paragraphs(pages: Sequence[PdfPage]) -> LineCollector:
    """Join the lines that are one paragraph, over the ends of pages too."""
    joiner = _Joiner()
    everything = [line for page in pages for line in page.lines if not page.apart]
    for page in pages:
        if page.apart:
            joiner.close()
        for _, region in groupby(page.lines, key=lambda line: line.region):
            lines = tuple(region)
            margins = _margins_of(lines, page, everything)
            for index, line in enumerate(lines):
                row = _is_row(lines, index)
                joiner.take(line, margins, row=row, same_page=index > 0)
    joiner.close()
    return joiner.collector


@dataclass(slots=True)
class _Joiner:
    """Hold the paragraph that is being put together."""

    collector: LineCollector = field(default_factory=LineCollector)
    _text: str = ""
    _before: PageLine | None = None
    _ended: bool = False

    def take(self, line: PageLine, margins: _Margins, *, row: bool, same_page: bool) -> None:
        """Add a line to the paragraph, or begin another with it."""
        before = self._before
        if row:
            self.close()
            self.collector.add(line.text, _TABLE_ROW)
            return
        if before is None or self._ended or _starts(line, before, margins, same_page=same_page):
            self.close()
            self._text = line.text
        else:
            gap = " " if joins_with_space(self._text, line.text) else ""
            self._text = f"{self._text}{gap}{line.text}"
        self._before = line
        self._ended = _ends(line, margins)

    def close(self) -> None:
        """Put the paragraph into the collector."""
        if self._before is not None:
            self.collector.add(self._text)
        self._text, self._before = "", None


def _is_row(page: Sequence[PageLine], index: int) -> bool:
    neighbours = (*page[max(0, index - 1) : index], *page[index + 1 : index + 2])
    return len(page[index].cells) > 1 and any(len(line.cells) > 1 for line in neighbours)


def _margins_of(
    lines: Sequence[PageLine], page: PdfPage, everything: Sequence[PageLine]
) -> _Margins:
    """Return the edges of the text that `lines`, a region of `page`, belong to."""
    if page.apart or (page.lines[-1].region and len(lines) >= _ENOUGH_IN_A_COLUMN):
        return _margins(lines, lines, 0.0)
    if page.lines[-1].region:
        return _margins(page.lines, lines, page.width)
    return _margins(lines if len(lines) >= _ENOUGH_LINES else everything, lines, page.width)


def _margins(lines: Sequence[PageLine], pitched: Sequence[PageLine], width: float) -> _Margins:
    """Return the edges that most of `lines` keep to, and how far apart `pitched` are set."""
    rights = sorted(line.right for line in lines)
    # The highest few may hang over by a mark.
    right = rights[int(len(rights) * 0.9)]
    if len(lines) < _ENOUGH_LINES:
        right = max(right, _NARROWEST * width)
    pitches = sorted(following.y - line.y for line, following in pairwise(pitched))
    pitch = pitches[len(pitches) // 2] if len(pitches) > 1 else 0.0
    return _Margins(min(line.left for line in lines), right, pitch)


def _ends(line: PageLine, margins: _Margins) -> bool:
    short = line.right < margins.right - _SHORT * line.size and line.text[-1:] not in _GOES_ON
    return short or _CONTENTS_LINE.search(line.text) is not None


def _starts(line: PageLine, before: PageLine, margins: _Margins, *, same_page: bool) -> bool:
    if abs(line.size - before.size) > _OTHER_SIZE * before.size:
        return True
    if line.left > margins.left + _INDENT * line.size:
        return True
    if same_page and margins.pitch and line.y - before.y > _FAR * margins.pitch:
        return True
    label = label_at(line.text, 0, len(line.text))
    return label is not None and label.form in _HEADING_FORMS


def _edges(page: Sequence[PageLine]) -> Iterator[PageLine]:
    seen = set()
    for line in (*page[:_FURNITURE_LINES], *page[-_FURNITURE_LINES:]):
        if id(line) not in seen:
            seen.add(id(line))
            yield line


def _keys(line: PageLine) -> tuple[tuple[str, int], ...]:
    """Return what the line is known by: its text without numbers, and its height roughly."""
    text = _DIGITS.sub("#", "".join(line.text.split()))
    height = round(line.y / _SAME_HEIGHT)
    return tuple((text, at) for at in (height, height - 1, height + 1))

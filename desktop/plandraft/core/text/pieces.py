"""Cut lines of run-in text before the labels that are glued to the sentence before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from plandraft.core.text.headings import find_heading_end
from plandraft.core.text.layout import Line, strip_span
from plandraft.core.text.numbering import Label, LabelForm, find_label, label_at
from plandraft.core.text.titles import find_signature, is_annex_mark

_MARKS = "。；：！？”’…;:!?"
# What may stand before a glued label that is not the first of its list.
_BEHIND = _MARKS + "."
_SENTENCE_MARK = re.compile("[。；！？;!?]")
_HEADING_FORMS = (LabelForm.HAN, LabelForm.HAN_PAREN, LabelForm.DIGIT)
# A heading that its first sub-heading is glued to is not longer than this.
_LONGEST_HEADING = 60
# A number of two digits at a line start that jumps further is one of the sentence: 30、40岁.
_LARGEST_JUMP = 3
# So many blanks at most are looked past to the mark before a label.
_BLANKS_BEFORE = 8
# 附件：1.任务清单 is one line; the mark before the number is this long at most.
_LONGEST_ANNEX_MARK = 13
# A labelled line of level 1 or 2 without a mark for so long has its body glued to it.
_LONG_WITHOUT_MARK = 45


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a stretch of the source that becomes one block.

    `glued` says that it was cut out of a line; `headed` that it is the heading part of a label
    whose body was split off.
    """

    start: int
    end: int
    paragraph: int
    label: Label | None = None
    glued: bool = False
    headed: bool = False


@dataclass(slots=True)
class _Counter:
    """Remember the last number of each form; a higher label starts the lower ones again."""

    values: dict[LabelForm, int] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def last(self, form: LabelForm) -> int:
        return self.values.get(form, 0)

    def take(self, label: Label) -> None:
        for form in [form for form in self.values if form > label.form]:
            del self.values[form]
        self.values[label.form] = label.value
        if label.form is LabelForm.HAN:
            self.seen = {label.value} if label.value == 1 else self.seen | {label.value}


def cut_lines(
    source: str,
    lines: tuple[Line, ...],
    *,
    full_stops: bool = False,
    whole: frozenset[int] = frozenset(),
) -> tuple[Piece, ...]:
    """Cut `lines` into the pieces that become blocks.

    `full_stops` says that '.' stands for all marks; the lines of the paragraphs `whole` (table
    rows) are neither cut nor labelled.
    """
    counter = _Counter()
    pieces: list[Piece] = []
    for line in lines:
        if line.paragraph in whole:
            pieces.append(_piece(source, line.start, line.end, line, None))
            continue
        cut = list(_cut_line(source, line, counter, full_stops=full_stops))
        for piece in cut:
            one = replace(piece, glued=True) if len(cut) > 1 else piece
            split = _split_heading(source, one, full_stops=full_stops)
            pieces.extend(part for half in split for part in _split_signature(source, half))
    return tuple(pieces)


def _cut_line(source: str, line: Line, counter: _Counter, *, full_stops: bool) -> Iterator[Piece]:
    label = label_at(source, line.start, line.end)
    if label is not None and not _begins_line(label, counter):
        label = None
    if label is not None:
        counter.take(label)
    start, position = line.start, (label.end if label else line.start)
    while (found := find_label(source, position, line.end, _BEHIND)) is not None:
        position = found.end
        if _stands_glued(source, start, label, found, counter, full_stops=full_stops):
            yield _piece(source, start, found.start, line, label)
            counter.take(found)
            start, label = found.start, found
    yield _piece(source, start, line.end, line, label)


def _piece(source: str, start: int, end: int, line: Line, label: Label | None) -> Piece:
    start, end = strip_span(source, start, end)
    return Piece(start, end, line.paragraph, label)


def _begins_line(label: Label, counter: _Counter) -> bool:
    if label.form is not LabelForm.DIGIT or label.value < 10:
        return True
    return label.value <= counter.last(label.form) + _LARGEST_JUMP


def _stands_glued(
    source: str,
    start: int,
    heading: Label | None,
    label: Label,
    counter: _Counter,
    *,
    full_stops: bool,
) -> bool:
    if label.form is LabelForm.SAYING:
        return False
    before = source[max(start, label.start - _BLANKS_BEFORE) : label.start].rstrip()[-2:]
    if not before:
        return False
    if is_annex_mark(source[start : min(label.start, start + _LONGEST_ANNEX_MARK)].strip()):
        return False
    if label.form in {LabelForm.PART, LabelForm.CHAPTER, LabelForm.SECTION, LabelForm.ARTICLE}:
        # 第三章规定了… names a chapter; 第三章 保障 begins one.
        titled = source[label.end : label.end + 1].isspace()
        return titled and before[-1] == "。" and label.value == counter.last(label.form) + 1
    if label.form is LabelForm.ORDINAL:
        return before[-1] in "。！？" and 1 < label.value == counter.last(label.form) + 1
    # 95.二. ends a number; 33.9.25. is a list of numbers.
    digits_before = before[0].isdigit() and label.form is not LabelForm.HAN
    stop = full_stops and before[-1] == "." and not digits_before
    if before[-1] in _MARKS or stop or _follows_a_dot(before, label, counter):
        return _continues(label, counter, full_stops=full_stops)
    return heading is not None and _opens_below(source, heading, label)


def _follows_a_dot(before: str, label: Label, counter: _Counter) -> bool:
    """Tell whether '.' stands for 。 here, in a text that has ordinary marks elsewhere."""
    return (
        label.form is LabelForm.HAN_PAREN
        and before[-1] == "."
        and not before[0].isascii()
        and 1 < label.value == counter.last(label.form) + 1
    )


def _continues(label: Label, counter: _Counter, *, full_stops: bool) -> bool:
    if label.form is LabelForm.HAN:
        if label.dotted:
            return full_stops and label.value not in counter.seen
        return label.value == counter.last(label.form) + 1
    return label.value in {1, counter.last(label.form) + 1}


def _opens_below(source: str, heading: Label, label: Label) -> bool:
    """Tell whether `label` is the first below the heading that it is glued to."""
    length = label.start - heading.end
    return (
        label.value == 1
        and heading.form in _HEADING_FORMS
        and label.form in _HEADING_FORMS
        and label.form > heading.form
        and 1 < length <= _LONGEST_HEADING
        and source[label.start - 1] not in "，、,（(第见以"
        and not _SENTENCE_MARK.search(source, heading.end, label.start)
    )


def _split_heading(source: str, piece: Piece, *, full_stops: bool) -> Iterator[Piece]:
    label = piece.label
    # Where '.' stands for all marks the end of a first sentence cannot be seen in an item.
    forms = _HEADING_FORMS[:1] if full_stops else _HEADING_FORMS
    if label is not None and label.form in forms and _may_hold_body(source, piece):
        begin, _ = strip_span(source, label.end, piece.end)
        at = find_heading_end(source, begin, piece.end)
        if at is not None:
            start, end = strip_span(source, piece.start, at)
            yield replace(piece, start=start, end=end, headed=True)
            start, end = strip_span(source, at, piece.end)
            yield replace(piece, start=start, end=end, label=None)
            return
    yield piece


def _split_signature(source: str, piece: Piece) -> Iterator[Piece]:
    found = None if piece.headed else find_signature(source, piece.start, piece.end)
    if found is None:
        yield piece
        return
    unit, date = found
    for first, last in ((piece.start, unit), (unit, date), (date, piece.end)):
        start, end = strip_span(source, first, last)
        if start < end:
            label = piece.label if start == piece.start else None
            yield replace(piece, start=start, end=end, label=label)


def _may_hold_body(source: str, piece: Piece) -> bool:
    label = piece.label
    if label is None or piece.glued:
        return True
    mark = _SENTENCE_MARK.search(source, label.end, piece.end)
    first = (mark.start() if mark else piece.end) - label.end
    return label.form < LabelForm.DIGIT and first > _LONG_WITHOUT_MARK

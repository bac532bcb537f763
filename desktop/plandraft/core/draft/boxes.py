"""专栏 boxes and the captions of tables: which lines they are, how they are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock
from plandraft.core.draft.headings import LONGEST_HEADING, heading_level_of_line

BOX_WORD, TABLE_WORD = "专栏", "表"
# A label and its title stand one character apart.
GAP = "\u3000"

_GAPS = r"[\s\u3000:：.、—-]"
_DIGITS = r"\s?\d{1,3}(?:[-－—.]\d{1,3})?(?!\d|年)"
# Behind a gap a Chinese number belongs to the title: 专栏　六大工程一览.
_HAN = rf"[一二三四五六七八九十]{{1,3}}(?={_GAPS}|$)"
_NUMBER = rf"(?:{_DIGITS}|{_HAN})"
_BOX = re.compile(rf"专\s?栏(?:{_NUMBER}{_GAPS}*|{_GAPS}+)")
_TABLE = re.compile(rf"表(?:{_NUMBER}{_GAPS}*|[\s\u3000:：]+)")
_SENTENCE_MARKS = frozenset("。；！？，")
_ITEM = re.compile(
    r"(?:\d{1,2}[.．、)）]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]|[①-⑳]"
    r"|[一二三四五六七八九十]是|——|[●○■□◆◇▪•·])"
)
# Headings of these levels part a plan; deeper ones are items, in a box too.
_DEEPEST_PART = 2


@dataclass(frozen=True, slots=True)
class Box:
    """Hold one 专栏 of a section: its head, None where it has none, and its text."""

    title: DraftBlock | None
    text: tuple[DraftBlock, ...]


def is_box_title(line: str) -> bool:
    """Tell whether a line is the head of a 专栏 ("专栏1　重大工程"), not a sentence."""
    return _is_caption(_BOX, line)


def is_table_caption(line: str) -> bool:
    """Tell whether a line can be the caption of a table ("表1　主要指标")."""
    return _is_caption(_TABLE, line)


def box_caption(line: str, number: int) -> str:
    """Return the head of a 专栏 with its number, without one for 0; its old number goes."""
    return _captioned(BOX_WORD, _BOX, line, number)


def bare_caption(line: str) -> str:
    """Return the head of a 专栏 without the word and its number."""
    found = _BOX.match(line)
    return (line[found.end() :] if found else line).strip()


def table_caption(line: str, number: int) -> str:
    """Return the caption of a table with its number; its old number goes."""
    return _captioned(TABLE_WORD, _TABLE, line, number)


def split_boxes(blocks: Sequence[DraftBlock]) -> Iterator[Box | tuple[DraftBlock, ...]]:
    """Yield the boxes of a section and the runs of blocks between them, in order.

    A plain block between two of a box belongs to it; one that reads as the head of a box opens
    one (see `forms_of_lines`), so that a drafter needs but type it.
    """
    at = 0
    while at < len(blocks):
        if blocks[at].form is BlockForm.TEXT:
            end = at
            while end < len(blocks) and blocks[end].form is BlockForm.TEXT:
                end += 1
            yield from _typed_boxes(blocks[at:end])
        else:
            end = _end_of_box(blocks, at)
            titled = blocks[at].form is BlockForm.BOX_TITLE
            yield Box(blocks[at] if titled else None, tuple(blocks[at + titled : end]))
        at = end


def outside_boxes(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """Return the blocks of a section that are in no box."""
    return [block for part in split_boxes(blocks) if not isinstance(part, Box) for block in part]


def forms_in_export(blocks: Sequence[DraftBlock]) -> tuple[BlockForm, ...]:
    """Return what each block of a section is laid out as, boxes that were typed among them."""
    forms: list[BlockForm] = []
    for part in split_boxes(blocks):
        if not isinstance(part, Box):
            forms += [BlockForm.TEXT] * len(part)
            continue
        forms += [] if part.title is None else [BlockForm.BOX_TITLE]
        forms += [BlockForm.BOX_TEXT] * len(part.text)
    return tuple(forms)


def box_numbers(draft: Draft, left_out: AbstractSet[str] = frozenset()) -> dict[int, int]:
    """Return the number of each 专栏 by the id of its head; one alone has the number 0.

    Sections whose ids are in `left_out` are not counted.
    """
    titles = [
        part.title.id
        for section in draft.sections
        if section.id not in left_out
        for part in split_boxes(section.blocks)
        if isinstance(part, Box) and part.title is not None
    ]
    if len(titles) == 1:
        return {titles[0]: 0}
    return {block: number for number, block in enumerate(titles, start=1)}


def forms_of_lines(lines: Sequence[str]) -> list[BlockForm]:
    """Return the form of each line of a passage: a head of a 专栏 opens one.

    It runs over its items, or without items up to the next heading; what comes behind the last
    item is running text again.
    """
    forms = [BlockForm.TEXT] * len(lines)
    at = 0
    while at < len(lines):
        if not is_box_title(lines[at]):
            at += 1
            continue
        end = _end_of_lines(lines, at)
        forms[at:end] = [BlockForm.BOX_TITLE, *[BlockForm.BOX_TEXT] * (end - at - 1)]
        at = end
    return forms


def _typed_boxes(blocks: Sequence[DraftBlock]) -> Iterator[Box | tuple[DraftBlock, ...]]:
    forms = forms_of_lines([block.text.strip() for block in blocks])
    at = 0
    while at < len(blocks):
        box = forms[at] is BlockForm.BOX_TITLE
        end = at + 1
        while end < len(blocks) and forms[end] is (BlockForm.BOX_TEXT if box else BlockForm.TEXT):
            end += 1
        yield Box(blocks[at], tuple(blocks[at + 1 : end])) if box else tuple(blocks[at:end])
        at = end


def _end_of_lines(lines: Sequence[str], title: int) -> int:
    items = False
    for at in range(title + 1, len(lines)):
        line = lines[at]
        if is_box_title(line) or 1 <= heading_level_of_line(line) <= _DEEPEST_PART:
            return at
        if _ITEM.match(line) or "\t" in line:
            items = True
        elif items and not heading_level_of_line(lines[at - 1]):
            # Behind an item that is no heading of its own text the box is over.
            return at
    return len(lines)


def _end_of_box(blocks: Sequence[DraftBlock], start: int) -> int:
    end = start + 1
    for at in range(start + 1, len(blocks)):
        if blocks[at].form is BlockForm.BOX_TITLE:
            break
        if blocks[at].form is BlockForm.BOX_TEXT:
            end = at + 1
    return end


def _is_caption(pattern: re.Pattern[str], line: str) -> bool:
    found = pattern.match(line)
    if found is None or "\t" in line or "\n" in line or len(line) > LONGEST_HEADING:
        return False
    return not _SENTENCE_MARKS & set(line[found.end() :])


def _captioned(word: str, pattern: re.Pattern[str], line: str, number: int) -> str:
    found = pattern.match(line)
    title = line[found.end() :] if found else line
    label = f"{word}{number}" if number else word
    return f"{label}{GAP}{title.strip()}".rstrip()

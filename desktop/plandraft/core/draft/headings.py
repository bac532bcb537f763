"""Numbers of headings: 一、（一）1.（1）, 附件 for annexes; written as literal text."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from plandraft.core.draft.draft import BlockForm, Draft, DraftSection
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.text.numbering import chinese_numeral

ANNEX_PREFIX = "annex."
DEEPEST_LEVEL = 4
LONGEST_HEADING = 40  # letters; a longer line with a number is an item with its text
_DIGITS = "零一二三四五六七八九"
_HEADING_PATTERNS = (
    (1, re.compile(r"[一二三四五六七八九十]{1,3}、")),
    (2, re.compile(r"（[一二三四五六七八九十]{1,3}）")),
    (3, re.compile(r"\d{1,2}[.．](?!\d)")),
    (4, re.compile(r"（\d{1,2}）")),
)
_SENTENCE_MARKS = frozenset("。；：！？，")


def is_annex(section_id: str) -> bool:
    """Tell whether a section is an annex (or part of one): its id starts with "annex."."""
    return section_id.startswith(ANNEX_PREFIX)


def chinese_number(number: int) -> str:
    """Return 1…99 in Chinese digits; ValueError outside."""
    if not 1 <= number <= 99:
        raise ValueError(f"no heading number: {number}")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones else "")


def heading_label(level: int, number: int) -> str:
    """Return the label of the `number`-th heading of `level` with the mark behind it."""
    match level:
        case 1:
            return f"{chinese_numeral(number)}、"
        case 2:
            return f"（{chinese_numeral(number)}）"
        case 3:
            return f"{number}."
        case 4:
            return f"（{number}）"
        case _:
            return ""


def number_headings(draft: Draft, left_out: AbstractSet[str] = frozenset()) -> tuple[str, ...]:
    """Return the label of each section, "" for text before the first heading.

    Sections whose ids are in `left_out` get "" and are not counted. Annexes are 附件, or 附件1,
    附件2 … where there are several. Headings in the text of a section count before those of its
    parts.
    """
    annexes = [s for s in draft.sections if _opens_annex(s) and s.id not in left_out]
    counts = [0] * (DEEPEST_LEVEL + 1)
    annex = 0
    labels = []
    for section in draft.sections:
        if section.id in left_out or not 1 <= section.level <= DEEPEST_LEVEL:
            labels.append("")
            continue
        counts[section.level + 1 :] = [0] * (DEEPEST_LEVEL - section.level)
        if _opens_annex(section):
            annex += 1
            labels.append("附件" if len(annexes) == 1 else f"附件{annex}")
        else:
            counts[section.level] += 1
            labels.append(heading_label(section.level, counts[section.level]))
        if section.level < DEEPEST_LEVEL:
            counts[section.level + 1] += _headings_inside(section, section.level + 1)
    return tuple(labels)


def empty_optional_sections(draft: Draft, template: DraftTemplate) -> frozenset[str]:
    """Return the ids of optional sections that hold no text, nor do those below them."""
    optional = {section.id for section in template.sections if section.optional}
    empty: set[str] = set()
    for index, section in enumerate(draft.sections):
        if section.id in optional and not _has_text(draft.sections, index):
            empty.update(part.id for part in _with_subsections(draft.sections, index))
    return frozenset(empty)


def has_text_below(draft: Draft, index: int) -> bool:
    """Tell whether the `index`-th section or one below it holds text."""
    return _has_text(draft.sections, index)


def heading_level_of_line(line: str) -> int:
    """Return the level of a line that is a numbered heading by itself, else 0.

    An item with its text behind the number ("1.统筹规划。加强……") is no heading.
    """
    if len(line) > LONGEST_HEADING:
        return 0
    for level, pattern in _HEADING_PATTERNS:
        match = pattern.match(line)
        if match and match.end() < len(line):
            return 0 if _SENTENCE_MARKS & set(line[match.end() :]) else level
    return 0


def _headings_inside(section: DraftSection, level: int) -> int:
    """Return how many lines of a section's own text are headings of `level`."""
    return sum(
        heading_level_of_line(line.strip()) == level
        for block in section.blocks
        if block.form is BlockForm.TEXT
        for line in block.text.split("\n")
    )


def _opens_annex(section: DraftSection) -> bool:
    return is_annex(section.id) and section.level == 1


def _with_subsections(sections: tuple[DraftSection, ...], index: int) -> tuple[DraftSection, ...]:
    end = index + 1
    while end < len(sections) and sections[end].level > max(sections[index].level, 1):
        end += 1
    return sections[index : end if sections[index].level else index + 1]


def _has_text(sections: tuple[DraftSection, ...], index: int) -> bool:
    parts = _with_subsections(sections, index)
    return any(block.text.strip() for part in parts for block in part.blocks)

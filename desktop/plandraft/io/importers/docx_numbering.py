"""Resolve the automatic numbers of a .docx into the labels that a reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from plandraft.io.importers.docx_numbers import format_number
from plandraft.io.importers.docx_styles import ParagraphStyle
from plandraft.io.importers.docx_xml import child, children, is_on, number_of, value_of

_PLACEHOLDER = re.compile(r"%([1-9])")
# These end a label so that no space is wanted behind it.
_CLOSED_LABEL = "、．）)，,：:。.】］〕》"


@dataclass(frozen=True, slots=True)
class ListLabel:
    """Hold the label of a paragraph: `text` with what separates it, or "" for a bullet."""

    text: str
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class ListLevel:
    """Hold how one level of a list is numbered; `pattern` has %1…%9 for the numbers."""

    start: int = 1
    number_format: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Hold a w:num: its levels, the abstract list whose count it goes on with, new starts."""

    abstract: int
    levels: dict[int, ListLevel]
    starts: dict[int, int]


@dataclass(slots=True)
class NumberingResolver:
    """Count the numbered paragraphs of one document in the order in which they come."""

    lists: dict[int, NumberedList]
    _counts: dict[int, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[int, int]] = field(default_factory=set)

    def next_label(self, number_id: int, level: int) -> ListLabel | None:
        """Return the label of the next paragraph of list `number_id`, or None without a list."""
        numbered = self.lists.get(number_id)
        definition = numbered.levels.get(level) if numbered else None
        if numbered is None or definition is None:
            return None
        counts = self._counts.setdefault(numbered.abstract, {})
        if level in numbered.starts and (number_id, level) not in self._started:
            counts[level] = numbered.starts[level]
        else:
            counts[level] = counts.get(level, definition.start - 1) + 1
        self._started.add((number_id, level))
        for deeper, below in numbered.levels.items():
            # w:lvlRestart names the level (from 1) that starts this one again; 0 is none.
            restarted_by = deeper if below.restart is None else below.restart
            if deeper > level and level < restarted_by:
                counts.pop(deeper, None)
        if definition.number_format == "bullet":
            return ListLabel("", bullet=True)
        return ListLabel(_write(numbered, definition, counts))

    def level_of_style(self, number_id: int, style: str) -> int:
        """Return the level of list `number_id` that belongs to paragraph style `style`, or 0."""
        numbered = self.lists.get(number_id)
        levels = numbered.levels if numbered else {}
        return next((at for at, level in levels.items() if level.style == style), 0)


def number_line(
    text: str,
    style: ParagraphStyle,
    own: tuple[int | None, int | None],
    numbering: NumberingResolver,
) -> tuple[str, bool]:
    """Return `text` behind its automatic number, and whether the number is a bullet.

    `own` is the list and level that the paragraph itself names, None where it does not.
    """
    number_id, level = own
    if not text.strip():
        return text, False
    if number_id is None:
        number_id = style.number_id
        level = style.number_level if level is None else level
    if not number_id:
        return text, False
    if level is None:
        level = numbering.level_of_style(number_id, style.identifier)
    label = numbering.next_label(number_id, level)
    if label is None:
        return text, False
    return join_label(label.text, text), label.bullet


def join_label(label: str, text: str) -> str:
    """Put a label before `text`, a blank between them only where they would run together."""
    words = text.lstrip()
    # 1. before 5G would read as the number 1.5.
    gap = " " if label[-1:] in {".", "．"} and words[:1].isdecimal() else ""
    return f"{label}{gap}{words}"


def close_label(label: str) -> str:
    """Return a label without a blank behind the mark that ends it, with one where none does."""
    return label if not label or label[-1] in _CLOSED_LABEL else f"{label} "


def read_numbering(
    root: etree._Element | None, styles: dict[str, ParagraphStyle]
) -> NumberingResolver:
    """Read the lists of word/numbering.xml; without it no paragraph is numbered."""
    if root is None:
        return NumberingResolver({})
    abstracts: dict[int, etree._Element] = {}
    for element in children(root, "abstractNum"):
        abstracts[_identifier(element, "abstractNumId")] = element
    targets = {
        _identifier(element, "numId"): number_of(child(element, "abstractNumId"), -1)
        for element in children(root, "num")
    }
    lists: dict[int, NumberedList] = {}
    for element in children(root, "num"):
        number_id = _identifier(element, "numId")
        abstract = _linked(targets[number_id], abstracts, targets, styles)
        if abstract in abstracts:
            lists[number_id] = _read_list(element, abstract, abstracts[abstract])
    return NumberingResolver(lists)


def _identifier(element: etree._Element, attribute: str) -> int:
    value = value_of(element, attribute) or ""
    return int(value) if value.lstrip("-").isdecimal() else -1


def _linked(
    abstract: int,
    abstracts: dict[int, etree._Element],
    targets: dict[int, int],
    styles: dict[str, ParagraphStyle],
) -> int:
    """Follow w:numStyleLink to the abstract list that holds the levels."""
    link = child(abstracts.get(abstract), "numStyleLink")
    name = value_of(link) if link is not None else None
    if name is None:
        return abstract
    for candidate, element in abstracts.items():
        owner = child(element, "styleLink")
        if owner is not None and value_of(owner) == name:
            return candidate
    style = styles.get(name)
    number_id = style.number_id if style else None
    return targets.get(number_id, abstract) if number_id is not None else abstract


def _read_list(element: etree._Element, abstract: int, definition: etree._Element) -> NumberedList:
    levels = {
        _identifier(level, "ilvl"): _read_level(level) for level in children(definition, "lvl")
    }
    starts: dict[int, int] = {}
    for override in children(element, "lvlOverride"):
        at = _identifier(override, "ilvl")
        own = child(override, "lvl")
        if own is not None:
            levels[at] = _read_level(own)
        start = child(override, "startOverride")
        if start is not None:
            starts[at] = number_of(start, 1)
            levels[at] = replace(levels.get(at, ListLevel()), start=starts[at])
    return NumberedList(abstract, levels, starts)


def _read_level(element: etree._Element) -> ListLevel:
    restart = child(element, "lvlRestart")
    number_format = child(element, "numFmt")
    pattern = child(element, "lvlText")
    suffix = child(element, "suff")
    style = child(element, "pStyle")
    return ListLevel(
        start=number_of(child(element, "start"), 0),
        number_format=(value_of(number_format) if number_format is not None else None) or "decimal",
        pattern=(value_of(pattern) if pattern is not None else None) or "",
        suffix=(value_of(suffix) if suffix is not None else None) or "tab",
        legal=is_on(child(element, "isLgl")),
        restart=number_of(restart) if restart is not None else None,
        style=(value_of(style) if style is not None else None) or "",
    )


def _write(numbered: NumberedList, definition: ListLevel, counts: dict[int, int]) -> str:
    def number(found: re.Match[str]) -> str:
        at = int(found.group(1)) - 1
        level = numbered.levels.get(at, definition)
        # A level that no paragraph has used yet stands at its start.
        value = counts.setdefault(at, level.start)
        return format_number(value, "decimal" if definition.legal else level.number_format)

    label = _PLACEHOLDER.sub(number, definition.pattern)
    if not label or definition.suffix == "nothing":
        return label
    return close_label(label) if definition.suffix == "tab" else f"{label} "

"""A passage on its way into a draft: its own headings find their level and number there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plandraft.core.draft.boxes import forms_of_lines, outside_boxes
from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock, Provenance
from plandraft.core.draft.headings import DEEPEST_LEVEL, LONGEST_HEADING, heading_label
from plandraft.core.draft.line_labels import (
    HIGHEST_NUMBER,
    LabelCounter,
    LineLabel,
    label_of_line,
)
from plandraft.core.draft.parts import section_of
from plandraft.core.draft.slots import fill_slots
from plandraft.core.model.spans import Span
from plandraft.core.text.numbering import LabelForm

PATH_SEPARATOR = " / "
_LEVEL_BEFORE_ALL = 2
_RUN_IN_ENDS = "。：:.\u3000 "


@dataclass(frozen=True, slots=True)
class PassagePart:
    """Hold one paragraph of a passage as it will stand in a section of a draft."""

    section: str
    text: str
    provenance: Provenance
    form: BlockForm = BlockForm.TEXT


@dataclass(frozen=True, slots=True)
class _Line:
    """Hold line number `line` of a passage, or what is left of it; `start` is its offset there.

    The text is "" where the line is a heading that was dropped.
    """

    text: str
    start: int
    line: int
    form: BlockForm = BlockForm.TEXT
    label: LineLabel | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Say where in a draft a passage goes: the section and the block it stands before."""

    draft: Draft
    section: str
    index: int


def passage_parts(place: Place, text: str, provenance: Provenance) -> tuple[PassagePart, ...]:
    """Return the paragraphs of a passage, its headings fitted into the section it goes to.

    A heading that says what the section's own says is dropped, with those right above it. Behind
    one that says what a section beside it says, the passage goes on in that section, at its end.
    Other headings become headings below the section's, numbered on from what stands there. Each
    part remembers its own piece of the source when `text` is the source's wording, else all of it.
    """
    lines = _lines_of(text)
    kept = _without_known_headings(lines, place)
    if not kept:
        here = place.section
        return tuple(
            PassagePart(here, one.text, _own(provenance, text, one, provenance.section), one.form)
            for one in lines
        ) or (PassagePart(here, text, provenance),)
    paths = _paths(lines, provenance.section)
    return tuple(
        PassagePart(goal.section, words, _own(provenance, text, one, paths[one.line]), one.form)
        for goal, group in _routed(kept, place)
        for one, words in _numbered(group, goal)
    )


def renumbered_after(
    place: Place, parts: Sequence[PassagePart]
) -> Iterator[tuple[DraftBlock, str]]:
    """Yield the blocks behind a new passage whose numbers follow on, each with its new text."""
    section = section_of(place.draft, place.section)
    level = _base_level(place)
    before = LabelCounter()
    before.read(_texts_before(place))
    after = LabelCounter()
    after.read(_texts_before(place))
    own = [part for part in parts if part.section == place.section]
    after.read([part.text for part in own if part.form is BlockForm.TEXT])
    old, new = before.counts[level], after.counts[level]
    if old == new:
        return
    for block in outside_boxes(section.blocks[place.index :]):
        label = label_of_line(block.text)
        if label is None or label.level > level:
            continue
        # Behind nothing, a list that begins with 1 is no continuation.
        follows = label.value == old + 1 and (label.heading or old > 0)
        if label.level < level or not follows or new >= HIGHEST_NUMBER:
            return
        old, new = old + 1, new + 1
        yield block, heading_label(level, new) + block.text[label.end :]


def _texts_before(place: Place) -> list[str]:
    blocks = section_of(place.draft, place.section).blocks[: place.index]
    return [block.text for block in outside_boxes(blocks)]


def _lines_of(text: str) -> list[_Line]:
    found: list[tuple[str, int]] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append((line, start))
        start += len(line) + 1
    forms = forms_of_lines([line.strip() for line, _ in found])
    return [
        _Line(line, at, number, form, label_of_line(line) if form is BlockForm.TEXT else None)
        for number, ((line, at), form) in enumerate(zip(found, forms, strict=True))
    ]


def _key(title: str) -> str:
    return "".join(filter(str.isalnum, title))


def _without_known_headings(lines: Sequence[_Line], place: Place) -> list[_Line]:
    slots = dict(place.draft.slots)
    own = ""
    others = set()
    for section in place.draft.sections:
        title = fill_slots(section.title, slots) if section.level else ""
        if section.id == place.section:
            own = title
        elif title:
            others.add(_key(title))
    kept: list[_Line] = []
    for line in lines:
        rest = _behind_heading(line, own)
        if rest is None:
            kept.append(line)
            continue
        # Headings right above this one say what stands above the section in the draft.
        while kept and _is_above(kept[-1], line):
            kept.pop()
        if rest:
            start = line.start + len(line.text) - len(rest)
            kept.append(_Line(rest, start, line.line))
        else:
            kept.append(replace(line, text=""))
    while any(one.text for one in kept[:-1]) and _names(kept[-1], others):
        kept.pop()
    return kept if any(one.text for one in kept) else []


def _routed(lines: Sequence[_Line], place: Place) -> Iterator[tuple[Place, list[_Line]]]:
    """Yield the lines of each section in turn; only a passage that runs over a heading leaves."""
    beside = _sections_beside(place)
    goals = {place.section: place}
    groups: dict[str, list[_Line]] = {place.section: []}
    at = place.section
    for line in lines:
        if not line.text:
            at = place.section
        heading = line.label is not None and line.label.heading
        name = _key(line.text[line.label.end :]) if line.label and heading else ""
        other = beside.get(name)
        if other is not None and any(one.text for one in groups[place.section]):
            at = other
            end = len(section_of(place.draft, other).blocks)
            goals.setdefault(other, Place(place.draft, other, end))
            groups.setdefault(other, [])
            continue
        groups[at].append(line)
    for section, group in groups.items():
        yield goals[section], group


def _sections_beside(place: Place) -> dict[str, str]:
    """Return the ids of the sections below the same heading by what their titles say."""
    sections = place.draft.sections
    at = next(i for i, one in enumerate(sections) if one.id == place.section)
    level = sections[at].level
    slots = dict(place.draft.slots)
    found: dict[str, str] = {}
    for step in (-1, 1):
        index = at + step
        while level and 0 <= index < len(sections) and sections[index].level >= level:
            if sections[index].level == level:
                found.setdefault(_key(fill_slots(sections[index].title, slots)), sections[index].id)
            index += step
    return found


def _behind_heading(line: _Line, title: str) -> str | None:
    """Return the text behind a heading that says `title`, None where the line is another one."""
    if not title or line.form is not BlockForm.TEXT:
        return None
    words = line.text[line.label.end :] if line.label else line.text
    if len(words) <= LONGEST_HEADING and _key(words) == _key(title):
        return ""
    if line.label and words.startswith(title) and words[len(title) :][:1] in set(_RUN_IN_ENDS):
        return words[len(title) :].lstrip(_RUN_IN_ENDS)
    return None


def _is_above(line: _Line, heading: _Line) -> bool:
    if line.label is None or not line.label.heading or not line.text:
        return False
    return heading.label is None or line.label.form < heading.label.form


def _names(line: _Line, titles: set[str]) -> bool:
    label = line.label
    return bool(label and label.heading and _key(line.text[label.end :]) in titles)


def _base_level(place: Place) -> int:
    """Return the level of headings below the section's; text before any has no chapters."""
    level = section_of(place.draft, place.section).level
    return min(DEEPEST_LEVEL, level + 1) if level else _LEVEL_BEFORE_ALL


def _numbered(lines: Sequence[_Line], place: Place) -> Iterator[tuple[_Line, str]]:
    """Yield each line with its text in the draft, where its label has its level and number."""
    base = _base_level(place)
    counter = LabelCounter()
    counter.read(_texts_before(place))
    above: list[LabelForm] = []
    for line in lines:
        label = line.label
        if not line.text:
            above.clear()
            continue
        if label is None:
            counter.plain()
            yield line, line.text
            continue
        while above and above[-1] >= label.form:
            above.pop()
        level = min(DEEPEST_LEVEL, base + len(above))
        if not label.heading:
            # A list keeps its marks where they are deep enough.
            level = max(level, label.level)
        above.append(label.form)
        number = counter.next(label, level)
        if number > HIGHEST_NUMBER:
            yield line, line.text
            continue
        yield line, heading_label(level, number) + line.text[label.end :].lstrip()


def _paths(lines: Sequence[_Line], section: str) -> list[str]:
    """Return the headings above each line of a passage, itself where it is one."""
    path = [one for one in section.split(PATH_SEPARATOR) if one]
    found = []
    for line in lines:
        label = line.label
        if label is not None and (label.heading or label.form <= LabelForm.HAN_PAREN):
            while path and _form_of(path[-1]) >= label.form:
                path.pop()
        if label is not None and label.heading:
            path.append(line.text)
        found.append(PATH_SEPARATOR.join(path))
    return found


def _form_of(heading: str) -> int:
    label = label_of_line(heading)
    return label.form if label else 0


def _own(source: Provenance, text: str, line: _Line, section: str) -> Provenance:
    if text != source.text:
        return source
    start = source.span.start + line.start
    return replace(
        source,
        span=Span(start, start + len(line.text)),
        text=line.text,
        section=section,
    )

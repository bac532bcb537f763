"""A draft as plain data for JSON, with a format mark and a version, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.draft.headings import DEEPEST_LEVEL
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.spans import Span

FORMAT = "plandraft-draft"
VERSION = 1


def draft_to_data(draft: Draft) -> dict[str, Any]:
    """Return `draft` as dictionaries, lists, strings and numbers."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "template": draft.template,
        "title": draft.title,
        "slots": [[name, value] for name, value in draft.slots],
        "sections": [_section_to_data(section) for section in draft.sections],
        "next_block": draft.next_block,
    }


def draft_from_data(data: object) -> Draft:
    """Build the draft that `draft_to_data` described.

    Raises PlanError DRAFT_DAMAGED with the place that is wrong as `reason`.
    """
    top = _Reader(data, "")
    if top.text("format") != FORMAT:
        _refuse("format")
    if top.number("version") != VERSION:
        _refuse(f"version {top.number('version')}")
    draft = Draft(
        template=top.text("template"),
        title=top.text("title"),
        slots=tuple(_slot(item, f"slots[{i}]") for i, item in enumerate(top.items("slots"))),
        sections=tuple(
            _section(_Reader(item, f"sections[{i}]"))
            for i, item in enumerate(top.items("sections"))
        ),
        next_block=top.number("next_block"),
    )
    _check_ids(draft)
    return draft


def _section_to_data(section: DraftSection) -> dict[str, Any]:
    return {
        "id": section.id,
        "level": section.level,
        "title": section.title,
        "blocks": [_block_to_data(block) for block in section.blocks],
    }


def _block_to_data(block: DraftBlock) -> dict[str, Any]:
    data: dict[str, Any] = {"id": block.id, "text": block.text}
    if block.form is not BlockForm.TEXT:
        data["form"] = block.form.value
    if block.provenance is not None:
        source = block.provenance
        data["source"] = {
            "document_title": source.document_title,
            "place": source.place,
            "path": source.path,
            "sha256": source.sha256,
            "section": source.section,
            "span": [source.span.start, source.span.end],
            "text": source.text,
        }
    return data


class _Reader:
    """Take checked values out of a dictionary and name the place of what is wrong."""

    def __init__(self, data: object, place: str) -> None:
        self._place = place
        if not isinstance(data, Mapping):
            _refuse(place or "JSON")
        self._data: Mapping[str, object] = data

    def at(self, key: str) -> str:
        """Return the place of `key`."""
        return f"{self._place}.{key}" if self._place else key

    def has(self, key: str) -> bool:
        """Tell whether there is a value for `key`."""
        return self._data.get(key) is not None

    def value(self, key: str) -> object:
        """Return what is at `key`."""
        return self._data.get(key)

    def text(self, key: str) -> str:
        """Return the string at `key`."""
        value = self.value(key)
        return value if isinstance(value, str) else _refuse(self.at(key))

    def number(self, key: str) -> int:
        """Return the whole number ≥ 0 at `key`."""
        value = self.value(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        return _refuse(self.at(key))

    def items(self, key: str) -> list[object]:
        """Return the list at `key`."""
        value = self.value(key)
        return value if isinstance(value, list) else _refuse(self.at(key))


def _slot(item: object, place: str) -> tuple[str, str]:
    match item:
        case [str(name), str(value)]:
            return name, value
        case _:
            return _refuse(place)


def _section(data: _Reader) -> DraftSection:
    level = data.number("level")
    if level > DEEPEST_LEVEL:
        _refuse(data.at("level"))
    blocks = data.items("blocks")
    return DraftSection(
        id=data.text("id"),
        level=level,
        title=data.text("title"),
        blocks=tuple(_block(_Reader(b, data.at(f"blocks[{i}]"))) for i, b in enumerate(blocks)),
    )


def _block(data: _Reader) -> DraftBlock:
    source = None
    if data.has("source"):
        source = _provenance(_Reader(data.value("source"), data.at("source")))
    return DraftBlock(data.number("id"), data.text("text"), source, _form(data))


def _form(data: _Reader) -> BlockForm:
    if not data.has("form"):
        return BlockForm.TEXT
    try:
        return BlockForm(data.text("form"))
    except ValueError:
        return _refuse(data.at("form"))


def _provenance(data: _Reader) -> Provenance:
    return Provenance(
        document_title=data.text("document_title"),
        place=data.text("place"),
        path=data.text("path"),
        sha256=data.text("sha256"),
        section=data.text("section"),
        span=_span(data.value("span"), data.at("span")),
        text=data.text("text"),
    )


def _span(value: object, place: str) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
        case _:
            return _refuse(place)


def _check_ids(draft: Draft) -> None:
    sections = [section.id for section in draft.sections]
    blocks = [block.id for section in draft.sections for block in section.blocks]
    slots = [name for name, _ in draft.slots]
    if len(set(slots)) != len(slots):
        _refuse("slots")
    if len(set(sections)) != len(sections):
        _refuse("sections[].id")
    if len(set(blocks)) != len(blocks):
        _refuse("blocks[].id")
    if blocks and draft.next_block <= max(blocks):
        _refuse("next_block")


def _refuse(reason: str) -> NoReturn:
    raise PlanError(ErrorCode.DRAFT_DAMAGED, "", reason=reason)

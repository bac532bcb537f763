"""What the paragraph styles of a .docx say: title, heading level, number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from plandraft.core.model.document import BlockKind
from plandraft.core.text.structure import NO_HINT, LineHint
from plandraft.io.importers.docx_xml import child, children, number_of, value_of

_TITLE = re.compile(r"(?:title|标题|公文标题|文件标题|主标题)", re.IGNORECASE)
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)
# Outline level 9 is the body text.
_BODY_OUTLINE = 9


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """Hold what is known of a style.

    `level` is 1…9 or 0; `number_id` is None where the style (and those it is based on) has none.
    """

    identifier: str = ""
    title: bool = False
    contents: bool = False
    level: int = 0
    number_id: int | None = None
    number_level: int | None = None


NO_STYLE = ParagraphStyle()


def read_styles(root: etree._Element | None) -> tuple[dict[str, ParagraphStyle], ParagraphStyle]:
    """Return the paragraph styles by identifier, and the default one."""
    if root is None:
        return {}, NO_STYLE
    elements = {
        value_of(style, "styleId") or "": style
        for style in children(root, "style")
        if value_of(style, "type") in {"paragraph", None}
    }
    styles = {identifier: _style(identifier, elements) for identifier in elements}
    default = next(
        (
            styles[identifier]
            for identifier, style in elements.items()
            if value_of(style, "default") in {"1", "true", "on"}
        ),
        NO_STYLE,
    )
    return styles, default


def hint_of_style(style: ParagraphStyle, outline: int | None, *, bullet: bool) -> LineHint:
    """Return what `style` says of a line; `outline` is the line's own heading level or None."""
    if bullet:
        return LineHint(BlockKind.LIST_ITEM)
    if style.contents:
        return LineHint(BlockKind.FURNITURE)
    if style.title:
        return LineHint(BlockKind.TITLE)
    level = style.level if outline is None else outline
    return LineHint(level=level) if level else NO_HINT


def is_title_name(name: str) -> bool:
    """Tell whether a style called `name` is that of the document's title."""
    return _TITLE.fullmatch(name) is not None


def is_contents_name(name: str) -> bool:
    """Tell whether a style called `name` is that of lines in a table of contents."""
    return _CONTENTS.match(name) is not None


def heading_level_of(name: str) -> int:
    """Return the level (1…9) of headings in a style called `name`, or 0."""
    found = _HEADING.fullmatch(name)
    return int(found.group(1)) if found else 0


def outline_level(properties: etree._Element | None) -> int | None:
    """Return the heading level (1…9, 0 for body text) that w:outlineLvl sets, or None."""
    outline = child(properties, "outlineLvl")
    if outline is None:
        return None
    level = number_of(outline, _BODY_OUTLINE)
    return level + 1 if 0 <= level < _BODY_OUTLINE else 0


def numbering_of(properties: etree._Element | None) -> tuple[int | None, int | None]:
    """Return the number and level that w:numPr names, None where it does not."""
    listed = child(properties, "numPr")
    if listed is None:
        return None, None
    number, level = child(listed, "numId"), child(listed, "ilvl")
    return (
        number_of(number) if number is not None else None,
        number_of(level) if level is not None else None,
    )


def _style(identifier: str, elements: dict[str, etree._Element]) -> ParagraphStyle:
    chain = _chain(identifier, elements)
    level: int | None = None
    number_id: int | None = None
    number_level: int | None = None
    for element in chain:
        properties = child(element, "pPr")
        if level is None:
            level = outline_level(properties)
        own_id, own_level = numbering_of(properties)
        if number_id is None:
            number_id, number_level = own_id, number_level if own_level is None else own_level
    names = [value_of(tag) or "" for one in chain if (tag := child(one, "name")) is not None]
    if level is None:
        level = next((found for name in names if (found := heading_level_of(name))), 0)
    first = names[0] if names else ""
    return ParagraphStyle(
        identifier=identifier,
        title=is_title_name(first),
        contents=is_contents_name(first),
        level=level,
        number_id=number_id,
        number_level=number_level,
    )


def _chain(identifier: str, elements: dict[str, etree._Element]) -> list[etree._Element]:
    """Return the style and those it is based on, the nearest first."""
    chain: list[etree._Element] = []
    seen: set[str] = set()
    while identifier in elements and identifier not in seen:
        seen.add(identifier)
        element = elements[identifier]
        chain.append(element)
        based_on = child(element, "basedOn")
        identifier = (value_of(based_on) if based_on is not None else None) or ""
    return chain

"""The paragraph styles of any Word file as the preview needs them, what they inherit worked in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from lxml import etree

from plandraft.core.draft.page_flow import Align, FlowStyle
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.docx_base import parse
from plandraft.io.exporters.flow_items import ALIGNS, number_of
from plandraft.io.exporters.word_text import tag

_TWIPS = 20.0
# Word's own defaults where a file says nothing, and what single spacing of Chinese type is.
_SIZE, _SINGLE = 10.0, 1.3
_LINES_OF_AUTO = 240.0
_DEEPEST = 20


def base_styles(styles: bytes, section: etree._Element) -> dict[str, FlowStyle]:
    """Return the styles of a file by id, the default one as "" too.

    `section` says how far apart the lines of its grid are.
    """
    root = parse(styles)
    known = {
        one.get(tag("styleId"), ""): one
        for one in root.iter(tag("style"))
        if one.get(tag("type"), "paragraph") == "paragraph"
    }
    grid = section.find(tag("docGrid"))
    pitch = 0.0
    if grid is not None and grid.get(tag("type")) in {"lines", "linesAndChars", "snapToChars"}:
        pitch = (number_of(grid, "linePitch") or 0.0) / _TWIPS
    plain = FlowStyle(official.SONGTI, _SIZE, 0.0, Align.LEFT)
    defaults = [
        one for one in root.iterfind(f"{tag('docDefaults')}/*") if one.tag != tag("latentStyles")
    ]
    found: dict[str, FlowStyle] = {}
    for identity, style in known.items():
        made = _Made(plain, pitch)
        for one in (*defaults, *reversed(list(_ancestors(style, known)))):
            made.add(one.find(tag("pPr")), one.find(tag("rPr")))
        found[identity] = made.style()
        if style.get(tag("default")) in {"1", "true"}:
            found[""] = found[identity]
    return found


def _ancestors(style: etree._Element, known: dict[str, etree._Element]) -> Iterator[etree._Element]:
    """Yield a style and those it is based on; a circle of them ends."""
    one: etree._Element | None = style
    for _step in range(_DEEPEST):
        if one is None:
            return
        yield one
        based = one.find(tag("basedOn"))
        one = None if based is None else known.get(based.get(tag("val"), ""))


class _Made:
    """Gather the properties of a style from its root down."""

    def __init__(self, plain: FlowStyle, pitch: float) -> None:
        self._style = plain
        self._pitch = pitch
        self._auto = 1.0
        self._on_grid = True
        self._indents: dict[str, float] = {}
        self._characters: dict[str, float] = {}

    def add(self, paragraph: etree._Element | None, letters: etree._Element | None) -> None:
        """Take what the next style says."""
        for one in paragraph if paragraph is not None else ():
            name = _name(one)
            if name == "jc":
                align = ALIGNS.get(one.get(tag("val"), ""), self._style.align)
                self._style = replace(self._style, align=align)
            elif name == "spacing":
                self._add_spacing(one)
            elif name == "ind":
                self._add_indents(one)
            elif name == "snapToGrid":
                self._on_grid = _is_on(one)
            elif name == "keepNext":
                self._style = replace(self._style, keep_next=_is_on(one))
            elif name == "pageBreakBefore":
                self._style = replace(self._style, page_break=_is_on(one))
        for one in letters if letters is not None else ():
            self._add_letters(one)

    def style(self) -> FlowStyle:
        """Return all that was gathered."""
        size = self._style.size
        indents = {name: value / _TWIPS for name, value in self._indents.items()}
        indents |= {name: value * size / 100 for name, value in self._characters.items()}
        hanging = indents.get("hanging", 0.0)
        line = self._style.line
        if not line:
            line = self._auto * size * _SINGLE
            if self._pitch and self._on_grid:
                line = self._pitch * ceil(line / self._pitch - 0.01)
        return replace(
            self._style,
            line=line,
            first=0.0 if hanging else indents.get("firstLine", 0.0),
            left=indents.get("left", indents.get("start", 0.0)) - hanging,
            right=indents.get("right", indents.get("end", 0.0)),
            hanging=hanging,
        )

    def _add_spacing(self, spacing: etree._Element) -> None:
        for name in ("before", "after"):
            value = number_of(spacing, name)
            if value is not None:
                self._style = replace(self._style, **{name: value / _TWIPS})  # type: ignore[arg-type]
        line = number_of(spacing, "line")
        if line is None:
            return
        if spacing.get(tag("lineRule"), "auto") == "auto":
            self._auto = line / _LINES_OF_AUTO
            self._style = replace(self._style, line=0.0)
        else:
            self._style = replace(self._style, line=line / _TWIPS)

    def _add_indents(self, indent: etree._Element) -> None:
        for name in ("left", "start", "right", "end", "firstLine", "hanging"):
            value, of_characters = number_of(indent, name), number_of(indent, f"{name}Chars")
            if value is not None:
                self._indents[name] = value
                self._characters.pop(name, None)
            if of_characters is not None:
                self._characters[name] = of_characters

    def _add_letters(self, one: etree._Element) -> None:
        name = _name(one)
        value = number_of(one, "val")
        if name == "rFonts":
            face, latin = one.get(tag("eastAsia"), ""), one.get(tag("ascii"), "")
            self._style = replace(
                self._style, face=face or self._style.face, latin=latin or self._style.latin
            )
        elif name == "sz" and value:
            self._style = replace(self._style, size=value / 2)
        elif name == "spacing" and value is not None:
            self._style = replace(self._style, spacing=value / _TWIPS)
        elif name == "b":
            self._style = replace(self._style, bold=_is_on(one))
        elif name == "color":
            colour = one.get(tag("val"), "auto").lower()
            self._style = replace(self._style, colour="" if colour == "auto" else colour)


def _is_on(switch: etree._Element) -> bool:
    return switch.get(tag("val"), "1") not in {"0", "false", "off"}


def _name(element: etree._Element) -> str:
    # Comments have no name.
    return str(element.tag).rpartition("}")[2]

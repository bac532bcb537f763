"""Headers and footers of a user's base as the preview needs them; pictures in them are left out."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from plandraft.core.draft.page_flow import PAGE_NUMBER, FlowFurniture, FlowParagraph
from plandraft.io.exporters.base_package import DOCUMENT_RELATIONS, RELATIONS
from plandraft.io.exporters.docx_base import SETTINGS, DocxBase, parse
from plandraft.io.exporters.flow_items import ItemReader
from plandraft.io.exporters.word_text import tag

_USUAL, _EVEN, _FIRST = "default", "even", "first"
_Kinds = dict[str, tuple[FlowParagraph, ...]]


class Furniture:
    """Read what stands around the pages of a base, section by section in their order."""

    def __init__(self, base: DocxBase, reader: ItemReader) -> None:
        self._base = base
        self._reader = reader
        relations = parse(base.part(DOCUMENT_RELATIONS))
        self._targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
        settings = base.part(SETTINGS)
        both = parse(settings).find(tag("evenAndOddHeaders")) if settings else None
        self._two_sided = both is not None and both.get(tag("val"), "1") not in {"0", "false"}
        # What a section does not say is as in the one before it.
        self._known: dict[str, _Kinds] = {"header": {}, "footer": {}}

    def of(self, section: etree._Element) -> tuple[FlowFurniture, FlowFurniture]:
        """Return header and footer of the next section."""
        return self._part(section, "header"), self._part(section, "footer")

    def _part(self, section: etree._Element, name: str) -> FlowFurniture:
        known = dict(self._known[name])
        for reference in section.iterfind(tag(f"{name}Reference")):
            target = self._targets.get(reference.get(f"{{{RELATIONS}}}id", ""), "")
            known[reference.get(tag("type"), _USUAL)] = self._paragraphs(target)
        self._known[name] = known
        first = section.find(tag("titlePg"))
        own_first = first is not None and first.get(tag("val"), "1") not in {"0", "false"}
        return FlowFurniture(
            known.get(_USUAL, ()),
            known.get(_EVEN, ()) if self._two_sided else None,
            known.get(_FIRST, ()) if own_first else None,
        )

    def _paragraphs(self, target: str) -> tuple[FlowParagraph, ...]:
        name = target.lstrip("/")
        data = self._base.part(name if name.startswith("word/") else f"word/{name}")
        if not data:
            return ()
        root = parse(data)
        return tuple(self._reader.paragraph(_with_number(one)) for one in root.iter(tag("p")))


def _with_number(paragraph: etree._Element) -> etree._Element:
    """Return a copy whose fields of the page number are the sign for it."""
    copy = deepcopy(paragraph)
    for simple in copy.iter(tag("fldSimple")):
        if _is_page(simple.get(tag("instr"), "")):
            _put_sign(list(simple.iter(tag("t"))), simple)
    inside, is_page = False, False
    results: list[etree._Element] = []
    for one in list(copy.iter(tag("fldChar"), tag("instrText"), tag("t"))):
        if one.tag == tag("instrText"):
            is_page = is_page or _is_page(one.text or "")
        elif one.tag == tag("t"):
            results += [one] if inside else []
        elif one.get(tag("fldCharType")) == "begin":
            inside, is_page, results = True, False, []
        elif one.get(tag("fldCharType")) == "end":
            run = one.getparent()
            if is_page and run is not None:
                _put_sign(results, run)
            inside = False
    return copy


def _is_page(instruction: str) -> bool:
    return instruction.split()[:1] == ["PAGE"]


def _put_sign(results: list[etree._Element], end: etree._Element) -> None:
    first = results[0] if results else etree.SubElement(end, tag("t"))
    for one in results:
        one.text = ""
    first.text = PAGE_NUMBER

"""A Word file opened for judging: its paragraphs with resolved properties, sections, footers."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.exporters.base_package import (
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONS,
    RELATIONS,
    WORD,
    pack,
)
from plandraft.io.exporters.docx_base import SETTINGS, parse, to_bytes
from plandraft.io.exporters.word_text import tag
from plandraft.io.importers.docx_package import DocxPackage
from plandraft.io.layout_check.findings import EXCERPT_LETTERS
from plandraft.io.layout_check.properties import Properties, flat, merged

STYLES = "word/styles.xml"
FONTS = "word/fontTable.xml"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONS.encode(),
}


@dataclass(frozen=True, slots=True)
class Run:
    """Hold a run of text and what it looks like."""

    element: etree._Element
    text: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold a paragraph of the body; `number` counts from 1, those in tables too."""

    element: etree._Element
    number: int
    text: str
    style: str
    in_table: bool
    properties: Properties
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """Return the first words, to find the place by."""
        text = self.text.strip().replace("\n", "")
        return text[:EXCERPT_LETTERS] + ("…" if len(text) > EXCERPT_LETTERS else "")


class WordFile:
    """Give the parts of a .docx as trees that can be changed and written again."""

    def __init__(self, data: bytes) -> None:
        """Open `data`; raises PlanError FILE_DAMAGED, FILE_ENCRYPTED or FILE_UNSUPPORTED."""
        main = DocxPackage(data).main_name
        if main != DOCUMENT:
            raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason=main)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self.parts = {info.filename: archive.read(info) for info in archive.infolist()}
            self._trees: dict[str, etree._Element] = {}
            self.document = self.tree(DOCUMENT)
            body = self.document.find(tag("body"))
        except (zipfile.BadZipFile, EOFError, OSError, etree.XMLSyntaxError, KeyError) as error:
            raise PlanError(ErrorCode.FILE_DAMAGED, reason=str(error)) from error
        if body is None:
            raise PlanError(ErrorCode.FILE_DAMAGED, reason="w:body")
        self.body = body

    def tree(self, name: str) -> etree._Element:
        """Return the root of a part, always the same one; raises KeyError."""
        if name not in self._trees:
            data = self.parts[name]
            for strict, ordinary in _STRICT.items():
                data = data.replace(strict, ordinary)
            root = parse(data)
            etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
            self._trees[name] = root
        return self._trees[name]

    def optional_tree(self, name: str) -> etree._Element:
        """Return the root of a part, an empty one where it is missing or damaged."""
        try:
            return self.tree(name)
        except (KeyError, etree.XMLSyntaxError):
            return etree.Element("missing")

    @property
    def settings(self) -> etree._Element:
        """Return the settings."""
        return self.optional_tree(SETTINGS)

    @property
    def core(self) -> etree._Element:
        """Return the core properties."""
        return self.optional_tree(CORE)

    @property
    def sections(self) -> list[etree._Element]:
        """Return the properties of all sections in order."""
        return list(self.body.iter(tag("sectPr")))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Return all paragraphs of the body in reading order."""
        return tuple(
            self.paragraph(element, number)
            for number, element in enumerate(self.body.iter(tag("p")), start=1)
        )

    def paragraph(self, element: etree._Element, number: int = 0) -> Paragraph:
        """Return a paragraph with its properties resolved; deleted text is left out."""
        named = element.find(f"{tag('pPr')}/{tag('pStyle')}")
        identity = self._default if named is None else named.get(tag("val"), self._default)
        of_style, run_style = self._resolved(identity)
        own = flat(element.find(tag("pPr")))
        runs = tuple(self._run(run, run_style) for run in element.iter(tag("r")))
        runs = tuple(run for run in runs if run.text)
        inside = next(element.iterancestors(tag("tc")), None) is not None
        return Paragraph(
            element,
            number,
            "".join(run.text for run in runs),
            self._names.get(identity, ""),
            inside,
            merged(self._paragraph_defaults, of_style, own),
            runs,
        )

    def footers(self, section: etree._Element) -> dict[str, etree._Element]:
        """Return the footers of a section by kind: "default", "even", "first"."""
        found = {}
        for reference in section.iter(tag("footerReference")):
            target = self._targets.get(reference.get(f"{{{RELATIONS}}}id", ""), "")
            if target in self.parts:
                found[reference.get(tag("type"), "default")] = self.optional_tree(target)
        return found

    def to_bytes(self) -> bytes:
        """Return the file as it is now."""
        changed = {name: to_bytes(root) for name, root in self._trees.items()}
        return pack({**self.parts, **changed})

    @cached_property
    def style_elements(self) -> dict[str, etree._Element]:
        """Return the styles by identifier."""
        root = self.optional_tree(STYLES)
        return {one.get(tag("styleId"), ""): one for one in root.iter(tag("style"))}

    @cached_property
    def _names(self) -> dict[str, str]:
        found = {}
        for identity, style in self.style_elements.items():
            name = style.find(tag("name"))
            found[identity] = "" if name is None else name.get(tag("val"), "")
        return found

    @cached_property
    def _default(self) -> str:
        for identity, style in self.style_elements.items():
            paragraph = style.get(tag("type"), "paragraph") == "paragraph"
            if paragraph and style.get(tag("default")) in {"1", "true", "on"}:
                return identity
        return ""

    @cached_property
    def _defaults(self) -> tuple[Properties, Properties]:
        root = self.optional_tree(STYLES)
        return (
            flat(root.find(f"{tag('docDefaults')}/{tag('pPrDefault')}/{tag('pPr')}")),
            flat(root.find(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}")),
        )

    @property
    def _paragraph_defaults(self) -> Properties:
        return self._defaults[0]

    @cached_property
    def _cache(self) -> dict[str, tuple[Properties, Properties]]:
        return {}

    def _resolved(self, identity: str) -> tuple[Properties, Properties]:
        """Return the paragraph and run properties of a style with those it is based on."""
        if identity not in self._cache:
            chain: list[etree._Element] = []
            at: str | None = identity
            while at in self.style_elements and self.style_elements[at] not in chain:
                style = self.style_elements[at]
                chain.insert(0, style)
                based = style.find(tag("basedOn"))
                at = None if based is None else based.get(tag("val"))
            self._cache[identity] = (
                merged(*(flat(style.find(tag("pPr"))) for style in chain)),
                merged(*(flat(style.find(tag("rPr"))) for style in chain)),
            )
        return self._cache[identity]

    def _run(self, element: etree._Element, of_paragraph: Properties) -> Run:
        properties = element.find(tag("rPr"))
        named = None if properties is None else properties.find(tag("rStyle"))
        of_style = {} if named is None else self._resolved(named.get(tag("val"), ""))[1]
        text = "".join(
            {tag("tab"): "\t", tag("br"): "\n"}.get(str(one.tag), one.text or "")
            for one in element
            if one.tag in {tag("t"), tag("tab"), tag("br")}
        )
        resolved = merged(self._defaults[1], of_paragraph, of_style, flat(properties))
        return Run(element, text, resolved)

    @cached_property
    def _targets(self) -> dict[str, str]:
        root = self.optional_tree(DOCUMENT_RELATIONS)
        found = {}
        for one in root:
            target = str(one.get("Target", ""))
            joined = target if target.startswith("/") else posixpath.join("word", target)
            found[str(one.get("Id", ""))] = posixpath.normpath(joined).lstrip("/")
        return found

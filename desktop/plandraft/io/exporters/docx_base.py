"""The base.docx of a template: read with care, filled with a body, packed again."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_package import (
    COMMENTS,
    CONTENT_TYPES,
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONS,
    PACKAGE_RELATIONS,
    RELATIONS,
    TYPES,
    WORD_TYPE,
)
from plandraft.io.exporters.word_text import tag

# An empty file with styles has some 10 kB; what is larger holds pictures or is an attack.
LARGEST_PART = 8 * 1024 * 1024
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
_PACKAGE_RELATIONS_PART = "_rels/.rels"


class DocxBase:
    """Hold the parts of an empty Word file and its body."""

    def __init__(self, parts: dict[str, bytes], document: etree._Element) -> None:
        self._parts = parts
        self._document = document

    def fill(self, elements: Sequence[etree._Element]) -> None:
        """Put `elements` into the body in place of what was there; the section stays."""
        body = self._document.find(tag("body"))
        assert body is not None
        body[:] = [*elements, self.section]

    @property
    def section(self) -> etree._Element:
        """Return the properties of the last section."""
        section = self._document.find(f"{tag('body')}/{tag('sectPr')}")
        assert section is not None
        return section

    def part(self, name: str) -> bytes:
        """Return a part as it is now, b"" where there is none."""
        return self._parts.get(name, b"")

    def body_elements(self) -> list[etree._Element]:
        """Return the paragraphs and tables of the body in order, those in controls too."""
        body = self._document.find(tag("body"))
        assert body is not None
        return list(_blocks(body))

    def parts_with_document(self) -> dict[str, bytes]:
        """Return all parts, the document as it is now."""
        return {**self._parts, DOCUMENT: to_bytes(self._document)}


def _blocks(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in {tag("p"), tag("tbl")}:
            yield child
        elif child.tag in {tag("sdt"), tag("sdtContent")}:
            yield from _blocks(child)


def read_base(path: Path) -> DocxBase:
    """Read a base file.

    Raises PlanError TEMPLATE_DAMAGED when it is missing, no Word file, or lacks a style or section.
    """
    try:
        parts = _read_parts(path)
        for name in (DOCUMENT, STYLES, TYPES, DOCUMENT_RELATIONS):
            parse(parts[name])
        word = docx.Document(str(path))
    except OSError as error:
        _refuse(path, error.strerror or type(error).__name__)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, PackageNotFoundError):
        _refuse(path, "not a .docx")
    except KeyError as error:
        _refuse(path, f"{error.args[0]} missing")
    except (etree.XMLSyntaxError, ValueError) as error:
        _refuse(path, f"XML: {error}")
    if word.element.body is None or not len(word.sections):
        _refuse(path, "sectPr missing")
    known = {style.style_id for style in word.styles}
    for style in official.PLAN_STYLES:
        if style.id not in known:
            _refuse(path, f"style {style.id} missing")
    return DocxBase(parts, word.element)


def add_comments(parts: dict[str, bytes], comments: bytes) -> None:
    """Put a comments part into a package and tell its lists of parts."""
    parts[COMMENTS] = comments
    _list_type(parts, COMMENTS, f"{WORD_TYPE}comments+xml")
    relations = parse(parts[DOCUMENT_RELATIONS])
    relation = etree.SubElement(relations, f"{{{PACKAGE_RELATIONS}}}Relationship")
    relation.set("Id", "rIdPlanComments")
    relation.set("Type", f"{RELATIONS}/comments")
    relation.set("Target", COMMENTS.removeprefix("word/"))
    parts[DOCUMENT_RELATIONS] = to_bytes(relations)


def add_core(parts: dict[str, bytes]) -> None:
    """Tell a package that has no core properties that it has them."""
    _list_type(parts, CORE, "application/vnd.openxmlformats-package.core-properties+xml")
    relations = parse(parts[_PACKAGE_RELATIONS_PART])
    relation = etree.SubElement(relations, f"{{{PACKAGE_RELATIONS}}}Relationship")
    relation.set("Id", "rIdPlanCore")
    relation.set(
        "Type",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    )
    relation.set("Target", CORE)
    parts[_PACKAGE_RELATIONS_PART] = to_bytes(relations)


def _list_type(parts: dict[str, bytes], name: str, kind: str) -> None:
    types = parse(parts[TYPES])
    override = etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override")
    override.set("PartName", f"/{name}")
    override.set("ContentType", kind)
    parts[TYPES] = to_bytes(types)


def update_fields_on_opening(parts: dict[str, bytes]) -> None:
    """Let Word set the page numbers of the 目录 right when it opens the file."""
    if SETTINGS not in parts:
        return
    settings = parse(parts[SETTINGS])
    if settings.find(tag("updateFields")) is not None:
        return
    switch = etree.Element(tag("updateFields"))
    switch.set(tag("val"), "true")
    # The schema wants it behind these, before the compatibility settings.
    before = {"footnotePr", "endnotePr", "compat", "docVars", "rsids", "themeFontLang"}
    at = next(
        (i for i, one in enumerate(settings) if etree.QName(one).localname in before),
        len(settings),
    )
    settings.insert(at, switch)
    parts[SETTINGS] = to_bytes(settings)


def parse(data: bytes) -> etree._Element:
    """Parse a part without following entities or addresses in it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)
    return etree.fromstring(data, parser)


def to_bytes(root: etree._Element) -> bytes:
    """Return a part with its XML head."""
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _read_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        if any(info.file_size > LARGEST_PART for info in archive.infolist()):
            raise zipfile.BadZipFile(path.name)
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _refuse(path: Path, reason: str) -> NoReturn:
    raise PlanError(ErrorCode.TEMPLATE_DAMAGED, path.parent, reason=f"{path.name}: {reason}")

"""Read Word documents that are one XML file: Word 2003 XML and the flat form of .docx."""

from __future__ import annotations

from lxml import etree

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.docx_reader import read_parts
from plandraft.io.importers.docx_xml import child
from plandraft.io.importers.reading import Reading
from plandraft.io.importers.zip_package import damaged, parse_xml

_FLAT = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


def read_word_xml(data: bytes) -> Reading:
    """Read the Word XML in `data`; raises PlanError FILE_DAMAGED or FILE_UNSUPPORTED."""
    root = parse_xml(data, "XML")
    try:
        if root.tag == f"{_FLAT}package":
            return _read_flat(root)
        if child(root, "body") is None:
            raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason="XML")
        return read_parts(root, child(root, "styles"), None, "xml")
    except RecursionError as error:
        raise damaged("XML depth") from error


def _read_flat(root: etree._Element) -> Reading:
    parts: dict[str, etree._Element] = {}
    for part in root.iterchildren(f"{_FLAT}part"):
        content = part.find(f"{_FLAT}xmlData")
        if content is not None and len(content):
            parts[(part.get(f"{_FLAT}name") or "").lstrip("/")] = content[0]
    main = next((name for name in parts if name.endswith("/document.xml")), None)
    if main is None:
        raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason="XML")
    folder = main.rpartition("/")[0]
    styles, numbering = parts.get(f"{folder}/styles.xml"), parts.get(f"{folder}/numbering.xml")
    return read_parts(parts[main], styles, numbering, "xml")

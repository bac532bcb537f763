"""Small .docx packages out of literal WordprocessingML, for tests of the reader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMESPACES = f'xmlns:mc="{_COMPATIBILITY}" xmlns:v="urn:schemas-microsoft-com:vml"'


def paragraph(text: str, properties: str = "") -> str:
    """Write a paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, number: int, level: int = 0) -> str:
    """Write a paragraph of list `number`."""
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def list_level(level: int, number_format: str, pattern: str, extra: str = "") -> str:
    """Write one level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{extra}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    namespace: str = WORD,
    head: str = "",
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """Write a package whose document has `body`; `head` stands before its root element."""
    root = f'xmlns:w="{namespace}" {_NAMESPACES}'
    contents = {
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/document.xml": (
            f'<?xml version="1.0"?>{head}<w:document {root}><w:body>{body}</w:body></w:document>'
        ),
        "word/_rels/document.xml.rels": _relationships(
            {
                "styles": "styles.xml",
                "numbering": "numbering.xml",
            }
        ),
        "word/styles.xml": f"<w:styles {root}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {root}>{numbering}</w:numbering>",
    }
    return pack({**{name: text.encode() for name, text in contents.items()}, **(parts or {})})


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Write a zip file of `parts`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def _relationships(targets: Mapping[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="r{index}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for index, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{items}</Relationships>'

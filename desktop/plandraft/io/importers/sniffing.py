"""Tell a file's format by its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.mht_reader import is_mht

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 1024
_MARKUP = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_WORD_XML = re.compile(rb"<\?mso-application[^>]*Word|<w:wordDocument|<pkg:package")
_NAMED_MAGIC = (
    (b"\xff\xd8\xff", ""),
    (b"\x89PNG\r\n\x1a\n", ""),
    (b"GIF8", ""),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b\x08", "GZIP"),
)


class FileFormat(StrEnum):
    """Name the formats that can be read."""

    TEXT = "txt"
    DOCX = "docx"
    DOC = "doc"
    PDF = "pdf"
    HTML = "html"
    MHT = "mht"
    RTF = "rtf"


def sniff_format(data: bytes) -> FileFormat:
    """Return the format of a file with the content `data`.

    Raises PlanError FILE_ENCRYPTED, FILE_UNSUPPORTED (known but not read yet) or FILE_BINARY.
    """
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        return FileFormat.DOCX
    if head.startswith(_OLE):
        return FileFormat.DOC
    if head.lstrip().startswith(b"{\\rtf"):
        return FileFormat.RTF
    if b"%PDF-" in head:
        return FileFormat.PDF
    for magic, name in _NAMED_MAGIC:
        if head.startswith(magic):
            if not name:
                raise PlanError(ErrorCode.FILE_BINARY)
            raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason=name)
    if _WORD_XML.search(head):
        raise PlanError(ErrorCode.FILE_UNSUPPORTED, reason="Word XML")
    if _MARKUP.match(head):
        return FileFormat.HTML
    if is_mht(head):
        return FileFormat.MHT
    return FileFormat.TEXT

"""Tell a file's format by its first bytes."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from plandraft.core.model.errors import ErrorCode, PlanError

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 1024
_MARKUP = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|meta"
    rb"|title|link|base|style|script|div|p|table|span|font|center|article|section|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_WIDE_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_WORD_XML = re.compile(rb"<\?mso-application[^>]*Word|<w:wordDocument|<pkg:package")
_FLAT_ODT = re.compile(rb"<office:document\b")
# The first part of a package is its kind, not packed; templates and master texts are texts too.
_ODT = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.text")
_NAMED_MAGIC = (
    (b"\xff\xd8\xff", ErrorCode.FILE_PICTURE, "JPEG"),
    (b"\x89PNG\r\n\x1a\n", ErrorCode.FILE_PICTURE, "PNG"),
    (b"GIF8", ErrorCode.FILE_PICTURE, "GIF"),
    (b"II*\x00", ErrorCode.FILE_PICTURE, "TIFF"),
    (b"MM\x00*", ErrorCode.FILE_PICTURE, "TIFF"),
    (b"Rar!\x1a\x07", ErrorCode.FILE_ARCHIVE, "RAR"),
    (b"7z\xbc\xaf\x27\x1c", ErrorCode.FILE_ARCHIVE, "7-Zip"),
    (b"\x1f\x8b\x08", ErrorCode.FILE_ARCHIVE, "GZIP"),
)


_MAIL_HEADER = re.compile(rb"\s*(?:[A-Za-z][A-Za-z-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+")
_MAIL_OF_A_PAGE = re.compile(
    rb"^(?:mime-version:|content-type:\s*(?:multipart/|text/html))", re.IGNORECASE | re.MULTILINE
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
    ODT = "odt"
    FLAT_ODT = "fodt"
    WORD_XML = "xml"


def sniff_format(data: bytes) -> FileFormat:
    """Return the format of a file with the content `data`.

    Raises PlanError FILE_ARCHIVE or FILE_PICTURE for what holds no text of its own.
    """
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        return FileFormat.ODT if _ODT.search(head) else FileFormat.DOCX
    if head.startswith(_OLE):
        return FileFormat.DOC
    if head.lstrip().startswith(b"{\\rtf"):
        return FileFormat.RTF
    if b"%PDF-" in head:
        return FileFormat.PDF
    for magic, code, name in _NAMED_MAGIC:
        if head.startswith(magic):
            raise PlanError(code, reason=name)
    head = _narrow(head)
    if _WORD_XML.search(head):
        return FileFormat.WORD_XML
    if _FLAT_ODT.search(head):
        return FileFormat.FLAT_ODT
    if _MARKUP.match(head):
        return FileFormat.HTML
    if _is_mht(head):
        return FileFormat.MHT
    return FileFormat.TEXT


def _is_mht(head: bytes) -> bool:
    """Tell whether a file begins as a mail that holds a web page."""
    found = _MAIL_HEADER.match(head)
    return found is not None and _MAIL_OF_A_PAGE.search(found.group()) is not None


def _narrow(head: bytes) -> bytes:
    """Return the head of a UTF-16 text as bytes that the patterns fit; others as they are."""
    codec = _WIDE_MARKS.get(head[:2])
    if codec is None:
        return head
    return head[2:].decode(codec, errors="replace").encode("utf-8", errors="replace")

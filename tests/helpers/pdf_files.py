"""Small PDF files written by hand, for tests of the reader."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

PAGE_HEIGHT = 800


@dataclass(frozen=True)
class Text:
    """A text at a place: `x` from the left and `y` from the top of the page, in points.

    `turn` is in degrees, anti-clockwise; `below` sets each letter below the one before.
    """

    text: str
    x: float = 60
    y: float = 60
    size: float = 16
    turn: float = 0
    below: bool = False


@dataclass(frozen=True)
class Field:
    """A field of a form on the first page; `kind` is Tx, Ch or Btn, `flags` those of the widget."""

    value: str
    x: float = 160
    y: float = 60
    width: float = 300
    height: float = 20
    kind: str = "Tx"
    flags: int = 4


def lines(*texts: str, x: float = 60, y: float = 100, size: float = 16) -> list[Text]:
    """Write one text below the other; one that begins with a blank is set in by two letters."""
    return [
        Text(text.lstrip("\u3000"), x + (2 * size if text[0] == "\u3000" else 0), y + at * 28, size)
        for at, text in enumerate(texts)
    ]


def pdf(
    *pages: Sequence[Text],
    rotation: int = 0,
    picture: bool = False,
    encrypted: bool = False,
    fields: Sequence[Field] = (),
) -> bytes:
    """Write a PDF; `picture` puts one on each page, `encrypted` asks for an unknown password."""
    objects: list[bytes] = [b"", b"", _FONT, _DESCENDANT, _DESCRIPTOR, _IMAGE]
    kids = []
    objects += map(_widget, fields)
    widgets = b" ".join(b"%d 0 R" % number for number in range(7, 7 + len(fields)))
    for page in pages:
        content = b"".join(_show(text) for text in page)
        if picture:
            content += b"q 300 0 0 300 60 60 cm /I Do Q\n"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 %d] /Rotate %d /Contents %d 0 R"
            b" /Annots [%s] /Resources << /Font << /F 3 0 R >> /XObject << /I 6 0 R >> >> >>"
            % (PAGE_HEIGHT, rotation, len(objects), b"" if kids[1:] else widgets)
        )
    form = b" /AcroForm << /Fields [%s] >>" % widgets if fields else b""
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R%s >>" % form
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        b" ".join(b"%d 0 R" % kid for kid in kids),
    )
    return _file(objects, encrypted=encrypted)


_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
    b" /DescendantFonts [4 0 R] >>"
)
_DESCENDANT = (
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000"
    b" /W [1 95 500] >>"
)
_DESCRIPTOR = (
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
    b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
)
_IMAGE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    b" /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
)


def _show(text: Text) -> bytes:
    if text.below:
        letters = enumerate(text.text)
        return b"".join(
            _show(replace(text, text=one, y=text.y + at * text.size, below=False))
            for at, one in letters
        )
    cosine, sine = math.cos(math.radians(text.turn)), math.sin(math.radians(text.turn))
    return b"BT /F %g Tf %f %f %f %f %g %g Tm <%s> Tj ET\n" % (
        text.size,
        *(cosine, sine, -sine, cosine),
        text.x,
        PAGE_HEIGHT - text.y,
        text.text.encode("utf-16-be").hex().encode(),
    )


def _widget(field: Field) -> bytes:
    bottom = PAGE_HEIGHT - field.y - field.height / 4
    return (
        b"<< /Type /Annot /Subtype /Widget /FT /%s /T (f%d) /F %d /V %s /AS %s"
        b" /Rect [%g %g %g %g] >>"
        % (
            field.kind.encode(),
            int(field.x + field.y),
            field.flags,
            b"/" + field.value.encode()
            if field.kind == "Btn"
            else b"<feff%s>" % field.value.encode("utf-16-be").hex().encode(),
            b"/" + (field.value.encode() if field.kind == "Btn" else b"N"),
            *(field.x, bottom, field.x + field.width, bottom + field.height),
        )
    )


def _file(objects: Sequence[bytes], *, encrypted: bool) -> bytes:
    content = b"%PDF-1.7\n"
    offsets = []
    for number, item in enumerate(objects, 1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    lock = (
        b" /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
        % (b"11" * 32, b"22" * 32)
        if encrypted
        else b""
    )
    trailer = b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        lock,
        len(content),
    )
    return content + table + trailer

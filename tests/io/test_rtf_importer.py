"""What the reader of RTF sees, in the code pages and habits of several writers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.outcomes import outcome

from plandraft.core.model.document import BlockKind, WarningCode
from plandraft.io.importers.base import read_document
from plandraft.io.importers.rtf_reader import read_rtf

FONTS = (
    r"{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset134 \'cb\'ce\'cc\'e5;}"
    r"{\f2\fcharset2 Symbol;}{\f3\fcharset136 PMingLiU;}}"
)


def rtf(body: str, head: str = r"\ansi\ansicpg1252\deff0") -> bytes:
    return f"{{\\rtf1{head}{FONTS}{body}}}".encode("latin-1")


def escaped(text: str, codec: str = "gbk") -> str:
    """Write letters as bytes, those that are ASCII plainly: second bytes of GBK may be."""
    return "".join(
        chr(byte) if chr(byte).isalnum() and byte < 0x80 else f"\\'{byte:02x}"
        for byte in text.encode(codec)
    )


def unicode(text: str, fallback: str = "?") -> str:
    units = text.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
    return "".join(f"\\u{code - 65536 if code > 32767 else code}{fallback}" for code in codes)


TEXTS = {
    "plain": (r"plan \{2026\}\par next\\", "plan {2026}\nnext\\"),
    "line ends of the file": ("pl\r\nan\\par\r\n next", "plan\n next"),
    "unicode": (unicode("数字云汀𠮷") + r"\par", "数字云汀𠮷"),
    "unicode without fallback": (r"\uc0 " + unicode("数字", "") + r" x\par", "数字x"),
    "unicode with a fallback of two": (r"\uc2 " + unicode("数", r"\'ca\'fd") + "x", "数x"),
    "fallback ends with its group": (r"{\uc1\u25968}x", "数x"),
    "font of code page 936": (r"\f1 " + escaped("数字云汀") + r"\par", "数字云汀"),
    "second byte is a letter": (r"\f1 " + escaped("镕堃喆") + r"\par", "镕堃喆"),
    "font of code page 950": (r"\f3 " + escaped("數位建設", "cp950"), "數位建設"),
    "font back at the end of a group": (r"{\f1 " + escaped("数") + r"}caf\'e9", "数café"),
    "double-byte font beside another": (
        r"\f0\loch\af0\hich\af0\dbch\af1 " + escaped("数字") + r"\loch plan",
        "数字plan",
    ),
    "characters with names": (
        r"a\tab b\line c\emdash\endash\lquote\rquote\ldblquote\rdblquote\~\_\-x",
        "a\tb\vc—–‘’“”\xa0-x",
    ),
    "hidden text": (r"a{\v hidden}b\v c\v0 d", "abd"),
    "notes, header, picture, info": (
        r"{\info{\title T}}{\header H}{\footerr F}a{\footnote N}{\pict 00ff}b{\*\unknown U}c",
        "abc",
    ),
    "field": (r"{\field{\*\fldinst PAGE}{\fldrslt 12}}\par", "12"),
    "text box": (r"a{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt box\par}}}b", "abox\nb"),
    "both writings of a text": (r"{\upr{old}{\*\ud{new}}}", "new"),
    "binary data": (b"a\\bin4 {{}}b".decode(), "ab"),
    "automatic number": (
        r"{\listtext\f1 " + escaped("一、") + r"\tab}\f1 " + escaped("要求"),
        "一、要求",
    ),
    "number before a digit": (r"{\listtext 1.\tab}5G", "1. 5G"),
    "symbol font": (r"{\f2 \'b7\'fc}a", "a"),
    "no end": (r"a{b\par{c", "ab\nc"),
    "too many ends": (r"a}}}b", "ab"),
    "half a surrogate": (r"\uc0\u-10240 x", "\ufffdx"),
}


@pytest.mark.parametrize(("body", "text"), TEXTS.values(), ids=TEXTS)
def test_text(body: str, text: str) -> None:
    assert read_rtf(rtf(body)).text == text


def test_code_page_of_the_document() -> None:
    head = r"\ansi\ansicpg936\deff0"
    assert read_rtf(rtf(r"\f0 " + escaped("数字云汀"), head)).text == "数字云汀"
    assert read_rtf(rtf(r"\f0 caf\'e9", head)).text == "café"
    assert read_rtf(b"{\\rtf1\\ansi\\ansicpg65001 " + "数字".encode() + b"}").text == "数字"
    assert read_rtf(b"{\\rtf1\\ansi\\ansicpg936 " + "数字".encode("gbk") + b"}").text == "数字"


def test_table() -> None:
    body = (
        r"before\par\trowd\cellx1\cellx2\pard\intbl item\cell unit\cell\row"
        r"\trowd\pard\intbl base\par stations\cell\cell\row\pard after\par"
    )
    reading = read_rtf(rtf(body))
    assert reading.text == "before\nitem\tunit\nbase stations\t\nafter"
    row = BlockKind.TABLE_ROW
    assert [hint.kind for hint in reading.hints] == [None, row, row, None]


def test_frame_of_one_cell() -> None:
    assert read_rtf(rtf(r"\trowd\intbl a\par b\cell\row\pard c\par")).text == "a\nb\nc"


def test_bullet_is_a_list_item_without_a_label() -> None:
    reading = read_rtf(rtf(r"{\listtext{\f2 \'b7}\tab}item\par{\listtext -\tab}other\par"))
    assert reading.text == "item\nother"
    assert reading.hints[1].kind is BlockKind.LIST_ITEM


def test_tracked_changes() -> None:
    reading = read_rtf(rtf(r"a{\deleted b}{\revised c}\par"))
    assert reading.text == "ac"
    assert [(one.code, one.count) for one in reading.warnings] == [(WarningCode.TRACKED_CHANGES, 2)]


STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\s3 toc 1;}"
    r"{\s4\sbasedon1 Own;}{\s5\f1 " + escaped("标题") + r" 2;}{\*\cs6 Char;}}"
)


@pytest.mark.parametrize(
    ("paragraph", "kind", "level"),
    [
        ("", None, 0),
        (r"\s1", None, 1),
        (r"\s2", BlockKind.TITLE, 0),
        (r"\s3", BlockKind.FURNITURE, 0),
        (r"\s4", None, 1),
        (r"\s5", None, 2),
        (r"\outlinelevel2", None, 3),
        (r"\s1\outlinelevel9", None, 0),
        (r"\s1\pard", None, 0),
    ],
)
def test_style_gives_a_hint(paragraph: str, kind: BlockKind | None, level: int) -> None:
    reading = read_rtf(rtf(STYLES + r"\pard" + paragraph + " text\\par"))
    assert reading.text == "text"
    assert (reading.hints[0].kind, reading.hints[0].level) == (kind, level)


def test_deep_groups() -> None:
    assert read_rtf(rtf("{" * 50_000 + "a" + "}" * 50_000)).text == "a"


def test_every_byte_may_be_wrong() -> None:
    data = rtf(STYLES + r"\s1\f1 " + escaped("要求") + r"\par\trowd\intbl a\cell b\cell\row")
    for at in range(len(data)):
        for wrong in (0x00, 0x5C, 0x7B, 0x7D, 0xFF):
            broken = bytearray(data)
            broken[at] = wrong
            assert outcome(read_rtf, bytes(broken)) == "rtf"


def test_document_of_an_rtf(tmp_path: Path) -> None:
    path = tmp_path / "plan.doc"
    body = r"\par ".join(map(escaped, ("云汀市信息化规划", "一、总体要求", "建设网络。")))
    path.write_bytes(rtf(r"\f1 " + body + r"\par"))
    document = read_document(path)
    assert (document.title, document.origin.format) == ("云汀市信息化规划", "rtf")

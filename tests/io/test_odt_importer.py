"""What the reader of OpenDocument texts sees."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.helpers.docx_files import pack

from plandraft.core.model.document import BlockKind, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.base import read_document
from plandraft.io.importers.odt_reader import read_flat_odt, read_odt
from plandraft.io.importers.sniffing import FileFormat, sniff_format

MIMETYPE = b"application/vnd.oasis.opendocument.text"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
    }.items()
)


def content(body: str, styles: str = "", root: str = "document-content") -> str:
    return (
        f"<office:{root} {NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:{root}>"
    )


def odt(body: str, parts: dict[str, bytes] | None = None, styles: str = "") -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", MIMETYPE)
        package.writestr("content.xml", content(body, styles))
        for name, part in (parts or {}).items():
            package.writestr(name, part)
    return stream.getvalue()


def cell(text: str, extra: str = "") -> str:
    return f"<table:table-cell{extra}><text:p>{text}</text:p></table:table-cell>"


TEXTS = {
    "paragraphs": ("<text:p>数字</text:p><text:h>云汀</text:h>", "数字\n云汀"),
    "runs and links": (
        "<text:p>数<text:span>字<text:a>云</text:a></text:span>汀</text:p>",
        "数字云汀",
    ),
    "blanks, tabs, breaks": (
        '<text:p>  a\n b<text:s text:c="2"/>c<text:tab/>d<text:line-break/>e</text:p>',
        "a b  c\td\ve",
    ),
    "absurd blanks": ('<text:p>a<text:s text:c="999999"/>b</text:p>', f"a{' ' * 100}b"),
    "notes, comments, deletions": (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes><text:p>正<text:note>"
        "<text:note-body><text:p>注</text:p></text:note-body></text:note><office:annotation>"
        "<text:p>批</text:p></office:annotation>文</text:p>",
        "正文",
    ),
    "text box": (
        "<text:p>文<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>"
        "</text:p>",
        "文\n框",
    ),
    "section": ("<text:section><text:p>节</text:p></text:section>", "节"),
    "ruby": (
        "<text:p><text:ruby><text:ruby-base>汀</text:ruby-base><text:ruby-text>tīng"
        "</text:ruby-text></text:ruby></text:p>",
        "汀",
    ),
    "table": (
        f"<table:table><table:table-header-rows><table:table-row>{cell('指标')}{cell('单位')}"
        f"</table:table-row></table:table-header-rows><table:table-row>"
        f"{cell('基站', ' table:number-columns-repeated=' + chr(34) + '999999' + chr(34))}"
        f"{cell('个')}</table:table-row></table:table>",
        "指标\t单位\n基站\t个",
    ),
    "frame": (
        f"<table:table><table:table-row>{cell('专栏</text:p><text:p>内容')}</table:table-row>"
        "</table:table>",
        "专栏\n内容",
    ),
}


@pytest.mark.parametrize(("body", "text"), TEXTS.values(), ids=TEXTS)
def test_text(body: str, text: str) -> None:
    assert read_odt(odt(body)).text == text
    assert read_flat_odt(content(body, root="document").encode()).text == text


LIST = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-suffix="、"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." '
    'text:start-value="3"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="4"/></text:list-style>'
)


def item(text: str, inner: str = "", extra: str = "") -> str:
    return f"<text:list-item{extra}><text:p>{text}</text:p>{inner}</text:list-item>"


def listed(items: str, extra: str = "") -> str:
    return f'<text:list text:style-name="L"{extra}>{items}</text:list>'


def test_numbers_of_lists() -> None:
    fourth = f"<text:list>{item('丁')}</text:list>"
    third = f"<text:list>{item('丙', fourth)}</text:list>"
    second = f"<text:list>{item('乙', third)}{item('5G')}</text:list>"
    body = listed(item("甲", second) + item("戊")) + listed(item("己"))
    body += listed(item("庚"), ' text:continue-numbering="true"')
    body += listed(item("辛", extra=' text:start-value="9"'), ' text:continue-list="x"')
    reading = read_odt(odt(body, styles=LIST))
    assert reading.text.split("\n") == [
        "一、甲",
        "3.乙",
        "3.1 丙",
        "丁",
        "4. 5G",
        "二、戊",
        "一、己",
        "二、庚",
        "九、辛",
    ]
    assert reading.hints[3].kind is BlockKind.LIST_ITEM


def test_second_paragraph_and_header_of_an_item_have_no_number() -> None:
    body = listed(
        "<text:list-header><text:p>题</text:p></text:list-header>"
        "<text:list-item><text:p>甲</text:p><text:p>续</text:p></text:list-item>"
    )
    assert read_odt(odt(body, styles=LIST)).text == "题\n一、甲\n续"


STYLES = (
    '<style:style style:name="Title"/>'
    '<style:style style:name="Heading_20_2"/>'
    '<style:style style:name="P1" style:parent-style-name="Heading_20_2"/>'
    '<style:style style:name="Contents_20_1"/>'
    '<style:style style:name="Own" style:default-outline-level="3"/>'
    '<style:style style:name="Hid"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Loop" style:parent-style-name="Loop"/>'
)


@pytest.mark.parametrize(
    ("paragraph", "kind", "level"),
    [
        ('<text:p text:style-name="Title">文</text:p>', BlockKind.TITLE, 0),
        ('<text:p text:style-name="P1">文</text:p>', None, 2),
        ('<text:p text:style-name="Own">文</text:p>', None, 3),
        ('<text:p text:style-name="Contents_20_1">文</text:p>', BlockKind.FURNITURE, 0),
        ('<text:h text:outline-level="4">文</text:h>', None, 4),
        ("<text:h>文</text:h>", None, 1),
        ('<text:p text:style-name="Loop">文</text:p>', None, 0),
        (
            "<text:table-of-content><text:index-body><text:p>文</text:p></text:index-body>"
            "</text:table-of-content>",
            BlockKind.FURNITURE,
            0,
        ),
    ],
)
def test_style_gives_a_hint(paragraph: str, kind: BlockKind | None, level: int) -> None:
    reading = read_odt(odt(paragraph, styles=STYLES))
    assert reading.text == "文"
    assert (reading.hints[0].kind, reading.hints[0].level) == (kind, level)


def test_hidden_text() -> None:
    body = '<text:p>显<text:span text:style-name="Hid">隐</text:span>完</text:p>'
    assert read_odt(odt(body, styles=STYLES)).text == "显完"


def test_tracked_changes_are_counted() -> None:
    (warning,) = read_odt(odt(TEXTS["notes, comments, deletions"][0])).warnings
    assert (warning.code, warning.count) == (WarningCode.TRACKED_CHANGES, 1)


REFUSED = {
    "encrypted": (
        odt("", {"META-INF/manifest.xml": b'<m:a xmlns:m="m"><m:encryption-data/></m:a>'}),
        ErrorCode.FILE_ENCRYPTED,
    ),
    "spreadsheet": (
        content("").replace("office:text", "office:spreadsheet").encode(),
        ErrorCode.FILE_UNSUPPORTED,
    ),
    "no content": (pack({"mimetype": MIMETYPE}), ErrorCode.FILE_DAMAGED),
    "broken": (pack({"mimetype": MIMETYPE, "content.xml": b"<a>"}), ErrorCode.FILE_DAMAGED),
    "entities": (
        b'<!DOCTYPE a [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>'
        + content("<text:p>&b;</text:p>").encode()[:-9],
        ErrorCode.FILE_DAMAGED,
    ),
    "too deep": (
        content("<text:section>" * 5000 + "</text:section>" * 5000).encode(),
        ErrorCode.FILE_DAMAGED,
    ),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, code: ErrorCode) -> None:
    with pytest.raises(PlanError) as caught:
        (read_odt if data.startswith(b"PK") else read_flat_odt)(data)
    assert caught.value.code is code


def test_document_of_an_odt(tmp_path: Path) -> None:
    data = odt("<text:p>云汀市信息化规划</text:p><text:p>一、总体要求</text:p>")
    assert sniff_format(data) is FileFormat.ODT
    path = tmp_path / "plan.docx"
    path.write_bytes(data)
    document = read_document(path)
    assert (document.title, document.origin.format) == ("云汀市信息化规划", "odt")
    flat = content("<text:p>云汀</text:p>", root="document").encode()
    assert sniff_format(b'<?xml version="1.0"?>\n' + flat) is FileFormat.FLAT_ODT

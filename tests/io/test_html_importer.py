"""Saved web pages: charset, main text, title and what stands around the text."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest
from tests.helpers.outcomes import outcome

from plandraft.core.model.document import BlockKind, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.base import read_document
from plandraft.io.importers.html_reader import read_html
from plandraft.io.importers.mht_reader import read_mht
from plandraft.io.importers.sniffing import FileFormat, sniff_format

PARAGRAPHS = (
    "一、总体要求",
    "为加快建设数字云汀，推动城乡网络共建共享，根据省的统一部署，结合我市实际，制定本规划。",
    "二、重点任务",
    "到2030年，全市建成5G基站16500个，光缆通达所有行政村，政务数据共享率达到九成五以上。",
)
BODY = "".join(f"<p>　　{text}</p>\n" for text in PARAGRAPHS)
MENU = "<ul>" + "".join(f'<li><a href="/{at}">栏目名称{at}</a></li>' for at in range(20)) + "</ul>"


def page(main: str, head: str = "", charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}">{head}'
        "<title>云汀市信息化规划_云汀市人民政府</title><style>p{color:red}</style></head>"
        f'<body><div class="header">{MENU}</div><script>var a="脚本";</script>{main}'
        f'<div class="footer">版权所有 云汀市人民政府办公室 {MENU}</div></body></html>'
    )


def texts(data: str | bytes) -> list[str]:
    content = data.encode() if isinstance(data, str) else data
    return [line.strip() for line in read_html(content).text.split("\n")]


MAINS = {
    "known id": f'<div id="UCAP-CONTENT">{BODY}</div>',
    "known class among others": f'<div class="box TRS_Editor big">{BODY}</div>',
    "known name around another": f'<div id="zoom">{MENU}<div class="TRS_Editor">{BODY}</div></div>',
    "no known name": f'<div class="c1"><div class="c2">{BODY}</div></div>',
    "layout table": (f"<table><tr><td>{MENU}</td><td><div>{BODY}</div></td></tr></table>"),
    "article element": f"<article>{BODY}</article>",
}


@pytest.mark.parametrize("main", MAINS.values(), ids=MAINS)
def test_main_text(main: str) -> None:
    assert texts(page(main)) == ["云汀市信息化规划", *PARAGRAPHS]
    (warning,) = read_html(page(main).encode()).warnings
    assert warning.code is WarningCode.PAGE_AROUND_TEXT


def test_document_without_furniture_is_whole() -> None:
    sections = "".join(f'<div class="Section{at}">{BODY}</div>' for at in range(3))
    reading = read_html(f"<html><body>{sections}</body></html>".encode())
    assert reading.text.replace("\u3000", "").split("\n") == list(PARAGRAPHS) * 3
    assert reading.warnings == ()


CHARSETS = {
    "utf-8": ("utf-8", "utf-8"),
    "gb2312 means all of gb18030": ("gb2312", "gb18030"),
    "gbk": ("GBK", "gb18030"),
    "big5": ("big5", "cp950"),
}


@pytest.mark.parametrize(("declared", "codec"), CHARSETS.values(), ids=CHARSETS)
def test_declared_charset(declared: str, codec: str) -> None:
    rare = "" if codec == "cp950" else "、㐀"
    text = "推動數位城市建設" if codec == "cp950" else f"推动数字城市建设{rare}"
    data = page(f"<p>{text}</p>", charset=declared).encode(codec, errors="ignore")
    reading = read_html(data)
    assert text in reading.text
    assert reading.encoding == codec


def test_wrong_charset_is_found_out() -> None:
    data = page(MAINS["known id"], charset="utf-8").encode("gb18030")
    reading = read_html(data)
    assert PARAGRAPHS[1] in reading.text
    assert WarningCode.ENCODING_GUESSED in [warning.code for warning in reading.warnings]
    latin = page(MAINS["known id"], charset="iso-8859-1").encode()
    assert PARAGRAPHS[1] in read_html(latin).text


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
def test_page_with_a_mark(codec: str) -> None:
    data = page(MAINS["known id"], charset="unicode").encode(codec)
    assert sniff_format(data) is FileFormat.HTML
    assert texts(data) == ["云汀市信息化规划", *PARAGRAPHS]


HEADS = ("<html>", "<!DOCTYPE HTML>", "<?xml version='1.0'?><html>", "<!-- a -->\n<h2>", "<link a>")


@pytest.mark.parametrize("head", HEADS)
def test_pages_are_told_by_their_head(head: str) -> None:
    assert sniff_format(head.encode()) is FileFormat.HTML


@pytest.mark.parametrize("text", ["<规划>全文", "a < b", "<a@b.c> wrote:", "From here on: text"])
def test_what_is_no_page(text: str) -> None:
    assert sniff_format(text.encode()) is FileFormat.TEXT


@pytest.mark.parametrize("charset", ["base64", "utf-16", "no-such-thing", "x" * 500, "idna"])
def test_useless_charset(charset: str) -> None:
    assert PARAGRAPHS[1] in read_html(page(MAINS["known id"], charset=charset).encode()).text


META = (
    '<meta name="ArticleTitle" content="云汀市“十五五”信息化规划">'
    '<meta name="PubDate" content="2026-03-08 10:00"><meta name="DocumentNumber" '
    'content="云政发〔2026〕7号">'
)


def test_title_number_and_date_of_meta() -> None:
    reading = read_html(page(MAINS["known id"], META).encode())
    assert reading.text.split("\n")[:3] == [
        "云汀市“十五五”信息化规划",
        "发文字号：云政发〔2026〕7号",
        "成文日期：2026-03-08 10:00",
    ]
    furniture = BlockKind.FURNITURE
    assert [hint.kind for hint in reading.hints[:3]] == [BlockKind.TITLE, furniture, furniture]


def test_what_the_text_says_itself_is_not_said_twice() -> None:
    own = "<p>云汀市“十五五”信息化规划</p><p>云政发〔2026〕7号</p>"
    reading = read_html(page(f'<div id="zoom">{own}{BODY}</div>', META).encode())
    assert reading.text.count("信息化规划") == reading.text.count("云政发") == 1
    assert reading.hints[0].kind is BlockKind.TITLE


LINES = {
    "breaks": ("<p>甲<br>乙<br/>丙</p>", ["甲\v乙\v丙"]),
    "source line ends": ("<p>数字\n  云汀 and\n more</p>", ["数字云汀 and more"]),
    "nested inline": ("<p><span>数<b>字</b></span>云<font>汀</font></p>", ["数字云汀"]),
    "text between blocks": ("<div>甲<p>乙</p>丙</div>", ["甲", "乙", "丙"]),
    "hidden": ('<p>甲<span style="DISPLAY: none">隐</span>乙</p><p hidden>隐</p>', ["甲乙"]),
    "script and form": ("<p>甲<script>x</script><button>按</button>乙</p>", ["甲乙"]),
    "comment": ("<p>甲<!-- 注 -->乙</p>", ["甲乙"]),
    "ruby": ("<p><ruby>汀<rp>(</rp><rt>tīng</rt><rp>)</rp></ruby>州</p>", ["汀州"]),
    "preformatted": ("<pre>甲\n  乙</pre>", ["甲\v  乙"]),
    "table": (
        "<table><tr><th>指标</th><th>单位</th></tr>"
        "<tr><td rowspan=99999>基站<br>数</td><td></td></tr>"
        "</table>",
        ["指标\t单位", "基站 数\t"],
    ),
    "frame": ("<table><tr><td><p>专栏</p><p>内容</p></td></tr></table>", ["专栏", "内容"]),
    "numbered list": ("<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>", ["3. 甲", "4. 乙", "丙"]),
    "lettered list": ('<ol type="a"><li>甲</li><li value="4">乙</li></ol>', ["a. 甲", "d. 乙"]),
    "entities": ("<p>&#25968;&ldquo;字&rdquo;&nbsp;&lt;云&gt;</p>", ["数“字”\xa0<云>"]),
    "unclosed": ("<p>甲<p>乙<div>丙", ["甲", "乙", "丙"]),
    "nul": ("<p>甲\0乙</p>", ["甲乙"]),
}


@pytest.mark.parametrize(("body", "expected"), LINES.values(), ids=LINES)
def test_lines(body: str, expected: list[str]) -> None:
    data = f"<html><body>{body}</body></html>".encode()
    assert read_html(data).text.split("\n") == expected


def test_hints() -> None:
    body = "<h1>甲</h1><h3>乙</h3><p>丙</p><ul><li>丁</li></ul><table><tr><td>戊<td>己</table>"
    hints = read_html(f"<html><body>{body}</body></html>".encode()).hints
    assert [(hint.kind, hint.level) for hint in hints] == [
        (None, 1),
        (None, 3),
        (None, 0),
        (BlockKind.LIST_ITEM, 0),
        (BlockKind.TABLE_ROW, 0),
    ]


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "span", "ul><li", "b"])
def test_nesting_without_end(tag: str) -> None:
    data = (f"<html><body><p>前文</p>{f'<{tag}>' * 20_000}<p>正文").encode()
    assert "前文" in read_html(data).text


@pytest.mark.parametrize(
    "data", [b"", b"<html>", b"<!DOCTYPE html>", b"<html><body></body></html>"]
)
def test_empty(data: bytes) -> None:
    assert read_html(data).text == ""


def mht(body: bytes, encoding: str = "quoted-printable", charset: str = "gb2312") -> bytes:
    return (
        (
            "From: <Saved by a browser>\r\nSubject: plan\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="--edge"\r\n\r\n'
            f'----edge\r\nContent-Type: text/html; charset="{charset}"\r\n'
            f"Content-Transfer-Encoding: {encoding}\r\nContent-Location: http://example.invalid/\r\n\r\n"
        ).encode()
        + body
        + (
            b"\r\n----edge\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            b"iVBORw0KGgo=\r\n----edge--\r\n"
        )
    )


HTML = page(MAINS["known id"], charset="gb2312").encode("gb18030")
ARCHIVES = {
    "quoted-printable": mht(quopri.encodestring(HTML)),
    "base64": mht(base64.encodebytes(HTML), "base64"),
    "8bit": mht(HTML, "8bit"),
    "charset only inside": mht(HTML, "8bit", "unknown"),
    "single part": b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=gbk\r\n\r\n" + HTML,
}


@pytest.mark.parametrize("data", ARCHIVES.values(), ids=ARCHIVES)
def test_web_archive(data: bytes) -> None:
    assert sniff_format(data) is FileFormat.MHT
    reading = read_mht(data)
    assert [line.strip() for line in reading.text.split("\n")] == ["云汀市信息化规划", *PARAGRAPHS]
    assert reading.format == "mht"


def test_archive_without_a_page() -> None:
    data = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n"
    with pytest.raises(PlanError) as caught:
        read_mht(data)
    assert caught.value.code is ErrorCode.FILE_DAMAGED


def test_cut_archives_are_read_or_refused() -> None:
    data = ARCHIVES["base64"]
    for end in range(0, len(data), 37):
        assert outcome(read_mht, data[:end]) in {"mht", "file_damaged"}


def test_document_of_a_page(tmp_path: Path) -> None:
    path = tmp_path / "plan.htm"
    path.write_bytes(HTML)
    document = read_document(path)
    assert (document.title, document.origin.format) == ("云汀市信息化规划", "html")
    assert [block.kind for block in document.blocks] == [
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]

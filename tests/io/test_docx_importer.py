"""What the walk of a .docx sees and what it leaves out."""

from __future__ import annotations

import pytest
from tests.helpers.docx_files import STRICT_WORD, docx, list_level, numbered, paragraph

from plandraft.core.model.document import BlockKind, WarningCode
from plandraft.io.importers.docx_numbers import format_number
from plandraft.io.importers.docx_reader import read_docx

RUN = "<w:r><w:t>{}</w:t></w:r>"
TEXT_BOX = "<w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent>"
CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(CELL.format(cell) for cell in cells)}</w:tr>"


BODIES = {
    "runs": ("<w:p><w:r><w:t>数字</w:t></w:r><w:r><w:t>云汀</w:t></w:r></w:p>", "数字云汀"),
    "tracked insertion": (f"<w:p><w:ins>{RUN.format('新增')}</w:ins></w:p>", "新增"),
    "tracked deletion": (
        "<w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>",
        "留",
    ),
    "moved": (
        f"<w:p><w:moveFrom>{RUN.format('旧')}</w:moveFrom></w:p>"
        f"<w:p><w:moveTo>{RUN.format('新')}</w:moveTo></w:p>",
        "\n新",
    ),
    "deleted paragraph end": (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>"
        + paragraph("后"),
        "前后",
    ),
    "content control in a line": (
        f"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{RUN.format('控件')}</w:sdtContent></w:sdt></w:p>",
        "控件",
    ),
    "content control around paragraphs": (
        f"<w:sdt><w:sdtContent>{paragraph('甲')}{paragraph('乙')}</w:sdtContent></w:sdt>",
        "甲\n乙",
    ),
    "smart tag": (f"<w:p><w:smartTag>{RUN.format('2026年')}</w:smartTag></w:p>", "2026年"),
    "simple field": (
        f'<w:p><w:fldSimple w:instr="DATE">{RUN.format("3月")}</w:fldSimple></w:p>',
        "3月",
    ),
    "complex field": (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r></w:p>',
        "12",
    ),
    "hyperlink": (f"<w:p><w:hyperlink>{RUN.format('链接')}</w:hyperlink></w:p>", "链接"),
    "hidden text": (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r></w:p>',
        "显",
    ),
    "tab, break, hyphen, symbol": (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>5</w:t><w:noBreakHyphen/>"
        '<w:t>6</w:t><w:sym w:font="SimSun" w:char="2160"/></w:r></w:p>',
        "甲\t乙\v5-6Ⅰ",
    ),
    "notes and comments": (
        '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="1"/></w:r>'
        '<w:r><w:commentReference w:id="0"/></w:r></w:p>',
        "正文",
    ),
    "ruby": (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>tīng</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>汀</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
        "汀",
    ),
    "text box once": (
        "<w:p><w:r><w:t>文</w:t><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<w:drawing>{TEXT_BOX}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{TEXT_BOX}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "文\n框内文字",
    ),
    "old text box": (
        f"<w:p><w:r><w:pict><v:textbox>{TEXT_BOX}</v:textbox></w:pict></w:r></w:p>",
        "\n框内文字",
    ),
    "table": (f"<w:tbl>{row('指标', '单位')}{row('基站', '个')}</w:tbl>", "指标\t单位\n基站\t个"),
    "frame of one cell": (
        f"<w:tbl><w:tr><w:tc>{paragraph('专栏1')}{paragraph('内容。')}</w:tc></w:tr></w:tbl>",
        "专栏1\n内容。",
    ),
    "table in a table": (
        f"<w:tbl>{row('甲', '乙')}<w:tr>{CELL.format('丙')}<w:tc><w:tbl>{row('丁', '戊')}</w:tbl>"
        "</w:tc></w:tr></w:tbl>",
        "甲\t乙\n丙\t丁 戊",
    ),
    "row of a content control": (
        f"<w:tbl>{row('甲', '乙')}<w:sdt><w:sdtContent>{row('丙', '丁')}</w:sdtContent></w:sdt>"
        "</w:tbl>",
        "甲\t乙\n丙\t丁",
    ),
    "deleted paragraph": (f"<w:del>{paragraph('旧')}</w:del>{paragraph('新')}", "新"),
    "deleted end of the last paragraph": (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>末</w:t></w:r></w:p>",
        "末",
    ),
    "choice between paragraphs": (
        f"<mc:AlternateContent><mc:Fallback>{paragraph('旧')}</mc:Fallback><mc:Choice>"
        f"{paragraph('新')}</mc:Choice></mc:AlternateContent>",
        "新",
    ),
    "choice of nothing": ("<mc:AlternateContent/>" + paragraph("甲"), "甲"),
    "symbol without a letter": (
        '<w:p><w:r><w:t>甲</w:t><w:sym w:char="F0FC"/><w:sym w:char="?"/></w:r></w:p>',
        "甲",
    ),
    "deleted row": (
        f"<w:tbl>{row('甲', '乙')}<w:tr><w:trPr><w:del/></w:trPr>{CELL.format('丙')}"
        f"{CELL.format('丁')}</w:tr></w:tbl>",
        "甲\t乙",
    ),
}


@pytest.mark.parametrize(("body", "text"), BODIES.values(), ids=BODIES)
def test_body(body: str, text: str) -> None:
    assert read_docx(docx(body)).text == text


def test_strict_package() -> None:
    assert read_docx(docx(paragraph("数字云汀"), namespace=STRICT_WORD)).text == "数字云汀"


def test_table_rows_are_marked() -> None:
    reading = read_docx(docx(paragraph("甲") + f"<w:tbl>{row('1、乙', '丙')}</w:tbl>"))
    assert [hint.kind for hint in reading.hints] == [None, BlockKind.TABLE_ROW]


def test_tracked_changes_are_counted() -> None:
    body = f"<w:p><w:ins>{RUN.format('新')}</w:ins><w:del>{RUN.format('旧')}</w:del></w:p>"
    warnings = read_docx(docx(body)).warnings
    assert [(one.code, one.count) for one in warnings] == [(WarningCode.TRACKED_CHANGES, 2)]


PLAN_LIST = (
    '<w:abstractNum w:abstractNumId="7">'
    + list_level(0, "chineseCounting", "%1、")
    + list_level(1, "chineseCountingThousand", "（%2）")
    + list_level(2, "decimal", "%3.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    return read_docx(docx(body, numbering=numbering, styles=styles)).text.split("\n")


def test_automatic_numbers_are_written_and_start_again() -> None:
    levels = {
        "基础": 0,
        "成绩": 1,
        "网络": 2,
        "平台": 2,
        "问题": 1,
        "人才": 2,
        "要求": 0,
        "思想": 1,
    }
    body = "".join(numbered(text, 1, level) for text, level in levels.items())
    assert lines(body, PLAN_LIST) == [
        "一、基础",
        "（一）成绩",
        "1.网络",
        "2.平台",
        "（二）问题",
        "1.人才",
        "二、要求",
        "（一）思想",
    ]


def test_empty_paragraph_takes_no_number() -> None:
    assert lines(numbered("甲", 1) + numbered("", 1) + numbered("乙", 1), PLAN_LIST) == [
        "一、甲",
        "",
        "二、乙",
    ]


def test_number_before_a_digit_keeps_apart() -> None:
    assert lines(numbered("5G网络", 1, 2), PLAN_LIST) == ["1. 5G网络"]


def test_levels_shown_together() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1">'
        + list_level(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>')
        + list_level(1, "decimal", "%1.%2", "<w:isLgl/>")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    body = numbered("总则", 1) + numbered("目的", 1, 1) + numbered("依据", 1, 1)
    assert lines(body, numbering) == ["第一章 总则", "1.1 目的", "1.2 依据"]


def test_lists_of_one_definition_go_on_unless_started_anew() -> None:
    numbering = (
        PLAN_LIST
        + '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        + '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        + '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 3) + numbered("丁", 3)
    assert lines(body, numbering) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_number_of_a_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="base"><w:name w:val="Base"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="Second"/>'
        '<w:basedOn w:val="base"/></w:style>'
    )
    numbering = PLAN_LIST.replace(
        '<w:numFmt w:val="chineseCountingThousand"/>',
        '<w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="a2"/>',
    )
    body = paragraph("基础", '<w:pStyle w:val="base"/>') + paragraph(
        "成绩", '<w:pStyle w:val="a2"/>'
    )
    off = paragraph("无号", '<w:pStyle w:val="a2"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body + off, numbering, styles) == ["一、基础", "（一）成绩", "无号"]


def test_bullets_are_list_items_without_a_label() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1">'
        + list_level(0, "bullet", "\uf0b7")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    reading = read_docx(docx(numbered("网络", 1), numbering=numbering))
    assert reading.text == "网络"
    assert reading.hints[0].kind is BlockKind.LIST_ITEM


def test_list_style_leads_to_the_levels() -> None:
    numbering = (
        PLAN_LIST
        + '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="plan"/></w:abstractNum>'
        + '<w:num w:numId="5"><w:abstractNumId w:val="8"/></w:num>'
    )
    owned = numbering.replace(
        '<w:abstractNum w:abstractNumId="7">',
        '<w:abstractNum w:abstractNumId="7"><w:styleLink w:val="plan"/>',
    )
    styles = (
        '<w:style w:styleId="plan"><w:name w:val="Plan"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    assert lines(numbered("甲", 5), owned) == ["一、甲"]
    assert lines(numbered("甲", 5), numbering, styles) == ["一、甲"]
    assert lines(numbered("甲", 5), numbering) == ["甲"]


def test_label_without_a_gap() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1">'
        + list_level(0, "decimal", "表%1", '<w:suff w:val="nothing"/>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert lines(numbered("指标", 1), numbering) == ["表1指标"]


def test_unknown_list_is_ignored() -> None:
    assert lines(numbered("甲", 99), PLAN_LIST) == ["甲"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="我的"/><w:basedOn w:val="1"/>'
    "</w:style>"
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "kind", "level"),
    [
        ('<w:pStyle w:val="a"/>', BlockKind.TITLE, 0),
        ('<w:pStyle w:val="1"/>', None, 1),
        ('<w:pStyle w:val="2"/>', None, 2),
        ('<w:pStyle w:val="own"/>', None, 1),
        ('<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>', None, 0),
        ('<w:outlineLvl w:val="2"/>', None, 3),
        ('<w:pStyle w:val="t"/>', BlockKind.FURNITURE, 0),
        ('<w:pStyle w:val="missing"/>', None, 0),
    ],
)
def test_style_gives_a_hint(properties: str, kind: BlockKind | None, level: int) -> None:
    (hint,) = read_docx(docx(paragraph("总则", properties), styles=STYLES)).hints
    assert (hint.kind, hint.level) == (kind, level)


@pytest.mark.parametrize(
    ("number_format", "value", "written"),
    [
        ("decimal", 12, "12"),
        ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("japaneseCounting", 3, "三"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 2, "丑"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographDigital", 20, "二〇"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("lowerRoman", 0, "0"),
        ("lowerLetter", 0, "0"),
        ("lowerLetter", 2_000_000_000, "2000000000"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 2, "b"),
        ("decimalEnclosedCircle", 40, "40"),
        ("none", 1, ""),
        ("someFutureFormat", 5, "5"),
    ],
)
def test_number_formats(number_format: str, value: int, written: str) -> None:
    assert format_number(value, number_format) == written

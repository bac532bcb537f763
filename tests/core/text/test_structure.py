"""Structure recovered from text as it was read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.documents import make_document

from plandraft.core.model.document import BlockKind, WarningCode
from plandraft.core.model.spans import Span
from plandraft.core.text.structure import LineHint, Recovered, recover_structure

SHORT = {
    BlockKind.TITLE: "t",
    BlockKind.HEADING: "h",
    BlockKind.PARAGRAPH: "p",
    BlockKind.LIST_ITEM: "i",
    BlockKind.TABLE_ROW: "r",
    BlockKind.SIGNATURE: "s",
    BlockKind.DATE: "d",
    BlockKind.FURNITURE: "f",
}


def outline(recovered: Recovered) -> list[str]:
    """Write each block as kind, level and text: h1 一、总则."""
    return [
        f"{SHORT[block.kind]}{block.level or ''} {block.span.slice(recovered.text)}"
        for block in recovered.blocks
    ]


STRUCTURES = {
    "well set": (
        "云汀市信息化规划\n一、总体要求\n（一）指导思想\n坚持创新。\n（二）原则\n1.统筹规划。统一建设。\n"
        "2.安全可靠。守住底线。\n云汀市人民政府\n2026年3月8日",
        [
            "t 云汀市信息化规划",
            "h1 一、总体要求",
            "h2 （一）指导思想",
            "p 坚持创新。",
            "h2 （二）原则",
            "i3 1.统筹规划。统一建设。",
            "i3 2.安全可靠。守住底线。",
            "s 云汀市人民政府",
            "d 2026年3月8日",
        ],
    ),
    "glued headings": (
        "云汀市信息化规划\n为加快发展，制定本规划。一、回顾（一）成绩“十四五”以来，成效明显。1、网络覆盖改善"
        "“十四五”期间，建成基站。2、平台运行稳定“十四五”期间，建成平台。（二）问题1、资金投入不足相比于先进"
        "城市，投入偏少。二、任务要求各县抓好落实。",
        [
            "t 云汀市信息化规划",
            "p 为加快发展，制定本规划。",
            "h1 一、回顾",
            "h2 （一）成绩",
            "p “十四五”以来，成效明显。",
            "h3 1、网络覆盖改善",
            "p “十四五”期间，建成基站。",
            "h3 2、平台运行稳定",
            "p “十四五”期间，建成平台。",
            "h2 （二）问题",
            "h3 1、资金投入不足",
            "p 相比于先进城市，投入偏少。",
            "i1 二、任务要求各县抓好落实。",
        ],
    ),
    "items in a sentence stay": (
        "存在问题：一是投入不足；二是人才短缺；三是机制不活。",
        ["p 存在问题：一是投入不足；二是人才短缺；三是机制不活。"],
    ),
    "items on lines of their own": (
        "主要做法\n一是建平台。打通数据。\n二是强队伍。引进人才。",
        ["t 主要做法", "i 一是建平台。打通数据。", "i 二是强队伍。引进人才。"],
    ),
    "an ordinal glued to the one before": (
        "云汀市总结\n第一，网络改善。光缆到村。第二，平台稳定。第二代系统上线。\n第三，人才增加。",
        [
            "t 云汀市总结",
            "i 第一，网络改善。光缆到村。",
            "i 第二，平台稳定。第二代系统上线。",
            "i 第三，人才增加。",
        ],
    ),
    "a reference is no heading": (
        "云汀市规划\n（一）任务\n建设平台。见（一）所列。按照（二）项办理。投入1.5亿元。2.3倍增长。",
        [
            "t 云汀市规划",
            "h2 （一）任务",
            "p 建设平台。见（一）所列。按照（二）项办理。投入1.5亿元。2.3倍增长。",
        ],
    ),
    "numbers that do not go on stay": (
        "云汀市规划\n一、任务\n建设平台。5、6月完成。七、八月验收。",
        ["t 云汀市规划", "h1 一、任务", "p 建设平台。5、6月完成。七、八月验收。"],
    ),
    "three industries": (
        "云汀市规划\n一、二、三产业融合发展。\n二、三产业占比提高。",
        ["t 云汀市规划", "p 一、二、三产业融合发展。", "p 二、三产业占比提高。"],
    ),
    "annex": (
        "云汀市意见\n云政发〔2026〕3号\n各县人民政府：\n现提出意见。\n一、要求\n抓好落实。\n附件：云汀市方案\n"
        "云汀市人民政府\n2026年3月8日\n附件\n云汀市方案\n一、目标\n全面建成。",
        [
            "t 云汀市意见",
            "p 云政发〔2026〕3号",
            "p 各县人民政府：",
            "p 现提出意见。",
            "h1 一、要求",
            "p 抓好落实。",
            "p 附件：云汀市方案",
            "s 云汀市人民政府",
            "d 2026年3月8日",
            "p 附件",
            "t 云汀市方案",
            "h1 一、目标",
            "p 全面建成。",
        ],
    ),
    "chapters": (
        "云汀市规划纲要\n第一章 总则\n第一节 基础\n一、成绩\n成效明显。\n第二章 任务\n抓好落实。",
        [
            "t 云汀市规划纲要",
            "h1 第一章 总则",
            "h2 第一节 基础",
            "h3 一、成绩",
            "p 成效明显。",
            "h1 第二章 任务",
            "p 抓好落实。",
        ],
    ),
    "list items without marks": (
        "云汀市规划\n一、工程\n1.云平台\n2.大数据中心\n二、保障\n抓好落实。",
        [
            "t 云汀市规划",
            "h1 一、工程",
            "i3 1.云平台",
            "i3 2.大数据中心",
            "h1 二、保障",
            "p 抓好落实。",
        ],
    ),
    "low headings": (
        "云汀市规划\n一、工程\n1.云平台\n建设云平台。\n2.数据中心\n（1）机房\n建设机房。",
        [
            "t 云汀市规划",
            "h1 一、工程",
            "h3 1.云平台",
            "p 建设云平台。",
            "h3 2.数据中心",
            "h4 （1）机房",
            "p 建设机房。",
        ],
    ),
    "unnumbered heading": (
        "云汀市规划\n前言\n制定规划。\n一、目标\n到2030年建成。\n2035年远景目标：\n全面建成。",
        [
            "t 云汀市规划",
            "h1 前言",
            "p 制定规划。",
            "h1 一、目标",
            "p 到2030年建成。",
            "h3 2035年远景目标：",
            "p 全面建成。",
        ],
    ),
    "web page": (
        "云汀市规划\n来源：云汀日报\n一、目标\n全面建成。\n【打印】【关闭】",
        ["t 云汀市规划", "f 来源：云汀日报", "h1 一、目标", "p 全面建成。", "f 【打印】【关闭】"],
    ),
    "signature glued to the text": (
        "云汀市规划\n一、目标\n抓好落实。云汀市人民政府2026年3月8日",
        ["t 云汀市规划", "h1 一、目标", "p 抓好落实。", "s 云汀市人民政府", "d 2026年3月8日"],
    ),
    "run-in level two": (
        "云汀市意见\n一、措施\n（一）加强领导。各县要建立机制。\n（二）加大投入。市财政要安排资金。",
        [
            "t 云汀市意见",
            "h1 一、措施",
            "i2 （一）加强领导。各县要建立机制。",
            "i2 （二）加大投入。市财政要安排资金。",
        ],
    ),
    "a number of two digits that does not go on": (
        "云汀市规划\n一、任务\n30、40岁的骨干要多培养。",
        ["t 云汀市规划", "h1 一、任务", "p 30、40岁的骨干要多培养。"],
    ),
    "articles": (
        "云汀市办法\n第一条 为加强管理，制定本办法。 第二条 各县要执行。第九条规定不适用。",
        [
            "t 云汀市办法",
            "i 第一条 为加强管理，制定本办法。",
            "i 第二条 各县要执行。第九条规定不适用。",
        ],
    ),
    "a chapter named in a sentence": (
        "云汀市说明\n第二章规定了任务。第三章规定了保障。\n抓好落实。",
        ["t 云汀市说明", "p 第二章规定了任务。第三章规定了保障。", "p 抓好落实。"],
    ),
    "blank before a glued label": (
        "云汀市规划\n一、任务\n建设平台，要求： 1、统一标准； 2、统一安全。",
        [
            "t 云汀市规划",
            "h1 一、任务",
            "p 建设平台，要求：",
            "i3 1、统一标准；",
            "i3 2、统一安全。",
        ],
    ),
    "date glued to the text": (
        "云汀市规划\n一、目标\n全面建成。2026年3月8日",
        ["t 云汀市规划", "h1 一、目标", "p 全面建成。", "d 2026年3月8日"],
    ),
    "annex line before the signature": (
        "云汀市意见\n附件：1.任务清单\n云汀市人民政府\n2026年3月8日\n附件2：指标表\n建设平台。",
        [
            "t 云汀市意见",
            "p 附件：1.任务清单",
            "s 云汀市人民政府",
            "d 2026年3月8日",
            "t 附件2：指标表",
            "p 建设平台。",
        ],
    ),
    "signature without a date": (
        "云汀市规划\n一、目标\n全面建成。\n云汀市信息化工作办公室\n【关闭】",
        ["t 云汀市规划", "h1 一、目标", "p 全面建成。", "s 云汀市信息化工作办公室", "f 【关闭】"],
    ),
    "annexes with their titles behind the mark": (
        "云汀市意见\n附件：1.任务清单\n云汀市人民政府\n2026年3月8日\n附件1：任务清单\n建设平台。",
        [
            "t 云汀市意见",
            "p 附件：1.任务清单",
            "s 云汀市人民政府",
            "d 2026年3月8日",
            "t 附件1：任务清单",
            "p 建设平台。",
        ],
    ),
    "plan issued with a notice": (
        "云汀市人民政府关于印发规划的通知\n各县：\n现印发给你们。\n云汀市人民政府\n2026年3月8日\n"
        "云汀市信息化规划\n一、目标\n全面建成。",
        [
            "t 云汀市人民政府关于印发规划的通知",
            "p 各县：",
            "p 现印发给你们。",
            "s 云汀市人民政府",
            "d 2026年3月8日",
            "t 云汀市信息化规划",
            "h1 一、目标",
            "p 全面建成。",
        ],
    ),
    "box": (
        "云汀市规划\n一、工程\n专栏1 网络工程\n建设基站。",
        ["t 云汀市规划", "h1 一、工程", "h3 专栏1 网络工程", "p 建设基站。"],
    ),
    "table in plain text": (
        "云汀市规划\n指标\t单位\t2030年\n基站\t个\t9000",
        ["t 云汀市规划", "r 指标\t单位\t2030年", "r 基站\t个\t9000"],
    ),
}


@pytest.mark.parametrize(("source", "expected"), STRUCTURES.values(), ids=STRUCTURES)
def test_structure(source: str, expected: list[str]) -> None:
    assert outline(recover_structure(source)) == expected


def test_full_stops_for_all_marks() -> None:
    source = (
        "云汀市召开会议\n近日.会议召开.部署工作.取得五项进展."
        "一.网络建设加快.普及率显著提高 到'十四五'末.全市建成基站.光缆到村.普及率达95."
        "二.产业规模扩大.软件产业发展 到2025年底.企业增多.产值增长33.9.25.8."
        "三.政务平台上线 各县接入.群众满意."
    )
    recovered = recover_structure(source)
    assert outline(recovered)[1:] == [
        "p 近日.会议召开.部署工作.取得五项进展.",
        "h1 一.网络建设加快.普及率显著提高",
        "p 到'十四五'末.全市建成基站.光缆到村.普及率达95.",
        "h1 二.产业规模扩大.软件产业发展",
        "p 到2025年底.企业增多.产值增长33.9.25.8.",
        "h1 三.政务平台上线",
        "p 各县接入.群众满意.",
    ]
    assert WarningCode.FULL_STOPS_FOR_ALL_MARKS in {one.code for one in recovered.warnings}


def test_hints_of_the_format_are_taken() -> None:
    source = "规划\n总则\n1、基站\t个\n说明\n要点"
    hints = [
        LineHint(BlockKind.TITLE),
        LineHint(level=1),
        LineHint(BlockKind.TABLE_ROW),
        LineHint(),
        LineHint(BlockKind.LIST_ITEM),
    ]
    assert outline(recover_structure(source, hints)) == [
        "t 规划",
        "h1 总则",
        "r 1、基站\t个",
        "p 说明",
        "i 要点",
    ]


def test_hints_with_labels_and_a_second_title() -> None:
    source = "云汀市意见\n1.基站\n云汀市方案"
    hints = [
        LineHint(BlockKind.TITLE),
        LineHint(BlockKind.LIST_ITEM),
        LineHint(BlockKind.TITLE),
    ]
    recovered = recover_structure(source, hints)
    assert outline(recovered) == ["t 云汀市意见", "i3 1.基站", "t 云汀市方案"]
    assert recovered.title == "云汀市意见"


def test_first_row_of_a_table_is_no_title() -> None:
    recovered = recover_structure("指标\n基站", [LineHint(BlockKind.TABLE_ROW)] * 2)
    assert not recovered.title


def test_heading_style_on_the_first_line_alone_is_the_title() -> None:
    source = "数字云汀\n总体要求\n坚持创新。"
    alone = recover_structure(source, [LineHint(level=1), LineHint(level=2), LineHint()])
    alike = recover_structure(source, [LineHint(level=1), LineHint(level=1), LineHint()])
    assert alone.title == "数字云汀"
    assert not alike.title


def test_run_in_text_is_warned_of() -> None:
    source = "云汀市规划\n" + "\u00a0\u00a0\u00a0".join(["建设网络平台。"] * 5)
    warnings = {one.code: one.count for one in recover_structure(source).warnings}
    assert warnings == {WarningCode.RUN_IN_TEXT: 4}


LAYOUT = " \n\r\t\v\f\u00a0\u3000\u200b\ue5e5"
PRIVATE = "\ue003\ue004"
ALPHABET = "一二十五、（）1.2，。；：“”是第章市县规划建设到年月日20" + LAYOUT + PRIVATE


def bare(text: str) -> str:
    return "".join(one for one in text if one not in LAYOUT + PRIVATE)


@given(st.text(ALPHABET, max_size=120))
def test_only_layout_changes(source: str) -> None:
    recovered = recover_structure(source)
    assert bare(recovered.text) == bare(source)


@given(st.text(ALPHABET, max_size=120))
def test_blocks_cover_the_text_and_lead_back(source: str) -> None:
    recovered = recover_structure(source)
    joined = "\n".join(block.span.slice(recovered.text) for block in recovered.blocks)
    assert joined == recovered.text
    for block in recovered.blocks:
        origin = recovered.source_map.span_to_source(block.span)
        assert origin.slice(source) == block.span.slice(recovered.text)


@given(st.text(ALPHABET, max_size=120))
def test_recovered_text_is_recovered_to_itself(source: str) -> None:
    once = recover_structure(source).text
    assert bare(recover_structure(once).text) == bare(once)


def test_long_line_takes_linear_time() -> None:
    # A quadratic step would take minutes here.
    source = "建设网络，完善平台。1、发展产业。" * 60_000
    assert recover_structure(source).text.startswith("建设网络")
    assert recover_structure("\ue004" * 300_000).blocks


def test_document_takes_title_and_place_from_the_text() -> None:
    document = make_document("云汀市信息化规划\n一、目标\n全面建成。")
    assert (document.title, document.place) == ("云汀市信息化规划", "云汀")
    named = make_document("全面建成。", title="澜川市规划", place="澜川")
    assert (named.title, named.place) == ("澜川市规划", "澜川")
    assert named.text == "全面建成。"
    assert named.blocks[0].span == Span(0, 5)

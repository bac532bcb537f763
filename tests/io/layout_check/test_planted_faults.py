"""The layout check finds nothing in our own exports, and each of many planted faults."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from tests.io.exporters.conftest import (
    CREATED,
    base_docx,
    draft,
    source,
    template,
    unpacked,
)

from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock
from plandraft.core.draft.edits import InsertBlock, SetSlot, apply_edit, new_block
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.notice import notice_from
from plandraft.core.draft.template import DraftTemplate
from plandraft.io.exporters.base_package import WORD, pack
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.importers.base import read_document
from plandraft.io.layout_check.check import check_layout, fix_layout

__all__ = ["base_docx", "draft", "source", "template"]

NOTICE = notice_from({"发文字号": "云政发〔2026〕5号", "主送机关": "各县（市、区）人民政府"})
SEALED = replace(
    NOTICE, copy_number="000012", secrecy="内部", urgency="特急", sealed=True,
    copies_to="市委办公室，市人大常委会办公室", printed_by="云汀市人民政府办公室",
    printed_on="2026-05-09",
)  # fmt: skip
DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
Parts = dict[str, bytes]
Plant = Callable[[Parts], None]


@pytest.fixture
def finished(draft: Draft) -> Draft:
    """Return the draft without open slots."""
    made, _ = apply_edit(draft, SetSlot("牵头部门", "市数据局"))
    made = with_boxes(made)
    block = new_block(made, "1.项目\t内容\n2.甲\t乙")
    made, _ = apply_edit(made, InsertBlock("measures", 99, block))
    return made


def with_boxes(draft: Draft) -> Draft:
    """Return the draft with two boxes and a table with a caption before its last section."""
    lines = [
        (BlockForm.BOX_TITLE, "专栏　网络工程"),
        (BlockForm.BOX_TEXT, "1.骨干网络\n扩容“双千兆”网络。" + "建设网络，联通城乡。" * 50),
        (BlockForm.BOX_TITLE, "专栏7：平台工程"),
        (BlockForm.BOX_TEXT, "统一建设云平台。"),
        (BlockForm.TEXT, "具体安排见下表。"),
        (BlockForm.TEXT, "表3 投资安排"),
        (BlockForm.TEXT, "项目\t投资\n网络\t3"),
        (BlockForm.TEXT, "各地抓好落实。"),
    ]
    for form, text in lines:
        block = DraftBlock(draft.next_block, text, form=form)
        draft, _ = apply_edit(draft, InsertBlock("measures", 99, block))
    return draft


def exported(
    draft: Draft, template: DraftTemplate, base_docx: Path, options: ExportOptions
) -> bytes:
    return build_docx(
        draft, template, base_docx, author="市数据局", created=CREATED, options=options
    )


@pytest.mark.parametrize("preset", list(Preset)[:-1])
@pytest.mark.parametrize("wrapper", list(Wrapper))
@pytest.mark.parametrize("contents", [False, True])
@pytest.mark.parametrize("notice", [NOTICE, SEALED], ids=["plain", "sealed"])
@pytest.mark.parametrize("title_page", [False, True])
def test_our_own_files_have_no_finding(
    finished: Draft, template: DraftTemplate, base_docx: Path,
    preset: Preset, wrapper: Wrapper, contents: bool, notice: object, title_page: bool,
) -> None:  # fmt: skip
    options = ExportOptions(
        preset,
        wrapper,
        contents,
        notice,
        title_page=title_page,  # type: ignore[arg-type]
    )
    assert check_layout(exported(finished, template, base_docx, options)) == ()


def swap(part: str, old: str, new: str) -> Plant:
    """Return a fault that replaces the first match of a pattern in a part."""

    def plant(parts: Parts) -> None:
        text, count = re.subn(old, new, parts[part].decode(), count=1)
        assert count, old
        parts[part] = text.encode()

    return plant


def in_paragraph(begin: str, name: str, **attributes: str) -> Plant:
    """Return a fault that sets a property of the paragraph whose text begins so."""
    return _direct(begin, "pPr", name, attributes)


def in_runs(begin: str, name: str, **attributes: str) -> Plant:
    """Return a fault that sets a property of all runs of a paragraph."""
    return _direct(begin, "rPr", name, attributes)


def in_text(begin: str, old: str, new: str) -> Plant:
    """Return a fault in the words of a paragraph."""

    def plant(parts: Parts) -> None:
        root = etree.fromstring(parts[DOCUMENT])
        for text in _paragraph(root, begin).iter(w("t")):
            if old in (text.text or ""):
                text.text = (text.text or "").replace(old, new)
                break
        else:
            raise AssertionError(old)
        parts[DOCUMENT] = etree.tostring(root)

    return plant


def without_blanks_above(begin: str) -> Plant:
    """Return a fault that takes away the empty lines above a paragraph."""

    def plant(parts: Parts) -> None:
        root = etree.fromstring(parts[DOCUMENT])
        element = _paragraph(root, begin)
        before = element.getprevious()
        assert not "".join(before.itertext())
        while before is not None and not "".join(before.itertext()):
            element.getparent().remove(before)
            before = element.getprevious()
        parts[DOCUMENT] = etree.tostring(root)

    return plant


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


def _paragraph(root: etree._Element, begin: str) -> etree._Element:
    for element in root.iter(w("p")):
        named = element.find(f"{w('pPr')}/{w('pStyle')}")
        contents = named is not None and named.get(w("val"), "").startswith("TOC")
        text = "".join(one.text or "" for one in element.iter(w("t")))
        if text.startswith(begin) and not contents:
            return element
    raise AssertionError(begin)


def _direct(begin: str, holder: str, name: str, attributes: dict[str, str]) -> Plant:
    def plant(parts: Parts) -> None:
        root = etree.fromstring(parts[DOCUMENT])
        element = _paragraph(root, begin)
        for one in [element] if holder == "pPr" else list(element.iter(w("r"))):
            properties = one.find(w(holder))
            if properties is None:
                properties = etree.Element(w(holder))
                one.insert(0, properties)
            child = properties.find(w(name))
            if child is None:
                child = etree.SubElement(properties, w(name))
            for key, value in attributes.items():
                child.set(w(key), value)
        parts[DOCUMENT] = etree.tostring(root)

    return plant


BODY, H1, H2, H3 = "到2030年", "一、主要任务", "（一）建设", "1.一网通办"
TITLE, NUMBER, PLAN = "云汀市人民政府关于", "云政发", "云汀市“十五五”数字化发展规划"
ODD, EVEN = "word/footer1.xml", "word/footer2.xml"
PLANTED: list[tuple[str, str, Plant]] = [
    ("page is letter size", "page.size", swap(DOCUMENT, 'w:w="11906" w:h="16838"',
                                              'w:w="12240" w:h="15840"')),
    ("head margin 25 mm", "page.top", swap(DOCUMENT, 'w:top="2098"', 'w:top="1417"')),
    ("binding margin 30 mm", "page.left", swap(DOCUMENT, 'w:left="1587"', 'w:left="1701"')),
    ("narrow type area", "page.text_width", swap(DOCUMENT, 'w:right="1474"', 'w:right="1587"')),
    ("low type area", "page.text_height", swap(DOCUMENT, 'w:bottom="1984"', 'w:bottom="2200"')),
    ("gutter", "page.gutter", swap(DOCUMENT, 'w:gutter="0"', 'w:gutter="142"')),
    ("page number too low", "page.footer", swap(DOCUMENT, 'w:footer="1436"', 'w:footer="851"')),
    ("no grid", "page.grid", swap(DOCUMENT, "<w:docGrid[^>]*/>", "")),
    ("grid of characters", "page.grid_type", swap(DOCUMENT, 'type="lines"',
                                                  'type="linesAndChars"')),
    ("pitch of 600", "page.grid_pitch", swap(DOCUMENT, 'linePitch="579"', 'linePitch="600"')),
    ("odd and even alike", "number.odd_even", swap(SETTINGS, "<w:evenAndOddHeaders/>", "")),
    ("no number on odd pages", "number.default.missing", swap(ODD, " PAGE ", " DATE ")),
    ("no number on even pages", "number.even.missing", swap(EVEN, " PAGE ", " TIME ")),
    ("odd number on the left", "number.default.side",
     swap(STYLES, '(PlanPageOdd.*?)w:jc w:val="right"', r'\1w:jc w:val="left"')),
    ("even number in the middle", "number.even.side",
     swap(STYLES, '(PlanPageEven.*?)w:jc w:val="left"', r'\1w:jc w:val="center"')),
    ("page number at the edge", "number.default.indent",
     swap(STYLES, '(PlanPageOdd.*?)w:rightChars="100" w:right="280"', r'\1w:rightChars="0"')),
    ("page number in 小四", "number.default.size",
     swap(STYLES, '(PlanPageOdd.*?)w:sz w:val="28"', r'\1w:sz w:val="24"')),
    ("page number in Times", "number.even.face",
     swap(STYLES, '(PlanPageEven.*?)w:ascii="宋体"', r'\1w:ascii="Times New Roman"')),
    ("page number without dashes", "number.default.dashes", swap(ODD, "— </w:t>", " </w:t>")),
    ("compatibility mode 14", "file.compatibility", swap(SETTINGS, 'w:val="15"', 'w:val="14"')),
    ("marks are not compressed", "file.punctuation",
     swap(SETTINGS, "compressPunctuation", "doNotCompress")),
    ("Japanese theme", "file.theme_language",
     swap(SETTINGS, 'eastAsia="zh-CN"', 'eastAsia="ja-JP"')),
    ("theme faces", "file.theme_fonts",
     swap(STYLES, "<w:rFonts", '<w:rFonts w:eastAsiaTheme="minorEastAsia"')),
    ("foreign face", "file.fonts", in_runs(BODY, "rFonts", ascii="Comic Sans MS")),
    ("no second name", "file.alternative_faces",
     swap("word/fontTable.xml", '<w:altName w:val="仿宋"/>', "")),
    ("English text", "file.language", swap(STYLES, 'w:eastAsia="zh-CN"', 'w:eastAsia="en-US"')),
    ("author of a library", "file.author",
     swap("docProps/core.xml", "市数据局</dc:creator>", "python-docx</dc:creator>")),
    ("description of a library", "file.description",
     swap("docProps/core.xml", "<dc:title>",
          "<dc:description>generated by python-docx</dc:description><dc:title>")),
    ("language of the properties", "file.core_language",
     swap("docProps/core.xml", "zh-CN", "en-US")),
    ("thumbnail", "file.thumbnail", lambda parts: parts.update({"docProps/thumbnail.jpeg": b""})),
    ("empty comments", "file.empty_comments",
     lambda parts: parts.update(
         {"word/comments.xml": f'<w:comments xmlns:w="{WORD}"/>'.encode()})),
    ("field without result", "file.field_result",
     swap(ODD, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "")),
    ("field without end", "file.field_open",
     swap(EVEN, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")),
    ("body in 宋体", "body.face", in_runs(BODY, "rFonts", eastAsia="宋体")),
    ("body in 四号", "body.size", in_runs(BODY, "sz", val="28")),
    ("body bold", "body.bold", in_runs(BODY, "b", val="1")),
    ("body blue", "body.colour", in_runs(BODY, "color", val="0000FF")),
    ("body without its spacing", "body.spacing", in_runs(BODY, "spacing", val="0")),
    ("body of one and a half lines", "body.line",
     in_paragraph(BODY, "spacing", line="360", lineRule="auto")),
    ("body of 28.5 at least", "body.line",
     in_paragraph(BODY, "spacing", line="570", lineRule="atLeast")),
    ("space before the body", "body.before", in_paragraph(BODY, "spacing", before="156")),
    ("space behind the body", "body.after", in_paragraph(BODY, "spacing", after="156")),
    ("body centred", "body.align", in_paragraph(BODY, "jc", val="center")),
    ("body without indent", "body.indent",
     in_paragraph(BODY, "ind", firstLineChars="0", firstLine="0")),
    ("heading 1 in 宋体", "heading1.face", in_runs(H1, "rFonts", eastAsia="宋体")),
    ("heading 2 bold", "heading2.bold", in_runs(H2, "b", val="1")),
    ("heading 2 in 黑体", "heading2.face", in_runs(H2, "rFonts", eastAsia="黑体")),
    ("heading 3 in 小三", "heading3.size", in_runs(H3, "sz", val="30")),
    ("heading 1 is body text", "heading.outline", in_paragraph(H1, "outlineLvl", val="9")),
    ("heading at the foot of a page", "heading.keep_next", in_paragraph(H2, "keepNext", val="0")),
    ("heading numbered by Word", "heading.automatic",
     swap(DOCUMENT, '(<w:pStyle w:val="Heading2"/>)',
          r'\1<w:numPr><w:numId w:val="1"/></w:numPr>')),
    ("heading number skipped", "heading.sequence", in_text("二、保障", "二、", "三、")),
    ("title in 黑体", "title.face", in_runs(TITLE, "rFonts", eastAsia="黑体")),
    ("title in 三号", "title.size", in_runs(TITLE, "sz", val="32")),
    ("title on the left", "title.align", in_paragraph(TITLE, "jc", val="left")),
    ("title on the grid", "title.grid", in_paragraph(TITLE, "snapToGrid", val="1")),
    ("title on one line", "title.width",
     swap(DOCUMENT, r"(关于印发[^<]*</w:t></w:r>)<w:r><w:br/></w:r>", r"\1")),
    ("title ends with a mark", "title.end", in_text(TITLE, "的通知", "的通知。")),
    ("title right under the rule", "title.blanks", without_blanks_above(TITLE)),
    ("black mark", "organ_mark.colour", in_runs("云汀市人民政府文件", "color", val="000000")),
    ("mark in 楷体", "organ_mark.face",
     in_runs("云汀市人民政府文件", "rFonts", eastAsia="楷体_GB2312")),
    ("number in square brackets", "number.form", in_text(NUMBER, "〔2026〕", "[2026]")),
    ("number with zeros", "number.form", in_text(NUMBER, "5号", "05号")),
    ("number with 第", "number.form", in_text(NUMBER, "5号", "第5号")),
    ("number under the mark", "number.blanks", without_blanks_above(NUMBER)),
    ("no red rule", "number.rule", swap(STYLES, "<w:pBdr>.*?</w:pBdr>", "")),
    ("black rule", "number.rule_colour",
     swap(STYLES, '(<w:pBdr>.*?w:color=)"FF0000"', r'\1"000000"')),
    ("rule too near", "number.rule_space", swap(STYLES, 'w:space="9"', 'w:space="1"')),
    ("copy number of three digits", "copy_number.form", in_text("000012", "000012", "012")),
    ("recipients with a half-width colon", "recipient.colon", in_text("各县", "：", ":")),
    ("recipients indented", "recipient.indent", in_paragraph("各县", "ind", firstLine="640")),
    ("recipients right under the title", "recipient.blank", without_blanks_above("各县")),
    ("annex note ends with a mark", "annex_note.end", in_text("附件：1.", "规划", "规划；")),
    ("annex note with a half-width colon", "annex_note.colon", in_text("附件：1.", "：", ":")),
    ("annex note right under the text", "annex_note.blank", without_blanks_above("附件：1.")),
    ("annex note at the edge", "annex_note.indent",
     in_paragraph("附件：1.", "ind", leftChars="0", left="0", hangingChars="0", hanging="0")),
    ("signature right under the text", "signature.blank",
     swap(DOCUMENT, '(<w:p><w:pPr><w:pStyle w:val="PlanBody"/><w:keepNext/></w:pPr></w:p>)'
          '(<w:p><w:pPr><w:pStyle w:val="PlanSignature"/>)', r"\2")),
    ("signature at the edge", "signature.indent",
     swap(DOCUMENT, r'(PlanSignature"/>)<w:ind[^>]*/>',
          r'\1<w:ind w:rightChars="0" w:right="0"/>')),
    ("date with zeros", "date.form", in_text("2026年5月8日", "5月8日", "05月08日")),
    ("date in Chinese digits", "date.form", in_text("2026年5月8日", "2026年", "二〇二六年")),
    ("date at the edge", "date.indent",
     swap(DOCUMENT, r'(PlanDate"/>)<w:ind[^>]*/>', r'\1<w:ind w:rightChars="0" w:right="0"/>')),
    ("copies without a full stop", "copies.end", in_text("抄送：", "。", "")),
    ("copies in 三号", "copies.size", in_runs("抄送：", "sz", val="32")),
    ("imprint without its rule", "imprint.rule",
     swap(DOCUMENT, '<w:top w:val="single" w:sz="8"', '<w:top w:val="nil" w:sz="8"')),
    ("label with a colon", "annex_label.form", in_text("附件2", "附件2", "附件2：")),
    ("label in 仿宋", "annex_label.face", in_runs("附件2", "rFonts", eastAsia="仿宋")),
    ("label in the middle of a page", "annex_label.page",
     in_paragraph("附件2", "pageBreakBefore", val="0")),
    ("annex title right under the label", "annex_title.third_line",
     without_blanks_above("主要指标表")),
    ("annex title in 三号", "annex_title.size", in_runs("主要指标表", "sz", val="32")),
    ("body lines in a table", "table.line",
     in_paragraph("序号", "spacing", line="579", lineRule="exact")),
    ("table on the grid", "table.grid", in_paragraph("序号", "snapToGrid", val="1")),
    ("table in 小二", "table.size", in_runs("序号", "sz", val="36")),
    ("table in an unknown face", "table.face", in_runs("序号", "rFonts", eastAsia="微软雅黑")),
    ("table without a repeated head", "table.header", swap(DOCUMENT, "<w:tblHeader/>", "")),
    ("table wider than the page", "table.width",
     swap(DOCUMENT, r'<w:gridCol w:w="\d+"/>', '<w:gridCol w:w="9000"/>')),
    ("table without borders", "table.borders",
     swap(DOCUMENT, "<w:tblBorders>.*?</w:tblBorders>", "")),
    ("Latin quotation marks", "text.hint", swap(DOCUMENT, ' w:hint="eastAsia"', "")),
    ("box with a wrong number", "box.sequence", in_text("专栏2", "专栏2", "专栏4")),
    ("box that cannot break", "box.split",
     swap(DOCUMENT, r"(专栏1.*?</w:tr><w:tr>)", r"\1<w:trPr><w:cantSplit/></w:trPr>")),
    ("caption with a wrong number", "caption.sequence", in_text("表1", "表1", "表9")),
    ("caption at the side", "caption.align", in_paragraph("表1", "jc", val="left")),
    ("caption that parts from its table", "caption.keep_next",
     in_paragraph("表1", "keepNext", val="0")),
    ("cover with a page number", "cover.number", swap(DOCUMENT, "<w:titlePg/>", "")),
    ("slot left open", "text.slot", in_text(BODY, "云汀市", "【城市】")),
]  # fmt: skip


@pytest.fixture
def parts(finished: Draft, template: DraftTemplate, base_docx: Path) -> Parts:
    options = ExportOptions(Preset.FINAL, Wrapper.NOTICE_ANNEX, True, SEALED, title_page=True)
    return unpacked(exported(finished, template, base_docx, options))


def test_there_are_enough_faults() -> None:
    assert len(PLANTED) >= 40
    assert len({rule for _, rule, _ in PLANTED}) >= 40


@pytest.mark.parametrize(
    ("rule", "plant"), [(rule, plant) for _, rule, plant in PLANTED], ids=[n for n, _, _ in PLANTED]
)
def test_a_planted_fault_is_found_and_mended(
    parts: Parts, rule: str, plant: Plant, tmp_path: Path
) -> None:
    plant(parts)
    data = pack(parts)
    found = check_layout(data)
    assert rule in {one.rule for one in found}
    finding = next(one for one in found if one.rule == rule)
    assert finding.found
    assert finding.wanted
    assert len({one.rule for one in found}) <= 4, "one fault is not a crowd of findings"
    if finding.fixable:
        mended, done = fix_layout(data)
        assert rule in {one.rule for one in done}
        assert rule not in {one.rule for one in check_layout(mended)}
        (tmp_path / "mended.docx").write_bytes(mended)
        assert read_document(tmp_path / "mended.docx").text


def test_a_finding_says_where(parts: Parts) -> None:
    in_runs(BODY, "sz", val="28")(parts)
    (finding,) = check_layout(pack(parts))
    assert (finding.rule, finding.clause) == ("body.size", "7.3.3")
    assert finding.words.startswith("到2030年，云汀市")
    assert finding.paragraph > 10
    assert (finding.found, finding.wanted) == ("四号（14 磅）", "三号（16 磅）")


def test_a_fault_in_a_style_is_found(parts: Parts) -> None:
    swap(STYLES, '(PlanBody.*?)w:sz w:val="32"', r'\1w:sz w:val="30"')(parts)
    rules = {one.rule for one in check_layout(pack(parts))}
    assert rules == {"body.size"}

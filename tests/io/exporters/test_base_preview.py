"""A user's base in the preview: its own text, styles, headers and footers around the plan."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions, Preset
from plandraft.core.draft.page_breaks import PageMaker
from plandraft.core.draft.page_flow import Align, FlowParagraph, PageFlow
from plandraft.core.draft.page_values import Page
from plandraft.core.draft.template import DraftTemplate
from plandraft.io.exporters.flow_reader import read_flow
from plandraft.io.exporters.user_base import adopt_base


def add_page_field(paragraph: Paragraph) -> None:
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)


def base() -> bytes:
    document = docx.Document()
    title = document.styles.add_style("公文标题", WD_STYLE_TYPE.PARAGRAPH)
    title.font.size = Pt(30)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    section = document.sections[0]
    section.header.paragraphs[0].text = "【城市】内部资料"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "首页"
    foot = section.footer.paragraphs[0]
    foot.add_run("第 ")
    add_page_field(foot)
    foot.add_run(" 页")
    document.add_paragraph("封面：【标题】")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def flow_of(draft: Draft, template: DraftTemplate) -> PageFlow:
    adopted = adopt_base(Path("底稿.docx"), base())
    return read_flow(draft, template, adopted, ExportOptions(Preset.FINAL))


def texts(page: Page) -> list[str]:
    return [row.paragraph.text for row in page.rows]


def test_header_footer_and_own_text_are_on_the_pages(
    rich_draft: Draft, template: DraftTemplate
) -> None:
    pages = PageMaker().lay_out(flow_of(rich_draft, template)).pages
    assert "首页" in texts(pages[0])
    assert any(text.startswith("封面：") and "【" not in text for text in texts(pages[0]))
    assert len(pages) > 1
    city = dict(rich_draft.slots)["城市"]
    assert f"{city}内部资料" in texts(pages[1])
    assert "第 2 页" in texts(pages[1])
    assert all(page.foot for page in pages)
    header = next(row for row in pages[1].rows if "内部资料" in row.paragraph.text)
    assert header.top == pages[1].sheet.header < pages[1].sheet.top
    foot = next(row for row in pages[1].rows if row.paragraph.text == "第 2 页")
    assert foot.top > pages[1].sheet.height - pages[1].sheet.bottom


def test_styles_are_those_of_the_base(rich_draft: Draft, template: DraftTemplate) -> None:
    flow = flow_of(rich_draft, template)
    paragraphs = [one for one in flow.sections[0].items if isinstance(one, FlowParagraph)]
    title = next(one for one in paragraphs if one.text.replace("\n", "") == flow.title)
    assert title.style.align is not Align.BOTH
    assert title.style.size == 30.0
    assert any(one.place.block for one in paragraphs), "a click still leads into the text"

"""Any .docx as a base: its styles by role, its pages kept, the text at a place it names."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.helpers.open_xml import problems
from tests.io.exporters.conftest import CREATED, unpacked

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.edits import InsertBlock, apply_edit, new_block
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.exporters.base_package import pack
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.exporters.user_base import adopt_base

PATH = Path("底稿.docx")
EMU_A_TWIP = 635


def base(place: str = "") -> bytes:
    """Return an office's own file: a cover, a header, a place for the text, a last page."""
    document = docx.Document()
    document.styles.add_style("公文标题", WD_STYLE_TYPE.PARAGRAPH)
    document.sections[0].header.paragraphs[0].text = "【城市】内部资料"
    document.add_paragraph("封面：【标题】")
    here = document.add_paragraph("此处放正文")
    if place == "bookmark":
        for kind in ("bookmarkStart", "bookmarkEnd"):
            mark = OxmlElement(f"w:{kind}")
            mark.set(qn("w:id"), "7")
            mark.set(qn("w:name"), "正文")
            here._p.append(mark)
    if place == "control":
        control = OxmlElement("w:sdt")
        properties = OxmlElement("w:sdtPr")
        alias = OxmlElement("w:alias")
        alias.set(qn("w:val"), "正文")
        properties.append(alias)
        content = OxmlElement("w:sdtContent")
        control.extend([properties, content])
        here._p.addprevious(control)
        content.append(here._p)
    document.add_paragraph("封底：联系人")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def exported(
    draft: Draft, template: DraftTemplate, data: bytes, preset: Preset = Preset.SOURCES
) -> bytes:
    options = ExportOptions(preset, Wrapper.PLAN_ALONE, contents=True)
    return build_docx(
        draft, template, adopt_base(PATH, data), author="甲", created=CREATED, options=options
    )


@pytest.mark.parametrize("place", ["bookmark", "control"])
def test_the_text_stands_at_its_place(draft: Draft, template: DraftTemplate, place: str) -> None:
    document = docx.Document(io.BytesIO(exported(draft, template, base(place))))
    texts = [one.text for one in document.paragraphs if one.text.strip()]
    assert texts[0] == "封面：云汀市“十五五”数字化发展规划"
    assert texts[-1] == "封底：联系人"
    assert "此处放正文" not in texts
    assert texts.index("一、主要任务") > 1
    assert document.sections[0].header.paragraphs[0].text == "云汀市内部资料"
    names = {one.text: one.style.name for one in document.paragraphs}
    assert names["一、主要任务"] == "Heading 1"
    assert names["云汀市“十五五”数字化发展规划"] == "公文标题"


@pytest.mark.parametrize("preset", list(Preset)[:-1])
@pytest.mark.parametrize("place", ["", "bookmark", "control"])
def test_a_filled_base_is_sound(
    draft: Draft, template: DraftTemplate, place: str, preset: Preset
) -> None:
    parts = unpacked(exported(draft, template, base(place), preset))
    known = problems(unpacked(base(place)))
    assert [one for one in problems(parts) if one not in known] == []


def test_what_could_not_be_matched_is_reported() -> None:
    report = adopt_base(PATH, base()).report
    assert ("公文标题", "公文标题") in report.matched
    assert ("heading 1", "heading 1") in report.matched
    assert "成文日期" in report.added
    assert report.place == ""
    assert any("文末" in note for note in report.notes)
    assert adopt_base(PATH, base("bookmark")).report.place == "正文"


def test_without_a_place_the_text_ends_the_file(draft: Draft, template: DraftTemplate) -> None:
    document = docx.Document(io.BytesIO(exported(draft, template, base())))
    texts = [one.text for one in document.paragraphs if one.text.strip()]
    assert texts.index("封底：联系人") < texts.index("一、主要任务")


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"no zip", ErrorCode.FILE_UNSUPPORTED), (base()[:2000], ErrorCode.FILE_DAMAGED)],
)
def test_a_file_that_is_no_base(data: bytes, code: ErrorCode) -> None:
    with pytest.raises(PlanError) as caught:
        adopt_base(PATH, data)
    assert caught.value.code in {code, ErrorCode.FILE_DAMAGED}
    assert caught.value.subject == str(PATH)


@pytest.mark.parametrize("name", sorted(unpacked(base("bookmark"))))
@pytest.mark.parametrize("cut", [None, 0, 100])
def test_a_damaged_base_is_refused_or_used(
    draft: Draft, template: DraftTemplate, name: str, cut: int | None
) -> None:
    parts = unpacked(base("bookmark"))
    parts[name] = parts[name][:cut] if cut is not None else parts[name]
    if cut is None:
        del parts[name]
    outcome = ""
    try:
        made = exported(draft, template, pack(parts))
    except PlanError as error:
        outcome = error.subject
    else:
        assert "word/document.xml" in unpacked(made)
    assert outcome in {"", str(PATH)}


def test_the_base_is_not_changed(draft: Draft, template: DraftTemplate) -> None:
    data = base("bookmark")
    assert exported(draft, template, data) == exported(draft, template, data)


def test_tables_have_the_width_of_the_type_area(draft: Draft, template: DraftTemplate) -> None:
    after, _back = apply_edit(
        draft, InsertBlock("tasks.net", 0, new_block(draft, "指标\t单位\n管网\t公里"))
    )
    document = docx.Document(io.BytesIO(exported(after, template, base())))
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    table = next(one for one in document.tables if "管网" in one.cell(1, 0).text)
    total = sum(column.width for column in table.columns)
    assert abs(total - room) < 2 * EMU_A_TWIP * len(table.columns)
    assert [cell.width for cell in table.rows[0].cells] == [one.width for one in table.columns]

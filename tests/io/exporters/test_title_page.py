"""The 封面, the sections behind it, and the pages in the 目录."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from tests.io.exporters.conftest import CREATED

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.edits import SetTitle, apply_edit
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper, wants_title_page
from plandraft.core.draft.house import HouseStyle
from plandraft.core.draft.notice import notice_from
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.errors import PlanError
from plandraft.io.exporters.base_package import WORD
from plandraft.io.exporters.draft_docx import build_docx
from plandraft.io.exporters.house_styles import load_house
from plandraft.io.exporters.measured_pages import find_pages, measured_pages
from plandraft.io.office_converter import convert_to_pdf

DOCUMENT = "word/document.xml"
NAMES = {"w": WORD}
Build = Callable[..., dict[str, bytes]]
NOTICE = notice_from({"发文字号": "云政发〔2026〕5号", "主送机关": "各县（市、区）人民政府"})


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


def document(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts[DOCUMENT])


def lines(element: etree._Element) -> list[tuple[str, str]]:
    return [
        (
            one.find("w:pPr/w:pStyle", NAMES).get(w("val")),
            "".join(text.text or "" for text in one.iter(w("t"))),
        )
        for one in element.iter(w("p"))
    ]


def sections(element: etree._Element) -> list[etree._Element]:
    return list(element.iter(w("sectPr")))


def numbers(section: etree._Element) -> tuple[str | None, str | None]:
    found = section.find("w:pgNumType", NAMES)
    return (None, None) if found is None else (found.get(w("start")), found.get(w("fmt")))


def test_a_title_page_says_title_organ_and_date(build: Build, draft: Draft) -> None:
    found = document(build(draft, options=ExportOptions(Preset.FINAL, title_page=True)))
    shown = [one for one in lines(found) if one[1]]
    assert shown[:4] == [
        ("PlanCoverTitle", "云汀市“十五五”数字化发展规划"),
        ("PlanCoverLine", "云汀市人民政府"),
        ("PlanCoverLine", "2026年5月8日"),
        ("PlanTitle", "云汀市“十五五”数字化发展规划"),
    ]
    cover, plan = sections(found)
    assert cover.find("w:titlePg", NAMES) is not None
    assert not [one for one in cover.findall("w:footerReference", NAMES)
                if one.get(w("type")) == "first"]  # fmt: skip
    assert numbers(plan) == ("1", None)


@pytest.mark.parametrize(
    ("preset", "note"),
    [
        (Preset.FINAL, None),
        (Preset.DISCUSSION, "（讨论稿）"),
        (Preset.SOURCES, "（送审稿）"),
        (Preset.TRACKED, "（修改稿）"),
    ],
)
def test_a_title_page_says_that_it_is_a_draft(
    build: Build, draft: Draft, preset: Preset, note: str | None
) -> None:
    found = lines(document(build(draft, options=ExportOptions(preset, title_page=True))))
    assert [text for style, text in found if style == "PlanCoverNote"] == ([note] if note else [])


def test_cover_contents_and_plan_have_numbers_of_their_own(build: Build, draft: Draft) -> None:
    options = ExportOptions(Preset.FINAL, contents=True, title_page=True)
    found = document(build(draft, options=options))
    cover, contents, plan = sections(found)
    assert cover.find("w:titlePg", NAMES) is not None
    assert contents.find("w:titlePg", NAMES) is None
    assert numbers(contents) == ("1", "upperRoman")
    assert numbers(plan) == ("1", None)
    rows = [text for style, text in lines(found) if style in {"TOC1", "TOC2"}]
    assert rows[:2] == ["一、主要任务1", "（一）建设数字基础设施1"]
    titles = [style for style, _ in lines(found)]
    order = [titles.index(one) for one in ("PlanCoverTitle", "PlanContentsTitle", "PlanTitle")]
    assert order == sorted(order)


def test_only_the_first_section_of_a_plan_begins_with_one(build: Build, draft: Draft) -> None:
    wide = "\t".join(f"指标名称{i}" for i in range(9))
    one = replace(draft.sections[4].blocks[0], text=f"{wide}\n{wide}")
    changed = replace(
        draft,
        sections=tuple(
            replace(s, blocks=(one,)) if s.id == "tasks.service" else s for s in draft.sections
        ),
    )
    found = sections(document(build(changed, options=ExportOptions(title_page=True))))
    assert [numbers(section)[0] for section in found] == [None, "1", None, None]


@pytest.mark.parametrize("wrapper", [Wrapper.NOTICE_ANNEX, Wrapper.NOTICE_DIRECT])
def test_behind_a_notice(build: Build, draft: Draft, wrapper: Wrapper) -> None:
    options = ExportOptions(Preset.FINAL, wrapper, True, NOTICE, title_page=True)
    found = document(build(draft, options=options))
    styles = [style for style, _ in lines(found)]
    places = ["PlanOrganMark", "PlanCoverTitle", "PlanContentsTitle", "PlanTitle"]
    assert [styles.index(one) for one in places[:3]] == sorted(styles.index(o) for o in places[:3])
    labels = [text for style, text in lines(found) if style == "PlanAnnexLabel"]
    assert labels == (
        ["附件1", "附件2", "附件3"] if wrapper is Wrapper.NOTICE_ANNEX else ["附件1", "附件2"]
    )
    if wrapper is Wrapper.NOTICE_ANNEX:
        assert styles.index("PlanAnnexLabel") < styles.index("PlanCoverTitle")
    assert len(sections(found)) == 4


def test_a_long_title_keeps_the_cover_on_one_page(build: Build, draft: Draft) -> None:
    long, _ = apply_edit(draft, SetTitle("关于统筹推进城乡数字基础设施建设和公共服务均等化" * 5))
    found = document(build(long, options=ExportOptions(Preset.DISCUSSION, title_page=True)))
    (space,) = [
        int(one.find("w:pPr/w:spacing", NAMES).get(w("before")))
        for one in found.iter(w("p"))
        if "".join(one.itertext()) == "云汀市人民政府"
        and one.find("w:pPr/w:spacing", NAMES) is not None
    ]
    assert 0 <= space < 22 * 579


def test_who_decides_on_a_title_page(template: DraftTemplate) -> None:
    with_page = replace(template, title_page=True)
    house = HouseStyle("a", "甲", "", (), title_page=False)
    assert not wants_title_page(ExportOptions(), template)
    assert wants_title_page(ExportOptions(), with_page)
    assert not wants_title_page(ExportOptions(house=house), with_page)
    assert wants_title_page(ExportOptions(house=house, title_page=True), template)
    assert wants_title_page(ExportOptions(house=replace(house, title_page=None)), with_page)


def test_a_house_asks_for_title_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('name = "甲"\ntitle_page = true\n', encoding="utf-8")
    assert load_house(path).title_page is True
    path.write_text('name = "甲"\ntitle_page = "yes"\n', encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        load_house(path)
    assert "title_page" in str(caught.value.details["reason"])


def test_known_pages_need_no_update(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path
) -> None:
    options = ExportOptions(Preset.FINAL, contents=True)
    pages = ("11", "12", "13", "14", "15", "16")
    data = build_docx(
        draft, template, base_docx, author="", created=CREATED, options=options, pages=pages
    )
    (tmp_path / "a.docx").write_bytes(data)
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    rows = [text for style, text in lines(document(parts)) if style in {"TOC1", "TOC2"}]
    assert [row[-2:] for row in rows] == list(pages)
    assert b"updateFields" not in parts["word/settings.xml"]
    assert b"w:dirty" not in parts[DOCUMENT]


PAGES = (
    ("封面",),
    ("目录", "一、总则........1", "二、任务........3", "—I—"),
    ("规划", "一、总则", "正文提到二、任务的", "—1—"),
    ("—2—",),
    ("二、任", "务", "—3—"),
)


@pytest.mark.parametrize(
    ("titles", "wanted"),
    [
        (("一、总则", "二、任务"), ("1", "3")),
        (("一、总 则",), ("1",)),
        (("二、任务", "一、总则"), None),
        (("三、保障",), None),
        ((), ()),
    ],
)
def test_headings_are_found_on_their_pages(
    titles: tuple[str, ...], wanted: tuple[str, ...] | None
) -> None:
    assert find_pages(titles, PAGES) == wanted


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("title_page", [False, True])
@pytest.mark.parametrize("wrapper", list(Wrapper))
def test_pages_are_measured_on_a_rendering(
    template: DraftTemplate, base_docx: Path, draft: Draft, wrapper: Wrapper, title_page: bool
) -> None:
    options = ExportOptions(Preset.FINAL, wrapper, True, NOTICE, title_page=title_page)
    data = build_docx(draft, template, base_docx, author="", created=CREATED, options=options)
    pages = measured_pages(data, convert_to_pdf(Path("a.docx"), data))
    assert pages is not None
    assert (pages[0] == "1") is title_page
    assert [int(one) - int(pages[0]) for one in pages] == [0, 0, 0, 0, 1, 2]

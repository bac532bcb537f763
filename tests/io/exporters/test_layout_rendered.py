"""What LibreOffice makes of an exported draft; skipped where it is not installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree, html
from tests.helpers.ink import ink_rows

from plandraft.core.draft.draft import BlockForm, Draft, DraftBlock
from plandraft.core.draft.export import ExportOptions, Preset, Wrapper
from plandraft.core.draft.notice import notice_from
from plandraft.core.draft.template import DraftTemplate
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.draft_docx import build_docx

POINTS_A_MILLIMETRE = 72 / 25.4
HEAD_OF_TYPE, FOOT_OF_TYPE = 37.0, 262.0  # mm
WITH_SOURCES = ExportOptions(Preset.SOURCES)
LATEST_SECONDS = 120  # the first start of LibreOffice makes its profile
# Letters of one width: marks would be squeezed.
FILLER = "建成覆盖城乡的宽带网络和统一云平台推动政务数据汇聚共享支撑业务协同" * 60

needs_renderer = pytest.mark.skipif(
    not all(map(shutil.which, ("soffice", "pdftotext", "pdftohtml"))),
    reason="LibreOffice (soffice) and poppler-utils (pdftotext, pdftohtml) are not installed",
)


def rendered(data: bytes, folder: Path) -> Path:
    """Convert a Word file to PDF with bookmarks."""
    (folder / "draft.docx").write_bytes(data)
    kind = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "draft.docx"]
    subprocess.run(command, cwd=folder, check=True, timeout=LATEST_SECONDS, capture_output=True)
    return folder / "draft.pdf"


def lines_of(page: etree._Element) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Return text and box in mm (left, top, right, bottom) of each line."""
    found = []
    for line in page.iter("line"):
        names = ("xmin", "ymin", "xmax", "ymax")
        box = tuple(float(line.get(name, "0")) / POINTS_A_MILLIMETRE for name in names)
        found.append(("".join(line.itertext()).replace("\n", "").replace(" ", ""), box))
    return sorted(found, key=lambda one: one[1][1])


def pages_of(pdf: Path) -> list[etree._Element]:
    target = pdf.with_suffix(".html")
    subprocess.run(["pdftotext", "-bbox-layout", pdf, target], check=True)
    parser = html.HTMLParser(encoding="utf-8")
    return list(html.fromstring(target.read_bytes(), parser=parser).iter("page"))


def outline_of(pdf: Path) -> list[str]:
    command = ["pdftohtml", "-xml", "-stdout", "-i", pdf]
    made = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return re.findall(r"<item page[^>]*>([^<]+)</item>", made)


@pytest.mark.slow
@needs_renderer
def test_a_full_page_has_22_lines_of_28_characters(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path
) -> None:
    preface = replace(draft.sections[0], blocks=(DraftBlock(90, FILLER),))
    filled = replace(draft, sections=(preface, *draft.sections[1:]))
    data = build_docx(
        filled, template, base_docx, options=WITH_SOURCES, author="",
        created=datetime(2026, 5, 8, tzinfo=UTC),
    )  # fmt: skip
    pdf = rendered(data, tmp_path)
    *body, footer = lines_of(pages_of(pdf)[1])
    assert footer[0] == "—2—"
    assert len(body) == official.LINES_A_PAGE
    assert {len(text) for text, _ in body} == {official.CHARACTERS_A_LINE}
    for _, (left, top, right, bottom) in body:
        assert left >= 27.5
        assert right <= 184.5
        assert top >= 36.5
        assert bottom <= 262.5
    outline = outline_of(pdf)
    assert outline[:2] == ["一、主要任务", "（一）建设数字基础设施"]
    assert "1.一网通办" in outline


@pytest.mark.slow
@needs_renderer
def test_the_red_head_and_the_page_number_stand_where_the_standard_wants_them(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path
) -> None:
    notice = notice_from({"发文字号": "云政发〔2026〕5号", "主送机关": "各县（市、区）人民政府"})
    options = ExportOptions(Preset.FINAL, Wrapper.NOTICE_ANNEX, notice=notice)
    data = build_docx(
        draft, template, base_docx, author="", created=datetime(2026, 5, 8, tzinfo=UTC),
        options=options,
    )  # fmt: skip
    pdf = rendered(data, tmp_path)
    rows = ink_rows(pdf, 1)
    red = [row for row in rows if row.red]
    mark_top = red[0].top
    assert abs(mark_top - (HEAD_OF_TYPE + 35)) < 1.0, "the mark begins 35 mm below the head"
    rule = next(row for row in red if row.red and row.red[1] - row.red[0] > 150)
    assert rule.red is not None
    assert abs(rule.red[0] - 28) < 0.5
    assert abs(rule.red[1] - 184) < 0.5
    number = [row.top for row in rows if row.black and row.top < rule.top]
    assert abs(rule.top - number[-1] - 4) < 0.8, "the red rule stands 4 mm under the number"
    footer = [row for row in rows if row.black and row.top > FOOT_OF_TYPE]
    dash = next(row for row in footer if row.black and row.black[1] - row.black[0] > 10)
    assert dash.black is not None
    dashes = [row.top for row in footer if row.black and row.black[0] <= dash.black[0] + 0.2]
    assert abs(dashes[0] - (FOOT_OF_TYPE + 7)) < 0.8, "the dash stands 7 mm under the type area"


@pytest.mark.slow
@needs_renderer
@pytest.mark.parametrize("wrapper", list(Wrapper))
def test_the_contents_name_the_pages_on_which_the_headings_stand(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path, wrapper: Wrapper
) -> None:
    text = "统筹推进网络建设，加快数据汇聚共享，“一网通办”全面推行，群众办事更加方便。" * 9
    sections = tuple(
        replace(one, blocks=tuple(DraftBlock(100 + 10 * n + k, text) for k in range(4)))
        if one.level == 2
        else one
        for n, one in enumerate(draft.sections)
    )
    notice = notice_from({"发文字号": "云政发〔2026〕5号", "主送机关": "各县（市、区）人民政府"})
    data = build_docx(
        replace(draft, sections=sections), template, base_docx, author="",
        created=datetime(2026, 5, 8, tzinfo=UTC),
        options=ExportOptions(Preset.FINAL, wrapper, contents=True, notice=notice),
    )  # fmt: skip
    pages = [[text for text, _ in lines_of(page)] for page in pages_of(rendered(data, tmp_path))]
    rows = [
        (match[1], int(match[2]), number)
        for number, lines in enumerate(pages, start=1)
        for match in (re.fullmatch(r"([^.]+)\.{5,}(\d+)", line) for line in lines)
        if match
    ]
    assert len(rows) >= 6
    behind = max(number for _, _, number in rows)
    for title, shown, _ in rows:
        found = [n for n, lines in enumerate(pages, start=1) if n > behind and title in lines]
        assert found[:1] == [shown], title


def exported(
    draft: Draft, template: DraftTemplate, base_docx: Path, options: ExportOptions
) -> bytes:
    return build_docx(
        draft, template, base_docx, author="", created=datetime(2026, 5, 8, tzinfo=UTC),
        options=options,
    )  # fmt: skip


def preface_only(draft: Draft, *blocks: DraftBlock) -> Draft:
    return replace(draft, sections=(replace(draft.sections[0], blocks=blocks),))


@pytest.mark.slow
@needs_renderer
@pytest.mark.parametrize("lines", [14, 15, 16, 17])
def test_no_page_holds_a_signature_alone(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path, lines: int
) -> None:
    short = [DraftBlock(100 + n, FILLER[:20] + "。") for n in range(lines)]
    made = preface_only(draft, *short, DraftBlock(200, FILLER[:60] + "。"))
    data = exported(made, template, base_docx, ExportOptions(Preset.FINAL))
    pages = pages_of(rendered(data, tmp_path))
    last = [text for text, _ in lines_of(pages[-1])]
    assert last.index("云汀市人民政府") > 0, "some text stands above who signs"


@pytest.mark.slow
@needs_renderer
@pytest.mark.parametrize("ends_with_box", [False, True])
def test_the_imprint_stands_at_the_foot(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path, ends_with_box: bool
) -> None:
    box = (
        DraftBlock(300, "专栏　工程", form=BlockForm.BOX_TITLE),
        DraftBlock(301, FILLER[:90], form=BlockForm.BOX_TEXT),
    )
    made = preface_only(draft, DraftBlock(200, FILLER[:60]), *(box if ends_with_box else ()))
    notice = notice_from({"抄送机关": "市委办公室", "印发机关": "某办公室", "印发日期": "2026-5-9"})
    options = ExportOptions(Preset.FINAL, Wrapper.NOTICE_DIRECT, notice=notice)
    pdf = rendered(exported(made, template, base_docx, options), tmp_path)
    pages = pages_of(pdf)
    (bottom,) = [box[3] for text, box in lines_of(pages[-1]) if text.endswith("印发")]
    assert FOOT_OF_TYPE - 6 < bottom < FOOT_OF_TYPE + 0.5


@pytest.mark.slow
@needs_renderer
def test_a_cover_has_no_number_and_a_long_box_repeats_its_head(
    template: DraftTemplate, base_docx: Path, draft: Draft, tmp_path: Path
) -> None:
    items = [
        DraftBlock(301 + n, f"{n}.工程。" + FILLER[:110], form=BlockForm.BOX_TEXT)
        for n in range(1, 16)
    ]
    box = (DraftBlock(300, "专栏　重点工程", form=BlockForm.BOX_TITLE), *items)
    sections = tuple(
        replace(one, blocks=box) if one.id == "tasks.net" else one for one in draft.sections
    )
    options = ExportOptions(Preset.FINAL, contents=True, title_page=True)
    data = exported(replace(draft, sections=sections), template, base_docx, options)
    pages = [lines_of(page) for page in pages_of(rendered(data, tmp_path))]
    numbers = [next((text for text, box in page if box[1] > FOOT_OF_TYPE), "") for page in pages]
    assert numbers[:4] == ["", "—I—", "—1—", "—2—"]
    assert [text for text, _ in pages[0]][-2:] == ["云汀市人民政府", "2026年5月8日"]
    with_head = [n for n, page in enumerate(pages) if "专栏" in {text for text, _ in page}]
    assert len(with_head) >= 2
    assert with_head == list(range(with_head[0], with_head[-1] + 1))
    for page in pages:
        for text, (left, top, right, bottom) in page:
            if not text.startswith("—"):
                assert left >= 27.5
                assert right <= 187
                assert top >= 36.5
                assert bottom <= 263, text

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import docx
import pytest
from lxml import etree

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_package import WORD, base_parts, pack, word_moment

NAMES = {"w": WORD}
MILLIMETRE = 56.693


@pytest.fixture(scope="module")
def parts() -> dict[str, etree._Element]:
    return {name: etree.fromstring(data) for name, data in base_parts().items()}


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


def style(parts: dict[str, etree._Element], identity: str) -> etree._Element:
    found = parts["word/styles.xml"].xpath(f"w:style[@w:styleId='{identity}']", namespaces=NAMES)
    assert len(found) == 1
    return found[0]


def test_the_committed_base_is_what_the_source_says(repository: Path) -> None:
    for manifest in (repository / "templates").glob("*/manifest.toml"):
        with zipfile.ZipFile(manifest.with_name("base.docx")) as archive:
            stored = {name: archive.read(name) for name in archive.namelist()}
        assert stored == base_parts(), "run packaging/make_base_docx.py"


def test_two_packages_are_the_same_bytes() -> None:
    assert pack(base_parts()) == pack(dict(reversed(base_parts().items())))


def test_the_list_of_types_comes_first() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(base_parts()))) as archive:
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_reads_styles_and_section() -> None:
    document = docx.Document(io.BytesIO(pack(base_parts())))
    names = {one.name for one in document.styles}
    assert {"公文标题", "公文正文", "Heading 1", "Heading 4", "署名", "成文日期"} <= names
    section = document.sections[0]
    assert round(section.page_width.mm) == 210
    assert document.settings.odd_and_even_pages_header_footer


def test_the_type_area_is_that_of_the_standard() -> None:
    page = official.OFFICIAL_PAGE
    assert page.text_width / MILLIMETRE == pytest.approx(156, abs=0.5)
    assert (page.height - page.top - page.bottom) / MILLIMETRE == pytest.approx(225, abs=0.1)
    assert page.height - page.top - page.bottom >= official.LINES_A_PAGE * official.LINE_PITCH
    width = official.CHARACTERS_A_LINE * (official.SIZE_BODY * 10 + official.BODY_RUN_SPACING)
    assert width <= page.text_width < width + official.SIZE_BODY * 10


def test_the_section_has_these_values(parts: dict[str, etree._Element]) -> None:
    section = parts["word/document.xml"].find("w:body/w:sectPr", NAMES)
    assert section is not None
    margins = section.find("w:pgMar", NAMES)
    found = {name: margins.get(w(name)) for name in ("top", "bottom", "left", "right", "footer")}
    assert found == {
        "top": "2098", "bottom": "1984", "left": "1587", "right": "1474", "footer": "1436",
    }  # fmt: skip
    grid = section.find("w:docGrid", NAMES)
    assert (grid.get(w("type")), grid.get(w("linePitch"))) == ("lines", "579")
    references = section.findall("w:footerReference", NAMES)
    assert [one.get(w("type")) for one in references] == ["default", "even"]


@pytest.mark.parametrize(
    ("identity", "face", "size", "line", "align", "first", "level"),
    [
        ("PlanBody", "仿宋_GB2312", "32", "579", "both", "200", None),
        ("PlanTitle", "方正小标宋简体", "44", "640", "center", None, None),
        ("Heading1", "黑体", "32", "579", "left", "200", "0"),
        ("Heading2", "楷体_GB2312", "32", "579", "left", "200", "1"),
        ("Heading3", "仿宋_GB2312", "32", "579", "left", "200", "2"),
        ("Heading4", "仿宋_GB2312", "32", "579", "left", "200", "3"),
        ("PlanAnnexLabel", "黑体", "32", "579", "left", None, None),
        ("PlanTableCaption", "黑体", "24", "440", "center", None, None),
        ("PlanBoxTitle", "黑体", "24", "440", "center", None, None),
        ("PlanBoxText", "仿宋_GB2312", "24", "440", "both", "200", None),
        ("PlanCoverTitle", "方正小标宋简体", "52", "900", "center", None, None),
        ("PlanCoverNote", "楷体_GB2312", "32", "579", "center", None, None),
        ("PlanCoverLine", "仿宋_GB2312", "32", "579", "center", None, None),
    ],
)
def test_styles(
    parts: dict[str, etree._Element],
    identity: str,
    face: str,
    size: str,
    line: str,
    align: str,
    first: str | None,
    level: str | None,
) -> None:
    element = style(parts, identity)

    def value(path: str, attribute: str) -> str | None:
        found = element.find(path, NAMES)
        return None if found is None else found.get(w(attribute))

    assert value("w:rPr/w:rFonts", "eastAsia") == face
    assert value("w:rPr/w:sz", "val") == size
    assert value("w:pPr/w:spacing", "line") == line
    assert value("w:pPr/w:spacing", "lineRule") == "exact"
    assert value("w:pPr/w:jc", "val") == align
    assert value("w:pPr/w:ind", "firstLineChars") == first
    assert value("w:pPr/w:outlineLvl", "val") == level
    assert element.find("w:rPr/w:b", NAMES) is None


def test_body_and_headings_give_up_a_quarter_point(parts: dict[str, etree._Element]) -> None:
    for one in (official.BODY, *official.HEADINGS):
        spacing = style(parts, one.id).find("w:rPr/w:spacing", NAMES)
        assert spacing is not None
        assert -15 <= int(spacing.get(w("val"))) <= -5


@pytest.mark.parametrize("one", official.PLAN_STYLES, ids=lambda one: one.id)
def test_every_style_names_known_faces(
    parts: dict[str, etree._Element], one: official.ParagraphStyle
) -> None:
    fonts = style(parts, one.id).find("w:rPr/w:rFonts", NAMES)
    listed = {font.get(w("name")) for font in parts["word/fontTable.xml"]}
    assert {fonts.get(w("eastAsia")), fonts.get(w("ascii"))} <= listed


def test_only_body_type_stands_on_the_grid() -> None:
    for one in official.PLAN_STYLES:
        if one.size != official.SIZE_BODY and not one.id.startswith("TOC"):
            assert not one.on_grid, one.id


def test_no_theme_beats_the_faces() -> None:
    assert not [name for name in base_parts() if "theme" in name]
    for data in base_parts().values():
        assert b"Theme=" not in data


def test_settings(parts: dict[str, etree._Element]) -> None:
    settings = parts["word/settings.xml"]
    assert settings.find("w:evenAndOddHeaders", NAMES) is not None
    mode = settings.find("w:compat/w:compatSetting", NAMES)
    assert (mode.get(w("name")), mode.get(w("val"))) == ("compatibilityMode", "15")
    language = parts["word/styles.xml"].find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NAMES)
    assert language.get(w("eastAsia")) == "zh-CN"


@pytest.mark.parametrize(
    ("name", "identity", "side", "shown"),
    [
        ("word/footer1.xml", "PlanPageOdd", "right", "— 1 —"),
        ("word/footer2.xml", "PlanPageEven", "left", "— 2 —"),
    ],
)
def test_footers_carry_a_field_with_a_result(
    parts: dict[str, etree._Element], name: str, identity: str, side: str, shown: str
) -> None:
    footer = parts[name]
    assert "".join(t.text or "" for t in footer.iter(w("t"))) == shown
    assert [one.get(w("fldCharType")) for one in footer.iter(w("fldChar"))] == [
        "begin",
        "separate",
        "end",
    ]
    assert next(footer.iter(w("pStyle"))).get(w("val")) == identity
    assert style(parts, identity).find("w:pPr/w:jc", NAMES).get(w("val")) == side


def test_missing_faces_have_a_second_name(parts: dict[str, etree._Element]) -> None:
    found = {
        font.get(w("name")): font.find("w:altName", NAMES).get(w("val"))
        for font in parts["word/fontTable.xml"]
        if font.find("w:altName", NAMES) is not None
    }
    assert found == official.ALTERNATIVE_FACES


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2026, 5, 8, 9, tzinfo=UTC), "2026-05-08T09:00:00Z"),
        (datetime(2026, 5, 8, 9, tzinfo=timezone(timedelta(hours=8))), "2026-05-08T01:00:00Z"),
        (datetime(2026, 5, 8, 9), "2026-05-08T09:00:00Z"),  # noqa: DTZ001 - no zone is the case
    ],
)
def test_word_moment(moment: datetime, written: str) -> None:
    assert word_moment(moment) == written

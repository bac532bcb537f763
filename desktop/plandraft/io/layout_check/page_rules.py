"""Rules for the sheet: its size, margins, line grid, page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.official_style import OFFICIAL_PAGE, WIDE_PAGE, PageLayout
from plandraft.io.exporters.word_text import tag
from plandraft.io.layout_check.faces import class_of, face_of
from plandraft.io.layout_check.findings import Fault
from plandraft.io.layout_check.judged import Judged
from plandraft.io.layout_check.properties import attribute_number, number, set_paragraph, set_run
from plandraft.io.layout_check.word_file import Paragraph

TWIPS = 56.693  # twips of a millimetre
_SIZE_TOLERANCE = 10
_MARGIN_TOLERANCE = 57  # the standard allows a millimetre
_AREA_TOLERANCE = 28
_FOOTER_TOLERANCE = 28
_PITCHES = range(555, 580)
_GRIDS = frozenset({"lines", "linesAndChars", "snapToChars"})


def check_sections(judged: Judged) -> Iterator[Fault]:
    """Yield what is wrong with the sheets of each section."""
    for section in judged.file.sections:
        size = _numbers(section, "pgSz", "w", "h")
        wide = size["w"] > size["h"]
        page = WIDE_PAGE if wide else OFFICIAL_PAGE
        yield from _size(section, page, size)
        yield from _margins(section, page, size)
        yield from _grid(section)


def check_page_numbers(judged: Judged) -> Iterator[Fault]:
    """Yield what is wrong with the numbers at the feet of odd and even pages."""
    settings = judged.file.settings
    if settings.find(tag("evenAndOddHeaders")) is None:
        yield Fault(
            "number.odd_even", "7.5", "单双页相同", "单双页不同",
            fix=partial(_switch_on, settings),
        )  # fmt: skip
    footers: dict[str, etree._Element] = {}
    for section in judged.file.sections:
        footers |= judged.file.footers(section)
    for kind, name, side in (("default", "单页码", "right"), ("even", "双页码", "left")):
        footer = footers.get(kind)
        lines = [] if footer is None else _number_lines(judged, footer)
        if not lines:
            yield Fault(f"number.{kind}.missing", "7.5", f"没有{name}", f"{name}（PAGE 域）")
        for line in lines:
            yield from _page_number(line, f"number.{kind}", name, side)


def _size(section: etree._Element, page: PageLayout, size: dict[str, int]) -> Iterator[Fault]:
    wrong = any(
        abs(size[name] - wanted) > _SIZE_TOLERANCE
        for name, wanted in (("w", page.width), ("h", page.height))
    )
    if wrong:
        yield Fault(
            "page.size", "5.1", f"{_mm(size['w'])} × {_mm(size['h'])} mm", "210 × 297 mm",
            fix=partial(_put, section, "pgSz", w=page.width, h=page.height),
        )  # fmt: skip


def _margins(section: etree._Element, page: PageLayout, size: dict[str, int]) -> Iterator[Fault]:
    margin = _numbers(section, "pgMar", "top", "bottom", "left", "right", "footer", "gutter")
    for name, label in (("top", "天头"), ("left", "订口")):
        if page.landscape:
            continue
        wanted = getattr(page, name)
        if abs(margin[name] - wanted) > _MARGIN_TOLERANCE:
            yield Fault(
                f"page.{name}", "5.2.1", f"{label} {_mm(margin[name])} mm",
                f"{label} {_mm(wanted)} mm", fix=partial(_put, section, "pgMar", **{name: wanted}),
            )  # fmt: skip
    width = size["w"] - margin["left"] - margin["right"] - margin["gutter"]
    if abs(width - page.text_width) > _AREA_TOLERANCE:
        yield Fault(
            "page.text_width", "5.2.1", f"版心宽 {_mm(width)} mm", f"{_mm(page.text_width)} mm",
            fix=partial(_put, section, "pgMar", left=page.left, right=page.right),
        )  # fmt: skip
    height = size["h"] - margin["top"] - margin["bottom"]
    wanted = page.height - page.top - page.bottom
    if abs(height - wanted) > _AREA_TOLERANCE:
        yield Fault(
            "page.text_height", "5.2.1", f"版心高 {_mm(height)} mm", f"{_mm(wanted)} mm",
            fix=partial(_put, section, "pgMar", top=page.top, bottom=page.bottom),
        )  # fmt: skip
    if margin["gutter"]:
        yield Fault(
            "page.gutter", "5.2.1", f"装订线 {_mm(margin['gutter'])} mm", "0",
            fix=partial(_put, section, "pgMar", gutter=0),
        )  # fmt: skip
    if abs(margin["footer"] - page.footer) > _FOOTER_TOLERANCE:
        yield Fault(
            "page.footer", "7.5", f"页脚距边 {_mm(margin['footer'])} mm",
            f"{_mm(page.footer)} mm（一字线距版心 7 mm）",
            fix=partial(_put, section, "pgMar", footer=page.footer),
        )  # fmt: skip


def _grid(section: etree._Element) -> Iterator[Fault]:
    fix = partial(_put, section, "docGrid", type="lines", linePitch=official.LINE_PITCH)
    grid = section.find(tag("docGrid"))
    kind = "" if grid is None else grid.get(tag("type"), "")
    if grid is None or kind not in _GRIDS:
        yield Fault("page.grid", "5.2.3", "没有行网格", "每面 22 行的行网格", fix=fix)
        return
    if kind != "lines":
        yield Fault("page.grid_type", "5.2.3", kind, "lines（只定行）", fix=fix)
    pitch = _numbers(section, "docGrid", "linePitch")["linePitch"]
    if pitch not in _PITCHES:
        yield Fault(
            "page.grid_pitch", "5.2.3", f"行距 {pitch / 20:g} 磅", "27.75–28.95 磅（每面 22 行）",
            fix=fix,
        )  # fmt: skip


def _number_lines(judged: Judged, footer: etree._Element) -> list[Paragraph]:
    found = []
    for element in footer.iter(tag("p")):
        fields = [one.text or "" for one in element.iter(tag("instrText"))]
        fields += [one.get(tag("instr"), "") for one in element.iter(tag("fldSimple"))]
        if any("PAGE" in one.upper().split() for one in fields):
            found.append(judged.file.paragraph(element))
    return found


def _page_number(line: Paragraph, rule: str, name: str, side: str) -> Iterator[Fault]:
    element = line.element
    align = line.properties.get("jc.val", "left")
    names = {"left": "居左", "start": "居左", "right": "居右", "end": "居右", "center": "居中"}
    if {"start": "left", "end": "right"}.get(align, align) != side:
        yield Fault(
            f"{rule}.side", "7.5", f"{name}{names.get(align, align)}", f"{name}{names[side]}空一字",
            fix=partial(_align_number, element, side),
        )  # fmt: skip
    elif number(line.properties, f"ind.{side}Chars") != 100 and not _is_one_character(line, side):
        yield Fault(
            f"{rule}.indent", "7.5", "没有空一字", f"{names[side]}空一字",
            fix=partial(_align_number, element, side),
        )  # fmt: skip
    shown = "".join(line.text.split())
    if not (shown.startswith("—") and shown.endswith("—")):
        yield Fault(f"{rule}.dashes", "7.5", shown or "无", "— 1 —（左右各一条一字线）")
    for run in line.runs:
        size = number(run.properties, "sz.val", 20)
        if size != official.SIZE_SMALL:
            yield Fault(
                f"{rule}.size", "7.5", f"{size / 2:g} 磅", "四号（14 磅）",
                fix=partial(_for_runs, line, "sz", {"val": str(official.SIZE_SMALL)}),
            )  # fmt: skip
            break
    for run in line.runs:
        faces = {
            class_of(face_of(run.properties)),
            class_of(run.properties.get("rFonts.ascii", "")),
        }
        if faces != {"宋体"}:
            values = dict.fromkeys(("ascii", "hAnsi", "eastAsia"), official.SONGTI)
            yield Fault(
                f"{rule}.face", "7.5", "、".join(sorted(faces)), "宋体（数字也用宋体）",
                fix=partial(_for_runs, line, "rFonts", values),
            )  # fmt: skip
            break


def _is_one_character(line: Paragraph, side: str) -> bool:
    return 240 <= number(line.properties, f"ind.{side}") <= 320


def _align_number(element: etree._Element, side: str) -> None:
    other = "left" if side == "right" else "right"
    values = {f"{side}Chars": "100", side: "280", f"{other}Chars": "0", other: "0"}
    set_paragraph(element, "jc", {"val": side})
    set_paragraph(element, "ind", values)


def _for_runs(line: Paragraph, name: str, values: dict[str, str]) -> None:
    for run in line.element.iter(tag("r")):
        set_run(run, name, values)


def _numbers(section: etree._Element, name: str, *keys: str) -> dict[str, int]:
    element = section.find(tag(name))
    return {key: attribute_number(element, key) for key in keys}


def _put(section: etree._Element, name: str, **values: object) -> None:
    element = section.find(tag(name))
    if element is None:
        element = etree.Element(tag(name))
        order = ("pgSz", "pgMar", "docGrid")
        behind = [section.find(tag(one)) for one in order[: order.index(name)]]
        known = [section.index(one) for one in behind if one is not None]
        section.insert(len(section) if name == "docGrid" else max(known, default=-1) + 1, element)
    for key, value in values.items():
        element.set(tag(key), str(value))


def _switch_on(settings: etree._Element) -> None:
    behind = ("compat", "characterSpacingControl", "themeFontLang", "defaultTabStop")
    for number_of_child, child in enumerate(settings):
        if etree.QName(child).localname in behind[:2]:
            settings.insert(number_of_child, etree.Element(tag("evenAndOddHeaders")))
            return
    settings.append(etree.Element(tag("evenAndOddHeaders")))


def _mm(twips: int) -> str:
    return f"{twips / TWIPS:.1f}".removesuffix(".0")

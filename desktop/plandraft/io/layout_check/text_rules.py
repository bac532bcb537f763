"""Rules for the text as a whole: numbers of headings, Chinese marks, open slots, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from lxml import etree

from plandraft.core.draft.headings import heading_label
from plandraft.core.draft.slots import slot_marks
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.word_text import tag
from plandraft.io.layout_check.faces import class_of, face_of
from plandraft.io.layout_check.findings import Fault
from plandraft.io.layout_check.judged import Judged, at
from plandraft.io.layout_check.properties import attribute_number, number, set_paragraph, set_run
from plandraft.io.layout_check.roles import HEADINGS, Role
from plandraft.io.layout_check.word_file import Paragraph

_HINTED = re.compile(r"[“”‘’—…]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TABLE_SIZES = range(18, 33)
_TABLE_FACES = frozenset({"仿宋体", "黑体", "宋体", "楷体"})
_WIDTH_TOLERANCE = 60
_DEEPEST_COUNT = 99
_LABELS = (
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"（[一二三四五六七八九十]+）"),
    re.compile(r"\d+[.．]"),
    re.compile(r"（\d+）"),
)


def check_heading_numbers(judged: Judged) -> Iterator[Fault]:
    """Yield headings whose numbers skip, repeat, or are made by Word."""
    counts = [0] * (len(HEADINGS) + 1)
    for paragraph, role in judged.lines:
        if role in {Role.ANNEX_LABEL, Role.TITLE, Role.ANNEX_TITLE}:
            counts = [0] * (len(HEADINGS) + 1)
        if role not in HEADINGS:
            continue
        level = HEADINGS.index(role)
        if "numPr.numId.val" in paragraph.properties:
            yield at(
                paragraph, "heading.automatic", "7.3.3", found="自动编号", wanted="序号写成文字"
            )
            continue
        counts[level + 1 :] = [0] * (len(HEADINGS) - level)
        counts[level] += 1
        match = _LABELS[level].match(paragraph.text.strip())
        wanted = heading_label(level + 1, min(counts[level], _DEEPEST_COUNT))
        found = match.group().replace("．", ".") if match else "没有序号"
        if found != wanted:
            yield at(paragraph, "heading.sequence", "7.3.3", found=found, wanted=wanted)
            counts[level] = _count_of(level, found) or counts[level]
        if level and not counts[level - 1]:
            yield at(
                paragraph, "heading.level", "7.3.3", found=f"第 {level + 1} 层前没有第 {level} 层",
                wanted="依次用“一、”“（一）”“1.”“（1）”",
            )  # fmt: skip


def check_marks(judged: Judged) -> Iterator[Fault]:
    """Yield Chinese marks that print in the Latin face, and slots left open."""
    for paragraph, _ in judged.lines:
        faulty = [
            run.element
            for run in paragraph.runs
            if _HINTED.search(run.text) and run.properties.get("rFonts.hint") != "eastAsia"
        ]
        if faulty and _HAN.search(paragraph.text):
            yield at(
                paragraph, "text.hint", "", found="引号、破折号、省略号按西文字体排印",
                wanted="按中文字体排印（rFonts hint=eastAsia）",
                fix=partial(_hint, faulty),
            )  # fmt: skip
        for mark in slot_marks(paragraph.text):
            yield at(paragraph, "text.slot", "", found=f"【{mark.name}】", wanted="填写后再印发")


def check_tables(judged: Judged) -> Iterator[Fault]:
    """Yield what is wrong with tables and the type in them."""
    # The list keeps the elements alive, so that each table stays one object.
    tables = list(judged.file.body.iter(tag("tbl")))
    seen: set[tuple[etree._Element, str]] = set()
    first: dict[etree._Element, Paragraph] = {}
    for paragraph in judged.of(Role.TABLE):
        table = next(paragraph.element.iterancestors(tag("tbl")))
        first.setdefault(table, paragraph)
        for fault in _cell(paragraph):
            if (table, fault.rule) not in seen:
                seen.add((table, fault.rule))
                yield fault
    room = max((_room(section) for section in judged.file.sections), default=0)
    for table in tables:
        place = first.get(table)
        if place is None or next(table.iterancestors(tag("tbl")), None) is not None:
            continue
        yield from _table(table, place, room)


def _cell(paragraph: Paragraph) -> Iterator[Fault]:
    properties = paragraph.properties
    element = paragraph.element
    exact = properties.get("spacing.lineRule") == "exact"
    if exact and number(properties, "spacing.line") in range(555, 600):
        yield at(
            paragraph, "table.line", "8", found="表内固定行距同正文", wanted="单倍或 20–24 磅",
            fix=partial(set_paragraph, element, "spacing", {"line": "240", "lineRule": "auto"}),
        )  # fmt: skip
    if paragraph.text.strip() and properties.get("snapToGrid.val", "1") not in {"0", "false"}:
        yield at(
            paragraph, "table.grid", "", found="表内文字对齐网格", wanted="不对齐网格",
            fix=partial(set_paragraph, element, "snapToGrid", {"val": "0"}),
        )  # fmt: skip
    for run in paragraph.runs:
        size = number(run.properties, "sz.val", 20)
        if run.text.strip() and size not in _TABLE_SIZES:
            yield at(
                paragraph, "table.size", "8", found=f"{size / 2:g} 磅", wanted="小四至四号",
                fix=partial(_set_all, element, "sz", {"val": str(official.SIZE_TABLE)}),
            )  # fmt: skip
        face = class_of(face_of(run.properties))
        if _HAN.search(run.text) and face not in _TABLE_FACES:
            yield at(
                paragraph, "table.face", "8", found=face or "没有", wanted="仿宋体，表头黑体",
                fix=partial(_set_all, element, "rFonts", {"eastAsia": official.FANGSONG}),
            )  # fmt: skip


def _table(table: etree._Element, place: Paragraph, room: int) -> Iterator[Fault]:
    rows = table.findall(tag("tr"))
    if len(rows) > 1 and rows[0].find(f"{tag('trPr')}/{tag('tblHeader')}") is None:
        yield at(
            place, "table.header", "8", found="转页后没有表头", wanted="表头在每页重复",
            fix=partial(_repeat_header, rows[0]),
        )  # fmt: skip
    widths = [attribute_number(one, "w") for one in table.iterfind(f"{tag('tblGrid')}/*")]
    if sum(widths) > room + _WIDTH_TOLERANCE:
        yield at(
            place, "table.width", "5.2.1", found=f"表宽 {sum(widths) / 56.693:.0f} mm",
            wanted="不超出版心",
        )  # fmt: skip
    borders = table.find(f"{tag('tblPr')}/{tag('tblBorders')}")
    styled = table.find(f"{tag('tblPr')}/{tag('tblStyle')}") is not None
    in_cells = table.find(f".//{tag('tcBorders')}") is not None
    if borders is None and not styled and not in_cells:
        yield at(place, "table.borders", "8", found="没有框线", wanted="有框线")


def _room(section: etree._Element) -> int:
    size, margin = section.find(tag("pgSz")), section.find(tag("pgMar"))
    sides = sum(attribute_number(margin, side) for side in ("left", "right"))
    return attribute_number(size, "w") - sides


def _count_of(level: int, found: str) -> int:
    for count in range(1, _DEEPEST_COUNT + 1):
        if heading_label(level + 1, count) == found:
            return count
    return 0


def _hint(runs: list[etree._Element]) -> None:
    for run in runs:
        set_run(run, "rFonts", {"hint": "eastAsia"})


def _set_all(element: etree._Element, name: str, values: dict[str, str]) -> None:
    for run in element.iter(tag("r")):
        set_run(run, name, values)


def _repeat_header(row: etree._Element) -> None:
    properties = row.find(tag("trPr"))
    if properties is None:
        properties = etree.Element(tag("trPr"))
        row.insert(0, properties)
    etree.SubElement(properties, tag("tblHeader"))

"""Rules for the look of each element: face, size, line, indent, colour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml import etree

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.official_style import ParagraphStyle
from plandraft.io.exporters.word_text import is_rare, tag
from plandraft.io.layout_check.faces import class_of, face_of
from plandraft.io.layout_check.findings import Fault
from plandraft.io.layout_check.judged import Judged, at
from plandraft.io.layout_check.properties import is_on, number, set_paragraph, set_run
from plandraft.io.layout_check.roles import HEADINGS, Role
from plandraft.io.layout_check.word_file import Paragraph, Run

WANTED: dict[Role, tuple[ParagraphStyle, str]] = {
    Role.BODY: (official.BODY, "7.3.3"),
    Role.TITLE: (official.TITLE, "7.3.1"),
    **{role: (style, "7.3.3") for role, style in zip(HEADINGS, official.HEADINGS, strict=True)},
    Role.ORGAN_MARK: (official.ORGAN_MARK, "7.2.4"),
    Role.NUMBER: (official.DOCUMENT_NUMBER, "7.2.5"),
    Role.COPY_NUMBER: (official.COPY_NUMBER, "7.2.1"),
    Role.SECRECY: (official.SECRECY, "7.2.2"),
    Role.RECIPIENT: (official.RECIPIENT, "7.3.2"),
    Role.ANNEX_NOTE: (official.ANNEX_NOTE, "7.3.4"),
    Role.SIGNATURE: (official.SIGNATURE, "7.3.5"),
    Role.DATE: (official.DATE, "7.3.5"),
    Role.ANNEX_LABEL: (official.ANNEX_LABEL, "7.3.7"),
    Role.ANNEX_TITLE: (official.ANNEX_TITLE, "7.3.7"),
    Role.COPIES: (official.COPIES, "7.4.2"),
    Role.PRINTED: (official.PRINTED, "7.4.3"),
}
_LINES = range(555, 580)
_SPACINGS = range(-15, -4)
_TITLE_LINES = range(560, 721)
_ON_THE_GRID = (Role.BODY, *HEADINGS, Role.RECIPIENT, Role.SIGNATURE, Role.DATE)
_INDENTED = (Role.BODY, *HEADINGS)
_BLACK = frozenset({"", "auto", "000000"})
_SIZES = {72: "小初", 52: "一号", 48: "小一", 44: "二号", 36: "小二", 32: "三号", 30: "小三",
          28: "四号", 24: "小四", 21: "五号", 18: "小五"}  # fmt: skip
_ALIGNS = {"left": "左对齐", "start": "左对齐", "right": "右对齐", "end": "右对齐",
           "center": "居中", "both": "两端对齐", "distribute": "分散对齐"}  # fmt: skip
_LEFT = frozenset({"left", "start", "both"})
_CHARACTER = 320  # twips of 三号
_SINGLE = 240


def check_formats(judged: Judged) -> Iterator[Fault]:
    """Yield what each element's type and place depart from the standard in."""
    for paragraph, role in judged.lines:
        if role not in WANTED:
            continue
        style, clause = WANTED[role]
        yield from _runs(paragraph, role, style, clause)
        yield from _line(paragraph, role, style, clause)
        yield from _place(paragraph, role, style, clause)


def check_outline(judged: Judged) -> Iterator[Fault]:
    """Yield headings that Word does not know for headings."""
    for level, role in enumerate(HEADINGS):
        for paragraph in judged.of(role):
            found = number(paragraph.properties, "outlineLvl.val", 9)
            if found != level:
                values = {"val": str(level)}
                shown = f"{found + 1} 级" if found < 9 else "正文"
                yield at(
                    paragraph, "heading.outline", "7.3.3", found=f"大纲级别：{shown}",
                    wanted=f"{level + 1} 级",
                    fix=partial(set_paragraph, paragraph.element, "outlineLvl", values),
                )  # fmt: skip
            if not is_on(paragraph.properties, "keepNext"):
                yield at(
                    paragraph, "heading.keep_next", "", found="可能与下文分在两页",
                    wanted="与下段同页",
                    fix=partial(set_paragraph, paragraph.element, "keepNext", {"val": "1"}),
                )  # fmt: skip


def _runs(paragraph: Paragraph, role: Role, style: ParagraphStyle, clause: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for run in paragraph.runs:
        if not run.text.strip():
            continue
        for rule, found, wanted, name, values in _run_faults(run, role, style):
            if rule in seen:
                continue
            seen.add(rule)
            yield at(
                paragraph, f"{role.value}.{rule}", clause, found=found, wanted=wanted,
                fix=partial(_set_runs, paragraph.element, name, values),
            )  # fmt: skip


_RunFault = tuple[str, str, str, str, dict[str, str | None]]


def _run_faults(run: Run, role: Role, style: ParagraphStyle) -> Iterator[_RunFault]:
    properties = run.properties
    face = face_of(properties)
    if _has_han(run.text) and class_of(face) not in _allowed_faces(run.text, style):
        values: dict[str, str | None] = {"eastAsia": style.face, "eastAsiaTheme": None}
        yield "face", face or "没有", class_of(style.face), "rFonts", values
    size = number(properties, "sz.val", 20)
    largest = role is Role.ORGAN_MARK and official.SIZE_TITLE <= size <= official.SIZE_ORGAN_MARK
    if size != style.size and not largest:
        yield "size", _size(size), _size(style.size), "sz", {"val": str(style.size)}
    if is_on(properties, "b"):
        yield "bold", "加粗", "不加粗", "b", {"val": "0"}
    colour = properties.get("color.val", "").upper()
    if style.colour and colour != style.colour:
        yield "colour", f"#{colour or '自动'}", "红色", "color", {"val": style.colour}
    if not style.colour and colour.casefold() not in _BLACK and colour != "AUTO":
        yield "colour", f"#{colour}", "黑色", "color", {"val": "auto"}
    if role in _INDENTED and number(properties, "spacing.val") not in _SPACINGS:
        found = f"字距 {number(properties, 'spacing.val') / 20:g} 磅"
        yield "spacing", found, "−0.25 磅（每行 28 字）", "spacing", {"val": "-5"}


def _allowed_faces(text: str, style: ParagraphStyle) -> set[str]:
    allowed = {class_of(style.face)}
    if any(map(is_rare, text)) and style.face in official.FULLER_FACES:
        allowed.add(class_of(official.FULLER_FACES[style.face]))
    return allowed


def _line(paragraph: Paragraph, role: Role, style: ParagraphStyle, clause: str) -> Iterator[Fault]:
    properties = paragraph.properties
    line = number(properties, "spacing.line", _SINGLE)
    exact = properties.get("spacing.lineRule", "auto") == "exact"
    on_grid = role in _ON_THE_GRID
    legal = _LINES if on_grid else _TITLE_LINES
    if (on_grid or style.line == official.LINE_TITLE) and not (exact and line in legal):
        shown = f"固定值 {line / 20:g} 磅" if exact else f"{line / _SINGLE:g} 倍行距"
        values = {"line": str(style.line), "lineRule": "exact"}
        yield at(
            paragraph, f"{role.value}.line", "5.2.3", found=shown,
            wanted=f"固定值 {style.line / 20:g} 磅",
            fix=partial(set_paragraph, paragraph.element, "spacing", values),
        )  # fmt: skip
    for side, name in (("before", "段前"), ("after", "段后")):
        space = number(properties, f"spacing.{side}")
        if space and role in _ON_THE_GRID:
            yield at(
                paragraph, f"{role.value}.{side}", "5.2.3", found=f"{name} {space / 20:g} 磅",
                wanted=f"{name} 0", fix=partial(_no_space, paragraph.element, side),
            )  # fmt: skip
    if role in {Role.TITLE, Role.ANNEX_TITLE, Role.ORGAN_MARK} and properties.get(
        "snapToGrid.val", "1"
    ) not in {"0", "false", "off"}:
        yield at(
            paragraph, f"{role.value}.grid", clause, found="对齐网格", wanted="不对齐网格",
            fix=partial(set_paragraph, paragraph.element, "snapToGrid", {"val": "0"}),
        )  # fmt: skip


def _place(paragraph: Paragraph, role: Role, style: ParagraphStyle, clause: str) -> Iterator[Fault]:
    properties = paragraph.properties
    align = properties.get("jc.val", "left")
    alike = _LEFT if style.align in _LEFT else {style.align, {"right": "end"}.get(style.align, "")}
    if align not in alike:
        yield at(
            paragraph, f"{role.value}.align", clause, found=_ALIGNS.get(align, align),
            wanted=_ALIGNS[style.align],
            fix=partial(set_paragraph, paragraph.element, "jc", {"val": style.align}),
        )  # fmt: skip
    if role in _INDENTED:
        first = _first_line(paragraph)
        if not 1.9 <= first <= 2.1 or _indent(properties, "left") > 0.1:
            yield at(
                paragraph, f"{role.value}.indent", clause, found=f"首行空 {first:g} 字",
                wanted="首行左空 2 字，回行顶格",
                fix=partial(_indent_first, paragraph.element),
            )  # fmt: skip
    if role in {Role.RECIPIENT, Role.ANNEX_LABEL} and _first_line(paragraph) + _indent(
        properties, "left"
    ):
        yield at(
            paragraph, f"{role.value}.indent", clause, found="有缩进", wanted="顶格",
            fix=partial(set_paragraph, paragraph.element, "ind",
                        {"left": "0", "leftChars": "0", "firstLine": "0", "firstLineChars": "0"}),
        )  # fmt: skip


def _first_line(paragraph: Paragraph) -> float:
    properties = paragraph.properties
    if "ind.firstLineChars" in properties and number(properties, "ind.firstLineChars"):
        return number(properties, "ind.firstLineChars") / 100
    blanks = len(paragraph.text) - len(paragraph.text.lstrip("\u3000"))
    return round(number(properties, "ind.firstLine") / _CHARACTER, 1) + blanks


def _indent(properties: dict[str, str], side: str) -> float:
    if f"ind.{side}Chars" in properties:
        return number(properties, f"ind.{side}Chars") / 100
    return round(number(properties, f"ind.{side}") / _CHARACTER, 1)


def _indent_first(element: etree._Element) -> None:
    for text in element.iter(tag("t")):
        text.text = (text.text or "").lstrip("\u3000 ")
        break
    values = {"firstLineChars": "200", "firstLine": "640", "left": "0", "leftChars": "0",
              "hanging": None, "hangingChars": None}  # fmt: skip
    set_paragraph(element, "ind", values)


def _no_space(element: etree._Element, side: str) -> None:
    set_paragraph(element, "spacing", {side: "0", f"{side}Lines": None, f"{side}Autospacing": None})


def _set_runs(element: etree._Element, name: str, values: dict[str, str | None]) -> None:
    for run in element.iter(tag("r")):
        set_run(run, name, values)
        if name == "sz":
            set_run(run, "szCs", values)


def _has_han(text: str) -> bool:
    return any("\u3400" <= character <= "\u9fff" or character > "\U00020000" for character in text)


def _size(half_points: int) -> str:
    name = _SIZES.get(half_points)
    points = f"{half_points / 2:g} 磅"
    return f"{name}（{points}）" if name else points

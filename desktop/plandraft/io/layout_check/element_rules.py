"""Rules for what elements say and where they stand: red head, title, annexes, signature, date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from lxml import etree

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.title_lines import text_width
from plandraft.io.exporters.word_text import tag
from plandraft.io.layout_check.findings import Fault
from plandraft.io.layout_check.judged import Judged, at
from plandraft.io.layout_check.properties import is_on, number, set_paragraph
from plandraft.io.layout_check.roles import Role
from plandraft.io.layout_check.word_file import Paragraph

_NUMBER = re.compile(r"[\u4e00-\u9fff]+〔\d{4}〕[1-9]\d*号")
_LABEL = re.compile(r"附件(?:[1-9]\d?)?")
_DATE = re.compile(r"\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")
_CHINESE_DATE = re.compile(r"([\d〇○零一二三四五六七八九]{4})年([^月]{1,3})月([^日]{1,3})日")
_DIGITS = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
_COPY_NUMBER = re.compile(r"\d{6}")
_ENDS = "。；，、："
_BRACKETS = str.maketrans("[【［(（", "〔〔〔〔〔") | str.maketrans("]】］)）", "〕〕〕〕〕")
_NO_BEGINNING = frozenset("”》）〉】、，。：；！？的")
_SIGNATURE_EDGE = 200
_LEAST_TITLE_BLANKS = 2


def check_red_head(judged: Judged) -> Iterator[Fault]:
    """Yield what is wrong with the number, its rule, and the lines above."""
    for paragraph in judged.of(Role.COPY_NUMBER):
        if not _COPY_NUMBER.fullmatch(paragraph.text.strip()):
            yield at(
                paragraph, "copy_number.form", "7.2.1", found=paragraph.text, wanted="6 位数字"
            )
    for index in judged.indexes(Role.NUMBER):
        paragraph = judged.lines[index][0]
        text = paragraph.text.strip()
        if not _NUMBER.fullmatch(text) and "【" not in text:
            yield at(
                paragraph, "number.form", "7.2.5", found=text,
                wanted="机关代字〔年份〕顺序号，六角括号，不加“第”，不补零",
                fix=partial(_rewrite, paragraph.element, _mended_number),
            )  # fmt: skip
        if judged.blanks_above(index) < _LEAST_TITLE_BLANKS:
            yield at(
                paragraph, "number.blanks", "7.2.5", found=f"上空 {judged.blanks_above(index)} 行",
                wanted="发文机关标志下空二行",
            )  # fmt: skip
        yield from _red_rule(paragraph)


def check_titles(judged: Judged) -> Iterator[Fault]:
    """Yield what is wrong with the lines and the place of titles."""
    for index, (paragraph, role) in enumerate(judged.lines):
        if role not in {Role.TITLE, Role.ANNEX_TITLE}:
            continue
        clause = "7.3.1" if role is Role.TITLE else "7.3.7"
        lines = paragraph.text.strip().split("\n")
        if max(map(text_width, lines)) > official.TITLE_CHARACTERS_A_LINE + 1:
            yield at(
                paragraph, f"{role.value}.width", clause,
                found=f"一行 {max(map(text_width, lines)):g} 字",
                wanted="每行不多于 20 字，回行词意完整",
            )  # fmt: skip
        if any(line[:1] in _NO_BEGINNING for line in lines[1:]):
            yield at(
                paragraph, f"{role.value}.break", clause, found="行首是标点或“的”",
                wanted="回行时词意完整",
            )  # fmt: skip
        if lines[-1][-1:] in set(_ENDS):
            yield at(
                paragraph, f"{role.value}.end", clause, found=lines[-1][-1], wanted="末尾无标点"
            )
        blanks = judged.blanks_above(index)
        starts_page = is_on(paragraph.properties, "pageBreakBefore")
        if role is Role.TITLE and blanks < _LEAST_TITLE_BLANKS and not starts_page:
            yield at(
                paragraph, "title.blanks", clause, found=f"上空 {blanks} 行", wanted="上空二行"
            )
    for index in judged.indexes(Role.RECIPIENT):
        paragraph = judged.lines[index][0]
        if not paragraph.text.strip().endswith("："):
            yield at(
                paragraph, "recipient.colon", "7.3.2", found=paragraph.text.strip()[-1:],
                wanted="末尾全角冒号",
                fix=partial(_rewrite, paragraph.element, lambda text: text.rstrip(" :：") + "："),
            )  # fmt: skip
        if judged.blanks_above(index) < 1:
            yield at(paragraph, "recipient.blank", "7.3.2", found="上不空行", wanted="标题下空一行")


def check_annexes(judged: Judged) -> Iterator[Fault]:
    """Yield what is wrong with 附件说明, labels and titles of annexes."""
    notes = judged.indexes(Role.ANNEX_NOTE)
    for index in notes:
        paragraph = judged.lines[index][0]
        text = paragraph.text.strip()
        if text[-1] in _ENDS:
            yield at(
                paragraph, "annex_note.end", "7.3.4", found=text[-1], wanted="附件名称后不加标点",
                fix=partial(_rewrite, paragraph.element, lambda one: one.rstrip(_ENDS)),
            )  # fmt: skip
        if re.match(r"附\s*件\s*:", text):
            yield at(
                paragraph, "annex_note.colon", "7.3.4", found="半角冒号", wanted="全角冒号",
                fix=partial(_rewrite, paragraph.element, lambda one: one.replace(":", "：", 1)),
            )  # fmt: skip
        if index - 1 not in notes and judged.blanks_above(index) < 1:
            yield at(
                paragraph, "annex_note.blank", "7.3.4", found="上不空行", wanted="正文下空一行"
            )
        if (
            number(paragraph.properties, "ind.leftChars")
            + number(paragraph.properties, "ind.left")
            + number(paragraph.properties, "ind.firstLine")
            <= 0
        ):
            yield at(paragraph, "annex_note.indent", "7.3.4", found="顶格", wanted="左空二字")
    for index in judged.indexes(Role.ANNEX_LABEL):
        yield from _label(judged, index)


def check_ending(judged: Judged) -> Iterator[Fault]:
    """Yield what is wrong with who signs and when, and with the 版记."""
    for paragraph in judged.of(Role.COPIES):
        if not paragraph.text.strip().endswith("。"):
            yield at(
                paragraph, "copies.end", "7.4.2", found=paragraph.text.strip()[-1:],
                wanted="末尾标句号",
                fix=partial(_rewrite, paragraph.element, lambda text: text.rstrip("；，,.") + "。"),
            )  # fmt: skip
    imprint = [*judged.of(Role.COPIES), *judged.of(Role.PRINTED)]
    if imprint and not _has_rule_above(imprint[0]):
        yield at(imprint[0], "imprint.rule", "7.4.1", found="没有首条分隔线", wanted="粗分隔线")
    for index in judged.indexes(Role.SIGNATURE):
        paragraph = judged.lines[index][0]
        if judged.blanks_above(index) < 1:
            yield at(paragraph, "signature.blank", "7.3.5", found="上不空行", wanted="正文下空一行")
        yield from _edge(paragraph, "signature", "署名")
    for index in judged.indexes(Role.DATE):
        paragraph = judged.lines[index][0]
        text = paragraph.text.strip()
        if not _DATE.fullmatch(text) and "【" not in text:
            yield at(
                paragraph, "date.form", "7.3.5.4", found=text,
                wanted="YYYY年M月D日，阿拉伯数字，不补零",
                fix=partial(_rewrite, paragraph.element, _mended_date),
            )  # fmt: skip
        yield from _edge(paragraph, "date", "成文日期")


def _has_rule_above(paragraph: Paragraph) -> bool:
    """Tell whether a rule stands above a line: its own, or that of the table it opens."""
    kinds = [paragraph.properties.get("pBdr.top.val", "none")]
    table = next(paragraph.element.iterancestors(tag("tbl")), None)
    if table is not None:
        kinds += [one.get(tag("val"), "none") for one in table.iterfind(f".//{tag('top')}")]
    return any(kind not in {"none", "nil", "0"} for kind in kinds)


def _label(judged: Judged, index: int) -> Iterator[Fault]:
    paragraph = judged.lines[index][0]
    text = paragraph.text.strip()
    if not _LABEL.fullmatch(text):
        yield at(
            paragraph, "annex_label.form", "7.3.7", found=text, wanted="附件 或 附件1，无标点",
            fix=partial(_rewrite, paragraph.element, lambda one: re.sub(r"[\s：:]", "", one)),
        )  # fmt: skip
    before = judged.lines[index - 1][0].element if index else None
    broken = before is not None and (
        before.find(f"{tag('pPr')}/{tag('sectPr')}") is not None
        or any(one.get(tag("type")) == "page" for one in before.iter(tag("br")))
    )
    if not is_on(paragraph.properties, "pageBreakBefore") and not broken:
        yield at(
            paragraph, "annex_label.page", "7.3.7", found="接排", wanted="另面编排",
            fix=partial(set_paragraph, paragraph.element, "pageBreakBefore", {"val": "1"}),
        )  # fmt: skip
    following = [role for _, role in judged.lines[index + 1 : index + 3]]
    behind = (role for _, role in judged.lines[index + 1 :] if role is not Role.BLANK)
    if next(behind, None) is Role.COVER:
        # On a 封面 the title has the place that a 封面 gives it.
        return
    if following and following != [Role.BLANK, Role.ANNEX_TITLE] and Role.TITLE not in following:
        yield at(
            paragraph, "annex_title.third_line", "7.3.7", found="附件标题不在第三行",
            wanted="“附件”下空一行，标题在第三行居中",
        )  # fmt: skip


def _red_rule(paragraph: Paragraph) -> Iterator[Fault]:
    properties = paragraph.properties
    values = {
        "val": "single",
        "sz": str(official.RULE_RED),
        "space": str(official.RULE_RED_SPACE),
        "color": official.RED,
    }
    fix = partial(_set_rule, paragraph.element, values)
    if properties.get("pBdr.bottom.val", "none") in {"none", "nil"}:
        yield at(
            paragraph,
            "number.rule",
            "7.2.7",
            found="没有分隔线",
            wanted="下 4 mm 红色分隔线",
            fix=fix,
        )
        return
    colour = properties.get("pBdr.bottom.color", "").upper()
    if colour != official.RED:
        yield at(
            paragraph, "number.rule_colour", "7.2.7", found=f"#{colour}", wanted="红色", fix=fix
        )
    space = number(properties, "pBdr.bottom.space")
    if space != official.RULE_RED_SPACE:
        yield at(
            paragraph, "number.rule_space", "7.2.7", found=f"距文字 {space} 磅",
            wanted=f"{official.RULE_RED_SPACE} 磅（4 mm）", fix=fix,
        )  # fmt: skip


def _edge(paragraph: Paragraph, rule: str, name: str) -> Iterator[Fault]:
    properties = paragraph.properties
    chars = number(properties, "ind.rightChars") or number(properties, "ind.right") * 100 // 320
    if properties.get("jc.val") in {"right", "end"} and chars < _SIGNATURE_EDGE:
        values = {"rightChars": "200", "right": "640"}
        yield at(
            paragraph, f"{rule}.indent", "7.3.5", found=f"右空 {chars / 100:g} 字",
            wanted=f"{name}右空二字（盖章时右空四字）",
            fix=partial(set_paragraph, paragraph.element, "ind", values),
        )  # fmt: skip


def _set_rule(element: etree._Element, values: dict[str, str]) -> None:
    set_paragraph(element, "pBdr", {"val": "x"})
    border = element.find(f"{tag('pPr')}/{tag('pBdr')}")
    assert border is not None
    border.attrib.clear()
    for child in border.findall(tag("bottom")):
        border.remove(child)
    bottom = etree.SubElement(border, tag("bottom"))
    for key, value in values.items():
        bottom.set(tag(key), value)


def _mended_number(text: str) -> str:
    text = re.sub(r"\s", "", text).translate(_BRACKETS).replace("第", "")
    return re.sub(r"〕0+(\d)", r"〕\1", text)


def _mended_date(text: str) -> str:
    text = re.sub(r"\s", "", text)
    match = _CHINESE_DATE.fullmatch(text)
    if match:
        year = "".join(_DIGITS.get(one, one) for one in match[1])
        text = f"{year}年{_small_number(match[2])}月{_small_number(match[3])}日"
    return re.sub(r"(?<=[年月])0(\d)", r"\1", text)


def _small_number(text: str) -> str:
    """Return 1…31 in Arabic digits, whichever way it is written."""
    if "十" not in text:
        return "".join(_DIGITS.get(one, one) for one in text)
    tens, _, ones = text.partition("十")
    return (_DIGITS.get(tens, "1") if tens else "1") + (_DIGITS.get(ones, "0") if ones else "0")


def _rewrite(element: etree._Element, change: Callable[[str], str]) -> None:
    """Put the changed text of a short line into its first run; the others become empty."""
    texts = list(element.iter(tag("t")))
    whole = change("".join(one.text or "" for one in texts))
    for number_of_text, one in enumerate(texts):
        one.text = whole if number_of_text == 0 else ""

"""Labels of Chinese plans: 一、（一）1.（1）第一，一是 第一章, and Chinese numerals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

NUMERALS = "一二三四五六七八九十"
_DIGITS = {"〇": 0, "○": 0, "零": 0, **{one: value for value, one in enumerate(NUMERALS, 1)}}
_UNITS = {"十": 10, "百": 100, "千": 1000}


class LabelForm(IntEnum):
    """Name the forms of labels, ordered from the highest to the lowest."""

    PART = 1  # 第一篇
    CHAPTER = 2  # 第一章
    SECTION = 3  # 第一节
    HAN = 4  # 一、
    HAN_PAREN = 5  # （一）
    DIGIT = 6  # 1.
    DIGIT_PAREN = 7  # （1） 1） ①
    ARTICLE = 8  # 第一条
    ORDINAL = 9  # 第一，
    SAYING = 10  # 一是


# The level of each form where no 篇章节 stand above it.
_LEVELS = {
    LabelForm.HAN: 1,
    LabelForm.HAN_PAREN: 2,
    LabelForm.DIGIT: 3,
    LabelForm.DIGIT_PAREN: 4,
}
DEEPEST_LEVEL = 4
_CHAPTER_FORMS = {
    "篇": LabelForm.PART,
    "编": LabelForm.PART,
    "章": LabelForm.CHAPTER,
    "节": LabelForm.SECTION,
    "条": LabelForm.ARTICLE,
}


@dataclass(frozen=True, slots=True)
class Label:
    """Hold a label in a text.

    `number` is the label without the mark behind it ("一", "（一）", "1", "第一", "一是");
    `start` and `end` are code points and take in the mark; `dotted` is true for 一. and 1.
    """

    form: LabelForm
    number: str
    value: int
    start: int
    end: int
    dotted: bool = False


_HAN = f"[{NUMERALS}百]"
_LABEL = re.compile(
    rf"(?P<chapter>第\s?(?P<chapter_value>{_HAN}{{1,5}}|\d{{1,3}})\s?(?P<unit>[篇编章节条]))"
    rf"|(?P<ordinal>第(?P<ordinal_value>{_HAN}{{1,3}}))[，,、]"
    rf"|(?P<saying>(?P<saying_value>[{NUMERALS}])是)"
    rf"|(?<![{NUMERALS}百千万亿零第])(?P<han>{_HAN}{{1,3}})[、．.]"
    rf"|(?P<han_paren>[（(](?P<han_paren_value>{_HAN}{{1,3}})[）)])[、.．]?"
    r"|(?<![0-9A-Za-z])(?<!\d[.．])(?P<digit>\d{1,2})(?:、|[.．](?!\d))"
    r"|(?P<digit_paren>[（(](?P<digit_paren_value>\d{1,2})[）)])、?"
    r"|(?<![0-9A-Za-z])(?<!\d[.．])(?P<half_paren>\d{1,2}[）)])"
    r"|(?P<circle>[①-⑳])"
)
# Where a label may begin: the engine skips to these letters, while it tries all of the above at
# every letter of the text.
_CANDIDATE = re.compile(
    rf"[第①-⑳（(\d{NUMERALS}百](?:(?<=第)[\s\d{NUMERALS}百]|(?<=[①-⑳])"
    rf"|(?<=[（(])(?:{_HAN}{{1,3}}|\d{{1,2}})[）)]|(?<=\d)\d?[、．.）)]"
    rf"|(?<=[{NUMERALS}百])(?:{_HAN}{{0,2}}[、．.]|是))"
)
# What a label with the value 1 may begin with; others may too.
_FIRST = "一1１（(①"
# 一、二、三产业 · （一）至（三） · （一）项 · 1、2、3号: numbers named in a sentence.
_NAMED_NUMBERS = {
    LabelForm.HAN: re.compile(rf"{_HAN}{{1,2}}(?:[、.．]|产业|次|级|类|期|线)"),
    LabelForm.HAN_PAREN: re.compile(r"[、和与及至到—-]?[（(]|[项款目条]"),
    LabelForm.DIGIT: re.compile(r"\d{1,2}、"),
    LabelForm.DIGIT_PAREN: re.compile(r"[、和与及至到—-]?[（(]\d|[项款目条]"),
}


def parse_numeral(text: str) -> int:
    """Parse a Chinese or Arabic whole number ("十二", "12"); raises ValueError if it is none."""
    if text.isdecimal():
        return int(text)
    total, digit = 0, 0
    for character in text:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        elif character in _DIGITS:
            digit = _DIGITS[character]
        else:
            raise ValueError(f"not a numeral: {text}")
    return total + digit


def chinese_numeral(value: int) -> str:
    """Write `value` (0…9999) as one counts in Chinese: 12 → 十二, 20 → 二十, 105 → 一百零五."""
    if not 0 <= value <= 9999:
        raise ValueError(f"not between 0 and 9999: {value}")
    if value == 0:
        return "零"
    written, pending_zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            written += ("零" if pending_zero and written else "") + NUMERALS[digit - 1] + name
            pending_zero = False
        else:
            pending_zero = True
    return written[1:] if written.startswith("一十") else written


def find_label(text: str, position: int, end: int, behind: str = "") -> Label | None:
    """Find the first label in `text[position:end]` that is not a number named in a sentence.

    With `behind` only those with the value 1 and those behind a blank or one of these characters.
    """
    while (candidate := _CANDIDATE.search(text, position, end)) is not None:
        at = candidate.start()
        before = text[at - 1 : at]
        if behind and before not in behind and text[at] not in _FIRST and not before.isspace():
            position = at + 1
            continue
        found = _LABEL.match(text, candidate.start(), end)
        if found is None:
            position = candidate.start() + 1
            continue
        label = _label_of(found)
        if not _names_numbers(text, label):
            return label
        position = found.end()
    return None


def label_at(text: str, position: int, end: int) -> Label | None:
    """Return the label that stands at `position`, or None."""
    found = _LABEL.match(text, position, end)
    label = _label_of(found) if found else None
    return None if label is None or _names_numbers(text, label) else label


def level_of(form: LabelForm, above: int = 0) -> int:
    """Return the level (1…4) of `form`, or 0; `above` counts the 篇章节 levels in the document."""
    if form in _LEVELS:
        return min(DEEPEST_LEVEL, _LEVELS[form] + above)
    return 0


def _names_numbers(text: str, label: Label) -> bool:
    pattern = _NAMED_NUMBERS.get(label.form)
    return pattern is not None and pattern.match(text, label.end) is not None


def _label_of(found: re.Match[str]) -> Label:
    start, end = found.span()
    kind = found.lastgroup or ""
    if found["chapter"]:
        form = _CHAPTER_FORMS[found["unit"]]
        return Label(form, found["chapter"], _value(found["chapter_value"]), start, end)
    if found["circle"]:
        value = ord(found["circle"]) - ord("①") + 1
        return Label(LabelForm.DIGIT_PAREN, found["circle"], value, start, end)
    if found["han"]:
        dotted = found.group()[-1] != "、"
        return Label(LabelForm.HAN, found["han"], _value(found["han"]), start, end, dotted)
    if found["digit"]:
        dotted = found.group()[-1] != "、"
        return Label(LabelForm.DIGIT, found["digit"], int(found["digit"]), start, end, dotted)
    if found["half_paren"]:
        value = int(found["half_paren"][:-1])
        return Label(LabelForm.DIGIT_PAREN, found["half_paren"], value, start, end)
    for name, form in _VALUE_GROUPS:
        if found[name]:
            return Label(form, found[name], _value(found[f"{name}_value"]), start, end)
    raise AssertionError(kind)


_VALUE_GROUPS = (
    ("ordinal", LabelForm.ORDINAL),
    ("saying", LabelForm.SAYING),
    ("han_paren", LabelForm.HAN_PAREN),
    ("digit_paren", LabelForm.DIGIT_PAREN),
)


def _value(numeral: str) -> int:
    return parse_numeral(numeral)

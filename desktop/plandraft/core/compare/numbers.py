"""Which numbers differ between two plans, each with the words it stands among."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plandraft.core.compare.changes import ChangeClass, ChangeKind, Comparison, InlineSpan
from plandraft.core.model.spans import Span
from plandraft.core.text.quantities import find_quantities

# What an indicator is called stands right before its number: so many letters of it are kept.
_BEFORE, _BEHIND = 14, 6
# Fewer letters (到, 至) say nothing.
_SAYS_WHAT = 2
_EDGE = re.compile(r"[，。；：！？,;:!?、\n\t]")
# The next number or line has a name of its own.
_STOP = re.compile(r"[\d\n]")
PLACEHOLDER = "…"
# What is counted belongs to the number, and not to what the indicator is called.
_UNIT = re.compile(
    r"[ 　]?(?:个?百分点|[%％‰]|个?工作日|个?小时|分钟|个半?月"
    r"|[万亿千百]{0,2}(?:平方公里|公里|千米|立方米|平方米|千瓦时|人次|户次|[美欧日港]?元|公?吨|公顷"
    r"|亩|户(?!籍)|人(?![民均才口])|个(?![别体人性])|家(?!庭)|项|件|条(?!件)|座|所|台|套|辆|张|门|种"
    r"|部(?![分门委署队])|处(?![理置于])|次(?!产业)|倍|年|月|日|天|岁|名|批|兆|米|册|间|栋|艘)"
    r"|[万亿]{1,2}|[KMGTP](?:bps|B|b|Hz|W)?(?![A-Za-z0-9]))"
)
_MYRIADS = {"万": 1e4, "亿": 1e8, "万亿": 1e12}


@dataclass(frozen=True, slots=True)
class NumberChange:
    """Hold two numbers that stand for each other; spans are code points of the documents.

    `indicator` is the left wording around the number, with PLACEHOLDER in its place unless it
    stands at an end; `left` and `right` are the numbers with their units.
    """

    indicator: str
    left: str
    right: str
    left_span: Span
    right_span: Span


def list_numbers(comparison: Comparison, changes: Iterable[InlineSpan]) -> Iterator[NumberChange]:
    """Yield the numbers and years in `changes` that replace each other."""
    text = comparison.left.text
    for one in changes:
        if one.kind is not ChangeKind.REPLACED:
            continue
        if one.change_class not in {ChangeClass.NUMBER, ChangeClass.PERIOD}:
            continue
        left, right = _unit(text, one.left), _unit(comparison.right.text, one.right)
        yield NumberChange(
            _indicator(text, one.left, left),
            one.left.slice(text) + left,
            one.right.slice(comparison.right.text) + right,
            one.left,
            one.right,
        )


def leading_value(text: str) -> float:
    """Return the first number in `text` as a sort key, 万 and 亿 counted; infinity for none.

    In Chinese numerals (三个工作日, 百分之六十) too, where there are no digits.
    """
    found = re.search(r"(\d+(?:[.,]\d+)*)(万亿|[万亿])?", text)
    if not found:
        written = find_quantities(text)
        return float(written[0].value) if written else float("inf")
    if found.group(1).count(".") > 1:
        return float("inf")
    return float(found.group(1).replace(",", "")) * _MYRIADS.get(found.group(2) or "", 1.0)


def _unit(text: str, number: Span) -> str:
    """Return the unit behind a number, "" where none is known."""
    found = _UNIT.match(text, number.end)
    return found.group() if found else ""


def _indicator(text: str, number: Span, unit: str) -> str:
    before = text[max(0, number.start - _BEFORE) : number.start]
    end = number.end + len(unit)
    behind = text[end : end + _BEHIND]
    edges = [found.end() for found in _EDGE.finditer(before)]
    edge = _EDGE.search(behind)
    before = before[edges[-1] if edges else 0 :].strip()
    behind = (behind[: edge.start()] if edge else behind).strip()
    if len(before + behind) < _SAYS_WHAT:
        # 到2030年，全市数字经济增加值: the next clause says what the year is of.
        behind = _STOP.split(text[end : end + _BEFORE], maxsplit=1)[0].strip()
    return before + PLACEHOLDER + behind if before and behind else before or behind

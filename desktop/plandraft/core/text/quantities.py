"""Quantities written in Chinese numerals: 三个工作日, 百分之六十, 一千二百万元, 九成以上."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from plandraft.core.model.spans import Span

_DIGITS = {one: value for value, one in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_DIGIT = "[一二三四五六七八九两]"
_NUMERAL = "[零〇一二三四五六七八九十百千万亿两]+(?:点[零〇一二三四五六七八九]+)?"
# Units of measure: whatever number stands before them is measured.
_MEASURE = (
    r"(?:[美欧日港]元|元(?![化结论次素旦宵首])|吨|公斤|千克|平方公里|平方米|立方米|公里|千米|公顷|亩|千瓦时?"
    r"|个?百分点|倍|个工作日|工作日|个?小时|分钟|个半?月|日(?=以?内)|天(?![然地空津])|周(?![边年围密期])"
    r"|年(?![级度代份轻])|米(?![饭粉面]))"
)
# Words that count things; with 一 they are articles, and 二 before them is an ordinal (二次供水).
_COUNTER = (
    r"(?:个(?![一别体人性])|项|家(?!庭)|条(?!件)|户(?!籍)|名(?![牌录单义])|台(?![风账])|座|件"
    r"|人(?![民才口大员均次工])|部(?![分门委署队])|处(?![理置于罚])|所(?![有需属在])|辆|套|张|份(?!额)|册"
    r"|种(?![植养])|支(?![持柱撑付])|间|栋|幢|艘|次(?!产业)|场(?!所))"
)
# Programmes that go by a number are names, with quotation marks or without.
_NAMES = re.compile(
    r"[两三四五六七八九十]个(?:代表|维护|自信|全面|意识|确立|文明|毫不动摇|坚持|结合|统筹|服务|务必|转变|着力|注重"
    r"|能否|如何|为什么)|两个一百年|五位一体|五年(?:规划|计划)"
)
_BEFORE = r"(?<![第个初“‘《零〇一二三四五六七八九十百千万亿两○OＯoο\d.．])"
_QUANTITY = re.compile(
    rf"(?P<of>(?P<base>[百千万])分之)(?P<share>{_NUMERAL})"
    rf"|(?<=[近约超达过逾占])(?P<near>{_DIGIT})成(?![立为员效果本就绩功长熟])"
    rf"|{_BEFORE}(?P<tenths>{_DIGIT})成(?=以上|以下|左右|多|[，。；、）的]|$)"
    rf"|{_BEFORE}(?P<numeral>{_NUMERAL})(?P<about>[多余几])?"
    rf"(?:(?P<unit>{_MEASURE})|(?P<counter>{_COUNTER}))"
)
_UNITS_OF_SHARES = {"百": "%", "千": "‰", "万": "‱"}
_WITHIN = ("内", "以内", "以上", "以下", "期")


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold a number with its unit: `span` covers both, `value` is what the numeral says.

    `numeral` is what a plan with another number has something else for: the numeral, and of shares
    all (百分之六十, 九成). `unit` is what stands behind it, "%" for 百分之 and 成. `about` says
    that 多, 余 or 几 makes it a round number.
    """

    span: Span
    numeral: Span
    value: Decimal
    unit: str
    about: bool = False


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find the quantities in Chinese numerals in `text`, in order.

    Numbers that measure nothing are left out: ordinals (第三), dates (二〇〇六年), periods
    (十一五), names (三农, 四个全面), articles (一个, 一批). Those in digits are `find_numbers`'.
    """
    found = (_quantity(text, match) for match in _QUANTITY.finditer(text))
    return tuple(one for one in found if one is not None)


def parse_amount(numeral: str) -> Decimal | None:
    """Return the value of a numeral as one counts (一千二百万, 二点五, 一百零五), or None.

    Digits in a row (二〇〇六, 三五) and short forms (三万五) have none.
    """
    whole, _, decimals = numeral.partition("点")
    value = _whole(whole)
    if value is None:
        return None
    return Decimal(
        f"{value}.{''.join(str(_DIGITS[one]) for one in decimals)}" if decimals else value
    )


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    span = Span(*match.span())
    if match["of"]:
        share = Decimal(100) if match["share"] == "百" else parse_amount(match["share"])
        unit = _UNITS_OF_SHARES[match["base"]]
        return None if share is None else Quantity(span, span, share, unit)
    tenths = match["near"] or match["tenths"]
    if tenths:
        return Quantity(span, span, Decimal(10 * _DIGITS[tenths]), "%")
    numeral, unit = match["numeral"], match["unit"] or match["counter"]
    value = parse_amount(numeral)
    if value is None or _NAMES.match(text, span.start):
        return None
    if match["counter"] and (value < 2 or numeral == "二"):
        return None
    if unit == "年" and (value < 2 or numeral == "二") and not text.startswith(_WITHIN, span.end):
        return None
    return Quantity(span, Span(*match.span("numeral")), value, unit, match["about"] is not None)


def _whole(numeral: str) -> int | None:
    """Return the value of a whole numeral whose units descend, or None."""
    if numeral in {"零", "〇"}:
        return 0
    if not numeral.startswith("十") and numeral[0] not in _DIGITS:
        # 百年, 千家万户: a unit alone counts nothing.
        return None
    for sign, size in (("亿", _MYRIADS["亿"]), ("万", _MYRIADS["万"])):
        head, found, tail = numeral.rpartition(sign)
        if not found:
            continue
        above = _whole(head) if head else None
        below = _whole(tail.lstrip("零〇")) if tail else 0
        if above is None or below is None or (0 < below < size // 10 and tail[0] not in "零〇"):
            return None
        return above * size + below
    return _section(numeral)


def _section(numeral: str) -> int | None:
    """Return the value of a numeral below ten thousand, or None."""
    total, digit, least = 0, None, 10_000
    for index, one in enumerate(numeral):
        if one in _POWERS:
            power = _POWERS[one]
            if power >= least or (digit is None and (one != "十" or index)):
                return None
            total += (1 if digit is None else digit) * power
            digit, least = None, power
        elif digit not in {None, 0}:
            return None
        else:
            digit = _DIGITS[one]
            if digit == 0 and index == 0:
                return None
            zero = index > 0 and numeral[index - 1] in "零〇"
            if digit and index and least > 10 and index == len(numeral) - 1 and not zero:
                return None
    return total + (digit or 0)

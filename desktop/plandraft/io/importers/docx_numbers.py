"""Write numbers in the formats that Word's automatic numbering knows."""

from __future__ import annotations

from collections.abc import Callable

from plandraft.core.text.numbering import chinese_numeral

_HEAVENLY_STEMS = "甲乙丙丁戊己庚辛壬癸"
_EARTHLY_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_POSITIONAL = str.maketrans("0123456789", "〇一二三四五六七八九")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
# Word repeats letters (aa, bbb) without end; a damaged start value must not fill memory.
_LARGEST_LETTER = 26 * 30
_LARGEST_CHINESE = 9999


def format_number(value: int, number_format: str) -> str:
    """Write `value` in the format that w:numFmt names; unknown formats are decimal."""
    if number_format in {"none", "bullet"}:
        return ""
    writer = _WRITERS.get(number_format, str)
    return writer(value)


def _chinese(value: int) -> str:
    return chinese_numeral(value) if 0 <= value <= _LARGEST_CHINESE else str(value)


def _legal(value: int) -> str:
    # In legal writing the leading 一 of 一十 is kept: 壹拾.
    written = ("一" if 10 <= value < 20 else "") + _chinese(value)
    return written.translate(_LEGAL)


def _positional(value: int) -> str:
    return str(value).translate(_POSITIONAL)


def _roman(value: int) -> str:
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    written = ""
    for unit, letters in _ROMAN:
        count, value = divmod(value, unit)
        written += letters * count
    return written


def _letter(value: int) -> str:
    if not 0 < value <= _LARGEST_LETTER:
        return str(value)
    repeats, index = divmod(value - 1, 26)
    return chr(ord("a") + index) * (repeats + 1)


def _cyclic(letters: str) -> Callable[[int], str]:
    return lambda value: letters[(value - 1) % len(letters)] if value > 0 else str(value)


def _enclosed(first: str, count: int) -> Callable[[int], str]:
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= count else str(value)


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedCircle": _enclosed("①", 20),
    "decimalEnclosedCircleChinese": _enclosed("①", 20),
    "decimalEnclosedParen": _enclosed("⑴", 20),
    "decimalEnclosedFullstop": _enclosed("⒈", 20),
    "ideographEnclosedCircle": _enclosed("㊀", 10),
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerLetter": _letter,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographDigital": _positional,
    "japaneseDigitalTenThousand": _positional,
    "taiwaneseDigital": _positional,
    "ideographTraditional": _cyclic(_HEAVENLY_STEMS),
    "ideographZodiac": _cyclic(_EARTHLY_BRANCHES),
}

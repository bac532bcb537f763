"""Name the letters of a PDF by what people search for.

Qt names a glyph by the first code point that leads to it. In the Noto faces that is often a radical
(⾼, ⻚) in place of the letter itself (高, 页): it looks the same and no search finds it.
"""

from __future__ import annotations

import re
import unicodedata

# What Unicode decomposes needs no table; these radicals are letters of their own by their shape.
_SUPPLEMENT = dict(
    zip(
        "⺁⺎⺝⺟⺠⺩⺬⺶⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂兀月母民王示羊肉虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
_KANGXI = {chr(one): unicodedata.normalize("NFKC", chr(one)) for one in range(0x2F00, 0x2FD6)}
_CODES = {
    f"{ord(radical):04X}".encode(): f"{ord(letter):04X}".encode()
    for radical, letter in {**_KANGXI, **_SUPPLEMENT}.items()
}
_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
# Names of glyphs stand in a list, or behind a range of one glyph.
_LIST = re.compile(rb"\[[^\]]*\]")
_SINGLE = re.compile(rb"(<([0-9A-F]{4})> <\2> <)([0-9A-F]{4})(?=>)")
_CODE = re.compile(rb"(?<=<)[0-9A-F]{4}(?=>)")


def name_letters(data: bytes) -> bytes:
    """Return a PDF of Qt with radicals named as the letters they are; nothing else is changed."""
    return _MAP.sub(lambda found: _mended(found.group()), data)


def _mended(names: bytes) -> bytes:
    listed = _LIST.sub(lambda found: _CODE.sub(_letter, found.group()), names)
    return _SINGLE.sub(lambda found: found[1] + _CODES.get(found[3], found[3]), listed)


def _letter(found: re.Match[bytes]) -> bytes:
    return _CODES.get(found.group(), found.group())

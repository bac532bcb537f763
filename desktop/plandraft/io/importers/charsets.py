"""Decode marked-up text by what it declares, and by its look where that is wrong."""

from __future__ import annotations

import codecs
import re

from plandraft.io.importers.text_reader import decode_text

_HEAD = 4096
_DECLARED = re.compile(
    rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)|<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_MARKS = (
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    b"\x84\x31\x95\x33",
)
# Pages say gb2312 and use all of GB 18030.
_CHINESE = frozenset({"gb2312", "gbk", "gb_2312-80", "gb18030", "x-gbk", "cp936", "hz-gb-2312"})
_TRADITIONAL = frozenset({"big5", "big-5", "x-x-big5", "cn-big5", "big5-eten", "cp950"})
# What a declaration that could be read as ASCII cannot mean, or means nothing by.
_IMPOSSIBLE = ("utf-16", "utf-32", "ucs-2", "unicode", "utf-7", "ascii", "iso-8859", "windows-1252")
# A page may hold some wrong bytes; with more than this share its declaration is wrong.
_MOST_WRONG = 0.005


def decode_markup(data: bytes, declared: str = "") -> tuple[str, str, bool]:
    """Return text, codec name, and whether the codec was guessed.

    `declared` is what stands outside the text (a mail header) and wins over what stands inside.
    """
    if not data.startswith(_MARKS):
        found = _DECLARED.search(data[:_HEAD])
        inner = (found.group(1) or found.group(2)).decode("ascii", "replace") if found else ""
        for name in (declared, inner):
            codec = python_codec(name)
            text = _decode_well(data, codec) if codec else None
            if text is not None:
                return text, codec, False
    return decode_text(data)


def python_codec(name: str) -> str:
    """Return the Python codec for a declared charset, or "" where it says nothing useful."""
    name = name.strip().lower()
    if name in _CHINESE:
        return "gb18030"
    if name in _TRADITIONAL:
        return "cp950"
    if not name or name.startswith(_IMPOSSIBLE):
        return ""
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""


def _decode_well(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec, errors="replace")
    except (UnicodeError, LookupError):
        # Codecs of bytes (base64, zip) have names too and are none of text.
        return None
    wrong = text.count("\ufffd")
    return text if wrong <= _MOST_WRONG * len(text) else None

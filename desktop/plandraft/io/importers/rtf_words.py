"""The control words of RTF that the text depends on, and its code pages."""

from __future__ import annotations

# Windows charsets of fonts → codecs; 1 is the document's own.
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOL_CHARSET = 2
_CODE_PAGES = {
    936: "gb18030",
    54936: "gb18030",
    65001: "utf-8",
    10000: "mac_roman",
    10008: "gb2312",
}
MULTI_BYTE = frozenset({"gb18030", "cp950", "cp932", "cp949", "johab", "utf-8", "gb2312"})
WESTERN = "cp1252"

CHARACTERS = {
    "tab": "\t", "line": "\v", "lbr": "\v", "page": "\v", "column": "\v", "softline": "",
    "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": "\u3000", "enspace": "\u2002",
    "qmspace": "\u2005", "nestcell": "\t", "nestrow": "\v",
}  # fmt: skip
SYMBOLS = {"~": "\xa0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\t": "\t", ":": ""}
# What stands in groups of these is not the text of the document.
IGNORED = frozenset({
    "colortbl", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl",
    "footerr", "footerf", "footnote", "annotation", "atnid", "atnauthor", "objdata", "objclass",
    "nonshppict", "themedata", "colorschememapping", "fldinst", "xe", "tc", "tcn", "rxe",
    "datafield", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "bkmkstart",
    "bkmkend", "template", "filetbl", "latentstyles", "private", "sn", "sv", "pntxta", "pntxtb",
    "shprslt", "upr", "nonesttables", "falt", "panose", "txe", "ftnsep", "ftnsepc", "aftnsep",
    "aftnsepc", "operator", "author", "title", "comment",
})  # fmt: skip
# Groups that may be left out by readers that do not know them, and hold text nevertheless.
KNOWN_OPTIONAL = frozenset({"shpinst", "shptxt", "ud"})


def codec_of_page(page: int, default: str = WESTERN) -> str:
    r"""Return the codec of the code page that \ansicpg names."""
    if page in _CODE_PAGES:
        return _CODE_PAGES[page]
    return f"cp{page}" if page in _WINDOWS_PAGES else default


def codec_of_charset(charset: int, default: str) -> str:
    r"""Return the codec of the charset that \fcharset names."""
    return _CHARSETS.get(charset, default)


_WINDOWS_PAGES = frozenset({437, 850, 852, 866, 874, 932, 949, 950, *range(1250, 1259)})

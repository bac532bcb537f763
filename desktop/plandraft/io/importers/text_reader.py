"""Read a text file whatever its encoding: BOM, UTF-8, UTF-16, GB18030, Big5; Markdown too."""

from __future__ import annotations

import codecs
import re

from plandraft.core.model.document import DocumentWarning, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.markdown_text import is_markdown, read_markdown
from plandraft.io.importers.reading import Reading

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Characters that Chinese text of any genre is full of, with its marks and ASCII.
_COMMON = re.compile(
    r"[\t\r\n -~\u00a0\u3000，。、；：！？“”‘’（）《》〔〕％"
    r"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
    r"学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些"
    r"然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建设"
    # The same words in the characters of Hong Kong and Taiwan, where they differ.
    r"國個這為們來時說會學對發經動過業麼當見開關現實後進點無還問機體樣從應將兩長種門間東與車電話視聽寫"
    r"區劃標規設務產資訊環數據雲網絡絡構統計劃議報導總結續專項質量積極優勢強協調聯農鄉鎮縣財政團隊處辦廳畫"
    r"負責組織領導廣場傳輸運營衛護療養險權證書記錄檔館圖藝術歷史選舉檢討論請須並於其內僅達較幾萬億歲"
    r"市县区信息规划项目推进发展加强管理服务体系基础资源企业农村城提保障安全技术工程政府]"
)
_HAN_AND_MARKS = re.compile("[\t\r\n -~\u2010-\u2030\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
# UTF-16 is nothing but Han and marks where the right half comes first ...
_ALL_HAN = 0.95
# ... and so are pairs of ASCII letters, but then nearly all bytes are those.
_MOST_ASCII = 0.75
_ASCII = bytes(range(0x20, 0x7F))
# Big5 must look this much better than GB18030, which is the usual one.
_BETTER = 0.1
# Shares of common characters: true text has 0.6 and more, bytes read in the wrong width under 0.1.
_TRUE_TEXT = 0.3
_SAMPLE = 20_000
# A text may have lost some bytes on its way; with more than this share it is no text.
_MOST_UNDECODABLE = 0.02
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_MOST_CONTROLS = 0.002


def read_text(data: bytes) -> Reading:
    """Read the text in `data`: BOM, then strict UTF-8, then UTF-16, GB18030 or Big5 by its look.

    UTF-8 that lost some bytes on its way is told from GB18030 by its look.

    Raises PlanError FILE_BINARY when no encoding gives text.
    """
    text, encoding, guessed = decode_text(data)
    if _is_binary(text):
        raise PlanError(ErrorCode.FILE_BINARY)
    warnings = []
    if guessed:
        warnings.append(DocumentWarning(WarningCode.ENCODING_GUESSED, detail=encoding))
    if is_markdown(text):
        return read_markdown(text).reading("md", encoding=encoding, warnings=warnings)
    return Reading(text, "txt", encoding, warnings=tuple(warnings))


def decode_text(data: bytes) -> tuple[str, str, bool]:
    """Return text, codec name, and whether the codec was guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :] if encoding == "gb18030" else data
            return body.decode(encoding, errors="replace"), encoding, False
    plain = _strict_utf_8(data)
    # UTF-16 can be valid UTF-8 by chance, but then it is full of control characters.
    if plain is not None and not _CONTROLS.search(plain):
        return plain, "utf-8", False
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace"), wide, True
    if plain is not None:
        return plain, "utf-8", False
    shares = {
        encoding: _likeness(data[:_SAMPLE].decode(encoding, errors="replace"))
        for encoding in ("gb18030", "utf-8", "cp950")
    }
    encoding = "gb18030" if shares["gb18030"] >= shares["utf-8"] else "utf-8"
    if shares["cp950"] > shares[encoding] + _BETTER:
        encoding = "cp950"
    return data.decode(encoding, errors="replace"), encoding, True


def _wide_encoding(data: bytes) -> str:
    """Return the UTF-16 that `data` is in without a mark, or ""."""
    sample = data[: _SAMPLE * 2]
    ascii_share = 1 - len(sample.translate(None, _ASCII)) / max(1, len(sample))
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        if _common_share(text) >= _TRUE_TEXT:
            return encoding
        han = len(_HAN_AND_MARKS.findall(text)) / max(1, len(text))
        if han >= _ALL_HAN and ascii_share < _MOST_ASCII:
            return encoding
    return ""


def _strict_utf_8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _likeness(sample: str) -> float:
    """Return the share of common characters less that of bytes that could not be decoded."""
    return _common_share(sample) - sample.count("\ufffd") / max(1, len(sample))


def _common_share(sample: str) -> float:
    return len(_COMMON.findall(sample)) / max(1, len(sample))


def _is_binary(text: str) -> bool:
    length = max(1, len(text))
    return (
        # A letter that is cut at either end is no sign of anything.
        text.strip("\ufffd").count("\ufffd") / length > _MOST_UNDECODABLE
        or len(_CONTROLS.findall(text)) / length > _MOST_CONTROLS
    )

"""Read a text file whatever its encoding: BOM, UTF-8, UTF-16, GB18030."""

from __future__ import annotations

import codecs
import re

from plandraft.core.model.document import DocumentWarning, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
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
    r"市县区信息规划项目推进发展加强管理服务体系基础资源企业农村城提保障安全技术工程政府]"
)
# Shares of common characters: true text has 0.6 and more, bytes read in the wrong width under 0.1.
_TRUE_TEXT = 0.3
_SAMPLE = 20_000
# A text may have lost some bytes on its way; with more than this share it is no text.
_MOST_UNDECODABLE = 0.02
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_MOST_CONTROLS = 0.002


def read_text(data: bytes) -> Reading:
    """Read the text in `data`: BOM, then strict UTF-8, then UTF-16 by its look, then GB18030.

    UTF-8 that lost some bytes on its way is told from GB18030 by its look.

    Raises PlanError FILE_BINARY when no encoding gives text.
    """
    text, encoding, guessed = decode_text(data)
    if _is_binary(text):
        raise PlanError(ErrorCode.FILE_BINARY)
    warnings = []
    if guessed:
        warnings.append(DocumentWarning(WarningCode.ENCODING_GUESSED, detail=encoding))
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
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = data[: _SAMPLE * 2].decode(encoding, errors="replace")
        if _common_share(sample) >= _TRUE_TEXT:
            return data.decode(encoding, errors="replace"), encoding, True
    if plain is not None:
        return plain, "utf-8", False
    readings = [
        (data.decode(encoding, errors="replace"), encoding) for encoding in ("gb18030", "utf-8")
    ]
    text, encoding = max(readings, key=lambda reading: _common_share(reading[0][:_SAMPLE]))
    return text, encoding, True


def _strict_utf_8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _common_share(sample: str) -> float:
    return len(_COMMON.findall(sample)) / max(1, len(sample))


def _is_binary(text: str) -> bool:
    length = max(1, len(text))
    return (
        text.count("\ufffd") / length > _MOST_UNDECODABLE
        or len(_CONTROLS.findall(text)) / length > _MOST_CONTROLS
    )

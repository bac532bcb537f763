"""Find damage in a text: shifted bytes, private-use marks, marks and titles that were lost."""

from __future__ import annotations

import re

from plandraft.core.model.document import DocumentWarning, WarningCode

_PRIVATE = re.compile("[\ue000-\uf8ff]")
# A mark of layout stands beside blanks; a shifted byte stands among letters.
_AMONG_LETTERS = re.compile(r"(?<![\s\ue000-\uf8ff])[\ue000-\uf8ff]{1,3}(?![\s\ue000-\uf8ff])")
# Bytes shifted by one make a private-use character about every fourth letter; marks stand alone.
_SHIFTED_GAP = 40
_SHIFTED_MINIMUM = 4
_STOP_BETWEEN_LETTERS = re.compile(r"(?<=[\u3400-\u9fff0-9'’])\.(?=[\u3400-\u9fff'‘])")
_ORDINARY_MARKS = "，。、；"
# Fewer stops than this tell nothing about a text; and ordinary marks must be rare beside them.
_STOPS_MINIMUM = 10
_STOPS_PER_MARK = 5
# 普及率达到30.5，: a share without % and without any other unit behind it.
_BARE_SHARE = re.compile(
    r"(?:率|比例|比重|增长|增幅|占|下降|降低)[^0-9。，；、.\n%％]{0,8}\d+(?:\.\d+)?(?=[.，。、；;,](?!\d))"
)
# One may be a slip of the pen; where a web page lost them, all are gone.
_BARE_SHARES_MINIMUM = 3
# 发布的中 and 下发了.和: the title in 《》 was taken for markup and dropped.
_LOST_TITLE = re.compile(
    # The engine skips to one of the first letters, which it cannot do for whole words.
    r"[发印下制出颁按根][布发定台达照据](?:"
    r"(?<=发布|印发|下发|制定|出台|颁布|下达)(?:的(?=[中，。.])|了(?=[.，。和、]))"
    r"|(?<=按照|根据)(?=[.，。](?!\d)))"
)
# Where each kind of damage that is only reported stands, one match a place.
PATTERNS_OF_DAMAGE = {
    WarningCode.PRIVATE_USE_MARKS: _PRIVATE,
    WarningCode.FULL_STOPS_FOR_ALL_MARKS: _STOP_BETWEEN_LETTERS,
    WarningCode.LOST_PERCENT_SIGNS: _BARE_SHARE,
    WarningCode.LOST_TITLES: _LOST_TITLE,
}


def uses_full_stops_only(text: str) -> int:
    """Return how many '.' stand for Chinese marks if that is the text's habit, else 0."""
    least = max(_STOPS_MINIMUM, _STOPS_PER_MARK * sum(map(text.count, _ORDINARY_MARKS)))
    if text.count(".") < least:
        return 0
    stops = len(_STOP_BETWEEN_LETTERS.findall(text))
    return stops if stops >= least else 0


def shifted_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Find the stretches that hold private-use characters as densely as shifted bytes do."""
    if _PRIVATE.search(text) is None:
        return ()
    stretches: list[tuple[int, int]] = []
    cluster: list[int] = []
    for found in _AMONG_LETTERS.finditer(text):
        if cluster and found.start() - cluster[-1] > _SHIFTED_GAP:
            _close(cluster, stretches)
            cluster = []
        cluster.append(found.start())
    _close(cluster, stretches)
    return tuple(stretches)


def _close(cluster: list[int], stretches: list[tuple[int, int]]) -> None:
    if len(cluster) >= _SHIFTED_MINIMUM:
        stretches.append((cluster[0], cluster[-1] + 1))


def damage_warnings(text: str) -> tuple[DocumentWarning, ...]:
    """Describe the damage in `text` as it was read, layout and all."""
    warnings = []
    stretches = shifted_stretches(text)
    inside = sum(
        len(_PRIVATE.findall(text, max(0, start - _SHIFTED_GAP), end + _SHIFTED_GAP))
        for start, end in stretches
    )
    private = len(_PRIVATE.findall(text)) - inside
    if private:
        warnings.append(DocumentWarning(WarningCode.PRIVATE_USE_MARKS, private))
    if stretches:
        warnings.append(DocumentWarning(WarningCode.SHIFTED_BYTES, len(stretches)))
    if stops := uses_full_stops_only(text):
        warnings.append(DocumentWarning(WarningCode.FULL_STOPS_FOR_ALL_MARKS, stops))
    if (shares := len(_BARE_SHARE.findall(text))) >= _BARE_SHARES_MINIMUM:
        warnings.append(DocumentWarning(WarningCode.LOST_PERCENT_SIGNS, shares))
    if titles := len(_LOST_TITLE.findall(text)):
        warnings.append(DocumentWarning(WarningCode.LOST_TITLES, titles))
    if undecoded := text.count("\ufffd"):
        warnings.append(DocumentWarning(WarningCode.UNDECODABLE_BYTES, undecoded))
    return tuple(warnings)

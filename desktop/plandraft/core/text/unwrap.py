"""Join lines that were broken at a fixed width (mail, terminals, text out of a PDF)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plandraft.core.model.spans import OffsetMap, OffsetRun
from plandraft.core.text.numbering import label_at
from plandraft.core.text.titles import is_annex_mark, is_date, is_furniture, is_unit

# Widths in columns: a Chinese letter takes two. Narrower lines are verse, wider ones paragraphs.
_NARROWEST = 36
_WIDEST = 132
# A line may stand so far over the width (a mark hanging at its end) or stop short of it.
_SLACK = 2
# A few lines may be wider (an address, a table); more of them and there is no fixed width.
_WIDER = 0.02
_CANDIDATES = 4
# Where a beginning of this length has so large a share of long lines no more is looked at.
_SAMPLE = 10_000
_MANY = 0.1
# Fewer joints than this, or than this share of the lines, may be chance.
_FEWEST_JOINTS = 5
_LEAST_JOINED = 0.2
# Lines cut at a width end in the middle of a clause; paragraphs and items end with a mark ...
_MOST_ENDED = 0.25
# ... and prose has marks inside its lines, which names in a list do not.
_LEAST_PROSE = 0.6
# ... nor do its lines begin alike, as those of a list or of a program do.
_BEGINNING = 3
_BEGINNINGS = 200
_LEAST_OWN = 0.5
# Lines that stop short for no reason show a list: titles and signatures, and this share beside.
_MOST_SHORT = 0.2
_SHORT_ANYWAY = 3
# So many first lines set in (or blank lines) show that each paragraph begins like that.
_FEWEST_BEGINNINGS = 2
_BREAK = re.compile("[\n\v]")
_INDENT = re.compile(r"[ \u3000\u00a0]*")
_COLUMNS = re.compile(r"\t|\S[ \u3000\u00a0]{2,}\S|[|│┃─━┌└├]|[.．…·]{4,}")
_BULLET = re.compile(r"[-*•·●○■□◆◇▪>※#]|[—–]{2}|(?:注|附|附件|抄送|主题词)[:：]")
_ENDED = re.compile("[。！？；：!?;.][”’」』）)》]?$")
_MARK = re.compile("[，。、；：,;]|[.:](?=[ \u3400-\u9fff])")
# What cannot be parted from the letter before it, and what is kept as a word.
_UNIT = re.compile(r"[“‘（(《〈]*(?:[!-~]+|.)[，。、；：！？”’）)》〉％%]*")
# A longer word than this is an address: it tells nothing of the line before it.
_LONGEST_WORD = 24
_WORD_END, _WORD_START = re.compile(r"[!-~]$"), re.compile(r"[0-9A-Za-z(]")
_CHINESE = 0.25
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """Hold a text whose lines were joined.

    `kept[i]` is the number of line feeds before line i of `text` in the source; `joints` is how
    many breaks were taken out; `source_map` leads back to the text as it was read.
    """

    text: str
    source_map: OffsetMap
    kept: tuple[int, ...]
    joints: int


@dataclass(frozen=True, slots=True)
class _Line:
    """Hold a line without the blanks around it; widths and indent in columns."""

    start: int
    end: int
    text: str
    indent: int
    width: int
    number: int


def unwrap(source: str, fixed: frozenset[int] = frozenset()) -> Unwrapped | None:
    """Join the lines of `source` if they were broken at a fixed width; None if they were not.

    The lines with the numbers `fixed` (line feeds before them) are what their file says they are
    and stay. Headings, items, tables, signatures and whatever is set apart by a blank line or by
    an indent stay too. Linear in the length of `source`.
    """
    lines = _lines(source)
    width = _fixed_width(lines)
    if width is None:
        return None
    margin = _margin(lines, width)
    joints = _joints(lines, width, margin, fixed)
    if not _convincing(lines, joints) or _stops_short(lines, width, margin, len(joints)):
        return None
    return _joined(source, lines, joints, width)


def _lines(source: str) -> list[_Line]:
    """Return the lines; a blank one is kept as a line without text.

    Returns none where so many are long that there can be no width: the usual case, and quick.
    """
    lengths = [len(line) for line in source[:_SAMPLE].replace("\v", "\n").split("\n")]
    longer = sum(1 for length in lengths if length > _WIDEST + _SLACK)
    if len(lengths) <= _FEWEST_JOINTS or longer > _MANY * len(lengths):
        return []
    lines: list[_Line] = []
    number, start = 0, 0
    ends = [(found.start(), found.end()) for found in _BREAK.finditer(source)]
    for end, after in (*ends, (len(source), len(source))):
        indent = _INDENT.match(source, start, end)
        begin = indent.end() if indent else start
        text = source[begin:end].rstrip()
        margin = _columns(source[start:begin])
        width = margin + _columns(text)
        lines.append(_Line(begin, begin + len(text), text, margin, width, number))
        number += source.count("\n", end, after)
        start = after
    return lines


def _columns(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + sum(unicodedata.east_asian_width(one) in "WFA" for one in text)


def _fixed_width(lines: Sequence[_Line]) -> int | None:
    """Return the width at which most lines were full, or None."""
    filled = sorted((line.width for line in lines if line.text), reverse=True)
    if len(filled) <= _FEWEST_JOINTS:
        return None
    wider = int(len(filled) * _WIDER)
    best: tuple[int, int] | None = None
    for width in sorted(set(filled[: wider + _CANDIDATES]), reverse=True):
        over = sum(1 for one in filled if one > width + _SLACK)
        if over > wider or not _NARROWEST <= width <= _WIDEST:
            continue
        full = sum(
            1
            for line, after in pairwise(lines)
            if line.text and after.text and _is_full(line, after, width)
        )
        if best is None or full > best[0]:
            best = (full, width)
    return best[1] if best and best[0] >= _FEWEST_JOINTS else None


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Tell whether the first word of the line `after` had no room at the end of `line`."""
    unit = _UNIT.match(after.text)
    wanted = min(_columns(unit.group()), _LONGEST_WORD) if unit else 0
    return line.width + wanted > width - _SLACK


def _joints(lines: Sequence[_Line], width: int, margin: int, fixed: frozenset[int]) -> list[int]:
    """Return the indexes of the lines that go on in the next one."""
    marked = _paragraphs_are_marked(lines, margin)
    joints = []
    for index, (line, after) in enumerate(pairwise(lines)):
        if not line.text or not after.text or {line.number, after.number} & fixed:
            continue
        if not _is_full(line, after, width) or abs(after.indent - margin) > 1:
            continue
        if not marked and _ENDED.search(line.text):
            continue
        if _stands_alone(line.text) or _stands_alone(after.text) or _begins(lines, index + 1):
            continue
        joints.append(index)
    return joints


def _margin(lines: Sequence[_Line], width: int) -> int:
    """Return the usual indent of lines below a full one: those that go on with a paragraph."""
    begins = Counter(
        after.indent
        for line, after in pairwise(lines)
        if line.text and after.text and _is_full(line, after, width)
    )
    usual, _ = min(begins.items(), key=lambda item: (-item[1], item[0]))
    return usual


def _paragraphs_are_marked(lines: Sequence[_Line], margin: int) -> bool:
    """Tell whether paragraphs begin with an indent or behind a blank line throughout."""
    beginnings = sum(
        1
        for before, line in pairwise(lines)
        if line.text
        and label_at(line.text, 0, len(line.text)) is None
        and (line.indent > margin + 1 or not before.text)
    )
    return beginnings >= _FEWEST_BEGINNINGS


def _stands_alone(text: str) -> bool:
    return (
        _COLUMNS.search(text) is not None
        or is_date(text)
        or is_annex_mark(text)
        or is_furniture(text)
    )


def _begins(lines: Sequence[_Line], index: int) -> bool:
    """Tell whether the line is the first of something: an item, a signature."""
    text, before = lines[index].text, lines[index - 1].text if index else ""
    if _BULLET.match(text):
        return True
    if label_at(text, 0, len(text)) is not None:
        # 王五、赵 / 六、欧阳: what breaks off in prose goes on, with a number too.
        breaks_off = _MARK.search(before) and not _ENDED.search(before)
        return not breaks_off or label_at(before, 0, len(before)) is not None
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return is_unit(text) and is_date(below)


def _convincing(lines: Sequence[_Line], joints: Sequence[int]) -> bool:
    """Tell whether the joints are too many, and their lines too much like prose, for chance."""
    written = sum(1 for line in lines if line.text)
    if len(joints) < max(_FEWEST_JOINTS, _LEAST_JOINED * written):
        return False
    ended = sum(1 for index in joints if _ENDED.search(lines[index].text))
    prose = sum(1 for index in joints if _MARK.search(lines[index].text))
    looked_at = joints[:_BEGINNINGS]
    beginnings = {lines[index + 1].text[:_BEGINNING] for index in looked_at}
    if len(beginnings) < _LEAST_OWN * len(looked_at):
        return False
    return ended <= _MOST_ENDED * len(joints) and prose >= _LEAST_PROSE * len(joints)


def _stops_short(lines: Sequence[_Line], width: int, margin: int, joints: int) -> bool:
    """Tell whether many lines end before the width in the middle of what they say."""
    short = sum(
        1
        for index, (line, after) in enumerate(pairwise(lines))
        if line.text
        and after.text
        and abs(after.indent - margin) <= 1
        and not _is_full(line, after, width)
        and not _ENDED.search(line.text)
        and not _stands_alone(line.text)
        and not _begins(lines, index)
        and not _begins(lines, index + 1)
    )
    return short > _SHORT_ANYWAY + _MOST_SHORT * joints


def _joined(source: str, lines: Sequence[_Line], joints: Sequence[int], width: int) -> Unwrapped:
    # Among Chinese letters programs cut at the very column, through words and numbers too.
    cuts_words = len(_HAN.findall(source)) > _CHINESE * len(source)
    parts: list[str] = []
    runs: list[OffsetRun] = []
    kept = [0]
    position, start, target = 0, 0, 0
    for index in joints:
        line, after = lines[index], lines[index + 1]
        words = _WORD_END.search(line.text) and _WORD_START.match(after.text)
        if words and cuts_words and line.width >= width - 1 - _SLACK:
            words = None
        stretch = source[start : line.end]
        runs.append(OffsetRun(target, start, len(stretch)))
        kept += [position + at + 1 for at in range(stretch.count("\n"))]
        parts += [stretch, " " if words else ""]
        target += len(stretch) + len(parts[-1])
        position, start = after.number, after.start
    runs.append(OffsetRun(target, start, len(source) - start))
    kept += [position + at + 1 for at in range(source.count("\n", start))]
    return Unwrapped(
        "".join(parts) + source[start:], OffsetMap(tuple(runs)), tuple(kept), len(joints)
    )

"""When a plan was made, by what it says itself, and which of several was first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plandraft.core.model.document import BlockKind, Document

_HAN_DIGITS = str.maketrans("〇○OＯoο零一二三四五六七八九", "0000000123456789")
_DIGIT = "[0-9〇○OＯoο零一二三四五六七八九]"
_DATE = re.compile(
    rf"(?<!{_DIGIT})(?P<year>{_DIGIT}{{4}})年"
    r"(?:\s*(?P<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:\s*(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日)?)?"
    r"|(?<![0-9])(?P<y>[0-9]{4})[-./](?P<m>[0-9]{1,2})(?:[-./](?P<d>[0-9]{1,2}))?(?![0-9])"
)
_EARLIEST, _LATEST = 1949, 2100


@dataclass(frozen=True, slots=True)
class IssueDate:
    """Hold a date; month and day are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0

    def is_before(self, other: IssueDate) -> bool:
        """Tell whether it is certainly before `other`, as far as both are known."""
        pairs = ((self.month, other.month), (self.day, other.day))
        if self.year != other.year:
            return self.year < other.year
        for ours, theirs in pairs:
            if not ours or not theirs:
                return False
            if ours != theirs:
                return ours < theirs
        return False


def issue_date(document: Document, known: str = "") -> IssueDate | None:
    """Return when a plan was made: `known`, a date or year as the library has it, else its text.

    What is known counts more than the first date line of the text, which only adds the day to a
    year that is the same.
    """
    given = parse_date(known) or parse_date(f"{known}年")
    written = None
    for block in document.blocks:
        if block.kind is BlockKind.DATE:
            written = written or parse_date(document.block_text(block))
    if given and (written is None or given.month or given.year != written.year):
        return given
    return written


def parse_date(text: str) -> IssueDate | None:
    """Return the first date in a text: 2006年3月20日, 二〇〇六年三月, 2006-03-20."""
    found = _DATE.search(text)
    if found is None:
        return None
    if found["y"]:
        parts = int(found["y"]), int(found["m"]), int(found["d"] or 0)
    else:
        year = int(found["year"].translate(_HAN_DIGITS))
        parts = year, _number(found["month"]), _number(found["day"])
    if not _EARLIEST <= parts[0] <= _LATEST or parts[1] > 12 or parts[2] > 31:
        return None
    return IssueDate(*parts)


def first_of(dates: Sequence[IssueDate | None], among: Iterable[int]) -> int | None:
    """Return which of `among` has a date before those of all others; None where nobody knows.

    One without a date leaves it open, and so do two of which neither is certainly before.
    """
    dated = [(at, dates[at]) for at in among]
    if len(dated) < 2 or any(date is None for _at, date in dated):
        return None
    for at, date in dated:
        assert date is not None
        if all(date.is_before(other) for one, other in dated if one != at and other is not None):
            return at
    return None


def _number(text: str | None) -> int:
    if not text:
        return 0
    if "十" not in text:
        return int(text.translate(_HAN_DIGITS))
    tens, _, ones = text.partition("十")
    value = int(tens.translate(_HAN_DIGITS) or "1") * 10
    return value + int(ones.translate(_HAN_DIGITS) or "0")

"""What a plan says of itself: place, period, date, issuing organ, number, kind; and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from plandraft.core.model.document import Block, BlockKind, Document
from plandraft.core.model.spans import Span
from plandraft.core.text.divisions import Place, PlaceLevel
from plandraft.core.text.periods import find_period, own_period, period_years
from plandraft.core.text.places import Gazetteer, find_places
from plandraft.core.text.titles import find_document_number

# Title, number and addressee stand so near the beginning, and a news item begins there.
_HEAD_BLOCKS = 12
# 云政发〔2026〕7号, with 签发人：… behind it perhaps.
_LONGEST_NUMBER_LINE = 40
_UNIT_LEVELS = (
    (("自治区", "省"), PlaceLevel.PROVINCE),
    (("自治州", "地区", "市", "州", "盟"), PlaceLevel.PREFECTURE),
    (("自治县", "县", "区", "旗"), PlaceLevel.COUNTY),
)
_UNIT = re.compile("自治区|自治州|自治县|地区|新区|市|县|区|省|州|盟|旗")
_NOTE = re.compile(r"[（(〔【][^）)〕】]*[）)〕】]$|[》”]$|\s+")
_ORGAN_IN_TITLE = re.compile(
    r"^(.{2,30}?(?:人民政府办公[厅室]|人民政府|委员会|委|办公[厅室]|领导小组|局|厅))关于"
)
_ORGAN_AFTER_UNIT = re.compile(r"印发$")
_NEWS_TITLE = re.compile(r"(?:召开|举行|举办|启动|揭牌|落户|开幕|闭幕|调研|视察|启用|上线|座谈)$")
_NEWS_OPENING = re.compile(r"(?:本报讯|新华社|记者|近日|日前|昨日|.{0,12}讯[（(\s])")
# The years of a period (2021—2025) say nothing of when the document was made.
_YEAR = re.compile(
    r"(?<![-—–－~～至\d])(?:19|20)\d\d(?!\d|年?\s*[-—–－~～至])|[一二][〇○OＯoο0零一二三四五六七八九]{3}"
)
_HAN_DIGITS = {one: str(value) for value, one in enumerate("零一二三四五六七八九")} | dict.fromkeys(
    "〇○OＯoο0", "0"
)


class DocumentKind(StrEnum):
    """Name the kinds of documents that drafters work with."""

    PLAN = "plan"
    OPINIONS = "opinions"
    SCHEME = "scheme"
    NOTICE = "notice"
    RULES = "rules"
    REPORT = "report"
    NEWS = "news"


_KINDS = (
    (("规划", "纲要"), DocumentKind.PLAN),
    (("意见", "决定"), DocumentKind.OPINIONS),
    (("方案", "计划", "要点", "任务分工", "措施"), DocumentKind.SCHEME),
    (("通知", "通告", "公告", "通报", "批复", "函"), DocumentKind.NOTICE),
    (("办法", "细则", "规定", "条例"), DocumentKind.RULES),
    (("报告", "总结", "说明", "研究"), DocumentKind.REPORT),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold a value and the span of the document's text that says it."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """Hold what a document says of itself; None and "" where it does not.

    `place` is the name as it stands there; `level`, `province` and `prefecture` (full names of
    what it lies in) are empty where several places share the name and the text does not tell
    which; `former` says that the place is no more. `years` are the first and last of the period.
    """

    place: Finding | None = None
    level: PlaceLevel | None = None
    province: str = ""
    prefecture: str = ""
    former: bool = False
    period: Finding | None = None
    years: tuple[int, int] | None = None
    year: Finding | None = None
    organ: Finding | None = None
    number: Finding | None = None
    kind: DocumentKind | None = None
    kind_span: Span | None = None


def find_metadata(document: Document, gazetteer: Gazetteer) -> Metadata:
    """Find what `document` says of itself; spans are of its text."""
    place = _place(document, gazetteer)
    division = _division(document, gazetteer, place) if place else None
    level = division.level if division else _level_of(place.value if place else "")
    period = _period(document)
    number = _number(document)
    kind, kind_span = _kind(document)
    return Metadata(
        place=place,
        level=level,
        province=division.province if division else "",
        prefecture=division.prefecture if division else "",
        former=division is not None and division.former,
        period=period,
        years=period_years(period.value) if period else None,
        year=_year(document, number),
        organ=_organ(document),
        number=number,
        kind=kind,
        kind_span=kind_span,
    )


def _head(document: Document, *kinds: BlockKind) -> Iterator[Block]:
    return (block for block in document.blocks[:_HEAD_BLOCKS] if block.kind in kinds)


def _place(document: Document, gazetteer: Gazetteer) -> Finding | None:
    """Return the place that the title or else the text names as the document's own."""
    known = gazetteer.with_names(document.place)
    for block in _head(document, BlockKind.TITLE):
        found: Span | None = None
        for mention in find_places(document.block_text(block), known):
            # 聊城市东昌府区: the last of names that follow each other is meant.
            if found is not None and mention.span.start != found.end:
                break
            if found is None and document.place not in {"", mention.name}:
                continue
            found = mention.span
        if found is not None:
            span = Span(block.span.start + found.start, block.span.start + found.end)
            return Finding(span.slice(document.text), span)
    if not document.place:
        return None
    for found_text in re.finditer(re.escape(document.place), document.text):
        unit = _UNIT.match(document.text, found_text.end())
        if unit is not None:
            return Finding(found_text.group() + unit.group(), Span(found_text.start(), unit.end()))
    return None


def _division(document: Document, gazetteer: Gazetteer, place: Finding) -> Place | None:
    """Return the place of this name, told from others by the provinces that the text names."""
    found = gazetteer.find(place.value)
    if len(found) <= 1:
        return found[0] if found else None
    counts = {one: _mentions_around(document.text, one) for one in found}
    best = max(counts.values())
    likely = [one for one in found if counts[one] == best]
    if len({(one.province, one.prefecture, one.level) for one in likely}) == 1:
        return likely[0]
    current = [one for one in likely if not one.former]
    if len(current) == 1:
        return current[0]
    levels = {one.level for one in likely}
    return Place(place.value, levels.pop()) if len(levels) == 1 else None


def _mentions_around(text: str, place: Place) -> int:
    """Count how often `text` names what `place` lies in; the prefecture tells more."""
    above = [
        Place(name, PlaceLevel.PROVINCE).short
        for name in (place.province, place.prefecture)
        if name
    ]
    return sum(weight * text.count(name) for weight, name in enumerate(above, 1))


def _level_of(name: str) -> PlaceLevel | None:
    for units, level in _UNIT_LEVELS:
        if name.endswith(units):
            return level
    return None


def _period(document: Document) -> Finding | None:
    value = own_period(document.title, document.text)
    if not value:
        return None
    places = [block.span for block in _head(document, BlockKind.TITLE)]
    for span in (*places, Span(0, len(document.text))):
        found = find_period(document.text, value, span)
        if found is not None:
            return Finding(value, found)
    return None


def _number(document: Document) -> Finding | None:
    """Return the number that stands by itself above the first heading; others are cited."""
    for block in document.blocks[:_HEAD_BLOCKS]:
        if block.kind in {BlockKind.HEADING, BlockKind.LIST_ITEM}:
            break
        found = find_document_number(document.text, block.span.start, block.span.end)
        if found is not None and block.span.length <= _LONGEST_NUMBER_LINE:
            return Finding("".join(document.text[slice(*found)].split()), Span(*found))
    return None


def _year(document: Document, number: Finding | None) -> Finding | None:
    """Return the year of the date, else that of the number, else that of the title."""
    dates = [block.span for block in document.blocks if block.kind is BlockKind.DATE]
    spans = dates[:1] + ([number.span] if number else [])
    spans += [block.span for block in _head(document, BlockKind.TITLE)]
    for span in spans:
        found = _YEAR.search(document.text, span.start, span.end)
        if found is not None:
            digits = "".join(_HAN_DIGITS.get(one, one) for one in found.group())
            return Finding(digits, Span(*found.span()))
    return None


def _organ(document: Document) -> Finding | None:
    for block in document.blocks:
        if block.kind is BlockKind.SIGNATURE:
            return Finding("".join(document.block_text(block).split()), block.span)
    for block in _head(document, BlockKind.TITLE):
        found = _ORGAN_IN_TITLE.match(document.block_text(block))
        if found is not None and not _ORGAN_AFTER_UNIT.search(found[1]):
            start = block.span.start
            return Finding(found[1], Span(start, start + len(found[1])))
    return None


def _kind(document: Document) -> tuple[DocumentKind | None, Span | None]:
    for block in _head(document, BlockKind.TITLE):
        line = document.block_text(block)
        bare = line
        while (shorter := _NOTE.sub("", bare)) != bare:
            bare = shorter
        for words, kind in _KINDS:
            for word in words:
                if bare.endswith(word):
                    at = block.span.start + line.rindex(word[-1]) - len(word) + 1
                    return kind, Span(max(block.span.start, at), at + len(word))
        if _NEWS_TITLE.search(bare):
            return DocumentKind.NEWS, block.span
    for block in _head(document, BlockKind.PARAGRAPH):
        found = _NEWS_OPENING.match(document.block_text(block))
        if found is not None:
            return DocumentKind.NEWS, Span(block.span.start, block.span.start + found.end())
        break
    return None, None

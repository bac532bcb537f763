"""Find the part of a web page that is its text: by the names that sites use, then by density."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from plandraft.io.importers.html_lines import BLOCKS, is_hidden

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What the sites of Chinese governments (and the systems that they run on) call their text.
_KNOWN_NAMES = frozenset({
    "ucap-content", "ucapcontent", "zoom", "zoomcon", "fontzoom", "trs_editor", "trs_ueditor",
    "trs_editor_view", "article-content", "articlecontent", "article_content", "article-con",
    "article-body", "articlebody", "artibody", "pages_content", "v_news_content", "vsb_content",
    "vsb_content_2", "vsb_content_4", "news_content", "newscontent", "news-content", "contentbody",
    "xxgk_content", "xxgk-content", "xxgkcontent", "js_content", "rich_media_content", "wzcon",
    "con_text", "content_article", "content-article", "ewb-article-info", "detail-content",
    "detail_content", "maintext", "main-text", "view-content", "custom_unionstyle",
})  # fmt: skip
# Shorter texts under a known name are a summary or a caption.
_SHORTEST_MAIN = 60
# The inner one of two nested candidates is as good when it has nearly all of the text.
_NEARLY_ALL = 0.9
_SHORTEST_PARAGRAPH = 12
_MOST_LINKED = 0.5
# Another container joins the text when it brings this much more of it.
_WORTH_WIDENING = 1.25
_FURNITURE_NAME = re.compile(
    r"(?:^|[-_ ])(?:nav|menu|footer|foot|header|head|top|crumbs?|breadcrumb|share"
    r"|sidebar|side|links?|copyright|toolbar|print|pager|pagination|related|search|login|banner|advert"
    r"|ads?)(?:$|[-_ ])",
    re.IGNORECASE,
)


class _Length(NamedTuple):
    """Hold how many letters an element has, and how many of them are links."""

    whole: int
    linked: int

    @property
    def linked_share(self) -> float:
        return self.linked / max(1, self.whole)


def find_main(body: etree._Element) -> tuple[etree._Element, bool]:
    """Return the element that holds the text, and whether its name said so.

    A page without furniture gives `body` itself.
    """
    lengths = _measure(body)
    named = _named(body, lengths)
    if named is not None:
        return named, True
    return _dense(body, lengths), False


def text_length(element: etree._Element) -> int:
    """Return the number of letters in `element`, blanks not counted."""
    return sum(_letters(str(text)) for text in element.itertext())


def drop_hidden(root: etree._Element, *, furniture: bool) -> None:
    """Take what is not shown out of the tree, and what is called navigation if `furniture`."""
    lengths = _measure(root) if furniture else {}
    dropped = []
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if not isinstance(element.tag, str):
            dropped.append(element)
        elif element is not root and (
            is_hidden(element) or (furniture and _is_furniture(element, lengths[element]))
        ):
            dropped.append(element)
            walker.skip_subtree()
    for element in dropped:
        _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if tail and before is not None:
        before.tail = _clean((before.tail or "") + tail)
    elif tail:
        parent.text = _clean((parent.text or "") + tail)
    parent.remove(element)


def _clean(text: str) -> str:
    """Leave out what the parser lets in and the tree does not take back."""
    return _NOT_XML.sub("", text)


def _names(element: etree._Element) -> list[str]:
    return f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()


def _is_furniture(element: etree._Element, length: _Length) -> bool:
    if element.tag in {"nav", "footer", "aside"}:
        return True
    if element.tag in {"html", "body", "p", "article", "main", "table", "tbody", "tr", "td"}:
        return False
    return any(_FURNITURE_NAME.search(name) for name in _names(element)) and (
        length.linked_share > _MOST_LINKED or length.whole < _SHORTEST_MAIN
    )


def _named(body: etree._Element, lengths: dict[etree._Element, _Length]) -> etree._Element | None:
    best: etree._Element | None = None
    longest = 0
    for element in body.iter(etree.Element):
        if _KNOWN_NAMES.isdisjoint(_names(element)):
            continue
        length = lengths[element].whole - lengths[element].linked
        inside = best is not None and best in element.iterancestors()
        if length >= _SHORTEST_MAIN and (
            length > longest or (inside and length >= _NEARLY_ALL * longest)
        ):
            best, longest = element, max(length, longest)
    return best


def _dense(body: etree._Element, lengths: dict[etree._Element, _Length]) -> etree._Element:
    """Return the container of most of the text that is not links."""
    scores: dict[etree._Element, float] = {}
    totals: dict[etree._Element, int] = {}
    for element in body.iter("p", "div", "td", "li", "pre", "section", "article", "h1", "h2", "h3"):
        if any(child.tag in BLOCKS for child in element):
            continue
        length = lengths[element].whole
        if length < _SHORTEST_PARAGRAPH or lengths[element].linked_share > _MOST_LINKED:
            continue
        for up, ancestor in enumerate(element.iterancestors()):
            totals[ancestor] = totals.get(ancestor, 0) + length
            if up < 2:
                scores[ancestor] = scores.get(ancestor, 0.0) + length / (up + 1)
            if ancestor is body:
                break
    if not scores:
        return body
    best = max(scores, key=lambda element: scores[element])
    for ancestor in list(best.iterancestors()):
        if ancestor is body.getparent():
            break
        if totals.get(ancestor, 0) > _WORTH_WIDENING * totals.get(best, 0):
            best = ancestor
    return best


def _measure(root: etree._Element) -> dict[etree._Element, _Length]:
    """Return the letters of every element below `root`, in one walk."""
    lengths: dict[etree._Element, _Length] = {}
    stack: list[list[int]] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            stack.append([_letters(element.text), 0])
            continue
        whole, linked = stack.pop()
        if element.tag == "a":
            linked = whole
        lengths[element] = _Length(whole, linked)
        if stack:
            stack[-1][0] += whole + _letters(element.tail)
            stack[-1][1] += linked
    return lengths


def _letters(text: str | None) -> int:
    return len("".join(text.split())) if text else 0

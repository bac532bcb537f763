"""Read saved web pages and documents saved as HTML; nothing is fetched."""

from __future__ import annotations

import re

from lxml import etree

from plandraft.core.model.document import BlockKind, DocumentWarning, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.text.structure import LineHint
from plandraft.io.importers.charsets import decode_markup
from plandraft.io.importers.html_lines import HtmlWalker
from plandraft.io.importers.html_main import drop_hidden, find_main, text_length
from plandraft.io.importers.lines import LineCollector
from plandraft.io.importers.reading import Reading

_TITLE = LineHint(BlockKind.TITLE)
_FURNITURE = LineHint(BlockKind.FURNITURE)
# The names of the meta elements that government sites have to give.
_TITLE_NAMES = ("articletitle", "og:title", "dc.title")
_LABELLED_NAMES = (
    ("发文字号", ("documentnumber", "docnumber", "filenumber", "wenhao", "fwzh")),
    ("成文日期", ("pubdate", "publishdate", "article:published_time", "dc.date")),
)
# 规划全文_云汀市人民政府 and 规划全文 - 云汀网: what stands before the site's name.
_SITE_NAME = re.compile(r"\s*(?:[_|｜]|\s[-–—]\s|[-–—]{2,}).*$", re.DOTALL)
# A title stands in the first lines or nowhere.
_LINES_WITH_TITLE = 12


def read_html(data: bytes) -> Reading:
    """Read the main text of the web page in `data`; raises PlanError FILE_DAMAGED."""
    return read_page(data, "html")


def read_page(data: bytes, form: str, declared: str = "") -> Reading:
    """Read a page whose charset a mail header may have `declared`."""
    text, encoding, guessed = decode_markup(data, declared)
    root = _parse(text)
    warnings = []
    if guessed:
        warnings.append(DocumentWarning(WarningCode.ENCODING_GUESSED, detail=encoding))
    body = root.find("body") if root is not None else None
    if root is None or body is None:
        return LineCollector().reading(form, encoding=encoding, warnings=warnings)
    title, labelled = _meta(root)
    heading = _first_heading(body)
    main, named = find_main(body)
    whole = text_length(body)
    drop_hidden(main, furniture=not named)
    lines = HtmlWalker().walk(main)
    if main is not body and (left_out := whole - text_length(main)) > 0:
        warnings.append(DocumentWarning(WarningCode.PAGE_AROUND_TEXT, left_out))
    own_title = title if title or main is body else heading or _page_title(root)
    _put_head(lines, own_title, labelled)
    return lines.reading(form, encoding=encoding, warnings=warnings)


def _parse(text: str) -> etree._Element | None:
    # The parser stops at a NUL, and wants bytes where the text names an encoding.
    content = text.replace("\0", "").encode("utf-8", errors="replace")
    # Without huge_tree all text below depth 256 is lost, and old pages close little.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if not content.strip():
            return None
        raise PlanError(ErrorCode.FILE_DAMAGED, reason="HTML") from error


def _meta(root: etree._Element) -> tuple[str, list[str]]:
    """Return the title, and 文号 and date as labelled lines, that meta elements give."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    title = next((found[name] for name in _TITLE_NAMES if name in found), "")
    labelled = []
    for label, names in _LABELLED_NAMES:
        value = next((found[name] for name in names if name in found), "")
        if value:
            labelled.append(f"{label}：{value}")
    return title, labelled


def _page_title(root: etree._Element) -> str:
    element = root.find(".//title")
    text = " ".join((element.text or "").split()) if element is not None else ""
    return _SITE_NAME.sub("", text)


def _first_heading(body: etree._Element) -> str:
    element = next(body.iter("h1"), None)
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def _put_head(lines: LineCollector, title: str, labelled: list[str]) -> None:
    """Put the title before the text if it is not in it, and what meta elements said behind."""
    wanted = "".join(title.split())
    at = -1
    if wanted:
        for index, (text, hint) in enumerate(lines.lines[:_LINES_WITH_TITLE]):
            if "".join(text.split()) == wanted and hint.kind in {None, BlockKind.TITLE}:
                lines.lines[index] = (text, _TITLE)
                at = index
                break
        else:
            lines.lines.insert(0, (title, _TITLE))
            at = 0
    text = "".join(text for text, _ in lines.lines)
    missing = [one for one in labelled if one.partition("：")[2] not in text]
    lines.lines[at + 1 : at + 1] = [(one, _FURNITURE) for one in missing]

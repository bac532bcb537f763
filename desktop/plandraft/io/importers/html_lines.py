"""Walk an HTML tree: its paragraphs, headings, lists and tables as lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from plandraft.core.model.document import BlockKind
from plandraft.core.text.structure import NO_HINT, LineHint
from plandraft.io.importers.docx_numbers import format_number
from plandraft.io.importers.lines import LineCollector

SKIPPED = frozenset({
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "applet",
    "svg", "math", "canvas", "audio", "video", "map", "select", "option", "datalist", "button",
    "input", "textarea", "nav", "rt", "rp", "title", "meta", "link", "xml",
})  # fmt: skip
BLOCKS = frozenset({
    "html", "body", "div", "p", "section", "article", "main", "header", "footer", "aside", "form",
    "fieldset", "blockquote", "pre", "center", "address", "details", "summary", "figure",
    "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table",
    "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "hr", "dir", "menu",
})  # fmt: skip
_HEADING = re.compile("h([1-6])")
_SPACE = re.compile("[ \t\r\n\f]+")
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d"
# A line end in the source between Chinese letters is no blank.
_SOURCE_BREAK = re.compile(f"(?<=[{_HAN}])[ \t]*[\r\n][ \t\r\n\f]*(?=[{_HAN}])")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_NUMBER_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
# A cell with more letters than this holds the page's text: the table is there for the layout.
_LONGEST_CELL = 400
_LIST_ITEM = LineHint(BlockKind.LIST_ITEM)


def is_hidden(element: etree._Element) -> bool:
    """Tell whether a browser would not show `element`."""
    return (
        element.tag in SKIPPED
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
    )


@dataclass(slots=True)
class _Table:
    rows: list[list[LineCollector]] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    ordered: bool
    number_format: str
    next: int


@dataclass(slots=True)
class HtmlWalker:
    """Collect the lines below one element; depth of the tree costs no stack."""

    _targets: list[LineCollector] = field(default_factory=lambda: [LineCollector()])
    _tables: list[_Table | None] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _hints: list[LineHint] = field(default_factory=list)
    _preformatted: int = 0

    def walk(self, root: etree._Element) -> LineCollector:
        """Return the lines of all that is shown below `root`."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag: object = element.tag
            if not isinstance(tag, str) or is_hidden(element):
                if event == "start":
                    walker.skip_subtree()
                elif element is not root:
                    self._text(element.tail)
                continue
            if event == "start":
                self._start(element, tag)
                self._text(element.text)
            else:
                self._end(tag)
                if element is not root:
                    self._text(element.tail)
        self._flush()
        return self._targets[0]

    def _start(self, element: etree._Element, tag: str) -> None:
        if tag == "br":
            self._parts.append("\v")
        if tag in BLOCKS:
            self._flush()
        heading = _HEADING.fullmatch(tag)
        if heading:
            self._hints.append(LineHint(level=int(heading.group(1))))
        elif tag in {"ul", "ol"}:
            self._lists.append(_list(element, ordered=tag == "ol"))
        elif tag == "li":
            self._hints.append(_LIST_ITEM)
            self._number(element)
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "table":
            self._tables.append(_Table() if is_data_table(element) else None)
        elif tag == "tr" and self._table is not None:
            self._table.rows.append([])
        elif tag in {"td", "th"} and self._table is not None:
            self._targets.append(LineCollector())

    def _end(self, tag: str) -> None:
        if tag in BLOCKS:
            self._flush()
        if (_HEADING.fullmatch(tag) or tag == "li") and self._hints:
            self._hints.pop()
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        elif tag == "pre":
            self._preformatted -= 1
        elif tag == "table" and self._tables:
            table = self._tables.pop()
            if table is not None:
                self._targets[-1].add_table(table.rows)
        elif tag in {"td", "th"} and self._table is not None and len(self._targets) > 1:
            cell = self._targets.pop()
            if not self._table.rows:
                self._table.rows.append([])
            self._table.rows[-1].append(cell)

    @property
    def _table(self) -> _Table | None:
        return self._tables[-1] if self._tables else None

    def _number(self, element: etree._Element) -> None:
        if not self._lists or not self._lists[-1].ordered:
            return
        counted = self._lists[-1]
        counted.next = _integer(element.get("value"), counted.next)
        self._parts.append(f"{format_number(counted.next, counted.number_format)}. ")
        counted.next += 1

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._preformatted:
            self._parts.append(text.replace("\r\n", "\v").replace("\n", "\v"))
        else:
            self._parts.append(_SPACE.sub(" ", _SOURCE_BREAK.sub("", text)))

    def _flush(self) -> None:
        if not self._parts:
            return
        text = "".join(self._parts).strip(" \v")
        self._parts = []
        if text:
            self._targets[-1].add(text, self._hints[-1] if self._hints else NO_HINT)


def is_data_table(table: etree._Element) -> bool:
    """Tell a table of values from one that only lays the page out."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = list(table.iterdescendants("tr"))
    cells = [cell for row in rows for cell in row.iterchildren("td", "th")]
    longest = max((len("".join(map(str, cell.itertext())).strip()) for cell in cells), default=0)
    return longest <= _LONGEST_CELL and len(cells) > len(rows)


def _list(element: etree._Element, *, ordered: bool) -> _List:
    number_format = _NUMBER_FORMATS.get(element.get("type") or "", "decimal")
    return _List(ordered, number_format, _integer(element.get("start"), 1))


def _integer(value: str | None, default: int) -> int:
    value = (value or "").strip()
    return int(value) if value.isdecimal() and len(value) < 7 else default

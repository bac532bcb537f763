"""Tell Markdown from plain text, and read its headings, lists and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plandraft.core.model.document import BlockKind
from plandraft.core.text.structure import NO_HINT, LineHint
from plandraft.io.importers.lines import LineCollector

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(\d{1,9}[.)]))[ \t]+(.+)")
_ROW = re.compile(r"[ \t]*\|(.+)\|[ \t]*")
_ROW_RULE = re.compile(r"[\s|:-]+")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+)")
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n.{0,5000}?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_INLINE = (
    (re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,2000}\)"), ""),
    (re.compile(r"\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^\n]{1,500}?\S?)\1"), r"\2"),
    (re.compile(r"(?<![*\\])\*(?=[^\s*])([^*\n]{1,500})(?<![\s\\])\*(?!\*)"), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^>\n]{0,200})?/?>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)
# One line may begin with # for other reasons.
_FEWEST_HEADINGS = 2
_LATIN = re.compile("[!-~]")
_TABLE_ROW = LineHint(BlockKind.TABLE_ROW)
_LIST_ITEM = LineHint(BlockKind.LIST_ITEM)


def is_markdown(text: str) -> bool:
    """Tell whether a text is written in Markdown: it has headings marked with #."""
    headings = 0
    for line in text.splitlines():
        headings += _HEADING.fullmatch(line) is not None
        if headings >= _FEWEST_HEADINGS:
            return True
    return False


def read_markdown(text: str) -> LineCollector:
    """Read a Markdown text without its marks; lines of one paragraph are joined."""
    front = _FRONT_MATTER.match(text)
    reader = _Reader()
    for line in (text[front.end() :] if front else text).splitlines():
        reader.take(line)
    reader.close()
    lines = reader.collector.lines
    first = [index for index, (_, hint) in enumerate(lines) if hint.level == 1]
    if len(first) == 1 and first[0] == 0:
        lines[0] = (lines[0][0], LineHint(BlockKind.TITLE))
    return reader.collector


@dataclass(slots=True)
class _Reader:
    collector: LineCollector = field(default_factory=LineCollector)
    _text: str = ""
    _hint: LineHint = NO_HINT
    _fence: str = ""

    def take(self, line: str) -> None:
        fence = _FENCE.match(line)
        if self._fence or fence:
            self.close()
            if fence:
                self._fence = "" if self._fence == fence.group(1) else self._fence or fence.group(1)
            else:
                self.collector.add(line)
            return
        line = _QUOTE.sub("", line, count=1)
        heading, item, row = _HEADING.fullmatch(line), _ITEM.fullmatch(line), _ROW.fullmatch(line)
        if not line.strip():
            self.close()
        elif _RULE.fullmatch(line):
            self._rule(line)
        elif heading:
            self.close()
            self.collector.add(_plain(heading.group(2)), LineHint(level=len(heading.group(1))))
        elif row:
            self.close()
            if not _ROW_RULE.fullmatch(line):
                cells = (_plain(cell.strip()) for cell in row.group(1).split("|"))
                self.collector.add("\t".join(cells), _TABLE_ROW)
        elif item:
            self.close()
            number = item.group(1)
            self._text = f"{number} {item.group(2)}" if number else item.group(2)
            self._hint = NO_HINT if number else _LIST_ITEM
        else:
            self._join(line)

    def close(self) -> None:
        if self._text:
            self.collector.add(_plain(self._text), self._hint)
        self._text, self._hint = "", NO_HINT

    def _rule(self, line: str) -> None:
        """Take a line of - or = below a text as the mark of a heading."""
        marks = set(line.strip())
        if self._text and marks in ({"="}, {"-"}):
            self._hint = LineHint(level=1 if marks == {"="} else 2)
        self.close()

    def _join(self, line: str) -> None:
        breaks = line.endswith("  ")
        line = line.strip()
        gap = ""
        if self._text and _LATIN.match(self._text[-1]) and _LATIN.match(line):
            gap = " "
        self._text = f"{self._text}{gap}{line}" + ("\v" if breaks else "")


def _plain(text: str) -> str:
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text.rstrip("\v")

"""Word comments that say where a passage of the draft was taken from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from plandraft.core.draft.draft import DraftBlock, Provenance
from plandraft.core.draft.share import edited_share
from plandraft.core.model.spans import Span
from plandraft.io.exporters.base_package import WORD, word_moment
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.official_style import COMMENT_TEXT
from plandraft.io.exporters.word_text import needs_hint, tag

EXCERPT_LETTERS = 60
UNTOUCHED = "未改动"


def source_lines(source: Provenance, edited: float) -> tuple[str, ...]:
    """Return what a comment says about a source; `edited` is the changed share 0…1."""
    text = clean_line(source.text)
    excerpt = text[:EXCERPT_LETTERS] + ("…" if len(text) > EXCERPT_LETTERS else "")
    # A change of one character in a long passage is still a change.
    changed = UNTOUCHED if edited == 0 else f"约 {max(1, round(edited * 100))}%"
    return (
        f"来源城市：{clean_line(source.place) or '未识别'}",
        f"文件：{clean_line(source.document_title) or clean_line(source.path)}",
        f"章节：{clean_line(source.section) or '（标题之前）'}",
        f"摘录：{excerpt}",
        f"改动：{changed}",
    )


def told_together(blocks: Sequence[DraftBlock]) -> Iterator[tuple[DraftBlock, ...]]:
    """Yield blocks in groups that one comment is enough for: the rows of a table taken as one."""
    group: list[DraftBlock] = []
    for block in blocks:
        if group and not _follows(group[-1], block):
            yield tuple(group)
            group = []
        group.append(block)
    if group:
        yield tuple(group)


def as_one(group: Sequence[DraftBlock]) -> DraftBlock:
    """Return the blocks of a group as one with the source over all of them."""
    first, source = group[0], group[0].provenance
    last = group[-1].provenance
    if len(group) == 1 or source is None or last is None:
        return first
    sources = [one.provenance.text for one in group if one.provenance is not None]
    span = Span(source.span.start, last.span.end)
    whole = replace(source, span=span, text="\n".join(sources))
    return replace(first, text="\n".join(one.text for one in group), provenance=whole)


def _follows(before: DraftBlock, block: DraftBlock) -> bool:
    one, other = before.provenance, block.provenance
    if one is None or other is None or "\t" not in before.text or "\t" not in block.text:
        return False
    same = (one.sha256, one.path, one.section) == (other.sha256, other.path, other.section)
    # Rows of one table have nothing but a line end between them.
    return same and 0 <= other.span.start - one.span.end <= 1


class SourceComments:
    """Collect the comments of a file in reading order and anchor them on paragraphs."""

    def __init__(self, author: str, created: datetime) -> None:
        self._author = author or "PlanDraft"
        self._moment = word_moment(created)
        self._comments: list[str] = []

    def __len__(self) -> int:
        return len(self._comments)

    def anchor(self, block: DraftBlock, paragraphs: Sequence[etree._Element]) -> None:
        """Add the comment of a borrowed block around the runs of its paragraphs."""
        if block.provenance is None or not paragraphs:
            return
        number = str(len(self._comments))
        start = etree.Element(tag("commentRangeStart"))
        start.set(tag("id"), number)
        paragraphs[0].insert(1, start)
        end = etree.SubElement(paragraphs[-1], tag("commentRangeEnd"))
        end.set(tag("id"), number)
        reference = etree.SubElement(paragraphs[-1], tag("r"))
        properties = etree.SubElement(reference, tag("rPr"))
        etree.SubElement(properties, tag("rStyle")).set(tag("val"), "CommentReference")
        etree.SubElement(reference, tag("commentReference")).set(tag("id"), number)
        self._comments.append(self._comment(number, block.provenance, edited_share(block)))

    def anchor_all(
        self, blocks: Sequence[DraftBlock], of_block: Mapping[int, Sequence[etree._Element]]
    ) -> None:
        """Add the comments of a section's blocks, whose paragraphs are in `of_block`."""
        for group in told_together(blocks):
            elements = [one for block in group for one in of_block.get(block.id, ())]
            self.anchor(as_one(group), elements)

    def part(self) -> bytes:
        """Return the part of all comments."""
        return (
            f'{_HEAD}<w:comments xmlns:w="{WORD}">{"".join(self._comments)}</w:comments>'.encode()
        )

    def _comment(self, number: str, source: Provenance, edited: float) -> str:
        # As text: thousands of comments as trees would take most of the time of an export.
        author = quoteattr(self._author)
        initials = quoteattr(self._author[:1])
        lines = "".join(map(_line, source_lines(source, edited)))
        return (
            f'<w:comment w:id="{number}" w:author={author} w:date="{self._moment}"'
            f" w:initials={initials}>{lines}</w:comment>"
        )


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _line(text: str) -> str:
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>' if needs_hint(text) else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{COMMENT_TEXT.id}"/></w:pPr><w:r>{hint}'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )

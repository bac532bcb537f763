"""Word comments that say where a passage of the draft was taken from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from lxml import etree

from plandraft.core.draft.draft import DraftBlock, Provenance
from plandraft.core.draft.share import edited_share
from plandraft.io.exporters.base_package import WORD, word_moment
from plandraft.io.exporters.clean_text import clean_line
from plandraft.io.exporters.official_style import COMMENT_TEXT
from plandraft.io.exporters.word_text import paragraph, run, tag

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


class SourceComments:
    """Collect the comments of a file in reading order and anchor them on paragraphs."""

    def __init__(self, author: str, created: datetime) -> None:
        self._author = author or "PlanDraft"
        self._moment = word_moment(created)
        self._comments: list[etree._Element] = []

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

    def part(self) -> bytes:
        """Return the part of all comments."""
        root = etree.Element(tag("comments"), nsmap={"w": WORD})
        root.extend(self._comments)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

    def _comment(self, number: str, source: Provenance, edited: float) -> etree._Element:
        element = etree.Element(tag("comment"), nsmap={"w": WORD})
        element.set(tag("id"), number)
        element.set(tag("author"), self._author)
        element.set(tag("date"), self._moment)
        element.set(tag("initials"), self._author[:1])
        for line in source_lines(source, edited):
            element.append(paragraph(COMMENT_TEXT, [run(line)]))
        return element

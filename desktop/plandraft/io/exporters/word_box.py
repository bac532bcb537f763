"""A 专栏 as a bordered table: its head is repeated where it runs over a page, its text may break.

A table keeps the head with the first lines and draws the frame anew on each page, in Word, WPS and
LibreOffice alike; bordered paragraphs lose the frame between two styles.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.page_estimate import count_lines
from plandraft.io.exporters.word_table import build_table
from plandraft.io.exporters.word_text import paragraph, tag

# Room between frame and text, in twips.
_MARGINS = {"top": 57, "left": 170, "bottom": 57, "right": 170}
_ROOM = (official.OFFICIAL_PAGE.text_width - _MARGINS["left"] - _MARGINS["right"]) / (
    official.SIZE_TABLE * 10
)
# Up to a third of a page a box is moved rather than cut.
_SHORT_LINES = 9


def build_box(title: etree._Element | None, text: Sequence[etree._Element]) -> etree._Element:
    """Return the box of a head, None for none, and the paragraphs of its text."""
    cells = [[title]] if title is not None else []
    if text or not cells:
        cells.append(list(text) or [paragraph(official.BOX_TEXT)])
    table = build_table([[cell] for cell in cells], [official.OFFICIAL_PAGE.text_width])
    margins = etree.SubElement(table[0], tag("tblCellMar"))
    for side, twips in _MARGINS.items():
        margin = etree.SubElement(margins, tag(side))
        margin.set(tag("w"), str(twips))
        margin.set(tag("type"), "dxa")
    if _is_short(text):
        for row in table.iter(tag("tr")):
            _keep_whole(row)
    if len(cells) == 1:
        # A row alone is no head that is repeated.
        for head in list(table.iter(tag("tblHeader"))):
            properties = head.getparent()
            assert properties is not None
            properties.remove(head)
            if not _is_short(text):
                for held in properties.findall(tag("cantSplit")):
                    properties.remove(held)
    return table


def _is_short(text: Sequence[etree._Element]) -> bool:
    """Tell whether the text of a box is so short that a page can hold it whole."""
    lines = 0
    for element in text:
        words = "".join(one.text or "" for one in element.iter(tag("t")))
        lines += count_lines(words, _ROOM, official.BOX_TEXT.first / 100)
    return lines <= _SHORT_LINES


def _keep_whole(row: etree._Element) -> None:
    properties = row.find(tag("trPr"))
    assert properties is not None
    if properties.find(tag("cantSplit")) is None:
        properties.insert(0, etree.Element(tag("cantSplit")))

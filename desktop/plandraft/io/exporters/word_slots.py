"""Open slots as content controls: Word leads from one to the next and keeps their names."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from plandraft.io.exporters.word_text import HIGHLIGHT, tag

# Ids of controls need only be unique in the file; a high start keeps clear of other counters.
_FIRST_ID = 500_000


def wrap_slots(elements: Iterable[etree._Element]) -> int:
    """Wrap each highlighted 【name】 in a control called `name`; return how many there are."""
    number = 0
    for element in elements:
        for first in [run for run in element.iter(tag("r")) if _begins_slot(run)]:
            runs = [first]
            while not _text(runs[-1]).endswith("】"):
                following = runs[-1].getnext()
                if following is None or not _is_marked(following):
                    break
                runs.append(following)
            _wrap(runs, _FIRST_ID + number)
            number += 1
    return number


def _wrap(runs: list[etree._Element], identity: int) -> None:
    # No w:text: LibreOffice writes controls of plain text several times over.
    name = "".join(map(_text, runs)).strip("【】")
    control = etree.Element(tag("sdt"))
    properties = etree.SubElement(control, tag("sdtPr"))
    for key, value in (("alias", name), ("tag", name), ("id", str(identity))):
        etree.SubElement(properties, tag(key)).set(tag("val"), value)
    parent = runs[0].getparent()
    assert parent is not None
    parent.insert(parent.index(runs[0]), control)
    etree.SubElement(control, tag("sdtContent")).extend(runs)


def _begins_slot(run: etree._Element) -> bool:
    return _is_marked(run) and _text(run).startswith("【")


def _is_marked(element: etree._Element) -> bool:
    highlight = element.find(f"{tag('rPr')}/{tag('highlight')}")
    return highlight is not None and highlight.get(tag("val")) == HIGHLIGHT


def _text(run: etree._Element) -> str:
    return "".join(one.text or "" for one in run.iter(tag("t")))

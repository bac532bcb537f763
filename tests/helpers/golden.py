"""Files that say what was made before; PLANDRAFT_WRITE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

from lxml import etree

WRITE_VARIABLE = "PLANDRAFT_WRITE_GOLDEN"


def assert_golden(part: bytes, golden: Path) -> None:
    """Compare an XML part, pretty-printed, with the file `golden`."""
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    made = etree.tostring(root, pretty_print=True, encoding="unicode")
    if os.environ.get(WRITE_VARIABLE):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")

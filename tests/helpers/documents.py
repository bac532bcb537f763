"""Documents out of literal text, for tests of every layer."""

from __future__ import annotations

from hashlib import sha256

from plandraft.core.model.document import Document, Origin
from plandraft.core.text.structure import build_document


def make_document(text: str, *, title: str = "", place: str = "", path: str = "") -> Document:
    """Build the document that `text` recovers to.

    Lines of `text` are indented as the test likes; the first short line is the title, labels such
    as 一、（一）1. 第一，一是 make headings and list items, as in a file:

        make_document('''
            云汀市信息化规划
            一、总体要求
            加快建设。
        ''')

    `title` and `place` win over what the text says; a title that is not in the text is not put in.
    """
    lines = [line.strip() for line in text.strip().splitlines()]
    source = "\n".join(line for line in lines if line)
    digest = sha256(source.encode()).hexdigest()
    origin = Origin(path or f"{digest[:8]}.txt", "txt", "utf-8", digest)
    return build_document(source, origin, title=title, place=place)

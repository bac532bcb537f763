"""Documents and drafts to keep."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.model.document import (
    Block,
    BlockKind,
    Document,
    DocumentWarning,
    Origin,
    WarningCode,
)
from plandraft.core.model.spans import OffsetMap, OffsetRun, Span

NOON = datetime(2026, 3, 8, 12, 0, tzinfo=UTC)


def later(minutes: float) -> datetime:
    """Return a moment after noon."""
    return NOON + timedelta(minutes=minutes)


def make_plan(
    text: str, *, title: str = "云汀市数字化规划", path: str = "/plans/a.txt"
) -> Document:
    """Return a document with one block a line and everything else filled in."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line)), 3, "1"))
        start += len(line) + 1
    return Document(
        text=text,
        blocks=tuple(blocks),
        title=title,
        place="云汀",
        origin=Origin(path, "txt", "gb18030", hashlib.sha256(text.encode()).hexdigest()),
        source_map=OffsetMap((OffsetRun(0, 4, 3), OffsetRun(3, 9, len(text) - 3))),
        warnings=(DocumentWarning(WarningCode.ENCODING_GUESSED, 1, "gb18030"),),
    )


def make_draft(text: str, *, title: str = "【城市】规划") -> Draft:
    """Return a draft of one passage with its source."""
    source = Provenance(
        "甲市规划", "甲", "/plans/甲.txt", "ab" * 32, "一、基础", Span(3, 9), "原文"
    )
    section = DraftSection("base", 1, "发展基础", (DraftBlock(1, text, source),))
    return Draft("municipal", title, (("城市", ""),), (section,), 2)

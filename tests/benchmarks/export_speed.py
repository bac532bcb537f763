"""Time a large export beside the same paragraphs written with bare python-docx.

Run: python tests/benchmarks/export_speed.py [repeats]. Prints seconds and the ratio; 300 000
characters in 2 000 passages, each with its source as a comment.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import docx

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection, Provenance
from plandraft.core.draft.export import ExportOptions, Preset
from plandraft.core.draft.template import DraftTemplate
from plandraft.core.model.spans import Span
from plandraft.io.exporters.base_package import base_parts, pack
from plandraft.io.exporters.draft_docx import build_docx

PASSAGES, LETTERS = 2_000, 150
SENTENCE = "统筹推进网络基础设施建设，加快数据汇聚共享，提升“一网通办”服务水平，增强安全保障能力。"


def large_draft() -> Draft:
    """Return a draft of many borrowed passages, a third of them adapted."""
    sections = []
    number = 0
    for section in range(40):
        blocks = []
        for _ in range(PASSAGES // 40):
            number += 1
            text = (f"到{2021 + number % 15}年，" + SENTENCE * 4)[: LETTERS - 1] + "。"
            source = text if number % 3 else text.replace("202", "201").replace("共享", "归集")
            provenance = Provenance(
                "某市规划", "某", "/a.txt", "a" * 64, "三、任务", Span(0, len(source)), source
            )
            blocks.append(DraftBlock(number, text, provenance))
        sections.append(DraftSection(f"s{section}", 1, f"第{section}部分", tuple(blocks)))
    return Draft("t", "云汀市规划", (), tuple(sections), number + 1)


def best_of(repeats: int, work: Callable[[], object]) -> float:
    """Return the shortest time of `work` in seconds."""
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def bare(draft: Draft) -> bytes:
    """Write the same paragraphs with python-docx alone."""
    document = docx.Document()
    document.add_paragraph(draft.title)
    for section in draft.sections:
        document.add_heading(section.title, 1)
        for block in section.blocks:
            document.add_paragraph(block.text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def main() -> None:
    """Print the times of each preset and their ratio to python-docx."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    draft = large_draft()
    template = DraftTemplate("t", "t", "", "t", (), ())
    letters = sum(len(block.text) for section in draft.sections for block in section.blocks)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base.docx"
        base.write_bytes(pack(base_parts()))
        other = best_of(repeats, lambda: bare(draft))
        sys.stdout.write(f"{letters} letters; python-docx alone {other:.2f} s\n")
        for preset in (Preset.FINAL, Preset.SOURCES, Preset.TRACKED):
            options = ExportOptions(preset, contents=True)
            ours = best_of(
                repeats,
                lambda options=options: build_docx(
                    draft, template, base, author="甲",
                    created=datetime(2026, 5, 8, tzinfo=UTC), options=options,
                ),
            )  # fmt: skip
            sys.stdout.write(f"{preset.value:10} {ours:.2f} s, {ours / other:.2f} times\n")


if __name__ == "__main__":
    main()

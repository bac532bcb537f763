"""List the readings that are offered for garbled stretches, and write the text with them."""

from __future__ import annotations

from pathlib import Path

from plandraft.cli.output import write_json, write_line
from plandraft.cli.progress import shown_progress
from plandraft.cli.targets import refuse_inputs
from plandraft.core.text.outline import section_at, sections_of
from plandraft.core.text.repairs import Repair, apply_repairs, find_repairs
from plandraft.io.worker import read_document
from plandraft.system.files import replace_atomically
from plandraft.system.messages import one_line

_SHOWN = 60


def print_repairs(file: Path, output: Path | None, *, as_json: bool) -> None:
    """Print what is offered for `file`; with `output`, write the text with all of it accepted."""
    if output is not None:
        refuse_inputs(output, (file,))
    with shown_progress(file.name) as progress:
        document = read_document(file, progress)
    repairs = find_repairs(document.text)
    if output is not None:
        mended = apply_repairs(document, repairs)
        replace_atomically(output, mended.text.encode("utf-8", "replace"))
    if as_json:
        write_json({"repairs": [_repair_data(repair) for repair in repairs]})
        return
    sections = sections_of(document)
    for number, repair in enumerate(repairs, 1):
        section = section_at(sections, repair.span.start)
        place = section.title if section else document.title
        write_line(one_line(f"{number}. {place}（位置 {repair.span.start}–{repair.span.end}）"))
        write_line(one_line(f"   原文：{_shortened(repair.original)}"))
        write_line(one_line(f"   建议：{_shortened(repair.repaired)}"))
    if not repairs:
        write_line("没有发现字节错位的乱码。")
    if output is not None:
        write_line(one_line(f"已写入：{output}"))


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _repair_data(repair: Repair) -> dict[str, object]:
    return {
        "start": repair.span.start,
        "end": repair.span.end,
        "original": repair.original,
        "repaired": repair.repaired,
        "confidence": repair.confidence,
    }

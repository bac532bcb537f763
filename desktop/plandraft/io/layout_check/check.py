"""All rules over one file, and a copy of it with what is mechanical mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plandraft.io.layout_check.caption_rules import check_boxes, check_captions, check_cover
from plandraft.io.layout_check.element_rules import (
    check_annexes,
    check_ending,
    check_red_head,
    check_titles,
)
from plandraft.io.layout_check.findings import Fault, Finding
from plandraft.io.layout_check.format_rules import check_formats, check_outline
from plandraft.io.layout_check.judged import Judged, judged
from plandraft.io.layout_check.package_rules import (
    check_fields,
    check_fonts,
    check_settings,
    check_traces,
)
from plandraft.io.layout_check.page_rules import check_page_numbers, check_sections
from plandraft.io.layout_check.text_rules import check_heading_numbers, check_marks, check_tables
from plandraft.io.layout_check.word_file import WordFile

_RULES: tuple[Callable[[Judged], Iterator[Fault]], ...] = (
    check_sections,
    check_page_numbers,
    check_settings,
    check_fonts,
    check_traces,
    check_fields,
    check_formats,
    check_outline,
    check_heading_numbers,
    check_red_head,
    check_titles,
    check_annexes,
    check_ending,
    check_marks,
    check_tables,
    check_boxes,
    check_captions,
    check_cover,
)

# Mending one thing may show another: a line that is set right may then stand too near the edge.
_MOST_PASSES = 4


def check_layout(data: bytes) -> tuple[Finding, ...]:
    """Return what a .docx departs from the official layout in, whole file first, then by place.

    Raises PlanError FILE_DAMAGED, FILE_ENCRYPTED, FILE_TOO_LARGE or FILE_UNSUPPORTED.
    """
    return tuple(fault.finding for fault in _faults(WordFile(data)))


def fix_layout(data: bytes) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a copy with what is mechanical mended, and the findings that were mended.

    Raises PlanError as `check_layout`.
    """
    mended: list[Finding] = []
    for _ in range(_MOST_PASSES):
        file = WordFile(data)
        faults = [fault for fault in _faults(file) if fault.fix is not None]
        if not faults:
            break
        for fault in faults:
            assert fault.fix is not None
            fault.fix()
            mended.append(fault.finding)
        data = file.to_bytes()
    return data, tuple(mended)


def _faults(file: WordFile) -> list[Fault]:
    view = judged(file)
    found = [fault for rule in _RULES for fault in rule(view)]
    return sorted(found, key=lambda fault: fault.paragraph)

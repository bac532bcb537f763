"""All rules over one file, and a copy of it with what is mechanical mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator

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
)


def check_layout(data: bytes) -> tuple[Finding, ...]:
    """Return what a .docx departs from the official layout in, whole file first, then by place.

    Raises PlanError FILE_DAMAGED, FILE_ENCRYPTED, FILE_TOO_LARGE or FILE_UNSUPPORTED.
    """
    return tuple(fault.finding for fault in _faults(WordFile(data)))


def fix_layout(data: bytes) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a copy with what is mechanical mended, and the findings that were mended.

    Raises PlanError as `check_layout`.
    """
    file = WordFile(data)
    mended = []
    for fault in _faults(file):
        if fault.fix is not None:
            fault.fix()
            mended.append(fault.finding)
    return file.to_bytes(), tuple(mended)


def _faults(file: WordFile) -> list[Fault]:
    view = judged(file)
    found = [fault for rule in _RULES for fault in rule(view)]
    return sorted(found, key=lambda fault: fault.paragraph)

"""Lists are kept, read from files and written to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.services.phrases import (
    OwnWording,
    PhraseService,
    Substitution,
    read_phrase_file,
    read_substitution_file,
    write_phrase_file,
    write_substitution_file,
)
from plandraft.system.messages import ENGLISH, error_text

PHRASES = ("加强组织领导", "健全工作机制")
PAIRS = (Substitution("经信委", "工信局"),)


def test_lists_survive_a_restart(tmp_path: Path) -> None:
    PhraseService(tmp_path / "library.db").change(add=OwnWording(PHRASES, PAIRS))
    service = PhraseService(tmp_path / "library.db")
    assert service.wording() == OwnWording(PHRASES, PAIRS)
    assert service.change(remove=OwnWording(PHRASES[:1])) == OwnWording(PHRASES[1:], PAIRS)


def test_what_is_written_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "套话.txt"
    write_phrase_file(path, PHRASES)
    assert read_phrase_file(path) == PHRASES
    assert path.read_text(encoding="utf-8-sig") == "加强组织领导\n健全工作机制\n"
    write_substitution_file(path, PAIRS)
    assert read_substitution_file(path) == PAIRS


BAD: dict[str, tuple[bytes | None, Callable[[Path], object], ErrorCode, int | None]] = {
    "missing": (None, read_phrase_file, ErrorCode.FILE_MISSING, None),
    "empty": (b"", read_phrase_file, ErrorCode.FILE_EMPTY, None),
    "too short": (
        "加强组织领导\r\n\r\n短\r\n".encode(), read_phrase_file, ErrorCode.PHRASE_LINE_BAD, 3,
    ),
    "no pair": (
        "经信委 = 工信局\n信息港\n".encode(),
        read_substitution_file,
        ErrorCode.SUBSTITUTION_LINE_BAD,
        2,
    ),
    "another encoding": (
        "加强组织领导\n".encode() + "健全工作机制".encode("gbk"),
        read_phrase_file,
        ErrorCode.LIST_NOT_UTF8,
        2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_named_with_its_line(tmp_path: Path, case: str) -> None:
    data, read, code, line = BAD[case]
    path = tmp_path / "名单.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(PlanError) as caught:
        read(path)
    assert caught.value.code is code
    if line is not None:
        assert f"第 {line} 行" in error_text(caught.value)
        assert f"ine {line}" in error_text(caught.value, ENGLISH)

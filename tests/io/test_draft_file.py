from __future__ import annotations

from pathlib import Path

import pytest

from plandraft.core.draft.draft import Draft, DraftBlock, DraftSection
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.draft_file import read_draft, write_draft

DRAFT = Draft(
    "small", "【城市】规划", (("城市", "云汀市"),),
    (DraftSection("tasks", 1, "任务", (DraftBlock(1, "“一网通办”\n𠮷\t0"),)),), 2,
)  # fmt: skip


def test_a_draft_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "规划.plandraft"
    write_draft(path, DRAFT)
    assert read_draft(path) == DRAFT
    assert "一网通办" in path.read_text(encoding="utf-8")


def test_writing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.plandraft"
    write_draft(path, DRAFT)
    first = path.read_bytes()
    write_draft(path, read_draft(path))
    assert path.read_bytes() == first


def test_half_a_surrogate_pair_does_not_stop_the_saving(tmp_path: Path) -> None:
    path = tmp_path / "a.plandraft"
    write_draft(path, Draft("t", "规划\ud842", (), ()))
    assert read_draft(path).title == "规划?"


@pytest.mark.parametrize(
    ("content", "code", "reason"),
    [
        pytest.param(b"", ErrorCode.FILE_EMPTY, None, id="empty"),
        pytest.param(b"\xff\xfe", ErrorCode.DRAFT_DAMAGED, "UTF-8", id="no UTF-8"),
        pytest.param(b'{"format"\n: }', ErrorCode.DRAFT_DAMAGED, "JSON 2:3", id="no JSON"),
        pytest.param(b"[" * 100_000, ErrorCode.DRAFT_DAMAGED, "JSON", id="too deep"),
        pytest.param(b'{"format": "x"}', ErrorCode.DRAFT_DAMAGED, "format", id="other JSON"),
    ],
)
def test_what_is_no_draft(
    tmp_path: Path, content: bytes, code: ErrorCode, reason: str | None
) -> None:
    path = tmp_path / "a.plandraft"
    path.write_bytes(content)
    with pytest.raises(PlanError) as caught:
        read_draft(path)
    assert caught.value.code is code
    assert caught.value.subject == str(path)
    assert caught.value.details.get("reason") == reason


def test_a_missing_draft(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        read_draft(tmp_path / "none.plandraft")
    assert caught.value.code is ErrorCode.FILE_MISSING

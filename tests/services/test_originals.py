"""Whether a file is still what was read from it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Cancelled, Progress
from plandraft.services.originals import OriginalState, check_original


class Stopped:
    """Cancel at the first step."""

    def step(self, done: float, label: str = "") -> None:
        raise Cancelled

    def part(self, start: float, end: float) -> Progress:
        return self


def test_same_changed_and_without_a_digest(tmp_path: Path) -> None:
    path = tmp_path / "规划.txt"
    path.write_bytes("供水规划".encode())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert check_original(path, digest) is OriginalState.SAME
    assert check_original(path, "") is OriginalState.SAME
    path.write_bytes("排水规划".encode())
    assert check_original(path, digest) is OriginalState.CHANGED


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("没有.txt", ErrorCode.FILE_MISSING, id="gone"),
        pytest.param(".", ErrorCode.FILE_IS_FOLDER, id="a folder now"),
        pytest.param("空.txt", ErrorCode.FILE_EMPTY, id="emptied"),
    ],
)
def test_what_is_gone_is_named(tmp_path: Path, name: str, code: ErrorCode) -> None:
    (tmp_path / "空.txt").touch()
    with pytest.raises(PlanError) as raised:
        check_original(tmp_path / name, "0" * 64)
    assert raised.value.code is code


def test_a_cancel_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "规划.txt"
    path.write_bytes(b"x")
    with pytest.raises(Cancelled):
        check_original(path, "0" * 64, Stopped())

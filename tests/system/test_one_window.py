"""A second start finds the first window, and a start after a crash does not."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from plandraft.system import one_window
from plandraft.system.one_window import WindowClaim, claim_window

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="addresses are pipes there")


@pytest.fixture
def heard() -> list[tuple[Path, ...]]:
    return []


@pytest.fixture
def first(tmp_path: Path, heard: list[tuple[Path, ...]]) -> Iterator[WindowClaim]:
    claim = claim_window(tmp_path, ())
    assert claim is not None
    claim.listen(heard.append)
    yield claim
    claim.close()


def test_the_second_start_hands_its_files_over(
    tmp_path: Path, first: WindowClaim, heard: list[tuple[Path, ...]]
) -> None:
    files = (tmp_path / "规划.docx", tmp_path / "b.txt")
    assert claim_window(tmp_path, files) is None
    assert claim_window(tmp_path, ()) is None
    assert heard == [files, ()]


def test_the_library_is_free_when_the_window_is_closed(tmp_path: Path, first: WindowClaim) -> None:
    first.close()
    again = claim_window(tmp_path, ())
    assert again is not None
    again.close()


def test_another_library_has_its_own_window(tmp_path: Path, first: WindowClaim) -> None:
    other = claim_window(tmp_path / "other", ())
    assert other is not None
    other.close()


def test_what_a_crash_left_behind_stops_nobody(
    tmp_path: Path, heard: list[tuple[Path, ...]]
) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(tmp_path / "window.sock"))
    claim = claim_window(tmp_path, ())
    assert claim is not None
    claim.listen(heard.append)
    assert claim_window(tmp_path, (tmp_path / "a.txt",)) is None
    assert heard == [(tmp_path / "a.txt",)]
    claim.close()


def test_a_window_that_hangs_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_window, "_ANSWER_SECONDS", 0.05)
    hangs = claim_window(tmp_path, ())
    assert hangs is not None
    another = claim_window(tmp_path, ())
    assert another is not None
    another.close()
    hangs.close()


def test_nonsense_is_not_heard_and_does_not_stop_the_listening(
    tmp_path: Path, first: WindowClaim, heard: list[tuple[Path, ...]]
) -> None:
    address = str(tmp_path / "window.sock")
    for nonsense in (b"{", b"[1]", b"\xff\xfe"):
        with Client(address, "AF_UNIX") as caller:
            caller.send_bytes(nonsense)
            with pytest.raises((EOFError, OSError)):
                caller.recv_bytes()
    assert claim_window(tmp_path, (tmp_path / "a.txt",)) is None
    assert heard == [(tmp_path / "a.txt",)]


def test_a_folder_without_room_for_an_address_claims_nothing(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 100)
    one, other = claim_window(deep, ()), claim_window(deep, ())
    assert one is not None
    assert other is not None

"""No file can hang, crash or exhaust the program that has it read."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.helpers import hostile_readers

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Cancelled, Progress
from plandraft.io import worker
from plandraft.io.importers import base
from plandraft.io.worker import ReaderPool, shared_readers
from plandraft.io.worker_limits import ReadLimits
from plandraft.io.worker_process import pack, unpack

# Time enough to fill the memory on a busy machine: the one limit must not hide the other.
LIMITS = ReadLimits(seconds=4.0, memory=400_000_000, answer=100_000)


class Impatient:
    """Cancel at the step number `patience`."""

    def __init__(self, patience: int) -> None:
        self.patience = patience

    def step(self, done: float, label: str = "") -> None:
        """Count the step."""
        self.patience -= 1
        if self.patience <= 0:
            raise Cancelled

    def part(self, start: float, end: float) -> Progress:
        """Return itself."""
        return self


@pytest.fixture
def pool(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReaderPool]:
    """Return a pool of one process whose reader does what the file's name says."""
    monkeypatch.syspath_prepend(repository)
    pool = ReaderPool(LIMITS, load=hostile_readers.load, size=1)
    yield pool
    pool.close()


def pid(pool: ReaderPool) -> str:
    return pool.read(Path("name of the process")).text


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        ("hang", ErrorCode.READING_TOO_SLOW),
        ("spin", ErrorCode.READING_TOO_SLOW),
        ("crash", ErrorCode.READING_CRASHED),
        ("leave", ErrorCode.READING_CRASHED),
        ("200000", ErrorCode.READING_TOO_LARGE),
        pytest.param(
            "eat",
            ErrorCode.READING_TOO_LARGE,
            marks=pytest.mark.skipif(sys.platform == "darwin", reason="no such limit on macOS"),
        ),
    ],
)
def test_bad_end_is_told_and_the_next_file_is_read(
    pool: ReaderPool, deed: str, code: ErrorCode
) -> None:
    before = pid(pool)
    with pytest.raises(PlanError) as caught:
        pool.read(Path(deed))
    assert (caught.value.code, caught.value.subject) == (code, deed)
    assert pid(pool) != before


@pytest.mark.parametrize(
    ("deed", "code", "details"),
    [
        ("stumble", ErrorCode.FILE_DAMAGED, {"reason": "LookupError: no such thing"}),
        ("refuse", ErrorCode.FILE_TOO_LARGE, {"size_mb": "12", "limit_mb": "4"}),
    ],
)
def test_errors_come_over_and_the_process_goes_on(
    pool: ReaderPool, deed: str, code: ErrorCode, details: dict[str, str]
) -> None:
    before = pid(pool)
    with pytest.raises(PlanError) as caught:
        pool.read(Path(deed))
    assert (caught.value.code, caught.value.details) == (code, details)
    assert pid(pool) == before


@pytest.mark.parametrize("deed", ["recurse", "call home", "start program", "write"])
def test_what_no_reader_needs_is_refused(pool: ReaderPool, tmp_path: Path, deed: str) -> None:
    path = tmp_path / deed
    path.write_text("as it was", encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        pool.read(path)
    assert caught.value.code is ErrorCode.FILE_DAMAGED
    assert path.read_text(encoding="utf-8") == "as it was"


def test_readers_cannot_write_on_the_terminal(
    pool: ReaderPool, capfd: pytest.CaptureFixture[str]
) -> None:
    pool.read(Path("shout"))
    assert capfd.readouterr() == ("", "")


def test_cancel_ends_a_hanging_reader(pool: ReaderPool) -> None:
    before = pid(pool)
    with pytest.raises(Cancelled):
        pool.read(Path("hang"), Impatient(patience=4))
    assert pid(pool) != before


def test_cancel_is_heard_while_others_read(pool: ReaderPool) -> None:
    other = threading.Thread(target=pytest.raises, args=(PlanError, pool.read, Path("hang")))
    other.start()
    while pool._places.acquire(blocking=False):
        pool._places.release()
        time.sleep(0.001)
    with pytest.raises(Cancelled):
        pool.read(Path("5"), Impatient(patience=2))
    other.join()


def test_processes_are_reused_and_ended(pool: ReaderPool) -> None:
    first = pid(pool)
    assert pid(pool) == first
    pool.close()
    assert pid(pool) != first


def test_a_process_started_ahead_is_used(repository: Path, tmp_path: Path) -> None:
    pool = ReaderPool(size=1)
    try:
        pool._start_ahead()
        (ahead,) = pool._idle
        path = tmp_path / "甲.txt"
        path.write_text("甲市规划", encoding="utf-8")
        assert pool.read(path).text == "甲市规划"
        assert pool._idle == [ahead]
    finally:
        pool.close()


def test_a_damaged_process_cannot_give_a_wrong_document(
    pool: ReaderPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = {
        "title": "",
        "place": "",
        "origin": ["", "", "", ""],
        "blocks": [["paragraph", 0, 1, 0, ""]],
        "runs": [],
        "warnings": [],
    }
    for answer in (
        {},
        {"text": "一", "document": {}},
        {"text": 3, "document": good},
        {"text": "", "document": good},
        {"text": "一", "document": good | {"blocks": [["paragraph", 2, 1, 0, ""]]}},
        {"text": "一", "document": good | {"blocks": [["no kind", 0, 1, 0, ""]]}},
        {"text": "一", "document": good | {"origin": [1, 2, 3, 4]}},
    ):
        monkeypatch.setattr(pool, "_ask", lambda *_, found=answer: found)
        with pytest.raises(PlanError) as caught:
            pool.read(Path("a"))
        assert caught.value.code is ErrorCode.READING_CRASHED


def test_messages_hold_any_name_and_any_text() -> None:
    message = {"path": "\udcff", "text": "𠮷\ud800\n"}
    assert unpack(pack(message)) == message


def test_plans_are_read_as_the_importers_read_them(repository: Path) -> None:
    for path in sorted((repository / "resources" / "samples").glob("*_*.*")):
        assert worker.read_document(path) == base.read_document(path), path.name
    shared_readers().shrink()


def test_memory_of_the_real_readers_is_bounded(tmp_path: Path) -> None:
    pool = ReaderPool(ReadLimits(memory=200_000_000), size=1)
    path = tmp_path / "大.txt"
    path.write_bytes("一、甲\n".encode() * 600_000)
    try:
        with pytest.raises(PlanError) as caught:
            pool.read(path)
    finally:
        pool.close()
    assert caught.value.code is ErrorCode.READING_TOO_LARGE

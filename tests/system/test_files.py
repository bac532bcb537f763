"""Files are checked before they are read and replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.system import files
from plandraft.system.file_locks import lock_marker
from plandraft.system.files import (
    check_input_file,
    check_target,
    read_input_file,
    replace_atomically,
)

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="mode bits and links of POSIX")


def refused(path: Path, data: bytes = b"new") -> PlanError:
    """Return the error that replacing `path` raises."""
    with pytest.raises(PlanError) as caught:
        replace_atomically(path, data)
    return caught.value


def test_new_file_is_written(tmp_path: Path) -> None:
    target = tmp_path / "规划 📄.docx"
    replace_atomically(target, b"abc")
    assert target.read_bytes() == b"abc"
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@posix_only
def test_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace_atomically(tmp_path / "a.txt", b"abc")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


@posix_only
def test_permission_bits_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    target.chmod(0o604)
    replace_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o604


@posix_only
def test_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "a.txt"
    real.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    replace_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@posix_only
@pytest.mark.parametrize("mode", [0o444, 0o000])
def test_read_only_file_is_refused_even_for_root(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    target.chmod(mode)
    assert refused(target).code is ErrorCode.TARGET_READ_ONLY
    target.chmod(0o644)
    assert target.read_bytes() == b"old"


@posix_only
def test_read_only_folder_is_refused_even_for_root(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    (folder / "a.docx").write_bytes(b"old")
    folder.chmod(0o555)
    try:
        assert refused(folder / "a.docx").code is ErrorCode.TARGET_READ_ONLY
        assert refused(folder / "new.docx").code is ErrorCode.TARGET_READ_ONLY
        assert [path.name for path in folder.iterdir()] == ["a.docx"]
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        pytest.param(errno.EACCES, ErrorCode.TARGET_IN_USE, id="denied while replacing"),
        pytest.param(errno.EPERM, ErrorCode.TARGET_READ_ONLY, id="forbidden"),
        pytest.param(errno.EROFS, ErrorCode.TARGET_READ_ONLY, id="read-only file system"),
        pytest.param(errno.EIO, ErrorCode.TARGET_FAILED, id="broken disk"),
    ],
)
def test_failing_replacement_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: ErrorCode
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def fail(source: object, goal: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", fail)
    error = refused(target)
    assert error.code is code
    assert error.subject == str(target)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def windows_error(number: int) -> PermissionError:
    """Return the error that Windows raises with `number` as its own code."""
    error = PermissionError(errno.EACCES, "denied")
    error.winerror = number  # type: ignore[attr-defined, unused-ignore]
    return error


@pytest.mark.parametrize("number", [5, 32, 33])
def test_file_open_in_word_is_told_from_a_read_only_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    attempts: list[object] = []

    def fail(source: object, goal: object) -> None:
        attempts.append(goal)
        raise windows_error(number)

    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr(files, "_REPLACE_PAUSE_SECONDS", 0)
    assert refused(target).code is ErrorCode.TARGET_IN_USE
    assert len(attempts) > 1
    assert target.read_bytes() == b"old"


def test_passing_lock_of_a_virus_scanner_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    replace = os.replace
    failures = [windows_error(5), windows_error(32)]

    def fail_twice(source: Path, goal: Path) -> None:
        if failures:
            raise failures.pop()
        replace(source, goal)

    monkeypatch.setattr(os, "replace", fail_twice)
    monkeypatch.setattr(files, "_REPLACE_PAUSE_SECONDS", 0)
    replace_atomically(target, b"new")
    assert target.read_bytes() == b"new"


def test_file_open_in_libreoffice_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "草稿.docx"
    target.write_bytes(b"old")
    lock_marker(target).write_text(",me,host,;", encoding="utf-8")
    assert lock_marker(target).name == ".~lock.草稿.docx#"
    assert refused(target).code is ErrorCode.TARGET_IN_USE
    assert target.read_bytes() == b"old"


def test_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def fail(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    error = refused(target)
    assert error.code is ErrorCode.TARGET_FAILED
    assert error.details["reason"] == os.strerror(errno.ENOSPC)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_missing_folder_and_folder_as_target_are_named(tmp_path: Path) -> None:
    assert refused(tmp_path / "no" / "a.docx").code is ErrorCode.TARGET_FAILED
    assert refused(tmp_path).code is ErrorCode.TARGET_FAILED
    (tmp_path / "file").write_bytes(b"x")
    assert refused(tmp_path / "file" / "a.docx").code is ErrorCode.TARGET_FAILED
    assert refused(tmp_path / "nul\0l").code is ErrorCode.TARGET_FAILED
    assert refused(tmp_path / ("长" * 300)).code is ErrorCode.TARGET_FAILED


@posix_only
def test_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refused(pipe).code is ErrorCode.FILE_NOT_REGULAR
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@posix_only
def test_ring_of_links_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refused(tmp_path / "a").code is ErrorCode.TARGET_FAILED


def test_checking_a_target_changes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    assert check_target(target) == target.resolve()
    assert not list(tmp_path.iterdir())


def test_input_file_is_accepted_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert check_input_file(path, 5).st_size == 5
    with pytest.raises(PlanError) as caught:
        check_input_file(path, 4)
    assert caught.value.code is ErrorCode.FILE_TOO_LARGE


def test_unusable_input_files_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    cases = {
        tmp_path / "none.txt": ErrorCode.FILE_MISSING,
        tmp_path / "empty.txt" / "a": ErrorCode.FILE_MISSING,
        tmp_path / "nul\0l": ErrorCode.FILE_MISSING,
        tmp_path: ErrorCode.FILE_IS_FOLDER,
        tmp_path / "empty.txt": ErrorCode.FILE_EMPTY,
        # Windows knows no names of this length and says that there is no such file.
        tmp_path / ("长" * 300): (
            ErrorCode.FILE_MISSING if sys.platform == "win32" else ErrorCode.FILE_UNREADABLE
        ),
    }
    for path, code in cases.items():
        with pytest.raises(PlanError) as caught:
            check_input_file(path, 100)
        assert caught.value.code is code, path


@posix_only
def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PlanError) as caught:
        check_input_file(tmp_path / "pipe", 100)
    assert caught.value.code is ErrorCode.FILE_NOT_REGULAR


class WatchedFile:
    """Stand for a file that something happens to while it is read."""

    def __init__(self, path: Path, happens: Callable[[Path], None], times: int) -> None:
        self.path, self.happens, self.times = path, happens, times

    def read(self, stream: IO[bytes], size: int) -> bytes:
        """Read, and let it happen."""
        data = stream.read(size)
        if self.times:
            self.times -= 1
            self.happens(self.path)
        return data


def grow(path: Path) -> None:
    with path.open("ab") as stream:
        stream.write(b"more")


def vanish(path: Path) -> None:
    raise OSError(errno.ESTALE, "Stale file handle")


@pytest.mark.parametrize(
    ("happens", "times", "code"),
    [
        pytest.param(grow, 1, None, id="saved once"),
        pytest.param(grow, 99, ErrorCode.FILE_UNREADABLE, id="written on and on"),
        pytest.param(vanish, 1, ErrorCode.FILE_UNREADABLE, id="network drive gone"),
    ],
)
def test_file_that_changes_while_it_is_read(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    happens: Callable[[Path], None],
    times: int,
    code: ErrorCode | None,
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"plan")
    watched = WatchedFile(path, happens, times)
    monkeypatch.setattr(files, "_CHANGING_PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(files, "_read_from", watched.read)
    if code is None:
        assert read_input_file(path, 100) == b"planmore"
        return
    with pytest.raises(PlanError) as caught:
        read_input_file(path, 100)
    assert caught.value.code is code
    assert caught.value.subject == str(path)

"""Readers that misbehave, for the tests of the process that reads files."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from plandraft.core.model.document import Document, Origin
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Progress
from plandraft.core.model.spans import identity_map
from plandraft.io.worker_process import ReadFile


def load() -> ReadFile:
    """Return the reader that does what the file's name says."""
    return read


def read(path: Path, progress: Progress) -> Document:
    """Do what the name of `path` says."""
    progress.step(0.5)
    word = path.stem
    if word in _DEEDS:
        _DEEDS[word](path)
    text = "甲" * int(word) if word.isdecimal() else f"{os.getpid()}"
    origin = Origin(str(path), "txt", "utf-8", "0" * 64)
    return Document(text, (), "题", "", origin, identity_map(len(text)))


def _hang(path: Path) -> None:
    while True:
        time.sleep(60)


def _spin(path: Path) -> None:
    while True:
        pass


def _eat(path: Path) -> None:
    held = []
    while True:
        held.append(bytearray(10_000_000))


def _crash(path: Path) -> None:
    os.abort()


def _leave(path: Path) -> None:
    os._exit(0)


def _stumble(path: Path) -> None:
    raise LookupError("no such thing")


def _refuse(path: Path) -> None:
    raise PlanError(ErrorCode.FILE_TOO_LARGE, path, size_mb=12, limit_mb="4")


def _recurse(path: Path) -> None:
    _recurse(path)


def _call_home(path: Path) -> None:
    with socket.socket() as line:
        line.connect(("127.0.0.1", 9))


def _start_program(path: Path) -> None:
    subprocess.run([sys.executable, "--version"], check=True)


def _write(path: Path) -> None:
    path.write_text("changed", encoding="utf-8")


def _shout(path: Path) -> None:
    os.write(1, b"shout\n")
    os.write(2, b"shout\n")


_DEEDS = {
    "hang": _hang,
    "spin": _spin,
    "eat": _eat,
    "crash": _crash,
    "leave": _leave,
    "stumble": _stumble,
    "refuse": _refuse,
    "recurse": _recurse,
    "call home": _call_home,
    "start program": _start_program,
    "write": _write,
    "shout": _shout,
}

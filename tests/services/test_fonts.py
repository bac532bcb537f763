"""Prescribed faces are found under either name; substitutes are named in order."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plandraft.services.fonts import FontService
from plandraft.system import fonts


def statuses(*names: str) -> dict[str, tuple[bool, str]]:
    known = frozenset(name.casefold() for name in names)
    return {one.face: (one.installed, one.substitute) for one in FontService(lambda: known).check()}


@pytest.mark.parametrize(
    ("names", "face", "wanted"),
    [
        (("仿宋_GB2312",), "仿宋_GB2312", (True, "")),
        (("FangSong_GB2312",), "仿宋_GB2312", (True, "")),
        (("FangSong",), "仿宋_GB2312", (False, "仿宋")),
        (("STZhongsong", "SimSun"), "方正小标宋简体", (False, "华文中宋")),
        (("SimSun",), "方正小标宋简体", (False, "宋体")),
        ((), "黑体", (False, "")),
        (("SIMHEI",), "黑体", (True, "")),
    ],
)
def test_faces(names: tuple[str, ...], face: str, wanted: tuple[bool, str]) -> None:
    assert statuses(*names)[face] == wanted


def test_every_missing_face_has_advice() -> None:
    assert all(one.advice for one in FontService(frozenset).check())


@pytest.mark.skipif(sys.platform == "win32", reason="asks fontconfig")
def test_fontconfig_names_every_family(monkeypatch: pytest.MonkeyPatch) -> None:
    made = subprocess.CompletedProcess([], 0, "AR PL UMing CN,文鼎明體\nSimHei,黑体\n".encode())
    monkeypatch.setattr(fonts.shutil, "which", lambda name: "/usr/bin/fc-list")
    monkeypatch.setattr(fonts.subprocess, "run", lambda *_, **__: made)
    assert fonts.installed_faces() == {"ar pl uming cn", "文鼎明體", "simhei", "黑体"}


@pytest.mark.skipif(sys.platform == "win32", reason="asks fontconfig")
@pytest.mark.parametrize("error", [OSError(), subprocess.TimeoutExpired("fc-list", 20)])
def test_a_system_that_cannot_be_asked(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(fonts.shutil, "which", lambda name: "/usr/bin/fc-list")
    monkeypatch.setattr(fonts.subprocess, "run", fails)
    assert fonts.installed_faces() == frozenset()
    monkeypatch.setattr(fonts.shutil, "which", lambda name: None)
    assert fonts.installed_faces() == frozenset()

"""Which faces of an official document this machine has, and what Word uses in place of others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plandraft.system.fonts import installed_faces


@dataclass(frozen=True, slots=True)
class FaceStatus:
    """Say how one prescribed face stands here.

    `substitute` is the installed face that is used instead, "" where there is none or none is
    needed; `advice` says where the face comes from.
    """

    role: str
    face: str
    installed: bool
    substitute: str
    advice: str


@dataclass(frozen=True, slots=True)
class _Face:
    role: str
    names: tuple[str, ...]
    substitutes: tuple[tuple[str, ...], ...]
    advice: str


_WITH_WINDOWS = "中文 Windows 自带；如被删除，在“设置—应用—可选功能”添加“简体中文补充字体”。"
_FACES = (
    _Face(
        "标题、发文机关标志（小标宋体）",
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
        (("方正小标宋_GBK", "FZXiaoBiaoSong-B05"), ("华文中宋", "STZhongsong"), ("宋体", "SimSun")),
        "方正字库的商业字体，多数单位已购；也可在方正字库网站申请授权。",
    ),
    _Face(
        "正文（仿宋体）",
        ("仿宋_GB2312", "FangSong_GB2312"),
        (("仿宋", "FangSong"), ("方正仿宋_GBK", "FZFangSong-Z02"), ("华文仿宋", "STFangsong")),
        "旧版 Windows 和 WPS 附带；没有时用系统的“仿宋”，字形相同、字数更多。",
    ),
    _Face(
        "二级标题（楷体）",
        ("楷体_GB2312", "KaiTi_GB2312"),
        (("楷体", "KaiTi"), ("方正楷体_GBK", "FZKai-Z03"), ("华文楷体", "STKaiti")),
        "旧版 Windows 和 WPS 附带；没有时用系统的“楷体”，字形相同、字数更多。",
    ),
    _Face("一级标题（黑体）", ("黑体", "SimHei"), (("方正黑体_GBK", "FZHei-B01"),), _WITH_WINDOWS),
    _Face("页码（宋体）", ("宋体", "SimSun"), (("方正书宋_GBK", "FZShuSong-Z01"),), _WITH_WINDOWS),
    _Face("数字和字母", ("Times New Roman",), (("Liberation Serif",),), "Windows 自带。"),
)


class FontService:
    """Compare the prescribed faces with those that are installed."""

    def __init__(self, installed: Callable[[], frozenset[str]] = installed_faces) -> None:
        self._installed = installed

    def check(self) -> tuple[FaceStatus, ...]:
        """Return the status of each prescribed face, the title's first."""
        known = self._installed()
        found = []
        for face in _FACES:
            there = _has(known, face.names)
            others = (names[0] for names in face.substitutes if _has(known, names))
            substitute = "" if there else next(others, "")
            found.append(FaceStatus(face.role, face.names[0], there, substitute, face.advice))
        return tuple(found)


def _has(known: frozenset[str], names: tuple[str, ...]) -> bool:
    return any(name.casefold() in known for name in names)

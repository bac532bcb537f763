"""Type classes of faces: the standard names 仿宋体, a file names one of many fonts."""

from __future__ import annotations

_CLASSES: dict[str, tuple[str, ...]] = {
    "仿宋体": ("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "方正仿宋_GBK", "方正仿宋简体",
            "方正仿宋_GB2312", "华文仿宋", "STFangsong"),
    "楷体": ("楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312", "方正楷体_GBK", "方正楷体简体",
           "方正楷体_GB2312", "华文楷体", "STKaiti"),
    "黑体": ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti"),
    "宋体": ("宋体", "SimSun", "新宋体", "NSimSun", "方正书宋_GBK", "方正书宋简体", "华文宋体"),
    "小标宋体": ("方正小标宋简体", "方正小标宋_GBK", "方正小标宋_GB18030", "FZXiaoBiaoSong-B05S",
             "华文中宋", "STZhongsong"),
}  # fmt: skip
_BY_FACE = {face.casefold(): name for name, faces in _CLASSES.items() for face in faces}


def class_of(face: str) -> str:
    """Return the type class of a face, the face itself where it belongs to none."""
    return _BY_FACE.get(face.casefold(), face)


def is_chinese_official(face: str) -> bool:
    """Tell whether a face belongs to one of the type classes of official documents."""
    return face.casefold() in _BY_FACE

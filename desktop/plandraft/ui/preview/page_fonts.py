"""The faces of official documents as fonts of this machine."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from plandraft.core.draft.page_flow import FlowStyle

# A painter's unit is a tenth of a point, so that every size of type is a whole number.
UNITS = 10
_SERIF, _SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
_FAMILIES = {
    "方正小标宋简体": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "STZhongsong"),
    "仿宋_GB2312": ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong"),
    "楷体_GB2312": ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "AR PL UKai CN"),
    "黑体": ("黑体", "SimHei", "FZHei-B01"),
    "宋体": ("宋体", "SimSun", "FZShuSong-Z01"),
}
_HEAVY = frozenset({"方正小标宋简体"})
_SANS_FACES = frozenset({"黑体"})
_LATIN = ("Times New Roman", "Liberation Serif", "Nimbus Roman")


@lru_cache(maxsize=128)
def han_font(face: str, size: float, *, bold: bool) -> QFont:
    """Return the font for Chinese text of a face in `size` points."""
    wanted = _FAMILIES.get(face, (face,))
    there = [name for name in wanted if QFontDatabase.hasFamily(name)]
    font = _font([*(there or wanted), _SANS if face in _SANS_FACES else _SERIF], size)
    # Without a face of its own a title still looks like one.
    font.setBold(bold or (face in _HEAVY and not there))
    return font


@lru_cache(maxsize=128)
def latin_font(family: str, size: float, *, bold: bool) -> QFont:
    """Return the font for digits and Latin letters."""
    wanted = _FAMILIES.get(family, (family,) if family else ())
    font = _font([*wanted, *_LATIN], size)
    font.setBold(bold)
    return font


def fonts_of(style: FlowStyle) -> tuple[QFont, QFont]:
    """Return the Chinese and the Latin font of a style."""
    return (
        han_font(style.face, style.size, bold=style.bold),
        latin_font(style.latin, style.size, bold=style.bold),
    )


def _font(families: list[str], size: float) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(max(1, round(size * UNITS)))
    # Letters stand on the grid of the page, not on that of the screen.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font

"""The faces of runs, and which may stand in an official document."""

from __future__ import annotations

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.type_classes import class_of, is_chinese_official
from plandraft.io.layout_check.properties import Properties

__all__ = ["class_of", "face_of", "is_official"]

THEME = "主题字体"
LATIN_FACES = frozenset({official.LATIN.casefold(), "times", "times new roman bold"})


def face_of(properties: Properties) -> str:
    """Return the Chinese face of a run; a theme's face has only the theme for a name."""
    if "rFonts.eastAsiaTheme" in properties:
        return THEME
    return properties.get("rFonts.eastAsia", "")


def is_official(face: str) -> bool:
    """Tell whether a face may stand in an official document."""
    return is_chinese_official(face) or face.casefold() in LATIN_FACES

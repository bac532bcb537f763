"""How each kind of block is set on the page: measures and fonts for one size of type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextOption

from plandraft.core.model.document import Block, BlockKind
from plandraft.ui.models.palette import HEADING_FAMILIES, READING_FAMILIES, Palette

# A fixed pitch: with a proportional one it follows the tallest fallback font.
LINE_HEIGHT = 1.65
INDENT = 2.0
PAGE_MARGIN = 18.0  # pixels; holds the edge bars
LONGEST_LINE = 45.0
TABLE_SIZE = 0.86
_CELL_GAP = 1.2


@dataclass(frozen=True)
class PageStyle:
    """Hold what the page looks like; `points` is the size of body text, `family` its face.

    An empty family, or one that is not installed, leaves the faces of the product.
    """

    points: float
    palette: Palette
    family: str = ""

    @property
    def families(self) -> tuple[str, ...]:
        """Return the faces of body text, the first that is there counts."""
        return (self.family, *READING_FAMILIES) if self.family else READING_FAMILIES

    def font(self) -> QFont:
        """Return the font of body text."""
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPointSizeF(self.points)
        return font

    @cached_property
    def em(self) -> float:
        """Return the width of a Han character in pixels."""
        return QFontMetricsF(self.font()).horizontalAdvance("国")

    @cached_property
    def pitch(self) -> float:
        """Return the distance of two lines of body text in pixels."""
        return round(self.em * LINE_HEIGHT)


@dataclass(frozen=True, slots=True)
class _Setting:
    """Hold lengths in em; `size` is relative to body text."""

    size: float = 1.0
    bold: bool = False
    sans: bool = False
    indent: float = INDENT
    above: float = 0.0
    below: float = 0.35
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    quiet: bool = False


_CENTRE = Qt.AlignmentFlag.AlignHCenter
_SETTINGS = {
    BlockKind.TITLE: _Setting(1.4, True, True, 0.0, 0.6, 1.0, _CENTRE),
    BlockKind.PARAGRAPH: _Setting(),
    BlockKind.LIST_ITEM: _Setting(),
    BlockKind.TABLE_ROW: _Setting(TABLE_SIZE, indent=0.0, below=0.1),
    BlockKind.SIGNATURE: _Setting(indent=0.0, above=0.8, align=Qt.AlignmentFlag.AlignRight),
    BlockKind.DATE: _Setting(indent=0.0, align=Qt.AlignmentFlag.AlignRight),
    BlockKind.FURNITURE: _Setting(0.86, indent=0.0, align=_CENTRE, quiet=True),
}
_HEADINGS = {
    1: _Setting(1.16, True, True, 0.0, 1.1, 0.5),
    2: _Setting(1.0, True, True, 0.0, 0.7, 0.35),
    3: _Setting(1.0, True, False, INDENT, 0.35, 0.3),
}
_LOOSE = _Setting(indent=0.0)


def setting_key(block: Block | None) -> tuple[BlockKind | None, int]:
    """Return what decides the look of a block; None stands for a line outside any block."""
    if block is None:
        return None, 0
    if block.kind is BlockKind.HEADING:
        return block.kind, min(max(block.level, 1), 3)
    return block.kind, 0


@dataclass(frozen=True, slots=True)
class BlockLook:
    """Hold how one kind of block is set, in pixels; heights are whole, so that sums are exact.

    `baseline` lies below the upper edge of a line. `letters` is None where the font of the page
    will do.
    """

    em: float
    pitch: int
    baseline: float
    indent: float
    right: float
    above: int
    below: int
    align: Qt.AlignmentFlag
    letters: QTextCharFormat | None

    def option(self, tabs: Sequence[float] = ()) -> QTextOption:
        """Return how its lines are broken and aligned."""
        option = QTextOption(self.align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if tabs:
            option.setTabs([QTextOption.Tab(stop, QTextOption.TabType.LeftTab) for stop in tabs])
        return option


def make_look(key: tuple[BlockKind | None, int], style: PageStyle) -> BlockLook:
    """Return how a block is set; see `setting_key`."""
    kind, level = key
    if kind is None:
        setting = _LOOSE
    else:
        setting = _HEADINGS[level] if kind is BlockKind.HEADING else _SETTINGS[kind]
    em, pitch = style.em, round(style.pitch * setting.size)
    letters = _char_format(setting, style)
    font = QFont(style.font())
    if letters is not None:
        font = letters.font()
    metrics = QFontMetricsF(font)
    return BlockLook(
        em=em * setting.size,
        pitch=pitch,
        baseline=round((pitch + metrics.ascent() - metrics.descent()) / 2),
        indent=setting.indent * em,
        right=2 * em if setting.align == Qt.AlignmentFlag.AlignRight else 0.0,
        above=round(setting.above * em),
        below=round(setting.below * em),
        align=setting.align,
        letters=letters,
    )


def make_tabs(rows: Sequence[str], em: float, width: float) -> list[float]:
    """Return the tab stops in pixels that put the cells of `rows` below each other.

    Where `width` is too small the widest columns give way first; a cell that is longer than its
    column then pushes the rest of its row.
    """
    widths: list[float] = []
    for row in rows:
        for column, cell in enumerate(row.split("\t")):
            if column == len(widths):
                widths.append(0.0)
            widths[column] = max(widths[column], (_ems(cell) + _CELL_GAP) * em)
    limit = _fitting_limit(widths, width)
    return list(accumulate(min(column, limit) for column in widths[:-1]))


def _fitting_limit(widths: Sequence[float], width: float) -> float:
    """Return the greatest width a column may have so that all fit into `width`."""
    rest, columns = width, len(widths)
    for column in sorted(widths):
        if column * columns >= rest:
            return rest / columns
        rest -= column
        columns -= 1
    return max(widths, default=0.0)


def _ems(text: str) -> float:
    return sum(1.0 if character > "\u2e7f" else 0.55 for character in text)


def _char_format(setting: _Setting, style: PageStyle) -> QTextCharFormat | None:
    """Return what differs from the font of the page, or None."""
    if setting.size == 1.0 and not (setting.bold or setting.sans or setting.quiet):
        return None
    letters = QTextCharFormat()
    families = HEADING_FAMILIES if setting.sans else style.families
    letters.setFontFamilies(list(families))
    letters.setFontPointSize(style.points * setting.size)
    letters.setFontWeight(QFont.Weight.Bold if setting.bold else QFont.Weight.Normal)
    if setting.quiet:
        letters.setForeground(QColor(style.palette.muted))
    return letters

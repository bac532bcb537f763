"""Say how sure it is that what was taken for a heading is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plandraft.core.model.document import Block, BlockKind
from plandraft.core.text.classify import NO_HINT, LineHint
from plandraft.core.text.numbering import Label, LabelForm
from plandraft.core.text.pieces import Piece
from plandraft.core.text.titles import unnumbered_level

# Below this a reader should look for himself.
DOUBTFUL = 0.5
# A label that was found inside a line, behind a mark or behind nothing at all.
_GLUED = 0.1
# Where the heading ends and its body begins was told from the words.
_BODY_SPLIT_OFF = 0.05
# The number does not follow the one before (四 after 二): a number of the sentence, or a slip.
_OUT_OF_SEQUENCE = 0.3
# 1 without 2: perhaps no list at all.
_ALONE = 0.15
# Glued and neither one before nor one behind it: nothing speaks for it but its form.
_NO_SUPPORT = 0.3
_UNNUMBERED_HIGH = 0.9
_UNNUMBERED_LOW = 0.6
_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class _Support:
    """Tell whether the numbers before and behind go with a label."""

    before: bool
    behind: bool


def rate_headings(
    blocks: Sequence[Block], pieces: Sequence[Piece], hints: Sequence[LineHint]
) -> tuple[Block, ...]:
    """Return `blocks` with the confidence of their headings; `pieces` are those they were made of.

    A style of the file makes a heading certain. Else a label counts for less where it was found
    inside a line, and for much less where no number before or behind goes with it.
    """
    supports = _supports([piece.label for piece in pieces])
    rated = []
    for index, (block, piece) in enumerate(zip(blocks, pieces, strict=True)):
        if block.kind is not BlockKind.HEADING:
            rated.append(block)
            continue
        hint = hints[piece.paragraph] if piece.paragraph < len(hints) else NO_HINT
        confidence = 1.0 if hint.level else _confidence(block, piece, supports.get(index))
        rated.append(replace(block, confidence=confidence))
    return tuple(rated)


def _confidence(block: Block, piece: Piece, support: _Support | None) -> float:
    if support is None or piece.label is None:
        # 专栏1 has a number of its own; 前言 is a heading by its words.
        high = bool(block.number) or block.level == unnumbered_level("前言")
        return _UNNUMBERED_HIGH if high else _UNNUMBERED_LOW
    lost = _GLUED * piece.glued + _BODY_SPLIT_OFF * piece.headed
    lost += _OUT_OF_SEQUENCE * (not support.before)
    lost += _ALONE * (not support.behind and piece.label.value == 1)
    alone = piece.label.value == 1 or not support.before
    lost += _NO_SUPPORT * (piece.glued and alone and not support.behind)
    return round(max(_LEAST, 1.0 - lost), 2)


def _supports(labels: Sequence[Label | None]) -> dict[int, _Support]:
    """Return for each label whether its neighbours in its list go with it."""
    before = _neighbours(list(enumerate(labels)))
    behind = _neighbours(list(enumerate(labels))[::-1])
    supports = {}
    for index, label in enumerate(labels):
        if label is not None:
            earlier, later = before[index], behind[index]
            supports[index] = _Support(
                # An annex begins to count again.
                before=label.value == 1 or (earlier is not None and label.value == earlier + 1),
                behind=later is not None and later == label.value + 1,
            )
    return supports


def _neighbours(labels: Sequence[tuple[int, Label | None]]) -> dict[int, int | None]:
    """Return the value of the label of the same form that came last, in the same list."""
    last: dict[LabelForm, int] = {}
    found: dict[int, int | None] = {}
    for index, label in labels:
        if label is None:
            continue
        found[index] = last.get(label.form)
        last = {form: value for form, value in last.items() if form < label.form}
        last[label.form] = label.value
    return found

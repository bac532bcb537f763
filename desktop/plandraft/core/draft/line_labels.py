"""Labels of the lines of a section (一、（一）1.（1）) and how they count on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plandraft.core.draft.headings import DEEPEST_LEVEL, LONGEST_HEADING
from plandraft.core.text.numbering import LabelForm, label_at

HIGHEST_NUMBER = 99
_LEVELS = {LabelForm.HAN: 1, LabelForm.HAN_PAREN: 2, LabelForm.DIGIT: 3, LabelForm.DIGIT_PAREN: 4}
_CHAPTERS = (LabelForm.PART, LabelForm.CHAPTER, LabelForm.SECTION)
_SENTENCE_MARKS = frozenset("。；：！？，")
_CIRCLES = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")


@dataclass(frozen=True, slots=True)
class LineLabel:
    """Hold the label of a line: `end` is where its title begins, `heading` without a sentence."""

    form: LabelForm
    value: int
    end: int
    heading: bool

    @property
    def level(self) -> int:
        """Return the level 1…4 of the form."""
        return _LEVELS.get(self.form, 1)


def label_of_line(line: str) -> LineLabel | None:
    """Return the label that a line begins with and a title behind it, or None."""
    found = label_at(line, 0, len(line))
    if found is None or found.form not in {*_LEVELS, *_CHAPTERS}:
        return None
    rest = line[found.end :]
    if not rest.strip() or "\t" in line or line[0] in _CIRCLES:
        return None
    heading = len(line) <= LONGEST_HEADING and not _SENTENCE_MARKS & set(rest)
    return LineLabel(found.form, found.value, found.end, heading)


class LabelCounter:
    """Count the labelled lines of a section by their level 1…4."""

    def __init__(self) -> None:
        self.counts = [0] * (DEEPEST_LEVEL + 1)
        self.last = 0

    def read(self, texts: Sequence[str]) -> None:
        """Take the numbers as they stand in the lines of a section."""
        for text in texts:
            label = label_of_line(text)
            if label is None:
                self.last = 0
            else:
                self._set(label.level, label.value)

    def next(self, label: LineLabel, level: int) -> int:
        """Return the number of the next line at `level`; a list that begins anew begins at 1."""
        anew = not label.heading and label.value == 1 and self.last != level
        self._set(level, 1 if anew else self.counts[level] + 1)
        return self.counts[level]

    def plain(self) -> None:
        """Hear of a line without a label."""
        self.last = 0

    def _set(self, level: int, value: int) -> None:
        self.counts[level] = value
        self.counts[level + 1 :] = [0] * (DEEPEST_LEVEL - level)
        self.last = level

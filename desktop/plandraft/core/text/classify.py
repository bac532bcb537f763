"""Decide what each piece of a document is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plandraft.core.model.document import Block, BlockKind
from plandraft.core.model.spans import Span
from plandraft.core.text import titles
from plandraft.core.text.numbering import LabelForm, level_of
from plandraft.core.text.pieces import Piece

# A heading of level 1 or 2 may hold two clauses; one of level 3 or 4 seldom does.
_LONGEST_HIGH_HEADING = 60
_LONGEST_LOW_HEADING = 45
# A labelled line that ends with a mark is a heading only when it is as short as this.
_LONGEST_MARKED_HEADING = 30
_INNER_MARK = re.compile("[。；！？;](?=.)", re.DOTALL)
_END_MARK = "。；，、：;,:.…！？!?"
_Forms = tuple[LabelForm, ...]
_CHAPTERS: _Forms = (LabelForm.PART, LabelForm.CHAPTER, LabelForm.SECTION)


@dataclass(frozen=True, slots=True)
class LineHint:
    """Hold what a file format says of one line: its kind, or a heading `level` by style.

    `level` is 1…9 for a heading by style or outline level, 0 for none; `kind` is None where the
    format says nothing. `tabbed` says that a tab may stand between cells: the format has no
    tables of its own.
    """

    kind: BlockKind | None = None
    level: int = 0
    tabbed: bool = False


NO_HINT = LineHint()
_PLAIN_TEXT = LineHint(tabbed=True)


@dataclass(frozen=True, slots=True)
class _Line:
    """Hold one piece with its text and the hint of its line."""

    piece: Piece
    text: str
    words: str
    hint: LineHint

    @property
    def labelled(self) -> bool:
        return self.piece.label is not None


def classify(
    source: str, pieces: Sequence[Piece], hints: Sequence[LineHint]
) -> tuple[tuple[Block, ...], str]:
    """Return a block for each piece (spans of the source) and the document's title."""
    lines = [_line(source, piece, hints) for piece in pieces]
    texts = [line.text for line in lines]
    title = _hinted_title(lines) or _found_title(lines, texts)
    kinds = _title_kinds(lines, texts, title)
    _mark_endings(lines, texts, kinds)
    forms = {line.piece.label.form for line in lines if line.piece.label is not None}
    chapters = tuple(form for form in _CHAPTERS if form in forms)
    blocks = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        kind = kinds.get(index)
        if kind is not None:
            blocks.append(_unlabelled(line, kind))
        else:
            blocks.append(_block(line, after, chapters, listed=_in_list(line, lines, blocks)))
    return tuple(blocks), titles.join_title(texts, title)


def _line(source: str, piece: Piece, hints: Sequence[LineHint]) -> _Line:
    hint = hints[piece.paragraph] if piece.paragraph < len(hints) else _PLAIN_TEXT
    words_at = piece.label.end if piece.label else piece.start
    words = source[words_at : piece.end].strip()
    return _Line(piece, source[piece.start : piece.end], words, hint)


def _hinted_title(lines: Sequence[_Line]) -> tuple[int, ...]:
    found: list[int] = []
    for index, line in enumerate(lines):
        if line.hint.kind is BlockKind.TITLE:
            found.append(index)
        elif found:
            break
    return tuple(found)


def _found_title(lines: Sequence[_Line], texts: Sequence[str]) -> tuple[int, ...]:
    found = titles.find_title(texts)
    if not found:
        return ()
    first = lines[found[0]]
    if first.hint.kind is not None:
        return ()
    # A heading style on the first line and on others alike makes it a heading, not the title.
    alike = [
        line
        for line in lines[found[-1] + 1 :]
        if line.hint.level and line.hint.level == first.hint.level
    ]
    return () if alike and not titles.names_genre(first.text) else found


def _title_kinds(
    lines: Sequence[_Line], texts: Sequence[str], title: tuple[int, ...]
) -> dict[int, BlockKind]:
    kinds = dict.fromkeys(title, BlockKind.TITLE)
    dated = False
    for index, line in enumerate(lines):
        if index in kinds or line.labelled:
            continue
        if line.hint.kind is BlockKind.TITLE:
            kinds[index] = BlockKind.TITLE
            continue
        mark_before = index > 0 and titles.is_annex_mark(texts[index - 1])
        date_before = dated and titles.is_date(texts[index - 1])
        if mark_before or (date_before and titles.names_genre(texts[index])):
            kinds.update(dict.fromkeys(titles.title_lines(texts, index), BlockKind.TITLE))
        elif dated and titles.is_annex_title(texts[index]):
            kinds[index] = BlockKind.TITLE
        dated = dated or titles.is_date(texts[index])
    return kinds


def _mark_endings(
    lines: Sequence[_Line], texts: Sequence[str], kinds: dict[int, BlockKind]
) -> None:
    for index, line in enumerate(lines):
        if index in kinds or line.hint.kind is BlockKind.TABLE_ROW:
            continue
        if titles.is_date(texts[index]):
            kinds[index] = BlockKind.DATE
            above = index - 1
            while above >= 0 and above not in kinds and titles.is_unit(texts[above]):
                kinds[above] = BlockKind.SIGNATURE
                above -= 1
    last = len(lines) - 1
    while last >= 0 and titles.is_furniture(texts[last]):
        last -= 1
    if last > 0 and last not in kinds and not lines[last].labelled and titles.is_unit(texts[last]):
        kinds[last] = BlockKind.SIGNATURE


def _unlabelled(line: _Line, kind: BlockKind, level: int = 0, number: str = "") -> Block:
    return Block(kind, Span(line.piece.start, line.piece.end), level, number)


def _in_list(line: _Line, lines: Sequence[_Line], blocks: Sequence[Block]) -> bool:
    """Tell whether the block before is a list item of the same form."""
    label, index = line.piece.label, len(blocks) - 1
    before = lines[index].piece.label if index >= 0 else None
    return (
        label is not None
        and before is not None
        and before.form is label.form
        and blocks[index].kind is BlockKind.LIST_ITEM
    )


def _block(line: _Line, after: _Line | None, chapters: _Forms, *, listed: bool) -> Block:
    if line.hint.kind is not None:
        return _hinted(line, line.hint.kind, chapters)
    if titles.is_furniture(line.text):
        return _unlabelled(line, BlockKind.FURNITURE)
    if line.piece.label is not None:
        kind = _labelled_kind(line, after, listed=listed)
        if kind is BlockKind.PARAGRAPH:
            return _unlabelled(line, kind)
        level = _level(line, chapters)
        return _unlabelled(line, kind, level, line.piece.label.number)
    if line.hint.level and _reads_as_heading(line):
        return _unlabelled(line, BlockKind.HEADING, min(line.hint.level, 4))
    if number := titles.box_number(line.text):
        return _unlabelled(line, BlockKind.HEADING, 3, number)
    if level := titles.unnumbered_level(line.text):
        return _unlabelled(line, BlockKind.HEADING, level)
    if line.hint.tabbed and "\t" in line.text and not _INNER_MARK.search(line.text):
        return _unlabelled(line, BlockKind.TABLE_ROW)
    return _unlabelled(line, BlockKind.PARAGRAPH)


def _hinted(line: _Line, kind: BlockKind, chapters: _Forms) -> Block:
    label = line.piece.label
    if kind is BlockKind.LIST_ITEM and label is not None:
        return _unlabelled(line, kind, _level(line, chapters), label.number)
    return _unlabelled(line, kind)


def _level(line: _Line, chapters: _Forms) -> int:
    label = line.piece.label
    assert label is not None
    if label.form in chapters:
        # 章 is level 1 unless the document has 篇 too, and so on.
        return chapters.index(label.form) + 1
    return level_of(label.form, len(chapters))


def _labelled_kind(line: _Line, after: _Line | None, *, listed: bool) -> BlockKind:
    label = line.piece.label
    assert label is not None
    if line.piece.headed:
        return BlockKind.HEADING
    inner = _INNER_MARK.search(line.words) is not None
    if label.form in _CHAPTERS:
        sentence = inner or line.words[-1:] in {"。", "；", "，"}
        fits = len(line.words) <= _LONGEST_HIGH_HEADING and not sentence
        return BlockKind.HEADING if fits else BlockKind.PARAGRAPH
    if label.form > LabelForm.DIGIT_PAREN or inner or not line.words:
        return BlockKind.LIST_ITEM
    heads = _ends_as_heading(line) and (
        bool(line.hint.level)
        or (label.form < LabelForm.DIGIT and line.words[-1] not in _END_MARK)
        or (not listed and _opens_text(line, after))
    )
    return BlockKind.HEADING if heads else BlockKind.LIST_ITEM


def _ends_as_heading(line: _Line) -> bool:
    label = line.piece.label
    high = label is not None and label.form < LabelForm.DIGIT
    if line.words[-1] in _END_MARK:
        allowed = "。：:" if high else "：:"
        return line.words[-1] in allowed and len(line.words) <= _LONGEST_MARKED_HEADING
    return len(line.words) <= (_LONGEST_HIGH_HEADING if high else _LONGEST_LOW_HEADING)


def _opens_text(line: _Line, after: _Line | None) -> bool:
    """Tell whether what follows belongs below `line`: text, or a lower label."""
    if after is None or line.piece.label is None:
        return False
    if after.piece.label is None:
        return len(after.text) > 1 and not titles.is_date(after.text)
    return after.piece.label.form > line.piece.label.form


def _reads_as_heading(line: _Line) -> bool:
    return len(line.text) <= _LONGEST_HIGH_HEADING and not _INNER_MARK.search(line.text)

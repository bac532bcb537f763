"""Read RTF: its text, tables, styles and numbers."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field, replace

from plandraft.core.model.document import BlockKind, DocumentWarning, WarningCode
from plandraft.core.text.structure import LineHint
from plandraft.io.importers import rtf_words
from plandraft.io.importers.docx_numbering import close_label, join_label
from plandraft.io.importers.docx_styles import (
    NO_STYLE,
    ParagraphStyle,
    heading_level_of,
    hint_of_style,
    is_contents_name,
    is_title_name,
)
from plandraft.io.importers.lines import LineCollector
from plandraft.io.importers.reading import Reading, join_surrogates

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)",
    re.DOTALL,
)
_BODY_OUTLINE = 9
# A number that Word put before a paragraph is at most so long; bullets are a sign of a font.
_BULLET = re.compile(r"[\W_]{0,2}")


@dataclass(slots=True)
class _State:
    """Hold what a group inherits and its end takes back."""

    ignored: bool = False
    place: str = ""
    skip: int = 1
    font: int = -1
    wide_font: int = -1
    wide: bool = False
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False
    style: int = 0
    outline: int | None = None


@dataclass(slots=True)
class _Style:
    number: int = 0
    base: int = -1
    outline: int | None = None
    name: str = ""


@dataclass(slots=True)
class _RtfReader:
    """Take the tokens of one document."""

    codec: str = rtf_words.WESTERN
    collector: LineCollector = field(default_factory=LineCollector)
    changes: int = 0
    _default_font: int = -1
    _charsets: dict[int, int] = field(default_factory=dict)
    _styles: dict[int, _Style] = field(default_factory=dict)
    _style: _Style = field(default_factory=_Style)
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _parts: list[str] = field(default_factory=list)
    _label: list[str] = field(default_factory=list)
    _to_skip: int = 0
    _optional: bool = False
    _rows: list[list[LineCollector]] = field(default_factory=list)
    _row: list[LineCollector] = field(default_factory=list)
    _cell: LineCollector = field(default_factory=LineCollector)

    def read(self, data: bytes) -> None:
        """Read the whole of `data`."""
        at = 0
        while (found := _TOKEN.search(data, at)) is not None:
            at = found.end()
            word, number, code, symbol, brace, text = found.groups()
            if text is not None:
                self._take_bytes(text)
            elif code is not None:
                self._take_bytes(bytes([int(code, 16)]))
            elif word is not None:
                if word == b"bin":
                    at += max(0, int(number or 0))
                else:
                    value = int(number) if number is not None else None
                    self._word(word.decode("ascii"), value)
            elif brace is not None:
                self._brace(opens=brace == b"{")
            else:
                self._symbol(symbol.decode("latin-1"))
        self._flush()
        if self._parts or self._label:
            self._end_paragraph()
        self._close_table()

    def _brace(self, *, opens: bool) -> None:
        self._flush()
        self._to_skip = 0
        self._optional = False
        if opens:
            self._stack.append(copy.copy(self._state))
        elif self._stack:
            if self._state.place == "stylesheet":
                self._end_style()
            self._state = self._stack.pop()

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._optional = True
        elif symbol in "\r\n":
            self._word("par", None)
        elif self._to_skip:
            self._to_skip -= 1
        elif symbol in rtf_words.SYMBOLS:
            self._put(rtf_words.SYMBOLS[symbol])

    def _word(self, word: str, value: int | None) -> None:
        if word == "u" and value is not None:
            self._to_skip = 0
            self._put(chr(value & 0xFFFF))
            self._to_skip = self._state.skip
            return
        if self._to_skip:
            self._to_skip -= 1
            return
        self._flush()
        if self._open_place(word):
            return
        state = self._state
        if word in rtf_words.CHARACTERS:
            self._put(rtf_words.CHARACTERS[word])
        elif not state.ignored and word in {"par", "sect", "cell", "row"} and not state.place:
            self._end(word)
        else:
            self._set(word, value)

    def _open_place(self, word: str) -> bool:
        """Take the word that says what a group is for."""
        optional, self._optional = self._optional, False
        state = self._state
        if word in {"fonttbl", "stylesheet", "listtext", "pntext"}:
            state.place = word
            state.ignored = state.ignored and word != "listtext"
        elif word in rtf_words.KNOWN_OPTIONAL:
            state.ignored = False if word == "ud" else state.ignored
        elif word in rtf_words.IGNORED or optional:
            state.ignored = True
        else:
            return False
        return True

    def _set(self, word: str, value: int | None) -> None:
        state = self._state
        on = value != 0
        if word == "uc" and value is not None:
            state.skip = max(0, value)
        elif word == "f" and value is not None:
            state.font = value
        elif word == "af" and value is not None and state.wide:
            state.wide_font = value
        elif word in {"loch", "hich", "dbch"}:
            state.wide = word == "dbch"
        elif word == "fcharset" and value is not None:
            self._charsets[state.font] = value
        elif word == "ansicpg" and value is not None:
            self.codec = rtf_words.codec_of_page(value)
        elif word == "deff" and value is not None:
            self._default_font = value
        elif word == "plain":
            state.hidden = state.deleted = state.wide = False
            state.font = self._default_font
        elif word == "v":
            state.hidden = on
        elif word in {"deleted", "revised"}:
            self.changes += on
            state.deleted = on if word == "deleted" else state.deleted
        else:
            self._set_paragraph(word, value)

    def _set_paragraph(self, word: str, value: int | None) -> None:
        state = self._state
        if word == "pard":
            state.in_table, state.style, state.outline = False, 0, None
        elif word == "intbl":
            state.in_table = value != 0
        elif word == "s" and value is not None:
            state.style = value
            self._style.number = value
        elif word == "sbasedon" and value is not None:
            self._style.base = value
        elif word == "outlinelevel" and value is not None:
            state.outline = value + 1 if value < _BODY_OUTLINE else 0
            self._style.outline = state.outline

    def _take_bytes(self, content: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(content))
            self._to_skip -= skipped
            content = content[skipped:]
        if not self._state.ignored:
            self._bytes += content

    def _flush(self) -> None:
        """Decode the bytes so far: two of them may be one letter."""
        if self._bytes:
            content, self._bytes = bytes(self._bytes), bytearray()
            self._put(self._decode(content))

    def _decode(self, content: bytes) -> str:
        if content.isascii():
            return content.decode("ascii")
        state = self._state
        font = state.wide_font if state.wide and state.wide_font >= 0 else state.font
        charset = self._charsets.get(font, 1)
        if charset == rtf_words.SYMBOL_CHARSET:
            return "".join(chr(byte) for byte in content if byte < 0x80)
        codec = rtf_words.codec_of_charset(charset, self.codec)
        if codec == rtf_words.WESTERN and self.codec in rtf_words.MULTI_BYTE:
            # Fonts of Western letters stand for Chinese ones too; the whole document knows better.
            try:
                return content.decode(self.codec)
            except UnicodeDecodeError:
                return content.decode(codec, errors="replace")
        return content.decode(codec, errors="replace")

    def _put(self, text: str) -> None:
        self._flush()
        state = self._state
        if state.ignored or not text:
            return
        if state.place == "stylesheet":
            self._style.name += text
            if text.endswith(";"):
                self._end_style()
        elif state.place in {"listtext", "pntext"}:
            self._label.append(text)
        elif not state.place and not state.hidden and not state.deleted:
            self._parts.append(text)

    def _end_style(self) -> None:
        style, self._style = self._style, _Style()
        if style.name.strip():
            style.name = style.name.strip().rstrip(";").strip()
            self._styles[style.number] = style

    def _end(self, word: str) -> None:
        state = self._state
        if word == "row":
            self._close_row()
            return
        if word == "cell":
            self._end_paragraph(self._cell)
            self._row.append(self._cell)
            self._cell = LineCollector()
        elif state.in_table:
            self._end_paragraph(self._cell)
        elif not state.deleted:
            self._close_table()
            self._end_paragraph()

    def _end_paragraph(self, collector: LineCollector | None = None) -> None:
        text = join_surrogates("".join(self._parts))
        label = join_surrogates("".join(self._label)).strip()
        self._parts, self._label = [], []
        bullet = bool(label) and _BULLET.fullmatch(label) is not None
        if label and not bullet:
            text = join_label(close_label(label), text)
        hint = hint_of_style(self._style_of(self._state.style), self._state.outline, bullet=bullet)
        if bullet:
            hint = LineHint(BlockKind.LIST_ITEM)
        (collector if collector is not None else self.collector).add(text, hint)

    def _style_of(self, number: int) -> ParagraphStyle:
        level: int | None = None
        first: _Style | None = None
        seen: set[int] = set()
        while number in self._styles and number not in seen:
            seen.add(number)
            style = self._styles[number]
            first = first or style
            own = heading_level_of(style.name) or None
            level = (
                (style.outline if style.outline is not None else own) if level is None else level
            )
            number = style.base
        if first is None:
            return NO_STYLE
        return replace(
            NO_STYLE,
            title=is_title_name(first.name),
            contents=is_contents_name(first.name),
            level=level or 0,
        )

    def _close_row(self) -> None:
        if self._parts:
            self._end_paragraph(self._cell)
        if self._cell.lines:
            self._row.append(self._cell)
            self._cell = LineCollector()
        if self._row:
            self._rows.append(self._row)
            self._row = []

    def _close_table(self) -> None:
        if self._row or self._cell.lines:
            self._close_row()
        if self._rows:
            self.collector.add_table(self._rows)
            self._rows = []


def read_rtf(data: bytes) -> Reading:
    """Read the text of the RTF in `data`; a cut file gives the text before the cut.

    Deletions, hidden text, notes, headers and footers are not in the text.
    """
    reader = _RtfReader()
    reader.read(data)
    warnings = []
    if reader.changes:
        warnings.append(DocumentWarning(WarningCode.TRACKED_CHANGES, reader.changes))
    return reader.collector.reading("rtf", warnings=warnings)

"""Find the paragraphs of a document that hold what was searched for."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from plandraft.core.model.document import BlockKind, Document
from plandraft.core.model.spans import Span
from plandraft.core.text.outline import section_at, sections_of

_PASSAGES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class PassageHit:
    """Hold a paragraph that was found.

    `span` is in code points of the document's text; `section` is the nearest heading, or "".
    """

    document_id: int
    title: str
    place: str
    section: str
    span: Span
    text: str


def find_in_document(identity: int, document: Document, query: str) -> list[PassageHit]:
    """Return the paragraphs with every word of `query`; marks, width and case make no difference.

    Words are what stands between white space.
    """
    words = [word for word in map(_letters, query.split()) if word]
    if not words:
        return []
    sections = sections_of(document)
    hits = []
    for block in document.blocks:
        if block.kind not in _PASSAGES:
            continue
        text = document.block_text(block)
        letters = _letters(text)
        if all(word in letters for word in words):
            section = section_at(sections, block.span.start)
            title = section.title if section else ""
            hits.append(
                PassageHit(identity, document.title, document.place, title, block.span, text)
            )
    return hits


class WordFinder:
    """Find every place of words in one text; marks, width and case make no difference."""

    def __init__(self, text: str) -> None:
        self._places: list[int] = []
        letters: list[str] = []
        for place, char in enumerate(text):
            # Most letters stay what they are; a line end keeps words of two blocks apart.
            same = "一" <= char <= "鿿" or char == "\n"
            for letter in char if same else _letters(char):
                letters.append(letter)
                self._places.append(place)
        self._text = "".join(letters)

    def find(self, query: str) -> tuple[Span, ...]:
        """Return the places of each word of `query`, in code points, from first to last."""
        found: set[Span] = set()
        for word in filter(None, map(_letters, query.split())):
            at = self._text.find(word)
            while at >= 0:
                last = at + len(word) - 1
                found.add(Span(self._places[at], self._places[last] + 1))
                at = self._text.find(word, at + len(word))
        return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, normalize("NFKC", text).casefold()))

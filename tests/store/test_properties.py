"""Documents survive storing, and the index agrees with a plain search through the letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database
from tests.store.store_samples import NOON

from plandraft.core.model.document import (
    Block,
    BlockKind,
    Document,
    DocumentWarning,
    Origin,
    WarningCode,
)
from plandraft.core.model.spans import OffsetMap, OffsetRun, Span
from plandraft.store.character_tokens import character_tokens
from plandraft.store.document_payload import document_payload, load_document
from plandraft.store.documents import DocumentDetails, add_document, list_documents
from plandraft.store.migrations import migrate

# Few letters, so that they meet; marks, width, case, rare Han and spaces among them.
LETTERS = st.text(alphabet='政务建设Aａ1１，。 \n𠮷é々"*-', max_size=12)


def build(text: str, title: str) -> Document:
    """Return a document of one block."""
    return Document(
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
        title=title,
        place="",
        origin=Origin("p", "txt", "utf-8", "ab"),
        source_map=OffsetMap(()),
    )


def found_plainly(query: str, *texts: str) -> bool:
    """Tell whether each word of the query stands in one of the texts, letters only."""
    words = [word for word in map(character_tokens, query.split()) if word]
    padded = [f" {character_tokens(text)} " for text in texts]
    return bool(words) and all(any(f" {word} " in text for text in padded) for word in words)


@given(text=LETTERS, title=LETTERS, query=st.text(alphabet='政务建设aＡ1，𠮷 "*', max_size=5))
def test_index_finds_what_a_plain_search_finds(text: str, title: str, query: str) -> None:
    database = Database(memory=True)
    migrate(database, 0)
    add_document(database, build(text, title), details=DocumentDetails(period=""), added_at=NOON)
    found = bool(list_documents(database, query))
    database.close()
    assert found == (found_plainly(query, text, title) if query.strip() else True)


spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(*sorted(pair)))
documents = st.builds(
    Document,
    text=st.text(),
    blocks=st.lists(
        st.builds(Block, st.sampled_from(BlockKind), spans, st.integers(0, 4), st.text())
    ).map(tuple),
    title=st.text(),
    place=st.text(),
    origin=st.builds(Origin, st.text(), st.text(), st.text(), st.text()),
    source_map=st.lists(
        st.builds(OffsetRun, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
    ).map(lambda runs: OffsetMap(tuple(runs))),
    warnings=st.lists(
        st.builds(DocumentWarning, st.sampled_from(WarningCode), st.integers(0, 9), st.text())
    ).map(tuple),
)


@given(document=documents)
def test_document_survives_its_payload(document: Document) -> None:
    assert load_document(document.text, document_payload(document)) == document

"""The wording common to the plans of the library, kept until the plans are others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING

from plandraft.core.compare.common_phrases import LEAST_LETTERS, CommonPhrases
from plandraft.store.database import writing

if TYPE_CHECKING:
    from sqlite_utils import Database

# Another way of finding them makes what was kept stale.
_METHOD = "1"


def library_digest(database: Database) -> str:
    """Return a hash of what the library holds: other plans or repairs, another hash."""
    rows = database.conn.execute(
        "SELECT sha256, characters, repairs FROM documents WHERE removed_at IS NULL ORDER BY sha256"
    ).fetchall()
    return blake2b(json.dumps([_METHOD, *rows]).encode(), digest_size=16).hexdigest()


def plan_texts(database: Database, longest: int) -> Iterator[str]:
    """Yield the texts of all plans of at most `longest` code points, the newest first."""
    rows = database.conn.execute(
        "SELECT text FROM documents WHERE removed_at IS NULL AND length(text) <= ? "
        "ORDER BY added_at DESC, id DESC",
        (longest,),
    )
    for (text,) in rows:
        yield str(text)


def load_common(database: Database, digest: str) -> CommonPhrases | None:
    """Return what was kept for a library with this hash; None where it is stale or broken."""
    row = database.conn.execute(
        "SELECT plans, pieces FROM common_phrases WHERE digest = ?", (digest,)
    ).fetchone()
    if row is None:
        return None
    try:
        pieces = {str(piece): int(str(mask), 16) for piece, mask in json.loads(str(row[1])).items()}
        plans = int(row[0])
    except (ValueError, AttributeError):
        return None  # it is made anew, and then whole
    if any(len(piece) != LEAST_LETTERS for piece in pieces):
        return None
    return CommonPhrases(plans, pieces)


def save_common(database: Database, digest: str, phrases: CommonPhrases) -> None:
    """Keep the wording of a library with this hash in place of any other."""
    pieces = {piece: f"{mask:x}" for piece, mask in phrases.pieces.items()}
    with writing(database):
        database.conn.execute("DELETE FROM common_phrases")
        database.conn.execute(
            "INSERT INTO common_phrases(digest, plans, pieces) VALUES (?, ?, ?)",
            (digest, phrases.plans, json.dumps(pieces)),
        )

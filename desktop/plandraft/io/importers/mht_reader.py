"""Read web archives (.mht): a page and its pictures in the form of a mail."""

from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError
from email.message import Message

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.importers.html_reader import read_page
from plandraft.io.importers.reading import Reading
from plandraft.io.importers.text_reader import decode_text


def read_mht(data: bytes) -> Reading:
    """Read the page of the archive in `data`; raises PlanError FILE_DAMAGED."""
    try:
        message = message_from_bytes(data.lstrip())
        page = _page(message)
        content = page.get_payload(decode=True) if page is not None else None
        charset = page.get_content_charset() if page is not None else None
    except (MessageError, LookupError, ValueError, RecursionError) as error:
        raise PlanError(ErrorCode.FILE_DAMAGED, reason="MHT") from error
    if page is None or not isinstance(content, bytes):
        raise PlanError(ErrorCode.FILE_DAMAGED, reason="MHT")
    if page.get_content_type() == "text/plain":
        text, encoding, _ = decode_text(content)
        return Reading(text, "mht", encoding)
    return read_page(content, "mht", charset or "")


def _page(message: Message) -> Message | None:
    """Return the first page, of nested parts too; plain text only where there is none."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    for kind in ("text/html", "application/xhtml+xml", "text/plain"):
        for part in parts:
            if part.get_content_type() == kind and part.get_filename() is None:
                return part
    return None

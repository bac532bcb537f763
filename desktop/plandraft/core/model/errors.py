"""Errors that a user can do something about: a code and values, no user text."""

from __future__ import annotations

from enum import StrEnum


class ErrorCode(StrEnum):
    """Name what went wrong; the user's text for each is in `system/messages.py`."""

    FILE_MISSING = "file_missing"
    FILE_IS_FOLDER = "file_is_folder"
    FILE_NOT_REGULAR = "file_not_regular"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILE_TOO_LONG = "file_too_long"
    FILE_BINARY = "file_binary"
    FILE_ARCHIVE = "file_archive"
    FILE_PICTURE = "file_picture"
    FILE_DAMAGED = "file_damaged"
    FILE_ENCRYPTED = "file_encrypted"
    FILE_UNSUPPORTED = "file_unsupported"
    READING_TOO_SLOW = "reading_too_slow"
    READING_TOO_LARGE = "reading_too_large"
    READING_CRASHED = "reading_crashed"
    CONVERTER_MISSING = "converter_missing"
    CONVERSION_FAILED = "conversion_failed"
    NO_TEXT = "no_text"
    TARGET_IN_USE = "target_in_use"
    TARGET_READ_ONLY = "target_read_only"
    TARGET_FAILED = "target_failed"
    TARGET_IS_INPUT = "target_is_input"
    TEMPLATE_UNKNOWN = "template_unknown"
    TEMPLATE_DAMAGED = "template_damaged"
    SLOT_UNKNOWN = "slot_unknown"
    SLOT_MALFORMED = "slot_malformed"
    SECTION_UNKNOWN = "section_unknown"
    SPAN_OUTSIDE_TEXT = "span_outside_text"
    DRAFT_DAMAGED = "draft_damaged"
    DRAFT_EXISTS = "draft_exists"
    DRAFT_NOT_FINAL = "draft_not_final"
    REPORT_FORMAT_UNKNOWN = "report_format_unknown"
    LIBRARY_DAMAGED = "library_damaged"
    LIBRARY_BUSY = "library_busy"
    LIBRARY_TOO_NEW = "library_too_new"
    DOCUMENT_GONE = "document_gone"
    LIST_NOT_UTF8 = "list_not_utf8"
    PHRASE_LINE_BAD = "phrase_line_bad"
    SUBSTITUTION_LINE_BAD = "substitution_line_bad"


class PlanError(Exception):
    """Carry an error to the one who shows it.

    `subject` is what it is about (a path, a section id, a slot name); `details` fill the
    placeholders of the message.
    """

    def __init__(self, code: ErrorCode, subject: object = "", **details: object) -> None:
        super().__init__(f"{code.value}: {subject}")
        self.code = code
        self.subject = str(subject)
        self.details = details

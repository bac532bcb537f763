"""The warnings of a document in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from plandraft.core.model.document import DocumentWarning
from plandraft.system import messages


def warning_text(warning: DocumentWarning) -> str:
    """Return one warning as a sentence; the default locale says in which language."""
    english = QLocale().language() == QLocale.Language.English
    return messages.warning_text(warning, messages.ENGLISH if english else messages.CHINESE)

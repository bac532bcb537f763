"""The reader of each format, loaded when a file first needs it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from plandraft.io.importers.reading import Reading
from plandraft.io.importers.sniffing import FileFormat

Reader = Callable[[bytes], Reading]

# The libraries behind some of them take long to load and few files need them.
_READERS = {
    FileFormat.TEXT: ("text_reader", "read_text"),
    FileFormat.DOCX: ("docx_reader", "read_docx"),
    FileFormat.DOC: ("doc_reader", "read_doc"),
    FileFormat.PDF: ("pdf_reader", "read_pdf"),
    FileFormat.HTML: ("html_reader", "read_html"),
    FileFormat.MHT: ("mht_reader", "read_mht"),
    FileFormat.RTF: ("rtf_reader", "read_rtf"),
    FileFormat.ODT: ("odt_reader", "read_odt"),
    FileFormat.FLAT_ODT: ("odt_reader", "read_flat_odt"),
    FileFormat.WORD_XML: ("word_xml_reader", "read_word_xml"),
}


def reader_of(form: FileFormat) -> Reader:
    """Return the function that reads the bytes of a file of format `form`."""
    module, name = _READERS[form]
    reader: Reader = getattr(import_module(f"plandraft.io.importers.{module}"), name)
    return reader

"""Each format has its reader, and none is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plandraft.io.importers.readers import reader_of
from plandraft.io.importers.sniffing import FileFormat

HEAVY = ("olefile", "pypdfium2", "lxml", "email")


@pytest.mark.parametrize("form", FileFormat)
def test_every_format_has_a_reader(form: FileFormat) -> None:
    assert callable(reader_of(form))


def test_libraries_of_formats_are_loaded_late() -> None:
    script = (
        "import sys, plandraft.io.importers.base\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

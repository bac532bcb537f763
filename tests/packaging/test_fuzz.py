"""`dev.py fuzz` knows every importer and has something to begin with for each."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from devtools import fuzz
from devtools.console import SetupError
from plandraft.io.importers.readers import reader_of
from plandraft.io.importers.sniffing import FileFormat, sniff_format

# These are made of binary parts; their seeds come from the samples and from real files.
BINARY = {"doc", "docx", "odt"}
# No pages and no paragraphs, as short as the format can be.
WITHOUT_TEXT = {"pdf", "fodt"}


def test_every_importer_is_fuzzed() -> None:
    assert set(fuzz.FORMATS) == {form.value for form in FileFormat}
    assert set(fuzz.SEEDS) == set(fuzz.FORMATS) - BINARY


@pytest.mark.parametrize("form", fuzz.SEEDS)
def test_seeds_reach_their_reader(form: str) -> None:
    data = fuzz.SEEDS[form].encode()
    assert sniff_format(data) == form
    if form in WITHOUT_TEXT:
        return
    assert reader_of(FileFormat(form))(data).text.strip()


@pytest.mark.parametrize("path", sorted(fuzz.OWN_SEEDS.iterdir()), ids=lambda path: path.name)
def test_seeds_of_our_own_reach_their_reader(path: Path) -> None:
    data = path.read_bytes()
    form = sniff_format(data)
    assert form.value == path.suffix[1:]
    assert any(data == seed for seed in fuzz._seeds(form.value))
    assert "一、" in reader_of(form)(data).text


def test_a_package_is_made_of_the_flat_text() -> None:
    package = next(seed for seed in fuzz._seeds("odt") if b"opendocument" in seed[:90])
    assert sniff_format(package) is FileFormat.ODT
    flat = (fuzz.OWN_SEEDS / "text.fodt").read_bytes()
    assert reader_of(FileFormat.ODT)(package).text == reader_of(FileFormat.FLAT_ODT)(flat).text


def test_samples_are_seeds() -> None:
    assert any(seed.startswith(b"PK") for seed in fuzz._seeds("docx"))
    assert len(fuzz._seeds("txt")) > 1


def test_other_systems_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(SetupError):
        fuzz.run_fuzz([])

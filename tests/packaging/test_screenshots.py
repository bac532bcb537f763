"""The pictures of the documentation: all there, small, and each text names only what is there."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

LARGEST_BYTES = 300_000


@pytest.fixture
def names(repository: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    monkeypatch.syspath_prepend(str(repository / "packaging"))
    script = runpy.run_path(str(repository / "packaging" / "screenshots.py"))
    return {f"{name}.png" for name in script["PICTURES"]}


def test_the_script_and_the_folder_agree(repository: Path, names: set[str]) -> None:
    assert {path.name for path in (repository / "docs" / "images").iterdir()} == names


def test_the_pictures_are_small(repository: Path) -> None:
    for path in (repository / "docs" / "images").iterdir():
        assert path.stat().st_size <= LARGEST_BYTES, path.name


@pytest.mark.parametrize("text", ["README.md", "docs/manual.md"])
def test_texts_link_to_what_is_there(repository: Path, text: str) -> None:
    path = repository / text
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert any(link.endswith(".png") for link in links)
    for link in links:
        assert (path.parent / link).exists(), link

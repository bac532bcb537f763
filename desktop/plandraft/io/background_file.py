"""Load what the engine knows beforehand from the resources."""

from __future__ import annotations

from pathlib import Path

from plandraft.core.matching.background import Background, build_background
from plandraft.core.text.places import Gazetteer, parse_gazetteer


def load_gazetteer(resources: Path) -> Gazetteer:
    """Load the names of places from the folder `resources`."""
    divisions = (resources / "places" / "divisions.txt").read_text(encoding="utf-8")
    return parse_gazetteer(divisions)


def load_background(resources: Path) -> Background:
    """Load the gazetteer, the official phrases and the plain words from the folder `resources`."""
    phrases = (resources / "formulae" / "official.txt").read_text(encoding="utf-8")
    words = (resources / "formulae" / "words.txt").read_text(encoding="utf-8")
    return build_background(load_gazetteer(resources), phrases, words)

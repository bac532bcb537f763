"""Load what the engine knows beforehand from the resources."""

from __future__ import annotations

from pathlib import Path

from plandraft.core.matching.background import Background, build_background
from plandraft.core.text.places import parse_gazetteer


def load_background(resources: Path) -> Background:
    """Load the gazetteer and the official phrases from the folder `resources`."""
    places = (resources / "places" / "prefectures.txt").read_text(encoding="utf-8")
    phrases = (resources / "formulae" / "official.txt").read_text(encoding="utf-8")
    return build_background(parse_gazetteer(places), phrases)

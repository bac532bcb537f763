from __future__ import annotations

import pytest
from tests.helpers.documents import make_document

from plandraft.core.compare.stock import stock_spans
from plandraft.core.matching.background import build_background
from plandraft.core.text.places import Gazetteer

PHRASE = "坚持以人为本全面协调可持续"


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(f"我们{PHRASE}，建成老街。", [PHRASE], id="once"),
        pytest.param(
            "坚持以人为本，全面协调、可持续。", ["坚持以人为本，全面协调、可持续"], id="other marks"
        ),
        pytest.param("渡口老街的巷道完成管线入地。", [], id="none"),
        pytest.param("坚持以人为本。", [], id="too short"),
        pytest.param(f"{PHRASE}。渡口老街。{PHRASE}。", [PHRASE, PHRASE], id="twice"),
    ],
)
def test_official_phrases_are_found_whatever_their_marks(body: str, wanted: list[str]) -> None:
    document = make_document(f"云汀市规划\n{body}")
    background = build_background(Gazetteer(), f"# 说明\n{PHRASE}\n")
    found = [span.slice(document.text) for span in stock_spans(document, background)]
    assert found == wanted

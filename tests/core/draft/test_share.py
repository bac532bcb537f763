from __future__ import annotations

from dataclasses import replace

import pytest

from plandraft.core.draft.draft import DraftBlock, Provenance
from plandraft.core.draft.share import LONGEST_BY_CHARACTER, edited_share


def test_own_text_is_wholly_edited() -> None:
    assert edited_share(DraftBlock(1, "自己写的。")) == 1.0


@pytest.mark.parametrize(
    ("taken", "text", "share"),
    [
        pytest.param("建设网络。", "建设网络。", 0.0, id="untouched"),
        pytest.param("建设网络。", "", 1.0, id="emptied"),
        pytest.param("十个字的一句话是这样。", "十个字的一句话是那样。", 1 / 11, id="one letter"),
    ],
)
def test_share_of_a_borrowed_block(source: Provenance, taken: str, text: str, share: float) -> None:
    block = DraftBlock(1, text, replace(source, text=taken))
    assert edited_share(block) == pytest.approx(share)


def test_long_passages_are_compared_by_sentences(source: Provenance) -> None:
    sentences = [f"第{number}件事要办好。" for number in range(LONGEST_BY_CHARACTER // 8)]
    taken = "".join(sentences)
    text = "".join(sentences[: len(sentences) // 2]) + "其余另行安排"
    share = edited_share(DraftBlock(1, text, replace(source, text=taken)))
    assert 0.25 < share < 0.4

"""The quick way to tokens gives what making the whole text equal first gives."""

from __future__ import annotations

import re
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from plandraft.store.character_tokens import character_tokens


def slowly(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]", normalize("NFKC", text).casefold()))


@given(st.text())
def test_any_text(text: str) -> None:
    assert character_tokens(text) == slowly(text)


@given(st.text(alphabet="规划ＡＢab㎡①㈱％ßﾊﾟ한ᄀ\u1161e\u0301𠮷_ \n\ue000\ud800"))
def test_letters_that_change(text: str) -> None:
    assert character_tokens(text) == slowly(text)

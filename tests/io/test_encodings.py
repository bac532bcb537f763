"""Pieces of text in every encoding that is supported: nearly all are told right.

The pieces are cut out of recombined sentences of many kinds, at bytes where the encoding allows.
"""

from __future__ import annotations

import random

import pytest
from tests.helpers.genres import SIMPLIFIED, TRADITIONAL

from plandraft.core.model.errors import PlanError
from plandraft.io.importers.text_reader import read_text

PIECES = 100
LEAST_RIGHT = 0.99
SIZES = (200, 2000, 20_000)
RARE = ("㐀", "𠮷", "䶮", "€")
# Name → codec to write with, codec to be found, sentences, bytes that a cut may fall between.
ENCODINGS = {
    "utf-8": ("utf-8", {"utf-8"}, SIMPLIFIED, 1),
    "utf-8 traditional": ("utf-8", {"utf-8"}, TRADITIONAL, 1),
    "utf-8 with a mark": ("utf-8-sig", {"utf-8-sig"}, SIMPLIFIED, 0),
    "utf-16 with a mark": ("utf-16", {"utf-16"}, SIMPLIFIED, 0),
    "utf-16-le": ("utf-16-le", {"utf-16-le"}, SIMPLIFIED, 2),
    "utf-16-be": ("utf-16-be", {"utf-16-be"}, SIMPLIFIED, 2),
    "utf-16-le traditional": ("utf-16-le", {"utf-16-le"}, TRADITIONAL, 2),
    "gb2312 and gbk": ("gbk", {"gb18030"}, SIMPLIFIED, 1),
    "gbk traditional": ("gbk", {"gb18030"}, TRADITIONAL, 1),
    "gb18030": ("gb18030", {"gb18030"}, SIMPLIFIED, 0),
    "big5": ("cp950", {"cp950"}, TRADITIONAL, 1),
}


def pieces(codec: str, sentences: tuple[str, ...], step: int, size: int, seed: int) -> list[bytes]:
    chance = random.Random(seed)
    found = []
    for _ in range(PIECES):
        text = ""
        while len(text) < size:
            text += chance.choice(sentences) + chance.choice(("", "\r\n", "\r\n　　"))
            if codec in {"gb18030", "utf-16"}:
                text += chance.choice((*RARE, "", ""))
        start = 0
        if step:
            data = text.encode(codec, errors="ignore")
            start = chance.randrange(0, len(data) - size, 1) // step * step
            found.append(data[start : start + size])
        else:
            letters = text[chance.randrange(40) :]
            while len(data := letters.encode(codec)) > size:
                letters = letters[: len(letters) * size // len(data) - 1 or 1]
            found.append(data)
    return found


def encoding_of(data: bytes) -> str:
    try:
        return read_text(data).encoding
    except PlanError as error:
        return error.code.value


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ENCODINGS)
def test_encoding_is_told_right(name: str, size: int) -> None:
    codec, wanted, sentences, step = ENCODINGS[name]
    found = [encoding_of(data) for data in pieces(codec, sentences, step, size, seed=size)]
    right = sum(one in wanted for one in found) / len(found)
    wrong = sorted(set(found) - wanted)
    assert right >= LEAST_RIGHT, f"{right:.1%} of {size} bytes; others were taken for {wrong}"

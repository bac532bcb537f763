"""How long matching takes: against peers in turn, over growing texts, and over many documents."""

from __future__ import annotations

import math
import random
import re
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher

from tests.benchmarks.quality import bare
from tests.benchmarks.sentence_vectors import find_by_sentence_vectors

from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.model.document import Document
from plandraft.core.text.normalize import normalize
from plandraft.services.comparing_all import match_all

_ROUNDS = 7
_GROWTH = (10_000, 30_000, 100_000, 300_000, 1_000_000)
_MANY, _MANY_LENGTH = 20, 15_000
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]")


def in_turn(contenders: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Return the median seconds of each contender, run in turn so that drift hits all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(_ROUNDS):
        for name, work in contenders.items():
            begin = time.perf_counter()
            work()
            seconds[name].append(time.perf_counter() - begin)
    return {name: statistics.median(values) for name, values in seconds.items()}


def against_peers(left: Document, right: Document, background: Background) -> dict[str, float]:
    """Time one pair: the engine, difflib on the same letters, and the sentence vectors."""
    ours, theirs = normalize(left.text).text, normalize(right.text).text
    return in_turn(
        {
            "PlanDraft": lambda: find_matches(left, right, background=background),
            "sentence vectors": lambda: find_by_sentence_vectors(left.text, right.text),
            "difflib (autojunk off)": lambda: SequenceMatcher(
                None, ours, theirs, autojunk=False
            ).get_opcodes(),
        }
    )


def growth(texts: Sequence[str], background: Background) -> list[tuple[int, float]]:
    """Return (characters a side, seconds) for ever longer texts recombined from `texts`.

    A tenth of the sentences is shared, as between real plans; the rest is made of sentences whose
    letters are shuffled, so that the share of re-use does not grow with the length.
    """
    return [
        (length, min(_timed(length, texts, background) for _ in range(2))) for length in _GROWTH
    ]


def _timed(length: int, texts: Sequence[str], background: Background) -> float:
    left, right = grown_pair(length, texts)
    begin = time.perf_counter()
    find_matches(left, right, background=background)
    return time.perf_counter() - begin


def grown_pair(length: int, texts: Sequence[str]) -> tuple[Document, Document]:
    """Return two documents of about `length` characters that share a tenth of their sentences."""
    chance = random.Random(length)
    sentences = _SENTENCE.findall("".join(texts))
    shared = [_shuffled(one, chance) for one in chance.choices(sentences, k=length // 400)]
    sides: list[Document] = []
    for _ in range(2):
        parts = list(shared)
        total = sum(map(len, parts))
        while total < length:
            parts.append(_shuffled(chance.choice(sentences), chance))
            total += len(parts[-1])
        chance.shuffle(parts)
        sides.append(bare("".join(parts)))
    return sides[0], sides[1]


def _shuffled(sentence: str, chance: random.Random) -> str:
    letters = list(sentence[:-1])
    chance.shuffle(letters)
    return "".join(letters) + sentence[-1]


def many_documents(texts: Sequence[str], background: Background) -> tuple[float, float, int]:
    """Return the seconds of one pair alone and of all pairs of twenty plans, and their number."""
    documents = [_recombined(texts, seed) for seed in range(_MANY)]
    alone = in_turn(
        {
            str(at): lambda at=at: find_matches(  # type: ignore[misc]
                documents[at], documents[at + 1], background=background
            )
            for at in (0, 2, 4)
        }
    )
    together = in_turn({"all": lambda: match_all(documents, background)})["all"]
    return statistics.median(alone.values()), together, math.comb(_MANY, 2)


def _recombined(texts: Sequence[str], seed: int) -> Document:
    """Return a plan of sentences drawn from all texts, so that every pair shares many."""
    chance = random.Random(seed)
    sentences = _SENTENCE.findall("".join(texts))
    parts: list[str] = []
    total = 0
    while total < _MANY_LENGTH:
        parts.append(chance.choice(sentences))
        total += len(parts[-1])
    return bare("".join(parts)[:_MANY_LENGTH])

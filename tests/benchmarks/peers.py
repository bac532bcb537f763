"""Other ways to find re-used passages, behind one signature: (source, host) → pairs of spans."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from rapidfuzz import fuzz
from tests.benchmarks.planting import sentences
from tests.benchmarks.sentence_vectors import find_by_sentence_vectors

Pair = tuple[tuple[int, int], tuple[int, int]]
# Shared runs below thirteen letters are mostly formulae; the peers' own reports begin there too.
_SHORTEST_RUN = 13
_COPYDETECT_K, _COPYDETECT_WINDOW = 13, 4
_ALIKE = 60


def find_by_difflib(source: str, host: str) -> list[Pair]:
    """Return the long matching blocks of difflib, autojunk off."""
    matcher = SequenceMatcher(None, source, host, autojunk=False)
    return [
        ((one.a, one.a + one.size), (one.b, one.b + one.size))
        for one in matcher.get_matching_blocks()
        if one.size >= _SHORTEST_RUN
    ]


def find_by_diff_match_patch(source: str, host: str) -> list[Pair]:
    """Return the long equalities of diff-match-patch with its default time limit."""
    from diff_match_patch import diff_match_patch

    left = right = 0
    found: list[Pair] = []
    for kind, text in diff_match_patch().diff_main(source, host):
        if kind == 0 and len(text) >= _SHORTEST_RUN:
            found.append(((left, left + len(text)), (right, right + len(text))))
        left += len(text) if kind <= 0 else 0
        right += len(text) if kind >= 0 else 0
    return found


def find_by_copydetect(source: str, host: str) -> list[Pair]:
    """Return the runs of equal fingerprints (winnowing) of copydetect."""
    from copydetect import CodeFingerprint

    prints = [
        CodeFingerprint(name, _COPYDETECT_K, _COPYDETECT_WINDOW, filter=False, fp=io.StringIO(text))
        for name, text in (("source.txt", source), ("host.txt", host))
    ]
    ours, theirs = (
        list(zip(one.hashes.tolist(), one.hash_idx.tolist(), strict=True))
        if hasattr(one.hashes, "tolist")
        else [(value, at) for value, places in one.hash_idx.items() for at in places]
        for one in prints
    )
    places: dict[int, list[int]] = {}
    for value, at in theirs:
        places.setdefault(value, []).append(at)
    hits = ((at, to) for value, at in ours for to in places.get(value, ()))
    return _runs(hits, _COPYDETECT_K)


def find_by_sentence_scan(source: str, host: str) -> list[Pair]:
    """Return the pairs of sentences that rapidfuzz calls alike."""
    ours, theirs = sentences(source), sentences(host)
    texts = [host[start:end] for start, end in theirs]
    found: list[Pair] = []
    for start, end in ours:
        sentence = source[start:end]
        for span, text in zip(theirs, texts, strict=True):
            if fuzz.ratio(sentence, text, score_cutoff=_ALIKE):
                found.append(((start, end), span))
    return found


def _runs(hits: Iterable[tuple[int, int]], length: int) -> list[Pair]:
    """Join hits of `length` letters that follow each other on one diagonal."""
    found: list[Pair] = []
    for at, to in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if found:
            left, right = found[-1]
            if left[0] - right[0] == at - to and at <= left[1]:
                found[-1] = (left[0], at + length), (right[0], to + length)
                continue
        found.append(((at, at + length), (to, to + length)))
    return found


PEERS: dict[str, Callable[[str, str], list[Pair]]] = {
    "sentence vectors (Sanchez-Perez 2014)": find_by_sentence_vectors,
    "copydetect (k 13)": find_by_copydetect,
    "rapidfuzz sentence scan (ratio ≥ 60)": find_by_sentence_scan,
    "difflib (autojunk off)": find_by_difflib,
    "diff-match-patch (default limit)": find_by_diff_match_patch,
}

"""The sentence-vector method of Sanchez-Perez, Sidorov and Gelbukh (PAN 2014), on bigrams.

"A Winning Approach to Text Alignment for Text Reuse Detection at PAN 2014": sentences as tf-isf
vectors, seeds by cosine and Dice, clusters by a largest gap on both sides, validation by the
similarity of the whole fragments, resolution of overlaps. Words of the original are character
bigrams here. Thresholds are those of the paper.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise

Pair = tuple[tuple[int, int], tuple[int, int]]
Vector = dict[str, float]
Seed = tuple[int, int]

_COSINE = _DICE = 0.33
_LARGEST_GAP, _LEAST_GAP = 4, 0
_FRAGMENT_SIMILARITY = 0.34
_SHORTEST = 20
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")


def find_by_sentence_vectors(source: str, host: str) -> list[Pair]:
    """Return the pairs of spans that the method finds."""
    spans = [[one.span() for one in _SENTENCE.finditer(text)] for text in (source, host)]
    bags = [
        [_bigrams(text[start:end]) for start, end in sentences]
        for text, sentences in zip((source, host), spans, strict=True)
    ]
    weights = _inverse_sentence_frequency([*bags[0], *bags[1]])
    vectors = [[_vector(bag, weights) for bag in side] for side in bags]
    seeds = _seeds(vectors[0], vectors[1])
    fragments = _clusters(seeds, vectors, _LARGEST_GAP)
    found = [_spans(cluster, spans) for cluster in fragments]
    long_enough = [one for one in found if min(b - a for a, b in one) >= _SHORTEST]
    return _without_overlaps(long_enough)


def _bigrams(sentence: str) -> Counter[str]:
    letters = [one for one in sentence if one.isalnum()]
    return Counter(one + other for one, other in pairwise(letters))


def _inverse_sentence_frequency(bags: list[Counter[str]]) -> Vector:
    counts = Counter(gram for bag in bags for gram in bag)
    return {gram: math.log(len(bags) / count) for gram, count in counts.items()}


def _vector(bag: Counter[str], weights: Vector) -> Vector:
    return {gram: count * weights[gram] for gram, count in bag.items()}


def _norm(vector: Vector) -> float:
    return math.sqrt(sum(one * one for one in vector.values()))


def _cosine(one: Vector, other: Vector) -> float:
    scale = _norm(one) * _norm(other)
    if not scale:
        return 0.0
    return sum(value * other[gram] for gram, value in one.items() if gram in other) / scale


def _seeds(sources: list[Vector], hosts: list[Vector]) -> list[Seed]:
    """Return the pairs of sentences that are alike; an inverted index finds the candidates."""
    places: dict[str, list[int]] = {}
    for at, vector in enumerate(hosts):
        for gram in vector:
            places.setdefault(gram, []).append(at)
    norms = [_norm(vector) for vector in hosts]
    seeds: list[Seed] = []
    for at, vector in enumerate(sources):
        norm = _norm(vector)
        dots: dict[int, float] = {}
        shared: Counter[int] = Counter()
        for gram, value in vector.items():
            for to in places.get(gram, ()):
                dots[to] = dots.get(to, 0.0) + value * hosts[to][gram]
                shared[to] += 1
        for to, dot in dots.items():
            dice = 2 * shared[to] / (len(vector) + len(hosts[to]))
            if norm and norms[to] and dot / (norm * norms[to]) > _COSINE and dice > _DICE:
                seeds.append((at, to))
    return seeds


def _clusters(seeds: list[Seed], vectors: list[list[Vector]], gap: int) -> list[list[Seed]]:
    """Cluster seeds; a cluster whose fragments are not alike is split with a smaller gap."""
    kept: list[list[Seed]] = []
    for cluster in _by_gap(seeds, 0, gap):
        whole = [
            _sum(vectors[side][min(one[side] for one in cluster) : _end(cluster, side)])
            for side in (0, 1)
        ]
        if _cosine(whole[0], whole[1]) >= _FRAGMENT_SIMILARITY:
            kept.append(cluster)
        elif gap > _LEAST_GAP:
            kept += _clusters(cluster, vectors, gap - 1)
    return kept


def _end(cluster: list[Seed], side: int) -> int:
    return max(one[side] for one in cluster) + 1


def _sum(vectors: list[Vector]) -> Vector:
    total: Vector = {}
    for vector in vectors:
        for gram, value in vector.items():
            total[gram] = total.get(gram, 0.0) + value
    return total


def _by_gap(seeds: list[Seed], side: int, gap: int) -> list[list[Seed]]:
    """Cut seeds wherever more than `gap` sentences lie between two, on each side in turn."""
    if not seeds:
        return []
    ordered = sorted(seeds, key=lambda one: one[side])
    parts: list[list[Seed]] = [[ordered[0]]]
    for before, after in pairwise(ordered):
        if after[side] - before[side] > gap + 1:
            parts.append([])
        parts[-1].append(after)
    if side == 1 and len(parts) == 1:
        return parts
    return (
        [finer for part in parts for finer in _by_gap(part, 1 - side, gap)]
        if (len(parts) > 1 or side == 0)
        else parts
    )


def _spans(cluster: list[Seed], spans: list[list[tuple[int, int]]]) -> Pair:
    left, right = (
        (spans[side][min(one[side] for one in cluster)][0], spans[side][_end(cluster, side) - 1][1])
        for side in (0, 1)
    )
    return left, right


def _without_overlaps(found: list[Pair]) -> list[Pair]:
    kept: list[Pair] = []
    for one in sorted(found, key=lambda pair: pair[0][0] - pair[0][1]):
        if all(one[1][1] <= other[1][0] or other[1][1] <= one[1][0] for other in kept):
            kept.append(one)
    return kept

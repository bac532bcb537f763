"""Plant passages of one plan into another one under disguises, and remember where they are.

Every case plants a handful of passages of one source text, disguised, at sentence boundaries of a
host text in another order, together with sentences that are official formulae only and stand in
both texts as traps.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

DISGUISES = (
    "none",
    "layout",
    "places",
    "numbers",
    "synonyms",
    "edits10",
    "edits20",
    "reordered",
    "dropped",
    "all",
)
# What the plans repeat by themselves is re-use too, and would count as a false alarm: passages
# with more of such letters are not planted.
_GRAM = 6
_MOST_REPEATED = 0.1
_SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
_HAN = "经济社会发展信息技术服务管理工程系统平台应用推进加强实现提高完善促进重点项目产业城乡"
_SYNONYMS = (
    ("加强", "强化"),
    ("推进", "推动"),
    ("提高", "提升"),
    ("建立", "构建"),
    ("完善", "健全"),
    ("促进", "助推"),
    ("实现", "达到"),
    ("重点", "着重"),
    ("积极", "大力"),
    ("发展", "培育"),
    ("利用", "运用"),
    ("加快", "加速"),
    ("建设", "打造"),
    ("逐步", "渐次"),
    ("企业", "厂商"),
    ("基本", "初步"),
    ("全面", "全方位"),
    ("服务", "保障"),
    ("各类", "各种"),
    ("管理", "治理"),
)


@dataclass(frozen=True, slots=True)
class Planted:
    """Hold one planted passage; spans are code points of source and host text."""

    disguise: str
    source: tuple[int, int]
    host: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """Hold one pair of texts with all that was planted and the trap spans of both."""

    source: str
    host: str
    planted: tuple[Planted, ...]
    source_traps: tuple[tuple[int, int], ...]
    host_traps: tuple[tuple[int, int], ...]


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of sentences with at least twelve Han characters."""
    return [
        found.span()
        for found in _SENTENCE.finditer(text)
        if sum("\u3400" <= one <= "\u9fff" for one in found.group()) >= 12
    ]


def plant(
    source: str,
    host: str,
    traps: list[str],
    *,
    seed: int,
    disguise: str,
    count: int = 6,
    cut_mid_sentence: bool = False,
    places: tuple[str, str] = ("云汀", "澜川"),
) -> Case:
    """Plant `count` passages of `source` into `host` under `disguise`."""
    chance = random.Random(f"{seed}/{disguise}/{cut_mid_sentence}")
    source, source_traps = _insert(source, [(trap, None) for trap in traps], chance)
    picks = _pick_passages(source, host, source_traps, count, chance, cut_mid_sentence)
    changed = [
        (disguise_text(source[start:end], disguise, chance, places), (start, end))
        for start, end in picks
    ]
    chance.shuffle(changed)
    # The disguised passage keeps its source as second value; traps have none.
    mixed: list[tuple[str, tuple[int, int] | None]] = [*changed, *((trap, None) for trap in traps)]
    chance.shuffle(mixed)
    host, spans = _insert(host, mixed, chance)
    planted = [
        Planted(disguise, origin, span)
        for (_, origin), span in zip(mixed, spans, strict=True)
        if origin is not None
    ]
    host_traps = [span for (_, origin), span in zip(mixed, spans, strict=True) if origin is None]
    return Case(source, host, tuple(planted), tuple(source_traps), tuple(host_traps))


def _insert(
    text: str, pieces: list[tuple[str, tuple[int, int] | None]], chance: random.Random
) -> tuple[str, list[tuple[int, int]]]:
    """Insert pieces at distinct sentence ends; return the text and the span of each piece."""
    gaps = sorted(chance.sample([end for _, end in sentences(text)], len(pieces)))
    out: list[str] = []
    spans: list[tuple[int, int]] = []
    at = length = 0
    for gap, (piece, _) in zip(gaps, pieces, strict=True):
        out += [text[at:gap], piece]
        length += gap - at
        spans.append((length, length + len(piece)))
        length += len(piece)
        at = gap
    out.append(text[at:])
    return "".join(out), spans


def _pick_passages(
    source: str,
    host: str,
    traps: list[tuple[int, int]],
    count: int,
    chance: random.Random,
    cut_mid_sentence: bool,
) -> list[tuple[int, int]]:
    spans = sentences(source)
    grams = Counter(source[at : at + _GRAM] for at in range(len(source)))
    grams.update(host[at : at + _GRAM] for at in range(len(host)))
    picks: list[tuple[int, int]] = []
    for _ in range(400):
        if len(picks) == count:
            break
        first = chance.randrange(len(spans))
        last = min(len(spans), first + chance.randint(1, 5)) - 1
        start, end = spans[first][0], spans[last][1]
        if cut_mid_sentence:
            start += chance.randint(2, max(2, (spans[first][1] - spans[first][0]) // 3))
            end -= chance.randint(2, max(2, (spans[last][1] - spans[last][0]) // 3))
        letters = sum("\u3400" <= one <= "\u9fff" for one in source[start:end])
        taken = any(start < b + 40 and a - 40 < end for a, b in [*picks, *traps])
        repeated = sum(grams[source[at : at + _GRAM]] > 1 for at in range(start, end))
        if 24 <= letters <= 900 and not taken and repeated <= _MOST_REPEATED * (end - start):
            picks.append((start, end))
    return picks


def disguise_text(text: str, disguise: str, chance: random.Random, places: tuple[str, str]) -> str:
    """Return `text` under one of DISGUISES."""
    if disguise == "none":
        return text
    if disguise == "all":
        for one in ("dropped", "reordered", "synonyms", "edits10", "places", "numbers", "layout"):
            if one != "dropped" or text.count("，") >= 4:
                text = _MAKERS[one](text, chance, places)
        return text
    return _MAKERS[disguise](text, chance, places)


def _layout(text: str, chance: random.Random, places: tuple[str, str]) -> str:
    swaps = {
        "，": "，,、",
        "；": ";。；",
        "。": "。.",
        "、": "、，",
        "（": "(",
        "）": ")",
        "％": "%",
    }
    out = []
    for one in text:
        out.append(chance.choice(swaps[one]) if one in swaps else one)
        if chance.random() < 0.03:
            out.append(chance.choice([" ", "\u3000", "\u00a0\u00a0"]))
    return "".join(out)


def _places(text: str, chance: random.Random, places: tuple[str, str]) -> str:
    names = re.compile("|".join(re.escape(name) for name in _known_places(places[0])))
    text = names.sub(places[1], text)
    return text.replace("我市", chance.choice(["全市", "我市", places[1] + "市"]))


def _known_places(own: str) -> list[str]:
    return [own, "聊城", "莱芜", "洛阳", "济南", "山东", "河南"]


def _numbers(text: str, chance: random.Random, places: tuple[str, str]) -> str:
    def other(found: re.Match[str]) -> str:
        digits = found.group()
        return str(chance.randint(1, 9)) + "".join(
            one if one == "." else str(chance.randint(0, 9)) for one in digits[1:]
        )

    text = re.sub(r"\d+(?:\.\d+)?", other, text)
    return text.replace("“十五”", "“十三五”").replace("“十一五”", "“十四五”")


def _synonyms(text: str, chance: random.Random, places: tuple[str, str]) -> str:
    for word, other in _SYNONYMS:
        if chance.random() < 0.7:
            text = text.replace(word, other)
    return text


def _edits(share: float) -> Callable[[str, random.Random, tuple[str, str]], str]:
    def edit(text: str, chance: random.Random, places: tuple[str, str]) -> str:
        out = []
        for one in text:
            if not "\u3400" <= one <= "\u9fff" or chance.random() >= share:
                out.append(one)
                continue
            kind = chance.randrange(3)
            if kind == 0:
                out.append(chance.choice(_HAN))
            elif kind == 1:
                out += [one, chance.choice(_HAN)]
        return "".join(out)

    return edit


def _clauses(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[，、；。])", text) if one]


def _reordered(text: str, chance: random.Random, places: tuple[str, str]) -> str:
    out = []
    for sentence in re.split(r"(?<=[。；！？])", text):
        clauses = _clauses(sentence)
        tail = clauses.pop() if clauses and clauses[-1][-1] in "。；！？" else ""
        if tail:
            clauses.append(tail[:-1] + "，")
        chance.shuffle(clauses)
        joined = "".join(clauses)
        out.append(joined[:-1] + tail[-1] if tail and joined else joined)
    return "".join(out)


def _dropped(text: str, chance: random.Random, places: tuple[str, str]) -> str:
    clauses = _clauses(text)
    if len(clauses) < 4:
        return text
    middle = list(range(1, len(clauses) - 1))
    gone = set(chance.sample(middle, max(1, len(clauses) // 5)))
    return "".join(clause for at, clause in enumerate(clauses) if at not in gone)


_MAKERS: dict[str, Callable[[str, random.Random, tuple[str, str]], str]] = {
    "layout": _layout,
    "places": _places,
    "numbers": _numbers,
    "synonyms": _synonyms,
    "edits10": _edits(0.1),
    "edits20": _edits(0.2),
    "reordered": _reordered,
    "dropped": _dropped,
}

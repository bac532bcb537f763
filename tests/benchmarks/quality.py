"""How well planted passages are found: plagdet per disguise, for the engine and its peers."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.plagdet import Pair, Quality, measure
from tests.benchmarks.planting import DISGUISES, Case, plant

from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.model.document import Document, Origin
from plandraft.core.model.spans import identity_map
from plandraft.io.importers.base import read_document

Finder = Callable[[str, str], list[Pair]]

# Seeds for building the engine; those of the table are never looked at while building.
DEVELOPMENT_SEEDS = range(1, 4)
TABLE_SEEDS = range(9001, 9005)
# The peers take minutes a seed; their figures are so far below that one seed tells enough.
PEER_SEEDS = TABLE_SEEDS[:1]
_TRAPS_A_CASE = 10
# Cases are laid end to end, so that spans of two cases never meet.
_STRIDE = 1_000_000


@dataclass(frozen=True, slots=True)
class Corpus:
    """Hold texts with the names of their places, and the pairs to plant from and into."""

    name: str
    texts: tuple[tuple[str, str], ...]

    def pairs(self) -> Iterable[tuple[tuple[str, str], tuple[str, str]]]:
        """Yield each text with the next one as host."""
        yield from zip(self.texts, [*self.texts[1:], self.texts[0]], strict=True)


@dataclass(frozen=True, slots=True)
class Result:
    """Hold the quality per disguise, with and without what was reported in traps."""

    by_disguise: dict[str, Quality]
    traps_forgiven: dict[str, Quality]
    traps: int
    traps_reported: int

    @property
    def plagdet(self) -> float:
        """Return the mean over all disguises."""
        return _mean(self.by_disguise)

    @property
    def forgiven(self) -> float:
        """Return the mean over all disguises as if nothing had been reported in traps."""
        return _mean(self.traps_forgiven)


def _mean(qualities: dict[str, Quality]) -> float:
    return sum(one.plagdet for one in qualities.values()) / len(qualities)


def load_corpora(repository: Path) -> list[Corpus]:
    """Load the sample plans and, where they are beside the checkout, the real ones."""
    samples = repository / "resources" / "samples"
    names = (
        "yunting_digital_2026.docx",
        "lanchuan_digital_2021.txt",
        "yanxi_informatisation_2026.txt",
    )
    corpora = [Corpus("samples", tuple(_text(samples / name) for name in names))]
    plans = repository.parent / "shared" / "plans"
    if plans.is_dir():
        real = [path for number in ("001", "004", "002") for path in plans.glob(f"{number}_*.txt")]
        corpora.append(Corpus("real plans", tuple(_text(path) for path in real)))
    return corpora


def _text(path: Path) -> tuple[str, str]:
    document = read_document(path)
    return "".join(document.text.split()), document.place


def engine(background: Background) -> Finder:
    """Return the engine behind the signature of the peers."""

    def find(source: str, host: str) -> list[Pair]:
        matches = find_matches(bare(source), bare(host), background=background)
        return [
            ((one.left.start, one.left.end), (one.right.start, one.right.end))
            for one in matches.passages
            if not one.routine
        ]

    return find


def bare(text: str) -> Document:
    """Return a document without structure."""
    return Document(text, (), "", "", Origin("", "txt", "utf-8", ""), identity_map(len(text)))


def trap_sentences(repository: Path, *, development: bool = False) -> list[str]:
    """Return sentences of mere formulae, written by hands that had not seen the shipped list.

    Those for development were looked at while building; the others only count.
    """
    name = "traps_development.txt" if development else "traps.txt"
    return _lines(repository / "tests" / "benchmarks" / name)


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [one for one in lines if one and not one.startswith("#")]


def evaluate(
    find: Finder,
    corpus: Corpus,
    traps: Sequence[str],
    seeds: Iterable[int],
    *,
    cut_mid_sentence: bool,
    disguises: Sequence[str] = DISGUISES,
) -> Result:
    """Measure `find` on all pairs of a corpus.

    What the plans share by themselves is neither right nor wrong here: only detections that touch
    a planted passage or lie in a trap count.
    """
    by_disguise: dict[str, Quality] = {}
    forgiven: dict[str, Quality] = {}
    planted_traps = reported = 0
    for disguise in disguises:
        truth: list[Pair] = []
        found: list[Pair] = []
        in_traps: list[Pair] = []
        cases = _cases(corpus, traps, seeds, disguise, cut_mid_sentence=cut_mid_sentence)
        for number, case in enumerate(cases):
            kept, trapped = _counted(case, find(case.source, case.host))
            in_traps += [_shifted(one, number) for one in trapped]
            truth += [_shifted((one.source, one.host), number) for one in case.planted]
            found += [_shifted(one, number) for one in kept]
            planted_traps += len(case.host_traps)
            reported += len(trapped)
        by_disguise[disguise] = measure(truth, [*found, *in_traps])
        forgiven[disguise] = measure(truth, found)
    return Result(by_disguise, forgiven, planted_traps, reported)


def _cases(
    corpus: Corpus,
    traps: Sequence[str],
    seeds: Iterable[int],
    disguise: str,
    *,
    cut_mid_sentence: bool,
) -> Iterable[Case]:
    for seed in seeds:
        for (source, place), (host, other_place) in corpus.pairs():
            chosen = random.Random(f"{seed}/{place}").sample(list(traps), _TRAPS_A_CASE)
            yield plant(
                source,
                host,
                chosen,
                seed=seed,
                disguise=disguise,
                cut_mid_sentence=cut_mid_sentence,
                places=(place, other_place),
            )


def _counted(case: Case, found: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Return the detections that touch a planted passage, and those in traps."""
    kept: list[Pair] = []
    trapped: list[Pair] = []
    for one in found:
        if any(_overlap(one[1], planted.host) for planted in case.planted):
            kept.append(one)
        elif any(2 * _overlap(one[1], trap) > one[1][1] - one[1][0] for trap in case.host_traps):
            trapped.append(one)
    return kept, trapped


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _shifted(pair: Pair, number: int) -> Pair:
    by = number * _STRIDE
    (a, b), (c, d) = pair
    return (a + by, b + by), (c + by, d + by)

"""The sample plans are what their labels and their README say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

REPOSITORY = Path(__file__).resolve().parents[1]
SAMPLES = REPOSITORY / "resources" / "samples"
LABELS: dict[str, Any] = json.loads((SAMPLES / "labels.json").read_text(encoding="utf-8"))
PASSAGES: list[dict[str, Any]] = LABELS["passages"]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

ENCODINGS = {
    "yunting_draft": "utf-8",
    "lanchuan_2021": "utf-8",
    "yanxi_2026": "gb18030",
    "tanglu_2026": "utf-8-sig",
}
SIZES = {
    "yunting_2026": (6000, 8000),
    "yunting_draft": (3000, 4000),
    "lanchuan_2021": (5000, 7000),
    "yanxi_2026": (3000, 5000),
    "tanglu_2026": (2500, 4000),
}
KINDS = {"identical", "edited", "reordered"}
DISGUISES = {"verbatim", "cut", "place", "number", "punctuation", "wording", "clauses", "order"}
DIFFERENCES = ["place", "number", "punctuation", "wording", "order"]
# Longer than any formula that two of the samples share.
STRAY_LENGTH = 30

NUMBER = re.compile(r"\d+(?:\.\d+)?|[二两三四五六七]+(?=个工作日|位)")
PLACES = (
    "云汀",
    "檀水河",
    "汀南区",
    "汀北区",
    "石樾区",
    "芦陂县",
    "青砀县",
    "栗岗县",
    "沙榆市",
    "澜川",
    "澜水",
    "澜城区",
    "砺岭区",
    "曲坞县",
    "枫垭县",
    "砚溪",
    "砚水",
    "砚东区",
    "砚西区",
    "竹垄县",
    "梅陂县",
    "棠麓",
    "麓城区",
    "望棠区",
    "丹墟县",
    "瑶埠县",
    "岚江",
)


def path_of(sample: str) -> Path:
    return SAMPLES / str(LABELS["files"][sample]["file"])


def word_body(path: Path) -> Any:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read("word/document.xml"))


@cache
def text_of(sample: str) -> str:
    """Return the text of a sample with all white space removed."""
    path = path_of(sample)
    if path.suffix == ".docx":
        raw = "".join(node.text or "" for node in word_body(path).iter(f"{WORD}t"))
    else:
        raw = path.read_bytes().decode(ENCODINGS[sample])
    return "".join(raw.split())


def letters(text: str) -> str:
    """Return what is left of `text` when marks, spaces and width do not count."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def span(passage: dict[str, Any], side: str) -> tuple[int, int]:
    """Return where one side of a passage stands in its text without white space."""
    text = text_of(passage[side])
    first, last = passage[f"{side}_quote"]
    return text.index(first), text.index(last) + len(last)


def sides(passage: dict[str, Any]) -> tuple[str, str]:
    (a_start, a_end), (b_start, b_end) = span(passage, "a"), span(passage, "b")
    return text_of(passage["a"])[a_start:a_end], text_of(passage["b"])[b_start:b_end]


def name_of(passage: dict[str, Any]) -> str:
    return f"{passage['a']}-{passage['b']}-{passage['a_quote'][0][:8]}"


def of_pair(a: str, b: str) -> list[dict[str, Any]]:
    return [passage for passage in PASSAGES if (passage["a"], passage["b"]) == (a, b)]


def outside(sample: str, other: str) -> str:
    """Return the text of `sample` with its labelled passages towards `other` blanked out."""
    text = list(text_of(sample))
    for passage in PASSAGES:
        for side, opposite in (("a", "b"), ("b", "a")):
            if (passage[side], passage[opposite]) == (sample, other):
                start, end = span(passage, side)
                text[start:end] = " " * (end - start)
    return "".join(text)


@pytest.mark.parametrize("sample", SIZES)
def test_size_is_in_the_promised_range(sample: str) -> None:
    low, high = SIZES[sample]
    assert low <= len(text_of(sample)) <= high


@pytest.mark.parametrize("sample", SIZES)
def test_title_opens_the_text(sample: str) -> None:
    entry = LABELS["files"][sample]
    assert text_of(sample).startswith(entry["title"])
    assert entry["city"] in entry["title"]
    assert entry["province"] in text_of(sample)


def test_plain_utf8_has_no_byte_order_mark() -> None:
    for sample in ("yunting_draft", "lanchuan_2021"):
        assert not path_of(sample).read_bytes().startswith(b"\xef\xbb\xbf")


def test_opinions_have_a_byte_order_mark() -> None:
    assert path_of("tanglu_2026").read_bytes().startswith(b"\xef\xbb\xbf")


def test_badly_formatted_sample_is_gb18030_and_runs_together() -> None:
    raw = path_of("yanxi_2026").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    title, body, rest = raw.decode("gb18030").split("\r\n")
    assert title == LABELS["files"]["yanxi_2026"]["title"]
    assert not rest
    spaced, glued = body.split("四、重点项目")
    assert spaced.count("\u00a0\u00a0") > 10
    assert spaced.count("\u3000\u3000") > 5
    assert not re.search(r"\s", glued)
    assert "," in glued
    assert "、" in glued


@pytest.mark.parametrize("passage", PASSAGES, ids=name_of)
def test_quotes_stand_in_the_text_exactly_once(passage: dict[str, Any]) -> None:
    for side in ("a", "b"):
        text = text_of(passage[side])
        for quote in passage[f"{side}_quote"]:
            assert len(quote) >= 12
            assert text.count(quote) == 1
        start, end = span(passage, side)
        assert end - start >= 30


@pytest.mark.parametrize("passage", PASSAGES, ids=name_of)
def test_label_agrees_with_the_two_sides(passage: dict[str, Any]) -> None:
    left, right = sides(passage)
    differs, disguises = passage["differs"], passage["disguises"]
    assert passage["kind"] in KINDS
    assert set(disguises) <= DISGUISES
    assert differs == [name for name in DIFFERENCES if name in differs]
    assert (letters(left) == letters(right)) == (passage["kind"] == "identical")
    assert (passage["kind"] == "reordered") == ("order" in differs) == ("order" in disguises)
    if passage["kind"] == "identical":
        assert (left != right) == (differs == ["punctuation"])
    numbers = [
        sorted(NUMBER.findall(unicodedata.normalize("NFKC", side))) for side in sides(passage)
    ]
    if "number" in differs:
        assert numbers[0] != numbers[1]
    elif "wording" not in differs:
        assert numbers[0] == numbers[1]


@pytest.mark.parametrize("passage", PASSAGES, ids=name_of)
def test_the_two_sides_share_most_of_their_letters(passage: dict[str, Any]) -> None:
    left, right = (Counter(letters(side)) for side in sides(passage))
    assert (left & right).total() >= 0.6 * min(left.total(), right.total())


def test_second_city_reuses_under_every_disguise() -> None:
    pairs = of_pair("yunting_2026", "lanchuan_2021")
    assert {name for passage in pairs for name in passage["disguises"]} == DISGUISES
    together = {"place", "number", "wording", "clauses", "order"}
    assert any(together <= set(passage["disguises"]) for passage in pairs)


def test_one_passage_is_reused_twice_and_the_order_is_another() -> None:
    pairs = of_pair("yunting_2026", "lanchuan_2021")
    uses = Counter(tuple(passage["a_quote"]) for passage in pairs)
    assert max(uses.values()) == 2
    there = [span(passage, "b") for passage in sorted(pairs, key=lambda item: span(item, "a"))]
    assert there != sorted(there)


def test_the_two_versions_have_long_labelled_stretches() -> None:
    lengths = [len(sides(passage)[0]) for passage in of_pair("yunting_2026", "yunting_draft")]
    assert sum(length >= 80 for length in lengths) >= 6


def test_opinions_share_one_passage_with_each_of_two_plans() -> None:
    assert len(of_pair("yunting_2026", "tanglu_2026")) == 1
    assert len(of_pair("lanchuan_2021", "tanglu_2026")) == 1
    assert not of_pair("yanxi_2026", "tanglu_2026")


@pytest.mark.parametrize(
    ("a", "b"),
    [pair for pair in combinations(SIZES, 2) if pair != ("yunting_2026", "yunting_draft")],
)
def test_nothing_long_is_shared_outside_the_labels(a: str, b: str) -> None:
    left, right = outside(a, b), outside(b, a)
    shared = {
        left[start : start + STRAY_LENGTH]
        for start in range(len(left) - STRAY_LENGTH)
        if " " not in left[start : start + STRAY_LENGTH]
        and left[start : start + STRAY_LENGTH] in right
    }
    assert not shared


@pytest.mark.parametrize("formula", LABELS["formula_traps"])
def test_formula_is_shared_outside_the_labels(formula: str) -> None:
    holders = [
        (a, b)
        for a, b in combinations(SIZES, 2)
        if letters(formula) in letters(outside(a, b)) and letters(formula) in letters(outside(b, a))
    ]
    assert holders


@pytest.mark.parametrize("sample", SIZES)
def test_headings_stand_in_the_text_in_order(sample: str) -> None:
    position = 0
    for level, heading in LABELS["headings"][sample]:
        assert level in {1, 2}
        position = text_of(sample).index("".join(heading.split()), position) + len(heading)
    assert sum(level == 1 for level, _ in LABELS["headings"][sample]) >= 3


def test_word_sample_is_reproduced_byte_for_byte(tmp_path: Path) -> None:
    script = REPOSITORY / "packaging" / "make_samples.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True)
    shipped = path_of("yunting_2026")
    assert (tmp_path / shipped.name).read_bytes() == shipped.read_bytes()


def test_word_sample_holds_what_an_importer_must_see() -> None:
    body = word_body(path_of("yunting_2026"))
    inserted = "".join(node.text for node in body.iterfind(f".//{WORD}ins//{WORD}t"))
    assert inserted.startswith("其中，各级财政性资金")
    controls = ["".join(node.itertext()) for node in body.iter(f"{WORD}sdtContent")]
    assert controls == ["2026年至2030年"]
    assert len(list(body.iter(f"{WORD}numPr"))) == 4


def test_word_sample_opens_with_styles_and_tables() -> None:
    document = docx.Document(str(path_of("yunting_2026")))
    indicators, box = document.tables
    assert [cell.text for cell in indicators.rows[0].cells][:3] == ["序号", "指标", "单位"]
    assert len(indicators.rows) == 11
    assert box.cell(0, 0).text.startswith("专栏")
    headings = [
        (int(paragraph.style.name[-1]), paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style is not None and (paragraph.style.name or "").startswith("Heading")
    ]
    assert headings == [(level, text) for level, text in LABELS["headings"]["yunting_2026"]]


@pytest.mark.parametrize(
    ("sample", "amount", "count", "total"),
    [
        ("yunting_2026", r"计划投资([\d.]+)亿元", 6, 186.0),
        ("yunting_2026", r"工程([\d.]+)亿元", 6, 186.0),
        ("lanchuan_2021", r"，投资([\d.]+)亿元", 5, 74.5),
        ("yanxi_2026", r",总投资([\d.]+)亿元", 3, 13.0),
    ],
)
def test_announced_totals_hold(sample: str, amount: str, count: int, total: float) -> None:
    amounts = [float(found) for found in re.findall(amount, text_of(sample))]
    assert len(amounts) == count
    assert sum(amounts) == pytest.approx(total)
    assert f"{total:g}亿元" in text_of(sample)


def test_places_are_invented() -> None:
    folder = REPOSITORY / "resources" / "places"
    lists = sorted(folder.glob("*.txt"))
    if not lists:
        pytest.skip("there is no gazetteer in resources/places")
    known = {
        name
        for path in lists
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for name in line.split()
    }
    assert len(known) > 300
    assert not known & {name for place in PLACES for name in (place, place.rstrip("县区市"))}


def test_readme_names_every_file() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    for sample in LABELS["files"]:
        assert path_of(sample).is_file()
        assert f"`{path_of(sample).name}`" in readme

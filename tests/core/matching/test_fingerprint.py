from __future__ import annotations

import pickle

from plandraft.core.matching.fingerprint import in_one_pool, marks_span, prepare_text
from plandraft.core.matching.shingles import cut_windows
from plandraft.core.matching.tokens import NUMBER_TOKEN, PLACE_TOKEN
from plandraft.core.model.spans import Span
from plandraft.core.text.places import Gazetteer

_PLACES = Gazetteer(frozenset({"云汀", "澜川"}))


def test_numbers_and_places_are_one_token_each() -> None:
    one = prepare_text("到2030年，云汀市达到12.5％。", _PLACES)
    assert one.tokens == f"到{NUMBER_TOKEN}年{PLACE_TOKEN}达到{NUMBER_TOKEN}"
    assert [one.token_letters(at) for at in range(len(one.tokens))] == [
        "到",
        "2030",
        "年",
        "云汀市",
        "达",
        "到",
        "125",
    ]


def test_plans_that_differ_in_places_and_numbers_have_the_same_tokens() -> None:
    one = prepare_text("云汀市建成5G基站3200个", _PLACES)
    other = prepare_text("澜川建成6G基站980个", _PLACES)
    assert one.tokens == other.tokens


def test_spans_of_tokens_lead_back_to_the_source() -> None:
    text = "到2030年，云汀市建成"
    one = prepare_text(text, _PLACES)
    assert one.source_span(Span(1, 4)).slice(text) == "2030年，云汀市"
    assert one.letter_span(Span(0, 2)) == Span(0, 5)


def test_edges_tell_clauses_from_lines_and_pass_over_percent() -> None:
    one = prepare_text("达到80%的\n企业，上云 用数", Gazetteer())
    edges = "".join(str(flag) for flag in one.edges)
    # tokens: 达 到 # 的 企 业 上 云 用 数, and the end
    assert edges == "20002010002"


def test_marks_between_tokens_ignore_layout() -> None:
    one = prepare_text("甲， \n乙丙", Gazetteer())
    assert one.marks == ["", "，", ""]
    assert marks_span(one, 1) == Span(1, 4)


def test_text_without_letters_has_no_tokens() -> None:
    one = prepare_text("，。\n", Gazetteer())
    assert one.tokens == ""
    assert not one.shingles.single
    assert not one.shingles.repeated


def test_what_a_window_proves_falls_with_masks_and_official_phrases() -> None:
    formulae = frozenset({"加强组织", "强组织领", "组织领导"})
    one = prepare_text("云汀市老码头加强组织领导", _PLACES, formulae)
    proof = dict(zip(cut_windows(one.tokens), one.proof, strict=True))
    assert proof[f"{PLACE_TOKEN}老码头"] == 0.3
    assert proof["老码头加"] == 0.65
    assert proof["头加强组"] < 0.65
    assert proof["加强组织"] == proof["组织领导"] == 0.15


def test_what_stands_outside_the_windows_equals_nothing() -> None:
    pair = (prepare_text("梧桐山脚下的老码头", _PLACES) for _ in range(2))
    one, same = in_one_pool(*pair)
    count = len(cut_windows(one.tokens))
    assert one.windows[:count] == same.windows[:count]
    assert one.before[1 : count + 1] == one.windows[:count]
    assert one.before[0] != same.before[0]
    for at in range(count, len(one.tokens) + 2):
        assert one.windows[at] != same.windows[at]
        assert one.windows[at] != one.windows[at]
        assert one.windows[at] not in set(one.windows[:count])


def test_a_prepared_document_travels_to_another_process_whole() -> None:
    one = prepare_text("到2030年，云汀市建成5G基站。到2030年，云汀市建成", _PLACES)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - made one line above


def test_a_part_is_prepared_like_a_text_of_its_own() -> None:
    text = "梧桐山脚下的老码头，河埠头设自行车棚。"
    whole, alone = prepare_text(text, _PLACES), prepare_text(text[10:18], _PLACES)
    part = whole.part(Span(9, 17))
    assert part.tokens == alone.tokens == "河埠头设自行车棚"
    part, alone = in_one_pool(part, alone)
    assert part.shingles == alone.shingles
    assert [part.source_span(Span(0, 3)).slice(text)] == ["河埠头"]

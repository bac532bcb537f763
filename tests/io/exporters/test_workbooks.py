"""The Excel files say what was found, and are opened again to see it."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest
from tests.core.compare.test_families import ORCHARD, OWN, STREET, THEIRS, four_plans, plan_set
from tests.core.compare.test_plan_sets import decide, judged
from tests.helpers.documents import make_document
from tests.helpers.xlsx_files import formulas_of, read_workbook
from tests.ui.compare.comparisons import LEFT_EDITED, make_comparison

from plandraft.core.compare.changes import InlineSpan
from plandraft.core.compare.decisions import Decision, DecisionRecord, PassageKey, Verdict
from plandraft.core.compare.inline import build_inline
from plandraft.core.compare.own_wording import Substitution
from plandraft.core.matching.passages import MatchOptions, Passage
from plandraft.io.exporters.decision_sheet import build_decisions_csv, build_decisions_xlsx
from plandraft.io.exporters.families_xlsx import build_families_xlsx, short_names
from plandraft.io.exporters.report_xlsx import build_report_xlsx
from plandraft.io.exporters.workbook import (
    CELL_LIMIT,
    CUT,
    CellKind,
    Column,
    Filled,
    Mark,
    Run,
    Sheet,
    build_workbook,
)

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def report(**options: object) -> bytes:
    """Return the report of the made-up comparison."""
    comparison = make_comparison()

    def inline(passage: Passage) -> tuple[InlineSpan, ...]:
        return build_inline(comparison, passage)

    return build_report_xlsx(comparison, inline, made_at=NOW, **options)  # type: ignore[arg-type]


def test_a_row_a_passage() -> None:
    comparison = make_comparison()
    sheets = read_workbook(report())
    assert list(sheets) == ["说明", "相似段落", "替换", "数字"]
    head, *rows = sheets["相似段落"]
    assert head[:4] == ["序号", "甲", "乙", "相似度"]
    assert [row[0] for row in rows] == [row.number for row in comparison.rows]
    for cells, row in zip(rows, comparison.rows, strict=True):
        assert cells[1] == row.passage.left.slice(comparison.left.text)
        assert cells[2] == row.passage.right.slice(comparison.right.text)
        assert cells[3] == pytest.approx(row.passage.similarity)
        assert cells[7] == row.left_section


def test_numbers_and_swaps_have_their_sheets() -> None:
    sheets = read_workbook(report())
    assert ["120", "95"] in [row[1:3] for row in sheets["数字"][1:]]
    assert ["云汀", "松岭", "地名", 1.0] in sheets["替换"][1:]


def test_settings_date_decisions_and_shares_are_in_it() -> None:
    decisions = {1: Decision(Verdict.FORMULA, "通用句"), 3: Decision(Verdict.USED)}
    sheets = read_workbook(report(options=MatchOptions(20, 0.6), decisions=decisions))
    about = {row[0]: str(row[1]) for row in sheets["说明"]}
    assert about["比对设置"] == "最短 20 字，相似度不低于 60%"
    assert about["生成时间"] == "2026年11月20日 09:30"
    assert "1 处判为非借用或套话" in about["排除后的比例"]
    decided = [row[11:13] for row in sheets["相似段落"][1:]]
    assert decided[0] == ["套话", "通用句"]
    assert decided[2][0] == "已采用"


def test_an_empty_comparison_says_so() -> None:
    comparison = make_comparison(passages=False)
    sheets = read_workbook(build_report_xlsx(comparison, lambda _passage: (), made_at=NOW))
    assert len(sheets["相似段落"]) == 1
    assert any("没有找到相似段落" in str(row[1]) for row in sheets["说明"])


def test_several_plans() -> None:
    plans = four_plans()
    sheets = read_workbook(build_families_xlsx(plans, 0, made_at=NOW, options=MatchOptions()))
    assert list(sheets) == ["说明", "相似度", "段落", "多数有而我无", "只有我有"]
    assert sheets["相似度"][1][1] is None
    assert sheets["相似度"][2][3] == pytest.approx(plans.pairs[1, 2].matches.left_share)
    (street,) = [row for row in sheets["段落"] if row[1] == STREET]
    assert [street[5], street[7], street[8]] == ["基准", "相同", "无"]
    assert str(street[6]).startswith("改写 ")
    assert street[4] == 3
    lacking = [str(row[1]) for row in sheets["多数有而我无"][1:]]
    assert len(lacking) == 2
    assert [row[0] for row in sheets["只有我有"][1:]] == [OWN]


def test_several_plans_without_what_does_not_count() -> None:
    plans = four_plans()
    decided = decide(plans, "北山", Verdict.ACCEPTED, (1, 3))
    found = judged(plans, ORCHARD, same=(Substitution("木质", "竹制"),), decided=decided)
    sheets = read_workbook(build_families_xlsx(found, 1, made_at=NOW))
    about = {row[0]: str(row[1]) for row in sheets["说明"]}
    assert "2 处判为非借用或套话" in about["不计入"]
    assert about["自定名单"] == ("由自定套话组成的段落，各对规划中共 3 处；替换 1 对，视为相同")
    assert sheets["相似度"][3][2] == pytest.approx(found.shares[2][1])
    (orchard,) = [row for row in sheets["段落"] if row[1] == ORCHARD]
    assert [orchard[6], orchard[8]] == ["基准", "相同\n认可"]
    assert orchard[7] == "无", "the pair of 2 and 3 does not count"
    assert [row[1] for row in sheets["不计入"][1:]] == [ORCHARD]
    quiet = read_workbook(build_families_xlsx(judged(plans, ORCHARD), 0, made_at=NOW))
    assert [row[1] for row in quiet["不计入"][1:]] == [ORCHARD]
    assert quiet["不计入"][1][7:9] == ["相同\n套话", "相同\n套话"]
    assert ORCHARD not in [row[1] for row in quiet["段落"]]


def test_headings_of_a_passage_are_bold_and_its_sections_named() -> None:
    import zipfile
    from io import BytesIO

    text = f"规划\n前言：{THEIRS}\n一、老街\n{STREET}"
    data = build_families_xlsx(plan_set(f"甲市{text}", f"乙市{text}"), 0, made_at=NOW)
    row = read_workbook(data)["段落"][1]
    assert str(row[1]).endswith(f"一、老街\n{STREET}")
    assert row[2] == "（标题之前）；一、老街"
    with zipfile.ZipFile(BytesIO(data)) as package:
        strings = package.read("xl/sharedStrings.xml").decode("utf-8")
    run = strings[: strings.index("一、老街</t>")]
    assert "<b/>" in run[run.rindex("<r>") :]


def test_short_names_keep_both_ends_of_a_title() -> None:
    title = "云汀市数字经济和信息化发展规划（2026—2030年）（征求意见稿）"
    names = short_names([make_document(f"{title}\n一、总体\n{STREET}"), make_document("甲市规划")])
    assert names[0].startswith("1 云汀市数字经济")
    assert names[0].endswith("（征求意见稿）")
    assert "…" in names[0]
    assert names[1] == "2 甲市规划"


HOSTILE = (
    '=HYPERLINK("x")',
    "+1",
    "-1",
    "@SUM(1)",
    "http://example.com",
    "坏\x00\ud800字",
)


def record(note: str) -> DecisionRecord:
    """Return a decision with this note."""
    key, decision = PassageKey("甲", "乙"), Decision(Verdict.ACCEPTED, note)
    return DecisionRecord(key, decision, NOW, "甲规划", "乙规划", "甲文", "乙文")


def test_decisions_as_csv() -> None:
    data = build_decisions_csv([record("照用，“好”\n第二行"), *map(record, HOSTILE)])
    assert data.startswith(b"\xef\xbb\xbf")
    head, first, *others = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    assert head == ["判断", "备注", "甲", "甲的段落", "乙", "乙的段落", "时间"]
    assert first == [
        "认可", "照用，“好”\n第二行", "甲规划", "甲文", "乙规划", "乙文", "2026-11-20 09:30"
    ]  # fmt: skip
    notes = [row[1] for row in others]
    assert notes == ['\'=HYPERLINK("x")', "'+1", "'-1", "'@SUM(1)", HOSTILE[4], "坏字"]


def test_decisions_as_workbook() -> None:
    data = build_decisions_xlsx(list(map(record, HOSTILE)), made_at=NOW)
    notes = [row[1] for row in read_workbook(data)["段落判断"][1:]]
    assert notes == [*HOSTILE[:5], "坏字"]
    assert formulas_of(data) == 0


def test_cells_that_are_too_long_are_cut_and_say_so() -> None:
    long = "长" * (CELL_LIMIT + 10)
    runs = (Run("甲" * (CELL_LIMIT - 5)), Run("乙" * 10, Mark.NAMED), Run("丙"))
    cells = (long, runs, (Run("一段"),), Filled(0.5, "#FFFFFF"), None)
    columns = tuple(Column(str(at), 10, CellKind.TEXT) for at in range(len(cells)))
    data = build_workbook([Sheet("表", columns, (cells,))], title="题", made_at=NOW)
    (row,) = read_workbook(data)["表"][1:]
    assert row[0] == "长" * CELL_LIMIT + CUT
    assert row[1] == "甲" * (CELL_LIMIT - 5) + "乙" * 5 + CUT
    assert row[2:] == ["一段", 0.5, None]


def test_the_same_input_gives_the_same_bytes() -> None:
    assert report() == report()


def test_edited_words_stand_out() -> None:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(report())) as package:
        strings = package.read("xl/sharedStrings.xml").decode("utf-8")
    assert "云汀" in LEFT_EDITED
    assert "<b/>" in strings
    assert "FF9A3B00" in strings

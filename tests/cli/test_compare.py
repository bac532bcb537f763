"""`compare` lists what two files share, as a list, as JSON and as a report."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.helpers.xlsx_files import read_workbook

LEFT, RIGHT = "yunting_digital_2026.docx", "lanchuan_digital_2021.txt"


def test_json_holds_the_promised_fields(command: Command, samples: Path) -> None:
    left, right = samples / LEFT, samples / RIGHT
    data = command("compare", left, right, "--json").json
    assert {"a", "b", "passages", "seconds"} <= set(data)
    assert data["a"]["path"] == str(left)
    assert data["b"]["title"] == "澜川市数字经济发展“十四五”规划"
    texts = {"a": command("extract", left).text, "b": command("extract", right).text}
    assert {side: len(text) for side, text in texts.items()} == {
        side: data[side]["length"] for side in "ab"
    }
    assert 0 < data["seconds"] < 60
    assert data["passages"]
    for passage in data["passages"]:
        assert {"a", "b", "similarity", "kind", "differs"} <= set(passage)
        assert passage["kind"] in {"identical", "edited", "reordered"}
        assert 0.5 <= passage["similarity"] <= 1
        for side in "ab":
            start, end = passage[side]
            assert 0 <= start < end <= len(texts[side])
        known = ["place", "number", "punctuation", "wording", "order"]
        assert passage["differs"] == [name for name in known if name in passage["differs"]]


def test_json_explains_each_passage(command: Command, samples: Path) -> None:
    left, right = samples / LEFT, samples / RIGHT
    data = command("compare", left, right, "--json").json
    texts = {"a": command("extract", left).text, "b": command("extract", right).text}
    classes = {"place", "period", "number", "organ", "punctuation", "wording", "order"}
    seen = set()
    for passage in data["passages"]:
        assert passage["masked_similarity"] >= passage["similarity"] - 0.05
        assert 0 < passage["rare_share"] <= 1
        assert passage["clauses"]
        for edit in passage["edits"]:
            seen.add(edit["class"])
            for side in "ab":
                assert passage[side][0] <= edit[side][0] <= edit[side][1] <= passage[side][1]
    assert {"place", "number", "wording"} <= seen <= classes
    swap = data["swaps"][0]
    assert swap["count"] >= data["swaps"][-1]["count"] >= 1
    assert swap["a"] in texts["a"]
    assert swap["b"] in texts["b"]


def test_several_files_are_compared_pair_by_pair(command: Command, samples: Path) -> None:
    files = [samples / name for name in (LEFT, RIGHT, "tanglu_opinions_2026.txt")]
    data = command("compare", *files, "--json").json
    assert [one["path"] for one in data["documents"]] == [str(path) for path in files]
    assert [(pair["a"], pair["b"]) for pair in data["pairs"]] == [(0, 1), (0, 2), (1, 2)]
    alone = command("compare", files[0], files[1], "--json").json
    assert data["pairs"][0]["passages"] == alone["passages"]
    lines = command("compare", *files).text.splitlines()
    assert lines[0].startswith("1  云汀市")
    assert sum(" 处 " in line for line in lines) == 3


def test_list_shows_each_passage_with_both_sides(command: Command, samples: Path) -> None:
    data = command("compare", samples / LEFT, samples / RIGHT, "--json").json
    text = command("compare", samples / LEFT, samples / RIGHT).text
    lines = text.splitlines()
    assert lines[0].startswith("甲  云汀市")
    assert f"共 {len(data['passages'])} 处" in lines[2]
    assert sum(line.startswith("     甲（") for line in lines) == len(data["passages"])
    assert sum(line.startswith("     乙（") for line in lines) == len(data["passages"])


def test_options_narrow_the_search(command: Command, samples: Path) -> None:
    files = samples / LEFT, samples / RIGHT
    every = command("compare", *files, "--json").json["passages"]
    long = command("compare", *files, "--json", "--min-length", "100").json["passages"]
    similar = command("compare", *files, "--json", "--min-similarity", "0.95").json["passages"]
    assert 0 < len(long) < len(every)
    assert 0 < len(similar) < len(every)
    assert all(passage["similarity"] >= 0.95 for passage in similar)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--min-length", "0"],
        ["--min-length", "many"],
        ["--min-similarity", "1.5"],
        ["--min-similarity", "-0.1"],
        ["--min-similarity", "nan"],
        ["--report", "report.pdf"],
        ["--report", "report"],
        ["--report"],
        ["third.txt", "--report", "report.html"],
        ["--lines"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_apart(
    command: Command, samples: Path, arguments: list[str], tmp_path: Path
) -> None:
    done = command("compare", samples / LEFT, samples / RIGHT, *arguments)
    assert (done.code, done.output) == (2, b"")
    assert done.errors.count("\n") == 1


def test_missing_second_file_is_wrong_usage(command: Command, samples: Path) -> None:
    done = command("compare", samples / LEFT)
    assert done.code == 2
    assert "乙" in done.errors


def test_report_is_a_page(command: Command, samples: Path, tmp_path: Path) -> None:
    report = tmp_path / "报告.html"
    done = command("compare", samples / LEFT, samples / RIGHT, "--report", report)
    assert (done.code, done.errors) == (0, "")
    assert str(report) in done.text
    page = report.read_text(encoding="utf-8")
    for named in ("比对设置", "比对口径", "筛选", "生成时间"):
        assert named in page
    assert page.startswith("<!")
    assert "澜川市" in page


def test_report_is_a_word_document(command: Command, samples: Path, tmp_path: Path) -> None:
    report = tmp_path / "报告.DOCX"
    done = command("compare", samples / LEFT, samples / RIGHT, "--report", report, "--json")
    assert done.code == 0
    assert done.json["passages"]
    with zipfile.ZipFile(report) as package:
        assert "澜川市" in package.read("word/document.xml").decode("utf-8")


def test_report_is_a_workbook(command: Command, samples: Path, tmp_path: Path) -> None:
    report = tmp_path / "报告.xlsx"
    done = command("compare", samples / LEFT, samples / RIGHT, "--report", report)
    assert (done.code, done.errors) == (0, "")
    rows = read_workbook(report.read_bytes())["相似段落"]
    assert f"共 {len(rows) - 1} 处" in done.text


def test_several_files_are_reported_in_a_workbook(
    command: Command, samples: Path, tmp_path: Path
) -> None:
    files = [samples / name for name in (LEFT, RIGHT, "tanglu_opinions_2026.txt")]
    report = tmp_path / "多份.xlsx"
    done = command("compare", *files, "--report", report, "--min-length", "20")
    assert (done.code, done.errors) == (0, "")
    assert done.text.splitlines()[-1] == f"报告：{report}"
    sheets = read_workbook(report.read_bytes())
    about = dict(tuple(row) for row in sheets["说明"])
    assert about["我的规划"] == "规划 1"
    assert str(about["规划 2"]).startswith("澜川市")
    assert str(about["比对设置"]).startswith("最短 20 字")
    assert len(sheets["相似度"]) == 4


def test_report_on_several_never_replaces_an_input(
    command: Command, samples: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "a.xlsx"
    copy.write_bytes((samples / LEFT).read_bytes())
    files = samples / LEFT, samples / RIGHT, copy
    assert command("compare", *files, "--report", copy).code == 3
    assert copy.read_bytes() == (samples / LEFT).read_bytes()


def test_report_never_replaces_an_input(command: Command, samples: Path, tmp_path: Path) -> None:
    copy = tmp_path / "a.docx"
    copy.write_bytes((samples / LEFT).read_bytes())
    done = command("compare", copy, samples / RIGHT, "--report", copy)
    assert done.code == 3
    assert copy.read_bytes() == (samples / LEFT).read_bytes()


def test_file_against_itself_is_one_whole(command: Command, samples: Path) -> None:
    data = command("compare", samples / RIGHT, samples / RIGHT, "--json").json
    assert data["passages"]
    assert all(passage["a"] == passage["b"] for passage in data["passages"])
    assert all(passage["kind"] == "identical" for passage in data["passages"])


def test_routine_wording_is_told_apart(command: Command, tmp_path: Path) -> None:
    routine = "有关单位每月汇总一次办理结果，并及时告知服务对象"
    own = "梧桐山脚下的老码头改作游船驿站，沿街铺面统一更换木质招牌"
    files = []
    for name, between in (("甲", "北山古道修复青石台阶。"), ("乙", "南湖栈桥加装暖色路灯。")):
        files.append(tmp_path / f"{name}.txt")
        text = f"{name}市码头规划\n{own}。\n{between * 12}\n{routine}。\n"
        files[-1].write_text(text, encoding="utf-8")
    told = {one["routine"]: one for one in command("compare", *files, "--json").json["passages"]}
    assert set(told) == {True, False}
    listed = command("compare", *files).text
    assert "共 1 处（另有通用表述 1 处）" in listed
    (line,) = [one for one in listed.splitlines() if one.endswith("通用表述")]
    assert line.split()[0] == "2"

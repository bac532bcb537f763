"""What documents say of themselves, and where they say it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.documents import make_document

from plandraft.core.text.divisions import PlaceLevel
from plandraft.core.text.metadata import DocumentKind, Finding, Metadata, find_metadata
from plandraft.core.text.places import Gazetteer
from plandraft.io.background_file import load_gazetteer
from plandraft.io.importers.base import read_document

BODY = "\n一、总体要求\n加快建设，狠抓落实。"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the resources."""
    return load_gazetteer(Path(__file__).resolve().parents[3] / "resources")


def value(finding: Finding | None) -> str:
    return finding.value if finding else ""


def metadata(text: str, gazetteer: Gazetteer) -> Metadata:
    """Return the metadata of a text, every finding checked to be where it says."""
    document = make_document(text)
    found = find_metadata(document, gazetteer)
    for finding in (found.place, found.number, found.organ):
        if finding is not None:
            assert finding.span.slice(document.text).replace(" ", "") == finding.value
    for finding in (found.period, found.year):
        assert finding is None or finding.span.length > 0
    return found


@pytest.mark.parametrize(
    ("title", "place", "level", "province", "prefecture"),
    [
        ("聊城市信息化规划", "聊城市", PlaceLevel.PREFECTURE, "山东省", ""),
        ("聊城市东昌府区信息化规划", "东昌府区", PlaceLevel.COUNTY, "山东省", "聊城市"),
        ("南京市鼓楼区数字经济规划", "鼓楼区", PlaceLevel.COUNTY, "江苏省", "南京市"),
        ("河南省信息化规划", "河南省", PlaceLevel.PROVINCE, "", ""),
        ("莱芜市信息化规划", "莱芜市", PlaceLevel.PREFECTURE, "山东省", ""),
        ("云汀市信息化规划", "云汀市", PlaceLevel.PREFECTURE, "", ""),
        ("汀东县信息化规划", "汀东县", PlaceLevel.COUNTY, "", ""),
        ("关于加快信息化的意见", "", None, "", ""),
    ],
)
def test_place_has_its_level_and_what_it_lies_in(
    gazetteer: Gazetteer,
    title: str,
    place: str,
    level: PlaceLevel | None,
    province: str,
    prefecture: str,
) -> None:
    found = metadata(title + BODY, gazetteer)
    assert (value(found.place), found.level) == (place, level)
    assert (found.province, found.prefecture) == (province, prefecture)
    assert found.former == (title.startswith("莱芜"))


def test_shared_name_is_told_by_what_the_text_names(gazetteer: Gazetteer) -> None:
    title = "鼓楼区数字经济规划"
    told = metadata(f"{title}{BODY}\n按照徐州市的部署，徐州各区要落实江苏省要求。", gazetteer)
    assert (told.province, told.prefecture) == ("江苏省", "徐州市")
    untold = metadata(title + BODY, gazetteer)
    assert (value(untold.place), untold.level) == ("鼓楼区", PlaceLevel.COUNTY)
    assert (untold.province, untold.prefecture) == ("", "")


@pytest.mark.parametrize(
    ("text", "period", "years"),
    [
        ("云汀市“十四五”规划", "十四五", (2021, 2025)),
        ("云汀市规划（2026—2030年）", "十五五", (2026, 2030)),
        ("云汀市意见\n“十一五”期间加快建设。", "十一五", (2006, 2010)),
        ("云汀市意见", "", None),
    ],
)
def test_period_with_its_years(
    gazetteer: Gazetteer, text: str, period: str, years: tuple[int, int] | None
) -> None:
    found = metadata(text + BODY, gazetteer)
    assert (value(found.period), found.years) == (period, years)


@pytest.mark.parametrize(
    ("text", "year", "organ", "number"),
    [
        (
            "云汀市人民政府关于推进信息化的意见\n云政发〔2026〕7号\n各县（区）：" + BODY,
            "2026",
            "云汀市人民政府",
            "云政发〔2026〕7号",
        ),
        (
            f"云汀市规划{BODY}\n云汀市发展和改革委员会\n二○○六年十月九日",
            "2006",
            "云汀市发展和改革委员会",
            "",
        ),
        (f"云汀市规划{BODY}\n云汀市人民政府\n二OO六年五月", "2006", "云汀市人民政府", ""),
        (f"云汀市2026年工作要点{BODY}", "2026", "", ""),
        (f"云汀市规划（2021—2025年）{BODY}", "", "", ""),
        (f"云汀市规划\n一、依据\n根据国发〔2016〕5号文件，{'加快建设，' * 20}", "", "", ""),
    ],
    ids=["head", "signature", "capital O", "title", "years of the period", "another's number"],
)
def test_year_organ_and_number(
    gazetteer: Gazetteer, text: str, year: str, organ: str, number: str
) -> None:
    found = metadata(text, gazetteer)
    assert (value(found.year), value(found.organ), value(found.number)) == (year, organ, number)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云汀市信息化发展规划", DocumentKind.PLAN),
        ("云汀市信息化发展规划（征求意见稿）", DocumentKind.PLAN),
        ("云汀市国民经济发展纲要", DocumentKind.PLAN),
        ("关于推进信息化的实施意见", DocumentKind.OPINIONS),
        ("云汀市信息化实施方案（试行）", DocumentKind.SCHEME),
        ("关于印发《云汀市信息化规划》的通知", DocumentKind.NOTICE),
        ("云汀市信息化项目管理办法", DocumentKind.RULES),
        ("云汀市政府工作报告", DocumentKind.REPORT),
        ("云汀市信息化会议在城东召开", DocumentKind.NEWS),
        ("云汀市的港口", None),
    ],
)
def test_kind(gazetteer: Gazetteer, title: str, kind: DocumentKind | None) -> None:
    document = make_document(title + BODY)
    found = find_metadata(document, gazetteer)
    assert found.kind is kind
    assert (found.kind_span is None) == (kind is None)


def test_news_is_told_by_how_it_begins(gazetteer: Gazetteer) -> None:
    found = metadata("云汀市的港口\n近日，云汀市召开会议。", gazetteer)
    assert found.kind is DocumentKind.NEWS


REAL = {
    "000": ("聊城市", "prefecture", "十一五", "", "", "", "plan"),
    "001": ("聊城市", "prefecture", "十一五", "", "", "", "plan"),
    "002": (
        *("莱芜市", "prefecture", "十一五", "2006", "莱芜市人民政府"),
        *("莱政发〔2006〕86号", "opinions"),
    ),
    "003": ("山东省", "province", "十五", "", "", "", "news"),
    "004": ("洛阳市", "prefecture", "十一五", "2006", "洛阳市信息化工作领导小组办公室", "", "plan"),
}  # fmt: skip


@pytest.mark.parametrize("name", REAL)
def test_real_plans(shared: Path, gazetteer: Gazetteer, name: str) -> None:
    (path,) = (shared / "plans").glob(f"{name}_*.txt")
    found = find_metadata(read_document(path), gazetteer)
    assert (
        value(found.place),
        found.level,
        value(found.period),
        value(found.year),
        value(found.organ),
        value(found.number),
        found.kind,
    ) == REAL[name]

"""Administrative divisions: their short names, their levels, what lies in what."""

from __future__ import annotations

from pathlib import Path

import pytest

from plandraft.core.text.divisions import Place, PlaceLevel, parse_divisions, short_division
from plandraft.core.text.places import Gazetteer, find_places
from plandraft.io.background_file import load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the resources."""
    return load_gazetteer(Path(__file__).resolve().parents[3] / "resources")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("聊城市", "聊城"),
        ("山东省", "山东"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("新疆维吾尔自治区", "新疆"),
        ("香港特别行政区", "香港"),
        ("恩施土家族苗族自治州", "恩施"),
        ("西双版纳傣族自治州", "西双版纳"),
        ("海西蒙古族藏族自治州", "海西"),
        ("张家川回族自治县", "张家川"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("大兴安岭地区", "大兴安岭"),
        ("神农架林区", "神农架"),
        ("沛县", "沛县"),
        ("雄安新区", "雄安"),
    ],
)
def test_short_name(name: str, short: str) -> None:
    assert short_division(name) == short


def test_lines_are_parsed_with_levels_and_former_names() -> None:
    text = (
        "# 注\n岚江省\t云汀市\t汀东区 旧汀县*\n岚江省\t澜川市*\t\n岚江省\t\t独立市\n短行\t甲 乙\n"
    )
    assert list(parse_divisions(text)) == [
        Place("岚江省", PlaceLevel.PROVINCE),
        Place("云汀市", PlaceLevel.PREFECTURE, "岚江省"),
        Place("汀东区", PlaceLevel.COUNTY, "岚江省", "云汀市"),
        Place("旧汀县", PlaceLevel.COUNTY, "岚江省", "云汀市", former=True),
        Place("澜川市", PlaceLevel.PREFECTURE, "岚江省", former=True),
        Place("独立市", PlaceLevel.COUNTY, "岚江省"),
    ]


def test_list_is_whole(gazetteer: Gazetteer) -> None:
    current = [place for place in gazetteer.places if not place.former]
    counts = {level: sum(place.level is level for place in current) for level in PlaceLevel}
    assert counts[PlaceLevel.PROVINCE] == 34
    # 333 in 2024, Hong Kong and the like have none; municipalities are provinces here.
    assert 325 <= counts[PlaceLevel.PREFECTURE] <= 340
    assert 2800 <= counts[PlaceLevel.COUNTY] <= 2950


@pytest.mark.parametrize(
    ("name", "level", "province", "prefecture", "former"),
    [
        ("莱芜市", PlaceLevel.PREFECTURE, "山东省", "", True),
        ("莱芜区", PlaceLevel.COUNTY, "山东省", "济南市", False),
        ("襄樊市", PlaceLevel.PREFECTURE, "湖北省", "", True),
        ("襄阳市", PlaceLevel.PREFECTURE, "湖北省", "", False),
        ("东昌府", PlaceLevel.COUNTY, "山东省", "聊城市", False),
        ("偃师市", PlaceLevel.COUNTY, "河南省", "洛阳市", True),
        ("浦东新区", PlaceLevel.COUNTY, "上海市", "", False),
        ("雄安", PlaceLevel.PREFECTURE, "河北省", "", False),
    ],
)
def test_places_are_known(
    gazetteer: Gazetteer,
    name: str,
    level: PlaceLevel,
    province: str,
    prefecture: str,
    former: bool,
) -> None:
    found = gazetteer.find(name)[0]
    assert (found.level, found.province, found.prefecture, found.former) == (
        level,
        province,
        prefecture,
        former,
    )


def test_shared_names_are_all_found(gazetteer: Gazetteer) -> None:
    assert {place.prefecture for place in gazetteer.find("鼓楼区")} >= {
        "南京市",
        "徐州市",
        "福州市",
        "开封市",
    }
    chaoyang = gazetteer.find("朝阳")
    assert chaoyang[0].level is PlaceLevel.PREFECTURE
    assert {place.level for place in chaoyang} == {PlaceLevel.PREFECTURE, PlaceLevel.COUNTY}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("山东省聊城市东昌府区", ["山东省", "聊城市", "东昌府区"]),
        ("阳谷县与东阿县", ["阳谷县", "东阿县"]),
        ("恩施土家族苗族自治州、广西壮族自治区", ["恩施土家族苗族自治州", "广西壮族自治区"]),
        ("朝阳区、中山区、鼓楼区", ["朝阳区", "中山区", "鼓楼区"]),
        ("莱芜市和莱城区", ["莱芜市", "莱城区"]),
    ],
)
def test_places_of_all_levels_are_found(gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    found = [mention.span.slice(text) for mention in find_places(text, gazetteer)]
    assert found == names


@pytest.mark.parametrize(
    "text",
    [
        "朝阳产业和城关改造，鼓楼广场",
        "加快老城区、新城区、城中区和郊区、矿区改造",
        "培育新兴区域经济，优化港口区位",
        "打通西南通道和东南通道，开放沿海口岸",
        "扩大同周边的合作，重大连片工程",
        "完善成县级平台，建设平原地区和海岛地区",
        "发展经济南北互补，黄河南岸",
        "长治久安，三明治，来宾登记，日照时数",
        "普通县乡公路，街道县道，各区县、市辖区",
        "和平发展，解放思想，复兴大业，开发区建设",
    ],
)
def test_ordinary_words_are_no_places(gazetteer: Gazetteer, text: str) -> None:
    assert [mention.span.slice(text) for mention in find_places(text, gazetteer)] == []


def test_unit_of_another_word_is_not_taken(gazetteer: Gazetteer) -> None:
    text = "聊城市场和山东省级平台"
    assert [mention.span.slice(text) for mention in find_places(text, gazetteer)] == [
        "聊城",
        "山东",
    ]

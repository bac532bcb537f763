"""Where a heading ends whose body runs on."""

from __future__ import annotations

import pytest

from plandraft.core.text.headings import find_heading_end

RUN_ON = {
    "period": "电子商务发展迅速|“十四五”期间，我市建成平台三个。",
    "period and a name": "网络覆盖明显改善|“十四五”以来，各县加快铺设光缆。",
    "first of several": "工作机制不健全|一是部门之间缺少会商；二是职责不清。",
    "by comparison": "资金缺口较大投入不足|相比于先进城市，我市投入偏少。",
    "in view of": "高端人才短缺缺乏|面对新的任务，培养体系跟不上。",
    "verb after a noun": "加快港口经济发展|重点建设三个泊位，完善集疏运。",
    "heading said again": "推进城乡供水一体化，改善供水水平|推进城乡供水管网改造，延伸到村。",
    "with a space": "总体目标 |到2030年，建成较为完善的体系。",
    "two clauses": "拓宽融资渠道，吸引多方投入|要积极争取上级资金，用好债券。",
    "compound verb": "建立协同推进机制|建立由市长任组长的领导小组，定期调度。",
    "noun said again": "加强粮食安全，确保储备可靠|粮食安全是头等大事，必须抓牢。",
    "source": "拓宽资金来源|积极争取中央和省级资金，设立基金。",
}


@pytest.mark.parametrize("text", RUN_ON.values(), ids=RUN_ON)
def test_body_is_told_from_its_heading(text: str) -> None:
    heading, body = text.split("|")
    whole = heading + body
    at = find_heading_end(whole, 0, len(whole))
    assert at is not None
    assert (whole[:at], whole[at:]) == (heading, body)


@pytest.mark.parametrize(
    "text",
    [
        "完善政务平台。在各部门接入的基础上，向乡镇延伸。",
        "加快综合服务体系建设，促进农村经济的发展。完善三级平台。",
        "平台建设要统一规划，集中管理、专人负责。要加强日常工作。",
        "建立高效的运行机制，实现可持续发展。抓好试点。",
        "完善软件产业的发展环境，全力支持软件产业发展。抓住机遇。",
        "健全推进机制，完善支持体系",
        "大力加强关键技术研发，高度重视发展专用产品，重点支持网络产品生产。",
    ],
)
def test_item_with_its_first_sentence_is_left_whole(text: str) -> None:
    assert find_heading_end(text, 0, len(text)) is None

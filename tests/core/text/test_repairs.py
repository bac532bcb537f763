"""Shifted bytes are found, read aright and only offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.helpers.documents import make_document

from plandraft.core.model.document import WarningCode
from plandraft.core.text.repairs import LOST, Repair, apply_repairs, find_repairs
from plandraft.io.importers.base import read_document

BEFORE = "云汀市数字经济发展规划\n一、总体要求\n坚持统筹推进，分步实施，全市各部门"
BROKEN = "要把公共数据的归集、治理和开放摆在突出位置，建立健全工作机制。"
AFTER = "\n二、主要任务\n（一）建设城市数据平台，完善共享目录。"


def shifted(text: str) -> str:
    """Return what a reader sees of `text` when the first of its bytes was lost."""
    data = b"?" + text.encode("gb18030")[1:] + b"\n"
    return data.decode("gb18030", "replace").replace("\ufffd", "?").rstrip("\n")


def test_shifted_stretch_is_read_aright() -> None:
    text = BEFORE + shifted(BROKEN) + AFTER
    (repair,) = find_repairs(text)
    assert repair.original == shifted(BROKEN)
    assert repair.span.slice(text) == repair.original
    assert repair.repaired == LOST + BROKEN[1:-1] + LOST
    assert repair.confidence > 0.8


def test_each_stretch_is_offered() -> None:
    text = (BEFORE + shifted(BROKEN) + AFTER) * 3
    repairs = find_repairs(text)
    assert [repair.original for repair in repairs] == [shifted(BROKEN)] * 3


@pytest.mark.parametrize(
    "text",
    [
        BEFORE + BROKEN + AFTER,
        "龘靐齉爩鱻麤龗灪吁龖厵滟爨癵籱饢驫鲡鹂鸾",
        "镕喆堃淼鑫垚犇骉羴猋魑魅魍魉饕餮貔貅",
        "在《関於數據開放的意見》發佈後，各單位認真學習並貫徹執行",
        "建设。\ue004 \u3000\u3000加强。\ue003 \u3000\u3000完善。" * 8,
        "近日.云汀市召开会议.部署网络建设.要求各县.各部门抓好落实." * 4,
        "カタカナとひらがなで書かれた文章がここにあります",
        "",
    ],
    ids=["clean", "rare", "names", "traditional", "marks", "full stops", "kana", "empty"],
)
def test_nothing_is_offered_where_nothing_was_shifted(text: str) -> None:
    assert find_repairs(text) == ()


def test_accepted_repair_changes_nothing_else() -> None:
    damaged = make_document(BEFORE + shifted(BROKEN) + AFTER)
    assert WarningCode.SHIFTED_BYTES in {warning.code for warning in damaged.warnings}
    repairs = find_repairs(damaged.text)
    mended = apply_repairs(damaged, repairs)
    assert mended.text == BEFORE + LOST + BROKEN[1:-1] + LOST + AFTER
    assert WarningCode.SHIFTED_BYTES not in {warning.code for warning in mended.warnings}
    assert [(block.kind, block.number) for block in mended.blocks] == [
        (block.kind, block.number) for block in damaged.blocks
    ]
    assert [mended.block_text(block) for block in mended.blocks] == mended.text.split("\n")


def test_map_leads_to_what_was_read() -> None:
    damaged = make_document(BEFORE + shifted(BROKEN) + AFTER)
    mended = apply_repairs(damaged, find_repairs(damaged.text))
    for word in ("分步实施", "（一）建设城市数据平台"):
        at = mended.text.index(word)
        assert damaged.text[mended.source_map.to_source(at) :].startswith(word)
    inside = mended.text.index("归集")
    (repair,) = find_repairs(damaged.text)
    assert repair.span.contains(mended.source_map.to_source(inside))


def test_repair_of_another_text_is_refused() -> None:
    damaged = make_document(BEFORE + shifted(BROKEN) + AFTER)
    (repair,) = find_repairs(damaged.text)
    with pytest.raises(ValueError):
        apply_repairs(damaged, [repair, repair])
    with pytest.raises(ValueError):
        apply_repairs(make_document(BEFORE), [Repair(repair.span, "x", "y", 1.0)])


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_real_plans(shared: Path, name: str) -> None:
    (path,) = (shared / "plans").glob(f"{name}_*.txt")
    document = read_document(path)
    repairs = find_repairs(document.text)
    assert len(repairs) == (4 if name == "004" else 0)
    mended = apply_repairs(document, repairs)
    if repairs:
        assert not any("\ue000" <= char <= "\uf8ff" for char in mended.text)
    done = moved = 0
    for repair in repairs:
        length = repair.span.start - done
        assert mended.text[moved : moved + length] == document.text[done : repair.span.start]
        done, moved = repair.span.end, moved + length + len(repair.repaired)
    assert mended.text[moved:] == document.text[done:]


def test_samples_need_no_repair(repository: Path) -> None:
    for path in (repository / "resources" / "samples").glob("*_*.*"):
        assert find_repairs(read_document(path).text) == (), path.name

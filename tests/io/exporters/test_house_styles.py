"""House styles change the styles of an export and say what they depart from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from tests.helpers.open_xml import problems

from plandraft.core.draft.draft import Draft
from plandraft.core.draft.export import ExportOptions
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.exporters.base_package import WORD, pack
from plandraft.io.exporters.house_styles import deviations, load_house
from plandraft.io.layout_check.check import check_layout
from plandraft.services.houses import find_house, list_houses
from plandraft.system.paths import templates_dir

Build = Callable[..., dict[str, bytes]]


def house_file(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_shipped_profiles_say_what_they_depart_from() -> None:
    found = {house.id: deviations(house) for house in list_houses(templates_dir())}
    assert found["line_28"] == ()
    assert [(one.clause, one.style, one.house) for one in found["bold_headings"]] == [
        ("7.3.3", "heading 2", "True"),
        ("7.3.3", "heading 3", "True"),
    ]
    assert find_house(templates_dir(), "28 磅行距").id == "line_28"


@pytest.mark.parametrize("house", ["line_28", "bold_headings"])
def test_the_layout_check_agrees(build: Build, draft: Draft, house: str) -> None:
    profile = find_house(templates_dir(), house)
    parts = build(draft, options=ExportOptions(house=profile))
    assert problems(parts) == []
    rules = {one.rule for one in check_layout(pack(parts))} - {"text.slot"}
    assert rules == ({"heading2.bold", "heading3.bold"} if house == "bold_headings" else set())


def test_a_profile_of_ones_own(build: Build, draft: Draft, tmp_path: Path) -> None:
    text = '[styles."公文正文"]\nline = 600\nsize = 30\n[styles."公文标题"]\nface = "华文中宋"\n'
    house = load_house(house_file(tmp_path, text))
    assert [(one.clause, one.field, one.standard, one.house) for one in deviations(house)] == [
        ("5.2.3", "行距（1/20 磅）", "579", "600"),
        ("7.3.3", "字号（半磅）", "32", "30"),
    ]
    styles = etree.fromstring(build(draft, options=ExportOptions(house=house))["word/styles.xml"])
    (body,) = [s for s in styles if s.get(f"{{{WORD}}}styleId") == "PlanBody"]
    assert body.find(f".//{{{WORD}}}spacing[@{{{WORD}}}line]").get(f"{{{WORD}}}line") == "600"
    assert body.find(f".//{{{WORD}}}sz").get(f"{{{WORD}}}val") == "30"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[styles", "TOML"),
        ('[styles."正文"]\nline = 1\n', "正文"),
        ('[styles."公文正文"]\nwidth = 1\n', "width"),
        ('[styles."公文正文"]\nline = "1"\n', "int"),
        ('[styles."公文正文"]\nface = "a\\"b"\n', "face"),
        ("styles = 3\n", ""),
    ],
)
def test_a_damaged_profile(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(PlanError) as caught:
        load_house(house_file(tmp_path, text))
    assert caught.value.code is ErrorCode.TEMPLATE_DAMAGED
    if reason != "TOML":
        assert reason in str(caught.value.details["reason"])


def test_an_unknown_profile_names_the_known_ones() -> None:
    with pytest.raises(PlanError) as caught:
        find_house(templates_dir(), "没有")
    assert "line_28" in str(caught.value.details["known"])

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from plandraft.core.draft.assemble import start_draft
from plandraft.core.draft.draft import BlockForm
from plandraft.core.draft.headings import is_annex
from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.io.exporters.base_package import base_parts, pack
from plandraft.io.template_file import list_templates, load_template

SMALL = """
id = "small"
name = "小模板"
title = "【城市】规划"

[[slots]]
name = "城市"
purpose = "所属城市"

[[sections]]
id = "preface"
level = 0
title = "前言"
starter = '''
为发展【城市简称】，制定本规划。
'''

[[sections]]
id = "tasks"
level = 1
title = "任务"
minimum = 10
maximum = 20
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "manifest.toml").write_text(SMALL, encoding="utf-8")
    (folder / "base.docx").write_bytes(pack(base_parts()))
    return folder


def test_a_manifest_becomes_a_template(folder: Path) -> None:
    template = load_template(folder)
    assert (template.id, template.name, template.description) == ("small", "小模板", "")
    assert [slot.name for slot in template.slots] == ["城市"]
    assert template.sections[0].starter == "为发展【城市简称】，制定本规划。"
    assert (template.sections[1].minimum, template.sections[1].maximum) == (10, 20)
    assert template.sections[1].optional is False


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param('name = "小模板"\n', "", "name: missing", id="no name"),
        pytest.param('"小模板"', '""', "name: empty", id="empty name"),
        pytest.param('"小模板"', "3", "name: not text", id="name a number"),
        pytest.param('id = "small"', 'id = "big"', "id: 'big' ≠ 'small'", id="not the folder's"),
        pytest.param('title = "【城', 'color = 1\ntitle = "【城', "color: unknown key", id="key"),
        pytest.param("【城市】", "【省】", "title: unknown slot 【省】", id="slot in the title"),
        pytest.param(
            "【城市简称】",
            "【县】",
            "sections[1].starter: unknown slot 【县】",
            id="slot in a text",
        ),
        pytest.param(
            'name = "城市"', 'name = "目标年"', "slots[1].name: '目标年' twice", id="derived slot"
        ),
        pytest.param(
            'name = "城市"', 'name = "城【"', "slots[1].name: '城【' cannot", id="brackets"
        ),
        pytest.param('purpose = "所属城市"', "", "slots[1].purpose: missing", id="no purpose"),
        pytest.param("level = 1", "level = 2", "sections[2].level: 2 after 0", id="level skipped"),
        pytest.param("level = 1", "level = 0", "sections[2].level: 0 only", id="second preface"),
        pytest.param("level = 1", "level = -1", "sections[2].level: not number", id="negative"),
        pytest.param("level = 1", "level = true", "sections[2].level: not number", id="flag"),
        pytest.param('id = "tasks"', 'id = "preface"', "sections[2].id: 'preface' twice", id="id"),
        pytest.param(
            'id = "tasks"', 'id = "任务"', "sections[2].id: '任务': a-z", id="id's letters"
        ),
        pytest.param("minimum = 10", "minimum = 30", "sections[2].minimum: 30 > 20", id="lengths"),
        pytest.param("level = 1", 'optional = "no"', "sections[2].level: missing", id="no level"),
        pytest.param("[[sections]]", "[sections]", "manifest.toml", id="TOML"),
        pytest.param('title = "任务"', "title =", "manifest.toml", id="TOML value"),
    ],
)
def test_a_broken_manifest_names_the_place(folder: Path, old: str, new: str, reason: str) -> None:
    assert old in SMALL
    (folder / "manifest.toml").write_text(SMALL.replace(old, new), encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        load_template(folder)
    assert caught.value.code is ErrorCode.TEMPLATE_DAMAGED
    assert str(caught.value.details["reason"]).startswith(reason)
    assert caught.value.subject == str(folder)


def test_a_manifest_in_another_encoding(folder: Path) -> None:
    (folder / "manifest.toml").write_bytes(SMALL.encode("gb18030"))
    with pytest.raises(PlanError) as caught:
        load_template(folder)
    assert caught.value.details["reason"] == "manifest.toml: not UTF-8"


@pytest.mark.parametrize(
    ("name", "reason"), [("manifest.toml", "manifest.toml: "), ("base.docx", "base.docx: missing")]
)
def test_a_missing_file(folder: Path, name: str, reason: str) -> None:
    (folder / name).unlink()
    with pytest.raises(PlanError) as caught:
        load_template(folder)
    assert str(caught.value.details["reason"]).startswith(reason)


def test_a_damaged_template_does_not_hide_the_others(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    other = folder.with_name("broken")
    other.mkdir()
    (other / "manifest.toml").write_text("id =", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert [template.id for template in list_templates(folder.parent)] == ["small"]
    assert "broken" in caplog.text


def test_no_templates(tmp_path: Path) -> None:
    assert list_templates(tmp_path / "nowhere") == ()


def test_the_municipal_template_is_whole(repository: Path) -> None:
    template = load_template(repository / "templates" / "municipal_special_plan")
    chapters = [s for s in template.sections if s.level == 1 and not is_annex(s.id)]
    assert [s.title for s in chapters] == [
        "发展基础与形势",
        "指导思想、基本原则和发展目标",
        "主要任务",
        "重点工程",
        "保障措施",
        "规划实施与评估",
    ]
    assert chapters[-1].optional
    tasks = [s for s in template.sections if s.id.startswith("tasks.")]
    measures = [s for s in template.sections if s.id.startswith("measures.")]
    assert 7 <= len(tasks) <= 9
    assert 4 <= len(measures) <= 6
    assert [s.optional for s in template.sections if is_annex(s.id)] == [True, True]
    for section in template.sections:
        assert section.purpose, section.id
        assert section.guidance, section.id


def test_a_template_asks_for_a_title_page_and_boxes(folder: Path) -> None:
    manifest = folder / "manifest.toml"
    text = SMALL.replace('id = "small"', 'id = "small"\ntitle_page = true')
    manifest.write_text(text + 'box = "专栏　【城市】重点工程\\n1.工程。"\n', encoding="utf-8")
    template = load_template(folder)
    assert template.title_page is True
    draft = start_draft(template, {"城市": "云汀市"})
    assert [(one.form, one.text) for one in draft.sections[1].blocks] == [
        (BlockForm.BOX_TITLE, "专栏　【城市】重点工程"),
        (BlockForm.BOX_TEXT, "1.工程。"),
    ]
    manifest.write_text(SMALL + 'box = "【县】"\n', encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        load_template(folder)
    assert caught.value.details["reason"] == "sections[2].box: unknown slot 【县】"

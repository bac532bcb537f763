from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plandraft.core.model.spans import Span
from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.base_package import WORD
from plandraft.io.exporters.clean_text import clean_line, clean_lines
from plandraft.io.exporters.word_text import is_rare, paragraph, runs


def described(element: etree._Element) -> tuple[str, str, str, bool]:
    """Return text, face, hint and whether it is highlighted."""
    text = "".join(t.text or "" for t in element.iter(f"{{{WORD}}}t"))
    fonts = element.find(f"{{{WORD}}}rPr/{{{WORD}}}rFonts")
    face = "" if fonts is None else fonts.get(f"{{{WORD}}}eastAsia", "")
    hint = "" if fonts is None else fonts.get(f"{{{WORD}}}hint", "")
    return text, face, hint, element.find(f"{{{WORD}}}rPr/{{{WORD}}}highlight") is not None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("一\r\n二\u2028三\v四\x85五", ["一", "二", "三", "四", "五"], id="line ends"),
        pytest.param("\u3000\u3000缩进 ", ["缩进"], id="indent"),
        pytest.param("甲\x00\x08乙\ufeff丙\ufffe\ud842", ["甲乙丙"], id="control characters"),
        pytest.param("\n \n\u3000", [], id="nothing"),
        pytest.param("1\t2", ["1\t2"], id="tab"),
        pytest.param("𠮷\ue004", ["𠮷\ue004"], id="rare and private use stay"),
    ],
)
def test_clean_lines(text: str, lines: list[str]) -> None:
    assert clean_lines(text) == lines


def test_clean_line_is_one_line() -> None:
    assert clean_line("一\n二\t三") == "一 二 三"


@pytest.mark.parametrize(
    ("character", "rare"),
    [
        ("规", False),
        ("镕", True),
        ("𠮷", True),
        ("〇", True),
        ("—", False),
        ("“", False),
        ("a", False),
    ],
)
def test_is_rare(character: str, rare: bool) -> None:
    assert is_rare(character) is rare


def test_rare_characters_get_a_fuller_face() -> None:
    found = [described(run) for run in runs("朱镕堃任", official.BODY)]
    assert found == [
        ("朱", "", "", False),
        ("镕堃", "仿宋", "eastAsia", False),
        ("任", "", "", False),
    ]
    assert [described(run)[1] for run in runs("镕", official.HEADINGS[0])] == [""]


@pytest.mark.parametrize("mark", list("“”‘’—…·"))
def test_chinese_marks_get_the_hint(mark: str) -> None:
    assert [described(run)[2] for run in runs(f"甲{mark}", official.BODY)] == ["eastAsia"]


def test_a_tab_stays_a_tab() -> None:
    (run,) = runs("\t甲\t乙", official.REPORT_TEXT)
    names = [etree.QName(child).localname for child in run]
    assert names == ["tab", "t", "tab", "t"]


def test_marked_spans_are_highlighted() -> None:
    found = [described(run) for run in runs("由【部门】办", official.BODY, [Span(1, 5)])]
    assert [(text, highlighted) for text, _, _, highlighted in found] == [
        ("由", False),
        ("【部门】", True),
        ("办", False),
    ]


@given(st.text(st.characters(), max_size=40))
def test_any_text_becomes_xml_and_comes_back(text: str) -> None:
    line = clean_line(text)
    element = paragraph(official.BODY, runs(line, official.BODY))
    read = etree.fromstring(etree.tostring(element))
    assert "".join(t.text or "" for t in read.iter(f"{{{WORD}}}t")) == line

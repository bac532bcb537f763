"""What each paragraph is in an official document: by its style's name, else by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from plandraft.core.draft.boxes import is_table_caption
from plandraft.core.draft.headings import heading_level_of_line
from plandraft.io.layout_check.properties import number
from plandraft.io.layout_check.word_file import Paragraph


class Role(StrEnum):
    """Name an element of an official document."""

    BLANK = "blank"
    BODY = "body"
    TITLE = "title"
    HEADING_1 = "heading1"
    HEADING_2 = "heading2"
    HEADING_3 = "heading3"
    HEADING_4 = "heading4"
    ORGAN_MARK = "organ_mark"
    NUMBER = "number"
    COPY_NUMBER = "copy_number"
    SECRECY = "secrecy"
    RECIPIENT = "recipient"
    ANNEX_NOTE = "annex_note"
    SIGNATURE = "signature"
    DATE = "date"
    ANNEX_LABEL = "annex_label"
    ANNEX_TITLE = "annex_title"
    CONTENTS_TITLE = "contents_title"
    CONTENTS = "contents"
    TABLE = "table"
    CAPTION = "caption"
    COVER = "cover"
    COPIES = "copies"
    PRINTED = "printed"


HEADINGS = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)
_BY_STYLE = {
    "公文标题": Role.TITLE,
    "title": Role.TITLE,
    **{f"heading {level}": role for level, role in enumerate(HEADINGS, start=1)},
    **{f"标题 {level}": role for level, role in enumerate(HEADINGS, start=1)},
    "发文机关标志": Role.ORGAN_MARK,
    "发文字号": Role.NUMBER,
    "份号": Role.COPY_NUMBER,
    "密级和紧急程度": Role.SECRECY,
    "主送机关": Role.RECIPIENT,
    "附件说明": Role.ANNEX_NOTE,
    "附件说明续": Role.ANNEX_NOTE,
    "署名": Role.SIGNATURE,
    "成文日期": Role.DATE,
    "附件标识": Role.ANNEX_LABEL,
    "附件标题": Role.ANNEX_TITLE,
    "抄送机关": Role.COPIES,
    "印发机关和印发日期": Role.PRINTED,
    "目录标题": Role.CONTENTS_TITLE,
    "表题": Role.CAPTION,
    "caption": Role.CAPTION,
    "题注": Role.CAPTION,
    "封面标题": Role.COVER,
    "封面说明": Role.COVER,
    "封面落款": Role.COVER,
}
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔\[［【(（]\s*\d{2,4}\s*[〕\]］】)）]第?\s*\d+\s*号")
_LABEL = re.compile(r"附\s*件\s*\d{0,2}[：:]?")
_PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发$")
_DATE = re.compile(r"(?:\d{4}|[二〇○零一三四五六七八九]{4})年\s*\S{1,3}月\s*\S{1,3}日")
# The red head, the title and who it goes to stand in the first lines, or are none.
_HEAD_LINES = 25
_LARGE = 40
_LONGEST_SIGNATURE = 30
_LONGEST_TITLE = 80


def roles_of(paragraphs: Sequence[Paragraph]) -> list[Role]:
    """Return the role of each paragraph in order."""
    roles = [_own_role(one, index) for index, one in enumerate(paragraphs)]
    _find_title(paragraphs, roles)
    _find_recipient(paragraphs, roles)
    for index, role in enumerate(roles):
        if role is Role.BODY:
            _find_caption(paragraphs, roles, index)
        if role is Role.DATE:
            _find_signature(paragraphs, roles, index)
        if role is Role.ANNEX_LABEL:
            _find_annex_title(paragraphs, roles, index)
    return roles


def _own_role(paragraph: Paragraph, index: int) -> Role:
    text = paragraph.text.strip()
    name = paragraph.style.casefold()
    if paragraph.in_table and _BY_STYLE.get(name) not in {Role.COPIES, Role.PRINTED}:
        return Role.TABLE
    if not text:
        return Role.BLANK
    if name in _BY_STYLE:
        return _BY_STYLE[name]
    if name.startswith(("toc ", "目录 ")):
        return Role.CONTENTS
    return _role_of_words(paragraph, text, index)


def _role_of_words(paragraph: Paragraph, text: str, index: int) -> Role:
    plain = re.sub(r"\s", "", text)
    if plain == "目录":
        return Role.CONTENTS_TITLE
    if index < _HEAD_LINES:
        if _NUMBER.fullmatch(text):
            return Role.NUMBER
        if "FF0000" in {run.properties.get("color.val", "") for run in paragraph.runs}:
            return Role.ORGAN_MARK
    if _LABEL.fullmatch(text):
        return Role.ANNEX_LABEL
    if plain.startswith("抄送："):
        return Role.COPIES
    if _PRINTED.search(plain):
        return Role.PRINTED
    if plain.startswith(("附件：", "附件:")):
        return Role.ANNEX_NOTE
    if _DATE.fullmatch(plain):
        return Role.DATE
    level = heading_level_of_line(text)
    return HEADINGS[level - 1] if level else Role.BODY


def _find_title(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """Take the first centred or large paragraph for the title where no style says so."""
    if Role.TITLE in roles:
        return
    for index, paragraph in enumerate(paragraphs[:_HEAD_LINES]):
        if roles[index] not in {Role.BODY, *HEADINGS} or len(paragraph.text) > _LONGEST_TITLE:
            continue
        large = any(number(run.properties, "sz.val") >= _LARGE for run in paragraph.runs)
        if large or paragraph.properties.get("jc.val") == "center":
            roles[index] = Role.TITLE
            return


def _find_recipient(paragraphs: Sequence[Paragraph], roles: list[Role]) -> None:
    """Take the line behind the title that ends with a colon for the 主送机关."""
    if Role.TITLE not in roles or Role.RECIPIENT in roles:
        return
    for index in range(roles.index(Role.TITLE) + 1, min(len(roles), _HEAD_LINES)):
        if roles[index] is Role.BLANK:
            continue
        text = paragraphs[index].text.strip()
        if roles[index] is Role.BODY and text.endswith(("：", ":")):
            roles[index] = Role.RECIPIENT
        return


def _find_caption(paragraphs: Sequence[Paragraph], roles: list[Role], index: int) -> None:
    """Take a line such as 表1 right above a table for its caption."""
    below = roles[index + 1] if index + 1 < len(roles) else Role.BLANK
    if below is Role.TABLE and is_table_caption(paragraphs[index].text.strip()):
        roles[index] = Role.CAPTION


def _find_signature(paragraphs: Sequence[Paragraph], roles: list[Role], date: int) -> None:
    before = date - 1
    if before < 0 or roles[before] is not Role.BODY:
        return
    text = paragraphs[before].text.strip()
    if len(text) <= _LONGEST_SIGNATURE and text[-1] not in "。；：，":
        roles[before] = Role.SIGNATURE


def _find_annex_title(paragraphs: Sequence[Paragraph], roles: list[Role], label: int) -> None:
    for index in range(label + 1, min(label + 4, len(roles))):
        if roles[index] is Role.BLANK:
            continue
        text = paragraphs[index].text.strip()
        if roles[index] is Role.BODY and len(text) <= _LONGEST_TITLE and text[-1] not in "。；：":
            roles[index] = Role.ANNEX_TITLE
        return

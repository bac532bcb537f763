"""Recognise titles, signatures, dates, annexes and the furniture of web pages and printouts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plandraft.core.text.numbering import label_at

_LONGEST_TITLE_LINE = 60
_MOST_TITLE_LINES = 4
# So many lines (文号, furniture) may stand above the title.
_LINES_ABOVE_TITLE = 8
_GENRE = re.compile(
    r"(?:规划|纲要|意见|方案|计划|通知|报告|办法|决定|要点|措施|细则|规定|条例|公告|通报|批复|函|请示"
    r"|清单|目录|指标表|分工|召开|总结|说明|任务书|对策|研究)(?:[（(〔].{1,20}[）)〕])?[》”]?$"
)
_CONTINUED = re.compile(r"^[（(].{2,30}[）)]$|^[—―-]{1,2}")
_ENDS_SENTENCE = re.compile(r"[。；，、;,.：:]$|。")
_DOCUMENT_NUMBER = re.compile(
    r"[\u3400-\u9fffA-Z]{1,12}[〔\[［(（【]\d{4}[〕\]］)）】]\s*第?\d+\s*号"
)
_HAN_YEAR = "[一二][〇○OＯoο0零一二三四五六七八九]{3}|(?:19|20)\\d\\d"
_HAN_PART = "[一二三四五六七八九十]{1,3}|\\d{1,2}"
_DATE = re.compile(
    rf"[（(]?(?:{_HAN_YEAR})\s*年\s*(?:{_HAN_PART})\s*月(?:\s*(?:{_HAN_PART})\s*[日号])?(?:印发)?[）)]?"
)
_UNIT = re.compile(
    r"[\u3400-\u9fffA-Za-z（）()\s]{2,36}(?:政府|委员会|办公室|办公厅|办|局|厅|部|小组|委|会|公司|院|中心|处|署|社)"
    r"(?:[（(](?:代章|盖章|印章|章)[）)])?"
)
# …落实。云汀市人民政府2026年3月8日: a signature without any layout before it.
_SIGNED = re.compile(rf"(?<=[。！？.])(?:{_UNIT.pattern})?\s*(?=(?P<date>{_DATE.pattern})$)")
_LONGEST_SIGNATURE = 64
_ANNEX = re.compile(r"附\s*(?:件|录|表)\s*[\d一二三四五六七八九十]{0,3}\s*[：:.、]?")
_ANNEX_WITH_TITLE = re.compile(r"附\s*(?:件|录|表)\s*[\d一二三四五六七八九十]{0,3}\s*[：:]\s*\S")
_FURNITURE = re.compile(
    r"(?:[【\[［][^】\]］]{1,12}[】\]］]\s*)+"
    r"|(?:来源|信息来源|稿件来源|发布时间|发布日期|发文日期|作者|责任编辑|编辑|浏览次数|点击数|阅读次数|访问量|字号|字体"
    r"|分享到|上一篇|下一篇|当前位置|您的位置|您现在的位置|打印本页|关闭窗口|关闭本页|返回顶部)(?:[：:\s].*)?"
    r"|(?:大\s*中\s*小|打印\s*关闭|扫一扫.{0,30}|Copyright.*|版权所有.*|.{0,10}ICP备.*)"
    r"|[-—－–]\s*\d{1,4}\s*[-—－–]|第\s*\d{1,4}\s*页(?:\s*[/／共，,]*\s*\d{1,4}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
    r"|.{2,60}[.．…·]{3,}\s*[-—]?\d{1,4}[-—]?"
)
_LONGEST_FURNITURE = 120
_UNNUMBERED = re.compile(
    r"前\s*言|引\s*言|序\s*言|序|导\s*言|目\s*录|结\s*语|结束语|附\s*则|名词解释|主要名词解释|术语解释|编制说明"
)
_LEAD_NOUN = re.compile(
    r"[^，。；：、]{2,16}(?:目标|任务|重点|原则|措施|思想|要求|工程|意义|保障|思路|定位|愿景|布局|指标)[：:]"
)
_LEADS_IN = re.compile(r"如下|以下|包括|分别|就是|[是为有]$")
_BOX = re.compile(r"(专栏\s*\d{0,2}|表\s*\d{1,2})(?=$|[\s：:\u3400-\u9fff])")
_LONGEST_BOX = 40


def find_title(lines: Sequence[str]) -> tuple[int, ...]:
    """Return the indexes of the lines that form the document's title, or an empty tuple."""
    for index, line in enumerate(lines[:_LINES_ABOVE_TITLE]):
        if is_furniture(line) or _DOCUMENT_NUMBER.fullmatch(line) or _is_secrecy(line):
            continue
        return title_lines(lines, index)
    return ()


def title_lines(lines: Sequence[str], first: int) -> tuple[int, ...]:
    """Return the lines of the title that begins at `first`, with repetitions, or ()."""
    if first >= len(lines) or not _may_be_title(lines[first]):
        return ()
    found = [first]
    for index in range(first + 1, min(len(lines), first + _MOST_TITLE_LINES)):
        if not (_same(lines[index], lines[first]) or _continues(lines, first, index)):
            break
        found.append(index)
    return tuple(found)


def join_title(lines: Sequence[str], indexes: tuple[int, ...]) -> str:
    """Join the title's lines; a line that repeats an earlier one is said once."""
    parts: list[str] = []
    for index in indexes:
        if not any(_same(lines[index], part) for part in parts):
            parts.append(" ".join(lines[index].split()))
    return "".join(parts)


def names_genre(line: str) -> bool:
    """Tell whether `line` ends like the title of a document: …规划, …的通知."""
    return _may_be_title(line) and _GENRE.search("".join(line.split())) is not None


def is_date(line: str) -> bool:
    """Tell whether `line` is a 成文日期 and nothing else."""
    return len(line) <= 24 and _DATE.fullmatch(line) is not None


def find_document_number(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the first 发文字号 of `text[start:end]` stands, or None."""
    found = _DOCUMENT_NUMBER.search(text, start, end)
    return found.span() if found else None


def is_unit(line: str) -> bool:
    """Tell whether `line` can be the name of the issuing unit above the date."""
    return _UNIT.fullmatch(line) is not None


def find_signature(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the unit and where the date begin that end `text[start:end]` unbroken, or None.

    Both are the same offset where a date stands alone.
    """
    if end == start or text[end - 1] not in "日号月）)":
        return None
    found = _SIGNED.search(text, max(start, end - _LONGEST_SIGNATURE), end)
    return (found.start(), found.end()) if found else None


def is_annex_mark(line: str) -> bool:
    """Tell whether `line` says 附件 (with a number perhaps) and nothing else."""
    return len(line) <= 12 and _ANNEX.fullmatch(line) is not None


def is_annex_title(line: str) -> bool:
    """Tell whether `line` is 附件1： with the annex's title on the same line."""
    return len(line) <= _LONGEST_TITLE_LINE and _ANNEX_WITH_TITLE.match(line) is not None


def is_furniture(line: str) -> bool:
    """Tell whether `line` belongs to a web page or a printout, not to the plan."""
    return len(line) <= _LONGEST_FURNITURE and _FURNITURE.fullmatch(line) is not None


def box_number(line: str) -> str:
    """Return the label of a 专栏 or table heading ("专栏1"), or ""."""
    found = _BOX.match(line) if len(line) <= _LONGEST_BOX else None
    return found.group(1).strip() if found and not _ENDS_SENTENCE.search(line) else ""


def unnumbered_level(line: str) -> int:
    """Return the level of a heading without a number (前言: 1, 2035年远景目标：: 3), or 0."""
    if _UNNUMBERED.fullmatch(line):
        return 1
    if _LEAD_NOUN.fullmatch(line) and not _LEADS_IN.search(line[:-1]):
        return 3
    return 0


def _may_be_title(line: str) -> bool:
    return (
        2 <= len(line) <= _LONGEST_TITLE_LINE
        and not _ENDS_SENTENCE.search(line)
        and not is_date(line)
        and not _DOCUMENT_NUMBER.search(line)
        and label_at(line, 0, len(line)) is None
        and _UNNUMBERED.fullmatch(line) is None
        and "\t" not in line
    )


def _continues(lines: Sequence[str], first: int, index: int) -> bool:
    line = lines[index]
    if _CONTINUED.match(line) and not is_date(line):
        return True
    if not _may_be_title(line) or _GENRE.search("".join(lines[index - 1].split())):
        return False
    ahead = lines[index : first + _MOST_TITLE_LINES]
    return any(names_genre(one) for one in ahead if _may_be_title(one))


def _same(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _is_secrecy(line: str) -> bool:
    return re.fullmatch(r"(?:绝密|机密|秘密|特急|加急|平急|\d{6})(?:★.{1,8})?", line) is not None

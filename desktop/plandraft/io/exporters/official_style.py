"""The layout of official documents (GB/T 9704-2012) as named values.

Lengths are twips (1 mm = 56.693 twips), type sizes half-points, indents hundredths of a character,
run spacing twips.
"""

from __future__ import annotations

from dataclasses import dataclass

FANGSONG = "仿宋_GB2312"
KAITI = "楷体_GB2312"
HEITI = "黑体"
SONGTI = "宋体"
XIAOBIAOSONG = "方正小标宋简体"
LATIN = "Times New Roman"

# The face that is used when the prescribed one is not installed.
ALTERNATIVE_FACES = {
    XIAOBIAOSONG: "方正小标宋_GBK",
    FANGSONG: "仿宋",
    KAITI: "楷体",
    HEITI: "SimHei",
    SONGTI: "SimSun",
}
# These faces hold the 6 763 characters of GB 2312 only; rarer ones need a fuller face.
FULLER_FACES = {FANGSONG: "仿宋", KAITI: "楷体", XIAOBIAOSONG: SONGTI}

SIZE_TITLE = 44  # 二号
SIZE_BODY = 32  # 三号
SIZE_SMALL = 28  # 四号
SIZE_TABLE = 24  # 小四
SIZE_COMMENT = 21  # 五号
SIZE_COVER = 52  # 一号

LINE_PITCH = 579  # 22 lines in 225 mm; 580 would need 12 760 of 12 756 twips
LINE_TITLE = 640
LINE_COVER = 900
LINE_BOX = 440
LINES_A_PAGE = 22
CHARACTERS_A_LINE = 28
# 28 × 16 pt is 448 pt, the line has 442.2 pt: each character gives up a quarter of a point.
BODY_RUN_SPACING = -5
TWO_CHARACTERS = 200
TITLE_CHARACTERS_A_LINE = 20

RULE_THIN = 4  # eighths of a point
RULE_RED = 12  # eighths of a point
RULE_RED_SPACE = 9  # points: the rule stands 4 mm under the type
RED = "FF0000"
SIZE_ORGAN_MARK = 72  # 小初, the largest that is used
LINE_ORGAN_MARK = 720
LINE_NUMBER = 400
LINE_IMPRINT = 560
RULE_IMPRINT_OUTER = 8  # eighths of a point: 0.35 mm
RULE_IMPRINT_INNER = 6  # 0.25 mm
# With this space before it the ink of the mark begins 35 mm below the head of the type area.
ORGAN_MARK_BEFORE = 2003
TABLE_ROW_HEIGHT = 454  # 8 mm at least: room above and below 小四


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Hold a page: sizes and margins in twips, `footer` from the lower edge."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    footer: int
    landscape: bool = False

    @property
    def text_width(self) -> int:
        """Return the width of the type area in twips."""
        return self.width - self.left - self.right


OFFICIAL_PAGE = PageLayout(11906, 16838, top=2098, bottom=1984, left=1587, right=1474, footer=1436)
# The same sheet turned: what is above is the binding edge of the others.
WIDE_PAGE = PageLayout(
    16838, 11906, top=1587, bottom=1474, left=1984, right=2098, footer=926, landscape=True
)
REPORT_PAGE = PageLayout(
    16838, 11906, top=1134, bottom=1134, left=1134, right=1134, footer=680, landscape=True
)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """Hold a paragraph style.

    `line` is exact twips, 0 for single; `level` is the outline level 0…3, None for text;
    `first`, `left`, `right` and `hanging` are indents in hundredths of a character; `size` also
    gives the twips of a character for readers that do not know character units; `rule_below`
    draws the red rule of a red head under it; `widow_control` leaves no line of a paragraph alone
    on a page, which the line grid of the body does not want.
    """

    id: str
    name: str
    face: str
    size: int = SIZE_BODY
    line: int = LINE_PITCH
    align: str = "both"
    first: int = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    level: int | None = None
    keep_next: bool = False
    page_break: bool = False
    on_grid: bool = True
    run_spacing: int = BODY_RUN_SPACING
    space_before: int = 0
    space_after: int = 0
    next_style: str = ""
    tab_right: int = 0
    tab_leader: str = "dot"
    latin: str = LATIN
    colour: str = ""
    rule_below: bool = False
    bold: bool = False
    widow_control: bool = False


BODY = ParagraphStyle("PlanBody", "公文正文", FANGSONG, first=TWO_CHARACTERS)
TITLE = ParagraphStyle(
    "PlanTitle", "公文标题", XIAOBIAOSONG, SIZE_TITLE, LINE_TITLE, "center",
    on_grid=False, run_spacing=0, keep_next=True, next_style=BODY.id,
)  # fmt: skip
HEADINGS = tuple(
    ParagraphStyle(
        f"Heading{level + 1}", f"heading {level + 1}", face, align="left", first=TWO_CHARACTERS,
        level=level, keep_next=True, next_style=BODY.id,
    )
    for level, face in enumerate((HEITI, KAITI, FANGSONG, FANGSONG))
)  # fmt: skip
RECIPIENT = ParagraphStyle("PlanRecipient", "主送机关", FANGSONG, align="left", next_style=BODY.id)
ANNEX_NOTE = ParagraphStyle(
    "PlanAnnexNote", "附件说明", FANGSONG, align="left", left=500, hanging=300, keep_next=True
)
ANNEX_NOTE_NEXT = ParagraphStyle(
    "PlanAnnexNoteNext", "附件说明续", FANGSONG, align="left", left=650, hanging=150, keep_next=True
)
SIGNATURE = ParagraphStyle(
    "PlanSignature", "署名", FANGSONG, align="right", right=TWO_CHARACTERS, keep_next=True
)
DATE = ParagraphStyle("PlanDate", "成文日期", FANGSONG, align="right", right=400)
ANNEX_LABEL = ParagraphStyle(
    "PlanAnnexLabel", "附件标识", HEITI, align="left", keep_next=True, page_break=True
)
ANNEX_TITLE = ParagraphStyle(
    "PlanAnnexTitle", "附件标题", XIAOBIAOSONG, SIZE_TITLE, LINE_TITLE, "center",
    on_grid=False, run_spacing=0, level=0, keep_next=True, next_style=BODY.id,
)  # fmt: skip
TABLE_HEAD = ParagraphStyle(
    "PlanTableHead", "表头", HEITI, SIZE_TABLE, 0, "center", on_grid=False, run_spacing=0
)
TABLE_CELL = ParagraphStyle(
    "PlanTableCell", "表格文字", FANGSONG, SIZE_TABLE, 0, "center", on_grid=False, run_spacing=0
)
TABLE_CAPTION = ParagraphStyle(
    "PlanTableCaption", "表题", HEITI, SIZE_TABLE, LINE_BOX, "center", keep_next=True,
    on_grid=False, run_spacing=0,
)  # fmt: skip
BOX_TITLE = ParagraphStyle(
    "PlanBoxTitle", "专栏标题", HEITI, SIZE_TABLE, LINE_BOX, "center", keep_next=True,
    on_grid=False, run_spacing=0, next_style="PlanBoxText",
)  # fmt: skip
BOX_TEXT = ParagraphStyle(
    "PlanBoxText", "专栏文字", FANGSONG, SIZE_TABLE, LINE_BOX, first=TWO_CHARACTERS,
    on_grid=False, run_spacing=0, widow_control=True,
)  # fmt: skip
COVER_TITLE = ParagraphStyle(
    "PlanCoverTitle", "封面标题", XIAOBIAOSONG, SIZE_COVER, LINE_COVER, "center",
    on_grid=False, run_spacing=0,
)  # fmt: skip
COVER_NOTE = ParagraphStyle("PlanCoverNote", "封面说明", KAITI, align="center")
COVER_LINE = ParagraphStyle("PlanCoverLine", "封面落款", FANGSONG, align="center")
ORGAN_MARK = ParagraphStyle(
    "PlanOrganMark", "发文机关标志", XIAOBIAOSONG, SIZE_ORGAN_MARK, LINE_ORGAN_MARK, "center",
    on_grid=False, run_spacing=0, space_before=ORGAN_MARK_BEFORE, colour=RED,
)  # fmt: skip
DOCUMENT_NUMBER = ParagraphStyle(
    "PlanNumber", "发文字号", FANGSONG, SIZE_BODY, LINE_NUMBER, "center",
    on_grid=False, run_spacing=0, rule_below=True,
)  # fmt: skip
COPY_NUMBER = ParagraphStyle("PlanCopyNumber", "份号", FANGSONG, align="left")
SECRECY = ParagraphStyle("PlanSecrecy", "密级和紧急程度", HEITI, align="left")
# 版记: thick rules above and below, a thinner one between (7.4.1).
COPIES = ParagraphStyle(
    "PlanCopies", "抄送机关", FANGSONG, SIZE_SMALL, LINE_IMPRINT, "left",
    left=400, hanging=300, right=100, on_grid=False, run_spacing=0,
)  # fmt: skip
PRINTED = ParagraphStyle(
    "PlanPrinted", "印发机关和印发日期", FANGSONG, SIZE_SMALL, LINE_IMPRINT, "left",
    left=100, right=100, on_grid=False, run_spacing=0,
    tab_right=OFFICIAL_PAGE.text_width - 280, tab_leader="none",
)  # fmt: skip
CONTENTS_TITLE = ParagraphStyle(
    "PlanContentsTitle", "目录标题", XIAOBIAOSONG, SIZE_TITLE, LINE_TITLE, "center",
    on_grid=False, run_spacing=0, keep_next=True,
)  # fmt: skip
CONTENTS = (
    ParagraphStyle("TOC1", "toc 1", HEITI, align="left", tab_right=OFFICIAL_PAGE.text_width),
    ParagraphStyle(
        "TOC2", "toc 2", FANGSONG, SIZE_SMALL, align="left", left=TWO_CHARACTERS,
        tab_right=OFFICIAL_PAGE.text_width,
    ),
)  # fmt: skip
PAGE_NUMBER_ODD = ParagraphStyle(
    "PlanPageOdd", "页码单页", SONGTI, SIZE_SMALL, 0, "right", right=100,
    on_grid=False, run_spacing=0, latin=SONGTI,
)  # fmt: skip
PAGE_NUMBER_EVEN = ParagraphStyle(
    "PlanPageEven", "页码双页", SONGTI, SIZE_SMALL, 0, "left", left=100,
    on_grid=False, run_spacing=0, latin=SONGTI,
)  # fmt: skip
COMMENT_TEXT = ParagraphStyle(
    "CommentText", "annotation text", SONGTI, SIZE_COMMENT, 0, "left", on_grid=False, run_spacing=0
)
REPORT_TITLE = ParagraphStyle(
    "ReportTitle", "报告标题", HEITI, 36, 0, "center",
    on_grid=False, run_spacing=0, space_after=200, next_style="ReportText",
)  # fmt: skip
REPORT_HEADING = ParagraphStyle(
    "ReportHeading", "报告小标题", HEITI, 24, 0, "left", level=0, keep_next=True,
    on_grid=False, run_spacing=0, space_before=240, space_after=80, next_style="ReportText",
)  # fmt: skip
REPORT_TEXT = ParagraphStyle(
    "ReportText", "报告正文", SONGTI, 21, 0, "left", on_grid=False, run_spacing=0, space_after=40
)

PLAN_STYLES = (
    TITLE, BODY, *HEADINGS, RECIPIENT, ANNEX_NOTE, ANNEX_NOTE_NEXT, SIGNATURE, DATE, ANNEX_LABEL,
    ANNEX_TITLE, TABLE_HEAD, TABLE_CELL, ORGAN_MARK, DOCUMENT_NUMBER, COPY_NUMBER, SECRECY,
    COPIES, PRINTED, CONTENTS_TITLE, *CONTENTS, PAGE_NUMBER_ODD, PAGE_NUMBER_EVEN,
    COMMENT_TEXT, TABLE_CAPTION, BOX_TITLE, BOX_TEXT, COVER_TITLE, COVER_NOTE, COVER_LINE,
)  # fmt: skip
REPORT_STYLES = (REPORT_TITLE, REPORT_HEADING, REPORT_TEXT, PAGE_NUMBER_ODD, PAGE_NUMBER_EVEN)

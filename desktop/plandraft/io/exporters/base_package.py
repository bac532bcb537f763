"""An empty Word file of our own: styles, fonts, settings, page, footers with page numbers.

The default file of python-docx is made for English: its theme beats Chinese faces.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from plandraft.io.exporters import official_style as official
from plandraft.io.exporters.official_style import PageLayout, ParagraphStyle

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CORE_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."

DOCUMENT = "word/document.xml"
COMMENTS = "word/comments.xml"
CORE = "docProps/core.xml"
TYPES = "[Content_Types].xml"
DOCUMENT_RELATIONS = "word/_rels/document.xml.rels"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The earliest moment a zip file can name: the same bytes whenever it is written.
_ZIP_MOMENT = (1980, 1, 1, 0, 0, 0)
_PARTS = (
    ("word/styles.xml", "styles"),
    ("word/settings.xml", "settings"),
    ("word/fontTable.xml", "fontTable"),
    ("word/footer1.xml", "footer"),
    ("word/footer2.xml", "footer"),
)
_FONT_KINDS = {
    official.LATIN: ("00", "roman", "variable"),
    official.HEITI: ("86", "modern", "fixed"),
}


def base_parts(
    styles: tuple[ParagraphStyle, ...] = official.PLAN_STYLES,
    page: PageLayout = official.OFFICIAL_PAGE,
    grid: int = official.LINE_PITCH,
) -> dict[str, bytes]:
    """Return the parts of an empty file by name; `grid` is the line pitch in twips, 0 for none."""
    parts = {
        TYPES: _content_types(),
        "_rels/.rels": _package_relations(),
        DOCUMENT: _document(page, grid),
        DOCUMENT_RELATIONS: _document_relations(),
        "word/styles.xml": _styles(styles),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
        "word/footer1.xml": _footer(official.PAGE_NUMBER_ODD, "1"),
        "word/footer2.xml": _footer(official.PAGE_NUMBER_EVEN, "2"),
        CORE: core_properties("", "", datetime(2000, 1, 1, tzinfo=UTC)),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>PlanDraft</Application></Properties>'
        ),
    }
    return {name: (_HEAD + text).encode("utf-8") for name, text in parts.items()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Return the file of `parts`: always in the same order, with the same dates."""
    order = sorted(parts, key=lambda name: (name != TYPES, not name.startswith("_rels/"), name))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in order:
            info = zipfile.ZipInfo(name, _ZIP_MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def word_moment(moment: datetime) -> str:
    """Return a moment as Word writes it, in UTC; one without a zone is taken as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def core_properties(title: str, author: str, created: datetime) -> str:
    """Return the XML of the core properties, without the XML head."""
    moment = word_moment(created)
    return (
        f'<cp:coreProperties xmlns:cp="{CORE_PROPERTIES}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "<dc:language>zh-CN</dc:language></cp:coreProperties>"
    )


def core_part(title: str, author: str, created: datetime) -> bytes:
    """Return the part of the core properties."""
    return (_HEAD + core_properties(title, author, created)).encode("utf-8")


def _content_types() -> str:
    overrides = [(DOCUMENT, "document.main"), *_PARTS]
    lines = "".join(
        f'<Override PartName="/{name}" ContentType="{WORD_TYPE}{kind}+xml"/>'
        for name, kind in overrides
    )
    return (
        f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}'
        f'<Override PartName="/{CORE}" ContentType='
        '"application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _package_relations() -> str:
    return (
        f'<Relationships xmlns="{PACKAGE_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="{DOCUMENT}"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/'
        f'relationships/metadata/core-properties" Target="{CORE}"/>'
        f'<Relationship Id="rId3" Type="{RELATIONS}/extended-properties" '
        'Target="docProps/app.xml"/></Relationships>'
    )


def _document_relations() -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{kind}" '
        f'Target="{name.removeprefix("word/")}"/>'
        for number, (name, kind) in enumerate(_PARTS, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE_RELATIONS}">{lines}</Relationships>'


def _document(page: PageLayout, grid: int) -> str:
    return (
        f'<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:body><w:sectPr>'
        '<w:footerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="even" r:id="rId5"/>'
        f"{page_properties(page, grid)}</w:sectPr></w:body></w:document>"
    )


def page_properties(page: PageLayout, grid: int) -> str:
    """Return size, margins and line grid of a section; `grid` is the pitch in twips, 0 for none."""
    orient = ' w:orient="landscape"' if page.landscape else ""
    pitch = f'<w:docGrid w:type="lines" w:linePitch="{grid}"/>' if grid else ""
    return (
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{orient}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}"'
        f' w:left="{page.left}" w:header="851" w:footer="{page.footer}" w:gutter="0"/>{pitch}'
    )


def _faces(face: str, latin: str = official.LATIN) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{face}" w:cs="{latin}"/>'


def _styles(styles: tuple[ParagraphStyle, ...]) -> str:
    default = _faces(official.FANGSONG)
    return (
        f'<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>{default}'
        '<w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/>'
        '<w:autoSpaceDN w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + "".join(map(style_xml, styles))
        + '<w:style w:type="character" w:styleId="CommentReference">'
        '<w:name w:val="annotation reference"/><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/>'
        "</w:rPr></w:style></w:styles>"
    )


def style_xml(style: ParagraphStyle) -> str:
    """Return the definition of a style; the prefix w is not declared in it."""
    built_in = style.name.isascii()
    custom = "" if built_in else ' w:customStyle="1"'
    follower = f'<w:next w:val="{style.next_style}"/>' if style.next_style else ""
    listed = "<w:qFormat/>" if style.level is not None or not built_in else ""
    spacing = f'<w:spacing w:val="{style.run_spacing}"/>' if style.run_spacing else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/>{follower}{listed}<w:pPr>{_paragraph(style)}</w:pPr>'
        f"<w:rPr>{_faces(style.face, style.latin)}{bold}{colour}{spacing}"
        f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/></w:rPr></w:style>'
    )


def _paragraph(style: ParagraphStyle) -> str:
    """Return paragraph properties in the order the schema wants."""
    rule = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="{official.RULE_RED}"'
        f' w:space="{official.RULE_RED_SPACE}" w:color="{official.RED}"/></w:pBdr>'
    )
    tab = f'<w:tab w:val="right" w:leader="{style.tab_leader}" w:pos="{style.tab_right}"/>'
    line = (
        f'w:line="{style.line}" w:lineRule="exact"'
        if style.line
        else ('w:line="240" w:lineRule="auto"')
    )
    return "".join(
        [
            "<w:keepNext/>" if style.keep_next else "",
            "<w:pageBreakBefore/>" if style.page_break else "",
            "<w:widowControl/>" if style.widow_control else "",
            rule if style.rule_below else "",
            f"<w:tabs>{tab}</w:tabs>" if style.tab_right else "",
            "" if style.on_grid else '<w:snapToGrid w:val="0"/>',
            f'<w:spacing w:before="{style.space_before}" w:after="{style.space_after}" {line}/>',
            indents(style.size, style.left, style.right, style.first, style.hanging),
            f'<w:jc w:val="{style.align}"/>',
            "" if style.level is None else f'<w:outlineLvl w:val="{style.level}"/>',
        ]
    )


def indents(size: int, left: int = 0, right: int = 0, first: int = 0, hanging: int = 0) -> str:
    """Return the indents in hundredths of a character, with twips for those who need them."""
    twips = size * 10  # half-points to twips
    values = []
    for name, value in (("left", left), ("right", right), ("firstLine", first)):
        if value:
            values.append(f'w:{name}Chars="{value}" w:{name}="{value * twips // 100}"')
    if hanging:
        values.append(f'w:hangingChars="{hanging}" w:hanging="{hanging * twips // 100}"')
    return f"<w:ind {' '.join(values)}/>" if values else ""


def _settings() -> str:
    compatibility = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="640"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode"'
        f' w:uri="{compatibility}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table() -> str:
    lines = []
    for face in (official.LATIN, *official.ALTERNATIVE_FACES):
        charset, family, pitch = _FONT_KINDS.get(face, ("86", "auto", "default"))
        other = official.ALTERNATIVE_FACES.get(face)
        alternative = f'<w:altName w:val="{other}"/>' if other else ""
        lines.append(
            f'<w:font w:name="{face}">{alternative}<w:charset w:val="{charset}"/>'
            f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
        )
    return f'<w:fonts xmlns:w="{WORD}">{"".join(lines)}</w:fonts>'


def _footer(style: ParagraphStyle, number: str) -> str:
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{number}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'<w:ftr xmlns:w="{WORD}"><w:p><w:pPr><w:pStyle w:val="{style.id}"/></w:pPr>'
        f'<w:r>{hint}<w:t xml:space="preserve">— </w:t></w:r>{field}'
        f'<w:r>{hint}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )

"""Write the Word sample from its text source, the same bytes at every run.

The source is `resources/samples/source/*.txt`, a paragraph a line. A line may begin with

    `= `   the title
    `* `   an item of an automatic numbered list (Word makes the number)
    `| `   a table row, its cells between bars; the first row is the head
    `> `   a line of a framed box (专栏)
    `>> `  the signature or the date, set to the right

and hold `{{tag|text}}` (a content control) or `[[text]]` (a tracked insertion). Headings are known
by their labels, 一、 and （一）. The parts are written as plain XML and stored without compression:
templates and compressors differ between versions, these bytes do not.

    python packaging/make_samples.py [FOLDER]

writes into FOLDER, or over `resources/samples`.
"""

from __future__ import annotations

import re
import sys
import zipfile
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "samples"
ZIP_DATE = (2026, 3, 18, 0, 0, 0)
DATE = "2026-03-18T00:00:00Z"
AUTHOR = "云汀市数据局"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BODY_LINE = 579  # twips: 22 lines fill the type area
TEXT_WIDTH = 8844  # twips: 156 mm, the type area of the official page

_HEADINGS = (
    ("Heading1", re.compile(r"[一二三四五六七八九十]+、[^。]*")),
    ("Heading2", re.compile(r"（[一二三四五六七八九十]+）[^。]*")),
)
_INLINE = re.compile(r"\{\{(?P<tag>\w+)\|(?P<held>[^}]*)\}\}|\[\[(?P<inserted>[^\]]*)\]\]")
_BODY_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>'
_CENTRED = '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'
_LEFT = '<w:jc w:val="left"/>'
_RIGHT = '<w:ind w:right="640" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>'
# Style id, name, face, half-points, exact line in twips, indents, outline level or "".
_STYLES = (
    ("Normal", "Normal", "仿宋_GB2312", 32, BODY_LINE, _BODY_INDENT, ""),
    ("Title", "Title", "方正小标宋简体", 44, 640, _CENTRED, ""),
    ("Heading1", "heading 1", "黑体", 32, BODY_LINE, _LEFT, "0"),
    ("Heading2", "heading 2", "楷体_GB2312", 32, BODY_LINE, _LEFT, "1"),
    ("Cell", "Cell", "仿宋_GB2312", 24, 400, _CENTRED, ""),
    ("Signature", "Signature", "仿宋_GB2312", 32, BODY_LINE, _RIGHT, ""),
)
_PARTS = {
    "document": ("main", "officeDocument"),
    "styles": ("styles", "styles"),
    "numbering": ("numbering", "numbering"),
    "footer1": ("footer", "footer"),
    "settings": ("settings", "settings"),
}


def run(text: str) -> str:
    """Return a run; the hint keeps “ ” — · in the Chinese face."""
    return (
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def runs(text: str) -> str:
    """Return the runs of `text` with its content controls and tracked insertions."""
    parts: list[str] = []
    position = 0
    for mark in _INLINE.finditer(text):
        if mark.start() > position:
            parts.append(run(text[position : mark.start()]))
        if mark["tag"]:
            name = quoteattr(mark["tag"])
            parts.append(
                f"<w:sdt><w:sdtPr><w:alias w:val={name}/><w:tag w:val={name}/><w:text/></w:sdtPr>"
                f"<w:sdtContent>{run(mark['held'])}</w:sdtContent></w:sdt>"
            )
        else:
            who = f'w:id="1" w:author="{AUTHOR}" w:date="{DATE}"'
            parts.append(f"<w:ins {who}>{run(mark['inserted'])}</w:ins>")
        position = mark.end()
    if position < len(text):
        parts.append(run(text[position:]))
    return "".join(parts)


def paragraph(text: str, style: str = "Normal", extra: str = "") -> str:
    """Return a paragraph in `style`; `extra` goes into its properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs(text)}</w:p>'


def table(rows: list[list[str]]) -> str:
    """Return a bordered table of `rows`, a paragraph for each line of a cell."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    weights = [max(len(cell) for cell in column) + 4 for column in zip(*rows, strict=True)]
    widths = [TEXT_WIDTH * weight // sum(weights) for weight in weights]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            + "".join(paragraph(line, "Cell") for line in cell.split("\n"))
            + "</w:tc>"
            for cell, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        f"<w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def block_mark(line: str) -> str:
    """Return the mark that a source line begins with, or ""."""
    return next((mark for mark in ("= ", "* ", "| ", ">> ", "> ") if line.startswith(mark)), "")


def body(source: str) -> str:
    """Return the XML of all blocks of `source`."""
    parts: list[str] = []
    for mark, group in groupby(source.splitlines(), block_mark):
        lines = [line.removeprefix(mark) for line in group]
        if mark == "| ":
            rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines]
            parts.append(table(rows))
        elif mark == "> ":
            parts.append(table([["\n".join(lines)]]))
        elif mark == "* ":
            number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
            parts.extend(paragraph(line, extra=number) for line in lines)
        else:
            fixed = {"= ": "Title", ">> ": "Signature"}.get(mark)
            parts.extend(paragraph(line, fixed or heading_style(line)) for line in lines)
    return "".join(parts)


def heading_style(line: str) -> str:
    """Return the style that a line without a mark stands in."""
    return next((style for style, form in _HEADINGS if form.fullmatch(line)), "Normal")


def document(source: str) -> str:
    """Return the main part."""
    return (
        f'{HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}"><w:body>{body(source)}'
        '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984"'
        ' w:left="1587" w:header="851" w:footer="1436" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{BODY_LINE}"/></w:sectPr></w:body></w:document>'
    )


def styles() -> str:
    """Return the styles part."""
    parts = []
    for style_id, name, face, size, line, extra, outline in _STYLES:
        based = "" if style_id == "Normal" else '<w:basedOn w:val="Normal"/>'
        default = ' w:default="1"' if style_id == "Normal" else ""
        level = f'<w:outlineLvl w:val="{outline}"/>' if outline else ""
        keep = "<w:keepNext/>" if outline else ""
        # Lines of another pitch would snap to the grid of the body text.
        snap = "" if line == BODY_LINE else '<w:snapToGrid w:val="0"/>'
        parts.append(
            f'<w:style w:type="paragraph"{default} w:styleId="{style_id}"><w:name w:val="{name}"/>'
            f'{based}<w:qFormat/><w:pPr>{keep}{snap}<w:spacing w:line="{line}" w:lineRule="exact"/>'
            f"{extra}{level}</w:pPr><w:rPr>"
            '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
            f' w:eastAsia="{face}"/><w:spacing w:val="-5"/><w:sz w:val="{size}"/>'
            '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
        )
    return f'{HEAD}<w:styles xmlns:w="{WORD}">{"".join(parts)}</w:styles>'


def numbering() -> str:
    """Return the numbering part: one decimal list."""
    return (
        f'{HEAD}<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1."/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>'
        "</w:lvl></w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def footer() -> str:
    """Return the footer part: the page number between dashes."""
    field = "".join(
        f"<w:r>{content}</w:r>"
        for content in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    style = '<w:pPr><w:pStyle w:val="Cell"/></w:pPr>'
    return f'{HEAD}<w:ftr xmlns:w="{WORD}"><w:p>{style}{field}</w:p></w:ftr>'


def settings() -> str:
    """Return the settings part; without the mode Word opens the file as one of 2003."""
    return (
        f'{HEAD}<w:settings xmlns:w="{WORD}">'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def content_types() -> str:
    """Return the list of content types."""
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{CONTENT}.{kind}+xml"/>'
        for part, (kind, _) in _PARTS.items()
    ).replace(f"{CONTENT}.main+xml", f"{CONTENT}.document.main+xml")
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def relationships(*, of_document: bool) -> str:
    """Return the relationships of the package, or those of the main part."""
    if of_document:
        entries = [(part, f"{OFFICE}/{kind}", f"{part}.xml") for part, (_, kind) in _PARTS.items()][
            1:
        ]
    else:
        core = f"{PACKAGE}/relationships/metadata/core-properties"
        entries = [
            ("document", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("core", core, "docProps/core.xml"),
        ]
    listed = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in entries
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def core_properties(title: str) -> str:
    """Return the core properties: title, author and fixed dates."""
    date = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{DATE}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{AUTHOR}</dc:creator>"
        f"<dc:language>zh-CN</dc:language>{date}</cp:coreProperties>"
    )


def write_docx(source: Path, target: Path) -> None:
    """Write the document of `source` to `target`."""
    text = source.read_text(encoding="utf-8")
    title = text.splitlines()[0].removeprefix("= ")
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(of_document=False),
        "docProps/core.xml": core_properties(title),
        "word/document.xml": document(text),
        "word/_rels/document.xml.rels": relationships(of_document=True),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/footer1.xml": footer(),
        "word/settings.xml": settings(),
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            # The default names the system that made the file.
            entry.create_system = 0
            package.writestr(entry, content.encode("utf-8"))


def main() -> None:
    """Write every source of `resources/samples/source` as .docx."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted((SAMPLES / "source").glob("*.txt")):
        target = folder / f"{source.stem}.docx"
        write_docx(source, target)
        print(target)


if __name__ == "__main__":
    main()

"""What Word would repair or complain about in a .docx, as far as it can be checked here."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from plandraft.io.exporters.base_package import RELATIONS, WORD

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Marks that turn text round, and what a reader would see as a box.
_NOT_TEXT = set(map(chr, (*range(32), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F),
                          *range(0x2066, 0x206A), 0xFEFF))) - {"\t", "\n"}  # fmt: skip
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
    " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind"
    " contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike"
    " outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern"
    " position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
    " eastAsianLayout specVanish oMath rPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid printerSettings sectPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection"
    " tcFitText vAlign hideMark",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcBorders": "top left bottom right insideH insideV tl2br tr2bl",
    "tc": "tcPr p tbl sdt bookmarkStart bookmarkEnd",
    "tr": "trPr tc",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding text",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins trackRevisions"
    " defaultTabStop autoHyphenation evenAndOddHeaders bookFoldRevPrinting"
    " characterSpacingControl footnotePr endnotePr updateFields compat docVars rsids mathPr"
    " themeFontLang clrSchemeMapping decimalSymbol listSeparator",
}


def problems(parts: Mapping[str, bytes]) -> list[str]:
    """Return what is wrong with a package, [] for a sound one."""
    trees = {
        name: etree.fromstring(data)
        for name, data in parts.items()
        if name.endswith((".xml", ".rels"))
    }
    return [
        *_content_types(parts, trees),
        *_relationships(parts, trees),
        *(one for name, root in trees.items() if name.startswith("word/") for one in _order(root)),
        *_identities(trees),
        *_structure(trees),
        *_body(trees),
        *(f"{name}: {one}" for name, root in trees.items() for one in _texts(root)),
    ]


def w(name: str) -> str:
    return f"{{{WORD}}}{name}"


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _content_types(
    parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]
) -> Iterator[str]:
    root = trees["[Content_Types].xml"]
    defaults = {one.get("Extension", "").lower() for one in root.iter(f"{_TYPES}Default")}
    overrides = [one.get("PartName", "") for one in root.iter(f"{_TYPES}Override")]
    for name, count in Counter(overrides).items():
        if count > 1:
            yield f"content type of {name} given {count} times"
        if name.lstrip("/") not in parts:
            yield f"content type of a missing part {name}"
    for name in parts:
        known = f"/{name}" in overrides or name.rpartition(".")[2].lower() in defaults
        if name != "[Content_Types].xml" and not known:
            yield f"no content type for {name}"


def _relationships(
    parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]
) -> Iterator[str]:
    reached = {"[Content_Types].xml"}
    for name, root in trees.items():
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder, base = posixpath.split(name.replace("_rels/", "", 1))
        owner = posixpath.join(folder, base.removesuffix(".rels"))
        identities = [one.get("Id", "") for one in root.iter(f"{_PACKAGE}Relationship")]
        if len(set(identities)) != len(identities):
            yield f"{name}: an Id twice"
        for one in root.iter(f"{_PACKAGE}Relationship"):
            if one.get("TargetMode") == "External":
                continue
            target = one.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            reached.add(posixpath.normpath(path))
            if posixpath.normpath(path) not in parts:
                yield f"{name}: {target} is missing"
        if owner in trees:
            used = {
                value
                for element in trees[owner].iter()
                for key, value in element.attrib.items()
                if str(key).startswith(f"{{{RELATIONS}}}")
            }
            yield from (f"{owner}: no relationship {one}" for one in used - set(identities))
    yield from (f"{name} belongs to nothing" for name in set(parts) - reached)


def _order(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        order = _ORDERS.get(_local(element), "").split()
        if not order:
            continue
        names = [_local(child) for child in element]
        unknown = [name for name in names if name not in order]
        if unknown:
            yield f"{_local(element)}: unknown {unknown}"
            continue
        places = [order.index(name) for name in names]
        if places != sorted(places):
            yield f"{_local(element)}: {names} out of order"
        once = {"pPr", "rPr", "tcPr", "sdtPr"}
        twice = [name for name, count in Counter(names).items() if count > 1]
        if twice and _local(element) in once:
            yield f"{_local(element)}: {twice} twice"


def _identities(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    document = trees["word/document.xml"]
    kinds = ("ins", "del", "bookmarkStart", "commentRangeStart")
    found = [one.get(w("id")) for one in document.iter(*map(w, kinds))]
    if len(set(found)) != len(found):
        yield "an id of a change, a bookmark or a comment twice"
    drawn = [one.get("id") for one in document.iter() if _local(one) == "docPr"]
    if len(set(drawn)) != len(drawn):
        yield "docPr: an id twice"
    controls = [one.get(w("val")) for one in document.iterfind(f".//{w('sdtPr')}/{w('id')}")]
    if len(set(controls)) != len(controls):
        yield "sdt: an id twice"
    for start, end in (("bookmarkStart", "bookmarkEnd"), ("commentRangeStart", "commentRangeEnd")):
        opened = sorted(one.get(w("id"), "") for one in document.iter(w(start)))
        if opened != sorted(one.get(w("id"), "") for one in document.iter(w(end))):
            yield f"{start} and {end} do not match"
    names = [one.get(w("name")) for one in document.iter(w("bookmarkStart"))]
    if len(set(names)) != len(names):
        yield "a bookmark's name twice"
    yield from (
        f"link to no bookmark {one.get(w('anchor'))}"
        for one in document.iter(w("hyperlink"))
        if one.get(w("anchor")) not in names
    )
    comments = trees.get("word/comments.xml")
    written = [] if comments is None else [one.get(w("id"), "") for one in comments]
    pointed = [one.get(w("id"), "") for one in document.iter(w("commentReference"))]
    if sorted(written) != sorted(pointed):
        yield "comments and their references do not match"


def _structure(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    styles = {one.get(w("styleId")) for one in trees["word/styles.xml"].iter(w("style"))}
    for name, root in trees.items():
        if not name.startswith("word/"):
            continue
        for kind in ("pStyle", "rStyle", "basedOn", "next"):
            for one in root.iter(w(kind)):
                if one.get(w("val")) not in styles:
                    yield f"{name}: no style {one.get(w('val'))}"
        kinds = Counter(one.get(w("fldCharType")) for one in root.iter(w("fldChar")))
        if len(set(kinds.values())) > 1:
            yield f"{name}: fields are not closed"


def _texts(root: etree._Element) -> Iterator[str]:
    for one in root.iter(w("t"), w("delText"), w("instrText")):
        text = one.text or ""
        if text != text.strip() and one.get(_SPACE) != "preserve":
            yield f"blanks at the edge are lost: {text!r}"
        if _NOT_TEXT & set(text):
            yield f"control characters: {text!r}"
    for run in root.iter(w("r")):
        if len(run) == 0:
            yield "an empty run"


def _body(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    body = trees["word/document.xml"][0]
    if _local(body[-1]) != "sectPr":
        yield "the last section has no properties"
    if len(body) > 1 and _local(body[-2]) == "tbl":
        yield "a table ends the file"
    for table in body.iter(w("tbl")):
        columns = len(table.findall(f"{w('tblGrid')}/{w('gridCol')}"))
        if any(len(row.findall(w("tc"))) != columns for row in table.findall(w("tr"))):
            yield "a row has not as many cells as the grid"
    if any(not len(cell) or _local(cell[-1]) != "p" for cell in body.iter(w("tc"))):
        yield "a cell does not end with a paragraph"
    for one in body.iter(w("tbl")):
        if (following := one.getnext()) is not None and _local(following) == "tbl":
            yield "two tables that nothing parts"
    for one in body.iter(w("del")):
        if next(one.iter(w("t")), None) is not None:
            yield "deleted text in w:t"

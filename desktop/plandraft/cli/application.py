"""The commands and their arguments; the work is in the modules beside this one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plandraft import __version__
from plandraft.cli.output import write_line
from plandraft.cli.wording import LANGUAGES, ChineseCommand, ChineseGroup

File = Annotated[
    Path,
    typer.Argument(metavar="文件", help="要读取的文件：Word、WPS、PDF、网页、RTF、ODT 或文本。"),
]
DraftFile = Annotated[Path, typer.Argument(metavar="草稿", help="草稿文件（.plandraft）。")]
AsJson = Annotated[bool, typer.Option("--json", help="以 JSON 输出，供脚本使用。")]


def _group(help_text: str) -> typer.Typer:
    return typer.Typer(
        cls=ChineseGroup,
        help=help_text,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )


application = _group(
    "规划比对与起草：找出规划之间相同、相近的段落，从模板起草新规划并记住每段的出处。"
    "不带命令时打开窗口；后面跟一两个文件时在窗口中打开或并排比对。"
)
drafts = _group("起草：新建草稿，加入段落，导出 Word 文档。")
library = _group("资料库：导入、查找和移除规划。")
application.add_typer(drafts, name="draft")
application.add_typer(library, name="library")


def _show_version(wanted: bool) -> None:
    if wanted:
        write_line(f"plandraft {__version__}")
        raise typer.Exit


def _check_language(language: str | None) -> str | None:
    if language is not None and language not in LANGUAGES:
        raise typer.BadParameter("、".join(LANGUAGES))
    return language


@application.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="显示版本。"),
    ] = False,
    _language: Annotated[
        str | None,
        typer.Option(
            "--lang",
            callback=_check_language,
            help="消息的语言：zh 或 en，也可设环境变量 PLANDRAFT_LANG。",
        ),
    ] = None,
) -> None:
    """Take the options that stand before a command."""


@application.command(cls=ChineseCommand, help="输出文件的文字，或（--json）其结构。")
def extract(
    file: File,
    as_json: AsJson = False,
    convert: Annotated[
        bool,
        typer.Option(
            "--convert", help="读不了的旧格式（Word 6/95、Works 等）用本机的 LibreOffice 转换。"
        ),
    ] = False,
) -> None:
    """Print the text of a file exactly, or its structure."""
    from plandraft.cli.documents import print_document

    print_document(file, as_json=as_json, convert=convert)


@application.command(
    cls=ChineseCommand, help="列出因字节错位而成的乱码和建议的文字；不改动原文件。"
)
def repair(
    file: File,
    as_json: AsJson = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="把采纳全部建议后的文字写入这个 .txt 文件。"),
    ] = None,
) -> None:
    """Offer repairs of garbled text."""
    from plandraft.cli.repairing import print_repairs

    print_repairs(file, output, as_json=as_json)


@application.command(cls=ChineseCommand, help="比对两个文件，列出相同、相近的段落。")
def compare(  # noqa: PLR0913, PLR0917 - each is an argument or option of the command
    left: Annotated[Path, typer.Argument(metavar="甲", help="第一个文件。")],
    right: Annotated[Path, typer.Argument(metavar="乙", help="第二个文件。")],
    others: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[丙…]", help="更多文件：两两比对，全部列出。"),
    ] = None,
    as_json: AsJson = False,
    report: Annotated[
        Path | None,
        typer.Option(help="把报告写入这个 .html、.docx 或 .xlsx 文件；多份比对用 .xlsx。"),
    ] = None,
    min_length: Annotated[
        int | None, typer.Option(min=1, help="段落最少的字数（较短的一侧）。")
    ] = None,
    min_similarity: Annotated[
        float | None, typer.Option(min=0.0, max=1.0, help="最低相似度，0 到 1。")
    ] = None,
    phrases: Annotated[
        Path | None,
        typer.Option(help="自定套话（UTF-8 文本，每行一条）：由它们组成的段落不计入比例。"),
    ] = None,
    same: Annotated[
        Path | None,
        typer.Option(help="替换（UTF-8 文本，每行一对，如“经信委 = 工信局”）：视为相同。"),
    ] = None,
) -> None:
    """Compare two files, or several with each other."""
    from plandraft.cli.comparisons import print_comparison
    from plandraft.cli.many_comparisons import print_all_comparisons
    from plandraft.cli.own_wording import read_lists
    from plandraft.core.matching.passages import MatchOptions

    defaults = MatchOptions()
    options = MatchOptions(
        defaults.min_length if min_length is None else min_length,
        defaults.min_similarity if min_similarity is None else min_similarity,
    )
    own = read_lists(phrases, same)
    if not others:
        print_comparison(left, right, options, own, report=report, as_json=as_json)
        return
    print_all_comparisons((left, right, *others), options, own, report=report, as_json=as_json)


@application.command(cls=ChineseCommand, help="导出对段落的判断（认可、非借用、套话、已采用）。")
def decisions(
    output: Annotated[Path, typer.Argument(metavar="输出", help="要写的 .csv 或 .xlsx 文件。")],
) -> None:
    """Export what was decided about passages."""
    from plandraft.cli.collection import export_decisions

    export_decisions(output)


@application.command(cls=ChineseCommand, help="列出模板。")
def templates(as_json: AsJson = False) -> None:
    """List the templates."""
    from plandraft.cli.drafting import print_templates

    print_templates(as_json=as_json)


@application.command(
    cls=ChineseCommand, help="检查 Word 文档的公文版式（GB/T 9704-2012），可修正到副本。"
)
def layout(
    file: File,
    as_json: AsJson = False,
    fix: Annotated[
        Path | None, typer.Option("--fix", help="把能自动修正的写入这个 .docx 副本。")
    ] = None,
    render: Annotated[
        bool, typer.Option("--render", help="用 LibreOffice 排出页面，检查行数、字数和版心。")
    ] = False,
) -> None:
    """Judge the layout of a Word file."""
    from plandraft.cli.layout import print_layout

    print_layout(file, fix=fix, render=render, as_json=as_json)


@application.command(cls=ChineseCommand, help="检查本机有无公文规定的字体。")
def fonts(as_json: AsJson = False) -> None:
    """Say which prescribed faces are missing."""
    from plandraft.cli.fonts import print_fonts

    print_fonts(as_json=as_json)


@application.command(cls=ChineseCommand, help="列出单位样式及其偏离标准之处。")
def houses(as_json: AsJson = False) -> None:
    """List the house styles."""
    from plandraft.cli.layout import print_houses

    print_houses(as_json=as_json)


@drafts.command("new", cls=ChineseCommand, help="用模板新建草稿文件；不覆盖已有文件。")
def draft_new(
    template: Annotated[str, typer.Option("--template", help="模板名，见 templates 命令。")],
    output: Annotated[Path, typer.Option("-o", "--output", help="草稿文件名。")],
    slot: Annotated[
        list[str] | None, typer.Option("--slot", help="填写一项：名称=内容，可多次使用。")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="草稿的标题。")] = None,
) -> None:
    """Begin a draft."""
    from plandraft.cli.drafting import make_draft

    make_draft(template, slot or [], output, title)


@drafts.command("add", cls=ChineseCommand, help="把文件中的一段加入草稿的一节，并记住出处。")
def draft_add(
    draft: DraftFile,
    section: Annotated[str, typer.Argument(metavar="节", help="节的编号或标题。")],
    file: File,
    start: Annotated[int, typer.Argument(metavar="起", help="起点，extract 所出文字中的位置。")],
    end: Annotated[int, typer.Argument(metavar="止", help="终点（不含）。")],
) -> None:
    """Put a passage into a draft."""
    from plandraft.cli.drafting import add_to_draft

    add_to_draft(draft, section, file, start, end)


@drafts.command("show", cls=ChineseCommand, help="显示草稿的各节、待填项和段落出处。")
def draft_show(draft: DraftFile, as_json: AsJson = False) -> None:
    """Show a draft."""
    from plandraft.cli.drafting import print_draft

    print_draft(draft, as_json=as_json)


@drafts.command("export", cls=ChineseCommand, help="按公文格式导出为 Word 文档，或纯文本。")
def draft_export(  # noqa: PLR0913, PLR0917 - each is an option of the command
    draft: DraftFile,
    output: Annotated[
        Path, typer.Argument(metavar="输出.docx", help="要写的 .docx 文件；纯文本为 .txt。")
    ],
    preset: Annotated[
        str,
        typer.Option(
            help="用途：final 正式稿、discussion 讨论稿、sources 送审带来源、tracked 修改痕迹、"
            "plain 纯文本。"
        ),
    ] = "",
    wrapper: Annotated[
        str,
        typer.Option(
            help="外套：alone 仅规划、notice-annex 作为通知的附件、notice-direct 直接印在通知后。"
        ),
    ] = "",
    notice: Annotated[
        list[str] | None,
        typer.Option("--notice", help="通知的一项：名称=内容，如 发文字号=云政发〔2026〕5号。"),
    ] = None,
    sealed: Annotated[bool, typer.Option("--sealed", help="通知加盖印章。")] = False,
    contents: Annotated[bool, typer.Option("--contents", help="正文前加目录。")] = False,
    author: Annotated[str, typer.Option("--author", help="文档属性、批注和修订的作者。")] = "",
    base: Annotated[
        Path | None,
        typer.Option(help="以这个 .docx 为底稿，正文放在名为“正文”的书签或内容控件处。"),
    ] = None,
    house: Annotated[
        str, typer.Option(help="单位样式：houses 命令列出的名称，或一个 .toml 文件。")
    ] = "",
    with_sources: Annotated[
        bool, typer.Option("--with-sources", help="同 --preset sources。")
    ] = False,
    title_page: Annotated[
        bool | None,
        typer.Option("--title-page/--no-title-page", help="前面加封面；不写时按单位样式、模板。"),
    ] = None,
    exact_pages: Annotated[
        bool,
        typer.Option("--exact-pages", help="目录页码按本机 LibreOffice 排出的页面填写。"),
    ] = False,
) -> None:
    """Export a draft."""
    from plandraft.cli.drafting import export_draft
    from plandraft.cli.export_options import ExportRequest

    request = ExportRequest(
        preset, wrapper, tuple(notice or ()), author, contents, sealed, with_sources, base, house,
        title_page, exact_pages,
    )  # fmt: skip
    export_draft(draft, output, request)


@library.command("add", cls=ChineseCommand, help="导入文件；给出文件夹时导入其中的文档。")
def library_add(
    files: Annotated[list[Path], typer.Argument(metavar="文件…", help="文件或文件夹。")],
) -> None:
    """Import files."""
    from plandraft.cli.collection import add_files

    add_files(files)


@library.command("list", cls=ChineseCommand, help="列出资料库中的文档。")
def library_list(as_json: AsJson = False) -> None:
    """List the documents."""
    from plandraft.cli.collection import print_documents

    print_documents("", as_json=as_json)


@library.command("search", cls=ChineseCommand, help="全文查找：词与词之间用空格隔开。")
def library_search(
    words: Annotated[list[str], typer.Argument(metavar="词…", help="要找的词。")],
    as_json: AsJson = False,
) -> None:
    """Find documents by their text."""
    from plandraft.cli.collection import print_documents

    print_documents(" ".join(words), as_json=as_json)


@library.command("remove", cls=ChineseCommand, help="从资料库移除文档；原文件不动。")
def library_remove(
    numbers: Annotated[list[int], typer.Argument(metavar="编号…", help="见 library list。")],
) -> None:
    """Remove documents."""
    from plandraft.cli.collection import remove_documents

    remove_documents(numbers)

"""What a user reads when something goes wrong: what, where, what to do, in Chinese and English.

The terminal and the window both show these, and the terminal must not load Qt, so they live
here and not in Qt translation files.
"""

from __future__ import annotations

from string import Formatter
from unicodedata import category

from plandraft.core.model.document import DocumentWarning, WarningCode
from plandraft.core.model.errors import ErrorCode, PlanError

_TEXTS: dict[ErrorCode, tuple[str, str]] = {
    ErrorCode.FILE_MISSING: (
        "找不到文件“{subject}”。请检查路径和文件名，或确认文件没有被移走。",
        "File not found: {subject}. Check the path and the name, or whether it was moved.",
    ),
    ErrorCode.FILE_IS_FOLDER: (
        "“{subject}”是一个文件夹，不是文件。请选择其中的文件。",
        "{subject} is a folder, not a file. Choose a file in it.",
    ),
    ErrorCode.FILE_NOT_REGULAR: (
        "“{subject}”是设备或管道，不能作为文档打开。请选择普通文件。",
        "{subject} is a device or a pipe. Choose an ordinary file.",
    ),
    ErrorCode.FILE_UNREADABLE: (
        "无法读取“{subject}”（{reason}）。请检查权限，或复制到本机后再试。",
        "Cannot read {subject} ({reason}). Check the permissions or copy it to this computer.",
    ),
    ErrorCode.FILE_EMPTY: (
        "“{subject}”是空文件，没有可读的内容。请换一个文件。",
        "{subject} is empty. Choose another file.",
    ),
    ErrorCode.FILE_TOO_LARGE: (
        "“{subject}”有 {size_mb} MB，超过上限 {limit_mb} MB。请删去图片或拆分后再试。",
        "{subject} has {size_mb} MB; the limit is {limit_mb} MB. Remove pictures or split it.",
    ),
    ErrorCode.FILE_TOO_LONG: (
        "“{subject}”内容过多（{count}，上限 {limit}）。请拆分成几个文件后再打开。",
        "{subject} holds too much ({count}; the limit is {limit}). Split it into several files.",
    ),
    ErrorCode.FILE_BINARY: (
        "“{subject}”不是文本或 Word 文档。请在原软件中另存为 .docx 或 .txt 后再打开。",
        "{subject} is neither text nor a Word document. Save it as .docx or .txt and open that.",
    ),
    ErrorCode.FILE_ARCHIVE: (
        "“{subject}”是压缩包（{reason}）。请先解压，再导入里面的文件。",
        "{subject} is an archive ({reason}). Unpack it and import the files in it.",
    ),
    ErrorCode.FILE_PICTURE: (
        "“{subject}”是图片（{reason}），其中的文字读不出来。请先用 WPS 等软件识别文字（OCR），"
        "另存后再导入。",
        "{subject} is a picture ({reason}) and has no text to read. Recognise its text (OCR) in "
        "WPS or the like, save that and import it.",
    ),
    ErrorCode.FILE_DAMAGED: (
        "“{subject}”已损坏，无法读取（{reason}）。请用 Word 或 WPS 打开并另存为新的 .docx。",
        "{subject} is damaged ({reason}). Open it in Word or WPS and save it as a new .docx.",
    ),
    ErrorCode.FILE_ENCRYPTED: (
        "“{subject}”已加密。请在 Word 或 WPS 中去除密码后再打开。",
        "{subject} is encrypted. Remove the password in Word or WPS and open it again.",
    ),
    ErrorCode.FILE_UNSUPPORTED: (
        "暂不支持“{subject}”的格式（{reason}）。请另存为 .docx 或 .txt 后再打开。",
        "The format of {subject} is not supported ({reason}). Save it as .docx or .txt.",
    ),
    ErrorCode.READING_TOO_SLOW: (
        "读取“{subject}”超过 {seconds} 秒，已停止。请另存为新的 .docx 或 .txt 后再试。",
        "Reading {subject} took over {seconds} s and was stopped. Save it anew as .docx or .txt.",
    ),
    ErrorCode.READING_TOO_LARGE: (
        "读取“{subject}”所需的内存超过上限，已停止。请拆分，或另存为 .txt 后再试。",
        "Reading {subject} needs more memory than allowed. Split it or save it as .txt.",
    ),
    ErrorCode.READING_CRASHED: (
        "读取“{subject}”时读取程序意外终止，文件可能已损坏。请用 Word 或 WPS 另存为新文件后再试。",
        "The reader stopped while reading {subject}, which may be damaged. Save it as a new file.",
    ),
    ErrorCode.CONVERTER_MISSING: (
        "本机没有 LibreOffice，无法转换“{subject}”。请安装后再试，或在原软件中另存为 .docx。",
        "{subject} cannot be converted without LibreOffice. Install it, or save as .docx.",
    ),
    ErrorCode.CONVERSION_FAILED: (
        "LibreOffice 未能转换“{subject}”（{reason}）。请在原软件中另存为 .docx 后再打开。",
        "LibreOffice could not convert {subject} ({reason}). Save it as .docx and open that.",
    ),
    ErrorCode.NO_TEXT: (
        "“{subject}”里没有文字，可能是扫描件，只有图片。请先用 WPS 等软件识别文字（OCR）并另存，"
        "或换用含文字的版本。",
        "{subject} holds no text; perhaps it is a scan. Recognise its text (OCR) in WPS or the "
        "like and save that, or use a version that has text.",
    ),
    ErrorCode.TARGET_IN_USE: (
        "无法写入“{subject}”：文件正被其他程序打开。请关闭后重试；原文件没有改动。",
        "Cannot write {subject}: it is open in another program. Close it; nothing was changed.",
    ),
    ErrorCode.TARGET_READ_ONLY: (
        "无法写入“{subject}”：文件或文件夹是只读的。请另选位置；原文件没有改动。",
        "Cannot write {subject}: it is read-only. Choose another place; nothing was changed.",
    ),
    ErrorCode.TARGET_FAILED: (
        "写入“{subject}”失败（{reason}）。请检查磁盘空间和路径；原文件没有改动。",
        "Writing {subject} failed ({reason}). Check disk space and path; nothing was changed.",
    ),
    ErrorCode.TARGET_IS_INPUT: (
        "“{subject}”正是要读取的文件，不能同时作为输出。请换一个文件名；原文件没有改动。",
        "{subject} is what is read and cannot be the output. Choose another name.",
    ),
    ErrorCode.TEMPLATE_UNKNOWN: (
        "没有名为“{subject}”的模板。可用的模板：{known}。",
        "There is no template “{subject}”. Known templates: {known}.",
    ),
    ErrorCode.TEMPLATE_DAMAGED: (
        "模板“{subject}”无法使用（{reason}）。请重新安装或修正 manifest.toml。",
        "Template {subject} cannot be used ({reason}). Reinstall it or mend manifest.toml.",
    ),
    ErrorCode.SLOT_UNKNOWN: (
        "模板中没有“{subject}”这一项。可填写的项：{known}。",
        "The template has no slot “{subject}”. Known slots: {known}.",
    ),
    ErrorCode.SLOT_MALFORMED: (
        "“{subject}”不是“名称=内容”的形式。例如：--slot 城市=云汀市。",
        "“{subject}” is not NAME=VALUE, such as --slot 城市=云汀市.",
    ),
    ErrorCode.SECTION_UNKNOWN: (
        "草稿中没有“{subject}”这一节。可用的节：{known}。",
        "The draft has no section “{subject}”. Known sections: {known}.",
    ),
    ErrorCode.SPAN_OUTSIDE_TEXT: (
        "“{subject}”的文字共 {length} 个字符，{start}–{end} 不在其中。"
        "请用 extract 或 compare 给出的位置。",
        "{subject} has {length} characters; {start}–{end} is not inside. "
        "Use offsets given by extract or compare.",
    ),
    ErrorCode.DRAFT_DAMAGED: (
        "草稿“{subject}”无法读取（{reason}）。文件没有改动，请从备份恢复。",
        "The draft {subject} cannot be read ({reason}). It was not changed; restore a backup.",
    ),
    ErrorCode.DRAFT_EXISTS: (
        "“{subject}”已经存在，没有覆盖。请换一个文件名，或先移走它。",
        "{subject} exists and was not overwritten. Choose another name or move it away.",
    ),
    ErrorCode.DRAFT_NOT_FINAL: (
        "“{subject}”还不能导出为正式稿，有 {count} 处未完成：{obstacles}。"
        "请补齐后再导出，或改用讨论稿。",
        "“{subject}” is not final yet; {count} things are missing: {obstacles}. "
        "Complete them, or export it for discussion.",
    ),
    ErrorCode.REPORT_FORMAT_UNKNOWN: (
        "不能按“{subject}”的后缀写这种报告。两份比对可用 .html、.docx 或 .xlsx，多份比对用 .xlsx，"
        "判断清单用 .csv 或 .xlsx。要 PDF，请在窗口的“报告”里选“PDF 报告”。",
        "Reports of this kind cannot be written as {subject}. Use .html, .docx or .xlsx for two "
        "plans, .xlsx for several, .csv or .xlsx for decisions. For a PDF choose PDF report under "
        "Report in the window.",
    ),
    ErrorCode.LIBRARY_DAMAGED: (
        "文档库“{subject}”已损坏（{reason}）。它没有改动，请从备份恢复，或换一个数据文件夹。",
        "The library {subject} is damaged ({reason}). It was not changed; restore a backup.",
    ),
    ErrorCode.LIBRARY_BUSY: (
        "文档库“{subject}”正被另一个程序使用。请稍后再试。",
        "The library {subject} is in use by another program. Try again later.",
    ),
    ErrorCode.LIBRARY_TOO_NEW: (
        "文档库“{subject}”由更新版本的 PlanDraft 建立。请升级程序。",
        "The library {subject} was made by a newer PlanDraft. Update the program.",
    ),
    ErrorCode.DOCUMENT_GONE: (
        "文档库中已没有“{subject}”。请重新导入。",
        "“{subject}” is no longer in the library. Import it again.",
    ),
    ErrorCode.LIST_NOT_UTF8: (
        "“{subject}”不是 UTF-8 文本（第 {line} 行读不通）。请用记事本另存为 UTF-8 编码后再试。",
        "{subject} is not UTF-8 text (line {line}). Save it with the encoding UTF-8.",
    ),
    ErrorCode.PHRASE_LINE_BAD: (
        "“{subject}”第 {line} 行不能作为套话：{text}。每行一条，4 至 2000 个字；"
        "以 # 开头的行是注释。",
        "Line {line} of {subject} cannot be a phrase: {text}. One a line, 4 to 2000 letters; "
        "a line that begins with # is a comment.",
    ),
    ErrorCode.SUBSTITUTION_LINE_BAD: (
        "“{subject}”第 {line} 行不能作为替换：{text}。每行一对，写成“经信委 = 工信局”，"
        "两边不同，各 2 至 100 个字；以 # 开头的行是注释。",
        "Line {line} of {subject} cannot be a substitution: {text}. One pair a line, such as "
        "经信委 = 工信局, two different words of 2 to 100 letters; # begins a comment.",
    ),
}

_WARNINGS: dict[WarningCode, tuple[str, str]] = {
    WarningCode.ENCODING_GUESSED: (
        "文字编码是推断的（{detail}），如有乱码请另存为 UTF-8。",
        "The encoding was guessed ({detail}); if letters look wrong, save the file as UTF-8.",
    ),
    WarningCode.UNDECODABLE_BYTES: (
        "有 {count} 处字节无法解码，显示为“�”。",
        "{count} stretches of bytes could not be decoded and show as “�”.",
    ),
    WarningCode.RUN_IN_TEXT: (
        "原文没有分段，段落和标题是推断出来的。",
        "The text had no line breaks; its paragraphs and headings were recovered.",
    ),
    WarningCode.PRIVATE_USE_MARKS: (
        "有 {count} 个私有区字符，可能显示为方框。",
        "{count} private-use characters may show as boxes.",
    ),
    WarningCode.SHIFTED_BYTES: (
        "有 {count} 处文字因字节错位成为乱码。",
        "{count} stretches are garbled by shifted bytes.",
    ),
    WarningCode.FULL_STOPS_FOR_ALL_MARKS: (
        "原文的标点几乎都是“.”，分句可能不准。",
        "Nearly all marks are full stops; sentences may be cut wrongly.",
    ),
    WarningCode.LOST_PERCENT_SIGNS: (
        "有 {count} 处比率后面没有百分号，可能在转存时丢失，请核对原件。",
        "{count} shares have no percent sign, which may have been lost; check the original.",
    ),
    WarningCode.LOST_TITLES: (
        "有 {count} 处缺少文件名称，书名号《》连同其中文字可能在转存时丢失，请核对原件。",
        "{count} titles in 《》 seem to have been lost with their marks; check the original.",
    ),
    WarningCode.FURNITURE_SET_APART: (
        "有 {count} 处网页残留（如【打印】），已与正文分开。",
        "{count} remains of a web page (such as a print button) were set apart.",
    ),
    WarningCode.TRACKED_CHANGES: (
        "文档带有修订：插入的文字算在内，删除的不算（{count} 处）。",
        "The document has {count} tracked changes: insertions count, deletions do not.",
    ),
    WarningCode.PAGES_WITHOUT_TEXT: (
        "有 {count} 页只有图片（扫描件），其中的文字没有读出；要用，请先识别文字（OCR）再导入。",
        "{count} pages are scans and were not read; recognise their text (OCR) and import again.",
    ),
    WarningCode.PAGE_AROUND_TEXT: (
        "网页中正文以外的 {count} 个字（栏目、链接等）没有读入。",
        "{count} letters of the web page around its text (menus, links) were left out.",
    ),
    WarningCode.WRAPPED_LINES: (
        "原文每行按固定宽度断开，已接成段落（{count} 处），个别分段可能不准。",
        "Lines broken at a fixed width were joined in {count} places; a paragraph may end wrongly.",
    ),
    WarningCode.TURNED_TEXT: (
        "有 {count} 个字是竖排或旋转的，可能排在文末，次序可能不准。",
        "{count} letters stand upright or turned; they may come last, in uncertain order.",
    ),
}

CHINESE = "zh_CN"
ENGLISH = "en"
# These could make a terminal show a file name backwards.
_DIRECTION_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class _Lenient(Formatter):
    """Fill placeholders; leave out those that have no value."""

    def get_value(self, key: int | str, args: object, kwargs: object) -> object:
        """Return the value of `key`, or a dash where there is none."""
        assert isinstance(kwargs, dict)
        return kwargs.get(key, "—")


def error_text(error: PlanError, language: str = CHINESE) -> str:
    """Return the one-line text of `error` in `language` ("zh_CN" or "en")."""
    chinese, english = _TEXTS[error.code]
    template = english if language == ENGLISH else chinese
    values = {"subject": error.subject, **error.details}
    return one_line(_Lenient().vformat(template, (), values))


def warning_text(warning: DocumentWarning, language: str = CHINESE) -> str:
    """Return the one-line text of `warning` in `language` ("zh_CN" or "en")."""
    chinese, english = _WARNINGS[warning.code]
    template = english if language == ENGLISH else chinese
    values = {"count": warning.count, "detail": warning.detail or "—"}
    return one_line(_Lenient().vformat(template, (), values))


def one_line(text: str) -> str:
    """Return `text` with control characters escaped, so that it cannot break or rule a line.

    File names may hold any character, line ends and terminal commands too.
    """
    return "".join(
        char.encode("unicode_escape").decode("ascii") if _is_control(char) else char
        for char in text.strip()
    )


def _is_control(char: str) -> bool:
    return category(char) in {"Cc", "Zl", "Zp"} or char in _DIRECTION_MARKS

"""What the terminal says by itself: help in Chinese, usage errors in both languages."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextvars import ContextVar
from typing import TYPE_CHECKING

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from plandraft.system.messages import CHINESE, ENGLISH

if TYPE_CHECKING:
    # typer carries its own click and names this type nowhere else.
    from typer._click import Context

LANGUAGES = {"zh": CHINESE, "zh_CN": CHINESE, "en": ENGLISH}
LANGUAGE_VARIABLE = "PLANDRAFT_LANG"
# The language of the command that runs; set by `run`.
current_language: ContextVar[str] = ContextVar("current_language", default=CHINESE)

_HELP_WORDS = (
    ("Usage: ", "用法："),
    ("[OPTIONS]", "[选项]"),
    ("COMMAND [ARGS]...", "命令 [参数]…"),
    ("\nArguments:", "\n参数："),
    ("\nOptions:", "\n选项："),
    ("\nCommands:", "\n命令："),
    ("[required]", "[必填]"),
    ("Show this message and exit.", "显示这段说明。"),
    (" <path>", " <文件>"),
    (" <list[path]>", " <文件…>"),
    (" <str>", " <文字>"),
    (" <list[str]>", " <文字>"),
    (" <int>", " <整数>"),
    (" <list[int]>", " <整数…>"),
    (" <int range>", " <整数>"),
    (" <float range>", " <小数>"),
)
# What typer says about a value or a command line, as far as users meet it.
_USAGE_WORDS = (
    (re.compile(r"Input should be a valid integer.*"), "应为整数"),
    (re.compile(r"Input should be a valid number.*"), "应为数字"),
    (re.compile(r"Input should be greater than or equal to (.+)"), r"不能小于 \1"),
    (re.compile(r"Input should be less than or equal to (.+)"), r"不能大于 \1"),
    (re.compile(r"No such command '(.+)'\."), r"没有命令“\1”"),
    (re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)"), r"多余的参数：\1"),
    (re.compile(r"Option '(.+)' requires (?:an argument|\d+ arguments)\."), r"“\1”后面缺少内容"),
    (re.compile(r"Option '(.+)' does not take a value\."), r"“\1”后面不能有内容"),
)


def chosen_language(arguments: Sequence[str]) -> str:
    """Return the language of messages, known before anything is parsed.

    `--lang` before the command counts most, then PLANDRAFT_LANG, then Chinese.
    """
    chosen = os.environ.get(LANGUAGE_VARIABLE, "")
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            chosen = arguments[index + 1]
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
        elif not argument.startswith("-") and arguments[index - 1] != "--lang":
            break
    return LANGUAGES.get(chosen, CHINESE)


class ChineseCommand(TyperCommand):
    """Show the help of a command in Chinese."""

    def get_help(self, ctx: Context) -> str:
        """Return the help text."""
        return _in_chinese(super().get_help(ctx))


class ChineseGroup(TyperGroup):
    """Show the help of a group of commands in Chinese."""

    def get_help(self, ctx: Context) -> str:
        """Return the help text."""
        return _in_chinese(super().get_help(ctx))


def usage_text(error: TyperException, language: str) -> str:
    """Return one line that says what is wrong with the command line and where to read more."""
    command = getattr(getattr(error, "ctx", None), "command_path", "plandraft")
    if language == ENGLISH:
        return f"{error.format_message()} See: {command} --help"
    return f"{_chinese_usage_text(error)}用法见：{command} --help"


def _chinese_usage_text(error: TyperException) -> str:
    name = _parameter_name(error)
    match type(error).__name__:
        case "NoSuchOption":
            return f"没有选项“{getattr(error, 'option_name', '')}”。"
        case "MissingParameter":
            return f"缺少“{name}”。"
        case "BadParameter" if name:
            return f"“{name}”的值不合要求（{_chinese_reason(error.message)}）。"
        case "NoArgsIsHelpError":
            return "缺少命令。"
        case _:
            return f"{_chinese_reason(error.message)}。"


def _parameter_name(error: TyperException) -> str:
    hint = getattr(error, "param_hint", None)
    if hint:
        return hint if isinstance(hint, str) else " / ".join(hint)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    option = next((text for text in reversed(parameter.opts) if text.startswith("-")), "")
    return option or str(parameter.metavar or parameter.name).upper()


def _chinese_reason(message: str) -> str:
    for english, chinese in _USAGE_WORDS:
        if english.fullmatch(message):
            return english.sub(chinese, message)
    return message


def _in_chinese(text: str) -> str:
    for english, chinese in _HELP_WORDS:
        text = text.replace(english, chinese)
    return text

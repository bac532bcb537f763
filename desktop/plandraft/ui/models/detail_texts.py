"""Names of the fields of a document, of their values, and of what is wrong with a value."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from plandraft.core.text.divisions import PlaceLevel
from plandraft.core.text.metadata import DocumentKind
from plandraft.services.details import DetailField, FieldProblem

translate = QCoreApplication.translate


def field_name(field: DetailField) -> str:
    """Return the name of a field."""
    return {
        DetailField.TITLE: translate("DetailTexts", "标题"),
        DetailField.PLACE: translate("DetailTexts", "地区"),
        DetailField.LEVEL: translate("DetailTexts", "层级"),
        DetailField.PERIOD: translate("DetailTexts", "规划期"),
        DetailField.YEAR: translate("DetailTexts", "年份"),
        DetailField.ORGAN: translate("DetailTexts", "发文机关"),
        DetailField.NUMBER: translate("DetailTexts", "文号"),
        DetailField.KIND: translate("DetailTexts", "文种"),
        DetailField.DATE: translate("DetailTexts", "成文日期"),
    }[field]


def kind_name(kind: str) -> str:
    """Return the name of a kind of document; "" for none."""
    names = {
        DocumentKind.PLAN: translate("DetailTexts", "规划、纲要"),
        DocumentKind.OPINIONS: translate("DetailTexts", "意见、决定"),
        DocumentKind.SCHEME: translate("DetailTexts", "方案、计划"),
        DocumentKind.NOTICE: translate("DetailTexts", "通知、批复"),
        DocumentKind.RULES: translate("DetailTexts", "办法、规定"),
        DocumentKind.REPORT: translate("DetailTexts", "报告、总结"),
        DocumentKind.NEWS: translate("DetailTexts", "新闻"),
    }
    return names[DocumentKind(kind)] if kind in set(DocumentKind) else ""


def level_name(level: str) -> str:
    """Return the name of a level of administration; "" for none."""
    names = {
        PlaceLevel.PROVINCE: translate("DetailTexts", "省级"),
        PlaceLevel.PREFECTURE: translate("DetailTexts", "市级"),
        PlaceLevel.COUNTY: translate("DetailTexts", "县级"),
    }
    return names[PlaceLevel(level)] if level in set(PlaceLevel) else ""


def value_name(field: DetailField, value: str) -> str:
    """Return a value as it is shown."""
    if field is DetailField.KIND:
        return kind_name(value)
    return level_name(value) if field is DetailField.LEVEL else value


def problem_text(problem: FieldProblem) -> str:
    """Return what is wrong with a value, and how it should be."""
    return {
        FieldProblem.EMPTY: translate("DetailTexts", "标题不能为空。"),
        FieldProblem.TOO_LONG: translate("DetailTexts", "太长了，请缩短。"),
        FieldProblem.TOO_SHORT: translate("DetailTexts", "地名至少两个字。"),
        FieldProblem.NOT_A_PERIOD: translate(
            "DetailTexts", "请写“十四五”这样的规划期（八五至十六五），或留空。"
        ),
        FieldProblem.NOT_A_YEAR: translate(
            "DetailTexts", "请写 1949 至 2100 之间的四位年份，或留空。"
        ),
        FieldProblem.NOT_A_NUMBER: translate(
            "DetailTexts", "请写“云政发〔2026〕7号”这样的文号，或留空。"
        ),
        FieldProblem.NOT_A_DATE: translate(
            "DetailTexts", "没有这个日期。请写 2026年3月8日、2026-03-08 或 2026-03，或留空。"
        ),
        FieldProblem.NOT_A_CHOICE: translate("DetailTexts", "请从列表中选。"),
    }[problem]

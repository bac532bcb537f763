"""Values that a user writes are made equal, or refused with what is wrong."""

from __future__ import annotations

import pytest

from plandraft.services.details import (
    DetailField,
    FieldError,
    FieldProblem,
    checked_value,
    checked_values,
)


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        (DetailField.TITLE, " 云汀市\n规划 ", "云汀市 规划"),
        (DetailField.PLACE, "云 汀", "云汀"),
        (DetailField.PLACE, "", ""),
        (DetailField.PERIOD, "“十四五”时期", "十四五"),
        (DetailField.YEAR, "2021年", "2021"),
        (DetailField.NUMBER, "云政发[2021] 7号", "云政发〔2021〕7号"),
        (DetailField.DATE, "2021年3月8日", "2021-03-08"),
        (DetailField.DATE, "二〇二一年三月八日", "2021-03-08"),
        (DetailField.DATE, "2021/3/8", "2021-03-08"),
        (DetailField.DATE, "2021-03", "2021-03"),
        (DetailField.DATE, "2024-02-29", "2024-02-29"),
        (DetailField.KIND, "plan", "plan"),
        (DetailField.LEVEL, "county", "county"),
    ],
)
def test_fitting_values(field: DetailField, written: str, kept: str) -> None:
    assert checked_value(field, written) == kept


@pytest.mark.parametrize(
    ("field", "written", "problem"),
    [
        (DetailField.TITLE, " ", FieldProblem.EMPTY),
        (DetailField.TITLE, "长" * 201, FieldProblem.TOO_LONG),
        (DetailField.PLACE, "云", FieldProblem.TOO_SHORT),
        (DetailField.PERIOD, "十八五", FieldProblem.NOT_A_PERIOD),
        (DetailField.YEAR, "21", FieldProblem.NOT_A_YEAR),
        (DetailField.YEAR, "1911", FieldProblem.NOT_A_YEAR),
        (DetailField.YEAR, "²⁰²¹", FieldProblem.NOT_A_YEAR),
        (DetailField.NUMBER, "云政发", FieldProblem.NOT_A_NUMBER),
        (DetailField.DATE, "2021-02-30", FieldProblem.NOT_A_DATE),
        (DetailField.DATE, "2021-13", FieldProblem.NOT_A_DATE),
        (DetailField.DATE, "2023-02-29", FieldProblem.NOT_A_DATE),
        (DetailField.DATE, "昨天", FieldProblem.NOT_A_DATE),
        (DetailField.KIND, "poem", FieldProblem.NOT_A_CHOICE),
    ],
)
def test_values_that_do_not_fit(field: DetailField, written: str, problem: FieldProblem) -> None:
    with pytest.raises(FieldError) as caught:
        checked_value(field, written)
    assert caught.value.problem is problem


def test_a_date_brings_its_year() -> None:
    both = checked_values({DetailField.DATE: "2021年3月8日"})
    assert both == {DetailField.DATE: "2021-03-08", DetailField.YEAR: "2021"}
    assert checked_values({DetailField.DATE: None}) == {
        DetailField.DATE: None,
        DetailField.YEAR: None,
    }

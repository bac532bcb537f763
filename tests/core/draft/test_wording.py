"""Pieces say how a borrowed wording was changed; both wordings come back out of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plandraft.core.draft import wording
from plandraft.core.draft.wording import Piece, PieceKind, changed_pieces

KEPT, DELETED, INSERTED = PieceKind.KEPT, PieceKind.DELETED, PieceKind.INSERTED
TEXTS = st.text(alphabet="甲乙丙丁。，；\n12a", max_size=60)


def joined(pieces: tuple[Piece, ...], kind: PieceKind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in {KEPT, kind})


@pytest.mark.parametrize(
    ("source", "text", "pieces"),
    [
        pytest.param("不变。", "不变。", [(KEPT, "不变。")], id="same"),
        pytest.param("", "新写。", [(INSERTED, "新写。")], id="from nothing"),
        pytest.param("删去。", "", [(DELETED, "删去。")], id="to nothing"),
        pytest.param(
            "到2025年，建成。",
            "到2030年，建成。",
            [(KEPT, "到"), (DELETED, "2025"), (INSERTED, "2030"), (KEPT, "年，建成。")],
            id="a number is changed as a whole",
        ),
        pytest.param(
            "推进甲市场建设工作",
            "推进乙市场建设工作",
            [(KEPT, "推进"), (DELETED, "甲"), (INSERTED, "乙"), (KEPT, "市场建设工作")],
            id="one character",
        ),
        pytest.param(
            "完善东城西区管理",
            "完善南城北区管理",
            [(KEPT, "完善"), (DELETED, "东城西"), (INSERTED, "南城北"), (KEPT, "区管理")],
            id="a chance agreement between two changes is given up",
        ),
    ],
)
def test_pieces(source: str, text: str, pieces: list[tuple[PieceKind, str]]) -> None:
    assert [(piece.kind, piece.text) for piece in changed_pieces(source, text)] == pieces


@given(TEXTS, TEXTS)
def test_both_wordings_come_back(source: str, text: str) -> None:
    pieces = changed_pieces(source, text)
    assert joined(pieces, DELETED) == source
    assert joined(pieces, INSERTED) == text


@given(TEXTS, TEXTS)
def test_long_texts_come_back_by_sentence(source: str, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wording, "LONGEST_BY_TOKEN", 3)
        pieces = changed_pieces(source, text)
    assert joined(pieces, DELETED) == source
    assert joined(pieces, INSERTED) == text

"""Repairs, headings and details are corrected, kept, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from plandraft.core.model.document import BlockKind, WarningCode
from plandraft.io.worker import ReaderPool
from plandraft.services.details import DetailField, FieldError, FieldProblem
from plandraft.services.library import LibraryService
from plandraft.store.database import open_library
from plandraft.store.document_texts import set_fields

BROKEN = "要把公共数据的归集、治理和开放摆在突出位置，建立健全工作机制。"
BEFORE = "云汀市数字经济发展规划\n一、总体要求\n坚持统筹推进，分步实施，全市各部门"
AFTER = "\n二、主要任务\n（一）建设城市数据平台，完善共享目录。"
LETTER = (
    "聊城市东昌府区人民政府关于推进信息化建设的意见\n东政发〔2006〕9号\n一、目标\n"
    "“十一五”期间，建设。\n东昌府区人民政府\n二○○六年十月九日"
)


def shifted(text: str) -> str:
    data = b"?" + text.encode("gb18030")[1:] + b"\n"
    return data.decode("gb18030", "replace").replace("\ufffd", "?").rstrip("\n")


@pytest.fixture(scope="module")
def readers() -> Iterator[ReaderPool]:
    """Return one reading process for all tests here."""
    pool = ReaderPool(size=1)
    yield pool
    pool.close()


@pytest.fixture
def library(tmp_path: Path, readers: ReaderPool) -> LibraryService:
    return LibraryService(tmp_path / "data" / "library.db", readers=readers)


def add(library: LibraryService, folder: Path, text: str, name: str = "文.txt") -> int:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return library.add_file(path).id


def test_an_accepted_repair_is_the_text_and_can_be_taken_back(
    library: LibraryService, tmp_path: Path
) -> None:
    damaged = BEFORE + shifted(BROKEN) + AFTER
    identity = add(library, tmp_path, damaged)
    read = library.get_document(identity)
    offer = library.correcting.offer_repairs(identity)
    assert (len(offer.repairs), offer.accepted) == (1, ())
    record = library.correcting.accept_repairs(identity, offer.repairs)
    assert record.repairs == 1
    assert WarningCode.SHIFTED_BYTES not in {one.code for one in record.warnings}
    assert BROKEN[1:-1] in library.get_document(identity).text
    assert [one.id for one in library.list_documents("公共数据的归集")] == [identity]
    again = library.correcting.offer_repairs(identity)
    assert again.document == read, "what was read is kept"
    assert again.accepted == offer.repairs
    back = library.correcting.accept_repairs(identity, ())
    assert library.get_document(identity) == read
    assert back.repairs == 0
    assert library.list_documents("公共数据的归集") == ()


def test_repairs_outlive_removal_and_a_new_import(library: LibraryService, tmp_path: Path) -> None:
    identity = add(library, tmp_path, BEFORE + shifted(BROKEN) + AFTER)
    offer = library.correcting.offer_repairs(identity)
    library.correcting.accept_repairs(identity, offer.repairs)
    repaired = library.get_document(identity)
    library.remove([identity])
    assert add(library, tmp_path, BEFORE + shifted(BROKEN) + AFTER) == identity
    assert library.get_document(identity) == repaired
    assert library.list_documents("公共数据的归集")[0].repairs == 1


def test_a_heading_that_was_corrected_stays_so_in_a_newer_file(
    library: LibraryService, tmp_path: Path
) -> None:
    text = BEFORE + BROKEN + AFTER
    identity = add(library, tmp_path, text)
    document = library.get_document(identity)
    (index,) = (
        at for at, one in enumerate(document.blocks) if "二、主要任务" in document.block_text(one)
    )
    changed = library.correcting.choose_heading(identity, index, 0)
    assert changed.blocks[index].kind is not BlockKind.HEADING
    assert library.get_document(identity) == changed
    newer = add(library, tmp_path, text.replace("分步实施", "分年实施"), "新.txt")
    assert newer != identity
    kinds = [block.kind for block in library.get_document(newer).blocks]
    assert kinds == [block.kind for block in changed.blocks]
    back = library.correcting.choose_heading(identity, index, None)
    assert back == document


def test_facts_tell_where_they_were_found(library: LibraryService, tmp_path: Path) -> None:
    identity = add(library, tmp_path, LETTER)
    found = library.correcting.list_facts(identity)
    words = {
        fact.field: fact.span.slice(found.document.text) if fact.span else ""
        for fact in found.facts
    }
    assert words[DetailField.PLACE] == "东昌府区"
    assert words[DetailField.NUMBER] == "东政发〔2006〕9号"
    assert words[DetailField.DATE] == "二○○六年十月九日"
    assert words[DetailField.KIND] == "意见"
    assert words[DetailField.TITLE].startswith("聊城市东昌府区")
    assert found.province == "山东省"
    values = {fact.field: fact.value for fact in found.facts}
    assert values[DetailField.DATE] == "2006-10-09"
    assert not any(fact.edited for fact in found.facts)


def test_an_edited_value_is_marked_and_set_back(library: LibraryService, tmp_path: Path) -> None:
    identity = add(library, tmp_path, LETTER)
    edits = {DetailField.PLACE: "聊城", DetailField.TITLE: "聊城市规划", DetailField.ORGAN: ""}
    (record,) = library.correcting.edit([identity], edits)
    assert (record.place, record.title, record.organ) == ("聊城", "聊城市规划", "")
    assert set(record.edited) == {"place", "title", "organ"}
    document = library.get_document(identity)
    assert (document.title, document.place) == ("聊城市规划", "聊城")
    facts = {fact.field: fact for fact in library.correcting.list_facts(identity).facts}
    assert facts[DetailField.PLACE].edited
    assert facts[DetailField.PLACE].found == "东昌府"
    (back,) = library.correcting.edit([identity], dict.fromkeys(edits))
    assert back.edited == ()
    assert (back.place, back.organ) == ("东昌府", "东昌府区人民政府")


def test_several_are_edited_at_once(library: LibraryService, tmp_path: Path) -> None:
    both = [add(library, tmp_path, LETTER), add(library, tmp_path, LETTER + "印", "二.txt")]
    changed = library.correcting.edit(
        both, {DetailField.KIND: "scheme", DetailField.PERIOD: "“十二五”"}
    )
    assert [(one.kind, one.period) for one in changed] == [("scheme", "十二五")] * 2


def test_what_does_not_fit_changes_nothing(library: LibraryService, tmp_path: Path) -> None:
    identity = add(library, tmp_path, LETTER)
    before = library.list_documents()
    with pytest.raises(FieldError) as caught:
        library.correcting.edit([identity], {DetailField.PLACE: "聊城", DetailField.YEAR: "今年"})
    assert (caught.value.field, caught.value.problem) == (
        DetailField.YEAR,
        FieldProblem.NOT_A_YEAR,
    )
    assert library.list_documents() == before


def test_what_an_older_library_did_not_look_for_is_found_now(
    library: LibraryService, tmp_path: Path
) -> None:
    identity = add(library, tmp_path, LETTER)
    with open_library(tmp_path / "data" / "library.db") as database:
        set_fields(database, identity, {"date": ""}, {})
    facts = {fact.field: fact for fact in library.correcting.list_facts(identity).facts}
    assert facts[DetailField.DATE].value == "2006-10-09"
    (record,) = library.correcting.edit([identity], {DetailField.KIND: "scheme"})
    assert record.date == "2006-10-09"
    (record,) = library.correcting.edit([identity], {DetailField.DATE: ""})
    assert (record.date, "date" in record.edited) == ("", True)
    (record,) = library.correcting.edit([identity], {DetailField.KIND: "plan"})
    assert record.date == ""

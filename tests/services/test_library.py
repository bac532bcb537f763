"""The library takes files, knows them again, and gives back what it holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.helpers import hostile_readers

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Cancelled, Progress
from plandraft.io.importers.base import read_document
from plandraft.io.worker import ReaderPool
from plandraft.io.worker_limits import ReadLimits
from plandraft.services.details import DetailField
from plandraft.services.library import DocumentDetails, LibraryService, expand_paths

PLAN = """云汀市“十五五”规划
一、总体要求
推进电子政务建设，建设人才队伍。
二、保障措施
加强组织领导。"""


class Clock:
    """Tell a time that the test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the time and let a second pass."""
        self.now += timedelta(seconds=1)
        return self.now


class Recorder:
    """Remember progress, and cancel when asked."""

    def __init__(self, cancel_at: float = 2.0) -> None:
        self.shares: list[float] = []
        self._cancel_at = cancel_at

    def step(self, done: float, label: str = "") -> None:
        """Remember the share of the whole."""
        self._report(done)

    def part(self, start: float, end: float) -> Progress:
        """Return a part that reports to this one."""
        outer = self

        class Part:
            def step(self, done: float, label: str = "") -> None:
                outer._report(start + done * (end - start))

            def part(self, inner_start: float, inner_end: float) -> Progress:
                width = end - start
                return outer.part(start + inner_start * width, start + inner_end * width)

        return Part()

    def _report(self, share: float) -> None:
        self.shares.append(share)
        if share >= self._cancel_at:
            raise Cancelled


@pytest.fixture
def clock() -> Clock:
    """Return a clock."""
    return Clock()


@pytest.fixture
def service(tmp_path: Path, clock: Clock) -> LibraryService:
    """Return an empty library."""
    return LibraryService(tmp_path / "data" / "library.db", clock)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan."""
    path = tmp_path / "云汀.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_file_is_kept_as_the_importer_read_it(service: LibraryService, plan: Path) -> None:
    record = service.add_file(plan)
    assert service.get_document(record.id) == read_document(plan)
    assert (record.title, record.place, record.period) == ("云汀市“十五五”规划", "云汀", "十五五")
    assert record.path == str(plan)
    assert service.list_documents() == (record,)


def test_same_bytes_are_known_again_wherever_they_lie(
    service: LibraryService, plan: Path, tmp_path: Path
) -> None:
    first = service.add_files([plan])
    copy = tmp_path / "copy.txt"
    copy.write_bytes(plan.read_bytes())
    again = service.add_files([plan, copy])
    assert (len(first.added), len(first.known)) == (1, 0)
    assert again.added == ()
    assert again.known == first.added * 2
    assert len(service.list_documents()) == 1


def test_one_failure_does_not_stop_the_others(
    service: LibraryService, plan: Path, tmp_path: Path
) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    progress = Recorder()
    report = service.add_files([tmp_path / "无.txt", tmp_path / "空.txt", plan], progress)
    assert [record.title for record in report.added] == ["云汀市“十五五”规划"]
    assert [(path.name, error.code) for path, error in report.failed] == [
        ("无.txt", ErrorCode.FILE_MISSING),
        ("空.txt", ErrorCode.FILE_EMPTY),
    ]
    assert progress.shares == sorted(progress.shares)
    assert progress.shares[-1] == 1.0


def test_unusable_library_stops_the_import(tmp_path: Path, plan: Path) -> None:
    database = tmp_path / "library.db"
    database.write_bytes(b"no database " * 100)
    with pytest.raises(PlanError) as caught:
        LibraryService(database).add_files([plan])
    assert caught.value.code is ErrorCode.LIBRARY_DAMAGED


def test_cancelled_import_keeps_what_it_has(
    service: LibraryService, plan: Path, tmp_path: Path
) -> None:
    second = tmp_path / "乙.txt"
    second.write_text("乙市规划\n一、目标\n第二份。", encoding="utf-8")
    with pytest.raises(Cancelled):
        service.add_files([plan, second], Recorder(cancel_at=0.5))
    # What was read when the cancel came is kept as well.
    assert "云汀" in [record.place for record in service.list_documents()]


def test_removed_documents_come_back_and_go_after_a_month(
    service: LibraryService, plan: Path, clock: Clock, tmp_path: Path
) -> None:
    record = service.add_file(plan)
    assert service.remove([record.id]) == (record.id,)
    assert service.list_documents() == ()
    service.restore([record.id])
    assert service.list_documents() == (record,)
    service.remove([record.id])
    clock.now += timedelta(days=40)
    service.remove([])
    with pytest.raises(PlanError) as caught:
        service.get_document(record.id)
    assert caught.value.code is ErrorCode.DOCUMENT_GONE


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("电子政务", ["推进电子政务建设，建设人才队伍。"]),
        ("建设建设", ["推进电子政务建设，建设人才队伍。"]),
        ("人才 推进", ["推进电子政务建设，建设人才队伍。"]),
        ("组织领导", ["加强组织领导。"]),
        ("政务 组织", []),
        ("没有", []),
        ("", []),
        ("，", []),
    ],
)
def test_passages_are_found(
    service: LibraryService, plan: Path, query: str, texts: list[str]
) -> None:
    record = service.add_file(plan)
    hits = service.search_passages(query)
    assert [hit.text for hit in hits] == texts
    document = service.get_document(record.id)
    for hit in hits:
        assert hit.span.slice(document.text) == hit.text
        assert hit.document_id == record.id
        assert hit.section[1:2] == "、"


def test_folders_give_their_documents(tmp_path: Path) -> None:
    for name in ("b.docx", "a.TXT", "~$b.docx", ".hidden.txt", "c.xlsx", "sub/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    lone = tmp_path / "c.xlsx"
    found = [path.name for path in expand_paths([tmp_path, lone, tmp_path / "a.TXT"])]
    assert found == ["a.TXT", "b.docx", "d.txt", "c.xlsx"]


def test_folder_without_documents_is_told(service: LibraryService, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    report = service.add_files([tmp_path / "空"])
    assert [error.code for _, error in report.failed] == [ErrorCode.FILE_IS_FOLDER]


def test_many_files_come_in_the_order_of_their_names(
    service: LibraryService, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        path = folder / f"{number:02}.txt"
        path.write_text(
            f"第{number}市规划\n一、目标\n内容。" if number % 7 else "", encoding="utf-8"
        )
    progress = Recorder()
    report = service.add_files([folder], progress)
    assert [Path(record.path).stem for record in report.added] == [
        f"{number:02}" for number in range(40) if number % 7
    ]
    assert [path.stem for path, _ in report.failed] == ["00", "07", "14", "21", "28", "35"]
    assert progress.shares == sorted(progress.shares)


def test_copies_in_one_import_are_kept_once(service: LibraryService, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for name in "abcdef":
        (folder / f"{name}.txt").write_text(PLAN, encoding="utf-8")
    report = service.add_files([folder])
    assert (len(report.added), len(report.known)) == (1, 5)


def test_hanging_and_crashing_files_stop_no_other(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(repository)
    for name in ("0", "crash", "eat", "hang", "stumble", "zz"):
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
    limits = ReadLimits(seconds=1.0, memory=400_000_000)
    readers = ReaderPool(limits, load=hostile_readers.load, size=2)
    try:
        library = LibraryService(tmp_path / "data" / "library.db", readers=readers)
        report = library.add_files([tmp_path])
    finally:
        readers.close()
    # The reader of these tests gives all files the same digest.
    assert (len(report.added), len(report.known)) == (1, 1)
    assert [(path.stem, error.code) for path, error in report.failed] == [
        ("crash", ErrorCode.READING_CRASHED),
        ("eat", ErrorCode.READING_TOO_LARGE),
        ("hang", ErrorCode.READING_TOO_SLOW),
        ("stumble", ErrorCode.FILE_DAMAGED),
    ]


def test_cancel_stops_a_hanging_import_at_once(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(repository)
    for name in ("1", "hang"):
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
    # Without the cancel this would take an hour.
    readers = ReaderPool(ReadLimits(seconds=3600), load=hostile_readers.load, size=2)
    try:
        library = LibraryService(tmp_path / "data" / "library.db", readers=readers)
        with pytest.raises(Cancelled):
            library.add_files([tmp_path], Recorder(cancel_at=0.5))
    finally:
        readers.close()
    assert len(library.list_documents()) == 1


def test_details_are_found_kept_and_corrected(service: LibraryService, tmp_path: Path) -> None:
    path = tmp_path / "意见.txt"
    path.write_text(
        "聊城市东昌府区人民政府关于推进信息化建设的意见\n东政发〔2006〕9号\n一、目标\n“十一五”期间，建设。\n"
        "东昌府区人民政府\n二○○六年十月九日",
        encoding="utf-8",
    )
    record = service.add_file(path)
    assert record.details == DocumentDetails(
        *(
            "东昌府",
            "county",
            "十一五",
            "2006",
            "东昌府区人民政府",
            "东政发〔2006〕9号",
            "opinions",
        ),
        date="2006-10-09",
    )
    found = service.get_metadata(record.id)
    assert (found.province, found.prefecture) == ("山东省", "聊城市")
    edits = {DetailField.PLACE: "聊城", DetailField.ORGAN: "", DetailField.KIND: "plan"}
    (changed,) = service.correcting.edit([record.id], edits)
    assert service.list_documents() == (changed,)
    assert (changed.place, changed.organ, changed.kind) == ("聊城", "", "plan")
    # The same bytes again bring back nothing of what was corrected.
    assert service.add_file(path) == changed

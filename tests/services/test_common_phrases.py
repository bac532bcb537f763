"""What most plans of the library have is kept until the library changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.core.compare.test_common_phrases import PHRASE, plan

from plandraft.core.compare.common_phrases import find_common
from plandraft.services.common_phrases import CommonPhraseService
from plandraft.services.library import LibraryService
from plandraft.store.database import open_library


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def add(database: Path, folder: Path, *seeds: int) -> list[int]:
    service, made = LibraryService(database), []
    for seed in seeds:
        path = folder / f"{seed}.txt"
        path.write_text(f"第{seed}号规划\n{plan(seed)}", encoding="utf-8")
        made.append(service.add_file(path).id)
    return made


def test_they_are_found_once_and_anew_when_the_library_changes(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def counted(texts: list[str], progress: object) -> object:
        calls.append(len(texts))
        return find_common(texts)

    monkeypatch.setattr("plandraft.services.common_phrases.find_common", counted)
    identities = add(database, tmp_path, 1, 2, 3, 4)
    service = CommonPhraseService(database)
    found = service.find()
    assert (found.fresh, found.phrases.plans, calls) == (True, 4, [4])
    assert PHRASE[:8] in found.phrases.pieces
    service.keep(found)
    assert not service.find().fresh
    again = CommonPhraseService(database).find()
    assert (again.fresh, again.phrases, calls) == (False, found.phrases, [4])
    LibraryService(database).remove(identities[:1])
    fewer = service.find()
    assert (fewer.fresh, fewer.phrases.plans, fewer.phrases.pieces) == (True, 3, {})
    LibraryService(database).restore(identities[:1])
    assert service.find().phrases.plans == 4
    add(database, tmp_path, 5)
    assert service.find().phrases.plans == 5


@pytest.mark.parametrize("broken", ["[]", "{", '{"短": "f"}', '{"加强统筹协调压实": "x"}', "1"])
def test_a_broken_record_is_made_anew(database: Path, tmp_path: Path, broken: str) -> None:
    add(database, tmp_path, 1, 2, 3, 4)
    service = CommonPhraseService(database)
    found = service.find()
    service.keep(found)
    with open_library(database) as opened:
        opened.conn.execute("UPDATE common_phrases SET pieces = ?", (broken,))
        opened.conn.commit()
    again = CommonPhraseService(database).find()
    assert (again.fresh, again.phrases) == (True, found.phrases)

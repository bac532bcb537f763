"""All pairs of a set give what each pair gives alone, in place and in processes."""

from __future__ import annotations

import pytest
from tests.helpers.documents import make_document

from plandraft.core.matching.background import Background
from plandraft.core.matching.engine import find_matches
from plandraft.core.model.document import Document
from plandraft.core.model.progress import Cancelled, Progress
from plandraft.services import comparing_all
from plandraft.services.comparing_all import match_all

_SHARED = "渡口老街三十六条巷道全部完成管线入地，沿街铺面统一更换木质招牌，夜间照明远程调节。"
_OTHER = "北山果园引来滴灌管道，山脚设置冷库和分拣线，果农按手机上的墒情开关阀门。"


def _documents() -> list[Document]:
    return [
        make_document(f"云汀市老街规划\n{_SHARED}\n棉纺旧厂改成社区食堂。", place="云汀"),
        make_document(f"澜川市水乡方案\n河埠头设自行车棚。\n{_OTHER}", place="澜川"),
        make_document(f"砚溪市山城意见\n{_OTHER}\n{_SHARED}", place="砚溪"),
    ]


@pytest.mark.parametrize("threshold", [0, 10**12], ids=["processes", "in place"])
def test_all_pairs_give_what_each_gives_alone(
    threshold: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing_all, "_WORTH_A_PROCESS", threshold)
    documents = _documents()
    found = match_all(documents, Background())
    assert set(found) == {(0, 1), (0, 2), (1, 2)}
    assert found[0, 1].passages == ()
    assert len(found[0, 2].passages) == len(found[1, 2].passages) == 1
    for (left, right), matches in found.items():
        alone = find_matches(documents[left], documents[right], background=Background())
        assert matches == alone


class _StopAfter:
    """Cancel once a share of the work is done."""

    def __init__(self, share: float) -> None:
        self._share = share

    def step(self, done: float, label: str = "") -> None:
        if done > self._share:
            raise Cancelled

    def part(self, start: float, end: float) -> Progress:
        return self


@pytest.mark.parametrize("threshold", [0, 10**12], ids=["processes", "in place"])
def test_cancel_is_heard(threshold: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing_all, "_WORTH_A_PROCESS", threshold)
    with pytest.raises(Cancelled):
        match_all(_documents(), Background(), None, _StopAfter(0.9))


def test_one_document_has_no_pairs() -> None:
    assert match_all(_documents()[:1], Background()) == {}
    assert match_all([], Background()) == {}


def test_progress_goes_from_nothing_to_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing_all, "_WORTH_A_PROCESS", 0)
    seen: list[float] = []

    class Watch(_StopAfter):
        def step(self, done: float, label: str = "") -> None:
            seen.append(done)

    match_all(_documents(), Background(), None, Watch(1.0))
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1.0)

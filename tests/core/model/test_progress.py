from __future__ import annotations

from plandraft.core.model.progress import SILENT, Progress, each


class _Recorder:
    def __init__(self) -> None:
        self.steps: list[tuple[float, str]] = []

    def step(self, done: float, label: str = "") -> None:
        self.steps.append((done, label))

    def part(self, start: float, end: float) -> Progress:
        return self


def test_each_yields_all_and_reports_after_each() -> None:
    recorder = _Recorder()
    assert list(each("甲乙", 2, recorder, "读取")) == ["甲", "乙"]
    assert recorder.steps == [(0.5, "读取"), (1.0, "读取")]


def test_silent_progress_takes_everything() -> None:
    SILENT.part(0.2, 0.4).step(0.5, "随便")
    assert list(each([1], 0, SILENT)) == [1]

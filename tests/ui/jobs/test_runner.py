"""Jobs: lanes, slots, progress, cancelling, errors, closing."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from plandraft.core.model.errors import ErrorCode, PlanError
from plandraft.core.model.progress import Progress
from plandraft.ui.jobs.lanes import Lane, worker_count
from plandraft.ui.jobs.progress import REPORT_INTERVAL_SECONDS
from plandraft.ui.jobs.runner import JobRunner, JobState

MISSING = PlanError(ErrorCode.FILE_MISSING, "a.txt")


def raising(error: Exception) -> Callable[[Progress], None]:
    def work(progress: Progress) -> None:
        raise error

    return work


def nothing(result: object) -> None:
    """Take a result that nobody wants."""


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()


@pytest.fixture
def serial(qtbot: QtBot) -> Iterator[JobRunner]:
    made = JobRunner(serial=True)
    yield made
    made.close()


@pytest.fixture
def uncaught(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    found: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: found.append(error))
    return found


@pytest.mark.parametrize("lane", list(Lane))
def test_work_runs_elsewhere_and_the_result_comes_back_here(
    runner: JobRunner, qtbot: QtBot, lane: Lane
) -> None:
    threads: list[threading.Thread] = []

    def take(result: threading.Thread) -> None:
        threads.extend([result, threading.current_thread()])

    runner.submit("x", lambda progress: threading.current_thread(), lane=lane, on_done=take)
    qtbot.waitUntil(lambda: bool(threads))
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_serial_work_is_done_when_submit_returns(serial: JobRunner) -> None:
    results: list[int] = []
    serial.submit("x", lambda progress: 7, lane=Lane.COMPUTE, on_done=results.append)
    assert results == [7]
    assert not serial.is_running("x")


def test_the_library_lane_keeps_the_order(runner: JobRunner, qtbot: QtBot) -> None:
    ran: list[int] = []
    done: list[None] = []
    for number in range(20):
        runner.submit(
            f"save-{number}",
            lambda progress, number=number: ran.append(number),
            lane=Lane.LIBRARY,
            on_done=done.append,
        )
    qtbot.waitUntil(lambda: len(done) == 20)
    assert ran == list(range(20))


def test_the_lanes_leave_a_processor_to_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 8)
    assert (worker_count(Lane.LIBRARY), worker_count(Lane.COMPUTE)) == (1, 7)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert worker_count(Lane.COMPUTE) == 1


def test_a_new_job_supersedes_the_old_one(runner: JobRunner, qtbot: QtBot) -> None:
    started, release = threading.Event(), threading.Event()
    heard: list[str] = []

    def slow(progress: Progress) -> str:
        started.set()
        release.wait(5)
        return "old"

    runner.submit(
        "x",
        slow,
        lane=Lane.COMPUTE,
        on_done=heard.append,
        on_end=lambda: heard.append("end of old"),
    )
    assert started.wait(5)
    runner.submit("x", lambda progress: "new", lane=Lane.LIBRARY, on_done=heard.append)
    qtbot.waitUntil(lambda: heard == ["new"])
    release.set()
    ended: list[None] = []
    runner.submit("y", lambda progress: None, lane=Lane.COMPUTE, on_done=ended.append)
    qtbot.waitUntil(lambda: bool(ended))
    assert heard == ["new"]


def test_a_superseded_job_that_waits_never_runs(runner: JobRunner, qtbot: QtBot) -> None:
    release = threading.Event()
    ran: list[str] = []
    done: list[object] = []
    runner.submit("block", lambda progress: release.wait(5), lane=Lane.LIBRARY, on_done=nothing)
    runner.submit("x", lambda progress: ran.append("old"), lane=Lane.LIBRARY, on_done=done.append)
    runner.submit("x", lambda progress: ran.append("new"), lane=Lane.LIBRARY, on_done=done.append)
    release.set()
    qtbot.waitUntil(lambda: bool(done))
    assert ran == ["new"]
    assert len(done) == 1


def test_progress_is_passed_on_with_parts(serial: JobRunner) -> None:
    heard: list[tuple[float, str]] = []
    moments = iter(range(100))
    serial._clock = lambda: float(next(moments))

    def work(progress: Progress) -> None:
        progress.step(0.5, "读取")
        later = progress.part(0.5, 1.0)
        later.step(0.5, "匹配")
        later.part(0.5, 1.0).step(2.0, "超出")

    serial.submit(
        "x",
        work,
        lane=Lane.COMPUTE,
        on_done=nothing,
        on_progress=lambda done, label: heard.append((done, label)),
    )
    assert heard == [(0.5, "读取"), (0.75, "匹配"), (1.0, "超出")]


def test_progress_is_told_twenty_times_a_second_at_most(qtbot: QtBot) -> None:
    now = [0.0]
    heard: list[float] = []
    runner = JobRunner(serial=True, clock=lambda: now[0])

    def work(progress: Progress) -> None:
        for step in range(1001):
            progress.step(step / 1000)
            now[0] += 0.001

    runner.submit(
        "x",
        work,
        lane=Lane.COMPUTE,
        on_done=nothing,
        on_progress=lambda done, label: heard.append(done),
    )
    assert 18 <= len(heard) <= 1 / REPORT_INTERVAL_SECONDS + 2
    assert heard[-1] == 1.0, "the end is always told"


def test_a_job_with_a_title_is_told_to_the_status_bar(serial: JobRunner) -> None:
    told: list[Any] = []
    serial.job_changed.connect(told.append)
    serial.job_ended.connect(told.append)
    serial.submit(
        "x", lambda p: p.step(0.5, "一"), lane=Lane.COMPUTE, on_done=nothing, title="比对"
    )
    serial.submit("quiet", lambda p: p.step(0.5), lane=Lane.COMPUTE, on_done=nothing)
    assert told == [JobState("x", "比对", 0.0), JobState("x", "比对", 0.5, "一"), "x"]


def test_cancel_stops_at_the_next_report(runner: JobRunner, qtbot: QtBot) -> None:
    started = threading.Event()
    heard: list[str] = []

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.step(0.1)
            time.sleep(0.001)

    runner.submit(
        "x",
        work,
        lane=Lane.COMPUTE,
        on_done=lambda result: heard.append("done"),
        on_error=lambda error: heard.append("error"),
        on_end=lambda: heard.append("end"),
    )
    assert started.wait(5)
    runner.cancel("x")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["end"]
    assert not runner.is_running("x")


def test_the_result_of_a_cancelled_job_is_dropped(runner: JobRunner, qtbot: QtBot) -> None:
    release = threading.Event()
    heard: list[str] = []
    handle = runner.submit(
        "x",
        lambda progress: release.wait(5),
        lane=Lane.COMPUTE,
        on_done=lambda result: heard.append("done"),
        on_end=lambda: heard.append("end"),
    )
    handle.cancel()
    release.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["end"]


def test_a_plan_error_goes_to_its_page(serial: JobRunner, uncaught: list[BaseException]) -> None:
    heard: list[object] = []
    serial.submit(
        "x",
        raising(MISSING),
        lane=Lane.LIBRARY,
        on_done=nothing,
        on_error=heard.append,
        on_end=lambda: heard.append("end"),
    )
    assert heard == [MISSING, "end"]
    assert not uncaught


def test_a_plan_error_that_nobody_takes_is_logged(
    serial: JobRunner, caplog: pytest.LogCaptureFixture
) -> None:
    serial.submit("x", raising(MISSING), lane=Lane.LIBRARY, on_done=nothing)
    assert "a.txt" in caplog.text


@pytest.mark.parametrize("mode", ["serial", "threads"])
def test_any_other_exception_goes_to_the_crash_guard(
    qtbot: QtBot, uncaught: list[BaseException], mode: str
) -> None:
    runner = JobRunner(serial=mode == "serial")
    heard: list[object] = []
    error = RuntimeError("a bug")
    runner.submit(
        "x",
        raising(error),
        lane=Lane.COMPUTE,
        on_done=nothing,
        on_error=heard.append,
        on_end=lambda: heard.append("end"),
    )
    qtbot.waitUntil(lambda: bool(heard))
    runner.close()
    assert uncaught == [error]
    assert heard == ["end"]


def test_a_bug_in_a_dropped_job_is_logged(
    runner: JobRunner, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    started, release = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        release.wait(5)
        raise RuntimeError("late bug")

    runner.submit("x", work, lane=Lane.COMPUTE, on_done=nothing)
    assert started.wait(5)
    runner.submit("x", lambda progress: None, lane=Lane.LIBRARY, on_done=nothing)
    release.set()
    qtbot.waitUntil(lambda: "late bug" in caplog.text)


def test_a_job_may_follow_from_a_result(serial: JobRunner) -> None:
    results: list[int] = []
    serial.submit(
        "x",
        lambda progress: 1,
        lane=Lane.COMPUTE,
        on_done=lambda first: (
            results.append(first),
            serial.submit("x", lambda p: 2, lane=Lane.COMPUTE, on_done=results.append),
        ),
    )
    assert results == [1, 2]


def test_close_stops_all_and_delivers_nothing(qtbot: QtBot) -> None:
    runner = JobRunner()
    heard: list[str] = []
    started, stopped = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        try:
            while True:
                progress.step(0.0)
                time.sleep(0.001)
        finally:
            stopped.set()

    runner.submit("x", work, lane=Lane.COMPUTE, on_done=nothing, on_end=lambda: heard.append("x"))
    assert started.wait(5)
    runner.close()
    assert stopped.is_set()
    runner.submit("y", lambda p: heard.append("ran"), lane=Lane.COMPUTE, on_done=nothing)
    qtbot.wait(20)
    assert heard == []


def test_close_does_not_wait_for_work_that_does_not_listen(qtbot: QtBot) -> None:
    runner = JobRunner()
    release = threading.Event()
    runner.submit("x", lambda progress: release.wait(30), lane=Lane.COMPUTE, on_done=nothing)
    runner.close(seconds=0.05)
    assert not release.is_set()
    release.set()

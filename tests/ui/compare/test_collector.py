"""The collector rests for a while, and is left as it was found."""

from __future__ import annotations

import gc

import pytest

from plandraft.ui.compare.collector import collector_paused


def test_it_runs_again_even_after_an_error() -> None:
    assert gc.isenabled()
    seen = []

    def fail() -> None:
        with collector_paused():
            seen.append(gc.isenabled())
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert seen == [False]
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

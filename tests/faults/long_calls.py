"""Each single call that an export makes fails or is the last one, also in worker processes."""

from __future__ import annotations

import pytest

from tests.faults.calls import FAULTS, Bench, loop, loop_of_editors, loop_of_strangers


@pytest.mark.parametrize("name", FAULTS)
def test_every_call(bench: Bench, name: str) -> None:
    assert loop(bench, FAULTS[name]) > 40


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if not fault.replaces])
def test_calls_with_worker_processes(bench: Bench, name: str) -> None:
    assert loop(bench, FAULTS[name], stride=5, workers=2) > 40


def test_no_edit_is_lost(bench: Bench) -> None:
    assert loop_of_editors(bench) > 40


def test_nothing_of_any_killed_export_stays(bench: Bench) -> None:
    assert loop_of_strangers(bench) > 40

"""Some of the calls that an export makes fail; ``long_calls.py`` tries all of them."""

from __future__ import annotations

import shutil

import pytest

from tests.faults.calls import FAULTS, Bench, loop, loop_of_editors, loop_of_strangers


def test_the_shim_sees_what_would_change_a_source(bench: Bench) -> None:
    shutil.rmtree(bench.out, ignore_errors=True)
    bench.levers.set(bench.dataset, sources=bench.out)
    ended = bench.server.export(bench.dataset, bench.out)
    assert bench.levers.trespasses > 0
    assert "Operation not permitted" in ended.text


@pytest.mark.parametrize("name", FAULTS)
def test_calls_that_fail_or_are_the_last(bench: Bench, name: str) -> None:
    assert loop(bench, FAULTS[name], stride=11) > 40


def test_nothing_of_a_killed_export_stays_in_the_next_one(bench: Bench) -> None:
    assert loop_of_strangers(bench, stride=8) > 40


def test_no_edit_is_lost_between_a_kill_and_the_next_run(bench: Bench) -> None:
    assert loop_of_editors(bench, stride=17) > 40

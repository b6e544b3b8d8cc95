"""Memory shared out among workers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from augstudio.export.engines.budget import Budget


def granted(budget: Budget) -> list[object]:
    return list(budget.granted())


def test_small_pictures_never_wait() -> None:
    budget = Budget(100, 4)
    assert budget.share == 12
    for worker in range(4):
        assert budget.open
        budget.begin(worker)
    assert granted(budget) == []
    assert Budget(1 << 40, 4).share == 64 << 20


def test_larger_ones_fit_beside_small_ones_or_wait_in_turn() -> None:
    budget = Budget(100, 4)
    for worker in range(4):
        budget.begin(worker)
    budget.ask(0, wanted=60, held=5)
    assert granted(budget) == [0]
    assert (budget.held(0), budget.held(1)) == (60, 12)
    budget.ask(1, wanted=50, held=3)
    budget.ask(2, wanted=13, held=3)  # would fit, but came later
    assert granted(budget) == []
    assert [budget.waits(worker) for worker in range(4)] == [False, True, True, False]
    assert not budget.open
    budget.end(0)
    assert granted(budget) == [1, 2]


def test_one_that_is_larger_than_all_goes_through_alone() -> None:
    budget = Budget(100, 4)
    budget.begin(0)
    budget.begin(1)
    budget.ask(0, wanted=500, held=40)
    assert granted(budget) == []
    budget.end(1)
    assert granted(budget) == [0]
    assert not budget.open
    budget.end(0)
    assert budget.open


def test_one_that_is_gone_waits_no_longer() -> None:
    budget = Budget(100, 2)
    budget.begin(0)
    budget.begin(1)
    budget.ask(0, wanted=500, held=1)
    budget.end(0)
    assert budget.open
    assert granted(budget) == []


@given(st.integers(1, 6), st.integers(1, 400), st.lists(st.integers(1, 300), max_size=40), st.data())
def test_all_are_served_and_no_two_exceed_the_budget(
    workers: int, total: int, needs: list[int], data: st.DataObject
) -> None:
    """Whatever the workers do and in whichever order, the last picture is done in the end."""
    budget, left = Budget(total, workers), list(needs)
    idle, working, waiting = list(range(workers)), dict[int, int](), dict[int, int]()
    while left or working or waiting:
        while left and idle and budget.open:
            worker, need = idle.pop(), left.pop()
            budget.begin(worker)
            if need > budget.share:
                budget.ask(worker, need, held=0)
                waiting[worker] = need
            else:
                working[worker] = need
        for served in budget.granted():
            assert isinstance(served, int)
            working[served] = waiting.pop(served)
        assert working, "nobody works, nobody ever will"
        assert sum(working.values()) <= total or len(working) == 1
        finished = data.draw(st.sampled_from(sorted(working)))
        del working[finished]
        budget.end(finished)
        idle.append(finished)

"""Attributes that are computed once, and for each object by itself."""

from __future__ import annotations

import threading

from augstudio.core.cached import cached_property
from tests.patience import WAIT_MS


class Place:
    def __init__(self, answers: threading.Event) -> None:
        self.asked = threading.Event()
        self.count = 0
        self._answers = answers

    @cached_property
    def listed(self) -> int:
        """What lies there."""
        self.asked.set()
        assert self._answers.wait(WAIT_MS / 1000)
        self.count += 1
        return self.count


def test_it_is_computed_once() -> None:
    answers = threading.Event()
    answers.set()
    place = Place(answers)
    assert (place.listed, place.listed, place.count) == (1, 1, 1)
    del place.listed
    assert place.listed == 2
    assert Place.listed.__doc__ == "What lies there."


def test_one_that_does_not_answer_holds_up_no_other() -> None:
    answers, at_once, other = threading.Event(), threading.Event(), threading.Event()
    hanging = Place(answers)
    thread = threading.Thread(target=lambda: hanging.listed, daemon=True)
    thread.start()
    assert hanging.asked.wait(WAIT_MS / 1000)
    at_once.set()

    def ask() -> None:
        assert Place(at_once).listed == 1
        other.set()

    threading.Thread(target=ask, daemon=True).start()
    assert other.wait(WAIT_MS / 1000), "it waits for the other place"
    answers.set()
    thread.join(WAIT_MS / 1000)
    assert hanging.count == 1

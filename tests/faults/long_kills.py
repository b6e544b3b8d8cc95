"""50 programs and workers are killed at random times."""

from __future__ import annotations

import pytest

from tests.faults.kills import VICTIMS, Ground, kill_rounds


@pytest.mark.parametrize("victim", VICTIMS)
def test_fifty_that_are_killed(ground: Ground, victim: str) -> None:
    kill_rounds(ground, victim, 50)

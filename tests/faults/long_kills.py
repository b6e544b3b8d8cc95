"""50 programs and workers are killed at random times."""

from __future__ import annotations

import pytest

from tests.faults.kills import VICTIMS, Ground, killed_and_mended


@pytest.mark.parametrize("victim", VICTIMS)
def test_fifty_that_are_killed(ground: Ground, victim: str) -> None:
    assert killed_and_mended(ground, victim, 50) == 50

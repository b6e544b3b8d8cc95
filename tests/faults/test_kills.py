"""A few programs and workers are killed at random times; ``long_kills.py`` kills 50 of each."""

from __future__ import annotations

import pytest

from tests.faults.kills import Ground, kill_rounds


@pytest.mark.parametrize("victim", ["all", "asked"])
def test_one_that_is_killed(ground: Ground, victim: str) -> None:
    kill_rounds(ground, victim, 1)

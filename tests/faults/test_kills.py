"""A few programs and workers are killed at random times; ``long_kills.py`` kills 50 of each."""

from __future__ import annotations

import pytest

from tests.faults.kills import Ground, killed_and_mended


@pytest.mark.parametrize("victim", ["all", "asked"])
def test_one_that_is_killed(ground: Ground, victim: str) -> None:
    assert killed_and_mended(ground, victim, 1) == 1

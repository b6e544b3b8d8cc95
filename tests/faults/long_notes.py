"""Odd notes in picture files, for many rounds."""

from __future__ import annotations

import pytest

from tests.images.notes import ODD
from tests.images.test_notes import check_rounds


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("seed", range(1, 11))
def test_odd_notes_cost_no_picture(kind: str, seed: int) -> None:
    check_rounds(kind, seed, 3000)

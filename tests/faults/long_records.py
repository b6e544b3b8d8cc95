"""Records damaged at random, for many rounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.record_rounds import check_records
from tests.faults.records import whole_export


@pytest.mark.parametrize("seed", range(1, 11))
def test_damage_is_found_and_mended_or_refused(tmp_path: Path, seed: int) -> None:
    assert check_records(whole_export(tmp_path / "whole"), tmp_path / "work", seed, 1000) > 900

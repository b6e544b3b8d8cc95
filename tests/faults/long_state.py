"""Odd settings, kept work and pipeline files, for many rounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.odd_state import check_kept_work, check_pipeline_files, check_settings


@pytest.mark.parametrize("seed", range(1, 11))
def test_odd_settings_are_read(tmp_path: Path, seed: int) -> None:
    check_settings(tmp_path, seed, 1000)


@pytest.mark.parametrize("seed", range(1, 11))
def test_odd_kept_work_is_read_or_refused(seed: int) -> None:
    check_kept_work(seed, 5000)


@pytest.mark.parametrize("seed", range(1, 11))
def test_odd_pipeline_files_are_read_or_refused(tmp_path: Path, seed: int) -> None:
    check_pipeline_files(tmp_path, seed, 5000)

"""What all tests of exports share."""

from __future__ import annotations

import pytest

from augstudio.export import run


@pytest.fixture(autouse=True)
def little_work_is_done_by_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a test asks for workers, it is about them: its few pictures are not begun in this process."""
    monkeypatch.setattr(run, "_FEW_SECONDS", 0.0)

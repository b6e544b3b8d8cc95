"""A user is told before an export what its splits have in common, also those that it will make."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from augstudio.insights import fingerprints
from augstudio.ui.export_panel.dialog import ExportDialog
from augstudio.ui.main_window import MainWindow
from tests.commands import told
from tests.e2e.test_estimate import notes, opened
from tests.folders import encoded, write_files
from tests.insights.test_leaks import smooth
from tests.windows import WAIT_MS, MakeWindow

_SERIES = "series of names"


@pytest.fixture
def films(tmp_path: Path) -> Path:
    """Three films of four pictures each, in no splits."""
    files = {
        f"a/clip{film}_{number:03}.png": encoded(smooth(film) // (1 + number // 2), "PNG")
        for film in range(3)
        for number in range(4)
    }
    return write_files(tmp_path / "films", files)


def settled(qtbot: QtBot, window: MainWindow, dialog: ExportDialog) -> str:
    """What is noted once nothing is looked at any more."""
    watch = window.exporting.leaks
    qtbot.waitUntil(lambda: dialog._found is not None and watch._call._latest is None, timeout=WAIT_MS)
    return notes(dialog)


def files_named(lines: Iterator[str]) -> set[str]:
    """The first pictures of what is listed."""
    parts = (line.strip() for line in lines)
    return {part.partition(" ")[0].rstrip(":,") for part in parts if part.startswith("a/clip")}


def test_the_dialog_says_of_a_planned_division_what_a_dry_run_says(
    qtbot: QtBot, open_window: MakeWindow, films: Path, tmp_path: Path
) -> None:
    window = open_window(films)
    dialog = opened(qtbot, window, tmp_path / "out")
    assert _SERIES not in settled(qtbot, window, dialog)
    dialog.form.division.choose("50/50", "image", stratify=False)
    said = settled(qtbot, window, dialog)
    seed = str(window.session.seed)
    dry = told("export", films, tmp_path / "out", "--dry-run", "--divide", "50/50", "--seed", seed).stderr
    (line,) = [line for line in dry.splitlines() if _SERIES in line]
    assert line.partition(": ")[2] in said
    assert "an export can divide by name" in said
    assert "(nearly-same-picture)" in dry
    assert "nearly one of another split" in said
    listed = files_named(line for line in dry.splitlines() if line.startswith("    a/"))
    assert listed == files_named(iter(said.splitlines()))
    dialog.form.division.choose("50/50", "name", stratify=False)
    kept = settled(qtbot, window, dialog)
    assert _SERIES not in kept
    assert "nearly one of another split" not in kept
    dialog.reject()


def test_pictures_are_looked_at_once_for_all_divisions(
    qtbot: QtBot, open_window: MakeWindow, films: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(films)
    dialog = opened(qtbot, window, tmp_path / "out")
    dialog.form.division.choose("50/50", "image", stratify=False)
    before = settled(qtbot, window, dialog)
    assert _SERIES in before

    def refuse(*_: object) -> None:
        raise AssertionError("a picture is decoded again")

    monkeypatch.setattr(fingerprints, "decode_small", refuse)
    dialog.form.copies.setValue(1)
    assert settled(qtbot, window, dialog) == before
    dialog.form.division.choose("75/25", "image", stratify=False)
    assert _SERIES in settled(qtbot, window, dialog)
    dialog.reject()


def test_notes_of_one_dataset_are_gone_with_it(
    qtbot: QtBot, open_window: MakeWindow, films: Path, tmp_path: Path, dataset: Path
) -> None:
    window = open_window(films)
    dialog = opened(qtbot, window, tmp_path / "out")
    dialog.form.division.choose("50/50", "image", stratify=False)
    assert _SERIES in settled(qtbot, window, dialog)
    window.documents.open_path(dataset)
    qtbot.waitUntil(lambda: _SERIES not in notes(dialog), timeout=WAIT_MS)
    dialog.reject()

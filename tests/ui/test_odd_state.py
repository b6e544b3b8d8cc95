"""Whatever the program's own files hold, it starts, and nothing of the user's is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from augstudio.errors import PipelineError
from augstudio.pipelines import Pipeline
from augstudio.presets import PresetFolder
from augstudio.transforms import Rotate
from augstudio.ui.autosave import Autosave
from augstudio.ui.make_window import make_window
from augstudio.ui.session import Session
from augstudio.ui.state import State
from tests.ui.odd_state import check_kept_work, check_pipeline_files, check_settings
from tests.windows import WAIT_MS, settle, wait_opened

POSIX = pytest.mark.skipif(os.name == "nt", reason="pipes and permissions are POSIX's")


def test_settings_of_any_type_are_read(tmp_path: Path) -> None:
    check_settings(tmp_path, 0, 60)


def test_kept_work_of_any_kind_is_read_or_refused() -> None:
    check_kept_work(0, 600)


def test_pipeline_files_of_any_kind_are_read_or_refused(tmp_path: Path) -> None:
    check_pipeline_files(tmp_path, 0, 600)


HOSTILE: dict[str, dict[str, Any]] = {
    "numbers": {
        "seed": "9" * 5000,
        "copy": "99999999999",
        "recent": 7,
        "dataset": 3,
        "geometry": "x",
        "key": 1,
    },
    "paths": {
        "dataset": "x" * 9000,
        "recent": ["", "\0", "y" * 100_000, 5, ["z"]],
        "sources": ["a", 1, "\0"],
    },
    "places": {
        "geometry": QByteArray(b"\x01\xd9\xd0\xcb" + b"\xff" * 60),
        "splitter": QByteArray(b"\xff" * 40),
    },
    "texts": {
        "pipeline": "[" * 50_000,
        "snapshot": "{" * 9,
        "snapshot_name": "\x1b[2J" * 10_000,
        "view": "none",
    },
}


@pytest.mark.parametrize("values", HOSTILE.values(), ids=HOSTILE)
def test_the_window_opens_whatever_the_settings_hold(
    qtbot: QtBot, state: State, dataset: Path, values: dict[str, Any]
) -> None:
    for key, value in values.items():
        state._settings.setValue(key, value)
    window = make_window(state, None, None)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.session.sample is not None, timeout=WAIT_MS)
    settle(qtbot, window)
    assert window.preview.isVisible()
    assert window.preview.width() > 100
    window.documents.open_dataset(dataset)
    wait_opened(qtbot, window)
    assert window.session.dataset is not None
    assert window.session.dataset.root == dataset, "and it works"
    settle(qtbot, window)


# -- files that are none -------------------------------------------------------------------------------


def spoil(file: Path, kind: str) -> None:
    """Put something into the place of a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
        (file / "mine.txt").write_text("mine")
    elif kind == "link":
        file.symlink_to(file.parent / "nowhere")
    elif kind == "unreadable":
        file.write_text(Pipeline.default().to_json())
        file.chmod(0)
    elif kind == "large":
        with file.open("wb") as stream:
            stream.truncate(3_000_000_000)
    else:
        file.write_bytes(
            {"binary": b"\0\xff\x89PNG" * 99, "deep": b"[" * 99_999, "3 MB": b'"' + b"x" * 3_000_000}[kind]
        )


def state_of(file: Path) -> tuple[int, int, int]:
    found = file.lstat()
    return found.st_ino, found.st_mode, found.st_size


KINDS = ["pipe", "folder", "link", "unreadable", "large", "binary", "deep", "3 MB"]


@POSIX
@pytest.mark.parametrize("kind", KINDS)
def test_kept_work_that_cannot_be_read_is_put_aside(qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    spoil(tmp_path / "work-1.json", kind)
    before = state_of(tmp_path / "work-1.json")
    autosave = Autosave(Session(), tmp_path)
    if kind == "unreadable" and os.access(tmp_path / "work-1.json", os.R_OK):
        pytest.skip("nothing is unreadable for this user")
    assert autosave.take_over() is None
    assert autosave.put_aside == (tmp_path / "unreadable-1.json",)
    assert state_of(tmp_path / "unreadable-1.json") == before
    autosave.write()
    assert autosave._file is not None
    assert autosave._file.is_file(), "the work is kept beside it"
    autosave.close()
    assert [file.name for file in tmp_path.iterdir()] == ["unreadable-1.json"]


@POSIX
def test_work_is_taken_over_past_files_that_are_none(qtbot: QtBot, tmp_path: Path) -> None:
    first = Autosave(Session(), tmp_path)
    first.take_over()
    first._session.edit_pipeline(Pipeline.of((Rotate(),)), "edit")
    first.write()
    first._let_go()  # as if the process had ended
    for number, kind in enumerate(("pipe", "folder", "link", "binary"), start=2):
        spoil(tmp_path / f"work-{number}.json", kind)
    os.mkfifo(tmp_path / "work-7.lock")
    spoil(tmp_path / "work-7.json", "binary")
    again = Autosave(Session(), tmp_path)
    work = again.take_over()
    assert work is not None
    assert work.pipeline == Pipeline.of((Rotate(),))
    again.close()


@POSIX
@pytest.mark.parametrize("kind", KINDS)
def test_own_presets_that_cannot_be_read_are_listed_and_left(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "Mine.json"
    spoil(file, kind)
    if kind == "unreadable" and os.access(file, os.R_OK):
        pytest.skip("nothing is unreadable for this user")
    before = state_of(file)
    folder = PresetFolder(tmp_path)
    (preset,) = folder.presets()
    with pytest.raises(PipelineError) as refused:
        preset.load()
    assert len(str(refused.value)) < 500
    for title in ("Mine", "mine"):
        with pytest.raises(PipelineError, match="cannot be read; choose another name, or delete it first"):
            folder.save(title, Pipeline.default())
    assert state_of(file) == before


def test_a_place_for_presets_that_is_a_file_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "presets"
    file.write_text("mine")
    assert PresetFolder(file).presets() == ()
    with pytest.raises(PipelineError, match="cannot be made"):
        PresetFolder(file).save("Mine", Pipeline.default())
    assert file.read_text() == "mine"


_START = """
import os, sys
from PySide6.QtWidgets import QApplication
from augstudio.ui.make_window import make_window
from augstudio.ui.state import State
application = QApplication([])
state = State()
window = make_window(state, None, None)
window.show()
notice = window.notice
said = [shown.text for shown in (notice._shown, *notice._waiting) if shown]
print([file.name for file in state.unusable], sum("left untouched" in text for text in said))
window.session.set_seed(7)
window.close()
state._settings.sync()
print(State().seed)
"""


@POSIX
@pytest.mark.parametrize("kind", ["pipe", "large", None])
def test_the_program_starts_whatever_lies_in_the_place_of_its_settings(
    tmp_path: Path, kind: str | None
) -> None:
    if sys.platform == "darwin":
        pytest.skip("the system keeps the settings there")
    file = tmp_path / "AugStudio" / "AugStudio.conf"
    if kind is not None:
        spoil(file, kind)
    before = state_of(file) if kind is not None else None
    places = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    started = subprocess.run(
        [sys.executable, "-c", _START],
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert started.returncode == 0, started.stderr
    named = [] if kind is None else ["AugStudio.conf"]
    assert started.stdout.splitlines() == [f"{named} {len(named)}", "7"]
    assert before is None or state_of(file) == before

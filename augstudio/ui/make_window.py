"""Builds the window around what was last worked on."""

from __future__ import annotations

from pathlib import Path

from augstudio.ui.first_paint import FirstPaint
from augstudio.ui.main_window import MainWindow
from augstudio.ui.session import Session
from augstudio.ui.state import State


def make_window(
    state: State,
    dataset: Path | None,
    pipeline: Path | None,
    *,
    recover: bool = True,
    paints_first: bool = False,
) -> MainWindow:
    """Build the window with what is named, else with the last dataset, else with the sample.

    Work that a crash has left is taken up again, unless ``recover`` is false. Where ``paints_first`` is true,
    nothing is looked at on a drive before the window was painted.
    """
    window = MainWindow(Session(), state)
    if paints_first:
        _hold_until_painted(window)
    left = window.autosave.take_over() if recover else None
    last, key = (left.dataset, left.key) if left and left.dataset else (state.last_dataset, state.last_key)
    if dataset is not None:
        window.documents.open_named(dataset, last, key)
    else:
        window.documents.open_last(last, key)
    if pipeline is not None:
        window.pipelines.open_pipeline(pipeline)
    if left is not None:
        names_pipeline = dataset is not None and dataset.suffix.lower() == ".json"
        window.pipelines.restore(left, ask=pipeline is not None or names_pipeline)
    window.pipelines.say_left_alone((*state.unusable, *window.autosave.put_aside))
    window.autosave.start()
    if recover:
        window.exporting.look_for_unfinished()
    window.dataset_panel.view.setFocus()
    return window


def _hold_until_painted(window: MainWindow) -> None:
    painted = FirstPaint(window)
    for opener in (window.documents.opener, window.pipelines.opener):
        opener.hold()
        painted.passed.connect(opener.release)

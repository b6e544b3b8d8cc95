"""Where dialogs for files and folders begin: near what is open, else at home, never inside the program."""

from __future__ import annotations

from pathlib import Path

from augstudio.assets import labelled_sample, sample_dataset
from augstudio.ui.session import Session
from augstudio.ui.state import State


def datasets_folder(session: Session, state: State) -> Path:
    """Where a dataset is looked for: beside the one that is open, or was open last."""
    own = None if session.dataset is None else session.dataset.root
    if own is not None and own not in (sample_dataset(), labelled_sample()):
        return own.parent
    return Path(state.recent[0]).parent if state.recent else Path.home()


def pipelines_folder(session: Session, state: State) -> Path:
    """Where a pipeline's file is looked for: beside the one that is open, or was open last."""
    files = [session.pipeline_file] if session.pipeline_file else state.recent_pipelines
    return Path(files[0]).parent if files else Path.home()

"""The pipeline that a command is given."""

from __future__ import annotations

from pathlib import Path

from augstudio.pipelines import Pipeline


def loaded(file: Path | None) -> Pipeline:
    """The pipeline of a file, or the default one.

    Raises:
        PipelineError: The file is not a valid pipeline.
    """
    return Pipeline.default() if file is None else Pipeline.load(file)

"""Steps that mix pictures, which cannot be done while training, where each picture comes alone."""

from __future__ import annotations

from augstudio.core.mixing import Mixing
from augstudio.core.pipeline import Pipeline
from augstudio.core.text import quoted
from augstudio.errors import PipelineError


def refuse_mixing(pipeline: Pipeline) -> None:
    """Accept a pipeline whose steps need no other pictures.

    Raises:
        PipelineError: A step mixes pictures.
        TypeError: It is no pipeline.
    """
    if not isinstance(pipeline, Pipeline):
        raise TypeError(f"a Pipeline is needed, got {quoted(pipeline)}: Pipeline.load reads one from a file")
    mixing = [step.name for step in pipeline.switched_on() if isinstance(step.transform, Mixing)]
    if mixing:
        raise PipelineError(
            "{0} mixes pictures, which cannot be done while training: export, or mix batches there",
            mixing[0],
        )

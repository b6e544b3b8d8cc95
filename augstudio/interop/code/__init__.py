"""Pipelines as code: complete scripts for other libraries."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # what writes code is imported when some is written
    from augstudio.core.pipeline import Pipeline
    from augstudio.interop.code.script import Script


class Target(StrEnum):
    """What a script is written for."""

    ALBUMENTATIONS = "albumentations"
    TORCHVISION = "torchvision"
    KERAS = "keras"
    TENSORFLOW = "tensorflow"
    SCIKIT_IMAGE = "scikit-image"
    NUMPY = "numpy"

    @property
    def label(self) -> str:
        """The library's name as it writes it itself."""
        return _TITLES[self]


_TITLES: Final[dict[Target, str]] = {
    Target.ALBUMENTATIONS: "Albumentations",
    Target.TORCHVISION: "torchvision",
    Target.KERAS: "Keras",
    Target.TENSORFLOW: "TensorFlow",
    Target.SCIKIT_IMAGE: "scikit-image",
    Target.NUMPY: "NumPy",
}


def as_code(pipeline: Pipeline, target: Target, name: str) -> Script:
    """A script that does what a pipeline does.

    Args:
        pipeline: The pipeline.
        target: What the script uses.
        name: What the pipeline is called in it.

    Returns:
        The script, laid out in lines of at most 100 signs, and what became of each step. Its function
        ``augment(image, seed)`` takes and gives ``(H, W, 3)`` uint8; run as a program it reads and writes
        files.
    """
    from augstudio.interop.code.script import assembled
    from augstudio.interop.code.tree import tree
    from augstudio.interop.code.writers import WRITERS

    about, write = WRITERS[target]
    return assembled(about, write(tree(pipeline.steps), pipeline.padding), pipeline.padding, name)

"""What writes a pipeline as a script for each library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from augstudio.core.padding import Padding
from augstudio.core.pipeline import Pipeline
from augstudio.interop.code import (
    to_albumentations,
    to_keras,
    to_numpy,
    to_scikit_image,
    to_tensorflow,
    to_torchvision,
)
from augstudio.interop.code.script import About, Body, Script, assembled
from augstudio.interop.code.target import Target
from augstudio.interop.code.tree import Node, tree

Write = Callable[[Sequence[Node], Padding], Body]

WRITERS: Final[dict[Target, tuple[About, Write]]] = {
    Target.ALBUMENTATIONS: (to_albumentations.ABOUT, to_albumentations.write),
    Target.TORCHVISION: (to_torchvision.ABOUT, to_torchvision.write),
    Target.KERAS: (to_keras.ABOUT, to_keras.write),
    Target.TENSORFLOW: (to_tensorflow.ABOUT, lambda nodes, padding: to_tensorflow.write(nodes)),
    Target.SCIKIT_IMAGE: (to_scikit_image.ABOUT, lambda nodes, padding: to_scikit_image.write(nodes)),
    Target.NUMPY: (to_numpy.ABOUT, lambda nodes, padding: to_numpy.write(nodes)),
}
"""What is said about a library, and what writes the steps for it."""


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
    about, write = WRITERS[target]
    return assembled(about, write(tree(pipeline.steps), pipeline.padding), pipeline.padding, name)

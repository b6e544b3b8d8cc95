"""What writes scripts for each library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from augstudio.core.padding import Padding
from augstudio.interop.code import (
    Target,
    to_albumentations,
    to_keras,
    to_numpy,
    to_scikit_image,
    to_tensorflow,
    to_torchvision,
)
from augstudio.interop.code.script import About, Body
from augstudio.interop.code.tree import Node

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

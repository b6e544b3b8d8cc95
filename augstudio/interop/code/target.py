"""The libraries that a pipeline can be written for; what writes is imported when something is written."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


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

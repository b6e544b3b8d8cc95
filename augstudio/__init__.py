"""AugStudio: see image augmentation before you pay for it. This package imports no Qt.

>>> import augstudio
>>> pipeline = augstudio.Pipeline.load("pipeline.json")    # doctest: +SKIP
>>> result = pipeline(image, seed=0, copy=1, key="cat/7.jpg")    # doctest: +SKIP
"""

from __future__ import annotations

__version__ = "0.1.0"

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.pipeline import Step
from augstudio.datasets.image_folder import ImageFolder
from augstudio.errors import AugStudioError, DatasetError, ExportError, ImageError, PipelineError
from augstudio.library import Pipeline
from augstudio.transforms import (
    GaussianNoise,
    HorizontalFlip,
    QuarterTurn,
    RandomCrop,
    Rotate,
    SaltAndPepper,
    Scale,
    Translate,
    VerticalFlip,
)

__all__ = [
    "AugStudioError",
    "DatasetError",
    "ExportError",
    "GaussianNoise",
    "HorizontalFlip",
    "ImageError",
    "ImageFolder",
    "Padding",
    "PaddingMode",
    "Pipeline",
    "PipelineError",
    "QuarterTurn",
    "RandomCrop",
    "Range",
    "Rotate",
    "SaltAndPepper",
    "Scale",
    "Step",
    "Translate",
    "VerticalFlip",
    "__version__",
]

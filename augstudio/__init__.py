"""AugStudio: see image augmentation before you pay for it. This package imports no Qt.

>>> import augstudio
>>> pipeline = augstudio.Pipeline.load("pipeline.json")    # doctest: +SKIP
>>> result = pipeline(image, seed=0, copy=1, key="cat/7.jpg")    # doctest: +SKIP
>>> result, labels = pipeline.sample(image, labels, seed=0, copy=1, key="cat/7.jpg")    # doctest: +SKIP
"""

from __future__ import annotations

from augstudio.search_path import leave_current_folder, runs_as_program

if runs_as_program():
    leave_current_folder()

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from augstudio.core.label_policy import LabelPolicy
    from augstudio.core.labels import (
        Bitmap,
        Box,
        Categories,
        Category,
        Instance,
        Keypoints,
        Labels,
        OrientedBox,
        Outline,
        SemanticMask,
        Tags,
    )
    from augstudio.core.padding import Padding, PaddingMode
    from augstudio.core.parameters import IntRange, Range
    from augstudio.core.step import Step
    from augstudio.datasets.image_folder import ImageFolder
    from augstudio.errors import AugStudioError, DatasetError, ExportError, ImageError, PipelineError
    from augstudio.pipelines import Pipeline
    from augstudio.transforms import *  # noqa: F403

# Where the public names live; the first module that has a name counts.
_HOMES = (
    "errors",
    "pipelines",
    "core.label_policy",
    "core.labels",
    "core.padding",
    "core.parameters",
    "core.step",
    "datasets.image_folder",
)

__all__ = [
    "AugStudioError",
    "Bitmap",
    "Box",
    "Categories",
    "Category",
    "DatasetError",
    "ExportError",
    "ImageError",
    "ImageFolder",
    "Instance",
    "IntRange",
    "Keypoints",
    "LabelPolicy",
    "Labels",
    "OrientedBox",
    "Outline",
    "Padding",
    "PaddingMode",
    "Pipeline",
    "PipelineError",
    "Range",
    "SemanticMask",
    "Step",
    "Tags",
    "__version__",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that the program listens to Ctrl+C at once.

    Besides those in ``__all__`` these are the transforms of the catalogue, each under the name of its class.
    """
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = import_module(f"{__name__}.transforms").class_named(name)
    for home in () if value is not None or name not in __all__ else _HOMES:
        module = import_module(f"{__name__}.{home}")
        if hasattr(module, name):
            value = getattr(module, name)
            break
    if value is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """All public names, also those not used yet."""
    return sorted({*globals(), *__all__, *_transforms()})


def _transforms() -> set[str]:
    return {kind.__name__ for kind in import_module(f"{__name__}.transforms").CATALOGUE}

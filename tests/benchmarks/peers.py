"""A change to a picture as AugStudio, Albumentations and torchvision v2 make it, ready to be timed."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np

import augstudio.transforms  # noqa: F401  (registers the catalogue)
from augstudio.core.image import Image, size_of
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.pipeline import Pipeline
from augstudio.core.transform import transform_named
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve, resolve_recorded
from tests.benchmarks.timing import Way

REFLECT = Padding(mode=PaddingMode.REFLECT)
BLACK = Padding(mode=PaddingMode.CONSTANT)
# What every call needs and no reader wants to see.
_UNSAID = ("p", "border_mode", "interpolation", "seed")


def _as_array(made: Any) -> Image:
    return np.asarray(made, np.uint8)


@dataclass(frozen=True)
class Peer:
    """A transform with its parameters.

    Attributes:
        text: Its name and parameters.
        bound: Everything that may be made ready before: from a picture to a call without arguments.
        pixels: From what that call gives to a picture.
        module: Package that must be installed for it.
    """

    text: str
    bound: Callable[[Image], Way]
    pixels: Callable[[Any], Image] = _as_array
    module: str = "augstudio"


@dataclass(frozen=True)
class Pair:
    """The same thing there and here.

    Attributes:
        there: The other library's.
        here: Ours.
        why: Why the results differ.
    """

    there: Peer
    here: Peer
    why: str = ""


def ours(
    name: str,
    shown: str | None = None,
    *,
    padding: Padding = REFLECT,
    options: Mapping[str, Any] | None = None,
    **draw: Any,
) -> Peer:
    """A step of ours.

    Args:
        name: Of the transform.
        shown: Parameters for the reader; by default what was drawn and the options.
        padding: Of the pipeline.
        options: Fields of the transform that are not drawn.
        **draw: What it shall have drawn.
    """
    pipeline = Pipeline.of([transform_named(name)(**(options or {}))], padding)
    draws = [{"id": 1, "transform": name, "draw": draw}]

    def bound(image: Image) -> Way:
        return lambda: render(image, resolve_recorded(pipeline, size_of(image), draws))

    said = {key: value for key, value in draw.items() if not key.endswith("_seed")} | dict(options or {})
    return Peer(f"`{name}` {_listed(said) if shown is None else shown}".strip(), bound)


def ours_by_default(name: str, seed: int) -> Peer:
    """A step of ours with its own ranges."""
    pipeline = Pipeline.of([transform_named(name)()], REFLECT)

    def bound(image: Image) -> Way:
        return lambda: render(image, resolve(pipeline, size_of(image), seed=seed, key="", copy=1))

    return Peer(f"`{name}`", bound)


@cache
def albumentations() -> Any:
    """The module."""
    os.environ.setdefault("NO_ALBUMENTATIONS_UPDATE", "1")
    import albumentations as module  # type: ignore[import-not-found, unused-ignore]

    return module


@cache
def torchvision() -> Any:
    """The module with ``transforms.v2`` loaded, on one thread.

    Its compiled operators serve detection and files and are not needed here. Where they cannot be loaded (a
    build for graphics cards on a machine without), the package refuses to be imported as long as it registers
    shapes for them; that is left out.
    """
    torch = importlib.import_module("torch")
    torch.set_num_threads(1)
    operators = vars(torch)["library"]
    registering = operators.register_fake
    operators.register_fake = lambda *_args, **_options: lambda function: function
    try:
        import torchvision as module  # type: ignore[import-not-found, unused-ignore]
        import torchvision.transforms.v2  # type: ignore[import-not-found, unused-ignore]
    finally:
        operators.register_fake = registering
    return module


def theirs_a(
    name: str, shown: str | None = None, given: Mapping[str, Any] | None = None, **options: Any
) -> Peer:
    """A transform of Albumentations.

    Args:
        name: Of the class.
        shown: Parameters for the reader; by default the options and what is given.
        given: What it shall have drawn, where its options cannot fix that.
        **options: Of the class.
    """
    text = _listed({**options, **(given or {})}) if shown is None else shown

    def bound(image: Image) -> Way:
        step = getattr(albumentations(), name)(p=1, **options)
        if given is not None:
            # As its call would give it, which cannot be given what to draw.
            return lambda: np.ascontiguousarray(step.apply(image, **given))
        step.set_random_seed(0)
        return lambda: step(image=image)["image"]

    return Peer(f"A.{name}({text})", bound, module="albumentations")


def theirs_t(name: str, shown: str | None = None, **options: Any) -> Peer:
    """A function of torchvision's ``transforms.v2.functional`` on an 8-bit tensor that lies ready.

    Args:
        name: Of the function.
        shown: Parameters for the reader; by default the options.
        **options: Its arguments after the picture. Arrays become tensors.
    """
    text = _listed(options) if shown is None else shown

    def bound(image: Image) -> Way:
        import torch  # type: ignore[import-not-found, unused-ignore]

        function = getattr(torchvision().transforms.v2.functional, name)
        tensor = torch.from_numpy(np.ascontiguousarray(image.transpose(2, 0, 1)))
        ready = {
            key: torch.from_numpy(value) if isinstance(value, np.ndarray) else value
            for key, value in options.items()
        }
        return lambda: function(tensor, **ready)

    def pixels(made: Any) -> Image:
        return np.ascontiguousarray(made.numpy().transpose(1, 2, 0))

    return Peer(f"tv.{name}({text})", bound, pixels, "torchvision")


def _listed(values: Mapping[str, Any]) -> str:
    said = {name: value for name, value in values.items() if name not in _UNSAID}
    return ", ".join(f"{name}={_short(value)}" for name, value in said.items())


def _short(value: Any) -> str:
    """Equal ends of a range as one number."""
    if isinstance(value, tuple) and len(value) == 2 and value[0] == value[1]:
        value = value[0]
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_short(item)}" for name, item in value.items()) + "}"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def use_one_thread() -> None:
    """For OpenCV, which ours and Albumentations use; torchvision's follow when it is loaded."""
    cv2.setNumThreads(1)

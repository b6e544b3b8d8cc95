"""Pictures as a probe shows them to the learner: changed, or with one cue alone or without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image, is_grey, size_of
from augstudio.core.transform import Transform
from augstudio.insights.learners import filters
from augstudio.insights.reliance import Change, Cue
from augstudio.kernels.features import features, seen_picture
from augstudio.kernels.viewing.likeness import coarse_colours, luma
from augstudio.pipelines import Pipeline
from augstudio.transforms import (
    Brightness,
    GaussianBlur,
    GaussianNoise,
    Grayscale,
    HorizontalFlip,
    QuarterTurn,
    Rotate,
    Scale,
    Translate,
)

Floats: TypeAlias = npt.NDArray[np.floating[Any]]

SIDE: Final = 128
"""Pictures are reduced to this longest side before they are changed, or to what the learner sees."""

_COLOUR_FIELDS: Final = 8
_BORDER: Final = 0.15
_CENTRE: Final = 0.25
_DEVIATION: Final = 50.0
_MIDDLE: Final = 128.0

_CHANGES: Final[Mapping[Change, tuple[type[Transform], Mapping[str, Any]]]] = {
    Change.MIRRORED: (HorizontalFlip, {}),
    Change.UPSIDE_DOWN: (QuarterTurn, {"turns": [2]}),
    Change.TURNED: (Rotate, {"angle_range": [20, 20]}),
    Change.NEARER: (Scale, {"factor_range": [1.4, 1.4]}),
    Change.FARTHER: (Scale, {"factor_range": [0.7, 0.7]}),
    Change.SHIFTED: (Translate, {"x_range": [0.15, 0.15], "y_range": [0.15, 0.15]}),
    Change.DARKENED: (Brightness, {"shift_range": [-0.2, -0.2]}),
    Change.LIGHTENED: (Brightness, {"shift_range": [0.2, 0.2]}),
    Change.GREY: (Grayscale, {}),
    Change.BLURRED: (GaussianBlur, {}),
    Change.NOISY: (GaussianNoise, {"sigma_range": [12, 12]}),
}


@dataclass(frozen=True)
class Probe:
    """A change as the pipeline that makes it.

    Attributes:
        change: The change.
        step: Name of its transform.
    """

    change: Change
    step: str

    def __call__(self, image: Image, key: str, seen_side: int) -> Image:
        """The changed picture: the same size, by the same transform that a step would use.

        Args:
            image: ``(H, W, C)`` uint8.
            key: The picture's key, by which noise is drawn.
            seen_side: Pixels across of what the learner makes of it.
        """
        kind, fields = _CHANGES[self.change]
        if self.change is Change.BLURRED:  # as much of any picture: a pixel of what the learner sees
            sigma = max(0.5, max(size_of(image)) / seen_side)
            fields = {"sigma_range": [sigma, sigma]}
        return Pipeline.of([kind.model_validate(fields)])(image, 0, 1, key)


PROBES: Final = tuple(Probe(change, kind.NAME) for change, (kind, _) in _CHANGES.items())
"""All probes."""


def described(image: Image) -> Floats:
    """A picture in numbers: what the filters find, and its colours in 8 x 8 fields.

    The filters alone hardly see how bright a picture is, as each patch counts without its mean; a network
    does.

    Args:
        image: ``(H, W, C)`` uint8.

    Returns:
        ``(p,)`` float32.
    """
    seen = seen_picture(image)
    fields = coarse_colours(seen, _COLOUR_FIELDS).astype(np.float32).ravel()
    return np.concatenate([features(seen, filters()), fields])


def told_by(image: Image, width: int, height: int) -> dict[Cue, tuple[Floats, Floats]]:
    """What is left of a picture with each cue alone, and without it.

    A description less that of the mirror image is nothing but direction; their sum has none.

    Args:
        image: ``(H, W, C)`` uint8.
        width: Width of the whole picture in pixels.
        height: Its height.

    Returns:
        For each cue two descriptions.
    """
    flat = _coloured(image)
    own, mirrored, flipped = (
        described(np.ascontiguousarray(one)) for one in (flat, flat[:, ::-1], flat[::-1])
    )
    tone = luma(flat.astype(np.float64))
    even = (flat - tone.mean()) * (_DEVIATION / max(tone.std(), 1.0)) + _MIDDLE
    tones = np.array([tone.std(), *np.quantile(tone, (0.05, 0.25, 0.5, 0.75, 0.95)), tone.mean()])
    border, centre = _divided(flat)
    size = np.log([width, height, width / height])
    return {
        Cue.LEFT_RIGHT: (own - mirrored, own + mirrored),
        Cue.UP_DOWN: (own - flipped, own + flipped),
        Cue.BRIGHTNESS: (tones, described(even.clip(0, 255).astype(np.uint8))),
        Cue.BACKGROUND: (described(border), described(centre)),
        Cue.SIZE: (size, own),
    }


def _coloured(image: Image) -> Image:
    """Red, green and blue without alpha, ``(H, W, 3)``."""
    colours = image[..., :1] if is_grey(image) else image[..., :3]
    return np.ascontiguousarray(np.broadcast_to(colours, (*image.shape[:2], 3)))


def _divided(image: Image) -> tuple[Image, Image]:
    """The border, whose inside has its mean colour, and the centre alone; what lies between is neither."""
    inner, border = _inside(image, _BORDER), image.copy()
    outer = np.ones(image.shape[:2], bool)
    outer[inner] = False
    if outer.any():
        border[inner] = image[outer].mean(axis=0).round().astype(np.uint8)
    return border, np.ascontiguousarray(image[_inside(image, _CENTRE)])


def _inside(image: Image, share: float) -> tuple[slice, slice]:
    """What is farther from each side than a share of the picture; never nothing."""
    height, width = image.shape[:2]
    top, left = int(height * share), int(width * share)
    return slice(top, height - top), slice(left, width - left)

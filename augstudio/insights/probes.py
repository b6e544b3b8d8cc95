"""Pictures as a probe shows them to the learner: changed, or with one cue alone or without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.core.image import Image, is_grey, size_of
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.transform import Transform
from augstudio.insights.learners import filters
from augstudio.insights.reliance import Change, Cue
from augstudio.kernels.features import features, seen_picture
from augstudio.kernels.viewing.likeness import coarse_colours, luma
from augstudio.kernels.viewing.subject import evened, subject_of
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
_PLAIN: Final = 5.0
_MIDDLE: Final = 128.0

_CHANGES: Final[Mapping[Change, tuple[type[Transform], Mapping[str, Any]]]] = {
    Change.MIRRORED: (HorizontalFlip, {}),
    Change.UPSIDE_DOWN: (QuarterTurn, {"turns": [2]}),
    Change.TURNED: (Rotate, {"angle_range": [20, 20]}),
    Change.NEARER: (Scale, {"factor_range": [1.4, 1.4]}),
    Change.FARTHER: (Scale, {"factor_range": [0.7, 0.7]}),
    Change.TWICE_AS_LARGE: (Scale, {"factor_range": [2, 2]}),
    Change.HALF_AS_LARGE: (Scale, {"factor_range": [0.5, 0.5]}),
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
        # Reflected, what stands around would fill the room with more of the same things, as large as before.
        padding = Padding(mode=PaddingMode.EDGE) if kind is Scale else Padding()
        return Pipeline.of([kind.model_validate(fields)], padding)(image, 0, 1, key)


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

    A description less that of the mirror image is nothing but direction; their sum has none. The background
    is looked at in the same light, so that light alone is no background.

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
    same_light = _in_same_light(flat, np.ones(tone.shape, bool))
    # Neither the darkest nor the lightest quarter counts, as a thing before the ground makes these.
    tones = np.quantile(tone, (0.25, 0.5, 0.75))
    border, centre = _divided(flat)
    size = np.log([width, height, width / height])
    subject = subject_of(flat)
    side = 1.0 if subject is None else subject.side
    alike = own if subject is None else described(evened(flat, subject))
    return {
        Cue.LEFT_RIGHT: (own - mirrored, own + mirrored),
        Cue.UP_DOWN: (own - flipped, own + flipped),
        Cue.BRIGHTNESS: (tones, described(same_light)),
        Cue.BACKGROUND: (described(border), described(centre)),
        Cue.OBJECT_SIZE: (np.log([side]), alike),
        Cue.SIZE: (size, own),
    }


def _coloured(image: Image) -> Image:
    """Red, green and blue without alpha, ``(H, W, 3)``."""
    colours = image[..., :1] if is_grey(image) else image[..., :3]
    return np.ascontiguousarray(np.broadcast_to(colours, (*image.shape[:2], 3)))


def _in_same_light(image: Image, where: npt.NDArray[np.bool_]) -> Image:
    """A picture whose brightness has the same mean and deviation there as that of any other one.

    Parts that are nearly plain do not get much rougher.
    """
    tone = luma(image.astype(np.float64))[where]
    even = (image - tone.mean()) * (_DEVIATION / max(tone.std(), _PLAIN)) + _MIDDLE
    return np.asarray(even.clip(0, 255), np.uint8)


def _divided(image: Image) -> tuple[Image, Image]:
    """The border, whose inside has its mean colour, and the centre alone; what lies between is neither.

    Each is brought to the same light by itself, so that neither light nor the size of things is a background.
    """
    inner, outer = _inside(image, _BORDER), np.ones(image.shape[:2], bool)
    outer[inner] = False
    border = _in_same_light(image, outer) if outer.any() else image.copy()
    if outer.any():
        border[inner] = border[outer].mean(axis=0).round().astype(np.uint8)
    centre = np.ascontiguousarray(image[_inside(image, _CENTRE)])
    return border, _in_same_light(centre, np.ones(centre.shape[:2], bool))


def _inside(image: Image, share: float) -> tuple[slice, slice]:
    """What is farther from each side than a share of the picture; never nothing."""
    height, width = image.shape[:2]
    top, left = int(height * share), int(width * share)
    return slice(top, height - top), slice(left, width - left)

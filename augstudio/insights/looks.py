"""What single pictures look like: without colours, as ink, as writing, before a plain ground."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median
from typing import Final

import numpy as np

from augstudio.core.arrays import Float64Array
from augstudio.insights.material import Look
from augstudio.insights.measures import normalised, two_tones
from augstudio.kernels.viewing.ground import plain_share, thickness
from augstudio.kernels.viewing.likeness import brightness_fields, coarse_colours, likeness, luma

_GREY: Final = 3.0  # levels of 255 between channels on average; JPEG alone makes up to about 2
_INK: Final = 0.75
_COLOUR: Final = 12.0
_PLAIN: Final = 0.25
_THIN: Final = 0.36
_COARSE: Final = 16
_SIDE: Final = 64
_FIELDS: Final = 8
_ALIKE: Final = 0.75
_SAME_PLACE: Final = 0.7
_SYMMETRIC: Final = 0.82
_EVEN: Final = 0.97
_SHAPE: Final = 16
_SHIFTS: Final = 2


def is_colourless(look: Look) -> bool:
    """Whether a picture has no colours, whatever its file could hold."""
    colours = coarse_colours(look.small, _FIELDS)
    return float((colours.max(axis=2) - colours.min(axis=2)).mean()) < _GREY


def is_ink(look: Look) -> bool:
    """Whether a picture has two tones and hardly any colour, as writing has."""
    colours = _coarse(look)
    chroma = float((colours.max(axis=2) - colours.min(axis=2)).mean())
    return chroma < _COLOUR and _tones(colours) > _INK


def is_glyph(look: Look) -> bool:
    """Whether a picture is ink in strokes, as digits and letters are; X-rays and shoes are not.

    Pictures of a few pixels are too coarse for strokes: there ink alone counts.
    """
    if not is_ink(look):
        return False
    return min(look.size) < _COARSE or thickness(brightness_fields(look.small, _SIDE)) < _THIN


def is_writing(look: Look) -> bool:
    """Whether a picture shows thin strokes of one tone on a plain ground, of whatever colours."""
    fields = brightness_fields(look.small, _SIDE)
    return thickness(fields) < _THIN and has_plain_ground(look) and _tones(_coarse(look)) > _INK


def is_symmetric(look: Look) -> bool:
    """Whether a picture is about its own mirror image, though it may be a little off the centre."""
    return _evenness(luma(coarse_colours(look.small, _SHAPE))) > _SYMMETRIC


def are_even(looks: Iterable[Look]) -> bool:
    """Whether the mean of pictures is its own mirror image, though it may be a little off the centre.

    A body that is a pixel off the centre is told from its mirror image, too, and yet has no sides.
    """
    rows = np.stack([luma(coarse_colours(look.small, _SHAPE)).ravel() for look in looks])
    return _evenness(normalised(rows).mean(axis=0).reshape(_SHAPE, _SHAPE)) > _EVEN


def has_plain_ground(look: Look) -> bool:
    """Whether a picture stands before a plain ground, as pages, X-rays and things on a table do."""
    return plain_share(brightness_fields(look.small)) > _PLAIN


def are_alike(looks: Iterable[Look]) -> bool:
    """Whether pictures are light and dark in the same places, though they are not of the same place.

    X-rays of one part of the body are, and portraits cut to the face; scenes are not. Those of a camera that
    stays have all details in common, too.
    """
    seen = list(looks)
    if len(seen) < 2:
        return False
    rows = brightness_rows(seen)
    others = (rows.sum(axis=0) - rows) / (len(rows) - 1)
    if median(_correlation(one, rest) for one, rest in zip(rows, others, strict=True)) < _ALIKE:
        return False
    fields = [brightness_fields(look.small) for look in seen]
    return median(map(likeness, fields[1:], fields)) < _SAME_PLACE


def brightness_rows(looks: Iterable[Look], *, mirrored: bool = False) -> Float64Array:
    """``(n, 64)`` where pictures are bright, mean 0 and deviation 1 each; in mirror images if asked."""
    step = -1 if mirrored else 1
    return normalised(
        np.stack([luma(coarse_colours(look.small, _FIELDS))[:, ::step].ravel() for look in looks])
    )


def _coarse(look: Look) -> Float64Array:
    return coarse_colours(look.small, min(32, max(look.small.shape[:2])))


def _tones(colours: Float64Array) -> float:
    return two_tones(np.clip(luma(colours), 0, 255))


def _evenness(fields: Float64Array) -> float:
    """The largest correlation of a square of fields with its mirror image, a little shifted."""
    mirrored = _centred(fields[:, ::-1])
    shifts = range(-_SHIFTS, _SHIFTS + 1)
    return max(_correlation(_centred(np.roll(fields, shift, axis=1)), mirrored) for shift in shifts)


def _centred(fields: Float64Array) -> Float64Array:
    return np.asarray(fields - fields.mean()).ravel()


def _correlation(one: Float64Array, other: Float64Array) -> float:
    length = float(np.sqrt((one @ one) * (other @ other)))
    return float(one @ other) / length if length else 0.0

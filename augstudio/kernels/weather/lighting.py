"""Shadows and flares of the sun; alpha stays as it is.

As in :mod:`augstudio.kernels.weather.precipitation`, a pixel depends on its place and on itself, sizes are
shares of the picture's shorter side, and all processors round alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Image, Size
from augstudio.core.matrix import on_grid, rotation
from augstudio.core.randomness import noise_bytes
from augstudio.core.region import Region
from augstudio.core.transform import View
from augstudio.kernels.region import shared
from augstudio.kernels.weather.precipitation import by_blocks

# In the shade the light comes from the blue sky: red is lacking most.
_SHADE: Final = (1.0, 0.95, 0.86)
_SUN: Final = (255.0, 243.0, 214.0)
_WHITE: Final = (255.0, 253.0, 247.0)
_GHOSTS: Final = (
    (255.0, 176.0, 110.0),
    (150.0, 220.0, 140.0),
    (130.0, 170.0, 255.0),
    (255.0, 130.0, 150.0),
    (190.0, 150.0, 255.0),
)


@dataclass(frozen=True)
class ShadowSettings:
    """How shadows look.

    Attributes:
        darkness: Share of the light that they take; 0 leaves the picture as it is.
        count: How many there are; where they overlap it gets no darker.
        softness: Width of their edges as a share of the picture's shorter side.
        noise_seed: Names their places and shapes.
    """

    darkness: float
    count: int
    softness: float
    noise_seed: int


def shaded(image: Image, settings: ShadowSettings, view: View) -> Image:
    """Cast shadows with straight sides and soft edges.

    Args:
        image: ``(H, W, C)`` uint8.
        settings: What it looks like.
        view: Which part of the picture it is.
    """
    if not settings.darkness or not settings.count:
        return image.copy()
    whole = view.size_for(image)
    sides = [_sides(settings.noise_seed, number, whole) for number in range(settings.count)]
    soft = max(1.0, settings.softness * min(whole))

    def darken(levels: Float32Array, part: Region) -> None:
        cover = _inside(sides[0], part, soft)
        for shape in sides[1:]:
            np.maximum(cover, _inside(shape, part, soft), out=cover)
        tints = np.array(_SHADE[: levels.shape[2]], np.float32) * np.float32(settings.darkness)
        for channel, tint in enumerate(tints):
            levels[:, :, channel] *= 1 - cover * tint

    return by_blocks(image, darken, view)


@dataclass(frozen=True)
class FlareSettings:
    """How the sun shines into the lens.

    Attributes:
        strength: 0 leaves the picture as it is.
        sun: Where the sun stands, as shares of width and height.
        radius: Where its glow is down to a quarter, as a share of the picture's shorter side.
        noise_seed: Names sizes and places of the reflections.
    """

    strength: float
    sun: tuple[float, float]
    radius: float
    noise_seed: int


def flared(image: Image, settings: FlareSettings, view: View) -> Image:
    """The sun's glow, and its reflections in the lens, on the line through the sun and the middle.

    Args:
        image: ``(H, W, C)`` uint8.
        settings: What it looks like.
        view: Which part of the picture it is.
    """
    if not settings.strength:
        return image.copy()
    whole = view.size_for(image)
    centre = settings.sun[0] * whole[0], settings.sun[1] * whole[1]
    ghosts = _ghosts(settings.noise_seed, centre, whole)
    strength, radius = settings.strength, settings.radius * min(whole)

    def brighten(levels: Float32Array, part: Region) -> None:
        _add_light(levels, _glow(part, centre, radius) * np.float32(strength), _SUN)
        disk = _disk(part, centre, 0.16 * radius) * np.float32(min(1.0, 1.5 * strength))
        _add_light(levels, disk, _WHITE)
        for place, size, cover, colour in ghosts:
            near = shared(_around(place, size), part)
            if near is not None:
                ring = _ring(near, place, size) * np.float32(cover * strength)
                inner = near.seen_from(part)
                _add_light(levels[inner.top : inner.bottom, inner.left : inner.right], ring, colour)

    return by_blocks(image, brighten, view)


_Side = tuple[float, float, float]


def _sides(noise_seed: int, number: int, whole: Size) -> list[_Side]:
    """A long convex shape: direction to the outside and place of each of its sides, in pixels.

    Shadows lie on the ground, so most of them are in the lower part; one end may be out of the picture.
    """
    data = (noise_bytes(noise_seed, number, Region(0, 0, 11, 1))[0] / np.float64(255)).tolist()
    middle = data[0] * whole[0], (0.5 + 0.55 * data[1]) * whole[1]
    lean = 80 * (data[2] - 0.5)
    reaches = (0.3 + 1.2 * data[3], 0.06 + 0.2 * data[4], 0.2 + 0.8 * data[5], 0.06 + 0.2 * data[6])
    sides = []
    for side, reach in enumerate(reaches):
        turn = lean + 90 * side + 36 * (data[7 + side] - 0.5)
        (across, down, _), _, _ = on_grid(rotation(turn))
        sides.append((across, down, across * middle[0] + down * middle[1] + reach * min(whole)))
    return sides


def _inside(sides: list[_Side], part: Region, soft: float) -> Float32Array:
    """1 inside a shape, 0 outside, in between over ``soft`` pixels."""
    columns, rows = _places(part, (0.0, 0.0))
    cover = np.ones((part.height, part.width), np.float32)
    for across, down, place in sides:
        within = np.float32(place) - columns * np.float32(across) - rows * np.float32(down)
        np.minimum(cover, within * np.float32(1 / soft) + np.float32(0.5), out=cover)
    cover.clip(0, 1, out=cover)
    return np.asarray(cover * cover * (3 - 2 * cover), np.float32)


def _places(part: Region, origin: tuple[float, float]) -> tuple[Float32Array, Float32Array]:
    """Columns and rows of a part's pixel centres, counted from a point."""
    columns = (np.arange(part.left, part.right) + 0.5 - origin[0]).astype(np.float32)
    rows = (np.arange(part.top, part.bottom) + 0.5 - origin[1]).astype(np.float32)[:, np.newaxis]
    return columns, rows


def _glow(part: Region, centre: tuple[float, float], radius: float) -> Float32Array:
    """1 at the sun, a quarter at the radius; with a wide faint streak from side to side."""
    columns, rows = _places(part, centre)
    across, down = columns * columns, rows * rows
    near = 1 + (across + down) * np.float32(1 / (radius * radius))
    streak = 1 + across * np.float32(1 / (6.25 * radius * radius))
    streak = streak + down * np.float32(900 / (radius * radius))
    glow = 1 / (near * near)
    faint = np.float32(0.35) / streak
    return np.asarray(glow + faint * (1 - glow), np.float32)


def _disk(part: Region, centre: tuple[float, float], radius: float) -> Float32Array:
    """1 in the middle, a half at the radius, soon nothing."""
    columns, rows = _places(part, centre)
    near = (columns * columns + rows * rows) * np.float32(1 / (radius * radius))
    return np.asarray(1 / (1 + near * near), np.float32)


_Ghost = tuple[tuple[float, float], float, float, tuple[float, float, float]]


def _ghosts(noise_seed: int, centre: tuple[float, float], whole: Size) -> list[_Ghost]:
    """Place, radius, share and colour of the reflections."""
    found: list[_Ghost] = []
    for number, colour in enumerate(_GHOSTS):
        along, size, cover = (
            value / 255 for value in noise_bytes(noise_seed, number, Region(0, 0, 3, 1))[0].tolist()
        )
        far = 0.45 + 0.4 * number + 0.3 * along
        place = (
            centre[0] + far * (whole[0] / 2 - centre[0]),
            centre[1] + far * (whole[1] / 2 - centre[1]),
        )
        found.append((place, (0.02 + 0.08 * size) * min(whole), 0.2 + 0.3 * cover, colour))
    return found


def _around(centre: tuple[float, float], radius: float) -> Region:
    """All pixels that a disk touches, and some more."""
    left, top = (math.floor(place - radius) - 2 for place in centre)
    right, bottom = (math.ceil(place + radius) + 2 for place in centre)
    return Region.between(left, top, right, bottom)


def _ring(part: Region, centre: tuple[float, float], radius: float) -> Float32Array:
    """A disk that is fainter in its middle and soft at its edge."""
    columns, rows = _places(part, centre)
    far = np.sqrt(columns * columns + rows * rows) * np.float32(1 / radius)
    edge = ((1 - far) * np.float32(max(1.0, min(8.0, radius)))).clip(0, 1)
    return np.asarray(edge * (np.float32(0.55) + np.float32(0.45) * far * far), np.float32)


def _add_light(levels: Float32Array, share: Float32Array, colour: tuple[float, float, float]) -> None:
    """Add light as by a second exposure: never beyond white, least where it is bright already."""
    shown = colour[: levels.shape[2]] if levels.shape[2] > 1 else (sum(colour) / 3,)
    for channel, tint in enumerate(np.array(shown, np.float32) * np.float32(1 / 255)):
        change = 255 - levels[:, :, channel]
        change *= share * tint
        levels[:, :, channel] += change

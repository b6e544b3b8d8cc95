"""Fog, rain and falling snow; alpha stays as it is.

Where things are depends on the whole picture's size and a noise seed alone, and a pixel depends on its place
and on itself, so a part of a picture has the weather that it has in the whole. Sizes are shares of the
shorter side. All is made of single sums, products, quotients and roots, which every processor rounds alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array, Float64Array
from augstudio.core.image import Image, Size, size_of
from augstudio.core.matrix import on_grid, rotation
from augstudio.core.randomness import noise_bytes
from augstudio.core.region import Region
from augstudio.core.transform import View
from augstudio.kernels.colour.pixelwise import LUMA, on_colours, rounded
from augstudio.kernels.noise.fractal import Pattern, fractal
from augstudio.kernels.weather.strokes import Strokes, covered_by

FloatColour = tuple[float, float, float]
BlockChange = Callable[[Float32Array, Region], None]
"""Changes the levels of a part of the picture, ``(H, W, C)``, in place."""

_FOG: Final = (216.0, 221.0, 226.0)
_DROPS: Final = (214.0, 220.0, 228.0)
_FLAKES: Final = (250.0, 251.0, 254.0)
# Fog never hides all.
_THICKEST: Final = 0.95
_MOST_FLAKES: Final = 1100
_MOST_DROPS: Final = 1500
# Pixels that are worked on at once.
_BLOCK: Final = 1 << 16
# Numbers that each flake or drop is made from, two bytes each.
_NUMBERS: Final = 5


def by_blocks(image: Image, change: BlockChange, view: View) -> Image:
    """Change a picture some rows at a time, and round to levels; alpha stays.

    Args:
        image: ``(H, W, C)`` uint8.
        change: Changes the levels of a part in place; each channel lies in memory by itself.
        view: Which part of the picture it is.
    """

    def changed(colours: Image) -> Image:
        output = np.empty_like(colours)
        parts = list(_blocks(Region(view.left, view.top, *size_of(colours))))
        # One block's memory for all of them: to be given new pages costs more than the work.
        memory = np.empty((colours.shape[2], parts[0].height, parts[0].width), np.float32)
        for part in parts:
            rows = slice(part.top - view.top, part.bottom - view.top)
            planes = memory[:, : part.height]
            for plane, channel in zip(planes, cv2.split(colours[rows]), strict=True):
                np.copyto(plane, channel)
            change(planes.transpose(1, 2, 0), part)
            levels = cv2.merge([rounded(plane, 1.0) for plane in planes])
            output[rows] = np.asarray(levels, np.uint8).reshape(colours[rows].shape)
        return output

    return on_colours(image, changed)


def _blocks(part: Region) -> Iterator[Region]:
    """A part cut into pieces of some rows each."""
    rows = max(1, _BLOCK // max(1, part.width))
    for top in range(part.top, part.bottom, rows):
        yield Region(part.left, top, part.width, min(rows, part.bottom - top))


@dataclass(frozen=True)
class FogSettings:
    """How thick fog is and where.

    Attributes:
        density: How much it covers where it is thickest; 0 leaves the picture as it is.
        horizon: Height of the horizon as a share from the top.
        patches: How uneven it is, 0 to 1.
        noise_seed: Names the pattern of what is uneven.
    """

    density: float
    horizon: float
    patches: float
    noise_seed: int


def fog(image: Image, settings: FogSettings, view: View) -> Image:
    """Fog that is thickest at the horizon and above, and thins towards the bottom, which is near.

    Args:
        image: ``(H, W, C)`` uint8.
        settings: What it looks like.
        view: Which part of the picture it is.
    """
    if not settings.density:
        return image.copy()
    whole = view.size_for(image)

    def cover(part: Region) -> Float32Array:
        heights = ((np.arange(part.top, part.bottom) + 0.5) / whole[1])[:, np.newaxis]
        below = ((heights - settings.horizon) / max(1 - settings.horizon, 1 / whole[1])).clip(0, 1)
        above = ((settings.horizon - heights) / max(settings.horizon, 1 / whole[1])).clip(0, 1)
        profile = (1 - 0.85 * below * (2 - below)) * (1 - 0.2 * above)
        cloudy = fractal(settings.noise_seed, 0, part, whole, Pattern(cells=2.5, octaves=5, stretch=2.0))
        uneven = 1 + np.float32(1.8 * settings.patches) * (cloudy - np.float32(0.5))
        thick: Float32Array = (settings.density * profile).astype(np.float32) * uneven
        return thick.clip(0, _THICKEST)

    return covered(image, cover, _FOG, view=view)


@dataclass(frozen=True)
class SnowSettings:
    """How much snow falls, and how.

    Attributes:
        amount: Share of the most flakes; 0 leaves the picture as it is.
        flake: Diameter of the nearest flakes as a share of the picture's shorter side.
        speed: Length of their path as a multiple of their diameter.
        angle: Where the wind blows them, in degrees from straight down; positive to the right.
        noise_seed: Names the places of the flakes.
    """

    amount: float
    flake: float
    speed: float
    angle: float
    noise_seed: int


def snowfall(image: Image, settings: SnowSettings, view: View) -> Image:
    """Falling flakes: many small ones far away, a few large and blurred ones near by.

    Args:
        image: ``(H, W, C)`` uint8.
        settings: What it looks like.
        view: Which part of the picture it is.
    """
    if not settings.amount:
        return image.copy()
    whole = view.size_for(image)
    right, down = _direction(settings.angle)

    x, y, near, turn, light = _numbers(
        settings.noise_seed, round(settings.amount * _MOST_FLAKES * _area(whole))
    )
    diameter = min(whole) * settings.flake * (0.16 + 0.84 * near * near * near * near)
    path = settings.speed * diameter * (0.5 + near)
    across = path * (right + 0.5 * (turn - 0.5))
    radius, faint = _visible(diameter / 2)
    cover = (0.92 - 0.3 * near) * (0.6 + 0.4 * light) * faint * faint
    soft = np.maximum(1.0, radius * (0.9 + 0.7 * near))
    strokes = Strokes(x * whole[0], y * whole[1], across, path * down, radius, soft, cover)
    return covered(image, _drawn(strokes, 0.14 * settings.amount), _FLAKES, view=view)


@dataclass(frozen=True)
class RainSettings:
    """How much rain falls, and in what light.

    Attributes:
        amount: Share of the most drops; 0 draws none.
        length: Length of the nearest streaks as a share of the picture's shorter side.
        angle: Where the wind blows them, in degrees from straight down; positive to the right.
        gloom: How much darker and greyer the picture gets; 0 leaves it.
        noise_seed: Names the places of the drops.
    """

    amount: float
    length: float
    angle: float
    gloom: float
    noise_seed: int


def rainfall(image: Image, settings: RainSettings, view: View) -> Image:
    """Streaks of rain, and the darker, greyer light of a rainy day.

    Args:
        image: ``(H, W, C)`` uint8.
        settings: What it looks like.
        view: Which part of the picture it is.
    """
    if not settings.amount and not settings.gloom:
        return image.copy()
    whole = view.size_for(image)
    right, down = _direction(settings.angle)

    x, y, near, turn, light = _numbers(
        settings.noise_seed, round(settings.amount * _MOST_DROPS * _area(whole))
    )
    path = min(whole) * settings.length * (0.35 + 0.65 * near)
    radius, faint = _visible(min(whole) * (0.0006 + 0.0012 * near * near))
    across = path * (right + 0.06 * (turn - 0.5))
    cover = (0.18 + 0.34 * near) * (0.4 + 0.6 * light) * faint
    place = (1.2 * x - 0.1) * whole[0], (1.2 * y - 0.15) * whole[1]
    strokes = Strokes(*place, across, path * down, radius, np.maximum(1.0, radius), cover)
    shares = _drawn(strokes, 0.1 * settings.amount)
    gloom = settings.gloom
    return covered(image, shares, _DROPS, greyer=0.45 * gloom, light=1 - 0.35 * gloom, view=view)


def covered(
    image: Image,
    cover: Callable[[Region], Float32Array],
    colour: FloatColour,
    *,
    greyer: float = 0.0,
    light: float = 1.0,
    view: View,
) -> Image:
    """Dim a picture, then blend it to a colour, each pixel by its own share.

    Args:
        image: ``(H, W, C)`` uint8; a grey picture is blended to the colour's luma.
        cover: Shares of 0 to 1 for a part of the picture.
        colour: Red, green and blue, 0 to 255.
        greyer: How much nearer to grey the colours get first.
        light: Factor of brightness before blending.
        view: Which part of the picture it is.
    """

    def blended(levels: Float32Array, part: Region) -> None:
        _dim(levels, greyer, light)
        share = cover(part)
        # One channel after the other: numpy is slow where the innermost axis has three elements.
        for channel, level in enumerate(_levels(colour, levels.shape[2])):
            change = level - levels[:, :, channel]
            change *= share
            levels[:, :, channel] += change

    return by_blocks(image, blended, view)


def _drawn(strokes: Strokes, veil: float) -> Callable[[Region], Float32Array]:
    """Strokes over a thin even veil, which stands for all that is too far away to be seen singly."""

    def cover(part: Region) -> Float32Array:
        seen = covered_by(strokes, part)
        return np.asarray(seen + np.float32(veil) * (1 - seen), np.float32)

    return cover


def _dim(colours: Float32Array, greyer: float, light: float) -> None:
    if greyer and colours.shape[2] > 1:
        red, green, blue = (np.float32(share) * colours[:, :, c] for c, share in enumerate(LUMA))
        grey = red
        grey += green
        grey += blue
        for channel in range(colours.shape[2]):
            change = grey - colours[:, :, channel]
            change *= np.float32(greyer)
            colours[:, :, channel] += change
    if light != 1:
        for channel in range(colours.shape[2]):
            colours[:, :, channel] *= np.float32(light)


def _levels(colour: FloatColour, channels: int) -> npt.NDArray[np.float32]:
    if channels > 1:
        return np.array(colour, np.float32)
    red, green, blue = (share * level for share, level in zip(LUMA, colour, strict=True))
    return np.array([red + green + blue], np.float32)


def _numbers(noise_seed: int, count: int) -> Float64Array:
    """Some numbers of 0 to 1 for each of so many things; more things leave those before them as they are.

    Returns:
        ``(5, N)``: a row for each number of all things.
    """
    data = noise_bytes(noise_seed, 0, Region(0, 0, 2 * _NUMBERS, count)).astype(np.int64)
    return np.ascontiguousarray(((256 * data[:, ::2] + data[:, 1::2]) / 65536).T)


def _direction(angle: float) -> tuple[float, float]:
    """To the right and down, for an angle from straight down."""
    (cosine, sine, _), _, _ = on_grid(rotation(angle))
    return sine, cosine


def _area(whole: Size) -> float:
    """The picture's area in squares of its shorter side, not too many."""
    return min(4.0, max(whole) / min(whole))


def _visible(radius: Float64Array) -> tuple[Float64Array, Float64Array]:
    """Radii of at least half a pixel, and how much fainter what is thinner looks."""
    return np.maximum(radius, 0.5), np.minimum(radius / 0.5, 1.0)

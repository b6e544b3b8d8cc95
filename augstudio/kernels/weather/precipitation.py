"""Fog, rain and falling snow; alpha stays as it is.

Where things are depends on the whole picture's size and a noise seed alone, and a pixel depends on its place
and on itself, so a part of a picture has the weather that it has in the whole. Sizes are shares of the
shorter side. All is made of single sums, products, quotients and roots, which every processor rounds alike.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Image, Size, size_of
from augstudio.core.matrix import on_grid, rotation
from augstudio.core.randomness import noise_bytes
from augstudio.core.region import Region
from augstudio.core.transform import View
from augstudio.kernels.colour.pixelwise import LUMA, on_colours
from augstudio.kernels.noise.fractal import Pattern, fractal

FloatColour = tuple[float, float, float]
BlockChange = Callable[[Float32Array, Region], Float32Array]
"""Changes the levels of a part of the picture."""

_FOG: Final = (216.0, 221.0, 226.0)
_DROPS: Final = (214.0, 220.0, 228.0)
_FLAKES: Final = (250.0, 251.0, 254.0)
# Fog never hides all.
_THICKEST: Final = 0.95
_MOST_FLAKES: Final = 1100
_MOST_DROPS: Final = 1500
# Pixels that are worked on at once.
_BLOCK: Final = 1 << 18
# Numbers that each flake or drop is made from, two bytes each.
_NUMBERS: Final = 5


class Stroke(NamedTuple):
    """A straight stroke with round ends and a soft edge, in pixels of the picture.

    Attributes:
        x: Column of its beginning; pixel edges are whole numbers.
        y: Row of its beginning.
        across: How far it goes to the right.
        down: How far it goes down.
        radius: Half its width, to the middle of the soft edge.
        soft: Width of the edge.
        cover: Share of the picture that it covers.
    """

    x: float
    y: float
    across: float
    down: float
    radius: float
    soft: float
    cover: float

    def box(self) -> Region:
        """The pixels that it may touch."""
        reach = self.radius + self.soft
        left, right = sorted((self.x, self.x + self.across))
        top, bottom = sorted((self.y, self.y + self.down))
        corner = math.floor(left - reach), math.floor(top - reach)
        return Region(
            *corner, math.ceil(right + reach) - corner[0] + 1, math.ceil(bottom + reach) - corner[1] + 1
        )


def by_blocks(image: Image, change: BlockChange, view: View) -> Image:
    """Change a picture some rows at a time, and round to levels; alpha stays.

    Args:
        image: ``(H, W, C)`` uint8.
        change: Gives new levels for those of a part, and may write into them.
        view: Which part of the picture it is.
    """

    def changed(colours: Image) -> Image:
        output = np.empty_like(colours)
        for part in _blocks(Region(view.left, view.top, *size_of(colours))):
            rows = slice(part.top - view.top, part.bottom - view.top)
            levels = change(colours[rows].astype(np.float32), part)
            output[rows] = np.rint(levels.clip(0, 255)).astype(np.uint8)
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

    def flakes(number: int) -> Stroke:
        x, y, near, turn, light = numbers[number]
        diameter = min(whole) * settings.flake * (0.16 + 0.84 * near * near * near * near)
        path = settings.speed * diameter * (0.5 + near)
        across = path * (right + 0.5 * (turn - 0.5))
        radius, faint = _visible(diameter / 2)
        cover = (0.92 - 0.3 * near) * (0.6 + 0.4 * light) * faint * faint
        soft = max(1.0, radius * (0.9 + 0.7 * near))
        return Stroke(x * whole[0], y * whole[1], across, path * down, radius, soft, cover)

    numbers = _numbers(settings.noise_seed, round(settings.amount * _MOST_FLAKES * _area(whole)))
    strokes = [flakes(number) for number in range(len(numbers))]
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

    def drop(number: int) -> Stroke:
        x, y, near, turn, light = numbers[number]
        path = min(whole) * settings.length * (0.35 + 0.65 * near)
        radius, faint = _visible(min(whole) * (0.0006 + 0.0012 * near * near))
        across = path * (right + 0.06 * (turn - 0.5))
        cover = (0.18 + 0.34 * near) * (0.4 + 0.6 * light) * faint
        place = (1.2 * x - 0.1) * whole[0], (1.2 * y - 0.15) * whole[1]
        return Stroke(*place, across, path * down, radius, max(1.0, radius), cover)

    numbers = _numbers(settings.noise_seed, round(settings.amount * _MOST_DROPS * _area(whole)))
    strokes = [drop(number) for number in range(len(numbers))]
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

    def blended(levels: Float32Array, part: Region) -> Float32Array:
        dim = _dimmed(levels, greyer, light)
        dim += cover(part)[:, :, np.newaxis] * (_levels(colour, dim.shape[2]) - dim)
        return dim

    return by_blocks(image, blended, view)


def strokes_within(strokes: Sequence[tuple[Stroke, Region]], part: Region) -> Float32Array:
    """How much strokes cover of each pixel of a part; where several meet, the thickest counts.

    Args:
        strokes: Each with its :meth:`Stroke.box`.
        part: In pixels of the picture.
    """
    plane = np.zeros((part.height, part.width), np.float32)
    for stroke, box in strokes:
        if box.bottom <= part.top or box.top >= part.bottom:
            continue
        seen = box.seen_from(part).within((part.width, part.height))
        if seen.width > 0:
            target = plane[seen.top : seen.bottom, seen.left : seen.right]
            place = Region(part.left + seen.left, part.top + seen.top, seen.width, seen.height)
            np.maximum(target, _stroke_within(stroke, place), out=target)
    return plane


def _stroke_within(stroke: Stroke, part: Region) -> Float32Array:
    """By the distance of each pixel's centre from the line."""
    right = (np.arange(part.left, part.right) + 0.5 - stroke.x).astype(np.float32)
    down = (np.arange(part.top, part.bottom) + 0.5 - stroke.y).astype(np.float32)[:, np.newaxis]
    square = max(stroke.across * stroke.across + stroke.down * stroke.down, 1e-6)
    along = right * np.float32(stroke.across / square) + down * np.float32(stroke.down / square)
    along = along.clip(0, 1)
    across, below = right - along * np.float32(stroke.across), down - along * np.float32(stroke.down)
    inside = np.float32(stroke.radius + stroke.soft / 2) - np.sqrt(across * across + below * below)
    return np.asarray((inside * np.float32(1 / stroke.soft)).clip(0, 1) * np.float32(stroke.cover))


def _drawn(strokes: Sequence[Stroke], veil: float) -> Callable[[Region], Float32Array]:
    """Strokes over a thin even veil, which stands for all that is too far away to be seen singly."""
    boxed = [(stroke, stroke.box()) for stroke in strokes]

    def cover(part: Region) -> Float32Array:
        seen = strokes_within(boxed, part)
        return np.asarray(seen + np.float32(veil) * (1 - seen), np.float32)

    return cover


def _dimmed(colours: npt.NDArray[np.float32], greyer: float, light: float) -> npt.NDArray[np.float32]:
    if greyer and colours.shape[2] > 1:
        red, green, blue = (np.float32(share) * colours[:, :, c] for c, share in enumerate(LUMA))
        grey = (red + green + blue)[:, :, np.newaxis]
        colours += np.float32(greyer) * (grey - colours)
    if light != 1:
        colours *= np.float32(light)
    return colours


def _levels(colour: FloatColour, channels: int) -> npt.NDArray[np.float32]:
    if channels > 1:
        return np.array(colour, np.float32)
    red, green, blue = (share * level for share, level in zip(LUMA, colour, strict=True))
    return np.array([red + green + blue], np.float32)


def _numbers(noise_seed: int, count: int) -> list[list[float]]:
    """Some numbers of 0 to 1 for each of so many things; more things leave those before them as they are."""
    data = noise_bytes(noise_seed, 0, Region(0, 0, 2 * _NUMBERS, count)).astype(np.int64)
    found: list[list[float]] = ((256 * data[:, ::2] + data[:, 1::2]) / 65536).tolist()
    return found


def _direction(angle: float) -> tuple[float, float]:
    """To the right and down, for an angle from straight down."""
    (cosine, sine, _), _, _ = on_grid(rotation(angle))
    return sine, cosine


def _area(whole: Size) -> float:
    """The picture's area in squares of its shorter side, not too many."""
    return min(4.0, max(whole) / min(whole))


def _visible(radius: float) -> tuple[float, float]:
    """A radius of at least half a pixel, and how much fainter what is thinner looks."""
    return (radius, 1.0) if radius >= 0.5 else (0.5, radius / 0.5)

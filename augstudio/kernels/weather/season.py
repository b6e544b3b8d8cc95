"""The same place at another time of the year, or at night; alpha stays as it is.

What is where is guessed by :mod:`augstudio.kernels.weather.scene`; every season then has a look of its own.
All is made of single sums, products and quotients in single precision, which every processor rounds alike.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TypeAlias

import cv2
import numpy as np

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Image, size_of
from augstudio.core.interruption import checkpoint
from augstudio.kernels.alpha.counting import nothing_visible
from augstudio.kernels.alpha.hidden import with_hidden, without_hidden
from augstudio.kernels.colour.pixelwise import LUMA, on_colours, strips
from augstudio.kernels.weather.scene import Scene, Spread, analysed

Colours: TypeAlias = tuple[Float32Array, Float32Array, Float32Array]
Maps: TypeAlias = Mapping[str, Float32Array]


class Look(ABC):
    """How a season paints a picture: small maps first, then row by row."""

    def share(self, strength: float) -> float:
        """How much of the painted picture is mixed into the original."""
        return strength

    @abstractmethod
    def maps(self, scene: Scene, strength: float, noise_seed: int) -> Maps:
        """Small maps of a whole picture, each ``(h, w)``; the picture's rows get them enlarged."""

    @abstractmethod
    def paint(self, colours: Colours, light: Float32Array, maps: Maps) -> Colours:
        """Some rows in the season's colours, 0 to 255, at full strength.

        Args:
            colours: Red, green and blue.
            light: Their luma.
            maps: What :meth:`maps` gave, as large as the rows.
        """


def in_season(image: Image, look: Look, strength: float, noise_seed: int) -> Image:
    """A whole picture as another season shows it.

    Args:
        image: ``(H, W, C)`` uint8; grey pictures stay grey.
        look: The season.
        strength: 0 leaves the picture as it is, 1 goes all the way.
        noise_seed: Names the pattern of what is irregular.
    """
    if not strength or nothing_visible(image):
        return image.copy()
    filled = without_hidden(image)
    seen = image if filled is None else filled
    made = on_colours(seen, lambda colours: _painted(colours, look, strength, noise_seed))
    return made if filled is None else with_hidden(made, image)


def _painted(colours: Image, look: Look, strength: float, noise_seed: int) -> Image:
    maps = look.maps(analysed(colours), strength, noise_seed)
    spread = {name: Spread(plane, size_of(colours)) for name, plane in maps.items()}
    share, output = np.float32(look.share(strength)), np.empty_like(colours)
    for rows in strips(colours):
        checkpoint()
        strip = np.ascontiguousarray(colours[rows])
        before = _planes(strip)
        light = _luma(before)
        after = look.paint(before, light, {name: field.rows(rows) for name, field in spread.items()})
        pairs = zip(before, after, strict=True) if strip.shape[2] > 1 else [(light, _luma(after))]
        mixed = [old + share * (new - old) for old, new in pairs]
        levels = [np.rint(plane.clip(0, 255)).astype(np.uint8) for plane in mixed]
        output[rows] = np.asarray(cv2.merge(levels), np.uint8).reshape(strip.shape)
    return output


def _planes(strip: Image) -> Colours:
    channels = cv2.split(cv2.cvtColor(strip, cv2.COLOR_GRAY2RGB) if strip.shape[2] == 1 else strip)
    red, green, blue = (np.asarray(channel, np.float32) for channel in channels)
    return red, green, blue


def _luma(colours: Colours) -> Float32Array:
    red, green, blue = (np.float32(share) * plane for share, plane in zip(LUMA, colours, strict=True))
    return np.asarray(red + green + blue, np.float32)

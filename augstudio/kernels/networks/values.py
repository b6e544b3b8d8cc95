"""What numbers networks take for levels, and give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Image
from augstudio.kernels.colour.pixelwise import luma

AUTOMATIC: Final = "automatic"
"""Stands for values that are found by a trial."""


@dataclass(frozen=True)
class LevelScale:
    """What a network takes a level for: ``level * gain + offset``, channel by channel.

    Attributes:
        gain: The network's unit in levels, for its first, second and third channel.
        offset: For the same channels.
    """

    gain: tuple[float, float, float]
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def of_levels(self, levels: npt.NDArray[Any]) -> Float32Array:
        """Numbers in the network's numbers."""
        gain, offset = self._for(levels.shape[2])
        return levels.astype(np.float32) * gain + offset

    def levels(self, numbers: Float32Array) -> Float32Array:
        """The network's numbers as levels."""
        gain, offset = self._for(numbers.shape[2])
        return np.asarray((numbers - offset) * (np.float32(1) / gain), np.float32)

    def _for(self, channels: int) -> tuple[Float32Array, Float32Array]:
        """Gain and offset; of a single channel the mean of three."""
        both = np.array((self.gain, self.offset))
        if channels == 1:
            both = both.mean(axis=1, keepdims=True)
        gain, offset = both.astype(np.float32)
        return gain, offset


def _even(gain: float, offset: float = 0.0) -> LevelScale:
    return LevelScale((gain,) * 3, (offset,) * 3)


def _normalized(mean: tuple[float, float, float], std: tuple[float, float, float]) -> LevelScale:
    """Shares of white less their mean, divided by their standard deviation."""
    gain = tuple(1 / (255 * deviation) for deviation in std)
    offset = tuple(-middle / deviation for middle, deviation in zip(mean, std, strict=True))
    return LevelScale((gain[0], gain[1], gain[2]), (offset[0], offset[1], offset[2]))


@dataclass(frozen=True)
class Values:
    """What numbers a network takes and gives.

    Attributes:
        taken: The numbers that it takes.
        bgr: Whether blue comes first.
        made: The numbers that it gives, where they are others.
    """

    taken: LevelScale
    bgr: bool = False
    made: LevelScale | None = None

    def encode(self, image: Image, channels: int = 3) -> Float32Array:
        """Levels, ``(H, W, 3)``, as a network of so many channels wants them: colours, or luma alone."""
        if channels == 1:
            return self.taken.of_levels(luma(image)[:, :, np.newaxis])
        return self.taken.of_levels(image[:, :, ::-1] if self.bgr else image)

    def decode(self, result: Float32Array) -> Float32Array:
        """The network's result as levels; they may lie beyond 0 to 255."""
        levels = (self.made or self.taken).levels(result)
        return levels[:, :, ::-1] if self.bgr else levels


# Of the photographs of ImageNet, as torchvision's models have them.
_IMAGENET: Final = _normalized((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
_UNIT: Final = _even(1 / 255)

VALUES: Final[Mapping[str, Values]] = {
    "unit": Values(_UNIT),
    "cyclegan": Values(_even(2 / 255, -1.0)),
    "fast_neural_style": Values(_even(1.0)),
    "imagenet": Values(_IMAGENET),
    "imagenet_unit": Values(_IMAGENET, made=_UNIT),
    "cartoongan": Values(_even(2 / 255, -1.0), bgr=True),
    # Mean colour of ImageNet, as in the Caffe models that networks after Johnson et al. (2016) begin with.
    "caffe": Values(LevelScale((1.0, 1.0, 1.0), (-103.939, -116.779, -123.68)), bgr=True),
}
"""What networks take and give, by name."""

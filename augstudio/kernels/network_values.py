"""What numbers networks take for levels, and give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from augstudio.core.image import Image
from augstudio.kernels.network import Plane3
from augstudio.kernels.tiling import Levels

AUTOMATIC: Final = "automatic"
"""Stands for values that are found by a trial."""


@dataclass(frozen=True)
class Values:
    """What a network takes a level for: ``level * gain + offset``, channel by channel.

    Attributes:
        gain: The network's unit in levels.
        offset: For the network's first, second and third channel.
        bgr: Whether blue comes first.
    """

    gain: float
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)
    bgr: bool = False

    def encode(self, image: Image) -> Plane3:
        """Levels as the network wants them."""
        ordered = image[:, :, ::-1] if self.bgr else image
        return ordered.astype(np.float32) * np.float32(self.gain) + np.array(self.offset, np.float32)

    def decode(self, result: Plane3) -> Levels:
        """The network's result as levels; they may lie beyond 0 to 255."""
        levels = (result - np.array(self.offset, np.float32)) * np.float32(1 / self.gain)
        return levels[:, :, ::-1] if self.bgr else levels


VALUES: Final[Mapping[str, Values]] = {
    "unit": Values(1 / 255),
    "cyclegan": Values(2 / 255, (-1.0, -1.0, -1.0)),
    "fast_neural_style": Values(1.0),
    "cartoongan": Values(2 / 255, (-1.0, -1.0, -1.0), bgr=True),
    # Mean colour of ImageNet, as in the Caffe models that networks after Johnson et al. (2016) begin with.
    "caffe": Values(1.0, (-103.939, -116.779, -123.68), bgr=True),
}
"""What networks take and give, by name."""

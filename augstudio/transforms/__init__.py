"""The catalogue: one file per transform, one line here for each; importing this registers them all."""

from __future__ import annotations

from augstudio.core.transform import register
from augstudio.transforms.gaussian_noise import GaussianNoise
from augstudio.transforms.horizontal_flip import HorizontalFlip
from augstudio.transforms.quarter_turn import QuarterTurn
from augstudio.transforms.random_crop import RandomCrop
from augstudio.transforms.rotate import Rotate
from augstudio.transforms.salt_and_pepper import SaltAndPepper
from augstudio.transforms.scale import Scale
from augstudio.transforms.translate import Translate
from augstudio.transforms.vertical_flip import VerticalFlip

CATALOGUE = (
    HorizontalFlip,
    VerticalFlip,
    QuarterTurn,
    Rotate,
    Scale,
    Translate,
    RandomCrop,
    GaussianNoise,
    SaltAndPepper,
)

for _transform in CATALOGUE:
    register(_transform)

__all__ = [
    "CATALOGUE",
    "GaussianNoise",
    "HorizontalFlip",
    "QuarterTurn",
    "RandomCrop",
    "Rotate",
    "SaltAndPepper",
    "Scale",
    "Translate",
    "VerticalFlip",
]

"""The catalogue: one file per transform, one line here for each; importing this registers them all."""

from __future__ import annotations

from augstudio.core.transform import register
from augstudio.transforms.brightness import Brightness
from augstudio.transforms.channel_shuffle import ChannelShuffle
from augstudio.transforms.clahe import Clahe
from augstudio.transforms.color_jitter import ColorJitter
from augstudio.transforms.color_temperature import ColorTemperature
from augstudio.transforms.contrast import Contrast
from augstudio.transforms.cutout import Cutout
from augstudio.transforms.defocus import Defocus
from augstudio.transforms.downscale import Downscale
from augstudio.transforms.equalize import Equalize
from augstudio.transforms.gamma import Gamma
from augstudio.transforms.gaussian_blur import GaussianBlur
from augstudio.transforms.gaussian_noise import GaussianNoise
from augstudio.transforms.grayscale import Grayscale
from augstudio.transforms.grid_mask import GridMask
from augstudio.transforms.horizontal_flip import HorizontalFlip
from augstudio.transforms.hue import Hue
from augstudio.transforms.invert import Invert
from augstudio.transforms.iso_noise import IsoNoise
from augstudio.transforms.jpeg_compression import JpegCompression
from augstudio.transforms.median_blur import MedianBlur
from augstudio.transforms.motion_blur import MotionBlur
from augstudio.transforms.posterize import Posterize
from augstudio.transforms.quarter_turn import QuarterTurn
from augstudio.transforms.random_crop import RandomCrop
from augstudio.transforms.rotate import Rotate
from augstudio.transforms.salt_and_pepper import SaltAndPepper
from augstudio.transforms.saturation import Saturation
from augstudio.transforms.scale import Scale
from augstudio.transforms.sharpen import Sharpen
from augstudio.transforms.shot_noise import ShotNoise
from augstudio.transforms.solarize import Solarize
from augstudio.transforms.speckle import Speckle
from augstudio.transforms.tone_curve import ToneCurve
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
    Brightness,
    Contrast,
    Gamma,
    ToneCurve,
    Saturation,
    Hue,
    ColorTemperature,
    ColorJitter,
    Grayscale,
    ChannelShuffle,
    Invert,
    Posterize,
    Solarize,
    Equalize,
    Clahe,
    GaussianBlur,
    MotionBlur,
    Defocus,
    MedianBlur,
    Sharpen,
    Downscale,
    JpegCompression,
    GaussianNoise,
    SaltAndPepper,
    Speckle,
    ShotNoise,
    IsoNoise,
    Cutout,
    GridMask,
)

for _transform in CATALOGUE:
    register(_transform)

__all__ = [
    "CATALOGUE",
    "Brightness",
    "ChannelShuffle",
    "Clahe",
    "ColorJitter",
    "ColorTemperature",
    "Contrast",
    "Cutout",
    "Defocus",
    "Downscale",
    "Equalize",
    "Gamma",
    "GaussianBlur",
    "GaussianNoise",
    "Grayscale",
    "GridMask",
    "HorizontalFlip",
    "Hue",
    "Invert",
    "IsoNoise",
    "JpegCompression",
    "MedianBlur",
    "MotionBlur",
    "Posterize",
    "QuarterTurn",
    "RandomCrop",
    "Rotate",
    "SaltAndPepper",
    "Saturation",
    "Scale",
    "Sharpen",
    "ShotNoise",
    "Solarize",
    "Speckle",
    "ToneCurve",
    "Translate",
    "VerticalFlip",
]

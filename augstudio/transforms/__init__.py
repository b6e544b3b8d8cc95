"""The catalogue: one file per transform, one line here for each; importing this registers them all."""

from __future__ import annotations

from augstudio.core.transform import register
from augstudio.transforms.autocontrast import Autocontrast
from augstudio.transforms.brightness import Brightness
from augstudio.transforms.channel_shuffle import ChannelShuffle
from augstudio.transforms.clahe import Clahe
from augstudio.transforms.color_jitter import ColorJitter
from augstudio.transforms.color_temperature import ColorTemperature
from augstudio.transforms.color_transfer import ColorTransfer
from augstudio.transforms.contrast import Contrast
from augstudio.transforms.cutout import Cutout
from augstudio.transforms.defocus import Defocus
from augstudio.transforms.downscale import Downscale
from augstudio.transforms.elastic import Elastic
from augstudio.transforms.equalize import Equalize
from augstudio.transforms.fog import Fog
from augstudio.transforms.gamma import Gamma
from augstudio.transforms.gaussian_blur import GaussianBlur
from augstudio.transforms.gaussian_noise import GaussianNoise
from augstudio.transforms.grayscale import Grayscale
from augstudio.transforms.grid_distortion import GridDistortion
from augstudio.transforms.grid_mask import GridMask
from augstudio.transforms.horizontal_flip import HorizontalFlip
from augstudio.transforms.hue import Hue
from augstudio.transforms.image_model import ImageModel
from augstudio.transforms.invert import Invert
from augstudio.transforms.iso_noise import IsoNoise
from augstudio.transforms.jpeg_compression import JpegCompression
from augstudio.transforms.lens_distortion import LensDistortion
from augstudio.transforms.median_blur import MedianBlur
from augstudio.transforms.motion_blur import MotionBlur
from augstudio.transforms.one_of import OneOf
from augstudio.transforms.perspective import Perspective
from augstudio.transforms.posterize import Posterize
from augstudio.transforms.quarter_turn import QuarterTurn
from augstudio.transforms.rain import Rain
from augstudio.transforms.rand_augment import RandAugment
from augstudio.transforms.random_crop import RandomCrop
from augstudio.transforms.rotate import Rotate
from augstudio.transforms.salt_and_pepper import SaltAndPepper
from augstudio.transforms.saturation import Saturation
from augstudio.transforms.scale import Scale
from augstudio.transforms.season import Season
from augstudio.transforms.shadow import Shadow
from augstudio.transforms.sharpen import Sharpen
from augstudio.transforms.shear import Shear
from augstudio.transforms.shot_noise import ShotNoise
from augstudio.transforms.snow import Snow
from augstudio.transforms.solarize import Solarize
from augstudio.transforms.speckle import Speckle
from augstudio.transforms.style_transfer import StyleTransfer
from augstudio.transforms.sun_flare import SunFlare
from augstudio.transforms.tone_curve import ToneCurve
from augstudio.transforms.translate import Translate
from augstudio.transforms.trivial_augment import TrivialAugment
from augstudio.transforms.vertical_flip import VerticalFlip

CATALOGUE = (
    HorizontalFlip,
    VerticalFlip,
    QuarterTurn,
    Rotate,
    Scale,
    Translate,
    Shear,
    Perspective,
    Elastic,
    GridDistortion,
    LensDistortion,
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
    Autocontrast,
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
    Fog,
    Rain,
    Snow,
    Shadow,
    SunFlare,
    Season,
    ColorTransfer,
    StyleTransfer,
    ImageModel,
    OneOf,
    RandAugment,
    TrivialAugment,
)

for _transform in CATALOGUE:
    register(_transform)

__all__ = [
    "CATALOGUE",
    "Autocontrast",
    "Brightness",
    "ChannelShuffle",
    "Clahe",
    "ColorJitter",
    "ColorTemperature",
    "ColorTransfer",
    "Contrast",
    "Cutout",
    "Defocus",
    "Downscale",
    "Elastic",
    "Equalize",
    "Fog",
    "Gamma",
    "GaussianBlur",
    "GaussianNoise",
    "Grayscale",
    "GridDistortion",
    "GridMask",
    "HorizontalFlip",
    "Hue",
    "ImageModel",
    "Invert",
    "IsoNoise",
    "JpegCompression",
    "LensDistortion",
    "MedianBlur",
    "MotionBlur",
    "OneOf",
    "Perspective",
    "Posterize",
    "QuarterTurn",
    "Rain",
    "RandAugment",
    "RandomCrop",
    "Rotate",
    "SaltAndPepper",
    "Saturation",
    "Scale",
    "Season",
    "Shadow",
    "Sharpen",
    "Shear",
    "ShotNoise",
    "Snow",
    "Solarize",
    "Speckle",
    "StyleTransfer",
    "SunFlare",
    "ToneCurve",
    "Translate",
    "TrivialAugment",
    "VerticalFlip",
]

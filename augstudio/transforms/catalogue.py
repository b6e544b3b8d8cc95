"""The only list of the catalogue: one line for each transform, whose file is named after it."""

from typing import Final

from augstudio.core.transform import Transform, register

# In the order in which editors and documentation list them.
from augstudio.transforms.horizontal_flip import HorizontalFlip as HorizontalFlip
from augstudio.transforms.vertical_flip import VerticalFlip as VerticalFlip
from augstudio.transforms.quarter_turn import QuarterTurn as QuarterTurn
from augstudio.transforms.rotate import Rotate as Rotate
from augstudio.transforms.scale import Scale as Scale
from augstudio.transforms.translate import Translate as Translate
from augstudio.transforms.shear import Shear as Shear
from augstudio.transforms.perspective import Perspective as Perspective
from augstudio.transforms.elastic import Elastic as Elastic
from augstudio.transforms.grid_distortion import GridDistortion as GridDistortion
from augstudio.transforms.lens_distortion import LensDistortion as LensDistortion
from augstudio.transforms.random_crop import RandomCrop as RandomCrop
from augstudio.transforms.resize import Resize as Resize
from augstudio.transforms.brightness import Brightness as Brightness
from augstudio.transforms.contrast import Contrast as Contrast
from augstudio.transforms.gamma import Gamma as Gamma
from augstudio.transforms.tone_curve import ToneCurve as ToneCurve
from augstudio.transforms.saturation import Saturation as Saturation
from augstudio.transforms.hue import Hue as Hue
from augstudio.transforms.color_temperature import ColorTemperature as ColorTemperature
from augstudio.transforms.color_jitter import ColorJitter as ColorJitter
from augstudio.transforms.grayscale import Grayscale as Grayscale
from augstudio.transforms.channel_shuffle import ChannelShuffle as ChannelShuffle
from augstudio.transforms.invert import Invert as Invert
from augstudio.transforms.posterize import Posterize as Posterize
from augstudio.transforms.solarize import Solarize as Solarize
from augstudio.transforms.autocontrast import Autocontrast as Autocontrast
from augstudio.transforms.equalize import Equalize as Equalize
from augstudio.transforms.clahe import Clahe as Clahe
from augstudio.transforms.gaussian_blur import GaussianBlur as GaussianBlur
from augstudio.transforms.motion_blur import MotionBlur as MotionBlur
from augstudio.transforms.defocus import Defocus as Defocus
from augstudio.transforms.median_blur import MedianBlur as MedianBlur
from augstudio.transforms.sharpen import Sharpen as Sharpen
from augstudio.transforms.downscale import Downscale as Downscale
from augstudio.transforms.jpeg_compression import JpegCompression as JpegCompression
from augstudio.transforms.gaussian_noise import GaussianNoise as GaussianNoise
from augstudio.transforms.salt_and_pepper import SaltAndPepper as SaltAndPepper
from augstudio.transforms.speckle import Speckle as Speckle
from augstudio.transforms.shot_noise import ShotNoise as ShotNoise
from augstudio.transforms.iso_noise import IsoNoise as IsoNoise
from augstudio.transforms.cutout import Cutout as Cutout
from augstudio.transforms.grid_mask import GridMask as GridMask
from augstudio.transforms.fog import Fog as Fog
from augstudio.transforms.rain import Rain as Rain
from augstudio.transforms.snow import Snow as Snow
from augstudio.transforms.shadow import Shadow as Shadow
from augstudio.transforms.sun_flare import SunFlare as SunFlare
from augstudio.transforms.season import Season as Season
from augstudio.transforms.color_transfer import ColorTransfer as ColorTransfer
from augstudio.transforms.style_transfer import StyleTransfer as StyleTransfer
from augstudio.transforms.image_model import ImageModel as ImageModel
from augstudio.transforms.mosaic import Mosaic as Mosaic
from augstudio.transforms.cutmix import Cutmix as Cutmix
from augstudio.transforms.mixup import Mixup as Mixup
from augstudio.transforms.copy_paste import CopyPaste as CopyPaste
from augstudio.transforms.one_of import OneOf as OneOf
from augstudio.transforms.rand_augment import RandAugment as RandAugment
from augstudio.transforms.trivial_augment import TrivialAugment as TrivialAugment

CATALOGUE: Final[tuple[type[Transform], ...]] = tuple(
    kind
    for kind in tuple(globals().values())
    if isinstance(kind, type) and issubclass(kind, Transform) and kind is not Transform
)

for _transform in CATALOGUE:
    register(_transform)

"""What other libraries call what a transform does, so that people find it under the name that they know.

The names are those of Albumentations 2.0.8, torchvision 0.24.1 (transforms v2), imgaug 0.4.0, Roboflow's
pages on augmentation and preprocessing (2026), and the classes and settings by which Ultralytics 8.3 trains.
They say where to look, not that the pixels are the same.
"""

from typing import Final, NamedTuple


class NamesElsewhere(NamedTuple):
    """Names in each library, separated by spaces, Roboflow's by commas; one may stand with several."""

    albumentations: str = ""
    torchvision: str = ""
    imgaug: str = ""
    roboflow: str = ""
    ultralytics: str = ""

    @property
    def all(self) -> tuple[str, ...]:
        """All names, each once."""
        libraries = (self.albumentations, self.torchvision, self.imgaug, self.ultralytics)
        known = [*" ".join(libraries).split(), *self.roboflow.split(", ")]
        return tuple(dict.fromkeys(name for name in known if name))


NAMES_ELSEWHERE: Final = {
    "horizontal_flip": NamesElsewhere(
        albumentations="HorizontalFlip D4 SquareSymmetry",
        torchvision="RandomHorizontalFlip",
        imgaug="Fliplr HorizontalFlip",
        roboflow="Flip",
        ultralytics="fliplr RandomFlip",
    ),
    "vertical_flip": NamesElsewhere(
        albumentations="VerticalFlip D4 SquareSymmetry",
        torchvision="RandomVerticalFlip",
        imgaug="Flipud VerticalFlip",
        roboflow="Flip",
        ultralytics="flipud RandomFlip",
    ),
    "quarter_turn": NamesElsewhere(
        albumentations="RandomRotate90 D4 SquareSymmetry Transpose", imgaug="Rot90", roboflow="90° Rotate"
    ),
    "rotate": NamesElsewhere(
        albumentations="Rotate SafeRotate Affine ShiftScaleRotate",
        torchvision="RandomRotation RandomAffine",
        imgaug="Rotate Affine",
        roboflow="Rotation",
        ultralytics="degrees RandomPerspective",
    ),
    "scale": NamesElsewhere(
        albumentations="RandomScale Affine ShiftScaleRotate",
        torchvision="RandomAffine RandomZoomOut ScaleJitter",
        imgaug="Scale ScaleX ScaleY Affine",
        ultralytics="scale RandomPerspective",
    ),
    "translate": NamesElsewhere(
        albumentations="Affine ShiftScaleRotate",
        torchvision="RandomAffine",
        imgaug="TranslateX TranslateY Affine",
        ultralytics="translate RandomPerspective",
    ),
    "shear": NamesElsewhere(
        albumentations="Affine",
        torchvision="RandomAffine",
        imgaug="ShearX ShearY Affine",
        roboflow="Shear",
        ultralytics="shear RandomPerspective",
    ),
    "perspective": NamesElsewhere(
        albumentations="Perspective",
        torchvision="RandomPerspective",
        imgaug="PerspectiveTransform",
        ultralytics="perspective RandomPerspective",
    ),
    "elastic": NamesElsewhere(
        albumentations="ElasticTransform GridElasticDeform ThinPlateSpline",
        torchvision="ElasticTransform",
        imgaug="ElasticTransform ElasticTransformation",
    ),
    "grid_distortion": NamesElsewhere(
        albumentations="GridDistortion PiecewiseAffine", imgaug="PiecewiseAffine"
    ),
    "lens_distortion": NamesElsewhere(albumentations="OpticalDistortion"),
    "random_crop": NamesElsewhere(
        albumentations="RandomResizedCrop RandomSizedCrop RandomCrop RandomCropFromBorders CropAndPad",
        torchvision="RandomResizedCrop RandomCrop",
        imgaug="Crop CropAndPad CropToFixedSize",
        roboflow="Crop",
    ),
    "resize": NamesElsewhere(
        albumentations="Resize LongestMaxSize SmallestMaxSize PadIfNeeded CenterCrop",
        torchvision="Resize RandomResize RandomShortestSize CenterCrop",
        imgaug="Resize PadToFixedSize",
        roboflow="Resize",
        ultralytics="LetterBox ClassifyLetterBox CenterCrop",
    ),
    "mosaic": NamesElsewhere(albumentations="Mosaic", roboflow="Mosaic", ultralytics="mosaic Mosaic"),
    "cutmix": NamesElsewhere(torchvision="CutMix", ultralytics="cutmix CutMix"),
    "mixup": NamesElsewhere(torchvision="MixUp", ultralytics="mixup MixUp"),
    "copy_paste": NamesElsewhere(albumentations="OverlayElements", ultralytics="copy_paste CopyPaste"),
    "brightness": NamesElsewhere(
        albumentations="RandomBrightnessContrast AdditiveNoise RGBShift",
        torchvision="ColorJitter adjust_brightness",
        imgaug="Add AddToBrightness MultiplyBrightness EnhanceBrightness",
        roboflow="Brightness",
        ultralytics="hsv_v RandomHSV",
    ),
    "contrast": NamesElsewhere(
        albumentations="RandomBrightnessContrast PlasmaBrightnessContrast",
        torchvision="ColorJitter adjust_contrast",
        imgaug="LinearContrast ContrastNormalization EnhanceContrast SigmoidContrast LogContrast",
    ),
    "gamma": NamesElsewhere(
        albumentations="RandomGamma", torchvision="adjust_gamma", imgaug="GammaContrast", roboflow="Exposure"
    ),
    "tone_curve": NamesElsewhere(albumentations="RandomToneCurve", imgaug="SigmoidContrast"),
    "saturation": NamesElsewhere(
        albumentations="HueSaturationValue",
        torchvision="ColorJitter adjust_saturation",
        imgaug="MultiplySaturation AddToSaturation EnhanceColor Saturate",
        roboflow="Saturation",
        ultralytics="hsv_s RandomHSV",
    ),
    "hue": NamesElsewhere(
        albumentations="HueSaturationValue",
        torchvision="ColorJitter adjust_hue",
        imgaug="MultiplyHue AddToHue",
        roboflow="Hue",
        ultralytics="hsv_h RandomHSV",
    ),
    "color_temperature": NamesElsewhere(albumentations="PlanckianJitter", imgaug="ChangeColorTemperature"),
    "color_jitter": NamesElsewhere(
        albumentations="ColorJitter HueSaturationValue RandomBrightnessContrast",
        torchvision="ColorJitter RandomPhotometricDistort",
        imgaug="AddToHueAndSaturation MultiplyHueAndSaturation",
        ultralytics="RandomHSV",
    ),
    "grayscale": NamesElsewhere(
        albumentations="ToGray",
        torchvision="Grayscale RandomGrayscale",
        imgaug="Grayscale RemoveSaturation",
        roboflow="Grayscale",
    ),
    "channel_shuffle": NamesElsewhere(
        albumentations="ChannelShuffle",
        torchvision="RandomChannelPermutation",
        imgaug="ChannelShuffle",
        ultralytics="bgr",
    ),
    "invert": NamesElsewhere(albumentations="InvertImg", torchvision="RandomInvert", imgaug="Invert"),
    "posterize": NamesElsewhere(
        albumentations="Posterize",
        torchvision="RandomPosterize",
        imgaug="Posterize UniformColorQuantizationToNBits",
    ),
    "solarize": NamesElsewhere(albumentations="Solarize", torchvision="RandomSolarize", imgaug="Solarize"),
    "autocontrast": NamesElsewhere(
        albumentations="AutoContrast",
        torchvision="RandomAutocontrast",
        imgaug="Autocontrast",
        roboflow="Auto-Adjust Contrast",
    ),
    "equalize": NamesElsewhere(
        albumentations="Equalize",
        torchvision="RandomEqualize",
        imgaug="Equalize HistogramEqualization",
        roboflow="Auto-Adjust Contrast",
    ),
    "clahe": NamesElsewhere(
        albumentations="CLAHE", imgaug="CLAHE AllChannelsCLAHE", roboflow="Auto-Adjust Contrast"
    ),
    "gaussian_blur": NamesElsewhere(
        albumentations="GaussianBlur Blur AdvancedBlur",
        torchvision="GaussianBlur",
        imgaug="GaussianBlur AverageBlur",
        roboflow="Blur",
    ),
    "motion_blur": NamesElsewhere(albumentations="MotionBlur", imgaug="MotionBlur", roboflow="Motion Blur"),
    "defocus": NamesElsewhere(albumentations="Defocus", imgaug="DefocusBlur"),
    "median_blur": NamesElsewhere(albumentations="MedianBlur", imgaug="MedianBlur"),
    "sharpen": NamesElsewhere(
        albumentations="Sharpen UnsharpMask",
        torchvision="RandomAdjustSharpness adjust_sharpness",
        imgaug="Sharpen EnhanceSharpness",
    ),
    "downscale": NamesElsewhere(albumentations="Downscale", imgaug="Pixelate"),
    "jpeg_compression": NamesElsewhere(
        albumentations="ImageCompression", torchvision="JPEG", imgaug="JpegCompression"
    ),
    "gaussian_noise": NamesElsewhere(
        albumentations="GaussNoise AdditiveNoise", torchvision="GaussianNoise", imgaug="AdditiveGaussianNoise"
    ),
    "salt_and_pepper": NamesElsewhere(
        albumentations="SaltAndPepper PixelDropout",
        imgaug="SaltAndPepper Salt Pepper ImpulseNoise",
        roboflow="Noise",
    ),
    "speckle": NamesElsewhere(
        albumentations="MultiplicativeNoise", imgaug="SpeckleNoise MultiplyElementwise"
    ),
    "shot_noise": NamesElsewhere(albumentations="ShotNoise", imgaug="ShotNoise AdditivePoissonNoise"),
    "iso_noise": NamesElsewhere(albumentations="ISONoise", roboflow="Camera Gain"),
    "cutout": NamesElsewhere(
        albumentations="CoarseDropout Erasing ConstrainedCoarseDropout XYMasking",
        torchvision="RandomErasing erase",
        imgaug="Cutout CoarseDropout Dropout",
        roboflow="Cutout",
        ultralytics="erasing",
    ),
    "grid_mask": NamesElsewhere(albumentations="GridDropout"),
    "fog": NamesElsewhere(albumentations="RandomFog", imgaug="Fog Clouds"),
    "rain": NamesElsewhere(albumentations="RandomRain Spatter", imgaug="Rain"),
    "snow": NamesElsewhere(imgaug="Snowflakes Snow"),
    "shadow": NamesElsewhere(albumentations="RandomShadow PlasmaShadow"),
    "sun_flare": NamesElsewhere(albumentations="RandomSunFlare"),
    "season": NamesElsewhere(albumentations="RandomSnow", imgaug="FastSnowyLandscape Frost"),
    "color_transfer": NamesElsewhere(albumentations="HistogramMatching PixelDistributionAdaptation FDA"),
    "style_transfer": NamesElsewhere(albumentations="FDA", imgaug="Cartoon"),
    "image_model": NamesElsewhere(albumentations="Lambda", torchvision="Lambda", imgaug="Lambda"),
    "one_of": NamesElsewhere(
        albumentations="OneOf SomeOf", torchvision="RandomChoice", imgaug="OneOf SomeOf"
    ),
    "rand_augment": NamesElsewhere(
        torchvision="RandAugment AutoAugment AugMix", imgaug="RandAugment", ultralytics="auto_augment"
    ),
    "trivial_augment": NamesElsewhere(
        torchvision="TrivialAugmentWide AutoAugment", ultralytics="auto_augment"
    ),
}
"""Names by the transform's own."""

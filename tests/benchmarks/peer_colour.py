"""Pairs of transforms of colour, blur and loss, and of those that hide."""

from __future__ import annotations

import io
from typing import Any

import cv2
import numpy as np
from PIL import Image as Pillow

from augstudio.core.image import Image, Size
from tests.benchmarks.peers import Pair, Peer, ours, theirs_a, theirs_t
from tests.benchmarks.timing import Way

PLAIN: dict[str, Any] = {"brightness": (1, 1), "contrast": (1, 1), "saturation": (1, 1), "hue": (0, 0)}
JITTER: dict[str, Any] = {"brightness": 1.0, "contrast": 1.0, "saturation": 1.0, "hue": 0.0}
AREA_THEN_LINEAR = {"downscale": cv2.INTER_AREA, "upscale": cv2.INTER_LINEAR}
CUT = "theirs cuts fractions off, ours rounds"
WEIGHTS = "weights: ours whole multiples of 1/256 (OpenCV's), theirs floating point"
BORDER = "the border: theirs repeats the outermost pixel, ours mirrors; inside they are equal"


def same(size: Size) -> list[Pair]:
    """Those that both define alike."""
    return [*_tones(), *_colours(), *_histograms(), *_blurs(), *_losses(), *_hiding(size)]


def _jitter(**options: Any) -> Peer:
    return theirs_a("ColorJitter", _said(options), **PLAIN | options)


def _said(options: dict[str, Any]) -> str:
    return ", ".join(f"{name}={value[0]:.4g}" for name, value in options.items())


def _tones() -> list[Pair]:
    brighter = theirs_a(
        "RandomBrightnessContrast", "brightness=0.2", brightness_limit=(0.2, 0.2), contrast_limit=(0, 0)
    )
    # Theirs multiplies about black: less by half of what is added leaves mid grey where it is.
    harder = theirs_a(
        "RandomBrightnessContrast",
        "contrast=0.3, brightness=-0.15",
        brightness_limit=(-0.15, -0.15),
        contrast_limit=(0.3, 0.3),
    )
    factor = ours("color_jitter", "brightness=1.2", **JITTER | {"brightness": 1.2})
    bent = {"low_y": (1 + 0.3) / 3, "high_y": (2 - 0.3) / 3}
    return [
        Pair(brighter, ours("brightness", shift=0.2)),
        Pair(harder, ours("contrast", factor=1.3), CUT),
        Pair(_jitter(brightness=(1.2, 1.2)), factor, CUT),
        Pair(theirs_t("adjust_brightness", brightness_factor=1.2), factor, CUT),
        Pair(theirs_a("RandomGamma", gamma_limit=(140, 140)), ours("gamma", gamma=1.4), CUT),
        Pair(theirs_t("adjust_gamma", gamma=1.4), ours("gamma", gamma=1.4), CUT),
        Pair(
            theirs_a("RandomToneCurve", "low_y=1.3/3, high_y=1.7/3", bent),
            ours("tone_curve", shadows=0.3, highlights=-0.3),
        ),
        Pair(theirs_a("InvertImg"), ours("invert")),
        Pair(theirs_t("invert"), ours("invert")),
        Pair(theirs_a("Posterize", num_bits=4), ours("posterize", bits=4)),
        Pair(theirs_t("posterize", bits=4), ours("posterize", bits=4)),
        Pair(theirs_a("Solarize", threshold_range=(0.5, 0.5)), ours("solarize", threshold=128)),
        Pair(theirs_t("solarize", threshold=128), ours("solarize", threshold=128)),
    ]


def _colours() -> list[Pair]:
    shares = "theirs has luma's shares to four digits (0.2989) and cuts fractions off"
    return [
        Pair(_jitter(saturation=(1.5, 1.5)), ours("saturation", factor=1.5), "theirs rounds the grey first"),
        Pair(theirs_t("adjust_saturation", saturation_factor=1.5), ours("saturation", factor=1.5), shares),
        Pair(theirs_a("ToGray"), ours("grayscale", strength=1.0)),
        Pair(theirs_t("rgb_to_grayscale", num_output_channels=3), ours("grayscale", strength=1.0), shares),
        Pair(
            theirs_a("ChannelShuffle", given={"channels_shuffled": [2, 1, 0]}),
            ours("channel_shuffle", orders="bgr"),
        ),
        Pair(theirs_t("permute_channels", permutation=[2, 1, 0]), ours("channel_shuffle", orders="bgr")),
    ]


def _histograms() -> list[Pair]:
    apart = ours("equalize", strength=1.0, options={"per_channel": True})
    stretched = ours("autocontrast", "strength=1", strength=1.0, cutoff=0.0)
    return [
        Pair(theirs_a("Equalize", mode="cv"), apart),
        Pair(
            theirs_a("Equalize", mode="pil"),
            apart,
            "ours is OpenCV's curve, Pillow's goes in whole numbers of pixels",
        ),
        Pair(theirs_t("equalize"), apart, "the same"),
        Pair(
            theirs_a("AutoContrast", method="pil"), stretched, "theirs rounds, ours cuts off as Pillow does"
        ),
        Pair(theirs_t("autocontrast"), stretched),
    ]


def _blurs() -> list[Pair]:
    soft, sharp = ours("gaussian_blur", sigma=2.0), ours("sharpen", amount=1.0, sigma=1.0)
    masked: dict[str, Any] = {"blur_limit": (7, 7), "sigma_limit": (1, 1), "alpha": (1, 1), "threshold": 0}
    return [
        Pair(theirs_a("GaussianBlur", sigma_limit=(2, 2), blur_limit=(13, 13)), soft, WEIGHTS),
        Pair(theirs_t("gaussian_blur", kernel_size=[13, 13], sigma=[2.0, 2.0]), soft, WEIGHTS),
        Pair(theirs_a("MedianBlur", blur_limit=(5, 5)), ours("median_blur", radius=2), BORDER),
        Pair(
            theirs_a("UnsharpMask", **masked),
            sharp,
            "rounding; their default leaves out where the blur changes less than 10 levels",
        ),
    ]


def _losses() -> list[Pair]:
    return [
        Pair(
            theirs_a(
                "Downscale",
                shown="scale=0.25, area, linear",
                scale_range=(0.25, 0.25),
                interpolation_pair=AREA_THEN_LINEAR,
            ),
            ours("downscale", factor=0.25),
        ),
        Pair(_pillow_jpeg(30), ours("jpeg_compression", quality=30)),
    ]


def _pillow_jpeg(quality: int) -> Peer:
    """In place of torchvision's ``jpeg``, which needs its compiled operators."""

    def bound(image: Image) -> Way:
        def coded() -> Any:
            file = io.BytesIO()
            Pillow.fromarray(image).save(file, "JPEG", quality=quality)
            return Pillow.open(file).convert("RGB")

        return coded

    return Peer(f"Pillow, save(quality={quality})", bound)


def _hiding(size: Size) -> list[Pair]:
    half = min(size) // 8
    box: dict[str, Any] = {
        "count": 1,
        "size": 0.25,
        "aspect": 1.0,
        "noise_seed": 1,
        "centres": [{"x": 0.5, "y": 0.5}],
    }
    corner = {"i": size[1] // 2 - half, "j": size[0] // 2 - half, "h": 2 * half, "w": 2 * half}
    hole = {"holes": np.array([[corner["j"], corner["i"], corner["j"] + 2 * half, corner["i"] + 2 * half]])}
    covered = ours("cutout", "a box in the middle", options={"fill": "black"}, **box)
    unit = min(size) // 8
    corners = [(left, top) for left in range(0, size[0], unit) for top in range(0, size[1], unit)]
    squares = {"holes": np.array([[x, y, x + unit // 2, y + unit // 2] for x, y in corners]), "seed": 0}
    return [
        Pair(theirs_a("CoarseDropout", "the same box", {**hole, "seed": 0}), covered),
        Pair(theirs_t("erase", "the same box", **corner, v=_black()), covered),
        Pair(
            theirs_a("GridDropout", "the same squares", squares),
            ours("grid_mask", "unit=0.125, hidden=0.5", unit=0.125, hidden=0.5, x=0.0, y=0.0, noise_seed=1),
        ),
    ]


def _black() -> Any:
    return np.zeros((3, 1, 1), np.uint8)


def alike() -> list[Pair]:
    """Those that they define otherwise."""
    strong: dict[str, Any] = {"brightness": 1.2, "contrast": 1.2, "saturation": 1.3}
    wheel = "ours turns colours about grey and keeps luma, theirs shifts the hue of HSV"
    turned, harder = ours("hue", angle=20.0), ours("contrast", factor=1.3)
    mean = "ours stretches about mid grey, theirs about the picture's mean"
    sharp = ours("sharpen", amount=1.0, sigma=1.0)
    line: dict[str, Any] = {"blur_limit": (9, 9), "direction_range": (0, 0), "allow_shifted": False}
    return [
        Pair(
            theirs_a("ColorJitter", "1.2, 1.2, 1.3, 10°", {**strong, "hue": 10 / 360, "order": [0, 1, 2, 3]}),
            ours("color_jitter", "1.2, 1.2, 1.3, 10°", **strong, hue=10.0),
            "contrast and hue, as below",
        ),
        Pair(_jitter(contrast=(1.3, 1.3)), harder, mean),
        Pair(theirs_t("adjust_contrast", contrast_factor=1.3), harder, mean),
        Pair(_jitter(hue=(20 / 360, 20 / 360)), turned, wheel),
        Pair(theirs_t("adjust_hue", hue_factor=20 / 360), turned, wheel),
        Pair(
            theirs_a("PlanckianJitter", given={"temperature": 4000}),
            ours("color_temperature", temperature=4000.0),
            "ours multiplies linear light and keeps luminance, theirs multiplies levels and keeps green",
        ),
        Pair(
            theirs_a("Equalize", by_channels=False),
            ours("equalize", strength=1.0),
            "ours looks all colours up in luma's curve, theirs moves luma and keeps the colour difference",
        ),
        Pair(
            theirs_a("AutoContrast", method="cdf"),
            ours("autocontrast", "strength=1", strength=1.0, cutoff=0.0),
            "their default equalises the histogram instead of stretching it",
        ),
        Pair(
            theirs_a("CLAHE", clip_limit=(2, 2)),
            ours("clahe", clip=2.0, strength=1.0),
            "ours changes BT.601 luma, theirs L of Lab",
        ),
        Pair(
            theirs_a("MotionBlur", "blur=9, angle=0", angle_range=(0, 0), **line),
            ours("motion_blur", length=9.0, angle=0.0),
            "the path's two ends: ours counts them half, theirs counts 9 pixels alike",
        ),
        Pair(
            theirs_a("MotionBlur", "blur=9, angle=30", angle_range=(30, 30), **line),
            ours("motion_blur", length=9.0, angle=-30.0),
            "the same, and ours shares the path between pixels; their angles turn clockwise",
        ),
        Pair(
            theirs_a("ImageCompression", quality_range=(30, 30)),
            ours("jpeg_compression", quality=30),
            "theirs hands red to the encoder as blue; with both exchanged it equals ours",
        ),
        Pair(
            theirs_a("Defocus", radius=(4, 4), alias_blur=(0.1, 0.1)),
            ours("defocus", radius=4.0),
            "the rim of the disk: ours is soft over one pixel, theirs hard",
        ),
        Pair(
            theirs_t("adjust_sharpness", sharpness_factor=2.0),
            sharp,
            "theirs takes a blur of 3x3 pixels away",
        ),
    ]

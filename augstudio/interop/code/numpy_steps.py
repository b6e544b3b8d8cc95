"""How scripts do in plain NumPy what steps do; the functions stand in ``resources/code``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from augstudio.core.transform import Transform
from augstudio.interop.code.calls import Call, Expressed, Missing, chosen, drawn, is_fixed, number, pair
from augstudio.transforms import QuarterTurn

FILES: Final = ("numpy_colour", "numpy_geometry", "numpy_detail", "numpy_policies")
"""Files with the functions."""

Written: TypeAlias = Callable[[Any], Call]
"""Writes the call for a transform."""

_CANVAS: Final = ("matrix", "size")
_PADDED: Final = ("PADDING", "FILL")

MATRICES: Final[Mapping[str, Written]] = {
    "horizontal_flip": lambda item: Call("mirror_x", _CANVAS),
    "vertical_flip": lambda item: Call("mirror_y", _CANVAS),
    "quarter_turn": lambda item: Call("quarter_turn", (*_CANVAS, chosen(item.turns))),
    "rotate": lambda item: Call(_ROTATIONS[item.size], (*_CANVAS, drawn(item.angle_range))),
    "scale": lambda item: Call("scale", (*_CANVAS, drawn(item.factor_range), drawn(item.stretch_range))),
    "translate": lambda item: Call("translate", (*_CANVAS, drawn(item.x_range), drawn(item.y_range))),
    "shear": lambda item: Call("shear", (*_CANVAS, drawn(item.x_range), drawn(item.y_range))),
    "perspective": lambda item: Call("perspective", (*_CANVAS, drawn(item.distortion_scale_range), "rng")),
    "random_crop": lambda item: Call(
        "random_crop", (*_CANVAS, drawn(item.area_range), drawn(item.aspect_range), "rng")
    ),
    "resize": lambda item: Call("resize", (*_CANVAS, str(item.width), str(item.height), f'"{item.method}"')),
}
"""Steps that move a picture by a matrix: they take matrix and size, and give both."""

_ROTATIONS: Final[Mapping[str, str]] = {"keep": "rotate", "grow": "rotate_grow", "crop": "rotate_crop"}


def lossless(transform: Transform, rot90: str = "np.rot90") -> str | None:
    """An expression that does the step alone without resampling, or None."""
    if isinstance(transform, QuarterTurn):
        return f"{rot90}(image, {chosen(transform.turns)})"
    return {"horizontal_flip": "image[:, ::-1]", "vertical_flip": "image[::-1]"}.get(transform.NAME)


def _reciprocal(item: Any) -> str:
    """A temperature, evenly in its reciprocal."""
    low, high = item.temperature_range
    fixed = is_fixed(item.temperature_range)
    return number(low) if fixed else f"1 / rng.uniform({number(1 / high)}, {number(1 / low)})"


def _photons(item: Any) -> str:
    """A number of photons, evenly in the strength of the noise."""
    low, high = item.photons_range
    fixed = is_fixed(item.photons_range)
    return number(low) if fixed else f"rng.uniform({number(high**-0.5)}, {number(low**-0.5)}) ** -2"


def _call(name: str, *fields: str, more: tuple[str, ...] = ()) -> Written:
    """A function of the picture that takes draws from some ranges."""

    def write(item: Any) -> Call:
        return Call(name, ("image", *(drawn(getattr(item, field)) for field in fields), *more))

    return write


PIXELS: Final[Mapping[str, Written]] = {
    "elastic": _call("elastic", "alpha_range", "sigma_range", more=("rng", *_PADDED)),
    "grid_distortion": lambda item: Call(
        "grid_distortion",
        (
            "image",
            drawn(item.num_steps_range),
            drawn(item.distortion_range),
            str(item.move_edges),
            "rng",
            *_PADDED,
        ),
    ),
    "lens_distortion": lambda item: Call(
        "lens_distortion", ("image", drawn(item.k_range), str(item.fill_frame), *_PADDED)
    ),
    "brightness": _call("brightness", "shift_range"),
    "contrast": _call("contrast", "factor_range"),
    "gamma": _call("gamma", "gamma_range"),
    "tone_curve": _call("tone_curve", "shadows_range", "highlights_range"),
    "saturation": _call("saturation", "factor_range"),
    "hue": _call("hue", "angle_range"),
    "color_temperature": lambda item: Call("color_temperature", ("image", _reciprocal(item))),
    "color_jitter": _call(
        "color_jitter", "brightness_range", "contrast_range", "saturation_range", "hue_range"
    ),
    "grayscale": _call("grayscale", "strength_range"),
    "channel_shuffle": lambda item: Call("channel_shuffle", ("image", chosen(item.orders))),
    "invert": _call("invert"),
    "posterize": _call("posterize", "bits_range"),
    "solarize": _call("solarize", "threshold_range"),
    "autocontrast": lambda item: Call(
        "autocontrast",
        ("image", drawn(item.cutoff_range), drawn(item.strength_range), str(item.per_channel)),
    ),
    "equalize": lambda item: Call("equalize", ("image", drawn(item.strength_range), str(item.per_channel))),
    "clahe": lambda item: Call(
        "clahe", ("image", drawn(item.clip_range), drawn(item.strength_range), str(item.tiles))
    ),
    "gaussian_blur": _call("gaussian_blur", "sigma_range"),
    "motion_blur": _call("motion_blur", "length_range", "angle_range"),
    "defocus": _call("defocus", "radius_range"),
    "median_blur": _call("median_blur", "radius_range"),
    "sharpen": _call("sharpen", "amount_range", "sigma_range"),
    "downscale": lambda item: Call(
        "downscale", ("image", drawn(item.factor_range), str(item.enlarging == "smooth"))
    ),
    "jpeg_compression": _call("jpeg_compression", "quality_range"),
    "gaussian_noise": lambda item: Call(
        "gaussian_noise", ("image", drawn(item.sigma_range), str(item.per_channel), "rng")
    ),
    "salt_and_pepper": lambda item: Call(
        "salt_and_pepper", ("image", drawn(item.amount_range), number(item.salt_share), "rng")
    ),
    "speckle": _call("speckle", "sigma_range", more=("rng",)),
    "shot_noise": lambda item: Call("shot_noise", ("image", _photons(item), "rng")),
    "iso_noise": _call("iso_noise", "grain_range", "color_range", more=("rng",)),
    "cutout": lambda item: Call(
        "cutout",
        (
            "image",
            drawn(item.count_range),
            drawn(item.size_range),
            drawn(item.aspect_range),
            f'"{item.fill}"',
            "rng",
        ),
    ),
    "grid_mask": lambda item: Call(
        "grid_mask",
        ("image", drawn(item.unit_range), drawn(item.hidden_range), f'"{item.fill}"', "rng"),
    ),
    "rand_augment": lambda item: Call(
        "rand_augment", ("image", str(item.count), pair(item.magnitude_range), "rng", *_PADDED)
    ),
    "trivial_augment": lambda item: Call(
        "trivial_augment", ("image", pair(item.magnitude_range), "rng", *_PADDED)
    ),
}
"""Steps that make a new picture of a picture."""

_RANDOM_FIELDS: Final = "its noise is another one of the same kind and strength."

DIFFERENCES: Final[Mapping[str, str]] = {
    "elastic": "its random surfaces are others of the same strength and coarseness.",
    "grid_distortion": "its lines are drawn by another generator.",
    "gaussian_noise": _RANDOM_FIELDS,
    "salt_and_pepper": _RANDOM_FIELDS,
    "speckle": _RANDOM_FIELDS,
    "shot_noise": _RANDOM_FIELDS,
    "iso_noise": _RANDOM_FIELDS,
}
"""What the functions do otherwise, besides drawing from another generator."""

_MIXING: Final = (
    "it needs other pictures of the dataset, and labels that follow; mix batches in the training loop, or "
    "export the dataset with augstudio."
)
_WEATHER: Final = (
    "its scene is made by functions of augstudio itself; export the dataset, or leave the step out."
)
_STYLE: Final = (
    "it needs other pictures and methods of augstudio itself; export the dataset, or leave it out."
)

MISSING: Final[Mapping[str, str]] = {
    **dict.fromkeys(("mosaic", "cutmix", "mixup", "copy_paste"), _MIXING),
    **dict.fromkeys(("fog", "rain", "snow", "shadow", "sun_flare", "season"), _WEATHER),
    **dict.fromkeys(("color_transfer", "style_transfer"), _STYLE),
    "image_model": "it runs a network with values scaled by augstudio itself; export the dataset, or leave "
    "the step out.",
}
"""Steps that plain NumPy does not do, and why."""


def in_numpy(transform: Transform) -> Expressed | Missing:
    """How a step other than one that selects is done by a function of NumPy, or why not."""
    name = transform.NAME
    if name in MISSING:
        return Missing(MISSING[name])
    write = MATRICES.get(name) or PIXELS[name]
    return Expressed(write(transform), DIFFERENCES.get(name, ""))

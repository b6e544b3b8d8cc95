"""Pipelines as scripts for Albumentations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.transform import Transform
from augstudio.interop.code.calls import Call, Expressed, is_fixed, number, pair
from augstudio.interop.code.lists import Choice, Library, ListWriter, written
from augstudio.interop.code.numpy_steps import FILES
from augstudio.interop.code.script import About, Body
from augstudio.interop.code.tree import Node

ABOUT: Final = About(
    title="Albumentations",
    packages=("albumentations==2.0.8", "pillow>=10"),
    files=("albumentations_parts", *FILES),
    notes=(
        "Each step of geometry resamples the picture by itself; augstudio makes one matrix of neighbouring "
        "ones. Albumentations does not smooth before it shrinks.",
        "AlbumentationsX installs the module albumentations, too, and ignores parameters that it calls "
        "otherwise with a mere warning: the script ends there.",
    ),
)

BORDERS: Final = {
    PaddingMode.CONSTANT: "cv2.BORDER_CONSTANT",
    PaddingMode.EDGE: "cv2.BORDER_REPLICATE",
    PaddingMode.REFLECT: "cv2.BORDER_REFLECT_101",
    PaddingMode.SYMMETRIC: "cv2.BORDER_REFLECT",
    PaddingMode.WRAP: "cv2.BORDER_WRAP",
}
"""What OpenCV calls the modes that are named as by numpy."""

_WHOLE_PIXELS: Final = "it shifts by parts of a pixel, too, which blurs a little."
_WEATHER: Final = (
    "another picture of the same idea; of the parameters only {0} carries over, and sizes are in pixels."
)


def _with(name: str, *arguments: str) -> Call:
    return Call(f"A.{name}", arguments)


def _affine(item: Any, padding: Padding) -> Expressed | None:
    """Steps that ``A.Affine`` does with the same matrix."""
    more = [f"border_mode={BORDERS[padding.mode]}"]
    if padding.mode is PaddingMode.CONSTANT:
        more.append("fill=FILL")
    if item.NAME == "rotate" and item.size == "keep":
        return Expressed(_with("Affine", f"rotate={pair(item.angle_range)}", *more))
    if item.NAME == "scale" and tuple(item.stretch_range) == (1, 1):
        return Expressed(_with("Affine", f"scale={pair(item.factor_range)}", "keep_ratio=True", *more))
    if item.NAME == "translate":
        shares = f'{{"x": {pair(item.x_range)}, "y": {pair(item.y_range)}}}'
        return Expressed(_with("Affine", f"translate_percent={shares}", *more), _WHOLE_PIXELS)
    return None


def _levels(values: Range) -> str:
    return pair(value / 255 for value in values)


def _at_full_strength(item: Any, how: Expressed) -> Expressed | None:
    """The library's own step, which knows no strength."""
    return how if tuple(item.strength_range) == (1, 1) else None


def _autocontrast(item: Any) -> Expressed | None:
    if not item.per_channel or not is_fixed(item.cutoff_range):
        return None
    cutoff = number(100 * item.cutoff_range[0])
    how = _with("AutoContrast", f"cutoff={cutoff}", 'method="pil"')
    return _at_full_strength(item, Expressed(how, "it cuts fractions off: up to 2 levels."))


def _clahe(item: Any) -> Expressed | None:
    arguments = f"clip_limit={pair(item.clip_range)}", f"tile_grid_size=({item.tiles}, {item.tiles})"
    lightness = "it works on the lightness of CIELAB instead of the luma."
    return _at_full_strength(item, Expressed(_with("CLAHE", *arguments), lightness))


def _downscale(item: Any) -> Expressed:
    up = "cv2.INTER_LINEAR" if item.enlarging == "smooth" else "cv2.INTER_NEAREST_EXACT"
    ways = f'{{"downscale": cv2.INTER_AREA, "upscale": {up}}}'
    return Expressed(
        _with("Downscale", f"scale_range={pair(item.factor_range)}", f"interpolation_pair={ways}")
    )


def _median(item: Any) -> Expressed | None:
    low, high = item.radius_range
    return Expressed(_with("MedianBlur", f"blur_limit=({2 * low + 1}, {2 * high + 1})")) if low >= 1 else None


def _gamma(item: Any) -> Expressed:
    limits = f"gamma_limit={pair(100 * value for value in item.gamma_range)}"
    return Expressed(_with("RandomGamma", limits), "it cuts fractions off: up to 1 level.")


def _saturation(item: Any) -> Expressed:
    same = "brightness=(1, 1)", "contrast=(1, 1)", f"saturation={pair(item.factor_range)}", "hue=(0, 0)"
    return Expressed(_with("ColorJitter", *same))


def _brightness(item: Any) -> Expressed:
    limits = f"brightness_limit={pair(item.shift_range)}", "contrast_limit=(0, 0)"
    return Expressed(_with("RandomBrightnessContrast", *limits))


def _gaussian_noise(item: Any) -> Expressed:
    noise = "its noise is another one of the same kind and strength."
    arguments = f"std_range={_levels(item.sigma_range)}", f"per_channel={item.per_channel}"
    return Expressed(_with("GaussNoise", *arguments), noise)


def _salt_and_pepper(item: Any) -> Expressed:
    share = number(item.salt_share)
    arguments = f"amount={pair(item.amount_range)}", f"salt_vs_pepper=({share}, {share})"
    return Expressed(_with("SaltAndPepper", *arguments), "its specks lie elsewhere.")


def _rain(item: Any) -> Expressed:
    slants = f"slant_range={pair(item.angle_range)}"
    return Expressed(_with("RandomRain", slants), _WEATHER.format("the wind's angle"))


def _shadow(item: Any) -> Expressed:
    arguments = (
        f"num_shadows_limit={pair(item.count_range)}",
        f"shadow_intensity_range={pair(item.darkness_range)}",
    )
    return Expressed(_with("RandomShadow", *arguments), _WEATHER.format("number and darkness"))


def _sun_flare(item: Any) -> Expressed:
    (left, right), (top, bottom) = item.x_range, item.y_range
    if left >= right or top >= bottom:
        right, bottom = min(1, left + 0.01), min(1, top + 0.01)
    place = f"flare_roi={pair((left, top, right, bottom))}"
    return Expressed(_with("RandomSunFlare", place), _WEATHER.format("the sun's place"))


_NATIVE: Final[Mapping[str, Callable[[Any], Expressed | None]]] = {
    "horizontal_flip": lambda item: Expressed(_with("HorizontalFlip")),
    "vertical_flip": lambda item: Expressed(_with("VerticalFlip")),
    "brightness": _brightness,
    "gamma": _gamma,
    "saturation": _saturation,
    "grayscale": lambda item: _at_full_strength(item, Expressed(_with("ToGray"))),
    "invert": lambda item: Expressed(_with("InvertImg")),
    "posterize": lambda item: Expressed(_with("Posterize", f"num_bits={pair(item.bits_range)}")),
    "autocontrast": _autocontrast,
    "equalize": lambda item: (
        _at_full_strength(item, Expressed(_with("Equalize"))) if item.per_channel else None
    ),
    "clahe": _clahe,
    "gaussian_blur": lambda item: Expressed(_with("GaussianBlur", f"sigma_limit={pair(item.sigma_range)}")),
    "median_blur": _median,
    "downscale": _downscale,
    "gaussian_noise": _gaussian_noise,
    "salt_and_pepper": _salt_and_pepper,
    "fog": lambda item: Expressed(
        _with("RandomFog", f"fog_coef_range={pair(item.density_range)}"), _WEATHER.format("the density")
    ),
    "rain": _rain,
    "snow": lambda item: Expressed(
        _with("RandomSnow"),
        "another picture of the same idea, with snow on the ground; nothing carries over.",
    ),
    "shadow": _shadow,
    "sun_flare": _sun_flare,
}


def _native(transform: Transform, padding: Padding, probability: float) -> Expressed | None:
    write = _NATIVE.get(transform.NAME)
    how = _affine(transform, padding) if write is None else write(transform)
    if how is None:
        return None
    return Expressed(Call(how.call.name, (*how.call.arguments, written(probability))), how.differs)


def _choice(_: list[float], probability: float) -> Choice:
    behind = ("    ],", f"    {written(probability)},", "),")
    return Choice("A.OneOf", ("A.OneOf(", "    ["), behind, weights_inside=True)


def write(nodes: Sequence[Node], padding: Padding) -> Body:
    """The pipeline as ``A.Compose``."""
    wrapped: Callable[[str, float], Call] = lambda name, probability: Call(  # noqa: E731
        "WithNumpy", (name, written(probability))
    )
    writer = ListWriter(Library(_native, _choice, wrapped, padding))
    writer.write(nodes, 8)
    compose = ("TRANSFORM = A.Compose(", "    [", *writer.entries, "    ],", ")")
    augment = (
        "def augment(image, seed):",
        '    """A changed copy of a picture, ``(H, W, 3)`` uint8; each seed gives one."""',
        "    TRANSFORM.set_random_seed(seed)",
        '    return TRANSFORM(image=image)["image"]',
    )
    checked = ("check_version()",)  # before anything is built, which another version would warn of alone
    blocks = (checked, *writer.functions, compose if nodes else ("TRANSFORM = A.Compose([])",), augment)
    wanted = writer.wanted | {"check_version"} | ({"WithNumpy"} if writer.functions else set())
    used = "\n".join(line for block in blocks for line in block)
    imports = ["import albumentations as A"]
    imports += ["import cv2"] if "cv2." in used else []
    imports += ["import numpy as np"] if "np." in used else []
    return Body(blocks, tuple(writer.reports), frozenset(wanted), tuple(imports))

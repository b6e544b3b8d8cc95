"""Pipelines as scripts for torchvision's transforms v2."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.transform import Transform
from augstudio.interop.code.calls import Call, Expressed, is_fixed, number, pair
from augstudio.interop.code.lists import Choice, Library, ListWriter, written
from augstudio.interop.code.numpy_steps import FILES
from augstudio.interop.code.script import About, Body
from augstudio.interop.code.tree import Node

ABOUT: Final = About(
    title="torchvision (transforms v2)",
    packages=("torch>=2.4", "torchvision>=0.20", "pillow>=10"),
    files=("torchvision_parts", *FILES),
    notes=(
        "The transforms take pictures as uint8 tensors (tv_tensors.Image); of PIL pictures torchvision makes "
        "other pixels at the rim. Turn them to floats after the last step, as noise and JPEG take 8 bits.",
        "torchvision pads with a colour alone. With other padding, geometry is done by NumPy: one step after "
        "the other, each with a resampling of its own.",
    ),
)

_RIM: Final = "the rim is mixed with black before it is with the colour."
_NOISE: Final = "its noise is another one of the same kind and strength."
_BILINEAR: Final = "interpolation=v2.InterpolationMode.BILINEAR"
_OWN_PROBABILITY: Final = (
    *("RandomHorizontalFlip", "RandomVerticalFlip", "RandomPerspective", "RandomGrayscale", "RandomInvert"),
    *("RandomPosterize", "RandomSolarize", "RandomAutocontrast", "RandomEqualize"),
)


def _with(name: str, *arguments: str) -> Call:
    return Call(f"v2.{name}", arguments)


def _constant(item: Any) -> Expressed | None:
    """Steps that pad with a colour, as torchvision does."""
    fill = "fill=list(FILL)"
    if item.NAME == "rotate" and item.size == "keep":
        degrees = f"degrees={pair(item.angle_range)}"
        return Expressed(_with("RandomRotation", degrees, _BILINEAR, fill), _RIM)
    if item.NAME == "scale" and tuple(item.stretch_range) == (1, 1):
        factors = f"scale={pair(item.factor_range)}"
        return Expressed(_with("RandomAffine", "degrees=0", factors, _BILINEAR, fill), _RIM)
    if item.NAME == "translate" and _is_even(item.x_range) and _is_even(item.y_range):
        shares = f"translate={pair((item.x_range[1], item.y_range[1]))}"
        return Expressed(_with("RandomAffine", "degrees=0", shares, fill))
    if item.NAME == "perspective" and is_fixed(item.distortion_scale_range):
        scale = f"distortion_scale={number(item.distortion_scale_range[0])}"
        return Expressed(_with("RandomPerspective", scale, fill), f"corners move to whole pixels; {_RIM}")
    return _policy(item)


def _policy(item: Any) -> Expressed | None:
    how = "its brightness mixes with black and its sharpness with a smoothed picture."
    low, high = getattr(item, "magnitude_range", (0, 0))
    if item.NAME == "rand_augment" and low == high == round(low) and item.count:
        counts = f"num_ops={item.count}", f"magnitude={number(low)}"
        return Expressed(_with("RandAugment", *counts, _BILINEAR, "fill=list(FILL)"), how)
    if item.NAME == "trivial_augment" and (low, high) == (0, 30):
        return Expressed(_with("TrivialAugmentWide", _BILINEAR, "fill=list(FILL)"), how)
    return None


def _is_even(values: tuple[float, float]) -> bool:
    """Whether a range goes as far both ways."""
    return values[0] == -values[1]


def _if(holds: bool, name: str, *arguments: str, differs: str = "") -> Expressed | None:
    return Expressed(_with(name, *arguments), differs) if holds else None


def _blur(item: Any) -> Expressed | None:
    low, high = item.sigma_range
    reach = math.ceil(3 * high)
    arguments = f"kernel_size={2 * reach + 1}", f"sigma={pair(item.sigma_range)}"
    return _if(
        low >= 0.2,
        "GaussianBlur",
        *arguments,
        differs=f"it takes no picture with a side below {reach + 1} pixels.",
    )


def _is_whole(item: Any) -> bool:
    return tuple(item.strength_range) == (1, 1)


_NATIVE: Final[Mapping[str, Callable[[Any], Expressed | None]]] = {
    "horizontal_flip": lambda item: _if(True, "RandomHorizontalFlip"),
    "vertical_flip": lambda item: _if(True, "RandomVerticalFlip"),
    "saturation": lambda item: _if(True, "ColorJitter", f"saturation={pair(item.factor_range)}"),
    "grayscale": lambda item: _if(_is_whole(item), "RandomGrayscale"),
    "invert": lambda item: _if(True, "RandomInvert"),
    "posterize": lambda item: _if(is_fixed(item.bits_range), "RandomPosterize", f"bits={item.bits_range[0]}"),
    "solarize": lambda item: _if(
        is_fixed(item.threshold_range) and item.threshold_range[0] < 256,
        "RandomSolarize",
        f"threshold={item.threshold_range[0]}",
    ),
    "autocontrast": lambda item: _if(
        _is_whole(item) and item.per_channel and tuple(item.cutoff_range) == (0, 0), "RandomAutocontrast"
    ),
    "equalize": lambda item: _if(_is_whole(item) and item.per_channel, "RandomEqualize"),
    "gaussian_blur": _blur,
    "jpeg_compression": lambda item: _if(True, "JPEG", f"quality={pair(item.quality_range)}"),
    "gaussian_noise": lambda item: _if(
        is_fixed(item.sigma_range) and item.per_channel,
        "GaussianNoise",
        f"sigma={number(item.sigma_range[0] / 255)}",
        differs=_NOISE,
    ),
}


def _native(transform: Transform, padding: Padding, probability: float) -> Expressed | None:
    write = _NATIVE.get(transform.NAME)
    if write is not None:
        how = write(transform)
    else:
        how = _constant(transform) if padding.mode is PaddingMode.CONSTANT else None
    if how is None:
        return None
    name, arguments = how.call.name, how.call.arguments
    if name.removeprefix("v2.") in _OWN_PROBABILITY:
        return Expressed(Call(name, (*arguments, written(probability))), how.differs)
    if probability == 1:
        return how
    inner = f"[{name}({', '.join(arguments)})]"
    return Expressed(_with("RandomApply", inner, written(probability)), how.differs, name)


def _choice(weights: list[float], probability: float) -> Choice:
    shares = f"p=[{', '.join(number(weight / sum(weights)) for weight in weights)}]"
    if probability == 1:
        return Choice("v2.RandomChoice", ("v2.RandomChoice(", "    ["), ("    ],", f"    {shares},", "),"))
    before = ("v2.RandomApply(", "    [", "        v2.RandomChoice(", "            [")
    behind = (
        "            ],",
        f"            {shares},",
        "        ),",
        "    ],",
        f"    {written(probability)},",
        "),",
    )
    return Choice("v2.RandomChoice", before, behind, indent=16)


def write(nodes: Sequence[Node], padding: Padding) -> Body:
    """The pipeline as ``v2.Compose``."""
    wrapped: Callable[[str, float], Call] = lambda name, probability: Call(  # noqa: E731
        "WithNumpy", (name, written(probability))
    )
    writer = ListWriter(Library(_native, _choice, wrapped, padding))
    writer.write(nodes, 8)
    acting = any(not entry.lstrip().startswith("#") for entry in writer.entries)
    entries = writer.entries if acting else [*writer.entries, "        v2.Identity(),"]
    compose = ("TRANSFORM = v2.Compose(", "    [", *entries, "    ],", ")")
    augment = (
        "def augment(image, seed):",
        '    """A changed copy of a picture, ``(H, W, 3)`` uint8; each seed gives one."""',
        "    torch.manual_seed(seed)",
        "    tensor = torch.from_numpy(np.ascontiguousarray(image)).permute(2, 0, 1)",
        "    result = TRANSFORM(tv_tensors.Image(tensor))",
        "    return np.ascontiguousarray(result.permute(1, 2, 0).numpy())",
    )
    blocks = (*writer.functions, compose, augment)
    wanted = writer.wanted | ({"WithNumpy"} if writer.functions else set())
    imports = (
        "import numpy as np",
        "import torch",
        "from torchvision import tv_tensors",
        "from torchvision.transforms import v2",
    )
    return Body(blocks, tuple(writer.reports), frozenset(wanted), imports)

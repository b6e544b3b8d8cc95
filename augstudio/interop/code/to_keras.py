"""Pipelines as lists of Keras 3 layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.transform import Transform
from augstudio.interop.code.calls import Call, Expressed, number, pair
from augstudio.interop.code.lists import Choice, Library, ListWriter, written
from augstudio.interop.code.numpy_steps import FILES, in_numpy
from augstudio.interop.code.script import About, Body
from augstudio.interop.code.tree import Node

ABOUT: Final = About(
    title="Keras 3",
    packages=("keras>=3.9 with a backend", "pillow>=10"),
    files=("keras_parts", *FILES),
    notes=(
        "The layers take batches ``(N, H, W, 3)`` of float32 0..255 and draw for each picture by itself; "
        "convert to float32 first, as with uint8 some layers round and some fail.",
        "Steps done by NumPy run eagerly only, as in a PyDataset: not within a compiled model or the graph "
        "of tf.data. Each step of geometry resamples the picture by itself.",
    ),
)

_FILL_MODES: Final = {
    PaddingMode.CONSTANT: "constant",
    PaddingMode.EDGE: "nearest",
    PaddingMode.SYMMETRIC: "reflect",
    PaddingMode.WRAP: "wrap",
}
"""What Keras calls numpy's modes; its "reflect" repeats the outermost pixels, and numpy's it has not."""

_WRAP: Final = (
    'on TensorFlow "wrap" is wrong at the seam and beyond one width; it is right on JAX and PyTorch.'
)
_RECIPROCAL: Final = "it draws evenly in the reciprocal of the factor."
_EVEN: Final = "it shifts by parts of a pixel, too, which blurs a little."
_LEAVES: Final = "done by NumPy, eagerly only."


def _with(name: str, *arguments: str) -> Call:
    return Call(f"keras.layers.{name}", arguments)


def _geometry(item: Any, padding: Padding) -> Expressed | None:
    """Steps of geometry that Keras has, where it has the padding."""
    mode = _FILL_MODES.get(padding.mode)
    if mode is None or (mode == "constant" and len(set(padding.fill[:3])) > 1):
        return None
    more = [f'fill_mode="{mode}"', *([f"fill_value={padding.fill[0]}"] if mode == "constant" else [])]
    wrap = _WRAP if mode == "wrap" else ""
    if item.NAME == "rotate" and item.size == "keep":
        factor = f"factor={pair(value / 360 for value in item.angle_range)}"
        return Expressed(_with("RandomRotation", factor, *more), wrap)
    # Keras refuses to shrink to less than half.
    if item.NAME == "scale" and tuple(item.stretch_range) == (1, 1) and item.factor_range[0] >= 0.5:
        low, high = item.factor_range
        factor = f"height_factor={pair((1 / high - 1, 1 / low - 1))}"
        return Expressed(_with("RandomZoom", factor, *more), f"{_RECIPROCAL} {wrap.capitalize()}".strip())
    if item.NAME == "translate":
        factors = f"height_factor={pair(item.y_range)}", f"width_factor={pair(item.x_range)}"
        return Expressed(_with("RandomTranslation", *factors, *more), f"{_EVEN} {wrap.capitalize()}".strip())
    return None


_DRAWN: Final[Mapping[str, tuple[str, ...]]] = {
    "horizontal_flip": (),
    "vertical_flip": (),
    "contrast": ("factor_range",),
    "gamma": ("gamma_range",),
    "tone_curve": ("shadows_range", "highlights_range"),
    "saturation": ("factor_range",),
    "grayscale": ("strength_range",),
    "hue": ("angle_range",),
    "color_jitter": ("brightness_range", "contrast_range", "saturation_range", "hue_range"),
    "gaussian_noise": ("sigma_range",),
    "speckle": ("sigma_range",),
}
"""Steps that functions of keras.ops do, with the ranges that they draw from."""


def _drawn(item: Any, probability: float) -> Expressed:
    function = f"keras_{item.NAME}"
    if item.NAME == "gaussian_noise" and not item.per_channel:
        function = "keras_grey_noise"
    ranges = (pair(getattr(item, field)) for field in _DRAWN[item.NAME])
    how = in_numpy(item)
    assert isinstance(how, Expressed)
    return Expressed(Call("Drawn", (function, *ranges, written(probability))), how.differs, function)


def _sometimes(how: Expressed, probability: float) -> Expressed:
    """A layer that knows no probability, for a share of the pictures."""
    if probability == 1:
        return how
    inner = f"{how.call.name}({', '.join(how.call.arguments)})"
    return Expressed(Call("Sometimes", (inner, written(probability))), how.differs, how.call.name)


def _native(transform: Transform, padding: Padding, probability: float) -> Expressed | None:
    item: Any = transform
    if item.NAME in ("horizontal_flip", "vertical_flip") and probability == 0.5:
        return Expressed(_with("RandomFlip", f'"{item.NAME.removesuffix("_flip")}"'))
    if item.NAME in _DRAWN:
        return _drawn(item, probability)
    if item.NAME == "invert":
        share = number(probability)
        return Expressed(_with("RandomInvert", f"factor=({share}, {share})"))
    how = _geometry(item, padding)
    if item.NAME == "brightness":
        how = Expressed(_with("RandomBrightness", f"factor={pair(item.shift_range)}", "value_range=(0, 255)"))
    if item.NAME == "posterize":  # the upper end is never drawn
        low, high = item.bits_range
        how = Expressed(_with("RandomPosterization", f"factor=({low}, {high if low == high else high + 1})"))
    return None if how is None else _sometimes(how, probability)


def _choice(weights: list[float], probability: float) -> Choice:
    behind = ("    ],", f"    [{', '.join(map(number, weights))}],", f"    {written(probability)},", "),")
    return Choice("OneOf", ("OneOf(", "    ["), behind)


def write(nodes: Sequence[Node], padding: Padding) -> Body:
    """The pipeline as a function that makes layers."""
    wrapped: Callable[[str, float], Call] = lambda name, probability: Call(  # noqa: E731
        "WithNumpy", (name, written(probability))
    )
    writer = ListWriter(Library(_native, _choice, wrapped, padding, labels=False, leaves=_LEAVES))
    writer.write(nodes, 8)
    layers = (
        "def layers():",
        '    """The layers, with random generators of their own."""',
        *(("    return [", *writer.entries, "    ]") if writer.entries else ("    return []",)),
    )
    augment = (
        "def augment(image, seed):",
        '    """A changed copy of a picture, ``(H, W, 3)`` uint8; each seed gives one."""',
        "    keras.utils.set_random_seed(seed)",
        '    images = keras.ops.convert_to_tensor(image[np.newaxis].astype("float32"))',
        "    for layer in layers():",
        "        images = layer(images, training=True)",
        "    levels = np.rint(keras.ops.convert_to_numpy(images[0]))",
        "    return levels.clip(0, 255).astype(np.uint8)",
    )
    blocks = (*writer.functions, layers, augment)
    source = "\n".join(line for block in blocks for line in block)
    used = {name for name in ("Sometimes", "Drawn", "WithNumpy", "OneOf") if f"{name}(" in source}
    used |= {f"keras_{name}" for name in (*_DRAWN, "grey_noise") if f"keras_{name}" in source}
    return Body(
        blocks, tuple(writer.reports), frozenset(writer.wanted | used), ("import keras", "import numpy as np")
    )

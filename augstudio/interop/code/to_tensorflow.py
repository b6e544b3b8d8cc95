"""Pipelines for tf.data: functions of TensorFlow on one picture, mapped before batching."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from augstudio.core.transform import Transform
from augstudio.interop.code.calls import Call, Expressed, Missing
from augstudio.interop.code.numpy_steps import FILES, in_numpy
from augstudio.interop.code.parts import parts
from augstudio.interop.code.script import About, Body, joined
from augstudio.interop.code.to_numpy import Dialect, Writer
from augstudio.interop.code.tree import Node

_FILES: Final = ("tensorflow_parts", "tensorflow_pixels")

ABOUT: Final = About(
    title="TensorFlow (tf.data)",
    packages=("tensorflow>=2.16", "pillow>=10"),
    files=(*_FILES, *FILES),
    notes=(
        "Map augment_tensor over pictures before batching, as in dataset.map(augment_tensor).batch(32): "
        "tf.image draws once for a whole batch. It takes and gives float32 of 0..255.",
        "Neighbouring steps of geometry are one resampling, as in augstudio, but without smoothing before it "
        "shrinks; tf.image has none of numpy's paddings but its own, so the lookup stands here in full.",
    ),
)

_LEAVES: Final = "done by NumPy, outside of TensorFlow's graph: slower, and not on accelerators."
_DIFFERENCES: Final[Mapping[str, str]] = {
    "jpeg_compression": "its decoder enlarges colours otherwise: a few levels at edges of colours.",
}


@cache
def _own() -> frozenset[str]:
    """Names of all functions of TensorFlow."""
    return frozenset(name for file in _FILES for name in parts(file))


def _is_own(transform: Transform) -> bool:
    how = in_numpy(transform)
    return isinstance(how, Missing) or f"tf_{how.call.name}" in _own()


def _in_tensorflow(transform: Transform) -> Expressed | Missing:
    how = in_numpy(transform)
    if isinstance(how, Missing):
        return how
    if not _is_own(transform):
        return replace(how, differs=joined(how.differs, _LEAVES), name="tf.numpy_function")
    return Expressed(
        Call(f"tf_{how.call.name}", how.call.arguments), _DIFFERENCES.get(transform.NAME, how.differs)
    )


def write(nodes: Sequence[Node]) -> Body:
    """The pipeline as a function of TensorFlow."""
    begin = "matrix, size = tf.eye(3), size_of(image)"
    writer = Writer(Dialect(_in_tensorflow, begin, "tf_warp", "tf.image.rot90", _is_own))
    writer.write(nodes, 4)
    draws = ("    rng = Draws()",) if "rng" in " ".join(writer.lines) else ()
    tensor = (
        "def augment_tensor(image):",
        '    """A changed copy of a picture, ``(H, W, 3)`` float32 of 0..255."""',
        *draws,
        *writer.lines,
        "    return image",
    )
    augment = (
        "def augment(image, seed):",
        '    """A changed copy of a picture, ``(H, W, 3)`` uint8; each seed gives one."""',
        "    tf.random.set_seed(seed)",
        "    result = augment_tensor(tf.constant(image, tf.float32))",
        "    return tf.cast(result, tf.uint8).numpy()",
    )
    wanted = writer.wanted | ({"Draws"} if draws else set())
    wanted |= {"size_of"} if any(begin in line for line in writer.lines) else set()
    imports = ["import tensorflow as tf"]
    if any("np." in line for block in writer.functions for line in block):
        imports.append("import numpy as np")
    return Body(
        (*writer.functions, tensor, augment), tuple(writer.reports), frozenset(wanted), tuple(imports)
    )

"""Small ONNX networks, made when a test needs them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, numpy_helper, save

from augstudio.core.reference import Reference
from augstudio.kernels.networks.model_file import ModelFile
from augstudio.transforms.model_files import model_file

Shape = Sequence[str | int]

FREE: Shape = (1, 3, "height", "width")
FREE_LAST: Shape = (1, "height", "width", 3)


def made(
    nodes: Sequence[NodeProto],
    *,
    weights: dict[str, Any] | None = None,
    inputs: dict[str, Shape] | None = None,
    outputs: dict[str, Shape] | None = None,
    kind: int = TensorProto.FLOAT,
) -> ModelProto:
    """A model of these nodes from ``x`` to ``y``, unless other ports are named."""
    first, last = (
        [helper.make_tensor_value_info(name, kind, list(shape)) for name, shape in named.items()]
        for named in (inputs or {"x": FREE}, outputs or {"y": FREE})
    )
    kept = [numpy_helper.from_array(np.asarray(value), name) for name, value in (weights or {}).items()]
    graph = helper.make_graph(list(nodes), "network", first, last, kept)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(model)
    return model


def node(operation: str, inputs: str, output: str = "y", **attributes: Any) -> NodeProto:
    """One operation; the inputs' names are separated by spaces."""
    return helper.make_node(operation, inputs.split(), [output], **attributes)


def identity(**ports: Any) -> ModelProto:
    """Gives what it gets."""
    return made([node("Identity", "x")], **ports)


def inverted(top: float) -> ModelProto:
    """Takes its values from ``top``: 1 where they lie between 0 and 1, 0 between -1 and 1."""
    return made([node("Sub", "top x")], weights={"top": np.float32(top)})


def noisy() -> ModelProto:
    """Adds noise that is drawn anew at each run."""
    return made([node("RandomNormalLike", "x", "noise", scale=0.1), node("Add", "x noise")])


def swapped() -> ModelProto:
    """Gives the channels in the opposite order."""
    return made([node("Gather", "x order", axis=1)], weights={"order": np.array([2, 1, 0])})


def endless(above: int) -> ModelProto:
    """Gives what it gets, but for pictures of more rows than these only after 2**62 rounds."""
    shapes = {"v": None, "kept": None}
    ports = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    number, go = (
        helper.make_tensor_value_info(name, kind, [])
        for name, kind in (("number", TensorProto.INT64), ("go", TensorProto.BOOL))
    )
    still = helper.make_tensor_value_info("still", TensorProto.BOOL, [])
    body = helper.make_graph(
        [node("Identity", "go", "still"), node("Abs", "v", "kept")],
        "body",
        [number, go, ports[0]],
        [still, ports[1]],
    )
    nodes = [
        node("Shape", "x", "shape"),
        node("Gather", "shape two", "rows"),
        node("Greater", "rows above", "large"),
        node("Where", "large many none", "rounds"),
        node("Loop", "rounds yes x", "y", body=body),
    ]
    weights = {
        "two": np.int64(2),
        "above": np.int64(above),
        "many": np.int64(1 << 62),
        "none": np.int64(0),
        "yes": np.bool_(True),
    }
    return made(nodes, weights=weights)


def in_patches(side: int, channels: int = 3) -> ModelProto:
    """Gives what it gets, by way of square patches; what does not fill a patch is cut off."""
    depth = channels * side * side
    weights = {"w": np.eye(depth, dtype=np.float32).reshape(depth, channels, side, side)}
    nodes = [
        node("Conv", "x w", "patches", kernel_shape=[side, side], strides=[side, side]),
        node("ConvTranspose", "patches w", kernel_shape=[side, side], strides=[side, side]),
    ]
    shape = (1, channels, "height", "width")
    return made(nodes, weights=weights, inputs={"x": shape}, outputs={"y": shape})


def in_blocks(side: int) -> ModelProto:
    """Folds blocks away and back again; pictures of other sizes make it fail."""
    nodes = [node("SpaceToDepth", "x", "a", blocksize=side), node("DepthToSpace", "a", blocksize=side)]
    return made(nodes)


def coarse(side: int) -> ModelProto:
    """Gives the lightest level of each square, and cuts off what fills none."""
    resize = node("Resize", "most roi scales", mode="nearest")
    resize.input[1] = ""
    pool = node("MaxPool", "x", "most", kernel_shape=[side, side], strides=[side, side])
    return made([pool, resize], weights={"scales": np.array([1, 1, side, side], np.float32)})


def pooled(side: int) -> ModelProto:
    """Adds nothing of what it pools, but fails unless it fits."""
    pool = node("AveragePool", "x", "mean", kernel_shape=[side, side], strides=[side, side])
    resize = node("Resize", "mean roi scales", "large", mode="nearest")
    resize.input[1] = ""
    nodes = [pool, resize, node("Mul", "large none", "nothing"), node("Add", "x nothing")]
    return made(nodes, weights={"scales": np.array([1, 1, side, side], np.float32), "none": np.float32(0)})


def blurring(side: int = 5) -> ModelProto:
    """Averages squares, and mirrors the picture beyond its edges."""
    margin = side // 2
    weights = {
        "pads": np.array([0, 0, margin, margin, 0, 0, margin, margin]),
        "w": np.full((3, 1, side, side), 1 / side**2, np.float32),
    }
    nodes = [node("Pad", "x pads", "padded", mode="reflect"), node("Conv", "padded w", group=3)]
    return made(nodes, weights=weights)


def rescaling(factor: float) -> ModelProto:
    """Gives the picture so many times as large."""
    resize = node("Resize", "x roi scales", mode="linear")
    resize.input[1] = ""
    return made([resize], weights={"scales": np.array([1, 1, factor, factor], np.float32)})


def bounded(low: float, *, operation: str = "Tanh") -> ModelProto:
    """Steep, so that only values of the right range come through: tanh, or a logistic curve."""
    gain = 1.0 if operation == "Tanh" else 4.0
    weights = {"gain": np.float32(gain), "low": np.float32(low)}
    nodes = [node("Sub", "x low", "a"), node("Mul", "a gain", "b"), node(operation, "b")]
    return made(nodes, weights=weights)


def stored(model: ModelProto, folder: Path, name: str = "network.onnx") -> Reference:
    """A reference to the model, written into a file."""
    file = folder / name
    file.write_bytes(model.SerializeToString())
    return Reference.of(file)


def stored_file(model: ModelProto, folder: Path, name: str = "network.onnx") -> ModelFile:
    """The model's file as kernels get it."""
    return model_file(stored(model, folder, name))


def with_weights_outside(folder: Path, place: str) -> Reference:
    """A blurring network whose weights lie in another file, at a place that it names itself."""
    model, file = blurring(), folder / "network.onnx"
    save(model, str(file), save_as_external_data=True, location="weights.bin", size_threshold=0)
    moved = ModelProto.FromString(file.read_bytes())
    for tensor in moved.graph.initializer:
        for entry in tensor.external_data:
            if entry.key == "location":
                entry.value = place
    file.write_bytes(moved.SerializeToString())
    return Reference.of(file)

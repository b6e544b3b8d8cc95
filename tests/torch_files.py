"""Files of tensors as PyTorch saved them before its version 1.6, written without PyTorch."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

MAGIC = 0x1950A86A20F9469CFC6C
KINDS = {"<f4": b"FloatStorage", "<i8": b"LongStorage"}
BLOCKS = 16
SMALL = (4, 6, 6, 6, 6, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 10)


def steps(value: object) -> bytes:
    """What a pickle does to make a plain value, without its beginning and end."""
    return pickle.dumps(value, 2)[2:-1]


def saved(tensors: Mapping[str, npt.NDArray[Any]], inserted: bytes = b"") -> bytes:
    """The file; what is ``inserted`` are further steps of its pickle, which leave one value."""
    whole = b"\x80\x02" + b"ccollections\nOrderedDict\n)R("
    for number, (name, tensor) in enumerate(tensors.items()):
        whole += steps(name) + _tensor(str(number), tensor)
    if inserted:
        whole += steps("inserted") + inserted
    whole += b"u" + steps({"_metadata": {}}) + b"b."
    traits = {"protocol_version": 1001, "little_endian": True, "type_sizes": {"short": 2, "int": 4}}
    parts = [pickle.dumps(value, 2) for value in (MAGIC, 1001, traits)]
    parts += [whole, pickle.dumps([str(number) for number in range(len(tensors))], 2)]
    for tensor in tensors.values():
        parts += [np.int64(tensor.size).tobytes(), np.asarray(tensor.T).tobytes()]
    return b"".join(parts)


def _tensor(key: str, tensor: npt.NDArray[Any]) -> bytes:
    """A tensor whose last side comes first in memory, as those that come from TensorFlow."""
    kind = b"ctorch\n" + KINDS[tensor.dtype.str] + b"\n"
    storage = b"(" + steps("storage") + kind + steps(key) + steps("cpu") + steps(tensor.size) + b"NtQ"
    apart = tuple(int(np.prod(tensor.shape[:place], dtype=np.int64)) for place in range(tensor.ndim))
    rest = steps(0) + steps(tensor.shape) + steps(apart) + steps(False) + b"ccollections\nOrderedDict\n)R"
    return b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage + rest + b"tR"


def small_network() -> dict[str, npt.NDArray[Any]]:
    """Parameters with the names of EfficientNet-Lite0's, for a few channels only."""
    random = np.random.default_rng(0)
    found: dict[str, npt.NDArray[Any]] = {}

    def add(layer: str, norm: str, count: int, depth: int, kernel: int) -> None:
        spread = 1 / np.sqrt(depth * kernel**2)
        found[f"{layer}.weight"] = random.normal(0, spread, (count, depth, kernel, kernel)).astype(np.float32)
        for part, low, high in (
            ("weight", 0.8, 2.0),
            ("bias", -0.5, 1.0),
            ("running_mean", -0.2, 0.2),
            ("running_var", 0.2, 0.8),
        ):
            found[f"{norm}.{part}"] = random.uniform(low, high, count).astype(np.float32)
        found[f"{norm}.num_batches_tracked"] = np.array(7, np.int64)

    add("_conv_stem", "_bn0", 4, 3, 3)
    before = 4
    for number, after in enumerate(SMALL):
        inner = before if number == 0 else 2 * before
        block = f"_blocks.{number}"
        if number:
            add(f"{block}._expand_conv", f"{block}._bn0", inner, before, 1)
        add(f"{block}._depthwise_conv", f"{block}._bn1", inner, 1, 5 if number in (3, 4, 8) else 3)
        add(f"{block}._project_conv", f"{block}._bn2", after, inner, 1)
        before = after
    add("_conv_head", "_bn1", 12, before, 1)
    return found

"""Reads the tensors of a file that PyTorch saved before its version 1.6, without PyTorch.

Such a file is a row of pickles (a magic number, a version, the machine's traits, the object, the order of the
storages) and after them the storages: how many values each has, and the values. A pickle may call whatever it
names, so nothing but what tensors are made of can be named here.
"""

from __future__ import annotations

import io
import pickle
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.kernels.networks.onnx_file import BadModelError

Tensors: TypeAlias = Mapping[str, npt.NDArray[Any]]
"""Arrays by the names of a network's parameters."""

_MAGIC: Final = 0x1950A86A20F9469CFC6C
_VERSION: Final = 1001
_COUNT: Final = np.dtype("<i8")


@dataclass
class _Storage:
    """Values that tensors share; they follow once the object was read."""

    kind: str
    length: int
    values: npt.NDArray[Any] = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True)
class _Tensor:
    """A view of a storage.

    Attributes:
        storage: Whose values it shows.
        offset: Which of them is its first.
        shape: Its sides.
        steps: By how many values neighbours lie apart, side by side.
    """

    storage: _Storage
    offset: int
    shape: tuple[int, ...]
    steps: tuple[int, ...]

    def array(self) -> npt.NDArray[Any]:
        """Its values, one after the other; an error where they lie beyond the storage."""
        values = self.storage.values[self.offset :]
        reach = sum((side - 1) * step for side, step in zip(self.shape, self.steps, strict=True))
        if (
            min((self.offset, *self.steps), default=0) < 0
            or min(self.shape, default=1) < 1
            or reach >= len(values)
        ):
            raise ValueError("values beyond the storage")
        apart = [step * values.itemsize for step in self.steps]
        return np.ascontiguousarray(
            np.lib.stride_tricks.as_strided(values, self.shape, apart, writeable=False)
        )


def tensors_of(data: bytes) -> Tensors:
    """The tensors of a saved ``state_dict``.

    Args:
        data: The file's contents.

    Raises:
        BadModelError: It is no such file, is damaged, or names anything but what tensors are made of.
    """
    stream = io.BytesIO(data)
    try:
        reader = _Reader(stream)
        if (reader.next(), reader.next()) != (_MAGIC, _VERSION) or not reader.next()["little_endian"]:
            raise ValueError("another format")
        found: Mapping[str, _Tensor] = reader.next()
        for key in reader.next():
            _fill(reader.storages[key], stream)
        return {str(name): tensor.array() for name, tensor in found.items()}
    except BadModelError:
        raise
    except Exception:  # whatever damaged bytes make of it
        raise BadModelError(
            "it is not a file of tensors as PyTorch saved them, or its end is missing"
        ) from None


class _Reader:
    """Reads one pickle after the other; storages are shared among them."""

    def __init__(self, stream: io.BytesIO) -> None:
        self._stream = stream
        self.storages: dict[str, _Storage] = {}

    def next(self) -> Any:
        return _TensorsOnly(self._stream, self.storages).load()


class _TensorsOnly(pickle.Unpickler):
    """Makes tensors and ordered mappings, and nothing else."""

    def __init__(self, stream: io.BytesIO, storages: dict[str, _Storage]) -> None:
        super().__init__(stream)
        self._storages = storages

    def find_class(self, module: str, name: str) -> Any:
        """What a pickle may name; of whatever it could change afterwards it gets one of its own.

        Raises:
            BadModelError: It is something else.
        """
        whole = f"{module}.{name}"
        if whole == "torch._utils._rebuild_tensor_v2":
            return lambda storage, offset, shape, steps, *_: _Tensor(storage, offset, shape, steps)
        if whole not in _NAMED:
            raise BadModelError("it names {0}, which is no part of a tensor", whole)
        return _NAMED[whole]

    def persistent_load(self, pid: Any) -> _Storage:
        """The storage of this key; of one key there is one."""
        what, kind, key, _place, length, part = pid
        if what != "storage" or part is not None:
            raise ValueError("no storage")
        return self._storages.setdefault(key, _Storage(kind, length))


_NAMED: Final[Mapping[str, Any]] = {
    "collections.OrderedDict": OrderedDict,
    "torch.FloatStorage": "<f4",
    "torch.LongStorage": "<i8",
}


def _fill(storage: _Storage, stream: io.BytesIO) -> None:
    (length,) = np.frombuffer(stream.read(_COUNT.itemsize), _COUNT)
    dtype = np.dtype(storage.kind)
    values = np.frombuffer(stream.read(storage.length * dtype.itemsize), dtype)
    if length != storage.length or len(values) != length:
        raise ValueError("the end is missing")
    storage.values = values

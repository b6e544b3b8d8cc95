"""Memory that each thread keeps for what lies between two passes; to be given new pages costs as much."""

from __future__ import annotations

import math
import threading
from typing import Any, Final

import numpy as np
import numpy.typing as npt

# The most a thread keeps of each of its arrays; only a strip of one very wide row needs more.
_MOST_BYTES: Final = 1 << 21
_held = threading.local()
_last = threading.local()


def scratch(name: str, shape: tuple[int, ...], kind: npt.DTypeLike) -> npt.NDArray[Any]:
    """This thread's array of that name, with anything in it; good until it is asked for again.

    Args:
        name: Names it in this thread; two that are in use at the same time have two names.
        shape: Its shape.
        kind: Its type.
    """
    last = getattr(_last, name, None)
    if last is not None and last[0] == shape and last[1] is kind:
        same: npt.NDArray[Any] = last[2]
        return same
    wanted = np.dtype(kind)
    size = math.prod(shape) * wanted.itemsize
    held: npt.NDArray[np.uint8] | None = getattr(_held, name, None)
    if held is None or held.size < size:
        held = np.empty(size, np.uint8)
        if size <= _MOST_BYTES:
            setattr(_held, name, held)
    found = held[:size].view(wanted).reshape(shape)
    # Pictures of one size ask for the same again and again.
    if size <= _MOST_BYTES:
        setattr(_last, name, (shape, kind, found))
    return found

"""Names for arrays by the kind of their numbers; pictures are :data:`~augstudio.core.image.Image`."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Float32Array: TypeAlias = npt.NDArray[np.float32]
Float64Array: TypeAlias = npt.NDArray[np.float64]
Int32Array: TypeAlias = npt.NDArray[np.int32]
ClassMap: TypeAlias = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
LevelTable: TypeAlias = npt.NDArray[np.uint8]
"""What becomes of each of the 256 levels, ``(256,)`` for all colours or ``(256, 3)`` with a column each."""

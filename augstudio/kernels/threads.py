"""How OpenCV uses the computer."""

from __future__ import annotations

from typing import Final

import cv2

OPENCV_VERSION: Final = str(cv2.__version__)
"""Goes into manifests, because resampling may differ between versions."""


def use_one_thread() -> None:
    """Keep OpenCV to one thread in this process; for worker processes, of which there is one per core.

    Results do not depend on it.
    """
    cv2.setNumThreads(1)

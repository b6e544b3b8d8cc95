"""How OpenCV uses the computer."""

from __future__ import annotations

import os
from functools import cache
from typing import Final

import cv2

OPENCV_VERSION: Final = str(cv2.__version__)
"""Goes into manifests, because resampling may differ between versions."""


def use_one_thread() -> None:
    """Keep OpenCV to one thread in this process; for worker processes, of which there is one per core.

    Results do not depend on it.
    """
    cv2.setNumThreads(1)


@cache
def end_threads_before_forks() -> None:
    """From now on end OpenCV's threads while this process is forked, as a child has none of them.

    A child would wait for them without end as soon as it asks OpenCV for another number of threads. Here they
    are ended before each fork and begin again when they are next needed, in both processes. A fork while
    another thread is inside OpenCV is not made safe by it.
    """
    before: list[int] = []

    def end() -> None:
        before.append(cv2.getNumThreads())
        cv2.setNumThreads(1)

    def go_on() -> None:
        cv2.setNumThreads(before.pop())

    if hasattr(os, "register_at_fork"):  # there is no fork on Windows
        os.register_at_fork(before=end, after_in_parent=go_on, after_in_child=go_on)

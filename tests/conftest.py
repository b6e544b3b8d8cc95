"""What every test shares."""

from __future__ import annotations

import signal

import cv2
from hypothesis import settings

# The same examples on every run and machine: a test that fails once fails again.
settings.register_profile("augstudio", deadline=None, derandomize=True, max_examples=60, database=None)
settings.load_profile("augstudio")

# The tests share their machine; results do not depend on it (see kernels/test_machine.py).
cv2.setNumThreads(1)

# A shell's background ignores Ctrl+C, and so would every program that a test starts and interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)

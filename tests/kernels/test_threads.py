"""Processes that are forked while OpenCV has threads."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

# The child gives its parent a sign, which that waits for; a picture of this size takes all threads.
_FORKED = """
import os
import cv2
import numpy as np
from augstudio.kernels.threads import end_threads_before_forks, use_one_thread

cv2.setNumThreads(4)
{call}
picture = np.zeros((1200, 1200, 3), np.uint8)
cv2.GaussianBlur(picture, (0, 0), 9)
child = os.fork()
if not child:
    before = cv2.getNumThreads()
    cv2.GaussianBlur(picture, (0, 0), 9)
    use_one_thread()
    os._exit(10 * before + cv2.getNumThreads())
cv2.GaussianBlur(picture, (0, 0), 9)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), cv2.getNumThreads())
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this system")
def test_a_forked_process_can_use_opencv() -> None:
    script = _FORKED.format(call="end_threads_before_forks()\nend_threads_before_forks()")
    found = subprocess.run(
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert found.stdout == "41 4\n"

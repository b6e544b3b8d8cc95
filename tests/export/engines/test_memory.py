"""Freed memory stays in the process."""

from __future__ import annotations

import os
import platform
import subprocess
import sys

import pytest

# A process has what its imports freed; what glibc learns from them would hide what is tested.
_FAULTS = """
import resource
import numpy as np
from augstudio.export.engines.memory import keep_freed_memory
{call}
def use():
    for _ in range(2):
        arrays = [np.ones(size << 10, np.uint8) for size in (900, 1400, 2000, 3600)]
        del arrays
use()
before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(10):
    use()
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


def _faults(call: str) -> int:
    script = _FAULTS.format(call=call)
    # Dask sets thresholds for its workers, which stay in this process; with some set glibc learns nothing.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    ran = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, env=plain
    )
    return int(ran.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries have rules of their own")
def test_buffers_are_not_got_from_the_system_again_and_again() -> None:
    given_back, kept = _faults(""), _faults("keep_freed_memory()")

    assert given_back > 2000
    assert kept < given_back / 10

"""What a worker process of a training loader needs."""

from __future__ import annotations

import os
from functools import lru_cache

from augstudio.kernels.threads import use_one_thread


def begin_worker() -> None:
    """Keep OpenCV to one thread in this process, as each core has a worker; asked again, do nothing."""
    _begun(os.getpid())


@lru_cache(maxsize=1)  # a process that was forked has another number
def _begun(_process: int) -> None:
    use_one_thread()

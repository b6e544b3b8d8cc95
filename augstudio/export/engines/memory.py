"""Keeps memory of pictures in the process from one to the next."""

from __future__ import annotations

from typing import Final

import numpy as np

# glibc lets neither threshold grow beyond what a block of 32 MB brings about; some of it is its own.
_LARGEST: Final = (32 << 20) - (64 << 10)


def keep_freed_memory() -> None:
    """Have the C library keep what is freed, up to about 64 MB, for what is asked for next.

    At first glibc gives buffers of a megabyte or two back to the system as soon as they are freed. Each
    picture then gets them anew, page by page, and all zeroed: 190 to 290 page faults for each output of
    640x480. After a block was freed that had pages of its own, blocks up to its size are kept, and twice
    that size in all, see mallopt(3) on ``M_MMAP_THRESHOLD``. So one block is taken and freed, of which no
    page is ever touched. Other C libraries have rules of their own, to which this makes no difference; nor
    does it where the environment sets thresholds, as dask does for its workers.
    """
    np.empty(_LARGEST, np.uint8)

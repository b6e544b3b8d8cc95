"""What memory a run of a network takes, measured where nothing else runs."""

from __future__ import annotations

import contextlib
import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from augstudio.kernels.networks.network import Network

UNMEASURED_BYTES: Final = 1500
"""Bytes for each pixel where a run was not measured; more than what the network that ships takes."""

_STATUS: Final = Path("/proc/self/status")
# Memory that was freed before and is used again does not show.
_SLACK: Final = 32 << 20
_FORGET_PEAK: Final = (Path("/proc/self/clear_refs"), "5")


@dataclass(frozen=True)
class Demand:
    """Memory of a network.

    Attributes:
        loaded: Bytes that it takes as long as it is loaded.
        pixels: Pixels of the largest picture for which a run was measured.
        run: Bytes that this run took beside.
        power: By which power of the pixels that grows; 1 for networks that look at neighbours only, up to 2
            for those that compare every place with every other.
    """

    loaded: int
    pixels: int
    run: int
    power: float = 1.0

    def nbytes(self, pixels: int) -> int:
        """About how many bytes the network and a run of it take for a picture of so many pixels."""
        share = pixels / self.pixels
        return self.loaded + round(self.run * share**self.power if share > 1 else self.run * share)


def unmeasured(loaded: int) -> Demand:
    """What is assumed of a network of which nothing but the file's size is known."""
    return Demand(loaded, 1, UNMEASURED_BYTES)


def measured(data: bytes, attempts: Sequence[Callable[[Network], int]]) -> Demand:
    """Load a network anew and see what it takes; on systems that do not tell, what is assumed.

    Args:
        data: The ONNX file.
        attempts: Run it on a small and on a larger picture, and give their pixels.
    """
    before = _resident()
    network = Network(data)
    loaded = max(len(data), _resident() - before)
    pixels, bytes_taken = zip(*(_run(network, attempt) for attempt in attempts), strict=True)
    if not _resident():
        return unmeasured(len(data))
    power = 1.0
    if pixels[1] > pixels[0]:
        power = math.log(bytes_taken[1] / bytes_taken[0]) / math.log(pixels[1] / pixels[0])
    return Demand(loaded, pixels[1], bytes_taken[1], min(2.0, max(1.0, power)))


def limit_memory(nbytes: int) -> None:
    """Let this process take no more than so many bytes from now on, on systems that can."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_told("VmSize") + nbytes, hard))


def _run(network: Network, attempt: Callable[[Network], int]) -> tuple[int, int]:
    """Pixels, and bytes that were taken at the most beside what was there before."""
    file, word = _FORGET_PEAK
    with contextlib.suppress(OSError):
        file.write_text(word, encoding="ascii")
    before = _resident()
    pixels = attempt(network)
    return pixels, _SLACK + max(0, _told("VmHWM") - before)


def _resident() -> int:
    return _told("VmRSS")


def _told(name: str) -> int:
    """Bytes that Linux tells of this process; 0 on other systems."""
    try:
        found = re.search(rf"^{name}:\s+(\d+) kB$", _STATUS.read_text(encoding="ascii"), re.MULTILINE)
    except OSError:
        return 0
    return 0 if found is None else int(found[1]) << 10

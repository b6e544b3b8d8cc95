"""Where an export's processor time goes, by timing its functions from outside."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import SimpleNamespace
from typing import Any
from unittest import mock

import augstudio.kernels.noise.tables as noise_module
import augstudio.render.pixels as render_module
from augstudio.export import rendering
from augstudio.export.files import LocalWorkspace
from augstudio.images import reading

# What is timed under which name; none of them calls another.
PLACES: dict[str, tuple[Any, str]] = {
    "read": (reading, "read_bytes"),
    "decode": (rendering, "decode"),
    "draw": (rendering, "_resolved"),
    "warp": (render_module, "warp"),
    "noise": (noise_module, "add_gaussian_noise"),
    "encode": (rendering, "encode"),
    "write": (LocalWorkspace, "write"),
    "digest of pixels": (rendering, "pixels_digest"),
    "size and memory": (rendering, "declared_size"),
    "put on the disk": (LocalWorkspace, "secure"),
}


@contextmanager
def stages_timed() -> Iterator[dict[str, float]]:
    """Seconds of processor time by stage, filled while this process exports within."""
    seconds = dict.fromkeys((*PLACES, "hash of files"), 0.0)

    def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*arguments: Any, **options: Any) -> Any:
            begun = time.process_time()
            try:
                return function(*arguments, **options)
            finally:
                seconds[stage] += time.process_time() - begun

        return wrapper

    with ExitStack() as stack:
        for stage, (owner, name) in PLACES.items():
            stack.enter_context(mock.patch.object(owner, name, timed(stage, getattr(owner, name))))
        sha256 = timed("hash of files", hashlib.sha256)
        stack.enter_context(mock.patch.object(rendering, "hashlib", SimpleNamespace(sha256=sha256)))
        yield seconds

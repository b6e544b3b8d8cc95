"""Copies of pictures that another program's dataset gives as files, one by one."""

from __future__ import annotations

from collections.abc import Sequence

from augstudio.core.image import Image
from augstudio.core.pipeline import Pipeline
from augstudio.images.codec import decode
from augstudio.interop.mixing import refuse_mixing
from augstudio.kernels.threads import end_threads_before_forks


class FileCopies:
    """Makes copies of pictures that are encoded."""

    def __init__(self, pipeline: Pipeline, seed: int, classes: Sequence[str] = ()) -> None:
        """Take a pipeline.

        Args:
            pipeline: What happens to copies.
            seed: Seeds the draws.
            classes: Names of the classes by their numbers, for steps that are limited to some.

        Raises:
            PipelineError: A step mixes pictures, which is not done while training.
        """
        refuse_mixing(pipeline)
        end_threads_before_forks()
        self._pipeline, self._seed, self._classes = pipeline, seed, classes

    def __call__(self, data: bytes, copy: int, key: str, label: int | None = None) -> Image:
        """One copy, ``(H, W, C)`` uint8.

        Args:
            data: The file.
            copy: Number of the copy; 0 is the picture itself.
            key: Names the picture.
            label: Number of its class; None or below 0 where it has none.

        Raises:
            ImageError: It cannot be read.
            IndexError: There is no such class.
        """
        named = self._classes and label is not None and label >= 0
        names = (self._classes[label],) if named and label is not None else ()
        return self._pipeline(decode(data).image, self._seed, copy, key, names)

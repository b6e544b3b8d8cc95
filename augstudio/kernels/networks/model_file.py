"""What kernels are told of a network's file: its name, its contents' hash, and how to get them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath


@dataclass(frozen=True)
class ModelFile:
    """An ONNX file that somebody else has found and will read; two of the same contents are equal.

    Attributes:
        sha256: SHA-256 of its contents in hexadecimal.
        path: Where it lies, for people.
        shipped: Whether it comes with the program, and so is known to end and to take little memory.
        read: Gives its contents; must be one that pickle can send, and may raise a
            :class:`~augstudio.errors.PipelineError`.
    """

    sha256: str
    path: str = field(compare=False)
    shipped: bool = field(compare=False)
    read: Callable[[], bytes] = field(compare=False)

    @property
    def name(self) -> str:
        """The file's name without folders."""
        return PurePath(self.path).name

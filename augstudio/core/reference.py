"""Files that a pipeline uses: style pictures, palettes, models.

A reference is a path with the hash of what it led to when it was chosen. The hash is what counts: a pipeline
whose files were moved is still the same pipeline, and a file that was changed is no longer the one chosen.
"""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from augstudio.core.text import quoted
from augstudio.errors import Message, PipelineError, message_of

SHIPPED: Final = "shipped:"
"""What the path of a file begins with that comes with the program; the rest is its place in the resources."""

MAX_FILE_BYTES: Final = 2 << 30
"""An ONNX file has no more; a larger file was named by mistake, or to fill the memory."""

_LONGEST_PATH: Final = 4096  # what Linux takes; other systems take less
_HASH_CHARACTERS: Final = frozenset("0123456789abcdef")


@dataclass(frozen=True)
class Reference:
    """A file that a step uses.

    Attributes:
        path: Where it lies: absolute, relative to the pipeline's file, or :data:`SHIPPED` and a place.
        sha256: SHA-256 of its contents in hexadecimal; empty where a file written by hand names none.
    """

    path: str
    sha256: str = ""

    @classmethod
    def of(cls, path: str | os.PathLike[str]) -> Reference:
        """A reference to a file as it is now.

        Raises:
            PipelineError: It cannot be read.
        """
        file = Path(path).absolute()
        return cls(str(file), hashlib.sha256(read_file(file)).hexdigest())

    @classmethod
    def parse(cls, value: Any) -> Reference:
        """Read it from a file's contents: an object with path and sha256, or a path alone.

        Raises:
            ValueError: The text says what is expected.
        """
        if isinstance(value, Reference):
            return value
        parts = {"path": value} if isinstance(value, str) else value
        if not isinstance(parts, dict) or not {"path"} <= parts.keys() <= {"path", "sha256"}:
            raise ValueError(Message("must name files by path and sha256, got {0}", quoted(value)))
        path, sha256 = parts["path"], parts.get("sha256", "")
        if not isinstance(path, str) or not 0 < len(path) <= _LONGEST_PATH or "\0" in path:
            raise ValueError(Message("must name files by path and sha256, got {0}", quoted(value)))
        if not isinstance(sha256, str) or (sha256 and (len(sha256) != 64 or set(sha256) - _HASH_CHARACTERS)):
            raise ValueError(
                Message("the sha256 of a file has 64 hexadecimal digits, got {0}", quoted(sha256))
            )
        return cls(path, sha256)

    def to_dict(self) -> dict[str, str]:
        """As it stands in a file."""
        return {"path": self.path, "sha256": self.sha256}

    @property
    def shipped(self) -> bool:
        """Whether the file comes with the program."""
        return self.path.startswith(SHIPPED)

    @property
    def name(self) -> str:
        """The file's name for people, without folders."""
        return PurePosixPath(self.path.removeprefix(SHIPPED).replace("\\", "/")).name

    def anchored(self, folder: Path) -> Reference:
        """With an absolute path, where it was relative to ``folder``."""
        if self.shipped or Path(self.path).is_absolute():
            return self
        return Reference(os.path.normpath(folder.absolute() / self.path), self.sha256)

    def relative_to(self, folder: Path) -> Reference:
        """With a path relative to ``folder``, with forward slashes, where there is one."""
        if self.shipped or not Path(self.path).is_absolute():
            return self
        try:
            path = os.path.relpath(self.path, folder.absolute())
        except ValueError:  # another drive
            return self
        return Reference(Path(path).as_posix(), self.sha256)


Relocation = Callable[[Reference], Reference]
"""What is done to a reference when its pipeline is opened, saved or compared."""


def read_file(file: Path) -> bytes:
    """The contents of a file that a pipeline uses.

    Raises:
        PipelineError: It is missing, not a regular file, too large, or cannot be read.
    """
    try:
        if not file.is_file():
            raise PipelineError(
                "the file {0} is missing; put it back, or choose another one in the step", file
            )
        if file.stat().st_size > MAX_FILE_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return file.read_bytes()
    except OSError as error:
        raise PipelineError("the file {0} cannot be read: {1}", file, message_of(error)) from None

"""The single picture that a command writes."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from augstudio.datasets.image_folder import printable
from augstudio.errors import ExportError


def check_target(out: Path, root: Path) -> None:
    """Refuse names that are no PNG file's, and places within a folder of sources.

    Raises:
        ExportError: The text says which.
    """
    if out.suffix.lower() != ".png":
        raise ExportError(f"{printable(str(out))}: the name must end in .png")
    if root.resolve() in out.resolve().parents:
        raise ExportError(f"{printable(str(out))} lies in the dataset; choose another place")


def write_whole(out: Path, data: bytes) -> None:
    """Write a file that appears only when it is complete; an existing one is replaced.

    Raises:
        ExportError: It cannot be written.
    """
    unfinished = out.with_name(f".{os.getpid()}.unfinished")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(out)
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise ExportError(f"cannot write {printable(str(out))}: {error.strerror or error}") from None

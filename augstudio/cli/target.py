"""The single picture that a command writes."""

from __future__ import annotations

from pathlib import Path

from augstudio.core.text import printable
from augstudio.errors import ExportError, message_of
from augstudio.saving import save


def check_target(out: Path, root: Path) -> None:
    """Refuse names that are no PNG file's, and places within a folder of sources.

    Raises:
        ExportError: The text says which.
    """
    if out.suffix.lower() != ".png":
        raise ExportError("{0}: the name must end in .png", printable(str(out)))
    if root.resolve() in out.resolve().parents:
        raise ExportError("{0} lies in the dataset; choose another place", printable(str(out)))


def write_whole(out: Path, data: bytes) -> None:
    """Write a file that appears only when it is complete; see :func:`augstudio.saving.saved`.

    Raises:
        ExportError: It cannot be written.
    """
    try:
        save(out, data)
    except OSError as error:
        raise ExportError("cannot write {0}: {1}", printable(str(out)), message_of(error)) from None

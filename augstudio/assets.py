"""Files that the program uses: those that ship with it, and those chosen for steps, by their hashes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from augstudio.core.parameters import Files
from augstudio.core.reference import SHIPPED, Reference, read_file
from augstudio.errors import PipelineError

_PACKAGE = Path(__file__).resolve().parent


def asset(*parts: str) -> Path:
    """Path of a shipped file or folder, in an installed wheel as well as in a checkout."""
    installed = _PACKAGE / "resources"
    return (installed if installed.is_dir() else _PACKAGE.parent / "resources").joinpath(*parts)


def sample_dataset() -> Path:
    """The dataset that ships with the program."""
    return asset("sample")


def labelled_sample() -> Path:
    """The small dataset with labels, in the format of COCO, that ships with the program."""
    return asset("labelled")


def reference_file(reference: Reference) -> Path:
    """Where the file lies on this machine.

    Raises:
        PipelineError: It is named as a shipped one that does not exist.
    """
    if not reference.shipped:
        return Path(reference.path)
    place = reference.path.removeprefix(SHIPPED)
    root = asset().resolve()
    file = (root / place).resolve()
    if not file.is_relative_to(root):
        raise PipelineError(
            "{0} does not come with this program; choose another file in the step", reference.path
        )
    return file


def shipped_references(files: Files) -> tuple[Reference, ...]:
    """What comes with the program for a declared field, by name; not pinned yet."""
    if not files.shipped:
        return ()
    names = sorted(file.name for file in asset(files.shipped).glob("*") if file.suffix in files.suffixes)
    return tuple(Reference(f"{SHIPPED}{files.shipped}/{name}") for name in names)


def read_reference(reference: Reference) -> bytes:
    """The file's contents, if they still are what was chosen.

    Raises:
        PipelineError: It is missing, cannot be read, or was changed.
    """
    file = reference_file(reference)
    data = read_file(file)
    if reference.sha256 and hashlib.sha256(data).hexdigest() != reference.sha256:
        raise PipelineError(
            "the file {0} is no longer the one that was chosen; put that one back, or choose "
            "this one again in the step",
            file,
        )
    return data


def pinned(reference: Reference) -> Reference:
    """The reference with the hash of its file, where it had none.

    Raises:
        PipelineError: The file cannot be read.
    """
    if reference.sha256:
        return reference
    data = read_file(reference_file(reference))
    return Reference(reference.path, hashlib.sha256(data).hexdigest())

"""Finds datasets of CVAT; it imports little, as it is asked whenever a folder is opened."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from augstudio.datasets.base import Likelihood
from augstudio.datasets.candidate import Candidate

FILE: Final = "annotations.xml"
"""The name that CVAT gives the file."""

_HEAD: Final = 1 << 16
_MOST_FILES: Final = 5
_FIRST_ELEMENT: Final = re.compile(rb"<([A-Za-z_][-\w.:]*)")
_MARK: Final = re.compile(rb"<(?:version|meta|image|track)[\s>]")


def sniff(candidate: Candidate) -> Likelihood:
    """Whether a path is a file of this format, or a folder with one."""
    return Likelihood.NO if cvat_file(candidate) is None else Likelihood.CERTAIN


def cvat_file(candidate: Candidate) -> Path | None:
    """The file that a path names: itself, or one in the folder; None where there is none."""
    path = candidate.path
    if candidate.suffix == ".xml":
        return path if _is_cvat(path) else None
    ordered = sorted(candidate.files(".xml"), key=lambda name: name != FILE)[:_MOST_FILES]
    return next((path / name for name in ordered if _is_cvat(path / name)), None)


def _is_cvat(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except (OSError, ValueError):
        return False
    first = _FIRST_ELEMENT.search(head)
    return first is not None and first[1] == b"annotations" and _MARK.search(head) is not None

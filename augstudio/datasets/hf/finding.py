"""Finds datasets of Hugging Face; it imports little, as it is asked whenever a folder is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from augstudio.datasets.base import Likelihood
from augstudio.datasets.candidate import Candidate

FILES: Final = ("metadata.jsonl", "metadata.csv")
"""What the file of metadata may be called."""

_HEAD: Final = 1 << 16
_MOST_FOLDERS: Final = 50


def sniff(candidate: Candidate) -> Likelihood:
    """Whether a path is a file of metadata that names pictures, or a folder with such files alone."""
    if candidate.path.name in FILES:
        return Likelihood.CERTAIN if _names_pictures(candidate.path) else Likelihood.NO
    files = metadata_files(candidate)
    return Likelihood.CERTAIN if files and all(map(_names_pictures, files)) else Likelihood.NO


def metadata_files(candidate: Candidate) -> list[Path]:
    """The files of metadata in a folder: its own, or those of the folders in it."""
    root = candidate.path
    for name in FILES:
        if (root / name).is_file():
            return [root / name]
    found = []
    for folder in candidate.folders[:_MOST_FOLDERS]:
        found += [root / folder / name for name in FILES if (root / folder / name).is_file()][:1]
    return found


def _names_pictures(path: Path) -> bool:
    """Whether a file's first rows name files of pictures."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD).partition(b"\n")[0]
    except OSError:
        return False
    return b"file_name" in head

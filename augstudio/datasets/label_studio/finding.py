"""Finds datasets of Label Studio; it imports little, as it is asked whenever a folder is opened."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from augstudio.datasets.base import Likelihood

_HEAD: Final = 1 << 16
_MOST_FILES: Final = 8
_FULL: Final = (re.compile(rb'"(?:annotations|completions)"\s*:'), re.compile(rb'"data"\s*:'))
_SHORT: Final = (re.compile(rb'"annotation_id"\s*:'), re.compile(rb'"annotator"\s*:'))


def sniff(path: Path) -> Likelihood:
    """Whether a path is a file of tasks, or a folder with one."""
    return Likelihood.NO if tasks_file(path) is None else Likelihood.CERTAIN


def tasks_file(path: Path) -> Path | None:
    """The file that a path names: itself, or one in the folder; None where there is none."""
    try:
        if path.suffix.lower() == ".json":
            return path if _is_tasks(path) else None
        names = sorted(item.name for item in path.iterdir() if item.suffix.lower() == ".json")
    except (OSError, ValueError):
        return None
    return next((path / name for name in names[:_MOST_FILES] if _is_tasks(path / name)), None)


def _is_tasks(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    listed = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")
    return listed and any(all(part.search(head) for part in marks) for marks in (_FULL, _SHORT))

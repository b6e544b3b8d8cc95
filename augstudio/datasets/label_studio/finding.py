"""Finds datasets of Label Studio; it imports little, as it is asked whenever a folder is opened."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from augstudio.datasets.base import Likelihood
from augstudio.datasets.candidate import Candidate

_HEAD: Final = 1 << 16
_MOST_FILES: Final = 8
_FULL: Final = (re.compile(rb'"(?:annotations|completions)"\s*:'), re.compile(rb'"data"\s*:'))
_SHORT: Final = (re.compile(rb'"annotation_id"\s*:'), re.compile(rb'"annotator"\s*:'))


def sniff(candidate: Candidate) -> Likelihood:
    """Whether a path is a file of tasks, or a folder with one."""
    return Likelihood.NO if tasks_file(candidate) is None else Likelihood.CERTAIN


def tasks_file(candidate: Candidate) -> Path | None:
    """The file that a path names: itself, or one in the folder; None where there is none."""
    path = candidate.path
    if candidate.suffix == ".json":
        return path if _is_tasks(path) else None
    files = (path / name for name in candidate.files(".json")[:_MOST_FILES])
    return next(filter(_is_tasks, files), None)


def _is_tasks(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except (OSError, ValueError):
        return False
    listed = head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[")
    return listed and any(all(part.search(head) for part in marks) for marks in (_FULL, _SHORT))

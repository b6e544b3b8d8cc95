"""Writes down what was said about a dataset's folders, and reads it again."""

from __future__ import annotations

import json
import os
from pathlib import Path

from augstudio.datasets.layout import Stated

LONGEST = 200_000
"""Characters above which a text is surely no such record."""


def absolute(folder: Path) -> str:
    """The path by which a folder is remembered."""
    # Unlike Path.resolve, this asks no drive.
    return os.path.abspath(folder)  # noqa: PTH100


def as_text(stated: Stated) -> str:
    """What was said about the folders, as ASCII JSON."""
    return json.dumps(stated.to_dict(), sort_keys=True)


def from_text(text: str) -> Stated | None:
    """What a text says about folders; None where it is not such a record."""
    try:
        found = json.loads(text) if len(text) <= LONGEST else None
        return Stated.from_dict(found) if isinstance(found, dict) else None
    except (ValueError, RecursionError):
        return None

"""Writes down what was said about a dataset's folders, and reads it again."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, TypeGuard

from augstudio.datasets.layout import ROLES, Stated

LONGEST = 200_000
"""Characters above which a text is surely no such record."""


def absolute(folder: Path) -> str:
    """The path by which a folder is remembered."""
    # Unlike Path.resolve, this asks no drive.
    return os.path.abspath(folder)  # noqa: PTH100


def as_text(stated: Stated) -> str:
    """What was said about the folders, as ASCII JSON."""
    return json.dumps(
        {"roles": dict(stated.roles), "classes": stated.classes, "copies": stated.copies}, sort_keys=True
    )


def from_text(text: str) -> Stated | None:
    """What a text says about folders; None where it is not such a record."""
    try:
        found = json.loads(text) if len(text) <= LONGEST else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    roles, classes, copies = (found.get(name) for name in ("roles", "classes", "copies"))
    if not _is_roles(roles) or not (classes is None or _is_names(classes)) or not isinstance(copies, bool):
        return None
    return Stated(tuple(sorted(roles.items())), None if classes is None else tuple(classes), copies)


def _is_roles(found: Any) -> TypeGuard[dict[str, str]]:
    return isinstance(found, dict) and all(path and role in ROLES for path, role in found.items())


def _is_names(found: Any) -> TypeGuard[list[str]]:
    return isinstance(found, list) and all(isinstance(name, str) for name in found)

"""What the entries of a folder are, where asking may fail."""

from __future__ import annotations

import os


def is_folder(item: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder, or a link to one; not where that cannot be told."""
    try:
        return item.is_dir()
    except OSError:
        return False


def is_file(item: os.DirEntry[str]) -> bool:
    """Whether an entry is a regular file, or a link to one; not where that cannot be told."""
    try:
        return item.is_file()
    except OSError:
        return False


def is_utf8(name: str) -> bool:
    """Whether a name is valid text."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True

"""Finds the pictures that annotations name: by paths of their own, of another computer, or by names alone."""

from __future__ import annotations

import os
from collections.abc import Sequence

from augstudio.core.cached import cached_property
from augstudio.datasets.annotated_pictures import key_of, pictures_in
from augstudio.datasets.splits import nfc


class NamedPictures:
    """The pictures below a dataset's root, by what annotations may call them."""

    def __init__(self, root: str, folders: Sequence[str] = ("",)) -> None:
        """Remember where to look; nothing is listed yet.

        Args:
            root: The dataset's root; nothing outside it is ever found.
            folders: Folders, relative to the root, that names are relative to; the first that fits counts.
        """
        self._root = root
        self._folders = tuple(dict.fromkeys(folders))

    def path(self, name: str) -> str | None:
        """The file that a name stands for; None where there is none, or where several may be meant.

        A path is tried relative to each of the folders; else the picture is taken whose path ends with the
        longest part of it, as long as there is only one.

        Args:
            name: A path, absolute or not, with either kind of slash, or a file's name alone.
        """
        for folder in self._folders:
            parts = safe_parts(f"{folder}/{name}")
            path = os.path.join(self._root, *parts) if parts else ""  # noqa: PTH118
            if parts and os.path.isfile(path):  # noqa: PTH113
                return path
        parts = safe_parts(name)
        return None if parts is None else self._by_end(nfc("/".join(parts)))

    def _by_end(self, name: str) -> str | None:
        found = self._by_name.get(name.rpartition("/")[2], [])
        while name:
            ending = [path for path in found if f"/{key_of(self._root, path)}".endswith(f"/{name}")]
            if ending:
                return ending[0] if len(ending) == 1 else None
            name = name.partition("/")[2]
        return None

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = {}
        for path in pictures_in(self._root):
            names.setdefault(nfc(os.path.basename(path)), []).append(path)  # noqa: PTH119
        return names


def safe_parts(name: str) -> list[str] | None:
    """The parts of a path that annotations give, relative to a folder; None if nothing is left.

    ``..`` takes back the part before it; where there is none, the path leads outside, and is none.
    """
    if "\0" in name:
        return None
    parts: list[str] = []
    for piece in name.strip().replace("\\", "/").split("/"):
        if piece == "..":
            if not parts:
                return None
            parts.pop()
        elif piece not in ("", ".") and not (len(piece) == 2 and piece[1] == ":"):  # a drive of Windows
            parts.append(piece)
    return parts or None

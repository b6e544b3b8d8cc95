"""Finds the pictures that tables name, also without their suffixes."""

from __future__ import annotations

import os
from pathlib import Path

from augstudio.core.cached import cached_property
from augstudio.datasets.annotated_pictures import pictures_in
from augstudio.datasets.label_folder import stem_of
from augstudio.datasets.left_out import has_picture_suffix
from augstudio.datasets.named_pictures import NamedPictures
from augstudio.datasets.splits import nfc


class PictureNames:
    """The pictures below a folder, by what the cells of tables call them."""

    def __init__(self, root: Path) -> None:
        """Remember the folder; nothing is listed yet."""
        self._root = str(root)
        self._names = NamedPictures(self._root)

    def path(self, name: str) -> str | None:
        """The file that a cell names; None where there is none, or where several may be meant.

        Args:
            name: A path or a file's name, with suffix or without.
        """
        if not name:
            return None
        if has_picture_suffix(name):
            return self._names.path(name)
        found = self._by_stem.get(nfc(name.replace("\\", "/").rpartition("/")[2]), [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _by_stem(self) -> dict[str, list[str]]:
        stems: dict[str, list[str]] = {}
        for path in pictures_in(self._root):
            stems.setdefault(nfc(stem_of(os.path.basename(path))), []).append(path)  # noqa: PTH119
        return stems

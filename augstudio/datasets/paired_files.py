"""Label files that belong to pictures by their names, wherever they lie in a dataset."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from augstudio.core.sorting import sorted_in_steps
from augstudio.datasets.annotated_pictures import key_of
from augstudio.datasets.label_folder import stem_of
from augstudio.datasets.left_out import is_foreign
from augstudio.datasets.splits import nfc


@dataclass(slots=True)
class Files:
    """Files of a kind below a folder.

    Attributes:
        paths: Their paths relative to the dataset's root, in order.
        by_stem: The same by their names without suffixes.
    """

    paths: list[str] = field(default_factory=list)
    by_stem: dict[str, list[str]] = field(default_factory=dict)

    def beside(self, key: str) -> str:
        """The file that belongs to a picture: of the same name, in a folder as like as can be; or none.

        Args:
            key: The picture's path relative to the root, without its suffix.
        """
        parts = key.split("/")
        found = self.by_stem.get(parts[-1], [])
        if len(found) < 2:
            return found[0] if found else ""
        # Beside the picture, or in Annotations/a for a picture in JPEGImages/a.
        return max(found, key=lambda path: (_alike(path, parts), path))


def _alike(path: str, parts: list[str]) -> int:
    """How many of the folders above a file are called as those above a picture."""
    return len(set(path.split("/")[:-1]) & set(parts[:-1]))


def files_below(root: Path, folder: str, suffix: str) -> Files:
    """The files of a suffix in a folder below the root and in those in it."""
    found = Files()
    for where, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if name[0] != "." and not is_foreign(name))
        for name in sorted_in_steps(names):
            if name.lower().endswith(suffix) and name[0] != ".":
                path = key_of(str(root), os.path.join(where, name))  # noqa: PTH118
                found.paths.append(path)
                found.by_stem.setdefault(nfc(stem_of(name)), []).append(path)
    return found

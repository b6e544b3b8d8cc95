"""A path that every format is asked about: what lies there is listed once for all of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from augstudio.core.cached import cached_property
from augstudio.datasets.label_folder import LabelFolder, Surroundings, looked_into

_Told = TypeVar("_Told")


class Candidate:
    """A file or folder whose format is to be recognised.

    Attributes:
        path: The path, as it was given.
        suffix: Its suffix in lower case.
    """

    def __init__(self, path: Path) -> None:
        """Remember the path; nothing is looked at yet."""
        self.path = path
        self.suffix = path.suffix.lower()
        self._told: dict[Callable[[Candidate], Any], Any] = {}

    @cached_property
    def is_folder(self) -> bool:
        """Whether it is a folder; not where that cannot be told."""
        return os.path.isdir(self.path)  # noqa: PTH112  (raises nothing)

    @cached_property
    def is_file(self) -> bool:
        """Whether it is a regular file; not where that cannot be told."""
        return os.path.isfile(self.path)  # noqa: PTH113  (raises nothing)

    @cached_property
    def listed(self) -> LabelFolder:
        """What lies in the folder; nothing in a file, or in a folder that cannot be listed."""
        place = str(self.path)
        around = Surroundings(place)
        found = looked_into(place, "", around) if self.is_folder else None
        return found or LabelFolder(place, "", around)

    @property
    def folders(self) -> list[str]:
        """Names of the folders in it in order, without hidden ones and those of file servers."""
        return sorted(self.listed.folders)

    def files(self, *suffixes: str) -> list[str]:
        """Names of the files in it that have one of these suffixes, in order; never those of pictures."""
        return sorted(name for suffix in suffixes for name in self.listed.files.get(suffix, ()))

    def once(self, tell: Callable[[Candidate], _Told]) -> _Told:
        """What a function tells of it, which is asked for by several formats and found out once."""
        if tell not in self._told:
            self._told[tell] = tell(self)
        found: _Told = self._told[tell]
        return found

"""Refuses output folders that are the dataset's own under another name, as by a mount.

A path says little of where a folder lies: the same folder can be mounted in several places. What it is, is
said by its device and inode, which are the same under every name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from augstudio.core.text import printable
from augstudio.datasets.base import Sample, Skipped
from augstudio.errors import ExportError
from augstudio.export.files import PARTS, UNFINISHED

Inode: TypeAlias = tuple[int, int]
"""Device and inode."""


@dataclass
class SourceFolders:
    """The folders that a dataset's pictures lie in.

    Attributes:
        root: The dataset.
    """

    root: Path
    _paths: dict[Inode, Path] = field(default_factory=dict)
    _seen: set[Path] = field(default_factory=set)
    _outputs: dict[str, None] = field(default_factory=dict)

    def watch(self, found: Iterator[Sample | Skipped], out: Path) -> Iterator[Sample | Skipped]:
        """Pass on what is listed, and note where it lies.

        Raises:
            ExportError: In the end, if :meth:`check` refuses the output folder.
        """
        self._add(self.root)
        last, end = "", -1
        for item in found:
            if isinstance(item, Sample) and not (
                item.file.rfind(os.sep) == end and item.file.startswith(last)  # as its neighbour
            ):
                last = parent = os.path.dirname(item.file)  # noqa: PTH120
                end = item.file.rfind(os.sep)
                self._outputs[str(PurePosixPath(item.key).parent)] = None
                for folder in (Path(parent), *Path(parent).parents):
                    if folder in self._seen:
                        break
                    self._add(folder)
            yield item
        self.check(out)

    def check(self, out: Path) -> None:
        """Refuse an output folder that is, lies in, or holds one of them under another name.

        Raises:
            ExportError: The text names both.
        """
        shown = printable(str(out))
        resolved = Path(os.path.realpath(out))
        for place in (resolved, *resolved.parents):
            source = self._source(place)
            if source is not None:
                raise ExportError(
                    "the output folder {0} is the dataset's folder {1} under another name, or lies "
                    "inside it; choose another one",
                    shown,
                    printable(str(source)),
                )
        for name in (UNFINISHED, PARTS, *self._outputs):
            inner = (out.joinpath(*PurePosixPath(name).parts[:end]) for end in range(1, name.count("/") + 2))
            for place in inner:
                if _is_link(place):  # which is refused as what it is
                    break
                source = self._source(place)
                if source is not None:
                    raise ExportError(
                        "{0} in the output folder is the dataset's folder {1} under another name; unmount it "
                        "there, or choose another output folder",
                        printable(str(place)),
                        printable(str(source)),
                    )

    def _add(self, folder: Path) -> None:
        self._seen.add(folder)
        inode = inode_of(folder)
        if inode is not None:
            self._paths.setdefault(inode, folder)

    def _source(self, place: Path) -> Path | None:
        """The dataset's folder that a place is, by whatever name."""
        inode = inode_of(place)
        return None if inode is None else self._paths.get(inode)


def inode_of(place: Path) -> Inode | None:
    """What a folder is; None where there is none, or its file system does not say."""
    try:
        status = place.stat()
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if status.st_ino else None


def _is_link(place: Path) -> bool:
    try:
        return place.is_symlink()
    except OSError:  # it cannot be told, so it cannot be used either
        return False

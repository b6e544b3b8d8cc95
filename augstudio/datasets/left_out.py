"""What a folder of pictures holds that is no part of it: thumbnails, waste, hidden files, copies, exports."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, TypeAlias

from augstudio.images.suffixes import IMAGE_SUFFIXES

SYSTEM_FOLDERS: Final = frozenset(
    (
        "@eadir",
        "@tmp",
        "@recycle",
        "@recently-snapshot",
        "#recycle",
        "#snapshot",
        "~snapshot",
        "$recycle.bin",
        "recycler",
        "system volume information",
        "lost+found",
        "__macosx",
        "network trash folder",
        "temporary items",
    )
)
"""Names, in lower case, of folders that file servers and systems make."""

# Asked for every file of a dataset; most names are told by their first character.
FIRST_OF_FOREIGN: Final = frozenset(first for name in SYSTEM_FOLDERS for first in (name[0], name[0].upper()))
"""The first characters of names of which :func:`is_foreign` can be true."""

_EXPORT_FILES: Final = ("augstudio.json", "manifest.jsonl")
_EXPORT_HEAD: Final = re.compile(rb'\s*\{\s*"augstudio"\s*:')
_HEAD_BYTES: Final = 200
# Looking through what is left out only serves to tell how much it is.
_MOST_ENTRIES: Final = 20_000

COPY_NAME: Final = re.compile(r"(?P<stem>.+)__aug\d{3,}", re.DOTALL)
"""Name of an augmented copy, without its suffix."""


class Kind(Enum):
    """Why something is no part of a dataset."""

    FOREIGN = "a file server's or system's folder"
    HIDDEN = "hidden"
    EXPORT = "an export of this program"
    COPY = "an augmented copy"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Pictures that are no part of a dataset.

    Attributes:
        kind: Why.
        name: Name of a foreign folder, path of an export, key of a copy; "" for what is hidden.
        count: How many there are.
        whole: Whether all were counted, or at least so many.
    """

    kind: Kind
    name: str
    count: int
    whole: bool = True


LeftOutListener: TypeAlias = Callable[[LeftOut], None]


@dataclass
class LeftOutTally:
    """Adds up what was left out, by kind and name."""

    _sums: dict[tuple[Kind, str], LeftOut] = field(default_factory=dict)

    def add(self, found: LeftOut) -> None:
        """Count some more."""
        place = found.kind, "" if found.kind is Kind.COPY else found.name
        before = self._sums.get(place)
        if found.count:
            self._sums[place] = (
                found
                if before is None
                else LeftOut(
                    found.kind, before.name, before.count + found.count, before.whole and found.whole
                )
            )

    @property
    def found(self) -> tuple[LeftOut, ...]:
        """What was left out, the first first."""
        return tuple(self._sums.values())


def is_foreign(name: str) -> bool:
    """Whether a folder of this name is one that a file server or system made."""
    return name[0] in FIRST_OF_FOREIGN and name.casefold() in SYSTEM_FOLDERS


def is_export_folder(folder: str) -> bool:
    """Whether a folder holds an export of this program, by the files that every one has."""
    try:
        if not all(os.path.isfile(os.path.join(folder, name)) for name in _EXPORT_FILES):  # noqa: PTH113, PTH118
            return False
        with open(os.path.join(folder, _EXPORT_FILES[0]), "rb") as stream:  # noqa: PTH118, PTH123
            return _EXPORT_HEAD.match(stream.read(_HEAD_BYTES)) is not None
    except OSError:
        return False


def has_picture_suffix(name: str) -> bool:
    """Whether a file's name is that of a picture that can be read."""
    end = name.rfind(".")
    if end <= 0 or name[end:].lower() not in IMAGE_SUFFIXES:
        return False
    return name[0] != "." or name[:end].count(".") < end


def pictures_below(folder: str) -> tuple[int, bool]:
    """Pictures in a folder and those in it, and whether all were counted; links are not followed."""
    count, left, stack = 0, _MOST_ENTRIES, [folder]
    while stack and left > 0:
        try:
            with os.scandir(stack.pop()) as entries:
                for item in entries:
                    left -= 1
                    if item.is_dir(follow_symlinks=False):
                        stack.append(item.path)
                    elif has_picture_suffix(item.name):
                        count += 1
                    if left <= 0:
                        break
        except OSError:
            continue
    return count, left > 0


def copies_among(names: list[str], *, any_stem: bool) -> frozenset[str]:
    """Names of pictures that are augmented copies of others among them.

    Args:
        names: Names of the files in a folder.
        any_stem: Whether a copy's name is enough, though its original is not there.
    """
    marked = [name for name in names if "__aug" in name]
    if not marked:
        return frozenset()
    stems = {os.path.splitext(name)[0] for name in names if has_picture_suffix(name)}  # noqa: PTH122
    return frozenset(
        name
        for name in marked
        if (parts := COPY_NAME.fullmatch(os.path.splitext(name)[0]))  # noqa: PTH122
        and has_picture_suffix(name)
        and (any_stem or parts["stem"] in stems)
    )

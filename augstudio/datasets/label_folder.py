"""A folder as the recognising of labels sees it: its files by kind, and which pictures lie here or near."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from augstudio.core.cached import cached_property
from augstudio.core.sorting import sorted_in_steps
from augstudio.datasets.left_out import FIRST_OF_FOREIGN, has_picture_suffix, is_foreign
from augstudio.datasets.masks.recognising import holds_pictures
from augstudio.datasets.splits import is_container, split_of

_FIRST_OF_OTHERS: Final = FIRST_OF_FOREIGN | {"."}  # in names that need a closer look
_HEAD: Final = 1 << 16
# Of each folder some files are opened, the first by name: a dataset's label files look alike.
_TRIED: Final = 4
_MOST_FILES: Final = 5000
_USUAL: Final = (".jpg", ".png", ".jpeg", ".tif", ".JPG")
_PART: Final = re.compile(r"image_\d|img\d|obj_\w+_data", re.IGNORECASE)
_MOST_PLACES: Final = 40
_FEW: Final = 12
_MOST_PARTS: Final = 3
_MOST_ENTRIES: Final = 2000
_LONGEST_NAME: Final = 250


class Surroundings:
    """The folders of a dataset, of each of which is remembered what lies in it.

    Attributes:
        top: Path of the outermost folder in which pictures are looked for.
    """

    def __init__(self, top: str) -> None:
        self.top = top
        self._folders: dict[str, tuple[list[str], list[str]]] = {}
        self._suffixes: dict[str, tuple[str, ...]] = {}

    def folders(self, place: str, *, any_name: bool) -> list[str]:
        """Names of the folders in a folder: those that say nothing, and a few others where any will do."""
        if place not in self._folders:
            found = _folders_in(place)
            telling = [name for name in found if not _says_nothing(name)]
            few = telling if len(found) <= _FEW else []  # many are classes
            self._folders[place] = sorted(set(found).difference(telling)), few
        plain, few = self._folders[place]
        return [*plain, *few] if any_name else plain

    def suffixes(self, place: str) -> tuple[str, ...]:
        """Suffixes of the pictures in a folder, as far as its first files tell."""
        if place not in self._suffixes:
            self._suffixes[place] = _suffixes_in(place)
        return self._suffixes[place]


@dataclass
class LabelFolder:
    """The files of one folder by what they may be.

    Attributes:
        place: Its own path.
        path: Its path relative to the dataset.
        around: The folders around it.
        stems: Names of its pictures, without suffixes.
        files: Names of its other files by suffix.
        folders: Names of the folders in it.
    """

    place: str
    path: str
    around: Surroundings
    stems: set[str] = field(default_factory=set)
    files: dict[str, list[str]] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)

    def some(self, suffix: str) -> Iterator[tuple[str, bytes]]:
        """Names and beginnings of the first files of a kind that hold any, with long ones' ends."""
        names = sorted_in_steps(self.files.get(suffix, []))
        beside = [name for name in names if stem_of(name) in self.stems]
        tried = 0
        for name in islice(dict.fromkeys((*beside, *names)), _MOST_FILES):
            data = _ends(os.path.join(self.place, name))  # noqa: PTH118
            if data.strip():  # an empty file says that there is nothing in its picture
                tried += 1
                yield name, data
            if tried == _TRIED:
                return

    def picture(self, named: str) -> str | None:
        """The folder, as a path relative to the outermost, of a picture that a file here names.

        Args:
            named: Its name or path, also one of another computer, with suffix or without.
        """
        named = re.sub(r"#\d+$", "", named.strip())  # several sentences about a picture are numbered so
        parts = [part for part in named.replace("\\", "/").split("/") if part not in ("", ".")]
        if not parts or ".." in parts or "\0" in named or len(parts[-1]) > _LONGEST_NAME:
            return None
        ends = ["/".join(parts[-count:]) for count in range(min(len(parts), _MOST_PARTS), 0, -1)]
        if stem_of(parts[-1]) in self.stems or parts[-1] in self.stems:
            return self._relative(self.place)
        suffixes = ("",) if has_picture_suffix(parts[-1]) else None
        for place, kinds in self._places:
            for end in ends if kinds or len(ends) > 1 else ():
                found = os.path.join(place, end)  # noqa: PTH118
                if any(os.path.isfile(found + suffix) for suffix in suffixes or kinds or _USUAL):  # noqa: PTH113
                    return self._relative(os.path.dirname(found))  # noqa: PTH120
        return None

    @cached_property
    def _places(self) -> list[tuple[str, tuple[str, ...]]]:
        """Folders that a file here may mean, with the suffixes of their pictures: here, above, beside."""
        here = self.place
        above: list[str] = []
        while here != self.around.top and len(above) < 2:
            here = os.path.dirname(here)  # noqa: PTH120
            above.append(here)
        places = [self.place, *above]
        for place in tuple(places):
            # Just below and just beside this one they may be called anything.
            for name in self.around.folders(place, any_name=place in places[:2]):
                child = os.path.join(place, name)  # noqa: PTH118
                deeper = self.around.folders(child, any_name=False)
                double = os.path.join(child, name)  # noqa: PTH118  (as unpacked into a folder of its own name)
                places += (child, double, *(os.path.join(child, deep) for deep in deeper))  # noqa: PTH118
        return [(place, self.around.suffixes(place)) for place in islice(dict.fromkeys(places), _MOST_PLACES)]

    def _relative(self, place: str) -> str:
        path = os.path.relpath(place, self.around.top)
        return "" if path == "." else path.replace(os.sep, "/")


def looked_into(place: str, path: str, around: Surroundings) -> LabelFolder | None:
    """What a folder holds; None if it cannot be read."""
    folder = LabelFolder(place, path, around)
    add_stem, latest, cut = folder.stems.add, "/", 0
    try:
        with os.scandir(place) as entries:
            for item in entries:
                name = item.name
                if name.endswith(latest) and name[0] not in _FIRST_OF_OTHERS:  # most are as the one before
                    add_stem(name[:cut])
                    continue
                if name[0] == "." or (name[0] in FIRST_OF_FOREIGN and is_foreign(name)):
                    continue
                end = name.rfind(".")
                if has_picture_suffix(name):
                    latest, cut = name[end:], end - len(name)
                    add_stem(name[:end])  # as stem_of, which takes longer
                    continue
                if item.is_dir():
                    folder.folders.append(name)
                elif item.is_file():
                    folder.files.setdefault(suffix_of(name), []).append(name)
    except OSError:
        return None
    return folder


def may_lie_inside(name: str) -> bool:
    """Whether a folder of this name is usually a part of a dataset, with its labels beside it."""
    return _says_nothing(name) or holds_pictures(name) or _PART.fullmatch(name) is not None


def names_class(path: str) -> bool:
    """Whether a folder of this path is one of a class, by its names alone."""
    return not all(_says_nothing(part) for part in path.split("/") if part)


def stem_of(name: str) -> str:
    """A file's name without its suffix."""
    return os.path.splitext(name)[0]  # noqa: PTH122


def suffix_of(name: str) -> str:
    """A file's suffix in lower case, with its dot."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122


def _says_nothing(name: str) -> bool:
    return is_container(name) or split_of(name) is not None or name.casefold() == "default"


def _folders_in(place: str) -> list[str]:
    try:
        with os.scandir(place) as entries:
            return sorted(item.name for item in entries if item.is_dir() and item.name[0] != ".")
    except OSError:
        return []


def _suffixes_in(place: str) -> tuple[str, ...]:
    """Suffixes of the pictures in a folder, as far as its first files tell."""
    try:
        with os.scandir(place) as entries:
            names = [item.name for item in islice(entries, _MOST_ENTRIES)]
    except OSError:
        return ()
    return tuple(sorted({os.path.splitext(name)[1] for name in names if has_picture_suffix(name)}))  # noqa: PTH122


def _ends(place: str) -> bytes:
    """A file's beginning, and its end where it is longer; nothing of what is no regular file."""
    try:
        with open(place, "rb") as stream:  # noqa: PTH123
            data = stream.read(_HEAD)
            size = os.fstat(stream.fileno()).st_size
            if size > len(data):
                stream.seek(max(len(data), size - _HEAD))
                data += b"\n" + stream.read(_HEAD)
    except OSError:
        return b""
    return data

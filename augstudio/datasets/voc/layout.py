"""Where the files of a Pascal VOC dataset lie: which folder it is, the XML of a picture, and the splits."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from augstudio.core.text import printable
from augstudio.datasets.entries import is_folder
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_text import label_bytes, label_text
from augstudio.datasets.left_out import is_foreign
from augstudio.datasets.splits import Split, nfc
from augstudio.errors import DatasetError, Message, message_of

PICTURES: Final = "JPEGImages"
ANNOTATIONS: Final = "Annotations"
CLASSES: Final = "SegmentationClass"
OBJECTS: Final = "SegmentationObject"
LISTS: Final = ("ImageSets/Main", "ImageSets/Segmentation")

_FIRST_ELEMENT: Final = re.compile(rb"<([A-Za-z_][-\w.:]*)")
_HEAD: Final = 2000
_TRIED: Final = 3
_MOST_FOLDERS: Final = 40
_MOST_ENTRIES: Final = 1000
_DEEPEST: Final = 2
_MAX_LIST_BYTES: Final = 1 << 26
_SPLITS: Final = {"train": Split.TRAIN, "val": Split.VAL, "test": Split.TEST}


def voc_root(path: Path) -> Path | None:
    """The folder of the dataset that a path names: a folder, ``Annotations`` in it, or an XML file.

    ``VOCdevkit`` with one year in it is that year.
    """
    try:
        if path.suffix.lower() == ".xml":
            return _of_folder(path.parent) if _is_annotation(path) else None
        if not path.is_dir():
            return None
        for folder in (path, *_only_folders(path)):
            if (folder / ANNOTATIONS).is_dir() and _holds_annotations(folder / ANNOTATIONS):
                return folder
        return _of_folder(path) if _holds_annotations(path) else None
    except (OSError, ValueError):
        return None


def _of_folder(folder: Path) -> Path:
    """The dataset that a folder with annotations is, or is a part of."""
    return folder.parent if folder.name.casefold() == ANNOTATIONS.casefold() else folder


def _only_folders(path: Path) -> Iterator[Path]:
    """The folder in a folder, and the one in that, as far as there is only one each."""
    for _ in range(_DEEPEST):
        inner = [Path(item.path) for item in os.scandir(path) if is_folder(item) and item.name[0] != "."]
        if len(inner) != 1:
            return
        path = inner[0]
        yield path


def _holds_annotations(folder: Path) -> bool:
    """Whether XML files of this kind lie in a folder or in those in it, as far as the first ones tell."""
    waiting = [(folder, 0)]
    for _ in range(_MOST_FOLDERS):
        if not waiting:
            return False
        here, depth = waiting.pop(0)
        names, inner = [], []
        with os.scandir(here) as entries:
            for item in islice(entries, _MOST_ENTRIES):
                if item.name[0] == "." or is_foreign(item.name):
                    continue
                if is_folder(item):
                    inner.append(item.name)
                elif item.name.lower().endswith(".xml"):
                    names.append(item.name)
        if any(_is_annotation(here / name) for name in sorted(names)[:_TRIED]):
            return True
        if depth < _DEEPEST:
            waiting += [(here / name, depth + 1) for name in sorted(inner)]
    return False


def _is_annotation(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            first = _FIRST_ELEMENT.search(stream.read(_HEAD))
            return first is not None and first[1] == b"annotation"
    except OSError:
        return False


@dataclass(slots=True)
class Lists:
    """The lists of the splits.

    Attributes:
        splits: The split of each picture, by its path below ``JPEGImages`` without suffix.
        lines: Where each picture is named first: the file and the line.
        problems: What is odd.
    """

    splits: dict[str, Split] = field(default_factory=dict)
    lines: dict[str, tuple[str, int]] = field(default_factory=dict)
    problems: list[LabelProblem] = field(default_factory=list)


def read_lists(root: Path) -> Lists:
    """What the lists in ``ImageSets`` say of the splits."""
    lists = Lists()
    for folder in LISTS:
        for name, split in _SPLITS.items():
            file = f"{folder}/{name}.txt"
            if (root / file).is_file():
                _read_list(lists, root, file, split)
    return lists


def _read_list(lists: Lists, root: Path, file: str, split: Split) -> None:
    try:
        text = label_text(label_bytes(root / file, file, _MAX_LIST_BYTES), file)
    except DatasetError as error:
        lists.problems.append(LabelProblem(file, 0, message_of(error)))
        return
    for line, content in enumerate(text.splitlines(), 1):
        name = nfc(content.strip())
        first, _, mark = name.rpartition(" ")
        name = first.strip() if first and mark in ("-1", "0", "1") else name
        if not name:
            continue
        known = lists.splits.setdefault(name, split)
        lists.lines.setdefault(name, (file, line))
        if known is not split:
            reason = Message("{0} is in the split {1} too; it counts there", printable(name), known.value)
            lists.problems.append(LabelProblem(file, line, reason))

"""YOLO datasets that have no ``data.yaml`` but a list of their classes, as labelling programs leave them.

These are the ``classes.txt`` of labelImg and Label Studio, and the ``obj.names`` and ``obj.data`` of Darknet,
which CVAT writes as "YOLO 1.1". Where the pictures are and which splits they are of is told by the folders'
names, or by the lists that ``obj.data`` names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from augstudio.core.text import printable
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_text import label_bytes, label_text
from augstudio.datasets.named_pictures import safe_parts
from augstudio.datasets.splits import Split, split_of
from augstudio.datasets.yolo.description import MAX_BYTES, SPLIT_KEYS, Description, Place
from augstudio.datasets.yolo.places import DARKNET, LABELS, folders_in, list_beside, split_folders
from augstudio.errors import DatasetError, Message

_IMAGES: Final = "images"


def described_by_list(file: Path, path: Path) -> Description:
    """What a list of classes and the folders around it say about a dataset.

    Args:
        file: The list, as :func:`~augstudio.datasets.yolo.places.class_list` finds it.
        path: The dataset's folder, or the file that was opened, by which the folder is told.

    Raises:
        DatasetError: It names no class, or other lists in the dataset name other classes.
    """
    file = file.absolute()
    root = path.absolute() if path.is_dir() else _root_of(file)
    names = _names_in(file, root)
    problems: list[LabelProblem] = []
    places = tuple(_listed_places(root, problems)) or tuple(_places(root))
    return Description(file, root, names, range(len(names)), places, None, (), (), "", tuple(problems))


def _root_of(file: Path) -> Path:
    """The dataset's folder: above ``labels`` and above a split, if the list is inside such."""
    folder = file.parent
    for _ in range(2):
        if folder.name == LABELS or (split_of(folder.name) is not None and _is_inside_split(folder)):
            folder = folder.parent
    return folder


def _is_inside_split(folder: Path) -> bool:
    """Whether the folder above a split is the dataset's: it is ``labels``, or holds other splits."""
    beside = folders_in(folder.parent)
    return folder.parent.name == LABELS or len({split_of(name) for name in beside} - {None}) > 1


def _names_in(file: Path, root: Path) -> tuple[str, ...]:
    names = _read_names(file, root)
    if not names:
        raise DatasetError("{0} names no class; write one name in each line", printable(file.name))
    folders = (root, root / LABELS, *(root / inner for inner in split_folders(root)))
    for other in filter(None, map(list_beside, folders)):
        if other != file and _read_names(other, root) != names:
            raise DatasetError(
                "{0} and {1} name different classes, so that it cannot be told what the numbers in the rows "
                "mean; write a data.yaml that names the classes",
                printable(_relative(file, root)),
                printable(_relative(other, root)),
            )
    return names


def _read_names(file: Path, root: Path) -> tuple[str, ...]:
    shown = _relative(file, root)
    lines = label_text(label_bytes(file, shown, MAX_BYTES), shown).rstrip().splitlines()
    return tuple(line.strip() for line in lines)


def _relative(path: Path, root: Path) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")


def _listed_places(root: Path, problems: list[LabelProblem]) -> Iterator[Place]:
    """The lists that ``obj.data`` names; they lie in the root, whatever folder it puts before their names."""
    file = root / DARKNET
    if not file.is_file():
        return
    for number, line in enumerate(label_text(label_bytes(file, DARKNET, MAX_BYTES), DARKNET).splitlines(), 1):
        key, _, value = (part.strip() for part in line.partition("="))
        if key not in SPLIT_KEYS or not value:
            continue
        parts = safe_parts(value) or []
        inner = (root.joinpath(*parts[start:]) for start in range(len(parts)))
        found = next((path for path in inner if path.exists()), None)
        if found is None:
            reason = Message("{0}: there is no {1} in the dataset's folder", key, printable(value))
            problems.append(LabelProblem(DARKNET, number, reason))
        else:
            yield Place(SPLIT_KEYS[key], str(found))


def _places(root: Path) -> Iterator[Place]:
    """Folders of pictures by their names; one place for all where no folder is a split."""
    images = root / _IMAGES
    inner = [(name, split_of(name)) for name in folders_in(images)]
    if any(split is not None for _, split in inner):
        yield from (Place(split or Split.OTHER, str(images / name)) for name, split in inner)
        return
    beside = [(name, split) for name in folders_in(root) if (split := split_of(name)) is not None]
    if beside:
        for name, split in beside:
            own = root / name / _IMAGES
            yield Place(split, str(own if own.is_dir() else root / name))
        return
    yield Place(Split.TRAIN, str(images if images.is_dir() else root))

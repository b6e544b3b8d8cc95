"""The file that names a YOLO dataset's folders and classes, ``data.yaml`` as a rule."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from augstudio.core.text import printable, quoted
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_text import label_bytes, label_text
from augstudio.datasets.splits import Split
from augstudio.datasets.yolo.places import DESCRIPTIONS
from augstudio.datasets.yolo.rows import KeypointShape
from augstudio.errors import DatasetError, Message

MAX_BYTES: Final = 1 << 20
"""Longer files are refused."""

_FIRST: Final = ("data.yaml", "data.yml", "dataset.yaml", "dataset.yml")
_TRIED: Final = 10
_NAMES_KEY: Final = re.compile(rb"^(?:names|nc)\s*:", re.MULTILINE)
_PLACES_KEY: Final = re.compile(rb"^(?:train|val|valid|validation|test|path)\s*:", re.MULTILINE)
SPLIT_KEYS: Final = {
    "train": Split.TRAIN,
    "val": Split.VAL,
    "valid": Split.VAL,
    "validation": Split.VAL,
    "test": Split.TEST,
    "other": Split.OTHER,
}
"""The keys of the file under which pictures are named, and the splits that they are."""

_DEEPEST: Final = 50
_NESTED_LINE: Final = re.compile(r"(?:[-?:][ \t]+){50}")
_MOST_CLASSES: Final = 100_000
_MOST_KEYPOINTS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of pictures, or a list of files, that is there.

    Attributes:
        split: The split that its pictures are of.
        path: The folder or file.
    """

    split: Split
    path: str


@dataclass(frozen=True, slots=True)
class Description:
    """What the file says.

    Attributes:
        file: The file.
        root: The dataset's folder.
        names: The classes' names.
        numbers: The numbers that rows have for them.
        places: Where the pictures are.
        keypoints: The keypoints of each row, if rows have such.
        keypoint_names: Their names; none where the file gives none.
        swaps: Pairs of keypoints that change places in a mirror.
        task: What the file says that rows hold, if it says so.
        problems: What is odd about it.
    """

    file: Path
    root: Path
    names: tuple[str, ...]
    numbers: range | tuple[int, ...]
    places: tuple[Place, ...]
    keypoints: KeypointShape | None
    keypoint_names: tuple[str, ...]
    swaps: tuple[tuple[int, int], ...]
    task: str
    problems: tuple[LabelProblem, ...]


def description_file(candidate: Candidate) -> Path | None:
    """The file that describes the dataset at a path: itself or one in the folder; None where there is none.

    Only its words are looked at.
    """
    path = candidate.path
    if candidate.suffix in DESCRIPTIONS:
        return path if _looks_right(path) else None
    names = candidate.files(*DESCRIPTIONS)
    ordered = [*(name for name in _FIRST if name in names), *(name for name in names if name not in _FIRST)]
    return next((path / name for name in ordered[:_TRIED] if _looks_right(path / name)), None)


def _looks_right(file: Path) -> bool:
    try:
        data = label_bytes(file, file.name, MAX_BYTES)
    except DatasetError:
        return False
    return _NAMES_KEY.search(data) is not None and _PLACES_KEY.search(data) is not None


def described(file: Path) -> Description:
    """What the file that describes a dataset says.

    Raises:
        DatasetError: It cannot be used; the text says what is wrong with it.
    """
    return _described(file.absolute(), label_bytes(file, file.name, MAX_BYTES))


@lru_cache(maxsize=4)
def _described(file: Path, data: bytes) -> Description:
    """Read the file; what it says is kept, as several formats are asked whether it is theirs."""
    return _Reading(file, _loaded(file.name, label_text(data, file.name))).description()


def _loaded(name: str, text: str) -> dict[str, Any]:
    """The file's keys; all values are texts as they are written, so that a class may be called ``no``."""
    import yaml

    if _depth(text) > _DEEPEST or _NESTED_LINE.search(text):
        raise DatasetError("{0} is nested too deeply for a file that describes a dataset", printable(name))
    try:
        found = yaml.load(text, yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise DatasetError(
            "{0}, line {1}: not valid YAML: {2}", printable(name), line, printable(str(error.problem))
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise DatasetError("{0} is not valid YAML", printable(name)) from None
    if not isinstance(found, dict):
        raise DatasetError("{0} holds no names and train; it describes no dataset", printable(name))
    return {key: value for key, value in found.items() if isinstance(key, str)}


def _depth(text: str) -> int:
    """How deeply brackets are nested, which takes the parser long; those in quotes count, too."""
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


class _Reading:
    """Reads one file and gathers what is odd."""

    def __init__(self, file: Path, said: dict[str, Any]) -> None:
        self._file, self._said = file, said
        self._problems: list[LabelProblem] = []

    def description(self) -> Description:
        """All that the file says.

        Raises:
            DatasetError: Names or pictures cannot be told.
        """
        numbers, names = self._classes()
        root = self._root()
        places = tuple(self._places(root))
        if not places:
            raise DatasetError(
                "{0}: none of the folders is there that train, val and test name; correct the paths",
                printable(str(self._file)),
            )
        keypoints = self._keypoint_shape()
        return Description(
            self._file,
            root,
            names,
            numbers,
            places,
            keypoints,
            self._keypoint_names(keypoints),
            self._swaps(keypoints),
            self._said["task"] if isinstance(self._said.get("task"), str) else "",
            tuple(self._problems),
        )

    def _odd(self, template: str, *arguments: object) -> None:
        self._problems.append(LabelProblem(self._file.name, 0, Message(template, *arguments)))

    def _wrong(self, template: str, *arguments: object) -> DatasetError:
        return DatasetError("{0}: {1}", printable(self._file.name), Message(template, *arguments))

    def _classes(self) -> tuple[range | tuple[int, ...], tuple[str, ...]]:
        """Numbers and names of the classes."""
        names, count = self._said.get("names"), self._count()
        if names is None and count is not None:
            return range(count), tuple(f"class_{number}" for number in range(count))
        if isinstance(names, list):
            found = dict(enumerate(names))
        elif isinstance(names, dict):
            found = self._numbered(names)
        else:
            raise self._wrong("names must be a list, or numbers with names, not {0}", quoted(names))
        for number, name in found.items():
            if not isinstance(name, str):
                raise self._wrong(
                    "names: the name of class {0} must be a text, not {1}", number, quoted(name)
                )
        numbers = tuple(sorted(found))
        if count is not None and count != len(numbers):
            self._odd(
                "nc is {0}, but the number of names is {1}; the names count", count, f"{len(numbers):,}"
            )
        if numbers == tuple(range(len(numbers))):
            return range(len(numbers)), tuple(found[number] for number in numbers)
        self._odd(
            "the classes are not numbered from 0 without gaps, so that other programs refuse the dataset; "
            "an export numbers them anew"
        )
        return numbers, tuple(found[number] for number in numbers)

    def _count(self) -> int | None:
        count = self._said.get("nc")
        if isinstance(count, str) and count.isascii() and count.isdecimal() and int(count) <= _MOST_CLASSES:
            return int(count)
        if count is not None:
            self._odd("nc must be a whole number, not {0}; left out", quoted(count))
        return None

    def _numbered(self, names: dict[Any, Any]) -> dict[int, Any]:
        found: dict[int, Any] = {}
        for key, name in names.items():
            if not (isinstance(key, str) and key.isascii() and key.isdecimal() and len(key) < 10):
                raise self._wrong("names: {0} is no number of a class", quoted(key))
            found[int(key)] = name
        return found

    def _root(self) -> Path:
        """The dataset's folder: the one that ``path`` names, or else the one that the file lies in."""
        said, here = self._said.get("path"), self._file.parent
        if not isinstance(said, str) or said in ("", ".", "./"):
            return here
        named = Path(said.replace("\\", "/"))
        candidates = [here / named, here.parent / named]
        if named.name == here.name:
            candidates.insert(1, here)
        found = next((folder for folder in candidates if _is_folder(folder)), None)
        if found is None:
            self._odd("path: there is no folder {0}; that of this file is taken", printable(said))
            return here
        return Path(os.path.normpath(found))

    def _places(self, root: Path) -> Iterator[Place]:
        for key, split in SPLIT_KEYS.items():
            said = self._said.get(key)
            entries = said if isinstance(said, list) else [said]
            for entry in entries:
                if isinstance(entry, str) and entry:
                    found = self._found(root, entry)
                    if found is None:
                        self._odd("{0}: there is no {1} in the dataset's folder", key, printable(entry))
                    else:
                        yield Place(split, found)
                elif entry:
                    self._odd(
                        "{0}: must be a folder, a list of files, or several, not {1}", key, quoted(entry)
                    )

    def _found(self, root: Path, entry: str) -> str | None:
        """The folder or file that an entry stands for; nothing outside the root is ever taken.

        Some programs write ``../train/images`` though the folder is beside the file, so that what leads
        outside is tried again without it.
        """
        entry = entry.replace("\\", "/")
        inner = entry
        while inner.startswith("../"):
            inner = inner[3:]
        for path in (root / entry, root / inner, self._file.parent / entry):
            normal = os.path.normpath(path)
            if (normal == str(root) or normal.startswith(f"{root}{os.sep}")) and _exists(normal):
                return normal
        return None

    def _keypoint_shape(self) -> KeypointShape | None:
        said = self._said.get("kpt_shape")
        if said is None:
            return None
        values = _whole_numbers(said)
        if len(values) != 2 or not 1 <= values[0] <= _MOST_KEYPOINTS or values[1] not in (2, 3):
            raise self._wrong(
                "kpt_shape must be how many keypoints there are and 2 or 3, not {0}", quoted(said)
            )
        return KeypointShape(*values)

    def _keypoint_names(self, shape: KeypointShape | None) -> tuple[str, ...]:
        said = self._said.get("kpt_names")
        if shape is None or said is None:
            return ()
        lists = list(said.values()) if isinstance(said, dict) else [said]
        names = lists[0] if lists else ()
        right = isinstance(names, list) and all(isinstance(name, str) for name in names)
        if not right or len(names) != shape.slots or any(other != names for other in lists):
            self._odd(
                "kpt_names must name each keypoint, {0} in all, the same for all classes; left out",
                shape.slots,
            )
            return ()
        return tuple(names)

    def _swaps(self, shape: KeypointShape | None) -> tuple[tuple[int, int], ...]:
        said = self._said.get("flip_idx")
        if shape is None or said is None:
            return ()
        partners = _whole_numbers(said)
        count = shape.slots
        if len(partners) != count or any(
            not 0 <= partner < count or partners[partner] != slot for slot, partner in enumerate(partners)
        ):
            self._odd("flip_idx must give each keypoint its partner, {0} in all; left out", count)
            return ()
        return tuple((slot, partner) for slot, partner in enumerate(partners) if slot < partner)


def _whole_numbers(said: Any) -> list[int]:
    """A list of whole numbers from 0; empty where it is something else."""
    if not isinstance(said, list) or not all(
        isinstance(item, str) and item.isascii() and item.isdecimal() and len(item) < 10 for item in said
    ):
        return []
    return [int(item) for item in said]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _exists(path: str) -> bool:
    try:
        return os.path.exists(path)  # noqa: PTH110
    except ValueError:
        return False

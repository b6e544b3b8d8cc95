"""Finds the COCO files of a dataset: one for all pictures, or one for each split."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from augstudio.core.text import printable
from augstudio.datasets.annotated_pictures import key_of, pictures_in
from augstudio.datasets.base import Likelihood
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.splits import SPLIT_WORDS, Split, nfc, split_of
from augstudio.errors import DatasetError

_ENDS: Final = 1 << 16
_TRIED: Final = 30
_ANNOTATION_FOLDERS: Final = frozenset(("annotations", "annotation", "anns", "labels", "json", "jsons"))
_LIKELY: Final = re.compile(r"coco|instances|annotations?|labels|train|val|test", re.IGNORECASE)
_KINDS: Final = ("instances", "person_keypoints", "keypoints")
_NAMED: Final = ("instances_", "person_keypoints_")
_KEY: Final = re.compile(rb'"(\w{1,40})"\s*:')
_OTHERS: Final = frozenset((b"from_name", b"completed_by", b"shapes", b"augstudio"))


@dataclass(frozen=True, slots=True)
class CocoFile:
    """One of a dataset's files.

    Attributes:
        path: The file.
        split: The split of its pictures; None where it is the only one.
    """

    path: Path
    split: Split | None


def looks_like_coco(file: Path) -> bool:
    """Whether a JSON file is one of COCO's, by the keys at its beginning and its end."""
    try:
        with file.open("rb") as stream:
            head = stream.read(_ENDS)
            stream.seek(max(0, file.stat().st_size - _ENDS))
            keys = frozenset(_KEY.findall(head + stream.read(_ENDS)))
    except (OSError, ValueError):
        return False
    if not head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") or keys & _OTHERS:
        return False
    return bool(keys & {b"images", b"annotations"} and keys & {b"categories", b"category_id"})


def sniff(candidate: Candidate) -> Likelihood:
    """Whether a path is a COCO file, or a folder with one."""
    return Likelihood.CERTAIN if coco_files(candidate) else Likelihood.NO


def coco_files(candidate: Candidate) -> list[Path]:
    """The COCO files at a path: itself, or those in a folder and the folders in it."""
    path = candidate.path
    if candidate.suffix == ".json":
        return [path] if candidate.is_file and looks_like_coco(path) else []
    files = [path / name for name in _likely_first(candidate.files(".json"))]
    folders = sorted(candidate.folders, key=lambda name: name.casefold() not in _ANNOTATION_FOLDERS)[:_TRIED]
    files += [file for folder in folders for file in _json_files(path / folder)]
    found = [file for file in files if looks_like_coco(file)]
    # Beside a good file, one that is called as COCO calls it is one that is broken: reading it will say how.
    return [file for file in files if file in found or file.name.startswith(_NAMED)] if found else []


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files of a dataset.

    Attributes:
        root: Its folder.
        read: The files that are read, at most one for each split.
        others: Files about pictures of the same splits, which are not read; each with the one that is.
    """

    root: Path
    read: tuple[CocoFile, ...]
    others: tuple[tuple[Path, Path], ...] = ()


def dataset_files(candidate: Candidate) -> FoundFiles:
    """The files of the dataset at a path.

    Raises:
        DatasetError: There is none, or several that may name the same pictures.
    """
    path = candidate.path
    files = coco_files(candidate)
    if not files and candidate.suffix == ".json" and candidate.is_file:
        files = [path]  # reading it will say what is wrong
    if not files:
        raise DatasetError(
            "there is no JSON file with images, annotations and categories in {0}", printable(str(path))
        )
    root = path.parent if candidate.suffix == ".json" else path
    if root.name.casefold() in _ANNOTATION_FOLDERS and (root != path or _is_without_pictures(root)):
        root = root.parent
    if len(files) == 1:
        return FoundFiles(root, (CocoFile(files[0], None),))
    by_split: dict[Split, list[Path]] = {}
    for file in files:
        by_split.setdefault(split_of_file(file) or Split.OTHER, []).append(file)
    chosen = {split: _preferred(several, root) for split, several in by_split.items()}
    read = tuple(CocoFile(chosen[split], split) for split in Split if split in chosen)
    others = (
        (file, chosen[split])
        for split in Split
        if split in chosen
        for file in by_split[split]
        if file != chosen[split]
    )
    return FoundFiles(root, read, tuple(others))


def _is_without_pictures(folder: Path) -> bool:
    return next(iter(pictures_in(str(folder))), None) is None


def split_of_file(file: Path) -> Split | None:
    """The split that a file's name says, as ``instances_val2017``, or else that of its folder."""
    words = re.split(r"[-._ \d]+", nfc(file.stem).casefold())
    found = {SPLIT_WORDS[word] for word in words if word in SPLIT_WORDS}
    return found.pop() if len(found) == 1 else split_of(file.parent.name)


def _preferred(files: list[Path], root: Path) -> Path:
    """Of several files about the same pictures the one with their instances.

    Raises:
        DatasetError: It cannot be told.
    """
    for kind in _KINDS:
        named = [file for file in files if file.name.startswith(kind)]
        if len(named) == 1:
            return named[0]
    if len(files) == 1:
        return files[0]
    names = ", ".join(printable(key_of(str(root), str(file))) for file in files[:4])
    raise DatasetError(
        "several files may describe the same pictures: {0}; open the one that is to be taken", names
    )


def _json_files(folder: Path) -> list[Path]:
    """Some JSON files in a folder, those with likely names first."""
    try:
        names = [name for name in os.listdir(folder) if name.lower().endswith(".json") and name[0] != "."]  # noqa: PTH208
    except (OSError, ValueError):
        return []
    return [folder / name for name in _likely_first(names)]


def _likely_first(names: list[str]) -> list[str]:
    return sorted(names, key=lambda name: (not _LIKELY.search(name), name))[:_TRIED]

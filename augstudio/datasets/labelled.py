"""Recognises folders whose pictures have labels that would have to follow the pixels.

Copies of such pictures are worth nothing, or do harm, as long as their labels are not moved with them. So it
errs towards recognising: a wrong guess costs a word of insistence, a missed one a training run.

The forms were seen on data sets that packages wrote: datumaro 1.13.12 (46 formats), supervision 0.31.2,
label-studio-sdk 2.1.2, FiftyOne's exporters for labelled images and Ultralytics 8.4's converters and data set
files. Those of VGG Image Annotator, dlib and PAGE are from general knowledge.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from augstudio.datasets.label_files import told_binary, told_json, told_jsonl, told_xml, told_yaml
from augstudio.datasets.label_folder import LabelFolder, looked_into, stem_of
from augstudio.datasets.label_rows import told_csv, told_txt
from augstudio.datasets.left_out import is_export_folder
from augstudio.datasets.masks import is_called_masks, masks_beside, masks_in
from augstudio.datasets.splits import is_container, split_of

_TRIED_FOLDERS: Final = 50
_MOST_FOLDERS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels that were found beside pictures.

    Attributes:
        format: Name of their format.
        example: A file that holds some, as a path relative to the dataset, which may lie beside it.
    """

    format: str
    example: str


def find_labels(root: Path, cancelled: Callable[[], bool] = lambda: False) -> Labels | None:
    """The first labels in a folder of pictures or just beside it; None if there are none, or if cancelled.

    Every folder is looked into, of each kind of file some are opened; nothing else than their beginnings and
    ends is read.
    """
    for folder in islice(_walk(root), _MOST_FOLDERS):
        if cancelled():
            return None
        found = _labels_in(folder)
        if found is not None:
            name, example = found
            return Labels(name, f"{folder.path}/{example}" if folder.path else example)
    return _labels_beside(root)


def _walk(root: Path) -> Iterator[LabelFolder]:
    """All folders of a dataset that may hold labels, the outer before the inner."""
    waiting, seen = [(str(root), "")], set()
    while waiting:
        place, path = waiting.pop()
        folder = looked_into(place, path, str(root))
        try:
            status = os.stat(place)  # noqa: PTH116
        except OSError:
            continue
        if folder is None or (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        yield folder
        for name in sorted(folder.folders, reverse=True):
            inner = os.path.join(place, name)  # noqa: PTH118
            if not is_export_folder(inner):
                waiting.append((inner, f"{path}/{name}" if path else name))


def _labels_in(folder: LabelFolder) -> tuple[str, str] | None:
    """The format and a file of labels in one folder."""
    records = is_export_folder(folder.place)  # those of an export name its pictures, too
    for suffix, told in _BY_SUFFIX.items():
        if suffix in folder.files and not (records and suffix.startswith(".json")):
            for name, data in folder.some(suffix):
                kind = told(folder, name, data)
                if kind:
                    return kind, name
    mask = masks_in(folder.stems, folder.folders, folder.place)
    return told_binary(folder) if mask is None else ("masks", mask)


def _labels_beside(root: Path) -> Labels | None:
    """Labels in a folder beside one of pictures, as ``labels`` or ``annotations`` beside ``images``."""
    above, up = root, "../"
    while above.parent != above and (is_container(above.name) or split_of(above.name)):
        inner = root.relative_to(above)
        for name in filter(is_called_masks, _folders_in(above.parent)):
            beside = above.parent / name
            mask = masks_beside(root, beside / inner, sure=True)
            if mask is not None:
                return Labels("masks", f"{up}{(Path(name) / inner / mask).as_posix()}")
            found = _labels_of(root, beside, inner)
            if found is not None:
                return Labels(found[0], f"{up}{name}/{found[1]}")
        above, up = above.parent, f"../{up}"
    return None


def _labels_of(root: Path, beside: Path, inner: Path) -> tuple[str, str] | None:
    """Labels in a folder beside pictures that belong to these: of the same stems, or naming them."""
    stems = {stem for folder in islice(_walk(root), _TRIED_FOLDERS) for stem in folder.stems}
    for start in dict.fromkeys((beside / inner, beside)):
        for folder in islice(_walk(start), _TRIED_FOLDERS):
            folder.path, folder.stems = beside.name, stems
            for suffix in (".txt", ".xml", ".json"):
                for name, data in folder.some(suffix):
                    kind = _BY_SUFFIX[suffix](folder, name, data)
                    if kind and (stem_of(name) in stems or _names_any(data, stems)):
                        return kind, (Path(folder.place) / name).relative_to(beside).as_posix()
    return None


def _names_any(data: bytes, stems: set[str]) -> bool:
    """Whether a text names a picture of one of these stems."""
    return any(
        os.fsdecode(found) in stems for found in re.findall(rb'"(?:[^"]*[/\\])?([^"/\\]+)\.\w{2,5}"', data)
    )


_BY_SUFFIX: Final[dict[str, Callable[[LabelFolder, str, bytes], str]]] = {
    ".yaml": told_yaml,
    ".yml": told_yaml,
    ".xml": told_xml,
    ".json": told_json,
    ".txt": told_txt,
    ".jsonl": told_jsonl,
    ".ndjson": told_jsonl,
    ".csv": told_csv,
    ".tsv": told_csv,
}


def _folders_in(place: Path) -> list[str]:
    try:
        with os.scandir(place) as entries:
            return sorted(item.name for item in entries if item.is_dir())
    except OSError:
        return []

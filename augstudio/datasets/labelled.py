"""Recognises folders whose pictures have labels that would have to follow the pixels.

Copies of such pictures are worth nothing, or do harm, as long as their labels are not moved with them. So it
errs towards recognising: a wrong guess costs a word of insistence, a missed one a training run.

Most forms were seen on data sets that packages wrote: datumaro 1.13.12 (46 formats), supervision 0.31.2,
label-studio-sdk 2.1.2, the exporters for labelled images of FiftyOne 1.22.1, Ultralytics 8.4.190's converters
and data set files, LabelMe 6.3.1, pascal-voc-writer 0.1.4, and pandas with Hugging Face's names. Those of VGG
Image Annotator, dlib, PAGE and the tables of well-known data sets are from general knowledge.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from augstudio.core.text import printable
from augstudio.datasets.label_files import told_binary, told_json, told_jsonl, told_xml, told_yaml
from augstudio.datasets.label_folder import LabelFolder, Surroundings, looked_into, may_lie_inside, stem_of
from augstudio.datasets.label_rows import told_csv, told_txt
from augstudio.datasets.left_out import has_picture_suffix, is_export_folder
from augstudio.datasets.masks.recognising import (
    is_called_masks,
    masked,
    masks_beside,
    masks_in,
    masks_of_objects,
)
from augstudio.errors import Message

_TRIED_FOLDERS: Final = 50
_HIGHEST: Final = 3
_LABEL_FOLDER: Final = re.compile(
    r"txts?|xmls?|jsons?|csvs?|page|labels?[-_]?(?:txt|\d)|bb_landmark|imagesets|meta", re.IGNORECASE
)
_MOST_FOLDERS: Final = 20_000


_READ: Final = {
    "COCO": "coco",
    "CSV": "csv",
    "CVAT": "cvat",
    "Hugging Face metadata": "hf",
    "Label Studio": "label-studio",
    "LabelMe": "labelme",
    "masks": "masks",
    "Pascal VOC": "voc",
    "table": "csv",
}


@dataclass(frozen=True, slots=True)
class FoundLabels:
    """Labels that were found beside pictures.

    Attributes:
        format: Name of their format.
        example: A file that holds some, as a path relative to the dataset, which may lie beside it.
        whole: The folder of the dataset that they belong to, of which only a part was looked at; or empty.
        inner: The folder inside that is the dataset which they belong to; or empty.
    """

    format: str
    example: str
    whole: str = ""
    inner: str = ""

    @property
    def remedy(self) -> Message:
        """What to do so that they are read."""
        if self.whole:
            return Message("open {0}, of which this is a part", printable(self.whole))
        if self.inner:
            return Message("open {0}, which holds the dataset", printable(self.inner))
        if self.format == "YOLO":
            return Message("a YOLO dataset needs a data.yaml with names and train, or a classes.txt")
        if self.format in _READ:
            name = _READ[self.format]
            return Message("open it as {0} (--as {0}), which tells what is wrong with them", name)
        return Message("no format that is read is like them; convert them to one, such as yolo or coco")


def find_labels(root: Path, cancelled: Callable[[], bool] = lambda: False) -> FoundLabels | None:
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
            return FoundLabels(name, f"{folder.path}/{example}" if folder.path else example)
    return _labels_beside(root)


def _walk(root: Path) -> Iterator[LabelFolder]:
    """All folders of a dataset that may hold labels, the outer before the inner."""
    around = Surroundings(str(root))
    waiting, seen = [(str(root), "")], set()
    while waiting:
        place, path = waiting.pop()
        folder = looked_into(place, path, around)
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
    if mask is None and (single := masks_of_objects(folder.folders, folder.place)) is not None:
        return "masks of single objects", single
    return told_binary(folder) if mask is None else ("masks", mask)


def _labels_beside(root: Path) -> FoundLabels | None:
    """Labels beside a folder of pictures or above, as ``annotations`` or ``labels.json`` by ``images``."""
    stems: set[str] | None = None
    above, up = root, "../"
    for _ in range(_part_of(root)):
        inner = root.relative_to(above)
        for name in filter(_may_hold_labels, _folders_in(above.parent)):
            beside = above.parent / name
            mask = masks_beside(root, beside / inner, sure=True)
            if mask is not None:
                return FoundLabels("masks", f"{up}{(Path(name) / inner / mask).as_posix()}")
            if stems is None:
                stems = _stems(root)
            found = _labels_of(stems, beside, inner)
            if found is not None:
                return FoundLabels(found[0], f"{up}{name}/{found[1]}")
        stems = _stems(root) if stems is None else stems
        folder = looked_into(str(above.parent), "", Surroundings(str(above.parent)))
        found = None if folder is None else _naming(folder, stems)
        if found is not None:
            return FoundLabels(found[0], f"{up}{found[1]}")
        above, up = above.parent, f"../{up}"
    return None


def _part_of(root: Path) -> int:
    """How many folders up the dataset may begin, of which a folder is only a part by its or their names."""
    folders = [root, *root.parents][:_HIGHEST]
    return max((count for count, above in enumerate(folders, 1) if may_lie_inside(above.name)), default=0)


def _may_hold_labels(name: str) -> bool:
    return is_called_masks(name) or _LABEL_FOLDER.fullmatch(name) is not None


def _stems(root: Path) -> set[str]:
    return {stem for folder in islice(_walk(root), _TRIED_FOLDERS) for stem in folder.stems}


def _labels_of(stems: set[str], beside: Path, inner: Path) -> tuple[str, str] | None:
    """Labels in a folder beside pictures that belong to these: of the same stems, or naming them."""
    for start in dict.fromkeys((beside / inner, beside)):
        for folder in islice(_walk(start), _TRIED_FOLDERS):
            folder.path, folder.stems = beside.name, stems
            found = _naming(folder, stems)
            if found is not None:
                return found[0], (Path(folder.place) / found[1]).relative_to(beside).as_posix()
    return None


def _naming(folder: LabelFolder, stems: set[str]) -> tuple[str, str] | None:
    """The format and a file of labels in a folder that names pictures of these stems or is called as one."""
    for suffix in (kind for kind in _BY_SUFFIX if kind not in (".yaml", ".yml")):
        for name, data in folder.some(suffix):
            kind = _BY_SUFFIX[suffix](folder, name, data)
            called = {stem_of(name), masked(stem_of(name))}
            if kind and (called & stems or _names_any(data, stems)):
                return kind, name
    return None


def _names_any(data: bytes, stems: set[str]) -> bool:
    """Whether a text names a picture of one of these stems."""
    text = data.decode("utf-8", "replace")
    quoted = re.findall(r"[\"'>](?:[^\"'<>]*[/\\])?([^\"'<>/\\]+)[\"'<]", text)
    words = re.findall(r"[^\s\"'/\\,;<>]+", text)
    # A number is a picture's name only with a suffix.
    names = (stem_of(word) for word in (*quoted, *words) if has_picture_suffix(word) or not word.isdecimal())
    return any(name in stems for name in names)


_BY_SUFFIX: Final[dict[str, Callable[[LabelFolder, str, bytes], str]]] = {
    ".yaml": told_yaml,
    ".yml": told_yaml,
    ".xml": told_xml,
    ".json": told_json,
    ".txt": told_txt,
    ".lst": told_txt,
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

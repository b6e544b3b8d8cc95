"""Recognises folders whose pictures have labels that would have to follow the pixels.

Copies of such pictures are worth nothing, or do harm, as long as their labels are not moved with them. So it
errs towards recognising: a wrong guess costs a word of insistence, a missed one a training run.

What the formats look like was taken from their own documentation: Ultralytics (YOLO), COCO's data format,
Pascal VOC's development kit, LabelMe, CVAT for images 1.1, Label Studio's JSON, VGG Image Annotator, Hugging
Face datasets (``metadata`` files of an image folder).
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from augstudio.datasets.left_out import has_picture_suffix, is_export_folder, is_foreign
from augstudio.datasets.masks import is_called_masks, masks_beside, masks_in
from augstudio.datasets.splits import is_container, split_of

_HEAD: Final = 1 << 16
# Of each folder some files are opened, the first by name: a dataset's label files look alike.
_TRIED: Final = 4
_TRIED_FOLDERS: Final = 50
_MOST_FILES: Final = 5000
_ROWS: Final = 20
_USUAL: Final = (".jpg", ".png", ".jpeg", ".tif", ".JPG")
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


@dataclass
class _Folder:
    """The files of one folder by what they may be, as names in order."""

    place: str
    path: str
    stems: set[str] = field(default_factory=set)
    files: dict[str, list[str]] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)

    def some(self, suffix: str) -> Iterator[tuple[str, bytes]]:
        """Names and beginnings of the first files of a kind that hold any, with long ones' ends."""
        names = sorted(self.files.get(suffix, ()))
        beside = [name for name in names if _stem(name) in self.stems]
        tried = 0
        for name in islice(dict.fromkeys((*beside, *names)), _MOST_FILES):
            data = _ends(os.path.join(self.place, name))  # noqa: PTH118
            if data.strip():  # an empty file says that there is nothing in its picture
                tried += 1
                yield name, data
            if tried == _TRIED:
                return

    def has_picture(self, name: str) -> bool:
        """Whether a picture of this name, with suffix or without, lies here or in a split's folder here."""
        if not name or "/" in name or "\\" in name:
            return False
        if name in self.stems or (has_picture_suffix(name) and _stem(name) in self.stems):
            return True
        folders = [inner for inner in self.folders if is_container(inner) or split_of(inner)]
        endings = ("",) if has_picture_suffix(name) else _USUAL
        places = (os.path.join(self.place, inner, name) for inner in folders)  # noqa: PTH118
        return any(os.path.isfile(place + ending) for place in places for ending in endings)  # noqa: PTH113


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


def _walk(root: Path) -> Iterator[_Folder]:
    """All folders of a dataset that may hold labels, the outer before the inner."""
    waiting, seen = [(str(root), "")], set()
    while waiting:
        place, path = waiting.pop()
        folder = _looked_into(place, path)
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


def _looked_into(place: str, path: str) -> _Folder | None:
    folder = _Folder(place, path)
    try:
        with os.scandir(place) as entries:
            for item in entries:
                name = item.name
                if name[0] == "." or is_foreign(name):
                    continue
                if has_picture_suffix(name):
                    folder.stems.add(_stem(name))
                    continue
                if item.is_dir():
                    folder.folders.append(name)
                elif item.is_file():
                    folder.files.setdefault(_suffix(name), []).append(name)
    except OSError:
        return None
    return folder


def _labels_in(folder: _Folder) -> tuple[str, str] | None:
    """The format and a file of labels in one folder."""
    for suffix, told in _BY_SUFFIX.items():
        if suffix in folder.files:
            for name, data in folder.some(suffix):
                kind = told(folder, name, data)
                if kind:
                    return kind, name
    mask = masks_in(folder.stems, folder.folders, folder.place)
    return None if mask is None else ("masks", mask)


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
                    if kind and (_stem(name) in stems or _names_any(data, stems)):
                        return kind, (Path(folder.place) / name).relative_to(beside).as_posix()
    return None


def _names_any(data: bytes, stems: set[str]) -> bool:
    """Whether a text names a picture of one of these stems."""
    return any(
        os.fsdecode(found) in stems for found in re.findall(rb'"(?:[^"]*[/\\])?([^"/\\]+)\.\w{2,5}"', data)
    )


def _told_xml(_folder: _Folder, _name: str, data: bytes) -> str:
    start = re.search(rb"<(annotations?)[\s>]", data[:2000])
    if start is None:
        return ""
    if start[1] == b"annotation":
        return "Pascal VOC"
    return "CVAT" if re.search(rb"<(?:image|meta|track|version)[\s>]", data) else ""


def _told_json(folder: _Folder, name: str, data: bytes) -> str:
    keys = frozenset(re.findall(rb'"(\w+)"\s*:', data))
    if {b"shapes", b"imagePath"} <= keys or (b"shapes" in keys and _stem(name) in folder.stems):
        return "LabelMe"
    if keys & {b"images", b"annotations"} and keys & {b"categories", b"category_id", b"image_id"}:
        return "COCO"
    if keys & {b"completed_by", b"from_name"} and keys & {b"result", b"annotations"}:
        return "Label Studio"
    if b"shape_attributes" in keys or b"_via_img_metadata" in keys:
        return "VGG Image Annotator"
    return ""


def _told_txt(folder: _Folder, name: str, data: bytes) -> str:
    """YOLO's rows: a class, then a box, an outline or keypoints as shares of the picture's size."""
    beside = _stem(name) in folder.stems
    in_labels = any(map(_is_label_folder, folder.path.split("/")))
    if not beside and not in_labels:
        return ""
    rows = [line.split() for line in data.splitlines()[:_ROWS] if line.strip()]
    if not rows or not all(map(_is_yolo_row, rows)):
        return ""
    return "YOLO"


def _is_yolo_row(row: list[bytes]) -> bool:
    if len(row) < 5 or not row[0].isdigit():
        return False
    try:
        values = [float(word) for word in row[1:]]
    except ValueError:
        return False
    return all(-0.01 <= value <= 2.01 for value in values)


def _told_yaml(folder: _Folder, _name: str, data: bytes) -> str:
    """The file that names a YOLO dataset's folders and classes."""
    if folder.path.count("/") > 1:
        return ""
    names = re.search(rb"^(?:names|nc)\s*:", data, re.MULTILINE)
    parts = re.search(rb"^(?:train|val|path)\s*:", data, re.MULTILINE)
    return "YOLO" if names and parts else ""


def _told_jsonl(_folder: _Folder, name: str, data: bytes) -> str:
    named = re.search(rb'"(?:\w+_)?file_name"\s*:', data)
    return "Hugging Face metadata" if named and _stem(name) == "metadata" else ""


def _told_csv(folder: _Folder, name: str, data: bytes) -> str:
    """A table with a row for each picture, where no folder says the class."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.splitlines()[: 1 + _ROWS]
    if not lines:
        return ""
    header = re.split(r"[,;\t]", lines[0].replace('"', ""))
    if _stem(name) == "metadata" and "file_name" in header:
        return "Hugging Face metadata"
    if {"xmin", "ymin", "xmax", "ymax"} <= {cell.strip().casefold() for cell in header}:
        return "CSV"
    separator = max(",;\t", key=lines[0].count)
    cells = [cell.strip() for row in csv.reader(lines[1:], delimiter=separator) for cell in row[:1]]
    hits = sum(folder.has_picture(cell) for cell in cells)
    return "CSV" if len(header) > 1 and hits and 2 * hits >= len(cells) else ""


_BY_SUFFIX: Final[dict[str, Callable[[_Folder, str, bytes], str]]] = {
    ".yaml": _told_yaml,
    ".yml": _told_yaml,
    ".xml": _told_xml,
    ".json": _told_json,
    ".txt": _told_txt,
    ".jsonl": _told_jsonl,
    ".csv": _told_csv,
    ".tsv": _told_csv,
}


def _is_label_folder(name: str) -> bool:
    return is_called_masks(name) or name == "obj_train_data"


def _folders_in(place: Path) -> list[str]:
    try:
        with os.scandir(place) as entries:
            return sorted(item.name for item in entries if item.is_dir())
    except OSError:
        return []


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


def _stem(name: str) -> str:
    return os.path.splitext(name)[0]  # noqa: PTH122


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122

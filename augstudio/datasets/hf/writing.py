"""Writes ``metadata.jsonl`` as Hugging Face datasets reads it: a row for each picture, beside its split."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Bitmap, Categories, Instance, Labels, OrientedBox, Outline
from augstudio.datasets.hf.rows import WEIGHTS, MetadataForm
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.masks.pairs import bare_parts
from augstudio.datasets.said_sizes import said_anew
from augstudio.datasets.shapes import box_of
from augstudio.datasets.splits import Split, split_of
from augstudio.errors import Message

METADATA: Final = "metadata.jsonl"
_FOLDERS: Final = {Split.TRAIN: "train", Split.VAL: "validation", Split.TEST: "test", Split.OTHER: "other"}


@dataclass(frozen=True, slots=True)
class HuggingFaceWriter:
    """Writes rows of metadata; all rows have the same columns.

    Attributes:
        categories: The classes.
        form: How the source's metadata says things.
    """

    TELLS_UNLABELLED: ClassVar[bool] = False

    categories: Categories
    form: MetadataForm

    def image_file(self, key: str, split: Split | None) -> str:
        """In the folder of its split, by the name that Hugging Face knows for it."""
        if split is None:
            return key
        *parts, name = key.split("/")
        inner = [part for part in bare_parts(parts) if split_of(part) is not split]
        return "/".join((_FOLDERS[split], *inner, name))

    def label_files(self, _image_file: str) -> tuple[str, ...]:
        """None, as pictures share a file."""
        return ()

    def encode(self, image: WrittenImage, labels: Labels | None) -> EncodedLabels:
        """What a picture's row will say."""
        entry = {} if labels is None else self._entry(image, labels)
        return EncodedLabels((), json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())

    def _entry(self, image: WrittenImage, labels: Labels) -> dict[str, Any]:
        entry: dict[str, Any] = {}
        if labels.tags is not None:
            entry["classes"] = [[self._name(item), share] for item, share in labels.tags.weights]
            entry["numbers"] = dict(labels.tags.numbers)
            entry["rest"] = dict(labels.tags.attributes)
        objects = [found for item in labels.instances if (found := self._object(item, labels)) is not None]
        if objects or labels.tags is None or self.form.objects:
            entry["objects"] = objects
        if self.form.sizes:
            sizes = said_anew(self.form.sizes, image.size)
            others = {*entry.get("numbers", ()), *entry.get("rest", ())}
            entry["sizes"] = {name: size for name, size in sizes.items() if name not in others}
        return entry

    def _object(self, item: Instance, labels: Labels) -> dict[str, Any] | None:
        box = None if item.shape is None or _is_left_out(item) else box_of(item.shape, labels.layers)
        if box is None:
            return None
        parts = (box.left + 0.5, box.top + 0.5, box.right - box.left, box.bottom - box.top)
        told = {
            self.form.boxes: [round(part, 6) for part in parts],
            self.form.names: self._name(item.category),
        }
        return told | dict(item.attributes)

    def _name(self, position: int) -> str | int:
        category = self.categories[position]
        return int(category.name) if self.form.whole else category.name

    def shared_files(self, entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """A file in each split's folder, or one at the root."""
        columns = _Columns(self.form)
        folders: dict[str, None] = {}
        for image, entry in entries():
            folders[_folder(image)] = None
            columns.add(json.loads(entry or b"{}"))
        columns.close()
        for folder in folders:
            yield f"{folder}{METADATA}", self._lines(entries, folder, columns)

    def _lines(self, entries: Entries, folder: str, columns: _Columns) -> Iterator[bytes]:
        for image, entry in entries():
            if _folder(image) == folder:
                row = {self.form.file: image.file.removeprefix(folder)} | columns.row(
                    json.loads(entry or b"{}")
                )
                yield json.dumps(row, ensure_ascii=False).encode() + b"\n"

    def class_numbers(self) -> tuple[int, ...]:
        """None: labels name classes."""
        return ()

    def losses(self, labels: Labels) -> Losses:
        """Everything about an instance but its box, its class and its attributes."""
        found: Losses = Counter()
        for item in labels.instances:
            if _is_left_out(item):
                found[Loss.CROWDS if item.crowd else Loss.IGNORED] += 1
                continue
            found[Loss.OUTLINES] += isinstance(item.shape, Outline | Bitmap)
            found[Loss.ANGLES] += isinstance(item.shape, OrientedBox)
            found[Loss.KEYPOINTS] += item.has_keypoints
            found[Loss.FLAGS] += item.difficult + item.truncated + item.occluded
            found[Loss.GROUPS] += item.group is not None
        found[Loss.CLASS_MAPS] = int(labels.semantic is not None)
        return +found

    def refusal(self, policy: LabelPolicy) -> Message | None:
        """That rows cannot say that a region is to be ignored."""
        if policy.padding != "ignore":
            return None
        return Message(
            "{0} cannot mark regions to be ignored, which the policy ignore makes of copies; choose the "
            "policy replicate or drop, or padding that makes no copies",
            "hf",
        )


class _Columns:
    """The columns that all rows of a dataset have."""

    def __init__(self, form: MetadataForm) -> None:
        self._form = form
        self._classes = bool(form.labels)
        self._several = form.several
        self._weighted = False
        self._objects: dict[str, None] | None = {form.boxes: None, form.names: None} if form.objects else None
        # Whether all numbers of a column are whole, as its type must be the same in the files of all splits.
        self._numbers: dict[str, bool] = {}
        self._rest: dict[str, None] = {}
        self._seen_empty = False

    def add(self, entry: dict[str, Any]) -> None:
        """Take one picture in."""
        classes = entry.get("classes", [])
        self._classes |= bool(classes)
        self._several |= len(classes) > 1
        self._weighted |= any(share != 1 for _, share in classes)
        for name, value in entry.get("numbers", {}).items():
            self._numbers[name] = self._numbers.get(name, True) and float(value).is_integer()
        self._rest |= dict.fromkeys(entry.get("rest", ()))
        self._seen_empty |= entry.get("objects") == []
        if entry.get("objects"):
            self._objects = self._objects or {self._form.boxes: None, self._form.names: None}
            self._objects |= {key: None for item in entry["objects"] for key in item}

    def close(self) -> None:
        """Give pictures of which no row says anything the column of objects, of which there are none."""
        if self._seen_empty and not (self._classes or self._numbers or self._rest or self._form.empty):
            self._objects = self._objects or {self._form.boxes: None, self._form.names: None}

    def row(self, entry: dict[str, Any]) -> dict[str, Any]:
        """What a picture's row says beside its file."""
        row: dict[str, Any] = dict(entry.get("sizes", {}))
        if self._classes:
            names = [name for name, _ in entry.get("classes", ())]
            several = self._several or self._weighted
            column = self._form.labels or ("labels" if several else "label")
            row[column] = names if several else next(iter(names), None)
            if self._weighted:
                row[WEIGHTS] = [share for _, share in entry.get("classes", ())]
        if self._objects is not None:
            objects = entry.get("objects", [])
            row[self._form.objects or "objects"] = {
                key: [item.get(key) for item in objects] for key in self._objects
            }
        numbers = entry.get("numbers", {})
        for name, whole in self._numbers.items():
            value = numbers.get(name, row.get(name))
            row[name] = int(value) if whole and value is not None else value
        row |= {name: entry.get("rest", {}).get(name, row.get(name)) for name in self._rest}
        return row | {name: None for name in self._form.empty if name not in row}


def _is_left_out(item: Instance) -> bool:
    return item.crowd or item.ignored


def _folder(image: WrittenImage) -> str:
    """The folder whose file names a picture, with a slash; empty for the root."""
    return "" if image.split is None else f"{_FOLDERS[image.split]}/"

"""Writes COCO datasets: what each picture contributes, and the files that put it together."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Categories, Category, Labels, OrientedBox
from augstudio.datasets.coco.content import CocoContent
from augstudio.datasets.coco.encoding import encoded_instance
from augstudio.datasets.coco.labels import IMAGE_KEYS
from augstudio.datasets.entries import is_utf8
from augstudio.datasets.label_writing import EncodedLabels, Entries, Loss, Losses, WrittenImage
from augstudio.datasets.picture_places import image_place
from augstudio.datasets.shapes import is_nowhere
from augstudio.datasets.splits import Split
from augstudio.errors import Message

_PIECE: Final = 1000


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """One of the files.

    Attributes:
        split: The split of its pictures; None where it is the only one.
        path: POSIX path relative to the export's folder.
        folder: What its pictures' paths begin with, which their names in it leave out.
    """

    split: Split | None
    path: str
    folder: str


@dataclass(frozen=True, slots=True)
class CocoWriter:
    """Writes COCO's JSON.

    Attributes:
        categories: The categories' JSON.
        numbers: Their ids, by their positions.
        files: The files that the dataset had; none where it had another format.
        prefixes: Folders of a dataset of another format that are splits.
        extra_keys: Attributes that stand beside COCO's own keys, not among the attributes.
        others: JSON of the other keys of its files, in braces.
        single: Whether its only file tells of all splits, so that it goes on doing so.
    """

    TELLS_UNLABELLED: ClassVar[bool] = False

    categories: str
    numbers: tuple[int, ...]
    files: tuple[WrittenFile, ...] = ()
    prefixes: tuple[str, ...] = ()
    extra_keys: tuple[str, ...] = ()
    others: str = "{}"
    single: bool = False

    def image_file(self, key: str, split: Split | None) -> str:
        """The picture's place: where it was, or ``images/SPLIT/…`` where the dataset had another format."""
        return key if self.files else image_place(key, split, self.prefixes)

    def label_files(self, _image_file: str) -> tuple[str, ...]:
        """None: all labels are in shared files."""
        return ()

    def encode(self, image: WrittenImage, labels: Labels | None) -> EncodedLabels:
        """What a picture contributes: itself and its annotations, both without ids."""
        said = labels.tags.attributes if labels is not None and labels.tags is not None else {}
        about = {"file_name": self._name(image), "width": image.size[0], "height": image.size[1]}
        about |= {key: value for key, value in said.items() if key not in IMAGE_KEYS}
        rows = []
        for instance in () if labels is None else labels.instances:
            row = encoded_instance(instance, labels.layers, image.size, self.extra_keys) if labels else None
            if row is not None:
                rows.append({"category_id": self.numbers[instance.category], **row})
        return EncodedLabels(entry=_json({"image": about, "annotations": rows}).encode())

    def shared_files(self, entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """A file for each split that was written, or one for all."""
        splits = {self._division(image) for image, _ in entries()}
        for split in (None, *Split):
            if split in splits:
                yield self._file(split).path, self._pieces(split, entries)

    def class_numbers(self) -> tuple[int, ...]:
        """Their ids."""
        return self.numbers

    def losses(self, labels: Labels) -> Losses:
        """What of a picture's labels the format cannot hold."""
        losses: Losses = Counter()
        for instance in labels.instances:
            losses[Loss.FRAMED] += isinstance(instance.shape, OrientedBox)
            losses[Loss.NOWHERE] += is_nowhere(instance)
        if labels.tags is not None:
            losses[Loss.TAGS] += len(labels.tags.weights)
            losses[Loss.NUMBERS] += len(labels.tags.numbers)
        losses[Loss.CLASS_MAPS] += labels.semantic is not None
        return +losses

    def refusal(self, _policy: LabelPolicy) -> Message | None:
        """None: regions to be ignored are crowds."""
        return None

    def _file(self, split: Split | None) -> WrittenFile:
        """The file of a split: the one that the dataset had, or one with a usual name."""
        for file in self.files:
            if file.split is split:
                return file
        if split is None:
            return WrittenFile(None, "annotations/instances.json", "images/")
        # Pictures of a dataset that had its own file for all stay where they were.
        folder = self.files[0].folder if self.files else f"images/{split.value}/"
        return WrittenFile(split, f"annotations/instances_{split.value}.json", folder)

    def _name(self, image: WrittenImage) -> str:
        """What a picture is called: its path from the folder of the pictures of its file."""
        return image.file.removeprefix(self._file(self._division(image)).folder)

    def _division(self, image: WrittenImage) -> Split | None:
        """The split whose file tells of a picture; None for the one that tells of all."""
        return None if self.single else image.split

    def _pieces(self, split: Split | None, entries: Entries) -> Iterator[bytes]:
        """A file's contents, in which ids are counted from 1 in the order of the entries."""
        others = self.others[1:-1]
        head = f'{{{others}{"," if others else ""}"categories":{self.categories},'
        yield f'{head}\n"images":['.encode()
        yield from _joined(self._images(split, entries))
        yield b'\n],\n"annotations":['
        yield from _joined(self._annotations(split, entries))
        yield b"\n]}\n"

    def _images(self, split: Split | None, entries: Entries) -> Iterator[str]:
        for number, entry in enumerate(self._of(split, entries), 1):
            yield _json({"id": number, **entry["image"]})

    def _annotations(self, split: Split | None, entries: Entries) -> Iterator[str]:
        last = 0
        for number, entry in enumerate(self._of(split, entries), 1):
            for last, row in enumerate(entry["annotations"], last + 1):  # noqa: B020  (it goes on counting)
                yield _json({"id": last, "image_id": number, **row})

    def _of(self, split: Split | None, entries: Entries) -> Iterator[Any]:
        return (json.loads(entry) for image, entry in entries() if self._division(image) is split and entry)


def _joined(rows: Iterator[str]) -> Iterator[bytes]:
    """Rows with commas between them, a line each, in pieces of many."""
    piece: list[str] = []
    sign = "\n"
    for row in rows:
        piece.append(sign + row)
        sign = ",\n"
        if len(piece) == _PIECE:
            yield "".join(piece).encode()
            piece = []
    yield "".join(piece).encode()


def _json(value: Any) -> str:
    """One line of JSON; letters stand as they are but for halves of letters, which UTF-8 cannot hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if is_utf8(text):
        return text
    return json.dumps(value, separators=(",", ":"))


def writer_for(categories: Categories, prefixes: tuple[str, ...] = ()) -> CocoWriter:
    """What writes the labels of a dataset of another format; its categories are counted from 1.

    Args:
        categories: The dataset's.
        prefixes: Folders of it that are splits.
    """
    numbers = tuple(range(1, len(categories.all) + 1))
    return CocoWriter(_listed(categories, numbers), numbers, prefixes=prefixes)


def keeping_writer(
    categories: Categories,
    files: tuple[WrittenFile, ...],
    contents: tuple[CocoContent, ...],
    *,
    single: bool = False,
) -> CocoWriter:
    """What writes the labels of a dataset of this format: names of files and ids of categories stay.

    Args:
        categories: The dataset's.
        files: Its files.
        contents: What each of them says.
        single: Whether the only one tells of all splits.
    """
    numbers = tuple(
        place if item.source_id is None else item.source_id for place, item in enumerate(categories.all, 1)
    )
    return CocoWriter(
        _listed(categories, numbers),
        numbers,
        files,
        extra_keys=tuple(sorted(set().union(*(content.extra_keys for content in contents)))),
        others=_json(contents[0].others),
        single=single,
    )


def _listed(categories: Categories, numbers: tuple[int, ...]) -> str:
    return _json([_category(item, number) for item, number in zip(categories.all, numbers, strict=True)])


def _category(category: Category, number: int) -> dict[str, Any]:
    said: dict[str, Any] = {"id": number, "name": category.name, "supercategory": category.supercategory}
    if category.keypoints:
        said["keypoints"] = list(category.keypoints)
        said["skeleton"] = [[one + 1, other + 1] for one, other in category.skeleton]
    return said

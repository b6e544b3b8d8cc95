"""What one COCO file holds: its pictures, its categories, and where the annotations of each picture stand."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from augstudio.core.image import Size
from augstudio.core.labels import Category
from augstudio.core.text import printable, quoted
from augstudio.datasets.coco.labels import STANDARD_KEYS
from augstudio.datasets.coco.scanning import ScannedFile, Span
from augstudio.datasets.label_reading import LabelProblem
from augstudio.errors import DatasetError, Message

_LISTED: Final = {"images": (), "annotations": ("image_id", "id")}
_LOOKED_AT: Final = 200
_LARGEST_SIDE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class ListedImage:
    """A picture that a file names.

    Attributes:
        name: What it is called.
        declared: Its width and height, if the file gives them.
        span: Where it stands in the file.
        rows: Where its annotations stand.
    """

    name: str
    declared: Size | None
    span: Span
    rows: list[Span]


@dataclass
class CocoContent:
    """One file, read.

    Attributes:
        shown: Its path relative to the dataset.
        text: Its text.
        images: Its pictures by their ids.
        categories: Its categories.
        extra_keys: What annotations say beyond the format, seen in the first ones.
        keypoint_counts: How many keypoints annotations of a category have, seen in the first ones; 0 where
            that differs.
        others: The file's other keys, as ``info`` and ``licenses``.
        problems: What is broken or odd.
    """

    shown: str
    text: ScannedFile
    images: dict[Hashable, ListedImage] = field(default_factory=dict)
    categories: tuple[Category, ...] = ()
    extra_keys: set[str] = field(default_factory=set)
    keypoint_counts: dict[Hashable, int] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)
    problems: list[LabelProblem] = field(default_factory=list)


def read_content(path: Path, shown: str) -> CocoContent:
    """Read a file.

    Raises:
        DatasetError: It cannot be used at all; the text says why.
    """
    content = CocoContent(shown, ScannedFile(path, shown))
    scan = _Scan(content)
    said = content.text.scan(_LISTED, scan.add)
    categories = said.get("categories")
    if said.get("images") != [] or not isinstance(categories, list):
        raise DatasetError(
            "{0} has no list of images and of categories, as COCO's files have", content.text.shown
        )
    scan.finish()
    if "annotations" not in said:
        scan.tell("there are no annotations in it; its pictures count as ones without objects")
    content.categories = tuple(_categories(categories, scan))
    content.others = {key: said[key] for key in ("info", "licenses") if key in said}
    return content


class _Scan:
    """Gathers pictures and annotations while a file is gone through."""

    def __init__(self, content: CocoContent) -> None:
        self._content = content
        self._rows: dict[Hashable, list[Span]] = {}
        self._ids: set[Hashable] = set()
        self._names: set[str] = set()

    def keypoints_of(self, category: int) -> int:
        """How many keypoints annotations of a category have; 0 where that differs, or is not known."""
        return self._content.keypoint_counts.get(category, 0)

    def tell(self, template: str, *arguments: object) -> None:
        """Note what is odd."""
        reason = Message(template, *arguments)
        self._content.problems.append(LabelProblem(self._content.text.shown, 0, reason))

    def add(self, key: str, row: Any, span: Span) -> None:
        """Take a picture or an annotation."""
        if key == "images":
            self._add_image(row, span)
        elif not isinstance(row, dict):
            self.tell("an annotation is no object: {0}; left out", quoted(row))
        else:
            self._add_annotation(row, span)

    def _add_annotation(self, row: dict[str, Any], span: Span) -> None:
        image, number = row.get("image_id"), row.get("id")
        if not isinstance(image, int | str):
            self.tell(
                "annotation {0}: image_id must be that of a picture, not {1}", quoted(number), quoted(image)
            )
            return
        if "segments_info" in row:
            raise DatasetError(
                "{0} is a panoptic file, whose masks are pictures of their own; that is not supported",
                self._content.text.shown,
            )
        if isinstance(number, int | str):
            if number in self._ids:
                self.tell("annotation {0}: another one has the same id", quoted(number))
            self._ids.add(number)
        if len(self._ids) <= _LOOKED_AT:
            self._look_at(self._content.text.row(span))
        self._rows.setdefault(image, []).append(span)

    def _look_at(self, data: bytes) -> None:
        try:
            row = json.loads(data)
        except (ValueError, RecursionError):
            return  # reading it will say so
        self._content.extra_keys |= set(row) - STANDARD_KEYS - {"attributes"}
        keypoints, category = row.get("keypoints"), row.get("category_id")
        if isinstance(keypoints, list) and keypoints and isinstance(category, int):
            count, counts = len(keypoints) // 3, self._content.keypoint_counts
            counts[category] = count if counts.get(category, count) == count else 0

    def _add_image(self, row: Any, span: Span) -> None:
        number = row.get("id") if isinstance(row, dict) else None
        name = _name_of(row) if isinstance(row, dict) else None
        if isinstance(name, str) and not name.isascii():
            name = _name_of(json.loads(self._content.text.row(span)))
        if not isinstance(number, int | str) or not isinstance(name, str) or not name:
            self.tell("a picture without an id and a file_name: {0}; left out", quoted(row))
        elif number in self._content.images:
            self.tell("two pictures have the id {0}; {1} is left out", quoted(number), printable(name))
        elif name in self._names:
            self.tell(
                "the picture {0} is named twice; its id {1} is left out", printable(name), quoted(number)
            )
        else:
            self._names.add(name)
            declared = _size(row.get("width"), row.get("height"))
            self._content.images[number] = ListedImage(name, declared, span, [])

    def finish(self) -> None:
        """Give each picture its annotations, and tell of those that belong to none."""
        for number, rows in self._rows.items():
            image = self._content.images.get(number)
            if image is not None:
                image.rows.extend(rows)
            elif len(rows) == 1:
                self.tell("there is no picture {0}, which an annotation names; left out", quoted(number))
            else:
                self.tell(
                    "there is no picture {0}, which {1} annotations name; left out",
                    quoted(number),
                    f"{len(rows):,}",
                )


def _name_of(row: dict[str, Any]) -> Any:
    """What a picture's file is called; LVIS says the address alone, as ``…/train2017/1.jpg``."""
    name, address = row.get("file_name"), row.get("coco_url")
    if name is None and isinstance(address, str) and "/" in address:
        return "/".join(address.split("/")[-2:])
    return name


def _size(width: Any, height: Any) -> Size | None:
    sides = [side for side in (width, height) if type(side) is int and 0 < side <= _LARGEST_SIDE]
    return (sides[0], sides[1]) if len(sides) == 2 else None


def _categories(found: list[Any], scan: _Scan) -> Iterator[Category]:
    seen: set[int] = set()
    for item in found:
        number = item.get("id") if isinstance(item, dict) else None
        name = item.get("name") if isinstance(item, dict) else None
        if type(number) is not int or not isinstance(name, str):
            scan.tell("a category without a whole number as id and a name: {0}; left out", quoted(item))
        elif number in seen:
            scan.tell("two categories have the id {0}; {1} is left out", number, printable(name))
        else:
            seen.add(number)
            yield _category(item, number, name, scan)


def _category(item: dict[str, Any], number: int, name: str, scan: _Scan) -> Category:
    keypoints, bones = item.get("keypoints") or [], item.get("skeleton") or []
    if not isinstance(keypoints, list) or not all(isinstance(label, str) for label in keypoints):
        scan.tell("category {0}: keypoints must be names, not {1}", printable(name), quoted(keypoints))
        keypoints = []
    keypoints = keypoints or [str(slot) for slot in range(scan.keypoints_of(number))]
    pairs = [
        (pair[0] - 1, pair[1] - 1)
        for pair in (bones if isinstance(bones, list) else [])
        if isinstance(pair, list)
        and len(pair) == 2
        and all(type(slot) is int and 1 <= slot <= len(keypoints) for slot in pair)
    ]
    if not isinstance(bones, list) or len(pairs) != len(bones):
        scan.tell("category {0}: skeleton must be pairs of keypoints from 1 on", printable(name))
    above = item.get("supercategory")
    return Category(
        name,
        number,
        keypoints=tuple(keypoints),
        skeleton=tuple(pairs),
        supercategory=above if isinstance(above, str) else "",
    )

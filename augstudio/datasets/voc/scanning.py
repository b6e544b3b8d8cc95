"""Looks once through all XML files of a dataset for what they have in common: classes, and how they count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from augstudio.core.text import printable
from augstudio.datasets.label_reading import LabelProblem, problem_of
from augstudio.datasets.label_text import label_bytes, number
from augstudio.datasets.voc.annotation import MAX_ANNOTATION_BYTES, Counting
from augstudio.datasets.xml_reading import Element, parsed_xml
from augstudio.errors import DatasetError, Message

_NAME: Final = re.compile(rb"<(object|part)>\s*<name>\s*([^<&]*?)\s*</name>")
_BEGIN: Final = re.compile(rb"<(?:object|part)[\s>]")
_NUMBERS: Final = re.compile(rb"<(width|height|xmin|ymin|xmax|ymax)>\s*([-+.\deE]+)\s*</")
_FILE: Final = re.compile(rb"<filename>\s*([^<&]*?)\s*</filename>")
_PLAIN: Final = re.compile(
    rb"""^(?:\xef\xbb\xbf)?\s*<(?:annotation|\?xml(?![^>]*encoding)|\?xml[^>]*["']utf-?8)""", re.I
)
# One stray 0 among many boxes that end at the last pixel is a mistake in a dataset that counts from 1.
_RARE: Final = 10


@dataclass(slots=True)
class Scan:
    """What the files have in common.

    Attributes:
        objects: How many objects there are of each class.
        parts: How many parts there are of each name.
        pictures: The picture that each file names, by the file's path.
        from_zero: Boxes that begin at 0, which none does that counts from 1.
        at_size: Boxes that end at the picture's width or height, which none does that counts from 0.
        first_zero: The first file with a box that begins at 0.
        problems: Files that cannot be read.
    """

    objects: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)
    pictures: dict[str, str] = field(default_factory=dict)
    from_zero: int = 0
    at_size: int = 0
    first_zero: str = ""
    problems: list[LabelProblem] = field(default_factory=list)

    @property
    def counting(self) -> Counting:
        """What coordinates count: from 1, unless boxes show that it is otherwise."""
        if not self.from_zero or self.from_zero * _RARE < self.at_size:
            return Counting.ONE
        return Counting.EDGES if self.at_size else Counting.ZERO


def scanned(files: Iterable[tuple[str, Path]]) -> Scan:
    """Look through files, given by what they are called and where they are."""
    scan = Scan()
    for name, path in files:
        try:
            data = label_bytes(path, name, MAX_ANNOTATION_BYTES)
            if not _scan_text(scan, name, data):
                _scan_elements(scan, name, parsed_xml(data, name))
        except DatasetError as error:
            scan.problems.append(problem_of(error, name))
    return scan


def _scan_text(scan: Scan, name: str, data: bytes) -> bool:
    """Look at a file without parsing it, which is much faster; False where it is written unlike most."""
    names = _NAME.findall(data)
    if not _PLAIN.match(data) or len(names) != len(_BEGIN.findall(data)) or b"<!" in data:
        return False
    try:
        texts = [(kind, text.decode()) for kind, text in names]
        picture = _FILE.search(data)
        scan.pictures[name] = picture[1].decode() if picture else ""
    except UnicodeDecodeError:
        return False
    for kind, text in texts:
        if text:
            (scan.objects if kind == b"object" else scan.parts)[text] += 1
    numbers: dict[bytes, list[float]] = {}
    for key, text in _NUMBERS.findall(data):
        numbers.setdefault(key, []).append(number(text.decode()) or 0.0)
    width, height = (numbers.get(key, [0.0])[0] for key in (b"width", b"height"))
    _count(
        scan, name, [*numbers.get(b"xmin", ()), *numbers.get(b"ymin", ())], numbers.get(b"xmax", []), width
    )
    _count(scan, name, [], numbers.get(b"ymax", []), height)
    return True


def _scan_elements(scan: Scan, name: str, root: Element) -> None:
    scan.pictures[name] = root.value("filename")
    objects = list(root.all("object"))
    parts = [part for item in objects for part in item.all("part")]
    for items, counter in ((objects, scan.objects), (parts, scan.parts)):
        for item in items:
            if item.value("name"):
                counter[item.value("name")] += 1
    for first, last, side in (("xmin", "xmax", "width"), ("ymin", "ymax", "height")):
        begins = [item.value("bndbox", first) for item in objects]
        ends = [number(item.value("bndbox", last)) or 0.0 for item in objects]
        size = number(root.value("size", side)) or 0.0
        _count(scan, name, [number(text) or 0.0 for text in begins if text], ends, size)


def _count(scan: Scan, name: str, begins: list[float], ends: list[float], size: float) -> None:
    zeros = begins.count(0.0)
    if zeros and not scan.from_zero:
        scan.first_zero = name
    scan.from_zero += zeros
    scan.at_size += ends.count(size) if size else 0


def counting_problem(scan: Scan) -> tuple[LabelProblem, ...]:
    """What people should know of how the files count; nothing where they count from 1 throughout."""
    if not scan.from_zero:
        return ()
    first = printable(scan.first_zero)
    boxes = f"{scan.from_zero:,}"
    if scan.counting is Counting.ONE:
        reason = Message(
            "coordinates count from 1, but some begin at 0 ({0}): these reach half a pixel out", boxes
        )
    elif scan.counting is Counting.ZERO:
        reason = Message(
            "coordinates count from 0 here, not from 1, as some begin at 0 ({0}) and none is the width or "
            "height",
            boxes,
        )
    else:
        reason = Message(
            "coordinates are the edges of pixels here, not pixels counted from 1, as some begin at 0 ({0}) "
            "and some are the width or height ({1})",
            boxes,
            f"{scan.at_size:,}",
        )
    return (LabelProblem(first, 0, reason),)

"""Reads datasets of CVAT: one XML file that names pictures with their shapes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from augstudio.core.cached import cached_property
from augstudio.core.labels import Categories
from augstudio.core.text import printable
from augstudio.datasets.annotated_pictures import AnnotatedPictures, key_of, picture_sample, unnamed_problem
from augstudio.datasets.base import Dataset, DatasetReference, Sample, Skipped
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.cvat.annotation import read_image
from augstudio.datasets.cvat.classes import Classes
from augstudio.datasets.cvat.finding import cvat_file
from augstudio.datasets.cvat.writing import CvatWriter, writer_for
from augstudio.datasets.label_reading import ImageInfo, LabelFileError, LabelProblem, LabelsRead
from augstudio.datasets.label_text import label_bytes
from augstudio.datasets.named_pictures import NamedPictures
from augstudio.datasets.picture_places import split_prefixes
from augstudio.datasets.splits import Split, split_of, split_of_folders
from augstudio.datasets.xml_reading import MAX_XML_BYTES, Element, xml_parts
from augstudio.errors import DatasetError, Message


def opened(reference: DatasetReference) -> CvatDataset:
    """Open what a reference names.

    Raises:
        DatasetError: There is no file of CVAT, or it holds tracks.
    """
    return CvatDataset(reference)


def writer(dataset: Dataset) -> CvatWriter:
    """What writes a dataset's labels in this format."""
    return writer_for(dataset.categories or Categories(), split_prefixes(dataset))


@dataclass(frozen=True, slots=True)
class CvatLabels:
    """What the file says of one sample.

    Attributes:
        file: The file's name, for messages.
        packed: The element of the picture.
        categories: The classes.
    """

    file: str
    packed: bytes
    categories: Categories

    def state(self) -> str:
        """The digest."""
        return self.digest()

    def digest(self) -> str:
        """SHA-256 of what the file says of the sample, and of the classes."""
        said = repr([(item.name, item.keypoints) for item in self.categories.all])
        return hashlib.sha256(said.encode() + b"\n" + self.packed).hexdigest()

    def read(self, image: ImageInfo) -> LabelsRead:
        """Read the labels."""
        found = read_image(_unpacked(json.loads(self.packed)), self.file, image, self.categories)
        return LabelsRead(found.labels, found.problems)


def _packed(item: Element) -> list[Any]:
    text = "" if item.children else item.text  # else it is only space between elements
    return [item.tag, item.attributes, item.line, text, [_packed(child) for child in item.children]]


def _unpacked(found: list[Any]) -> Element:
    tag, attributes, line, text, children = found
    return Element(tag, attributes, line, text, [_unpacked(child) for child in children])


@dataclass(frozen=True, slots=True)
class _Image:
    """A picture of the file."""

    name: str
    subset: str
    line: int
    packed: bytes


class CvatDataset(AnnotatedPictures):
    """A CVAT dataset: ``annotations.xml``, and pictures in ``images`` or anywhere beside it."""

    def __init__(self, reference: DatasetReference) -> None:
        """Find the file; it is read when it is first needed.

        Raises:
            DatasetError: There is none.
        """
        file = cvat_file(Candidate(reference.path))
        if file is None:
            raise DatasetError(
                "there is no XML file of CVAT in {0}; name the folder that holds annotations.xml",
                printable(str(reference.path)),
            )
        super().__init__(reference, file.parent)
        self._file = file.absolute()

    @cached_property
    def _read(self) -> tuple[Categories, tuple[_Image, ...]]:
        """The classes and the pictures.

        Raises:
            DatasetError: The file is broken, or holds tracks.
        """
        name = self._file.name
        classes, images = Classes(), []
        for part in xml_parts(label_bytes(self._file, name, MAX_XML_BYTES), name):
            if part.tag == "track":
                reason = Message(
                    "holds tracks of a video, in which shapes between key frames are not written; export it "
                    'from CVAT as "CVAT for images 1.1"'
                )
                raise LabelFileError(name, part.line, reason)
            if part.tag == "meta":
                classes.add_head(part)
            elif part.tag == "image":
                classes.add_image(part)
                packed = json.dumps(_packed(part), ensure_ascii=False, separators=(",", ":"))
                text = packed.encode("utf-8", "replace")
                subset = part.attributes.get("subset", "")
                images.append(_Image(part.attributes.get("name", ""), subset, part.line, text))
        return classes.categories, tuple(images)

    @property
    def categories(self) -> Categories:
        """The classes in the file's order."""
        return self._read[0]

    @cached_property
    def _named(self) -> NamedPictures:
        return NamedPictures(str(self.root), ("images", "", "data"))

    @cached_property
    def _found(self) -> tuple[dict[str, tuple[str, _Image]], tuple[Skipped, ...], tuple[LabelProblem, ...]]:
        """The pictures by their keys, those that are not there, and those that are named twice."""
        pictures: dict[str, tuple[str, _Image]] = {}
        missing, twice = [], []
        for image in self._read[1]:
            inner = f"{image.subset}/{image.name}" if image.subset else ""
            path = (self._named.path(inner) if inner else None) or self._named.path(image.name)
            if path is None:
                file = printable(self._file.name)
                reason = Message("named in {0}, line {1}, but not there", file, image.line)
                missing.append(Skipped(printable(image.name), reason))
                continue
            key = key_of(str(self.root), path)
            if key in pictures:
                reason = Message("{0} is there twice; the first counts", printable(image.name))
                twice.append(LabelProblem(printable(self._file.name), image.line, reason))
                continue
            pictures[key] = path, image
        return pictures, tuple(missing), tuple(twice)

    @cached_property
    def has_splits(self) -> bool:
        """Whether subsets or folders divide it."""
        return any(_split(key, image) is not None for key, (_, image) in self._found[0].items())

    def found(self) -> Iterator[Sample | Skipped]:
        """All pictures in the order of their keys, then those that are not there."""
        pictures, missing, _ = self._found
        for key, (path, image) in sorted(pictures.items()):
            split = (_split(key, image) or Split.OTHER) if self.has_splits else None
            yield picture_sample(str(self.root), path, split)
        yield from missing

    def label_source(self, sample: Sample) -> CvatLabels | None:
        """What the file says of a sample's picture."""
        found = self._found[0].get(sample.key)
        if found is None:
            return None
        return CvatLabels(self._file.name, found[1].packed, self.categories)

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """Pictures that are named twice, and those that are not named."""
        pictures, _, twice = self._found
        return (*twice, *unnamed_problem(self.root, pictures, self._file.name))


def _split(key: str, image: _Image) -> Split | None:
    return split_of(image.subset) if image.subset else split_of_folders(key)

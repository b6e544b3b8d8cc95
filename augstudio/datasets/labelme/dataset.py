"""Reads datasets of LabelMe: which pictures there are, their splits by folders, classes and labels."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from augstudio.core.cached import cached_property
from augstudio.core.labels import Categories, Category
from augstudio.core.text import printable
from augstudio.datasets.annotated_pictures import AnnotatedPictures, key_of, picture_sample, pictures_in
from augstudio.datasets.base import Dataset, DatasetReference, Sample, Skipped
from augstudio.datasets.file_state import file_state
from augstudio.datasets.label_folder import stem_of
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelsRead, problem_of
from augstudio.datasets.label_text import label_bytes
from augstudio.datasets.labelme.annotation import MAX_ANNOTATION_BYTES, loaded, read_annotation
from augstudio.datasets.labelme.finding import labelme_root
from augstudio.datasets.labelme.writing import LabelmeWriter, writer_for
from augstudio.datasets.paired_files import Files, files_below
from augstudio.datasets.picture_places import split_prefixes
from augstudio.datasets.splits import Split, nfc, split_of_folders
from augstudio.errors import DatasetError, Message


def opened(reference: DatasetReference) -> LabelmeDataset:
    """Open what a reference names.

    Raises:
        DatasetError: There is not a LabelMe file.
    """
    return LabelmeDataset(reference)


def writer(dataset: Dataset) -> LabelmeWriter:
    """What writes a dataset's labels in this format."""
    return writer_for(dataset.categories or Categories(), split_prefixes(dataset))


@dataclass(frozen=True, slots=True)
class LabelmeLabels:
    """Where the labels of one sample are.

    Attributes:
        path: The JSON file.
        shown: What it is called in messages.
        picture: The name of the picture's file.
        names: Names of the classes, each at its position.
    """

    path: Path
    shown: str
    picture: str
    names: tuple[str, ...]

    def state(self) -> str:
        """The state of the file."""
        state = file_state(self.path)
        return f"{state.size} {state.modified}"

    def digest(self) -> str:
        """SHA-256 of the file and of the classes.

        Raises:
            DatasetError: The file cannot be read.
        """
        data = label_bytes(self.path, self.shown, MAX_ANNOTATION_BYTES)
        return hashlib.sha256(repr(self.names).encode() + b"\n" + data).hexdigest()

    def read(self, image: ImageInfo) -> LabelsRead:
        """Read the labels.

        Raises:
            DatasetError: It is not a LabelMe file.
        """
        data = label_bytes(self.path, self.shown, MAX_ANNOTATION_BYTES)
        positions = {name: position for position, name in enumerate(self.names)}
        found = read_annotation(data, self.shown, image, positions)
        beside = found.picture == self.picture  # else the file beside a copy would name another picture
        return LabelsRead(found.labels, found.problems, data if beside else b"")


@dataclass(slots=True)
class _Scan:
    """What the files have in common.

    Attributes:
        labels: Names of classes.
        pictures: What each file calls its picture; "" where it names none.
        holding: Files that hold their pictures.
        problems: What is broken.
    """

    labels: set[str] = field(default_factory=set)
    pictures: dict[str, str] = field(default_factory=dict)
    holding: set[str] = field(default_factory=set)
    problems: list[LabelProblem] = field(default_factory=list)


class LabelmeDataset(AnnotatedPictures):
    """Pictures with JSON files of LabelMe, which lie beside them or name them; folders may be splits."""

    def __init__(self, reference: DatasetReference) -> None:
        """Find the dataset's folder; nothing is listed yet.

        Raises:
            DatasetError: There is not a LabelMe file.
        """
        root = labelme_root(reference.path)
        if root is None:
            raise DatasetError(
                "there is no JSON file of LabelMe in {0}; name the folder that holds pictures and JSON files",
                printable(str(reference.path)),
            )
        super().__init__(reference, root)

    @cached_property
    def has_splits(self) -> bool:
        """Whether folders divide it."""
        return any(split_of_folders(key) for key in self._pictures)

    @cached_property
    def _pictures(self) -> dict[str, str]:
        root = str(self.root)
        return {key_of(root, path): path for path in pictures_in(root)}

    @cached_property
    def _files(self) -> Files:
        return files_below(self.root, "", ".json")

    @cached_property
    def _scan(self) -> _Scan:
        scan, stems = _Scan(), {stem_of(key).rpartition("/")[2] for key in self._pictures}
        for name in self._files.paths:
            try:
                found = loaded(label_bytes(self.root / name, name, MAX_ANNOTATION_BYTES), name)
            except DatasetError as error:
                if stem_of(name).rpartition("/")[2] in stems:  # others may be anything
                    scan.problems.append(problem_of(error, name))
                continue
            labels = (item.get("label") for item in found["shapes"] if isinstance(item, dict))
            scan.labels.update(label for label in labels if isinstance(label, str))
            picture = found.get("imagePath")
            scan.pictures[name] = picture if isinstance(picture, str) else ""
            if found.get("imageData"):
                scan.holding.add(name)
        return scan

    @cached_property
    def categories(self) -> Categories:
        """The classes by their names."""
        return Categories(
            tuple(Category(name, number) for number, name in enumerate(sorted(self._scan.labels)))
        )

    @cached_property
    def _by_key(self) -> dict[str, str]:
        """The JSON file of each picture that has one: of its own name, else the one that names it."""
        files = {key: found for key in self._pictures if (found := self._files.beside(stem_of(key)))}
        used = set(files.values())
        by_name = {key.rpartition("/")[2]: key for key in self._pictures if key not in files}
        for file, named in self._scan.pictures.items() if by_name else ():
            key = by_name.get(nfc(named.replace("\\", "/").rpartition("/")[2]))
            if file not in used and key is not None:
                files.setdefault(key, file)
        return files

    def label_source(self, sample: Sample) -> LabelmeLabels | None:
        """The JSON file of a sample's picture."""
        file = self._by_key.get(sample.key)
        if file is None:
            return None
        names = tuple(item.name for item in self.categories.all)
        return LabelmeLabels(self.root / file, file, sample.path.name, names)

    def found(self) -> Iterator[Sample | Skipped]:
        """All pictures in the order of their names."""
        for key, path in self._pictures.items():
            split = split_of_folders(key)
            yield picture_sample(str(self.root), path, (split or Split.OTHER) if self.has_splits else None)

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """Files that are broken, and those whose pictures are not there."""
        used = set(self._by_key.values())
        lonely = (
            LabelProblem(printable(file), 0, _missing(named, is_held=file in self._scan.holding))
            for file, named in self._scan.pictures.items()
            if file not in used
        )
        return (*self._scan.problems, *lonely)


def _missing(picture: str, *, is_held: bool) -> Message:
    """Says that a file's picture is not there; it may be held by the file itself."""
    if is_held:
        return Message(
            "its picture {0} is not there, only in the file itself (imageData), where pictures are not read; "
            "save it under that name beside the file",
            printable(picture),
        )
    return Message("its picture {0} is not there", printable(picture))

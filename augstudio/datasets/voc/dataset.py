"""Reads Pascal VOC datasets: which pictures there are, their splits, classes and labels."""

from __future__ import annotations

from collections.abc import Iterator

from augstudio.core.cached import cached_property
from augstudio.core.labels import Categories, Category
from augstudio.core.text import printable
from augstudio.datasets.annotated_pictures import AnnotatedPictures, key_of, picture_sample, pictures_in
from augstudio.datasets.background_use import has_unused_background
from augstudio.datasets.base import Dataset, DatasetReference, Sample, Skipped
from augstudio.datasets.between import background_beside, is_background
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.label_folder import stem_of
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.masks.recognising import is_mask_folder
from augstudio.datasets.paired_files import Files, files_below
from augstudio.datasets.splits import Split, split_of_folders
from augstudio.datasets.voc.annotation import Rules
from augstudio.datasets.voc.classes import (
    CHALLENGE,
    LABEL_MAP,
    PALETTE,
    VOID,
    parted,
    read_label_map,
)
from augstudio.datasets.voc.finding import ANNOTATIONS, voc_root
from augstudio.datasets.voc.labels import VocLabels
from augstudio.datasets.voc.layout import (
    CLASSES,
    OBJECTS,
    PICTURES,
    read_lists,
)
from augstudio.datasets.voc.scanning import Scan, counting_problem, scanned
from augstudio.datasets.voc.writing import VocWriter, writer_for
from augstudio.errors import DatasetError, Message


def opened(reference: DatasetReference) -> VocDataset:
    """Open what a reference names.

    Raises:
        DatasetError: There is no file of this kind.
    """
    return VocDataset(reference)


def writer(dataset: Dataset) -> VocWriter:
    """What writes a dataset's labels in this format; without masks where a dataset of this format has none.

    Raises:
        DatasetError: A class has a name that the list of classes cannot hold.
    """
    categories = dataset.categories or Categories()
    if isinstance(dataset, VocDataset):
        return writer_for(categories, masks=dataset.has_masks, background=dataset.background)
    return writer_for(categories, masks=True, unused=has_unused_background(dataset))


class VocDataset(AnnotatedPictures):
    """A Pascal VOC dataset: ``JPEGImages``, ``Annotations``, ``ImageSets/Main`` and the two folders of masks.

    Pictures with XML files beside them, or in two folders of any names, are read too. Coordinates count from
    1 and include the last pixel, unless boxes show that they count otherwise, which is told.
    """

    def __init__(self, reference: DatasetReference) -> None:
        """Find the dataset's folder; nothing is listed yet.

        Raises:
            DatasetError: There is no file of this kind.
        """
        root = voc_root(Candidate(reference.path))
        if root is None:
            raise DatasetError(
                "there is no XML file with an <annotation> in {0}; name the folder that holds "
                "Annotations and JPEGImages",
                printable(str(reference.path)),
            )
        super().__init__(reference, root)
        self._lists = read_lists(self.root)

    @cached_property
    def has_splits(self) -> bool:
        """Whether lists or folders divide it."""
        return bool(self._lists.splits) or any(split_of_folders(key) for key in self._pictures)

    @cached_property
    def _pictures(self) -> dict[str, str]:
        """Paths of the pictures by their keys."""
        root = str(self.root)
        folder = self.root / PICTURES
        found = {key_of(root, path): path for path in pictures_in(str(folder if folder.is_dir() else root))}
        return {
            key: path for key, path in found.items() if not any(map(is_mask_folder, key.split("/")[:-1]))
        } or found

    @cached_property
    def _annotations(self) -> Files:
        standard = (self.root / ANNOTATIONS).is_dir()
        return files_below(self.root, ANNOTATIONS if standard else "", ".xml")

    @cached_property
    def _masks(self) -> tuple[Files, Files]:
        return files_below(self.root, CLASSES, ".png"), files_below(self.root, OBJECTS, ".png")

    @property
    def has_masks(self) -> bool:
        """Whether there are masks."""
        return bool(self._masks[0].paths)

    @cached_property
    def _scan(self) -> Scan:
        return scanned((path, self.root / path) for path in self._annotations.paths)

    @cached_property
    def _listed(self) -> tuple[Categories, tuple[LabelProblem, ...]]:
        """What a file names, or the challenges do."""
        return read_label_map(self.root) or (Categories.named(CHALLENGE if self.has_masks else ()), ())

    @cached_property
    def _known(self) -> tuple[Category, ...]:
        """The classes of objects that are listed, without those that are only found in XML files."""
        listed = self._listed[0]
        if self.has_masks:
            return parted(listed)[1]
        first = listed.all[:1]
        unused = first and is_background(first[0].name) and first[0].name not in self._scan.objects
        return listed.all[1:] if unused else listed.all

    @property
    def background(self) -> Category:
        """What masks have at 0; a class of objects that is called so, too, is another one."""
        found = parted(self._listed[0])[0]
        return background_beside(self.categories) if found.name in self._names else found

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(item.name for item in self.categories.all)

    @cached_property
    def categories(self) -> Categories:
        """The classes of objects: of ``labelmap.txt``, else of the challenges where there are masks; others.

        Where there are masks, each has the value of its pixels as source id, from 1 on: 0 is the background.
        """
        known = self._known
        names = {item.name for item in known}
        objects = sorted(name for name in self._scan.objects if name not in names)
        parts = sorted(name for name in self._scan.parts if name not in names | set(objects))
        least = 0 if self.has_masks else -1
        first = max((item.source_id or 0 for item in known), default=least) + 1
        new = (Category(name, first + number) for number, name in enumerate((*objects, *parts)))
        return Categories((*known, *new))

    def label_source(self, sample: Sample) -> VocLabels | None:
        """The XML file and the masks of a sample's picture."""
        key = stem_of(sample.key)
        classes, objects = (files.beside(key) for files in self._masks)
        annotation = self._files_of_pictures.get(sample.key, "")
        if not annotation and not classes:
            return None
        rules = Rules(self._names, self._scan.counting)
        return VocLabels(self.root, annotation, classes, objects, rules, self._colours)

    @cached_property
    def _colours(self) -> dict[tuple[int, int, int], int]:
        classes = (self.background, *self.categories.all)[:VOID]
        colours = {item.colour or PALETTE[value]: value for value, item in enumerate(classes)}
        return {**colours, PALETTE[VOID]: VOID}

    @cached_property
    def _files_of_pictures(self) -> dict[str, str]:
        """The XML file of each picture that has one: by its own name, else by the name that the file says."""
        files = {key: found for key in self._pictures if (found := self._annotations.beside(stem_of(key)))}
        used = set(files.values())
        by_name = {key.rpartition("/")[2]: key for key in self._pictures if key not in files}
        for path, named in self._scan.pictures.items() if by_name else ():
            key = by_name.get(named.replace("\\", "/").rpartition("/")[2])
            if path not in used and key is not None:
                files.setdefault(key, path)
        return files

    def found(self) -> Iterator[Sample | Skipped]:
        """All pictures in the order of their names, then those that only lists name."""
        listed = set()
        for key, path in self._pictures.items():
            name = self._name(key)
            listed.add(name)
            yield picture_sample(str(self.root), path, self._split(key, name))
        for name, (file, line) in self._lists.lines.items():
            if name not in listed:
                yield Skipped(printable(name), Message("named in {0}, line {1}, but not there", file, line))

    def _split(self, key: str, name: str) -> Split | None:
        if self._lists.splits:
            return self._lists.splits.get(name, Split.OTHER)
        found = split_of_folders(key)
        return found or (Split.OTHER if self.has_splits else None)

    def _name(self, key: str) -> str:
        """What lists call a picture."""
        return stem_of(key.removeprefix(f"{PICTURES}/"))

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """What is odd about lists, classes and counting, and XML files without a picture."""
        used = set(self._files_of_pictures.values())
        broken = {problem.file for problem in self._scan.problems}
        lonely = (
            path for path in self._annotations.paths if path not in used and printable(path) not in broken
        )
        reason = Message("there is no picture for this file")
        return (
            *self._lists.problems,
            *self._listed[1],
            *self._class_problems(),
            *counting_problem(self._scan),
            *self._scan.problems,
            *(LabelProblem(printable(path), 0, reason) for path in lonely),
        )

    def _class_problems(self) -> Iterator[LabelProblem]:
        known = {item.name for item in self._known}
        for name in sorted(set(self._scan.objects) - known) if known else ():
            reason = Message("the class {0} is not among those of the masks; it is added", printable(name))
            file = LABEL_MAP if (self.root / LABEL_MAP).is_file() else ANNOTATIONS
            yield LabelProblem(file, 0, reason)

"""Reads COCO datasets: which pictures there are, their splits, and their annotations."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Final

from augstudio.core.cached import cached_property
from augstudio.core.labels import Categories, Category
from augstudio.core.text import printable, quoted
from augstudio.datasets.annotated_pictures import (
    AnnotatedPictures,
    key_of,
    picture_sample,
    unnamed_problem,
)
from augstudio.datasets.base import Dataset, DatasetReference, Sample, Skipped
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.coco.content import CocoContent, ListedImage, read_content
from augstudio.datasets.coco.finding import CocoFile, dataset_files, split_of_file
from augstudio.datasets.coco.labels import CocoLabels, CocoRules
from augstudio.datasets.coco.writing import CocoWriter, WrittenFile, keeping_writer, writer_for
from augstudio.datasets.label_reading import LabelProblem, Severity
from augstudio.datasets.named_pictures import NamedPictures, safe_parts
from augstudio.datasets.picture_places import split_prefixes
from augstudio.datasets.splits import Split, nfc, split_of, split_of_folders
from augstudio.errors import DatasetError, Message

_TRIED: Final = 50


def opened(reference: DatasetReference) -> CocoDataset:
    """Open what a reference names.

    Raises:
        DatasetError: There is no such file, or one that cannot be used.
    """
    return CocoDataset(reference)


def writer(dataset: Dataset) -> CocoWriter:
    """What writes a dataset's labels in this format."""
    if not isinstance(dataset, CocoDataset):
        return writer_for(dataset.categories or Categories(), split_prefixes(dataset))
    files = (
        WrittenFile(file.split, content.shown, folder)
        for file, content, folder in zip(dataset.files, dataset.contents, dataset.folders, strict=True)
    )
    return keeping_writer(
        dataset.categories, tuple(files), dataset.contents, single=dataset.is_divided_by_folders
    )


class CocoDataset(AnnotatedPictures):
    """A COCO dataset: one JSON file for all pictures, or one for each split.

    Pictures are looked for where the file's names lead from its own folder, from the dataset's, and from
    folders called like its split; else one is taken whose path ends with the name.
    """

    def __init__(self, reference: DatasetReference) -> None:
        """Read the files; of a dataset that was opened before they are read when they are asked for.

        Args:
            reference: The folder, or one of the files.

        Raises:
            DatasetError: There is no such file, or one that cannot be used.
        """
        found = dataset_files(Candidate(reference.path.absolute()))
        super().__init__(reference, found.root)
        self._files, self._others = found.read, found.others
        self._places: dict[str, tuple[CocoContent, ListedImage]] = {}
        self._problems: list[LabelProblem] = []
        self._listed = False
        if reference.layout is None:
            _ = self.categories

    @property
    def reference(self) -> DatasetReference:
        """What opens it again as it is now."""
        return replace(super().reference, layout=self.layout)

    @property
    def has_splits(self) -> bool:
        """Whether there are several files, or the only one names pictures in folders of several splits."""
        return len(self._files) > 1 or self.is_divided_by_folders

    @cached_property
    def is_divided_by_folders(self) -> bool:
        """Whether the only file names pictures in the folders of several splits, as ``val/1.jpg``."""
        if len(self._files) > 1:
            return False
        names = (image.name.replace("\\", "/") for image in self.contents[0].images.values())
        folders = {name.rpartition("/")[0] for name in names}
        return len({split_of_folders(f"{folder}/") for folder in folders} - {None}) > 1

    @property
    def files(self) -> tuple[CocoFile, ...]:
        """Its files, one for each split."""
        return self._files

    @cached_property
    def contents(self) -> tuple[CocoContent, ...]:
        """What the files hold, in their order.

        Raises:
            DatasetError: One cannot be used.
        """
        root = str(self.root)
        return tuple(read_content(file.path, key_of(root, str(file.path))) for file in self._files)

    @cached_property
    def categories(self) -> Categories:
        """The categories of all files, in the order of the first in which each is.

        Raises:
            DatasetError: A file cannot be used, or two give one id to different categories.
        """
        found: dict[int, tuple[Category, str]] = {}
        for content in self.contents:
            for category in content.categories:
                number = category.source_id or 0
                known, shown = found.setdefault(number, (category, content.text.shown))
                if known.name != category.name:
                    raise DatasetError(
                        "the category {0} is {1} in {2}, but {3} in {4}",
                        number,
                        quoted(known.name),
                        shown,
                        quoted(category.name),
                        content.text.shown,
                    )
                if len(category.keypoints) > len(known.keypoints):
                    found[number] = category, shown
        return Categories(tuple(category for category, _ in found.values()))

    @cached_property
    def _rules(self) -> CocoRules:
        return CocoRules(
            tuple(item.source_id or 0 for item in self.categories.all),
            tuple(len(item.keypoints) for item in self.categories.all),
        )

    def label_source(self, sample: Sample) -> CocoLabels | None:
        """The annotations of a sample's picture."""
        if sample.key not in self._places:
            self._list()
        if sample.key not in self._places:
            return None
        content, image = self._places[sample.key]
        text = content.text
        rows = tuple(text.row(span) for span in image.rows)
        return CocoLabels(content.shown, rows, text.row(image.span), image.declared, self._rules)

    def found(self) -> Iterator[Sample | Skipped]:
        """All pictures, file by file, in the order in which they stand there."""
        root, problems = str(self.root), []
        owners: dict[str, str] = {}
        for file, content in zip(self._files, self.contents, strict=True):
            pictures = NamedPictures(root, self._folders(file))
            for image in content.images.values():
                path = pictures.path(image.name)
                if path is None:
                    yield Skipped(
                        printable(image.name), Message("named in {0}, but not there", content.text.shown)
                    )
                    continue
                key = key_of(root, path)
                if key in owners:
                    reason = Message("named in {0} too; it counts there", owners[key])
                    problems.append(
                        LabelProblem(content.text.shown, 0, Message("{0}: {1}", printable(key), reason))
                    )
                    continue
                owners[key] = content.text.shown
                self._places[key] = content, image
                split = (split_of_folders(key) or Split.OTHER) if self.is_divided_by_folders else file.split
                yield picture_sample(root, path, split)
        self._problems, self._listed = problems, True

    def _list(self) -> None:
        """List all pictures if that was not done yet."""
        if not self._listed:
            for _ in self.found():
                pass

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """What the keys of each file's pictures begin with before their names in it, by the first of them."""
        return tuple(map(self._folder_of, self._files, self.contents))

    def _folder_of(self, file: CocoFile, content: CocoContent) -> str:
        pictures = NamedPictures(str(self.root), self._folders(file))
        for image in islice(content.images.values(), _TRIED):
            path = pictures.path(image.name)
            if path is not None:
                key, name = key_of(str(self.root), path), "/".join(safe_parts(nfc(image.name)) or ())
                return key.removesuffix(name) if key.endswith(f"/{name}") else ""
        return ""

    @cached_property
    def split_folders(self) -> tuple[tuple[str, Split | None], ...]:
        """The folders of the pictures of each file, where there are several files."""
        if len(self._files) == 1:
            return ()
        pairs = zip(self.folders, self._files, strict=True)
        found = tuple((folder.rstrip("/"), file.split) for folder, file in pairs if folder)
        return found if len(dict(found)) == len(found) else ()

    def _folders(self, file: CocoFile) -> tuple[str, ...]:
        """Folders that the names in a file may be relative to; those called like its split first."""
        root = str(self.root)
        here = key_of(root, str(file.path.parent))
        split = split_of_file(file.path)
        named = [folder for folder in _inner_folders(root) if split_of(folder.rpartition("/")[2]) is split]
        return (*(named if split else ()), here, "", "images")

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """What is broken or odd in the files, files that are not read, and pictures that none names."""
        self._list()
        unread = [self._unread(other, read) for other, read in self._others]
        told = [problem for content in self.contents for problem in content.problems]
        files = ", ".join(content.text.shown for content in self.contents)
        return (*unread, *told, *self._problems, *unnamed_problem(self.root, self._places, files))

    def _unread(self, other: Path, read: Path) -> LabelProblem:
        """What is said of a file that is left out for another one."""
        root = str(self.root)
        reason = Message(
            "is not read, as {0} tells of the same pictures; open the file itself to take it instead",
            printable(key_of(root, str(read))),
        )
        return LabelProblem(printable(key_of(root, str(other))), 0, reason, Severity.NOTE)


def _inner_folders(root: str) -> Iterator[str]:
    """Folders in a folder and those in them, relative to it."""
    for name in _names_of_folders(root):
        yield name
        yield from (f"{name}/{inner}" for inner in _names_of_folders(os.path.join(root, name)))  # noqa: PTH118


def _names_of_folders(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(item.name for item in entries if item.name[0] != "." and item.is_dir())
    except OSError:
        return []

"""Datasets in the form of Hugging Face: folders of pictures with ``metadata.jsonl`` or ``metadata.csv``."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from augstudio.core.cached import cached_property
from augstudio.core.labels import Categories, Category, Labels, Tags
from augstudio.core.text import printable, quoted
from augstudio.datasets.annotated_pictures import (
    AnnotatedPictures,
    key_of,
    picture_sample,
    unnamed_problem,
)
from augstudio.datasets.base import Dataset, DatasetReference, Sample, Skipped
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.held_labels import HeldLabels
from augstudio.datasets.hf.finding import FILES, metadata_files
from augstudio.datasets.hf.rows import (
    MetadataForm,
    MetadataRow,
    classes_of,
    form_of,
    further_files,
    instances_of,
    json_rows,
    names_in,
    rest_of,
    sizes_of,
    table_rows,
)
from augstudio.datasets.hf.writing import HuggingFaceWriter
from augstudio.datasets.label_reading import LabelProblem
from augstudio.datasets.label_text import label_bytes, label_text
from augstudio.datasets.label_writing import LabelWriter
from augstudio.datasets.named_pictures import safe_parts
from augstudio.datasets.said_sizes import declared_size
from augstudio.datasets.splits import Split, split_of
from augstudio.errors import DatasetError, Message

_MOST_BYTES: Final = 512 << 20


@dataclass
class _Metadata:
    """What the files of a dataset say."""

    form: MetadataForm = field(default_factory=MetadataForm)
    further: list[str] = field(default_factory=list)
    rows: dict[str, tuple[str, MetadataRow]] = field(default_factory=dict)
    found: dict[str, Sample | Skipped] = field(default_factory=dict)
    problems: list[LabelProblem] = field(default_factory=list)


class HuggingFaceFolder(AnnotatedPictures):
    """Pictures that the rows of metadata name; what no row names is no part of the dataset.

    A file lies at the root, or in each folder of a split. Folders with the words of splits are such.
    """

    def __init__(self, reference: DatasetReference) -> None:
        """Find the files; no row is read yet.

        Args:
            reference: The folder, or its only file.

        Raises:
            DatasetError: There is none.
        """
        path = reference.path.absolute()
        root = path if path.is_dir() else path.parent
        self._files = metadata_files(Candidate(root)) if path.is_dir() else [path]
        super().__init__(reference, root)
        if not self._files and (root / "metadata.parquet").is_file():
            raise DatasetError(
                "metadata.parquet in {0} is not read; write the same table as metadata.jsonl or metadata.csv",
                printable(str(reference.path)),
            )
        if not self._files:
            raise DatasetError("no metadata.jsonl or metadata.csv in {0}", printable(str(reference.path)))

    @cached_property
    def _metadata(self) -> _Metadata:
        known = _Metadata()
        read = [(shown, row) for path in self._files for shown, row in self._rows(path, known)]
        rows = [row for _, row in read]
        known.form = form_of(rows)
        known.further = further_files(rows, known.form)
        for shown, row in read:
            self._add(shown, row, known)
        for column in known.further:
            reason = Message(
                "the files in {0} are not moved with the pixels, and left out", printable(column)
            )
            known.problems.append(LabelProblem(read[0][0], 0, reason))
        known.problems += unnamed_problem(self.root, known.found, read[0][0] if read else FILES[0])
        return known

    def _rows(self, path: Path, known: _Metadata) -> Iterator[tuple[str, MetadataRow]]:
        shown = printable(key_of(str(self.root), str(path)))
        text = label_text(label_bytes(path, shown, _MOST_BYTES), shown)
        for item in (json_rows if path.suffix == ".jsonl" else table_rows)(text, shown):
            if isinstance(item, LabelProblem):
                known.problems.append(item)
            else:
                yield shown, item

    def _add(self, shown: str, row: MetadataRow, known: _Metadata) -> None:
        """Take in which picture a row names."""
        named = row.values.get(known.form.file)
        parts = safe_parts(named) if isinstance(named, str) else None
        if parts is None:
            reason = Message("{0} names no picture: {1}", known.form.file, quoted(named))
            known.problems.append(LabelProblem(shown, row.line, reason))
            return
        folder = shown.rpartition("/")[0]
        path = os.path.join(self.root, folder, *parts)  # noqa: PTH118
        key = key_of(str(self.root), path)
        if key in known.found:
            reason = Message("{0} has a row before this one, which counts", printable(key))
            known.problems.append(LabelProblem(shown, row.line, reason))
            return
        split = next(filter(None, map(split_of, key.split("/")[:-1])), None)
        sample = picture_sample(str(self.root), path, split)
        if isinstance(sample, Skipped):
            reason = Message("named in {0}, line {1}: {2}", shown, row.line, sample.reason)
            sample = Skipped(sample.name, reason)
        known.found[key] = sample
        known.rows[key] = shown, row

    @property
    def form(self) -> MetadataForm:
        """How its files say things."""
        return self._metadata.form

    @property
    def has_splits(self) -> bool:
        """Whether some of its folders are splits."""
        return any(isinstance(item, Sample) and item.split for item in self._metadata.found.values())

    @cached_property
    def categories(self) -> Categories:
        """Its classes: numbers by their value, names in their order."""
        form = self.form
        names = {name for _, row in self._metadata.rows.values() for name in names_in(row, form)}
        if form.whole:
            return Categories(tuple(Category(name, int(name)) for name in sorted(names, key=int)))
        return Categories.named(sorted(names))

    @cached_property
    def _held(self) -> dict[str, HeldLabels]:
        positions = {item.name: number for number, item in enumerate(self.categories.all)}
        return {key: self._labels(shown, row, positions) for key, (shown, row) in self._metadata.rows.items()}

    def _labels(self, shown: str, row: MetadataRow, positions: dict[str, int]) -> HeldLabels:
        form = self.form
        tell = partial(self._tell, shown, row.line)
        classes = classes_of(row, form, tell)
        instances = instances_of(row, form, positions, tell)
        numbers, others = rest_of(row, form, self._metadata.further)
        tags = None
        if classes is not None or numbers or others:
            weights = sorted((positions[name], share) for name, share in (classes or {}).items())
            tags = Tags(tuple(weights), tuple(numbers.items()), others)
        digest = hashlib.sha256(json.dumps(row.values, sort_keys=True).encode()).hexdigest()
        sizes = sizes_of(row, form)
        declared = None if instances is None else declared_size(sizes)
        return HeldLabels(
            Labels(instances or (), tags=tags), digest, shown, row.line, () if declared else sizes, declared
        )

    def _tell(self, shown: str, line: int, template: str, *arguments: object) -> None:
        self._metadata.problems.append(LabelProblem(shown, line, Message(template, *arguments)))

    def label_source(self, sample: Sample) -> HeldLabels | None:
        """What a sample's row says."""
        return self._held.get(sample.key)

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """What is wrong with rows."""
        assert self._held is not None
        return tuple(self._metadata.problems)

    def found(self) -> Iterator[Sample | Skipped]:
        """The pictures that rows name, ordered by their keys; a picture's class is its row's only one."""
        divided = self.has_splits
        for key, item in sorted(self._metadata.found.items(), key=lambda pair: pair[0].split("/")):
            if not isinstance(item, Sample):
                yield item
                continue
            split = item.split or (Split.OTHER if divided else None)
            classes = self._classes_of(key)
            if len(classes) == 1:
                yield replace(item, split=split, class_name=classes[0])
            else:
                yield replace(item, split=split, several=classes)

    def _classes_of(self, key: str) -> tuple[str, ...]:
        held = self._held.get(key)
        weights = held.labels.tags.weights if held is not None and held.labels.tags is not None else ()
        return tuple(self.categories[position].name for position, _ in weights)


def opened(reference: DatasetReference) -> HuggingFaceFolder:
    """Open what a reference names.

    Raises:
        DatasetError: There is no file of metadata.
    """
    return HuggingFaceFolder(reference)


def writer(dataset: Dataset) -> LabelWriter:
    """What writes a dataset's labels in this format."""
    form = dataset.form if isinstance(dataset, HuggingFaceFolder) else MetadataForm(sizes=())
    return HuggingFaceWriter(dataset.categories or Categories(), form)

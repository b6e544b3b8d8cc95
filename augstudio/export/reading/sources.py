"""What a finished export was made from, opened to make it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from augstudio.core.cached import cached_property
from augstudio.core.pipeline import Pipeline
from augstudio.datasets.base import Dataset, Sample, only_samples
from augstudio.datasets.formats import IMAGE_FOLDER, open_dataset, opened_with_pictures, reopened
from augstudio.datasets.layout import Stated
from augstudio.datasets.store_listing import StoreListing
from augstudio.errors import DatasetError, ExportError, message_of
from augstudio.export.choosing import choice_of
from augstudio.export.job import ExportJob
from augstudio.export.labels.labelling import labelling_of
from augstudio.export.manifest import Output
from augstudio.export.options import ExportOptions
from augstudio.export.partners import PartnerPool, PartnerReader
from augstudio.export.planning import own_label_files
from augstudio.export.reading.recorded import Recorded, read_recorded, source_of
from augstudio.export.sample_classes import sample_classes
from augstudio.export.tasks import PlannedOutput, Task
from augstudio.render.partners import Partners


@dataclass(frozen=True)
class Sources:
    """What an export was made from, opened, and the export as it would be run again."""

    dataset: Dataset
    job: ExportJob

    @classmethod
    def of(cls, recorded: Recorded, folder: Path, listing: StoreListing | None = None) -> Sources:
        """Open a dataset as it was opened for an export.

        Args:
            recorded: The export.
            folder: The dataset's folder or file.
            listing: The listing of a place in an object store that it is or lies in, where it is one.

        Raises:
            ExportError: It cannot be opened.
        """
        job = replace(recorded.job(folder), source_listing=listing)
        try:
            stated = job.options.stated if job.pipeline.mixes else Stated()
            dataset = (
                opened_with_pictures(replace(job.source, format="", stated=stated))
                if not recorded.source_format
                else reopened(job.source)
            )
            if not recorded.source_format and dataset.categories is not None:
                dataset = reopened(replace(job.source, format=IMAGE_FOLDER))
        except DatasetError as error:
            raise ExportError(message_of(error)) from None
        labelling = labelling_of(dataset, job.options.to_format)
        pool = PartnerPool.of(mixable(dataset, job.options)) if job.pipeline.mixes else None
        return cls(dataset, replace(job, labelling=labelling, partners=pool))

    @cached_property
    def _listed(self) -> Mapping[str, Sample]:
        """The samples by their keys, where steps depend on classes or splits; else nothing is listed."""
        if not self.job.pipeline.is_limited and not self.job.pipeline.mixes:
            return {}
        return {item.key: item for item in mixable(self.dataset, self.job.options)}

    def partners(self, key: str) -> Partners:
        """What gives the pictures that steps mix into a sample, those of its split."""
        listed = self._listed.get(key)
        reader = PartnerReader(self.dataset, self.job.labelling, self.job.partners)
        return reader.of_split(None if listed is None else listed.split)

    def task(self, outputs: list[Output]) -> Task | None:
        """The task of a sample's outputs; None where the sample's picture is missing."""
        key, labels, labelling = outputs[0].key, outputs[0].labels, self.job.labelling
        source = source_of(self.dataset.root, key)
        if source is None:
            return None
        listed = self._listed.get(key)
        split = labels.split if labels is not None else None if listed is None else listed.split
        sample = Sample(key, str(source), None, split, () if listed is None else listed.classes)
        if labelling is None:
            return Task(sample, tuple(PlannedOutput(output.copy, output.file) for output in outputs))
        names = partial(own_label_files, labelling.writer, options=self.job.options)
        planned = tuple(PlannedOutput(output.copy, output.file, names(output.file)) for output in outputs)
        return Task(sample, planned, labels=self.dataset.label_source(sample))


def mixable(dataset: Dataset, options: ExportOptions) -> Iterable[Sample]:
    """The samples of a dataset that steps of an export may mix in, each in the split that it has there.

    Raises:
        DatasetError: The dataset cannot be listed.
        ExportError: It was divided by the export, and is divided now by itself.
    """
    if not options.divide:
        return only_samples(dataset.samples())
    listed = list(dataset.samples())
    classes = sample_classes(dataset, listed, options, lambda: False)
    return only_samples(choice_of(options, dataset, listed, classes).partners(listed))


def partners_in(dataset: Path, pipeline: Pipeline, key: str, export: Path | None) -> Partners:
    """What gives the pictures that steps mix into a sample.

    Args:
        dataset: The sample's dataset.
        pipeline: The steps.
        key: The sample's key.
        export: An export of the dataset, which says how it is read; None has it recognised.

    Raises:
        ExportError: It cannot be opened.
    """
    if export is not None:
        return Sources.of(replace(read_recorded(export), pipeline=pipeline), dataset).partners(key)
    try:
        opened = open_dataset(dataset)
    except DatasetError as error:
        raise ExportError(message_of(error)) from None
    return Sources(opened, ExportJob(dataset, dataset, pipeline)).partners(key)

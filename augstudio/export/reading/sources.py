"""What a finished export was made from, opened to make it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from augstudio.datasets.base import Dataset, Sample, only_samples
from augstudio.datasets.formats import IMAGE_FOLDER, open_dataset, reopened
from augstudio.errors import DatasetError, ExportError, message_of
from augstudio.export.job import ExportJob
from augstudio.export.labelling import labelling_of
from augstudio.export.manifest import Output
from augstudio.export.reading.recorded import Recorded, source_of
from augstudio.export.tasks import PlannedOutput, Task


@dataclass(frozen=True)
class Sources:
    """What an export was made from, opened, and the export as it would be run again."""

    dataset: Dataset
    job: ExportJob

    @classmethod
    def of(cls, recorded: Recorded, folder: Path) -> Sources:
        """Open a dataset as it was opened for an export.

        Raises:
            ExportError: It cannot be opened.
        """
        job = recorded.job(folder)
        try:
            dataset = open_dataset(folder) if not recorded.source_format else reopened(job.source)
            if not recorded.source_format and dataset.categories is not None:
                dataset = reopened(replace(job.source, format=IMAGE_FOLDER))
        except DatasetError as error:
            raise ExportError(message_of(error)) from None
        return cls(dataset, replace(job, labelling=labelling_of(dataset, job.options.to_format)))

    @cached_property
    def _listed(self) -> Mapping[str, Sample]:
        """The samples by their keys, where steps are limited to classes; else nothing is listed."""
        if not self.job.pipeline.is_limited:
            return {}
        return {item.key: item for item in only_samples(self.dataset.samples())}

    def task(self, outputs: list[Output]) -> Task | None:
        """The task of a sample's outputs; None where the sample's picture is missing."""
        key, labels, labelling = outputs[0].key, outputs[0].labels, self.job.labelling
        source = source_of(self.dataset.root, key)
        if source is None:
            return None
        classes = self._listed[key].classes if key in self._listed else ()
        sample = Sample(key, source, None, None if labels is None else labels.split, classes)
        if labelling is None:
            return Task(sample, tuple(PlannedOutput(output.copy, output.file) for output in outputs))
        names = labelling.writer.label_files
        planned = tuple(PlannedOutput(output.copy, output.file, names(output.file)) for output in outputs)
        return Task(sample, planned, labels=self.dataset.label_source(sample))

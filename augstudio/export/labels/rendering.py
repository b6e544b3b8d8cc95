"""Makes the labels of one sample's outputs: a pure function of task, job and source to bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Final

from augstudio.core.cached import cached_property
from augstudio.core.image import Size
from augstudio.core.labels import LabelCounts, Labels, Relabelled
from augstudio.datasets.label_reading import ImageInfo, LabelsRead
from augstudio.datasets.label_writing import EncodedLabels, Loss, Losses, WrittenImage, losses_of
from augstudio.errors import DatasetError, Message
from augstudio.export.job import ExportJob
from augstudio.export.labels.held import HeldPartners, has_lost_map, without_lost_map
from augstudio.export.labels.labelling import Labelling, labels_digest
from augstudio.export.labels.records import OutputLabels
from augstudio.export.tasks import PlannedOutput, Task
from augstudio.render.labelling.composing import Moving
from augstudio.render.labels import prepared, relabel, relabel_together
from augstudio.render.partners import Partners
from augstudio.render.resolve import Resolved

# For fewer copies, what is made once for all of them costs more than it saves.
_SEVERAL: Final = 2
# More need more memory, and save hardly more time.
_TOGETHER: Final = 16
_EMPTIED: Final = Message(
    "no label is left but problems, so that readers take it for one with nothing to find"
)


@dataclass(frozen=True)
class MadeLabels:
    """The labels of one output.

    Attributes:
        record: What the manifest says of them.
        files: The files that hold them alone, with their bytes.
    """

    record: OutputLabels
    files: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class SampleLabels:
    """The labels of one sample, read.

    Attributes:
        task: The sample's task.
        job: The export.
        labelling: How it writes labels.
        digest: SHA-256 of what they were read from.
        image: The sample's picture.
        read: What reading gave.
        copies: What happens to the outputs, where that is known already.
    """

    task: Task
    job: ExportJob
    labelling: Labelling
    digest: str
    image: ImageInfo
    read: LabelsRead
    copies: tuple[Resolved, ...] = ()
    _ahead: dict[int, MadeLabels] = field(default_factory=dict)

    @classmethod
    def of(cls, task: Task, job: ExportJob, digest: str | None, image: ImageInfo) -> SampleLabels | None:
        """Read the labels of a task's sample; None where the export writes none.

        Args:
            task: The task.
            job: The export.
            digest: What :func:`labels_digest` gave when the sample was read.
            image: The sample's picture.

        Raises:
            DatasetError: They cannot be used at all, or changed while they were read.
        """
        if job.labelling is None or digest is None:
            return None
        read = LabelsRead(None) if task.labels is None else task.labels.read(image)
        if labels_digest(job.labelling, task.labels) != digest:
            raise DatasetError("its labels changed while they were read; export again")
        return cls(task, job, job.labelling, digest, image, read)

    def made(
        self, planned: PlannedOutput, resolved: Resolved, size: Size, partners: Partners | None = None
    ) -> MadeLabels:
        """The labels of one output.

        Args:
            planned: The output.
            resolved: What happens to it.
            size: Its width and height.
            partners: What gives the labels of pictures that are mixed in.
        """
        ahead = None if size != resolved.size else self._made_ahead(resolved, mixes=partners is not None)
        if ahead is not None:
            return ahead
        held = None if partners is None else HeldPartners(partners, self.labelling.writer)
        moved = self._moved(resolved, held)
        lost_map = self._lost_map or (held is not None and held.lost_map)
        return self._made(planned, moved, size, mixes=held is not None, lost_map=lost_map)

    def _made(
        self,
        planned: PlannedOutput,
        moved: Relabelled | None,
        size: Size,
        *,
        mixes: bool,
        lost_map: bool,
    ) -> MadeLabels:
        labels = None if moved is None else moved.labels
        sample, writer = self.task.sample, self.labelling.writer
        image = WrittenImage(planned.file, size, sample.split, sample.key, planned.copy)
        encoded = writer.encode(image, labels)
        files = self._files(planned, encoded)
        text = encoded.entry.decode()
        first = planned.copy == (0 if self.job.options.originals else 1)
        record = OutputLabels(
            self.digest,
            tuple((file, hashlib.sha256(data).hexdigest()) for file, data in files),
            hashlib.sha256(encoded.entry).hexdigest() if encoded.entry else "",
            sample.split,
            LabelCounts() if moved is None else moved.counts,
            self._losses(labels, mixes=mixes, lost_map=lost_map),
            () if moved is None else (*moved.warnings, *self._emptied),
            self.read.problems if first else (),
            text,
        )
        return MadeLabels(record, files)

    @cached_property
    def _emptied(self) -> tuple[Message, ...]:
        """That nothing is left of labels in which something is wrong, so that readers take it for nothing."""
        labels = self.read.labels
        if labels is None or not self.read.problems or labels.instances:
            return ()
        is_said = labels.semantic is not None or (labels.tags is not None and labels.tags.weights)
        return () if is_said else (_EMPTIED,)

    def _losses(self, labels: Labels | None, *, mixes: bool, lost_map: bool) -> Losses:
        """What the format cannot hold of an output's labels, its own marks told from those of the dataset.

        Of marks as many are taken for the dataset's as its labels have: where an object with a mark is
        dropped and another one is cut, that is one too many. Labels of pictures that are mixed in have marks
        of their own, which are all taken for the dataset's.
        """
        if labels is None and self.labelling.keeps_format:
            return Losses()
        found = losses_of(self.labelling.writer, labels)
        if lost_map:
            found[Loss.CLASS_MAPS] += 1
        if found[Loss.FLAGS] and not mixes:
            own = min(found[Loss.FLAGS], self._own_marks)
            found += Losses({Loss.MADE_FLAGS: found[Loss.FLAGS] - own})
            found[Loss.FLAGS] = own
        return found

    @cached_property
    def _own_marks(self) -> int:
        """How many marks the dataset's labels have that the format cannot hold."""
        labels = self.read.labels
        return 0 if labels is None else self.labelling.writer.losses(labels)[Loss.FLAGS]

    @cached_property
    def _lost_map(self) -> bool:
        """Whether the labels have a class map that is left out from the beginning."""
        return has_lost_map(self.labelling.writer, self.read.labels)

    def _moved(self, resolved: Resolved, partners: Partners | None) -> Relabelled | None:
        """The labels where the pixels go."""
        labels = self._prepared
        if labels is None:
            return None
        policy, categories = self.job.pipeline.labels, self.labelling.categories
        return relabel(labels, resolved, policy, categories, partners)

    def _made_ahead(self, resolved: Resolved, *, mixes: bool) -> MadeLabels | None:
        """The labels of an output, made with those of the next ones; None where they are made alone.

        What is done in a row finds code and tables in the processor's caches, which pictures empty.
        """
        labels = self._prepared
        place = next((place for place, one in enumerate(self.copies) if one is resolved), None)
        if place is None or not isinstance(labels, Moving) or labels.plain is None:
            return None
        if place not in self._ahead:
            self._ahead.clear()
            many = slice(place, place + _TOGETHER)
            moved = relabel_together(labels, self.copies[many])
            outputs = zip(self.task.outputs[many], self.copies[many], moved, strict=True)
            for number, (planned, one, made) in enumerate(outputs, place):
                if made is not None:
                    self._ahead[number] = self._made(
                        planned, made, one.size, mixes=mixes, lost_map=self._lost_map
                    )
        return self._ahead.pop(place, None)

    @cached_property
    def _prepared(self) -> Moving | Labels | None:
        """The labels, ready to be moved where several outputs need that; None where there are none."""
        pipeline = self.job.pipeline
        labels = without_lost_map(self.labelling.writer, self.read.labels)
        if labels is None or sum(output.copy > 0 for output in self.task.outputs) < _SEVERAL:
            return labels
        return prepared(labels, pipeline.labels, self.labelling.categories)

    def _files(self, planned: PlannedOutput, encoded: EncodedLabels) -> tuple[tuple[str, bytes], ...]:
        if self._is_verbatim(planned):
            return ((planned.label_files[0], self.read.data),)
        pairs = zip(planned.label_files, encoded.files, strict=True)
        return tuple((file, data) for file, data in pairs if data is not None)

    def _is_verbatim(self, planned: PlannedOutput) -> bool:
        """Whether an output's label file is that of the source, byte for byte."""
        read = self.read
        if planned.copy or not read.data or read.problems or self.image.orientation != 1:
            return False
        same_name = PurePosixPath(planned.file).name == PurePosixPath(self.task.key).name
        return same_name and len(planned.label_files) == 1 and self.labelling.keeps_format

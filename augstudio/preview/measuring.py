"""Measures whole exported pictures for the preview: pure work for its threads, without Qt.

What is painted may be a part, a draft or reduced; what is measured here is every pixel that an export writes.
"""

from __future__ import annotations

from dataclasses import dataclass

from augstudio.core.image import Image
from augstudio.core.interruption import Interrupted, checkpoint, interruptible
from augstudio.datasets.base import Sample
from augstudio.errors import AugStudioError
from augstudio.export.reading.reader import RecordedDraws
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from augstudio.kernels.viewing.difference import Difference, difference
from augstudio.kernels.viewing.histogram import Shares, histogram
from augstudio.preview.comparison import Pane
from augstudio.preview.labelling import LabelledPictures, LabelReading, picture_classes
from augstudio.preview.partners import PartnerReading, ShownDataset
from augstudio.preview.requests import Identity, PreviewResult
from augstudio.preview.resolving import exported, resolved_pane
from augstudio.render.pixels import scaled_size
from augstudio.render.resolve import StepDraw
from augstudio.render.step_results import StepResults


@dataclass(frozen=True)
class Subject:
    """Two renderings of one picture.

    Attributes:
        dataset: Where the sample is read from.
        sample: The picture.
        seed: The user's seed.
        first: One rendering.
        second: The other.
        identity: Tells the picture from all others, also from what its file held before.
        recorded: What an export's output drew, if that is looked at.
        labelled: Where the picture's labels are read from, to which steps may be limited; None where it has
            none.
        drawn: What the steps drew for those that are on show, which may follow from labels and from other
            pictures.
    """

    dataset: ShownDataset
    sample: Sample
    seed: int
    first: Pane
    second: Pane
    identity: Identity = ()
    recorded: RecordedDraws | None = None
    labelled: LabelledPictures | None = None
    drawn: tuple[tuple[StepDraw, ...], ...] = ()

    @classmethod
    def of(cls, result: PreviewResult, first: Pane, second: Pane) -> Subject:
        """Two renderings of the picture of a result."""
        request, identity = result.request, result.identity
        meant = [(pane.pipeline, pane.copy) for pane in (first, second)]
        shown = ((pane.pipeline, pane.copy, frame) for pane, frame in result.own)
        drawn = tuple(frame.draws for pipeline, copy, frame in shown if (pipeline, copy) in meant)
        return cls(
            request.dataset,
            request.sample,
            request.seed,
            first,
            second,
            identity,
            request.recorded,
            request.labelled,
            drawn,
        )


class ExactPictures:
    """Makes whole exported pictures; keeps the last decoded one.

    Attributes:
        wanted: The subject that is waited for; work for another one is given up. None gives up everything.
    """

    def __init__(self, results: StepResults | None = None) -> None:
        """Keep no picture yet.

        Args:
            results: Results of costly steps that others have, too; None keeps none.
        """
        self.wanted: Subject | None = None
        self._results = results
        self._labels = LabelReading()
        self._partners = PartnerReading()
        self._last: tuple[object, Pyramid] | None = None

    def pair(self, subject: Subject) -> tuple[Image, Image] | None:
        """Both renderings; None if nobody waits for them any more.

        Raises:
            AugStudioError: The picture cannot be read.
        """

        def needless() -> bool:
            return self.wanted is not subject and self.wanted != subject

        try:
            with interruptible(needless):
                checkpoint()
                pyramid = self._decoded(subject)
                first, second = (
                    self._picture(subject, pane, pyramid) for pane in (subject.first, subject.second)
                )
        except Interrupted:
            return None
        return first, second

    def _decoded(self, subject: Subject) -> Pyramid:
        last = self._last
        if last is None or last[0] != subject.identity:
            last = subject.identity, Pyramid(subject.dataset.read(subject.sample))
            self._last = last
        return last[1]

    def _picture(self, subject: Subject, pane: Pane, pyramid: Pyramid) -> Image:
        sample, labels = subject.sample, None
        if pane.pipeline.is_limited and subject.labelled is not None:
            labels = self._labels.labels(subject.labelled, sample, subject.identity, pyramid.size)
        classes = picture_classes(sample, labels)
        partners = self._partners.of(subject.dataset, sample)
        resolved = resolved_pane(
            pane, pyramid.size, sample, subject.seed, subject.recorded, classes, partners
        )
        return exported(pyramid, pane, resolved, self._results, partners)


@dataclass(frozen=True)
class DifferenceRequest:
    """Which pictures to compare, and the scale at which the map is shown (at most 1)."""

    subject: Subject
    scale: float


@dataclass(frozen=True)
class DifferenceResult:
    """The difference of two whole pictures.

    Attributes:
        request: What it answers.
        found: All pixels and numbers; None where the picture cannot be read.
        pixels: The map at the scale asked for: means of the differences, not differences of means.
    """

    request: DifferenceRequest
    found: Difference | None
    pixels: Image | None


class DifferenceWork:
    """Answers requests for differences; keeps the last whole one, so that zooming is cheap.

    Attributes:
        pictures: Makes what is compared, and knows for what is waited.
    """

    def __init__(self, results: StepResults | None = None) -> None:
        self.pictures = ExactPictures(results)
        self._last: tuple[Subject, Difference] | None = None

    def __call__(self, request: DifferenceRequest) -> DifferenceResult | None:
        """Compare two pictures; None if nobody waits for that any more."""
        last = self._last
        if last is None or last[0] != request.subject:
            try:
                pair = self.pictures.pair(request.subject)
            except AugStudioError:
                return DifferenceResult(request, None, None)
            if pair is None:
                return None
            last = self._last = request.subject, difference(*pair)
        found = last[1]
        height, width = found.pixels.shape[:2]
        scaled = scaled_size((width, height), request.scale)
        return DifferenceResult(request, found, shrink(found.pixels, scaled))


@dataclass(frozen=True)
class HistogramResult:
    """Histograms ``(3, 256)`` of both pictures; None where they cannot be read."""

    subject: Subject
    first: Shares | None
    second: Shares | None


class HistogramWork:
    """Counts the levels of two whole pictures.

    Attributes:
        pictures: Makes what is counted, and knows for what is waited.
    """

    def __init__(self, results: StepResults | None = None) -> None:
        self.pictures = ExactPictures(results)

    def __call__(self, subject: Subject) -> HistogramResult | None:
        """Count both; None if nobody waits for that any more."""
        try:
            pair = self.pictures.pair(subject)
        except AugStudioError:
            return HistogramResult(subject, None, None)
        return None if pair is None else HistogramResult(subject, histogram(pair[0]), histogram(pair[1]))

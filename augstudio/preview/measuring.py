"""Measures whole exported pictures for the preview: pure work for its threads, without Qt.

What is painted may be a part, a draft or reduced; what is measured here is every pixel that an export writes.
"""

from __future__ import annotations

from dataclasses import dataclass

from augstudio.core.image import Image, Size
from augstudio.datasets.base import Dataset, Sample
from augstudio.errors import AugStudioError
from augstudio.export.reading.reader import RecordedDraws
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from augstudio.kernels.viewing.difference import Difference, difference
from augstudio.kernels.viewing.histogram import Shares, histogram
from augstudio.preview.comparison import Pane
from augstudio.preview.renderer import picture_identity
from augstudio.preview.requests import PreviewRequest
from augstudio.preview.resolving import resolved_pane
from augstudio.render.pixels import render


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
    """

    dataset: Dataset
    sample: Sample
    seed: int
    first: Pane
    second: Pane
    identity: tuple[object, ...] = ()
    recorded: RecordedDraws | None = None

    @classmethod
    def of(cls, request: PreviewRequest, first: Pane, second: Pane) -> Subject:
        """Two renderings of what a request shows."""
        identity = picture_identity(request.dataset, request.sample)
        return cls(request.dataset, request.sample, request.seed, first, second, identity, request.recorded)


class ExactPictures:
    """Makes whole exported pictures; keeps the last decoded one."""

    def __init__(self) -> None:
        self._last: tuple[object, Pyramid] | None = None

    def pair(self, subject: Subject) -> tuple[Image, Image]:
        """Both renderings.

        Raises:
            AugStudioError: The picture cannot be read.
        """
        pyramid = self._decoded(subject)
        return self._picture(subject, subject.first, pyramid), self._picture(subject, subject.second, pyramid)

    def _decoded(self, subject: Subject) -> Pyramid:
        last = self._last
        if last is None or last[0] != subject.identity:
            last = subject.identity, Pyramid(subject.dataset.read(subject.sample))
            self._last = last
        return last[1]

    @staticmethod
    def _picture(subject: Subject, pane: Pane, pyramid: Pyramid) -> Image:
        return render(
            pyramid,
            resolved_pane(pane, pyramid.size, subject.sample, subject.seed, subject.recorded),
        )


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
    """Answers requests for differences; keeps the last whole one, so that zooming is cheap."""

    def __init__(self) -> None:
        self._pictures = ExactPictures()
        self._last: tuple[Subject, Difference] | None = None

    def __call__(self, request: DifferenceRequest) -> DifferenceResult:
        """Compare two pictures."""
        last = self._last
        if last is None or last[0] != request.subject:
            try:
                last = request.subject, difference(*self._pictures.pair(request.subject))
            except AugStudioError:
                return DifferenceResult(request, None, None)
            self._last = last
        found = last[1]
        height, width = found.pixels.shape[:2]
        return DifferenceResult(request, found, shrink(found.pixels, _scaled((width, height), request.scale)))


@dataclass(frozen=True)
class HistogramResult:
    """Histograms ``(3, 256)`` of both pictures; None where they cannot be read."""

    subject: Subject
    first: Shares | None
    second: Shares | None


class HistogramWork:
    """Counts the levels of two whole pictures."""

    def __init__(self) -> None:
        self._pictures = ExactPictures()

    def __call__(self, subject: Subject) -> HistogramResult:
        """Count both."""
        try:
            first, second = self._pictures.pair(subject)
        except AugStudioError:
            return HistogramResult(subject, None, None)
        return HistogramResult(subject, histogram(first), histogram(second))


def _scaled(size: Size, scale: float) -> Size:
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))

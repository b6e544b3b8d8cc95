"""What the preview is asked to show, and what it is given: immutable values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from augstudio.core.cached import cached_property
from augstudio.core.image import Image, Size
from augstudio.core.pipeline import Pipeline
from augstudio.core.polygon import Outline
from augstudio.datasets.base import Sample
from augstudio.export.reading.reader import RecordedDraws
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.comparison import Pane
from augstudio.preview.labelling import LabelledPictures, ShownLabels

if TYPE_CHECKING:
    from augstudio.preview.partners import ShownDataset
    from augstudio.render.resolve import StepDraw

WHOLE: Final[Size] = (1 << 20, 1 << 20)
"""A pane's size in which any result is seen whole at 100 %."""

_NO_STEPS: Final = Pipeline.of(())

Identity = tuple[object, ...]
"""Tells a picture from all others, also from what its file held before."""


@dataclass(frozen=True)
class PaneContent:
    """What one place among the panes is for; equal where its pictures are the same, whatever they are called.

    Attributes:
        root: The dataset's folder or file.
        sample: The picture.
        seed: The user's seed.
        recorded: What an export's output drew, if that is looked at.
        labelled: Whether labels are shown.
        panes: The renderings in this place: one, or two that are laid on each other.
        captions: Their names in the user's language.
        former_captions: Their names once something else is wanted in this place.
    """

    root: Path
    sample: Sample
    seed: int
    recorded: RecordedDraws | None
    labelled: bool
    panes: tuple[Pane, ...]
    captions: tuple[str, ...] = field(compare=False)
    former_captions: tuple[str, ...] = field(compare=False)

    def same_picture(self, other: PaneContent) -> bool:
        """Whether both show the same picture of a dataset, whatever happens to it."""
        return self.sample == other.sample and self.root == other.root


@dataclass(frozen=True)
class PreviewRequest:
    """What the preview shall show.

    Attributes:
        dataset: Where the sample is read from.
        sample: The picture.
        seed: The user's seed.
        arrangement: What to render, and how it lies.
        pane_size: Width and height of one pane in device pixels.
        zoom: Device pixels per picture pixel; None fits the largest result into the pane, or each of several
            pictures by itself.
        centre: What lies in the middle of the panes, as shares of width and height.
        exact: Whether to render what an export writes, or a draft where that is faster.
        serial: Counts the requests; a later one replaces all before it.
        view: Names the view; results for another one are never shown in its place.
        recorded: What an export's output drew, if that is looked at; used where it fits.
        thumbnail: Longest side in pixels of a thumbnail that is taken for the picture; None for itself.
        labelled: Where the picture's labels are read from; None where it has none. Steps that are limited to
            classes look at them, too.
        labels_shown: Whether the labels are shown.
        first: Index of the pane that is rendered before all others; None leaves them in their order.
    """

    dataset: ShownDataset
    sample: Sample
    seed: int
    arrangement: Arrangement
    pane_size: Size
    zoom: float | None
    centre: tuple[float, float] = (0.5, 0.5)
    exact: bool = False
    serial: int = 0
    view: str = ""
    recorded: RecordedDraws | None = None
    thumbnail: int | None = None
    labelled: LabelledPictures | None = None
    labels_shown: bool = True
    first: int | None = field(default=None, compare=False)

    @property
    def reads_labels(self) -> bool:
        """Whether something depends on the picture's labels."""
        return self.shows_labels or any(pane.pipeline.is_limited for pane in self.panes)

    @property
    def shows_labels(self) -> bool:
        """Whether the picture's labels are shown, which are too small on thumbnails."""
        return self.labels_shown and self.thumbnail is None

    @property
    def panes(self) -> tuple[Pane, ...]:
        """What to render, in the panes' order."""
        return self.arrangement.panes

    @cached_property
    def places(self) -> tuple[PaneContent, ...]:
        """What each place among the panes is for."""
        each, captions = self.arrangement.per_widget, self.arrangement.captions
        former = self.arrangement.former_captions or captions
        # No pipeline changes originals.
        panes = tuple(pane if pane.copy else replace(pane, pipeline=_NO_STEPS) for pane in self.panes)
        return tuple(
            PaneContent(
                self.dataset.root,
                self.sample_of(panes[start]),
                self.seed,
                self.recorded if panes[start].sample is None else None,
                self.shows_labels,
                # Which picture it is of stands beside the panes, so that its own needs no other name.
                tuple(replace(pane, sample=None) for pane in panes[start : start + each]),
                captions[start : start + each],
                former[start : start + each],
            )
            for start in range(0, len(panes), each)
        )

    def sample_of(self, pane: Pane) -> Sample:
        """The picture that a pane shows."""
        return self.sample if pane.sample is None else pane.sample

    @property
    def shows_several(self) -> bool:
        """Whether panes have pictures of their own, of which each may be one that cannot be read."""
        return any(pane.sample is not None for pane in self.panes)

    @property
    def fits_each(self) -> bool:
        """Whether each pane has a zoom of its own, at which its picture fits."""
        return self.zoom is None and self.shows_several

    def same_layout(self, other: PreviewRequest) -> bool:
        """Whether the panes of both stand for the same, place by place: one view with as many of a kind."""
        return (
            self.view == other.view
            and len(self.panes) == len(other.panes)
            and self.arrangement.per_widget == other.arrangement.per_widget
        )

    def same_picture(self, other: PreviewRequest) -> bool:
        """Whether both are of the same picture of a dataset."""
        return self.sample == other.sample and self.dataset.root == other.dataset.root

    @property
    def content(self) -> tuple[object, ...]:
        """What is shown, wherever and however large."""
        return (self.dataset.root, self.sample, self.seed, self.panes, self.recorded, self.thumbnail)


@dataclass(frozen=True)
class Frame:
    """The visible part of one rendered picture.

    Attributes:
        pixels: ``(H, W, 4)`` uint8 BGRA, ready for the screen.
        size: Width and height that the exported picture has.
        scale: Pixels of this frame per exported pixel, at most 1.
        whole: Width and height that the whole picture has at this scale.
        left: Column of the whole at which this part begins.
        top: Row of the whole at which it begins.
        exact: Whether the pixels come from the exported ones.
        draws: What the steps drew.
        opaque: Whether no pixel is transparent.
        valid_region: Outline of what comes from the picture, in pixel coordinates of the exported result.
        padded_fraction: Share of the result that padding has filled, 0..1.
        labels: What its labels are, in pixel coordinates of the exported result; None where none are wanted,
            or its dataset has none.
        error: Why there is no picture, where others are shown beside it; its pixels mean nothing then.
        fitted: The zoom at which it fits by itself; None where all panes have the same.
    """

    pixels: Image
    size: Size
    scale: float
    whole: Size
    left: int
    top: int
    exact: bool
    draws: tuple[StepDraw, ...]
    opaque: bool
    valid_region: Outline
    padded_fraction: float
    labels: ShownLabels | None = None
    error: str = ""
    fitted: float | None = None

    @classmethod
    def without_picture(cls, error: str) -> Frame:
        """What stands for a picture that cannot be shown."""
        one = (1, 1)
        nothing = np.zeros((1, 1, 4), np.uint8)
        return cls(nothing, one, 1.0, one, 0, 0, True, (), False, (), 0.0, error=error)

    @property
    def image(self) -> Image:
        """The pixels in the order red, green, blue, with alpha where it is not opaque: ``(H, W, 3 or 4)``."""
        from augstudio.kernels.viewing.display import from_bgra

        return from_bgra(self.pixels, alpha=not self.opaque)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What should be known of its labels."""
        relabelled = None if self.labels is None else self.labels.relabelled
        return () if relabelled is None else tuple(relabelled.warnings)

    def pixel_at(self, column: int, row: int) -> tuple[int, int] | None:
        """Which pixel of the frame shows a pixel of the exported picture; None if it is not visible."""
        x = int((column + 0.5) * self.whole[0] / self.size[0]) - self.left
        y = int((row + 0.5) * self.whole[1] / self.size[1]) - self.top
        height, width = self.pixels.shape[:2]
        return (x, y) if 0 <= x < width and 0 <= y < height else None


@dataclass(frozen=True)
class MadeFrame:
    """One frame of a request whose other frames may still be in the making.

    Attributes:
        request: What was asked for.
        index: Which of its panes it is for.
        frame: The frame.
        zoom: Device pixels per picture pixel, of the request's own picture.
    """

    request: PreviewRequest
    index: int
    frame: Frame
    zoom: float


@dataclass(frozen=True)
class PreviewResult:
    """Frames for a request, or the reason why there are none.

    Attributes:
        request: What was asked for.
        source: Width and height of the picture, or of another one that is shown.
        zoom: Device pixels per picture pixel, of the request's own picture.
        frames: One for every pane.
        identity: The picture's, as it was read; empty where only others are shown.
        error: Why the picture cannot be shown.
        notes: What people should know of what is shown.
    """

    request: PreviewRequest
    source: Size
    zoom: float
    frames: tuple[Frame, ...]
    identity: Identity = ()
    error: str = ""
    notes: tuple[str, ...] = ()

    @property
    def arrangement(self) -> Arrangement:
        """What the frames show, and how they lie."""
        return self.request.arrangement

    @property
    def own(self) -> tuple[tuple[Pane, Frame], ...]:
        """The renderings of the request's own picture, with their frames."""
        request = self.request
        pairs = zip(request.panes, self.frames, strict=False)  # there are no frames beside a reason
        shown = ((pane, frame) for pane, frame in pairs if not frame.error)
        return tuple((pane, frame) for pane, frame in shown if request.sample_of(pane) == request.sample)

    @property
    def exact(self) -> bool:
        """Whether every frame comes from exported pixels."""
        return bool(self.frames) and all(frame.exact for frame in self.frames)

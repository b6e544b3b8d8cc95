"""Labels of the picture on show: read once, and moved for each pane as its pixels are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from augstudio.core.byte_cache import ByteCache
from augstudio.core.image import Size
from augstudio.core.label_classes import label_class_names
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Categories, LabelCounts, Labels, Relabelled, Tags
from augstudio.core.region import Region
from augstudio.core.text import counted, printable, shortened
from augstudio.datasets.base import Sample
from augstudio.datasets.label_reading import ImageInfo, LabelProblem, LabelSource
from augstudio.errors import AugStudioError, Message, message_of
from augstudio.preview.label_marks import Areas, Mark, areas_of, marks_of

if TYPE_CHECKING:
    from augstudio.render.labelling.composing import Moving
    from augstudio.render.partners import Partners
    from augstudio.render.resolve import Resolved

CACHE_BYTES: Final = 64 * 2**20
"""Budget for labels that were read."""

_INSTANCE_BYTES: Final = 2000  # about what an object with its outline takes, and what is prepared of it

_MOST_NAMED: Final = 3
_LONGEST_NAME: Final = 40


class LabelledPictures(Protocol):
    """Pictures whose labels can be shown: what every dataset gives."""

    @property
    def categories(self) -> Categories | None:
        """The classes of its labels; None where there are none."""

    def label_source(self, sample: Sample) -> LabelSource | None:
        """Where a sample's labels are; None where it is not labelled."""

    def read_bytes(self, sample: Sample) -> bytes:
        """A sample's picture as it is encoded."""


@dataclass(frozen=True)
class PictureLabels:
    """What is known of one picture's labels.

    Attributes:
        categories: The classes.
        labels: In coordinates of the upright picture; None where it is not labelled, or they cannot be read.
        problems: What was broken or odd.
        error: Why they cannot be read, for people.
    """

    categories: Categories
    labels: Labels | None
    problems: tuple[LabelProblem, ...] = ()
    error: str = ""
    _ready: list[tuple[LabelPolicy, Moving]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )

    def prepared(self, policy: LabelPolicy) -> Moving | None:
        """The labels, ready to be moved: made once for all panes and frames while the policy stays."""
        from augstudio.render.labels import prepared

        if self.labels is None:
            return None
        for known, ready in self._ready[:1]:
            if known == policy:
                return ready
        made = prepared(self.labels, policy, self.categories)
        self._ready[:] = [(policy, made)]
        return made


@dataclass(frozen=True)
class ShownLabels:
    """The labels of one picture on show.

    Attributes:
        picture: Those of the picture before anything happened to it.
        relabelled: Those of what is on show; None where there are none.
        marks: What is drawn of them as lines and points.
        areas: What is drawn of them as pixels, for the part that is on show; None where there are no masks.
    """

    picture: PictureLabels
    relabelled: Relabelled | None
    marks: tuple[Mark, ...] = ()
    areas: Areas | None = None

    @property
    def categories(self) -> Categories:
        """The classes."""
        return self.picture.categories

    @property
    def labels(self) -> Labels:
        """Those of what is on show, empty where there are none."""
        return Labels() if self.relabelled is None else self.relabelled.labels


class _Kept(NamedTuple):
    """Labels that were read, and the classes that they are of, which their files need not name."""

    categories: Categories
    pictures: ByteCache


@dataclass
class LabelReading:
    """Reads labels of pictures, each once while neither they nor picture nor classes change; thread-safe."""

    _kept: _Kept | None = None

    def labels(
        self, pictures: LabelledPictures, sample: Sample, identity: object, size: Size | None
    ) -> PictureLabels | None:
        """The labels of a picture.

        Args:
            pictures: Where it comes from.
            sample: The picture.
            identity: Tells it from all others, also from what its file held before.
            size: Its width and height, upright; None has its file opened for them.

        Returns:
            None where its dataset has no labels.
        """
        categories = pictures.categories
        if categories is None:
            return None
        try:
            source = pictures.label_source(sample)
            if source is None:
                return PictureLabels(categories, None)
            key = (identity, source, source.state())
            found: PictureLabels = self._kept_for(categories).get(
                key, lambda: _read(pictures, sample, source, size, categories), _nbytes
            )
        except AugStudioError as error:
            return PictureLabels(categories, None, error=message_of(error))
        return found

    def _kept_for(self, categories: Categories) -> ByteCache:
        """What was read for these classes; others make all of it another dataset's."""
        kept = self._kept
        if kept is None or (kept.categories is not categories and kept.categories != categories):
            kept = self._kept = _Kept(categories, ByteCache(CACHE_BYTES))
        return kept.pictures


class MovedTogether:
    """The labels of one picture in several panes, moved in one pass by the thread that first asks for any.

    That takes a third less time than pane by pane. Thread-safe.
    """

    def __init__(self, picture: PictureLabels, policy: LabelPolicy, panes: Sequence[Resolved]) -> None:
        """Move nothing yet.

        Args:
            picture: The labels.
            policy: What happens to labels where the picture ends, the same in all panes.
            panes: What happens to the picture in each.
        """
        self._picture, self._policy, self._panes = picture, policy, panes
        self._lock = Lock()
        self._moved: list[Relabelled | None] | None = None

    def of(self, resolved: Resolved) -> Relabelled | None:
        """The labels of a pane; None where they have to be moved by themselves.

        Raises:
            ImageError: They cannot be those of the picture.
            Interrupted: The work has become needless.
        """
        from augstudio.render.labels import relabel_together

        place = next((number for number, pane in enumerate(self._panes) if pane is resolved), None)
        with self._lock:
            if self._moved is None:
                moving = self._picture.prepared(self._policy)
                self._moved = [] if moving is None else relabel_together(moving, self._panes)
            return None if place is None or not self._moved else self._moved[place]


def picture_classes(sample: Sample, picture: PictureLabels | None) -> frozenset[str]:
    """Names of the classes to which steps may be limited: those of the whole picture and of its labels."""
    if picture is None or picture.labels is None:
        return frozenset(sample.classes)
    return label_class_names(picture.labels, picture.categories).union(sample.classes)


def shown_labels(
    picture: PictureLabels,
    resolved: Resolved,
    policy: LabelPolicy,
    whole: Size,
    part: Region,
    partners: Partners | None = None,
    *,
    together: MovedTogether | None = None,
    exact: bool = True,
) -> ShownLabels:
    """What becomes of a picture's labels where this is done to its pixels.

    Args:
        picture: Its labels.
        resolved: What happens to it.
        policy: What happens to labels where the picture ends.
        whole: Width and height of the result at the scale at which it is shown.
        part: The part of it that is on show.
        partners: What gives the labels of pictures that are mixed in.
        together: What moves them with those of other panes.
        exact: Whether masks are followed pixel by pixel; else as far as is seen at the scale of ``whole``.

    Raises:
        AugStudioError: Those cannot be used, or mixed.
    """
    from augstudio.render.labels import relabel

    moving, categories = picture.prepared(policy), picture.categories
    if moving is None:
        return ShownLabels(picture, None)
    relabelled = None if together is None else together.of(resolved)
    if relabelled is None:
        relabelled = relabel(moving, resolved, policy, categories, partners, None if exact else whole)
    labels = relabelled.labels
    marks = marks_of(labels, categories)
    return ShownLabels(picture, relabelled, marks, areas_of(labels, categories, whole, part))


def described_labels(shown: ShownLabels) -> tuple[Message, ...]:
    """The labels on show in few words: "cat", "class map", "5 labels", "3 ghosts", "1 too small"."""
    from augstudio.render.labels import NOTHING_PASTED

    if shown.picture.error:
        return (Message("labels cannot be read"),)
    if shown.picture.labels is None:
        return (Message("not labelled"),)
    if shown.relabelled is None:
        return ()
    pasted = (Message("nothing pasted"),) if NOTHING_PASTED in shown.relabelled.warnings else ()
    mapped = shown.picture.labels.semantic is not None
    tags = shown.relabelled.labels.tags
    whole = () if tags is None else tuple(_of_picture(tags, shown.picture.categories))
    counts = shown.relabelled.counts
    if whole and not mapped and not _any(counts):
        return (*whole, *pasted)
    return (*whole, *_described(counts, mapped=mapped), *pasted)


def _of_picture(tags: Tags, categories: Categories) -> Iterator[Message]:
    """The first classes of the whole picture, with their shares where several were mixed.

    Where a dataset has no classes, its numbers are what is learned.
    """
    classes = sorted(tags.weights, key=lambda found: -found[1])
    for position, share in classes[:_MOST_NAMED]:
        name = printable(shortened(categories[position].name, _LONGEST_NAME))
        yield Message("{0}", name) if share == 1 else Message("{0} {1} %", name, f"{100 * share:.0f}")
    if len(classes) > _MOST_NAMED:
        yield counted(len(classes) - _MOST_NAMED, "1 more class", "{0} more classes")
    for name, value in () if len(categories) else tags.numbers[:_MOST_NAMED]:
        said = f"{value:,.0f}" if value.is_integer() else f"{value:.4g}"
        yield Message("{0} {1}", printable(shortened(name, _LONGEST_NAME)), said)


def _any(counts: LabelCounts) -> bool:
    return any((counts.real, counts.ghosts, counts.ignored, counts.dropped, counts.too_small))


def _described(counts: LabelCounts, *, mapped: bool) -> Iterator[Message]:
    if mapped:
        yield Message("class map")
        if not _any(counts):
            return  # there is nothing to be counted
    yield Message("1 label") if counts.real == 1 else Message("{0} labels", counts.real)
    if counts.ghosts:
        yield Message("1 ghost") if counts.ghosts == 1 else Message("{0} ghosts", counts.ghosts)
    # What is too small is among the ignored or, where nothing is ignored, among the dropped.
    small = min(counts.too_small, counts.ignored)
    if counts.ignored > small:
        yield Message("{0} ignored", counts.ignored - small)
    if counts.dropped > counts.too_small - small:
        yield Message("{0} dropped", counts.dropped - (counts.too_small - small))
    if counts.too_small:
        yield Message("{0} too small", counts.too_small)


def _read(
    pictures: LabelledPictures, sample: Sample, source: LabelSource, size: Size | None, categories: Categories
) -> PictureLabels:
    from augstudio.images.codec import decoded_placement

    opened, orientation = decoded_placement(pictures.read_bytes(sample))
    read = source.read(ImageInfo(size or opened, orientation))
    return PictureLabels(categories, read.labels, read.problems)


def _nbytes(picture: PictureLabels) -> int:
    labels = picture.labels or Labels()
    maps = [*labels.layers, *(() if labels.semantic is None else (labels.semantic.classes,))]
    return _INSTANCE_BYTES * (1 + len(labels.instances)) + sum(int(each.nbytes) for each in maps)

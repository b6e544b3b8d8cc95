"""What a format must do to be written: where objects lie, what they hold, and what would be lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final, Protocol, TypeAlias

from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Labels
from augstudio.datasets.splits import Split
from augstudio.errors import Message


class Loss(StrEnum):
    """What a format may be unable to hold."""

    HOLES = "holes"
    PARTS = "parts"
    OUTLINES = "outlines"
    FRAMED = "framed"
    ANGLES = "angles"
    BOXES = "boxes"
    KEYPOINTS = "keypoints"
    HIDDEN_KEYPOINTS = "hidden_keypoints"
    CROWDS = "crowds"
    IGNORED = "ignored"
    FLAGS = "flags"
    MADE_FLAGS = "made_flags"
    GROUPS = "groups"
    ATTRIBUTES = "attributes"
    PLACES = "places"
    TAGS = "tags"
    WEIGHTS = "weights"
    NUMBERS = "numbers"
    CLASS_MAPS = "class_maps"
    OVERLAPS = "overlaps"
    NOWHERE = "nowhere"
    UNLABELLED = "unlabelled"

    # That of enumerations is Python's own code, and losses of every output are counted by them.
    __hash__ = str.__hash__


Losses: TypeAlias = Counter[Loss]
"""How many of each kind would be lost."""

_TEXTS: Final = {
    Loss.HOLES: Message("holes that would be filled: {0}"),
    Loss.PARTS: Message("further parts of outlines that would become objects of their own: {0}"),
    Loss.OUTLINES: Message("outlines and masks that would become boxes: {0}"),
    Loss.FRAMED: Message("boxes that would become outlines of four corners: {0}"),
    Loss.ANGLES: Message("turned boxes that would become upright ones: {0}"),
    Loss.BOXES: Message("boxes that cannot be held: {0}"),
    Loss.KEYPOINTS: Message("objects that would lose their keypoints: {0}"),
    Loss.HIDDEN_KEYPOINTS: Message("keypoints that would no longer be marked as hidden: {0}"),
    Loss.CROWDS: Message("crowd regions that cannot be held: {0}"),
    Loss.IGNORED: Message("regions to be ignored that cannot be held: {0}"),
    Loss.FLAGS: Message("marks such as difficult, truncated and occluded that cannot be held: {0}"),
    Loss.MADE_FLAGS: Message(
        "truncated and other marks that the export itself makes and the format has no place for; nothing of "
        "the dataset's own labels: {0}"
    ),
    Loss.GROUPS: Message("objects that would no longer belong to a group: {0}"),
    Loss.ATTRIBUTES: Message("attributes that cannot be held: {0}"),
    Loss.PLACES: Message("objects that would keep only their class: {0}"),
    Loss.TAGS: Message("classes of whole pictures that cannot be held: {0}"),
    Loss.WEIGHTS: Message("weights of classes that cannot be held: {0}"),
    Loss.NUMBERS: Message("numbers that cannot be held: {0}"),
    Loss.CLASS_MAPS: Message("class maps that cannot be held: {0}"),
    Loss.OVERLAPS: Message("pixels of several objects, of which one would keep them: {0}"),
    Loss.NOWHERE: Message("objects without a place in the picture, which cannot be held: {0}"),
    Loss.UNLABELLED: Message(
        "pictures that nobody labelled, which would count as pictures with nothing in them: {0}"
    ),
}


def loss_texts(losses: Losses) -> tuple[Message, ...]:
    """What would be lost, in words, in the order of :class:`Loss`."""
    return tuple(Message(_TEXTS[kind].template, f"{losses[kind]:,}") for kind in Loss if losses[kind])


@dataclass(frozen=True, slots=True)
class WrittenImage:
    """A picture that an export writes, for its labels.

    Attributes:
        file: POSIX path relative to the export's folder.
        size: Width and height in pixels.
        split: The split it belongs to, or None.
        key: Key of its sample.
        copy: Number of the copy; 0 is the original.
    """

    file: str
    size: Size
    split: Split | None
    key: str
    copy: int


@dataclass(frozen=True, slots=True)
class EncodedLabels:
    """The labels of one picture in a format.

    Attributes:
        files: The bytes of each of the :meth:`LabelWriter.label_files`; None for one that is not written.
        entry: What the picture contributes to files that all pictures share, without what is counted over
            them all; one line of canonical JSON without its end, empty where the format has no such file or
            the picture contributes nothing.
    """

    files: tuple[bytes | None, ...] = ()
    entry: bytes = b""


Entries: TypeAlias = Callable[[], Iterator[tuple[WrittenImage, bytes]]]
"""Lists all pictures of an export in the plan's order with their entries; can be called several times."""


class LabelWriter(Protocol):
    """Writes labels in one format; a frozen value that can be sent to another process, and pure.

    Attributes:
        TELLS_UNLABELLED: Whether readers can tell a picture that is not labelled from one with nothing in it.
    """

    TELLS_UNLABELLED: ClassVar[bool]

    def image_file(self, key: str, split: Split | None) -> str:
        """Where the format wants the picture of a sample: a POSIX path relative to the export's folder.

        Args:
            key: The sample's key; its suffix stays as it is.
            split: Its split, if any.
        """

    def label_files(self, image_file: str) -> tuple[str, ...]:
        """The files that hold the labels of a picture alone, by the picture's path; none for some formats."""

    def encode(self, image: WrittenImage, labels: Labels | None) -> EncodedLabels:
        """The labels of one picture; the same bytes on every machine.

        Args:
            image: The picture.
            labels: Its labels; None where it is not labelled.
        """

    def shared_files(self, entries: Entries) -> Iterator[tuple[str, Iterable[bytes]]]:
        """The files that all pictures share, each as its path and its contents piece by piece.

        Identifiers that are counted over all pictures are given here, so that neither workers nor a resumed
        run change them.
        """

    def class_numbers(self) -> tuple[int, ...]:
        """The numbers by which labels mean the classes, by their positions; none where they name them."""

    def losses(self, labels: Labels) -> Losses:
        """What of a picture's labels the format cannot hold."""

    def refusal(self, policy: LabelPolicy) -> Message | None:
        """Why the format cannot be written with a policy, and what to choose instead; None where it can."""


def losses_of(writer: LabelWriter, labels: Labels | None) -> Losses:
    """What a format cannot hold of a picture's labels, or of its having none."""
    if labels is not None:
        return writer.losses(labels)
    return Losses() if writer.TELLS_UNLABELLED else Losses({Loss.UNLABELLED: 1})

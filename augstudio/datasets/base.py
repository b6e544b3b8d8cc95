"""What every dataset gives, whatever its format on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from augstudio.core.image import Image, Size
from augstudio.core.labels import Categories
from augstudio.datasets.candidate import Candidate
from augstudio.datasets.file_state import FileState
from augstudio.datasets.label_reading import LabelProblem, LabelSource
from augstudio.datasets.label_writing import LabelWriter
from augstudio.datasets.labelled import FoundLabels
from augstudio.datasets.layout import Layout, Stated
from augstudio.datasets.left_out import LeftOut, LeftOutListener
from augstudio.datasets.recognising import Assumption
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError

if TYPE_CHECKING:  # few datasets lie in a store
    from augstudio.datasets.store_listing import StoreListing

LinkListener: TypeAlias = Callable[[Path], None]


def ignore(_found: object) -> None:
    """What listens where nobody does."""


@dataclass(frozen=True, slots=True, init=False)
class Sample:
    """One item of a dataset.

    Attributes:
        key: NFC POSIX path relative to the dataset's root; seeds the sample's randomness.
        file: The path of the file that its picture is in; samples may have one in common, as those of an
            archive. It is a text, as path objects take a large part of the time of a listing.
        class_name: The only class that its folder or its annotations name for the whole picture, or None.
        split: The part it belongs to, or None where the dataset is not divided.
        several: The classes of the whole picture where there are several.
    """

    key: str
    file: str
    class_name: str | None = None
    split: Split | None = None
    several: tuple[str, ...] = ()

    def __init__(
        self,
        key: str,
        file: str,
        class_name: str | None = None,
        split: Split | None = None,
        several: tuple[str, ...] = (),
    ) -> None:
        """Take all; in half the time of what is generated for a frozen class."""
        _set_key(self, key)
        _set_file(self, file)
        _set_class_name(self, class_name)
        _set_split(self, split)
        _set_several(self, several)

    @property
    def path(self) -> Path:
        """The file that its picture is in."""
        return Path(self.file)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of the whole picture."""
        return self.several if self.class_name is None else (self.class_name,)

    @property
    def origin(self) -> str:
        """The key that seeds its randomness; another one than its own only where it was made from another."""
        return self.key


_set_key, _set_file, _set_class_name, _set_split, _set_several = (
    vars(Sample)[name].__set__ for name in ("key", "file", "class_name", "split", "several")
)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that cannot be used, and why.

    Attributes:
        name: Its path relative to the dataset, printable even where the name is not valid UTF-8.
        reason: What is wrong, for people.
    """

    name: str
    reason: str


@dataclass(frozen=True)
class DatasetReference:
    """Where a dataset lies and how it is read: all that is needed to open it again, in another process too.

    Attributes:
        path: The folder or file, absolute.
        format: Name of its format, one of those in :mod:`augstudio.datasets.formats`; empty where it is still
            to be recognised.
        stated: What is said about its folders.
        layout: What its folders meant when it was opened, to be kept though they may change; None before.
        store: The listing of a place in an object store that ``path`` is, or lies in; None where it is the
            dataset itself.
    """

    path: Path
    format: str = ""
    stated: Stated = Stated()  # noqa: RUF009  (a frozen value)
    layout: Layout | None = None
    store: StoreListing | None = None

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        layout = None if self.layout is None else self.layout.to_dict()
        return {
            "path": str(self.path),
            "format": self.format,
            "stated": self.stated.to_dict(),
            "layout": layout,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> DatasetReference:
        """Read what :meth:`to_dict` gave.

        Raises:
            DatasetError: It is nothing of that kind.
        """
        try:
            layout = None if data["layout"] is None else Layout.from_dict(data["layout"])
            return cls(Path(data["path"]), str(data["format"]), Stated.from_dict(data["stated"]), layout)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise DatasetError("the reference to a dataset is damaged; open the dataset again") from None


def only_samples(found: Iterable[Sample | Skipped]) -> Iterator[Sample]:
    """What is listed without what had to be left out."""
    return (item for item in found if isinstance(item, Sample))


class PictureSource(Protocol):
    """Gives the pictures of samples.

    All but :meth:`state` and :meth:`reduced` raise :class:`~augstudio.errors.ImageError` where a picture is
    missing, damaged, too large or of an unsupported kind.
    """

    @property
    def root(self) -> Path:
        """The folder it lives in, absolute."""

    def state(self, sample: Sample) -> FileState:
        """The state of the file that a sample's picture is in."""

    def read_bytes(self, sample: Sample) -> bytes:
        """A sample's picture as it is encoded."""

    def read(self, sample: Sample) -> Image:
        """A sample's picture, upright: ``(H, W, C)`` uint8."""

    def thumbnail(self, sample: Sample, side: int) -> Image:
        """A small version of what :meth:`read` gives, that fits a square of ``side`` pixels."""

    def reduced(self, sample: Sample, side: int) -> tuple[Image, Size] | None:
        """A reduced picture with the size of the full one, where that is much faster than reading it."""


class SampleSource(PictureSource, Protocol):
    """A source of samples that says what it knows about them."""

    @property
    def stated(self) -> Stated:
        """What was said about its folders."""

    @property
    def assumption(self) -> Assumption:
        """How it is taken, for people."""

    @property
    def has_splits(self) -> bool:
        """Whether it is divided into splits."""

    @property
    def categories(self) -> Categories | None:
        """The classes of its labels; None where its format has no labels, or none that are read."""

    def label_source(self, sample: Sample) -> LabelSource | None:
        """Where a sample's labels are; None where it is not labelled."""

    def label_problems(self) -> tuple[LabelProblem, ...]:
        """What is broken or odd in files that are read for all samples together, such as one JSON file."""

    def found_labels(self, cancelled: Callable[[], bool]) -> FoundLabels | None:
        """The first labels found with its pictures; None if there are none, or if cancelled."""

    def samples(
        self, on_link: LinkListener = ignore, on_left_out: LeftOutListener = ignore
    ) -> Iterator[Sample | Skipped]:
        """All samples, and what had to be left out, in a fixed order and while this is consumed.

        Args:
            on_link: Called with every link that is followed to a folder, or to nothing yet, before it is.
            on_left_out: Called with what is no part of the dataset though it holds pictures.
        """


class Dataset(SampleSource, Protocol):
    """Samples in one of the formats on disk, which can be opened again and exported."""

    @property
    def reference(self) -> DatasetReference:
        """What opens it again as it is now, in another process too."""

    @property
    def layout(self) -> Layout:
        """What its folders mean."""

    def check_stated(self) -> None:
        """Refuse what was said about folders and classes that are not there.

        Raises:
            DatasetError: The text names the first one.
        """

    def nothing_usable(self, skipped: Skipped | None, left_out: tuple[LeftOut, ...]) -> DatasetError:
        """The error for a dataset whose listing gave no sample.

        Args:
            skipped: The first thing that had to be left out, if any.
            left_out: What else was left out.
        """


class Likelihood(IntEnum):
    """How sure it is that something has a format."""

    NO = 0
    POSSIBLE = 1
    """Nothing speaks against it, as for any folder of pictures."""
    LIKELY = 2
    """It looks much like it, but other formats may have such a table or such a folder, too."""
    CERTAIN = 3
    """It has a mark that nothing else has."""


@dataclass(frozen=True)
class DatasetFormat:
    """One format.

    Attributes:
        sniff: Tells of a path how likely it has this format; raises nothing but :class:`OSError`, reads
            little, and imports little where names alone tell that the path has another one.
        open: Opens what a reference names; lists nothing yet, and raises
            :class:`~augstudio.errors.DatasetError` where it cannot be read.
        title: The format's name for people; the name in files and on the command line where it is empty.
        writer: Makes what writes a dataset's labels in this format, also those of a dataset of another one;
            None where the format has no labels. Raises :class:`~augstudio.errors.DatasetError` where its
            classes cannot be written.
    """

    sniff: Callable[[Candidate], Likelihood]
    open: Callable[[DatasetReference], Dataset]
    title: str = ""
    writer: Callable[[Dataset], LabelWriter] | None = None

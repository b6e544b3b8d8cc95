"""What every dataset gives, whatever its format on disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from augstudio.core.image import Image


class Split(StrEnum):
    """The usual parts of a dataset, and what lies beside them."""

    TRAIN = "train"
    VAL = "val"
    TEST = "test"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sample:
    """One item of a dataset.

    Attributes:
        key: NFC POSIX path relative to the dataset's root; seeds the sample's randomness.
        path: The file.
        class_name: The class its folder names, or None.
        split: The part it belongs to, or None where the dataset is not divided.
    """

    key: str
    path: Path
    class_name: str | None = None
    split: Split | None = None

    @property
    def origin(self) -> str:
        """The key that seeds its randomness; another one than its own only where it was made from another."""
        return self.key


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that cannot be used, and why.

    Attributes:
        name: Its path relative to the dataset, printable even where the name is not valid UTF-8.
        reason: What is wrong, for people.
    """

    name: str
    reason: str


class Dataset(Protocol):
    """A source of samples."""

    @property
    def root(self) -> Path:
        """The folder it lives in."""

    def samples(self) -> Iterator[Sample | Skipped]:
        """All samples in a fixed order, listed lazily, and what had to be left out."""

    def read(self, sample: Sample) -> Image:
        """Decode a sample's picture.

        Raises:
            ImageError: It is damaged, too large or of an unsupported kind.
        """

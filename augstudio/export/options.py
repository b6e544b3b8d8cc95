"""How to export: what is said once for all pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from augstudio.core.seeds import MAX_SEED
from augstudio.core.text import quoted
from augstudio.datasets.layout import ROLES, Stated
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export.balance import MAX_COPIES, MAX_TARGET, OFF, check_balance
from augstudio.export.division import Division, check_groups, parsed_shares
from augstudio.export.labels.labelling import writable_formats
from augstudio.export.sample_keys import SampleKeys
from augstudio.export.shards.size import checked_limit
from augstudio.images.background import parsed_colour

OUTPUT_FORMATS: Final = ("keep", "jpeg", "png", "webp", "tiff")
"""What an export can write; "keep" writes a picture in its source's format, PNG where it is only read."""

_FORMATS: Final = ", ".join(OUTPUT_FORMATS)


@dataclass(frozen=True)
class ExportOptions:
    """How to export; checked when it is made.

    Attributes:
        copies: Augmented copies of each sample; 0 where ``balance`` works them out, whatever was given.
        seed: Seed of all draws.
        format: One of :data:`OUTPUT_FORMATS`.
        quality: 1..100, for JPEG and lossy WebP.
        splits: Splits whose samples are augmented; of the others only the originals are written. Samples
            of a dataset without splits are always augmented.
        originals: Whether to write the originals (copy 0) too.
        lossless: Whether WebP files lose nothing; they are several times larger then.
        balance: Files that each class shall have, "max" for as many as the largest class has pictures, or
            "off"; see :mod:`augstudio.export.balance`. Only the train split, or a dataset without splits,
            can be balanced.
        background: Colour as ``#rrggbb`` on which transparent pictures are put where the format has no
            transparency; empty leaves such pictures out.
        split_folders: What folders of the dataset are, where their names do not say it: pairs of a path
            relative to it and one of :data:`~augstudio.datasets.layout.ROLES`.
        classes: The classes to augment, of the others only the originals are written; None for all, ()
            where folders name no classes.
        include_copies: Whether augmented copies and exports of this program, found in the dataset, are taken
            in.
        to_format: Name of the format in which labels are written; empty for that of the dataset.
        only: Keys of the samples that are exported, nothing of all others; None for all. Kept as
            :class:`~augstudio.export.sample_keys.SampleKeys`.
        only_classes: Names of classes; only pictures that have or show one of them are exported, nothing of
            all others. Empty for all.
        per_class: How many pictures of each class and split are exported, chosen by the seed; 0 for all.
        divide: Shares such as ``80/10/10`` in which a dataset without splits is divided into train, val and
            test; empty leaves it as it is.
        divide_by: What stays on one side, one of :data:`~augstudio.export.division.GROUPS`, or a pattern.
        stratify: Whether each class is divided by itself.
        shards: Bytes that a shard has at most, where pictures and their labels are written into shards, which
            are tar files, or how many pictures and copies, such as ``10000samples``; 0 where each is a file
            of its own.

    Raises:
        ExportError: A value is not allowed; the text names the field and what is.
    """

    copies: int = 4
    seed: int = 0
    format: str = "keep"
    quality: int = 95
    splits: tuple[Split, ...] = (Split.TRAIN,)
    originals: bool = True
    lossless: bool = False
    balance: int | str = OFF
    background: str = ""
    split_folders: tuple[tuple[str, str], ...] = ()
    classes: tuple[str, ...] | None = None
    include_copies: bool = False
    to_format: str = ""
    only: Sequence[str] | None = None
    only_classes: tuple[str, ...] = ()
    per_class: int = 0
    divide: str = ""
    divide_by: str = "image"
    stratify: bool = False
    shards: int | str = 0

    def __post_init__(self) -> None:
        self._settle_folders()
        self._settle_choice()
        if self.to_format and self.to_format not in writable_formats():
            names = ", ".join(writable_formats())
            raise ExportError("to_format: must be one of {0}, got {1}", names, quoted(self.to_format))
        if self.shards:
            object.__setattr__(self, "shards", checked_limit(self.shards))
        _check_background(self.background)
        check_balance(self.balance)
        _check_whole("copies", self.copies, 0, MAX_COPIES)
        _check_whole("seed", self.seed, -MAX_SEED, MAX_SEED)
        _check_whole("quality", self.quality, 1, 100)
        if self.format not in OUTPUT_FORMATS:
            raise ExportError("format: must be one of {0}, got {1}", _FORMATS, quoted(self.format))
        unknown = [split for split in self.splits if split not in tuple(Split)]
        if unknown:
            raise ExportError("splits: must be any of {0}, got {1}", ", ".join(Split), quoted(unknown[0]))
        object.__setattr__(self, "splits", tuple(split for split in Split if split in self.splits))
        if self.is_balanced:
            if self.splits != (Split.TRAIN,):
                raise ExportError("balance: only the train split can be balanced; let splits be train")
            object.__setattr__(self, "copies", 0)
        elif not self.copies and not self.originals:
            raise ExportError("copies: must be at least 1 where no originals are written, got 0")

    def _settle_folders(self) -> None:
        """Check what is said about folders, and keep it sorted, so that the order of saying it is nothing."""
        pairs = self.split_folders
        roles = dict(pairs.items() if isinstance(pairs, Mapping) else pairs)
        for path, role in roles.items():
            if role not in ROLES or not isinstance(path, str):
                raise ExportError(
                    "split_folders: must be any of {0}, got {1}", ", ".join(ROLES), quoted(role)
                )
        object.__setattr__(self, "split_folders", tuple(sorted(roles.items())))
        if self.classes is not None:
            if isinstance(self.classes, str) or not all(isinstance(name, str) for name in self.classes):
                raise ExportError("classes: must be names of classes, got {0}", quoted(self.classes))
            object.__setattr__(self, "classes", tuple(sorted(set(self.classes))))

    def _settle_choice(self) -> None:
        """Check what is said about which pictures are exported and how they are divided."""
        if self.only is not None and not isinstance(self.only, SampleKeys):
            _check_names("only", self.only)
            object.__setattr__(self, "only", SampleKeys(self.only))
        _check_names("only_classes", self.only_classes)
        object.__setattr__(self, "only_classes", tuple(sorted(set(self.only_classes))))
        _check_whole("per_class", self.per_class, 0, MAX_TARGET)
        check_groups(self.divide_by)
        if self.divide:
            parsed_shares(self.divide)
        elif self.divide_by != "image" or self.stratify:
            raise ExportError("divide: must say the shares, such as 80/10/10, where it is said how to divide")

    @property
    def depends_on_all(self) -> bool:
        """Whether what is exported of one picture, or where, depends on which others there are."""
        return bool(self.per_class or self.divide)

    @property
    def asks_classes(self) -> bool:
        """Whether which pictures are exported, or where, depends on their classes."""
        return bool(self.only_classes or self.per_class or self.stratify)

    @property
    def division(self) -> Division:
        """How the dataset is divided, where it is."""
        return Division(parsed_shares(self.divide), self.divide_by, self.stratify, self.seed)

    @property
    def stated(self) -> Stated:
        """What is said about the dataset's folders."""
        return Stated(self.split_folders, self.classes, self.include_copies)

    @property
    def is_balanced(self) -> bool:
        """Whether the copies follow from a target for each class."""
        return self.balance != OFF

    def to_dict(self) -> dict[str, Any]:
        """The options but seed and format of labels, as they stand beside the manifest.

        What is unset leaves no trace.
        """
        return {
            "copies": self.copies,
            "format": self.format,
            "quality": self.quality,
            "splits": [split.value for split in self.splits],
            "originals": self.originals,
            "lossless": self.lossless,
            "balance": self.balance,
            **({"background": self.background} if self.background else {}),
            **({"split_folders": dict(self.split_folders)} if self.split_folders else {}),
            **({"classes": list(self.classes)} if self.classes is not None else {}),
            **({"include_copies": True} if self.include_copies else {}),
            **({"only": list(self.only)} if self.only is not None else {}),
            **({"only_classes": list(self.only_classes)} if self.only_classes else {}),
            **({"per_class": self.per_class} if self.per_class else {}),
            **({"divide": self.divide, "divide_by": self.divide_by} if self.divide else {}),
            **({"stratify": True} if self.stratify else {}),
            **({"shards": self.shards} if self.shards else {}),
        }


def _check_background(colour: object) -> None:
    if colour != "" and (not isinstance(colour, str) or parsed_colour(colour) is None):
        raise ExportError("background: must be a colour such as #ffffff, got {0}", quoted(colour))


def _check_names(field: str, names: Sequence[str]) -> None:
    if isinstance(names, str) or not all(isinstance(name, str) for name in names):
        raise ExportError("{0}: must be a list of names, got {1}", field, quoted(names))


def _check_whole(name: str, value: Any, low: int, high: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise ExportError(
            "{0}: must be a whole number from {1} to {2}, got {3}", name, low, high, quoted(value)
        )

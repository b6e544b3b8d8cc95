"""Class balance: how many copies each picture gets so that every class comes to the same number of files.

The target counts the files of a class in the export: originals, where they are written, and copies. Copies
are shared out over a class's pictures as evenly as whole numbers allow, by each picture's place in the
dataset's order, so that the target is met exactly and nothing but the counts of the classes is kept. No
picture is ever dropped: a class above the target keeps what it has (its originals, or one copy of each
picture where no originals are written), and so do pictures in no class folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from augstudio.core.text import quoted
from augstudio.errors import ExportError

OFF: Final = "off"
"""No balance: every picture gets the same number of copies."""

LARGEST: Final = "max"
"""The target is the size of the largest class."""

MAX_TARGET: Final = 10_000_000

MAX_COPIES: Final = 10_000
"""Copies that one picture may have."""


@dataclass(frozen=True, slots=True)
class ClassShare:
    """What becomes of one class.

    Attributes:
        name: The class.
        pictures: How many pictures it has.
        originals: How many originals are written.
        copies: How many copies are written.
    """

    name: str
    pictures: int
    originals: int
    copies: int

    @property
    def total(self) -> int:
        """Files of the class in the export."""
        return self.originals + self.copies


@dataclass(frozen=True)
class Balance:
    """How many copies the pictures of each class get.

    Attributes:
        target: Files that each class shall have.
        shares: The classes by their names.
    """

    target: int
    shares: Mapping[str, ClassShare]

    def copies(self, name: str, place: int) -> int:
        """Copies of the picture at a place, from 0, among those of its class in the dataset's order."""
        share = self.shares[name]
        return copies_at(place, share.pictures, share.copies)


def balanced(counts: Mapping[str, int], target: int | str, *, originals: bool) -> Balance:
    """Work out how many copies each class needs.

    Args:
        counts: Pictures of each class, each at least 1.
        target: Files that each class shall have, or :data:`LARGEST`.
        originals: Whether the originals are written too and count.

    Raises:
        ExportError: There are no classes, or a picture would need more than :data:`MAX_COPIES` copies.
    """
    if not counts:
        raise ExportError(
            "balance: there are no classes to be balanced; put the pictures of each class into a folder of "
            "its own"
        )
    wanted = max(counts.values()) if isinstance(target, str) else target
    shares = {name: _share(name, count, wanted, originals=originals) for name, count in counts.items()}
    for share in shares.values():
        if share.copies > share.pictures * MAX_COPIES:
            most = share.pictures * MAX_COPIES + share.originals
            raise ExportError(
                "balance: the class {0} has too few pictures for {1}: {2}, each with at most {3} "
                "copies; choose a target of at most {4}",
                share.name,
                wanted,
                share.pictures,
                MAX_COPIES,
                most,
            )
    return Balance(wanted, shares)


def _share(name: str, pictures: int, target: int, *, originals: bool) -> ClassShare:
    if originals:
        return ClassShare(name, pictures, pictures, max(0, target - pictures))
    return ClassShare(name, pictures, 0, max(pictures, target))


def copies_at(place: int, pictures: int, copies: int) -> int:
    """Copies of one of a class's pictures: ``floor((i + 1) c / n) - floor(i c / n)``.

    Over ``i = 0 .. n - 1`` the terms telescope, so that they add up to exactly ``c``; each is ``c / n``
    rounded up or down, so that no two differ by more than 1, and the larger ones are spread evenly.

    Args:
        place: ``i``, the picture's place in its class, from 0.
        pictures: ``n``, pictures in the class, at least 1.
        copies: ``c``, copies in all.
    """
    return (place + 1) * copies // pictures - place * copies // pictures


def check_balance(balance: object) -> None:
    """Refuse what is no choice of a balance.

    Raises:
        ExportError: It is neither :data:`OFF`, :data:`LARGEST` nor a number of files from 1 on.
    """
    whole = isinstance(balance, int) and not isinstance(balance, bool)
    if balance not in (OFF, LARGEST) and not (whole and 1 <= balance <= MAX_TARGET):  # type: ignore[operator]
        raise ExportError(
            "balance: must be off, max or a whole number from 1 to {0}, got {1}", MAX_TARGET, quoted(balance)
        )

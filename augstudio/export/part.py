"""Which share of an export's tasks one run does, where others do the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self

from augstudio.core.text import quoted
from augstudio.errors import ExportError
from augstudio.export.files import PARTS

MAX_PARTS: Final = 1_000_000
_TEXT: Final = re.compile(r"(\d{1,7})/(\d{1,7})")
_NAME: Final = re.compile(r"(\d{1,7})-of-(\d{1,7})")


@dataclass(frozen=True, order=True)
class Part:
    """One of several shares of an export.

    Attributes:
        count: How many parts there are, 1 .. :data:`MAX_PARTS`.
        index: Which one it is, 0 .. ``count - 1``.

    Raises:
        ExportError: There is no such part.
    """

    count: int
    index: int

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MAX_PARTS:
            raise ExportError("--part: there can be 1 to {0} parts, got {1}", MAX_PARTS, str(self))
        if not 0 <= self.index < self.count:
            raise ExportError(
                "--part: parts of {0} are 0/{0} to {1}/{0}, got {2}", self.count, self.count - 1, str(self)
            )

    @classmethod
    def parsed(cls, text: str) -> Self:
        """The part that a text such as ``3/64`` names.

        Raises:
            ExportError: It names none.
        """
        found = _TEXT.fullmatch(text.strip())
        if found is None:
            raise ExportError(
                "--part: must be a part's number from 0, a slash and how many there are, such as 3/64, "
                "got {0}",
                quoted(text),
            )
        return cls(int(found[2]), int(found[1]))

    @classmethod
    def of_folder(cls, name: str) -> Self | None:
        """The part whose folder has a name; None where it is that of no part."""
        found = _NAME.fullmatch(name)
        try:
            part = None if found is None else cls(int(found[2]), int(found[1]))
        except ExportError:
            return None
        return part if part is not None and part.name == name else None

    @property
    def name(self) -> str:
        """Name of its folder."""
        return f"{self.index}-of-{self.count}"

    @property
    def folder(self) -> str:
        """POSIX path of its folder in the export's, for what it keeps until the export is finished."""
        return f"{PARTS}/{self.name}"

    def has(self, unit: int) -> bool:
        """Whether a task is one of its own, or a shard, by :meth:`~augstudio.export.job.ExportJob.unit`."""
        return unit % self.count == self.index

    def __str__(self) -> str:
        return f"{self.index}/{self.count}"

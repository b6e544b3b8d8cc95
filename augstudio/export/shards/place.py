"""Where the members of an output lie in a shard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class ShardPlace:
    """Where the members of an output lie in a shard.

    These bytes are a tar file without its end.

    Attributes:
        file: The shard's name in the export's folder.
        sha256: Of the shard's bytes, by which a record is bound to it.
        offset: Where the first header begins, in bytes.
        nbytes: Of all headers and members together.
        label: What its ``.cls`` holds; None where it has none.
    """

    file: str
    sha256: str
    offset: int
    nbytes: int
    label: int | None = None

    @property
    def end(self) -> int:
        """Where the next output begins."""
        return self.offset + self.nbytes

    def to_dict(self) -> dict[str, Any]:
        """As it stands in a line."""
        return {name: value for name, value in asdict(self).items() if value is not None}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what :meth:`to_dict` gave; fields that this program does not know are passed over.

        Raises:
            ValueError: Something is not of its kind.
        """
        numbers = (data["offset"], data["nbytes"], data.get("label", 0))
        if not all(type(number) is int and number >= -1 for number in numbers):
            raise ValueError("not a number")
        if not isinstance(data["file"], str) or not isinstance(data["sha256"], str):
            raise ValueError("not a text")
        return cls(data["file"], data["sha256"], *numbers[:2], data.get("label"))

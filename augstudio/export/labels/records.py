"""What an export's records say of the labels of an output."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from typing import Any, Final, Self

from augstudio.core.labels import LabelCounts
from augstudio.datasets.label_reading import LabelProblem, Severity
from augstudio.datasets.label_writing import Loss, Losses
from augstudio.datasets.splits import Split

_COUNTS: Final = tuple(item.name for item in fields(LabelCounts))


@dataclass(frozen=True)
class OutputLabels:
    """The labels of one output, as a line of the manifest has them.

    Attributes:
        source: SHA-256 of what they were read from, and of the dataset's classes.
        files: The files that hold them alone: POSIX paths relative to the export's folder, and SHA-256.
        entry: SHA-256 of what the picture contributes to files that all pictures share; "" where that is
            nothing.
        split: The split that the picture belongs to, if any.
        counts: What became of the source's instances.
        losses: What the format could not hold.
        warnings: What people should know, in words.
        problems: What was broken or odd in the source's labels; on the first output of a sample.
        entry_text: The contribution itself; it stands in the journal, and in the finished export in a file
            of its own.
    """

    source: str
    files: tuple[tuple[str, str], ...] = ()
    entry: str = ""
    split: Split | None = None
    counts: LabelCounts = LabelCounts()  # noqa: RUF009  (a frozen value)
    losses: Losses = field(default_factory=Counter)
    warnings: tuple[str, ...] = ()
    problems: tuple[LabelProblem, ...] = ()
    entry_text: str = ""

    @property
    def in_manifest(self) -> OutputLabels:
        """Without what stands in another file."""
        return replace(self, entry_text="", files=tuple(sorted(self.files)))

    @property
    def is_whole(self) -> bool:
        """Whether the contribution to shared files is there, if there is one."""
        return bool(self.entry) == bool(self.entry_text)

    @property
    def distrusted(self) -> OutputLabels:
        """With the names alone."""
        return OutputLabels("", tuple((file, "") for file, _ in self.files))

    def to_dict(self, *, entry_text: bool) -> dict[str, Any]:
        """As it stands in a line; what is empty leaves no trace.

        Args:
            entry_text: Whether with the contribution to shared files.
        """
        counts = {name: count for name in _COUNTS if (count := getattr(self.counts, name))}
        losses = self.losses
        optional: dict[str, Any] = {
            "entry": self.entry,
            "split": self.split,
            "losses": {kind.value: losses[kind] for kind in Loss if losses[kind]} if losses else {},
            "warnings": list(self.warnings),
            "problems": [problem.to_dict() for problem in self.problems],
            "entry_text": self.entry_text if entry_text else "",
        }
        given = {name: value for name, value in optional.items() if value}
        return {"source": self.source, "files": dict(self.files), "counts": counts, **given}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read what :meth:`to_dict` gave; fields that this program does not know are passed over.

        Raises:
            ValueError: Something is not of its kind.
        """
        texts = (data["source"], entry := data.get("entry", ""), text := data.get("entry_text", ""))
        files = tuple(data["files"].items())
        warnings = tuple(data.get("warnings", ()))
        split = data.get("split")
        # What JSON gives is never of a class derived from these.
        if set(map(type, chain(texts, warnings, *files))) != {str}:
            raise ValueError("not a text")
        if text and hashlib.sha256(text.encode()).hexdigest() != entry:
            raise ValueError("not the contribution that was recorded")
        counts = {name: _whole(count) for name, count in data["counts"].items() if name in _COUNTS}
        losses = Losses({Loss(kind): _whole(count) for kind, count in data.get("losses", {}).items()})
        return cls(
            data["source"],
            files,
            entry,
            None if split is None else Split(split),
            LabelCounts(**counts),
            losses,
            warnings,
            tuple(map(_problem, data.get("problems", ()))),
            text,
        )


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("not a count")
    return value


def _problem(data: Mapping[str, Any]) -> LabelProblem:
    file, reason = data["file"], data["reason"]
    if not isinstance(file, str) or not isinstance(reason, str):
        raise ValueError("not a text")
    return LabelProblem(file, _whole(data["line"]), reason, Severity(data.get("severity", Severity.PROBLEM)))

"""A piece of advice: what was measured, what it means, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from augstudio.errors import Message


class Severity(StrEnum):
    """How much is said."""

    LIKELY_WRONG = "likely wrong"
    """What was measured speaks for it that training suffers, or that its figures cannot be trusted."""
    NOTE = "note"
    """It is worth knowing; it may well be meant so."""


@dataclass(frozen=True, slots=True)
class Example:
    """A picture of the user's own that shows it.

    Attributes:
        key: The sample's key.
        copy: Number of the copy that shows it best; 0 for the picture itself.
    """

    key: str
    copy: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice.

    Attributes:
        rule: Name of the rule, which stays the same between versions.
        severity: How much is said.
        step_id: The step that it is about; None where it is about the whole pipeline or the dataset.
        reason: What was measured and what that means, with figures.
        remedy: What to do.
        example: A picture that shows it, if any.
        figures: What was measured, by name.
        files: Keys of pictures that it is about, those that belong together in one entry.
    """

    rule: str
    severity: Severity
    step_id: int | None
    reason: Message
    remedy: Message
    example: Example | None = None
    figures: Mapping[str, float] = field(default_factory=dict)
    files: tuple[tuple[str, ...], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """As it stands in JSON."""
        shown = self.example
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "step": self.step_id,
            "reason": str(self.reason),
            "remedy": str(self.remedy),
            "example": None if shown is None else {"key": shown.key, "copy": shown.copy},
            "figures": {name: round(value, 4) for name, value in self.figures.items()},
            "files": [list(names) for names in self.files],
        }

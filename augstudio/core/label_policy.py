"""What happens to labels where the picture ends: one choice, made beside the padding."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, Final, Literal, TypeAlias, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict

from augstudio.core.text import quoted
from augstudio.errors import Message

PaddingLabels: TypeAlias = Literal["replicate", "ignore", "drop"]
"""What copies that padding makes of objects become: labels, regions to be ignored, or nothing."""
BoxRule: TypeAlias = Literal["hull", "ellipse"]
"""How a turned box becomes an upright one: around its corners, or around the ellipse inscribed in it."""

AUTOMATIC: Final = "auto"
"""Keypoints change sides as the dataset, or the names of the keypoints, say."""
NO_SWAPS: Final = "none"
"""Keypoints keep their slots in a mirror."""


MAX_MIN_PIXELS: Final = 1_000_000


def _check_one_of(allowed: tuple[str, ...], value: Any) -> Any:
    if not isinstance(value, str) or value not in allowed:
        raise ValueError(Message("must be one of {0}, got {1}", ", ".join(allowed), quoted(value)))
    return value


def _check_between(high: int, value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= high:
        raise ValueError(Message("must be a number from 0 to {0}, got {1}", high, quoted(value)))
    return value


def _check_swap(value: Any) -> Any:
    if not isinstance(value, str) or (value not in (AUTOMATIC, NO_SWAPS) and not parsed_swaps(value)):
        shown = quoted(value)
        raise ValueError(
            Message("must be auto, none or pairs as left_eye:right_eye,left_ear:right_ear, got {0}", shown)
        )
    return value


def parsed_swaps(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of names in a text such as ``left:right,A:B``; none where it holds no such pairs."""
    pairs = [tuple(name.strip() for name in pair.split(":")) for pair in text.split(",")]
    if not all(len(pair) == 2 and all(pair) and pair[0] != pair[1] for pair in pairs):
        return ()
    return tuple((pair[0], pair[1]) for pair in pairs)


class LabelPolicy(BaseModel):
    """What happens to labels under geometry, as a frozen value; part of a pipeline.

    Attributes:
        padding: What the copies become that reflect, symmetric and wrap make. What edge smears is never a
            label, and constant shows nothing.
        min_visible: The share of its area, 0..1, that must be left of an object; what shows less is ignored,
            or dropped where copies are dropped.
        min_pixels: The area in pixels that must be left of it.
        boxes: How turned boxes become upright ones where neither outline nor mask tells better.
        swap: :data:`AUTOMATIC`, :data:`NO_SWAPS`, or pairs of keypoint names as ``left:right,…``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    padding: Annotated[PaddingLabels, BeforeValidator(partial(_check_one_of, get_args(PaddingLabels)))] = (
        "replicate"
    )
    min_visible: Annotated[float, BeforeValidator(partial(_check_between, 1))] = 0.1
    min_pixels: Annotated[float, BeforeValidator(partial(_check_between, MAX_MIN_PIXELS))] = 4
    boxes: Annotated[BoxRule, BeforeValidator(partial(_check_one_of, get_args(BoxRule)))] = "hull"
    swap: Annotated[str, BeforeValidator(_check_swap)] = AUTOMATIC

    @property
    def is_default(self) -> bool:
        """Whether nothing was chosen; such a policy leaves no trace in files."""
        return self == DEFAULT

    def to_dict(self) -> dict[str, Any]:
        """The policy as it stands in a file."""
        return self.model_dump(mode="json")


DEFAULT: Final = LabelPolicy()
"""The policy of a pipeline that says nothing of labels."""

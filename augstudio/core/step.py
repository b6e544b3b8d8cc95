"""A step: a transform in a pipeline."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any, TypeAlias
from unicodedata import normalize

from pydantic import BaseModel, BeforeValidator, ConfigDict, SerializeAsAny

from augstudio.core.text import quoted
from augstudio.core.transform import Transform
from augstudio.errors import Message

MAX_STEP_ID = 2**31 - 1


def _checked_id(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MAX_STEP_ID:
        raise ValueError(
            Message("must be a whole number from {0} to {1}, got {2}", 1, MAX_STEP_ID, quoted(value))
        )
    return value


def _checked_transform(value: Any) -> Any:
    if not isinstance(value, Transform) or type(value) is Transform:
        raise ValueError(Message("must be a transform, got {0}", quoted(value)))
    return value


def _checked_probability(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(Message("must be a number from {0} to {1}, got {2}", 0, 1, quoted(value)))
    return float(value)


def _checked_switch(value: Any) -> Any:
    if not isinstance(value, bool):
        raise ValueError(Message("must be true or false, got {0}", quoted(value)))
    return value


def _checked_classes(value: Any) -> Any:
    if not isinstance(value, list | tuple) or not all(isinstance(name, str) and name for name in value):
        raise ValueError(Message("must be a list of names of classes, got {0}", quoted(value)))
    return tuple(dict.fromkeys(normalize("NFC", name) for name in value))


_Classes: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_checked_classes)]


class Step(BaseModel):
    """A transform in a pipeline.

    Attributes:
        id: Names the step's random stream and stays with it when steps are moved or inserted, from 1 on.
        transform: What it does.
        probability: How often it does it, 0..1.
        enabled: Whether it takes part at all.
        classes: It takes part for pictures of these classes alone, or that contain one; none for all.
        not_classes: It stays out for pictures of these classes, or that contain one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[int, BeforeValidator(_checked_id)]
    transform: Annotated[SerializeAsAny[Transform], BeforeValidator(_checked_transform)]
    probability: Annotated[float, BeforeValidator(_checked_probability)] = 1.0
    enabled: Annotated[bool, BeforeValidator(_checked_switch)] = True
    classes: _Classes = ()
    not_classes: _Classes = ()

    def is_for(self, classes: Collection[str]) -> bool:
        """Whether it may take part for a picture.

        Args:
            classes: Names of the classes that the picture has, as a whole and in its labels; one of several
                is enough, both to take part and to stay out.
        """
        if not self.classes and not self.not_classes:
            return True
        names = {normalize("NFC", name) for name in classes}
        return (not self.classes or not names.isdisjoint(self.classes)) and names.isdisjoint(self.not_classes)

    @property
    def name(self) -> str:
        """The transform's name in files."""
        return self.transform.NAME

    def to_dict(self) -> dict[str, Any]:
        """The step as it stands in a file: its own keys first, the transform's fields after them.

        Without limits to classes it is as it was before there were such.
        """
        own: dict[str, Any] = {
            "id": self.id,
            "transform": self.name,
            "probability": self.probability,
            "enabled": self.enabled,
        }
        limits = {"classes": self.classes, "not_classes": self.not_classes}
        own |= {name: list(names) for name, names in limits.items() if names}
        return own | self.transform.model_dump(mode="json")

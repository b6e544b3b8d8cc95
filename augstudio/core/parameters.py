"""One declaration per parameter: from it come validation, editors, files, the command line and docs.

A transform declares a field once::

    angle_range: Annotated[Range, Slider(-180, 180, step=1, unit="°", help="...")] = Range(-15, 15)

and everything else reads the marker through :func:`parameters_of`. Where only whole numbers have a meaning,
``IntRange`` and ``IntSlider`` stand in their place.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeAlias
from unicodedata import normalize

from pydantic import BaseModel, Field, GetCoreSchemaHandler
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, core_schema

from augstudio.core.reference import Reference
from augstudio.core.text import quoted
from augstudio.errors import Message

_LARGEST: Final = sys.float_info.max
_LONGEST_NAME: Final = 200


class Range(NamedTuple):
    """Closed range that a parameter is drawn from, uniformly; equal ends fix the value."""

    low: float
    high: float


class IntRange(NamedTuple):
    """Closed range of whole numbers, each of which is drawn equally often; equal ends fix the value."""

    low: int
    high: int


@dataclass(frozen=True)
class Slider:
    """A number, or a :class:`Range` of numbers, between two limits.

    Attributes:
        low: Smallest value allowed.
        high: Largest value allowed.
        step: What one key press changes.
        unit: Shown behind the number.
        shown_as: Factor from the stored to the shown number (100 for shares shown in per cent).
        label: Name in the editor; by default made from the field's name.
        help: One sentence for tooltip and documentation.
    """

    low: float
    high: float
    step: float
    unit: str = ""
    shown_as: float = 1.0
    label: str = ""
    help: str = ""

    @property
    def decimals(self) -> int:
        """Decimals that the shown number needs so that one step is visible."""
        return max(0, -math.floor(math.log10(self.step * self.shown_as) + 1e-9))

    @property
    def typed_decimals(self) -> int:
        """Decimals of the shown number that may be typed: one more than a step needs."""
        return self.decimals + 1

    @property
    def suffix(self) -> str:
        """The unit as it stands behind a number, with its space."""
        return self.unit if self.unit in ("", "°", "×") else f" {self.unit}"

    def format(self, value: float, *, steady: bool = False) -> str:
        """The number as it is shown: with its unit, and with a sign where both signs are allowed.

        Args:
            value: The stored number.
            steady: Always show one decimal more than a step needs, so that a changing number keeps its
                width; else only where the number is not a whole number of steps.
        """
        shown = value * self.shown_as
        finer = steady or abs(round(shown, self.decimals) - shown) > 1e-9
        decimals = self.typed_decimals if finer else self.decimals
        number = f"{abs(shown):.{decimals}f}"
        if self.low < 0 and float(number):
            number = ("+" if value > 0 else "−") + number
        return number + self.suffix

    def describe(self) -> str:
        """What is allowed, in words."""
        return Message("from {0} to {1}", f"{self.low:g}", f"{self.high:g}")

    @property
    def drawn(self) -> FieldInfo:
        """Declares the field of a draw that is drawn from a range of this parameter.

        Strict, unlike the parameter itself, which people write.
        """
        unit: JsonDict = {"unit": self.unit} if self.unit else {}
        declared: FieldInfo = Field(ge=self.low, le=self.high, description=self.help, json_schema_extra=unit)
        return declared

    def nearest(self, value: float, decimals: int) -> float:
        """A stored number that shows so many decimals, within the limits.

        Args:
            value: The number as it is stored, any.
            decimals: How many decimals of the shown number are kept.
        """
        kept = round(round(value * self.shown_as, decimals) / self.shown_as, 12)
        return min(self.high, max(self.low, kept))

    def between(self, ends: tuple[float, float], share: float) -> float:
        """The stored number that lies this share, 0..1, of the way from one end to the other."""
        return ends[0] + (ends[1] - ends[0]) * share

    def range_of(self, low: float, high: float) -> Range | IntRange:
        """A range of stored numbers, of the kind that the parameter holds."""
        return Range(low, high)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic validate with this marker's limits and messages."""
        return _schema(self._range if source in (Range, IntRange) else self.number)

    def number(self, value: Any) -> float:
        """The value as a float within the limits, else a ValueError that says what is allowed."""
        # The comparison also refuses nan, infinities and whole numbers too large for a float.
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= _LARGEST:
            raise ValueError(Message("must be a number {0}, got {1}", self.describe(), quoted(value)))
        if not self.low <= value <= self.high:
            raise ValueError(Message("must lie {0}, got {1}", self.describe(), f"{value:g}"))
        return float(value)

    def _range(self, value: Any) -> Range | IntRange:
        if not isinstance(value, list | tuple) or len(value) != 2:
            raise ValueError(
                Message("must be two numbers [low, high] {0}, got {1}", self.describe(), quoted(value))
            )
        low, high = (self.number(end) for end in value)
        if low > high:
            raise ValueError(Message("must have its low end first, got [{0}, {1}]", f"{low:g}", f"{high:g}"))
        return self.range_of(low, high)


@dataclass(frozen=True)
class IntSlider(Slider):
    """A whole number, or an :class:`IntRange` of them, between two limits.

    Whole numbers written as 2.0 are taken, since JSON knows no difference; others are refused.
    """

    low: int
    high: int
    step: int = 1

    @property
    def typed_decimals(self) -> int:
        """None: a fraction would not be drawn."""
        return 0

    def nearest(self, value: float, decimals: int) -> int:
        """The nearest whole number within the limits."""
        return min(self.high, max(self.low, math.floor(value + 0.5)))

    def between(self, ends: tuple[float, float], share: float) -> int:
        """The nearest whole number to that share of the way."""
        return math.floor(super().between(ends, share) + 0.5)

    def range_of(self, low: float, high: float) -> IntRange:
        """A range of whole numbers."""
        return IntRange(int(low), int(high))

    def number(self, value: Any) -> int:
        """The value as an integer within the limits, else a ValueError that says what is allowed."""
        number = super().number(value)
        if not number.is_integer():
            raise ValueError(Message("must be a whole number {0}, got {1}", self.describe(), quoted(value)))
        return int(number)


@dataclass(frozen=True)
class Choice:
    """One of a few named values, or several of them where the field is a tuple.

    Attributes:
        options: Allowed values and their names in the editor, in order.
        several: Whether any non-empty set of them may be chosen.
        label: Name in the editor; by default made from the field's name.
        help: One sentence for tooltip and documentation.
    """

    options: Mapping[Any, str] = field(hash=False)
    several: bool = False
    label: str = ""
    help: str = ""

    def describe(self) -> str:
        """What is allowed, in words."""
        values = ", ".join(str(value) for value in self.options)
        return Message("any of {0}", values) if self.several else Message("one of {0}", values)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic validate with this marker's options and messages."""
        return _schema(self._chosen if self.several else self._one)

    def _one(self, value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, str | int) or value not in self.options:
            raise ValueError(Message("must be {0}, got {1}", self.describe(), quoted(value)))
        return value

    def _chosen(self, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or not value:
            raise ValueError(Message("must be a list with {0}, got {1}", self.describe(), quoted(value)))
        chosen = {self._one(item) for item in value}
        return tuple(option for option in self.options if option in chosen)


@dataclass(frozen=True)
class Toggle:
    """A yes or no.

    Attributes:
        label: Name in the editor; by default made from the field's name.
        help: One sentence for tooltip and documentation.
    """

    label: str = ""
    help: str = ""

    def describe(self) -> str:
        """What is allowed, in words."""
        return Message("true or false")

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic accept nothing but a boolean."""
        return _schema(self._checked)

    def _checked(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ValueError(Message("must be {0}, got {1}", self.describe(), quoted(value)))
        return value


@dataclass(frozen=True)
class Files:
    """Files that the step uses, as a tuple of :class:`Reference`; none, one or several.

    Attributes:
        suffixes: Kinds of file that are offered, with their dots, in lower case.
        several: Whether more than one may be named.
        shipped: Folder of the resources whose files are offered beside the user's own; "" for none.
        optional: Whether the step does its work without any, too.
        label: Name in the editor; by default made from the field's name.
        help: One sentence for tooltip and documentation.
    """

    suffixes: tuple[str, ...]
    several: bool = True
    shipped: str = ""
    optional: bool = False
    label: str = ""
    help: str = ""

    def describe(self) -> str:
        """What is allowed, in words."""
        kinds = ", ".join(self.suffixes)
        return (
            Message("files of the kinds {0}", kinds)
            if self.several
            else Message("one file of the kinds {0}", kinds)
        )

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read references and write them as objects."""
        return core_schema.no_info_plain_validator_function(
            self._checked, serialization=core_schema.plain_serializer_function_ser_schema(_listed)
        )

    def _checked(self, value: Any) -> tuple[Reference, ...]:
        if not isinstance(value, list | tuple):
            raise ValueError(Message("must be a list of files, got {0}", quoted(value)))
        if len(value) > 1 and not self.several:
            raise ValueError(Message("must be at most one file, got {0}", len(value)))
        return tuple(Reference.parse(item) for item in value)


@dataclass(frozen=True)
class Names:
    """Names that the dataset gives, such as those of classes, as a tuple; in Unicode's form NFC, each once.

    Attributes:
        none: What it means in the editor that none is given.
        label: Name in the editor; by default made from the field's name.
        help: One sentence for tooltip and documentation.
    """

    none: str
    label: str = ""
    help: str = ""

    def describe(self) -> str:
        """What is allowed, in words."""
        return Message("a list of names of at most {0} characters", _LONGEST_NAME)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic accept lists of texts that are not empty."""
        return _schema(self._checked)

    def _checked(self, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list | tuple) or not all(map(_is_name, value)):
            raise ValueError(Message("must be {0}, got {1}", self.describe(), quoted(value)))
        return tuple(dict.fromkeys(normalize("NFC", name) for name in value))


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= _LONGEST_NAME


Marker: TypeAlias = Slider | Choice | Toggle | Files | Names


@dataclass(frozen=True)
class Parameter:
    """One declared field of a transform, as editors and documentation see it.

    Attributes:
        name: Field name in files and on the command line.
        marker: How it is limited and edited.
        default: Value when nothing is said.
        is_range: Whether the value is a :class:`Range` or an :class:`IntRange`.
    """

    name: str
    marker: Marker
    default: Any
    is_range: bool

    @property
    def label(self) -> str:
        """Name for people: the marker's, else the field's in words ("angle_range" is "Angle")."""
        return self.marker.label or self.name.removesuffix("_range").replace("_", " ").capitalize()

    def text(self, value: Any, *, steady: bool = False) -> str:
        """One value as it is shown, in English; ``steady`` as in :meth:`Slider.format`."""
        if isinstance(self.marker, Slider):
            return self.marker.format(value, steady=steady)
        if isinstance(self.marker, Choice):
            return str(self.marker.options.get(value, value))
        if isinstance(self.marker, Files):
            return ", ".join(reference.name for reference in value) or "none"
        if isinstance(self.marker, Names):
            return ", ".join(value) or self.marker.none
        return "on" if value else "off"

    def fixed_at(self, value: Any) -> Any:
        """What the field must hold so that every draw gives ``value``."""
        if self.is_range:
            assert isinstance(self.marker, Slider)
            return self.marker.range_of(value, value)
        return (value,) if isinstance(self.marker, Choice) and self.marker.several else value


def parameters_of(model: type[BaseModel]) -> tuple[Parameter, ...]:
    """The declared parameters of a transform class, in the order of their declaration."""
    return tuple(
        Parameter(name, marker, info.default, info.annotation in (Range, IntRange))
        for name, info in model.model_fields.items()
        for marker in info.metadata
        if isinstance(marker, Slider | Choice | Toggle | Files | Names)
    )


def _schema(validate: Callable[[Any], Any]) -> CoreSchema:
    return core_schema.no_info_plain_validator_function(
        validate, serialization=core_schema.plain_serializer_function_ser_schema(_tidy)
    )


def _listed(references: tuple[Reference, ...]) -> list[dict[str, str]]:
    return [reference.to_dict() for reference in references]


def _tidy(value: Any) -> Any:
    """A value as files show it: whole numbers without ".0", ranges as lists."""
    if isinstance(value, list | tuple):
        return [_tidy(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value

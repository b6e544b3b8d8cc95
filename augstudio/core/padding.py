"""What lies outside the picture: the five padding modes, meaning exactly what ``numpy.pad`` means."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict

from augstudio.core.text import quoted
from augstudio.errors import Message


class PaddingMode(StrEnum):
    """How pixels outside the picture are filled; the names are ``numpy.pad``'s.

    They differ between libraries: numpy's ``reflect`` is OpenCV's ``REFLECT_101``, numpy's ``symmetric`` is
    OpenCV's ``REFLECT`` and SciPy's ``reflect``.
    """

    CONSTANT = "constant"
    EDGE = "edge"
    REFLECT = "reflect"
    SYMMETRIC = "symmetric"
    WRAP = "wrap"


def _checked_mode(value: Any) -> Any:
    if not isinstance(value, str) or value not in tuple(PaddingMode):
        raise ValueError(Message("must be one of {0}, got {1}", ", ".join(PaddingMode), quoted(value)))
    return value


def _checked_fill(value: Any) -> Any:
    whole = isinstance(value, list | tuple) and len(value) in (3, 4) and all(type(n) is int for n in value)
    if not whole or not all(0 <= part <= 255 for part in value):
        raise ValueError(Message("must be three or four whole numbers from 0 to 255, got {0}", quoted(value)))
    return value


Fill: TypeAlias = tuple[int, int, int] | tuple[int, int, int, int]
"""Red, green and blue, 0 to 255, and perhaps alpha."""


class Padding(BaseModel):
    """A padding mode with its fill colour, which only ``constant`` uses.

    The fill is red, green and blue, 0 to 255; in pictures with transparency it is wholly transparent, unless
    a fourth number says how opaque it is. Pictures without transparency take the colour alone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: Annotated[PaddingMode, BeforeValidator(_checked_mode)] = PaddingMode.REFLECT
    fill: Annotated[Fill, BeforeValidator(_checked_fill)] = (0, 0, 0)

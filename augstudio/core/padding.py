"""What lies outside the picture: the five padding modes, meaning exactly what ``numpy.pad`` means."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Channel = Annotated[int, Field(ge=0, le=255, strict=True)]


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


class Padding(BaseModel):
    """A padding mode with its fill colour (RGB 0..255), which only ``constant`` uses."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: PaddingMode = PaddingMode.REFLECT
    fill: tuple[Channel, Channel, Channel] = (0, 0, 0)

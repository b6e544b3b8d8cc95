"""Parts of pictures."""

from __future__ import annotations

from dataclasses import dataclass

from augstudio.core.image import Image


@dataclass(frozen=True)
class Region:
    """A rectangle of whole pixels."""

    left: int
    top: int
    width: int
    height: int


def cropped(image: Image, region: Region) -> Image:
    """A view of the part of a picture that lies in a region."""
    return image[region.top : region.top + region.height, region.left : region.left + region.width]

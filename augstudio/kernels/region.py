"""Parts of pictures."""

from __future__ import annotations

from augstudio.core.image import Image
from augstudio.core.region import Region

__all__ = ["Region", "cropped"]


def cropped(image: Image, region: Region) -> Image:
    """A view of the part of a picture that lies in a region."""
    return image[region.top : region.top + region.height, region.left : region.left + region.width]


def shared(one: Region, other: Region) -> Region | None:
    """The pixels that two regions have in common, if any."""
    left, top = max(one.left, other.left), max(one.top, other.top)
    width, height = min(one.right, other.right) - left, min(one.bottom, other.bottom) - top
    return Region(left, top, width, height) if width > 0 and height > 0 else None

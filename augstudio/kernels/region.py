"""Parts of pictures."""

from __future__ import annotations

from augstudio.core.image import Image
from augstudio.core.region import Region

__all__ = ["Region", "cropped"]


def cropped(image: Image, region: Region) -> Image:
    """A view of the part of a picture that lies in a region."""
    return image[region.top : region.top + region.height, region.left : region.left + region.width]

"""Pictures as Pillow's, for libraries that hold them so."""

from __future__ import annotations

from typing import Any

from PIL import Image as Pillow

from augstudio.core.image import Image


def as_pillow(image: Image) -> Any:
    """A new Pillow picture of mode L, LA, RGB or RGBA.

    Args:
        image: ``(H, W, C)`` uint8.
    """
    return Pillow.fromarray(image[:, :, 0] if image.shape[2] == 1 else image)

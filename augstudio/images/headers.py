"""What the headers of picture files declare, before anything is unpacked."""

from __future__ import annotations

import io
from typing import Final

from augstudio.core.image import Size
from augstudio.errors import ImageError
from augstudio.images.codec import quiet
from augstudio.images.formats import FORMATS, sniff
from augstudio.images.png import png_size

_BYTES_PER_PIXEL: Final = {"jpeg2000": 28}
_USUAL_BYTES_PER_PIXEL: Final = 16


def decoding_bytes(data: bytes, size: Size) -> int:
    """About how much memory decoding takes at most, for a picture of this size with transparency.

    JPEG 2000's decoder keeps four bytes for each level, and twice so for a moment.
    """
    try:
        name = sniff(data)
    except ImageError:
        return 0
    return _BYTES_PER_PIXEL.get(name, _USUAL_BYTES_PER_PIXEL) * size[0] * size[1]


def declared_size(data: bytes) -> Size | None:
    """Width and height as a picture's header declares them, as they lie in the file.

    Args:
        data: The file's bytes.

    Returns:
        The size, at least 1 pixel each way; None where there is no valid header of a known kind.
    """
    try:
        name = sniff(data)
        if name == "png":
            width, height = png_size(data)
        else:
            with quiet():
                width, height = FORMATS[name].opener(io.BytesIO(data)).size
    except Exception:  # decoding will say what is wrong
        return None
    return (width, height) if width > 0 < height else None

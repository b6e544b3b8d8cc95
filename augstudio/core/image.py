"""The one shape of a picture inside the program."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt
import xxhash

from augstudio.errors import ImageError

Image: TypeAlias = npt.NDArray[np.uint8]
"""``(H, W, C)`` uint8, C = 1 (grey), 2 (grey with alpha), 3 (RGB) or 4 (RGBA); not premultiplied."""

Size: TypeAlias = tuple[int, int]
"""Width and height in whole pixels, both at least 1."""

CHANNELS = (1, 2, 3, 4)

MAX_PIXELS: Final = 100_000_000
"""Pictures with more pixels are refused unless the caller allows them."""


def check_image(image: Any) -> Image:
    """Return ``image`` unchanged if it is an :data:`Image`.

    Raises:
        ImageError: Not an array, not uint8, not three-dimensional, empty, or another channel count.
    """
    if not isinstance(image, np.ndarray):
        raise ImageError("expected a numpy array, got {0}", type(image).__name__)
    if image.dtype != np.uint8:
        raise ImageError("expected an array of uint8, got {0}; scale the values to 0..255 first", image.dtype)
    if image.ndim != 3 or image.shape[2] not in CHANNELS:
        raise ImageError(
            "expected the shape (height, width, channels) with 1 to 4 channels, got {0}", image.shape
        )
    if image.size == 0:
        raise ImageError("the picture has no pixels: its shape is {0}", image.shape)
    return image


def has_alpha(image: Image) -> bool:
    """Whether the last channel of a picture is alpha."""
    return image.shape[2] in (2, 4)


def is_grey(image: Image) -> bool:
    """Whether a picture has one channel of colour, with or without alpha."""
    return bool(image.shape[2] <= 2)


def colour_count(image: Image) -> int:
    """Channels of colour: 1 or 3."""
    return 1 if image.shape[2] <= 2 else 3


def size_of(image: Image) -> Size:
    """Width and height of a picture."""
    return image.shape[1], image.shape[0]


def pixels_digest(image: Image) -> str:
    """Which pixels a picture has: equal for equal pictures, different for others but by a very rare accident.

    XXH3-128 of the array's shape as text (``"480 640 3 "``) and its bytes. It is made to notice changes at a
    twelfth of SHA-256's price, not to withstand somebody who wants to deceive.

    Args:
        image: ``(H, W, C)`` uint8.

    Returns:
        32 hexadecimal digits.
    """
    digest = xxhash.xxh3_128("{} {} {} ".format(*image.shape).encode())
    digest.update(np.ascontiguousarray(image).data)
    return digest.hexdigest()

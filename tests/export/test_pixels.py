"""The digest of pixels against a plain reckoning of it, and what it notices."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from augstudio.core.image import Image
from augstudio.export.pixels import pixels_digest
from tests.pictures import ODD_SIZES, noise_picture


def reckoned(image: Image) -> str:
    """The same with Python's whole numbers."""
    data = image.tobytes()
    length = len(data) // 128 * 8  # bytes in each of 16 blocks
    blocks = [data[start : start + length] for start in range(0, 16 * length, length)] if length else []
    folded = b""
    for place in range(0, length, 8):
        value = 0
        for block in blocks:
            word = int.from_bytes(block[place : place + 8], "little")
            value = ((value ^ value >> 32) * 0x9E3779B97F4A7C15 + word) % 2**64
        folded += value.to_bytes(8, "little")
    height, width, channels = image.shape
    shape = f"{height} {width} {channels} ".encode()
    return hashlib.sha256(shape + folded + data[16 * length :]).hexdigest()


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", [*ODD_SIZES, (67, 43), (64, 2)])
def test_it_is_what_its_description_says(size: tuple[int, int], channels: int) -> None:
    image = noise_picture(*size, channels)
    assert pixels_digest(image) == reckoned(image)
    assert pixels_digest(np.asfortranarray(image)) == reckoned(image)


def test_it_notices_every_byte_and_the_shape() -> None:
    image = noise_picture(13, 11)
    digests = {pixels_digest(image), pixels_digest(image.reshape(13, 11, 3)), pixels_digest(image[::-1])}
    for place in np.ndindex(image.shape):
        changed = image.copy()
        changed[place] ^= 128
        digests.add(pixels_digest(changed))
    assert len(digests) == 3 + image.size


def test_it_notices_equal_changes_in_many_places() -> None:
    image = noise_picture(64, 48)
    digests = {pixels_digest(image)}
    for bit in range(8):
        changed = image ^ np.uint8(1 << bit)
        digests.add(pixels_digest(changed))
        for first, step in ((0, 2), (0, 3), (0, 8), (7, 8), (0, 64)):
            partly = image.copy().reshape(-1)
            partly[first::step] ^= np.uint8(1 << bit)
            digests.add(pixels_digest(partly.reshape(image.shape)))
    assert len(digests) == 1 + 8 * 6

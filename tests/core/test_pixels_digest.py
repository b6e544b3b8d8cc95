"""The digest of pixels against a plain reckoning of it, and what it notices."""

from __future__ import annotations

import numpy as np
import pytest
import xxhash

from augstudio.core.image import Image, pixels_digest
from tests.pictures import ODD_SIZES, noise_picture


def reckoned(image: Image) -> str:
    """The same of one piece of bytes."""
    height, width, channels = image.shape
    return xxhash.xxh3_128_hexdigest(f"{height} {width} {channels} ".encode() + image.tobytes())


@pytest.mark.parametrize("channels", [1, 3, 4])
@pytest.mark.parametrize("size", [*ODD_SIZES, (67, 43), (64, 2)])
def test_it_is_what_its_description_says(size: tuple[int, int], channels: int) -> None:
    image = noise_picture(*size, channels)
    assert pixels_digest(image) == reckoned(image)
    assert pixels_digest(np.asfortranarray(image)) == reckoned(image)


def test_it_stays_what_it_is() -> None:
    image = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    assert pixels_digest(image) == "5328b9dd583d205853a1805996cdc083"


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

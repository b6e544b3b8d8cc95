"""Tiles cover a picture, and their seams cannot be seen."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Image
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.kernels.networks.tiling import Tiles, divided, in_tiles, mirrored
from tests.pictures import noise_picture

sides = st.integers(1, 3000)


@given(sides, st.one_of(st.none(), st.sampled_from([64, 512])), st.one_of(st.none(), st.integers(7, 700)))
def test_tiles_cover_a_side_and_their_weights_sum_to_one(
    side: int, longest: int | None, fixed: int | None
) -> None:
    tiles = divided(side, longest, fixed, 4, 64)
    weights = np.zeros(tiles.count * tiles.step + tiles.length)
    for start in tiles.starts():
        weights[start : start + tiles.length] += tiles.fading(start)
    assert (tiles.count - 1) * tiles.step + tiles.length >= side
    np.testing.assert_allclose(weights[:side], 1, atol=1e-6)
    assert fixed is None or tiles.length == fixed
    if fixed is None:
        assert tiles.length % 4 == tiles.step % 4 == 0
        assert 64 <= tiles.length <= max(64, longest or side + 3)
        assert tiles.count == 1 or tiles.overlap >= 8


@given(st.integers(1, 40), st.integers(0, 90), st.integers(1, 90))
def test_beyond_the_end_the_picture_is_mirrored(side: int, start: int, length: int) -> None:
    expected = np.pad(np.arange(side), (0, 200), mode="reflect")[start : start + length]
    np.testing.assert_array_equal(mirrored(start, length, side), expected)


def blurred(tile: Image) -> Float32Array:
    """Looks 4 pixels around."""
    padded = np.pad(tile.astype(np.float64), ((4, 4), (4, 4), (0, 0)), mode="reflect")
    parts = [padded[y : y + tile.shape[0], x : x + tile.shape[1]] for y in range(9) for x in range(9)]
    return np.asarray(sum(parts) / 81, np.float32)


@pytest.mark.parametrize("longest", [None, 128, 192])
def test_the_same_in_tiles_and_as_a_whole(longest: int | None) -> None:
    # The tiles end with the picture, or go on with enough of its mirror image.
    image = noise_picture(448, 308)
    down, across = (divided(side, longest, None, 4, 64) for side in image.shape[:2])
    assert (down.count * across.count > 5) == (longest is not None)
    assert np.abs(in_tiles(image, down, across, blurred) - blurred(image)).max() < 0.51


def test_steps_of_tone_between_tiles_fade() -> None:
    image = np.full((100, 1000, 3), 100, np.uint8)
    tone = iter(range(60, 255, 40))
    across = divided(1000, 256, None, 4, 64)
    assert across.count == 5
    result = in_tiles(
        image,
        divided(100, None, None, 4, 64),
        across,
        lambda tile: np.full(tile.shape, next(tone), np.float32),
    )
    steps = np.abs(np.diff(result[50, :, 0].astype(int)))
    assert result[50, 0, 0] == 60
    assert result[50, -1, 0] == 220
    assert steps.max() <= 3


def test_values_are_rounded_and_cut() -> None:
    tiles = Tiles(1, 64, 64)
    values = np.linspace(-20, 280, 64 * 64 * 3, dtype=np.float32).reshape(64, 64, 3)
    result = in_tiles(noise_picture(64, 64), tiles, tiles, lambda _: values)
    np.testing.assert_array_equal(result, np.rint(values).clip(0, 255))


def test_each_tile_asks_whether_it_is_still_wanted() -> None:
    made = []

    def make(tile: Image) -> Float32Array:
        made.append(1)
        return tile.astype(np.float32)

    tiles = divided(200, 64, None, 4, 64)
    with interruptible(lambda: len(made) == 2), pytest.raises(Interrupted):
        in_tiles(noise_picture(200, 200), tiles, tiles, make)
    assert len(made) == 2

"""Run lengths and the pixels of polygons are those of pycocotools."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pycocotools import mask as coco

from augstudio.core.raster import Mask
from augstudio.datasets.coco.rle import (
    counts_of,
    counts_of_json,
    extent_of_counts,
    mask_of_counts,
    packed,
    polygon_counts,
    polygon_mask,
    unpacked,
)

MASKS = arrays(np.bool_, st.tuples(st.integers(1, 9), st.integers(1, 9)))


@settings(max_examples=60)
@given(MASKS)
def test_masks_are_packed_as_pycocotools_packs_them(mask: Mask) -> None:
    text = packed(counts_of(mask))
    assert text == coco.encode(np.asfortranarray(mask.astype(np.uint8)))["counts"].decode()
    counts = unpacked(text)
    assert counts == counts_of(mask)
    again = mask_of_counts(counts, (mask.shape[1], mask.shape[0]))
    assert again is not None
    assert (again == mask).all()


@settings(max_examples=40)
@given(st.lists(st.integers(0, 2**20), min_size=1, max_size=9))
def test_long_runs_are_packed_and_unpacked(counts: list[int]) -> None:
    assert unpacked(packed(counts)) == counts
    counts = [*counts[:1], *(count + 1 for count in counts[1:])]
    size = [1, sum(counts)]
    theirs = coco.frPyObjects({"size": size, "counts": counts}, *size)
    assert theirs["counts"].decode() == packed(counts)


@pytest.mark.parametrize("text", ["1\x7f", "\x00", "o", "oooooooooooooooo1", "é"])
def test_texts_that_are_no_run_lengths_are_told(text: str) -> None:
    assert unpacked(text) is None


@pytest.mark.parametrize("found", [None, 5, [1.5], [True], {"a": 1}, "\x00"])
def test_json_that_is_no_run_lengths_is_told(found: object) -> None:
    assert counts_of_json(found) is None


@pytest.mark.parametrize("counts", [[5], [1, 2, 4], [-1, 7], [7, -1]])
def test_run_lengths_that_do_not_fill_the_picture_are_told(counts: list[int]) -> None:
    assert mask_of_counts(counts, (2, 3)) is None


PLACES = st.one_of(st.floats(-4, 14), st.integers(-4, 14).map(float))


@settings(max_examples=150)
@given(st.lists(st.tuples(PLACES, PLACES), min_size=3, max_size=7))
def test_polygons_have_the_pixels_of_pycocotools(corners: list[tuple[float, float]]) -> None:
    polygon = np.array(corners)
    rounded = np.trunc(5 * polygon + 0.5)
    if (rounded == np.roll(rounded, 1, axis=0)).all(axis=1).any():
        return  # it divides by zero where two corners fall together
    theirs = coco.decode(coco.frPyObjects([polygon.ravel().tolist()], 9, 11)).any(axis=2)
    assert (polygon_mask(polygon, (11, 9)) == theirs).all()
    assert polygon_counts(polygon, (11, 9)) == counts_of(theirs)


@settings(max_examples=60)
@given(MASKS)
def test_run_lengths_tell_the_extent(mask: Mask) -> None:
    columns, rows = np.flatnonzero(mask.any(axis=0)), np.flatnonzero(mask.any(axis=1))
    expected = (columns[0], rows[0], columns[-1], rows[-1]) if mask.any() else None
    assert extent_of_counts(counts_of(mask), len(mask)) == expected


def test_a_square_covers_the_pixels_between_its_edges() -> None:
    # Others fill the far edges, too: a square 8 wide has 81 pixels there, not 64.
    square = np.array([(1.0, 1.0), (9.0, 1.0), (9.0, 9.0), (1.0, 9.0)])
    assert polygon_mask(square, (12, 12)).sum() == 64

"""Masks as plain run lengths and as the packed bits of Label Studio's brushes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from augstudio.core.raster import Mask
from augstudio.datasets.run_lengths import brush_of_mask, counts_of_mask, mask_of_brush, mask_of_counts

_MASKS = st.tuples(st.integers(1, 9), st.integers(1, 40)).flatmap(lambda shape: arrays(bool, shape))

# What the encoder of label-studio-sdk 2.1.2 gives for the mask 0 1 1 / 0 0 1, all channels 255 if painted.
_BRUSH = [0, 0, 0, 24, 57, 27, 252, 96, 19, 255, 206, 1, 31, 248]


@given(_MASKS)
@settings(max_examples=50, deadline=None)
def test_masks_come_back(mask: Mask) -> None:
    size = (mask.shape[1], mask.shape[0])
    counts = counts_of_mask(mask)
    assert all(count > 0 for count in counts[1:])
    assert np.array_equal(mask_of_counts(counts, size), mask)
    assert np.array_equal(mask_of_brush(brush_of_mask(mask), size), mask)


def test_counts_go_row_by_row_and_begin_outside() -> None:
    mask = np.array([[0, 1, 1], [0, 0, 1]], bool)
    assert counts_of_mask(mask) == [1, 2, 2, 1]
    assert counts_of_mask(~mask) == [0, 1, 2, 2, 1]
    # COCO counts column by column: the same numbers would be another mask.
    assert not np.array_equal(mask_of_counts([1, 2, 2, 1], (2, 3)), mask.T)


def test_a_brush_is_that_of_label_studio() -> None:
    mask = np.array([[0, 1, 1], [0, 0, 1]], bool)
    assert brush_of_mask(mask) == _BRUSH
    assert np.array_equal(mask_of_brush(_BRUSH, (3, 2)), mask)


def test_a_brush_of_single_values_is_read() -> None:
    """The browser writes a colour's channels as values that are not repeated."""
    pixels = np.array([[(200, 10, 7, 255), (0, 0, 0, 0), (1, 2, 3, 9)]], np.uint8)
    head = f"{12:032b}{7:05b}" + "".join(f"{size - 1:04b}" for size in (3, 4, 8, 16))
    text = head + "001" + f"{11:04b}" + "".join(f"{value:08b}" for value in pixels.ravel())
    data = int(text.ljust(-(-len(text) // 8) * 8, "0"), 2).to_bytes(-(-len(text) // 8), "big")
    assert mask_of_brush(list(data), (3, 1)).tolist() == [[True, False, True]]


def test_a_long_run_is_written_in_parts() -> None:
    mask = np.ones((200, 200), bool)  # 160,000 values, more than a length of 16 bits holds
    assert mask_of_brush(brush_of_mask(mask), (200, 200)).all()


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ([1, 2], "another size than 2 x 2: its runs add up to 3"),
        ([5, -1], "negative"),
        ([], "add up to 0"),
        ([9], "add up to 9"),
    ],
)
def test_counts_that_do_not_fill_the_mask_are_refused(counts: list[int], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        mask_of_counts(counts, (2, 2))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_BRUSH[:-2], "ends too early"),
        ([], "ends too early"),
        ([0, 0, 0, 25, *_BRUSH[4:]], "another size than 3 x 2: it says that its values are 25"),
        ([255] * 8, "values are 4294967295"),
        ([256, 3], "not a list of numbers from 0 to 255"),
        (["a"], "not a list of numbers"),
        ([0, 0, 0, 24, 57, 27, 255, 255, 255, 255], "beyond the picture"),
    ],
)
def test_brushes_that_are_none_are_refused(data: list[int], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        mask_of_brush(data, (3, 2))

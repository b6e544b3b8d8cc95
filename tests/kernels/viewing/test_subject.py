"""What stands out of a ground is found where it was drawn, and looks alike from near and from far away."""

from __future__ import annotations

import numpy as np
import pytest

from augstudio.core.image import Image
from augstudio.kernels.viewing.subject import evened, subject_of


def drawn(left: int, top: int, side: int, width: int = 120, height: int = 96) -> Image:
    """A light square with a dark middle before a ground that gets lighter downwards."""
    image = np.full((height, width, 3), 70.0) + np.linspace(0, 60, height)[:, np.newaxis, np.newaxis]
    image[top : top + side, left : left + side] = 220, 200, 60
    third = side // 3
    image[top + third : top + side - third, left + third : left + side - third] = 10, 30, 200
    return image.astype(np.uint8)


@pytest.mark.parametrize(("left", "top", "side"), [(50, 30, 30), (20, 20, 48), (90, 60, 18), (10, 8, 24)])
def test_a_thing_is_found_where_it_is(left: int, top: int, side: int) -> None:
    subject = subject_of(drawn(left, top, side))
    assert subject is not None
    expected = (left / 120, top / 96, (left + side) / 120, (top + side) / 96)
    # Nine of ten parts lie between the ends, which are fields of a sixty-fourth.
    assert subject.place == pytest.approx(expected, abs=0.05)
    assert subject.side == pytest.approx(side / np.sqrt(120 * 96), rel=0.15)


def test_near_and_far_things_look_alike_once_evened() -> None:
    pictures = [drawn(45, 30, 24), drawn(30, 20, 54)]
    subjects = [subject_of(image) for image in pictures]
    small, large = (
        evened(image, subject).astype(int)
        for image, subject in zip(pictures, subjects, strict=True)
        if subject is not None
    )
    assert small.shape == large.shape == (16, 16, 3)
    assert np.abs(small - large).mean() < 6
    assert (small[0] == 128).all(), "what lies around is grey"
    assert small[8, 8, 2] > 150, "the middle is blue"


@pytest.mark.parametrize("shape", [(1, 1, 3), (2, 9, 3), (40, 50, 3), (30, 30, 1)])
def test_nothing_stands_out_of_a_plain_picture(shape: tuple[int, int, int]) -> None:
    assert subject_of(np.full(shape, 90, np.uint8)) is None


def test_odd_shapes_are_evened_too() -> None:
    random = np.random.default_rng(0)
    for height, width in ((3, 5), (1, 40), (17, 2)):
        image = random.integers(0, 256, (height, width, 3), dtype=np.uint8)
        subject = subject_of(image)
        if subject is not None:
            assert evened(image, subject, 12).shape == (12, 12, 3)

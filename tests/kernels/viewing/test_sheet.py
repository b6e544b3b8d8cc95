from __future__ import annotations

import numpy as np
import pytest

from augstudio.core.image import Size
from augstudio.kernels.viewing.sheet import LONGEST_CAPTION, enlarged, enlarging_factor, sheet, sheet_layout
from tests.pictures import noise_picture, plain_picture

GAP, BACKGROUND = 12, 64


def test_every_picture_stands_unchanged_in_the_middle_of_its_cell() -> None:
    pictures = [noise_picture(120, 90), noise_picture(60, 30, seed=1), noise_picture(10, 90, seed=2)]
    found = sheet([(f"number {n}", picture) for n, picture in enumerate(pictures)], 2)
    band = (found.shape[0] - 3 * GAP) // 2 - 90
    assert found.shape == (2 * (90 + band) + 3 * GAP, 2 * 120 + 3 * GAP, 3)
    for number, picture in enumerate(pictures):
        height, width = picture.shape[:2]
        top = GAP + number // 2 * (90 + band + GAP) + band + (90 - height) // 2
        left = GAP + number % 2 * (120 + GAP) + (120 - width) // 2
        assert np.array_equal(found[top : top + height, left : left + width], picture)
    last_cell = found[-90 - GAP :, -120 - GAP :]
    assert (last_cell == BACKGROUND).all()


def test_captions_differ_and_stay_within_their_band() -> None:
    picture = plain_picture(100, 80, value=BACKGROUND)
    one, other = (sheet([(caption, picture)], 1) for caption in ("reflect", "wrap"))
    band = one.shape[0] - 80 - 2 * GAP
    assert not np.array_equal(one, other)
    for found in (one, other):
        assert (found[GAP : GAP + band] > 200).any()
        found[GAP : GAP + band, GAP:-GAP] = BACKGROUND
        assert (found == BACKGROUND).all()


CAPTIONS = ["angle −15°", "Gaussian noise: sigma 15.0", "worst case", "x"]


def written(caption: str, width: int, count: int = 1) -> int:
    """How wide a caption is written above pictures of a width, in pixels."""
    found = sheet([(caption, plain_picture(width, 4, value=BACKGROUND))] * count, count)
    _, columns = np.nonzero(found[:, : found.shape[1] // count, 0] > BACKGROUND + 40)
    return int(np.ptp(columns)) + 1


@pytest.mark.parametrize("caption", CAPTIONS)
@pytest.mark.parametrize("width", [1, 3, 28, 60, 159])
def test_no_caption_is_narrower_than_the_smallest_legible_text(caption: str, width: int) -> None:
    # Above a picture of 640 pixels every one of these has more room than it needs, at twice the size.
    assert written(caption, width, 2) >= written(caption, 640) / 2 - 2


def test_captions_without_end_are_cut() -> None:
    caption = "a very long caption ä 日本" * 9
    assert sheet([(caption, plain_picture(20, 10))], 5).shape[1] == LONGEST_CAPTION + 2 * GAP
    assert LONGEST_CAPTION - 20 < written(caption, 20) <= LONGEST_CAPTION


@pytest.mark.parametrize(
    ("sizes", "factor"),
    [
        ([(28, 28)], 6),
        ([(32, 32), (45, 45)], 4),
        ([(1, 1)], 160),
        ([(3, 2000)], 1),
        ([(2, 100)], 6),
        ([(5000, 1)], 1),
        ([(160, 120)], 1),
        ([(640, 480)], 1),
    ],
)
def test_small_pictures_are_enlarged_by_a_whole_factor(sizes: list[Size], factor: int) -> None:
    assert enlarging_factor(sizes, 640) == factor


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_enlarging_makes_pixels_squares(channels: int) -> None:
    picture = noise_picture(5, 3, channels)
    assert np.array_equal(enlarged(picture, 4), np.kron(picture, np.ones((4, 4, 1), np.uint8)))


def test_grey_and_transparent_pictures_become_rgb() -> None:
    grey = noise_picture(40, 40, 1)
    clear = noise_picture(40, 40, 4)
    clear[:, :20, 3], clear[:, 20:, 3] = 255, 0
    found = sheet([("", grey), ("", clear)], 2)[-40 - GAP : -GAP]
    assert np.array_equal(found[:, GAP : GAP + 40], np.repeat(grey, 3, axis=2))
    right = found[:, -40 - GAP : -GAP]
    assert np.array_equal(right[:, :20], clear[:, :20, :3])
    assert set(np.unique(right[:, 20:])) == {112, 144}


def test_units_and_minus_are_spelled_in_letters_that_the_font_has() -> None:
    picture = plain_picture(300, 20)
    for caption, spelled in (("angle −15°", "angle -15 deg"), ("factor 0.90×", "factor 0.90x")):
        assert np.array_equal(sheet([(caption, picture)], 1), sheet([(spelled, picture)], 1))


def test_a_layout_keeps_captions_and_pictures_apart() -> None:
    sizes = [(120, 90), (60, 30), (10, 90), (120, 1), (7, 7)]
    layout = sheet_layout(sizes, 2)
    boxes = (*layout.captions, *layout.pictures)
    free = np.zeros(layout.size[::-1], np.uint8)
    for left, top, width, height in boxes:
        part = free[top : top + height, left : left + width]
        assert part.shape == (height, width), "within the sheet"
        assert not part.any(), "no two overlap"
        part[:] = 1
    assert [(box.width, box.height) for box in layout.pictures] == sizes
    for caption, picture in zip(layout.captions, layout.pictures, strict=True):
        assert caption.left <= picture.left < caption.left + caption.width
        assert picture.top >= caption.top + caption.height

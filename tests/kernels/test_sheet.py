from __future__ import annotations

import numpy as np

from augstudio.kernels.sheet import sheet, sheet_layout
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


def test_long_and_foreign_captions_fit() -> None:
    picture = plain_picture(20, 10)
    assert sheet([("a very long caption ä 日本" * 9, picture)], 5).shape[1] == 20 + 2 * GAP


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

"""Colours of classes can be told from each other."""

from __future__ import annotations

import numpy as np
import pytest
from skimage.color import rgb2lab

from augstudio.core.class_colours import COLOURS, class_colour
from augstudio.preview.label_picture import IGNORED_COLOUR


@pytest.mark.parametrize(("count", "least"), [(len(COLOURS), 24), (24, 20), (80, 9)])
def test_no_two_of_the_first_classes_look_alike(count: int, least: float) -> None:
    shown = [class_colour(position) for position in range(count)] + [IGNORED_COLOUR]
    lab = rgb2lab(np.array(shown) / 255)
    different = np.linalg.norm(lab[:, None] - lab[None], axis=2)
    assert different[np.triu_indices(len(shown), 1)].min() > least


def test_as_many_classes_as_a_mask_holds_have_colours_of_their_own() -> None:
    colours = [class_colour(position) for position in range(500)]
    assert len(set(colours)) == 500
    assert all(0 <= value <= 255 for colour in colours for value in colour)
    assert class_colour(10_000) in [class_colour(position) for position in range(1000)]

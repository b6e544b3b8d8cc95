"""Labels as values: they compare by contents, cannot be changed, and refuse what has no meaning."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import numpy as np
import pytest

from augstudio.core.class_colours import COLOURS, class_colour
from augstudio.core.labels import (
    Bitmap,
    Box,
    Categories,
    Category,
    Instance,
    Keypoints,
    LabelCounts,
    Labels,
    OrientedBox,
    Outline,
    SemanticMask,
    Tags,
)

SQUARE = np.array([(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)])


def labels(category: int = 0, shift: float = 0.0) -> Labels:
    points = Keypoints(SQUARE + shift, np.array([2, 1, 0, 2], np.int32))
    return Labels(
        instances=(
            Instance(category=category, shape=Box(0, 0, 3.5, 4)),
            Instance(category=1, shape=Outline((SQUARE, SQUARE[::-1] / 2 + 1)), keypoints=points),
            Instance(category=1, shape=OrientedBox(SQUARE), attributes={"age": [1, None]}),
            Instance(category=0, shape=Bitmap(0, 1), crowd=True, origin=3),
        ),
        layers=(np.eye(5, dtype=np.int32),),
        semantic=SemanticMask(np.eye(5, dtype=np.uint8), 255, ((0, 0, 0), (128, 0, 0))),
        tags=Tags(((0, 0.5), (1, 0.5)), (("weight", 2.5),)),
    )


def test_labels_compare_by_contents_and_survive_a_way_to_another_process() -> None:
    assert labels() == labels()
    assert pickle.loads(pickle.dumps(labels())) == labels()
    assert labels() != labels(category=1)
    assert labels() != labels(shift=1e-9)
    assert labels() != Labels()
    assert labels() != "labels"
    assert Labels() == Labels()


def test_arrays_cannot_be_changed_and_the_given_ones_stay_their_owners() -> None:
    own = SQUARE.copy()
    outline, box = Outline((own,)), OrientedBox(own)
    points = Keypoints(own, np.full(4, 2, np.int32))
    own[0, 0] = 99.0
    for array in (outline.rings[0], box.corners, points.points):
        assert array[0, 0] == 0.0
        with pytest.raises(ValueError, match="read-only"):
            array[0, 0] = 1.0
    semantic = labels().semantic
    assert semantic is not None
    for frozen in (labels().layers[0], semantic.classes):
        with pytest.raises(ValueError, match="read-only"):
            frozen[0, 0] = 1


@pytest.mark.parametrize(
    "build",
    [
        lambda: OrientedBox(SQUARE[:3]),
        lambda: Outline((np.zeros((3, 3)),)),
        lambda: Keypoints(SQUARE, np.full(3, 2, np.int32)),
        lambda: SemanticMask(np.zeros((2, 2), np.int64)),  # type: ignore[arg-type]
        lambda: SemanticMask(np.zeros(4, np.uint8)),
        lambda: Labels(layers=(np.zeros((2, 2), np.uint8),)),
    ],
)
def test_what_has_no_meaning_cannot_be_built(build: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"not|must|have"):
        build()


def test_a_boxs_corners_go_clockwise_on_the_screen() -> None:
    assert Box(-0.5, 0, 3.5, 2).corners.tolist() == [[-0.5, 0], [3.5, 0], [3.5, 2], [-0.5, 2]]


def test_categories_are_found_by_name_and_have_colours() -> None:
    categories = Categories((Category("cat"), Category("dog", colour=(1, 2, 3)), Category("cat")))
    assert [categories.position(name) for name in ("cat", "dog", "cow")] == [0, 1, None]
    assert [categories.colour(number) for number in (0, 1, 2, 30)] == [
        COLOURS[0],
        (1, 2, 3),
        COLOURS[2],
        class_colour(30),
    ]
    assert [item.source_id for item in Categories.named(("a", "b")).all] == [0, 1]


def test_counts_add_up() -> None:
    assert LabelCounts(real=1, ghosts=2) + LabelCounts(real=3, swapped=1) == LabelCounts(4, 2, swapped=1)

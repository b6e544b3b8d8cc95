"""What becomes of instances: ghosts, thresholds, sides, keypoints, boxes, and what is counted."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from augstudio.core.image import Size
from augstudio.core.label_policy import LabelPolicy
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
    Relabelled,
    SemanticMask,
    Tags,
)
from augstudio.core.matrix import map_point
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.transform import Transform
from augstudio.pipelines import Pipeline
from augstudio.render.labels import prepared, relabel
from augstudio.render.resolve import Remapping, Resampling, resolve
from augstudio.transforms import (
    Cutout,
    Elastic,
    GaussianNoise,
    GridDistortion,
    GridMask,
    HorizontalFlip,
    LensDistortion,
    Perspective,
    QuarterTurn,
    Rotate,
    Scale,
    Shear,
    Translate,
    VerticalFlip,
)
from tests.labelled import drawn_map, outline, pixel_centres, shown

SIZE = (90, 70)
ALL = LabelPolicy(min_visible=0, min_pixels=0)
MIRROR = Categories(
    (
        Category("left_hand", mirror=1, keypoints=("thumb", "left", "right"), swaps=((1, 2),)),
        Category("right_hand", mirror=0, keypoints=("thumb", "left", "right"), swaps=((1, 2),)),
    )
)


def fixed(value: float) -> Range:
    return Range(value, value)


def moved(
    labels: Labels | Instance,
    *steps: Transform,
    mode: PaddingMode = PaddingMode.CONSTANT,
    policy: LabelPolicy = ALL,
    categories: Categories = MIRROR,
    size: Size = SIZE,
) -> Relabelled:
    resolved = resolve(Pipeline.of(steps, Padding(mode=mode)), size, seed=0, key="k", copy=1)
    given = labels if isinstance(labels, Labels) else Labels((labels,))
    return relabel(given, resolved, policy, categories)


def area_of(shape: Box) -> float:
    return (shape.right - shape.left) * (shape.bottom - shape.top)


def only(relabelled: Relabelled) -> Instance:
    (instance,) = relabelled.labels.instances
    return instance


def box(left: float, top: float, right: float, bottom: float) -> Instance:
    return Instance(category=0, shape=Box(left, top, right, bottom))


HAND = Instance(
    category=0,
    shape=Box(9.5, 9.5, 39.5, 29.5),
    keypoints=Keypoints(np.array([(10.0, 11.0), (12.0, 25.0), (35.0, 25.0)]), np.array([2, 1, 2], np.int32)),
)


# -- boxes ------------------------------------------------------------------------------------------------


def test_flips_and_turns_are_exact() -> None:
    assert only(moved(box(9.5, 4.5, 29.5, 14.5), HorizontalFlip())).shape == Box(59.5, 4.5, 79.5, 14.5)
    assert only(moved(box(9.5, 4.5, 29.5, 14.5), VerticalFlip())).shape == Box(9.5, 54.5, 29.5, 64.5)
    turned = only(moved(box(9.5, 4.5, 29.5, 14.5), QuarterTurn(turns=(1,))))  # counter-clockwise
    assert turned.shape == Box(4.5, 59.5, 14.5, 79.5)
    assert turned.visible == 1.0
    assert not turned.truncated


@pytest.mark.parametrize("step", [HorizontalFlip(), VerticalFlip()], ids=lambda step: step.NAME)
def test_flipping_twice_changes_nothing(step: Transform) -> None:
    """A pixel step in between keeps both flips from becoming one matrix."""
    labels = Labels(
        (
            HAND,
            replace(HAND, category=1),
            Instance(category=0, shape=outline(3, SIZE), attributes={"a": [1]}),
        ),
        tags=Tags(((0, 1.0),)),
    )
    once = moved(Labels(labels.instances[:2]), step)
    assert [item.category for item in once.labels.instances] == [1, 0]
    assert once.counts.swapped == 2
    twice = moved(labels, step, GaussianNoise(), step, mode=PaddingMode.REFLECT)
    assert twice.labels.tags == labels.tags
    for before, after in zip(labels.instances[:2], twice.labels.instances, strict=False):
        assert after.keypoints is not None
        assert before.keypoints is not None
        assert after.keypoints.visibility.tolist() == before.keypoints.visibility.tolist()
        assert after.keypoints.points == pytest.approx(before.keypoints.points)
        assert (after.category, after.shape) == (before.category, before.shape)
    assert twice.labels.instances[2].attributes == {"a": [1]}


def test_two_turns_loosen_a_box_once() -> None:
    """Corners are kept through the stages: turned there and back, a box is what it was."""
    steps = (Rotate(angle_range=fixed(30)), GaussianNoise(), Rotate(angle_range=fixed(-30)))
    found = only(moved(box(34.5, 29.5, 54.5, 39.5), *steps)).shape
    assert isinstance(found, Box)
    assert (found.left, found.top, found.right, found.bottom) == pytest.approx((34.5, 29.5, 54.5, 39.5))
    once = only(moved(box(34.5, 29.5, 54.5, 39.5), steps[0])).shape
    assert isinstance(once, Box)
    assert once.right - once.left == pytest.approx(20 * math.cos(math.pi / 6) + 10 * math.sin(math.pi / 6))


@pytest.mark.parametrize(
    "steps",
    [
        (Rotate(angle_range=fixed(20)),),
        (Perspective(distortion_scale_range=fixed(0.4)),),
        (Rotate(angle_range=fixed(20)), GaussianNoise(), Shear(x_range=fixed(20))),
        (Elastic(alpha_range=fixed(0.01), sigma_range=fixed(0.5)),),
    ],
)
def test_an_ellipse_in_a_box_is_followed(steps: tuple[Transform, ...]) -> None:
    angles = np.linspace(0, 2 * math.pi, 720, endpoint=False)
    ellipse = np.stack((44.5 + 15 * np.cos(angles), 34.5 + 8 * np.sin(angles)), axis=1)
    drawn = only(moved(Instance(category=0, shape=Outline((ellipse,))), *steps)).shape
    assert isinstance(drawn, Outline)
    expected = (*drawn.rings[0].min(axis=0), *drawn.rings[0].max(axis=0))
    found = only(
        moved(box(29.5, 26.5, 59.5, 42.5), *steps, policy=ALL.model_copy(update={"boxes": "ellipse"}))
    ).shape
    hull = only(moved(box(29.5, 26.5, 59.5, 42.5), *steps)).shape
    assert isinstance(found, Box)
    assert isinstance(hull, Box)
    tolerance = 0.3 if isinstance(steps[0], Elastic) else 0.01
    assert (found.left, found.top, found.right, found.bottom) == pytest.approx(expected, abs=tolerance)
    assert area_of(hull) > area_of(found) + 3


@pytest.mark.parametrize("mode", PaddingMode)
@pytest.mark.parametrize("step", [Rotate(angle_range=fixed(20)), Elastic(alpha_range=fixed(0.01))])
def test_a_picture_without_labels_has_no_ellipse_to_follow(step: Transform, mode: PaddingMode) -> None:
    policy = ALL.model_copy(update={"boxes": "ellipse"})
    assert moved(Labels(), step, mode=mode, policy=policy).labels == Labels()


def test_an_oriented_box_keeps_its_corners_and_its_heading() -> None:
    corners = np.array(((30.0, 20.0), (50.0, 30.0), (45.0, 40.0), (25.0, 30.0)))
    instance = Instance(category=0, shape=OrientedBox(corners))
    flipped = only(moved(instance, HorizontalFlip())).shape
    assert isinstance(flipped, OrientedBox)
    assert flipped.corners == pytest.approx(corners * (-1, 1) + (89, 0))
    for steps in (
        (Shear(x_range=fixed(20)),),
        (Translate(x_range=fixed(0.5), y_range=fixed(0)),),
        (Elastic(),),
    ):
        found = only(moved(instance, *steps)).shape
        assert isinstance(found, OrientedBox)
        sides = np.roll(found.corners, -1, axis=0) - found.corners
        assert np.sum(sides * np.roll(sides, -1, axis=0), axis=1) == pytest.approx(np.zeros(4), abs=1e-6)
        assert sides[0] @ np.array((20, 10)) > 0


# -- keypoints --------------------------------------------------------------------------------------------

PLACED = Keypoints(
    np.array([(20.25, 30.5), (0.0, 0.0), (44.0, 11.0), (70.75, 60.0)]), np.array([2, 0, 1, 2], np.int32)
)
MATRICES: dict[str, tuple[Transform, ...]] = {
    "rotation": (Rotate(angle_range=fixed(33)),),
    "shear": (Shear(x_range=fixed(12), y_range=fixed(-7)),),
    "perspective": (Perspective(distortion_scale_range=fixed(0.5)), Rotate(angle_range=fixed(-9))),
    "twice": (Scale(factor_range=fixed(0.7)), GaussianNoise(), Rotate(angle_range=fixed(12))),
}


@pytest.mark.parametrize("name", MATRICES)
def test_keypoints_go_where_the_matrices_say(name: str) -> None:
    resolved = resolve(Pipeline.of(MATRICES[name]), SIZE, seed=0, key="k", copy=1)
    found = relabel(Labels((Instance(category=0, keypoints=PLACED),)), resolved, ALL).labels.instances[0]
    assert found.keypoints is not None
    places = PLACED.points.tolist()
    for stage in resolved.stages:
        if isinstance(stage, Resampling):
            places = [map_point(stage.matrix, x, y) for x, y in places]
    for place, point, before, after in zip(
        places, found.keypoints.points, PLACED.visibility, found.keypoints.visibility, strict=True
    ):
        inside_frame = -0.5 <= place[0] <= 89.5 and -0.5 <= place[1] <= 69.5
        assert after == (before if inside_frame else 0)
        if after:
            assert point == pytest.approx(place, abs=1e-6)


@pytest.mark.parametrize(
    "step",
    [
        Elastic(),
        Elastic(alpha_range=fixed(0.2)),
        GridDistortion(distortion_range=fixed(0.9)),
        LensDistortion(k_range=fixed(0.6)),
        LensDistortion(k_range=fixed(-0.3)),
    ],
    ids=repr,
)
def test_distorted_keypoints_lie_where_the_inverse_shows_them(step: Transform) -> None:
    resolved = resolve(Pipeline.of((step,)), SIZE, seed=0, key="k", copy=1)
    x, y = (places.ravel()[::37] for places in pixel_centres(SIZE))
    points = Keypoints(np.stack((x, y), axis=1), np.full(x.size, 2, np.int32))
    found = (
        relabel(Labels((Instance(category=0, keypoints=points),)), resolved, ALL)
        .labels.instances[0]
        .keypoints
    )
    assert found is not None
    seen = found.visibility > 0
    assert np.count_nonzero(seen) > 50
    (stage,) = resolved.stages
    assert isinstance(stage, Remapping)
    back = stage.transform.source_coordinates(stage.draw, stage.size, *found.points[seen].T)
    assert np.max(np.abs(np.stack(back, axis=1) - points.points[seen])) < 0.05


@pytest.mark.parametrize("mode", [PaddingMode.REFLECT, PaddingMode.WRAP, PaddingMode.SYMMETRIC])
def test_painted_pixels_are_found_again(mode: PaddingMode) -> None:
    """A keypoint and each of its ghosts lie on the light that a painted pixel has become."""
    image = np.zeros((70, 90, 3), np.uint8)
    image[28:33, 18:23] = 255
    steps = (Rotate(angle_range=fixed(25)), Scale(factor_range=fixed(0.6)))
    pipeline = Pipeline.of(steps, Padding(mode=mode)).with_labels(ALL)
    points = Keypoints(np.array([(20.0, 30.0)]), np.array([2], np.int32))
    result, labels = pipeline.sample(image, Labels((Instance(category=0, keypoints=points),)), key="k")
    assert len(labels.instances) > 2
    light = result[:, :, 0].astype(np.float64)
    lit = np.zeros(light.shape, np.bool_)
    for item in labels.instances:
        assert item.keypoints is not None
        column, row = item.keypoints.points[0]
        left, top = max(0, round(column) - 4), max(0, round(row) - 4)
        part = light[top : top + 9, left : left + 9]
        lit[top : top + 9, left : left + 9] = True
        if 4 < column < 85 and 4 < row < 65:
            rows, columns = np.mgrid[top : top + part.shape[0], left : left + part.shape[1]]
            centre = (columns * part).sum() / part.sum(), (rows * part).sum() / part.sum()
            assert math.hypot(centre[0] - column, centre[1] - row) < 1
    assert np.all(light[~lit] < 128)


def test_keypoints_change_sides_by_the_sign_of_the_jacobian() -> None:
    for steps, changed in (
        ((HorizontalFlip(),), True),
        ((VerticalFlip(),), True),
        ((QuarterTurn(turns=(2,)),), False),
        ((HorizontalFlip(), VerticalFlip()), False),
        ((HorizontalFlip(), Rotate(angle_range=fixed(10))), True),
        ((Rotate(angle_range=fixed(10)),), False),
    ):
        found = only(moved(HAND, *steps))
        assert found.keypoints is not None
        assert found.keypoints.visibility.tolist() == ([2, 2, 1] if changed else [2, 1, 2])
        assert found.category == (1 if changed else 0)


def test_a_left_hand_in_a_mirror_is_a_right_hand() -> None:
    """So is its ghost in a reflected border, not in a wrapped one; that of a flipped one is a left one."""
    shift, back = (Translate(x_range=fixed(way), y_range=fixed(0)) for way in (0.5, -0.5))
    for mode, steps, classes in (
        (PaddingMode.REFLECT, (shift,), [0, 1]),
        (PaddingMode.WRAP, (Translate(x_range=fixed(0.8), y_range=fixed(0)),), [0, 0]),
        (PaddingMode.SYMMETRIC, (HorizontalFlip(), back), [1, 0]),
    ):
        found = moved(HAND, *steps, mode=mode).labels.instances
        assert [item.category for item in found if not item.ignored] == classes
        assert [item.ghost for item in found] == [False, True]


@pytest.mark.parametrize(
    ("swap", "order"),
    [("auto", [2, 2, 1]), ("none", [2, 1, 2]), ("left:right", [2, 2, 1]), ("thumb:right", [2, 1, 2])],
)
def test_swaps_can_be_chosen(swap: str, order: list[int]) -> None:
    found = only(moved(HAND, HorizontalFlip(), policy=ALL.model_copy(update={"swap": swap})))
    assert found.keypoints is not None
    assert found.keypoints.visibility.tolist() == order
    if swap == "thumb:right":
        assert found.keypoints.points[0] == pytest.approx((89 - 35, 25))


def test_pairs_are_told_by_their_names_where_no_file_gives_them() -> None:
    unpaired = Categories(tuple(replace(item, swaps=()) for item in MIRROR.all))
    found = only(moved(HAND, HorizontalFlip(), categories=unpaired))
    assert found.keypoints is not None
    assert found.keypoints.visibility.tolist() == [2, 2, 1]


ARROWS = Categories(
    tuple(
        Category(name, direction=degrees)
        for name, degrees in (("right", 0.0), ("down", 90.0), ("left", 180.0), ("up", 270.0))
    )
)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (VerticalFlip(), 0),
        (HorizontalFlip(), 2),
        (QuarterTurn(turns=(2,)), 2),
        (QuarterTurn(turns=(1,)), 3),
        (Rotate(angle_range=fixed(20)), 0),
    ],
    ids=repr,
)
def test_classes_that_point_are_renamed_by_where_they_point(step: Transform, expected: int) -> None:
    found = moved(box(20, 20, 60, 40), step, categories=ARROWS)
    assert only(found).category == expected
    assert found.warnings == ()


def test_who_points_nowhere_is_told_of() -> None:
    found = moved(box(20, 20, 60, 40), Rotate(angle_range=fixed(40)), categories=ARROWS)
    assert found.warnings == ("right points 40° away from every class that points; the nearest is right",)


# -- ghosts and thresholds --------------------------------------------------------------------------------

SHIFTED = Translate(x_range=fixed(-0.5), y_range=fixed(0))
CUT = box(29.5, 9.5, 49.5, 29.5)  # shifted by 45 pixels, a quarter of it is left


@pytest.mark.parametrize(
    ("padding", "mode", "counts"),
    [
        ("replicate", PaddingMode.WRAP, LabelCounts(real=1, ghosts=1)),
        ("ignore", PaddingMode.WRAP, LabelCounts(real=1, ignored=1)),
        ("drop", PaddingMode.WRAP, LabelCounts(real=1, dropped=1)),
        ("replicate", PaddingMode.CONSTANT, LabelCounts(real=1)),
        ("drop", PaddingMode.EDGE, LabelCounts(real=1)),
    ],
)
def test_policies_say_what_ghosts_are(padding: str, mode: PaddingMode, counts: LabelCounts) -> None:
    found = moved(CUT, SHIFTED, mode=mode, policy=LabelPolicy.model_validate({"padding": padding}))
    assert found.counts == counts
    real = found.labels.instances[0]
    assert real.shape == Box(-0.5, 9.5, 4.5, 29.5)
    assert real.visible == 0.25
    assert real.truncated
    assert not real.ghost
    for ghost in found.labels.instances[1:]:
        assert ghost.ghost
        assert ghost.ignored == (padding == "ignore")
        assert ghost.shape == Box(74.5, 9.5, 89.5, 29.5)


def test_smears_are_ignored() -> None:
    touching = box(69.5, 9.5, 95.5, 29.5)
    found = moved(touching, SHIFTED, mode=PaddingMode.EDGE)
    assert found.counts == LabelCounts(real=1, ignored=1)
    assert found.labels.instances[1].shape == Box(44.5, 9.5, 89.5, 29.5)
    assert found.labels.instances[1].ghost
    dropped = moved(touching, SHIFTED, mode=PaddingMode.EDGE, policy=LabelPolicy(padding="drop"))
    assert dropped.counts == LabelCounts(real=1, dropped=1)


def test_what_is_too_small_is_ignored_or_dropped() -> None:
    for policy, ignored in (
        (LabelPolicy(min_visible=0.3), 1),
        (LabelPolicy(min_pixels=101), 1),
        (LabelPolicy(min_visible=0.25, min_pixels=100), 0),
    ):
        found = moved(CUT, SHIFTED, policy=policy)
        assert found.counts == LabelCounts(real=1 - ignored, ignored=ignored, too_small=ignored)
        assert only(found).ignored == bool(ignored)
    found = moved(CUT, SHIFTED, policy=LabelPolicy(min_visible=0.3, padding="drop"))
    assert found.counts == LabelCounts(dropped=1, too_small=1)
    assert found.labels.instances == ()


def test_what_has_left_the_picture_is_counted() -> None:
    found = moved(Labels((box(0, 0, 9, 9), CUT)), SHIFTED)
    assert found.counts == LabelCounts(real=1, outside=1)


def test_instances_without_a_place_stay() -> None:
    tag = Instance(category=1, attributes={"said": "yes"})
    missing = Instance(category=0, keypoints=Keypoints(np.zeros((2, 2)), np.zeros(2, np.int32)))
    found = moved(Labels((tag, CUT, missing)), SHIFTED, HorizontalFlip()).labels.instances
    assert (found[0], found[2]) == (tag, missing)


def test_groups_of_ghosts_are_their_own() -> None:
    pair = tuple(replace(item, group=7) for item in (box(29.5, 9.5, 49.5, 29.5), box(31.5, 30.5, 49.5, 50.5)))
    found = moved(Labels(pair), SHIFTED, mode=PaddingMode.WRAP).labels.instances
    groups = {(item.ghost, item.group) for item in found}
    assert len(found) == 4
    assert groups == {(False, 7), (True, 8)}


def test_without_a_change_labels_stay_as_they_are() -> None:
    labels = Labels((box(-20, 3, 20, 3.25), HAND), semantic=SemanticMask(np.zeros((70, 90), np.uint8)))
    neutral = (Rotate(angle_range=fixed(0)), GaussianNoise(), Cutout(count_range=(0, 0)))
    found = moved(labels, *neutral, policy=LabelPolicy())
    assert found.labels is labels
    assert found.counts == LabelCounts(real=2)


# -- hidden parts -----------------------------------------------------------------------------------------


@settings(max_examples=6)
@given(st.integers(0, 2**20))
def test_what_is_hidden_is_no_longer_visible(seed: int) -> None:
    step: Transform = GridMask() if seed % 2 else Cutout(count_range=(6, 6))
    shape = outline(seed & ~1, SIZE)
    layer = drawn_map([shape], SIZE)
    points = np.random.default_rng(seed).uniform(0, 60, (9, 2))
    keypoints = Keypoints(points, np.full(9, 2, np.int32))
    labels = Labels(
        (Instance(category=0, shape=shape, keypoints=keypoints), Instance(category=0, shape=Bitmap(0, 1))),
        (layer,),
    )
    found = moved(labels, step).labels.instances
    resolved = resolve(Pipeline.of((step,)), SIZE, seed=0, key="k", copy=1)
    hidden = np.zeros((70, 90), np.bool_)
    for region in resolved.stages[0].transform.hidden(resolved.stages[0].draw, SIZE):  # type: ignore[union-attr]
        part = region.within(SIZE)
        if part.width > 0 and part.height > 0:
            hidden[part.top : part.bottom, part.left : part.right] = True
    whole = shapely.Polygon(shape.rings[0]).difference(shapely.Polygon(shape.rings[1]))
    boxes = [shapely.box(c - 0.5, r - 0.5, c + 0.5, r + 0.5) for r, c in np.argwhere(hidden).tolist()]
    under = whole.intersection(shapely.union_all(boxes)).area
    assert found[0].visible == pytest.approx(1 - under / whole.area, abs=1e-6)
    if len(found) > 1:
        assert found[1].visible == pytest.approx(
            1 - (hidden & (layer > 0)).sum() / (layer > 0).sum(), abs=1e-6
        )
    assert found[0].keypoints is not None
    expected = [1 if hidden[math.floor(v + 0.5), math.floor(u + 0.5)] else 2 for u, v in points]
    assert found[0].keypoints.visibility.tolist() == expected


# -- bitmaps ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", PaddingMode)
def test_a_bitmap_goes_where_its_outline_goes(mode: PaddingMode) -> None:
    """The outline follows the edges of the bitmap's pixels, so both cover the same ones."""
    random = np.random.default_rng(4)
    pixels = random.random((13, 17)) < 0.4
    squares = tuple(
        np.array(((c - 0.5, r - 0.5), (c + 0.5, r - 0.5), (c + 0.5, r + 0.5), (c - 0.5, r + 0.5)))
        for r, c in np.argwhere(pixels).tolist()
    )
    for steps in (
        (Rotate(angle_range=fixed(27)),),
        (Translate(x_range=fixed(0.31), y_range=fixed(0)), GaussianNoise(), Shear(x_range=fixed(30))),
    ):
        size = (17, 13)
        area = moved(Instance(category=0, shape=Outline(squares)), *steps, mode=mode, size=size)
        bitmap = moved(
            Labels((Instance(category=0, shape=Bitmap(0, 1)),), (pixels.astype(np.int32),)),
            *steps,
            mode=mode,
            size=size,
        )
        both = [np.zeros((13, 17), np.bool_) for _ in range(2)]
        for found, covered in zip((area, bitmap), both, strict=True):
            for item in found.labels.instances:
                covered[shown(found.labels, item, size)] = True
        np.testing.assert_array_equal(both[0], both[1])
        assert bitmap.labels.instances[0].visible == pytest.approx(area.labels.instances[0].visible, abs=0.06)
        shown_by_bitmap = [item for item in area.labels.instances if shown(area.labels, item, size).any()]
        assert len(bitmap.labels.instances) == len(shown_by_bitmap)


def test_dropped_bitmaps_leave_their_layer() -> None:
    layer = np.zeros((70, 90), np.int32)
    layer[10:30, 30:50] = 5
    labels = Labels((Instance(category=0, shape=Bitmap(0, 5)),), (layer,))
    kept = moved(labels, SHIFTED, mode=PaddingMode.WRAP)
    assert [item.ghost for item in kept.labels.instances] == [False, True]
    assert set(np.unique(kept.labels.layers[0])) == {0, 5, 6}
    dropped = moved(labels, SHIFTED, mode=PaddingMode.WRAP, policy=LabelPolicy(padding="drop"))
    assert set(np.unique(dropped.labels.layers[0])) == {0, 5}


@pytest.mark.parametrize(
    ("mode", "padding", "outside"),
    [
        (PaddingMode.CONSTANT, "replicate", 255),
        (PaddingMode.EDGE, "replicate", 255),
        (PaddingMode.WRAP, "replicate", None),
        (PaddingMode.WRAP, "ignore", 255),
        (PaddingMode.REFLECT, "drop", 255),
    ],
)
def test_classes_outside_the_picture(mode: PaddingMode, padding: str, outside: int | None) -> None:
    classes = np.tile(np.arange(90, dtype=np.uint8), (70, 1))
    labels = Labels(semantic=SemanticMask(classes))
    found = moved(
        labels, SHIFTED, mode=mode, policy=LabelPolicy.model_validate({"padding": padding})
    ).labels.semantic
    assert found is not None
    assert found.ignore == outside
    np.testing.assert_array_equal(found.classes[:, :45], classes[:, 45:])
    expected = classes[:, :45] if outside is None else np.full((70, 45), outside)
    np.testing.assert_array_equal(found.classes[:, 45:], expected)


@pytest.mark.parametrize("mode", PaddingMode)
def test_boxes_in_whole_numbers_are_moved_as_others(mode: PaddingMode) -> None:
    whole, other = (
        Labels((Instance(category=0, shape=Box(*map(kind, (10, 5, 40, 30)))),)) for kind in (int, float)
    )
    pipeline = Pipeline.of((Rotate(angle_range=Range(30, 30)),), Padding(mode=mode))
    resolved = resolve(pipeline, (80, 60), seed=0, key="k", copy=1)
    assert relabel(whole, resolved) == relabel(other, resolved)
    assert relabel(prepared(whole), resolved) == relabel(other, resolved)

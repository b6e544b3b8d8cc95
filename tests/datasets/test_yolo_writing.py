"""YOLO datasets are written so that all readers take them, and read again they are what they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from augstudio.core.arrays import Float64Array
from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import (
    Bitmap,
    Box,
    Categories,
    Category,
    Instance,
    Keypoints,
    Labels,
    OrientedBox,
    Outline,
    SemanticMask,
    Shape,
    Tags,
)
from augstudio.datasets.base import Dataset, DatasetReference
from augstudio.datasets.formats import FORMATS, open_dataset, reopened
from augstudio.datasets.label_writing import Loss, WrittenImage
from augstudio.datasets.shapes import mask_of
from augstudio.datasets.splits import Split
from augstudio.datasets.yolo.decimals import decimal_rows, decimals
from augstudio.datasets.yolo.rows import Task
from augstudio.datasets.yolo.writing import YoloWriter
from augstudio.errors import DatasetError
from tests.datasets.yolo_folders import DATA, SIZE, labels_of, small_yolo, write_yolo

NAMES = ("cat", "no", '狗: "1" #\U0001f415\n')
SQUARE = np.array([(1.5, 2.5), (21.5, 2.5), (21.5, 12.5), (1.5, 12.5)])
WITH_HOLE = Outline((SQUARE, SQUARE[::-1] / 2 + 4))


def image(file: str = "images/train/a.png", split: Split | None = Split.TRAIN) -> WrittenImage:
    return WrittenImage(file, SIZE, split, "a.png", 0)


def text(writer: YoloWriter, *instances: Instance, labels: Labels | None = None) -> str:
    data = writer.encode(image(), Labels(instances) if labels is None else labels).files[0]
    assert data is not None
    return data.decode()


def written(root: Path, writer: YoloWriter, labels: Labels | None) -> Dataset:
    """A dataset of one picture as the writer makes it."""
    file = image().file
    encoded = writer.encode(image(), labels)
    shared = {name: b"".join(parts) for name, parts in writer.shared_files(lambda: iter([(image(), b"")]))}
    files: dict[str, str | bytes | None] = dict(zip(writer.label_files(file), encoded.files, strict=True))
    write_yolo(root, {file: None, **files, **shared})
    return reopened(DatasetReference(root, writer.task.value))


@pytest.mark.parametrize(
    ("key", "split", "file"),
    [
        ("a.png", None, "images/a.png"),
        ("a.png", Split.VAL, "images/val/a.png"),
        ("images/train/x/a.png", Split.TRAIN, "images/train/x/a.png"),
        ("valid/images/a.b.png", Split.VAL, "images/val/a.b.png"),
        ("images/a.png", None, "images/a.png"),
        ("images/val/a.png", Split.VAL, "images/val/a.png"),
        ("images/val/a.png", Split.TRAIN, "images/train/val/a.png"),  # a folder of another meaning
        ("cat/images/a.png", None, "images/cat/images_/a.png"),  # else readers look beside it for labels
    ],
)
def test_pictures_have_a_folder_for_each_split(key: str, split: Split | None, file: str) -> None:
    writer = YoloWriter(Task.DETECT, NAMES, prefixes=("images/train", "valid/images"))
    assert writer.image_file(key, split) == file
    (labels,) = writer.label_files(file)
    assert labels == file.replace("images/", "labels/", 1).replace(".png", ".txt")


def test_the_description_names_what_was_written(tmp_path: Path) -> None:
    writer = YoloWriter(Task.DETECT, NAMES)
    images = [image("images/train/a.png"), image("images/test/b.png", Split.TEST)]
    ((name, parts),) = writer.shared_files(lambda: iter([(item, b"") for item in images]))
    written_text = b"".join(parts).decode()
    assert name == "data.yaml"
    assert yaml.safe_load(written_text) == {
        "train": "images/train",
        "val": "images/train",
        "test": "images/test",
        "names": dict(enumerate(NAMES)),
    }
    assert "# val names the pictures of train, as there are no others and readers ask for it." in written_text


@pytest.mark.parametrize(
    ("splits", "places"),
    [
        ([None], {"train": "images", "val": "images"}),
        ([Split.TRAIN, Split.VAL], {"train": "images/train", "val": "images/val"}),
        ([Split.VAL], {"train": "images/val", "val": "images/val"}),
        ([Split.OTHER], {"train": "images/other", "val": "images/other", "other": "images/other"}),
    ],
)
def test_readers_find_training_and_validation_always(
    splits: list[Split | None], places: dict[str, str]
) -> None:
    def entries() -> Iterator[tuple[WrittenImage, bytes]]:
        return iter([(image(split=split), b"") for split in splits])

    ((_, parts),) = YoloWriter(Task.DETECT, NAMES).shared_files(entries)
    said = yaml.safe_load(b"".join(parts))
    assert {key: said[key] for key in said if key != "names"} == places


def test_keypoints_have_three_numbers_partners_and_names() -> None:
    writer = YoloWriter(Task.POSE, ("cat", "dog"), ("left", "nose", "right"), ((0, 2),))
    ((_, parts),) = writer.shared_files(lambda: iter([(image(), b"")]))
    said = yaml.safe_load(b"".join(parts))
    assert (said["kpt_shape"], said["flip_idx"]) == ([3, 3], [2, 1, 0])
    assert said["kpt_names"] == {0: ["left", "nose", "right"], 1: ["left", "nose", "right"]}
    keypoints = Keypoints(np.array([(3.5, 4.5), (7, 7), (99, 4)]), np.array([1, 0, 2], np.int32))
    # v = 0 beside 0 0 makes Ultralytics 8.4.190 drop the picture, and so does a place beyond it.
    row = text(writer, Instance(category=1, shape=Box(-0.5, -0.5, 9.5, 9.5), keypoints=keypoints))
    assert row == "1 0.125 0.25 0.25 0.5 0.1 0.25 1 0 0 0 0 0 0\n"


@pytest.mark.parametrize(
    ("names", "swaps", "partners"),
    [
        (("left_eye", "nose", "right_eye"), (), [2, 1, 0]),
        (("nose", "tail"), (), [0, 1]),
        (("0", "1"), ((0, 1),), [1, 0]),
        (("0", "1"), (), None),  # unknown, so that Ultralytics mirrors nothing
    ],
)
def test_partners_come_from_the_dataset_or_the_names(
    names: tuple[str, ...], swaps: tuple[tuple[int, int], ...], partners: list[int] | None
) -> None:
    ((_, parts),) = YoloWriter(Task.POSE, ("cat",), names, swaps).shared_files(lambda: iter([(image(), b"")]))
    assert yaml.safe_load(b"".join(parts)).get("flip_idx") == partners


def test_keypoints_alone_have_the_box_around_them() -> None:
    writer = YoloWriter(Task.POSE, ("cat",), ("0", "1"))
    keypoints = Keypoints(np.array([(-0.5, 4.5), (19.5, 9.5)]), np.array([2, 2], np.int32))
    assert text(writer, Instance(category=0, keypoints=keypoints)).startswith("0 0.25 0.375 0.5 0.25 ")
    assert (
        text(replace(writer, task=Task.DETECT, keypoints=()), Instance(category=0, keypoints=keypoints)) == ""
    )


def test_a_picture_without_objects_has_an_empty_file_and_one_that_is_not_labelled_none() -> None:
    # Datumaro 1.13.12 leaves out pictures without a label file.
    writer = YoloWriter(Task.DETECT, NAMES)
    assert writer.encode(image(), Labels()).files == (b"",)
    assert writer.encode(image(), None).files == (None,)


def test_boxes_are_cut_at_the_frame_and_those_beside_it_have_no_row() -> None:
    # Ultralytics 8.4.190 takes boxes that stick out unclipped, and drops the picture beyond 1.01.
    writer = YoloWriter(Task.DETECT, NAMES)
    assert text(writer, Instance(category=0, shape=Box(-20.5, -0.5, 19.5, 99))) == "0 0.25 0.5 0.5 1\n"
    assert text(writer, Instance(category=0, shape=Box(39.5, 0, 50, 9))) == ""
    triangle = Outline((np.array([(-10.5, -0.5), (9.5, -0.5), (9.5, 19.5)]),))
    rows = text(replace(writer, task=Task.SEGMENT), Instance(category=0, shape=triangle)).split()
    assert all(0 <= float(word) <= 1 for word in rows)


def test_duplicates_and_what_cannot_be_held_have_no_row() -> None:
    writer, box = YoloWriter(Task.DETECT, NAMES), Box(0, 0, 5, 5)
    both = Instance(category=0, shape=box)
    assert text(writer, both, replace(both, origin=1)).count("\n") == 1
    assert text(writer, replace(both, crowd=True), replace(both, ignored=True)) == ""


def test_parts_become_rows_of_their_own_and_holes_are_filled() -> None:
    writer = YoloWriter(Task.SEGMENT, NAMES)
    two = Outline((*WITH_HOLE.rings, np.array([(30.5, 2.5), (34.5, 2.5), (34.5, 8.5)])))
    rows = text(writer, Instance(category=0, shape=two)).splitlines()
    assert [len(row.split()) for row in rows] == [9, 7]
    assert writer.losses(Labels((Instance(category=0, shape=two),))) == Counter(
        {Loss.HOLES: 1, Loss.PARTS: 1}
    )


def test_masks_keep_their_pixels_as_outlines(tmp_path: Path) -> None:
    # Where outlines run through pixel centres they grow by a row and a column each time.
    layer = np.zeros((SIZE[1], SIZE[0]), np.int32)
    layer[3:8, 5:9] = 7
    labels = Labels((Instance(category=0, shape=Bitmap(0, 7)),), (layer,))
    dataset = written(tmp_path, YoloWriter(Task.SEGMENT, NAMES), labels)
    read = labels_of(dataset, "images/train/a.png").labels
    assert read is not None
    shape = read.instances[0].shape
    assert shape is not None
    assert (mask_of(shape, (), SIZE) == (layer == 7)).all()


def test_outlines_become_the_smallest_turned_boxes() -> None:
    writer = YoloWriter(Task.OBB, NAMES)
    rhomb = np.array([(10, 2), (18, 10), (10, 18), (2, 10)], np.float64)
    words = text(
        writer, Instance(category=0, shape=Outline((np.concatenate((rhomb, [(10.0, 10.0)])),)))
    ).split()
    corners = (np.array(list(map(float, words[1:]))).reshape(4, 2) * SIZE - 0.5).tolist()
    assert sorted(np.round(corners, 6).tolist()) == sorted(rhomb.tolist())


@pytest.mark.parametrize("shift", [0.0, 15.0, 30.0, 60.0])
def test_turned_boxes_may_leave_the_picture_as_far_as_readers_take_it(shift: float) -> None:
    writer = YoloWriter(Task.OBB, NAMES)
    corners = np.array([(10, -3), (28, 5), (24, 14), (6, 6)], np.float64) + np.array((shift, 0))
    words = text(writer, Instance(category=0, shape=OrientedBox(corners))).split()
    shares = np.array(list(map(float, words[1:]))).reshape(-1, 2)
    if shift == 60:
        assert not len(shares)
        return
    least, greatest = shares.min(axis=0), shares.max(axis=0)
    centre = (least + greatest) / 2
    assert (greatest - least <= 1).all()
    assert ((centre >= 0) & (centre <= 1)).all()
    assert np.allclose(shares * SIZE - 0.5, corners) is (shift < 30)


BOX = Instance(category=0, shape=Box(0, 0, 5, 5))
KEYPOINTS = Keypoints(np.array([(3.0, 4.0)]), np.array([2], np.int32))


@pytest.mark.parametrize(
    ("task", "changes", "losses"),
    [
        (Task.DETECT, {}, {}),
        (Task.DETECT, {"shape": WITH_HOLE}, {Loss.OUTLINES: 1}),
        (Task.DETECT, {"shape": OrientedBox(SQUARE)}, {Loss.ANGLES: 1}),
        (Task.OBB, {"shape": OrientedBox(SQUARE)}, {}),
        (Task.OBB, {"shape": WITH_HOLE}, {Loss.OUTLINES: 1}),
        (Task.SEGMENT, {"shape": WITH_HOLE}, {Loss.HOLES: 1}),
        (Task.SEGMENT, {}, {Loss.FRAMED: 1}),
        (Task.DETECT, {"keypoints": KEYPOINTS}, {Loss.KEYPOINTS: 1}),
        (Task.POSE, {"keypoints": KEYPOINTS}, {}),
        (Task.DETECT, {"crowd": True}, {Loss.CROWDS: 1}),
        (Task.DETECT, {"ignored": True}, {Loss.IGNORED: 1}),
        (Task.DETECT, {"difficult": True, "occluded": True, "truncated": True}, {Loss.FLAGS: 3}),
        (Task.DETECT, {"group": 0}, {Loss.GROUPS: 1}),
        (Task.DETECT, {"attributes": {"a": 1, "b": 2}}, {Loss.ATTRIBUTES: 2}),
        (Task.DETECT, {"ghost": True, "visible": 0.5, "origin": 4}, {}),
    ],
)
def test_losses_are_counted(task: Task, changes: dict[str, object], losses: dict[Loss, int]) -> None:
    writer = YoloWriter(task, NAMES, ("0",) if task is Task.POSE else ())
    instance = replace(BOX, **changes)  # type: ignore[arg-type]
    assert writer.losses(Labels((instance,))) == Counter(losses)


def test_losses_of_the_whole_picture_are_counted() -> None:
    tags = Tags(((0, 1.0), (1, 0.5)), (("age", 3.0),), {"sky": "blue"})
    labels = Labels(semantic=SemanticMask(np.zeros((20, 40), np.uint8)), tags=tags)
    losses = YoloWriter(Task.DETECT, NAMES).losses(labels)
    assert losses == Counter({Loss.TAGS: 2, Loss.NUMBERS: 1, Loss.ATTRIBUTES: 1, Loss.CLASS_MAPS: 1})


@pytest.mark.parametrize("task", Task)
def test_regions_to_be_ignored_are_refused_by_name(task: Task) -> None:
    writer = YoloWriter(task, NAMES)
    reason = writer.refusal(LabelPolicy(padding="ignore"))
    assert reason is not None
    assert reason.startswith(f"{task.value} cannot mark regions to be ignored")
    assert "replicate or drop" in reason
    assert writer.refusal(LabelPolicy()) is writer.refusal(LabelPolicy(padding="drop")) is None


@pytest.mark.parametrize(
    ("value", "written_text"),
    [(0.5, "0.5"), (1.0, "1"), (1 / 3, "0.3333333333"), (-1e-12, "0"), (0.125, "0.125")],
)
def test_numbers_are_short(value: float, written_text: str) -> None:
    assert decimals([value]) == written_text
    assert decimals([1.5, value, value]) == f"1.5 {written_text} {written_text}"


# Halves of the last decimal, numbers that are not quite that, and those with more digits before the point.
ODD_NUMBERS = st.sampled_from(
    (2**-11, 2**-12, 1 - 2**-11, 0.00000000005, 0.12345678905, 0.99999999995, -1e-12, -0.5, 12.25, np.nan)
)
NUMBERS = st.floats(0, 1) | st.floats(-1, 11) | ODD_NUMBERS


@given(st.lists(st.lists(NUMBERS, min_size=1, max_size=6), max_size=5))
@example([[9.99999999996], [10.0], [0.1, 100.0, 0.0]])
def test_rows_of_numbers_are_those_of_single_ones(rows: list[list[float]]) -> None:
    numbers = np.array([number for row in rows for number in row], np.float64)
    assert decimal_rows(numbers, [len(row) for row in rows]) == [decimals(row) for row in rows]


SHARES = st.integers(0, 10**6).map(lambda number: number / 10**6)
ROWS = {
    Task.DETECT: st.tuples(SHARES, SHARES, SHARES, SHARES),
    Task.SEGMENT: st.lists(SHARES, min_size=6, max_size=6),
    Task.OBB: st.lists(SHARES, min_size=8, max_size=8),
}


@pytest.mark.parametrize("task", ROWS)
def test_what_is_read_is_written_as_it_was(tmp_path: Path, task: Task) -> None:
    # Whole numbers of millionths, as most programs write them; within the picture.
    rows = {
        Task.DETECT: ("1 0.481719 0.634028 0.690625 0.713278", "0 0.1 0.9 0.2 0.1"),
        Task.SEGMENT: ("1 0.5 0.25 0.481719 0.634028 0.1 0.9 0.333333 0.7",),
        Task.OBB: ("2 0.481719 0.034028 0.690625 0.113278 0.65 0.4 0.45 0.3",),
    }[task]
    original = "".join(f"{row}\n" for row in rows)
    root = small_yolo(tmp_path, original, DATA.replace("dog", "dog, cow"))
    labels = labels_of(reopened(DatasetReference(root, task.value)), "images/train/a.png", (641, 427)).labels
    assert labels is not None
    encoded = YoloWriter(task, NAMES).encode(replace(image(), size=(641, 427)), labels)
    assert encoded.files == (original.encode(),)


PLACES = st.floats(-0.5, 19.5, width=32)
POINTS = st.tuples(PLACES, PLACES)


@st.composite
def boxes(draw: st.DrawFn) -> Shape:
    left, top = draw(POINTS)
    return Box(left, top, left + draw(st.floats(0.01, 19)), min(top + draw(st.floats(0.01, 19)), 19.5))


@st.composite
def triangles(draw: st.DrawFn) -> Shape:
    return Outline((np.array(draw(st.lists(POINTS, min_size=3, max_size=6))),))


@st.composite
def quads(draw: st.DrawFn) -> Shape:
    return OrientedBox(np.array(draw(st.lists(POINTS, min_size=4, max_size=4))))


SHAPES = {Task.DETECT: boxes(), Task.SEGMENT: triangles(), Task.OBB: quads()}


@pytest.mark.parametrize("task", SHAPES)
@settings(max_examples=25)
@given(st.data())
def test_read_again_it_is_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, task: Task, data: st.DataObject
) -> None:
    shapes = data.draw(st.lists(SHAPES[task], max_size=3))
    labels = Labels(tuple(Instance(category=n % 3, shape=shape) for n, shape in enumerate(shapes)))
    dataset = written(tmp_path_factory.mktemp("out"), YoloWriter(task, NAMES), labels)
    read = labels_of(dataset, "images/train/a.png")
    assert read.labels is not None
    assert dataset.categories == Categories.named(NAMES)
    again = {item.category: item.shape for item in read.labels.instances}
    assert len(again) == len(shapes)
    for number, shape in enumerate(shapes):
        assert np.allclose(_corners(again[number % 3]), _corners(shape), rtol=0, atol=1e-7)


def _corners(shape: Shape | None) -> Float64Array:
    assert isinstance(shape, Box | OrientedBox | Outline)
    return shape.rings[0] if isinstance(shape, Outline) else shape.corners


def test_writers_come_from_the_registry_with_the_datasets_classes(tmp_path: Path) -> None:
    pose = open_dataset(small_yolo(tmp_path / "p", "", f"{DATA}kpt_shape: [2, 2]\nflip_idx: [1, 0]\n"))
    make = FORMATS["yolo-pose"].writer
    assert make is not None
    assert make(pose) == YoloWriter(
        Task.POSE, ("cat", "dog"), ("0", "1"), ((0, 1),), ("images/train", "images/val")
    )
    with pytest.raises(DatasetError, match="none of the classes has any; choose yolo"):
        make(open_dataset(small_yolo(tmp_path / "d")))
    other = FORMATS["yolo"].writer
    assert other is not None
    assert other(pose) == YoloWriter(Task.DETECT, ("cat", "dog"), prefixes=("images/train", "images/val"))


def test_classes_with_different_keypoints_are_refused() -> None:
    from augstudio.datasets.yolo.writing import _keypoints_of

    with pytest.raises(DatasetError, match="'cat' and 'dog' have different keypoints"):
        _keypoints_of(Categories((Category("cat", keypoints=("a",)), Category("dog", keypoints=("b",)))))

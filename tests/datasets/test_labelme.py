"""Datasets of LabelMe are read as they are seen there."""

from __future__ import annotations

import base64
import json
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio.core.labels import (
    Box,
    Categories,
    Instance,
    Labels,
    OrientedBox,
    Outline,
    Tags,
)
from augstudio.datasets.base import Dataset, Sample
from augstudio.datasets.formats import open_dataset, recognised_format
from augstudio.datasets.label_reading import ImageInfo, LabelsRead
from augstudio.datasets.label_writing import WrittenImage
from augstudio.datasets.labelme.writing import LabelmeWriter, writer_for
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError
from augstudio.images.label_map import encode_label_map
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

PICTURE = encoded(smooth_picture(40, 20), "PNG")
INFO = ImageInfo((40, 20))


def a_shape(label: str, points: object, kind: str = "polygon", **more: object) -> dict[str, object]:
    return {"label": label, "points": points, "shape_type": kind, **more}


def file_of(*shapes: object, **more: object) -> bytes:
    found: dict[str, object] = {
        "version": "5.5.0",
        "flags": {},
        "shapes": shapes,
        "imagePath": "1.png",
        "imageData": None,
    }
    return json.dumps({**found, "imageHeight": 20, "imageWidth": 40, **more}).encode()


def opened(root: Path, files: Mapping[str, bytes]) -> Dataset:
    return open_dataset(write_files(root, files))


def read(dataset: Dataset, key: str = "1.png", info: ImageInfo = INFO) -> LabelsRead:
    sample = next(item for item in dataset.samples() if isinstance(item, Sample) and item.key == key)
    source = dataset.label_source(sample)
    assert source is not None
    found: LabelsRead = pickle.loads(pickle.dumps(source)).read(info)
    return found


def one(tmp_path: Path, *shapes: object, info: ImageInfo = INFO, **more: object) -> LabelsRead:
    return read(opened(tmp_path / "in", {"1.png": PICTURE, "1.json": file_of(*shapes, **more)}), info=info)


def instances(found: LabelsRead) -> tuple[Instance, ...]:
    assert found.labels is not None
    return found.labels.instances


def a_mask(mask: np.ndarray) -> str:
    return base64.b64encode(encode_label_map(mask.astype(np.uint8))).decode()


def written(writer: LabelmeWriter, labels: Labels) -> bytes:
    (data,) = writer.encode(WrittenImage("a/1.png", (40, 20), None, "1.png", 0), labels).files
    assert data is not None
    return data


def shapes_of(writer: LabelmeWriter, labels: Labels) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(writer, labels))["shapes"]
    return found


def test_folders_with_such_files_are_recognised(tmp_path: Path) -> None:
    box = a_shape("car", [[1, 2], [3, 4]], "rectangle")
    files = {f"{split}/{n}.png": PICTURE for n, split in enumerate(("train", "train", "val"))}
    files |= {
        "train/0.json": file_of(box),
        "val/2.json": file_of(a_shape("bus", [[1, 2], [3, 4]], "rectangle")),
    }
    dataset = opened(tmp_path / "in", files)
    assert recognised_format(tmp_path / "in") == "labelme"
    assert recognised_format(tmp_path / "in" / "train" / "0.json") == "labelme"
    found = {item.key: item.split for item in dataset.samples() if isinstance(item, Sample)}
    assert found == {"train/0.png": Split.TRAIN, "train/1.png": Split.TRAIN, "val/2.png": Split.VAL}
    assert dataset.categories == Categories.named(("bus", "car"))
    sample = next(
        item for item in dataset.samples() if isinstance(item, Sample) and item.key == "train/1.png"
    )
    assert dataset.label_source(sample) is None


def test_a_file_of_another_name_or_folder_belongs_to_the_picture_that_it_names(tmp_path: Path) -> None:
    """Written on Windows, its path has backslashes."""
    box = a_shape("car", [[1, 2], [3, 4]], "rectangle")
    dataset = opened(
        tmp_path, {"images/1.png": PICTURE, "json/x.json": file_of(box, imagePath="..\\images\\1.png")}
    )
    found = read(dataset, "images/1.png")
    assert len(instances(found)) == 1
    assert found.data == b""  # beside a copy, it would name a picture elsewhere
    assert dataset.label_problems() == ()


@pytest.mark.parametrize("points", [[[3, 5], [9, 8]], [[9, 8], [3, 5]], [[9, 5], [3, 8]], [[3, 8], [9, 5]]])
def test_a_rectangle_is_given_by_any_two_corners(points: list[list[int]], tmp_path: Path) -> None:
    (item,) = instances(one(tmp_path, a_shape("car", points, "rectangle")))
    assert item.shape == Box(2.5, 4.5, 8.5, 7.5)


def test_a_polygon_lies_where_it_is_drawn(tmp_path: Path) -> None:
    """The pixel in the corner is drawn from 0 to 1, so that its centre is at 0.5."""
    (item,) = instances(one(tmp_path, a_shape("car", [[0, 0], [0, 20], [40, 20]])))
    assert item.shape == Outline((np.array([(39.5, 19.5), (-0.5, 19.5), (-0.5, -0.5)]),))


def test_a_circle_becomes_an_outline_and_comes_back_as_a_circle(tmp_path: Path) -> None:
    found = one(tmp_path, a_shape("car", [[10, 10], [10, 15]], "circle"))
    (item,) = instances(found)
    assert isinstance(item.shape, Outline)
    radii = np.hypot(*(item.shape.rings[0] - 9.5).T)
    assert np.allclose(radii, 5)
    assert found.labels is not None
    (shape,) = shapes_of(writer_for(Categories.named(("car",))), found.labels)
    assert (shape["shape_type"], np.round(shape["points"], 9).tolist()) == ("circle", [[10, 10], [10, 15]])
    flipped = Labels(
        (Instance(category=0, shape=Outline((item.shape.rings[0] * (-1, 1),)), attributes=item.attributes),)
    )
    assert shapes_of(writer_for(Categories.named(("car",))), flipped)[0]["shape_type"] == "circle"
    sheared = Labels(
        (Instance(category=0, shape=Outline((item.shape.rings[0] * (2, 1),)), attributes=item.attributes),)
    )
    assert shapes_of(writer_for(Categories.named(("car",))), sheared)[0]["shape_type"] == "polygon"


@pytest.mark.parametrize("kind", ["point", "line", "linestrip", "points"])
def test_what_encloses_nothing_is_held_by_its_points_and_comes_back(kind: str, tmp_path: Path) -> None:
    points = [[1.0, 2.0], [3.0, 5.0], [9.0, 9.0]][: {"point": 1, "line": 2}.get(kind, 3)]
    found = one(tmp_path, a_shape("car", points, kind))
    (item,) = instances(found)
    assert item.shape is None
    assert item.keypoints is not None
    assert item.keypoints.points.tolist() == (np.array(points) - 0.5).tolist()
    assert found.labels is not None
    (shape,) = shapes_of(writer_for(Categories.named(("car",))), found.labels)
    assert (shape["shape_type"], shape["points"]) == (kind, points)


def test_rectangles_of_four_corners_and_turned_ones_of_x_anylabeling_are_read(tmp_path: Path) -> None:
    corners = [[3, 2], [13, 2], [13, 8], [3, 8]]
    turned = [[5, 2], [12, 6], [9, 11], [2, 7]]
    shapes = a_shape("cat", corners, "rectangle"), a_shape("cat", turned, "rotation", direction=0.52)
    found = read(opened(tmp_path, {"1.png": PICTURE, "1.json": file_of(*shapes)}))
    assert found.labels is not None
    assert not found.problems
    box, oriented = (item.shape for item in found.labels.instances)
    assert isinstance(box, Box)
    assert (box.left, box.top, box.right, box.bottom) == (2.5, 1.5, 12.5, 7.5)
    assert isinstance(oriented, OrientedBox)
    np.testing.assert_allclose(oriented.corners, np.array(turned) - 0.5)


def test_a_turned_rectangle_keeps_its_corners(tmp_path: Path) -> None:
    corners = [[10.0, 2.0], [14.0, 6.0], [12.0, 8.0], [8.0, 4.0]]
    (item,) = instances(one(tmp_path, a_shape("car", corners, "oriented_rectangle")))
    assert item.shape == OrientedBox(np.array(corners) - 0.5)


def test_the_corners_of_a_mask_are_pixels_and_the_last_one_is_inside(tmp_path: Path) -> None:
    mask = np.array([[1, 1, 0], [0, 1, 1]])
    found = one(tmp_path, a_shape("car", [[4, 6], [6, 7]], "mask", mask=a_mask(mask)))
    assert found.labels is not None
    assert found.problems == ()
    assert np.argwhere(found.labels.layers[0]).tolist() == [[6, 4], [6, 5], [7, 5], [7, 6]]
    (shape,) = shapes_of(writer_for(Categories.named(("car",))), found.labels)
    assert (shape["shape_type"], shape["points"], shape["mask"]) == ("mask", [[4, 6], [6, 7]], a_mask(mask))


@pytest.mark.parametrize(
    ("end", "reason"),
    [([7, 8], "the last pixels of the mask are left out"), ([9, 9], "not as large as its corners")],
)
def test_other_corners_of_a_mask_are_told(end: list[int], reason: str, tmp_path: Path) -> None:
    """LabelMe itself opens such files and fails later, when it draws them."""
    found = one(tmp_path, a_shape("car", [[4, 6], end], "mask", mask=a_mask(np.ones((2, 3)))))
    assert found.labels is not None
    assert np.argwhere(found.labels.layers[0])[[0, -1]].tolist() == [[6, 4], [7, 6]]
    assert [reason in problem.reason for problem in found.problems] == [True]


def test_polygons_of_one_group_and_class_are_parts_of_one_thing(tmp_path: Path) -> None:
    one_part, other = [[1, 1], [5, 1], [5, 5]], [[9, 9], [9, 12], [12, 12]]
    found = instances(
        one(
            tmp_path,
            a_shape("car", one_part, group_id=3),
            a_shape("car", other, group_id=3),
            a_shape("bus", other, group_id=3),
            a_shape("car", other, group_id=4),
            a_shape("car", other),
            a_shape("car", one_part, group_id=3, flags={"other": True}),
        )
    )
    assert [(item.category, item.group) for item in found] == [(1, 3), (0, 3), (1, 4), (1, None), (1, 3)]
    assert isinstance(found[0].shape, Outline)
    assert [ring.tolist() for ring in found[0].shape.rings] == [
        [[0.5, 0.5], [4.5, 0.5], [4.5, 4.5]],
        [[11.5, 11.5], [8.5, 11.5], [8.5, 8.5]],  # turned round, as no hole is meant
    ]


def test_flags_descriptions_and_other_keys_are_kept(tmp_path: Path) -> None:
    shape = a_shape(
        "car",
        [[1, 2], [3, 4]],
        "rectangle",
        flags={"occluded": True, "red": False},
        description="left",
        score=0.5,
    )
    found = one(tmp_path, shape, flags={"sunny": True}, author="me")
    (item,) = instances(found)
    assert (item.occluded, item.truncated) == (True, False)
    assert item.attributes == {"flags": {"red": False}, "description": "left", "score": 0.5}
    assert found.labels is not None
    assert found.labels.tags == Tags(attributes={"flags": {"sunny": True}, "author": "me"})


def test_labels_of_a_picture_as_it_is_stored_are_turned_with_it(tmp_path: Path) -> None:
    """LabelMe 7 refuses such files; earlier versions wrote them."""
    mask = a_shape("car", [[0, 0], [1, 0]], "mask", mask=a_mask(np.ones((1, 2))))
    found = one(tmp_path, a_shape("car", [[0, 0], [10, 4]], "rectangle"), mask, info=ImageInfo((20, 40), 6))
    assert instances(found)[0].shape == Box(15.5, -0.5, 19.5, 9.5)
    assert found.labels is not None
    assert np.argwhere(found.labels.layers[0]).tolist() == [[0, 19], [1, 19]]


BROKEN = [
    (b"{", "1.json, line 1: not valid JSON"),
    (b"[]", "is not a LabelMe file"),
    (b'{"shapes": 3}', "is not a LabelMe file"),
    (b'{"shapes": [NaN]}', "NaN is not a number in JSON"),
    (b"\xff\xfe", "not UTF-8 text"),
    (b"[" * 100_000, "nested too deeply"),
]


@pytest.mark.parametrize(("data", "reason"), BROKEN)
def test_a_broken_file_is_told_and_the_others_count(data: bytes, reason: str, tmp_path: Path) -> None:
    good = file_of(a_shape("car", [[1, 2], [3, 4]], "rectangle"))
    dataset = opened(tmp_path, {"0.png": PICTURE, "0.json": good, "1.png": PICTURE, "1.json": data})
    with pytest.raises(DatasetError, match=reason):
        read(dataset)
    assert [problem.file for problem in dataset.label_problems()] == ["1.json"]
    assert len(instances(read(dataset, "0.png"))) == 1


ODD = [
    (7, "is 7, not a shape"),
    (a_shape("car", [[1, 2]], "rectangle"), "'rectangle' has another number of points: 1"),
    (a_shape("car", []), "has no points"),
    (a_shape("car", [[1, "2"], [3, 4], [5, 6]]), "no pairs of numbers"),
    (a_shape("car", [[1, 2], [3, 4]]), "a 'polygon' of 2 points is of no use"),
    (a_shape("car", [[1, 2], [3, 4], [5, 6]], "blob"), "a 'blob' of 3 points is of no use"),
    (a_shape("car", [[1, 2], [1, 9]], "rectangle"), "encloses nothing"),
    (a_shape("car", [[1, 2], [1, 2]], "circle"), "encloses nothing"),
    (a_shape("car", [[1, 2], [3, 4]], "mask", mask="%%"), "its mask is not a PNG"),
    (a_shape("car", [[90, 2], [92, 2]], "mask", mask=a_mask(np.ones((1, 3)))), "no pixel in the picture"),
    ({"points": [[1, 2]], "shape_type": "point"}, "has no known class: None"),
]


@pytest.mark.parametrize(("shape", "reason"), ODD)
def test_odd_shapes_are_told_by_their_number(shape: object, reason: str, tmp_path: Path) -> None:
    found = one(tmp_path, a_shape("car", [[1, 2], [3, 4]], "rectangle"), shape)
    (problem,) = found.problems
    assert problem.reason == f"shape 2: {problem.reason[9:]}"
    assert reason in problem.reason
    assert problem.reason.endswith("it is left out")
    assert len(instances(found)) == 1


def test_a_shape_beyond_the_picture_and_an_odd_group_count_and_are_told(tmp_path: Path) -> None:
    found = one(tmp_path, a_shape("car", [[1, 2], [43, 4]], "rectangle", group_id="x"))
    assert [problem.reason.partition(";")[0] for problem in found.problems] == [
        "shape 1: group_id is 'x', not a whole number",
        "shape 1 leaves the picture of 40 x 20",
    ]
    assert instances(found)[0].shape == Box(0.5, 1.5, 42.5, 3.5)


def test_a_picture_that_only_the_file_holds_is_told(tmp_path: Path) -> None:
    held = file_of(imagePath="2.png", imageData=base64.b64encode(PICTURE).decode())
    files = {"1.png": PICTURE, "1.json": file_of(), "2.json": held, "3.json": file_of(imagePath="3.png")}
    assert [(problem.file, problem.reason) for problem in opened(tmp_path, files).label_problems()] == [
        (
            "2.json",
            "its picture 2.png is not there, only in the file itself (imageData), where pictures are not "
            "read; save it under that name beside the file",
        ),
        ("3.json", "its picture 3.png is not there"),
    ]


def test_other_json_files_are_none_of_its_business(tmp_path: Path) -> None:
    """Records of an export, for example."""
    box = a_shape("car", [[1, 2], [3, 4]], "rectangle")
    files = {"1.png": PICTURE, "1.json": file_of(box), "settings.json": b'{"a": 1}', "broken.json": b"{"}
    dataset = opened(tmp_path, files)
    assert dataset.label_problems() == ()
    assert len(instances(read(dataset))) == 1


def test_files_deep_in_folders_are_found(tmp_path: Path) -> None:
    box = a_shape("car", [[1, 2], [3, 4]], "rectangle")
    opened(tmp_path, {"a/b/c/1.png": PICTURE, "a/b/c/1.json": file_of(box)})
    assert recognised_format(tmp_path) == "labelme"


def test_of_a_folder_without_any_picture_the_first_file_is_named(tmp_path: Path) -> None:
    held = file_of(imagePath="2.png", imageData=base64.b64encode(PICTURE).decode())
    with pytest.raises(DatasetError) as refusal:
        opened(tmp_path / "in", {"2.json": held})
    assert str(refusal.value) == (
        f"no picture in {tmp_path / 'in'} can be used; 2.json: its picture 2.png is not there, only in the "
        "file itself (imageData), where pictures are not read; save it under that name beside the file"
    )

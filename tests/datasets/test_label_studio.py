"""Datasets of Label Studio are read as they are drawn there."""

from __future__ import annotations

import json
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio.core.labels import Box, Categories, Instance, Labels, OrientedBox, Outline, Tags
from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.datasets.formats import open_dataset, recognised_format
from augstudio.datasets.label_reading import ImageInfo, LabelsRead
from augstudio.datasets.run_lengths import brush_of_mask
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

PICTURE = encoded(smooth_picture(40, 20), "PNG")
INFO = ImageInfo((40, 20))


def a_result(kind: str, value: Mapping[str, object], label: str = "car", **more: object) -> dict[str, Any]:
    labelled = {**value, kind: [label]} if kind.endswith("labels") else dict(value)
    size = {"original_width": 40, "original_height": 20, "image_rotation": 0}
    return {"id": "r1", "type": kind, "from_name": "a", "to_name": "b", "value": labelled, **size, **more}


def a_task(*results: object, image: str = "/data/upload/1/0123abcd-1.png", **more: object) -> dict[str, Any]:
    annotation = {"id": 1, "completed_by": 1, "was_cancelled": False, "result": list(results)}
    return {"id": 7, "data": {"image": image}, "annotations": [annotation], "predictions": [], **more}


def file_of(*tasks: object) -> bytes:
    return json.dumps(tasks).encode()


def opened(root: Path, files: Mapping[str, bytes]) -> Dataset:
    return open_dataset(write_files(root, files))


def read(dataset: Dataset, key: str = "images/1.png", info: ImageInfo = INFO) -> LabelsRead:
    sample = next(item for item in dataset.samples() if isinstance(item, Sample) and item.key == key)
    source = dataset.label_source(sample)
    assert source is not None
    found: LabelsRead = pickle.loads(pickle.dumps(source)).read(info)
    return found


def one(tmp_path: Path, *results: object, info: ImageInfo = INFO) -> LabelsRead:
    files = {"images/1.png": PICTURE, "export.json": file_of(a_task(*results))}
    return read(opened(tmp_path / "in", files), info=info)


def instances(found: LabelsRead) -> tuple[Instance, ...]:
    assert found.labels is not None
    return found.labels.instances


RECTANGLE = {"x": 10, "y": 20, "width": 50, "height": 30, "rotation": 0}


def test_a_file_of_tasks_and_its_folder_are_recognised(tmp_path: Path) -> None:
    tasks = [
        a_task(a_result("rectanglelabels", RECTANGLE), image="/data/local-files/?d=images%2Fa%20b.png"),
        a_task(a_result("rectanglelabels", RECTANGLE, "bus"), image="s3://bucket/x/2.png"),
        a_task(image="https://example.org/images/3.png?key=1"),
        a_task(image="/data/upload/1/0123abcd-4.png"),
        a_task(image="gone.png"),
    ]
    files = {f"images/{name}.png": PICTURE for name in ("a b", "2", "3", "4")}
    root = write_files(tmp_path, {**files, "project-1.json": file_of(*tasks)})
    assert recognised_format(root) == recognised_format(root / "project-1.json") == "label-studio"
    dataset = open_dataset(root)
    found = list(dataset.samples())
    assert [item.key for item in found if isinstance(item, Sample)] == [
        "images/2.png",
        "images/3.png",
        "images/4.png",
        "images/a b.png",
    ]
    assert [item for item in found if isinstance(item, Skipped)] == [
        Skipped("gone.png", "the picture of task 5 is not there")
    ]
    assert dataset.categories == Categories.named(("bus", "car"))
    assert not dataset.has_splits


def test_places_are_per_cent_of_width_and_height(tmp_path: Path) -> None:
    (item,) = instances(one(tmp_path, a_result("rectanglelabels", RECTANGLE)))
    assert item.shape == Box(3.5, 3.5, 23.5, 9.5)


def test_a_rectangle_turns_clockwise_about_its_upper_left_corner_in_pixels(tmp_path: Path) -> None:
    """Angles of per cent would be others, as the picture is not square; exports to COCO are wrong there."""
    value = {"x": 50, "y": 10, "width": 25, "height": 20, "rotation": 90}
    (item,) = instances(one(tmp_path, a_result("rectanglelabels", value)))
    assert item.shape == OrientedBox(np.array([(20, 2), (20, 12), (16, 12), (16, 2)]) - 0.5)


def test_a_brush_has_run_lengths_of_its_own(tmp_path: Path) -> None:
    mask = np.zeros((20, 40), bool)
    mask[3:5, 7:30] = True
    value = {"format": "rle", "rle": brush_of_mask(mask)}
    found = one(tmp_path, a_result("brushlabels", value))
    assert found.labels is not None
    assert np.array_equal(found.labels.layers[0] == 1, mask)


def test_polygons_points_and_ellipses_are_read(tmp_path: Path) -> None:
    found = instances(
        one(
            tmp_path,
            a_result("polygonlabels", {"points": [[0, 0], [0, 100], [100, 100]], "closed": True}, id="1"),
            a_result("keypointlabels", {"x": 50, "y": 50, "width": 1}, id="2"),
            a_result(
                "ellipselabels", {"x": 50, "y": 50, "radiusX": 25, "radiusY": 10, "rotation": 90}, id="3"
            ),
        )
    )
    assert found[0].shape == Outline((np.array([(39.5, 19.5), (-0.5, 19.5), (-0.5, -0.5)]),))
    assert found[1].keypoints is not None
    assert found[1].keypoints.points.tolist() == [[19.5, 9.5]]
    assert isinstance(found[2].shape, Outline)
    ring = found[2].shape.rings[0] - (19.5, 9.5)
    assert np.allclose((ring[:, 0] / 2) ** 2 + (ring[:, 1] / 10) ** 2, 1)


def test_cancelled_annotations_do_not_count_and_ground_truth_counts_first(tmp_path: Path) -> None:
    """A cancelled annotation is a picture that somebody skipped, not one without things."""
    result = a_result("rectanglelabels", RECTANGLE)
    other = a_result("rectanglelabels", {**RECTANGLE, "x": 0})
    cancelled = {"was_cancelled": True, "result": [result]}
    true = {"was_cancelled": False, "ground_truth": True, "result": [other]}
    several = [cancelled, {"was_cancelled": False, "result": [result, result]}, true]
    tasks = [
        a_task(image="1.png", annotations=several),
        a_task(image="2.png", annotations=[cancelled]),
        a_task(image="3.png", annotations=[], predictions=[{"result": [result]}]),
        a_task(image="4.png"),
    ]
    files = {f"images/{n}.png": PICTURE for n in range(1, 5)}
    dataset = opened(tmp_path, {**files, "a.json": file_of(*tasks)})
    samples = [item for item in dataset.samples() if isinstance(item, Sample)]
    assert [dataset.label_source(item) is None for item in samples] == [False, True, True, False]
    found = read(dataset)
    assert [item.shape for item in instances(found)] == [Box(-0.5, 3.5, 19.5, 9.5)]
    assert [item.reason for item in found.problems] == [
        "task 1 has several annotations; the first counts, or the one marked as ground truth"
    ]
    assert read(dataset, "images/4.png").labels == Labels()


@pytest.mark.parametrize(("count", "said"), [(1, "1 task has"), (2, "2 tasks have")])
def test_predictions_are_not_read_and_that_is_told(tmp_path: Path, count: int, said: str) -> None:
    tasks = [
        {**a_task(image=f"{number}.png"), "annotations": [], "predictions": [{"result": [], "score": 0.5}]}
        for number in range(count)
    ]
    pictures = {f"{number}.png": PICTURE for number in range(count)}
    dataset = opened(tmp_path, {"tasks.json": file_of(*tasks), **pictures})
    (problem,) = dataset.label_problems()
    assert problem.reason.startswith(f"{said} predictions only")


def test_choices_numbers_and_texts_of_the_picture_are_its_tags(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        a_result("choices", {"choices": ["sunny", "cold"]}, id="1"),
        a_result("rating", {"rating": 4}, id="2", from_name="quality"),
        a_result("textarea", {"text": ["a note"]}, id="3", from_name="note"),
    )
    assert found.labels is not None
    assert found.labels.tags == Tags(((1, 1.0), (0, 1.0)), (("quality", 4.0),), {"note": ["a note"]})


def test_results_of_one_region_belong_together(tmp_path: Path) -> None:
    """The label may be a result of its own, and choices may be said of a region."""
    found = one(
        tmp_path,
        a_result("rectangle", RECTANGLE),
        a_result("labels", RECTANGLE),
        a_result("choices", {**RECTANGLE, "choices": ["red"]}, from_name="colour"),
        a_result("rectanglelabels", RECTANGLE, id="r2", parentID="r1", score=0.5),
    )
    first, second = instances(found)
    assert found.labels is not None
    assert found.labels.tags is None
    assert (first.attributes, first.group) == ({"colour": ["red"]}, 1)
    assert (second.attributes, second.group) == ({"score": 0.5}, 1)


def test_labels_of_a_picture_as_it_is_stored_are_turned_with_it(tmp_path: Path) -> None:
    value = {"x": 0, "y": 0, "width": 25, "height": 20, "rotation": 0}
    mask = np.zeros((20, 40), bool)
    mask[0, :2] = True
    brush = a_result("brushlabels", {"format": "rle", "rle": brush_of_mask(mask)}, id="2")
    found = one(tmp_path, a_result("rectanglelabels", value), brush, info=ImageInfo((20, 40), 6))
    assert instances(found)[0].shape == Box(15.5, -0.5, 19.5, 9.5)
    assert found.labels is not None
    assert np.argwhere(found.labels.layers[0]).tolist() == [[0, 19], [1, 19]]


def test_shares_count_on_a_picture_of_another_size_and_that_is_told(tmp_path: Path) -> None:
    found = one(tmp_path, a_result("rectanglelabels", RECTANGLE), info=ImageInfo((80, 40)))
    assert instances(found)[0].shape == Box(7.5, 7.5, 47.5, 19.5)
    assert "drawn on a picture of 40x20 pixels, but it has 80x40" in found.problems[0].reason


def test_splits_are_said_by_tasks(tmp_path: Path) -> None:
    tasks = [
        a_task(data={"image": f"{n}.png", "split": split})
        for n, split in enumerate(("train", "val", "other"))
    ]
    files = {f"images/{n}.png": PICTURE for n in range(3)}
    dataset = opened(tmp_path, {**files, "a.json": file_of(*tasks, a_task(image="2.png"))})
    assert [item.split for item in dataset.samples() if isinstance(item, Sample)] == [
        Split.TRAIN,
        Split.VAL,
        Split.OTHER,
    ]
    assert [item.reason for item in dataset.label_problems()] == [
        "task 4 has the same picture as task 3, which counts"
    ]


BROKEN = [
    (b'[{"data": 1, "annotations": ', "export.json, line 1: not valid JSON"),
    (b'[{"data": 1, "annotations": NaN}]', "NaN is not a number in JSON"),
    (b'[{"image": "1.png", "annotation_id": 1, "annotator": 1}]', "is the short form JSON-MIN"),
    (file_of(a_task(image="../../etc/passwd.png")), "the picture of task 1 is not there"),
]


@pytest.mark.parametrize(("data", "reason"), BROKEN)
def test_a_file_that_cannot_be_used_is_told(data: bytes, reason: str, tmp_path: Path) -> None:
    root = write_files(tmp_path, {"images/1.png": PICTURE, "export.json": data})
    assert recognised_format(root) == "label-studio"
    with pytest.raises(DatasetError, match=reason):
        open_dataset(root)


ODD = [
    (a_result("rectanglelabels", {**RECTANGLE, "x": "1"}), "needs a number for x, not '1'"),
    (a_result("rectanglelabels", {"x": 1, "y": 2}), "needs a number for width, not None"),
    (a_result("ellipselabels", {"x": 1, "y": 2}), "needs a number for radiusX, not None"),
    (a_result("rectanglelabels", {**RECTANGLE, "width": 0}), "encloses nothing"),
    (a_result("rectangle", RECTANGLE), "has no class"),
    (a_result("polygonlabels", {"points": [[1, 1], [2, 2]]}), "has fewer than three corners"),
    (a_result("polygonlabels", {"points": [[1, 1], [2, 2], [3]]}), "points that are no pairs of numbers"),
    (a_result("brushlabels", {"rle": "abc"}), "has no run lengths"),
    (a_result("brushlabels", {"rle": [0, 0, 0, 1]}), "cannot be read: the brush"),
    (a_result("ellipselabels", {"x": 1, "y": 1, "radiusX": 0, "radiusY": 1}), "encloses nothing"),
    (a_result("rectanglelabels", RECTANGLE, image_rotation=90), "while the picture was turned"),
    (a_result("bitmasklabels", {"imageDataURL": "data:"}), "has no class"),
]


@pytest.mark.parametrize(("result", "reason"), ODD)
def test_odd_results_are_told_with_their_task(result: dict[str, Any], reason: str, tmp_path: Path) -> None:
    found = one(tmp_path, a_result("rectanglelabels", RECTANGLE, id="good"), result)
    (problem,) = found.problems
    assert reason in problem.reason
    assert problem.reason.startswith("task 1: a result of type")
    assert problem.reason.endswith("it is left out")
    assert len(instances(found)) == 1


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        (a_result("relation", {}, id="x"), "task 1: a relation between regions is left out"),
        (a_result("video", {}, id="x"), "task 1: a result of type 'video' is of an unknown kind"),
        (a_result("rectanglelabels", {**RECTANGLE, "width": 95}), "task 1: a region leaves the picture"),
    ],
)
def test_other_oddities_are_told(result: dict[str, Any], reason: str, tmp_path: Path) -> None:
    (problem,) = one(tmp_path, result).problems
    assert problem.reason.startswith(reason)


def test_points_in_a_region_are_its_keypoints(tmp_path: Path) -> None:
    """As people draw poses in Label Studio: each point is named, and lies in its region's branch."""

    def point(name: str, number: int, x: float, parent: str | None, kind: str = "keypointlabels") -> Any:
        above = {} if parent is None else {"parentID": parent}
        value = {"x": x, "y": 50, "width": 1}
        return a_result(kind, value, name, id=f"p{number}", **above)

    found = one(
        tmp_path,
        point("tail", 1, 25, "r1"),  # it may stand before its region
        a_result("rectanglelabels", RECTANGLE, "dog"),
        point("nose", 2, 50, "r1"),
        point("nose", 3, 75, "r1"),
        point("ball", 4, 10, None),
        point("nose", 5, 10, "r9"),
    )
    dog, ball, nose = instances(found)
    assert dog.keypoints is not None
    assert dog.keypoints.points.tolist() == [[9.5, 9.5], [19.5, 9.5]]
    assert (dog.group, ball.shape, nose.shape) == (None, None, None)
    assert [problem.reason for problem in found.problems] == [
        "task 1: a result of type 'keypointlabels' is a second point 'nose' of its region; it is left out"
    ]
    dataset = opened(tmp_path / "in", {})
    assert dataset.categories is not None
    said = [(item.name, item.keypoints) for item in dataset.categories.all]
    assert said == [("ball", ()), ("dog", ("tail", "nose")), ("nose", ())]
    interface = '<View><KeyPointLabels name="a"><Label value="tail"/><Label value="nose" model_index="0"/>'
    for text, order in (
        (f"{interface}</KeyPointLabels></View>", ("nose", "tail")),
        ("<View>", ("tail", "nose")),
    ):
        dataset = opened(tmp_path / "in", {"label-config.xml": text.encode()})
        assert dataset.categories is not None
        assert dataset.categories[1].keypoints == order

"""The labelled sample says what it is said to hold, and another program reads it so."""

from __future__ import annotations

import contextlib
import io
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import cv2
import numpy as np
import pytest
from PIL import Image
from pycocotools.coco import COCO

from augstudio.assets import labelled_sample

CLASSES: Final = {
    "train": {"person": 6, "bird": 1, "cat": 1, "dog": 2, "cup": 1, "spoon": 1, "dining table": 1}
    | {"otter": 2, "eye": 2, "saucer": 1},
    "val": {
        "person": 2,
        "bird": 1,
        "helmet": 1,
        "patch": 2,
        "flag": 1,
        "shuttle": 1,
        "camera": 1,
        "tripod": 1,
    },
}
KINDS: Final = {
    "train": {"box": 2, "outline": 14, "bitmap": 1, "crowd": 1},
    "val": {"box": 3, "outline": 6, "bitmap": 1},
}


def opened(split: str) -> COCO:
    with contextlib.redirect_stdout(io.StringIO()):
        return COCO(str(labelled_sample() / "annotations" / f"instances_{split}.json"))


def labels_of(coco: COCO) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each annotation with its image."""
    for annotation in coco.dataset["annotations"]:
        yield annotation, coco.imgs[annotation["image_id"]]


def kind(annotation: dict[str, Any]) -> str:
    if annotation["iscrowd"]:
        return "crowd"
    shape = annotation.get("segmentation")
    if shape is None:
        return "box"
    return "outline" if isinstance(shape, list) else "bitmap"


def regions(mask: Any) -> int:
    """How many there are, seen apart where only corners touch."""
    return int(cv2.connectedComponents(mask, connectivity=4)[0]) - 1


@pytest.mark.parametrize("split", ["train", "val"])
def test_it_holds_the_labels_that_tests_count_on(split: str) -> None:
    coco = opened(split)
    classes = Counter(coco.cats[a["category_id"]]["name"] for a in coco.dataset["annotations"])
    assert classes == CLASSES[split]
    assert Counter(map(kind, coco.dataset["annotations"])) == KINDS[split]


def test_ids_are_those_of_one_dataset() -> None:
    both = [opened("train"), opened("val")]
    assert both[0].cats == both[1].cats
    for kinds in ("images", "annotations"):
        ids = [item["id"] for coco in both for item in coco.dataset[kinds]]
        assert ids == list(range(1, len(ids) + 1))


@pytest.mark.parametrize("split", ["train", "val"])
def test_pictures_are_there_and_say_their_licence(split: str) -> None:
    coco = opened(split)
    text = (labelled_sample() / "LICENSES.md").read_text(encoding="utf-8")
    licences = {item["id"]: item["name"] for item in coco.dataset["licenses"]}
    files = {file.name for file in (labelled_sample() / "images" / split).iterdir()}
    assert files == {image["file_name"] for image in coco.imgs.values()}
    for image in coco.imgs.values():
        (row,) = [line for line in text.splitlines() if f"`{split}/{image['file_name']}`" in line]
        assert licences[image["license"]] in row
        with Image.open(labelled_sample() / "images" / split / image["file_name"]) as picture:
            assert picture.size == (image["width"], image["height"])
            assert max(picture.size) <= 640


@pytest.mark.parametrize("split", ["train", "val"])
def test_shapes_lie_in_their_pictures_and_in_their_boxes(split: str) -> None:
    for annotation, image in labels_of(coco := opened(split)):
        x, y, width, height = annotation["bbox"]
        assert 0 <= x < x + width <= image["width"]
        assert 0 <= y < y + height <= image["height"]
        if "segmentation" not in annotation:
            assert annotation["area"] == width * height
            continue
        mask = coco.annToMask(annotation)
        assert annotation["area"] == mask.sum() > 100
        rows, columns = np.nonzero(mask)
        assert x - 0.5 <= columns.min() <= x + 1
        assert y - 0.5 <= rows.min() <= y + 1
        assert x + width - 1.5 <= columns.max() + 0.5 <= x + width
        assert y + height - 1.5 <= rows.max() + 0.5 <= y + height
        if kind(annotation) == "outline":
            points = np.concatenate([np.reshape(ring, (-1, 2)) for ring in annotation["segmentation"]])
            assert np.all((points >= 0) & (points <= (image["width"], image["height"])))


@pytest.mark.parametrize("split", ["train", "val"])
def test_keypoints_are_pixels_of_their_pictures(split: str) -> None:
    seen: Counter[int] = Counter()
    for annotation, image in labels_of(coco := opened(split)):
        names = coco.cats[annotation["category_id"]].get("keypoints", [])
        points = np.reshape(annotation.get("keypoints", []), (-1, 3))
        assert len(points) == len(names)
        named = points[points[:, 2] > 0]
        assert annotation.get("num_keypoints", 0) == len(named)
        assert np.all((named[:, :2] >= 0) & (named[:, :2] < (image["width"], image["height"])))
        assert not points[points[:, 2] == 0].any()
        seen.update(points[:, 2].tolist())
    assert set(seen) == {0, 1, 2}


def test_one_outline_has_parts_and_one_bitmap_has_holes() -> None:
    train, val = opened("train"), opened("val")
    parts = [len(a["segmentation"]) for c in (train, val) for a, _ in labels_of(c) if kind(a) == "outline"]
    assert sorted(parts)[-2:] == [2, 3]
    (tripod,) = val.loadAnns(val.getAnnIds(catIds=val.getCatIds(catNms=["tripod"])))
    (bird,) = train.loadAnns(train.getAnnIds(catIds=train.getCatIds(catNms=["bird"])))
    assert regions(1 - np.pad(val.annToMask(tripod), 1)) - 1 == 3
    assert regions(train.annToMask(bird)) == 4


def test_one_picture_has_no_labels_though_somebody_looked() -> None:
    coco = opened("train")
    assert [coco.imgs[key]["file_name"] for key in coco.imgs if not coco.getAnnIds(imgIds=[key])] == [
        "mountain-lake.jpg"
    ]


def test_it_is_small() -> None:
    assert sum(file.stat().st_size for file in labelled_sample().rglob("*") if file.is_file()) < 1_500_000

"""Masks in folders: pairing, numbers, colours, instances, and what is told of broken ones."""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from augstudio.core.labels import Bitmap, Box, Categories, Instance, Keypoints, Labels, Outline, SemanticMask
from augstudio.datasets.base import Dataset, only_samples
from augstudio.datasets.formats import recognised_format
from augstudio.datasets.label_reading import ImageInfo
from augstudio.datasets.label_writing import Loss, WrittenImage
from augstudio.datasets.masks.dataset import MaskFolders
from augstudio.datasets.masks.reading import MaskFiles, MaskMeaning
from augstudio.datasets.masks.writing import MaskWriter
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError
from augstudio.images.label_map import encode_label_map
from tests.datasets.rewriting import all_labels, opened, rewritten
from tests.folders import encoded, with_orientation, write_files
from tests.pictures import noise_picture

Values = npt.NDArray[Any]
X = encoded(noise_picture(4, 3), "PNG")
CLASSES = np.array([[0, 1, 1, 2], [0, 1, 255, 2], [0, 0, 2, 2]], np.uint8)
M = encode_label_map(CLASSES)
COLOURS = ((128, 128, 128), (128, 0, 0), (192, 192, 128))


def grey(*rows: list[int], dtype: type[np.generic] = np.uint8) -> bytes:
    return encode_label_map(np.array(rows, dtype))


def semantic_of(dataset: Dataset, key: str) -> Values:
    labels = all_labels(dataset)[key].labels
    assert labels is not None
    assert labels.semantic is not None
    return labels.semantic.classes


PAIRS: dict[str, tuple[dict[str, bytes], dict[str, Split | None]]] = {
    "images and masks": (
        {"images/1.jpg": X, "images/2.jpg": X, "masks/1.png": M, "masks/2.png": M},
        {"images/1.jpg": None, "images/2.jpg": None},
    ),
    "labels in splits inside": (
        {"images/train/1.png": X, "labels/train/1.png": M, "images/val/1.png": X, "labels/val/1.png": M},
        {"images/train/1.png": Split.TRAIN, "images/val/1.png": Split.VAL},
    ),
    "splits outside": (
        {"train/images/1.png": X, "train/masks/1.png": M, "valid/images/1.png": X, "valid/masks/1.png": M},
        {"train/images/1.png": Split.TRAIN, "valid/images/1.png": Split.VAL},
    ),
    "CamVid's folders": (
        {"train/a.png": X, "trainannot/a.png": M, "test/b.png": X, "testannot/b.png": M},
        {"train/a.png": Split.TRAIN, "test/b.png": Split.TEST},
    ),
    "words joined": (
        {"train_images/a.png": X, "train_masks/a.png": M, "val_images/b.png": X, "val_masks/b.png": M},
        {"train_images/a.png": Split.TRAIN, "val_images/b.png": Split.VAL},
    ),
    "Cityscapes": (
        {
            "leftImg8bit/train/ulm/ulm_01_leftImg8bit.png": X,
            "gtFine/train/ulm/ulm_01_gtFine_color.png": X,
            "gtFine/train/ulm/ulm_01_gtFine_labelIds.png": M,
        },
        {"leftImg8bit/train/ulm/ulm_01_leftImg8bit.png": Split.TRAIN},
    ),
    "other names": (
        {"images/1.png": X, "masks/1_mask.png": M, "images/2.png": X, "masks/2_mask.png": M},
        {"images/1.png": None, "images/2.png": None},
    ),
    "beside the picture": (
        {"1.png": X, "1_mask.png": M, "2.png": X, "2_mask.png": M},
        {"1.png": None, "2.png": None},
    ),
    "folders of different names": (
        {"original_images/1.png": X, "label_images_semantic/1.png": M},
        {"original_images/1.png": None},
    ),
    "unlike folders, but names that are there once": (
        {"photographs/1.jpg": X, "segmentation_A/1.png": M},
        {"photographs/1.jpg": None},
    ),
    "BMP and TIFF": (
        {
            "images/1.bmp": encoded(noise_picture(4, 3), "BMP"),
            "masks/1.tif": encode_label_map(CLASSES, "tiff"),
        },
        {"images/1.bmp": None},
    ),
}


@pytest.mark.parametrize("name", PAIRS, ids=list(PAIRS))
def test_masks_are_found_for_their_pictures(name: str, tmp_path: Path) -> None:
    files, expected = PAIRS[name]
    root = write_files(tmp_path, files)
    assert recognised_format(root) == "masks"
    dataset = opened(root)
    samples = list(only_samples(dataset.samples()))
    assert {item.key: item.split for item in samples} == expected
    assert dataset.has_splits == any(expected.values())
    for sample in samples:
        assert np.array_equal(semantic_of(dataset, sample.key), CLASSES)
    assert not dataset.label_problems()


def test_a_picture_without_a_mask_is_not_labelled(tmp_path: Path) -> None:
    files = {"images/1.png": X, "images/2.png": X, "images/3.png": X, "masks/1.png": M, "masks/2.png": M}
    found = all_labels(opened(write_files(tmp_path, files)))
    assert [found[f"images/{n}.png"].labels is None for n in (1, 2, 3)] == [False, False, True]


def test_without_a_list_classes_are_the_numbers_and_255_is_ignored(tmp_path: Path) -> None:
    palette = ((0, 0, 0), (128, 0, 0), (0, 128, 0))
    data = encode_label_map(CLASSES, "png", palette)
    dataset = opened(write_files(tmp_path, {"images/1.png": X, "masks/1.png": data}))
    assert dataset.categories is not None
    assert [(item.name, item.source_id, item.colour) for item in dataset.categories.all] == [
        ("0", 0, (0, 0, 0)), ("1", 1, (128, 0, 0)), ("2", 2, (0, 128, 0)),
    ]  # fmt: skip
    read = all_labels(dataset)["images/1.png"]
    assert read.labels is not None
    assert read.labels.semantic is not None
    assert read.labels.semantic.ignore == 255
    assert read.labels.semantic.palette is not None
    assert read.labels.semantic.palette[:3] == palette
    assert not read.problems


def test_in_masks_of_0_and_255_alone_255_is_the_foreground(tmp_path: Path) -> None:
    files = {"images/1.png": X, "masks/1.png": grey([0, 255, 0, 0], [0, 255, 0, 0], [0, 0, 0, 0])}
    dataset = opened(write_files(tmp_path, files))
    assert dataset.categories is not None
    assert [(item.name, item.source_id) for item in dataset.categories.all] == [("foreground", 255)]
    labels = all_labels(dataset)["images/1.png"].labels
    assert labels is not None
    assert labels.semantic is not None
    assert labels.semantic.ignore is None


LISTS = {
    "classes.csv": b"value,name,red,green,blue\n0,sky,128,128,128\n1,wall,128,0,0\n2,pole,192,192,128\n",
    "class_dict.csv": b"name,r,g,b\nsky,128,128,128\nwall,128,0,0\npole,192,192,128\n",
    "_classes.csv": b"Pixel Value, Class\n0, sky\n1, wall\n2, pole\n",
    "label_colors.txt": b"128 128 128\tsky\n128 0 0\t\twall\n192 192 128\tpole\n",
    "labelmap.txt": b"# label:color_rgb:parts\nsky:128,128,128::\nwall:128,0,0::\npole:192,192,128::\n",
    "codes.txt": b"sky\nwall\npole\n",
}


@pytest.mark.parametrize("name", LISTS, ids=list(LISTS))
def test_lists_of_classes_name_the_numbers(name: str, tmp_path: Path) -> None:
    dataset = opened(write_files(tmp_path, {"images/1.png": X, "masks/1.png": M, name: LISTS[name]}), "masks")
    assert dataset.categories is not None
    assert [(item.name, item.source_id) for item in dataset.categories.all] == [
        ("sky", 0), ("wall", 1), ("pole", 2),
    ]  # fmt: skip
    expected = COLOURS if name not in ("_classes.csv", "codes.txt") else (None,) * 3
    assert tuple(item.colour for item in dataset.categories.all) == expected


def test_a_list_may_lie_in_the_folders_of_splits(tmp_path: Path) -> None:
    files = {f"{split}/1.png": X for split in ("train", "valid")}
    files |= {f"{split}/1_mask.png": M for split in ("train", "valid")}
    lists = {f"{split}/_classes.csv": LISTS["_classes.csv"] for split in ("train", "valid")}
    dataset = opened(write_files(tmp_path, files | lists), "masks")
    assert dataset.categories is not None
    assert [item.name for item in dataset.categories.all] == ["sky", "wall", "pole"]


@pytest.mark.parametrize("name", [name for name in LISTS if name not in ("_classes.csv", "codes.txt")])
def test_masks_in_colours_are_read_by_the_list_and_written_in_colours(name: str, tmp_path: Path) -> None:
    known = np.array([[0, 1, 1, 2], [0, 1, 0, 2], [0, 0, 2, 2]], np.uint8)
    picture = np.array(COLOURS, np.uint8)[known]
    odd = picture.copy()
    odd[0, 0] = (9, 9, 9)
    files = {"images/1.png": X, "masks/1.png": encoded(picture, "PNG"), name: LISTS[name]}
    root = write_files(tmp_path / "in", files | {"images/2.png": X, "masks/2.png": encoded(odd, "PNG")})
    dataset = opened(root)
    assert np.array_equal(semantic_of(dataset, "images/1.png"), known)
    assert semantic_of(dataset, "images/2.png")[0, 0] == 255
    (problem,) = all_labels(dataset)["images/2.png"].problems
    assert (problem.file, problem.reason) == (
        "masks/2.png",
        "1 pixel has the colour 9, 9, 9, which no class has; it is ignored",
    )
    rewritten(dataset, "masks", tmp_path / "out")
    written = np.asarray(Pillow.open(tmp_path / "out/masks/1.png"))
    assert np.array_equal(written, picture)
    assert (np.asarray(Pillow.open(tmp_path / "out/masks/2.png"))[0, 0] == 0).all()  # no class is black


def test_cityscapes_has_its_classes_and_instances_by_their_numbers(tmp_path: Path) -> None:
    stem = "train/ulm/ulm_01"
    ids = grey([26001, 26002, 24000, 7], [26001, 25, 7, 7], [0, 0, 0, 990], dtype=np.uint16)
    root = write_files(
        tmp_path / "in",
        {
            f"leftImg8bit/{stem}_leftImg8bit.png": X,
            f"gtFine/{stem}_gtFine_labelIds.png": grey([26, 26, 24, 7], [26, 25, 7, 7], [0, 0, 0, 7]),
            f"gtFine/{stem}_gtFine_instanceIds.png": ids,
        },
    )
    dataset = opened(root)
    assert dataset.categories is not None
    assert (len(dataset.categories), dataset.categories[0].name) == (33, "ego vehicle")  # all but "unlabeled"
    key = f"leftImg8bit/{stem}_leftImg8bit.png"
    read = all_labels(dataset)[key]
    assert read.labels is not None
    found = [
        (dataset.categories[item.category].name, item.crowd, item.shape) for item in read.labels.instances
    ]
    assert found == [
        ("rider", True, Bitmap(0, 25)),
        ("person", False, Bitmap(0, 24000)),
        ("car", False, Bitmap(0, 26001)),
        ("car", False, Bitmap(0, 26002)),
    ]
    assert [problem.reason for problem in read.problems] == [
        "object 990 is of the class 990, which is not known; it is left out"
    ]
    assert read.labels.semantic is not None
    assert read.labels.semantic.ignore == 0
    again = rewritten(dataset, "masks", tmp_path / "out")
    written = np.asarray(Pillow.open(tmp_path / f"out/instance_ids/{stem}_leftImg8bit.png"))
    assert written.tolist() == [[26001, 26002, 24000, 7], [26001, 25, 7, 7], [0, 0, 0, 7]]
    others = all_labels(again)[f"images/{stem}_leftImg8bit.png"].labels
    assert others == read.labels


def test_instances_of_plain_numbers_are_of_the_class_below_them(tmp_path: Path) -> None:
    classes = grey([1, 1, 0, 2], [1, 1, 0, 2], [0, 0, 0, 255])
    numbers = grey([1, 1, 0, 5], [1, 1, 0, 5], [0, 0, 0, 9])
    files = {"images/1.png": X, "masks/1.png": classes, "instances/1.png": numbers}
    dataset = opened(write_files(tmp_path / "in", files))
    labels = all_labels(dataset)["images/1.png"].labels
    assert labels is not None
    assert [(item.category, item.shape) for item in labels.instances] == [
        (1, Bitmap(0, 1)),
        (2, Bitmap(0, 5)),
    ]
    assert labels.layers[0].tolist() == [[1, 1, 0, 5], [1, 1, 0, 5], [0, 0, 0, 0]]
    assert all_labels(rewritten(dataset, "masks", tmp_path / "out"))["images/1.png"].labels == labels


@pytest.mark.parametrize("kind", ["png", "tiff"])
def test_masks_of_16_bits_without_a_list_are_instances_of_one_class(kind: Any, tmp_path: Path) -> None:
    numbers = np.array([[0, 1, 1, 0], [0, 1, 300, 300], [7, 7, 300, 0]], np.uint16)
    files = {"images/1.png": X, "masks/1.tif": encode_label_map(numbers, kind)}
    dataset = opened(write_files(tmp_path / "in", files))
    labels = all_labels(dataset)["images/1.png"].labels
    assert labels is not None
    assert labels.semantic is None
    assert np.array_equal(labels.layers[0], numbers)
    assert [item.shape for item in labels.instances] == [Bitmap(0, number) for number in (1, 7, 300)]
    assert [item.name for item in (dataset.categories or Categories()).all] == ["object"]
    again = rewritten(dataset, "masks", tmp_path / "out")
    assert all_labels(again)["images/1.png"].labels == labels
    assert not (tmp_path / "out/masks").exists()


def test_very_large_numbers_of_instances_are_counted_anew(tmp_path: Path) -> None:
    numbers = np.array([[0, 1 << 30, 9, 0]] * 3, np.int32)
    files = {"images/1.png": X, "masks/1.tif": encode_label_map(numbers, "tiff")}
    labels = all_labels(opened(write_files(tmp_path, files)))["images/1.png"].labels
    assert labels is not None
    assert labels.layers[0].tolist() == [[0, 2, 1, 0]] * 3


def test_masks_of_a_turned_picture_are_turned_if_they_are_as_it_is_stored(tmp_path: Path) -> None:
    picture = with_orientation(noise_picture(4, 3), "JPEG", 6)
    upright = np.rot90(CLASSES, -1)
    files = {"images/1.jpg": picture, "masks/1.png": M, "masks/2.png": encode_label_map(upright.copy())}
    root = write_files(tmp_path, files | {"images/2.jpg": picture})
    dataset = opened(root)
    for sample in only_samples(dataset.samples()):
        source = dataset.label_source(sample)
        assert source is not None
        read = source.read(ImageInfo((3, 4), 6))
        assert read.labels is not None
        assert read.labels.semantic is not None
        assert np.array_equal(read.labels.semantic.classes, upright)
        assert not read.problems


def test_where_a_turn_cannot_be_told_it_is_said(tmp_path: Path) -> None:
    dataset = opened(write_files(tmp_path, {"images/1.jpg": X, "masks/1.png": M}))
    sample = next(only_samples(dataset.samples()))
    source = dataset.label_source(sample)
    assert source is not None
    read = source.read(ImageInfo((4, 3), 3))
    assert [problem.file for problem in read.problems] == ["masks/1.png"]
    assert "taken as upright" in read.problems[0].reason


BAD: dict[str, tuple[Mapping[str, bytes], str]] = {
    "JPEG": ({"masks/1.jpg": encoded(noise_picture(4, 3, 1), "JPEG")}, "masks/1.jpg: a mask as JPEG, whose"),
    "another size": (
        {"masks/1.png": grey([0, 1], [1, 1])},
        "masks/1.png: has 2 x 2 pixels, but its picture 4 x 3",
    ),
    "colours without a list": ({"masks/1.png": X}, "masks/1.png: a mask in colours, of which nothing says"),
    "damaged": ({"masks/1.png": M[:50]}, "masks/1.png: the file is truncated"),
    "empty": ({"masks/1.png": b""}, "masks/1.png: the file is empty"),
    "transparent": (
        {"masks/1.png": encoded(noise_picture(4, 3, 4), "PNG")},
        "masks/1.png: a mask that is transparent",
    ),
}


@pytest.mark.parametrize("name", BAD, ids=list(BAD))
def test_a_mask_that_cannot_be_used_is_told_with_its_file(name: str, tmp_path: Path) -> None:
    files, told = BAD[name]
    dataset = opened(write_files(tmp_path, {"images/1.png": X, **files}))
    assert isinstance(dataset, MaskFolders)
    with pytest.raises(DatasetError, match=told):
        all_labels(dataset)


BAD_LISTS = {
    "no such columns": ("classes.csv", b"a,b\n1,2\n", "classes.csv must have columns"),
    "a colour too bright": (
        "class_dict.csv",
        b"name,r,g,b\nsky,1,2,3\nwall,1,2,256\n",
        "class_dict.csv, line 3",
    ),
    "no number": ("classes.csv", b"value,name\n0,sky\none,wall\n", "classes.csv, line 3: does not name"),
    "twice the same": ("classes.csv", b"value,name\n0,sky\n0,wall\n", "gives the number 0 to two classes"),
    "no colour": ("labelmap.txt", b"sky:1,2\n", "labelmap.txt, line 1: does not name"),
    "empty": ("codes.txt", b"\n", "codes.txt: lists no class"),
}


@pytest.mark.parametrize("name", BAD_LISTS, ids=list(BAD_LISTS))
def test_a_broken_list_of_classes_is_told_with_its_line(name: str, tmp_path: Path) -> None:
    file, data, told = BAD_LISTS[name]
    dataset = opened(write_files(tmp_path, {"images/1.png": X, "masks/1.png": M, file: data}), "masks")
    with pytest.raises(DatasetError, match=told):
        assert dataset.categories


def test_numbers_without_a_class_and_second_masks_are_told(tmp_path: Path) -> None:
    files = {"images/1.png": X, "masks/1.png": M, "masks/1_mask.png": M, "codes.txt": b"sky\nwall\n"}
    dataset = opened(write_files(tmp_path, files), "masks")
    assert [(item.file, item.reason) for item in dataset.label_problems()] == [
        ("masks/1_mask.png", "images/1.png has another mask, which counts")
    ]
    assert [item.reason for item in all_labels(dataset)["images/1.png"].problems] == [
        "4 pixels have the number 2, which no class has"
    ]


def test_depth_maps_and_other_folders_are_no_masks(tmp_path: Path) -> None:
    assert recognised_format(write_files(tmp_path / "a", {"images/1.png": X, "depth/1.png": M})) != "masks"
    assert recognised_format(write_files(tmp_path / "b", {"cat/1.png": X, "dog/2.png": X})) == "image-folder"


@st.composite
def outlines(draw: st.DrawFn) -> Labels:
    """Rectangles of whole pixels, one above the other."""
    instances = []
    for number in range(draw(st.integers(0, 4))):
        left, top = draw(st.integers(0, 8)), draw(st.integers(0, 6))
        right, bottom = draw(st.integers(left + 1, 10)), draw(st.integers(top + 1, 8))
        shape = Outline((Box(left - 0.5, top - 0.5, right - 0.5, bottom - 0.5).corners,))
        instances.append(Instance(category=draw(st.integers(0, 2)), shape=shape, origin=number))
    return Labels(tuple(instances))


@settings(max_examples=30, deadline=None)
@given(outlines())
def test_outlines_become_the_pixels_inside_them_the_later_above(labels: Labels) -> None:
    writer = MaskWriter.for_instances(Categories.named("abc"))
    image = WrittenImage("images/1.png", (10, 8), None, "1.png", 0)
    assert writer.label_files(image.file) == ("masks/1.png", "instances/1.png")
    files = writer.encode(image, labels).files
    classes, numbers = (np.asarray(Pillow.open(io.BytesIO(data or b""))) for data in files)
    expected = np.zeros((2, 8, 10), np.int64)
    for number, item in enumerate(labels.instances, 1):
        assert isinstance(item.shape, Outline)
        (left, top), _, (right, bottom), _ = (item.shape.rings[0] + 0.5).astype(int)
        expected[:, top:bottom, left:right] = np.array((item.category + 1, number))[:, None, None]
    assert np.array_equal(classes, expected[0])
    assert np.array_equal(numbers, expected[1])


def test_what_is_ignored_or_several_lies_below_and_has_no_number() -> None:
    whole, part = (Outline((Box(-0.5, -0.5, right, 1.5).corners,)) for right in (3.5, 1.5))
    writer = MaskWriter.for_instances(Categories.named("ab"))
    labels = Labels(
        (
            Instance(category=0, shape=part),
            Instance(category=1, shape=whole, ignored=True),
            Instance(category=1, shape=whole, crowd=True),
        )
    )
    image = WrittenImage("images/1.png", (4, 3), None, "1.png", 0)
    classes, numbers = (
        np.asarray(Pillow.open(io.BytesIO(data or b""))).tolist()
        for data in writer.encode(image, labels).files
    )
    assert classes == [[1, 1, 2, 2], [1, 1, 2, 2], [0, 0, 0, 0]]
    assert numbers == [[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 0, 0]]
    assert writer.losses(labels) == {Loss.CROWDS: 1, Loss.OVERLAPS: 8}


def test_what_masks_cannot_hold_is_counted() -> None:
    points = Keypoints(np.zeros((1, 2)), np.ones(1, np.int32))
    labels = Labels(
        (
            Instance(category=0, shape=Box(0, 0, 1, 1), difficult=True, occluded=True, group=1),
            Instance(category=0, keypoints=points, attributes={"colour": "red"}),
        )
    )
    assert MaskWriter.for_instances(Categories.named("a")).losses(labels) == {
        Loss.BOXES: 1, Loss.KEYPOINTS: 1, Loss.FLAGS: 2, Loss.GROUPS: 1, Loss.ATTRIBUTES: 1,
    }  # fmt: skip
    assert not MaskWriter.for_instances(Categories()).losses(Labels(semantic=SemanticMask(CLASSES)))


def test_more_classes_than_a_mask_holds_are_refused() -> None:
    with pytest.raises(DatasetError, match="too many classes for masks: 255, more than 254"):
        MaskWriter.for_instances(Categories.named(map(str, range(255))))


def test_sources_can_be_sent_and_their_digest_follows_the_masks(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"images/1.png": X, "masks/1.png": M})
    dataset = opened(root)
    sample = next(only_samples(dataset.samples()))
    source = dataset.label_source(sample)
    assert isinstance(source, MaskFiles)
    assert pickle.loads(pickle.dumps(source)) == source
    before = source.digest(), source.state()
    (root / "masks/1.png").write_bytes(grey([1, 1, 1, 1], [0, 0, 0, 0], [2, 2, 2, 2]))
    assert source.digest() != before[0]
    assert source.state() != before[1]
    other = MaskFiles(source.classes, source.instances, source.root, MaskMeaning((0, 1), (), 255))
    assert other.digest() != source.digest()


def test_what_is_written_is_the_numbers_of_the_source(tmp_path: Path) -> None:
    palette = ((0, 0, 0), (128, 0, 0), (0, 128, 0))
    files = {"images/train/1.png": X, "masks/train/1.png": encode_label_map(CLASSES, "png", palette)}
    files |= {"images/val/2.png": X, "images/val/3.png": X, "masks/val/3.png": M}
    dataset = opened(write_files(tmp_path / "in", files))
    again = rewritten(dataset, "masks", tmp_path / "out")
    for name in ("train/1", "val/3"):
        written = np.asarray(Pillow.open(tmp_path / f"out/masks/{name}.png"))
        assert np.array_equal(written, CLASSES)
    assert not (tmp_path / "out/masks/val/2.png").exists()
    assert all_labels(again) == all_labels(dataset)
    assert (tmp_path / "out/classes.csv").read_text().splitlines()[:2] == [
        "value,name,red,green,blue",
        "0,0,0,0,0",
    ]

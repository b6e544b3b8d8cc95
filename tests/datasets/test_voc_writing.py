"""Pascal VOC datasets are written as the challenges have them, and read again they are what they were."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from augstudio.datasets.base import Sample
from augstudio.datasets.formats import FORMATS, open_dataset
from augstudio.datasets.label_reading import ImageInfo
from augstudio.datasets.label_writing import Loss, WrittenImage
from augstudio.datasets.splits import Split
from augstudio.datasets.voc.dataset import VocDataset
from augstudio.datasets.voc.writing import VocWriter, writer_for
from augstudio.errors import DatasetError
from augstudio.images.label_map import decode_label_map
from tests.datasets.test_voc import INFO, PICTURE, an_object, annotation, opened, read, samples
from tests.folders import write_files

SIZE = (40, 20)
NAMES = ("cat", 'a "dog" & <bird>', "人")
CATEGORIES = Categories.named(NAMES)
SQUARE = np.array([(1.5, 2.5), (9.5, 2.5), (9.5, 8.5), (1.5, 8.5)])


def image(file: str = "JPEGImages/1.png", split: Split | None = None) -> WrittenImage:
    return WrittenImage(file, SIZE, split, "1.png", 0)


def note(writer: VocWriter, *instances: Instance) -> str:
    data = writer.encode(image(), Labels(instances)).files[0]
    assert data is not None
    return data.decode()


def again(writer: VocWriter, labels: Labels, root: Path) -> tuple[VocDataset, Labels]:
    """A dataset of one picture as it is written, and its labels as they are read."""
    encoded = writer.encode(image(), labels)
    files = {"JPEGImages/1.png": PICTURE}
    files |= {
        name: data
        for name, data in zip(writer.label_files("JPEGImages/1.png"), encoded.files, strict=True)
        if data is not None
    }
    shared = writer.shared_files(lambda: iter([(image(), encoded.entry)]))
    files |= {name: b"".join(pieces) for name, pieces in shared}
    dataset = open_dataset(write_files(root, files))
    assert isinstance(dataset, VocDataset)
    found = read(dataset, "JPEGImages/1.png")
    assert found.problems == ()
    assert found.labels is not None
    return dataset, found.labels


_BOXES = st.builds(
    lambda left, top, width, height: Box(left - 0.5, top - 0.5, left + width - 0.5, top + height - 0.5),
    st.integers(0, 29),
    st.integers(0, 9),
    st.integers(1, 10),
    st.integers(1, 10),
)
_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=6).map(
    str.strip
)
_VALUES = st.one_of(_TEXTS, st.integers(), st.booleans(), st.none(), st.lists(st.integers(), max_size=2))
_NAMES = _TEXTS.filter(lambda name: name not in ("", "pose", "actions", "part", "ghost"))


@st.composite
def _labels(draw: st.DrawFn) -> Labels:
    """What these files hold: whole pixels, objects that differ, parts, attributes."""
    boxes = draw(st.lists(_BOXES, max_size=4, unique=True))
    instances: list[Instance] = []
    for box in boxes:
        item = Instance(
            category=draw(st.integers(0, 2)),
            shape=box,
            difficult=draw(st.booleans()),
            truncated=draw(st.booleans()),
            occluded=draw(st.booleans()),
            ghost=draw(st.booleans()),
            origin=len(instances),
            attributes=draw(st.dictionaries(_NAMES, _VALUES, max_size=2)),
        )
        parts = draw(st.lists(_BOXES, max_size=2))
        number = sum("part" not in other.attributes for other in instances) + 1
        instances.append(replace(item, group=number) if parts else item)
        for part in parts:
            shape = Instance(
                category=2, shape=part, group=number, origin=len(instances), attributes={"part": True}
            )
            instances.append(shape)
    return Labels(tuple(instances))


@given(_labels())
@settings(max_examples=15, deadline=None)
def test_what_is_written_is_read_again(labels: Labels) -> None:
    """A part's own ghost mark is the only thing left out: it goes with its object."""
    writer = writer_for(CATEGORIES, masks=False)
    labels = Labels(tuple(replace(item, ghost=False) for item in labels.instances))
    with tempfile.TemporaryDirectory() as folder:
        dataset, found = again(writer, labels, Path(folder))
    assert [item.name for item in dataset.categories.all] == [item.name for item in CATEGORIES.all]
    assert found == labels
    assert writer.losses(labels) == Counter()


def test_a_ghost_comes_back_as_one_and_keeps_its_parts(tmp_path: Path) -> None:
    box, inner = Box(-0.5, -0.5, 3.5, 3.5), {"part": True}
    labels = Labels(
        (
            Instance(category=0, shape=box, group=1),
            Instance(category=0, shape=Box(9.5, 0.5, 19.5, 9.5), group=1, ghost=True),
            Instance(category=1, shape=Box(0.5, 0.5, 1.5, 1.5), group=1, attributes=inner),
            Instance(category=1, shape=Box(10.5, 1.5, 12.5, 4.5), group=1, ghost=True, attributes=inner),
        )
    )
    _, found = again(writer_for(CATEGORIES, masks=False), labels, tmp_path / "out")
    assert [(item.ghost, item.group, item.category) for item in found.instances] == [
        (False, 1, 0),
        (False, 1, 1),
        (True, 2, 0),
        (False, 2, 1),
    ]


def test_coordinates_are_whole_and_count_from_one() -> None:
    writer = writer_for(CATEGORIES, masks=False)
    cases: list[tuple[Shape, tuple[int, ...]]] = [
        (Box(-0.5, -0.5, 0.5, 0.5), (1, 1, 1, 1)),
        (Box(-0.5, -0.5, 39.5, 19.5), (1, 1, 40, 20)),
        (Box(2.1, 3.2, 7.9, 8.8), (4, 5, 8, 9)),
        (Box(5.1, 5.1, 5.2, 5.2), (6, 6, 6, 6)),
        (Box(-7.0, -7.0, 99.0, 99.0), (1, 1, 40, 20)),  # 0 would say that all counts from 0
        (OrientedBox(np.array([(5.5, 1.5), (9.5, 5.5), (5.5, 9.5), (1.5, 5.5)])), (3, 3, 10, 10)),
    ]
    for shape, numbers in cases:
        text = note(writer, Instance(category=0, shape=shape))
        assert tuple(map(int, re.findall(r"<[xy]m\w+>(\d+)<", text))) == numbers
    assert "<object>" not in note(writer, Instance(category=0, shape=Box(50, 1, 60, 9)))


def test_what_is_ignored_is_difficult_and_255() -> None:
    writer = writer_for(CATEGORIES, masks=True)
    item = Instance(category=1, shape=Outline((SQUARE,)), ignored=True)
    text, classes, objects = writer.encode(image(), Labels((item,))).files
    assert text is not None
    assert classes is not None
    assert objects is not None
    assert b"<difficult>1</difficult>" in text
    for data in (classes, objects):
        assert np.unique(decode_label_map(data).values, return_counts=True)[1].tolist() == [800 - 48, 48]
        assert decode_label_map(data).values[4, 4] == 255
    assert writer.refusal is not None


def test_regions_are_masks_with_the_numbers_of_their_objects(tmp_path: Path) -> None:
    hole = Outline((SQUARE, SQUARE[::-1] / 4 + 4))
    layer = np.zeros((20, 40), np.int32)
    layer[12:15, 20:30] = 5
    labels = Labels(
        (
            Instance(category=1, shape=Box(-0.5, -0.5, 0.5, 0.5)),
            Instance(category=0, shape=hole, origin=1),
            Instance(category=2, shape=Bitmap(0, 5), origin=2),
        ),
        (layer,),
    )
    writer = writer_for(CATEGORIES, masks=True)
    dataset, found = again(writer, labels, tmp_path / "out")
    assert writer.losses(labels) == Counter()
    assert tuple(item.name for item in dataset.categories.all) == NAMES
    assert [item.category for item in found.instances] == [1, 0, 2]
    assert found.instances[0].shape == Box(-0.5, -0.5, 0.5, 0.5)
    pixels = [found.layers[0] == item.shape.id for item in found.instances if isinstance(item.shape, Bitmap)]
    assert (pixels[0].sum(), pixels[0][4, 4], pixels[0][5, 5]) == (48 - 4, True, False)
    assert np.array_equal(pixels[1], layer == 5)
    assert (dataset.root / "ImageSets" / "Segmentation" / "trainval.txt").read_text(encoding="utf-8") == "1\n"
    third = again(FORMATS["voc"].writer(dataset), found, tmp_path / "third")  # type: ignore[misc, arg-type]
    assert third[1] == found


def test_class_maps_are_written_by_the_list_of_classes(tmp_path: Path) -> None:
    """Values of the source may leave gaps; those here are the lines of labelmap.txt."""
    categories = Categories((Category("road", 7), Category("car", 26)))
    values = np.zeros((20, 40), np.uint8)
    values[3:5], values[6:8], values[9], values[10] = 7, 26, 99, 250
    labels = Labels(semantic=SemanticMask(values, 250))
    dataset, found = again(writer_for(categories, masks=True), labels, tmp_path / "out")
    assert found.semantic is not None
    assert [found.semantic.classes[row, 0] for row in (0, 3, 6, 9, 10)] == [0, 1, 2, 255, 255]
    assert [(item.name, item.source_id) for item in dataset.categories.all] == [
        ("road", 1),
        ("car", 2),
    ]


def test_losses_are_counted() -> None:
    layer = np.zeros((20, 40), np.int32)
    layer[:4, :4] = 1
    turned = OrientedBox(np.array([(5, 1), (9, 5), (5, 9), (1, 5)]))
    labels = Labels(
        (
            Instance(category=0, shape=turned, crowd=True, group=4),
            Instance(category=0, shape=Bitmap(0, 1)),
            Instance(category=0, shape=Outline((SQUARE,))),
            Instance(category=0, keypoints=Keypoints(np.zeros((1, 2)), np.array([2], np.int32))),
        ),
        (layer,),
        semantic=SemanticMask(np.zeros((20, 40), np.uint8)),
        tags=Tags(((0, 1.0),), (("age", 4.0),), {"by": "me"}),
    )
    common = {Loss.ANGLES: 1, Loss.CROWDS: 1, Loss.GROUPS: 1, Loss.KEYPOINTS: 1}
    common |= {Loss.TAGS: 1, Loss.NUMBERS: 1, Loss.ATTRIBUTES: 1}
    assert writer_for(CATEGORIES, masks=True).losses(labels) == {**common, Loss.OVERLAPS: 2}
    assert writer_for(CATEGORIES, masks=False).losses(labels) == {
        **common,
        Loss.OUTLINES: 2,
        Loss.CLASS_MAPS: 1,
    }


def test_lists_name_the_pictures_of_each_split() -> None:
    writer = writer_for(CATEGORIES, masks=True)
    splits = [Split.TRAIN, Split.TRAIN, Split.VAL, Split.TEST, Split.OTHER]
    pictures = [(image(f"JPEGImages/x/{n}.png", split), b"{}") for n, split in enumerate(splits)]
    files = {name: b"".join(parts).decode() for name, parts in writer.shared_files(lambda: iter(pictures))}
    assert files.pop("labelmap.txt").splitlines()[1:3] == ["background:0,0,0::", "cat:128,0,0::"]
    assert files == {
        "ImageSets/Main/other.txt": "x/4\n",
        "ImageSets/Main/test.txt": "x/3\n",
        "ImageSets/Main/train.txt": "x/0\nx/1\n",
        "ImageSets/Main/trainval.txt": "x/0\nx/1\nx/2\n",
        "ImageSets/Main/val.txt": "x/2\n",
    }


@pytest.mark.parametrize(
    ("key", "file"),
    [
        ("a.jpg", "JPEGImages/a.jpg"),
        ("images/b/a.jpg", "JPEGImages/b/a.jpg"),
        ("x/a.jpg", "JPEGImages/x/a.jpg"),
    ],
)
def test_pictures_lie_in_one_folder(key: str, file: str) -> None:
    assert writer_for(CATEGORIES, masks=False).image_file(key, Split.TRAIN) == file


def test_a_picture_that_is_not_labelled_has_no_file_and_an_empty_one_has(tmp_path: Path) -> None:
    writer = writer_for(CATEGORIES, masks=True)
    assert writer.encode(image(), None).files == (None, None, None)
    assert again(writer, Labels(), tmp_path / "out")[1] == Labels()


@pytest.mark.parametrize("name", ["", " a", "#a", "a\nb"])
def test_a_name_that_the_list_of_classes_cannot_hold_is_refused(name: str) -> None:
    with pytest.raises(DatasetError, match="rename it"):
        writer_for(Categories.named((name,)), masks=False)


def test_files_are_copied_whole_only_where_they_count_from_one(tmp_path: Path) -> None:
    """Copies beside them count from 1, and a dataset counts in one way."""
    files = {"1.png": PICTURE, "1.xml": annotation(an_object("a", (1, 1, 5, 5)))}
    dataset = opened(tmp_path / "one", files)
    assert read(dataset, "1.png").data == files["1.xml"]
    assert FORMATS["voc"].writer is not None
    assert len(FORMATS["voc"].writer(dataset).label_files("JPEGImages/1.png")) == 1
    zero = opened(tmp_path / "zero", {**files, "1.xml": annotation(an_object("a", (0, 1, 5, 5)))})
    assert read(zero, "1.png").data == b""


def test_lists_and_samples_of_an_export_agree(tmp_path: Path) -> None:
    writer = writer_for(CATEGORIES, masks=False)
    pictures = [image(f"JPEGImages/{n}.png", split) for n, split in enumerate((Split.TRAIN, Split.OTHER))]
    encoded = [writer.encode(item, Labels()) for item in pictures]
    files = {item.file: PICTURE for item in pictures}
    files |= {
        writer.label_files(item.file)[0]: data.files[0] or b""
        for item, data in zip(pictures, encoded, strict=True)
    }
    shared = writer.shared_files(lambda: iter((item, b"{}") for item in pictures))
    files |= {name: b"".join(pieces) for name, pieces in shared}
    dataset = open_dataset(write_files(tmp_path / "out", files))
    found = {item.key: item.split for item in dataset.samples() if isinstance(item, Sample)}
    assert found == {item.file: item.split for item in pictures}
    assert ImageInfo(SIZE) == INFO
    assert isinstance(dataset, VocDataset)
    assert len(samples(dataset)) == 2


def test_the_colour_of_ignored_pixels_is_in_the_list_of_classes_and_is_no_class(tmp_path: Path) -> None:
    """Without it, datumaro 1.13.12 stops at the first mask with such a pixel."""
    labels = Labels((Instance(category=0, shape=Outline((SQUARE,)), ignored=True),))
    dataset, _ = again(writer_for(CATEGORIES, masks=True), labels, tmp_path)
    assert (dataset.root / "labelmap.txt").read_text(encoding="utf-8").endswith("\nignored:224,224,192::\n")
    assert tuple(item.name for item in dataset.categories.all) == NAMES

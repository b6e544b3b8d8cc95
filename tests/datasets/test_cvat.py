"""Datasets of CVAT for images 1.1 are read as they are drawn there."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from augstudio.core.labels import Bitmap, Box, Instance, Labels, OrientedBox, Outline, Tags
from augstudio.datasets.base import Dataset, Sample, Skipped
from augstudio.datasets.formats import open_dataset, recognised_format
from augstudio.datasets.label_reading import ImageInfo, LabelsRead
from augstudio.datasets.shapes import mask_of
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

PICTURE = encoded(smooth_picture(40, 20), "PNG")
INFO = ImageInfo((40, 20))
META = (
    "<meta><task><labels>"
    "<label><name>car</name><color>#ff8000</color><type>any</type><attributes/></label>"
    "<label><name>person</name><color>#0000ff</color><type>skeleton</type></label>"
    "<label><name>left</name><type>points</type><parent>person</parent></label>"
    "<label><name>right</name><type>points</type><parent>person</parent></label>"
    "</labels></task></meta>\n"
)


def an_image(*shapes: str, name: str = "1.png", more: str = "") -> str:
    inner = "\n".join(shapes)
    return f'<image id="0" name="{name}" width="40" height="20"{more}>\n{inner}\n</image>\n'


def file_of(*images: str, meta: str = META) -> bytes:
    head = '<?xml version="1.0" encoding="utf-8"?>\n<annotations>\n<version>1.1</version>\n'
    return f"{head}{meta}{''.join(images)}</annotations>\n".encode()


def opened(root: Path, files: Mapping[str, bytes]) -> Dataset:
    return open_dataset(write_files(root, files))


def read(dataset: Dataset, key: str = "images/1.png", info: ImageInfo = INFO) -> LabelsRead:
    sample = next(item for item in dataset.samples() if isinstance(item, Sample) and item.key == key)
    source = dataset.label_source(sample)
    assert source is not None
    found: LabelsRead = pickle.loads(pickle.dumps(source)).read(info)
    return found


def one(tmp_path: Path, *shapes: str, info: ImageInfo = INFO) -> LabelsRead:
    files = {"images/1.png": PICTURE, "annotations.xml": file_of(an_image(*shapes))}
    return read(opened(tmp_path / "in", files), info=info)


def instances(found: LabelsRead) -> tuple[Instance, ...]:
    assert found.labels is not None
    return found.labels.instances


BOX = '<box label="car" occluded="0" xtl="2" ytl="4" xbr="8" ybr="7"/>'


def test_a_file_and_its_folder_are_recognised_with_subsets_and_classes(tmp_path: Path) -> None:
    images = [
        an_image(BOX, name=f"{n}.png", more=f' subset="{part}"')
        for n, part in enumerate(("Train", "Validation"))
    ]
    files = {"images/Train/0.png": PICTURE, "images/Validation/1.png": PICTURE}
    root = write_files(
        tmp_path / "in", {**files, "annotations.xml": file_of(*images, an_image(name="gone.png"))}
    )
    assert recognised_format(root) == recognised_format(root / "annotations.xml") == "cvat"
    dataset = open_dataset(root)
    found = list(dataset.samples())
    assert [(item.key, item.split) for item in found if isinstance(item, Sample)] == [
        ("images/Train/0.png", Split.TRAIN),
        ("images/Validation/1.png", Split.VAL),
    ]
    missing = [item for item in found if isinstance(item, Skipped)]
    assert [(item.name, item.reason[:30]) for item in missing] == [
        ("gone.png", "named in annotations.xml, line")
    ]
    assert dataset.categories is not None
    assert [(item.name, item.colour, item.keypoints) for item in dataset.categories.all] == [
        ("car", (255, 128, 0), ()),
        ("person", (0, 0, 255), ("left", "right")),
    ]


def test_tracks_are_refused_by_name(tmp_path: Path) -> None:
    """Shapes between key frames are not in the file; as pictures they would be without labels."""
    root = write_files(tmp_path, {"1.png": PICTURE, "a.xml": file_of('<track id="0" label="car"/>\n')})
    assert recognised_format(root) == "cvat"
    with pytest.raises(
        DatasetError, match=r"line 5: holds tracks of a video.* export it .*CVAT for images 1\.1"
    ):
        open_dataset(root)


def test_boxes_are_edges_and_an_empty_picture_is_labelled(tmp_path: Path) -> None:
    (item,) = instances(one(tmp_path, '<box label="car" xtl="0" ytl="0" xbr="40" ybr="20"/>'))
    assert item.shape == Box(-0.5, -0.5, 39.5, 19.5)
    assert one(tmp_path).labels == Labels()


def test_a_box_turns_clockwise_about_its_middle(tmp_path: Path) -> None:
    """A quarter turn clockwise puts the upper left corner to the upper right."""
    box = '<box label="car" xtl="10" ytl="8" xbr="20" ybr="12" rotation="90"/>'
    (item,) = instances(one(tmp_path, box))
    assert item.shape == OrientedBox(np.array([(17, 5), (17, 15), (13, 15), (13, 5)]) - 0.5)


def test_the_counts_of_a_mask_run_row_by_row_within_its_box(tmp_path: Path) -> None:
    """COCO's run column by column over the whole picture."""
    found = one(tmp_path, '<mask label="car" rle="1, 2, 2, 1" left="5" top="6" width="3" height="2"/>')
    assert found.labels is not None
    assert np.argwhere(found.labels.layers[0]).tolist() == [[6, 6], [6, 7], [7, 7]]


def test_masks_that_overlap_are_whole(tmp_path: Path) -> None:
    mask = '<mask label="car" rle="0, 6" left="{0}" top="6" width="3" height="2"/>'
    found = one(tmp_path, mask.format(5), mask.format(6), mask.format(20))
    assert found.labels is not None
    shapes = [item.shape for item in found.labels.instances if isinstance(item.shape, Bitmap)]
    assert [int(mask_of(shape, found.labels.layers, (40, 20)).sum()) for shape in shapes] == [6, 6, 6]
    assert len(found.labels.layers) == 2


def test_skeletons_have_the_slots_of_their_class(tmp_path: Path) -> None:
    points = (
        '<points label="right" outside="0" occluded="1" points="3.5,4.5"/>'
        '<points label="left" outside="1" occluded="0" points="99,99"/>'
    )
    (item,) = instances(one(tmp_path, f'<skeleton label="person" z_order="2">{points}</skeleton>'))
    assert item.keypoints is not None
    assert item.keypoints.visibility.tolist() == [0, 1]
    assert item.keypoints.points[1].tolist() == [3.0, 4.0]
    assert item.attributes == {"z_order": 2}


@pytest.mark.parametrize("kind", ["points", "polyline"])
def test_points_and_lines_are_held_by_their_points(kind: str, tmp_path: Path) -> None:
    (item,) = instances(one(tmp_path, f'<{kind} label="car" points="1.5,2.5;3.5,4.5"/>'))
    assert item.shape is None
    assert item.keypoints is not None
    assert item.keypoints.points.tolist() == [[1, 2], [3, 4]]
    assert item.attributes == {"shape": kind}


def test_an_ellipse_becomes_an_outline(tmp_path: Path) -> None:
    (item,) = instances(
        one(tmp_path, '<ellipse label="car" cx="20.5" cy="10.5" rx="8" ry="4" rotation="90"/>')
    )
    assert isinstance(item.shape, Outline)
    ring = item.shape.rings[0] - (20, 10)
    assert np.allclose((ring[:, 0] / 4) ** 2 + (ring[:, 1] / 8) ** 2, 1)


def test_polygons_of_one_class_and_group_are_parts_of_one_thing(tmp_path: Path) -> None:
    polygon = '<polygon label="{0}" points="1,1;5,1;5,5" group_id="{1}"/>'
    found = instances(
        one(
            tmp_path,
            *(
                polygon.format(*pair)
                for pair in (("car", 3), ("car", 3), ("person", 3), ("car", 0), ("car", 0))
            ),
        )
    )
    shapes = [item.shape for item in found]
    assert [len(shape.rings) for shape in shapes if isinstance(shape, Outline)] == [2, 1, 1, 1]
    assert [item.group for item in found] == [3, 3, None, None]


def test_attributes_tags_and_flags_are_read(tmp_path: Path) -> None:
    attributes = (
        '<attribute name="colour">dark red</attribute><attribute name="age">7</attribute>'
        '<attribute name="truncated">true</attribute><attribute name="id">007</attribute>'
    )
    place = 'occluded="1" xtl="1" ytl="1" xbr="3" ybr="3" z_order="-1"'
    box = f'<box label="car" source="auto" {place}>{attributes}</box>'
    found = one(tmp_path, box, '<tag label="person" source="manual"><attribute name="a">b</attribute></tag>')
    (item,) = instances(found)
    assert (item.occluded, item.truncated) == (True, True)
    assert item.attributes == {"source": "auto", "z_order": -1, "colour": "dark red", "age": 7, "id": "007"}
    assert found.labels is not None
    assert found.labels.tags == Tags(((1, 1.0),), (), {"person": {"a": "b"}})


def test_labels_of_a_picture_as_it_is_stored_are_turned_with_it(tmp_path: Path) -> None:
    mask = '<mask label="car" rle="0, 2" left="0" top="0" width="2" height="1"/>'
    found = one(
        tmp_path, '<box label="car" xtl="0" ytl="0" xbr="10" ybr="4"/>', mask, info=ImageInfo((20, 40), 6)
    )
    assert instances(found)[0].shape == Box(15.5, -0.5, 19.5, 9.5)
    assert found.labels is not None
    assert np.argwhere(found.labels.layers[0]).tolist() == [[0, 19], [1, 19]]


def test_a_picture_named_twice_counts_once(tmp_path: Path) -> None:
    files = {"images/1.png": PICTURE, "annotations.xml": file_of(an_image(BOX), an_image())}
    dataset = opened(tmp_path, files)
    assert len(instances(read(dataset))) == 1
    assert [(item.file, item.line, item.reason) for item in dataset.label_problems()] == [
        ("annotations.xml", 8, "1.png is there twice; the first counts")
    ]


def test_the_digest_is_that_of_one_picture(tmp_path: Path) -> None:
    """A change of another picture's labels must not make an export begin anew."""
    pictures = {"images/1.png": PICTURE, "images/2.png": PICTURE}
    other = an_image(BOX, name="2.png")
    digests = []
    for number, (first, second) in enumerate([(BOX, other), (BOX, an_image(name="2.png")), ("", other)]):
        files = {**pictures, "annotations.xml": file_of(an_image(first), second)}
        dataset = opened(tmp_path / str(number), files)
        sample = next(item for item in dataset.samples() if isinstance(item, Sample))
        source = dataset.label_source(sample)
        assert source is not None
        assert source.state() == source.digest()
        digests.append(source.digest())
    assert digests[0] == digests[1] != digests[2]


BROKEN = [
    (
        b"<annotations><version>1.1</version><image></annotations>",
        "annotations.xml, line 1: not well-formed XML",
    ),
    (b"<!DOCTYPE x><annotations><version>1.1</version></annotations>", "document type"),
    (file_of(), "annotations.xml: 1 picture is not named here"),
    (file_of(an_image(name="../../etc/passwd.png")), "named in annotations.xml, line 5, but not there"),
]


@pytest.mark.parametrize(("data", "reason"), BROKEN)
def test_a_file_that_cannot_be_used_is_told(data: bytes, reason: str, tmp_path: Path) -> None:
    root = write_files(tmp_path, {"images/1.png": PICTURE, "annotations.xml": data})
    with pytest.raises(DatasetError, match=reason):
        open_dataset(root)


ODD = [
    ('<box label="bus2" xtl="1"/>', "the box needs a number for ytl, not ''; it is left out"),
    ('<box xtl="1" ytl="1" xbr="2" ybr="2"/>', "has no known class: ''"),
    ('<box label="car" xtl="1" ytl="nan" xbr="2" ybr="2"/>', "needs a number for ytl, not 'nan'"),
    ('<box label="car" xtl="1" ytl="1" xbr="1" ybr="2"/>', "encloses nothing"),
    ('<polygon label="car" points="1,1;2,2"/>', "has fewer than three corners"),
    ('<polygon label="car" points="1,1;2,2;x,3"/>', "points that are no pairs of numbers"),
    ('<ellipse label="car" cx="1" cy="1" rx="0" ry="1"/>', "encloses nothing"),
    ('<mask label="car" rle="1,2" left="0" top="0" width="2" height="2"/>', "another size than 2 x 2"),
    ('<mask label="car" rle="" left="0" top="0" width="2" height="2"/>', "has no counts of pixels"),
    ('<mask label="car" rle="9" left="0" top="0" width="99999" height="99999"/>', "larger than the picture"),
    ('<mask label="car" rle="0,1" left="50" top="0" width="1" height="1"/>', "no pixel in the picture"),
    ('<blob label="car"/>', "is of an unknown kind"),
]


@pytest.mark.parametrize(("shape", "reason"), ODD)
def test_odd_shapes_are_told_with_their_line(shape: str, reason: str, tmp_path: Path) -> None:
    found = one(tmp_path, BOX, shape)
    (problem,) = found.problems
    assert reason in problem.reason
    assert problem.reason.endswith("it is left out")
    assert (problem.file, problem.line) == ("annotations.xml", 7)
    assert len(instances(found)) == 1


def test_shapes_that_count_as_they_are_are_told(tmp_path: Path) -> None:
    found = one(tmp_path, '<box label="car" xtl="45" ytl="1" xbr="3" ybr="3"/>')
    assert [item.reason for item in found.problems] == [
        "the corners of the box are in the other order; they count as they are",
        "the box leaves the picture; it counts as it is",
    ]
    assert instances(found)[0].shape == Box(2.5, 0.5, 44.5, 2.5)

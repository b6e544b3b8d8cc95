"""The labelled sample is written in each format, and found again as it was."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from augstudio.assets import labelled_sample
from augstudio.core.label_classes import label_class_names
from augstudio.core.labels import Labels
from augstudio.datasets.base import Dataset, only_samples
from augstudio.datasets.formats import FORMATS, IMAGE_FOLDER, recognised_format
from augstudio.datasets.label_writing import Loss
from augstudio.datasets.splits import Split
from augstudio.errors import DatasetError
from tests.datasets.rewriting import all_labels, opened, rewritten

INSTANCES = 28
# YOLO knows no crowds, and no outlines of several parts: each part is an instance.
KEPT = {"coco": 28, "labelme": 28, "voc": 28, "yolo": 27, "yolo-obb": 27, "yolo-segment": 33}


def labels_by_name(dataset: Dataset) -> dict[str, Labels]:
    """Labels by the picture's file name, which every format keeps."""
    read = {Path(key).name: labels for key, labels in all_labels(dataset).items()}
    assert not [labels.problems for labels in read.values() if labels.problems]
    return {name: found.labels or Labels() for name, found in read.items()}


def splits(dataset: Dataset) -> dict[str, Split | None]:
    return {Path(sample.key).name: sample.split for sample in only_samples(dataset.samples())}


@pytest.mark.parametrize("name", KEPT)
def test_the_sample_is_found_again(tmp_path: Path, name: str) -> None:
    source = opened(labelled_sample(), "coco")
    written = rewritten(source, name, tmp_path / "out")
    assert recognised_format(tmp_path / "out") == name
    assert written.label_problems() == ()
    assert splits(written) == splits(source)
    before, after = labels_by_name(source), labels_by_name(written)
    assert sum(len(labels.instances) for labels in before.values()) == INSTANCES
    assert sum(len(labels.instances) for labels in after.values()) == KEPT[name]
    assert {file for file, labels in after.items() if not labels.instances} == {"mountain-lake.jpg"}


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {IMAGE_FOLDER, "yolo-pose"}))
def test_what_has_labels_can_be_told_apart_by_hash(tmp_path: Path, name: str) -> None:
    written = rewritten(opened(labelled_sample(), "coco"), name, tmp_path / "out")
    sources = [written.label_source(sample) for sample in only_samples(written.samples())]
    again = [written.label_source(sample) for sample in only_samples(written.samples())]
    assert len(set(sources)) == len(sources)
    assert set(again) == set(sources)


def classes_by_name(dataset: Dataset) -> dict[str, frozenset[str]]:
    """Names of the classes of each picture, by the picture's file name."""
    assert dataset.categories is not None
    read = labels_by_name(dataset)
    return {file: label_class_names(labels, dataset.categories) for file, labels in read.items()}


@pytest.mark.parametrize("name", [*KEPT, "cvat", "label-studio", "hf", "csv"])
def test_each_picture_keeps_its_classes(tmp_path: Path, name: str) -> None:
    source = opened(labelled_sample(), "coco")
    assert classes_by_name(rewritten(source, name, tmp_path / "out")) == classes_by_name(source)


def test_class_maps_mean_the_same_in_another_format(tmp_path: Path) -> None:
    source = opened(labelled_sample(), "coco")
    expected = classes_by_name(rewritten(source, "masks", tmp_path / "masks"))
    voc = rewritten(source, "voc", tmp_path / "voc")
    written = rewritten(voc, "masks", tmp_path / "voc-masks")
    assert classes_by_name(written) == expected
    listed = (tmp_path / "voc-masks" / "classes.csv").read_text().splitlines()
    assert listed[:3] == ["value,name,red,green,blue", "0,background,0,0,0", "1,person,128,0,0"]
    again = rewritten(written, "voc", tmp_path / "again")
    assert classes_by_name(again) == expected


def test_folders_say_the_split_once(tmp_path: Path) -> None:
    for name in ("yolo", "labelme"):
        written = rewritten(opened(labelled_sample(), "coco"), name, tmp_path / name)
        for sample in only_samples(written.samples()):
            assert sample.split is not None
            assert Counter(sample.key.split("/"))[sample.split.value] == 1
            assert sample.key.count("/") <= 2


def test_keypoints_of_several_kinds_are_refused_by_name() -> None:
    kind = FORMATS["yolo-pose"].writer
    assert kind is not None
    with pytest.raises(DatasetError, match="the classes 'person' and 'bird' have different keypoints"):
        kind(opened(labelled_sample(), "coco"))


@pytest.mark.parametrize("name", ["cvat", "labelme", "voc", "yolo"])
def test_slots_for_keypoints_that_nobody_set_are_no_loss(name: str) -> None:
    source = opened(labelled_sample(), "coco")
    kind = FORMATS[name].writer
    assert kind is not None
    writer, lost = kind(source), {}
    for file, labels in labels_by_name(source).items():
        lost[file] = writer.losses(labels)[Loss.KEYPOINTS]
    assert (lost["dune-hikers.jpg"], lost["dogs-at-window.jpg"], lost["otter-basking.jpg"]) == (0, 2, 2)


def test_cvat_has_no_skeletons_without_points(tmp_path: Path) -> None:
    written = labels_by_name(rewritten(opened(labelled_sample(), "coco"), "cvat", tmp_path / "out"))
    skeletons = {file: sum(item.shape is None for item in found.instances) for file, found in written.items()}
    assert (skeletons["dune-hikers.jpg"], skeletons["dogs-at-window.jpg"]) == (0, 2)


@pytest.mark.parametrize("name", ["cvat", "hf", "label-studio", "labelme"])
def test_boxes_of_whole_pictures_do_not_leave_them_by_their_rounding(name: str, tmp_path: Path) -> None:
    """YOLO's decimals put the edges of a box next to those of the picture."""
    yolo = rewritten(opened(labelled_sample(), "coco"), "yolo", tmp_path / "yolo")
    found = labels_by_name(rewritten(yolo, name, tmp_path / "out"))  # there are no problems
    assert sum(len(labels.instances) for labels in found.values()) == KEPT["yolo"]

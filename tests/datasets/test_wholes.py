"""A part of a labelled dataset is opened as the whole, or the whole is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from augstudio.assets import labelled_sample
from augstudio.datasets.formats import is_dataset_file, open_dataset, recognised_format
from augstudio.datasets.wholes import whole_of
from augstudio.errors import DatasetError
from tests.datasets.rewriting import opened, rewritten
from tests.folders import small_dataset

PARTS = {
    "coco": ("annotations",),
    "voc": ("Annotations", "Annotations/train", "ImageSets", "ImageSets/Main", "SegmentationClass/val"),
    "masks": ("masks", "masks/train", "instances", "classes.csv"),
    "csv": ("labels.csv",),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_without_pictures_is_opened_as_the_whole(name: str, tmp_path: Path) -> None:
    rewritten(opened(labelled_sample(), "coco"), name, tmp_path / name)
    for part in PARTS[name]:
        place = tmp_path / name / part
        assert recognised_format(place) == name
        assert is_dataset_file(place) == place.is_file()
        dataset = open_dataset(place)
        assert (dataset.root, dataset.categories) == (
            tmp_path / name,
            open_dataset(tmp_path / name).categories,
        )


def test_pictures_alone_are_opened_and_the_whole_is_named(tmp_path: Path) -> None:
    """Also where the dataset itself is called as folders of masks are."""
    root = tmp_path / "labels"
    rewritten(opened(labelled_sample(), "coco"), "yolo", root)
    for part in ("images", "images/train"):
        dataset = open_dataset(root / part)
        assert dataset.categories is None
        found = dataset.found_labels(lambda: False)
        assert found is not None
        assert found.remedy == f"open {root}, of which this is a part"
    with pytest.raises(
        DatasetError, match=r"no images found in .*train; open .*labels, of which this is a part"
    ):
        open_dataset(root / "labels/train")


@pytest.mark.parametrize("name", ["yolo", "coco"])
def test_a_dataset_in_folders_of_its_own_is_named(name: str, tmp_path: Path) -> None:
    rewritten(opened(labelled_sample(), "coco"), name, tmp_path / "unpacked/v1/pets")
    found = open_dataset(tmp_path / "unpacked", format_name="image-folder").found_labels(lambda: False)
    assert found is not None
    assert found.remedy == f"open {tmp_path / 'unpacked/v1/pets'}, which holds the dataset"


def _is_labelled(folder: Path) -> bool:
    return recognised_format(folder) != "image-folder"


def test_what_is_no_part_has_no_whole(tmp_path: Path) -> None:
    plain = small_dataset(tmp_path / "images", 2)
    assert whole_of(plain, _is_labelled) is None
    rewritten(opened(labelled_sample(), "coco"), "coco", tmp_path / "coco")
    assert whole_of(small_dataset(tmp_path / "coco" / "holiday", 2), _is_labelled) is None

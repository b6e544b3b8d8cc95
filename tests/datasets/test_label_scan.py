"""Labels are looked at without decoding their pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from augstudio.core.image import Size
from augstudio.datasets.base import DatasetReference, only_samples
from augstudio.datasets.label_scan import scanned_labels
from augstudio.errors import ImageError
from augstudio.images.reading import read_placement
from tests.datasets.box_file import BoxFolder, write_labels
from tests.folders import encoded, with_orientation, write_files
from tests.pictures import noise_picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize(("orientation", "size"), [(1, (300, 200)), (6, (200, 300)), (3, (300, 200))])
def test_sizes_and_turns_are_those_of_the_decoded_picture(
    tmp_path: Path, kind: str, orientation: int, size: Size
) -> None:
    file = tmp_path / "a"
    file.write_bytes(with_orientation(noise_picture(300, 200), kind, orientation))
    assert read_placement(file) == (size, orientation)


def test_what_is_no_picture_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match="no such file"):
        read_placement(tmp_path / "a.png")
    with pytest.raises(ImageError, match="not a regular file but a folder"):
        read_placement(tmp_path)


def test_classes_come_from_shapes_and_class_maps(tmp_path: Path) -> None:
    picture = encoded(noise_picture(40, 30), "PNG")
    write_files(tmp_path, {"a.png": picture, "b.png": picture, "c.png": b"no picture", "d.png": picture})
    boxes = [{"class": 1, "box": [1, 1, 9, 9]}]
    write_labels(tmp_path, {"a": boxes, "b": [{"class": 0, "pixels": [1, 1, 9, 9]}], "c": boxes})
    dataset = BoxFolder(DatasetReference(tmp_path))
    found = {each.key: each.classes for each in scanned_labels(dataset, only_samples(dataset.samples()))}
    assert found == {"a.png": {1}, "b.png": {0}, "c.png": None, "d.png": None}

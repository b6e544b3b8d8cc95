"""With a size, copies come from reduced pictures: the same draws, geometry and labels as an export's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio import Pipeline
from augstudio.core.image import Image
from augstudio.core.padding import Padding, PaddingMode
from augstudio.datasets.base import only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.datasets.label_reading import ImageInfo
from augstudio.errors import ImageError
from augstudio.images.codec import decode
from augstudio.interop.online import OnlineDataset
from augstudio.transforms import (
    Brightness,
    Elastic,
    GaussianNoise,
    HorizontalFlip,
    OneOf,
    Resize,
    Rotate,
    Scale,
    Translate,
)
from tests.datasets.yolo_folders import small_yolo
from tests.folders import encoded, with_orientation, write_files
from tests.pictures import noise_picture, smooth_picture

MOVING = (HorizontalFlip(), Rotate(), Scale(), Translate())


def pipeline(*transforms: Any) -> Pipeline:
    return Pipeline.of(transforms, Padding(mode=PaddingMode.EDGE))


def difference(one: Image, other: Image) -> float:
    """Mean difference in levels."""
    assert one.shape == other.shape
    return float(np.abs(one.astype(int) - other).mean())


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        (
            (*MOVING, Brightness()),
            ["horizontal_flip", "rotate", "scale", "translate", "resize", "brightness"],
        ),
        ((Brightness(), Rotate()), ["resize", "brightness", "rotate"]),
        ((Rotate(), OneOf(), Scale(), Rotate()), ["rotate", "resize", "one_of", "scale", "rotate"]),
        ((Elastic(),), ["resize", "elastic"]),
        ((), ["resize"]),
    ],
)
def test_the_resize_stands_behind_the_geometry_at_the_beginning(
    tmp_path: Path, steps: tuple[Any, ...], wanted: list[str]
) -> None:
    root = write_files(tmp_path / "in", {"1.jpg": encoded(smooth_picture(90, 70), "JPEG")})
    given = pipeline(*steps)
    online = OnlineDataset(root, given, size=(32, 24))
    assert [step.name for step in online.pipeline.steps] == wanted
    kept = [step for step in online.pipeline.steps if step.name != "resize"]
    assert kept == list(given.steps)
    for copy in (0, 1, 2):
        assert online.sample(0, copy).image.shape == (24, 32, 3)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_jpeg_decoded_in_part_gives_the_same_picture(tmp_path: Path, orientation: int) -> None:
    data = with_orientation(smooth_picture(331, 413), "JPEG", orientation)
    root = write_files(tmp_path / "in", {"1.jpg": data})
    whole = decode(data).image
    for side, height in ((90, 120), (150, 150)):
        online = OnlineDataset(root, pipeline(*MOVING, Brightness()), seed=5, size=(side, height))
        assert online._picture(online.samples[0]).image.shape[0] < whole.shape[0] * 0.75
        for copy in (1, 2):
            exact = online.pipeline(whole, 5, copy, "1.jpg")
            assert difference(online.sample(0, copy).image, exact) < 1


@pytest.mark.parametrize("method", ["crop", "fit", "stretch"])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_pictures_are_reduced_to_what_the_size_needs(tmp_path: Path, method: str, kind: str) -> None:
    image = smooth_picture(400, 300)
    root = write_files(tmp_path / "in", {"1.jpg": encoded(image, kind), "2.jpg": encoded(image[:40], kind)})
    online = OnlineDataset(root, pipeline(), size=Resize(width=50, height=50, method=method))
    reduced = online._picture(online.samples[0]).image.shape
    assert 50 <= max(reduced[:2]) <= 85
    assert min(reduced[:2]) >= (37 if method == "fit" else 50)
    whole = decode((root / "1.jpg").read_bytes()).image
    assert difference(online.sample(0, 0).image, online._original(whole, key="")) < 2
    # What is not larger than needed stays as it is, so nothing differs.
    exact = online._original(decode((root / "2.jpg").read_bytes()).image, key="")
    if method != "fit":
        assert np.array_equal(online.sample(1, 0).image, exact)
    finer = OnlineDataset(root, pipeline(), size=50, detail=3)
    assert finer._picture(finer.samples[0]).image.shape[0] >= 150


def test_with_enough_detail_copies_are_those_of_an_export(tmp_path: Path) -> None:
    data = encoded(smooth_picture(120, 90), "JPEG")
    root = write_files(tmp_path / "in", {"1.jpg": data})
    online = OnlineDataset(root, pipeline(*MOVING, GaussianNoise()), seed=1, size=40, detail=3)
    for copy in (1, 2):
        exact = online.pipeline(decode(data).image, 1, copy, "1.jpg")
        assert np.array_equal(online.sample(0, copy).image, exact)


def test_labels_are_exactly_those_of_the_whole_picture(tmp_path: Path) -> None:
    root = small_yolo(tmp_path / "in", "0 0.3 0.5 0.4 0.6\n1 0.8 0.7 0.3 0.3\n")
    online = OnlineDataset(root, pipeline(*MOVING, Brightness()), seed=3, size=16)
    dataset = open_dataset(root)
    sample = next(item for item in only_samples(dataset.samples()) if item.key == online.samples[0].key)
    whole, source = dataset.read(sample), dataset.label_source(sample)
    assert source is not None
    labels = source.read(ImageInfo((whole.shape[1], whole.shape[0]))).labels
    assert labels is not None
    for copy in (1, 2, 3):
        wanted = online.pipeline.sample(whole, labels, 3, copy, sample.key, online.categories)[1]
        made = online.sample(0, copy)
        assert made.labels == wanted
        assert made.labels is not None
        assert made.labels.instances
        assert made.image.shape[:2] == (16, 16)
    original = online.sample(0, 0)
    assert original.labels is not None
    assert len(original.labels.instances) == 2
    assert original.image.shape[:2] == (16, 16)


def test_damage_is_found_where_a_jpeg_is_decoded_in_part() -> None:
    sound = encoded(noise_picture(256, 256), "JPEG", quality=95)
    for cut in (2, len(sound) // 2):
        with pytest.raises(ImageError, match="truncated"):
            decode(sound[:-cut], least=lambda _size: (32, 32))
    scan = sound.index(b"\xff\xda") + 14
    refused = 0
    for place in range(scan, len(sound) - 2, (len(sound) - scan) // 40):
        damaged = sound[:place] + bytes([sound[place] ^ 0x55]) + sound[place + 1 :]
        results = []
        for least in (None, lambda _size: (32, 32)):
            try:
                decode(damaged, least=least)
                results.append("taken")
            except ImageError as error:
                results.append(str(error))
        assert results[0] == results[1]
        refused += results[0] != "taken"
    assert refused > 5


def test_a_detail_below_one_is_refused(tmp_path: Path) -> None:
    root = write_files(tmp_path / "in", {"1.jpg": encoded(smooth_picture(90, 70), "JPEG")})
    with pytest.raises(ValueError, match="detail must be 1 or more"):
        OnlineDataset(root, pipeline(), size=32, detail=0.5)

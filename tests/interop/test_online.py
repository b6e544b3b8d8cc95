"""Copies that are made while training are those of an export."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augstudio import Pipeline
from augstudio.core.step import Step
from augstudio.datasets.base import only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.datasets.label_reading import ImageInfo
from augstudio.datasets.layout import Stated
from augstudio.errors import DatasetError, ImageError, PipelineError
from augstudio.images.codec import decode
from augstudio.interop.alike import check_alike
from augstudio.interop.online import CopySampler, OnlineDataset
from augstudio.transforms import GaussianNoise, HorizontalFlip, Mixup, Rotate
from tests.commands import told
from tests.datasets.yolo_folders import small_yolo
from tests.folders import encoded, small_dataset, write_files
from tests.pictures import noise_picture


def exported(dataset: Path, out: Path, pipeline: Pipeline, **options: object) -> Path:
    """An export of two copies as PNG, with the seed 3."""
    file = out.with_suffix(".json")
    pipeline.save(file)
    given = [word for name, value in options.items() for word in (f"--{name.replace('_', '-')}", str(value))]
    args = ("--pipeline", file, "--copies", 2, "--seed", 3, "--format", "png", "--workers", 1, *given)
    result = told("export", dataset, out, *map(str, args))
    assert result.exit_code == 0, result.stderr
    return out


def test_copies_have_the_pixels_of_an_export(tmp_path: Path) -> None:
    dataset, pipeline = small_dataset(tmp_path / "in"), Pipeline.default()
    out = exported(dataset, tmp_path / "out", pipeline)
    online = OnlineDataset(dataset, pipeline, seed=3)
    assert len(online) == 6
    for index in range(len(online)):
        for copy in (0, 1, 2):
            made = online.sample(index, copy)
            name = Path(made.key).with_suffix("").as_posix() + (f"__aug{copy:03}" if copy else "")
            assert np.array_equal(made.image, decode((out / f"{name}.png").read_bytes()).image)
            assert made.target is not None
            assert online.classes[made.target] == made.key.split("/")[0]
            assert made.image.flags.writeable


def test_labels_are_those_of_an_export(tmp_path: Path) -> None:
    root = small_yolo(tmp_path / "in", "0 0.3 0.5 0.4 0.6\n1 0.8 0.7 0.3 0.3\n")
    pipeline = Pipeline.default()
    out = exported(root, tmp_path / "out", pipeline)
    online = OnlineDataset(root, pipeline, seed=3)
    assert [sample.key for sample in online.samples] == ["images/train/a.png"]
    made = online.sample(0, 1)
    assert made.labels is not None
    dataset = open_dataset(out, Stated(include_copies=True))
    sample = next(item for item in only_samples(dataset.samples()) if "__aug001" in item.key)
    source = dataset.label_source(sample)
    assert source is not None
    read = source.read(ImageInfo((made.image.shape[1], made.image.shape[0]))).labels
    assert read is not None
    # Rows of YOLO cannot say that a region is to be ignored, and leave it out.
    kept = [item for item in made.labels.instances if not item.ignored]
    assert len(kept) == len(read.instances) > 0
    for one, other in zip(kept, read.instances, strict=True):
        assert one.category == other.category
        assert vars_of(one.shape) == pytest.approx(vars_of(other.shape), abs=1e-3)


def vars_of(shape: object) -> list[float]:
    """The corners of a box."""
    return [getattr(shape, name) for name in ("left", "top", "right", "bottom")]


@pytest.mark.parametrize("size", [None, 24])
@pytest.mark.parametrize("labelled", [False, True])
def test_a_batch_is_its_copies_one_by_one(tmp_path: Path, size: int | None, labelled: bool) -> None:
    root = small_yolo(tmp_path / "in") if labelled else small_dataset(tmp_path / "in", 12)
    steps = (HorizontalFlip(), Rotate(), GaussianNoise())
    online = OnlineDataset(root, Pipeline.of(steps), seed=3, size=size, split=None)
    places = [(index % len(online), copy) for index in range(11) for copy in (0, 2, 1)]
    batch = list(online.batch(places))
    assert len({sample.image.tobytes() for sample in batch}) >= 5
    for place, made in zip(places, batch, strict=True):
        alone = online.sample(*place)
        np.testing.assert_array_equal(made.image, alone.image)
        assert (made.target, made.labels, made.key, made.copy) == (
            alone.target,
            alone.labels,
            alone.key,
            alone.copy,
        )
        assert (made.labels is not None) == labelled


@pytest.mark.parametrize("size", [None, 8])
def test_all_pictures_can_have_three_channels(tmp_path: Path, size: int | None) -> None:
    names = {1: "grey", 2: "grey_alpha", 3: "colour", 4: "alpha"}
    pictures = {f"a/{name}.png": encoded(noise_picture(9, 7, count), "PNG") for count, name in names.items()}
    write_files(tmp_path, pictures)
    pipeline = Pipeline.default()
    own = OnlineDataset(tmp_path, pipeline, size=size)
    alike = OnlineDataset(tmp_path, pipeline, size=size, rgb=(10, 20, 30))
    assert sorted(own.sample(index, 1).image.shape[2] for index in range(4)) == [1, 2, 3, 4]
    for index in range(4):
        image, made = own.sample(index, 1).image, alike.sample(index, 1).image
        expected = np.repeat(image[:, :, :1], 3, axis=2) if image.shape[2] < 3 else image[:, :, :3]
        if image.shape[2] in (2, 4):
            alpha = image[:, :, -1:] / 255
            expected = np.rint(expected * alpha + np.array((10, 20, 30)) * (1 - alpha)).astype(np.uint8)
        np.testing.assert_array_equal(made, expected)


@pytest.mark.parametrize(
    ("first", "other", "remedy"),
    [((4, 4, 3), (4, 5, 3), "a resize, or give"), ((4, 4, 3), (4, 4, 1), "rgb=True"), ((4, 4), (4, 4), "")],
)
def test_what_cannot_be_put_together_says_how_it_could(
    first: tuple[int, ...], other: tuple[int, ...], remedy: str
) -> None:
    with pytest.raises(ValueError, match=f"cannot be put.*{remedy}") if remedy else nullcontext():
        check_alike(first, other)


def test_another_process_makes_the_same(tmp_path: Path) -> None:
    online = OnlineDataset(small_dataset(tmp_path, 2), Pipeline.default(), seed=1)
    again = pickle.loads(pickle.dumps(online))
    assert np.array_equal(online.sample(1, 5).image, again.sample(1, 5).image)
    assert again.classes == online.classes


def test_a_class_that_a_split_lacks_shifts_no_number(tmp_path: Path) -> None:
    picture = encoded(noise_picture(4, 4), "PNG")
    root = write_files(tmp_path, {f"{name}.png": picture for name in ("train/a/1", "train/b/1", "val/b/2")})
    training = OnlineDataset(root, Pipeline.default())
    validation = OnlineDataset(root, Pipeline.default(), split="val")
    assert training.classes == validation.classes == ("a", "b")
    assert validation.sample(0, 0).target == 1
    assert len(OnlineDataset(root, Pipeline.default(), split=None)) == 3
    with pytest.raises(DatasetError, match=r"the split test of .* has no picture"):
        OnlineDataset(root, Pipeline.default(), split="test")


@pytest.mark.parametrize("size", [None, 24])
def test_a_picture_that_cannot_be_read_is_named(tmp_path: Path, size: int | None) -> None:
    root = small_dataset(tmp_path)
    online = OnlineDataset(root, Pipeline(), size=size)
    sample = online.samples[1]
    (root / sample.key).unlink()
    with pytest.raises(ImageError, match=f"^{re.escape(sample.key)}: there is no such file any more$"):
        list(online.batch([(0, 1), (1, 1)]))
    with pytest.raises(ImageError, match=f"^{re.escape(sample.key)}: "):
        online.sample(1, 0)


def test_what_is_misspelt_says_what_there_is(tmp_path: Path) -> None:
    root, path = small_dataset(tmp_path), "pipeline.json"
    with pytest.raises(TypeError, match=r"got 'pipeline.json': Pipeline\.load reads one from a file"):
        OnlineDataset(root, path)  # type: ignore[arg-type]  # as people do
    with pytest.raises(ValueError, match="there is no split 'tset'; there are train, val, test, other"):
        OnlineDataset(root, Pipeline(), split="tset")
    with pytest.raises(
        TypeError, match=r"cache is True, a folder or a whole number of bytes, got 1000000000\.0"
    ):
        OnlineDataset(root, Pipeline(), cache=1e9)  # type: ignore[arg-type]  # as people do
    online = OnlineDataset(root, Pipeline())
    with pytest.raises(TypeError, match=r"takes how many pictures there are, len\(online\), got <"):
        CopySampler(online)  # type: ignore[arg-type]  # as people do
    with pytest.raises(TypeError, match=r"use augstudio\.torch\.loader\(online, batch_size\)"):
        list(online)  # type: ignore[call-overload]  # as people do


def test_steps_that_mix_pictures_are_refused_by_name(tmp_path: Path) -> None:
    pipeline = Pipeline(steps=(Step(id=1, transform=Mixup()),))
    with pytest.raises(PipelineError, match=r"mixup mixes pictures"):
        OnlineDataset(small_dataset(tmp_path, 2), pipeline)


@given(
    length=st.integers(1, 20),
    copies=st.integers(1, 3),
    world=st.integers(1, 5),
    epoch=st.integers(0, 3),
    shuffle=st.booleans(),
)
def test_an_epoch_has_each_picture_with_each_of_its_copies(
    length: int, copies: int, world: int, epoch: int, shuffle: bool
) -> None:
    parts = []
    for rank in range(world):
        sampler = CopySampler(length, copies=copies, shuffle=shuffle, seed=4, rank=rank, world_size=world)
        sampler.set_epoch(epoch)
        parts.append(list(sampler))
        assert len(parts[-1]) == len(sampler)
    together = [pair for places in zip(*parts, strict=True) for pair in places]
    whole = CopySampler(length, copies=copies, shuffle=shuffle, seed=4)
    whole.set_epoch(epoch)
    assert together[: length * copies] == list(whole)
    first = 1 + epoch * copies
    wanted = {(index, first + copy) for index in range(length) for copy in range(copies)}
    assert set(whole) == wanted
    assert len(list(whole)) == len(wanted)


def test_epochs_are_shuffled_differently_and_again_the_same() -> None:
    sampler = CopySampler(100, seed=1)
    orders = []
    for epoch in (0, 1, 0):
        sampler.set_epoch(epoch)
        orders.append([index for index, _ in sampler])
    assert orders[0] == orders[2] != orders[1]
    assert orders[0] != sorted(orders[0])
    assert [index for index, _ in CopySampler(100, seed=2)] != orders[0]
    assert Counter(orders[1]) == Counter(range(100))


@pytest.mark.parametrize("used", [None, 3])
def test_training_goes_on_in_the_middle_of_an_epoch(used: int | None) -> None:
    sampler = CopySampler(10, seed=1)
    sampler.set_epoch(2)
    whole = list(sampler)
    begun = iter(sampler)
    given = [next(begun) for _ in range(5)]
    again = CopySampler(10, seed=1)
    again.load_state_dict(sampler.state_dict(used))
    again.set_epoch(2)
    assert given[: 5 if used is None else used] + list(again) == whole
    again.set_epoch(3)
    assert len(list(again)) == 10


def test_after_a_whole_epoch_training_goes_on_with_the_next() -> None:
    sampler, again = CopySampler(10, seed=1), CopySampler(10, seed=1)
    assert len(list(sampler)) == 10
    assert sampler.state_dict() == sampler.state_dict(used=10) == {"epoch": 1, "start": 0}
    again.load_state_dict(sampler.state_dict())
    sampler.set_epoch(1)
    assert list(again) == list(sampler)


@pytest.mark.parametrize(
    ("length", "copies", "rank", "world_size"),
    [(0, 1, 0, 1), (5, 0, 0, 1), (5, 1, 2, 2), (5, 1, -1, 2), (5, 1, 0, 0)],
)
def test_numbers_out_of_range_are_refused(length: int, copies: int, rank: int, world_size: int) -> None:
    with pytest.raises(ValueError, match="must be 1 or more and rank below world_size"):
        CopySampler(length, copies=copies, rank=rank, world_size=world_size)

"""Copies as Hugging Face datasets; skipped where ``datasets`` is not installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio import Pipeline
from augstudio.core.step import Step
from augstudio.huggingface import copies
from augstudio.interop.online import CopySampler
from augstudio.transforms import HorizontalFlip
from tests.interop.training import Item, expected, item_of, small_online

datasets = pytest.importorskip("datasets", reason="datasets of Hugging Face is not installed")

pytestmark = pytest.mark.filterwarnings("ignore")  # of the package about itself


def items(rows: Any) -> list[Item]:
    return [(np.asarray(row["image"]).tobytes(), row["label"]) for row in rows]


def source_of(root: Path) -> Any:
    """A dataset of Hugging Face's with the files of one of ours."""
    online = small_online(root)
    columns = {
        "image": [str(root / sample.key) for sample in online.samples],
        "name": [sample.key for sample in online.samples],
        "label": [online.classes.index(sample.classes[0]) for sample in online.samples],
    }
    kinds = {"image": datasets.Image(), "name": datasets.Value("string")}
    features = datasets.Features({**kinds, "label": datasets.ClassLabel(names=list(online.classes))})
    return datasets.Dataset.from_dict(columns, features=features)


def test_rows_are_the_copies_of_a_sampler(tmp_path: Path) -> None:
    online = small_online(tmp_path)
    made = copies(online, epochs=2, seed=7)
    assert items(made) == expected(online, 0, seed=7) + expected(online, 1, seed=7)
    assert made[6]["copy"] == 2


def test_a_dataset_of_its_own_gets_the_pixels_of_an_export(tmp_path: Path) -> None:
    online = small_online(tmp_path)
    made = copies(source_of(tmp_path), online.pipeline, epochs=2, seed=1, key="name")
    sampler = CopySampler(5, seed=1)
    wanted = list(sampler)
    sampler.set_epoch(1)
    wanted += list(sampler)
    assert items(made) == [item_of(online, *place) for place in wanted]
    assert made[0]["image"] is not made[0]["image"]
    assert items(made.select([7, 2])) == [item_of(online, *wanted[number]) for number in (7, 2)]


def test_steps_limited_to_classes_look_at_the_label(tmp_path: Path) -> None:
    flip = Step(id=1, transform=HorizontalFlip(), classes=("b",))
    made = copies(source_of(tmp_path), Pipeline(steps=(flip,)), shuffle=False)
    online = small_online(tmp_path)
    assert [row["label"] for row in made] == [0, 0, 0, 1, 1]
    for number, row in enumerate(made):
        is_same = np.array_equal(np.asarray(row["image"]), online.sample(number, 0).image)
        assert is_same is (row["label"] == 0)


def test_columns_that_would_not_follow_are_refused(tmp_path: Path) -> None:
    source = source_of(tmp_path)
    boxes = [{"bbox": [[1.0, 2.0, 3.0, 4.0]], "category": [0]}] * 5
    with pytest.raises(ValueError, match=r"\['objects'\] would stay"):
        copies(source.add_column("objects", boxes), Pipeline())
    both = datasets.Features({**source.features, "name": datasets.Image()})
    with pytest.raises(ValueError, match=r"\['name'\] would stay"):
        copies(source.cast(both), Pipeline())

"""Steps that are limited to pictures of some classes."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio.core.label_classes import label_class_names, label_classes
from augstudio.core.labels import Box, Categories, Category, Instance, Labels, SemanticMask, Tags
from augstudio.core.step import Step
from augstudio.datasets.base import only_samples
from augstudio.errors import PipelineError
from augstudio.images.reading import read_image
from augstudio.pipelines import Pipeline
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.measuring import ExactPictures, Subject
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import WHOLE, PreviewRequest
from augstudio.render.resolve import resolve, resolve_recorded
from augstudio.transforms import GaussianNoise, OneOf, Rotate, VerticalFlip
from tests.commands import told
from tests.datasets.rewriting import labels_of, opened
from tests.datasets.yolo_folders import write_yolo
from tests.folders import encoded, write_files
from tests.pictures import noise_picture

PICTURE = noise_picture(9, 7)


def limited(**limits: Any) -> Pipeline:
    flip, noise = Step(id=1, transform=VerticalFlip(), **limits), Step(id=2, transform=GaussianNoise())
    return Pipeline(steps=(flip, noise))


def flips(pipeline: Pipeline, *classes: str) -> bool:
    resolved = resolve(pipeline, (9, 7), seed=0, key="a", copy=1, classes=classes)
    return "vertical_flip" in [draw.transform for draw in resolved.draws]


@pytest.mark.parametrize(
    ("limits", "classes", "takes_part"),
    [
        ({}, (), True),
        ({}, ("6",), True),
        ({"classes": ("6", "9")}, ("6",), True),
        ({"classes": ("6", "9")}, ("7",), False),
        ({"classes": ("6", "9")}, (), False),
        ({"classes": ("6", "9")}, ("7", "9"), True),
        ({"not_classes": ("6", "9")}, ("6",), False),
        ({"not_classes": ("6", "9")}, ("7",), True),
        ({"not_classes": ("6", "9")}, (), True),
        ({"not_classes": ("6", "9")}, ("7", "9"), False),
        ({"classes": ("6",), "not_classes": ("9",)}, ("6", "9"), False),
        ({"classes": (unicodedata.normalize("NFD", "é"),)}, ("é",), True),
        ({"classes": ("é",)}, (unicodedata.normalize("NFD", "é"),), True),
    ],
)
def test_a_step_takes_part_by_the_classes_of_the_picture(
    limits: dict[str, Any], classes: tuple[str, ...], takes_part: bool
) -> None:
    assert flips(limited(**limits), *classes) == takes_part


def test_other_steps_draw_the_same_whether_a_step_is_limited_or_not() -> None:
    def noise(pipeline: Pipeline) -> object:
        resolved = resolve(pipeline, (9, 7), seed=3, key="a", copy=1, classes=("6",))
        return next(draw for draw in resolved.draws if draw.transform == "gaussian_noise")

    assert noise(limited()) == noise(limited(not_classes=("6",)))


def test_a_chosen_step_that_is_for_other_classes_leaves_the_picture_and_replays() -> None:
    steps = (
        Step(id=1, transform=OneOf(count=2)),
        Step(id=2, transform=VerticalFlip(), not_classes=("6",)),
        Step(id=3, transform=Rotate(), not_classes=("6",)),
        Step(id=4, transform=GaussianNoise()),
    )
    pipeline = Pipeline(steps=steps)
    resolved = resolve(pipeline, (9, 7), seed=0, key="a", copy=1, classes=("6",))
    assert [draw.step_id for draw in resolved.draws] == [1, 4]
    assert resolve_recorded(pipeline, (9, 7), [draw.to_dict() for draw in resolved.draws]) == resolved


def test_files_hold_limits_only_where_there_are_some() -> None:
    plain, other = limited(), limited(not_classes=("6", "9"))
    assert "classes" not in plain.to_json()
    assert json.loads(other.to_json())["steps"][0] == {
        "id": 1, "transform": "vertical_flip", "probability": 1.0, "enabled": True, "not_classes": ["6", "9"],
    }  # fmt: skip
    assert Pipeline.from_json(other.to_json()) == other
    assert other.fingerprint() != plain.fingerprint()
    assert plain.fingerprint() == limited(classes=()).fingerprint()


@pytest.mark.parametrize("value", ["6", [6], [""], {"6": 1}, None])
def test_limits_that_are_no_list_of_names_are_refused_in_words(value: Any) -> None:
    data = limited().to_dict()
    data["steps"][0]["classes"] = value
    with pytest.raises(PipelineError, match=r"step 1 \(vertical_flip\), classes: must be a list of names"):
        Pipeline.from_dict(data)


def test_the_library_is_told_the_classes() -> None:
    pipeline = Pipeline(steps=(Step(id=1, transform=VerticalFlip(), not_classes=("6",)),))
    flipped = PICTURE[::-1]
    assert np.array_equal(pipeline(PICTURE, key="a"), flipped)
    assert np.array_equal(pipeline(PICTURE, key="a", classes=("6",)), PICTURE)
    tagged = Labels(tags=Tags(((0, 1.0),)))
    for name, expected in (("6", PICTURE), ("7", flipped)):
        image, _ = pipeline.sample(PICTURE, tagged, key="a", categories=Categories.named([name]))
        assert np.array_equal(image, expected)


TABLE = b"file,tags\n6/a.png,6|odd\n7/a.png,7\n"


@pytest.mark.parametrize("table", [{}, {"labels.csv": TABLE}], ids=["folders", "several classes in a table"])
def test_preview_export_and_library_agree_on_who_is_limited(table: dict[str, bytes], tmp_path: Path) -> None:
    picture = encoded(PICTURE, "PNG")
    root = write_files(tmp_path / "in", {"6/a.png": picture, "7/a.png": picture, **table})
    pipeline = Pipeline(steps=(Step(id=1, transform=VerticalFlip(), not_classes=("6",)),))
    pipeline.save(tmp_path / "p.json")
    out = tmp_path / "out"
    result = told("export", root, out, "--pipeline", tmp_path / "p.json", "--copies", 1, "--workers", 1)
    assert result.exit_code == 0, result.output
    dataset = opened(root)
    samples = list(only_samples(dataset.samples()))
    assert [sample.key for sample in samples] == ["6/a.png", "7/a.png"]
    for sample, expected in zip(samples, (PICTURE, PICTURE[::-1]), strict=True):
        written = read_image(out / sample.key.replace(".png", "__aug001.png"))
        assert np.array_equal(written, expected)
        assert np.array_equal(pipeline(PICTURE, key=sample.key, classes=sample.classes), expected)
        panes = Arrangement.in_columns(comparison.original_and_result(pipeline, 1), 2)
        shown = PreviewRenderer()(PreviewRequest(dataset, sample, 0, panes, WHOLE, 1.0, exact=True))
        assert shown is not None
        assert np.array_equal(shown.frames[1].image, expected)
    result = told("verify", out, "--pixels", "--dataset", root)
    assert result.exit_code == 0, result.output


BOX = Box(1, 1, 4, 4)
ONE = Instance(category=1, shape=BOX)
MAP = SemanticMask(np.array([[3, 255], [0, 3]], np.uint8), ignore=255)
CLASSES = Categories((Category("6", 0), Category("7", 3), Category("9", 255)))


@pytest.mark.parametrize(
    ("labels", "positions"),
    [
        (Labels(), ()),
        (Labels((ONE, ONE, Instance(category=2, shape=BOX, crowd=True))), (1, 2)),
        (Labels((Instance(category=0),), tags=Tags(((2, 0.5), (1, 0.0)))), (0, 2)),
        (Labels(semantic=MAP), (0, 1)),
        (Labels((Instance(category=7, shape=BOX),)), (7,)),
    ],
)
def test_a_pictures_classes_are_all_that_its_labels_name(labels: Labels, positions: tuple[int, ...]) -> None:
    assert label_classes(labels, CLASSES) == set(positions)
    assert label_class_names(labels, CLASSES) == {CLASSES[each].name for each in positions if each < 3}


def test_preview_export_and_library_see_the_classes_of_things_in_a_picture(tmp_path: Path) -> None:
    labels = {"a": "1 .5 .5 .2 .2\n0 .2 .2 .2 .2\n", "b": "1 .5 .5 .2 .2\n", "c": "", "d": None}
    files: dict[str, str | bytes | None] = {f"images/train/{name}.png": None for name in labels}
    files |= {f"labels/train/{name}.txt": text for name, text in labels.items() if text is not None}
    root = write_yolo(tmp_path / "in", files)
    pipeline = Pipeline(steps=(Step(id=1, transform=VerticalFlip(), classes=("cat",)),))
    pipeline.save(tmp_path / "p.json")
    out = tmp_path / "out"
    result = told("export", root, out, "--pipeline", tmp_path / "p.json", "--copies", 1, "--workers", 1)
    assert result.exit_code == 0, result.output
    dataset, source = opened(root), read_image(root / "images/train/a.png")
    assert dataset.categories is not None
    for sample in only_samples(dataset.samples()):
        expected = source[::-1] if sample.key.endswith("a.png") else source
        written = read_image(out / sample.key.replace(".png", "__aug001.png"))
        assert np.array_equal(written, expected), sample.key
        read = labels_of(dataset, sample.key).labels
        made, _ = pipeline.sample(source, read or Labels(), key=sample.key, categories=dataset.categories)
        assert np.array_equal(made, expected)
        # Whether labels are shown, and how large the picture is, changes nothing.
        panes = Arrangement.in_columns(comparison.original_and_result(pipeline, 1), 2)
        request = PreviewRequest(dataset, sample, 0, panes, WHOLE, 1.0, exact=True, labelled=dataset)
        for asked in (replace(request, thumbnail=40), request, replace(request, labels_shown=False)):
            shown = PreviewRenderer()(asked)
            assert shown is not None
            assert np.array_equal(shown.frames[1].image, expected)
        assert shown is not None
        measuring = ExactPictures()
        measuring.wanted = Subject.of(shown, *panes.panes)
        pair = measuring.pair(measuring.wanted)
        assert pair is not None
        assert np.array_equal(pair[1], expected)
    result = told("verify", out, "--pixels", "--dataset", root)
    assert result.exit_code == 0, result.output

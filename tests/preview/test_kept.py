"""What the preview keeps is never shown for something else: each key has all that its value depends on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from augstudio.core.parameters import Range
from augstudio.core.step import Step
from augstudio.datasets.formats import open_dataset
from augstudio.export.reading.reader import RecordedDraws
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.comparison import Pane
from augstudio.preview.measuring import DifferenceRequest, DifferenceWork, Subject
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import PreviewRequest, PreviewResult
from augstudio.transforms import Rotate, VerticalFlip
from tests.datasets.yolo_folders import DATA, sample_of, small_yolo
from tests.pictures import smooth_picture

PIPELINE = Pipeline.of((Rotate(angle_range=Range(5, 60)),))


def request_for(root: Path, pipeline: Pipeline = PIPELINE, key: str = "a.png") -> PreviewRequest:
    """The settled preview of a picture at half its size: such pictures are kept."""
    dataset = open_dataset(root)
    return PreviewRequest(
        dataset=dataset,
        sample=sample_of(dataset, key),
        seed=0,
        arrangement=Arrangement.in_columns(comparison.original_and_result(pipeline, 1), 2),
        pane_size=(300, 200),
        zoom=0.5,
        exact=True,
        labelled=dataset if dataset.categories else None,
    )


@pytest.fixture
def request_(tmp_path: Path) -> PreviewRequest:
    (tmp_path / "a.png").write_bytes(encode(smooth_picture(120, 80), "png"))
    return request_for(tmp_path)


def shown(renderer: PreviewRenderer, request: PreviewRequest) -> PreviewResult:
    result = renderer(request)
    assert result is not None
    assert not result.error
    return result


def assert_as_if_new(renderer: PreviewRenderer, request: PreviewRequest) -> None:
    """What a renderer shows that has shown other things is what one shows that has not."""
    pairs = zip(shown(renderer, request).frames, shown(PreviewRenderer(), request).frames, strict=True)
    for known, fresh in pairs:
        assert np.array_equal(known.pixels, fresh.pixels)
        assert known.draws == fresh.draws


def as_thumbnail(request: PreviewRequest) -> PreviewRequest:
    return replace(request, thumbnail=40)


def as_recorded(request: PreviewRequest) -> PreviewRequest:
    """The same of an export whose draws are not those of today."""
    recorded = {"id": 1, "transform": "rotate", "draw": {"angle": 50.0}}
    return replace(request, recorded=RecordedDraws(PIPELINE, 0, 1, (recorded,)))


@pytest.mark.parametrize("changed", [as_thumbnail, as_recorded])
def test_another_picture_of_the_same_name_is_made_anew(
    request_: PreviewRequest, changed: Callable[[PreviewRequest], PreviewRequest]
) -> None:
    renderer, other = PreviewRenderer(), changed(request_)
    for request in (request_, other, request_):
        assert_as_if_new(renderer, request)
    one, another = (shown(renderer, request).frames[1].pixels for request in (request_, other))
    assert not np.array_equal(one, another)


def test_a_reduction_for_a_small_pane_is_not_taken_for_a_large_one(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(encode(smooth_picture(2000, 1500), "jpeg"))
    small = replace(request_for(tmp_path, key="a.jpg"), exact=False, zoom=None, pane_size=(60, 40))
    renderer = PreviewRenderer()
    assert not shown(renderer, small).exact
    assert_as_if_new(renderer, replace(small, pane_size=(600, 400)))


def test_classes_that_are_called_otherwise_now_are_shown_so(tmp_path: Path) -> None:
    limited = Pipeline(steps=(Step(id=1, transform=VerticalFlip(), classes=("cat",)),))
    root = small_yolo(tmp_path)
    renderer = PreviewRenderer()
    for name, steps in (("cat", 1), ("lynx", 0)):
        (root / "data.yaml").write_text(DATA.replace("cat", name))
        original, copy = shown(renderer, request_for(root, limited, "images/train/a.png")).frames
        assert original.labels is not None
        assert original.labels.categories[0].name == name
        assert len(copy.draws) == steps, "as an export has it"


def test_a_difference_is_measured_again_when_labels_change_what_is_drawn(tmp_path: Path) -> None:
    limited = Pipeline(steps=(Step(id=1, transform=VerticalFlip(), classes=("dog",)),))
    root = small_yolo(tmp_path)
    request = request_for(root, limited, "images/train/a.png")
    renderer, work, shares = PreviewRenderer(), DifferenceWork(), []
    for row in ("0 0.5 0.5 0.5 0.5\n", "1 0.5 0.5 0.5 0.5 \n"):
        (root / "labels/train/a.txt").write_text(row)
        subject = Subject.of(shown(renderer, request), Pane("", limited, 0), Pane("", limited, 1))
        work.pictures.wanted = subject
        measured = work(DifferenceRequest(subject, 1.0))
        assert measured is not None
        assert measured.found is not None
        shares.append(measured.found.share > 0)
    assert shares == [False, True]

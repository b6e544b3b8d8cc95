from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from augstudio.core.parameters import Range
from augstudio.core.pipeline import Pipeline
from augstudio.datasets.base import DatasetReference, Sample
from augstudio.images.codec import encode
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import Frame, PreviewRequest
from augstudio.transforms import Brightness
from tests.datasets.box_file import BoxFolder, write_labels
from tests.pictures import smooth_picture

ROW = {"class": 0, "box": [20, 10, 60, 50]}


def arrangement(shift: float) -> Arrangement:
    pipeline = Pipeline.of((Brightness(shift_range=Range(shift, shift)),))
    return Arrangement.in_columns(comparison.original_and_result(pipeline, 1), 2)


def sample_of(root: Path, name: str) -> Sample:
    return Sample(name, str(root / name))


@pytest.fixture
def request_(tmp_path: Path) -> PreviewRequest:
    for name in "ab":
        (tmp_path / f"{name}.png").write_bytes(encode(smooth_picture(120, 80), "png"))
    write_labels(tmp_path, {"a": [ROW], "b": [ROW]})
    dataset = BoxFolder(DatasetReference(tmp_path))
    sample = sample_of(tmp_path, "a.png")
    return PreviewRequest(dataset, sample, 0, arrangement(0.1), (60, 40), None, labelled=dataset)


def frames(renderer: PreviewRenderer, request: PreviewRequest) -> tuple[Frame, ...]:
    result = renderer(request)
    assert result is not None
    assert len(result.frames) == 2
    return result.frames


def test_an_original_is_the_same_frame_while_steps_change(request_: PreviewRequest) -> None:
    renderer = PreviewRenderer()
    original, before = frames(renderer, request_)
    for exact in (False, True):
        again, after = frames(renderer, replace(request_, arrangement=arrangement(-0.2), exact=exact))
        assert again is original
        assert not np.array_equal(after.pixels, before.pixels)
    assert original.exact
    assert original.labels is not None


@pytest.mark.parametrize(
    "changed",
    [
        lambda request: replace(request, zoom=1.0),
        lambda request: replace(request, zoom=1.0, centre=(0.7, 0.5)),
        lambda request: replace(request, pane_size=(30, 20)),
        lambda request: replace(request, labels_shown=False),
        lambda request: replace(request, sample=sample_of(request.dataset.root, "b.png")),
    ],
)
def test_what_looks_otherwise_is_another_frame(
    request_: PreviewRequest, changed: Callable[[PreviewRequest], PreviewRequest]
) -> None:
    renderer = PreviewRenderer()
    original = frames(renderer, request_)[0]
    other, fresh = (frames(each, changed(request_))[0] for each in (renderer, PreviewRenderer()))
    assert other is not original
    assert np.array_equal(other.pixels, fresh.pixels)
    assert (other.labels is None) == (fresh.labels is None)
    assert (other.whole, other.left, other.top) == (fresh.whole, fresh.left, fresh.top)


def test_a_file_that_changed_is_read_again(request_: PreviewRequest) -> None:
    renderer = PreviewRenderer()
    original = frames(renderer, request_)[0]
    request_.sample.path.write_bytes(encode(255 - smooth_picture(120, 80), "png"))
    assert not np.array_equal(frames(renderer, request_)[0].pixels, original.pixels)


def test_labels_that_changed_are_shown(request_: PreviewRequest) -> None:
    renderer = PreviewRenderer()
    frames(renderer, request_)
    write_labels(request_.dataset.root, {"a": [ROW, {"class": 1, "box": [1, 2, 30, 40]}]})
    shown = frames(renderer, request_)[0].labels
    assert shown is not None
    assert len(shown.marks) == 2

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from augstudio import comparison
from augstudio.datasets.base import Sample
from augstudio.datasets.codec import encode
from augstudio.datasets.image_folder import ImageFolder
from augstudio.kernels.display import from_bgra
from augstudio.library import Pipeline
from augstudio.transforms import HorizontalFlip, Rotate
from augstudio.ui.preview.rendering import ByteCache, PreviewRenderer, PreviewRequest, fitting_zoom
from tests.pictures import smooth_picture


@pytest.fixture
def request_(tmp_path: Path) -> PreviewRequest:
    (tmp_path / "a.png").write_bytes(encode(smooth_picture(1200, 800), "png"))
    pipeline = Pipeline.of((Rotate(size="grow"),))
    return PreviewRequest(
        dataset=ImageFolder(tmp_path),
        sample=Sample("a.png", tmp_path / "a.png"),
        seed=0,
        panes=comparison.original_and_result(pipeline, 1),
        pane_size=(400, 300),
        zoom=None,
        exact=False,
    )


def test_draft_and_exact_show_the_same_scene(request_: PreviewRequest) -> None:
    renderer = PreviewRenderer()
    draft, exact = renderer(request_), renderer(replace(request_, exact=True))
    assert (draft.exact, exact.exact) == (False, True)
    assert draft.zoom == exact.zoom < 0.4
    for one, other in zip(draft.frames, exact.frames, strict=True):
        assert one.pixels.shape == other.pixels.shape
        assert one.draws == other.draws
        assert np.abs(one.pixels.astype(int) - other.pixels).mean() < 2


def test_all_results_fit_the_pane(request_: PreviewRequest) -> None:
    result = PreviewRenderer()(replace(request_, exact=True))
    heights, widths = zip(*(frame.pixels.shape[:2] for frame in result.frames), strict=True)
    assert max(widths) <= 400
    assert max(heights) <= 300
    assert max(widths) >= 398 or max(heights) >= 298


def test_full_size_is_the_library_result(request_: PreviewRequest) -> None:
    pipeline = request_.panes[1].pipeline
    result = PreviewRenderer()(replace(request_, zoom=1.0, exact=True))
    expected = pipeline(smooth_picture(1200, 800), seed=0, copy=1, key="a.png")  # type: ignore[operator]
    assert np.array_equal(from_bgra(result.frames[1].pixels), expected)
    assert np.array_equal(from_bgra(result.frames[0].pixels), smooth_picture(1200, 800))


def test_an_undecodable_picture_is_a_result_with_a_reason(request_: PreviewRequest) -> None:
    request_.sample.path.write_bytes(b"no picture")
    result = PreviewRenderer()(request_)
    assert result.frames == ()
    assert result.error


def test_small_pictures_are_enlarged_by_whole_factors() -> None:
    assert fitting_zoom([(32, 32)], (400, 300)) == 9
    assert fitting_zoom([(300, 200)], (400, 300)) == 1
    assert fitting_zoom([(800, 200), (400, 600)], (400, 300)) == 0.5


def test_transparency_reaches_the_screen(tmp_path: Path) -> None:
    picture = smooth_picture(40, 30, 4)
    (tmp_path / "a.png").write_bytes(encode(picture, "png"))
    request = PreviewRequest(
        dataset=ImageFolder(tmp_path),
        sample=Sample("a.png", tmp_path / "a.png"),
        seed=0,
        panes=comparison.original_and_result(Pipeline.of((HorizontalFlip(),)), 1),
        pane_size=(40, 30),
        zoom=1.0,
        exact=True,
    )
    result = PreviewRenderer()(request)
    assert np.array_equal(result.frames[0].pixels[:, :, 3], picture[:, :, 3])
    assert np.array_equal(result.frames[1].pixels[:, :, 3], picture[:, ::-1, 3])


def test_byte_cache_keeps_the_newest_within_its_budget() -> None:
    cache, made = ByteCache(100), []

    def get(key: str, cost: int) -> str:
        def make() -> str:
            made.append(key)
            return key

        return cache.get(key, make, lambda _: cost)

    for key in ("a", "b", "a"):
        get(key, 40)
    assert made == ["a", "b"]
    get("c", 40)
    get("a", 40)
    assert made == ["a", "b", "c"], "a was used last, so b went"
    get("b", 40)
    assert made == ["a", "b", "c", "b"]
    get("large", 101)
    get("large", 101)
    assert made[-2:] == ["large", "large"], "what is larger than the budget is not kept"
    get("b", 40)
    assert made[-1] == "large"

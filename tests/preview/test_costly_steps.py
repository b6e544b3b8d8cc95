"""Steps that take long: a small draft first, work given up when it is needless, nothing done twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest

from augstudio.core.draws import Draw
from augstudio.core.image import Image
from augstudio.core.interruption import checkpoint
from augstudio.core.parameters import Range
from augstudio.core.region import Region
from augstudio.core.transform import Pixel, Transform, View
from augstudio.datasets.base import Sample
from augstudio.datasets.image_folder import ImageFolder
from augstudio.images.codec import encode
from augstudio.kernels.viewing.display import from_bgra
from augstudio.pipelines import Pipeline
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.measuring import ExactPictures, Subject
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import PreviewRequest, PreviewResult
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.render.step_results import StepResults
from augstudio.transforms import Brightness, ImageModel, Rotate
from tests import networks
from tests.networks import stored
from tests.pictures import smooth_picture


class Slow(Pixel):
    """Turns a picture into its negative, and tells how large it was."""

    NAME: ClassVar[str] = "slow"
    TITLE: ClassVar[str] = "Slow"
    FACTOR: ClassVar[str] = "any"
    GROUP: ClassVar[str] = "Test"
    COSTLY: ClassVar[bool] = True
    worked: ClassVar[list[int]] = []
    meanwhile: ClassVar[list[Callable[[], None]]] = []

    def needs(self, part: Region, draw: Draw, view: View) -> Region:
        """All of it."""
        return view.frame

    def apply(self, image: Image, draw: Draw, view: View) -> Image:
        """Invert it."""
        self.worked.append(max(image.shape))
        for action in self.meanwhile:
            action()
        checkpoint()
        return np.asarray(255 - image, np.uint8)


@pytest.fixture(autouse=True)
def rested(monkeypatch: pytest.MonkeyPatch) -> None:
    Slow.worked.clear()
    monkeypatch.setattr(Slow, "meanwhile", [])


def asked(tmp_path: Path, *transforms: Transform, width: int = 1200) -> PreviewRequest:
    picture = smooth_picture(width, width * 2 // 3)
    (tmp_path / "a.png").write_bytes(encode(picture, "png"))
    panes = Arrangement.in_columns(comparison.original_and_result(Pipeline.of(transforms), 1), 2)
    sample = Sample("a.png", str(tmp_path / "a.png"))
    return PreviewRequest(ImageFolder(tmp_path), sample, 0, panes, (600, 400), None)


def shown(renderer: PreviewRenderer, request: PreviewRequest) -> PreviewResult:
    result = renderer(request)
    assert result is not None
    return result


def test_the_first_draft_is_small_and_the_settled_picture_is_the_export(tmp_path: Path) -> None:
    renderer, request = PreviewRenderer(), asked(tmp_path, Rotate(), Slow())
    draft = shown(renderer, request)
    assert not draft.exact
    assert Slow.worked == [160]
    assert draft.frames[1].size == (1200, 800)
    exact = shown(renderer, replace(request, exact=True, zoom=1.0, pane_size=(1300, 900)))
    assert exact.exact
    assert Slow.worked == [160, 1200]
    expected = Pipeline.of((Rotate(), Slow()))(smooth_picture(1200, 800), key="a.png")
    np.testing.assert_array_equal(from_bgra(exact.frames[1].pixels), expected)


def test_a_small_picture_has_a_smaller_draft(tmp_path: Path) -> None:
    request = asked(tmp_path, Slow(), width=100)
    draft = shown(PreviewRenderer(), replace(request, zoom=4.0))
    assert not draft.exact
    assert Slow.worked == [75]


def test_later_steps_are_tuned_without_doing_it_again(tmp_path: Path) -> None:
    renderer, request = PreviewRenderer(), asked(tmp_path, Slow(), Brightness(shift_range=Range(0.1, 0.1)))
    shown(renderer, replace(request, exact=True))
    assert Slow.worked == [1200]
    for shift in (0.2, 0.3):
        changed = Pipeline.of((Slow(), Brightness(shift_range=Range(shift, shift))))
        panes = comparison.original_and_result(changed, 1)
        assert shown(renderer, replace(request, arrangement=Arrangement.in_columns(panes, 2))).exact
    assert Slow.worked == [1200]


def test_all_panes_share_the_work(tmp_path: Path) -> None:
    request = asked(tmp_path, Slow(), Rotate(angle_range=Range(20, 20)))
    panes = comparison.padding_modes(request.panes[1].pipeline, 1)
    shown(PreviewRenderer(), replace(request, arrangement=Arrangement.in_columns(panes, 2), exact=True))
    assert Slow.worked == [1200]


def test_needless_work_ends_at_the_next_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renderer, request = PreviewRenderer(), asked(tmp_path, Slow())

    def ask_for_another() -> None:
        renderer.newest = replace(request, serial=2, seed=1)

    monkeypatch.setattr(Slow, "meanwhile", [ask_for_another])
    assert renderer(replace(request, exact=True, serial=1)) is None
    assert Slow.worked == [1200]
    monkeypatch.setattr(Slow, "meanwhile", [])
    assert shown(renderer, replace(request, exact=True, serial=2)).exact
    assert shown(renderer, replace(request, exact=True, serial=1, seed=1, zoom=0.3)).exact


def test_drafts_are_shown_although_newer_ones_wait_but_not_when_the_window_closes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renderer, request = PreviewRenderer(), asked(tmp_path, Slow())
    renderer.newest = replace(request, serial=5, seed=1)
    assert shown(renderer, replace(request, serial=1)).frames

    def close() -> None:
        renderer.closing = True

    monkeypatch.setattr(Slow, "meanwhile", [close])
    picture = asked(tmp_path, Slow(), width=900)
    assert renderer(replace(picture, serial=6)) is None


def test_a_draft_of_the_same_does_not_wait_for_the_settled_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renderer, request = PreviewRenderer(), asked(tmp_path, Slow())
    drafts: list[PreviewResult | None] = []

    def draft_meanwhile() -> None:
        if Slow.worked == [1200]:
            drafts.append(pool.submit(renderer, request).result(10))

    monkeypatch.setattr(Slow, "meanwhile", [draft_meanwhile])
    with ThreadPoolExecutor(1) as pool:
        assert shown(renderer, replace(request, exact=True)).exact
    assert [draft is not None and draft.exact for draft in drafts] == [False]
    assert Slow.worked == [1200, 160]


def test_a_draft_that_only_waits_for_a_network_is_given_up_for_a_newer_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augstudio.preview.renderer._DRAFT_SECONDS", 0.1)
    step = ImageModel(model=(stored(networks.endless(above=10), tmp_path),), strength_range=(1, 1))
    renderer, request = PreviewRenderer(), asked(tmp_path, step)
    renderer.newest = replace(request, serial=5, seed=1)
    assert renderer(replace(request, serial=1)) is None


def test_a_rendering_keeps_results_only_where_they_are_handed_in() -> None:
    picture, results = smooth_picture(60, 40), StepResults()
    resolved = resolve(Pipeline.of((Slow(),)), (60, 40), seed=0, key="a.png", copy=1)
    for handed, times in ((None, 2), (results, 1), (StepResults(), 1)):
        Slow.worked.clear()
        first, second = (render(picture, resolved, results=handed) for _ in range(2))
        np.testing.assert_array_equal(first, second)
        assert len(Slow.worked) == times
    assert results.cache.nbytes == picture.nbytes


def test_all_that_shows_pictures_may_share_the_work(tmp_path: Path) -> None:
    results, request = StepResults(), replace(asked(tmp_path, Slow()), exact=True)
    result = shown(PreviewRenderer(results=results), request)
    subject = Subject.of(result, *request.panes)
    pictures = ExactPictures(results)
    pictures.wanted = subject
    assert pictures.pair(subject) is not None
    shown(PreviewRenderer(results=results), request)
    assert Slow.worked == [1200]


def test_the_pane_wanted_first_is_made_first_and_each_is_told_of(tmp_path: Path) -> None:
    request = asked(tmp_path, Rotate(angle_range=Range(10, 10)))
    made: list[int] = []
    for first in (None, 1):
        result = PreviewRenderer()(replace(request, first=first), made=lambda frame: made.append(frame.index))
        assert result is not None
        assert [frame.size for frame in result.frames] == [(1200, 800)] * 2
        assert not result.frames[0].draws
        assert result.frames[1].draws
    assert made == [0, 1, 1, 0]

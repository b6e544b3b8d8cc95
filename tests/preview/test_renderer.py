from __future__ import annotations

import os
import pkgutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from augstudio.core.draws import Draw
from augstudio.core.image import Image
from augstudio.core.parameters import Range
from augstudio.core.transform import View
from augstudio.datasets.base import Sample
from augstudio.datasets.image_folder import ImageFolder
from augstudio.errors import ImageError
from augstudio.export import RunOptions, run_export
from augstudio.export.reading.outputs import OutputSample
from augstudio.export.reading.reader import OpenedExport
from augstudio.images.codec import encode
from augstudio.kernels.region import Region
from augstudio.kernels.viewing.display import from_bgra
from augstudio.pipelines import Pipeline
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import PreviewRequest, PreviewResult
from augstudio.preview.visible import fitting_zoom, visible_part
from augstudio.transforms import Brightness, GaussianBlur, HorizontalFlip, Rotate
from tests.export.jobs import job_for
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture


@pytest.fixture
def request_(tmp_path: Path) -> PreviewRequest:
    (tmp_path / "a.png").write_bytes(encode(smooth_picture(1200, 800), "png"))
    pipeline = Pipeline.of((Rotate(size="grow"),))
    return PreviewRequest(
        dataset=ImageFolder(tmp_path),
        sample=Sample("a.png", str(tmp_path / "a.png")),
        seed=0,
        arrangement=Arrangement.in_columns(comparison.original_and_result(pipeline, 1), 2),
        pane_size=(400, 300),
        zoom=None,
        exact=False,
    )


def shown(renderer: PreviewRenderer, request: PreviewRequest) -> PreviewResult:
    result = renderer(request)
    assert result is not None
    return result


def test_draft_and_exact_show_the_same_scene(request_: PreviewRequest) -> None:
    renderer = PreviewRenderer()
    draft, exact = shown(renderer, request_), shown(renderer, replace(request_, exact=True))
    assert (draft.exact, exact.exact) == (False, True)
    assert draft.zoom == exact.zoom < 0.4
    for one, other in zip(draft.frames, exact.frames, strict=True):
        assert one.pixels.shape == other.pixels.shape
        assert one.draws == other.draws
        assert np.abs(one.pixels.astype(int) - other.pixels).mean() < 2


def test_all_results_fit_the_pane(request_: PreviewRequest) -> None:
    result = shown(PreviewRenderer(), replace(request_, exact=True))
    heights, widths = zip(*(frame.pixels.shape[:2] for frame in result.frames), strict=True)
    assert max(widths) <= 400
    assert max(heights) <= 300
    assert max(widths) >= 398 or max(heights) >= 298


def test_full_size_is_the_library_result(request_: PreviewRequest) -> None:
    pipeline = request_.panes[1].pipeline
    result = shown(PreviewRenderer(), replace(request_, zoom=1.0, pane_size=(1600, 1200), exact=True))
    expected = pipeline(smooth_picture(1200, 800), seed=0, copy=1, key="a.png")
    assert np.array_equal(from_bgra(result.frames[1].pixels), expected)
    assert np.array_equal(from_bgra(result.frames[0].pixels), smooth_picture(1200, 800))


def test_a_result_that_would_be_too_large_is_a_reason(request_: PreviewRequest) -> None:
    pipeline = Pipeline.of([Rotate(angle_range=Range(45, 45), size="grow")] * 10)
    for exact in (False, True):
        panes = comparison.original_and_result(pipeline, 1)
        result = shown(
            PreviewRenderer(), replace(request_, arrangement=Arrangement.in_columns(panes, 2), exact=exact)
        )
        assert result.frames == ()
        assert "step 8 (rotate) would enlarge it to" in result.error


def test_an_undecodable_picture_is_a_result_with_a_reason(request_: PreviewRequest) -> None:
    request_.sample.path.write_bytes(b"no picture")
    result = shown(PreviewRenderer(), request_)
    assert result.frames == ()
    assert result.error


def test_small_pictures_are_enlarged_by_whole_factors() -> None:
    assert fitting_zoom([(32, 32)], (400, 300)) == 9
    assert fitting_zoom([(300, 200)], (400, 300)) == 1
    assert fitting_zoom([(300, 200)], (450, 400)) == 1.5
    assert fitting_zoom([(300, 200)], (599, 400)) == 1.5
    assert fitting_zoom([(300, 200)], (600, 400)) == 2
    assert fitting_zoom([(300, 200)], (899, 800)) == 2
    assert fitting_zoom([(800, 200), (400, 600)], (400, 300)) == 0.5


def test_transparency_reaches_the_screen(tmp_path: Path) -> None:
    picture = smooth_picture(40, 30, 4)
    (tmp_path / "a.png").write_bytes(encode(picture, "png"))
    request = PreviewRequest(
        dataset=ImageFolder(tmp_path),
        sample=Sample("a.png", str(tmp_path / "a.png")),
        seed=0,
        arrangement=Arrangement.in_columns(
            comparison.original_and_result(Pipeline.of((HorizontalFlip(),)), 1), 2
        ),
        pane_size=(40, 30),
        zoom=1.0,
        exact=True,
    )
    result = shown(PreviewRenderer(), request)
    assert np.array_equal(result.frames[0].pixels[:, :, 3], picture[:, :, 3])
    assert np.array_equal(result.frames[1].pixels[:, :, 3], picture[:, ::-1, 3])


@pytest.mark.parametrize("small", [None, 64])
def test_an_export_s_file_is_never_shown_for_the_picture_it_was_made_from(
    request_: PreviewRequest, tmp_path: Path, small: int | None
) -> None:
    source = write_files(tmp_path / "in", {"a.png": encoded(smooth_picture(40, 30), "PNG")})
    out = tmp_path / "out"
    run_export(job_for(source, out), RunOptions(workers=1))
    opened = OpenedExport(out)  # the folder of its sources is not known
    sample = next(item for item in opened.samples() if isinstance(item, OutputSample))
    renderer = PreviewRenderer()
    file = Sample(sample.key, str(sample.path))
    result = renderer(replace(request_, dataset=opened.outputs.folder, sample=file, thumbnail=small))
    assert result is not None
    assert result.frames
    with pytest.raises(ImageError, match="not known"):
        opened.read(sample)
    result = renderer(replace(request_, dataset=opened, sample=sample, thumbnail=small))
    assert result is not None
    assert "not known" in str(result.error)
    assert not result.frames


def test_a_changed_file_is_read_again(request_: PreviewRequest) -> None:
    renderer = PreviewRenderer()
    request = replace(request_, zoom=1.0, pane_size=(1600, 1200))
    before = shown(renderer, request).frames[0].pixels
    request_.sample.path.write_bytes(encode(smooth_picture(1200, 800)[::-1].copy(), "png"))
    os.utime(request_.sample.path, ns=(1, 1))
    after = shown(renderer, request).frames[0].pixels
    assert np.array_equal(after, before[::-1])


@pytest.mark.parametrize("centre", [(0.5, 0.5), (0.0, 0.0), (1.0, 0.3)])
@pytest.mark.parametrize("zoom", [1.0, 3.0])
@pytest.mark.parametrize("exact", [False, True])
def test_magnified_frames_are_the_visible_part_of_the_export(
    request_: PreviewRequest, centre: tuple[float, float], zoom: float, exact: bool
) -> None:
    request = replace(request_, zoom=zoom, centre=centre, pane_size=(200, 150), exact=exact)
    frame = shown(PreviewRenderer(), request).frames[1]
    pipeline = request.panes[1].pipeline
    exported = pipeline(smooth_picture(1200, 800), seed=0, copy=1, key="a.png")
    height, width = frame.pixels.shape[:2]
    assert width * height < 300 * 250, "the rest costs nothing"
    assert frame.exact
    assert frame.whole == frame.size == (exported.shape[1], exported.shape[0])
    part = exported[frame.top : frame.top + height, frame.left : frame.left + width]
    assert np.array_equal(from_bgra(frame.pixels), part)


def test_a_draft_of_a_large_picture_costs_only_what_is_seen(request_: PreviewRequest) -> None:
    frame = shown(PreviewRenderer(), replace(request_, zoom=0.6, pane_size=(100, 80))).frames[1]
    assert not frame.exact
    assert frame.pixels.shape[0] * frame.pixels.shape[1] < 170 * 150
    whole = shown(PreviewRenderer(), replace(request_, zoom=0.6, pane_size=(2000, 1500))).frames[1]
    assert frame.whole == whole.whole
    column, row = frame.size[0] // 2, frame.size[1] // 2
    place, same = frame.pixel_at(column, row), whole.pixel_at(column, row)
    assert place is not None
    assert same is not None
    shown_value = frame.pixels[place[1], place[0]].astype(int)
    assert np.abs(shown_value - whole.pixels[same[1], same[0]]).max() <= 6
    assert frame.pixel_at(0, 0) is None


def test_a_large_jpeg_is_drafted_from_a_reduction_first(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(encode(smooth_picture(2000, 1500), "jpeg"))
    pipeline = Pipeline.of((Rotate(),))
    request = PreviewRequest(
        dataset=ImageFolder(tmp_path),
        sample=Sample("a.jpg", str(tmp_path / "a.jpg")),
        seed=0,
        arrangement=Arrangement.in_columns(comparison.original_and_result(pipeline, 1), 2),
        pane_size=(300, 200),
        zoom=None,
    )
    renderer = PreviewRenderer()
    first = shown(renderer, request)
    assert [frame.exact for frame in first.frames] == [False, False]
    assert first.frames[0].size == (2000, 1500)
    exact = shown(renderer, replace(request, exact=True))
    assert exact.exact
    for one, other in zip(first.frames, exact.frames, strict=True):
        assert one.pixels.shape == other.pixels.shape
        assert np.abs(one.pixels.astype(int) - other.pixels).mean() < 3
    assert shown(renderer, request).frames[0].exact, "the full picture is known now"


def test_old_exact_requests_are_given_up(request_: PreviewRequest) -> None:
    renderer = PreviewRenderer(newest=replace(request_, serial=5, seed=1))
    assert renderer(replace(request_, exact=True, serial=4)) is None
    moved = replace(request_, exact=True, serial=4, seed=1, centre=(0.2, 0.2))
    assert renderer(moved) is not None, "what it makes is still wanted"
    assert renderer(replace(request_, exact=True, serial=5)) is not None
    assert renderer(replace(request_, serial=4)) is not None, "drafts are always shown"


def test_the_visible_part_lies_in_the_picture() -> None:
    assert visible_part((100, 80), (0.5, 0.5), (400, 300), 1.0) == Region(0, 0, 100, 80)
    part = visible_part((4000, 3000), (0.0, 1.0), (400, 300), 1.0)
    assert (part.left, part.top + part.height) == (0, 3000)
    assert part.width >= 200
    assert part.height >= 150
    assert visible_part((4000, 3000), (1.0, 1.0), (400, 300), 32.0).width < 60


def test_closing_ends_a_rendering_between_two_steps(
    request_: PreviewRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    renderer, worked = PreviewRenderer(), list[str]()

    def first(self: Brightness, image: Image, draw: Draw, view: View) -> Image:
        worked.append("first")
        renderer.closing = True
        return image

    def second(self: GaussianBlur, image: Image, draw: Draw, view: View) -> Image:
        worked.append("second")
        return image

    monkeypatch.setattr(Brightness, "apply", first)
    monkeypatch.setattr(GaussianBlur, "apply", second)
    panes = comparison.copies(Pipeline.of((Brightness(), GaussianBlur())), 1)
    request = replace(request_, arrangement=Arrangement.in_columns(panes, 1), exact=True)
    assert renderer(request) is None
    assert worked == ["first"]


def wall_of(root: Path, names: list[str], *, exact: bool) -> PreviewRequest:
    samples = [Sample(name, str(root / name)) for name in names]
    panes = comparison.pictures(Pipeline.of((Brightness(),)), 1, samples)
    arrangement = Arrangement.in_columns(panes, 2)
    return PreviewRequest(ImageFolder(root), samples[0], 3, arrangement, (50, 50), None, exact=exact)


def watch(monkeypatch: pytest.MonkeyPatch, name: str, names: list[str]) -> None:
    """Note the names of the files that a function is called with."""
    function = pkgutil.resolve_name(name)

    def watched(path: Path) -> object:
        names.append(path.name)
        return function(path)

    monkeypatch.setattr(name, watched)


def test_drafts_of_a_wall_read_no_broken_file_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = encode(smooth_picture(60, 40), "png")
    for name, data in {"a.png": whole, "cut.png": whole[: len(whole) // 2], "none.png": b"none"}.items():
        (tmp_path / name).write_bytes(data)
    read: list[str] = []
    watch(monkeypatch, "augstudio.images.reading.read_image", read)
    watch(monkeypatch, "augstudio.preview.first_looks.read_placement", read)
    renderer = PreviewRenderer()
    for _ in range(3):
        frames = shown(renderer, wall_of(tmp_path, ["a.png", "cut.png", "none.png"], exact=False)).frames
        assert [bool(frame.error) for frame in frames] == [False, True, True]
    assert sorted(read) == ["a.png", "a.png", "cut.png", "cut.png", "none.png"], "header and pixels once each"
    shown(renderer, wall_of(tmp_path, ["a.png", "cut.png", "none.png"], exact=True))
    assert sorted(read[5:]) == ["cut.png", "none.png"], "the drive may be there again"
    (tmp_path / "none.png").write_bytes(whole)
    frames = shown(renderer, wall_of(tmp_path, ["a.png", "cut.png", "none.png"], exact=False)).frames
    assert [bool(frame.error) for frame in frames] == [False, True, False], "it is another file now"


def test_the_first_picture_of_a_wall_is_told_before_the_second_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(encode(smooth_picture(60, 40), "png"))
    done: list[str] = []
    watch(monkeypatch, "augstudio.images.reading.read_image", done)
    request = wall_of(tmp_path, ["a.png", "b.png"], exact=False)
    PreviewRenderer()(request, made=lambda made: done.append(f"frame {made.index}"))
    assert done == ["a.png", "frame 0", "b.png", "frame 1"]


def test_pictures_of_a_wall_are_each_their_own(tmp_path: Path) -> None:
    shapes = {"a.png": (60, 40), "b.png": (30, 50), "broken.png": None, "c.png": (20, 20)}
    for name, shape in shapes.items():
        data = encode(smooth_picture(*shape), "png") if shape else b"no picture"
        (tmp_path / name).write_bytes(data)
    samples = [Sample(name, str(tmp_path / name)) for name in shapes]
    panes = comparison.pictures(Pipeline.of((Rotate(size="grow"), Brightness())), 2, samples)
    request = PreviewRequest(
        dataset=ImageFolder(tmp_path),
        sample=samples[1],
        seed=3,
        arrangement=Arrangement.in_columns(panes, 2),
        pane_size=(200, 200),
        zoom=1.0,
        exact=True,
    )
    result = shown(PreviewRenderer(), request)
    for pane, frame, (name, shape) in zip(panes, result.frames, shapes.items(), strict=True):
        if shape is None:
            assert frame.error
            continue
        expected = pane.pipeline(smooth_picture(*shape), seed=3, copy=2, key=name)
        assert np.array_equal(from_bgra(frame.pixels), expected), name
    assert result.source == (30, 50)
    assert [frame for _, frame in result.own] == [result.frames[1]]
    assert [place.sample for place in request.places] == samples
    assert not result.error

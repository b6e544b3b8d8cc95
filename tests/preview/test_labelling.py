"""Labels in results of the preview: read once, and never those of another picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from augstudio.core.image import Image
from augstudio.core.label_policy import DEFAULT, LabelPolicy
from augstudio.core.labels import (
    Bitmap,
    Box,
    Categories,
    Instance,
    Labels,
    Relabelled,
    SemanticMask,
    Tags,
)
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.region import Region
from augstudio.datasets.base import DatasetReference, only_samples
from augstudio.datasets.formats import FORMATS
from augstudio.datasets.label_reading import ImageInfo, LabelsRead
from augstudio.images.reading import read_image
from augstudio.pipelines import Pipeline
from augstudio.preview import comparison
from augstudio.preview.arrangement import Arrangement
from augstudio.preview.label_marks import Area, MarkKind, areas_of
from augstudio.preview.labelling import PictureLabels, ShownLabels, described_labels, shown_labels
from augstudio.preview.renderer import PreviewRenderer
from augstudio.preview.requests import PreviewRequest
from augstudio.render import labels as labels_module
from augstudio.render.labelling.composing import Moving
from augstudio.render.labels import relabel
from augstudio.render.resolve import Resolved, resolve
from augstudio.transforms import Rotate
from tests.commands import told
from tests.datasets.box_file import CATEGORIES, FORMAT, NAME, BoxFolder, BoxSource, write_labels
from tests.folders import encoded, with_orientation, write_files
from tests.pictures import distance, plain_picture, smooth_picture

BOX = {"class": 0, "box": [10, 5, 40, 30]}
PIXELS = {"class": 1, "pixels": [20, 10, 60, 40]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    picture = encoded(smooth_picture(80, 60), "PNG")
    root = write_files(tmp_path / "in", {f"{name}.png": picture for name in "abc"})
    return write_labels(root, {"a": [BOX, {"class": 7}], "b": [PIXELS, BOX]})


def request_for(folder: Path, name: str, *, labelled: bool = True) -> PreviewRequest:
    dataset = BoxFolder(DatasetReference(folder))
    sample = next(item for item in only_samples(dataset.samples()) if item.key == f"{name}.png")
    panes = comparison.original_and_result(Pipeline.of(()), 1)
    return PreviewRequest(
        dataset=dataset,
        sample=sample,
        seed=0,
        arrangement=Arrangement.in_columns(panes, 2),
        pane_size=(160, 120),
        zoom=1.0,
        exact=True,
        labelled=dataset if labelled else None,
    )


def labels_of(renderer: PreviewRenderer, request: PreviewRequest) -> ShownLabels:
    result = renderer(request)
    assert result is not None
    assert not result.error
    shown = result.frames[0].labels
    assert shown is not None
    return shown


def test_a_frame_has_the_labels_of_its_picture(folder: Path) -> None:
    renderer = PreviewRenderer()
    for name, count in (("a", 1), ("b", 2)):
        shown = labels_of(renderer, request_for(folder, name))
        assert len(shown.labels.instances) == len(shown.marks) == count
    assert shown.labels.instances[1].shape == Box(10, 5, 40, 30)
    assert [tuple(corner) for corner in shown.marks[1].rings[0]] == [(10, 5), (40, 5), (40, 30), (10, 30)]


@pytest.mark.parametrize("degrees", [0, 18.4, 26.6, 45, 63.4, 71.6, 90, 108.4, 135])
def test_edges_of_ghosts_given_by_pixels_are_dashed_in_every_direction(degrees: float) -> None:
    rows, columns = np.ogrid[:200, :200]
    turn = np.radians(degrees)
    half = (columns - 100) * np.sin(turn) + (rows - 100) * np.cos(turn) > 0
    size = (200, 200)
    shares = {}
    for ghost in (False, True):
        item = Instance(category=1, shape=Bitmap(0, 1), ghost=ghost)
        areas = areas_of(Labels((item,), (half.astype(np.int32),)), CATEGORIES, size, Region.whole(size))
        assert areas is not None
        edge = next(code for code, area in enumerate(areas.entries, 1) if area.edge)
        plain = next(code for code, area in enumerate(areas.entries, 1) if not area.edge)
        seen = np.count_nonzero(areas.codes == edge)
        assert np.array_equal(areas.codes > 0, half)
        assert np.isin(areas.codes, [0, edge, plain]).all()
        shares[ghost] = seen
    assert 0.3 * shares[False] < shares[True] < 0.75 * shares[False]


def test_labels_are_read_once_while_nothing_changes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[ImageInfo] = []
    read = BoxSource.read

    def counting(self: BoxSource, image: ImageInfo) -> LabelsRead:
        reads.append(image)
        return read(self, image)

    monkeypatch.setattr(BoxSource, "read", counting)
    renderer, request = PreviewRenderer(), request_for(folder, "a")
    for seed in range(3):
        labels_of(renderer, replace(request, seed=seed))
    assert reads == [ImageInfo((80, 60))]
    write_labels(folder, {"a": [BOX, BOX]})
    assert len(labels_of(renderer, request).labels.instances) == 2


def test_labels_are_read_for_the_upright_picture(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.png").write_bytes(with_orientation(smooth_picture(80, 60), "PNG", 6))
    seen: list[ImageInfo] = []

    def told(self: BoxSource, image: ImageInfo) -> LabelsRead:
        seen.append(image)
        return LabelsRead(Labels())

    monkeypatch.setattr(BoxSource, "read", told)
    labels_of(PreviewRenderer(), request_for(folder, "a"))
    assert seen == [ImageInfo((60, 80), 6)]


def test_what_is_not_labelled_differs_from_what_cannot_be_read(folder: Path) -> None:
    renderer = PreviewRenderer()
    assert described_labels(labels_of(renderer, request_for(folder, "c"))) == ("not labelled",)
    (folder / "c.json").write_text("no labels", encoding="utf-8")
    shown = labels_of(renderer, request_for(folder, "c"))
    assert shown.picture.error == "c.json is no JSON"
    assert described_labels(shown) == ("labels cannot be read",)
    write_labels(folder, {"c": []})
    assert described_labels(labels_of(renderer, request_for(folder, "c"))) == ("0 labels",)


@pytest.mark.parametrize(
    ("instances", "told"),
    [((), ["class map"]), ((Instance(category=0, shape=Box(10, 5, 40, 30)),), ["class map", "1 label"])],
)
def test_a_class_map_is_not_called_no_labels(instances: tuple[Instance, ...], told: list[str]) -> None:
    labels = Labels(instances, semantic=SemanticMask(np.ones((60, 80), np.uint8)))
    resolved = resolve(Pipeline.of((Rotate(),)), (80, 60), seed=0, key="k", copy=1)
    whole = Region(0, 0, 80, 60)
    shown = shown_labels(PictureLabels(CATEGORIES, labels), resolved, DEFAULT, (80, 60), whole)
    assert [str(message) for message in described_labels(shown)] == told


@pytest.mark.parametrize(
    ("tags", "instances", "told"),
    [
        (Tags(((0, 1.0),)), (), ["cat"]),
        (Tags(((0, 0.25), (1, 0.75))), (), ["dog 75 %", "cat 25 %"]),
        (Tags(((0, 1.0),)), (Instance(category=0, shape=Box(10, 5, 40, 30)),), ["cat", "1 label"]),
        (Tags(numbers=(("ripeness", 0.7), ("mass", 1234567.0))), (), ["ripeness 0.7", "mass 1,234,567"]),
        (Tags(attributes={"licence": "MIT"}), (), ["0 labels"]),
        (Tags(tuple((number, 1.0) for number in range(5))), (), ["a", "b", "c", "2 more classes"]),
    ],
    ids=["class", "mixed", "objects", "numbers", "attributes", "many"],
)
def test_the_classes_of_the_whole_picture_are_said(
    tags: Tags, instances: tuple[Instance, ...], told: list[str]
) -> None:
    names = {0: (), 5: "abcde"}.get(len(tags.weights), ("cat", "dog"))
    picture = PictureLabels(Categories.named(names), Labels(instances, tags=tags))
    resolved = resolve(Pipeline.of(()), (80, 60), seed=0, key="k", copy=1)
    shown = shown_labels(picture, resolved, DEFAULT, (80, 60), Region(0, 0, 80, 60))
    assert [str(message) for message in described_labels(shown)] == told


def test_nothing_is_read_where_no_labels_are_wanted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(BoxSource, "read")
    result = PreviewRenderer()(request_for(folder, "a", labelled=False))
    assert result is not None
    assert [frame.labels for frame in result.frames] == [None, None]


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_pixels_of_masks_are_those_of_the_part_on_show(folder: Path, zoom: float) -> None:
    write_files(folder, {"b.png": encoded(smooth_picture(300, 200), "PNG")})
    write_labels(folder, {"b": [{"class": 1, "pixels": [100, 60, 220, 140]}]})
    request = replace(request_for(folder, "b"), zoom=zoom, pane_size=(30, 20), centre=(0.6, 0.5))
    result = PreviewRenderer()(request)
    assert result is not None
    frame = result.frames[0]
    assert frame.labels is not None
    areas = frame.labels.areas
    assert areas is not None
    assert areas.codes.shape == frame.pixels.shape[:2]
    assert frame.left > 0
    place = frame.pixel_at(170, 110)
    assert place is not None
    assert areas.entries[areas.codes[place[1], place[0]] - 1] == Area(1, MarkKind.REAL, edge=False)
    expected = np.zeros((200, 300), bool)
    expected[60:140, 100:220] = True
    height, width = areas.codes.shape
    step = round(1 / frame.scale)
    seen = expected[step // 2 :: step, step // 2 :: step][
        frame.top : frame.top + height, frame.left : frame.left + width
    ]
    real = [number for number, area in enumerate(areas.entries, 1) if area.kind is MarkKind.REAL]
    assert np.array_equal(np.isin(areas.codes, real), seen)


def test_keypoints_are_joined_as_the_skeleton_says(folder: Path) -> None:
    points = [[10, 10, 2], [30, 10, 1], [0, 0, 0]]
    write_labels(folder, {"a": [{"class": 0, "points": points}]})
    (mark,) = labels_of(PreviewRenderer(), request_for(folder, "a")).marks
    assert [tuple(point) for point in mark.points] == [(10, 10, True), (30, 10, False)]
    assert mark.bones == ((0, 1),), "a bone to a point that is missing is not drawn"


def nearly(image: Image, colour: tuple[int, int, int]) -> npt.NDArray[np.bool_]:
    """Where a thin line of a colour is drawn, whose edges are softened."""
    near: npt.NDArray[np.bool_] = distance(image[:, :, :3], np.array(colour)).max(axis=2) < 40
    return near


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_sheet_of_the_command_line_shows_labels(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, channels: int
) -> None:
    monkeypatch.setitem(FORMATS, NAME, FORMAT)
    (folder / "a.png").write_bytes(encoded(plain_picture(300, 200, channels), "PNG"))
    write_labels(folder, {"a": [{"class": 1, "box": [50, 40, 150, 100]}]})
    with_labels, without = tmp_path / "with.png", tmp_path / "without.png"
    for out, option in ((with_labels, "--labels"), (without, "--no-labels")):
        assert told("preview", folder, out, "--image", "a.png", "--copy", 0, option).exit_code == 0
    one, other = read_image(with_labels), read_image(without)
    assert one.shape == other.shape
    coloured = nearly(one, CATEGORIES.colour(1))
    left, top = (np.flatnonzero(coloured.any(axis=axis))[0] for axis in (0, 1))
    rows, columns = coloured[top : top + 61, left], coloured[top, left : left + 101]
    assert rows.mean() > 0.95, "the left edge lies on whole pixels"
    assert columns.mean() > 0.95
    assert not nearly(other, CATEGORIES.colour(1)).any()


def test_panes_share_what_is_prepared_until_the_policy_changes() -> None:
    layer = np.zeros((60, 80), np.int32)
    layer[10:40, 20:60] = 1
    labels = Labels(
        (Instance(category=0, shape=Box(10, 5, 40, 30)), Instance(category=1, shape=Bitmap(0, 1))), (layer,)
    )
    picture = PictureLabels(CATEGORIES, labels)
    assert picture.prepared(DEFAULT) is picture.prepared(LabelPolicy())
    for policy in (DEFAULT, LabelPolicy(padding="drop", boxes="ellipse"), DEFAULT):
        for mode in PaddingMode:
            resolved = resolve(
                Pipeline.of((Rotate(),), Padding(mode=mode)), (80, 60), seed=0, key="k", copy=1
            )
            made = shown_labels(picture, resolved, policy, (80, 60), Region(0, 0, 80, 60)).relabelled
            assert made == relabel(labels, resolved, policy, CATEGORIES)


def test_labels_of_all_padding_modes_are_moved_in_one_pass(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passes: list[int] = []

    def counted(labels: Moving, copies: Sequence[Resolved]) -> list[Relabelled | None]:
        passes.append(len(copies))
        return together(labels, copies)

    together = labels_module.relabel_together
    monkeypatch.setattr(labels_module, "relabel_together", counted)
    monkeypatch.setattr(labels_module, "relabel", lambda *_: pytest.fail("a pane was moved by itself"))
    pipeline = Pipeline.of((Rotate(angle_range=(20, 40)),))
    request = request_for(folder, "a")
    panes = comparison.padding_modes(pipeline, 1)
    made = PreviewRenderer()(replace(request, arrangement=Arrangement.in_columns(panes, 3)))
    assert made is not None
    assert passes == [5]
    monkeypatch.undo()
    for pane, frame in zip(panes, made.frames, strict=True):
        resolved = resolve(pane.pipeline, (80, 60), seed=0, key="a.png", copy=1)
        read = frame.labels
        assert read is not None
        assert read.picture.labels is not None
        assert read.relabelled == relabel(read.picture.labels, resolved, DEFAULT, CATEGORIES)
    # With policies of their own, panes are moved each by itself.
    other = replace(panes[0], pipeline=panes[0].pipeline.with_labels(LabelPolicy(padding="drop")))
    monkeypatch.setattr(labels_module, "relabel_together", lambda *_: pytest.fail("policies were mixed up"))
    mixed = PreviewRenderer()(replace(request, arrangement=Arrangement.in_columns((*panes[1:], other), 3)))
    assert mixed is not None

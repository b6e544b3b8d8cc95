"""Shipped presets are sensible, and the user's own survive their titles."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from augstudio.assets import asset
from augstudio.core.padding import PaddingMode
from augstudio.core.step import Step
from augstudio.errors import PipelineError
from augstudio.pipelines import Pipeline
from augstudio.presets import LONGEST_TITLE, Preset, PresetFolder, shipped_presets
from augstudio.transforms import GaussianNoise, Rotate
from tests.pictures import smooth_picture

SHIPPED = shipped_presets()
BY_NAME = {preset.name: preset for preset in SHIPPED}


def steps_of(name: str) -> dict[str, Step]:
    return {step.name: step for step in BY_NAME[name].load().steps}


def test_the_index_lists_every_file_once() -> None:
    files = {file.stem for file in asset("presets").glob("*.json")} - {"index"}
    assert sorted(preset.name for preset in SHIPPED) == sorted(files)
    assert all(preset.title and preset.description.endswith(".") for preset in SHIPPED)


@pytest.mark.parametrize("preset", SHIPPED, ids=lambda preset: preset.name)
def test_shipped_presets_load_render_and_change_the_picture(preset: Preset) -> None:
    pipeline = preset.load()
    assert preset.path.read_text(encoding="utf-8") == pipeline.to_json(), "written as the program writes it"
    for channels in (1, 3):
        picture = smooth_picture(96, 64)[:, :, :channels]
        copies = [pipeline(picture, seed=0, copy=copy, key="a.png") for copy in range(1, 9)]
        assert all(copy.shape[2] == channels for copy in copies)
        assert len({copy.tobytes() for copy in copies}) == len(copies), "every copy is another picture"


@pytest.mark.parametrize("name", ["natural_photos", "documents", "medical_grey", "driving"])
def test_nothing_stands_on_its_head_where_up_matters(name: str) -> None:
    steps = steps_of(name)
    assert not {"vertical_flip", "quarter_turn"} & set(steps)
    if "rotate" in steps:
        rotate = steps["rotate"].transform
        assert isinstance(rotate, Rotate)
        assert max(map(abs, rotate.angle_range)) <= 15


@pytest.mark.parametrize("name", ["documents", "medical_grey"])
def test_nothing_is_mirrored_where_sides_matter(name: str) -> None:
    assert "horizontal_flip" not in steps_of(name)
    noise = steps_of(name)["gaussian_noise"].transform
    assert isinstance(noise, GaussianNoise)
    assert not noise.per_channel


def test_presets_know_their_field() -> None:
    assert {"horizontal_flip", "vertical_flip", "quarter_turn", "rotate"} <= set(steps_of("aerial"))
    assert BY_NAME["documents"].load().padding.mode in (PaddingMode.EDGE, PaddingMode.CONSTANT)
    assert BY_NAME["medical_grey"].load().padding.mode is PaddingMode.CONSTANT
    assert 0 < steps_of("driving")["horizontal_flip"].probability < 1


@pytest.mark.parametrize(
    "title", ["mine", "a/b\\c:d", "100 % ..", ".hidden", "CON", "nul.txt", "擴增 預設", "é" * 60, "what?*"]
)
def test_titles_of_all_kinds_survive(tmp_path: Path, title: str) -> None:
    folder = PresetFolder(tmp_path / "presets")
    assert folder.presets() == ()
    saved = folder.save(title, Pipeline.default())
    assert saved.path.parent == tmp_path / "presets"
    assert not saved.path.name.startswith(".")
    assert saved.path.stem.split(".")[0].upper() not in ("CON", "NUL")
    (found,) = folder.presets()
    assert found.title == title
    assert found.load() == Pipeline.default()


@pytest.mark.parametrize("title", ["", " \t", "two\nlines", "x" * (LONGEST_TITLE + 1)])
def test_titles_that_are_none_are_refused(tmp_path: Path, title: str) -> None:
    with pytest.raises(PipelineError, match="name"):
        PresetFolder(tmp_path / "presets").save(title, Pipeline.default())
    assert not (tmp_path / "presets").exists()


def test_renaming_keeps_the_pipeline_and_never_overwrites(tmp_path: Path) -> None:
    folder = PresetFolder(tmp_path)
    first, second = folder.save("first", Pipeline.default()), folder.save("second", Pipeline())
    with pytest.raises(PipelineError, match="already is a preset named 'first'"):
        folder.rename(second, "First")
    renamed = folder.rename(first, "FIRST")
    assert renamed.load() == Pipeline.default()
    assert [preset.title for preset in folder.presets()] == ["FIRST", "second"]


def test_deleting_can_be_taken_back(tmp_path: Path) -> None:
    folder = PresetFolder(tmp_path)
    preset = folder.save("mine", Pipeline.default())
    contents = folder.delete(preset)
    assert folder.presets() == ()
    folder.restore(preset, contents)
    assert folder.presets() == (preset,)
    assert preset.load() == Pipeline.default()
    folder.delete(preset)
    with pytest.raises(PipelineError, match="cannot be deleted"):
        folder.delete(preset)


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PipelineError, match="cannot be made"):
        PresetFolder(tmp_path / "file" / "presets").save("mine", Pipeline())


def test_presets_leave_the_picture_alone() -> None:
    picture = smooth_picture(64, 48)
    before = picture.copy()
    for preset in SHIPPED:
        preset.load()(picture, key="k")
    assert np.array_equal(picture, before)

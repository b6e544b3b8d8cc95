"""The pipeline as a library user meets it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio.core.label_policy import LabelPolicy
from augstudio.core.labels import Box, Instance, Labels, SemanticMask
from augstudio.core.padding import Padding, PaddingMode
from augstudio.errors import ImageError, PipelineError
from augstudio.pipelines import MAX_FILE_BYTES, Pipeline
from augstudio.render.labels import relabel
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import GaussianNoise, Rotate
from tests.pictures import noise_picture

PIPELINE = Pipeline.of((Rotate(), GaussianNoise()))


def refusal(path: Any) -> str:
    with pytest.raises(PipelineError) as caught:
        Pipeline.load(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


# -- calling ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_call_renders_one_copy(channels: int) -> None:
    image = noise_picture(64, 48, channels)
    before = image.copy()
    image.flags.writeable = False
    result = PIPELINE(image, seed=3, copy=2, key="cat/7.jpg")
    resolved = resolve(PIPELINE, (64, 48), seed=3, copy=2, key="cat/7.jpg")
    np.testing.assert_array_equal(result, render(image, resolved))
    np.testing.assert_array_equal(image, before)
    assert result.flags.writeable


def test_call_has_defaults_and_repeats_itself() -> None:
    image = noise_picture(64, 48)
    np.testing.assert_array_equal(PIPELINE(image, key="k"), PIPELINE(image, seed=0, copy=1, key="k"))
    np.testing.assert_array_equal(PIPELINE(image, copy=0, key="k"), image)
    different = [
        PIPELINE(image, key="k"),
        PIPELINE(image, 1, key="k"),
        PIPELINE(image, copy=2, key="k"),
        PIPELINE(image, key="other"),
    ]
    assert len({result.tobytes() for result in different}) == 4


def test_call_takes_pictures_that_are_not_contiguous() -> None:
    image = noise_picture(64, 48)
    for view in (image[::-1], image[:, ::-1], image[::2, ::3], image.transpose(1, 0, 2), image[:, :, ::-1]):
        np.testing.assert_array_equal(PIPELINE(view, key="k"), PIPELINE(np.ascontiguousarray(view), key="k"))


@pytest.mark.parametrize("image", [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3)), None])
def test_call_refuses_what_is_no_picture(image: Any) -> None:
    with pytest.raises(ImageError, match="expected"):
        PIPELINE(image, key="k")


def test_default_pipeline_is_usable_and_survives_a_file(tmp_path: Path) -> None:
    default = Pipeline.default()
    assert default.padding.mode is PaddingMode.REFLECT
    assert len({step.id for step in default.steps}) == len(default.steps) > 2
    assert default.step(1).probability == 0.5
    default.save(tmp_path / "default.json")
    assert Pipeline.load(tmp_path / "default.json") == default
    image = noise_picture(64, 48)
    assert default(image, key="k").shape == image.shape


# -- files ------------------------------------------------------------------------------------------


def test_saving_and_loading(tmp_path: Path) -> None:
    file = tmp_path / "my pipeline é.json"
    PIPELINE.save(str(file))
    assert file.read_bytes() == PIPELINE.to_json().encode()
    assert Pipeline.load(str(file)) == PIPELINE
    assert type(Pipeline.load(file)) is Pipeline
    Pipeline().save(file)
    assert Pipeline.load(file) == Pipeline()
    assert os.listdir(tmp_path) == [file.name]  # noqa: PTH208


def test_a_byte_order_mark_and_other_line_ends_are_read(tmp_path: Path) -> None:
    file = tmp_path / "windows.json"
    file.write_bytes(b"\xef\xbb\xbf" + PIPELINE.to_json().replace("\n", "\r\n").encode())
    assert Pipeline.load(file) == PIPELINE


@pytest.mark.parametrize("failing", ["replace", "chmod"])
def test_a_failed_save_leaves_the_old_file_and_nothing_else(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pipeline.json"
    PIPELINE.save(file)

    def fail(self: Path, *args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, failing, fail)
    with pytest.raises(PipelineError) as caught:
        Pipeline().save(file)
    monkeypatch.undo()
    assert str(caught.value) == f"{file}: cannot be written: No space left on device"
    assert [entry.name for entry in tmp_path.iterdir()] == [file.name]
    assert Pipeline.load(file) == PIPELINE


def test_saving_where_it_cannot_be(tmp_path: Path) -> None:
    for file in (tmp_path / "missing" / "p.json", tmp_path):
        with pytest.raises(PipelineError) as caught:
            PIPELINE.save(file)
        assert str(caught.value).startswith(f"{file}: cannot be written: ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        (b"", "not a pipeline file"),
        (b"\xff\xfe\x00", "not a pipeline file: it is not UTF-8 text"),
        (b"steps:\n  - rotate", "not a pipeline file"),
        (b"{}", 'it has no "augstudio" version'),
        (
            b'{"augstudio": 1, "steps": [{"id": 1, "transform": "rotate", "angle": 3}]}',
            "step 1 (rotate): unknown field 'angle'; allowed are id, transform, probability, enabled, "
            "classes, not_classes, "
            "angle_range, size",
        ),
        (b" " * (MAX_FILE_BYTES + 1), "too large for a pipeline file"),
    ],
)
def test_bad_files_are_refused_by_name(contents: bytes, words: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(contents)
    message = refusal(file)
    assert message.startswith(f"{file}: ")
    assert message.count(str(file)) == 1
    assert words in message


def test_what_is_no_file_is_refused_by_name(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # reading it would wait for ever
    assert refusal(tmp_path / "missing.json").endswith("missing.json: there is no such file")
    assert refusal(tmp_path) == f"{tmp_path}: is a folder; name a pipeline file"
    assert refusal(pipe) == f"{pipe}: is not a regular file; name a pipeline file"
    assert "bad\0name" in refusal("bad\0name")
    assert "x" * 300 in refusal(tmp_path / ("x" * 300))


# -- labels -----------------------------------------------------------------------------------------


def test_sample_gives_the_picture_and_its_labels() -> None:
    image = noise_picture(64, 48)
    labels = Labels((Instance(category=0, shape=Box(9.5, 4.5, 30.5, 40.5)),))
    pipeline = Pipeline.of((Rotate(),), Padding(mode=PaddingMode.WRAP)).with_labels(
        LabelPolicy(padding="drop")
    )
    result, found = pipeline.sample(image, labels, seed=3, copy=2, key="k")
    np.testing.assert_array_equal(result, pipeline(image, seed=3, copy=2, key="k"))
    resolved = resolve(pipeline, (64, 48), seed=3, copy=2, key="k")
    assert found == relabel(labels, resolved, LabelPolicy(padding="drop")).labels
    assert found != labels
    assert pipeline.sample(image, labels, copy=0, key="k")[1] == labels
    with pytest.raises(TypeError, match="a key must name the picture"):
        pipeline.sample(image, labels)


def test_masks_of_another_picture_are_refused() -> None:
    labels = Labels(semantic=SemanticMask(np.zeros((48, 65), np.uint8)))
    with pytest.raises(ImageError, match="a mask has 65 × 48 pixels, but its picture has 64 × 48"):
        PIPELINE.sample(noise_picture(64, 48), labels, key="k")

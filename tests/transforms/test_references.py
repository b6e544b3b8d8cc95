"""Steps that take colours or strokes from other pictures."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio.assets import read_reference
from augstudio.core.image import Image
from augstudio.core.parameters import Range
from augstudio.core.reference import Reference
from augstudio.errors import PipelineError
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import ColorTransfer, StyleTransfer
from augstudio.transforms.model_files import model_file
from tests.pictures import distance, noise_picture, smooth_picture

FULL = Range(1, 1)
METHODS = ("monge_kantorovich", "reinhard", "distribution", "histogram", "fourier")
both = pytest.mark.parametrize("kind", [ColorTransfer, StyleTransfer])


@pytest.fixture
def palette(tmp_path: Path) -> Image:
    """A picture, and a file with it."""
    picture = smooth_picture(60, 40) // 2 + np.array([90, 20, 0], np.uint8)
    (tmp_path / "palette.png").write_bytes(encode(picture, "png"))
    return picture


@both
def test_without_pictures_nothing_changes(kind: type[ColorTransfer | StyleTransfer]) -> None:
    image = noise_picture(40, 30)
    for copy in (1, 2):
        np.testing.assert_array_equal(Pipeline.of((kind(references=()),))(image, copy=copy, key="k"), image)


@both
def test_the_picture_that_steps_begin_with_is_the_shipped_one(
    kind: type[ColorTransfer | StyleTransfer],
) -> None:
    (reference,) = kind().references
    assert hashlib.sha256(read_reference(reference)).hexdigest() == reference.sha256
    assert reference.shipped


@both
def test_one_picture_is_drawn_for_each_copy(
    kind: type[ColorTransfer | StyleTransfer], tmp_path: Path
) -> None:
    colours = [(250, 10, 10), (10, 250, 10), (10, 10, 250)]
    for number, colour in enumerate(colours):
        plain = np.full((20, 20, 3), colour, np.uint8)
        (tmp_path / f"{number}.png").write_bytes(encode(plain, "png"))
    references = tuple(Reference.of(tmp_path / f"{number}.png") for number in range(3))
    pipeline = Pipeline.of((kind(references=references, strength_range=FULL),))
    image, seen = smooth_picture(30, 20), set()
    for copy in range(1, 20):
        resolved = resolve(pipeline, (30, 20), seed=0, key="k", copy=copy)
        drawn = resolved.draws[0].draw.to_dict()["reference"]
        mean = render(image, resolved).mean(axis=(0, 1))
        assert np.argmax(mean) == drawn
        seen.add(drawn)
    assert seen == {0, 1, 2}


@both
def test_a_picture_that_is_gone_or_changed_is_named(
    kind: type[ColorTransfer | StyleTransfer], palette: Image, tmp_path: Path
) -> None:
    file = tmp_path / "palette.png"
    pipeline = Pipeline.of((kind(references=(Reference.of(file),)),))
    file.write_bytes(encode(palette // 2, "png"))
    with pytest.raises(PipelineError, match=r"palette\.png is no longer the one"):
        pipeline(noise_picture(20, 20), key="k")
    file.unlink()
    with pytest.raises(PipelineError, match=r"palette\.png is missing"):
        pipeline(noise_picture(20, 20), key="k")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_every_method_brings_the_colours_nearer(
    method: str, channels: int, palette: Image, tmp_path: Path
) -> None:
    reference = Reference.of(tmp_path / "palette.png")
    image = smooth_picture(90, 70, channels)[:, ::-1] // 2 + 60
    before, results = image.copy(), []
    for strength in (0, 0.5, 1):
        transform = ColorTransfer(
            references=(reference,), method=method, strength_range=Range(strength, strength)
        )
        results.append(Pipeline.of((transform,))(image, key="k"))
    np.testing.assert_array_equal(image, before)
    np.testing.assert_array_equal(results[0], image)
    colours = min(3, channels)
    goal = palette.mean(axis=(0, 1)) if channels > 1 else (palette @ [0.299, 0.587, 0.114]).mean()
    weights = image[:, :, 3].ravel() if channels == 4 else None
    means = [np.average(result[:, :, :colours].reshape(-1, colours), 0, weights) for result in results]
    gaps = [float(np.abs(mean - goal).max()) for mean in means]
    assert gaps[2] < 2 < gaps[1] < gaps[0]
    np.testing.assert_array_equal(results[2][:, :, 3:], image[:, :, 3:])


@pytest.mark.parametrize("method", METHODS)
def test_a_draft_has_the_colours_of_the_export(method: str) -> None:
    # Brightest in one corner: all its slow waves are strong, so that their phases are well defined.
    corner = np.outer(np.linspace(0, 1, 200) ** 2, np.linspace(1, 0, 300) ** 2)
    image = (smooth_picture(300, 200) // 2 + 120 * corner[:, :, np.newaxis]).astype(np.uint8)
    resolved = resolve(
        Pipeline.of((ColorTransfer(method=method, strength_range=FULL),)), (300, 200), seed=0, key="k", copy=1
    )
    draft, export = render(image, resolved, scale=0.5), render(image, resolved)
    assert distance(draft, export[::2, ::2]).mean() < 6
    assert distance(draft.mean(axis=(0, 1)), export.mean(axis=(0, 1))).max() < 2


def test_style_parameters_each_change_the_painting() -> None:
    image = smooth_picture(72, 60) // 2 + noise_picture(72, 60) // 4
    usual: dict[str, Any] = {"freedom_range": Range(0.3, 0.3)}
    variants: list[dict[str, Any]] = [
        {},
        {"freedom_range": Range(0.9, 0.9)},
        {"brush_range": Range(2, 2)},
        {"colours": "picture"},
        {"strength_range": Range(0.5, 0.5)},
    ]
    seen = {
        Pipeline.of((StyleTransfer(**(usual | variant)),))(image, key="k").tobytes() for variant in variants
    }
    assert len(seen) == len(variants)


@both
def test_a_file_named_without_its_hash_is_taken_as_it_is_now(
    tmp_path: Path, palette: Image, kind: type[ColorTransfer | StyleTransfer]
) -> None:
    image, file = smooth_picture(48, 40), tmp_path / "palette.png"
    pipeline = Pipeline.of((kind(references=(Reference(str(file)),), strength_range=FULL),))
    first = pipeline(image, key="k")
    file.write_bytes(encode(255 - palette, "png"))
    then = pipeline(image, key="k")
    assert distance(first, then).mean() > 10
    pinned = Pipeline.of((kind(references=(Reference.of(file),), strength_range=FULL),))
    np.testing.assert_array_equal(then, pinned(image, key="k"))


def test_kernels_are_told_of_a_network_by_its_contents(tmp_path: Path) -> None:
    file, other = tmp_path / "one.onnx", tmp_path / "other.onnx"
    file.write_bytes(b"one")
    other.write_bytes(b"one")
    found = pickle.loads(pickle.dumps(model_file(Reference(str(file)))))
    assert (found.path, found.name, found.read()) == (str(file), "one.onnx", b"one")
    assert found == model_file(Reference.of(other))
    file.write_bytes(b"another")
    assert found != model_file(Reference.of(file))
    with pytest.raises(PipelineError, match="is no longer the one that was chosen"):
        found.read()

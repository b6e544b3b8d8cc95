"""Networks as a step: what ships, what an export says and refuses, drafts and cancelling."""

from __future__ import annotations

import json
import re
from pathlib import Path

import cv2
import numpy as np
import onnxruntime
import pytest

from augstudio.assets import asset, pinned
from augstudio.core.arrays import Float32Array
from augstudio.core.interruption import Interrupted, interruptible
from augstudio.core.reference import Reference
from augstudio.errors import ExportError
from augstudio.export import RunOptions, run_export
from augstudio.kernels.networks import network
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import HorizontalFlip, ImageModel
from augstudio.transforms.image_model import WINTER
from tests import networks
from tests.export.jobs import job_for
from tests.folders import contents, small_dataset
from tests.networks import stored
from tests.pictures import distance, noise_picture, psnr, smooth_picture


def model_step(reference: Reference, **more: object) -> ImageModel:
    return ImageModel(**{"model": (reference,), "strength_range": (1, 1), **more})


# -- what ships -------------------------------------------------------------------------------------


def photo(name: str) -> np.ndarray:
    data = cv2.imread(str(asset("sample", *name.split("/"))))
    assert data is not None
    return np.ascontiguousarray(cv2.resize(data, (480, 320), interpolation=cv2.INTER_AREA)[:, :, ::-1])


def test_the_shipped_network_is_the_one_that_pipelines_name() -> None:
    assert pinned(Reference(WINTER.path)) == WINTER
    assert asset("models", "winter.onnx").stat().st_size < 3_000_000


def test_the_shipped_network_snows_on_meadows_and_takes_their_green() -> None:
    before = photo("landscapes/tea-garden.jpg")
    after = Pipeline.of((model_step(WINTER),))(before, copy=1, key="k")
    meadow = np.s_[200:]
    for picture, green in ((before, True), (after, False)):
        red, level, blue = (float(picture[meadow][:, :, channel].mean()) for channel in range(3))
        assert (level - (red + blue) / 2 > 25) == green
        assert (abs(level - (red + blue) / 2) < 6) != green
    assert after[meadow].mean() > before[meadow].mean() + 50


def test_the_shipped_network_keeps_what_stands_in_the_picture() -> None:
    before = photo("landscapes/mountain-lake.jpg")
    after = Pipeline.of((model_step(WINTER),))(before, copy=1, key="k")
    grey = [cv2.Canny(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), 100, 200) for picture in (before, after)]
    strong = grey[0] > 0
    near = cv2.dilate(grey[1], np.ones((3, 3), np.uint8)) > 0
    assert near[strong].mean() > 0.7


# -- parameters -------------------------------------------------------------------------------------


def test_without_a_file_the_picture_stays() -> None:
    image = noise_picture(50, 40)
    np.testing.assert_array_equal(Pipeline.of((ImageModel(model=()),))(image, copy=1, key="k"), image)


def test_strength_mixes_the_result_in(tmp_path: Path) -> None:
    image = smooth_picture(90, 70)
    for strength in (0.25, 1.0):
        step = model_step(stored(networks.inverted(1), tmp_path), strength_range=(strength, strength))
        expected = image + strength * (255.0 - 2.0 * image)
        assert distance(Pipeline.of((step,))(image, copy=1, key="k"), expected).max() <= 1


def test_a_draft_looks_like_the_reduced_result(tmp_path: Path) -> None:
    image = smooth_picture(800, 600)
    for side in ("256", "tiles"):
        pipeline = Pipeline.of((model_step(stored(networks.inverted(1), tmp_path), side=side),))
        resolved = resolve(pipeline, (800, 600), seed=1, key="k", copy=1)
        exact, draft = render(image, resolved), render(image, resolved, scale=0.25)
        assert psnr(cv2.resize(exact, (200, 150), interpolation=cv2.INTER_AREA), draft) > 35


def test_a_draft_costs_the_network_less(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen, original = [], network.Network.run

    def run(self: network.Network, *pictures: Float32Array) -> Float32Array:
        seen.append(pictures[0].shape[0] * pictures[0].shape[1])
        return original(self, *pictures)

    step = model_step(stored(networks.inverted(1), tmp_path), side="tiles")
    step.prepare()
    monkeypatch.setattr(network.Network, "run", run)
    resolved = resolve(Pipeline.of((step,)), (800, 600), seed=1, key="k", copy=1)
    render(noise_picture(800, 600), resolved)
    whole = sum(seen)
    seen.clear()
    render(noise_picture(800, 600), resolved, scale=0.25)
    assert sum(seen) < 0.6 * 200 * 150  # fewer than the draft has
    assert sum(seen) < whole / 10


def test_a_preview_that_nobody_waits_for_ends(tmp_path: Path) -> None:
    step = model_step(stored(networks.blurring(), tmp_path), side="tiles", values="unit")
    resolved = resolve(Pipeline.of((step,)), (1500, 900), seed=1, key="k", copy=1)
    image, asked = noise_picture(1500, 900), []

    def needless() -> bool:
        asked.append(1)
        return len(asked) > 4

    with interruptible(needless), pytest.raises(Interrupted):
        render(image, resolved)
    assert render(image, resolved).shape == image.shape


# -- exports ----------------------------------------------------------------------------------------


def test_workers_and_this_process_write_the_same(tmp_path: Path) -> None:
    dataset = small_dataset(tmp_path / "in", 4)
    step = model_step(stored(networks.blurring(), tmp_path), strength_range=(0.3, 1))
    for place, workers in (("one", 1), ("two", 2)):
        run_export(
            job_for(dataset, tmp_path / place, Pipeline.of((HorizontalFlip(), step))),
            RunOptions(workers=workers),
        )
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_an_export_names_the_network_by_its_hash_and_what_ran_it(tmp_path: Path) -> None:
    dataset, reference = small_dataset(tmp_path / "in", 2), stored(networks.blurring(), tmp_path)
    run_export(
        job_for(dataset, tmp_path / "out", Pipeline.of((model_step(reference),))), RunOptions(workers=1)
    )
    files = [file for file in (tmp_path / "out").iterdir() if file.suffix == ".json"]
    described = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    (identity,) = [found for found in described if "versions" in found]
    assert identity["versions"]["onnxruntime"] == onnxruntime.__version__
    assert reference.sha256 in json.dumps(identity["pipeline"])


def test_exports_without_networks_say_nothing_of_what_runs_them(tmp_path: Path) -> None:
    dataset = small_dataset(tmp_path / "in", 2)
    run_export(job_for(dataset, tmp_path / "out", Pipeline.of((HorizontalFlip(),))), RunOptions(workers=1))
    texts = [file.read_text(encoding="utf-8") for file in (tmp_path / "out").iterdir() if file.is_file()]
    assert texts
    assert not any("onnxruntime" in text for text in texts)


def test_an_export_with_a_bad_network_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    dataset, file = small_dataset(tmp_path / "in", 2), tmp_path / "bad.onnx"
    file.write_bytes(b"not a network")
    job = job_for(dataset, tmp_path / "out", Pipeline.of((model_step(Reference.of(file)),)))
    with pytest.raises(
        ExportError, match=re.escape(f"the model {file} cannot be used: it is not an ONNX file")
    ):
        run_export(job, RunOptions(workers=1))
    assert not (tmp_path / "out").exists()

"""Every output can be made again from its line alone."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from augstudio.core.parameters import Range
from augstudio.core.transform import Transform
from augstudio.errors import ExportError, ImageError, PipelineError
from augstudio.export import RunOptions, run_export
from augstudio.export.manifest import Output
from augstudio.export.reading.recorded import finished_manifest, numbered_lines, read_recorded
from augstudio.export.reading.reproduce import line_of, reproduce
from augstudio.export.reading.verify import Verification
from augstudio.images.reading import read_image
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve, resolve_recorded
from augstudio.transforms import (
    CATALOGUE,
    ColorTransfer,
    Cutout,
    Elastic,
    GaussianNoise,
    RandAugment,
    Rotate,
    StyleTransfer,
)
from augstudio.transforms.rotate import RotateDraw
from tests.commands import refused, told
from tests.export.jobs import job_for, manifest
from tests.folders import contents, encoded, small_dataset, write_files
from tests.mixing import OTHERS
from tests.pictures import noise_picture
from tests.strategies import pipelines


def written_and_read(draws: tuple[Any, ...]) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(json.dumps([draw.to_dict() for draw in draws]))
    return read


@settings(deadline=None)
@given(pipelines(), st.sampled_from([(31, 20), (1, 7), (20, 31)]), st.integers(0, 3), st.integers())
def test_recorded_draws_resolve_to_the_same(
    pipeline: Pipeline, size: tuple[int, int], copy: int, seed: int
) -> None:
    try:
        first = resolve(pipeline, size, seed=seed, key="k", copy=copy)
    except ImageError:
        return
    assert resolve_recorded(pipeline, size, written_and_read(first.draws)) == first


@settings(deadline=None, max_examples=15)
@given(pipelines())
def test_any_export_is_made_again_line_by_line(pipeline: Pipeline) -> None:
    with tempfile.TemporaryDirectory() as folder:
        dataset, out = Path(folder) / "in", Path(folder) / "out"
        files = {f"{c}.png": encoded(noise_picture(13, 9, c), "PNG") for c in (1, 3, 4)}
        run_export(job_for(write_files(dataset, files), out, pipeline, copies=1), RunOptions(workers=1))
        recorded = read_recorded(out).pipeline
        assert recorded.to_dict() == pipeline.to_dict()
        for _, line in numbered_lines(finished_manifest(out)):
            assert line is not None
            made = reproduce(dataset / line.key, line, recorded)
            assert made.differences == ()
            assert np.array_equal(made.image, read_image(out / line.file))
        assert list(Verification(out, dataset).differences()) == []


@pytest.mark.parametrize("transform", CATALOGUE, ids=lambda transform: str(transform.NAME))
def test_every_transform_is_made_again_by_its_draws_alone(transform: Any) -> None:
    pipeline = Pipeline.of((transform(), Rotate(size="grow"), transform()))
    picture = noise_picture(40, 30)
    for copy in range(1, 4):
        first = resolve(pipeline, (40, 30), seed=5, key="k", copy=copy, partners=OTHERS)
        again = resolve_recorded(pipeline, (40, 30), written_and_read(first.draws))
        assert np.array_equal(
            render(picture, again, partners=OTHERS), render(picture, first, partners=OTHERS)
        )


def test_the_line_decides_and_not_the_seed() -> None:
    pipeline = Pipeline.of((Rotate(angle_range=Range(0, 90)),))
    (found,) = resolve_recorded(pipeline, (9, 9), [rotated(12.5)]).draws
    assert found.draw == RotateDraw(angle=12.5)
    assert resolve_recorded(pipeline, (9, 9), []).stages == ()


def rotated(angle: Any, **more: Any) -> dict[str, Any]:
    return {"id": 1, "transform": "rotate", "draw": {"angle": angle, **more}}


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        ({**rotated(1), "id": 2}, "is of no step of this pipeline"),
        ({**rotated(1), "transform": "scale"}, "is of no step of this pipeline"),
        ({"id": 1, "transform": "rotate"}, "must be an object, got None"),
        ({"id": 1, "transform": "rotate", "draw": [1]}, r"must be an object, got \[1\]"),
        ({"id": 1, "transform": "rotate", "draw": {}}, "angle: is missing"),
        (rotated("x"), "angle: must be a finite number, got 'x'"),
        (rotated(True), "angle: must be a finite number, got True"),
        (rotated(float("nan")), "angle: must be a finite number, got nan"),
        (rotated([1]), r"angle: must be a finite number, got \[1\]"),
        (rotated(1e308), r"angle: must be at most 180, got 1e\+308"),
        (rotated(10**4000), "angle: must be a finite number, got a number of 13288 bits"),
        (rotated(1, x=2), "x: is nothing that this step draws"),
    ],
)
def test_draws_of_something_else_are_refused(draw: dict[str, Any], reason: str) -> None:
    with pytest.raises(PipelineError, match=reason) as refusal:
        resolve_recorded(Pipeline.of((Rotate(),)), (9, 9), [draw])
    assert "no step" in reason or str(refusal.value).startswith("the draw of step 1 (rotate): ")


CENTRE = {"x": 0, "y": 0}
BOXES: dict[str, Any] = {"count": 2, "size": 0.1, "aspect": 1, "noise_seed": 1}


@pytest.mark.parametrize(
    ("step", "draw", "reason"),
    [
        (GaussianNoise(), {"sigma": 3.0}, "noise_seed: is missing"),
        (GaussianNoise(), {"sigma": 3.0, "noise_seed": 1.0}, "noise_seed: must be a whole number, got 1.0"),
        (GaussianNoise(), {"sigma": 3.0, "noise_seed": True}, "noise_seed: must be a whole number, got True"),
        (GaussianNoise(), {"sigma": 3.0, "noise_seed": -1}, "noise_seed: must be at least 0, got -1"),
        (
            GaussianNoise(),
            {"sigma": 3.0, "noise_seed": 2**53},
            "noise_seed: must be less than 9007199254740992",
        ),
        (GaussianNoise(), {"sigma": -3.0, "noise_seed": 1}, "sigma: must be at least 0, got -3.0"),
        (Cutout(), {**BOXES, "centres": [CENTRE]}, "count is 2, but the number of centres is 1"),
        (Cutout(), {**BOXES, "centres": [CENTRE, {"x": 0}]}, r"centres\.1\.y: is missing"),
        (Cutout(), {**BOXES, "centres": [CENTRE, {"x": 0, "y": 1}]}, r"centres\.1\.y: must be less than 1"),
        (Cutout(), {**BOXES, "count": 10**9, "centres": []}, "count: must be at most 20, got 1000000000"),
        (
            Cutout(),
            {**BOXES, "centres": 9 * [CENTRE] + 12 * [CENTRE]},
            "centres: must have at most 20 entries",
        ),
        (Cutout(), {**BOXES, "centres": "ab"}, "centres: must be a list, got 'ab'"),
        (Elastic(), {"alpha": 0.1, "noise_seed": 1}, "sigma: is missing"),
        (
            RandAugment(),
            {"operations": [{"operation": "melt", "strength": 0}]},
            r"operations\.0\.operation: must be",
        ),
        (
            StyleTransfer(),
            {"strength": 1, "freedom": 0, "brush": 1, "reference": 9, "noise_seed": 1},
            "reference: must be less than 1, got 9",
        ),
        (
            ColorTransfer(references=()),
            {"strength": 1, "reference": 1},
            "reference: must be less than 1, got 1",
        ),
    ],
)
def test_draws_that_a_step_cannot_have_drawn_are_refused(
    step: Transform, draw: dict[str, Any], reason: str
) -> None:
    with pytest.raises(PipelineError, match=reason) as refusal:
        resolve_recorded(Pipeline.of((step,)), (9, 8), [{"id": 1, "transform": step.NAME, "draw": draw}])
    assert str(refusal.value).startswith(f"the draw of step 1 ({step.NAME}): ")


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    run_export(job_for(small_dataset(tmp_path / "in", 3), tmp_path / "out"), RunOptions(workers=1))
    return tmp_path / "out"


def test_the_command_with_a_files_line(exported: Path, tmp_path: Path) -> None:
    shutil.move(exported, tmp_path / "a:b")
    shutil.copy(tmp_path / "in" / "b" / "1.png", tmp_path / "elsewhere")
    number = next(
        n for n, line in enumerate(manifest(tmp_path / "a:b"), 1) if line["file"] == "b/1__aug002.png"
    )
    place = f"{tmp_path / 'a:b' / 'manifest.jsonl'}:{number}"
    result = told("render", tmp_path / "elsewhere", "--from-manifest", place, "-o", tmp_path / "r.png")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"wrote {tmp_path / 'r.png'}, the manifest's pixels\n"
    assert np.array_equal(
        read_image(tmp_path / "r.png"), read_image(tmp_path / "a:b" / "b" / "1__aug002.png")
    )


def test_the_command_with_the_line_itself(exported: Path, tmp_path: Path) -> None:
    line = (exported / "manifest.jsonl").read_text().splitlines()[-1]
    source = tmp_path / "in" / json.loads(line)["key"]
    given = ("render", source, "--from-manifest", line, "-o", tmp_path / "r.png")
    assert "name the export's augstudio.json by --pipeline" in refused(*given)
    result = told(*given, "--pipeline", exported / "augstudio.json")
    assert (result.exit_code, result.stderr) == (0, "")
    Pipeline.default().save(tmp_path / "p.json")
    assert told(*given, "--pipeline", tmp_path / "p.json").exit_code == 0
    steps = Pipeline.default().with_steps(Pipeline.default().steps[:2])
    steps.save(tmp_path / "p.json")
    assert "is of no step of this pipeline" in refused(*given, "--pipeline", tmp_path / "p.json")


def test_the_command_says_what_is_not_the_same(exported: Path, tmp_path: Path) -> None:
    picture = tmp_path / "in" / "a" / "2.webp"
    place = f"{exported / 'manifest.jsonl'}:2"
    result = told("render", picture, "--from-manifest", place, "-o", tmp_path / "r.png")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{picture}: the source is not the file it was made from",
        f"{picture}: the pixels are not those of the manifest",
    ]
    assert (tmp_path / "r.png").exists()


def test_other_pixels_of_the_same_size_are_told(exported: Path, tmp_path: Path) -> None:
    line = line_of(exported / "manifest.jsonl", 2)
    other = replace(line, pixels=line_of(exported / "manifest.jsonl", 3).pixels)
    made = reproduce(tmp_path / "in" / line.key, other, read_recorded(exported).pipeline)
    assert made.differences == ("the pixels are not those of the manifest",)


def test_the_command_by_key_and_copy(exported: Path, tmp_path: Path) -> None:
    given = ("render", tmp_path / "in" / "b" / "1.png", "-o", tmp_path / "r.png")
    assert told(*given, "--key", "b/1.png", "--copy", 2).exit_code == 0
    made = read_image(tmp_path / "r.png")
    assert np.array_equal(made, read_image(exported / "b" / "1__aug002.png"))
    assert told(*given, "--key", "b/1.png", "--copy", 2, "--seed", 1).exit_code == 0
    assert not np.array_equal(read_image(tmp_path / "r.png"), made)
    assert told(*given).exit_code == 0
    expected = Pipeline.default()(read_image(tmp_path / "in" / "b" / "1.png"), key="1.png")
    assert np.array_equal(read_image(tmp_path / "r.png"), expected)


def test_a_transparent_picture_is_put_on_a_background_as_an_export_does(tmp_path: Path) -> None:
    picture = noise_picture(12, 9, 4)
    picture[:3, :, 3] = 0
    source = write_files(tmp_path / "in", {"a.png": encoded(picture, "PNG")}) / "a.png"
    Pipeline().save(tmp_path / "p.json")
    given = ("render", source, "-o", tmp_path / "r.png", "--pipeline", tmp_path / "p.json")
    assert told(*given).exit_code == 0
    assert np.array_equal(read_image(tmp_path / "r.png"), picture), "it stays transparent else"
    assert told(*given, "--background", "#20f0a0").exit_code == 0
    behind = Pillow.new("RGBA", (12, 9), "#20f0a0")
    behind.alpha_composite(Pillow.fromarray(picture))
    made = read_image(tmp_path / "r.png")
    assert made.shape == (9, 12, 3)
    assert np.abs(made.astype(int) - np.asarray(behind.convert("RGB"))).max() <= 1
    run_export(
        job_for(source.parent, tmp_path / "out", Pipeline(), format="jpeg", background="#20f0a0", quality=100)
    )
    written = read_image(tmp_path / "out" / "a.jpg")
    assert np.abs(written[0].astype(int) - (0x20, 0xF0, 0xA0)).max() <= 8
    said = refused(*given, "--background", "white")
    assert said == "augstudio: --background: must be a colour such as #ffffff, got 'white'"


def test_wrong_usage(exported: Path, tmp_path: Path) -> None:
    lines, target = exported / "manifest.jsonl", tmp_path / "r.png"
    source = tmp_path / "in" / "b" / "1.png"
    before = contents(tmp_path / "in")
    given = ("render", source, "-o", target, "--from-manifest")
    assert "has 9 lines; there is no line 10" in refused(*given, f"{lines}:10")
    assert "there is no line 0" in refused(*given, f"{lines}:0")
    assert "is not a line of a manifest" in refused(*given, str(lines))
    assert "is not a line of a manifest" in refused(*given, "{}")
    assert "cannot be read" in refused(*given, f"{tmp_path / 'none'}:1")
    assert "--copy do not go with --from-manifest" in refused(*given, f"{lines}:1", "--copy", 1)
    assert "must end in .png" in refused("render", source, "-o", tmp_path / "r.jpg")
    assert "is the source" in refused("render", source, "-o", source)
    assert "no such file" in refused("render", tmp_path / "none.png", "-o", target)
    assert contents(tmp_path / "in") == before
    assert not target.exists()


def test_a_damaged_line_is_refused(exported: Path) -> None:
    (exported / "manifest.jsonl").write_text("{}\n")
    with pytest.raises(ExportError, match=r"line 1 of .* is damaged"):
        line_of(exported / "manifest.jsonl", 1)
    assert Output.from_line(b"[" * 99_999) is None

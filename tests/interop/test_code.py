"""Scripts for other libraries: every step of the catalogue is in them, or said not to be."""

from __future__ import annotations

import runpy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from augstudio.core.image import Image
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.step import Step
from augstudio.core.transform import Transform
from augstudio.images.codec import decode, encode
from augstudio.interop.code.script import Likeness, Script
from augstudio.interop.code.target import Target
from augstudio.interop.code.writers import as_code
from augstudio.pipelines import Pipeline
from augstudio.transforms import (
    CATALOGUE,
    Gamma,
    GaussianBlur,
    Invert,
    Mixup,
    OneOf,
    Rotate,
    Scale,
    Translate,
)
from tests.benchmarks.parity import cases
from tests.commands import refused, told

EXACT = {"horizontal_flip", "vertical_flip", "quarter_turn", "translate", "brightness", "invert", "equalize"}


def photograph(width: int = 96, height: int = 72) -> Image:
    rows, columns = np.mgrid[0:height, 0:width]
    image = np.stack([columns * 2.5, rows * 3, (rows + columns) % 64 * 4], axis=2)
    return np.asarray(np.clip(image + 20 * np.sin(rows / 5)[..., np.newaxis], 0, 255), np.uint8)


def script(target: Target, *transforms: Transform, **fields: Any) -> Script:
    steps = tuple(Step(id=place, transform=item, **fields) for place, item in enumerate(transforms, start=1))
    return as_code(Pipeline(steps=steps), target, "a pipeline")


def augmented(made: Script, image: Image, folder: Path, seed: int = 1) -> Image:
    file = folder / "made.py"
    file.write_text(made.text, encoding="utf-8")
    return np.asarray(runpy.run_path(str(file))["augment"](image.copy(), seed), np.uint8)


def scripts(target: Target) -> Iterator[tuple[str, Script]]:
    """Each step alone, always and sometimes, and all together."""
    for number, kind in enumerate(CATALOGUE):
        yield kind.NAME, script(target, kind(), probability=0.3 if number % 2 else 1)
    yield "all", script(target, *(kind() for kind in CATALOGUE), probability=0.25)
    yield "none", script(target)
    for mode in PaddingMode:
        steps = (Step(id=1, transform=Rotate()), Step(id=2, transform=Scale()))
        yield mode, as_code(Pipeline(steps=steps, padding=Padding(mode=mode)), target, mode)


@pytest.mark.parametrize("target", Target)
def test_every_step_is_expressed_or_said_not_to_be(target: Target) -> None:
    for kind in CATALOGUE:
        (report,) = script(target, kind()).reports
        assert report.name == kind.NAME
        if report.likeness is Likeness.SAME:
            assert report.code
        elif kind.NAME != "one_of":
            assert report.text.endswith("."), f"{kind.NAME} lacks its reason"


@pytest.mark.parametrize("target", Target)
def test_scripts_compile_are_laid_out_and_name_every_step(target: Target, tmp_path: Path) -> None:
    for name, made in scripts(target):
        compile(made.text, name, "exec")
        (tmp_path / f"{name}.py").write_text(made.text, encoding="utf-8")
        for report in made.reports:
            assert made.text.count(f" {report.number}. {report.name}") >= 2, "in the head and in its place"
    for command in (["format", "--check"], ["check", "--select=E,F,I,W"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated", "--line-length=100", str(tmp_path)]
        done = subprocess.run(ruff, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("mode", PaddingMode)
def test_numpy_pads_as_the_program_does(mode: PaddingMode, tmp_path: Path) -> None:
    transforms = (
        Rotate(angle_range=(33.0, 33.0)),
        Scale(factor_range=(0.8, 0.8)),
        Translate(x_range=(0.3, 0.3), y_range=(-0.2, -0.2)),
    )
    pipeline = Pipeline.of(transforms, Padding(mode=mode, fill=(200, 30, 90)))
    image = photograph()
    difference = np.abs(
        augmented(as_code(pipeline, Target.NUMPY, "x"), image, tmp_path).astype(int)
        - pipeline(image, key="x")
    )
    # The program rounds places to 1/32 pixel, which shows at edges alone.
    assert (difference.mean(), np.percentile(difference, 99)) < (1, 8)


def test_numpy_does_what_the_program_does(tmp_path: Path) -> None:
    image = photograph()
    compared = 0
    for case in cases(image, PaddingMode.REFLECT):
        made = as_code(case.pipeline, Target.NUMPY, case.name)
        if made.reports[0].likeness is Likeness.MISSING:
            continue
        result = augmented(made, image, tmp_path)
        assert result.shape == case.wanted.shape
        difference = np.abs(result.astype(int) - case.wanted)
        if not case.is_random:
            compared += 1
            most = 0 if case.name in EXACT else 8
            assert difference.max() <= most or difference.mean() < 0.5, case.name
            assert np.mean(difference > most) < 0.02, case.name
    assert compared > 25


@pytest.mark.parametrize("name", ["gaussian_noise", "speckle", "shot_noise", "iso_noise", "salt_and_pepper"])
def test_numpys_noise_is_as_strong(name: str, tmp_path: Path) -> None:
    image = photograph(200, 200) // 2 + 60
    (case,) = cases(image, PaddingMode.REFLECT, [name])
    result = augmented(as_code(case.pipeline, Target.NUMPY, name), image, tmp_path)
    wanted, found = (np.std(part.astype(float) - image) for part in (case.wanted, result))
    assert found == pytest.approx(wanted, rel=0.08)


def test_one_of_takes_each_as_often_as_its_weight_says(tmp_path: Path) -> None:
    steps = (
        Step(id=1, transform=OneOf(count=3), probability=0.8),
        Step(id=2, transform=Invert(), probability=0.75),
        Step(id=3, transform=Gamma(gamma_range=(5.0, 5.0)), probability=0.25),
        Step(id=4, transform=Rotate(), enabled=False),
    )
    made = as_code(Pipeline(steps=steps), Target.NUMPY, "x")
    assert [report.likeness for report in made.reports] == [*[Likeness.SAME] * 3, Likeness.OFF]
    (tmp_path / "made.py").write_text(made.text, encoding="utf-8")
    augment = runpy.run_path(str(tmp_path / "made.py"))["augment"]
    image = np.full((1, 1, 3), 100, np.uint8)
    found = [int(augment(image, seed)[0, 0, 0]) for seed in range(1000)]
    shares = [found.count(level) / 1000 for level in (100, 155, found[0] if found[0] < 100 else min(found))]
    assert shares == pytest.approx([0.2, 0.6, 0.2], abs=0.05)


def test_torchvisions_blur_says_which_pictures_it_refuses() -> None:
    told = script(Target.TORCHVISION, GaussianBlur(sigma_range=(0.5, 2)))
    assert "a side below 7 pixels" in " ".join(told.text.replace("\n#", " ").split())


def test_keras_is_not_asked_to_shrink_as_far_as_it_refuses() -> None:
    edge = Padding(mode=PaddingMode.EDGE)
    for low, is_native in ((0.5, True), (0.4, False)):
        pipeline = Pipeline.of([Scale(factor_range=(low, 2.0))], edge)
        assert ("RandomZoom" in as_code(pipeline, Target.KERAS, "x").text) is is_native


@pytest.mark.parametrize("shape", [(1, 1), (2, 40), (40, 3)])
def test_tensorflow_blurs_pictures_below_its_reach(shape: tuple[int, int], tmp_path: Path) -> None:
    pytest.importorskip("tensorflow", reason="TensorFlow is not installed")
    image = photograph(40, 40)[: shape[0], : shape[1]]
    made = script(Target.TENSORFLOW, GaussianBlur(sigma_range=(2, 2)))
    by_numpy = script(Target.NUMPY, GaussianBlur(sigma_range=(2, 2)))
    difference = augmented(made, image, tmp_path).astype(int) - augmented(by_numpy, image, tmp_path)
    assert np.abs(difference).max() <= 1


@pytest.mark.parametrize("target", Target)
def test_names_cannot_become_code(target: Target) -> None:
    evil = 'x\nraise SystemExit("ran")\r"""\nraise SystemExit\x00\u2028'
    step = Step(id=1, transform=Invert(), classes=(evil,))
    made = as_code(Pipeline(steps=(step,)), target, evil)
    compile(made.text, "made", "exec")
    assert not any(
        line.lstrip().startswith("raise SystemExit") and "ran" in line for line in made.text.splitlines()
    )
    assert made.reports[0].likeness is Likeness.DIFFERS, "it is done for all classes"


def test_code_for_albumentations_ends_where_another_version_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = ModuleType("albumentations")
    other.__dict__.update(__version__="2.5.1", ImageOnlyTransform=object)  # as of AlbumentationsX
    monkeypatch.setitem(sys.modules, "albumentations", other)
    with pytest.raises(SystemExit, match=r"albumentations is 2\.5\.1"):
        augmented(script(Target.ALBUMENTATIONS, Gamma()), photograph(), tmp_path)


def test_the_command(tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    Pipeline.of([Rotate(), Mixup()]).save(file)
    printed = told("code", file, "--to", "numpy")
    assert printed.exit_code == 0
    assert 'The pipeline "mine"' in printed.stdout
    assert "step 2, mixup, is not in the script: it needs other pictures" in printed.stderr
    written = told("code", file, "--to", "numpy", "--output", tmp_path / "mine.py")
    assert written.stdout == f"wrote {tmp_path / 'mine.py'}\n"
    assert (tmp_path / "mine.py").read_text(encoding="utf-8") == printed.stdout
    assert "cannot write" in refused("code", file, "--to", "numpy", "-o", tmp_path / "no" / "mine.py")
    assert "numpy" in refused("code", file, "--to", "matlab")


def test_a_script_reads_and_writes_files(tmp_path: Path) -> None:
    image = photograph(20, 10)
    for name in ("a/one.png", "a/two.png", "three.png"):
        place = tmp_path / "in" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(encode(image, "png"))
    file = tmp_path / "made.py"
    file.write_text(script(Target.NUMPY, Invert()).text, encoding="utf-8")
    command = [sys.executable, str(file), str(tmp_path / "in"), str(tmp_path / "out"), "--copies", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "6 written\n"), done.stderr
    made = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.png"))
    assert made == [
        *("a/one-png_1.png", "a/one-png_2.png", "a/two-png_1.png", "a/two-png_2.png"),
        *("three-png_1.png", "three-png_2.png"),
    ]
    assert np.array_equal(decode((tmp_path / "out" / made[0]).read_bytes()).image, 255 - image)

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from augstudio import __version__
from augstudio.__main__ import main
from augstudio.cli import build_app
from augstudio.cli import meter as meter_module
from augstudio.cli.meter import Meter, duration
from augstudio.core.parameters import Range
from augstudio.core.seeds import MAX_SEED
from augstudio.core.transform import Transform, catalogue
from augstudio.datasets.base import Sample
from augstudio.datasets.image_folder import ImageFolder
from augstudio.errors import PipelineError
from augstudio.export import ExportJob, Limits, Progress, Report, RunOptions, run_export
from augstudio.images.formats import TITLES
from augstudio.images.reading import read_image
from augstudio.pipelines import Pipeline
from augstudio.preview.comparison import catalogue_panes
from augstudio.transforms import ImageModel, Rotate
from tests.commands import refused, told
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import noise_picture, smooth_picture

ROOT = Path(__file__).parent.parent
SQUARE = np.ones((3, 3, 1), np.uint8)
"""What becomes of a pixel of a picture of 60 pixels, which sheets enlarge."""


def program(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "augstudio", *(str(argument) for argument in arguments)]
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=60,
    )


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return small_dataset(tmp_path / "in")


def test_the_window_is_opened_with_what_was_named(tmp_path: Path) -> None:
    opened: list[tuple[Path | None, Path | None]] = []

    def window(dataset: Path | None, pipeline: Path | None) -> int:
        opened.append((dataset, pipeline))
        return 5

    app = build_app(window)
    assert CliRunner().invoke(app, []).exit_code == 5
    assert CliRunner().invoke(app, ["gui"]).exit_code == 5
    assert CliRunner().invoke(app, ["gui", "pets", "--pipeline", "p.json"]).exit_code == 5
    assert opened == [(None, None), (None, None), (Path("pets"), Path("p.json"))]
    assert CliRunner().invoke(app, [str(tmp_path), "--pipeline", "p.json"]).exit_code == 5
    assert CliRunner().invoke(app, ["some/where.png"]).exit_code == 5
    assert opened[3:] == [(tmp_path, Path("p.json")), (Path("some/where.png"), None)]
    result = CliRunner().invoke(app, ["exprot"])
    assert (result.exit_code, len(opened)) == (2, 5), "a mistyped command is no path"


def test_version() -> None:
    result = told("--version")
    assert (result.exit_code, result.stdout) == (0, f"augstudio {__version__}\n")


def test_sample(tmp_path: Path) -> None:
    result = told("sample", tmp_path / "pets")
    assert result.exit_code == 0
    count = len([name for name in contents(tmp_path / "pets") if not name.endswith(".md")])
    assert f"wrote {count} pictures" in result.stdout
    assert "exists and is not an empty folder" in refused("sample", tmp_path / "pets")


def test_the_sample_with_labels(tmp_path: Path) -> None:
    result = told("sample", tmp_path / "labelled", "--labels")
    assert (result.exit_code, result.stdout) == (0, f"wrote 10 pictures to {tmp_path / 'labelled'}\n")
    listed = told("labels", tmp_path / "labelled")
    assert "COCO (coco): 10 pictures, 9 with labels, 1 with nothing to label" in listed.stdout


def test_the_benchmark_is_written_as_pictures(tmp_path: Path) -> None:
    result = told("sample", tmp_path / "fashion", "--benchmark")
    assert (result.exit_code, result.stdout) == (0, f"wrote 1,500 pictures to {tmp_path / 'fashion'}\n")
    found = list(ImageFolder(tmp_path / "fashion").samples())
    parts = Counter((item.split, item.class_name) for item in found if isinstance(item, Sample))
    assert sorted(parts.values()) == [50] * 10 + [100] * 10
    assert "Zalando SE" in (tmp_path / "fashion" / "LICENSES.md").read_text(encoding="utf-8")
    assert "exists and is not an empty folder" in refused("sample", tmp_path / "fashion", "--benchmark")
    assert "leave one out" in refused("sample", tmp_path / "both", "--benchmark", "--labels")


def test_export_with_every_option(dataset: Path, tmp_path: Path) -> None:
    Pipeline.default().save(tmp_path / "p.json")
    out = tmp_path / "out"
    options = ["--copies", "2", "--seed", "9", "--workers", "1", "--format", "png", "--quality", "80"]
    options += ["--splits", "train,val", "--no-originals", "--lossless"]
    result = told("export", dataset, out, "--pipeline", tmp_path / "p.json", *options)
    assert result.exit_code == 0, result.output
    assert "wrote 12 of 12 files" in result.stdout
    described = json.loads((out / "augstudio.json").read_text())
    assert described["seed"] == 9
    assert described["options"] == {
        "copies": 2,
        "format": "png",
        "quality": 80,
        "splits": ["train", "val"],
        "originals": False,
        "lossless": True,
        "balance": "off",
    }
    again = told("export", dataset, out, *options)
    assert "wrote 0 of 12 files" in again.stdout
    assert "12 were there already" in again.stdout


def test_a_sample_left_out_is_listed_and_changes_the_exit_code(dataset: Path, tmp_path: Path) -> None:
    write_files(dataset, {"a/broken.png": b"\x89PNG\r\n\x1a\n", "a/text.jpg": b"hello"})
    (dataset / os.fsdecode(b"bad\xff.png")).touch()
    os.mkfifo(dataset / "pipe.png")
    result = told("export", dataset, tmp_path / "out", "--workers", 1, "--copies", 1)
    assert result.exit_code == 1
    assert "wrote 12 of 16 files" in result.stdout
    skipped = [line for line in result.stderr.splitlines() if line.startswith("skipped ")]
    assert skipped == [
        "skipped a/broken.png: the file is truncated: its end is missing; get a complete copy",
        f"skipped a/text.jpg: not a picture of a known kind ({TITLES})",
        "skipped bad\\xff.png: the name is not valid UTF-8; rename it",
        "skipped pipe.png: not a regular file but a pipe",
    ]


def test_wrong_usage_and_input_are_one_line(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_files(tmp_path, {"bad.json": b'{"augstudio": 1, "steps": [{"id": 1, "transform": "rotat"}]}'})
    assert "No such command 'exprot'" in refused("exprot")
    assert "Missing argument 'DATASET'" in refused("export")
    assert "No such option" in refused("export", dataset, out, "--coppies", 3)
    assert "--copies" in refused("export", dataset, out, "--copies", "many")
    assert "copies: must be a whole number from 0 to 10000" in refused("export", dataset, out, "--copies", -1)
    assert "format: must be one of keep, jpeg" in refused("export", dataset, out, "--format", "gif")
    assert "--splits: must be any of train, val, test" in refused("export", dataset, out, "--splits", "all")
    assert "workers: must be at least 1" in refused("export", dataset, out, "--workers", 0)
    assert "timeout: must be above 0, got -3" in refused("export", dataset, out, "--timeout", -3)
    assert "memory: must be at least 1, got '0'" in refused("export", dataset, out, "--memory", 0)
    assert "there is no folder" in refused("export", tmp_path / "missing", out)
    assert "lies inside it" in refused("export", dataset, dataset / "out")
    assert "there is no such file" in refused("export", dataset, out, "--pipeline", tmp_path / "none.json")
    assert "is a folder; name a pipeline file" in refused("export", dataset, out, "--pipeline", tmp_path)
    assert "unknown transform 'rotat'" in refused("export", dataset, out, "--pipeline", tmp_path / "bad.json")
    assert not out.exists()


@pytest.mark.parametrize(
    ("compare", "shape"),
    [("original", (1, 2)), ("padding", (2, 3)), ("copies", (3, 3)), ("sweep", (1, 5)), ("extremes", (5, 3))],
)
def test_preview(tmp_path: Path, compare: str, shape: tuple[int, int]) -> None:
    picture = smooth_picture(1000, 500)
    write_files(
        tmp_path / "in", {"a.png": encoded(noise_picture(50, 40), "PNG"), "b/c.png": encoded(picture, "PNG")}
    )
    out = tmp_path / "sheet.png"
    result = told("preview", tmp_path / "in", out, "--compare", compare, "--image", "b/c.png", "--copies", 8)
    assert result.exit_code == 0, result.output
    found = read_image(out)
    rows, columns = shape
    assert found.shape[1] == columns * (640 + 12) + 12
    assert found.shape[0] > rows * (320 + 12)
    if compare == "original":
        # Reduced, but the same picture: each quarter is as bright as it was.
        pane = found[-320 - 12 : -12, 12 : 640 + 12]
        quarters = pane.reshape(2, 160, 2, 320, 3).mean(axis=(1, 3))
        assert np.abs(quarters - picture.reshape(2, 250, 2, 500, 3).mean(axis=(1, 3))).max() < 1
    assert contents(tmp_path / "in").keys() == {"a.png", "b/c.png"}


def test_a_preview_shows_the_original_and_the_exported_pixels(tmp_path: Path) -> None:
    picture = noise_picture(300, 200)
    write_files(tmp_path / "in", {"c/a.png": encoded(picture, "PNG")})
    assert told("preview", tmp_path / "in", tmp_path / "p.png", "--seed", 4, "--copy", 3).exit_code == 0
    found = read_image(tmp_path / "p.png")[-200 - 12 : -12]
    assert np.array_equal(found[:, 12:312], picture)
    assert np.array_equal(found[:, 324:624], Pipeline.default()(picture, seed=4, copy=3, key="c/a.png"))


@pytest.mark.parametrize("seed", [MAX_SEED + 1, -MAX_SEED - 1, 10**60])
@pytest.mark.parametrize("command", ["export", "preview", "render"])
def test_a_seed_that_files_would_not_keep_is_refused(command: str, seed: int, tmp_path: Path) -> None:
    write_files(tmp_path / "in", {"a.png": encoded(noise_picture(8, 8), "PNG")})
    source = tmp_path / "in" / ("a.png" if command == "render" else "")
    out = ["-o", tmp_path / "p.png"] if command == "render" else [tmp_path / "out.png"]
    result = told(command, source, *out, "--seed", seed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--seed" in result.stderr
    assert str(MAX_SEED) in result.stderr
    assert contents(tmp_path).keys() == {"in/a.png"}


def test_a_preview_of_small_pictures_is_legible(tmp_path: Path) -> None:
    picture = noise_picture(28, 28, 1)
    write_files(tmp_path / "in", {"a.png": encoded(picture, "PNG")})
    result = told("preview", tmp_path / "in", tmp_path / "p.png", "--seed", 4)
    assert result.stdout == f"wrote {tmp_path / 'p.png'}, pictures enlarged 6 times\n"
    found = read_image(tmp_path / "p.png")[-168 - 12 : -12]
    expected = Pipeline.default()(picture, seed=4, copy=1, key="a.png")
    for left, small in ((12, picture), (12 + 168 + 12, expected)):
        assert np.array_equal(found[:, left : left + 168], np.kron(small, np.ones((6, 6, 3), np.uint8)))


def test_previews_that_are_refused(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "p.png"
    assert "there is no picture nope.jpg" in refused("preview", dataset, out, "--image", "nope.jpg")
    assert "must end in .png" in refused("preview", dataset, tmp_path / "p.jpg")
    assert "lies in the dataset" in refused("preview", dataset, dataset / "a" / "0.png")
    assert "cannot write" in refused("preview", dataset, tmp_path / "none" / "p.png")
    assert "--compare" in refused("preview", dataset, out, "--compare", "all")
    assert "copy 0 is the original" in refused("preview", dataset, out, "--compare", "sweep", "--copy", 0)
    assert "goes with --compare sweep" in refused("preview", dataset, out, "--parameter", "rotate.size")
    sweep = ("preview", dataset, out, "--compare", "sweep", "--parameter")
    assert "no parameter 'angle'; it has angle_range, size" in refused(*sweep, "rotate.angle")
    assert "there is no step 'blur'; the pipeline's steps are horizontal_flip (id 1)" in refused(
        *sweep, "blur.sigma"
    )
    assert "--values" in refused(*sweep, "rotate.angle_range", "--values", 10)
    write_files(
        tmp_path, {"flip.json": b'{"augstudio": 1, "steps": [{"id": 1, "transform": "vertical_flip"}]}'}
    )
    flip = ("preview", dataset, out, "--pipeline", tmp_path / "flip.json", "--compare")
    assert "there is nothing to sweep" in refused(*flip, "sweep")
    assert "there are no extremes" in refused(*flip, "extremes")
    write_files(dataset, {"a/broken.jpg": b"\xff\xd8\xff"})
    assert "a/broken.jpg: the file is truncated" in refused(
        "preview", dataset, out, "--image", "a/broken.jpg"
    )
    assert not out.exists()


def test_a_preview_passes_over_what_cannot_be_read(tmp_path: Path) -> None:
    picture = noise_picture(60, 40)
    broken = {"a.png": b"\x89PNG\r\n\x1a\n", "b.png": b"hello"}
    write_files(tmp_path / "in", broken)
    out = tmp_path / "p.png"
    assert "can be read; the first is a.png: the file is trunc" in refused("preview", tmp_path / "in", out)
    write_files(tmp_path / "in", {"c.png": encoded(picture, "PNG"), "d.png": b"never asked for"})
    result = told("preview", tmp_path / "in", out)
    assert result.exit_code == 0
    passed = [line.split(":")[0] for line in result.stderr.splitlines()]
    assert passed == ["passed over a.png", "passed over b.png"]
    assert np.array_equal(read_image(out)[-120 - 12 : -12, 12:192], np.kron(picture, SQUARE))


def test_a_result_that_would_be_too_large(tmp_path: Path) -> None:
    write_files(tmp_path / "in", {"a.png": encoded(noise_picture(800, 800), "PNG")})
    growing = Rotate(angle_range=Range(45, 45), size="grow")
    Pipeline.of([growing] * 10).save(tmp_path / "p.json")
    steps = ("--pipeline", tmp_path / "p.json")
    message = refused("preview", tmp_path / "in", tmp_path / "p.png", *steps)
    assert message.startswith("augstudio: a.png: step 9 (rotate) would enlarge it to 18,1")
    result = told("export", tmp_path / "in", tmp_path / "out", *steps, "--workers", 1)
    assert result.exit_code == 1
    assert "\nskipped a.png: step 9 (rotate) would enlarge it to" in result.stderr
    assert contents(tmp_path / "out").keys() == {"augstudio.json", "manifest.jsonl", "skipped.jsonl"}


def test_a_sweep_shows_one_value_after_the_other(tmp_path: Path) -> None:
    picture = noise_picture(60, 40)
    write_files(tmp_path / "in", {"a.png": encoded(picture, "PNG")})
    sweep = ("--compare", "sweep", "--parameter", "2.angle_range", "--values", 3, "--seed", 4, "--copy", 2)
    assert told("preview", tmp_path / "in", tmp_path / "p.png", *sweep).exit_code == 0
    found = read_image(tmp_path / "p.png")[-120 - 12 : -12]
    for number, angle in enumerate((-15, 0, 15)):
        steps = Pipeline.default().to_dict()
        steps["steps"][1]["angle_range"] = [angle, angle]
        expected = Pipeline.from_dict(steps)(picture, seed=4, copy=2, key="a.png")
        assert np.array_equal(found[:, 12 + number * 192 :][:, :180], np.kron(expected, SQUARE))


def test_transforms_lists_every_parameter() -> None:
    text = told("transforms").stdout
    described = json.loads(told("transforms", "--json").stdout)
    assert [item["name"] for item in described] == [transform.NAME for transform in catalogue()]
    for item, transform in zip(described, catalogue(), strict=True):
        assert item["name"] in text
        assert item["factor"] == transform.FACTOR
        assert [parameter["name"] for parameter in item["parameters"]] == list(transform.model_fields)
        assert transform(**{parameter["name"]: parameter["default"] for parameter in item["parameters"]})
        for parameter in item["parameters"]:
            assert parameter["name"] in text
            assert parameter["allowed"] in text
            assert parameter["help"] in text


def test_a_catalogue_shows_every_transform_of_a_group_at_three_strengths(tmp_path: Path) -> None:
    picture = smooth_picture(320, 160)
    write_files(tmp_path / "in", {"a.png": encoded(picture, "PNG")})
    out = tmp_path / "sheet.png"
    sheet = ("preview", tmp_path / "in", out, "--compare", "catalogue")
    assert told(*sheet, "--group", "Occlusion").exit_code == 0
    kinds = [kind for kind in catalogue() if kind.GROUP == "Occlusion"]
    found = read_image(out)
    assert found.shape[1] == 3 * (320 + 12) + 12
    assert len(kinds) * (160 + 12) < found.shape[0] < len(kinds) * (160 + 60)
    low = found[-160 - 12 : -12, 12:332]
    mask = Pipeline.from_dict({"augstudio": 1, "steps": [{"id": 1, "transform": "grid_mask"}]})
    panes = catalogue_panes([type(mask.steps[0].transform)], mask.padding, 1)
    for number, pane in enumerate(panes[0]):
        expected = Pipeline.from_dict(pane.pipeline.to_dict())(picture, copy=1, key="a.png")
        place = 12 + number * 332
        assert np.array_equal(found[-160 - 12 : -12, place : place + 320], expected)
    assert not np.array_equal(low, found[-160 - 12 : -12, -332:-12])
    assert "must be one of Geometry, " in refused(*sheet, "--group", "Colors")
    assert "goes with --compare catalogue" in refused("preview", tmp_path / "in", out, "--group", "Occlusion")
    assert "copy 0 is the original" in refused(*sheet, "--copy", 0)


def test_a_catalogue_leaves_out_what_lacks_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(self: Transform) -> None:
        raise PipelineError("networks need something that is not installed")

    monkeypatch.setattr(ImageModel, "prepare", lacking)
    write_files(tmp_path / "in", {"a.png": encoded(smooth_picture(180, 120), "PNG")})
    sheet = ("preview", tmp_path / "in", tmp_path / "s.png", "--compare", "catalogue", "--group", "Style")
    result = told(*sheet)
    assert result.exit_code == 0
    assert "left out image_model: networks need something that is not installed" in result.stderr
    kinds = [kind for kind in catalogue() if kind.GROUP == "Style"]
    assert read_image(tmp_path / "s.png").shape[0] < len(kinds) * (120 + 12 + 20)


def test_ctrl_c_finishes_cleanly_and_the_command_goes_on(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(job: ExportJob, options: RunOptions, *, on_progress: Meter, **more: object) -> Report:
        def press(progress: Progress) -> None:
            on_progress(progress)
            if progress.done == 4:
                signal.raise_signal(signal.SIGINT)

        return run_export(job, options, on_progress=press, **more)  # type: ignore[arg-type]

    before = signal.getsignal(signal.SIGINT)
    arguments = ("export", dataset, tmp_path / "out", "--workers", 1, "--copies", 1)
    with monkeypatch.context() as patched:
        patched.setattr("augstudio.cli.export.run_export", interrupted)
        result = told(*arguments)
    assert result.exit_code == 130
    assert result.stderr.splitlines()[-1] == "stopped; the same command goes on from here"
    assert signal.getsignal(signal.SIGINT) is before
    assert "4 were there already" in told(*arguments).stdout


def test_limits_of_an_export_are_passed_on(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed: list[Limits] = []

    def watched(job: ExportJob, options: RunOptions, **more: object) -> Report:
        passed.append(options.limits)
        return run_export(job, options, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("augstudio.cli.export.run_export", watched)
    arguments = ("export", dataset, tmp_path / "out", "--workers", 1)
    assert told(*arguments).exit_code == 0
    assert told(*arguments, "--timeout", 7.5, "--memory", 300).exit_code == 0
    assert passed == [Limits(), Limits(timeout=7.5, memory=300 << 20)]


def test_a_second_ctrl_c_ends_in_one_line(dataset: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("augstudio.cli.export.run_export", interrupted)
    result = told("export", dataset, dataset.parent / "out")
    assert (result.exit_code, result.stderr) == (130, "augstudio: stopped by Ctrl+C\n")


PRESSED_WHILE_IMPORTING = """
import runpy, signal, sys
pressed = sys.argv.pop(1)
class Press:
    def find_spec(self, name, *rest):
        if name == pressed:
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt:
                raise ImportError("as some packages turn it into")
sys.meta_path.insert(0, Press())
runpy.run_module("augstudio", run_name="__main__")
"""


@pytest.mark.parametrize("module", ["augstudio.cli", "numpy", "cv2", "typer"])
def test_ctrl_c_during_the_start_is_one_line(module: str) -> None:
    command = [sys.executable, "-c", PRESSED_WHILE_IMPORTING, module, "transforms"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr) == (130, "augstudio: stopped by Ctrl+C\n")


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (("--version",), {"augstudio.transforms", "augstudio.export", "numpy", "yaml", "multiprocessing"}),
        (
            ("transforms",),
            {
                "augstudio.export",
                "augstudio.datasets",
                "augstudio.preview",
                "PIL",
                "simplejpeg",
                "multiprocessing",
            },
        ),
    ],
)
def test_a_command_imports_no_other_one(arguments: tuple[str, ...], unneeded: set[str]) -> None:
    ended = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "augstudio", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    imported = {line.rpartition("|")[2].strip() for line in ended.stderr.splitlines()}
    assert "augstudio.cli.app" in imported
    assert not unneeded & imported


def test_the_help_says_whole_sentences() -> None:
    said = " ".join(told("--help").stdout.partition("Commands:")[2].split())
    assert "..." not in said
    assert (
        "Write augmented copies of a whole dataset; the same command goes on after an interruption." in said
    )
    assert "gui Open the window; 'augstudio PATH' does the same. sample " in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [("transforms",), ("--help",), ("export", "in", "out", "--workers", 1)])
def test_output_that_cannot_be_written_is_one_line(
    arguments: tuple[object, ...], dataset: Path, tmp_path: Path
) -> None:
    places = {"in": dataset, "out": tmp_path / "out"}
    command = [sys.executable, "-m", "augstudio", *(str(places.get(str(part), part)) for part in arguments)]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
    assert ended.returncode == 2
    lines = [line for line in ended.stderr.splitlines() if " of " not in line]
    assert lines == ["augstudio: the output cannot be written: No space left on device"]


def test_the_program_itself(dataset: Path, tmp_path: Path) -> None:
    ended = program("export", dataset, tmp_path / "out", "--copies", 1, "--workers", 2)
    assert (ended.returncode, ended.stdout.splitlines()[0][:20]) == (0, "wrote 12 of 12 files"), ended.stderr
    *lines, other, note = ended.stderr.splitlines()
    assert other.startswith("note: Keras does not read WebP and TIFF files")
    assert note.startswith("note: the dataset has no train and validation folders; ")
    # A slow machine tells of more than the last file.
    assert all(" of 12  " in line for line in lines), ended.stderr
    assert lines[-1].startswith("12 of 12  ")
    wrong = program("export", dataset, tmp_path / "out", "--copies", 2)
    assert wrong.returncode == 2
    assert wrong.stderr.count("\n") == 1
    assert "its copies is 1, not 2" in wrong.stderr


def test_a_terminal_without_unicode(tmp_path: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for encoding in ({}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}):
        ended = program("transforms", **plain, **encoding)
        assert ended.returncode == 0, ended.stderr
        assert "angle_range: range, from -180 to 180" in ended.stdout
    write_files(tmp_path / "in", {"日本.png": encoded(noise_picture(9, 9), "PNG"), "ä.png": b"x"})
    left_out = program("export", tmp_path / "in", tmp_path / "out", LC_ALL="C", LANG="C")
    assert left_out.returncode == 1, left_out.stderr
    assert "wrote 5 of 10 files" in left_out.stdout
    wrong = program("export", tmp_path / "fehlt-ä", tmp_path / "out", **plain)
    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr


def test_a_bar_on_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    meter = Meter(sys.stderr)
    meter(
        Progress(10, 10, rate=5.0, remaining=0.0, current="cat/a-long-name-that-does-not-fit-on-the-line.jpg")
    )
    meter.end()
    shown = capsys.readouterr().err
    assert shown.startswith("\r[####################] 10 of 10  5.0/s  0.0 s left  cat/")
    assert shown.endswith("\n")
    assert len(shown.strip()) <= 59


def test_the_bar_moves_within_a_picture(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(meter_module, "_BAR_SECONDS", 0.0)
    Meter(sys.stderr)(Progress(0, 60, rate=0.125, remaining=360.0, made=15))
    shown = capsys.readouterr().err
    assert shown.strip() == "[#####---------------] 0 of 60 (15 more made)  0.12/s  6 min left"


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.04, "0.0 s"), (9.9, "9.9 s"), (59, "59 s"), (90, "2 min"), (5400, "1 h 30 min")]
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_a_crash_has_an_exit_code_of_its_own_and_leaves_its_details(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(*arguments: object) -> None:
        raise RuntimeError("unforeseen \x1b[31m")

    monkeypatch.setattr(sys, "argv", ["augstudio", "transforms"])
    monkeypatch.setattr("augstudio.cli.app.build_app", broken)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 70
    line = capsys.readouterr().err
    assert line.startswith("augstudio: an error that the program did not expect: RuntimeError: unforeseen")
    assert line.count("\n") == 1
    assert "\x1b" not in line
    (details,) = tmp_path.iterdir()
    assert "Traceback" in details.read_text(encoding="utf-8")


def test_what_a_pipeline_file_says_reaches_the_terminal_escaped(dataset: Path, tmp_path: Path) -> None:
    steps = [
        {
            "id": 1,
            "transform": "style_transfer",
            "styles": [{"path": "\x1b[2J\u202e.jpg", "sha256": "0" * 64}],
        }
    ]
    pipeline = tmp_path / "p.json"
    pipeline.write_text(json.dumps({"augstudio": 1, "steps": steps}))
    line = refused("export", dataset, tmp_path / "out", "--pipeline", pipeline)
    assert line.isprintable()


def test_a_choice_that_there_is_not_is_answered_with_those_that_there_are() -> None:
    said = refused("code", "p.json", "--to", "pytorch")
    assert said.startswith("augstudio: --to: 'pytorch' is not one of 'albumentations', ")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("evaluate", "d", "--pipeline", "p", "--splits", "0"), "--splits: must be at least 6, got '0'"),
        (("export", "d", "o", "--copies", "2.5"), "--copies: must be a whole number, got '2.5'"),
        (("export", "d", "o", "--timeout", "soon"), "--timeout: must be a finite number, got 'soon'"),
        (("export", "d", "o", "--memory", "-1"), "--memory: must be at least 1, got '-1'"),
    ],
)
def test_numbers_that_do_not_fit_are_refused_in_our_words(options: tuple[str, ...], said: str) -> None:
    assert refused(*options).startswith(f"augstudio: {said}; see augstudio {options[0]} --help")

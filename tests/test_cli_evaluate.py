"""The command that says whether a pipeline pays."""

from __future__ import annotations

import json
from pathlib import Path

from augstudio.core.pipeline import Pipeline
from augstudio.transforms import HorizontalFlip, VerticalFlip
from tests.commands import refused, told
from tests.insights.test_evaluate import sloped, written

QUICK = ("--copies", 1, "--splits", 6)


def saved(path: Path, pipeline: Pipeline) -> Path:
    pipeline.save(path)
    return path


def test_a_verdict_is_said_and_kept(tmp_path: Path) -> None:
    folder = written(tmp_path / "in", sloped, {"train": 8, "test": 10})
    flip = saved(tmp_path / "flip.json", Pipeline.of([HorizontalFlip()]))
    upside_down = saved(tmp_path / "down.json", Pipeline.of([VerticalFlip()]))
    out = tmp_path / "found.json"
    command = ("evaluate", folder, "--pipeline", flip, "--against", upside_down, "--json", out, *QUICK)
    result = told(*command)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0] == "2 classes, 16 pictures, 1 copy of each; 20 test pictures, 6 splits of half the others"
    assert lines[2].endswith(": hurts")
    assert lines[3].startswith("  left ")
    assert lines[-1].startswith("flip against down: -")
    assert lines[-1].endswith(": worse")
    first = out.read_bytes()
    data = json.loads(first)
    assert data["gains"][0]["verdict"] == "hurts"
    assert data["arms"][1]["pipeline"] == Pipeline.load(flip).to_dict()
    assert str(tmp_path) not in first.decode()
    told(*command)
    assert out.read_bytes() == first


def test_the_benchmark_that_ships_is_evaluated_with_any_pipeline(tmp_path: Path) -> None:
    upside_down = saved(tmp_path / "down.json", Pipeline.of([VerticalFlip()]))
    out = tmp_path / "found.json"
    few = ("--pictures", 8, "--copies", 1, "--splits", 10)
    result = told("evaluate", "--benchmark", "--pipeline", upside_down, "--json", out, *few)
    first, _, verdict, *recalls = result.stdout.splitlines()
    assert first.endswith("80 pictures, 1 copy of each; 80 test pictures, 10 splits of half the others")
    assert result.exit_code == verdict.endswith(": hurts")
    assert "% right, -" in verdict
    assert [line.split()[0] for line in recalls][:2] == ["ankle_boot", "bag"]
    assert json.loads(out.read_bytes())["dataset"]["name"] == "fashion-mnist"


def test_what_cannot_be_told_says_how_many_it_would_take(tmp_path: Path) -> None:
    folder = written(tmp_path / "in", sloped, {"": 5})
    result = told("evaluate", folder, "--leave-one-out", "--pictures", 4, *QUICK)
    assert result.exit_code == 0
    assert "2 classes, 8 pictures, 1 copy of each; 6 splits by folds" in result.stdout
    assert "cannot tell with 8 pictures; a difference of" in result.stdout
    assert "step 1 horizontal_flip adds" in result.stdout


def test_a_page_is_written_with_its_json(tmp_path: Path) -> None:
    folder = written(tmp_path / "in", sloped, {"": 3})
    page = tmp_path / "found.html"
    assert told("evaluate", folder, "--report", page, *QUICK).exit_code in (0, 1)
    assert "Does it pay? in" in page.read_text(encoding="utf-8")
    assert json.loads((tmp_path / "found.json").read_bytes())["dataset"]["name"] == "in"


def test_evaluations_that_are_refused(tmp_path: Path) -> None:
    folder = written(tmp_path / "in", sloped, {"": 2})
    assert "--copies" in refused("evaluate", folder, "--copies", 0)
    assert "there is no folder" in refused("evaluate", tmp_path / "none")
    assert "cannot write" in refused("evaluate", folder, *QUICK, "--json", tmp_path / "none" / "a.json")
    assert "lies in the dataset" in refused("evaluate", folder, *QUICK, "--json", folder / "a.json")
    assert "name a DATASET, or say --benchmark" in refused("evaluate")
    assert "leave out the DATASET or --benchmark" in refused("evaluate", folder, "--benchmark")
    assert "must end in .html" in refused("evaluate", folder, *QUICK, "--report", tmp_path / "a.pdf")

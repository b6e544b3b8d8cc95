"""The command ``check``: what it says, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from augstudio.pipelines import Pipeline
from augstudio.transforms import Rotate, VerticalFlip
from tests.commands import refused, told
from tests.insights.sets import scenes


def saved(path: Path, pipeline: Pipeline) -> Path:
    pipeline.save(path)
    return path


def test_it_says_step_reason_picture_and_remedy(tmp_path: Path) -> None:
    file = saved(tmp_path / "p.json", Pipeline.of([Rotate(), VerticalFlip()]))
    result = told("check", scenes(tmp_path / "set"), "--pipeline", file)
    assert result.exit_code == 1, result.output
    first, example, remedy, last = result.stdout.splitlines()
    assert first.startswith("step 2 (vertical_flip), likely wrong (upside-down): 100 of 100 copies")
    assert example.startswith("    as in ")
    assert ".png, copy " in example
    assert remedy.startswith("    do: switch the step off or limit its angle")
    assert last == "1 piece of advice, having looked at 30 pictures of 30"


def test_it_ends_with_0_where_nothing_is_wrong(tmp_path: Path) -> None:
    file = saved(tmp_path / "p.json", Pipeline.of([Rotate()]))
    result = told("check", scenes(tmp_path / "set"), "--pipeline", file)
    assert result.exit_code == 0
    assert result.stdout == "nothing to say, having looked at 30 pictures of 30\n"


def test_as_json_it_says_all_figures(tmp_path: Path) -> None:
    file = saved(tmp_path / "p.json", Pipeline.of([VerticalFlip()]))
    result = told("check", scenes(tmp_path / "set"), "--pipeline", file, "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert (found["pictures"], found["looked_at"]) == (30, 30)
    advice = found["advice"][0]
    assert (advice["rule"], advice["severity"], advice["step"]) == ("upside-down", "likely wrong", 1)
    assert advice["figures"]["share"] == 1
    assert set(advice["example"]) == {"key", "copy"}


def test_wrong_usage_ends_with_2(tmp_path: Path) -> None:
    assert "there is no folder" in refused("check", tmp_path / "nothing")
    assert "--as: must be one of" in refused("check", scenes(tmp_path / "set", 1), "--as", "thing")
    (tmp_path / "empty").mkdir()
    assert "there is no picture in" in refused("check", tmp_path / "empty")

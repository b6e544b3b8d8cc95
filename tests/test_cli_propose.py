"""The command that proposes a pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from augstudio.cli import build_app
from augstudio.core.pipeline import Pipeline
from tests.commands import refused, told
from tests.insights.sets import dataset, half


@pytest.fixture
def sides(tmp_path: Path) -> Path:
    pictures = {
        f"{side}/{number}.png": half(side, number) for side in ("left", "right") for number in range(8)
    }
    return dataset(tmp_path / "in", pictures)


def test_steps_come_with_reasons_and_what_the_pictures_speak_against(sides: Path, tmp_path: Path) -> None:
    out = tmp_path / "proposed.json"
    result = told("propose", sides, "--answers", "mirrored=yes,turned=some", "-o", out)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("step 1 (horizontal_flip): a mirror image is as likely as the picture")
    assert lines[1].startswith("    but likely wrong (left-right): 50 of 100 copies are mirrored")
    assert [step.name for step in Pipeline.load(out).steps] == ["horizontal_flip", "rotate"]
    assert "padding edge" in result.stdout
    assert told("check", sides, "--pipeline", out).exit_code == 1


def test_questions_are_asked_one_by_one(sides: Path) -> None:
    def asked(text: str) -> tuple[int, str, str]:
        def no_window(_dataset: Path | None, _pipeline: Path | None) -> int:
            raise AssertionError("no window was asked for")

        result = CliRunner().invoke(build_app(no_window), ["propose", str(sides)], input=text)
        return result.exit_code, result.stdout, result.stderr

    code, stdout, stderr = asked("n\nno\nperhaps\ns\n" + "\n" * 6)
    assert code == 0
    assert "the same again: --answers turned=some" in stdout
    assert "answer with one of these words" in stderr
    code, stdout, stderr = asked("y\n")
    assert (code, stdout) == (2, "")
    assert "the question about any-way was not answered; give --answers" in stderr


def test_no_answer_gives_no_step_and_the_dataset_is_never_written_to(sides: Path) -> None:
    assert told("propose", sides, "--answers", "").stdout.startswith("nothing to propose")
    inside = refused("propose", sides, "--answers", "light=some", "-o", sides / "proposed.json")
    assert "lies in the dataset" in inside
    assert not (sides / "proposed.json").exists()
    assert "its folder is not there" in refused(
        "propose", sides, "--answers", "light=some", "-o", sides.parent / "none" / "proposed.json"
    )

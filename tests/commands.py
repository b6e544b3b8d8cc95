"""Runs the command line in this process."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from augstudio.cli import build_app


def told(*arguments: object) -> Result:
    """Run a command; opening the window is an error."""

    def no_window(dataset: Path | None, pipeline: Path | None) -> int:
        raise AssertionError("no window was asked for")

    return CliRunner().invoke(build_app(no_window), [str(argument) for argument in arguments])


def refused(*arguments: object) -> str:
    """The one line that a command ends with."""
    result = told(*arguments)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("augstudio: ")
    return lines[0]

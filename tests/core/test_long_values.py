"""However long a value from outside is, what is said of it is a line that can be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from augstudio.core.parameters import parameters_of
from augstudio.core.transform import catalogue
from augstudio.errors import AugStudioError, ExportError, PipelineError
from augstudio.export import ExportOptions
from augstudio.pipelines import Pipeline
from tests.commands import told

LONGEST = 500
NAMES = len(", ".join(kind.NAME for kind in catalogue()))
TEXT = "x" * 3_000_000
VALUES: dict[str, Any] = {
    "text": TEXT,
    "list": [TEXT] * 3,
    "object": {TEXT: TEXT},
    "numbers": list(range(300_000)),
    "number": 10**390,
}


def pipelines() -> Iterator[tuple[str, Any]]:
    """Files in which one field of a pipeline is replaced by a long value; the fields' names beside them."""
    for name in ("augstudio", "padding", "steps"):
        yield name, lambda value, name=name: {"augstudio": 1, "steps": [], name: value}
    for name in ("mode", "fill"):
        yield name, lambda value, name=name: {"augstudio": 1, "steps": [], "padding": {name: value}}
    yield "step", lambda value: {"augstudio": 1, "steps": [value]}
    kinds = {kind.NAME: [item.name for item in parameters_of(kind)] for kind in catalogue()}
    fields = [("rotate", name) for name in ("id", "enabled", "probability", "transform")]
    fields += [(kind, name) for kind, names in kinds.items() for name in names]
    for kind, name in fields:
        step = {"id": 1, "transform": kind}
        yield (
            f"{kind}.{name}",
            lambda value, step=step, name=name: {
                "augstudio": 1,
                "steps": [step | {name: value}],
            },
        )


FILES = dict(pipelines())


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("field", FILES)
def test_long_values_in_pipelines_are_told_in_short(field: str, value: str) -> None:
    with pytest.raises(PipelineError) as refused:
        Pipeline.from_dict(FILES[field](VALUES[value]))
    # Where a transform is not known, all are named.
    assert len(str(refused.value)) < LONGEST + (NAMES if field.endswith(".transform") else 0)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"augstudio": 1, TEXT: 1}),
        json.dumps({"augstudio": 1, "steps": [{"id": 1, "transform": "rotate", TEXT: 1}]}),
        json.dumps({"augstudio": 1, "padding": {TEXT: 1}}),
        f'{{"augstudio": 1, "{TEXT}": 1, "{TEXT}": 2}}',
        f'{{"augstudio": {"9" * 3_000_000}}}',
        f'{{"augstudio": {"9" * 5000}}}',
        "[" * 3_000_000,
        TEXT,
    ],
    ids=["field", "field of a step", "field of padding", "twice", "number", "digits", "deep", "no JSON"],
)
def test_long_names_in_pipeline_files_are_told_in_short(tmp_path: Path, text: str) -> None:
    file = tmp_path / "p.json"
    file.write_text(text)
    with pytest.raises(PipelineError) as refused:
        Pipeline.from_json(text)
    assert len(str(refused.value)) < LONGEST
    assert "recursion" not in str(refused.value)
    assert "set_int_max_str_digits" not in str(refused.value)


OPTIONS = ("copies", "seed", "format", "quality", "splits", "balance", "background")


@pytest.mark.parametrize("value", ["text", "object"])
@pytest.mark.parametrize("name", OPTIONS)
def test_long_options_are_told_in_short(name: str, value: str) -> None:
    given: Any = (VALUES[value],) if name == "splits" else VALUES[value]
    with pytest.raises((AugStudioError, TypeError)) as refused:
        ExportOptions(**{name: given})
    assert len(str(refused.value)) < LONGEST
    assert isinstance(refused.value, ExportError) or value == "object"


@pytest.mark.parametrize("option", ["--format", "--splits", "--balance", "--background"])
def test_long_arguments_are_told_in_short(tmp_path: Path, option: str) -> None:
    result = told("export", tmp_path, tmp_path / "out", option, "x" * 90_000)
    assert result.exit_code == 2
    assert len(result.stderr) < LONGEST

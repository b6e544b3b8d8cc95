"""A manifest as a flat table.

One row for each output, in the manifest's order, with these columns:

``key, copy, file, width, height, sha256, pixels, source``
    As they stand in the manifest.
``draws``
    All draws as JSON text, as they stand in the manifest.
``<id>.<transform>``
    For each step of the pipeline, in its order: 1 where it acted, else 0.
``<id>.<transform>.<value>``
    What it drew, by name; empty where it stayed out. Lists have a column for each entry, with its number:
    ``x1``, ``y1``, ``x2``, ``y2``; a corner has ``upper_left_x`` and ``upper_left_y``.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula. Keys
and files that do so stand as ``./=name``, which is the same path.

A step's id stays with it for life, so that columns keep their names when steps are moved or inserted.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TextIO

from augstudio.core.draws import single_values
from augstudio.export.manifest import Output
from augstudio.export.reading.recorded import finished_manifest, numbered_lines, read_recorded

_PATHS: Final = ("key", "file")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_PLAIN: Final = ("key", "copy", "file", "width", "height", "sha256", "pixels", "source")


def write_table(out: Path, stream: TextIO) -> tuple[int, int]:
    """Write an export's manifest as CSV; it is read twice and never held.

    Args:
        out: The export's folder.
        stream: Opened with ``newline=""``.

    Returns:
        The number of rows, and of damaged lines that were left out.

    Raises:
        ExportError: The folder is no finished export.
        OSError: The stream cannot be written.
    """
    steps = {step.id: step.name for step in read_recorded(out).pipeline.steps}
    manifest = finished_manifest(out)
    columns = _columns(steps, manifest)
    writer = csv.DictWriter(stream, (*_PLAIN, "draws", *columns), lineterminator="\n")
    writer.writeheader()
    rows = damaged = 0
    for _, output in numbered_lines(manifest):
        if output is None:
            damaged += 1
        else:
            rows += 1
            writer.writerow(_row(output, columns))
    return rows, damaged


def _columns(steps: dict[int, str], manifest: Path) -> tuple[str, ...]:
    """The columns of the draws: by step in the pipeline's order, its values by name."""
    values: dict[str, dict[str, None]] = {f"{step}.{name}": {} for step, name in steps.items()}
    for _, output in numbered_lines(manifest):
        for step, drawn in _drawn(output):
            values.setdefault(step, {}).update(dict.fromkeys(drawn))
    return tuple(column for step in values for column in (step, *sorted(values[step])))


def _drawn(output: Output | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each step that acted with its values, both by their columns' names."""
    for draw in output.draws if output else ():
        step = f"{draw.get('id')}.{draw.get('transform')}"
        yield step, {f"{step}.{name}": value for name, value in single_values(draw.get("draw"))}


def _row(output: Output, columns: tuple[str, ...]) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(output, name) for name in _PLAIN}
    row |= {name: f"./{row[name]}" for name in _PATHS if row[name].startswith(_FORMULA)}
    row["draws"] = json.dumps(output.draws, sort_keys=True, ensure_ascii=False)
    row |= {column: 0 for column in columns if column.count(".") == 1}
    for step, drawn in _drawn(output):
        row[step] = 1
        row |= drawn
    return row

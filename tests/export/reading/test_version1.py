"""Exports of the form that manifests had before their lines said a version.

The folder ``version1`` was written by the program of that time: a finished export, the table of it, and the
journal of the same export as it stood before the last sample was done. Strengths of Gaussian noise,
and with them pixels and hashes, were put in later, when they came to be drawn from 32 in their range.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from augstudio.core.image import size_of
from augstudio.datasets.base import Skipped
from augstudio.errors import PipelineError
from augstudio.export import ExportJob, RunOptions, run_export
from augstudio.export.files import IDENTITY, JOURNAL, MANIFEST
from augstudio.export.identity import versions
from augstudio.export.manifest import UNLABELLED_VERSION, Output
from augstudio.export.reading.outputs import OutputSample
from augstudio.export.reading.reader import OpenedExport
from augstudio.export.reading.recorded import numbered_lines, read_recorded
from augstudio.export.reading.reproduce import reproduce
from augstudio.export.reading.table import write_table
from augstudio.export.reading.verify import Verification
from augstudio.export.record_digests import identity_text
from augstudio.images.reading import read_image
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve, resolve_recorded
from tests.commands import refused, told
from tests.export.jobs import manifest

OLD: Final = Path(__file__).with_name("version1")
LAST: Final = "three.png"
"""The sample that the interrupted export had not reached."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The finished export, beside its sources."""
    shutil.copytree(OLD / "in", tmp_path / "in")
    shutil.copytree(OLD / "finished", tmp_path / "out")
    return tmp_path / "out"


def interrupt(out: Path) -> None:
    """Make it the same export before its last sample was done."""
    for line in manifest(out):
        if line["key"] == LAST:
            (out / line["file"]).unlink()
    (out / MANIFEST).unlink()
    shutil.copy(OLD / "manifest.partial", out / JOURNAL)


def outputs(out: Path) -> list[Output]:
    found = [output for _, output in numbered_lines(out / MANIFEST)]
    assert None not in found
    return [output for output in found if output is not None]


def job_again(out: Path) -> ExportJob:
    """The export to be run once more, as if the libraries were still those of then."""
    described = json.loads((out / IDENTITY).read_text(encoding="utf-8"))
    described["versions"] = versions(read_recorded(out).pipeline)
    (out / IDENTITY).write_text(identity_text(described), encoding="utf-8", newline="\n")
    return read_recorded(out).job(out.parent / "in")


def test_the_lines_are_of_the_old_form() -> None:
    lines = manifest(OLD / "finished")
    assert all("version" not in line and "draw" not in draw for line in lines for draw in line["draws"])
    names = {name for line in lines for draw in line["draws"] for name in draw}
    assert {"x1", "y2", "upper_left_x", "operation2", "strength1"} <= names


def test_its_draws_are_those_that_are_drawn_today(out: Path) -> None:
    pipeline = read_recorded(out).pipeline
    seen = set()
    for output in outputs(out):
        size = size_of(read_image(out.parent / "in" / output.key))
        drawn = resolve(pipeline, size, seed=11, key=output.key, copy=output.copy)
        assert resolve_recorded(pipeline, size, output.draws) == drawn
        seen |= {draw.transform for draw in drawn.draws}
    assert seen == {step.name for step in pipeline.steps}


def test_it_is_verified_and_made_again(out: Path, tmp_path: Path) -> None:
    assert list(Verification(out).differences()) == []
    pipeline = read_recorded(out).pipeline
    for number, output in enumerate(outputs(out), start=1):
        made = reproduce(tmp_path / "in" / output.key, output, pipeline)
        assert made.differences == ()
        assert np.array_equal(made.image, read_image(out / output.file)), number
    given = ("render", tmp_path / "in" / "a" / "one.png", "-o", tmp_path / "r.png", "--from-manifest")
    assert told(*given, f"{out / MANIFEST}:4").exit_code == 0
    assert np.array_equal(read_image(tmp_path / "r.png"), read_image(out / "a/one__aug003.png"))
    assert told("verify", out).exit_code == 0


def test_it_opens_as_a_dataset_of_its_outputs(out: Path) -> None:
    opened = OpenedExport(out, out.parent / "in")
    samples = [item for item in opened.samples() if isinstance(item, OutputSample)]
    assert len(samples) == 12
    for sample in samples:
        draws, image = opened.draws(sample), opened.read(sample)
        made = render(image, resolve_recorded(opened.pipeline, size_of(image), draws.draws))
        assert np.array_equal(made, opened.outputs.read(sample))
        assert opened.compare(sample).reasons == ()


def test_its_table_is_that_of_then(out: Path) -> None:
    stream = io.StringIO(newline="")
    assert write_table(out, stream) == (12, 0)
    now = list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))
    with (OLD / "manifest.csv").open(encoding="utf-8", newline="") as file:
        then = list(csv.DictReader(file))
    assert list(now[0]) == list(then[0])
    for row in (*now, *then):
        del row["draws"]
    assert now == then


@pytest.mark.parametrize("finished", [True, False])
def test_it_goes_on_and_loses_nothing(out: Path, finished: bool) -> None:
    before = outputs(out)
    if not finished:
        interrupt(out)
    kept = {path: path.stat() for path in out.rglob("*.png")}
    assert len(kept) == (12 if finished else 8)
    run_export(job_again(out), RunOptions(workers=1))
    # Another version of what packs PNG may write other bytes.
    after, expected = ([replace(output, sha256="") for output in found] for found in (outputs(out), before))
    assert after == expected
    assert all(line["version"] == UNLABELLED_VERSION for line in manifest(out))
    for path, status in kept.items():
        assert os.path.samestat(path.stat(), status), "it was written again"
    assert list(Verification(out, out.parent / "in").differences()) == []
    assert not (out / JOURNAL).exists()


def test_damage_in_old_lines_is_still_found(out: Path) -> None:
    pipeline = read_recorded(out).pipeline
    line = (out / MANIFEST).read_text(encoding="utf-8").splitlines()[1]
    fields = json.loads(line)
    first, second = fields["draws"][:2]
    assert (first["transform"], second["transform"]) == ("cutout", "perspective")
    for draw, change, reason in (
        (first, {"x1": None}, "centres.0.x: must be a finite number, got None"),
        (first, {"x3": 0.5}, "x3: is nothing that this step draws"),
        (first, {"y2": 0.5}, "centres.1.x: is missing"),
        (second, {"upper_left_x": "0"}, "upper_left.x: must be a finite number, got '0'"),
        (second, {"lower_left_x": 1.0}, "lower_left.x: must be less than 1, got 1.0"),
    ):
        draws = [one if one is not draw else {**draw, **change} for one in fields["draws"]]
        output = Output.from_line(json.dumps({**fields, "draws": draws}).encode())
        assert output is not None
        with pytest.raises(PipelineError, match=re.escape(reason)):
            resolve_recorded(pipeline, (24, 16), output.draws)
    for damaged in ('"cutout"', "[1]", "[[]]", '{"id": 1}', "5", "null"):
        assert Output.from_line(line.replace(json.dumps(fields["draws"]), damaged).encode()) is None


def test_a_line_of_a_later_version_is_told_wherever_it_is_read(out: Path) -> None:
    line = {"version": 9, "sample": "a/one.png"}
    with (out / MANIFEST).open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(line) + "\n")
    expected = "is of version 9 of the manifest, this program knows 4; please update AugStudio"
    skipped = [item for item in OpenedExport(out).samples() if isinstance(item, Skipped)]
    assert [(item.name, expected in item.reason) for item in skipped] == [(f"{MANIFEST}:13", True)]
    for given in (("verify", out), ("manifest", out, "--csv")):
        result = told(*given)
        assert result.exit_code == 2
        assert f"line 13 of {out / MANIFEST}: the line {expected}" in result.stderr
    again = ("render", out / "three.png", "-o", out.parent / "r.png", "--pipeline", out / IDENTITY)
    assert expected in refused(*again, "--from-manifest", json.dumps(line))

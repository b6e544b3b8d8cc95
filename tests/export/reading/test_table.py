"""A manifest as a flat table."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from augstudio.core.step import Step
from augstudio.export import RunOptions, run_export
from augstudio.export.reading.table import write_table
from augstudio.pipelines import Pipeline
from augstudio.transforms import GaussianNoise, HorizontalFlip, Rotate, VerticalFlip
from tests.commands import refused, told
from tests.export.jobs import job_for, manifest
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture

PLAIN = ["key", "copy", "file", "width", "height", "sha256", "pixels", "source", "draws"]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    steps = (
        Step(id=7, transform=HorizontalFlip(), probability=0.5),
        Step(id=2, transform=Rotate(), probability=0.5),
        Step(id=3, transform=Rotate()),
        Step(id=4, transform=GaussianNoise()),
        Step(id=5, transform=VerticalFlip(), enabled=False),
    )
    picture = encoded(noise_picture(20, 10), "PNG")
    write_files(tmp_path / "in", dict.fromkeys(("a.png", 'b,\n"ä".png', "c.png"), picture))
    run_export(
        job_for(tmp_path / "in", tmp_path / "out", Pipeline(steps=steps), copies=4), RunOptions(workers=1)
    )
    return tmp_path / "out"


def rows(out: Path) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write_table(out, stream)
    stream.seek(0)
    return list(csv.DictReader(stream))


def test_every_line_is_a_row_with_all_that_it_says(out: Path) -> None:
    found = rows(out)
    lines = manifest(out)
    assert len(found) == len(lines) == 15
    for row, line in zip(found, lines, strict=True):
        assert json.loads(row["draws"]) == line["draws"]
        assert [row[name] for name in PLAIN[:-1]] == [str(line[name]) for name in PLAIN[:-1]]
        drawn = {draw["id"]: draw for draw in line["draws"]}
        for column, value in row.items():
            step, _, rest = column.partition(".")
            name, _, field = rest.partition(".")
            if not rest:
                continue
            own = drawn.get(int(step))
            assert own is None or own["transform"] == name
            expected = str(int(own is not None)) if not field else str(own["draw"][field]) if own else ""
            assert value == expected
    assert {row["7.horizontal_flip"] for row in found} == {"0", "1"}
    assert {row["5.vertical_flip"] for row in found} == {"0"}


def test_columns_follow_the_pipeline(out: Path) -> None:
    assert list(rows(out)[0]) == [
        *PLAIN,
        "7.horizontal_flip",
        "2.rotate",
        "2.rotate.angle",
        "3.rotate",
        "3.rotate.angle",
        "4.gaussian_noise",
        "4.gaussian_noise.noise_seed",
        "4.gaussian_noise.sigma",
        "5.vertical_flip",
    ]


def test_the_command_writes_the_same_to_a_file_and_to_the_terminal(out: Path, tmp_path: Path) -> None:
    stream = io.StringIO(newline="")
    assert write_table(out, stream) == (15, 0)
    before = contents(out)
    result = told("manifest", out, "--csv", tmp_path / "m.csv")
    assert (result.exit_code, result.stdout) == (0, f"wrote 15 rows to {tmp_path / 'm.csv'}\n")
    assert (tmp_path / "m.csv").read_bytes().decode() == stream.getvalue()
    assert told("manifest", out, "--csv").stdout_bytes.decode() == stream.getvalue()
    assert told("manifest", out).stdout_bytes == (out / "manifest.jsonl").read_bytes()
    assert contents(out) == before


def test_damaged_lines_are_left_out_and_counted(out: Path) -> None:
    with (out / "manifest.jsonl").open("a") as stream:
        stream.write("{}\n")
    for arguments in ((), ("--csv",)):
        result = told("manifest", out, *arguments)
        assert result.exit_code == 1
        assert result.stderr == "left out 1 damaged line of the manifest\n"


def test_wrong_usage(out: Path, tmp_path: Path) -> None:
    assert "is not an export" in refused("manifest", tmp_path / "in", "--csv")
    for command in ("verify", "manifest"):
        assert f"there is no folder {tmp_path / 'inn'}" in refused(command, tmp_path / "inn")
    assert "is a file of the export" in refused("manifest", out, "--csv", out / "manifest.jsonl")
    assert "cannot write" in refused("manifest", out, "--csv", tmp_path / "none" / "m.csv")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_path_becomes_a_formula(tmp_path: Path, sign: str) -> None:
    write_files(tmp_path / "in", {f"{sign}1+1.png": encoded(noise_picture(8, 8), "PNG")})
    run_export(job_for(tmp_path / "in", tmp_path / "out"), RunOptions(workers=1))
    stream = io.StringIO(newline="")
    write_table(tmp_path / "out", stream)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert rows[0]["key"] == rows[0]["file"] == f"./{sign}1+1.png"

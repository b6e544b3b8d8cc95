"""What the command line says of one thing reads as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from augstudio.cli.estimate import amount
from augstudio.cli.label_report import print_label_report
from augstudio.core.labels import LabelCounts
from augstudio.datasets.label_reading import LabelProblem, Severity
from augstudio.export.labels.report import LabelReport
from augstudio.saving import save
from tests.commands import refused, told
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return write_files(tmp_path / "in", {"only.png": encoded(smooth_picture(20, 16), "PNG")})


def test_an_export_of_one_picture_is_told_in_the_singular(dataset: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    given = ("export", dataset, out, "--copies", 0, "--workers", 1)
    estimated = told(*given, "--dry-run").stdout
    assert f"\nwould write 1 file from 1 picture to {out}: about " in estimated
    assert " with 1 worker; " in estimated
    assert estimated.endswith("estimated from 1 picture, 0 of them unreadable\n")
    assert told(*given).stdout.startswith(f"wrote 1 of 1 file to {out} in ")
    assert ", 1 was there already\n" in told(*given).stdout
    assert told("verify", out).stdout == f"the only file is as the manifest says in {out}\n"
    pixels = told("verify", out, "--pixels", "--dataset", dataset)
    assert pixels.stdout == f"the only file and its pixels are as the manifest says in {out}\n"
    table = tmp_path / "table.csv"
    assert told("manifest", out, "--csv", table).stdout == f"wrote 1 row to {table}\n"
    assert "has 1 line; there is no line 2" in refused(
        *("render", dataset / "only.png", "-o", tmp_path / "x.png"),
        *("--from-manifest", f"{out / 'manifest.jsonl'}:2"),
    )


def test_one_damaged_line_and_one_picture_left_out_are_told_in_the_singular(
    dataset: Path, tmp_path: Path
) -> None:
    picture = encoded(smooth_picture(20, 16), "PNG")
    write_files(dataset, {"a/1.png": picture, "a/2.png": b"no picture", "b/1.png": picture})
    out = tmp_path / "out"
    left_out = told("export", dataset, out, "--balance", 2, "--workers", 1)
    assert "left out 1, listed above; its class has fewer files than the others" in left_out.stderr
    manifest = out / "manifest.jsonl"
    save(manifest, manifest.read_bytes() + b"{\n")
    assert told("manifest", out).stderr == "left out 1 damaged line of the manifest\n"


def test_one_byte() -> None:
    assert [amount(size) for size in (0, 1, 2)] == ["0 bytes", "1 byte", "2 bytes"]


def test_one_label_of_each_kind_is_told_in_the_singular(capsys: pytest.CaptureFixture[str]) -> None:
    problems = tuple(LabelProblem("a.txt", line, "odd") for line in range(1, 22))
    print_label_report(LabelReport(LabelCounts(1, 1, 1, 1, 1, 1, 1), problems=problems, problem_count=21))
    told_of = capsys.readouterr()
    assert told_of.out == (
        "labels: 1 label, 1 ghost, 1 to be ignored, 1 dropped, 1 too small, 1 out of the picture, "
        "1 with sides changed\n"
    )
    assert told_of.err.endswith("labels: 1 more problem\n")


def test_notes_on_labels_are_told_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    note = LabelProblem("a.txt", 0, "usual", Severity.NOTE)
    print_label_report(LabelReport(notes=(note,) * 21, note_count=21))
    lines = capsys.readouterr().err.splitlines()
    assert (lines[0], lines[-1]) == ("note: a.txt: usual", "note: 1 more note on labels")

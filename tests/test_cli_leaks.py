"""What ``export`` says of pictures that its splits have in common, before it writes and in a dry run."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from augstudio.assets import labelled_sample
from augstudio.cli import leak_notes
from augstudio.datasets.formats import FORMATS
from augstudio.datasets.left_out import has_picture_suffix
from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.export.scan import ScanResult
from augstudio.insights import glance as glances
from augstudio.pipelines import Pipeline
from augstudio.stores.address import StoreAddress
from augstudio.stores.objects import Objects
from tests.commands import told
from tests.folders import encoded, write_files
from tests.insights.test_leaks import smooth
from tests.stand_in import new_place

_LABELLED: Final = [
    name for name, found in FORMATS.items() if found.writer is not None and not name.startswith("yolo-")
]


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """Pictures for training and validation that have nothing in common."""
    files = {f"train/a/t{number}x.png": encoded(smooth(number), "PNG") for number in range(8)}
    files |= {f"val/a/v{number}x.png": encoded(smooth(50 + number), "PNG") for number in range(4)}
    return write_files(tmp_path / "set", files)


@pytest.fixture
def leaking(parts: Path) -> Path:
    """The same with one file, one copy and one series in both."""
    files = {
        "val/a/other.png": encoded(smooth(3), "PNG"),
        "val/a/t1x__aug001.png": encoded(smooth(80), "PNG"),
        "train/a/clip7_1.png": encoded(smooth(81), "PNG"),
        "val/a/clip7_2.png": encoded(smooth(82), "PNG"),
    }
    return write_files(parts, files)


def notes(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if "splits have in common" in line]


def test_an_export_says_in_one_line_what_splits_have_in_common(leaking: Path, tmp_path: Path) -> None:
    result = told("export", leaking, tmp_path / "out", "--copies", "1", "--workers", "1")
    assert result.exit_code == 0
    common = "1 picture to the byte, copies of 1 picture and pictures of 1 series"
    assert notes(result.stderr) == [
        f"note: splits have in common {common}: augstudio check {leaking} says which"
    ]
    assert (tmp_path / "out" / "val" / "a" / "other.png").exists()


def test_the_note_comes_before_anything_is_written(leaking: Path, tmp_path: Path) -> None:
    written: list[bool] = []

    def listen(_scan: ScanResult) -> None:
        written.append((tmp_path / "out").exists())

    job = ExportJob(leaking, tmp_path / "out", Pipeline(), ExportOptions(copies=0))
    run_export(job, RunOptions(workers=1, on_listed=listen))
    assert written == [False]


def test_an_export_of_other_pictures_says_nothing(parts: Path, tmp_path: Path) -> None:
    result = told("export", parts, tmp_path / "out", "--copies", "1", "--workers", "1")
    assert notes(result.stderr) == []
    dry = told("export", parts, tmp_path / "out 2", "--dry-run")
    assert "splits" not in dry.stderr


def test_a_dry_run_lists_what_check_lists(leaking: Path, tmp_path: Path) -> None:
    small = encoded((smooth(5) // 5 * 4), "JPEG", quality=75)
    write_files(leaking, {"val/a/small.jpg": small})
    checked = told("check", leaking).stdout.splitlines()
    result = told("export", leaking, tmp_path / "out", "--dry-run")
    assert result.exit_code == 0
    assert "would write" in result.stdout
    assert not (tmp_path / "out").exists()
    listed = result.stderr.splitlines()
    rules = [line.partition(":")[0] for line in listed if line.startswith("splits, ")]
    assert rules == [
        "splits, likely wrong (same-picture)",
        "splits, likely wrong (nearly-same-picture)",
        "splits, likely wrong (copy-and-original)",
        "splits, note (groups-across-splits)",
    ]
    assert [line for line in listed if line.startswith(("splits, ", "    "))] == [
        line for line in checked if line.startswith(("splits, ", "    "))
    ]


def test_sides_that_the_export_makes_count_as_splits(tmp_path: Path) -> None:
    files = {f"a/t{number % 8}x{number}x.png": encoded(smooth(number % 8), "PNG") for number in range(16)}
    root = write_files(tmp_path / "set", files)
    dry = told("export", root, tmp_path / "out", "--dry-run", "--divide", "50/50")
    assert "(same-picture)" in dry.stderr
    result = told("export", root, tmp_path / "out", "--divide", "50/50", "--copies", "0", "--workers", "1")
    (note,) = notes(result.stderr)
    assert note.endswith("the same command with --dry-run says which")
    assert "(same-picture)" not in told("export", root, tmp_path / "out 2", "--dry-run").stderr


def test_a_dry_run_that_cannot_compare_all_says_how_many(
    leaking: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leak_notes, "_SECONDS", 0.0)
    result = told("export", leaking, tmp_path / "out", "--dry-run")
    assert "pictures compared for what splits have in common: 2 of 16" in result.stderr
    assert "(same-picture)" in result.stderr, "files of one size are compared all the same"


def test_of_an_export_in_parts_the_first_one_says_it(leaking: Path, tmp_path: Path) -> None:
    place, rest = tmp_path / "out", ("--copies", "0", "--workers", "1", "--part")
    assert [len(notes(told("export", leaking, place, *rest, part).stderr)) for part in ("0/2", "1/2")] == [
        1,
        0,
    ]


def test_of_very_many_pictures_nothing_is_looked_at(
    leaking: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glances, "MOST_PICTURES", 10)
    result = told("export", leaking, tmp_path / "out", "--copies", "0", "--workers", "1")
    assert notes(result.stderr) == []


@pytest.mark.parametrize("name", _LABELLED)
def test_pictures_with_labels_of_any_format(name: str, tmp_path: Path) -> None:
    root = tmp_path / "set"
    made = told("export", labelled_sample(), root, "--copies", "0", "--workers", "1", "--to", name,
                "--accept-loss")  # fmt: skip
    assert made.exit_code == 0, made.stderr
    pictures = {path.name: path for path in root.rglob("*.jpg") if has_picture_suffix(path.name)}
    pictures["astronaut.jpg"].write_bytes(pictures["dune-hikers.jpg"].read_bytes())
    for record in ("augstudio.json", "manifest.jsonl"):
        (root / record).unlink()
    dry = told("export", root, tmp_path / "out", "--as", name, "--copies", "0", "--dry-run")
    assert "1 picture lies in several splits, the same to the byte" in dry.stderr
    if name in ("yolo", "coco"):  # the others have no other way to it
        result = told("export", root, tmp_path / "out", "--as", name, "--copies", "0", "--workers", "1",
                      "--accept-loss")  # fmt: skip
        (note,) = notes(result.stderr)
        assert note.endswith(f"1 picture to the byte: augstudio check {root} --as {name} says which")


def stored(root: Path) -> StoreAddress:
    place = new_place("memory")
    for path in sorted(root.rglob("*.png")):
        Objects(place).put(path.relative_to(root).as_posix(), path.read_bytes())
    return place


def test_a_dataset_in_a_store(leaking: Path, tmp_path: Path) -> None:
    place = str(stored(leaking))
    result = told("export", place, tmp_path / "out", "--copies", "0", "--workers", "1")
    assert result.exit_code == 0, result.stderr
    # The tags of this store are numbers, by which the same picture does not show.
    (note,) = notes(result.stderr)
    assert note.endswith(f"pictures of 1 series: augstudio check {place} says which")
    dry = told("export", place, tmp_path / "out 2", "--dry-run")
    assert "(same-picture)" in dry.stderr
    assert "(same-picture)" in told("check", place).stdout

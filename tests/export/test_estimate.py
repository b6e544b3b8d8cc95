"""What an export will come to is known before anything is written."""

from __future__ import annotations

import io
import json
import shutil
from collections import namedtuple
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from augstudio.cli.estimate import amount, print_estimate
from augstudio.errors import ExportError
from augstudio.export import Estimate, RunOptions, estimate_export, run_export
from augstudio.export.estimate import MANY_BYTES, MANY_FILES, SAMPLED, VERY_MANY_FILES
from augstudio.images.formats import TITLES
from tests.commands import refused, told
from tests.export.jobs import job_for
from tests.folders import contents, encoded, small_dataset, write_files
from tests.pictures import smooth_picture


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return small_dataset(tmp_path / "in", 24)


def estimated(dataset: Path, out: Path, *, overwrite: bool = False, **options: Any) -> Estimate:
    found = estimate_export(job_for(dataset, out, **options), RunOptions(overwrite=overwrite))
    assert found is not None
    return found


def written_bytes(out: Path) -> int:
    return sum(path.stat().st_size for path in out.rglob("*.*") if path.parent != out)


@pytest.mark.parametrize(("channels", "format", "said"), [(4, "tiff", 1), (3, "tiff", 0), (4, "png", 0)])
def test_tiff_with_transparency_is_named_for_opencv(
    tmp_path: Path,
    channels: int,
    format: str,  # noqa: A002
    said: int,
) -> None:
    picture = encoded(smooth_picture(8, 6, channels), "PNG")
    notes = estimated(
        write_files(tmp_path / "in", {"a/1.png": picture}), tmp_path / "out", format=format
    ).notes
    assert sum("OpenCV gives the colours of TIFF files" in note for note in notes) == said


@pytest.mark.parametrize(
    ("mode", "kind", "format", "said"),
    [("L", 0, "keep", 1), ("1", 0, "keep", 1), ("P", 3, "keep", 1), ("L", 1, "keep", 0), ("P", 3, "png", 0)],
)
def test_tiff_without_levels_is_named_for_scikit_image(
    tmp_path: Path,
    mode: str,
    kind: int,
    format: str,  # noqa: A002
    said: int,
) -> None:
    picture = io.BytesIO()
    Pillow.new("L", (8, 6), 200).convert(mode).save(picture, "TIFF", tiffinfo={262: kind})
    with Pillow.open(picture) as written:
        assert written.tag_v2[262] == kind  # type: ignore[attr-defined]
    made = estimated(
        write_files(tmp_path / "in", {"a/1.tif": picture.getvalue()}), tmp_path / "out", format=format
    )
    assert sum("0 is white as negatives" in note for note in made.notes) == said


@pytest.mark.parametrize(
    ("mode", "kind", "format", "said"),
    [
        ("CMYK", "JPEG", "keep", 1),
        ("CMYK", "TIFF", "keep", 1),
        ("CMYK", "JPEG", "png", 0),
        ("RGB", "JPEG", "keep", 0),
        ("L", "JPEG", "keep", 0),
        ("RGB", "TIFF", "keep", 0),
    ],
)
def test_files_in_the_colours_of_print_are_named(
    tmp_path: Path,
    mode: str,
    kind: str,
    format: str,  # noqa: A002
    said: int,
) -> None:
    picture = io.BytesIO()
    Pillow.new("RGB", (8, 6), (200, 40, 40)).convert(mode).save(picture, kind)
    made = estimated(
        write_files(tmp_path / "in", {f"a/1.{kind.lower()}": picture.getvalue()}),
        tmp_path / "out",
        format=format,
    )
    assert sum("CMYK files as amounts of ink" in note for note in made.notes) == said


def test_an_estimate_comes_true(tmp_path: Path) -> None:
    picture = encoded(smooth_picture(160, 120), "PNG")
    dataset = write_files(tmp_path / "in", {f"{number}/p.png": picture for number in range(20)})
    before = contents(tmp_path)
    found = estimated(dataset, tmp_path / "out", copies=5)
    assert contents(tmp_path) == before
    assert not (tmp_path / "out").exists()
    report = run_export(job_for(dataset, tmp_path / "out", copies=5), RunOptions(workers=1))
    assert (found.files, found.samples, found.sampled) == (report.written, 20, SAMPLED) == (120, 20, 8)
    assert found.bytes == pytest.approx(written_bytes(tmp_path / "out"), rel=0.05)
    assert 0.1 * report.seconds < found.seconds < 10 * report.seconds
    assert found.fits
    assert found.free == pytest.approx(shutil.disk_usage(tmp_path).free, rel=0.1)


def test_a_place_that_does_not_say_what_is_free_is_taken_to_have_room(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage(0, 0, 0))
    found = estimated(dataset, tmp_path / "out")
    assert found.free is None
    assert found.fits


def test_what_is_there_already_needs_no_room(dataset: Path, tmp_path: Path) -> None:
    run_export(job_for(dataset, tmp_path / "out"), RunOptions(workers=1))
    before = contents(tmp_path)
    assert estimated(dataset, tmp_path / "out").present_bytes == written_bytes(tmp_path / "out")
    other = estimated(dataset, tmp_path / "out", seed=1, overwrite=True)
    assert other.present_bytes == 0
    assert "its seed is 0, not 1" in other.replaces
    with pytest.raises(ExportError, match="its seed is 0, not 1"):
        estimated(dataset, tmp_path / "out", seed=1)
    assert contents(tmp_path) == before


def test_collisions_and_unreadable_pictures(dataset: Path, tmp_path: Path) -> None:
    write_files(dataset, {f"b/{number}.png": b"broken" for number in range(24)})
    write_files(dataset, {"a/0.JPG": b"broken"})
    found = estimated(dataset, tmp_path / "out")
    (collision,) = found.left_out
    assert collision.name == "a/0.jpg"
    assert "would replace that of a/0.JPG" in collision.reason
    assert found.left_out_count == 1
    assert found.unreadable
    assert all(skipped.name.startswith("b/") or skipped.name == "a/0.JPG" for skipped in found.unreadable)
    assert {skipped.reason for skipped in found.unreadable} == {f"not a picture of a known kind ({TITLES})"}


def test_only_originals_and_nothing_readable(dataset: Path, tmp_path: Path) -> None:
    only = estimated(dataset, tmp_path / "out", copies=0)
    assert only.bytes == pytest.approx(written_bytes(dataset), rel=0.5)
    assert only.leak_hint == ""
    broken = estimated(write_files(tmp_path / "bad", {"a.png": b"broken"}), tmp_path / "out")
    assert (broken.bytes, broken.seconds, broken.sampled) == (0, 0.0, 1)
    assert broken.unreadable[0].name == "a.png"


def test_it_can_be_cancelled(dataset: Path, tmp_path: Path) -> None:
    assert estimate_export(job_for(dataset, tmp_path / "out"), cancelled=lambda: True) is None
    asked: list[int] = []

    def after_the_listing() -> bool:
        asked.append(1)
        return len(asked) > 26

    assert estimate_export(job_for(dataset, tmp_path / "out"), cancelled=after_the_listing) is None
    assert len(asked) == 27


def test_the_leak_hint_goes_with_undivided_datasets(dataset: Path, tmp_path: Path) -> None:
    hint = estimated(dataset, tmp_path / "out").leak_hint
    assert "no train and validation folders" in hint
    run_export(job_for(dataset, tmp_path / "undivided", copies=1), RunOptions(workers=1))
    assert json.loads((tmp_path / "undivided/augstudio.json").read_text())["notes"] == [hint]
    (tmp_path / "divided").mkdir()
    shutil.move(dataset, tmp_path / "divided" / "train")
    assert estimated(tmp_path / "divided", tmp_path / "out").leak_hint == ""
    result = told("export", tmp_path / "divided", tmp_path / "out", "--workers", 1, "--copies", 1)
    assert "no train and validation folders" not in result.stderr
    assert "notes" not in json.loads((tmp_path / "out/augstudio.json").read_text())


def test_it_says_how_many_times_what_is_augmented_an_export_is(dataset: Path, tmp_path: Path) -> None:
    found = estimated(dataset, tmp_path / "out")
    assert found.factor == 3  # the picture and two copies
    assert estimated(dataset, tmp_path / "out", copies=5, originals=False).factor == 5
    assert estimated(dataset, tmp_path / "out", copies=0).factor is None
    for file in [*dataset.rglob("*.*")]:
        if file.is_file():
            file.rename(dataset / f"{file.parent.name}{file.name}")
    assert estimated(dataset, tmp_path / "out").factor == 3, "no class is needed for it"
    assert found.online_hint is None
    for large in (replace(found, files=MANY_FILES), replace(found, bytes=MANY_BYTES)):
        assert "can be made online instead" in (large.online_hint or "")
    hint = replace(found, files=40_000_000).online_hint or ""
    assert hint.startswith("this would be 40,000,000 files")
    assert "(--shards)" in hint
    assert "(--part)" in hint
    assert replace(found, files=40_000_000, is_sharded=True).online_hint is None
    assert replace(found, bytes=MANY_BYTES, is_sharded=True).online_hint is not None
    assert "can be made online" in (replace(found, files=VERY_MANY_FILES - 1).online_hint or "")
    said = told("export", dataset, tmp_path / "out", "--dry-run", "--copies", 3).stdout
    assert "\n4x of the pictures that are augmented; the steps are good for " in said


def test_the_command_writes_nothing(dataset: Path, tmp_path: Path) -> None:
    before = contents(tmp_path)
    given = ("export", dataset, tmp_path / "out", "--dry-run", "--workers", 2)
    result = told(*given)
    assert result.exit_code == 0
    told_first = f"would write 120 files from 24 pictures to {tmp_path / 'out'}: about "
    assert result.stdout.startswith("no splits; classes from folders\n" + told_first)
    assert " with 2 workers; " in result.stdout
    assert result.stdout.endswith("estimated from 8 pictures, 0 of them unreadable\n")
    assert result.stderr.startswith("note: the dataset has no train and validation folders")
    write_files(dataset, {"a/0.JPG": b"broken"})
    result = told(*given)
    assert result.exit_code == 1
    assert "would skip a/0.jpg: its output a/0.jpg would replace that of a/0.JPG" in result.stderr
    (dataset / "a/0.JPG").unlink()
    assert "lies inside it" in refused("export", dataset, dataset / "out", "--dry-run")
    assert contents(tmp_path) == before


def test_a_disk_too_small_is_found_out_before(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage(1000, 999, 1))
    result = told("export", dataset, tmp_path / "out", "--dry-run")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "it needs about " in result.stderr
    assert "free: 1 byte; make room" in result.stderr
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage(0, 0, 0))
    result = told("export", dataset, tmp_path / "out", "--dry-run")
    assert result.exit_code == 0
    assert "; free space unknown\n" in result.stdout


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (23_400_000, "23 MB"), (999_999, "1.0 MB")],
)
def test_amounts(size: int, text: str) -> None:
    assert amount(size) == text


@pytest.mark.parametrize(("workers", "count"), [(None, "2 workers"), (4, "4 workers"), (1, "1 worker")])
def test_more_workers_than_processors_take_no_less_time(
    dataset: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    workers: int | None,
    count: str,
) -> None:
    for place in ("augstudio.export.run_options", "augstudio.cli.estimate"):
        monkeypatch.setattr(f"{place}.usable_processors", lambda: 1)
    found = replace(estimated(dataset, tmp_path / "out"), seconds=60.0)
    print_estimate(job_for(dataset, tmp_path / "out"), found, RunOptions(workers=workers))
    assert f" in 1 min with {count}; " in capsys.readouterr().out


HOLDS = "the output folder holds an export of "
GONE = HOLDS + "this dataset as it was, or of another one: "


def numbered(root: Path, first: int, count: int) -> Path:
    """A dataset whose pictures are only numbered, as those of many others are; all differ."""
    return write_files(
        root,
        {
            f"{number:04}.png": encoded(smooth_picture(20 + first + number, 16), "PNG")
            for number in range(first, first + count)
        },
    )


def test_another_dataset_that_shares_names_is_named_before_it_replaces_an_export(tmp_path: Path) -> None:
    mine, other = numbered(tmp_path / "mine", 1, 6), numbered(tmp_path / "other", 6, 5)
    (other / "0006.png").write_bytes(encoded(smooth_picture(90, 40), "PNG"))
    run_export(job_for(mine, tmp_path / "out", copies=1), RunOptions(workers=1))
    before = contents(tmp_path / "out")
    notes = estimated(other, tmp_path / "out", copies=1).notes
    assert notes[:2] == (
        GONE + "of 6 in it, 5 pictures are not in this dataset, and what was written of them will be removed",
        HOLDS + "another picture under the same name, as 1 of 1 looked at shows; what was written of it will "
        "be replaced",
    )
    result = told("export", other, tmp_path / "out", "--copies", 1, "--dry-run")
    assert all(f"note: {note}\n" in result.stderr for note in notes[:2])
    assert contents(tmp_path / "out") == before


def test_what_changed_in_a_dataset_is_named_and_what_was_added_is_not(tmp_path: Path) -> None:
    dataset, out = numbered(tmp_path / "in", 1, 3), tmp_path / "out"
    run_export(job_for(dataset, out, copies=1), RunOptions(workers=1))

    def said() -> list[str]:
        return [note for note in estimated(dataset, out, copies=1).notes if note.startswith(HOLDS)]

    assert said() == [], "nothing changed"
    numbered(dataset, 4, 2)
    assert said() == [], "it grew"
    for name in ("0001.png", "0002.png"):
        (dataset / name).write_bytes(encoded(smooth_picture(90, 40), "PNG"))
    assert said() == [
        HOLDS
        + "other pictures under the same names, as 2 of 3 looked at show; what was written of them will "
        "be replaced"
    ]
    (dataset / "0001.png").unlink()
    assert said()[0] == (
        GONE + "of 3 in it, 1 picture is not in this dataset, and what was written of it will be removed"
    )
    assert not [note for note in estimated(dataset, out, copies=2, overwrite=True).notes if HOLDS in note], (
        "all of another export is replaced, which is told already"
    )

"""What splits have in common is found, and different pictures are not taken for the same."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.assets import sample_dataset
from augstudio.core.image import Image
from augstudio.datasets.base import only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.export import ExportJob, ExportOptions, RunOptions, run_export
from augstudio.export.reading.origins import exports_about, recorded_origins
from augstudio.images.reading import read_image
from augstudio.insights import fingerprints as fingerprints_module
from augstudio.insights.advice import Advice, Severity
from augstudio.insights.leaks import leaks
from augstudio.kernels.viewing.likeness import Fields, likeness
from augstudio.pipelines import Pipeline
from augstudio.transforms import Rotate
from tests.commands import refused, told
from tests.folders import encoded, write_files
from tests.insights.sets import scene


def found(root: Path, *exports: Path) -> dict[str, Advice]:
    dataset = open_dataset(root)
    advice = leaks(dataset, list(only_samples(dataset.samples())), origins=recorded_origins(exports))
    assert advice is not None
    return {item.rule: item for item in advice}


def smooth(number: int) -> Image:
    """A picture of soft blobs, each number another one."""
    random = np.random.default_rng(1000 + number)
    fields = Pillow.fromarray(random.integers(20, 235, (6, 6, 3), dtype=np.uint8))
    return np.asarray(fields.resize((90, 72), Pillow.Resampling.BICUBIC))


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    files = {f"train/a/t{number}x.png": encoded(smooth(number), "PNG") for number in range(8)}
    files |= {f"val/a/v{number}x.png": encoded(smooth(50 + number), "PNG") for number in range(4)}
    return write_files(tmp_path / "set", files)


def test_different_pictures_are_not_the_same(parts: Path) -> None:
    assert found(parts) == {}


def test_the_same_file_in_two_splits_is_found(parts: Path) -> None:
    write_files(parts, {"val/a/other.png": encoded(smooth(3), "PNG")})
    advice = found(parts)["same-picture"]
    assert advice.severity is Severity.LIKELY_WRONG
    assert advice.files == (("train/a/t3x.png", "val/a/other.png"),)
    assert set(found(parts)) == {"same-picture"}


def test_a_smaller_brighter_jpeg_of_a_picture_is_nearly_the_same(parts: Path) -> None:
    small = np.asarray(Pillow.fromarray(smooth(5)).resize((60, 48))).astype(np.int64)
    write_files(
        parts, {"val/a/x.jpg": encoded((small + 15).clip(0, 255).astype(np.uint8), "JPEG", quality=75)}
    )
    advice = found(parts)["nearly-same-picture"]
    assert advice.files == (("train/a/t5x.png", "val/a/x.jpg"),)
    assert advice.figures["mirrored"] == 0
    assert advice.reason.startswith("1 picture to test with is nearly one of another split")


def test_a_mirrored_copy_is_found_too(parts: Path) -> None:
    write_files(parts, {"test/a/x.png": encoded(np.ascontiguousarray(smooth(2)[:, ::-1]), "PNG")})
    advice = found(parts)["nearly-same-picture"]
    assert advice.files == (("train/a/t2x.png", "test/a/x.png"),)
    assert advice.figures["mirrored"] == 1


def test_where_all_pictures_are_nearly_the_same_few_pairs_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[float] = []
    really = likeness

    def counting(first: Fields, second: Fields) -> float:
        compared.append(really(first, second))
        return compared[-1]

    monkeypatch.setattr(fingerprints_module, "likeness", counting)
    monkeypatch.setattr(fingerprints_module, "MOST_CONFIRMED", 3)
    pictures = [encoded(smooth(1), "JPEG", quality=60 + number) for number in range(30)]
    files = {f"{'val' if n < 10 else 'train'}/a/x{n}x.jpg": data for n, data in enumerate(pictures)}
    advice = found(write_files(tmp_path, files))["nearly-same-picture"]
    assert len(advice.files) == 10
    assert len(compared) == 10 * 3


def test_plain_pictures_are_not_taken_for_each_other(tmp_path: Path) -> None:
    files = {
        f"{split}/a/{split}{level}x.png": encoded(np.full((40, 40, 3), level + shift, np.uint8), "PNG")
        for split, shift in (("train", 0), ("val", 1))
        for level in range(20, 220, 40)
    }
    assert found(write_files(tmp_path, files)) == {}


def test_photographs_under_one_sky_are_not_taken_for_each_other(tmp_path: Path) -> None:
    files = {
        f"{'train' if number % 2 else 'val'}/a/p{number}x.png": encoded(scene(number), "PNG")
        for number in range(30)
    }
    assert found(write_files(tmp_path, files)) == {}


def test_real_photographs_of_the_sample_are_all_different(tmp_path: Path) -> None:
    photographs = sorted(sample_dataset().rglob("*.jpg"))[::5]
    files = {}
    for number, path in enumerate(photographs):
        files[f"{'train' if number % 2 else 'val'}/a/{path.name}"] = path.read_bytes()
    root = write_files(tmp_path, files)
    assert found(root) == {}
    again = encoded(np.ascontiguousarray(read_image(photographs[1])[::2, ::2]), "JPEG", quality=50)
    write_files(root, {"val/a/again.jpg": again})
    assert found(root)["nearly-same-picture"].files == (
        (f"train/a/{photographs[1].name}", "val/a/again.jpg"),
    )


def test_copies_in_another_split_than_their_original_are_found(parts: Path) -> None:
    write_files(parts, {"val/a/t1x__aug001.png": encoded(smooth(80), "PNG")})
    assert found(parts)["copy-and-original"].files == (("val/a/t1x__aug001.png",),)


def test_a_copy_is_not_of_a_picture_of_another_class_with_the_same_name(parts: Path) -> None:
    write_files(parts, {"val/b/t1x__aug001.png": encoded(smooth(80), "PNG")})
    assert "copy-and-original" not in found(parts)


def test_copies_without_their_original_in_several_splits_are_found(parts: Path) -> None:
    files = ("train/a/gone__aug001.png", "val/a/gone__aug002.png")
    write_files(parts, {file: encoded(smooth(number), "PNG") for number, file in enumerate(files, 80)})
    write_files(
        parts, {f"val/a/left__aug00{number}.png": encoded(smooth(90 + number), "PNG") for number in (1, 2)}
    )
    assert found(parts)["copies-across-splits"].files == (files,)


def test_series_of_names_that_are_torn_apart_are_told(tmp_path: Path) -> None:
    files = {
        f"{'train' if number else 'val'}/{'ab'[patient % 2]}/patient{patient}_{number}.png": encoded(
            (smooth(patient) // 2 + smooth(100 + 10 * patient + number) // 2), "PNG"
        )
        for patient in range(12)
        for number in range(3)
    }
    advice = found(write_files(tmp_path, files))["groups-across-splits"]
    assert advice.severity is Severity.LIKELY_WRONG
    assert (advice.figures["series"], advice.figures["crossing"]) == (12, 12)
    assert advice.figures["within"] < 0.8 * advice.figures["between"]
    assert advice.files[0] == tuple(sorted(advice.files[0], key=lambda key: (key.startswith("val"), key)))


def alike(first: int, second: int) -> Image:
    """A picture of which half is from one that others have in common."""
    return smooth(first) // 2 + smooth(second) // 2


def test_one_series_of_four_pictures_that_is_torn_is_told(parts: Path) -> None:
    places = ("train", "train", "train", "test")
    clip = {
        f"{split}/a/clip7_{number:04d}.png": encoded(alike(500, 600 + number), "PNG")
        for number, split in enumerate(places)
    }
    advice = found(write_files(parts, clip))["groups-across-splits"]
    assert advice.severity is Severity.LIKELY_WRONG
    assert advice.reason.startswith("1 of 1 series of names, as clip7, lies in several splits")
    assert sorted(advice.files[0]) == sorted(clip)


def test_a_torn_series_whose_pictures_are_not_alike_is_a_note(parts: Path) -> None:
    clip = {
        f"{'val' if number else 'train'}/a/clip7_{number}.png": encoded(smooth(600 + number), "PNG")
        for number in range(4)
    }
    advice = found(write_files(parts, clip))
    assert set(advice) == {"groups-across-splits"}
    assert advice["groups-across-splits"].severity is Severity.NOTE


@pytest.mark.parametrize("names", ["abcdefghijkl", range(20240110, 20240122)])
@pytest.mark.parametrize("are_alike", [True, False])
def test_words_and_days_are_series_only_where_pictures_are_alike(
    parts: Path, names: Iterable[object], are_alike: bool
) -> None:
    files = {}
    for place, name in enumerate(names):
        for number in range(3):
            picture = smooth(700 + 10 * place + number)
            if are_alike:
                picture = picture // 4 + smooth(500 + place) // 4 * 3
            files[f"{'train' if number else 'val'}/a/{name}_{number}.png"] = encoded(picture, "PNG")
    told_of = found(write_files(parts, files))
    assert set(told_of) - {"nearly-same-picture"} == ({"groups-across-splits"} if are_alike else set())


def test_numbers_that_count_a_class_or_all_pictures_are_no_series(tmp_path: Path) -> None:
    files = {
        f"{'train' if number % 3 else 'val'}/{name}/{stem}_{number}.png": encoded(
            smooth(50 * place + number), "PNG"
        )
        for place, (name, stem) in enumerate((("cat", "cat"), ("dog", "IMG"), ("owl", "Owl")))
        for number in range(9)
    }
    assert found(write_files(tmp_path, files)) == {}


def test_series_within_one_split_are_fine(tmp_path: Path) -> None:
    files = {
        f"{'train' if patient % 3 else 'val'}/a/patient{patient}_{number}.png": encoded(
            smooth(10 * patient + number), "PNG"
        )
        for patient in range(12)
        for number in range(2)
    }
    assert found(write_files(tmp_path, files)) == {}


def test_an_undivided_dataset_has_nothing_in_common(tmp_path: Path) -> None:
    picture = encoded(smooth(1), "PNG")
    assert found(write_files(tmp_path, {"a/1x.png": picture, "b/2x.png": picture})) == {}


@pytest.fixture
def exported(parts: Path, tmp_path: Path) -> Path:
    """An export of the parts with two copies of each picture for training."""
    job = ExportJob(parts, tmp_path / "out", Pipeline.of([Rotate()]), ExportOptions(copies=2))
    run_export(job, RunOptions(workers=1))
    return tmp_path / "out"


def test_an_export_as_it_was_written_leaks_nothing(exported: Path) -> None:
    assert found(exported, exported) == {}


def test_a_copy_with_another_name_in_another_split_is_told_by_the_manifest(exported: Path) -> None:
    (exported / "train/a/t1x__aug001.png").rename(exported / "val/a/photo.png")
    assert found(exported) == {}, "neither its name nor its likeness tells it"
    advice = found(exported, exported)
    assert advice["recorded-copies-across-splits"].files == (("train/a/t1x.png", "val/a/photo.png"),)
    assert advice["recorded-copies-across-splits"].severity is Severity.LIKELY_WRONG
    assert advice["copies-as-input"].files == (("val/a/photo.png",),)
    assert len(advice) == 2


def test_copies_taken_into_a_folder_of_ones_own_are_told_once(parts: Path, exported: Path) -> None:
    for number in (1, 2):
        copied = (exported / f"train/a/t{number}x__aug001.png").read_bytes()
        write_files(parts, {f"val/a/t{number}x__aug001.png": copied})
    advice = found(parts, exported)
    assert set(advice) == {"recorded-copies-across-splits", "copies-as-input"}
    assert advice["copies-as-input"].reason.startswith("2 of 14 pictures are augmented copies")


def test_an_original_in_two_splits_is_the_same_picture_and_no_copy(parts: Path, exported: Path) -> None:
    write_files(parts, {"val/a/t1x.png": (exported / "train/a/t1x.png").read_bytes()})
    assert set(found(parts, exported)) == {"same-picture"}


def test_copies_are_told_as_input_of_an_undivided_dataset(exported: Path, tmp_path: Path) -> None:
    names = ("t0x.png", "t1x__aug001.png")
    files = {f"mine/{name}": (exported / "train/a" / name).read_bytes() for name in names}
    advice = found(write_files(tmp_path / "own", files), exported)
    assert set(advice) == {"copies-as-input"}
    assert advice["copies-as-input"].files == (("mine/t1x__aug001.png",),)
    assert advice["copies-as-input"].severity is Severity.NOTE


def test_exports_are_found_around_a_dataset_and_in_it(exported: Path, tmp_path: Path) -> None:
    assert exports_about(exported, ()) == (exported,)
    assert exports_about(exported / "train" / "a", ("t1x.png",)) == (exported,)
    assert exports_about(tmp_path, ("out/train/a/t1x.png", "out/val/a/v1x.png")) == (exported,)
    assert exports_about(tmp_path, ("set/train/a/t1x.png",)) == ()


def test_reading_a_manifest_can_be_stopped(exported: Path) -> None:
    answers = iter((False, False, True))
    assert len(recorded_origins([exported], lambda: next(answers))) == 2
    assert len(recorded_origins([exported])) == 8 + 8 * 2 + 4


def test_the_command_reads_the_manifests(parts: Path, exported: Path) -> None:
    (exported / "train/a/t1x__aug001.png").rename(exported / "val/a/photo.png")
    result = told("check", exported)
    assert result.exit_code == 1
    assert "train/a/t1x.png and val/a/photo.png" in result.stdout
    write_files(parts, {"train/a/more.png": (exported / "train/a/t2x__aug002.png").read_bytes()})
    assert "copies-as-input" not in told("check", parts).stdout
    result = told("check", parts, "--export", exported)
    assert "1 of 13 pictures is an augmented copy, by an export's manifest" in result.stdout
    assert "is not an export" in refused("check", parts, "--export", parts)


def test_the_command_names_both_files(parts: Path) -> None:
    write_files(parts, {"val/a/other.png": encoded(smooth(3), "PNG")})
    result = told("check", parts)
    assert result.exit_code == 1
    first, example, files = result.stdout.splitlines()[:3]
    assert first.startswith("splits, likely wrong (same-picture): 1 picture lies in several splits")
    assert example == "    as in train/a/t3x.png"
    assert files == "    train/a/t3x.png and val/a/other.png"

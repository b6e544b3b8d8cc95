"""Copies into which other pictures are mixed keep all promises that others keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio.core.image import Image, pixels_digest, size_of
from augstudio.core.labels import Box, Labels
from augstudio.core.step import Step
from augstudio.datasets.base import only_samples
from augstudio.datasets.formats import open_dataset
from augstudio.datasets.label_reading import ImageInfo
from augstudio.datasets.layout import Stated
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError
from augstudio.export import ExportJob, RunOptions, run_export
from augstudio.export.engines.serial import run_serially
from augstudio.export.reading.reader import OpenedExport
from augstudio.export.reading.verify import Verification, shown
from augstudio.images.codec import decode
from augstudio.pipelines import Pipeline
from augstudio.preview.partners import PartnerReading
from augstudio.render.labels import relabel
from augstudio.render.partners import GivenPartners
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve, resolve_recorded
from augstudio.transforms import HorizontalFlip, Mixup, Mosaic
from tests.commands import told
from tests.datasets.yolo_folders import write_yolo
from tests.export.jobs import job_for, manifest, sent, shuffled, unfinish
from tests.folders import contents, encoded, write_files
from tests.pictures import noise_picture

MIXING = Pipeline.of((HorizontalFlip(), Mosaic()))


def yolo(root: Path) -> Path:
    """Six pictures for training and two for validation, each with two boxes."""
    files: dict[str, str | bytes | None] = {}
    for number in range(8):
        split = "val" if number > 5 else "train"
        picture = noise_picture(40 + 5 * number, 50 - 3 * number, seed=number)
        files[f"images/{split}/{number}.png"] = encoded(picture, "PNG")
        files[f"labels/{split}/{number}.txt"] = f"0 0.3 0.4 0.2 0.5\n1 0.7 0.{number + 1} 0.4 0.1\n"
    return write_yolo(root, files)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return yolo(tmp_path_factory.mktemp("mixing") / "in")


@pytest.fixture(scope="module")
def out(dataset: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of it."""
    folder = tmp_path_factory.mktemp("mixed") / "out"
    report = run_export(job_for(dataset, folder, MIXING), RunOptions(workers=1))
    assert not report.skipped
    return folder


def partners(line: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [partner for draw in line["draws"] for partner in draw["draw"].get("partners", ())]


def labelled(dataset: Path, split: str, *, copies: bool = False) -> dict[str, tuple[Image, Labels | None]]:
    """The pictures of a split with their labels."""
    opened = open_dataset(dataset, Stated(include_copies=copies))
    found: dict[str, tuple[Image, Labels | None]] = {}
    for sample in only_samples(opened.samples()):
        image, source = opened.read(sample), opened.label_source(sample)
        if sample.split == split and source is not None:
            found[sample.key] = image, source.read(ImageInfo(size_of(image))).labels
    return found


def test_the_manifest_names_the_pictures_that_were_mixed_in_of_the_same_split_alone(
    dataset: Path, out: Path
) -> None:
    lines = manifest(out)
    copies = [line for line in lines if line["copy"]]
    assert len(copies) == 12
    for line in copies:
        named = partners(line)
        assert len(named) == 3
        for partner in named:
            assert partner["key"] != line["key"]
            assert partner["key"].startswith("images/train/")
            image = decode((dataset / partner["key"]).read_bytes()).image
            assert (partner["width"], partner["height"]) == size_of(image)
    assert len({tuple(p["key"] for p in partners(line)) for line in copies}) > 8


def test_pixels_and_labels_are_those_of_the_named_pictures(dataset: Path, out: Path) -> None:
    pictures, classes = labelled(dataset, "train"), open_dataset(dataset).categories
    written, others = labelled(out, "train", copies=True), GivenPartners(pictures)
    assert classes is not None
    for line in (line for line in manifest(out) if line["copy"]):
        image, labels = pictures[line["key"]]
        assert labels is not None
        resolved = resolve_recorded(MIXING, size_of(image), line["draws"])
        made, found = written[line["file"]]
        assert np.array_equal(render(image, resolved, partners=others), made)
        assert pixels_digest(made) == line["pixels"]
        moved = relabel(labels, resolved, MIXING.labels, classes, others).labels
        assert found is not None
        assert len(found.instances) > 2
        for one, other in zip(moved.instances, found.instances, strict=True):
            assert one.category == other.category
            assert isinstance(one.shape, Box)
            assert isinstance(other.shape, Box)
            assert np.allclose(one.shape.corners, other.shape.corners, atol=1e-4)


def test_neither_order_nor_process_nor_an_interruption_changes_a_byte(
    dataset: Path, out: Path, tmp_path: Path
) -> None:
    expected = contents(out)

    def elsewhere(job: ExportJob, given: Any, control: Any) -> Any:
        return run_serially(sent(job), iter(sent(list(given))), control)

    for number, engine in enumerate((shuffled, elsewhere)):
        job = job_for(dataset, tmp_path / str(number), MIXING)
        run_export(job, RunOptions(engine=engine))
        assert contents(job.out) == expected
    unfinish(job.out)
    for file in sorted(job.out.rglob("*__aug001.*"))[:5]:
        file.unlink()
    report = run_export(job, RunOptions(workers=1))
    assert contents(job.out) == expected
    assert 0 < report.written < 12


@pytest.mark.parametrize("what", ["picture", "labels"])
def test_a_changed_picture_is_told_by_name_and_changes_what_it_was_mixed_into(
    what: str, tmp_path: Path
) -> None:
    source = yolo(tmp_path / "in")
    job = job_for(source, tmp_path / "out", MIXING)
    run_export(job, RunOptions(workers=1))
    before = {line["file"]: line for line in manifest(job.out)}
    key = "images/train/3.png"
    if what == "picture":
        (source / key).write_bytes(encoded(noise_picture(55, 41, seed=77), "PNG"))
    else:
        (source / "labels/train/3.txt").write_text("0 0.5 0.5 0.5 0.5\n")
    told = "the picture" if what == "picture" else "the labels of the picture"
    faults = [shown(fault) for fault in Verification(job.out, source).differences()]
    mixed = [line["file"] for line in before.values() if key in [p["key"] for p in partners(line)]]
    assert 0 < len(mixed) < 12
    own = sum(line["key"] == key for line in before.values())
    assert sum(f"{told} {key}, which is mixed in, changed" in fault for fault in faults) == len(mixed)
    assert len(faults) == len(mixed) + own
    run_export(job, RunOptions(workers=1))
    changed = {line["file"] for line in manifest(job.out) if line != before[line["file"]]}
    assert changed == {*mixed, *(file for file, line in before.items() if line["key"] == key)}
    assert not list(Verification(job.out, source).differences())


def test_a_picture_that_cannot_be_mixed_in_is_named(tmp_path: Path) -> None:
    source = yolo(tmp_path / "in")
    (source / "images/train/3.png").write_bytes(b"no picture")
    report = run_export(job_for(source, tmp_path / "out", MIXING), RunOptions(workers=1))
    reasons = {skipped.name: skipped.reason for skipped in report.skipped}
    assert "images/train/3.png" in reasons
    mixed = [reason for key, reason in reasons.items() if key != "images/train/3.png"]
    assert mixed
    assert all(
        reason.startswith("the picture images/train/3.png, which is mixed in, cannot") for reason in mixed
    )
    assert len(reasons) < 6


def test_an_output_is_made_again_from_its_line(dataset: Path, out: Path, tmp_path: Path) -> None:
    assert not list(Verification(out, dataset).differences())
    line = next(line for line in manifest(out) if line["copy"] == 2)
    number = manifest(out).index(line) + 1
    given = ("render", dataset / line["key"], "--from-manifest", f"{out}/manifest.jsonl:{number}")
    result = told(*given, "-o", tmp_path / "again.png")
    assert result.exit_code == 2
    assert "--dataset" in result.output
    result = told(*given, "-o", tmp_path / "again.png", "--dataset", dataset)
    assert result.exit_code == 0, result.output
    assert "the manifest's pixels and labels" in result.output
    assert pixels_digest(decode((tmp_path / "again.png").read_bytes()).image) == line["pixels"]
    by_key = ("--seed", 0, "--key", line["key"], "--copy", 2, "--pipeline", out / "augstudio.json")
    result = told("render", given[1], *by_key, "-o", tmp_path / "by.png", "--dataset", dataset)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "by.png").read_bytes() == (tmp_path / "again.png").read_bytes()


def test_an_output_without_labels_is_made_again_whether_pictures_were_mixed_in_or_not(tmp_path: Path) -> None:
    picture = {f"{name}.png": encoded(noise_picture(12, 12, seed=ord(name)), "PNG") for name in "abcd"}
    source = write_files(tmp_path / "in", picture)
    sometimes = Pipeline(steps=(Step(id=1, transform=Mixup(), probability=0.5),))
    job = job_for(source, tmp_path / "out", sometimes, copies=2)
    run_export(job, RunOptions(workers=1))
    lines = manifest(job.out)
    places = {bool(line["copy"]) + bool(partners(line)): number for number, line in enumerate(lines, start=1)}
    assert sorted(places) == [0, 1, 2]
    for mixed, number in places.items():
        line = ("--from-manifest", f"{job.out}/manifest.jsonl:{number}", "-o", tmp_path / "again.png")
        given = ("render", source / lines[number - 1]["key"], *line)
        for named in (("--dataset", source), *(() if mixed == 2 else ((),))):
            result = told(*given, *named)
            assert result.exit_code == 0, result.output
            assert "the manifest's pixels" in result.output


def test_a_folder_of_classes_refuses_to_be_mixed_before_anything_is_written(tmp_path: Path) -> None:
    picture = encoded(noise_picture(20, 20), "PNG")
    source = write_files(tmp_path / "in", {f"{name}/1.png": picture for name in ("cat", "dog")})
    with pytest.raises(
        ExportError, match="the step mosaic mixes pictures of several classes, which a folder"
    ):
        run_export(job_for(source, tmp_path / "out", MIXING), RunOptions(workers=1))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("is_labelled", [False, True], ids=["folder", "yolo"])
def test_a_dataset_that_is_divided_is_mixed_within_each_part(is_labelled: bool, tmp_path: Path) -> None:
    names = [f"{number}.png" for number in range(12)]
    files = {f"images/{name}": encoded(noise_picture(9, 9, seed=int(name[:-4])), "PNG") for name in names}
    rows = {f"labels/{name[:-4]}.txt": b"0 0.5 0.5 0.5 0.5\n" for name in names}
    data = {"data.yaml": b"path: .\ntrain: images\nnames: [cat]\n"}
    source = write_files(tmp_path / "in", {**files, **rows, **data} if is_labelled else files)
    given = {"divide": "60/40", "splits": (Split.TRAIN, Split.VAL), "copies": 2}
    job = job_for(source, tmp_path / "out", MIXING, **given)
    report = run_export(job, RunOptions(workers=1))
    assert any("mosaic mixes in pictures of the same part of the division" in note for note in report.notes)
    lines = manifest(job.out)
    side_of = {line["key"]: line["file"].rpartition("/")[0] for line in lines}
    assert sorted(Counter(side_of.values()).values()) == [5, 7]
    copies = [line for line in lines if line["copy"]]
    assert len(copies) == 24
    for line in copies:
        assert {side_of[partner["key"]] for partner in partners(line)} == {side_of[line["key"]]}
    assert not list(Verification(job.out, source).differences())
    shuffling = job_for(source, tmp_path / "again", MIXING, **given)
    run_export(shuffling, RunOptions(engine=shuffled))
    assert contents(shuffling.out) == contents(job.out)
    line = copies[-1]
    by_key = ("--key", line["key"], "--copy", line["copy"], "--pipeline", job.out / "augstudio.json")
    result = told("render", source / line["key"], *by_key, "-o", tmp_path / "by.png", "--dataset", source)
    assert result.exit_code == 0, result.output
    assert pixels_digest(decode((tmp_path / "by.png").read_bytes()).image) == line["pixels"]
    opened = OpenedExport(job.out, source)
    shown_copy = next(item for item in only_samples(opened.samples()) if item.key == line["file"])
    others = PartnerReading().of(opened, shown_copy)
    assert others is not None
    again = resolve(MIXING, (9, 9), seed=0, key=line["key"], copy=line["copy"], partners=others)
    chosen = partners({"draws": [draw.to_dict() for draw in again.draws]})
    assert [partner["key"] for partner in chosen] == [partner["key"] for partner in partners(line)]


def test_a_table_holds_the_shares_of_classes(tmp_path: Path) -> None:
    files = {f"{name}.png": encoded(noise_picture(20, 20), "PNG") for name in "abcde"}
    table = "file,label\n" + "".join(f"{name}.png,class {name}\n" for name in "abcde")
    source = write_files(tmp_path / "in", {**files, "labels.csv": table.encode()})
    job = job_for(source, tmp_path / "out", MIXING, copies=1)
    run_export(job, RunOptions(workers=1))
    written = open_dataset(job.out)
    for sample in only_samples(written.samples()):
        label_source = written.label_source(sample)
        assert label_source is not None
        labels = label_source.read(ImageInfo((20, 20))).labels
        assert labels is not None
        assert labels.tags is not None
        assert sum(share for _, share in labels.tags.weights) == pytest.approx(1, abs=1e-5)
        assert len(labels.tags.weights) == (4 if "aug" in sample.key else 1)
    job = job_for(source, tmp_path / "voc", MIXING, to_format="voc")
    with pytest.raises(ExportError, match=r"and Pascal VOC cannot hold their shares; .* choose csv or hf"):
        run_export(job, RunOptions(workers=1))


def test_a_chosen_picture_gets_the_partners_that_it_has_among_all(
    dataset: Path, out: Path, tmp_path: Path
) -> None:
    key = "images/train/2.png"
    run_export(job_for(dataset, tmp_path, MIXING, only=(key,)), RunOptions(workers=1))
    names = [name for name in contents(tmp_path) if "2__aug" in name]
    assert len(names) == 4  # copies and their labels
    for name in names:
        assert (tmp_path / name).read_bytes() == (out / name).read_bytes()

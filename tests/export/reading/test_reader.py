"""A finished export is a dataset of its outputs, each with its source and its recorded draws."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from augstudio.datasets.base import Skipped
from augstudio.datasets.file_state import MISSING, file_state
from augstudio.datasets.splits import Split
from augstudio.errors import ExportError, ImageError
from augstudio.export import RunOptions, run_export
from augstudio.export.reading.outputs import OutputSample
from augstudio.export.reading.reader import OpenedExport, is_export, open_export
from augstudio.images.codec import decode, encode
from augstudio.images.reading import read_image, read_thumbnail
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve_recorded
from tests.export.jobs import job_for, manifest
from tests.folders import contents, encoded, write_files
from tests.pictures import smooth_picture

KEYS = ["train/cat/1.png", "train/cat/2.jpg", "train/dog/1.png", "val/dog/3.png"]


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    files = {
        key: encoded(np.roll(smooth_picture(40, 30), 5 * place, axis=1), "JPEG" if "jpg" in key else "PNG")
        for place, key in enumerate(KEYS)
    }
    return write_files(tmp_path / "in", files)


def exported(dataset: Path, **options: Any) -> Path:
    out = dataset.parent / "out"
    run_export(job_for(dataset, out, **options), RunOptions(workers=1))
    return out


def outputs(opened: OpenedExport) -> list[OutputSample]:
    return [item for item in opened.samples() if isinstance(item, OutputSample)]


def test_the_outputs_are_listed_as_the_manifest_has_them(dataset: Path) -> None:
    out = exported(dataset, seed=7)
    before = contents(dataset.parent)
    opened = OpenedExport(out, dataset)
    assert (opened.seed, opened.pipeline, opened.has_splits) == (7, job_for(dataset, out).pipeline, True)
    listed, lines = outputs(opened), manifest(out)
    assert [(item.key, item.source_key, item.copy) for item in listed] == [
        (line["file"], line["key"], line["copy"]) for line in lines
    ]
    assert {(item.class_name, item.split) for item in listed} == {
        ("cat", Split.TRAIN),
        ("dog", Split.TRAIN),
        ("dog", Split.VAL),
    }
    for item, line in zip(listed, lines, strict=True):
        assert item.origin == line["key"]
        assert item.path == dataset / line["key"]
        assert opened.outputs.output(item).sha256 == line["sha256"]
        for pictures, file in ((opened, dataset / line["key"]), (opened.outputs, out / line["file"])):
            assert np.array_equal(pictures.read(item), read_image(file))
            assert np.array_equal(pictures.thumbnail(item, 20), read_thumbnail(file, 20))
            assert pictures.read_bytes(item) == file.read_bytes()
            assert pictures.state(item) == file_state(file)
    assert contents(dataset.parent) == before


def test_only_names_and_places_are_kept(dataset: Path) -> None:
    sample = outputs(OpenedExport(exported(dataset), dataset))[1]
    assert not hasattr(sample, "__dict__")
    kept = [getattr(sample, name) for name in OutputSample.__dataclass_fields__]
    assert all(isinstance(value, str | int | Path) or value == () for value in kept)


@pytest.mark.parametrize("kind", ["png", "tiff", "jpeg", "webp"])
def test_outputs_are_made_again_from_what_their_lines_drew(dataset: Path, kind: str) -> None:
    out = exported(dataset, format=kind)
    opened = OpenedExport(out, dataset)
    for sample in outputs(opened):
        draws = opened.draws(sample)
        assert draws.copy == sample.copy
        assert draws.fit(opened.pipeline, opened.seed, sample.copy)
        image = opened.read(sample)
        size = image.shape[1], image.shape[0]
        again = render(image, resolve_recorded(opened.pipeline, size, draws.draws))
        found = opened.compare(sample)
        assert found.reasons == ()
        file = decode((out / sample.key).read_bytes()).image
        distance = float(np.abs(file.astype(int) - again).mean())
        assert found.distance == pytest.approx(distance)
        assert (distance == 0) == (kind in ("png", "tiff"))


def test_draws_fit_where_nothing_but_the_padding_differs(dataset: Path) -> None:
    opened = OpenedExport(exported(dataset), dataset)
    draws = opened.draws(outputs(opened)[1])
    padding = opened.pipeline.padding.model_copy(update={"mode": "wrap"})
    assert draws.fit(opened.pipeline.with_padding(padding), 0, 1)
    assert not draws.fit(opened.pipeline.with_steps(opened.pipeline.steps[1:]), 0, 1)
    assert not draws.fit(opened.pipeline, 1, 1)
    assert not draws.fit(opened.pipeline, 0, 2)


def test_what_changed_since_is_told(dataset: Path) -> None:
    out = exported(dataset, format="png")
    opened = OpenedExport(out, dataset)
    first, second, third = outputs(opened)[:3]
    picture = smooth_picture(40, 30)
    (out / second.key).write_bytes(encode(picture, "png"))
    assert opened.compare(second).reasons == ("the file is not the one that was exported",)
    assert opened.compare(first).reasons == ()
    (dataset / "train/cat/1.png").write_bytes(encode(picture[::-1], "png"))
    assert opened.compare(third).reasons == (
        "the source is not the file it was made from",
        "the pixels are not those of the manifest",
    )
    with pytest.raises(ImageError, match=r"its source train/cat/1\.png changed since the export"):
        opened.read(first)
    with pytest.raises(ImageError, match=r"its source train/cat/1\.png changed since the export"):
        opened.thumbnail(first, 10)
    (dataset / "train/cat/1.png").unlink()
    for look in (opened.read, opened.compare, lambda sample: opened.thumbnail(sample, 10)):
        with pytest.raises(ImageError, match=r"its source train/cat/1\.png is missing in "):
            look(first)
    assert opened.reduced(first, 10) is None
    with pytest.raises(ImageError, match=r"the folder of the pictures .* is not known"):
        OpenedExport(out).read(first)


def test_damaged_lines_are_left_out(dataset: Path) -> None:
    out = exported(dataset)
    path = out / "manifest.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    outside = json.dumps({**json.loads(lines[2]), "file": "../../secret.png"})
    path.write_text("\n".join([lines[0], "{", outside, *lines[3:]]) + "\n", encoding="utf-8")
    found = list(OpenedExport(out, dataset).samples())
    assert [item for item in found if isinstance(item, Skipped)] == [
        Skipped("manifest.jsonl:2", "the line is damaged"),
        Skipped("manifest.jsonl:3", "the line is damaged"),
    ]
    assert len(found) == len(lines)


def test_a_manifest_that_changed_is_noticed(dataset: Path) -> None:
    out = exported(dataset)
    opened = OpenedExport(out, dataset)
    last = outputs(opened)[-1]
    path = out / "manifest.jsonl"
    path.write_bytes(b"\n" + path.read_bytes())
    for look in (opened.outputs.output, opened.draws, opened.read, opened.compare):
        with pytest.raises(ImageError, match="the manifest changed since the export was opened"):
            look(last)


def test_the_sources_are_found_by_their_contents(dataset: Path, tmp_path: Path) -> None:
    out = exported(dataset)
    other = write_files(tmp_path / "other", dict.fromkeys(KEYS, b"something else"))
    assert open_export(out).sources is None
    assert open_export(out, [tmp_path / "missing", other]).sources is None
    found = open_export(out, [other, dataset]).sources
    assert found is not None
    assert found.root == dataset


def test_nothing_is_told_of_sources_that_are_not_known(dataset: Path) -> None:
    opened = OpenedExport(exported(dataset))
    for item in outputs(opened):
        assert opened.state(item) == MISSING
        with pytest.raises(ImageError, match="not known"):
            opened.read(item)


def test_a_source_that_changed_is_not_drafted_either(dataset: Path) -> None:
    (dataset / KEYS[1]).write_bytes(encoded(smooth_picture(640, 480), "JPEG"))
    opened = OpenedExport(exported(dataset), dataset)
    item = next(item for item in outputs(opened) if item.origin == KEYS[1])
    found = opened.reduced(item, 100)
    assert found is not None
    assert found[1] == (640, 480)
    (dataset / KEYS[1]).write_bytes(encoded(smooth_picture(700, 480), "JPEG"))
    with pytest.raises(ImageError, match="changed since the export"):
        opened.reduced(item, 100)


def test_what_is_no_finished_export_is_refused(dataset: Path, tmp_path: Path) -> None:
    assert not is_export(dataset)
    with pytest.raises(ExportError, match="is not an export"):
        open_export(dataset)
    job = job_for(dataset, tmp_path / "torn")
    seen: list[Any] = []
    run_export(job, RunOptions(workers=1), on_progress=seen.append, cancelled=lambda: len(seen) > 1)
    assert not is_export(tmp_path / "torn")
    with pytest.raises(ExportError, match="is not finished; run the same export again"):
        open_export(tmp_path / "torn")


def test_nothing_is_written_where_nothing_may_be(dataset: Path) -> None:
    out = exported(dataset)
    for folder, _, files in os.walk(out):
        for name in files:
            Path(folder, name).chmod(0o444)
    before = contents(out)
    opened = open_export(out, [dataset])
    for sample in outputs(opened):
        opened.compare(sample)
    assert contents(out) == before

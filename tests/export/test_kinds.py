"""Kinds of picture that are only read, and names that say something else than the file."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.export import RunOptions, run_export
from augstudio.export.estimate import estimate_export
from augstudio.images.codec import decode
from augstudio.images.formats import FORMATS, WRITTEN_FORMATS
from augstudio.pipelines import Pipeline
from tests.export.jobs import job_for, manifest
from tests.folders import encoded, write_files
from tests.pictures import smooth_picture

PICTURE = smooth_picture(40, 30)
READ_ONLY = {kind.suffixes[0]: kind.pillow for kind in FORMATS.values() if not kind.written}


def test_some_kinds_are_only_read() -> None:
    assert {*READ_ONLY} >= {".gif", ".avif", ".jp2"}
    assert {*WRITTEN_FORMATS} == {"jpeg", "png", "webp", "tiff", "bmp", "ppm"}


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    files = {f"cat/{suffix[1:]}{suffix}": encoded(PICTURE, name) for suffix, name in READ_ONLY.items()}
    return write_files(tmp_path / "in", files)


def test_a_kind_that_is_only_read_becomes_png_where_it_is_kept(dataset: Path, tmp_path: Path) -> None:
    files = {
        f"dog/{suffix[1:]}{suffix.upper()}": encoded(PICTURE, name) for suffix, name in READ_ONLY.items()
    }
    job = job_for(write_files(dataset, files), tmp_path / "out", Pipeline(), copies=1)
    assert run_export(job, RunOptions(workers=1)).skipped == ()
    for line in manifest(tmp_path / "out"):
        source = decode((dataset / line["key"]).read_bytes()).image
        data = (tmp_path / "out" / line["file"]).read_bytes()
        assert line["file"].endswith(".png")
        with Pillow.open(io.BytesIO(data)) as written:
            assert written.format == "PNG"
            np.testing.assert_array_equal(np.asarray(written), source)
    assert len(manifest(tmp_path / "out")) == 4 * len(READ_ONLY)


def test_it_is_said_before(dataset: Path, tmp_path: Path) -> None:
    names = ", ".join(sorted(f"cat/{suffix[1:]}{suffix}" for suffix in READ_ONLY)[:3])
    for chosen, said in (("keep", 1), ("png", 0), ("jpeg", 0)):
        found = estimate_export(job_for(dataset, tmp_path / "out", format=chosen))
        assert found is not None
        told = [note for note in found.notes if "become PNG" in note]
        assert len(told) == said
        assert all(f"kinds that are read, but not written, become PNG: {names}" in note for note in told)


def test_two_that_would_become_one_png_are_never_mixed_up(tmp_path: Path) -> None:
    files = {"a.gif": encoded(PICTURE, "GIF"), "a.png": encoded(PICTURE, "PNG")}
    report = run_export(job_for(write_files(tmp_path / "in", files), tmp_path / "out"), RunOptions(workers=1))
    (skipped,) = report.skipped
    assert (skipped.name, skipped.reason) == (
        "a.png",
        "its output a.png would replace that of a.gif; rename one of them",
    )


def test_what_is_written_is_what_its_name_says(tmp_path: Path) -> None:
    """What a source is, is told by its first bytes, whatever its name."""
    suffixes = [kind.suffixes[0] for kind in FORMATS.values()]
    files = {
        f"{inside}/{suffix[1:]}{suffix}": encoded(PICTURE, FORMATS[inside].pillow)
        for suffix in suffixes
        for inside in FORMATS
    }
    job = job_for(write_files(tmp_path / "in", files), tmp_path / "out", Pipeline(), copies=1)
    assert run_export(job, RunOptions(workers=1)).skipped == ()
    lines = manifest(tmp_path / "out")
    assert len(lines) == 2 * len(files)
    for line in lines:
        file = tmp_path / "out" / line["file"]
        with Pillow.open(file) as written:
            (kind,) = (kind for kind in FORMATS.values() if kind.pillow == written.format)
            assert file.suffix in kind.suffixes


def test_a_suffix_alone_makes_no_picture(tmp_path: Path) -> None:
    files = {f"{name}{kind.suffixes[0]}": b"\x7fELF and more" for name, kind in FORMATS.items()}
    files["right.png"] = encoded(PICTURE, "PNG")
    report = run_export(job_for(write_files(tmp_path / "in", files), tmp_path / "out"), RunOptions(workers=1))
    assert sorted(item.name for item in report.skipped) == sorted(files.keys() - {"right.png"})
    assert all(item.reason.startswith("not a picture of a known kind (JPEG, ") for item in report.skipped)

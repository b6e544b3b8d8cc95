from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from augstudio.core.image import Image, pixels_digest, size_of
from augstudio.datasets.base import Skipped
from augstudio.datasets.formats import reopened
from augstudio.errors import ImageError
from augstudio.export import ExportJob
from augstudio.export.files import LocalWorkspace
from augstudio.export.manifest import Output
from augstudio.export.rendering import render_task
from augstudio.export.run_task import Done, run_task
from augstudio.images.codec import decode, encode
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from tests.export.jobs import job_for, tasks
from tests.folders import contents, encoded, with_orientation, write_files
from tests.pictures import noise_picture, smooth_picture


def rendered(job: ExportJob) -> dict[str, tuple[Output, bytes]]:
    source = reopened(job.source)
    made = (item for task in tasks(job) for item in render_task(task, job, source))
    return {item.output.file: (item.output, item.image) for item in made}


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def expected(job: ExportJob, picture: Image, key: str, copy: int) -> Image:
    resolved = resolve(job.pipeline, size_of(picture), seed=job.options.seed, key=key, copy=copy)
    return render(picture, resolved)


def test_an_exported_png_holds_exactly_the_rendered_pixels(tmp_path: Path) -> None:
    pictures = {"cat/a.png": smooth_picture(60, 40), "b.png": noise_picture(33, 21, 4)}
    write_files(tmp_path / "in", {key: encoded(picture, "PNG") for key, picture in pictures.items()})
    job = job_for(tmp_path / "in", tmp_path / "out", seed=7)
    found = rendered(job)
    assert len(found) == 6
    for output, data in found.values():
        picture = expected(job, pictures[output.key], output.key, output.copy)
        assert np.array_equal(decode(data).image, picture)
        assert output.pixels == pixels_digest(picture)
        assert output.sha256 == sha256(data)
        assert (output.width, output.height) == size_of(picture)
        assert bool(output.draws) == (output.copy > 0)


def test_it_is_what_the_library_gives(tmp_path: Path) -> None:
    picture = smooth_picture(60, 40)
    write_files(tmp_path / "in", {"cat/a.png": encoded(picture, "PNG")})
    found = rendered(job_for(tmp_path / "in", tmp_path / "out", seed=3))
    made = Pipeline.default()(picture, seed=3, copy=2, key="cat/a.png")
    assert np.array_equal(decode(found["cat/a__aug002.png"][1]).image, made)


def test_an_upright_original_is_copied_byte_for_byte(tmp_path: Path) -> None:
    data = encoded(smooth_picture(60, 40), "JPEG", quality=70, comment=b"kept")
    write_files(tmp_path / "in", {"a.jpg": data})
    output, copied = rendered(job_for(tmp_path / "in", tmp_path / "out"))["a.jpg"]
    assert copied == data
    assert output.pixels == pixels_digest(decode(data).image)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_a_turned_original_is_written_upright_once(tmp_path: Path, kind: str) -> None:
    suffix = {"JPEG": "jpg", "TIFF": "tif"}[kind]
    data = with_orientation(smooth_picture(60, 40), kind, 6)
    write_files(tmp_path / "in", {f"a.{suffix}": data})
    output, copied = rendered(job_for(tmp_path / "in", tmp_path / "out"))[f"a.{suffix}"]
    found = decode(copied)
    assert (found.orientation, size_of(found.image)) == (1, (40, 60))
    assert output.pixels == pixels_digest(decode(data).image)


@pytest.mark.parametrize("name", ["jpeg", "png", "webp"])
def test_another_format_is_encoded_anew(tmp_path: Path, name: str) -> None:
    data = encoded(smooth_picture(60, 40), "JPEG")
    write_files(tmp_path / "in", {"a.jpg": data})
    found = rendered(job_for(tmp_path / "in", tmp_path / "out", format=name, quality=60))
    for _, written in found.values():
        assert decode(written).format == name
    original = next(written for output, written in found.values() if output.copy == 0)
    assert original == encode(decode(data).image, name, quality=60)


def test_kept_formats_follow_the_names(tmp_path: Path) -> None:
    kinds = {
        "a.jpg": "JPEG",
        "b.webp": "WEBP",
        "c.bmp": "BMP",
        "d.tiff": "TIFF",
        "e.ppm": "PPM",
        "f.png": "PNG",
    }
    write_files(
        tmp_path / "in", {name: encoded(smooth_picture(40, 30), kind) for name, kind in kinds.items()}
    )
    for output, data in rendered(job_for(tmp_path / "in", tmp_path / "out")).values():
        assert decode(data).format == kinds[output.key].lower()


def test_the_colour_profile_stays(tmp_path: Path) -> None:
    profile = bytes(16) + b"RGB " + bytes(200)
    write_files(tmp_path / "in", {"a.jpg": encoded(smooth_picture(60, 40), "JPEG", icc_profile=profile)})
    for name in ("keep", "png", "webp"):
        for _, data in rendered(job_for(tmp_path / "in", tmp_path / "out", format=name)).values():
            assert decode(data).icc_profile == profile


def test_transparency_and_jpeg_do_not_go_together(tmp_path: Path) -> None:
    write_files(tmp_path / "in", {"a.png": encoded(noise_picture(9, 9, 4), "PNG")})
    job = job_for(tmp_path / "in", tmp_path / "out", format="jpeg")
    LocalWorkspace(job.out).begin()
    result = run_task(tasks(job)[0], job)
    reason = "has transparency, which JPEG cannot hold; choose png, webp or tiff, or a background colour"
    assert result == Skipped("a.png", reason)


def test_a_sample_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_at_the_second(image: Image, *arguments: object, **options: object) -> bytes:
        encoded_before.append(image)
        if len(encoded_before) == 2:
            raise ImageError("too wide")
        return b"first"

    encoded_before: list[Image] = []
    write_files(tmp_path / "in", {"a.png": encoded(smooth_picture(30, 20), "PNG")})
    job = job_for(tmp_path / "in", tmp_path / "out")
    LocalWorkspace(job.out).begin()
    monkeypatch.setattr("augstudio.export.rendering.encode", fails_at_the_second)
    assert run_task(tasks(job)[0], job) == Skipped("a.png", "too wide")
    assert contents(job.out) == {}


def test_only_what_is_missing_or_torn_is_written_again(tmp_path: Path) -> None:
    write_files(tmp_path / "in", {"a.png": encoded(smooth_picture(30, 20), "PNG")})
    job = job_for(tmp_path / "in", tmp_path / "out")
    LocalWorkspace(job.out).begin()
    (task,) = tasks(job)
    first = run_task(task, job)
    assert isinstance(first, Done)
    assert first.written == 3
    LocalWorkspace(job.out).forget(task.key)
    whole = contents(job.out)
    assert run_task(task, job, first.outputs) == Done(first.outputs, 0)
    (job.out / "a__aug001.png").unlink()
    (job.out / "a__aug002.png").write_bytes(b"")
    assert run_task(task, job, first.outputs) == Done(first.outputs, 2)
    LocalWorkspace(job.out).forget(task.key)
    assert contents(job.out) == whole
    (tmp_path / "in" / "a.png").write_bytes(encoded(smooth_picture(31, 20), "PNG"))
    again = run_task(task, job, first.outputs)
    assert isinstance(again, Done)
    assert again.written == 3
    assert contents(job.out) != whole


def test_what_no_one_foresaw_is_a_reason_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **named: object) -> None:
        raise ZeroDivisionError("by nothing")

    write_files(tmp_path / "in", {"a.png": encoded(smooth_picture(30, 20), "PNG")})
    job = job_for(tmp_path / "in", tmp_path / "out")
    LocalWorkspace(job.out).begin()
    monkeypatch.setattr("augstudio.export.rendering.render", broken)
    result = run_task(tasks(job)[0], job)
    assert result == Skipped("a.png", "cannot be augmented: ZeroDivisionError: by nothing")
    assert contents(job.out) == {}

"""What is written is what its name says, and programs can read it."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.errors import ExportError
from augstudio.export.manifest import Output
from augstudio.export.options import ExportOptions
from augstudio.images.codec import decode
from tests.export.jobs import job_for
from tests.export.test_task import rendered
from tests.folders import encoded, write_files
from tests.images.notes import chunk, with_chunks
from tests.pictures import noise_picture, smooth_picture

PICTURE = smooth_picture(40, 30)
PROFILE = bytes(16) + b"RGB " + np.random.default_rng(0).bytes(2 << 20)


@pytest.mark.parametrize(("name", "kind"), [("a.png", "JPEG"), ("a.jpg", "PNG"), ("a.tif", "WEBP")])
def test_a_suffix_that_lies_is_made_true(tmp_path: Path, name: str, kind: str) -> None:
    write_files(tmp_path / "in", {name: encoded(PICTURE, kind)})
    for output, data in rendered(job_for(tmp_path / "in", tmp_path / "out")).values():
        assert output.file.endswith(Path(name).suffix)
        with Pillow.open(io.BytesIO(data)) as found:
            assert found.format == {".png": "PNG", ".jpg": "JPEG", ".tif": "TIFF"}[Path(name).suffix]


def test_a_profile_that_was_left_out_stands_in_the_record(tmp_path: Path) -> None:
    write_files(tmp_path / "in", {"a.tif": encoded(PICTURE, "TIFF", icc_profile=PROFILE)})
    for name, left_out in (("png", "colour profile"), ("tiff", ""), ("jpeg", "")):
        for output, data in rendered(job_for(tmp_path / "in", tmp_path / "out", format=name)).values():
            assert output.left_out == left_out
            assert decode(data).icc_profile == (None if left_out else PROFILE)
            assert ("left_out" in output.to_line()) is bool(left_out)
            assert Output.from_line(output.to_line().encode()) == output


@pytest.mark.parametrize("end", [False, True])
def test_an_original_that_programs_refuse_is_not_copied_as_it_is(tmp_path: Path, end: bool) -> None:
    png, note = encoded(PICTURE, "PNG"), chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(2 << 20)))
    data = png[:-12] + note + png[-12:] if end else with_chunks(png, note)
    write_files(tmp_path / "in", {"a.png": data, "b.png": png})
    outputs = rendered(job_for(tmp_path / "in", tmp_path / "out", copies=0))
    written = {output.file: data for output, data in outputs.values()}
    assert written["b.png"] == png
    with Pillow.open(io.BytesIO(written["a.png"])) as found:
        np.testing.assert_array_equal(np.asarray(found), PICTURE)


def test_a_background_belongs_to_the_options(tmp_path: Path) -> None:
    assert "background" not in ExportOptions().to_dict()
    assert ExportOptions(background="#aBcdef").to_dict()["background"] == "#aBcdef"
    write_files(tmp_path / "in", {"a.png": encoded(noise_picture(9, 9, 4), "PNG")})
    job = job_for(tmp_path / "in", tmp_path / "out", format="jpeg", background="#ffffff")
    assert all(decode(data).image.shape == (9, 9, 3) for _, data in rendered(job).values())
    for wrong in ("white", "#fff", "ffffff", "#gggggg", 7):
        with pytest.raises(ExportError, match="must be a colour such as #ffffff"):
            ExportOptions(background=wrong)  # type: ignore[arg-type]

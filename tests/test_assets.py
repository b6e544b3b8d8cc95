"""Reference files are read as they were chosen, or not at all."""

from __future__ import annotations

import struct
from pathlib import Path

import cv2
import numpy as np
import pytest

from augstudio.assets import pinned, read_reference, reference_file
from augstudio.core.reference import Reference
from augstudio.errors import PipelineError
from augstudio.kernels.reference import MAX_PICTURE_SIDE
from augstudio.transforms.reference_images import reference_picture, reference_with_alpha
from tests.faults.zoo import png_of
from tests.folders import encoded, with_orientation
from tests.pictures import noise_picture, smooth_picture


def written(path: Path, data: bytes) -> Reference:
    path.write_bytes(data)
    return Reference.of(path)


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    reference = written(tmp_path / "a.png", encoded(noise_picture(8, 6), "PNG"))
    assert read_reference(reference) == (tmp_path / "a.png").read_bytes()
    (tmp_path / "a.png").write_bytes(encoded(noise_picture(8, 6, seed=1), "PNG"))
    with pytest.raises(PipelineError, match="is no longer the one that was chosen"):
        read_reference(reference)
    assert read_reference(pinned(Reference(reference.path))) == (tmp_path / "a.png").read_bytes()


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_picture_is_read_as_rgb(tmp_path: Path, channels: int) -> None:
    image = noise_picture(9, 7, channels)
    if channels == 4:
        image[:, :, 3] |= 1  # visible everywhere
    picture = reference_picture(written(tmp_path / "p.png", encoded(image, "PNG")))
    np.testing.assert_array_equal(picture, np.repeat(image, 3, axis=2) if channels == 1 else image[:, :, :3])
    with pytest.raises(ValueError, match="read-only"):
        picture[0, 0] = 0


def test_what_a_picture_hides_is_not_used(tmp_path: Path) -> None:
    image = noise_picture(20, 30, 4)
    image[:, :, 3] = 0
    with pytest.raises(PipelineError, match="cannot be used: it is wholly transparent"):
        reference_picture(written(tmp_path / "nothing.png", encoded(image, "PNG")))
    image[5:10, 3:15, 3] = 255
    image[7, 8, 3] = 0
    reference = written(tmp_path / "part.png", encoded(image, "PNG"))
    picture, whole = reference_picture(reference), reference_with_alpha(reference)
    np.testing.assert_array_equal(whole[:, :, 3], image[5:10, 3:15, 3])
    visible = whole[:, :, 3] > 0
    np.testing.assert_array_equal(picture[visible], image[5:10, 3:15, :3][visible])
    assert np.max(np.abs(picture[2, 5] - picture[visible].mean(axis=0))) <= 0.5


def test_a_picture_is_upright_and_not_too_large(tmp_path: Path) -> None:
    upright = reference_picture(
        written(tmp_path / "o.jpg", with_orientation(smooth_picture(40, 20), "JPEG", 6))
    )
    assert upright.shape == (40, 20, 3)
    large = smooth_picture(2 * MAX_PICTURE_SIDE, 100)
    assert reference_picture(written(tmp_path / "l.png", encoded(large, "PNG"))).shape == (50, 1024, 3)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n nothing", b"words"])
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(PipelineError, match=r"the picture .*x\.png cannot be used: "):
        reference_picture(written(tmp_path / "x.png", data))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png_of(struct.pack(">IIBBBBB", 20_000, 20_000, 1, 0, 0, 0, 0)), "too large: 20000 x 20000"),
        (png_of(struct.pack(">IIBBBBB", 20, 20, 16, 0, 0, 0, 0)), "more than 8 bits"),
    ],
)
def test_a_reference_has_the_limits_of_a_sample(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(PipelineError, match=reason):
        reference_picture(written(tmp_path / "x.png", data))


@pytest.mark.parametrize("name", ["boating.jpg"])
def test_shipped_pictures_have_the_pixels_that_opencv_finds(name: str) -> None:
    place = f"shipped:gallery/{name}"
    expected = cv2.imread(str(reference_file(Reference(place))), cv2.IMREAD_COLOR_RGB)
    assert expected is not None
    picture = reference_picture(Reference(place))
    share = MAX_PICTURE_SIDE / max(expected.shape)
    if share < 1:
        expected = cv2.resize(expected, picture.shape[1::-1], interpolation=cv2.INTER_AREA)
    np.testing.assert_array_equal(picture, expected)


def test_shipped_files_lie_in_the_resources(tmp_path: Path) -> None:
    assert reference_file(Reference("shipped:sample/LICENSES.md")).is_file()
    for outside in ("shipped:../pyproject.toml", f"shipped:{tmp_path}/a.png"):
        with pytest.raises(PipelineError, match="does not come with this program"):
            reference_file(Reference(outside))
    with pytest.raises(PipelineError, match="is missing"):
        read_reference(Reference("shipped:sample/nothing.jpg", "0" * 64))


def test_a_file_that_would_fill_the_memory_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("augstudio.core.reference.MAX_FILE_BYTES", 4)
    assert written(tmp_path / "a.txt", b"four").sha256
    with pytest.raises(PipelineError, match="File too large"):
        written(tmp_path / "b.txt", b"fives")

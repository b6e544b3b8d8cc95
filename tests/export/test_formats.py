"""What becomes of every kind of source in every format, judged by Pillow alone."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageCms, ImageOps

from augstudio.errors import ImageError
from augstudio.export import RunOptions, run_export
from augstudio.images.codec import encode
from augstudio.pipelines import Pipeline
from tests.export.jobs import job_for, manifest
from tests.folders import with_orientation, write_files
from tests.pictures import noise_picture, smooth_picture

SUFFIXES = {"jpeg": ".jpg", "png": ".png", "webp": ".webp", "tiff": ".tif"}
LOSSLESS = ("png", "tiff", "webp")
REFUSED = "refused"

GREY = Pillow.fromarray(smooth_picture(32, 24, 1)[:, :, 0])
COLOUR = Pillow.fromarray(smooth_picture(32, 24))
ALPHA = Pillow.fromarray(smooth_picture(32, 24, 4))
GREY_ALPHA = Pillow.merge("LA", [GREY, GREY.transpose(Pillow.Transpose.FLIP_LEFT_RIGHT)])
PALETTE = COLOUR.quantize(16)
DEEP = Pillow.fromarray(np.full((24, 32), 1000, np.uint16))


def saved(picture: Pillow.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def pages(kind: str) -> bytes:
    return saved(COLOUR, kind, save_all=True, append_images=[COLOUR.transpose(Pillow.Transpose.ROTATE_180)])


SOURCES: dict[str, tuple[str, bytes, str]] = {
    "1-bit": (".png", saved(GREY.convert("1"), "PNG"), "L"),
    "2-bit grey": (".png", saved(GREY.point(lambda value: value // 64), "PNG", bits=2), "L"),
    "grey": (".png", saved(GREY, "PNG"), "L"),
    "grey JPEG": (".jpg", saved(GREY, "JPEG"), "L"),
    "colour": (".bmp", saved(COLOUR, "BMP"), "RGB"),
    "palette": (".png", saved(PALETTE, "PNG"), "RGB"),
    "palette TIFF": (".tif", saved(PALETTE, "TIFF"), "RGB"),
    "palette with alpha": (".png", saved(PALETTE, "PNG", transparency=bytes(range(16))), "RGBA"),
    "transparent colour": (".png", saved(COLOUR, "PNG", transparency=COLOUR.getpixel((3, 3))), "RGBA"),
    "grey with alpha": (".png", saved(GREY_ALPHA, "PNG"), "LA"),
    "grey with alpha TIFF": (".tif", saved(GREY_ALPHA, "TIFF"), "LA"),
    "alpha": (".png", saved(ALPHA, "PNG"), "RGBA"),
    "alpha TIFF": (".tif", saved(ALPHA, "TIFF"), "RGBA"),
    "alpha WebP": (".webp", saved(ALPHA, "WEBP", lossless=True), "RGBA"),
    "CMYK": (".jpg", saved(COLOUR.convert("CMYK"), "JPEG"), "RGB"),
    "CMYK TIFF": (".tif", saved(COLOUR.convert("CMYK"), "TIFF"), "RGB"),
    "YCbCr": (".tif", saved(COLOUR.convert("YCbCr"), "TIFF"), "RGB"),
    "CIELAB": (".tif", saved(COLOUR.convert("LAB"), "TIFF"), "RGB"),
    "unstated channel": (".tif", saved(COLOUR.convert("RGBX"), "TIFF"), REFUSED),
    "16-bit grey": (".png", saved(DEEP, "PNG"), REFUSED),
    "16-bit TIFF": (".tif", saved(DEEP, "TIFF"), REFUSED),
    "32-bit": (".tif", saved(DEEP.convert("I"), "TIFF"), REFUSED),
    "float": (".tif", saved(DEEP.convert("F"), "TIFF"), REFUSED),
    "several pages": (".tif", pages("TIFF"), REFUSED),
    "animated PNG": (".png", pages("PNG"), REFUSED),
    "animated WebP": (".webp", pages("WEBP"), REFUSED),
}


def opened(path: Path) -> Pillow.Image:
    """A file by Pillow; nothing stays open."""
    return Pillow.open(io.BytesIO(path.read_bytes()))


def plain(data: bytes) -> np.ndarray[Any, Any]:
    """The pixels that a file shows, by Pillow, in the policy's mode."""
    picture = Pillow.open(io.BytesIO(data))
    if picture.has_transparency_data:
        return np.asarray(picture.convert("LA" if picture.mode in ("1", "L", "LA") else "RGBA"))
    return np.asarray(picture.convert("L" if picture.mode in ("1", "L") else "RGB"))


@cache
def profile(space: str) -> bytes:
    """A colour profile: Pillow's own, with another colour space in its header for other pictures."""
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made[:16] + space.encode() + made[20:]


@pytest.fixture(scope="module", params=SUFFIXES)
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """All sources in one format without loss where it can be, with a copy to which nothing happens."""
    root = tmp_path_factory.mktemp("formats")
    files = {f"{name}{suffix}": data for name, (suffix, data, _) in SOURCES.items()}
    job = job_for(write_files(root / "in", files), root / "out", Pipeline(), copies=1, format=request.param)
    lossless = job_for(job.dataset, job.out, Pipeline(), copies=1, format=request.param, lossless=True)
    report = run_export(lossless if request.param == "webp" else job, RunOptions(workers=1))
    (root / "skipped").write_text("\n".join(f"{item.name}\t{item.reason}" for item in report.skipped))
    return request.param, root


@pytest.mark.parametrize("name", SOURCES)
def test_every_source_is_kept_or_refused_with_a_reason(exported: tuple[str, Path], name: str) -> None:
    kind, root = exported
    suffix, data, mode = SOURCES[name]
    reasons = dict(line.split("\t") for line in (root / "skipped").read_text().splitlines())
    written = [root / "out" / f"{name}{copy}{SUFFIXES[kind]}" for copy in ("", "__aug001")]
    if mode == REFUSED or (kind == "jpeg" and mode in ("LA", "RGBA")):
        assert f"{name}{suffix}" in reasons
        assert not any(path.exists() for path in written)
        return
    expected = plain(data)
    if kind == "webp" and mode == "L":
        mode, expected = "RGB", np.repeat(expected[:, :, np.newaxis], 3, axis=2)
    if kind == "webp" and mode == "LA":
        mode, expected = "RGBA", expected[:, :, (0, 0, 0, 1)]
    for path in written:
        picture = opened(path)
        assert picture.mode == mode
        found = np.asarray(picture).astype(int)
        if kind == "jpeg":
            assert np.abs(found - expected).mean() < 4
        else:
            assert np.array_equal(found, expected)


def test_the_reasons_say_what_is_wrong(exported: tuple[str, Path]) -> None:
    kind, root = exported
    reasons = dict(line.split("\t") for line in (root / "skipped").read_text().splitlines())
    assert "a channel of no stated meaning" in reasons["unstated channel.tif"]
    assert all("more than 8 bits" in reasons[f"{name}"] for name in ("16-bit TIFF.tif", "float.tif"))
    assert all("several pages" in reasons[name] for name in ("several pages.tif", "animated WebP.webp"))
    if kind == "jpeg":
        assert (
            reasons["alpha.png"]
            == "has transparency, which JPEG cannot hold; choose png, webp or tiff, or a background colour"
        )


@pytest.mark.parametrize("kind", SUFFIXES)
@pytest.mark.parametrize("source", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_an_orientation_is_applied_once_and_gone(kind: str, source: str, tmp_path: Path) -> None:
    files = {
        f"{turn}.{source.lower()}": with_orientation(smooth_picture(40, 24), source, turn)
        for turn in range(1, 9)
    }
    job = job_for(write_files(tmp_path / "in", files), tmp_path / "out", Pipeline(), copies=1, format=kind)
    run_export(job, RunOptions(workers=1))
    for name, data in files.items():
        upright = np.asarray(ImageOps.exif_transpose(Pillow.open(io.BytesIO(data)))).astype(int)
        for copy in ("", "__aug001"):
            picture = opened(tmp_path / "out" / f"{name.partition('.')[0]}{copy}{SUFFIXES[kind]}")
            assert picture.getexif().get(0x0112, 1) == 1
            found = np.asarray(picture).astype(int)
            assert found.shape == upright.shape
            assert np.abs(found - upright).mean() < (0.5 if kind in ("png", "tiff") else 4)


def test_the_originals_keep_their_bytes_and_turned_ones_are_turned(tmp_path: Path) -> None:
    files = {f"{turn}.jpg": with_orientation(smooth_picture(40, 24), "JPEG", turn) for turn in (1, 6)}
    run_export(
        job_for(write_files(tmp_path / "in", files), tmp_path / "out", Pipeline()), RunOptions(workers=1)
    )
    assert (tmp_path / "out" / "1.jpg").read_bytes() == files["1.jpg"]
    assert opened(tmp_path / "out" / "6.jpg").size == (24, 40)


@pytest.mark.parametrize("kind", SUFFIXES)
def test_a_profile_is_kept_byte_for_byte(kind: str, tmp_path: Path) -> None:
    files = {
        "colour.tif": saved(COLOUR, "TIFF", icc_profile=profile("RGB ")),
        "palette.png": saved(PALETTE, "PNG", icc_profile=profile("RGB ")),
        "grey.png": saved(GREY, "PNG", icc_profile=profile("GRAY")),
        "print.jpg": saved(COLOUR.convert("CMYK"), "JPEG", icc_profile=profile("CMYK")),
    }
    job = job_for(write_files(tmp_path / "in", files), tmp_path / "out", Pipeline(), copies=1, format=kind)
    assert run_export(job, RunOptions(workers=1)).skipped == ()
    for name, space in (("colour", "RGB "), ("palette", "RGB "), ("grey", "GRAY"), ("print", "")):
        kept = None if not space or (kind, name) == ("webp", "grey") else profile(space)
        for copy in ("", "__aug001"):
            picture = opened(tmp_path / "out" / f"{name}{copy}{SUFFIXES[kind]}")
            assert picture.info.get("icc_profile") == kept


@pytest.mark.parametrize("size", [70_000, 200_000])
def test_a_profile_of_several_parts(size: int) -> None:
    large = profile("RGB ") + bytes(size)
    data = encode(smooth_picture(16, 16), "jpeg", icc_profile=large)
    assert Pillow.open(io.BytesIO(data)).info["icc_profile"] == large


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_what_is_stated_about_the_files(channels: int) -> None:
    picture = noise_picture(40, 30, channels)
    tiff = Pillow.open(io.BytesIO(encode(picture, "tiff")))
    assert tiff.info["compression"] == "tiff_adobe_deflate"
    png = encode(picture, "png")
    # The first bytes of a zlib stream say how hard it was compressed: 0x01 is level 0 or 1.
    assert png[png.index(b"IDAT") + 4 :][:2] == b"\x78\x01"
    lossy, lossless = (encode(picture, "webp", lossless=chosen) for chosen in (False, True))
    assert (b"VP8L" in lossless[:64], b"VP8 " in lossy) == (True, True)
    assert b"VP8 " not in lossless


def test_lossless_webp_keeps_hidden_colours_and_lossy_keeps_transparency() -> None:
    picture = noise_picture(40, 30, 4)
    picture[:10, :, 3] = 0
    lossless = np.asarray(Pillow.open(io.BytesIO(encode(picture, "webp", lossless=True))))
    assert np.array_equal(lossless, picture)
    lossy = np.asarray(Pillow.open(io.BytesIO(encode(picture, "webp", quality=30))))
    assert np.array_equal(lossy[:, :, 3], picture[:, :, 3])
    assert not np.array_equal(lossy, picture)


@pytest.mark.parametrize("kind", SUFFIXES)
@pytest.mark.parametrize("lossless", [False, True])
def test_the_bytes_are_the_same_each_time(kind: str, lossless: bool, tmp_path: Path) -> None:
    files = {f"{name}{suffix}": data for name, (suffix, data, _) in SOURCES.items()}
    dataset = write_files(tmp_path / "in", files)
    hashes = []
    for out in ("one", "two"):
        job = job_for(dataset, tmp_path / out, copies=1, format=kind, lossless=lossless)
        run_export(job, RunOptions(workers=1))
        hashes.append([line["sha256"] for line in manifest(tmp_path / out)])
    assert hashes[0] == hashes[1]
    for line in manifest(tmp_path / "two"):
        data = (tmp_path / "two" / line["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == line["sha256"]


def test_quality_means_nothing_to_lossless_webp() -> None:
    picture = smooth_picture(40, 30)
    assert encode(picture, "webp", quality=5, lossless=True) == encode(picture, "webp", lossless=True)


@pytest.mark.parametrize("kind", ["ppm", "jpeg"])
def test_formats_without_transparency_refuse_it(kind: str) -> None:
    with pytest.raises(ImageError, match="has transparency"):
        encode(noise_picture(4, 4, 4), kind)

"""What phones write: a second picture, a map or a film behind the picture costs it nothing."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from augstudio.export import RunOptions, run_export
from augstudio.images.codec import decode
from augstudio.pipelines import Pipeline
from tests.export.jobs import job_for, manifest
from tests.folders import encoded, with_orientation, write_files
from tests.images.item_files import Item, box, item_file, picture_of
from tests.images.notes import segment
from tests.pictures import noise_picture, smooth_picture

PICTURE = smooth_picture(64, 48)
JPEG = encoded(PICTURE, "JPEG", quality=95)
TURNED = with_orientation(PICTURE, "JPEG", 6)
SMALL = encoded(noise_picture(16, 12, 1), "JPEG")
FILM = box(b"ftyp", b"mp42\0\0\0\0isommp42") + box(b"mdat", JPEG, bytes(500)) + box(b"moov", bytes(99))


def several(first: bytes, *others: bytes) -> bytes:
    """A JPEG with others behind it and an index of them (multi-picture format)."""
    pictures, buffer = [Pillow.open(io.BytesIO(data)) for data in (first, *others)], io.BytesIO()
    pictures[0].save(buffer, "MPO", save_all=True, append_images=pictures[1:], exif=pictures[0].getexif())
    return buffer.getvalue()


def noted(jpeg: bytes, text: str) -> bytes:
    """A JPEG with an XMP note."""
    return jpeg[:2] + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + text.encode()) + jpeg[2:]


GAIN_MAP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"/>'
    "</rdf:RDF></x:xmpmeta>"
)
MOTION = GAIN_MAP.replace("hdrgm:Version", "GCamera:MotionPhoto").replace("xmlns:hdrgm", "xmlns:GCamera")
MAIN = picture_of(encoded(PICTURE, "HEIF"))
UPRIGHT = decode(encoded(PICTURE, "HEIF")).image
OTHER = picture_of(encoded(noise_picture(64, 48), "HEIF"))
MAP = Item(b"tmap", bytes(60), (), {b"dimg": (1, 2)})

JPEGS = {
    "double": several(JPEG, SMALL),
    "double turned": several(TURNED, SMALL, JPEG),
    "hdr": noted(JPEG, GAIN_MAP) + SMALL,
    "hdr indexed": noted(several(JPEG, SMALL), GAIN_MAP),
    "hdr turned": noted(TURNED, GAIN_MAP) + SMALL,
    "motion": noted(JPEG, MOTION) + FILM,
    "motion turned": noted(TURNED, MOTION) + FILM,
}
HEICS = {
    "motion picture": item_file(MAIN, brand=b"heic") + box(b"mpvd", FILM),
    "burst": item_file(OTHER, MAIN, OTHER, brand=b"heic", primary=2),
    "gain map": item_file(MAIN, OTHER, MAP, brand=b"heic"),
    "several turned": item_file(MAIN.changed((b"irot", b"\3")), OTHER, brand=b"heic"),
}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what was read and what was written."""
    root = tmp_path_factory.mktemp("phones")
    files = {f"{name}.jpg": data for name, data in JPEGS.items()}
    files |= {f"{name}.HEIC": data for name, data in HEICS.items()}
    job = job_for(write_files(root / "in", files), root / "out", Pipeline(), copies=1)
    report = run_export(job, RunOptions(workers=1))
    assert report.skipped == ()
    assert len(manifest(root / "out")) == 2 * len(files)
    return root


@pytest.mark.parametrize("name", JPEGS)
def test_the_first_picture_of_a_jpeg_is_read(exported: Path, name: str) -> None:
    turned = name.endswith("turned")
    wanted = decode(TURNED if turned else JPEG).image
    original = (exported / "out" / f"{name}.jpg").read_bytes()
    copy = (exported / "out" / f"{name}__aug001.jpg").read_bytes()
    assert (original == JPEGS[name]) != turned
    for data in (JPEGS[name], copy, original):
        found = decode(data).image
        assert found.shape == wanted.shape
        assert np.abs(found.astype(int) - wanted).mean() < 2
    assert len(copy) < len(JPEG) + 99, "what stood behind it does not follow"


@pytest.mark.parametrize("name", HEICS)
def test_the_primary_picture_of_a_heic_is_read(exported: Path, name: str) -> None:
    wanted = np.rot90(UPRIGHT, -1) if name.endswith("turned") else UPRIGHT
    for copy in ("", "__aug001"):
        with Pillow.open(exported / "out" / f"{name}{copy}.png") as written:
            np.testing.assert_array_equal(np.asarray(written), wanted)

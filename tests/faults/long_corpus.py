"""All pictures of Pillow's own tests: damaged, hostile and odd ones of three decades, exported at once."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tarfile
import warnings
from collections import Counter
from pathlib import Path

import numpy as np
import PIL
import pytest
from PIL import Image as Pillow
from PIL import ImageOps

from augstudio.core.image import Image
from augstudio.images.suffixes import IMAGE_SUFFIXES
from tests.export.jobs import manifest
from tests.faults.server import Ended, Server
from tests.folders import contents

REASONS = (
    "the file is empty",
    "the file is truncated: its end is missing",
    "the file is damaged; get a fresh copy",
    "the file is damaged, or of a kind that is not supported",
    "cannot be read from TIFF",
    "a big-endian BigTIFF",
    "its levels are floating-point numbers",
    "it has signed levels",
    "not a picture of a known kind",
    "pictures with more than 8 bits per channel",
    "animated or of several pages",
    "it has a channel of no stated meaning",
    "its channels have fewer than 8 bits",
    "its colours stand in a palette",
    "its colours are held in a way",
    "a part of it is to be cut away",
    "too large: ",
    "would replace that of",
)
"""How the reasons for leaving a picture out begin, or what they say."""


def fetched(folder: Path) -> Path:
    """The installed Pillow's source distribution, from the package index or from an earlier run."""
    found = list(folder.glob("[pP]illow-*.tar.gz"))
    if not found:
        wanted = f"pillow=={PIL.__version__}"
        command = [sys.executable, "-m", "pip", "download", "--no-binary", ":all:", "--no-deps", wanted]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        found = list(folder.glob("[pP]illow-*.tar.gz"))
        if done.returncode or not found:
            last = (done.stderr.strip().splitlines() or ["pip gave nothing"])[-1]
            pytest.skip(f"Pillow's source distribution cannot be fetched: {last}")
    return found[0]


@pytest.fixture(scope="module")
def dataset(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pictures in a folder each, so that no two meet; all with a suffix by which they are found."""
    assert request.config.cache is not None
    root = tmp_path_factory.mktemp("corpus") / "in"
    with tarfile.open(fetched(Path(request.config.cache.mkdir(f"pillow-{PIL.__version__}")))) as archive:
        for member in archive:
            place = re.sub(r"^[^/]*/", "", member.name)
            if not member.isfile() or not place.startswith("Tests/images/"):
                continue
            source = archive.extractfile(member)
            assert source is not None
            name = place.removeprefix("Tests/images/")
            suffix = "" if Path(name).suffix.lower() in IMAGE_SUFFIXES else ".png"
            (root / f"{name}.d").mkdir(parents=True)
            (root / f"{name}.d" / (Path(name).name + suffix)).write_bytes(source.read())
    return root


@pytest.fixture(scope="module")
def ended(server: Server, dataset: Path) -> Ended:
    before = contents(dataset)
    assert len(before) > 800
    ended = server.export(dataset, dataset.parent / "out", copies=1, format="png", workers=2)
    assert contents(dataset) == before
    return ended


def test_nothing_crashes_or_hangs(dataset: Path, ended: Ended) -> None:
    assert ended.code == 0
    assert "Traceback" not in ended.text  # what libtiff itself says to the standard error is no harm
    exported = {line["key"] for line in manifest(dataset.parent / "out")}
    assert exported | ended.skipped.keys() == contents(dataset).keys()
    assert not exported & ended.skipped.keys()
    assert len(exported) > 300


def test_every_reason_is_one_for_people(ended: Ended) -> None:
    unknown = {
        name: reason
        for name, reason in ended.skipped.items()
        if not any(known in reason for known in REASONS) or len(reason) > 300 or not reason.isprintable()
    }
    assert unknown == {}
    for reason, count in Counter(
        next(known for known in REASONS if known in reason) for reason in ended.skipped.values()
    ).most_common():
        print(f"{count:5} {reason}")


def oracle(path: Path) -> Image:
    """A picture's pixels by Pillow, in the mode in which this program works on them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        picture = ImageOps.exif_transpose(Pillow.open(io.BytesIO(path.read_bytes())))
        grey = picture.mode in ("1", "L", "LA")
        transparent, plain = ("LA", "L") if grey else ("RGBA", "RGB")
        found = np.asarray(picture.convert(transparent if picture.has_transparency_data else plain))
    return found if found.ndim == 3 else found[:, :, np.newaxis]


def test_pixels_are_the_oracles(dataset: Path, ended: Ended) -> None:
    wrong = {}
    for line in manifest(dataset.parent / "out"):
        if not line["copy"]:
            expected = oracle(dataset / line["key"])
            with Pillow.open(dataset.parent / "out" / line["file"]) as exported:
                found = np.asarray(exported).reshape((*expected.shape[:2], -1))
            if found.shape != expected.shape:
                wrong[line["key"]] = f"{found.shape}, not {expected.shape}"
            elif not np.array_equal(found, expected):
                wrong[line["key"]] = f"{np.any(found != expected, axis=2).sum()} pixels of {found.shape}"
    assert wrong == {}


def test_what_pillow_reads_whole_is_not_called_damaged(dataset: Path, ended: Ended) -> None:
    """A file of a supported kind that Pillow decodes without complaint is refused for a stated limit only.

    One is damaged all the same: Pillow, which keeps libjpeg's words to itself, shows bands of noise.
    """
    refused = {}
    for name, reason in ended.skipped.items():
        if any(word in reason for word in ("truncated", "damaged")):
            try:
                oracle(dataset / name)
            except Exception:
                continue
            refused[name] = reason
    assert {Path(name).name for name in refused} == {"hopper_bad_exif.jpg"}, refused

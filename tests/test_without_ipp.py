"""Every transform, previews, sheets and files are the same where OpenCV does without Intel's IPP."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from augstudio.assets import asset
from augstudio.core.image import Image
from augstudio.core.transform import Transform
from augstudio.images.codec import decode, decode_small
from augstudio.images.formats import FORMATS, WRITTEN_FORMATS
from augstudio.images.writing import encode
from augstudio.kernels.viewing.difference import amplified, difference
from augstudio.kernels.viewing.sheet import sheet
from augstudio.pipelines import Pipeline
from augstudio.render.pixels import render
from augstudio.render.resolve import resolve
from augstudio.transforms import CATALOGUE, ImageModel, StyleTransfer
from tests.__main__ import ROOT
from tests.mixing import OTHERS, PICTURES
from tests.pictures import noise_picture

SIDES = (301, 227)


def photograph(channels: int) -> Image:
    """A part of a picture that ships, with an alpha channel of noise where one is wanted."""
    whole = decode(asset("sample", "landscapes", "tea-garden.jpg").read_bytes()).image
    part = np.ascontiguousarray(whole[100 : 100 + SIDES[1], 80 : 80 + SIDES[0], : min(channels, 3)])
    return part if channels < 4 else np.dstack((part, noise_picture(*SIDES, 1)))


def augmented(transform: Transform) -> Iterator[Image]:
    pipeline = Pipeline.of((transform,))
    for channels in (1, 3, 4):
        yield pipeline(photograph(channels), key="k", copy=1, partners=PICTURES)
    resolved = resolve(pipeline, SIDES, seed=0, key="k", copy=2, partners=OTHERS)
    yield render(photograph(3), resolved, scale=0.4, partners=OTHERS)


def reduced() -> Iterator[Image]:
    for keep_detail in (True, False):
        yield from augmented(ImageModel(side="256", strength_range=(1, 1), keep_detail=keep_detail))


def coded(format: str) -> Iterator[npt.NDArray[np.uint8]]:  # noqa: A002
    for channels in (1, 3, 4) if FORMATS[format].holds_alpha else (1, 3):
        data = encode(photograph(channels), format)
        yield np.frombuffer(data, np.uint8)
        yield decode(data).image
        yield decode_small(data, 64)


def compared() -> Iterator[Image]:
    one, other = photograph(3), noise_picture(*SIDES, 3)
    yield amplified(difference(one, other).pixels, 4)
    yield sheet([("one", one), ("other", other)], 2)


def digest(results: Iterable[npt.NDArray[np.uint8]]) -> str:
    found = hashlib.sha256()
    for result in results:
        found.update(result.tobytes())
    return found.hexdigest()


def digests() -> dict[str, str]:
    """One for each transform, each kind of file, and what else shows pixels."""
    # Painting takes long; tests.kernels.test_machine paints small pictures without IPP.
    quick = [transform for transform in CATALOGUE if transform is not StyleTransfer]
    transforms = {transform.NAME: digest(augmented(transform())) for transform in quick}
    files = {name: digest(coded(name)) for name in WRITTEN_FORMATS}
    return {**transforms, **files, "a reduced picture": digest(reduced()), "sheets": digest(compared())}


def test_without_ipp_everything_is_the_same() -> None:
    if not cv2.ipp.useIPP():
        pytest.skip("this OpenCV does without IPP")
    result = subprocess.run(
        [sys.executable, "-m", "tests.test_without_ipp"],
        cwd=ROOT,
        env=os.environ | {"OPENCV_IPP": "disabled"},
        capture_output=True,
        text=True,
        check=True,
    )
    used, *found = result.stdout.splitlines()
    assert used == "False"
    assert found == [f"{name}: {value}" for name, value in digests().items()]


if __name__ == "__main__":
    print(cv2.ipp.useIPP())
    for name, value in digests().items():
        print(f"{name}: {value}")

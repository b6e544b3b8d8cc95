"""Pixels do not depend on the machine: not on threads, not on the processor's instruction sets."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from augstudio.core.image import Image
from augstudio.core.matrix import about_centre, compose, onto_corners, rotation, scaling
from augstudio.core.padding import Padding, PaddingMode
from augstudio.core.parameters import Range
from augstudio.core.region import Region
from augstudio.core.transform import View
from augstudio.kernels.alpha.counting import colour_counts
from augstudio.kernels.colour import cube, fourier, palette
from augstudio.kernels.colour.curves import lit_by, power
from augstudio.kernels.colour.distribution import distribution_change
from augstudio.kernels.colour.equalizing import clahe, equalize
from augstudio.kernels.colour.lab import reinhard_change
from augstudio.kernels.colour.pixelwise import hue_matrix, look_up, mix, saturation_matrix, shuffled
from augstudio.kernels.detail.blur import (
    disk_weights,
    filtered,
    gaussian_blur,
    line_weights,
    median_blur,
    sharpen,
)
from augstudio.kernels.detail.resolution import downscaled, jpeg_compressed
from augstudio.kernels.geometry.warp import warp
from augstudio.kernels.masks import cover
from augstudio.kernels.networks.image_model import through_network
from augstudio.kernels.noise.sensor import (
    add_level_noise,
    grain_amplitudes,
    shot_noise,
    speckle_amplitudes,
)
from augstudio.kernels.noise.tables import add_gaussian_noise, salt_and_pepper
from augstudio.kernels.sampling.pyramid import Pyramid, shrink
from augstudio.kernels.style.synthesis import Manner
from augstudio.kernels.style.transfer import Painting, styled
from augstudio.kernels.weather.lighting import FlareSettings, ShadowSettings, flared, shaded
from augstudio.kernels.weather.looks import LOOKS
from augstudio.kernels.weather.precipitation import (
    FogSettings,
    RainSettings,
    SnowSettings,
    fog,
    rainfall,
    snowfall,
)
from augstudio.kernels.weather.season import in_season
from augstudio.pipelines import Pipeline
from augstudio.transforms import Elastic, GridDistortion, LensDistortion
from tests import networks
from tests.__main__ import ROOT
from tests.networks import stored_file
from tests.pictures import noise_picture, smooth_picture

SIZE = (533, 401)  # odd, so that halving it is no whole ratio


def warped(image: Image) -> Iterator[Image]:
    for mode in PaddingMode:
        yield warp(Pyramid(image), about_centre(rotation(17.3), SIZE), SIZE, Padding(mode=mode))
    for factor in (0.1, 0.33, 0.7, 2.7):
        matrix = about_centre(compose(rotation(-50), scaling(factor, factor)), SIZE)
        yield warp(Pyramid(image), matrix, SIZE, Padding())


def remapped(image: Image) -> Iterator[Image]:
    for corners in (
        ((20, 30), (510, 5), (533, 380), (-7, 401)),
        ((200, 180), (340, 170), (532, 400), (0, 400)),
    ):
        matrix = compose(onto_corners(SIZE, corners), about_centre(scaling(0.8, 0.8), SIZE))
        for mode in PaddingMode:
            yield warp(Pyramid(image), matrix, SIZE, Padding(mode=mode))
    distortions = (
        Elastic(),
        Elastic(alpha_range=Range(0.2, 0.2), sigma_range=Range(0.03, 0.03)),
        GridDistortion(move_edges=True),
        LensDistortion(k_range=Range(0.43, 0.43)),
    )
    for transform in distortions:
        yield Pipeline.of((transform,))(image, key="k")


def shrunk(image: Image) -> Iterator[Image]:
    for size in ((266, 200), (177, 133), (301, 219), (13, 7), (533, 200), (266, 401)):
        yield shrink(image, size)
    yield shrink(np.ascontiguousarray(image[:400, :532]), (133, 100))


def noised(image: Image) -> Iterator[Image]:
    for sigma in (0.3, 5, 50):
        yield add_gaussian_noise(image, sigma, 7)
        yield add_gaussian_noise(image, sigma, 7, per_channel=False)
    yield salt_and_pepper(image, 0.1, 0.3, 7)
    yield salt_and_pepper(image, 0.4, 0.3, 7, covered=4)


def coloured(image: Image) -> Iterator[Image]:
    for matrix in (saturation_matrix(0.37), saturation_matrix(2.9), hue_matrix(0.6, 0.8)):
        yield mix(image, matrix)
    yield look_up(image, lit_by(3200))
    yield look_up(image, power(0.45))
    yield shuffled(image, (2, 0, 1))
    yield equalize(image, 0.8)
    yield equalize(image // 3 * 2, 1, per_channel=True)
    yield clahe(image, 0.7, clip=2.5, tiles=8)


def blurred(image: Image) -> Iterator[Image]:
    for sigma in (0.4, 2.3, 15):
        yield gaussian_blur(image, sigma)
        yield sharpen(image, 1.37, sigma)
    for weights in (line_weights(13, 33), line_weights(70, -5), disk_weights(3.3), disk_weights(9)):
        yield filtered(image, weights)
    for radius in (1, 2, 3, 8):
        yield median_blur(image, radius)


def coarsened(image: Image) -> Iterator[Image]:
    for size in ((266, 200), (111, 57)):
        yield downscaled(image, size, "smooth")
        yield downscaled(image, size, "blocks")
    for quality in (5, 50, 95):
        yield jpeg_compressed(image, quality)


def exposed(image: Image) -> Iterator[Image]:
    yield add_level_noise(image, speckle_amplitudes(0.3), 7)
    yield add_level_noise(image, grain_amplitudes(9), 7, per_channel=False)
    for photons in (4, 77, 2000, 90_000):
        yield shot_noise(image, photons, 7)
    yield cover(image, [Region(-3, 20, 300, 70)], "noise", 7, calm=0.6)
    yield cover(image, [Region(-3, 20, 300, 70)], "mean", 7)


def weathered(image: Image) -> Iterator[Image]:
    yield fog(image, FogSettings(0.7, 0.4, 0.8, 7), View(whole=SIZE))
    yield snowfall(image, SnowSettings(0.3, 0.03, 1.3, 13, 7), View(whole=SIZE))
    yield rainfall(image, RainSettings(0.3, 0.1, -13, 0.37, 7), View(whole=SIZE))
    yield shaded(image, ShadowSettings(0.7, 3, 0.03, 7), View(whole=SIZE))
    yield flared(image, FlareSettings(0.7, (0.3, 0.1), 0.2, 7), View(whole=SIZE))


def seasoned(image: Image) -> Iterator[Image]:
    # Noise has no sky and no plants; a soft picture with blue above and green below has both.
    soft = gaussian_blur(image[:300], 3)
    soft[:120, :, min(2, image.shape[2] - 1)] |= 128
    soft[120:, :, min(1, image.shape[2] - 1)] |= 128
    for look in LOOKS.values():
        yield in_season(soft, look, 0.83, 7)


def matched(image: Image) -> Iterator[Image]:
    other = smooth_picture(301, 200, 1 if image.shape[2] == 1 else 3)
    yield palette.matched(image, colour_counts(other), 0.9)
    yield fourier.adapted(image, other, 4, 0.9)
    found, wanted = palette.sampled(gaussian_blur(image, 3)), palette.sampled(other)
    if image.shape[2] == 1:
        yield look_up(image, palette.stretched_levels(found, wanted, 0.9))
        return
    before, after = palette.moments(found), palette.moments(wanted)
    yield palette.moved(image, palette.monge_kantorovich(before, after), before.mean, after.mean, 0.9)
    yield cube.add(image, reinhard_change(found, wanted), 0.9)
    yield cube.add(image, distribution_change(found, wanted), 0.9)


def painted(image: Image) -> Iterator[Image]:
    small = np.ascontiguousarray(gaussian_blur(image, 2)[:79, :101])
    painting = Painting(Manner(0.4, 0.8, 0.5, 7), 128, keep_colours=image.shape[2] == 4)
    yield styled(small, gaussian_blur(noise_picture(90, 73), 1.5), painting, 0.9)


def passed_through_a_network(image: Image) -> Iterator[Image]:
    with tempfile.TemporaryDirectory() as folder:
        for factor in (0.5, 1.5):
            reference = stored_file(networks.rescaling(factor), Path(folder))
            for side, keep_detail in ((256, True), (256, False), (None, True)):
                yield through_network(image, reference, None, "unit", side, keep_detail)


KERNELS = {
    "warp": warped,
    "remap": remapped,
    "shrink": shrunk,
    "noise": noised,
    "colour": coloured,
    "blur": blurred,
    "resolution": coarsened,
    "sensor": exposed,
    "weather": weathered,
    "season": seasoned,
    "palette": matched,
    "style": painted,
    "network": passed_through_a_network,
}


def hashes() -> dict[str, str]:
    """One hash over everything that each kernel makes."""
    found = {}
    for name, make in KERNELS.items():
        digest = hashlib.sha256()
        for channels in (1, 3, 4):
            for result in make(noise_picture(*SIZE, channels)):
                digest.update(result.tobytes())
        found[name] = digest.hexdigest()
    return found


@pytest.fixture(scope="module")
def here() -> dict[str, str]:
    return hashes()


def switches(features: str) -> list[str]:
    """Instruction sets that OpenCV chooses at run time ("SSE3 *AVX2 *AVX512-SKX?" has AVX2, AVX512-SKX)."""
    return [word.strip("*?") for word in features.split() if word.startswith("*")]


def elsewhere(**environment: str) -> list[str]:
    """The features and hashes that another process sees."""
    result = subprocess.run(
        [sys.executable, "-m", "tests.kernels.test_machine"],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout.splitlines()


@pytest.mark.parametrize("threads", [2, 5])
def test_threads_change_nothing(here: dict[str, str], threads: int) -> None:
    before = cv2.getNumThreads()
    cv2.setNumThreads(threads)
    try:
        assert cv2.getNumThreads() == threads
        assert hashes() == here
    finally:
        cv2.setNumThreads(before)


@pytest.mark.parametrize("kept", [0, 2])
def test_instruction_sets_change_nothing(here: dict[str, str], kept: int) -> None:
    """From the plainest instructions up; switching off must work, or the test would show nothing."""
    off = switches(cv2.getCPUFeaturesLine())[kept:]
    if not off:
        pytest.skip("this OpenCV chooses no instruction sets at run time")
    features, *found = elsewhere(OPENCV_CPU_DISABLE=",".join(off), OPENCV_IPP="disabled", JSIMD_FORCENONE="1")
    assert all(f"*{name}?" in features.split() for name in off), features
    assert found == [f"{name} {value}" for name, value in here.items()]


def test_numpys_instruction_sets_change_nothing(here: dict[str, str]) -> None:
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    if not found:
        pytest.skip("this numpy chooses no instruction sets at run time")
    # The library behind numpy's products of matrices chooses by itself, if it is OpenBLAS.
    _, *seen = elsewhere(
        NPY_DISABLE_CPU_FEATURES=" ".join(found), OPENBLAS_CORETYPE="Prescott", OPENBLAS_NUM_THREADS="3"
    )
    assert seen == [f"{name} {value}" for name, value in here.items()]


if __name__ == "__main__":
    print(cv2.getCPUFeaturesLine())
    for kernel, value in hashes().items():
        print(kernel, value)

"""Makes ``filters.npy``, the filters through which ``augstudio evaluate`` looks at pictures.

    python resources/learner/make_filters.py

The filters are the centres that k-means finds among whitened patches of the sample photographs, as in A.
Coates, H. Lee and A. Ng, "An analysis of single-layer networks in unsupervised feature learning" (AISTATS
2011). Only photographs in the public domain and under CC0 are used. Made anew, the file stays the same up to
rounding.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from augstudio.assets import asset, sample_dataset
from augstudio.images.codec import decode
from augstudio.kernels.features import PATCH_SIDE, normalised_patches

FILTERS: Final = 256
_SIDES: Final = (48, 80, 128)
_PER_PICTURE: Final = 2000
_ROUNDS: Final = 40
_WHITENING: Final = 0.1

Array = npt.NDArray[np.floating[Any]]


def free_photographs() -> Iterator[Path]:
    """The sample photographs that nobody has to be named for."""
    root = sample_dataset()
    for line in (root / "LICENSES.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > 6 and cells[5] in ("CC0 1.0", "public domain"):
            yield root / cells[1].strip("`")


def patches(random: np.random.Generator) -> Array:
    """Normalised patches ``(n, 108)`` of all photographs at several sizes."""
    found = []
    for file in free_photographs():
        image = decode(file.read_bytes()).image
        image = np.repeat(image[..., :1], 3, 2) if image.shape[2] < 3 else image[..., :3]
        for side in _SIDES:
            scale = side / min(image.shape[:2])
            small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
            pixels = np.asarray(small, dtype=np.uint8)
            both = np.concatenate([normalised_patches(part) for part in (pixels, pixels[:, ::-1])])
            found.append(both[random.permutation(len(both))[: _PER_PICTURE // len(_SIDES)]])
    return np.concatenate(found).astype(np.float64)


def whitening(found: Array) -> Array:
    """The matrix ``(108, 108)`` that makes patches uncorrelated (ZCA)."""
    values, vectors = np.linalg.eigh(np.cov(found, rowvar=False))
    return np.asarray(vectors @ np.diag(1 / np.sqrt(values + _WHITENING)) @ vectors.T)


def centres(found: Array, random: np.random.Generator) -> Array:
    """The centres ``(FILTERS, 108)`` of spherical k-means, of length 1."""
    means = random.normal(size=(FILTERS, found.shape[1]))
    for _ in range(_ROUNDS):
        means /= np.linalg.norm(means, axis=1, keepdims=True) + 1e-9
        products = found @ means.T
        nearest = np.abs(products).argmax(axis=1)
        chosen = np.zeros_like(products)
        rows = np.arange(len(found))
        chosen[rows, nearest] = products[rows, nearest]
        means = means + chosen.T @ found
    return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True))


def main() -> None:
    """Write the file."""
    random = np.random.Generator(np.random.PCG64(2011))
    found = patches(random)
    matrix = whitening(found)
    filters = centres(found @ matrix, random) @ matrix
    assert filters.shape == (FILTERS, 3 * PATCH_SIDE**2)
    np.save(asset("learner", "filters.npy"), filters.astype("<f4"))


if __name__ == "__main__":
    main()

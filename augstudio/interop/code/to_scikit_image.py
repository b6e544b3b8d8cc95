"""Pipelines for scikit-image: its warp and filters, and plain NumPy for what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from augstudio.core.transform import Transform
from augstudio.interop.code.calls import Expressed, Missing
from augstudio.interop.code.numpy_steps import FILES, MATRICES, in_numpy
from augstudio.interop.code.script import About, Body
from augstudio.interop.code.to_numpy import Dialect, write_with
from augstudio.interop.code.tree import Node

ABOUT: Final = About(
    title="scikit-image",
    packages=("scikit-image>=0.24", "pillow>=10"),
    files=("skimage_parts", *FILES),
    notes=(
        "Neighbouring steps of geometry are one resampling, as in augstudio, but scikit-image does not "
        "smooth before it shrinks. What it lacks, or does otherwise, is plain NumPy: equalize and clahe (it "
        "takes other curves), salt and pepper (it hits each colour by itself), shot noise (its strength "
        "depends on how many levels a picture has).",
    ),
)

_OWN: Final = {
    "gamma": "exposure.adjust_gamma",
    "invert": "util.invert",
    "gaussian_blur": "filters.gaussian",
    "sharpen": "filters.unsharp_mask",
    "median_blur": "filters.median",
    "gaussian_noise": "util.random_noise",
    "speckle": "util.random_noise",
    **dict.fromkeys(MATRICES, "transform.warp"),
}
"""What of scikit-image does a step, where it does."""

_DIFFERENCES: Final = {
    "sharpen": "beyond its edges the picture repeats the outermost pixels (numpy's symmetric).",
}


def _in_scikit_image(transform: Transform) -> Expressed | Missing:
    """As in NumPy: functions of the same names stand in the file that comes first."""
    how = in_numpy(transform)
    if isinstance(how, Missing):
        return how
    return Expressed(how.call, _DIFFERENCES.get(transform.NAME, how.differs), _OWN.get(transform.NAME, ""))


def write(nodes: Sequence[Node]) -> Body:
    """The pipeline as a function of NumPy and scikit-image."""
    return write_with(nodes, Dialect(_in_scikit_image))

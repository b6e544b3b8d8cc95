"""Tries out on small made-up pictures what a network takes and gives, and what it needs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

import numpy as np

from augstudio.core.arrays import Float32Array
from augstudio.core.image import Image, Size, size_of
from augstudio.errors import message_of
from augstudio.kernels.networks.network import FailureError, Network, Port
from augstudio.kernels.networks.onnx_file import BadModelError
from augstudio.kernels.networks.trial_memory import Demand, measured, unmeasured
from augstudio.kernels.networks.values import VALUES, Values
from augstudio.kernels.sampling.resizing import resized

TILE: Final = 512
"""Longest side of a tile, in pixels, for networks that take any size."""

LEAST: Final = 64
"""Smallest side that networks are given, in pixels; several halvings must fit."""

_GRAINS: Final = (4, 8, 16, 32, 64)
_COARSEST: Final = 256
_USUAL: Final = (128, 256, 14, 20, 24, 28, 40, 48, 56, 80, 96, 112, 160, 192, 224)  # besides those
_MEASURED: Final = (128, 256)  # sides of the pictures for which memory is measured
_FIRST: Final = "unit"
_OTHERS: Final = ("cyclegan", "fast_neural_style")
_NOTE: Final = "augstudio.values"


@dataclass(frozen=True)
class Trial:
    """How a network is to be used.

    Attributes:
        grain: Sides of pictures must be multiples of it.
        values: A key of :data:`~augstudio.kernels.networks.values.VALUES`.
        growth: How many times as high and wide as a picture its result is.
        demand: The memory that it takes.
    """

    grain: int
    values: str
    growth: tuple[float, float]
    demand: Demand

    @property
    def least(self) -> int:
        """Smallest side that the network is given, in pixels."""
        return -(-LEAST // self.grain) * self.grain

    @property
    def tile(self) -> int:
        """Longest side of a tile, in pixels."""
        return TILE // self.grain * self.grain


def tried_out(data: bytes, style: Size | None, *, alone: bool = False) -> Trial:
    """Try which sizes a network takes, and which values it takes and gives.

    In place of the reference picture stands another one of its size: the outcome must not depend on it.

    Args:
        data: The ONNX file.
        style: Width and height of the reference picture, for networks with a second input.
        alone: Whether nothing else runs in this process, so that its memory can be measured.

    Raises:
        BadModelError: It cannot be used.
    """
    network = Network(data)
    second = []
    if len(network.inputs) == 2:
        if style is None:  # nothing can be told, and nothing is done, until one is chosen
            return Trial(_GRAINS[0], _FIRST, (1, 1), unmeasured(len(data)))
        second.append(trial_picture(style_size(network, style)))
    grain, picture, result = _grain(network, second)
    # What it draws may go on from run to run, and begin anew whenever it is loaded.
    for again in (network, Network(data)):
        if attempted(again, VALUES[_FIRST], picture, *second).tobytes() != result.tobytes():
            raise BadModelError("two runs of it on the same picture give different results")
    growth = result.shape[0] / picture.shape[0], result.shape[1] / picture.shape[1]
    demand = _demand(data, network.inputs[0], grain, second) if alone else unmeasured(len(data))
    return Trial(grain, _values(network, picture, result, second), growth, demand)


def _values(network: Network, picture: Image, result: Float32Array, second: Sequence[Image]) -> str:
    """Which values make the result most like the picture, or what the file says."""
    noted = network.notes.get(_NOTE, "")
    if noted in VALUES:
        return noted
    results = {_FIRST: result}
    for name in _OTHERS:
        results[name] = attempted(network, VALUES[name], picture, *second)
    scores = {name: _score(picture, VALUES[name].decode(made)) for name, made in results.items()}
    return max(scores, key=lambda name: scores[name])


def _demand(data: bytes, port: Port, grain: int, second: Sequence[Image]) -> Demand:
    """What runs take for a small and a larger picture."""

    def attempt(side: int, network: Network) -> int:
        rounded = -(-side // grain) * grain
        size = (port.width or rounded, port.height or rounded)
        attempted(network, VALUES[_FIRST], trial_picture(size), *second)
        return size[0] * size[1]

    return measured(data, [partial(attempt, side) for side in _MEASURED])


def style_size(network: Network, picture: Size) -> Size:
    """Width and height at which a network gets a reference picture of this size."""
    port, (width, height) = network.inputs[1], picture
    share = min(1.0, TILE / max(width, height))
    coarsest = _GRAINS[-1]
    return (
        port.width or max(LEAST, round(width * share / coarsest) * coarsest),
        port.height or max(LEAST, round(height * share / coarsest) * coarsest),
    )


def attempted(network: Network, values: Values, *pictures: Image) -> Float32Array:
    """A network's result for a picture, and a reference picture where it wants one, in its own numbers.

    Raises:
        BadModelError: It fails.
    """
    pairs = zip(pictures, network.inputs, strict=True)
    return network.run(*(values.encode(picture, port.channels) for picture, port in pairs))


def _grain(network: Network, second: Sequence[Image]) -> tuple[int, Image, Float32Array]:
    """A number of which sides must be multiples, a picture that suits, and the result for it."""
    port, lengths, first = network.inputs[0], list[int](), None
    fixed = port.width is not None and port.height is not None
    for grain in _candidates(lengths):
        picture = _suiting(port, grain)
        try:
            made = attempted(network, VALUES[_FIRST], picture, *second)
        except FailureError as error:
            if fixed:
                raise
            first = first or error
            continue
        pairs = list(zip(made.shape[:2], picture.shape[:2], strict=True))
        alike = pairs[0][0] * pairs[1][1] == pairs[0][1] * pairs[1][0]
        if alike and (fixed or all(_is_plain(*pair) for pair in pairs)):
            return grain, picture, made
        if fixed:
            break
        lengths += made.shape[:2]
    if lengths or first is None:
        raise BadModelError("its results have another shape than the picture")
    raise BadModelError("it takes pictures of none of the sizes that were tried: {0}", message_of(first))


def _candidates(lengths: list[int]) -> Iterator[int]:
    """Numbers to try; ``lengths`` of results that were cut off tell which one, others have to be guessed.

    A network that cuts off what its steps do not fill gives whole numbers of steps.
    """
    yield from _GRAINS
    if lengths:
        shared = math.gcd(*lengths)
        if _GRAINS[0] < shared <= _COARSEST:
            yield shared
        return
    yield from _USUAL
    known = {*_GRAINS, *_USUAL}
    yield from (grain for grain in range(_GRAINS[0] + 1, _COARSEST) if grain not in known)


def _is_plain(made: int, given: int) -> bool:
    """Whether a length is a plain multiple or part of another, as 2, 3/2 or 1/4, and nothing was cut off."""
    return 12 * made % given == 0 or 12 * given % made == 0


def _suiting(port: Port, grain: int) -> Image:
    """A picture whose sides have nothing in common but the grain."""
    if grain > _GRAINS[-1]:
        rows, columns = 2, 3
    elif grain >= 16:
        rows, columns = 5, 7
    else:
        rows, columns = LEAST // grain + 1, LEAST // grain + (3 if grain in _GRAINS else 2)
    return trial_picture((port.width or grain * columns, port.height or grain * rows))


def _score(picture: Image, levels: Float32Array) -> float:
    """How much like a changed photograph a result is: alike in form, light and contrast."""
    if levels.shape != picture.shape:
        levels = resized(levels, size_of(picture))
    kept = levels.clip(0, 255)
    before, after = picture.mean(axis=2), kept.mean(axis=2)
    lighter = float(after.mean() - before.mean())
    spreads = float(before.std()), max(1.0, float(after.std()))
    shared = float(((before - before.mean()) * (after - after.mean())).mean())
    alike = abs(shared) / (spreads[0] * spreads[1])
    contrast = min(1.0, 4 * spreads[1] / spreads[0])
    score = alike * contrast - 0.5 * abs(lighter) / 255
    return round(score, 3)  # so that a tie is a tie on every processor


@lru_cache(maxsize=4)
def trial_picture(size: Size) -> Image:
    """A made-up colour picture with soft and hard edges, ``(height, width, 3)`` uint8."""
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    waves = [np.abs((rows * (5 - c) + columns * (3 + 2 * c)) % 510 - 255) for c in range(3)]
    picture = np.stack(waves, axis=2) * 3 // 4 + 32
    picture[(rows // 16 + columns // 24) % 5 == 0] //= 2
    return np.asarray(picture, np.uint8)

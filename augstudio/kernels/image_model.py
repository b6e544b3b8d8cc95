"""Applies an image-to-image network to a picture: values, sizes, tiles, strength."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import cv2
import numpy as np

from augstudio.core.image import Image, Size, size_of
from augstudio.core.reference import Reference
from augstudio.errors import PipelineError
from augstudio.kernels.color import on_colours, rounded
from augstudio.kernels.hidden import with_hidden, without_hidden
from augstudio.kernels.network import KEPT, Network, Plane3, network_of, unusable
from augstudio.kernels.onnx_file import BadModelError
from augstudio.kernels.pyramid import shrink
from augstudio.kernels.reference import reference_picture
from augstudio.kernels.resizing import resized, resized_strips
from augstudio.kernels.tiling import Levels, divided, in_tiles

TILE: Final = 512
"""Longest side of a tile, in pixels, for networks that take any size."""

AUTOMATIC: Final = "automatic"
"""Stands for values that are found by a trial."""

_LEAST: Final = 64  # smallest side that networks are given; several halvings must fit
_GRAINS: Final = (4, 8, 16, 32, 64)
_NOTE: Final = "augstudio.values"


@dataclass(frozen=True)
class Values:
    """What a network takes a level for: ``level * gain + offset``, channel by channel.

    Attributes:
        gain: The network's unit in levels.
        offset: For the network's first, second and third channel.
        bgr: Whether blue comes first.
    """

    gain: float
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)
    bgr: bool = False

    def encode(self, image: Image) -> Plane3:
        """Levels as the network wants them."""
        ordered = image[:, :, ::-1] if self.bgr else image
        return ordered.astype(np.float32) * np.float32(self.gain) + np.array(self.offset, np.float32)

    def decode(self, result: Plane3) -> Levels:
        """The network's result as levels; they may lie beyond 0 to 255."""
        levels = (result - np.array(self.offset, np.float32)) * np.float32(1 / self.gain)
        return levels[:, :, ::-1] if self.bgr else levels


VALUES: Final[Mapping[str, Values]] = {
    "unit": Values(1 / 255),
    "cyclegan": Values(2 / 255, (-1.0, -1.0, -1.0)),
    "fast_neural_style": Values(1.0),
    "cartoongan": Values(2 / 255, (-1.0, -1.0, -1.0), bgr=True),
    # Mean colour of ImageNet, as in the Caffe models that networks after Johnson et al. (2016) begin with.
    "caffe": Values(1.0, (-103.939, -116.779, -123.68), bgr=True),
}
"""What networks take and give, by name."""

_FIRST: Final = "unit"
_OTHERS: Final = ("cyclegan", "fast_neural_style")


def through_network(
    image: Image, model: Reference, style: Reference | None, values: str, side: int | None, keep_detail: bool
) -> Image:
    """What a network makes of a picture; alpha stays, grey pictures stay grey.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture.
        model: The ONNX file.
        style: A reference picture, for networks with a second input.
        values: A key of :data:`VALUES`, or :data:`AUTOMATIC`.
        side: Longer side to which the picture is reduced for the network, in pixels; None works on the
            picture as it is, in tiles where it is large.
        keep_detail: Whether a picture that was reduced keeps its fine detail: then only the change is
            enlarged.

    Raises:
        PipelineError: The network cannot be used; the text says what to do.
    """
    network = network_of(model)
    extra = _style(network, model, style)
    try:
        use = _use(network, None if extra is None else size_of(extra))
        chosen = VALUES[use.values if values == AUTOMATIC else values]
        change = _Change(network, chosen, use.grain, extra)
        filled = without_hidden(image)
        seen = image if filled is None else filled
        made = on_colours(seen, lambda colours: change.enlarged(colours, side, keep_detail))
        return made if filled is None else with_hidden(made, image)
    except BadModelError as error:
        raise unusable(model, error) from None


def ready(model: Reference, style: Reference | None) -> None:
    """Load a network, so that it is at hand or its fault is known.

    Raises:
        PipelineError: As :func:`through_network`.
    """
    network = network_of(model)
    extra = _style(network, model, style)
    try:
        _use(network, None if extra is None else size_of(extra))
    except BadModelError as error:
        raise unusable(model, error) from None


def mixed_in(image: Image, made: Image, strength: float) -> Image:
    """A changed picture mixed with the picture as it was: 0 gives ``image``, 1 gives ``made``."""
    # Whole multiples of 1/256 keep the sums exact.
    share = round(256 * strength) / 256
    return np.asarray(cv2.addWeighted(made, share, image, 1 - share, 0), np.uint8).reshape(image.shape)


@dataclass(frozen=True)
class _Use:
    """How a network is to be used, as found by a trial."""

    grain: int
    values: str


class _Change:
    def __init__(self, network: Network, values: Values, grain: int, style: Image | None) -> None:
        self._network = network
        self._values = values
        self._grain = grain
        self._style = style

    def enlarged(self, colours: Image, side: int | None, keep_detail: bool) -> Image:
        """Work on a picture reduced to a side, and bring the result back to its size."""
        size = size_of(colours)
        small = shrink(colours, self._reduced(size, side))
        rgb = small if small.shape[2] == 3 else np.repeat(small, 3, axis=2)
        made = self._made(rgb, tiled=side is None)
        if colours.shape[2] == 1:
            made = np.asarray(cv2.cvtColor(made, cv2.COLOR_RGB2GRAY), np.uint8)[:, :, np.newaxis]
        if size_of(small) == size:
            return made
        output = np.empty_like(colours)
        if not keep_detail:
            for rows, levels in resized_strips(made, size, cubic=True):
                output[rows] = rounded(levels, 1).reshape(levels.shape)
            return output
        for rows, change in resized_strips(np.subtract(made, small, dtype=np.int16), size):
            output[rows] = rounded(change + colours[rows], 1).reshape(change.shape)
        return output

    def _reduced(self, size: Size, side: int | None) -> Size:
        if side is None:
            return size
        port = self._network.inputs[0]
        width, height = port.width or side, port.height or side
        share = min(1.0, width / size[0], height / size[1])
        return max(1, round(size[0] * share)), max(1, round(size[1] * share))

    def _made(self, rgb: Image, *, tiled: bool) -> Image:
        port, (width, height) = self._network.inputs[0], size_of(rgb)
        longest = TILE if tiled else None
        down = divided(height, longest, port.height, self._grain, _LEAST)
        across = divided(width, longest, port.width, self._grain, _LEAST)
        return in_tiles(rgb, down, across, lambda tile: run(self._network, self._values, tile, self._style))


def run(network: Network, values: Values, tile: Image, style: Image | None) -> Levels:
    """The network's result for a picture of a size that it takes, at the same size, as levels.

    Raises:
        BadModelError: The network fails.
    """
    given = (tile,) if style is None else (tile, style)
    levels = values.decode(network.run(*(values.encode(picture) for picture in given)))
    size = size_of(tile)
    return levels if (levels.shape[1], levels.shape[0]) == size else resized(levels, size)


def _style(network: Network, model: Reference, style: Reference | None) -> Image | None:
    """The reference picture as the network wants it, or None where it wants none."""
    if len(network.inputs) == 1:
        return None
    if style is None:
        raise PipelineError(
            f"the model {model.name} takes a second picture, whose style it follows; choose one in the step"
        )
    port, picture = network.inputs[1], reference_picture(style)
    width, height = size_of(picture)
    share = min(1.0, TILE / max(width, height))
    size = (
        port.width or max(_LEAST, round(width * share / _GRAINS[-1]) * _GRAINS[-1]),
        port.height or max(_LEAST, round(height * share / _GRAINS[-1]) * _GRAINS[-1]),
    )
    method = cv2.INTER_AREA if size[0] < width else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(picture, size, interpolation=method), np.uint8)


@lru_cache(maxsize=KEPT)
def _use(network: Network, style_size: Size | None) -> _Use:
    """Try which sizes a network takes, and which values it takes and gives.

    In place of the reference picture stands another one of its size: the outcome must not depend on it.
    """
    style = None if style_size is None else trial_picture(style_size)
    grain, picture, result = _grain(network, style)
    noted = network.notes.get(_NOTE, "")
    if noted in VALUES:
        return _Use(grain, noted)
    results = {_FIRST: result}
    for name in _OTHERS:
        results[name] = _attempt(network, VALUES[name], picture, style)
    scores = {name: _score(picture, VALUES[name].decode(made)) for name, made in results.items()}
    return _Use(grain, max(scores, key=lambda name: scores[name]))


def _attempt(network: Network, values: Values, picture: Image, style: Image | None) -> Plane3:
    given = (picture,) if style is None else (picture, style)
    return network.run(*(values.encode(part) for part in given))


def _grain(network: Network, style: Image | None) -> tuple[int, Image, Plane3]:
    """The smallest number of which sides must be multiples, a picture that suits, and the result for it."""
    port = network.inputs[0]
    for grain in _GRAINS:
        rows, columns = (5, 7) if grain >= 16 else (_LEAST // grain + 1, _LEAST // grain + 3)
        picture = trial_picture((port.width or grain * columns, port.height or grain * rows))
        try:
            made = _attempt(network, VALUES[_FIRST], picture, style)
        except BadModelError:
            if grain == _GRAINS[-1] or (port.width and port.height):
                raise
            continue
        if made.shape[0] * picture.shape[1] == made.shape[1] * picture.shape[0]:
            return grain, picture, made
    raise BadModelError("its results have another shape than the picture")


def _score(picture: Image, levels: Levels) -> float:
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

"""Applies an image-to-image network to a picture: values, sizes, tiles, strength."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import cv2
import numpy as np

from augstudio.core.arrays import Float32Array
from augstudio.core.image import MAX_PIXELS, Image, Size, size_of
from augstudio.errors import PipelineError
from augstudio.kernels.alpha.hidden import with_hidden, without_hidden
from augstudio.kernels.colour.pixelwise import luma, on_colours, rounded
from augstudio.kernels.networks.model_file import ModelFile
from augstudio.kernels.networks.network import Network, network_of, unusable
from augstudio.kernels.networks.onnx_file import BadModelError
from augstudio.kernels.networks.onnx_reason import NO_MEMORY
from augstudio.kernels.networks.tiling import Tiles, divided, in_tiles
from augstudio.kernels.networks.trial import Trial, attempted, style_size
from augstudio.kernels.networks.trial_process import trial_of
from augstudio.kernels.networks.values import AUTOMATIC, VALUES, Values
from augstudio.kernels.sampling.pyramid import shrink
from augstudio.kernels.sampling.resizing import resized, resized_strips

# A result's levels are in memory twice, as three numbers of four bytes for each pixel.
_LEVELS_BYTES: Final = 24


def through_network(
    image: Image, model: ModelFile, style: Image | None, values: str, side: int | None, keep_detail: bool
) -> Image:
    """What a network makes of a picture; alpha stays, grey pictures stay grey.

    Args:
        image: ``(H, W, C)`` uint8, the whole picture.
        model: The ONNX file.
        style: ``(H, W, 3)`` uint8, a reference picture for networks with a second input.
        values: A key of :data:`VALUES`, or :data:`AUTOMATIC`.
        side: Longer side to which the picture is reduced for the network, in pixels; None works on the
            picture as it is, in tiles where it is large.
        keep_detail: Whether a picture that was reduced keeps its fine detail: then only the change is
            enlarged.

    Raises:
        PipelineError: The network cannot be used; the text says what to do.
    """
    with _explained(model):
        trial, network, extra = _tried(model, style)
        chosen = VALUES[trial.values if values == AUTOMATIC else values]
        change = _Change(network, chosen, trial, extra)
        filled = without_hidden(image)
        seen = image if filled is None else filled
        made = on_colours(seen, lambda colours: change.enlarged(colours, side, keep_detail))
        return made if filled is None else with_hidden(made, image)


def ready(model: ModelFile, style: Image | None) -> None:
    """Load a network, so that it is at hand or its fault is known.

    Raises:
        PipelineError: As :func:`through_network`.
    """
    with _explained(model):
        _tried(model, style)


def run_bytes(model: ModelFile, style: Image | None, side: int | None, size: Size) -> int:
    """About how much memory the network takes for a picture of a size, beside the picture's own.

    Args:
        model: The ONNX file.
        style: The step's reference picture, if it has one.
        side: As in :func:`through_network`.
        size: Width and height of the picture.

    Raises:
        PipelineError: As :func:`through_network`.
    """
    with _explained(model):
        trial, network, _ = _tried(model, style)
    down, across = _tiles(network, trial, _reduced(network, size, side), tiled=side is None)
    pixels = down.length * across.length
    made = pixels * trial.growth[0] * trial.growth[1]
    return trial.demand.nbytes(pixels) + round(_LEVELS_BYTES * made)


def mixed_in(image: Image, made: Image, strength: float) -> Image:
    """A changed picture mixed with the picture as it was: 0 gives ``image``, 1 gives ``made``."""
    # Whole multiples of 1/256 keep the sums exact.
    share = round(256 * strength) / 256
    return np.asarray(cv2.addWeighted(made, share, image, 1 - share, 0), np.uint8).reshape(image.shape)


@contextmanager
def _explained(model: ModelFile) -> Iterator[None]:
    """Whatever is wrong with a network comes out as an error for people."""
    try:
        yield
    except BadModelError as error:
        raise unusable(model, error) from None
    except MemoryError:
        raise unusable(model, BadModelError(NO_MEMORY)) from None


def _tried(model: ModelFile, style: Image | None) -> tuple[Trial, Network, Image | None]:
    """How a network is to be used, the network, which is loaded only now, and its reference picture."""
    trial = trial_of(model, None if style is None else size_of(style))
    network = network_of(model)
    return trial, network, _style(network, model, style)


class _Change:
    def __init__(self, network: Network, values: Values, trial: Trial, style: Image | None) -> None:
        self._network = network
        self._values = values
        self._trial = trial
        self._style = style

    def enlarged(self, colours: Image, side: int | None, keep_detail: bool) -> Image:
        """Work on a picture reduced to a side, and bring the result back to its size."""
        size = size_of(colours)
        small = shrink(colours, _reduced(self._network, size, side))
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

    def _made(self, rgb: Image, *, tiled: bool) -> Image:
        down, across = _tiles(self._network, self._trial, size_of(rgb), tiled=tiled)
        _check_growth(self._trial, (across.length, down.length))
        return in_tiles(
            rgb, down, across, lambda tile: run_network(self._network, self._values, tile, self._style)
        )


def _reduced(network: Network, size: Size, side: int | None) -> Size:
    """Width and height at which a network sees a picture; ``side`` as in :func:`through_network`."""
    if side is None:
        return size
    port = network.inputs[0]
    width, height = port.width or side, port.height or side
    share = min(1.0, width / size[0], height / size[1])
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def _tiles(network: Network, trial: Trial, size: Size, *, tiled: bool) -> tuple[Tiles, Tiles]:
    """How a picture is divided for a network, down and across."""
    port, longest = network.inputs[0], trial.tile if tiled else None
    down = divided(size[1], longest, port.height, trial.grain, trial.least)
    return down, divided(size[0], longest, port.width, trial.grain, trial.least)


def _check_growth(trial: Trial, size: Size) -> None:
    """Refuse a run before it makes more than a picture may hold."""
    width, height = round(size[0] * trial.growth[1]), round(size[1] * trial.growth[0])
    if width * height > MAX_PIXELS:
        raise BadModelError(
            "it would make {0} × {1} pixels of {2} × {3}, more than the {4} allowed",
            f"{width:,}",
            f"{height:,}",
            f"{size[0]:,}",
            f"{size[1]:,}",
            f"{MAX_PIXELS:,}",
        )


def run_network(network: Network, values: Values, tile: Image, style: Image | None) -> Float32Array:
    """The network's result for a picture of a size that it takes, at the same size, as levels.

    A network that gives luma for luma leaves the colours as they are; one that gives luma for colours makes
    the picture grey.

    Raises:
        BadModelError: The network fails.
    """
    given = (tile,) if style is None else (tile, style)
    levels, size = values.decode(attempted(network, values, *given)), size_of(tile)
    levels = levels if (levels.shape[1], levels.shape[0]) == size else resized(levels, size)
    if levels.shape[2] == 3:
        return levels
    if network.inputs[0].channels == 1:
        return tile + (levels - luma(tile)[:, :, np.newaxis])
    return np.repeat(levels, 3, axis=2)


def _style(network: Network, model: ModelFile, style: Image | None) -> Image | None:
    """The reference picture as the network wants it, or None where it wants none."""
    if len(network.inputs) == 1:
        return None
    if style is None:
        raise PipelineError(
            "the model {0} takes a second picture, whose style it follows; choose one in the step", model.name
        )
    size = style_size(network, size_of(style))
    method = cv2.INTER_AREA if size[0] < style.shape[1] else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(style, size, interpolation=method), np.uint8)
